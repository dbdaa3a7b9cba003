// Listed parties among the parties of an ownership graph, found by screening their names.
//
// Example:
//   auto seeds = screened_seeds(graph, index, options).value();
//   auto a = assess_ownership(graph.with_seeds(seeds), question);
//
// A hit is a possible match. Taken as a seed it restricts what the party owns: look at the hit first.
//
// Threads: pure functions.
#ifndef TRADEWARDEN_OWNERSHIP_SCREENING_HPP
#define TRADEWARDEN_OWNERSHIP_SCREENING_HPP

#include <cstdint>
#include <vector>

#include "tradewarden/ownership_graph.hpp"
#include "tradewarden/party_index.hpp"
#include "tradewarden/result.hpp"
#include "tradewarden/screening.hpp"

namespace tradewarden {

/// Which parties are screened.
enum class seed_search : std::uint8_t {
  all = 0,
  owners = 1,  ///< Only those that own something: no other restricts anybody.
};

/// One seed per hit, ended entries left out, up to 1,000 of a party: its list, its citation, and in
/// `requirement` what the list says. Parties are screened by their names with country; those without a
/// name by their ids. Errors: bad_index if the index proves damaged.
[[nodiscard]] result<std::vector<ownership_seed>> screened_seeds(const ownership_graph& graph,
                                                                 const party_index& index,
                                                                 const screening_options& options,
                                                                 seed_search which = seed_search::all);

}  // namespace tradewarden

#endif  // TRADEWARDEN_OWNERSHIP_SCREENING_HPP
