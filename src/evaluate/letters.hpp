// Words of Latin letters in their case, for the makers of variants.
//
// Threads: pure functions.
#ifndef TRADEWARDEN_EVALUATE_LETTERS_HPP
#define TRADEWARDEN_EVALUATE_LETTERS_HPP

#include <algorithm>
#include <span>
#include <string>
#include <string_view>

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

[[nodiscard]] inline bool is_one_of(std::string_view w, std::span<const std::string_view> words) {
  return std::find(words.begin(), words.end(), bare(w)) != words.end();
}

/// A legal form in its short spelling. A table of the variants' own: the same list makes the same
/// variants whatever the score learns.
[[nodiscard]] inline bool is_legal_form(std::string_view w) {
  constexpr std::string_view k_forms[] = {
      "ltd", "limited", "llc", "llp", "lp", "inc", "incorporated", "corp", "corporation", "co", "plc",
      "gmbh", "ag", "kg", "ohg", "sa", "sas", "sarl", "srl", "spa", "sl", "cv", "bv", "nv", "ab", "as",
      "oy", "aps", "doo", "dd", "ad", "ood", "eood", "kft", "zrt", "sro", "sia", "uab", "ou", "ooo",
      "ao", "oao", "zao", "pao", "nao", "jsc", "ojsc", "cjsc", "pjsc", "too", "pvt", "pte", "pty",
      "sdn", "bhd", "fze", "fzco", "fzc", "dmcc", "sal", "psc", "ltda", "cia", "sti", "kk", "pt", "tbk"};
  return is_one_of(w, k_forms);
}

/// A legal form, or a word of one that is spelled out: a slip in it tests nothing.
[[nodiscard]] inline bool is_form_word(std::string_view w) {
  constexpr std::string_view k_words[] = {"liability", "company", "joint", "stock", "public", "private",
                                          "open", "closed", "aktsionernoe", "obshchestvo"};
  return is_legal_form(w) || is_one_of(w, k_words);
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
