// How much of a long test to run: sanitizers make everything five to ten times slower.
#ifndef TRADEWARDEN_TESTS_SUPPORT_TEST_SCALE_HPP
#define TRADEWARDEN_TESTS_SUPPORT_TEST_SCALE_HPP

#include <cstddef>

namespace tradewarden::tests {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool k_sanitized = true;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
inline constexpr bool k_sanitized = true;
#else
inline constexpr bool k_sanitized = false;
#endif
#else
inline constexpr bool k_sanitized = false;
#endif

/// Take every n-th case: `plainly`, or `sanitized` under a sanitizer.
[[nodiscard]] constexpr std::size_t every(std::size_t plainly, std::size_t sanitized) {
  return k_sanitized ? sanitized : plainly;
}

}  // namespace tradewarden::tests

#endif  // TRADEWARDEN_TESTS_SUPPORT_TEST_SCALE_HPP
