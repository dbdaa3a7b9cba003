// How a variant of each kind is made of one listed name.
//
// Threads: pure functions of the name and of what is drawn.
#ifndef TRADEWARDEN_EVALUATE_VARIANT_MAKERS_HPP
#define TRADEWARDEN_EVALUATE_VARIANT_MAKERS_HPP

#include <optional>
#include <string>

#include "evaluate/name_pool.hpp"
#include "evaluate/split_mix.hpp"

namespace tradewarden::evaluating {

/// Nothing where the name does not lend itself to the kind.
using variant_text = std::optional<std::string>;

// Slips of the fingers, in a word of four Latin letters or more that is no legal form.
[[nodiscard]] variant_text one_typo(const listed_name& n, split_mix& random);
[[nodiscard]] variant_text two_typos(const listed_name& n, split_mix& random);
[[nodiscard]] variant_text first_letter_typo(const listed_name& n, split_mix& random);
[[nodiscard]] variant_text transposition(const listed_name& n, split_mix& random);
[[nodiscard]] variant_text doubled_letter(const listed_name& n, split_mix& random);
[[nodiscard]] variant_text missing_vowel(const listed_name& n, split_mix& random);
[[nodiscard]] variant_text truncation(const listed_name& n, split_mix& random);

// Words moved, lost, cut, joined.
[[nodiscard]] variant_text order(const listed_name& n, split_mix& random);
[[nodiscard]] variant_text dropped_word(const listed_name& n, split_mix& random);
/// `other` lends its word.
[[nodiscard]] variant_text extra_word(const listed_name& n, const listed_name& other,
                                      split_mix& random);
[[nodiscard]] variant_text initials(const listed_name& n, split_mix& random);
[[nodiscard]] variant_text joined_words(const listed_name& n, split_mix& random);
[[nodiscard]] variant_text split_word(const listed_name& n, split_mix& random);

// Legal forms of organisations.
[[nodiscard]] variant_text other_legal_form(const listed_name& n, split_mix& random);
[[nodiscard]] variant_text lost_legal_form(const listed_name& n, split_mix& random);
[[nodiscard]] variant_text added_legal_form(const listed_name& n, split_mix& random);

// Other spellings of names that were romanised.
[[nodiscard]] variant_text russian_spelling(const listed_name& n, split_mix& random);
[[nodiscard]] variant_text arabic_spelling(const listed_name& n, split_mix& random);
[[nodiscard]] variant_text in_cyrillic(const listed_name& n, split_mix& random);
[[nodiscard]] variant_text chinese_order(const listed_name& n, split_mix& random);

// Names of nobody.
/// The given names of one person with the family name of another.
[[nodiscard]] variant_text recombined(const listed_name& given, const listed_name& family);
/// From a small table of common names; `group` is one of those of the kinds neg_invented_...
[[nodiscard]] variant_text invented(std::string_view group, split_mix& random);

}  // namespace tradewarden::evaluating

#endif  // TRADEWARDEN_EVALUATE_VARIANT_MAKERS_HPP
