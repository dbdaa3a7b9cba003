// Exact amounts that are not known exactly, none below zero.
//
// Example:
//   interval v = known(300);
//   assert(plus(v, unknown_amount()).high == std::nullopt);
//
// Threads: plain values.
#ifndef TRADEWARDEN_RULES_OF_ORIGIN_INTERVAL_HPP
#define TRADEWARDEN_RULES_OF_ORIGIN_INTERVAL_HPP

#include <optional>
#include <string>

#include "origin/big.hpp"
#include "tradewarden/bill.hpp"
#include "tradewarden/regional_value_content.hpp"
#include "tradewarden/truth.hpp"

namespace tradewarden::detail {

/// No high: no upper bound is known.
struct interval {
  ratio low = 0;
  std::optional<ratio> high = ratio(0);
  [[nodiscard]] bool is_point() const { return high && *high == low; }
  friend bool operator==(const interval&, const interval&) = default;
};

[[nodiscard]] inline interval known(ratio v) { return {v, v}; }
[[nodiscard]] inline interval unknown_amount() { return {0, std::nullopt}; }

[[nodiscard]] inline interval plus(const interval& a, const interval& b) {
  interval out{a.low + b.low, std::nullopt};
  if (a.high && b.high) out.high = *a.high + *b.high;
  return out;
}

/// a - b, and zero where that is below.
[[nodiscard]] inline interval minus(const interval& a, const interval& b) {
  interval out{0, std::nullopt};
  if (b.high && a.low > *b.high) out.low = a.low - *b.high;
  if (a.high) out.high = *a.high > b.low ? ratio(*a.high - b.low) : ratio(0);
  return out;
}

[[nodiscard]] inline interval times(const interval& a, const ratio& n) {
  interval out{a.low * n, std::nullopt};
  if (a.high) {
    out.high = *a.high * n;
  } else if (n == 0) {
    out.high = ratio(0);
  }
  return out;
}

/// The smaller of two amounts.
[[nodiscard]] inline interval least(const interval& a, const interval& b) {
  interval out{a.low < b.low ? a.low : b.low, a.high};
  if (!out.high || (b.high && *b.high < *out.high)) out.high = b.high;
  return out;
}

/// One of them, it is not known which.
[[nodiscard]] inline interval either(const interval& a, const interval& b) {
  interval out{a.low < b.low ? a.low : b.low, std::nullopt};
  if (a.high && b.high) out.high = *a.high > *b.high ? *a.high : *b.high;
  return out;
}

/// `then` if it is so, else zero.
[[nodiscard]] inline interval only_if(truth so, const interval& then) {
  if (so == truth::yes) return then;
  return so == truth::no ? interval{} : interval{0, then.high};
}

/// Is a at most b?
[[nodiscard]] inline truth at_most(const interval& a, const interval& b) {
  if (a.high && *a.high <= b.low) return truth::yes;
  return b.high && a.low > *b.high ? truth::no : truth::unknown;
}

[[nodiscard]] inline interval to_interval(const price_range& p) {
  return p.known ? interval{to_ratio(p.low), to_ratio(p.high)} : unknown_amount();
}

[[nodiscard]] inline amount_range to_amount(const interval& i) {
  amount_range out{to_fraction(i.low), std::nullopt};
  if (i.high) out.high = to_fraction(*i.high);
  return out;
}

[[nodiscard]] inline std::string text_of(const interval& i) { return to_amount(i).to_string(); }

}  // namespace tradewarden::detail

#endif  // TRADEWARDEN_RULES_OF_ORIGIN_INTERVAL_HPP
