#include "store/packed_bytes.hpp"

#include "catch.hpp"

using namespace tradewarden::store;

TEST_CASE("packed_bytes: comes back whole, or not at all", "[store]") {
  for (const std::string& text : {std::string(), std::string("a"), std::string(100'000, 'z'), std::string("\0\xFF\n", 3)}) {
    const std::string packed = pack(text);
    CHECK(unpack(packed, text.size()) == text);
    CHECK_FALSE(unpack(packed, text.size() + 1));
    CHECK_FALSE(unpack(packed.substr(0, packed.size() - 1), text.size()));
    if (!text.empty()) CHECK_FALSE(unpack(packed, text.size() - 1));
  }
  CHECK(pack(std::string(100'000, 'z')).size() < 1000);
}

TEST_CASE("packed_bytes: a size that no packing gives is refused before memory is asked for", "[store]") {
  CHECK_FALSE(unpack("x", std::uint64_t{1} << 60));
  CHECK_FALSE(unpack("no zlib stream", 10));
}
