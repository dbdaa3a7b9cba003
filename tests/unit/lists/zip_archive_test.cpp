#include "lists/zip_archive.hpp"

#include "catch.hpp"
#include "support/zip_of.hpp"

using namespace tradewarden;
using lists::zip_archive;

TEST_CASE("zip_archive: stored and deflated files are read", "[zip]") {
  const std::string big(100'000, 'x');
  for (const bool deflated : {false, true}) {
    const std::string bytes = tests::zip_of({{"a.txt", "one"}, {"b/c.txt", big}, {"empty", ""}}, deflated);
    const zip_archive zip = zip_archive::open(bytes, "f.zip").value();
    CHECK(zip.read("a.txt", 3).value() == "one");
    CHECK(zip.read("b/c.txt", 1'000'000).value() == big);
    CHECK(zip.read("empty", 0).value().empty());
    CHECK(zip.read("a.txt", 2).error().code == errc::limit_exceeded);
    CHECK(zip.read("none", 9).error().code == errc::missing_field);
    CHECK_FALSE(zip.has("none"));
  }
}

TEST_CASE("zip_archive: what is damaged, encrypted or of another kind is refused", "[zip]") {
  const std::string good = tests::zip_of({{"a.txt", "one two three one two three"}}, true);
  const auto read = [](const std::string& bytes) -> result<std::string> {
    const auto zip = zip_archive::open(bytes, "f.zip");
    if (!zip) return zip.error();
    return zip->read("a.txt", 100);
  };
  REQUIRE(read(good));
  for (std::size_t cut = 0; cut < good.size(); ++cut) CHECK_FALSE(read(good.substr(0, cut)));
  for (std::size_t at = 0; at < good.size(); ++at) {
    std::string bad = good;
    bad[at] = static_cast<char>(bad[at] ^ 0x7F);
    const auto got = read(bad);
    if (got) CHECK(*got == "one two three one two three");  // a date, say
  }
  std::string encrypted = good;
  encrypted[good.find("PK\x01\x02") + 8] = 1;
  CHECK(read(encrypted).error().code == errc::unknown_format);
  std::string bomb = good;  // says that it is small
  bomb[good.find("PK\x01\x02") + 24] = 5;
  CHECK(read(bomb).error().code == errc::bad_syntax);
}
