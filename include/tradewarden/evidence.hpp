// What a fact of a query (birth date, country, a number ...) says of an entry. docs/evidence.md says
// what confirms and what contradicts.
//
// Example:
//   for (const tradewarden::evidence& e : hit.evidences)
//     std::cout << e.kind << ' ' << to_string(e.state) << '\n';   // birth_date confirms
//
// Threads: plain values.
#ifndef TRADEWARDEN_EVIDENCE_HPP
#define TRADEWARDEN_EVIDENCE_HPP

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

#include "tradewarden/result.hpp"

namespace tradewarden {

/// How a fact of the query stands to the entry.
enum class evidence_state : std::uint8_t {
  absent = 0,       ///< The query or the entry does not say.
  confirms = 1,
  contradicts = 2,
  partial = 3,      ///< Agrees in part: `how` says in what.
};
[[nodiscard]] std::string_view to_string(evidence_state s) noexcept;

/// The kinds of facts, in the order of a hit's evidence.
enum class evidence_kind : std::uint8_t {
  birth_date = 0,
  country = 1,
  nationality = 2,
  gender = 3,
  schema = 4,
  identifier = 5,
  imo = 6,
};
inline constexpr std::size_t k_evidence_kinds = 7;
[[nodiscard]] std::string_view to_string(evidence_kind k) noexcept;

/// A set of kinds.
class evidence_kinds {
 public:
  constexpr evidence_kinds() = default;
  constexpr evidence_kinds(std::initializer_list<evidence_kind> kinds) {
    for (const evidence_kind k : kinds) add(k);
  }
  constexpr void add(evidence_kind k) noexcept {
    bits_ = static_cast<std::uint8_t>(bits_ | 1U << static_cast<unsigned>(k));
  }
  [[nodiscard]] constexpr bool has(evidence_kind k) const noexcept {
    return (bits_ >> static_cast<unsigned>(k) & 1U) != 0;
  }
  /// "birth_date,imo"; error bad_value for a word that is none, or for no word.
  [[nodiscard]] static result<evidence_kinds> parse(std::string_view text);
  [[nodiscard]] std::string to_string() const;
  friend constexpr bool operator==(const evidence_kinds&, const evidence_kinds&) = default;

 private:
  std::uint8_t bits_ = 0;
};

struct evidence {
  std::string kind;  ///< to_string(evidence_kind): "birth_date", "country" ...
  evidence_state state = evidence_state::absent;
  std::string query;   ///< What the query says.
  std::string listed;  ///< What the entry says.
  std::string how{};   ///< In what it agrees, or what keeps it from agreeing: "year", "address" ...
};

}  // namespace tradewarden

#endif  // TRADEWARDEN_EVIDENCE_HPP
