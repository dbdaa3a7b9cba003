// Lines of a view: a label in front, the text wrapped beside it.
//
// Example:
//   labelled(to, out, "why", "kangxun = kangxun");   //   why         kangxun = kangxun
//
// Threads: pure functions.
#ifndef TRADEWARDEN_CLI_LABELLED_HPP
#define TRADEWARDEN_CLI_LABELLED_HPP

#include <string>
#include <string_view>
#include <vector>

#include "cli/terminal.hpp"

namespace tradewarden::cli {

using text_lines = std::vector<std::string>;

/// Stands beside what was not read in its official text.
inline constexpr const char* k_unverified = " [unverified]";

void append(text_lines& to, const text_lines& more);
/// Nothing if the text is empty.
void labelled(text_lines& to, const terminal& out, std::string_view label, std::string_view text,
              ink colour = ink::none);

/// Sentences as one text: "a; b; c", without full stops.
[[nodiscard]] std::string joined(const std::vector<std::string>& sentences);
/// "does_not_trigger" as "does not trigger".
[[nodiscard]] std::string spaced(std::string_view word);

}  // namespace tradewarden::cli

#endif  // TRADEWARDEN_CLI_LABELLED_HPP
