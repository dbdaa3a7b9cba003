// Whether a folded token reads as two Chinese syllables written together: "guiying", "hongmei".
//
// Such a token is a word in use though no table has it: one that differs from it by an edit and reads
// so too is another name, not a slip.
//
// Example:
//   assert(tradewarden::names::is_two_chinese_syllables("guiying"));
//
// Threads: pure functions.
#ifndef TRADEWARDEN_NAMES_CHINESE_SYLLABLES_HPP
#define TRADEWARDEN_NAMES_CHINESE_SYLLABLES_HPP

#include <string_view>

namespace tradewarden::names {

/// By Hanyu Pinyin without tones: initial and final; not every such syllable exists.
[[nodiscard]] bool is_two_chinese_syllables(std::string_view token) noexcept;

}  // namespace tradewarden::names

#endif  // TRADEWARDEN_NAMES_CHINESE_SYLLABLES_HPP
