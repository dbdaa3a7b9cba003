// A name that belongs to a party of an ownership graph, and what its owners mean for it.
//
// Example:
//   for (const owned_hit& h : answer.hits)
//     std::cout << h.regime << ' ' << to_string(h.result.verdict) << ": " << h.reason << '\n';
//
// Threads: plain values; the edges in them live as long as the graph.
#ifndef TRADEWARDEN_OWNED_ANSWER_HPP
#define TRADEWARDEN_OWNED_ANSWER_HPP

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "tradewarden/comparison.hpp"
#include "tradewarden/evidence.hpp"
#include "tradewarden/ownership.hpp"
#include "tradewarden/ownership_graph.hpp"
#include "tradewarden/score.hpp"

namespace tradewarden {

/// A party of the graph that may be the one asked for.
struct owned_party {
  entity_id party;
  tradewarden::score score;    ///< Of the name asked for with its own.
  std::string name;            ///< Or its id, where it has none.
  comparison explanation;
  std::vector<evidence> evidences;
  bool listed = false;  ///< It is itself a possible match of a listed party, or a seed.
};

/// Such a party is, or may be, restricted through its owners: a possible match by ownership.
struct owned_hit {
  std::uint32_t rank = 0;  ///< From 1, behind the hits by name.
  std::size_t party = 0;   ///< Position in owned_answer::parties.
  std::string regime;
  ownership_result result;  ///< restricted or depends; with the proof and the listings behind it.
  std::string reason;       ///< "owned 50 % or more by NAME; listed: NAME (US-SDN)"
};

struct owned_answer {
  std::vector<owned_party> parties;  ///< The best first.
  std::uint64_t more = 0;            ///< Beyond the limit.
  std::vector<owned_hit> hits;       ///< By party, then regime.
  /// What was looked at and what was not, one sentence each: without hits nothing is cleared.
  std::vector<std::string> notes;
};

}  // namespace tradewarden

#endif  // TRADEWARDEN_OWNED_ANSWER_HPP
