// What a caller gets: borrowed texts, days as numbers, exact figures, and structs that may be older or
// newer than this library.
//
// Example:
//   tw_evidence view{};
//   view.kind = str(e.kind);
//   return put(out, out_size, view);
//
// Threads: pure functions.
#ifndef TRADEWARDEN_CAPI_OUTPUT_HPP
#define TRADEWARDEN_CAPI_OUTPUT_HPP

#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include "capi/handle.hpp"
#include "capi/input.hpp"
#include "tradewarden/bill.hpp"
#include "tradewarden/counterfactual.hpp"
#include "tradewarden/day.hpp"
#include "tradewarden/exact_share.hpp"
#include "tradewarden/measure.hpp"

namespace tradewarden::capi {

/// Never a NULL in `data`, also of an empty text.
[[nodiscard]] inline tw_str str(std::string_view text) noexcept {
  return {text.empty() ? "" : text.data(), text.size()};
}
tw_str str(std::string&& text) = delete;  // would dangle

[[nodiscard]] tw_day number(const day& d) noexcept;
[[nodiscard]] tw_day number(const std::optional<day>& d) noexcept;

[[nodiscard]] tw_share share_view(const exact_share& s) noexcept;
[[nodiscard]] tw_amount amount_view(const amount_range& a) noexcept;
[[nodiscard]] tw_amount amount_view(const exact_fraction& f) noexcept;
/// Empty texts for nothing.
[[nodiscard]] tw_amount amount_view(const std::optional<exact_fraction>& f) noexcept;
[[nodiscard]] tw_decimal decimal_view(const decimal& d) noexcept;
[[nodiscard]] tw_price price_view(const price_range& p) noexcept;
[[nodiscard]] tw_measure measure_view(const measure& m) noexcept;
[[nodiscard]] tw_overlay overlay_view(const overlay& o) noexcept;
[[nodiscard]] tw_counterfactual counterfactual_view(const counterfactual& c) noexcept;

/// As much of the view as the caller knows; what a newer caller knows beyond is zero.
template <class View>
[[nodiscard]] tw_status put(View* out, std::size_t out_size, const View& view) noexcept {
  static_assert(std::is_trivially_copyable_v<View>);
  if (!is_memory(out, alignof(View)) || out_size == 0 || out_size > k_most_struct_bytes) {
    return TW_USAGE;
  }
  std::memcpy(static_cast<void*>(out), &view, std::min(out_size, sizeof(View)));
  if (out_size > sizeof(View)) {
    std::memset(reinterpret_cast<char*>(out) + sizeof(View), 0, out_size - sizeof(View));
  }
  return TW_OK;
}

/// For a struct that never grows, or a number.
template <class Value>
[[nodiscard]] tw_status put(Value* out, const Value& value) noexcept {
  return put(out, sizeof(Value), value);
}

/// Element `i` of rows, as its view; TW_USAGE if there is none.
template <class View, class Rows, class Make>
[[nodiscard]] tw_status put_row(View* out, std::size_t out_size, const Rows& rows, std::size_t i,
                                Make make_view) noexcept {
  if (i >= rows.size()) return TW_USAGE;
  return put(out, out_size, make_view(rows[i]));
}

}  // namespace tradewarden::capi

#endif  // TRADEWARDEN_CAPI_OUTPUT_HPP
