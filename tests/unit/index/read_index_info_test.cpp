#include "index/read_index_info.hpp"

#include <fstream>
#include <string>

#include "catch.hpp"
#include "support/name_lists.hpp"
#include "temp_dir.hpp"
#include "tradewarden/party_index.hpp"
#include "tradewarden/score_rules.hpp"

namespace tradewarden::tests {

TEST_CASE("an index says what it is without the name pack that it was built with", "[index]") {
  const temp_dir dir;
  const std::string path = dir.path("packed.twi");
  const score_rules pack =
      score_rules::with_name_pack("tradewarden-name-pack\t1\nplace\tqwexun\n", "my.tsv").value();
  REQUIRE(build_index(parties_of({"Zalopov Kangbar"}), path, pack).has_value());
  REQUIRE_FALSE(party_index::open(path).has_value());
  const auto info = indexing::read_index_info(path);
  REQUIRE(info.has_value());
  CHECK(info->name_pack_sha256 == pack.name_pack_sha256());
  CHECK(info->score_version == 1);
  CHECK(info->parties == 1);
  const party_index idx = party_index::open(path, verify::fully, pack).value();
  CHECK(info->content == idx.info().content);
  CHECK(info->bytes == idx.info().bytes);
}

TEST_CASE("what is no index says nothing", "[index]") {
  const temp_dir dir;
  CHECK(indexing::read_index_info(dir.path("absent")).error().code == errc::io);
  const std::string path = dir.path("x.twi");
  std::ofstream(path) << std::string(4096, 'x');
  CHECK(indexing::read_index_info(path).error().code == errc::bad_index);
  CHECK(indexing::read_index_info(path).error().file == path);
}

}  // namespace tradewarden::tests
