// Catch2 of either major version, under one name.
#ifndef TRADEWARDEN_TESTS_CATCH_HPP
#define TRADEWARDEN_TESTS_CATCH_HPP

#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
#else
#include <catch2/catch.hpp>
#endif

/// Leaves a test that lacks what it needs. `./run test` counts it as skipped, not as passed: the
/// word "skipped:" in the warning is what it counts.
#define TRADEWARDEN_SKIP(reason)    \
  do {                              \
    WARN("skipped: " << (reason));  \
    return;                         \
  } while (false)

#endif  // TRADEWARDEN_TESTS_CATCH_HPP
