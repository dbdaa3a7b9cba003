// How much of a long test to run: sanitizers make everything five to ten times slower.
#ifndef TRADEWARDEN_TESTS_SUPPORT_TEST_SCALE_HPP
#define TRADEWARDEN_TESTS_SUPPORT_TEST_SCALE_HPP

#include <cstddef>

namespace tradewarden::tests {

/// Whether the library under test was compiled for a sanitizer. The build says so: the tests
/// themselves may be compiled without one.
[[nodiscard]] bool sanitized() noexcept;

/// Take every n-th case: `plainly`, or `under_sanitizer`.
[[nodiscard]] inline std::size_t every(std::size_t plainly, std::size_t under_sanitizer) noexcept {
  return sanitized() ? under_sanitizer : plainly;
}

}  // namespace tradewarden::tests

#endif  // TRADEWARDEN_TESTS_SUPPORT_TEST_SCALE_HPP
