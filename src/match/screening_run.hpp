// One query screened with memory that outlives it: what screen() and batches share.
//
// Example:
//   matching::search_scratch scratch;
//   screening_answer a = matching::screen_with(idx, query, options, scratch);
//
// Threads: the index is only read; a scratch belongs to one thread.
#ifndef TRADEWARDEN_MATCH_SCREENING_RUN_HPP
#define TRADEWARDEN_MATCH_SCREENING_RUN_HPP

#include <span>

#include "match/search.hpp"
#include "tradewarden/party_index.hpp"
#include "tradewarden/screening.hpp"

namespace tradewarden::matching {

[[nodiscard]] screening_answer screen_with(const party_index& idx, const screening_query& query,
                                           const screening_options& options,
                                           search_scratch& scratch);

/// The same where the names of the index that reach the threshold are known with their scores: nothing is
/// searched by name.
[[nodiscard]] screening_answer screen_known(const party_index& idx, const screening_query& query,
                                            const screening_options& options, std::span<const name_score> known,
                                            search_scratch& scratch);

}  // namespace tradewarden::matching

#endif  // TRADEWARDEN_MATCH_SCREENING_RUN_HPP
