// A small table of text, fitted to the width at hand.
//
// Example:
//   table t({{"score", table::right}, {"name", table::flexible}});
//   t.add({{"0.9123"}, {"ZTE Kangxun"}});
//   for (const auto& line : t.lines(out)) std::cout << line << '\n';
//
// Threads: a plain value.
#ifndef TRADEWARDEN_CLI_TABLE_HPP
#define TRADEWARDEN_CLI_TABLE_HPP

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "cli/terminal.hpp"

namespace tradewarden::cli {

class table {
 public:
  enum layout : std::uint8_t {
    left,
    right,
    flexible,  ///< Left; shrinks, to 8 columns, where the width does not suffice.
    optional,  ///< Left; shrinks to 16 columns, then is left out; so it is where all cells are empty.
    whole,     ///< As optional, but never cut: for figures.
              ///< Optional and whole columns come last.
  };
  struct column {
    std::string title;
    layout kind = left;
  };
  struct cell {
    std::string text;  ///< Made printable by the table.
    ink colour = ink::none;
  };

  explicit table(std::vector<column> columns) : columns_(std::move(columns)) {}

  /// One cell per column.
  void add(std::vector<cell> row) { rows_.push_back(std::move(row)); }

  /// Title line and rows, without trailing blanks; then, if columns had no room, a line that names
  /// them.
  [[nodiscard]] std::vector<std::string> lines(const terminal& out) const;

 private:
  [[nodiscard]] std::vector<std::size_t> fitted(std::size_t width) const;
  [[nodiscard]] bool may_go(std::size_t at) const {
    return columns_[at].kind == optional || columns_[at].kind == whole;
  }
  [[nodiscard]] bool is_blank(std::size_t at) const;

  std::vector<column> columns_;
  std::vector<std::vector<cell>> rows_;
};

}  // namespace tradewarden::cli

#endif  // TRADEWARDEN_CLI_TABLE_HPP
