// What every function of the C interface does round its work: knows its handles, catches everything,
// and tells a failure by value.
//
// Example:
//   return capi::make(out, error, [&]() -> made<tw_text> { return new_text(to_json(answer)); });
//
// Threads: pure functions.
#ifndef TRADEWARDEN_CAPI_HANDLE_HPP
#define TRADEWARDEN_CAPI_HANDLE_HPP

#include <cstdint>
#include <exception>
#include <memory>
#include <new>
#include <string_view>
#include <utility>

#include "tradewarden.h"
#include "tradewarden/error.hpp"
#include "tradewarden/result.hpp"

namespace tradewarden::capi {

/// Begins every handle, so that one of another kind, or one that was freed, is known in most cases:
/// languages that call C see all handles as one type.
template <std::uint32_t Kind>
struct tagged {
  static constexpr std::uint32_t k_tag = 0x74770000U + Kind;

  tagged() = default;
  tagged(const tagged&) = default;
  tagged& operator=(const tagged&) = default;
  ~tagged() { tag = 0; }

  volatile std::uint32_t tag = k_tag;  // volatile: the last write is meant to be seen
};

/// No program has anything there: a small number in the place of a pointer.
[[nodiscard]] inline bool is_memory(const void* p, std::size_t alignment) noexcept {
  const auto address = reinterpret_cast<std::uintptr_t>(p);
  return address >= 4096 && address % alignment == 0;
}

template <class Handle>
[[nodiscard]] bool is(const Handle* h) noexcept {
  return is_memory(h, alignof(Handle)) && h->tag == Handle::k_tag;
}

template <class Handle>
void release(Handle* h) noexcept {
  if (is(h)) delete h;
}

[[nodiscard]] error usage(std::string_view message, std::string_view field = {});
/// "index is NULL, freed, or another kind of handle".
[[nodiscard]] error no_handle(std::string_view parameter);

/// Fills in the caller's struct, if there is one; returns the status.
tw_status tell(tw_error* to, const error& e) noexcept;
/// The same without memory to make an error of.
tw_status tell(tw_error* to, tw_status status, std::string_view message) noexcept;

/// Runs the body, and catches whatever leaves it.
template <class Body>
tw_status guarded(tw_error* to, Body&& body) noexcept {
  try {
    const result<void> done = std::forward<Body>(body)();
    return done ? TW_OK : tell(to, done.error());
  } catch (const std::bad_alloc&) {
    return tell(to, TW_OUT_OF_MEMORY, "the machine has no more memory for this call");
  } catch (const std::exception& e) {
    return tell(to, TW_INTERNAL, e.what());
  } catch (...) {
    return tell(to, TW_INTERNAL, "an exception of unknown type left a function");
  }
}

template <class Handle>
using made = result<std::unique_ptr<Handle>>;

/// Runs a body that makes a handle, and gives it to the caller.
template <class Handle, class Body>
tw_status make(Handle** out, tw_error* to, Body&& body) noexcept {
  return guarded(to, [&]() -> result<void> {
    if (!is_memory(out, alignof(Handle*))) return usage("there is no place for the result", "out");
    *out = nullptr;
    made<Handle> done = std::forward<Body>(body)();
    if (!done) return done.error();
    *out = done->release();
    return {};
  });
}

}  // namespace tradewarden::capi

#endif  // TRADEWARDEN_CAPI_HANDLE_HPP
