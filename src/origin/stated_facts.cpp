#include "origin/stated_facts.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "origin/direct_products.hpp"
#include "origin/judge.hpp"
#include "origin/ofac_content.hpp"
#include "origin/zero_percent.hpp"

namespace tradewarden::detail {

namespace {

struct column {
  std::string_view fact;
  std::string_view words;
  std::string_view option;  // of a flat bill, for the product itself
};

// What the bill itself says once it is filled in.
constexpr column k_columns[] = {
    {"origin", "made_in or us_origin of ", "--made-in"},
    {"classification", "eccn (and hs) of ", ""},
    {"product_classification", "eccn of ", "--product-eccn"},
    {"price", "fmv of ", "--product-price"},
    {"discrete", "discrete of ", ""},
    {"content", "lines for ", ""},
    {"alternative", "one alternative in the lines of ", ""},
    {k_technology_fact, "us_technology_eccns (--production) of ", ""},
    {k_plant_fact, "plant_eccns (--production) of ", ""},
    {k_ic_fact, "contains_ic_of_such_plant (--production) of ", ""},
};

// What an option says, about no part.
constexpr std::pair<std::string_view, std::string_view> k_options[] = {
    {k_footnotes_fact, "--end-user-footnote N|none, or --end-user NAME"},
    {k_end_use_fact, "--end-use USE|none"},
    {k_headquarters_fact, "--end-user-headquarters CC"},
    {k_exported_from_fact, "--exported-from CC"},
};

}  // namespace

std::vector<std::string> case_fact_ids(const rule_book& rules, day on) {
  std::set<std::string> out;
  std::set<day> days{on};
  for (const rule_info& r : rules.rules()) {
    if (r.type != "case") continue;
    for (const rule_value& v : r.values) {
      if (v.from) days.insert(*v.from);
    }
  }
  for (const day d : days) {
    for (const zero_percent_case& c : rules.zero_percent_cases(d)) {
      out.insert(c.facts.begin(), c.facts.end());
      out.insert(c.unless.begin(), c.unless.end());
    }
  }
  return {out.begin(), out.end()};
}

std::vector<std::string> fact_ids(const rule_book& rules, day on) {
  std::vector<std::string> out = case_fact_ids(rules, on);
  for (const std::string_view own :
       {k_transformed, k_reviewed, k_report_filed, k_bundled_controlled, k_software_report_filed,
        k_second_incorporation, k_us_person, k_each_class, k_each_other_class}) {
    out.emplace_back(own);
  }
  for (std::string& id : rules.direct_product_facts()) out.push_back(std::move(id));
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

std::string how_to_answer(const question& q, std::string_view product) {
  const auto* at = std::find_if(std::begin(k_columns), std::end(k_columns),
                                [&](const column& c) { return c.fact == q.fact; });
  for (const auto& [fact, words] : k_options) {
    if (fact == q.fact) return std::string(words);
  }
  if (at == std::end(k_columns)) return "--fact " + q.fact + "=yes|no";
  std::string out(at->words);
  out += q.part.empty() ? std::string("the product") : q.part;
  if (!at->option.empty() && q.part == product) {
    out += " (of a flat bill: " + std::string(at->option) + ")";
  }
  if (q.fact == "classification") {
    out += "; or --fact " + std::string(k_counts_fact) + q.part + "=yes|no";
  }
  return out;
}

std::string stated_words(const std::vector<stated_fact>& facts,
                         const std::vector<std::string>& ids) {
  std::string out;
  for (const stated_fact& f : facts) {
    if (f.value == truth::unknown || std::find(ids.begin(), ids.end(), f.id) == ids.end()) continue;
    out += (out.empty() ? "; stated: " : ", ") + f.id + " = " + std::string(to_string(f.value));
  }
  return out;
}

}  // namespace tradewarden::detail
