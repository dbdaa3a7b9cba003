// What a caller hands in: texts, days, numbers of enumerations, and structs that may be older or newer
// than this library.
//
// Example:
//   const auto o = read_struct(options, "options");      // zeros behind what an older caller knows
//   if (!o) return o.error();
//   const auto on = day_of(o->as_of, "as_of");
//
// Threads: pure functions.
#ifndef TRADEWARDEN_CAPI_INPUT_HPP
#define TRADEWARDEN_CAPI_INPUT_HPP

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "capi/handle.hpp"
#include "tradewarden/day.hpp"
#include "tradewarden/schema.hpp"

namespace tradewarden::capi {

/// No struct of this interface will ever be so large: a size beyond it was never set.
inline constexpr std::size_t k_most_struct_bytes = 1 << 14;

/// Views the caller's bytes. Error usage if there is a length and no pointer.
[[nodiscard]] result<std::string_view> text_of(const char* data, std::size_t size,
                                               std::string_view parameter);
[[nodiscard]] result<std::string_view> text_of(const tw_str& s, std::string_view parameter);
/// The same as a path: not empty, and without a zero inside.
[[nodiscard]] result<std::string> path_of(const char* data, std::size_t size,
                                          std::string_view parameter);
[[nodiscard]] result<std::vector<std::string>> texts_of(const tw_str* all, std::size_t count,
                                                        std::string_view parameter);
/// Error usage if `count` elements cannot be there.
[[nodiscard]] result<void> check_array(const void* all, std::size_t count, std::size_t alignment,
                                       std::string_view parameter);

/// Nothing for 0. Error bad_value for what is no day.
[[nodiscard]] result<std::optional<day>> day_of(tw_day yyyymmdd, std::string_view parameter);
[[nodiscard]] result<day> required_day(tw_day yyyymmdd, std::string_view parameter);
[[nodiscard]] result<bool> flag_of(std::int32_t flag, std::string_view parameter);
/// Error bad_value unless 0 <= value <= last.
[[nodiscard]] result<std::int32_t> choice_of(std::int32_t value, std::int32_t last,
                                             std::string_view parameter);
[[nodiscard]] result<schema> schema_of(std::int32_t value);

/// What is wrong with a struct's size, or nothing.
[[nodiscard]] std::optional<error> size_problem(const void* from, std::size_t size,
                                                std::size_t known, std::string_view parameter);

/// The caller's struct as this library knows it: what an older caller lacks is zero; what a newer
/// one has set beyond is an error, for it would be ignored. NULL is all defaults.
template <class Struct>
[[nodiscard]] result<Struct> read_struct(const Struct* from, std::string_view parameter) {
  static_assert(std::is_trivially_copyable_v<Struct>);
  Struct out{};
  out.struct_size = sizeof(Struct);
  if (from == nullptr) return out;
  if (!is_memory(from, alignof(Struct))) return no_handle(parameter);
  const std::size_t size = from->struct_size;
  if (auto problem = size_problem(from, size, sizeof(Struct), parameter)) return *problem;
  std::memcpy(&out, from, std::min(size, sizeof(Struct)));
  out.struct_size = sizeof(Struct);
  return out;
}

/// Element `i` of an array whose elements have the struct_size of the first.
template <class Struct>
[[nodiscard]] result<Struct> read_element(const Struct* all, std::size_t i,
                                          std::string_view parameter) {
  const std::size_t stride = all->struct_size;
  if (stride % alignof(Struct) != 0 || stride < sizeof(std::size_t) ||
      stride > k_most_struct_bytes) {
    return usage("struct_size is not set: start from the _INIT macro", parameter);
  }
  const auto* at = reinterpret_cast<const Struct*>(reinterpret_cast<const char*>(all) + i * stride);
  if (at->struct_size != stride) {
    return usage("the elements of the array differ in struct_size", parameter);
  }
  return read_struct(at, parameter);
}

}  // namespace tradewarden::capi

#endif  // TRADEWARDEN_CAPI_INPUT_HPP
