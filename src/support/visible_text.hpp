// Text from elsewhere as a person shall see it: nothing in it is hidden, turned round or a command.
//
// Example:
//   visible("PUMP\u202Egnp");            // "PUMP<U+202E>gnp"
//
// A part or a list may be named by somebody who wants another name to be read: with marks that turn
// the writing direction, letters of no width, or escapes that command a terminal. In JSON and CSV a
// name stays as it is; what a person reads goes through here.
//
// Threads: pure functions.
#ifndef TRADEWARDEN_SUPPORT_VISIBLE_TEXT_HPP
#define TRADEWARDEN_SUPPORT_VISIBLE_TEXT_HPP

#include <string>
#include <string_view>

namespace tradewarden::support {

/// Leaves no mark of its own where it is shown: controls, formats, fillers, selectors, tags.
[[nodiscard]] bool is_unseen(char32_t code) noexcept;

/// What is unseen becomes "<U+200B>", broken UTF-8 U+FFFD. Line ends and tabs stay. So do the joiner
/// and the non-joiner inside a word of the scripts that write with them (Arabic to Sinhala).
[[nodiscard]] std::string visible(std::string_view text);

}  // namespace tradewarden::support

#endif  // TRADEWARDEN_SUPPORT_VISIBLE_TEXT_HPP
