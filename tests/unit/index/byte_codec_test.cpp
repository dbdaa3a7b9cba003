#include "index/byte_codec.hpp"

#include <cstdint>
#include <limits>

#include "catch.hpp"

namespace tradewarden::indexing {

TEST_CASE("numbers and texts come back", "[index]") {
  byte_writer w;
  const std::uint64_t numbers[] = {0, 1, 127, 128, 16'383, 16'384, std::numeric_limits<std::uint64_t>::max()};
  for (const std::uint64_t n : numbers) w.number(n);
  const std::int64_t signed_numbers[] = {0, -1, 1, -64, std::numeric_limits<std::int64_t>::min(),
                                         std::numeric_limits<std::int64_t>::max()};
  for (const std::int64_t n : signed_numbers) w.signed_number(n);
  w.text("abc");
  w.text("");
  byte_reader r(w.bytes());
  for (const std::uint64_t n : numbers) CHECK(r.number() == n);
  for (const std::int64_t n : signed_numbers) CHECK(r.signed_number() == n);
  CHECK(r.text() == "abc");
  CHECK(r.text().empty());
  CHECK(r.ok());
  CHECK(r.at_end());
}

TEST_CASE("small numbers are short", "[index]") {
  byte_writer w;
  w.number(127);
  CHECK(w.bytes().size() == 1);
  w.number(128);
  CHECK(w.bytes().size() == 3);
}

TEST_CASE("damaged bytes fail and stay failed", "[index]") {
  byte_reader cut("\x80");
  CHECK(cut.number() == 0);
  CHECK_FALSE(cut.ok());
  byte_reader endless("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF");
  CHECK(endless.number() == 0);
  CHECK_FALSE(endless.ok());
  byte_reader long_text("\x05" "ab");
  CHECK(long_text.text().empty());
  CHECK_FALSE(long_text.ok());
  CHECK(long_text.number() == 0);
  byte_reader many("\x7F" "ab");
  CHECK(many.count() == 0);
  CHECK_FALSE(many.ok());
}

}  // namespace tradewarden::indexing
