// What stands on the other side of a stream: a terminal of some width with colours, or a file.
//
// Example:
//   terminal out = terminal::detect(1, colour_mode::automatic);
//   std::cout << out.paint(ink::red, "denied") << '\n';
//
// Threads: plain values.
#ifndef TRADEWARDEN_CLI_TERMINAL_HPP
#define TRADEWARDEN_CLI_TERMINAL_HPP

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tradewarden::cli {

enum class colour_mode : std::uint8_t { automatic, always, never };
enum class ink : std::uint8_t { none, bold, dim, red, yellow, green, cyan };

struct terminal {
  bool interactive = false;  ///< A person looks at it.
  bool colour = false;
  std::size_t width = 100;
  std::size_t height = 50;

  /// `fd` is 1 or 2. Colour only on a terminal, and never under NO_COLOR (no-color.org) or
  /// TERM=dumb, unless the mode says otherwise. Width: of the terminal, else COLUMNS, else 100.
  [[nodiscard]] static terminal detect(int fd, colour_mode mode);

  [[nodiscard]] std::string paint(ink colour_of, std::string_view text) const;
};

/// Columns that the text takes: wide letters (Han, Hangul, kana) take two, marks none.
[[nodiscard]] std::size_t display_width(std::string_view utf8) noexcept;

/// At most `width` columns, the last one a '~' if something was cut off.
[[nodiscard]] std::string clipped(std::string_view utf8, std::size_t width);

/// Filled up with blanks to `width` columns.
[[nodiscard]] std::string padded(std::string_view utf8, std::size_t width);

/// Fit to be shown: what would command the terminal, turn the writing direction or not be seen at all
/// is named ("<U+202E>", support/visible_text.hpp); line ends and tabs become a blank.
[[nodiscard]] std::string printable(std::string_view text);

/// Lines of at most `width` columns, broken at blanks; later lines begin with `indent` blanks.
[[nodiscard]] std::vector<std::string> wrapped(std::string_view text, std::size_t width,
                                               std::size_t indent);

/// "23,432"
[[nodiscard]] std::string grouped(std::uint64_t n);
/// "1 pair", "2,735 pairs"
[[nodiscard]] std::string counted(std::uint64_t n, const char* one, const char* many);

}  // namespace tradewarden::cli

#endif  // TRADEWARDEN_CLI_TERMINAL_HPP
