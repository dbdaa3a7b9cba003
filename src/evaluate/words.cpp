#include "evaluate/words.hpp"

#include "support/ascii.hpp"

namespace tradewarden::evaluating {
namespace {

std::string counted(std::uint64_t n, const char* one, const char* many) {
  return std::to_string(n) + " " + (n == 1 ? one : many);
}

std::string first(const std::string& id) { return "; the first is '" + id.substr(0, 80) + "'."; }

}  // namespace

std::string three_places(const proportion& p) {
  if (!p.is_known()) return "-";
  std::uint64_t part = p.part;
  std::uint64_t of = p.of;
  while (of > UINT64_MAX / 4000) {
    part /= 2;
    of /= 2;
  }
  const std::uint64_t units = (part * 2000 + of) / (2 * of);
  std::string rest = std::to_string(units % 1000);
  rest.insert(0, 3 - rest.size(), '0');
  return std::to_string(units / 1000) + "." + rest;
}

std::string percent_of(std::int32_t rate) {
  std::string out = std::to_string(rate / 10);
  if (rate % 10 != 0) out += "." + std::to_string(rate % 10);
  return out + " %";
}

std::vector<std::string> notes_of(const evaluation& e) {
  std::vector<std::string> out;
  if (e.queries_without_truth != 0) {
    out.push_back(counted(e.queries_without_truth, "query has", "queries have") +
                  " no truth and were not asked" + first(e.first_query_without_truth));
  }
  if (e.truth_without_query != 0) {
    out.push_back(counted(e.truth_without_query, "row of truth without a query was", "rows of truth without a query were") +
                  " left out" + first(e.first_truth_without_query));
  }
  if (e.hits_of_other_queries != 0) {
    out.push_back(counted(e.hits_of_other_queries, "hit", "hits") + " of queries that are not in the set " +
                  (e.hits_of_other_queries == 1 ? "was" : "were") + " left out.");
  }
  if (e.unknown_expected != 0) {
    out.push_back(counted(e.unknown_expected, "expected id is", "expected ids are") +
                  " not in the index" + first(e.first_unknown_expected));
  }
  if (e.unreachable != 0) {
    out.push_back(counted(e.unreachable, "query expects", "queries expect") +
                  " only parties that are not in the index: counted as not found.");
  }
  if (e.not_screened != 0) {
    out.push_back(counted(e.not_screened, "query holds", "queries hold") +
                  " no letter or digit and got no hit" + first(e.first_not_screened));
  }
  if (!e.natural.declared.is_known()) {
    out.emplace_back("There is no natural negative (a query that expects none): no rate of false "
                     "positives, and no threshold by one, can be told.");
    return out;
  }
  std::vector<std::string> few;
  std::vector<std::string> how_few;
  std::vector<std::string> at_floor;
  for (const rate_threshold& r : e.rates) {
    const std::uint64_t n = e.natural.declared.of * static_cast<std::uint64_t>(r.rate) / 1000;
    if (n < 10) {
      few.push_back(percent_of(r.rate));
      how_few.push_back(std::to_string(n));
    }
    if (r.at_floor) at_floor.push_back(percent_of(r.rate));
  }
  if (!few.empty()) {
    out.push_back("The threshold at " + ascii::join(few, ", ") + " rests on " +
                  ascii::join(how_few, ", ") +
                  (how_few.back() == "1" ? " negative" : " negatives") + ": look at the interval.");
  }
  if (!at_floor.empty()) {
    out.push_back("At " + ascii::join(at_floor, ", ") + " the threshold lies at the floor of " +
                  e.options.floor.to_string() + " or below: a lower --floor shows it.");
  }
  return out;
}

}  // namespace tradewarden::evaluating
