#include "tradewarden/party_index.hpp"

#include <filesystem>
#include <fstream>
#include <random>
#include <string>

#include "catch.hpp"
#include "index/index_view.hpp"
#include "support/name_lists.hpp"
#include "temp_dir.hpp"
#include "tradewarden/screening.hpp"

namespace tradewarden::tests {
namespace {

std::string small_index() {
  return build_index_bytes(parties_of({"ZTE Kangxun", "Zalopov Trading Ltd", "Ivan Petrov"})).value();
}

}  // namespace

TEST_CASE("an index comes back from bytes and from a file", "[index]") {
  const std::string bytes = small_index();
  const party_index idx = party_index::from_bytes(bytes).value();
  CHECK(idx.info().parties == 3);
  CHECK(idx.info().names == 3);
  CHECK(idx.info().bytes == bytes.size());
  CHECK(idx.info().score_version == k_score_version);
  CHECK(idx.party(0).names.at(0).text == "ZTE Kangxun");
  const temp_dir dir;
  const std::string path = dir.path("a.twi");
  REQUIRE(build_index(parties_of({"ZTE Kangxun", "Zalopov Trading Ltd", "Ivan Petrov"}), path).has_value());
  const party_index again = party_index::open(path).value();
  CHECK(again.info().content == idx.info().content);
}

TEST_CASE("the same parties give the same bytes", "[index]") { CHECK(small_index() == small_index()); }

TEST_CASE("an empty set is refused", "[index]") {
  const auto none = build_index_bytes(party_set{});
  REQUIRE_FALSE(none.has_value());
  CHECK(none.error().code == errc::empty_input);
}

TEST_CASE("what is no index, or a cut one, is refused by name", "[index]") {
  const temp_dir dir;
  CHECK(party_index::open(dir.path("absent")).error().code == errc::not_found);
  CHECK(party_index::open(dir.root()).error().code == errc::not_found);
  const auto write = [&](const std::string& bytes) {
    const std::string path = dir.path("x.twi");
    std::ofstream(path, std::ios::binary) << bytes;
    return party_index::open(path).error();
  };
  CHECK(write("").code == errc::truncated);
  CHECK(write("too short").code == errc::truncated);
  CHECK(write(std::string(1000, 'x')).code == errc::bad_index);
  const std::string bytes = small_index();
  const error cut = write(bytes.substr(0, bytes.size() - 1));
  CHECK(cut.code == errc::truncated);
  CHECK(cut.file.find("x.twi") != std::string::npos);
  std::string later = bytes;
  later[8] = 99;  // the format version
  CHECK(write(later).code == errc::old_version);
}

TEST_CASE("a flipped bit anywhere is an error, or padding that nothing reads", "[index]") {
  const std::string bytes = small_index();
  const party_index whole = party_index::from_bytes(bytes).value();
  std::size_t refused = 0;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    std::string bad = bytes;
    bad[at] = static_cast<char>(bad[at] ^ (1 << (at % 8)));
    const auto idx = party_index::from_bytes(bad);
    if (!idx) {
      ++refused;
      continue;
    }
    // Only the zeros between sections are in no checksum.
    REQUIRE(bytes[at] == '\0');
    screening_query q;
    q.name = "ZTE Kangxun";
    REQUIRE(screen(*idx, q).hits.size() == screen(whole, q).hits.size());
  }
  CHECK(refused > bytes.size() / 2);
}

TEST_CASE("a file is replaced whole or not at all", "[index]") {
  const temp_dir dir;
  const std::string path = dir.path("a.twi");
  REQUIRE(build_index(parties_of({"Old Party"}), path).has_value());
  const party_index old = party_index::open(path).value();
  REQUIRE(build_index(parties_of({"New Party", "Other Party"}), path).has_value());
  CHECK(old.party(0).names.at(0).text == "Old Party");  // the old mapping lives on
  {
    const party_index reopened = party_index::open(path).value();
    CHECK(reopened.info().parties == 2);
  }
  CHECK_FALSE(build_index(parties_of({"X Party"}), dir.path("no/folder.twi")).has_value());
  CHECK_FALSE(build_index(party_set{}, path).has_value());
  {
    const party_index reopened = party_index::open(path).value();
    CHECK(reopened.info().parties == 2);
  }
  // Nothing temporary stays behind.
  std::size_t files = 0;
  for ([[maybe_unused]] const auto& e : std::filesystem::directory_iterator(dir.root())) ++files;
  CHECK(files == 1);
}

TEST_CASE("tokens are found by their text", "[index]") {
  const party_index idx = party_index::from_bytes(small_index()).value();
  const detail::index_view& v = idx.view();
  for (std::uint32_t t = 0; t < v.token_count(); ++t) CHECK(v.find_token(v.token_text(t)) == t);
  CHECK(v.find_token("absent") == indexing::k_none);
  CHECK(v.find_token("") == indexing::k_none);
}

}  // namespace tradewarden::tests
