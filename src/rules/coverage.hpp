// Which paragraphs of an entry a row covers.
//
//   "*"            the whole entry
//   "a.2-a.14 b.9" these paragraphs and what is below them
//   "* !y"         all but .y
//   "~b.2"         perhaps: the entry's words decide by something that no table holds
//
// The longest match decides. An item of a coarser paragraph than the row ("b", and the row says
// "b.2") is unknown: it may be what the row means.
//
// Example:
//   auto c = coverage::parse("* !y").value();
//   assert(c.covers("x.1") == truth::yes && c.covers("y.99") == truth::no);
//   assert(c.covers("") == truth::unknown);            // "9A610" alone may be 9A610.y
//
// Threads: a plain value.
#ifndef TRADEWARDEN_RULES_COVERAGE_HPP
#define TRADEWARDEN_RULES_COVERAGE_HPP

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tradewarden/result.hpp"
#include "tradewarden/truth.hpp"

namespace tradewarden::rules {

/// "a", "b.2", "z.1.a": a letter, then numbers and letters after dots.
[[nodiscard]] bool is_paragraph(std::string_view text) noexcept;

class coverage {
 public:
  /// Covers nothing.
  coverage() = default;
  /// Error bad_value for anything but the grammar above, or two answers for one paragraph.
  [[nodiscard]] static result<coverage> parse(std::string_view text);

  /// `paragraph` as classification::paragraph() gives it; empty: not stated.
  [[nodiscard]] truth covers(std::string_view paragraph) const noexcept;

 private:
  struct item {
    std::string head;   // "a." of "a.2-a.14"; the whole path if it is no range
    std::string first;  // last components; empty if it is no range
    std::string last;
    truth answer = truth::yes;
    [[nodiscard]] bool contains(std::string_view paragraph) const noexcept;
    [[nodiscard]] bool lies_below(std::string_view paragraph) const noexcept;
    [[nodiscard]] std::size_t depth() const noexcept;
  };
  std::vector<item> items_;
  bool whole_ = false;
  truth rest_ = truth::no;  // what no item contains
};

}  // namespace tradewarden::rules

#endif  // TRADEWARDEN_RULES_COVERAGE_HPP
