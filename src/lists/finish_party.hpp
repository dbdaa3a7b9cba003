// The last touch on a party that a reader has filled: sorted code lists, no fact twice.
//
// Threads: a pure function of its argument.
#ifndef TRADEWARDEN_LISTS_FINISH_PARTY_HPP
#define TRADEWARDEN_LISTS_FINISH_PARTY_HPP

#include <string>
#include <string_view>
#include <vector>

#include "tradewarden/listed_party.hpp"

namespace tradewarden::lists {

/// Sorts and makes unique the country codes; makes names, programmes, birth dates and places,
/// identifiers, addresses and linked parties unique, the first place keeping its position. Two
/// names of one text are one name: strong if either is. Time n log n in the party's facts.
void finish_party(listed_party& party);

/// True if one of the names has a letter or a digit. A party of which none has ("???? ???") folds
/// to nothing, and no search can find it.
[[nodiscard]] bool can_be_found(const listed_party& party);

/// What a reader says of a party that cannot be found.
inline constexpr std::string_view k_cannot_be_found =
    "no name of this party holds a letter or digit: no search can find it";

/// Without the empty and the doubled, in alphabetical order.
void sort_unique(std::vector<std::string>& values);

}  // namespace tradewarden::lists

#endif  // TRADEWARDEN_LISTS_FINISH_PARTY_HPP
