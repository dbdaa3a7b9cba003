// Entries of different lists that are one party, and by what this is known. docs/same-party.md says
// what is taken for proof and what is not.
//
// Example:
//   for (const tradewarden::party_link& l : answer.links)
//     for (const tradewarden::link_evidence& e : l.evidences)
//       std::cout << l.first << " = " << l.second << " by " << to_string(e.kind) << '\n';
//
// Threads: plain values; pure functions.
#ifndef TRADEWARDEN_SAME_PARTY_HPP
#define TRADEWARDEN_SAME_PARTY_HPP

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tradewarden/listed_party.hpp"
#include "tradewarden/score_rules.hpp"

namespace tradewarden {

enum class link_kind : std::uint8_t {
  identifier = 0,           ///< One number of one kind: passport, tax, registration, IMO ...
  reference = 1,            ///< One list names the entry of the other, or both name one of a third.
  name_and_birth_date = 2,  ///< A name that scores 0.90 or more, and the same full birth date.
  name_and_country = 3,     ///< Organisations: names equal after folding, and a country in common.
};
[[nodiscard]] std::string_view to_string(link_kind k) noexcept;

struct link_evidence {
  link_kind kind = link_kind::identifier;
  std::string what;    ///< "passport", "UN reference"; of names the birth date or the country.
  std::string first;   ///< As the first entry has it.
  std::string second;
  friend bool operator==(const link_evidence&, const link_evidence&) = default;
};

/// Two entries of different lists that are one party.
struct party_link {
  std::size_t first = 0;  ///< Positions in what was compared; first < second.
  std::size_t second = 0;
  std::vector<link_evidence> evidences;  ///< At least one; by kind.
  friend bool operator==(const party_link&, const party_link&) = default;
};

/// The links among these entries, by position. Entries of one list are never linked: it has them as
/// two. The result depends on the entries alone.
[[nodiscard]] std::vector<party_link> find_same_parties(std::span<const listed_party* const> entries,
                                                        const score_rules& rules = {});

/// By position the first entry of the same party, over any chain of links.
[[nodiscard]] std::vector<std::size_t> first_of_party(std::size_t entries,
                                                      std::span<const party_link> links);

}  // namespace tradewarden

#endif  // TRADEWARDEN_SAME_PARTY_HPP
