#include "cli/score_choice.hpp"

#include <fstream>

#include "catch.hpp"
#include "temp_dir.hpp"
#include "tradewarden/comparison.hpp"

namespace tradewarden::cli {

TEST_CASE("without a choice an index is searched by what it was built by", "[cli][score-version]") {
  const auto rules = chosen_rules({});
  REQUIRE(rules.has_value());
  CHECK_FALSE(rules->has_value());
}

TEST_CASE("a chosen version and name pack are read, or refused by name", "[cli][score-version]") {
  score_choice choice;
  choice.version = k_score_version;
  CHECK((*chosen_rules(choice))->version() == k_score_version);
  choice.version = 12345;
  const auto none = chosen_rules(choice);
  REQUIRE_FALSE(none.has_value());
  CHECK(none.error().code == errc::usage);
  CHECK(none.error().message.find("--score-version: no score version 12345") == 0);
  const tests::temp_dir dir;
  choice.version.reset();
  choice.name_pack = dir.path("pack.tsv");
  CHECK(chosen_rules(choice).error().code == errc::not_found);
  std::ofstream(choice.name_pack) << "tradewarden-name-pack\t1\nplace\tQwexun\n";
  const auto rules = chosen_rules(choice);
  REQUIRE(rules.has_value());
  CHECK((*rules)->name_pack_sha256().has_value());
  std::ofstream(choice.name_pack) << "tradewarden-name-pack\t1\nplce\tQwexun\n";
  const auto wrong = chosen_rules(choice);
  REQUIRE_FALSE(wrong.has_value());
  CHECK(wrong.error().file == choice.name_pack);
  CHECK(wrong.error().line == 2);
  CHECK(wrong.error().field == "kind");
}

}  // namespace tradewarden::cli
