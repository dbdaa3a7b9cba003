// One query screened with memory that outlives it: what screen() and batches share.
//
// Example:
//   matching::search_scratch scratch;
//   screening_answer a = matching::screen_with(idx, query, options, scratch);
//
// Threads: the index is only read; a scratch belongs to one thread.
#ifndef TRADEWARDEN_MATCH_SCREENING_RUN_HPP
#define TRADEWARDEN_MATCH_SCREENING_RUN_HPP

#include "match/search.hpp"
#include "tradewarden/party_index.hpp"
#include "tradewarden/screening.hpp"

namespace tradewarden::matching {

[[nodiscard]] screening_answer screen_with(const party_index& idx, const screening_query& query,
                                           const screening_options& options,
                                           search_scratch& scratch);

}  // namespace tradewarden::matching

#endif  // TRADEWARDEN_MATCH_SCREENING_RUN_HPP
