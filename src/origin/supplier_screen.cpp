#include "origin/supplier_screen.hpp"

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
    out.matches.push_back({h.party.list,
                           h.party.names.empty() ? h.matched_name : h.party.names[0].text,
                           h.party_id});
  }
  return out;
}

}  // namespace tradewarden::detail
