// A change of who owns how much of whom, to be tried out.
//
// Example:
//   auto c = ownership_change::parse("HOLDING,PORT,49.9").value();   // and "H,BANK,0": sold
//
// Threads: plain values.
#ifndef TRADEWARDEN_OWNERSHIP_CHANGE_HPP
#define TRADEWARDEN_OWNERSHIP_CHANGE_HPP

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tradewarden/ownership.hpp"
#include "tradewarden/ownership_graph.hpp"
#include "tradewarden/ownership_regime.hpp"
#include "tradewarden/result.hpp"

namespace tradewarden {

/// The share takes the place of all that the owner holds of the party by this kind, on every day.
struct ownership_change {
  std::string owner;  ///< Party ids.
  std::string owned;
  std::string share;  ///< As in the file of edges: "50", "25..30", "?"; 0: nothing any more.
  ownership_kind kind = ownership_kind::capital;

  /// "OWNER,OWNED,SHARE" or "OWNER,OWNED,SHARE,KIND"; an id with a comma stands in quotes. Errors:
  /// bad_value.
  [[nodiscard]] static result<ownership_change> parse(std::string_view text);
  [[nodiscard]] std::string to_string() const;
};

/// A party whose verdict a change moves.
struct ownership_move {
  entity_id entity;
  ownership_verdict before = ownership_verdict::not_restricted;
  ownership_verdict after = ownership_verdict::not_restricted;
};

}  // namespace tradewarden

#endif  // TRADEWARDEN_OWNERSHIP_CHANGE_HPP
