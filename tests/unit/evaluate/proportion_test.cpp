#include "tradewarden/proportion.hpp"

#include <cstdint>

#include "catch.hpp"

using tradewarden::proportion;

TEST_CASE("a proportion is rounded half up to four decimals", "[evaluate]") {
  CHECK(proportion{7, 8}.to_string() == "0.8750");
  CHECK(proportion{1, 3}.to_string() == "0.3333");
  CHECK(proportion{2, 3}.to_string() == "0.6667");
  CHECK(proportion{1, 20'000}.units() == 1);  // 0.5 of a unit
  CHECK(proportion{1, 20'001}.units() == 0);
  CHECK(proportion{5, 5}.to_string() == "1.0000");
}

TEST_CASE("a proportion of nothing is not known, and not zero", "[evaluate]") {
  CHECK_FALSE(proportion{0, 0}.is_known());
  CHECK(proportion{0, 0}.to_string().empty());
  CHECK(proportion{0, 5}.to_string() == "0.0000");
}

TEST_CASE("counts of any size make a proportion", "[evaluate]") {
  CHECK(proportion{UINT64_MAX, UINT64_MAX}.units() == 10'000);
  CHECK(proportion{UINT64_MAX / 2, UINT64_MAX}.units() == 5'000);
}
