#include "origin/supplier_screen.hpp"

#include <algorithm>
#include <utility>

#include "tradewarden/screening.hpp"

namespace tradewarden::detail {

result<supplier_screening> screen_supplier(const party_index& index, std::string_view supplier,
                                           day on) {
  screening_query query;
  query.name = supplier;
  screening_options options;
  options.as_of = on;
  options.limit = 10'000;  // the most there is
  const screening_answer answer = screen(index, query, options);
  if (answer.problem == query_problem::damaged_index) {
    return error{errc::bad_index, "the index proved damaged: suppliers were not screened", {}, 0,
                 "index"};
  }
  supplier_screening out;
  out.screened = was_screened(answer.problem);
  for (const screening_hit& h : answer.hits) {
    std::string words = "score " + h.score.to_string() + ", " + std::string(to_string(h.status));
    std::replace(words.begin(), words.end(), '_', ' ');
    if (h.from) words += " since " + h.from->to_string();
    if (h.until) words += " until " + h.until->to_string();
    out.matches.push_back({h.party.list,
                           h.party.names.empty() ? h.matched_name : h.party.names[0].text,
                           h.party_id, std::move(words)});
  }
  return out;
}

std::string screened_against(const party_index& index) {
  std::string out;
  for (const indexed_publication& p : index.info().publications) {
    out += (out.empty() ? "screened against " : "; ") + p.name + ", " +
           (p.date ? p.date->to_string() : "date unknown") + " (sha256 " +
           p.sha256.to_string().substr(0, 16) + "...)";
  }
  return out + "; index " + index.info().content.to_string();
}

}  // namespace tradewarden::detail
