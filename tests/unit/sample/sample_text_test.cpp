#include "sample/sample_text.hpp"

#include <fstream>
#include <iterator>
#include <string>

#include "catch.hpp"

TEST_CASE("the embedded sample is the file, byte for byte", "[sample]") {
  std::ifstream in(TRADEWARDEN_SOURCE_DIR "/src/sample/sample.jsonl", std::ios::binary);
  REQUIRE(in);
  const std::string file((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  CHECK(tradewarden::sample::text().size() == file.size());
  CHECK(tradewarden::sample::text() == file);
}
