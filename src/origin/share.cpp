#include "tradewarden/share.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "origin/engine.hpp"
#include "origin/judge.hpp"
#include "origin/product_count.hpp"
#include "origin/result_parts.hpp"
#include "origin/supplier_screen.hpp"
#include "tradewarden/country.hpp"

namespace tradewarden {

namespace {

using detail::ratio;

constexpr std::string_view k_unknown = "?";
constexpr std::string_view k_not_listed = "no possible match";
constexpr std::string_view k_not_screened = "not screened: no name to compare";

/// Value of what certainly has a key, and of what may have it besides.
struct sums {
  ratio sure_low, sure_high, perhaps_low, perhaps_high;
  std::uint64_t sure_unpriced = 0;
  std::uint64_t perhaps_unpriced = 0;
  std::uint64_t parts = 0;
};

struct leaf {
  std::uint32_t part = 0;
  ratio low, high;
  bool unbounded = false;
};

std::optional<exact_fraction> high_of(const ratio& r, bool unbounded) {
  return unbounded ? std::nullopt : std::optional(detail::to_fraction(r));
}

class sharing {
 public:
  sharing(const detail::origin_engine& engine, const share_options& options)
      : engine_(engine), options_(options) {}

  result<share_report> run();

 private:
  void collect(std::uint32_t product, share_report& report);
  std::set<std::string> keys(share_dimension d, std::uint32_t part);
  share_dimension_result slice(share_dimension d, const share_report& report);
  const std::string& listed(std::uint32_t supplier);

  const detail::origin_engine& engine_;
  share_options options_;
  std::vector<leaf> leaves_;
  ratio low_, high_;
  std::uint64_t unpriced_ = 0;
  std::map<std::uint32_t, std::string> listed_;
  std::map<std::string, std::string> match_words_;  // by listed party: suppliers, score and status
  std::optional<error> failed_;  // of screening
};

void sharing::collect(std::uint32_t product, share_report& report) {
  const detail::bill_data& d = engine_.data();
  detail::cone_scratch scratch;
  // What is bought counts as a whole, with its own origin, whatever the bill says of its inside.
  const auto whole = [&](std::uint32_t p) { return d.parts.kind[p] == part_kind::purchased; };
  const detail::cone cone =
      detail::make_cone(d, engine_.rank, product, false, whole, {}, scratch);
  std::vector<detail::part_facts> facts(cone.size());
  const std::string_view currency = engine_.currency_of(product);
  for (std::uint32_t i = 0; i < cone.size(); ++i) {
    detail::origin_engine::worth w =
        engine_.worth_of(cone.parts[i], currency, report.date, nullptr);
    facts[i].worth_known = w.known;
    facts[i].low = std::move(w.low);
    facts[i].high = std::move(w.high);
    facts[i].us_origin = truth::no;
  }
  const detail::product_count count(cone, d, facts);
  if (count.too_large()) {
    failed_ = detail::too_large_figures(d.ids.text(product));
    return;
  }
  detail::count_request request;
  request.cut = false;
  const std::vector<detail::node_reach> reach = count.reaches(request);
  for (std::uint32_t i = 1; i < cone.size(); ++i) {
    if (cone.first[i] != cone.first[i + 1]) continue;
    leaf l{cone.parts[i], reach[i].all * facts[i].low, reach[i].all * facts[i].high,
           !facts[i].worth_known};
    low_ += l.low;
    high_ += l.high;
    if (l.unbounded) ++unpriced_;
    leaves_.push_back(std::move(l));
  }
  report.unpriced = unpriced_;
  report.parts_value = {detail::to_fraction(low_), high_of(high_, unpriced_ > 0)};
  const detail::part_facts& p = facts[0];
  report.product_value = p.worth_known ? amount_range{detail::to_fraction(p.low),
                                                      detail::to_fraction(p.high)}
                                       : amount_range{exact_fraction(), std::nullopt};
  report.currency = currency;
}

const std::string& sharing::listed(std::uint32_t supplier) {
  const auto [at, fresh] = listed_.try_emplace(supplier);
  if (fresh) {
    const auto found = detail::screen_supplier(
        *options_.index, engine_.data().suppliers.text(supplier), *options_.date);
    if (!found) {
      if (!failed_) failed_ = found.error();
      at->second = k_not_screened;
    } else if (!found->matches.empty()) {
      const detail::supplier_match& best = found->matches.front();
      at->second = best.list + ": " + best.party;
      std::string& words = match_words_[at->second];
      words += (words.empty() ? "" : "; ") +
               std::string(engine_.data().suppliers.text(supplier)) + ": " + best.words;
    } else {
      at->second = found->screened ? k_not_listed : k_not_screened;
    }
  }
  return at->second;
}

std::set<std::string> sharing::keys(share_dimension dimension, std::uint32_t part) {
  const bill& b = engine_.parts;
  std::set<std::string> out;
  const auto add = [&](std::string_view key) {
    out.emplace(key.empty() ? k_unknown : key);
  };
  const bill_part p = b.part(part_id{part});
  const auto add_made_in = [&] {
    std::string_view rest = p.made_in;
    for (std::size_t bar = 0; (bar = rest.find('|')) != std::string_view::npos;) {
      add(rest.substr(0, bar));
      rest.remove_prefix(bar + 1);
    }
    add(rest);
  };
  if (dimension == share_dimension::eccn) {
    add(p.eccn);
    return out;
  }
  const std::uint32_t offers = b.offer_count(part_id{part});
  for (std::uint32_t i = 0; i < offers; ++i) {
    const bill_offer o = b.offer(part_id{part}, i);
    switch (dimension) {
      case share_dimension::origin:
        if (o.country_of_origin.empty()) {
          add_made_in();
        } else {
          add(o.country_of_origin);
        }
        break;
      case share_dimension::supplier_country: add(o.supplier_country); break;
      case share_dimension::supplier: add(b.supplier(o.supplier)); break;
      case share_dimension::listed_party: add(listed(o.supplier.value)); break;
      case share_dimension::eccn: break;
    }
  }
  if (offers == 0 && dimension == share_dimension::origin) add_made_in();
  if (out.empty()) add(k_unknown);
  return out;
}

share_dimension_result sharing::slice(share_dimension dimension, const share_report& report) {
  std::map<std::string, sums> by_key;
  for (const leaf& l : leaves_) {
    const std::set<std::string> found = keys(dimension, l.part);
    const bool sure = found.size() == 1;
    for (const std::string& key : found) {
      sums& s = by_key[key];
      ++s.parts;
      (sure ? s.sure_low : s.perhaps_low) += l.low;
      (sure ? s.sure_high : s.perhaps_high) += l.high;
      (sure ? s.sure_unpriced : s.perhaps_unpriced) += l.unbounded ? 1 : 0;
    }
    if (!sure && !found.contains(std::string(k_unknown))) {
      // Nobody can say whose it is: value of the unknown slice too.
      sums& s = by_key[std::string(k_unknown)];
      ++s.parts;
      s.perhaps_low += l.low;
      s.perhaps_high += l.high;
      s.perhaps_unpriced += l.unbounded ? 1 : 0;
    }
  }
  share_dimension_result out;
  out.dimension = dimension;
  out.name = to_string(dimension);
  detail::part_facts product;
  product.worth_known = report.product_value.high.has_value();
  product.low = detail::to_ratio(report.product_value.low);
  if (product.worth_known) product.high = detail::to_ratio(*report.product_value.high);
  for (const auto& [key, s] : by_key) {
    share_slice x;
    x.key = key;
    x.parts = s.parts;
    if (dimension == share_dimension::origin || dimension == share_dimension::supplier_country) {
      x.name = country_name(key);
    }
    if (dimension == share_dimension::listed_party) {
      const auto words = match_words_.find(key);
      if (words != match_words_.end()) x.name = words->second;
    }
    const ratio most = s.sure_high + s.perhaps_high;
    const bool unbounded = s.sure_unpriced + s.perhaps_unpriced > 0;
    x.value = {detail::to_fraction(s.sure_low), high_of(most, unbounded)};
    // At its least when everything else is at its most, and the other way round.
    const bool others_unbounded = unpriced_ > s.sure_unpriced;
    const ratio others_high = high_ - s.sure_high;
    const ratio others_low = low_ - s.sure_low - s.perhaps_low;
    const ratio least_total = s.sure_low + others_high;
    const ratio most_total = most + others_low;
    exact_fraction low;
    if (!others_unbounded && least_total > 0) low = detail::to_fraction(s.sure_low / least_total);
    exact_fraction high = exact_fraction::of(1);
    if (!unbounded && most_total > 0) high = detail::to_fraction(most / most_total);
    if (!unbounded && most_total == 0) high = unpriced_ > 0 ? exact_fraction::of(1) : exact_fraction();
    x.of_parts = make_share(std::move(low), std::move(high));
    x.of_product = detail::to_share(
        detail::share_of({s.sure_low, most, false, unbounded}, product, {}), std::nullopt);
    out.slices.push_back(std::move(x));
  }
  std::stable_sort(out.slices.begin(), out.slices.end(),
                   [](const share_slice& a, const share_slice& b) {
                     const bool ua = a.key == k_unknown;
                     const bool ub = b.key == k_unknown;
                     if (ua != ub) return ub;
                     return compare(a.value.low, b.value.low) == std::strong_ordering::greater;
                   });
  return out;
}

result<share_report> sharing::run() {
  if (!options_.date) options_.date = day::today_utc();
  std::vector<std::string> asked;
  if (!options_.product.empty()) asked.push_back(options_.product);
  const auto products = engine_.products(asked);
  if (!products) return products.error();
  if (products->size() != 1) {
    return error{errc::usage,
                 "the bill has " + std::to_string(products->size()) + " products: name one", {}, 0,
                 "product"};
  }
  const std::uint32_t product = products->front();
  const bill_part p = engine_.parts.part(part_id{product});
  share_report report;
  report.product = p.id;
  report.product_name = p.name;
  report.date = *options_.date;
  collect(product, report);
  for (const share_dimension d : {share_dimension::origin, share_dimension::supplier_country,
                                  share_dimension::supplier, share_dimension::eccn}) {
    report.dimensions.push_back(slice(d, report));
  }
  if (options_.index) report.dimensions.push_back(slice(share_dimension::listed_party, report));
  if (failed_) return *failed_;
  report.assumptions.push_back("bought parts count as a whole, with their own origin");
  if (report.unpriced > 0) {
    report.assumptions.push_back(std::to_string(report.unpriced) +
                                 " parts have no price: the totals have no upper bound");
  }
  if (options_.index) {
    report.assumptions.push_back("suppliers are screened by their id; a match is a possible match");
    report.assumptions.push_back(detail::screened_against(*options_.index));
  }
  report.options = options_;
  report.options.product = p.id;
  if (options_.index) report.index = options_.index->info();
  report.basis = engine_.basis({
      "what of it is controlled for a destination (tradewarden origin)",
      "ownership of suppliers (50 % rules, affiliates)",
      "rules of origin and customs origin",
      "what is inside bought parts",
  });
  return report;
}

}  // namespace

result<share_report> share::evaluate(const share_options& options) const {
  return sharing(engine_.engine(), options).run();
}

}  // namespace tradewarden
