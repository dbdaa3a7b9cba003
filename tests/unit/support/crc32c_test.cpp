#include "support/crc32c.hpp"

#include <boost/crc.hpp>
#include <random>
#include <string>

#include "catch.hpp"

namespace tradewarden::tests {
namespace {

/// Another hand's: bit by bit as the polynomial says.
std::uint32_t by_boost(std::string_view bytes) {
  boost::crc_optimal<32, 0x1EDC6F41, 0xFFFFFFFF, 0xFFFFFFFF, true, true> crc;
  crc.process_bytes(bytes.data(), bytes.size());
  return crc.checksum();
}

}  // namespace

TEST_CASE("the check values of RFC 3720, appendix B.4", "[crc32c]") {
  CHECK(support::crc32c(std::string(32, '\0')) == 0x8A9136AA);
  CHECK(support::crc32c(std::string(32, '\xFF')) == 0x62A8AB43);
  std::string rising;
  for (char c = 0; c < 32; ++c) rising += c;
  CHECK(support::crc32c(rising) == 0x46DD794E);
  CHECK(support::crc32c("123456789") == 0xE3069283);
  CHECK(support::crc32c("") == 0);
  CHECK(support::crc32c_by_tables("123456789") == 0xE3069283);
}

TEST_CASE("instruction, tables and Boost agree at every length and alignment", "[crc32c]") {
  if (!support::has_crc32c_instruction()) WARN("this processor has no instruction for CRC32C");
  std::mt19937 random(5);
  std::string bytes(40'000, '\0');
  for (char& c : bytes) c = static_cast<char>(random());
  const auto agree = [&](std::size_t from, std::size_t length) {
    const std::string_view part = std::string_view(bytes).substr(from, length);
    const std::uint32_t expected = by_boost(part);
    return support::crc32c(part) == expected && support::crc32c_by_tables(part) == expected;
  };
  // Around the lengths where streams begin: 3 x 256 and 3 x 2048.
  for (std::size_t length = 0; length < 1'700; ++length) REQUIRE(agree(length % 9, length));
  for (std::size_t length = 6'100; length < 6'200; ++length) REQUIRE(agree(3, length));
  for (int i = 0; i < 300; ++i) REQUIRE(agree(random() % 100, random() % 39'000));
}

}  // namespace tradewarden::tests
