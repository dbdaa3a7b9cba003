// Words of Latin letters in their case, for the makers of variants.
//
// Threads: pure functions.
#ifndef TRADEWARDEN_EVALUATE_LETTERS_HPP
#define TRADEWARDEN_EVALUATE_LETTERS_HPP

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>

#include "names/words.hpp"
#include "support/ascii.hpp"

namespace tradewarden::evaluating {

/// All of it A to Z in either case.
[[nodiscard]] inline bool is_latin_word(std::string_view w) {
  return !w.empty() && std::all_of(w.begin(), w.end(), ascii::is_alpha);
}

[[nodiscard]] inline bool is_vowel(char c) {
  return std::string_view("aeiouAEIOU").find(c) != std::string_view::npos;
}

/// The letters and digits of a word in lower case: how a table of words has it.
[[nodiscard]] inline std::string bare(std::string_view w) {
  std::string out;
  for (const char c : w) {
    if (ascii::is_alpha(c) || ascii::is_digit(c)) out += ascii::lower(c);
  }
  return out;
}

[[nodiscard]] inline bool is_legal_form(std::string_view w) {
  return names::look_up_word(bare(w)).is_legal_form;
}

/// A legal form, or a word of one that is spelled out: a slip in it tests nothing.
[[nodiscard]] inline bool is_form_word(std::string_view w) {
  constexpr std::string_view k_words[] = {"limited", "liability", "company", "joint", "stock", "public",
                                          "private", "open", "closed", "corporation", "incorporated",
                                          "aktsionernoe", "obshchestvo"};
  const std::string b = bare(w);
  return is_legal_form(w) || std::find(std::begin(k_words), std::end(k_words), b) != std::end(k_words);
}

/// `lower` written as `like` is: all capitals, the first one, or none.
[[nodiscard]] inline std::string in_case_of(std::string lower, std::string_view like) {
  const auto upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  const bool all = like.size() > 1 && std::none_of(like.begin(), like.end(), [](char c) {
    return c >= 'a' && c <= 'z';
  });
  if (all) {
    for (char& c : lower) c = ascii::upper(c);
  } else if (!like.empty() && upper(like.front()) && !lower.empty()) {
    lower.front() = ascii::upper(lower.front());
  }
  return lower;
}

}  // namespace tradewarden::evaluating

#endif  // TRADEWARDEN_EVALUATE_LETTERS_HPP
