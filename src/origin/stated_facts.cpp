#include "origin/stated_facts.hpp"

#include <algorithm>
#include <iterator>
#include <set>

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
  std::sort(out.begin(), out.end());
  return out;
}

std::string how_to_answer(const question& q, std::string_view product) {
  const auto* at = std::find_if(std::begin(k_columns), std::end(k_columns),
                                [&](const column& c) { return c.fact == q.fact; });
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
