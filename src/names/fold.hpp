// A name becomes a sequence of folded tokens: the only form in which names are compared.
//
//   "PETROV, Ivan"                     ->  ivan petrov          (turned: LAST, First)
//   "Zhongxing Telecom. Co., Limited"  ->  zhongxing telecom co ltd
//   "A.B.C. d.o.o."                    ->  abc doo
//   "Открытое акционерное общество X"  ->  oao x
//
// Example:
//   for (const auto& t : tradewarden::names::fold("ZTE Kangxun Co., Ltd.")) use(t.text);
//
// Threads: pure functions.
#ifndef TRADEWARDEN_NAMES_FOLD_HPP
#define TRADEWARDEN_NAMES_FOLD_HPP

#include <string>
#include <string_view>
#include <vector>

#include "names/name_tables.hpp"

namespace tradewarden::names {

/// Longest token, in bytes; a longer run of letters is cut into several tokens.
inline constexpr std::size_t k_max_token_bytes = 64;
/// Most tokens of a name. In a longer one the tokens from this one on are replaced by one digest
/// of theirs, so that equal names stay equal and different ones different.
inline constexpr std::size_t k_max_tokens = 48;

struct folded_token {
  std::string text;
  /// A slip in the words of a legal form was mended ("limted", "com pany", "grouplimited"): the
  /// token counts as what was meant, yet the names are not equal.
  bool repaired = false;
  friend bool operator==(const folded_token&, const folded_token&) = default;
};

/// Folds a name, by its likeliest reading; malformed UTF-8 separates tokens. Depends on nothing but
/// the text and the tables.
[[nodiscard]] std::vector<folded_token> fold(std::string_view name,
                                             const name_tables& tables = current_tables());

/// The words of a text as they stand, letters folded but nothing turned, rewritten or mended: what a
/// table of words holds.
[[nodiscard]] std::vector<std::string> fold_words(std::string_view text,
                                                  const name_tables& tables = current_tables());

/// By every reading that the name's script leaves open (latin_spelling.hpp): distinct, the first as
/// fold() has it. A name in Latin letters has one, and another where a capital shows that words were
/// written together ("FridrichLindenberg") or a surname has two particles ("van der Bilt").
[[nodiscard]] std::vector<std::vector<folded_token>> fold_readings(
    std::string_view name, const name_tables& tables = current_tables());

}  // namespace tradewarden::names

#endif  // TRADEWARDEN_NAMES_FOLD_HPP
