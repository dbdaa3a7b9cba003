// Index files of former versions, kept as they were written: each opens, or is refused by name.
#include <string>

#include "catch.hpp"
#include "tradewarden/party_index.hpp"

namespace tradewarden::tests {

TEST_CASE("an index file of format version 1 is refused by its version", "[index]") {
  for (const verify how : {verify::fully, verify::lazily}) {
    const auto idx = party_index::open(TRADEWARDEN_SOURCE_DIR "/tests/golden/index/version-1.twi", how);
    REQUIRE_FALSE(idx.has_value());
    CHECK(idx.error().code == errc::old_version);
    CHECK(idx.error().message ==
          "index format version 1; this engine reads version 2: build the index again from its lists");
    CHECK(idx.error().file.find("version-1.twi") != std::string::npos);
  }
}

}  // namespace tradewarden::tests
