#include "tradewarden/whatif.hpp"

#include <algorithm>
#include <tuple>

#include "origin/engine.hpp"
#include "origin/part_fields.hpp"
#include "origin/replacement.hpp"
#include "support/clipped.hpp"

namespace tradewarden {

namespace {

constexpr std::uint32_t k_none = text_ids::k_none;

error bad_change(std::string_view text) {
  return error{errc::bad_value,
               "not a change: '" + std::string(text.substr(0, 80)) +
                   "' (price:PART=, origin:PART=, eccn:PART=, discrete:PART=, "
                   "alternative:PARENT/POS=CHILD or date=)",
               {}, 0, "change"};
}

error in_change(error e, const whatif_change& c) {
  e.field = c.to_string().substr(0, 100);
  return e;
}

/// "in USD per kg": what a changed price is taken to be in.
std::string price_words(const detail::origin_engine& engine, std::uint32_t part) {
  const bill_part p = engine.parts.part(part_id{part});
  const std::string_view own = engine.parts.unit_value(part_id{part}).second;
  return (own.empty() ? std::string("in the currency of the product")
                      : "in " + std::string(own) + ", as the price in the bill") +
         ", per " + std::string(p.unit);
}

/// The changes as an overlay, and the date if one of them sets it.
result<detail::overlay> make_overlay(const detail::origin_engine& engine,
                                     const std::vector<whatif_change>& changes,
                                     std::optional<day>& date,
                                     std::vector<std::uint32_t>& changed,
                                     std::vector<std::string>& notes) {
  const detail::bill_data& d = engine.data();
  detail::overlay out;
  const auto of_part = [&](std::uint32_t p) -> detail::part_change& {
    const auto at = std::lower_bound(out.parts.begin(), out.parts.end(), p,
                                     [](const auto& a, std::uint32_t b) { return a.first < b; });
    if (at != out.parts.end() && at->first == p) return at->second;
    return out.parts.insert(at, {p, {}})->second;
  };
  for (const whatif_change& c : changes) {
    if (c.kind == whatif_kind::date) {
      const result<day> to = day::parse(c.value);
      if (!to) return in_change(to.error(), c);
      date = *to;
      continue;
    }
    const std::uint32_t p = d.ids.find(c.part);
    if (p == k_none) {
      return in_change(error{errc::not_found, "no part '" + support::clipped(c.part, 80) + "'", {}, 0, {}}, c);
    }
    changed.push_back(p);
    switch (c.kind) {
      case whatif_kind::price: {
        const result<price_range> price = detail::parse_price(c.value);
        if (!price) return in_change(price.error(), c);
        of_part(p).price = *price;
        if (price->known) notes.push_back(c.to_string() + " is " + price_words(engine, p));
        break;
      }
      case whatif_kind::origin: {
        result<std::string> countries = detail::parse_countries(c.value);
        if (!countries) return in_change(countries.error(), c);
        of_part(p).made_in = std::move(*countries);
        if (d.parts.us_stated[p] != 0) {
          notes.push_back(c.to_string() + " takes the place of the stated us_origin " +
                          std::string(to_string(d.parts.us_origin[p])) + " too");
        }
        break;
      }
      case whatif_kind::classification: {
        result<classification> code = classification::parse(c.value);
        if (!code) return in_change(code.error(), c);
        of_part(p).code = std::move(*code);
        break;
      }
      case whatif_kind::discrete: {
        const std::optional<truth> t = detail::parse_truth(c.value);
        if (!t) return in_change(error{errc::bad_value, "not y, n or ?", {}, 0, {}}, c);
        of_part(p).discrete = *t;
        break;
      }
      case whatif_kind::alternative: {
        const std::uint32_t child = d.ids.find(c.value);
        detail::line_exchange e{k_none, k_none};
        for (std::uint32_t l = d.line_first[p]; l < d.line_first[p + 1]; ++l) {
          if (d.positions.text(d.pos(l)) != c.pos) continue;
          if (d.alt_rank(l) == 0) e.primary = l;
          if (d.child[l] == child) e.chosen = l;
        }
        if (e.primary == k_none || e.chosen == k_none) {
          return in_change(error{errc::not_found,
                                 "position '" + support::clipped(c.pos, 80) + "' of '" +
                                     support::clipped(c.part, 80) + "' has no alternative '" +
                                     support::clipped(c.value, 80) + "'",
                                 {}, 0, {}},
                           c);
        }
        out.lines.push_back(e);
        break;
      }
      case whatif_kind::date: break;
    }
  }
  return out;
}

/// Products in which a changed part is, as primary or alternative.
std::vector<std::uint8_t> reached_by(const detail::origin_engine& engine,
                                     const std::vector<std::uint32_t>& changed) {
  const detail::bill_data& d = engine.data();
  std::vector<std::uint8_t> reached(d.part_count());
  for (const std::uint32_t p : changed) reached[p] = 1;
  // From the parts at the end of the order, of which others are made, to the products.
  for (std::size_t i = d.order.size(); i-- > 0;) {
    const std::uint32_t p = d.order[i];
    for (std::uint32_t l = d.line_first[p]; l < d.line_first[p + 1] && reached[p] == 0; ++l) {
      reached[p] = reached[d.child[l]];
    }
  }
  return reached;
}

/// Adds what is not there yet.
template <class T>
void add_new(std::vector<T>& to, const std::vector<T>& all) {
  for (const T& one : all) {
    if (std::find(to.begin(), to.end(), one) == to.end()) to.push_back(one);
  }
}

}  // namespace

result<whatif_change> whatif_change::parse(std::string_view text) {
  const std::size_t equals = text.rfind('=');
  const std::size_t colon = text.find(':');
  if (equals == std::string_view::npos) return bad_change(text);
  whatif_change c;
  c.value = text.substr(equals + 1);
  const std::string_view head = text.substr(0, equals);
  if (head == "date") {
    c.kind = whatif_kind::date;
    return c;
  }
  if (colon == std::string_view::npos || colon > equals) return bad_change(text);
  const std::string_view kind = head.substr(0, colon);
  c.part = head.substr(colon + 1);
  if (kind == "price") {
    c.kind = whatif_kind::price;
  } else if (kind == "origin") {
    c.kind = whatif_kind::origin;
  } else if (kind == "eccn") {
    c.kind = whatif_kind::classification;
  } else if (kind == "discrete") {
    c.kind = whatif_kind::discrete;
  } else if (kind == "alternative") {
    c.kind = whatif_kind::alternative;
    const std::size_t slash = c.part.rfind('/');
    if (slash == std::string::npos) return bad_change(text);
    c.pos = c.part.substr(slash + 1);
    c.part.resize(slash);
  } else {
    return bad_change(text);
  }
  if (c.part.empty()) return bad_change(text);
  return c;
}

std::string whatif_change::to_string() const {
  std::string s(tradewarden::to_string(kind));
  if (kind != whatif_kind::date) s += ":" + part;
  if (kind == whatif_kind::alternative) s += "/" + pos;
  return s + "=" + value;
}

result<whatif_report> whatif::evaluate(const whatif_options& options) const {
  const detail::origin_engine& engine = engine_.engine();
  whatif_report report;
  report.options = options;
  origin_options question = options.question;
  if (!question.date) question.date = day::today_utc();
  report.options.question.date = question.date;
  question.part_limit = 0;

  report.basis = engine.basis({});

  std::optional<day> date;
  std::vector<std::uint32_t> changed;
  const result<detail::overlay> changes = make_overlay(engine, options.changes, date, changed, report.notes);
  if (!changes) return changes.error();

  // Only the products that a change reaches are counted again.
  const auto products = engine.products(question.products);
  if (!products) return products.error();
  const std::vector<std::uint8_t> reached = reached_by(engine, changed);
  origin_options touched = question;
  touched.products.clear();
  for (const std::uint32_t p : *products) {
    if (date || options.replacement || reached[p] != 0) {
      touched.products.emplace_back(engine.data().ids.text(p));
    }
  }
  const std::size_t skipped = products->size() - touched.products.size();
  if (touched.products.empty()) {
    // Still checked: a bad destination is an error, whatever the changes reach.
    if (products->empty()) return report;
    touched.products = {std::string(engine.data().ids.text(products->front()))};
  }
  const result<origin_report> before = engine.evaluate(touched, {}, true);
  if (!before) return before.error();
  if (date) touched.date = date;
  const result<origin_report> after = engine.evaluate(touched, *changes, true);
  if (!after) return after.error();
  const std::size_t each = before->results.size() / touched.products.size();
  report.unmoved = each * (products->size() > skipped ? skipped : products->size() - 1);
  for (std::size_t i = 0; i < before->results.size(); ++i) {
    const origin_result& a = before->results[i];
    const origin_result& b = after->results[i];
    if (a.verdict == b.verdict && a.share == b.share) {
      ++report.unmoved;
      continue;
    }
    report.moved.push_back(
        {a.product, a.destination, a.regime, a.verdict, b.verdict, a.share, b.share});
  }
  for (const auto* answers : {&before->results, &after->results}) {
    for (const origin_result& r : *answers) {
      add_new(report.rules, r.rules);
      add_new(report.basis.not_evaluated, r.not_evaluated);
    }
  }
  std::sort(report.rules.begin(), report.rules.end(), [](const rule_use& a, const rule_use& b) {
    return std::tie(a.id, a.citation, a.from) < std::tie(b.id, b.citation, b.from);
  });
  if (options.replacement) {
    for (const origin_result& r : after->results) {
      const bool by_share =
          std::any_of(r.tests.begin(), r.tests.end(), [&](const test_result& t) {
            return t.share && t.verdict == verdict::triggers;
          });
      if (by_share) {
        report.replacements.push_back(detail::cheapest_replacement(engine, touched, *changes, r));
      }
    }
  }
  return report;
}

}  // namespace tradewarden
