// Index files of former versions, kept as they were written: each opens, or is refused by name.
#include <string>

#include "catch.hpp"
#include "tradewarden/party_index.hpp"

namespace tradewarden::tests {

TEST_CASE("an index file of a former format version is refused by its version", "[index]") {
  for (const std::string version : {"1", "2", "3"}) {
    for (const verify how : {verify::fully, verify::lazily}) {
      const std::string file = "version-" + version + ".twi";
      const auto idx = party_index::open(TRADEWARDEN_SOURCE_DIR "/tests/golden/index/" + file, how);
      REQUIRE_FALSE(idx.has_value());
      CHECK(idx.error().code == errc::old_version);
      CHECK(idx.error().message == "index format version " + version +
                                       "; this engine reads version 4: build the index again from "
                                       "its lists");
      CHECK(idx.error().file.find(file) != std::string::npos);
    }
  }
}

}  // namespace tradewarden::tests
