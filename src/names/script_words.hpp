// A table of words of one script with what they become: translations, or spellings of names.
//
// The table is a text, a line each. An entry may be several words; one that ends in '-' is a stem
// that takes endings; what follows a second '=' is what the other reading has.
//
//   "завод-=plant"                           with any ending
//   "общество с ограниченной ответственностью=ooo"
//
// Example:
//   script_words table(k_cyrillic_words, &normal_cyrillic);
//   const script_word* w = table.find(U"банк");     // w->text == "bank"
//
// Threads: immutable once made.
#ifndef TRADEWARDEN_NAMES_SCRIPT_WORDS_HPP
#define TRADEWARDEN_NAMES_SCRIPT_WORDS_HPP

#include <cstddef>
#include <string>
#include <string_view>

#include "support/hash_map.hpp"

namespace tradewarden::names {

struct script_word {
  std::string_view text;   ///< May be empty: the word says nothing.
  std::string_view other;  ///< Of the other reading; empty: none.
  std::string_view third;  ///< Of one more; empty: none.
};

class script_words {
 public:
  /// `normal` brings an entry into the form in which words are looked up.
  script_words(std::string_view lines, std::u32string (*normal)(std::u32string_view));

  /// An entry equal to `key`: a word in normal form, or several with blanks between.
  [[nodiscard]] const script_word* find(std::u32string_view key) const;
  /// The longest stem that `word` begins with, its ending being `most_ending` letters at most.
  [[nodiscard]] const script_word* find_stem(std::u32string_view word,
                                             std::size_t most_ending) const;
  /// Most letters of an entry.
  [[nodiscard]] std::size_t longest() const noexcept { return longest_; }

 private:
  string_map<script_word> words_;  // by the bytes of the UTF-32 text
  string_map<script_word> stems_;
  std::size_t longest_ = 0;
};

[[nodiscard]] std::u32string decode_text(std::string_view utf8);

}  // namespace tradewarden::names

#endif  // TRADEWARDEN_NAMES_SCRIPT_WORDS_HPP
