#include "tradewarden/cutoff.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "origin/engine.hpp"
#include "origin/supplier_screen.hpp"
#include "origin/supply_graph.hpp"
#include "origin/told_path.hpp"
#include "support/ascii.hpp"
#include "support/hash_map.hpp"
#include "support/nearest.hpp"
#include "tradewarden/country.hpp"

namespace tradewarden {

namespace {

using detail::ratio;

constexpr std::uint32_t k_none = text_ids::k_none;
/// Uses of parts looked at to rank second sources: seconds.
constexpr std::uint64_t k_most_work = 300'000'000;

/// Sum of the values of products, in one currency or not at all.
struct total {
  ratio low, high;
  bool unbounded = false;
  bool mixed = false;
  std::string_view currency;
  void add(const detail::origin_engine::worth& w, std::string_view in) {
    if (!in.empty()) {
      if (currency.empty()) currency = in;
      mixed |= currency != in;
    }
    low += w.low;
    high += w.high;
    unbounded |= !w.known;
  }
  [[nodiscard]] amount_range range() const {
    if (mixed) return {exact_fraction(), std::nullopt};
    return {detail::to_fraction(low),
            unbounded ? std::nullopt : std::optional(detail::to_fraction(high))};
  }
};

class cutting {
 public:
  cutting(const detail::origin_engine& engine, const cutoff_options& options)
      : engine_(engine), data_(engine.data()), graph_(engine.data()) {
    report_.options = options;
  }
  result<cutoff_report> run();

 private:
  result<void> prepare();
  truth from_cut_country(std::string_view made) const;
  truth part_lost(std::uint32_t part, truth unknown_supplier = truth::no) const;
  void find_unknown_suppliers();
  void cut_all();
  void describe_products();
  void find_positions();
  std::set<std::string> suppliers_of(std::uint32_t part) const;
  void cut_each();
  void find_savings();
  std::vector<std::uint32_t> lost_below(std::uint32_t product, std::vector<std::uint32_t>* way);
  template <class T>
  void shorten(std::vector<T>& list, std::uint64_t& more) {
    const std::uint32_t limit = report_.options.limit;
    more = list.size() > limit ? list.size() - limit : 0;
    if (more > 0) list.resize(limit);
  }
  std::string id(std::uint32_t part) const { return std::string(data_.ids.text(part)); }
  bool id_before(std::uint32_t a, std::uint32_t b) const {
    return data_.ids.text(a) < data_.ids.text(b);
  }

  const detail::origin_engine& engine_;
  const detail::bill_data& data_;
  detail::supply_graph graph_;
  cutoff_report report_;
  std::vector<std::uint32_t> products_;
  std::vector<std::uint8_t> asked_;          // by part
  std::map<std::uint32_t, detail::origin_engine::worth> worth_;
  std::vector<std::uint8_t> cut_supplier_;   // by supplier
  std::set<std::string, std::less<>> countries_;
  std::vector<std::uint32_t> cut_parts_;     // surely lost by themselves
  std::vector<std::uint32_t> open_parts_;    // perhaps
  std::vector<std::uint32_t> unknown_supplier_parts_;  // lost if suppliers of unknown countries are
  std::vector<std::uint32_t> stopped_;
};

result<void> cutting::prepare() {
  cutoff_options& o = report_.options;
  if (!o.date) o.date = day::today_utc();
  auto products = engine_.products(o.products);
  if (!products) return products.error();
  products_ = std::move(*products);
  asked_.resize(data_.part_count());
  for (const std::uint32_t p : products_) {
    asked_[p] = 1;
    worth_[p] = engine_.worth_of(p, engine_.currency_of(p), *o.date, nullptr);
  }
  cut_supplier_.resize(data_.suppliers.size());
  for (const std::string& s : o.suppliers) {
    const std::uint32_t n = data_.suppliers.find(s);
    if (n == k_none) {
      support::nearest_names near(s);
      for (std::uint32_t k = 0; k < data_.suppliers.size(); ++k) near.offer(data_.suppliers.text(k));
      return error{errc::not_found, "no supplier '" + s.substr(0, 80) + "'" + near.words(), {}, 0,
                   "supplier"};
    }
    cut_supplier_[n] = 1;
  }
  for (const std::string& c : o.countries) {
    const std::string_view code = country_code(c);
    if (code.empty()) {
      return error{errc::bad_value, "'" + c.substr(0, 60) + "' is no country", {}, 0, "country"};
    }
    countries_.emplace(code);
  }
  if (!o.parties.empty()) {
    if (!o.index) {
      return error{errc::usage, "a listed party needs an index to look it up", {}, 0, "party"};
    }
    std::set<std::uint32_t> parties;
    for (const std::string& name : o.parties) {
      const auto found = detail::screen_supplier(*o.index, name, *o.date);
      if (!found) return found.error();
      if (found->matches.empty()) {
        return error{errc::not_found, "no possible match for '" + name.substr(0, 80) + "'", {}, 0,
                     "party"};
      }
      for (const auto& m : found->matches) parties.insert(m.party_id);
    }
    std::uint64_t not_screened = 0;
    std::set<std::string> matched;
    for (std::uint32_t s = 0; s < data_.suppliers.size(); ++s) {
      const auto found = detail::screen_supplier(*o.index, data_.suppliers.text(s), *o.date);
      if (!found) return found.error();
      not_screened += found->screened ? 0 : 1;
      for (const auto& m : found->matches) {
        if (!parties.contains(m.party_id)) continue;
        cut_supplier_[s] = 1;
        matched.insert("supplier " + std::string(data_.suppliers.text(s)) +
                       " is a possible match of " + m.list + ": " + m.party + " (" + m.words + ")");
      }
    }
    report_.assumptions.assign(matched.begin(), matched.end());
    if (not_screened > 0) {
      report_.assumptions.push_back(std::to_string(not_screened) +
                                    " suppliers have no name that can be screened: not known "
                                    "whether they are listed");
    }
    report_.assumptions.push_back("suppliers are screened by their id; a match is a possible match");
    report_.assumptions.push_back(detail::screened_against(*o.index));
  }
  if (o.suppliers.empty() && o.countries.empty() && o.parties.empty() && !o.every_supplier) {
    return error{errc::usage, "nothing is cut off: name suppliers, countries or parties", {}, 0, {}};
  }
  return {};
}

/// Is a part of these countries ("US", "JP|TW", "?" or nothing) of one that is cut off?
truth cutting::from_cut_country(std::string_view made) const {
  if (made.empty() || made == "?") return truth::unknown;
  truth all = truth::yes;
  truth any = truth::no;
  while (!made.empty()) {
    const std::size_t bar = std::min(made.find('|'), made.size());
    const truth hit = as_truth(countries_.find(made.substr(0, bar)) != countries_.end());
    all = all && hit;
    any = any || hit;
    made.remove_prefix(std::min(bar + 1, made.size()));
  }
  return all == truth::yes ? truth::yes : any == truth::yes ? truth::unknown : truth::no;
}

/// Is the part itself no longer delivered? An offer without a country of origin has that of the
/// part. What the country of a supplier is, if nobody has stated it, is a question of its own:
/// `unknown_supplier` answers it for all of them.
truth cutting::part_lost(std::uint32_t part, truth unknown_supplier) const {
  const std::uint32_t first = data_.offer_first[part];
  const std::uint32_t last = data_.offer_first[part + 1];
  const bool has_lines = data_.line_first[part] != data_.line_first[part + 1];
  if (data_.parts.kind[part] == part_kind::made && has_lines) return truth::no;
  const std::string_view made_in = data_.words.text(data_.parts.made_in[part]);
  if (first == last) return countries_.empty() ? truth::no : from_cut_country(made_in);
  truth lost = truth::yes;
  for (std::uint32_t i = first; i < last; ++i) {
    const detail::offer_entry& o = data_.offers[i];
    truth cut = as_truth(cut_supplier_[o.supplier] != 0);
    if (!countries_.empty() && cut == truth::no) {
      const std::string_view seat = data_.words.text(o.supplier_country);
      const std::string_view origin = data_.words.text(o.country_of_origin);
      cut = seat.empty() ? unknown_supplier : as_truth(countries_.contains(seat));
      cut = cut || from_cut_country(origin.empty() ? made_in : origin);
    }
    lost = lost && cut;
  }
  return lost;
}

/// Parts whose loss hangs on a supplier of whom nobody has stated the country.
void cutting::find_unknown_suppliers() {
  if (countries_.empty()) return;
  std::set<std::string> suppliers;
  for (std::uint32_t p = 0; p < data_.part_count(); ++p) {
    const auto* first = data_.offers.data() + data_.offer_first[p];
    const auto* last = data_.offers.data() + data_.offer_first[p + 1];
    const bool stated = std::none_of(first, last, [&](const detail::offer_entry& o) {
      return data_.words.text(o.supplier_country).empty();
    });
    if (stated || part_lost(p) == part_lost(p, truth::yes)) continue;
    unknown_supplier_parts_.push_back(p);
    for (std::uint32_t i = data_.offer_first[p]; i < data_.offer_first[p + 1]; ++i) {
      const detail::offer_entry& o = data_.offers[i];
      if (data_.words.text(o.supplier_country).empty()) {
        suppliers.emplace(data_.suppliers.text(o.supplier));
      }
    }
  }
  report_.unknown_supplier_parts = unknown_supplier_parts_.size();
  report_.unknown_suppliers.assign(suppliers.begin(), suppliers.end());
  shorten(report_.unknown_suppliers, report_.more_unknown_suppliers);
}

void cutting::cut_all() {
  find_unknown_suppliers();
  for (std::uint32_t p = 0; p < data_.part_count(); ++p) {
    switch (part_lost(p)) {
      case truth::yes: cut_parts_.push_back(p); break;
      case truth::unknown: open_parts_.push_back(p); break;
      case truth::no: break;
    }
  }
  std::set<std::string> suppliers;
  for (std::uint32_t p = 0; p < data_.part_count(); ++p) {
    for (std::uint32_t i = data_.offer_first[p]; i < data_.offer_first[p + 1]; ++i) {
      const detail::offer_entry& o = data_.offers[i];
      if (cut_supplier_[o.supplier] != 0 ||
          countries_.contains(data_.words.text(o.supplier_country))) {
        suppliers.emplace(data_.suppliers.text(o.supplier));
      }
    }
  }
  report_.cut_suppliers.assign(suppliers.begin(), suppliers.end());
  for (const std::uint32_t p : cut_parts_) report_.cut_parts.push_back(id(p));
  std::sort(report_.cut_parts.begin(), report_.cut_parts.end());
  shorten(report_.cut_parts, report_.more_cut_parts);
  for (const std::uint32_t p : cut_parts_) graph_.lose(p);
}

/// Parts lost by themselves below a lost product, by id; `way`: down to the dearest of them. The order
/// of the lines has no say in it.
std::vector<std::uint32_t> cutting::lost_below(std::uint32_t product,
                                               std::vector<std::uint32_t>* way) {
  std::vector<std::uint32_t> found, stack{product};
  hash_map<std::uint32_t, std::uint32_t> from{{product, k_none}};
  while (!stack.empty()) {
    const std::uint32_t p = stack.back();
    stack.pop_back();
    if (part_lost(p) != truth::no) {
      found.push_back(p);
      continue;
    }
    graph_.positions_left(p);
    const std::size_t before = stack.size();
    for (std::uint32_t l = data_.line_first[p]; l < data_.line_first[p + 1]; ++l) {
      const std::uint32_t c = data_.child[l];
      if (!graph_.is_lost(c) || !graph_.position_lost(l)) continue;
      if (from.try_emplace(c, p).second) stack.push_back(c);
    }
    std::sort(stack.begin() + static_cast<std::ptrdiff_t>(before), stack.end(),
              [&](std::uint32_t a, std::uint32_t b) { return id_before(b, a); });
  }
  std::sort(found.begin(), found.end(),
            [&](std::uint32_t a, std::uint32_t b) { return id_before(a, b); });
  if (way && !found.empty()) {
    const std::string_view currency = engine_.currency_of(product);
    std::uint32_t dearest = found.front();
    ratio most = -1;
    for (const std::uint32_t p : found) {
      const auto w = engine_.worth_of(p, currency, *report_.options.date, nullptr);
      if (w.low <= most) continue;
      most = w.low;
      dearest = p;
    }
    for (std::uint32_t at = dearest; at != k_none; at = from[at]) way->push_back(at);
    std::reverse(way->begin(), way->end());
  }
  return found;
}

void cutting::describe_products() {
  std::vector<std::uint8_t> surely(data_.part_count());
  for (const std::uint32_t p : products_) surely[p] = graph_.is_lost(p) ? 1 : 0;
  // Products that perhaps stop need the open parts lost as well.
  const auto describe = [&](std::uint32_t p, truth stops) {
    cutoff_product out;
    out.product = id(p);
    out.name = data_.names.text(data_.parts.name[p]);
    out.stops = stops;
    const auto& w = worth_[p];
    out.value = {detail::to_fraction(w.low),
                 w.known ? std::optional(detail::to_fraction(w.high)) : std::nullopt};
    out.currency = engine_.currency_of(p);
    if (stops != truth::no) {
      std::vector<std::uint32_t> way;
      for (const std::uint32_t l : lost_below(p, &way)) out.lost.push_back(id(l));
      out.path = detail::told_path(way, [this](std::uint32_t n) { return id(n); });
      shorten(out.lost, out.more_lost);
    }
    report_.products.push_back(std::move(out));
  };
  total stopped;
  for (const std::uint32_t p : products_) {
    if (surely[p] == 0) continue;
    stopped_.push_back(p);
    stopped.add(worth_[p], engine_.currency_of(p));
    describe(p, truth::yes);
  }
  find_savings();
  for (const std::uint32_t p : open_parts_) graph_.lose(p);
  for (const std::uint32_t p : products_) {
    if (surely[p] == 0) describe(p, graph_.is_lost(p) ? truth::unknown : truth::no);
  }
  // The other reading: suppliers of unknown countries cut off as well.
  for (const std::uint32_t p : unknown_supplier_parts_) graph_.lose(p);
  for (cutoff_product& out : report_.products) {
    const bool lost = graph_.is_lost(data_.ids.find(out.product));
    out.stops_with_unknown_suppliers =
        out.stops == truth::no && lost ? truth::unknown : out.stops;
  }
  graph_.restore();
  report_.stopped_value = stopped.range();
  std::stable_sort(report_.products.begin(), report_.products.end(),
                   [](const cutoff_product& a, const cutoff_product& b) {
                     if (a.stops != b.stops) return a.stops > b.stops;
                     const auto by_value = compare(a.value.low, b.value.low);
                     if (by_value != std::strong_ordering::equal) {
                       return by_value == std::strong_ordering::greater;
                     }
                     return a.product < b.product;
                   });
}

/// Each part that is lost, were it delivered after all.
void cutting::find_savings() {
  std::map<std::uint32_t, std::uint64_t> needed;
  for (const std::uint32_t p : stopped_) {
    for (const std::uint32_t l : lost_below(p, nullptr)) ++needed[l];
  }
  // A product that lacks one part only is saved by it; others by none alone. An alternative that is
  // lost too may stand beside it: then either of the two suffices, so each is tried.
  graph_.recall_losses(cut_parts_);
  std::uint64_t tried = 0;
  for (const auto& [part, n] : needed) {
    if (graph_.work() > k_most_work) {
      report_.assumptions.push_back("second sources beyond " + std::to_string(tried) +
                                    " parts were not tried");
      break;
    }
    ++tried;
    total sum;
    std::uint64_t count = 0;
    for (const std::uint32_t p : graph_.saved_by(part)) {
      if (asked_[p] == 0) continue;
      ++count;
      sum.add(worth_[p], engine_.currency_of(p));
    }
    cutoff_saving s;
    s.part = id(part);
    s.name = data_.names.text(data_.parts.name[part]);
    s.products = count;
    s.value = sum.range();
    s.needed_by = n;
    report_.savings.push_back(std::move(s));
  }
  std::stable_sort(report_.savings.begin(), report_.savings.end(),
                   [](const cutoff_saving& a, const cutoff_saving& b) {
                     const auto by_value = compare(a.value.low, b.value.low);
                     if (by_value != std::strong_ordering::equal) {
                       return by_value == std::strong_ordering::greater;
                     }
                     if (a.products != b.products) return a.products > b.products;
                     if (a.needed_by != b.needed_by) return a.needed_by > b.needed_by;
                     return a.part < b.part;
                   });
  shorten(report_.savings, report_.more_savings);
}

/// Positions below the products with one part in them that one supplier offers, or none that is known.
void cutting::find_positions() {
  std::vector<std::uint8_t> seen(data_.part_count());
  std::vector<std::uint32_t> stack;
  for (const std::uint32_t p : products_) {
    stack.push_back(p);
    seen[p] = 1;
  }
  std::vector<std::uint32_t> parents;
  while (!stack.empty()) {
    const std::uint32_t p = stack.back();
    stack.pop_back();
    if (data_.line_first[p] != data_.line_first[p + 1]) parents.push_back(p);
    for (std::uint32_t l = data_.line_first[p]; l < data_.line_first[p + 1]; ++l) {
      if (seen[data_.child[l]] != 0) continue;
      seen[data_.child[l]] = 1;
      stack.push_back(data_.child[l]);
    }
  }
  std::vector<std::pair<std::uint32_t, std::uint32_t>> single;  // parent, line
  for (const std::uint32_t p : parents) {
    if (data_.parts.kind[p] == part_kind::purchased) continue;
    std::map<std::uint32_t, std::uint32_t> alternatives;  // by position
    for (std::uint32_t l = data_.line_first[p]; l < data_.line_first[p + 1]; ++l) {
      ++alternatives[data_.pos(l)];
    }
    for (std::uint32_t l = data_.line_first[p]; l < data_.line_first[p + 1]; ++l) {
      const std::uint32_t c = data_.child[l];
      const bool bought = data_.parts.kind[c] == part_kind::purchased;
      if (!bought || alternatives[data_.pos(l)] != 1 || suppliers_of(c).size() > 1) continue;
      single.emplace_back(p, l);
    }
  }
  // By parent and position, "U2" before "U10", whatever the order of the rows.
  std::sort(single.begin(), single.end(), [&](const auto& a, const auto& b) {
    if (a.first != b.first) return id_before(a.first, b.first);
    const std::string_view x = data_.positions.text(data_.pos(a.second));
    const std::string_view y = data_.positions.text(data_.pos(b.second));
    return x.size() != y.size() ? x.size() < y.size() : x < y;
  });
  shorten(single, report_.more_single_source);
  for (const auto& [p, l] : single) {
    const std::uint32_t c = data_.child[l];
    const std::set<std::string> suppliers = suppliers_of(c);
    report_.single_source.push_back({id(p), std::string(data_.positions.text(data_.pos(l))), id(c),
                                     {suppliers.begin(), suppliers.end()}});
  }
}

std::set<std::string> cutting::suppliers_of(std::uint32_t part) const {
  std::set<std::string> suppliers;
  for (std::uint32_t i = data_.offer_first[part]; i < data_.offer_first[part + 1]; ++i) {
    suppliers.emplace(data_.suppliers.text(data_.offers[i].supplier));
  }
  return suppliers;
}

/// Every supplier alone: parts that only he offers fall, and what hangs on them.
void cutting::cut_each() {
  const std::uint32_t n = data_.suppliers.size();
  std::vector<std::vector<std::uint32_t>> only(n);
  std::vector<std::uint32_t> country(n);
  for (std::uint32_t p = 0; p < data_.part_count(); ++p) {
    const std::uint32_t first = data_.offer_first[p];
    const std::uint32_t last = data_.offer_first[p + 1];
    bool one = first != last;
    for (std::uint32_t i = first; i < last; ++i) {
      const detail::offer_entry& o = data_.offers[i];
      one = one && o.supplier == data_.offers[first].supplier;
      if (country[o.supplier] == 0) country[o.supplier] = o.supplier_country;
    }
    const bool has_lines = data_.line_first[p] != data_.line_first[p + 1];
    if (data_.parts.kind[p] == part_kind::made && has_lines) continue;
    if (one) only[data_.offers[first].supplier].push_back(p);
  }
  for (std::uint32_t s = 0; s < n; ++s) {
    cutoff_supplier out;
    out.parts = only[s].size();
    total sum;
    if (!only[s].empty()) {
      for (const std::uint32_t p : only[s]) graph_.lose(p);
      for (const std::uint32_t p : graph_.lost()) {
        if (asked_[p] == 0) continue;
        ++out.products;
        sum.add(worth_[p], engine_.currency_of(p));
      }
      graph_.restore();
    }
    out.supplier = data_.suppliers.text(s);
    out.country = data_.words.text(country[s]);
    out.value = sum.range();
    if (!sum.mixed) out.currency = sum.currency;
    report_.every_supplier.push_back(std::move(out));
  }
  std::stable_sort(report_.every_supplier.begin(), report_.every_supplier.end(),
                   [](const cutoff_supplier& a, const cutoff_supplier& b) {
                     const auto by_value = compare(a.value.low, b.value.low);
                     if (by_value != std::strong_ordering::equal) {
                       return by_value == std::strong_ordering::greater;
                     }
                     return a.products != b.products ? a.products > b.products
                                                     : a.supplier < b.supplier;
                   });
  for (const cutoff_supplier& s : report_.every_supplier) {
    if (s.products > 0) report_.single_points.push_back(s);
  }
  shorten(report_.single_points, report_.more_single_points);
  if (report_.options.every_supplier) {
    shorten(report_.every_supplier, report_.more_suppliers);
  } else {
    report_.every_supplier.clear();
  }
}

result<cutoff_report> cutting::run() {
  if (const result<void> ready = prepare(); !ready) return ready.error();
  const cutoff_options& o = report_.options;
  if (!o.suppliers.empty() || !o.countries.empty() || !o.parties.empty()) {
    cut_all();
    describe_products();
  }
  find_positions();
  cut_each();
  std::uint64_t nobody = 0;
  for (std::uint32_t p = 0; p < data_.part_count(); ++p) {
    if (data_.parts.kind[p] == part_kind::purchased &&
        data_.offer_first[p] == data_.offer_first[p + 1]) {
      ++nobody;
    }
  }
  if (nobody > 0) {
    report_.assumptions.push_back(
        std::to_string(nobody) +
        " bought parts have no offers: lost only with the country where they are made");
  }
  if (report_.options.index) report_.index = report_.options.index->info();
  report_.basis = engine_.basis({
      "whether a supplier has to stop by law",
      "ownership of suppliers (50 % rules, affiliates)",
      "suppliers of suppliers",
      "stocks, lead times and quantities that a second source can deliver",
      "parts that could stand in and that the bill does not name",
  });
  return std::move(report_);
}

}  // namespace

result<cutoff_report> cutoff::evaluate(const cutoff_options& options) const {
  return cutting(engine_.engine(), options).run();
}

}  // namespace tradewarden
