// The words that tell a man's name from a woman's (gender.hpp), of one score version: folded by that
// version's tables, and part of its digest.
//
// Threads: plain values; the texts are constants.
#ifndef TRADEWARDEN_NAMES_GENDER_WORDS_HPP
#define TRADEWARDEN_NAMES_GENDER_WORDS_HPP

#include <span>
#include <string>
#include <string_view>

namespace tradewarden::names {

struct gender_words {
  std::span<const std::string_view> male_titles;
  std::span<const std::string_view> female_titles;
  std::span<const std::string_view> sons;       ///< "oglu": stands behind the father's name.
  std::span<const std::string_view> daughters;
  std::span<const std::string_view> not_feminine;  ///< Surnames that only look like it.
  std::span<const std::string_view> male_given;
  std::span<const std::string_view> female_given;

  /// One line for each table: what the digest is made of.
  [[nodiscard]] std::string canonical_text() const;
};

/// Those of the newest score version.
[[nodiscard]] const gender_words& current_gender_words();

}  // namespace tradewarden::names

#endif  // TRADEWARDEN_NAMES_GENDER_WORDS_HPP
