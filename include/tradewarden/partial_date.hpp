// A date as lists give it: a day, a month, a year, a span of years, or about any of these.
// It is kept as the earliest and the latest day that it may mean.
//
//   "07 Oct 1954"  ->  1954-10-07 .. 1954-10-07
//   "Oct 1954"     ->  1954-10-01 .. 1954-10-31
//   "circa 1954"   ->  1954-01-01 .. 1954-12-31, approximate
//   "1954 to 1956" ->  1954-01-01 .. 1956-12-31
//
// Example:
//   auto born = tradewarden::partial_date::parse("circa 1954").value();
//   assert(born.approximate);
//
// Threads: a plain value.
#ifndef TRADEWARDEN_PARTIAL_DATE_HPP
#define TRADEWARDEN_PARTIAL_DATE_HPP

#include <string>
#include <string_view>

#include "tradewarden/day.hpp"
#include "tradewarden/result.hpp"

namespace tradewarden {

struct partial_date {
  day earliest;
  day latest;
  bool approximate = false;  ///< "circa", "approximately", "about".

  /// Reads "YYYY", "YYYY-MM", "YYYY-MM-DD", "DD Mon YYYY", "Mon YYYY", "MM/DD/YYYY" and
  /// "A to B" or "A-B" of years, each optionally after "circa", "c.", "approximately" or "about".
  /// Error bad_value for anything else (the caller keeps the text as a remark).
  [[nodiscard]] static result<partial_date> parse(std::string_view text);

  /// "1954-10-07", "1954-10", "1954", "1954/1956"; "~" in front if approximate.
  [[nodiscard]] std::string to_string() const;

  /// How two dates of one kind stand to each other: agrees if the spans overlap. An approximate
  /// date is widened by one year on each side first.
  [[nodiscard]] bool agrees_with(const partial_date& other) const noexcept;

  friend bool operator==(const partial_date&, const partial_date&) = default;
};

}  // namespace tradewarden

#endif  // TRADEWARDEN_PARTIAL_DATE_HPP
