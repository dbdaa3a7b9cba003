// Foreign names that were transcribed into kana or ideographs.
//
// Example:
//   transcribed_kana("kurimuto", true);   // "klimt"
//
// Threads: pure functions over constant tables.
#ifndef TRADEWARDEN_NAMES_TRANSCRIPTION_SPELLING_HPP
#define TRADEWARDEN_NAMES_TRANSCRIPTION_SPELLING_HPP

#include <string>
#include <string_view>

#include "names/script_words.hpp"

namespace tradewarden::names {

/// A common foreign name, or null. `normal` is what han_spelling.cpp looks words up by.
[[nodiscard]] const script_word* foreign_name(std::u32string_view word,
                                              std::u32string (*normal)(std::u32string_view));
/// By the sounds that China writes foreign names with; empty if an ideograph is not one of those.
[[nodiscard]] std::string transcribed_ideographs(std::u32string_view word,
                                                 std::u32string (*normal)(std::u32string_view));
/// Romaji without the vowels that only carry a consonant; r may be meant to be l.
[[nodiscard]] std::string transcribed_kana(std::string_view romaji, bool with_l);

[[nodiscard]] std::string transcription_tables_text();

}  // namespace tradewarden::names

#endif  // TRADEWARDEN_NAMES_TRANSCRIPTION_SPELLING_HPP
