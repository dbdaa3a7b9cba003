#include "tradewarden/score_rules.hpp"

#include <fstream>
#include <string>

#include "catch.hpp"
#include "score/score_version.hpp"
#include "support/name_lists.hpp"
#include "temp_dir.hpp"
#include "tradewarden/party_index.hpp"
#include "tradewarden/screening.hpp"

namespace tradewarden {
namespace {

/// A version as a later engine would keep an old one: a table and a number of its own.
constexpr std::int32_t k_test_version = 900;

const names::table_sources& test_sources() {
  static constexpr std::string_view families[] = {"qwexun zalopov"};
  static const names::table_sources sources = [] {
    names::table_sources s = names::current_sources();
    s.families = families;
    return s;
  }();
  return sources;
}

const names::name_tables& test_tables() {
  static const names::name_tables tables(std::span(&test_sources(), 1));
  return tables;
}

score_rules test_rules() {
  static const std::string digest =
      sha256(scoring::canonical_text({k_test_version, {}, &test_sources, &test_tables, {}})).to_string();
  scoring::score_parameters numbers;
  numbers.doubt = 40;
  scoring::add_version_for_test(
      {k_test_version, numbers, &test_sources, &test_tables, digest});
  return score_rules::of_version(k_test_version).value();
}

const std::string k_pack = "tradewarden-name-pack\t1\nfamily\tqwexun\tzalopov\n";
const std::string k_good_pack = "tradewarden-name-pack\t1\nfamily\tqwexun zalopov\n";

}  // namespace

TEST_CASE("two score versions stand beside each other, each with its words and numbers",
          "[score-version]") {
  const score_rules other = test_rules();
  CHECK(other.version() == k_test_version);
  CHECK(other.tables_sha256() != score_rules().tables_sha256());
  const auto units = [](const char* a, const char* b, const score_rules& rules) {
    return score_names(a, b, schema::unknown, rules).units();
  };
  // Its family is not the newest version's, and the other way round.
  CHECK(units("qwexun kangbar", "zalopov kangbar", other) >
        units("qwexun kangbar", "zalopov kangbar", score_rules()));
  CHECK(units("yusuf kangbar", "joseph kangbar", other) <
        units("yusuf kangbar", "joseph kangbar", score_rules()));
  // More doubt lowers what is not alike word for word.
  CHECK(units("kangbarun", "kangbarum", other) < units("kangbarun", "kangbarum", score_rules()));
  // Equal names score one under every version.
  CHECK(units("kangbarun", "Kangbarun", other) == 10'000);
}

TEST_CASE("an unknown score version is an error that names those known", "[score-version]") {
  test_rules();
  const auto none = score_rules::of_version(77);
  REQUIRE_FALSE(none.has_value());
  CHECK(none.error().code == errc::bad_value);
  CHECK(none.error().message.find("no score version 77") != std::string::npos);
  CHECK(none.error().message.find("900") != std::string::npos);
  CHECK(score_rules::known_versions().front() == 1);
}

TEST_CASE("an index is searched by the version it was built for, and answers as it did",
          "[score-version][index]") {
  const party_set set = tests::parties_of({"Zalopov Kangbar", "Joseph Kangbar"});
  screening_query query;
  query.name = "qwexun kangbar";
  screening_options options;
  options.as_of = day::parse("2026-01-02").value();
  options.threshold = score::from_units(3000);
  const std::string bytes = build_index_bytes(set, test_rules()).value();
  const party_index then = party_index::from_bytes(bytes).value();
  CHECK(then.rules().version() == k_test_version);
  CHECK(then.info().score_tables_sha256 == test_rules().tables_sha256());
  const screening_answer recorded = screen(then, query, options);
  REQUIRE_FALSE(recorded.hits.empty());
  CHECK(recorded.hits[0].matched_name == "Zalopov Kangbar");
  CHECK(recorded.hits[0].score ==
        score_names(query.name, "Zalopov Kangbar", schema::unknown, test_rules()));
  // The same file opened again gives the very same bytes, digest and all.
  const party_index again = party_index::from_bytes(bytes).value();
  CHECK(to_json(screen(again, query, options), again) == to_json(recorded, then));
  // The newest version answers otherwise, from an index of its own.
  const party_index now = party_index::from_bytes(build_index_bytes(set).value()).value();
  const screening_answer today = screen(now, query, options);
  CHECK((today.hits.empty() || today.hits[0].score < recorded.hits[0].score));
}

TEST_CASE("rules that an index was not built by are refused", "[score-version][index]") {
  const party_set set = tests::parties_of({"Zalopov Kangbar"});
  const score_rules pack = score_rules::with_name_pack(k_good_pack, "my.tsv").value();
  const std::string plain = build_index_bytes(set).value();
  const std::string packed = build_index_bytes(set, pack).value();
  const auto refused = [](const std::string& bytes, const std::optional<score_rules>& rules) {
    const auto idx = party_index::from_bytes(bytes, verify::fully, rules);
    REQUIRE_FALSE(idx.has_value());
    CHECK(idx.error().code == errc::conflict);
    return idx.error().message;
  };
  CHECK(refused(plain, test_rules()).find("built for score version 1") != std::string::npos);
  CHECK(refused(plain, pack).find("built with no name pack") != std::string::npos);
  CHECK(refused(packed, {}).find(pack.name_pack_sha256()->to_string()) != std::string::npos);
  CHECK(refused(packed, score_rules()).find("used with no name pack") != std::string::npos);
  const auto other = score_rules::with_name_pack(k_good_pack + "place\tfooqx\n", "my.tsv").value();
  CHECK(refused(packed, other).find("used with the name pack") != std::string::npos);
  CHECK(party_index::from_bytes(packed, verify::fully, pack).has_value());
}

TEST_CASE("a name pack is used by comparison and screening alike", "[name-pack]") {
  CHECK_FALSE(score_rules::with_name_pack(k_pack, "my.tsv").has_value());  // a tab too many
  const score_rules rules = score_rules::with_name_pack(k_good_pack, "my.tsv").value();
  CHECK(rules.version() == score_rules().version());
  CHECK(rules.tables_sha256() == score_rules().tables_sha256());
  REQUIRE(rules.name_pack_sha256().has_value());
  CHECK(*rules.name_pack_sha256() == sha256(k_good_pack));
  const score with = score_names("qwexun kangbar", "zalopov kangbar", schema::unknown, rules);
  CHECK(with > score_names("qwexun kangbar", "zalopov kangbar", schema::unknown));
  const party_index idx =
      party_index::from_bytes(
          build_index_bytes(tests::parties_of({"Zalopov Kangbar"}), rules).value(), verify::fully,
          rules)
          .value();
  screening_query query;
  query.name = "qwexun kangbar";
  const screening_answer answer = screen(idx, query);
  REQUIRE(answer.hits.size() == 1);
  CHECK(answer.hits[0].score == with);
  CHECK(answer.hits[0].explanation.pairs[0].reason == match_reason::family);
  CHECK(to_json(answer, idx).find(rules.name_pack_sha256()->to_string()) != std::string::npos);
}

TEST_CASE("a name pack is read from a file; what cannot be read is named", "[name-pack]") {
  const tests::temp_dir dir;
  const std::string path = dir.path("my.tsv");
  CHECK(score_rules::read_name_pack(path).error().code == errc::not_found);
  const auto write = [&](const std::string& text) {
    std::ofstream(path, std::ios::binary) << text;
    return score_rules::read_name_pack(path);
  };
  CHECK(write("").error().code == errc::empty_input);
  CHECK(write("name,family\nfoo,bar\n").error().code == errc::bad_syntax);
  const auto good = write("\xEF\xBB\xBF" + k_good_pack);
  REQUIRE(good.has_value());
  CHECK(*good->name_pack_sha256() == sha256("\xEF\xBB\xBF" + k_good_pack));
}

}  // namespace tradewarden
