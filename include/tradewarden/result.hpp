// A value or an error; the shape is that of std::expected<T, error> (which clang-16 lacks here).
//
// Example:
//   tradewarden::result<tradewarden::day> d = tradewarden::day::parse("2018-05-01");
//   if (!d) return d.error();
//   use(*d);
//
// Threads: as its value. Calling value() on an error, or error() on a value, aborts.
#ifndef TRADEWARDEN_RESULT_HPP
#define TRADEWARDEN_RESULT_HPP

#include <cstdlib>
#include <optional>
#include <type_traits>
#include <utility>
#include <variant>

#include "tradewarden/error.hpp"

namespace tradewarden {

template <class T>
class [[nodiscard]] result {
 public:
  using value_type = T;

  result(T value) : state_(std::in_place_index<0>, std::move(value)) {}  // NOLINT: implicit as in std::expected
  result(tradewarden::error e) : state_(std::in_place_index<1>, std::move(e)) {}      // NOLINT

  [[nodiscard]] bool has_value() const noexcept { return state_.index() == 0; }
  explicit operator bool() const noexcept { return has_value(); }

  [[nodiscard]] T& value() & { return *get(); }
  [[nodiscard]] const T& value() const& { return *get(); }
  [[nodiscard]] T&& value() && { return std::move(*get()); }
  [[nodiscard]] T& operator*() & { return *get(); }
  [[nodiscard]] const T& operator*() const& { return *get(); }
  [[nodiscard]] T&& operator*() && { return std::move(*get()); }
  [[nodiscard]] T* operator->() { return get(); }
  [[nodiscard]] const T* operator->() const { return get(); }

  [[nodiscard]] const tradewarden::error& error() const& {
    if (has_value()) std::abort();
    return *std::get_if<1>(&state_);
  }
  [[nodiscard]] tradewarden::error& error() & {
    if (has_value()) std::abort();
    return *std::get_if<1>(&state_);
  }

  [[nodiscard]] T value_or(T other) const& { return has_value() ? *get() : std::move(other); }

 private:
  T* get() {
    if (!has_value()) std::abort();
    return std::get_if<0>(&state_);
  }
  const T* get() const {
    if (!has_value()) std::abort();
    return std::get_if<0>(&state_);
  }
  std::variant<T, tradewarden::error> state_;
};

/// Success without a value, or an error.
template <>
class [[nodiscard]] result<void> {
 public:
  result() = default;
  result(tradewarden::error e) : error_(std::move(e)) {}  // NOLINT
  [[nodiscard]] bool has_value() const noexcept { return !error_.has_value(); }
  explicit operator bool() const noexcept { return has_value(); }
  [[nodiscard]] const tradewarden::error& error() const& {
    if (!error_.has_value()) std::abort();
    return *error_;
  }

 private:
  std::optional<tradewarden::error> error_;
};

}  // namespace tradewarden

#endif  // TRADEWARDEN_RESULT_HPP
