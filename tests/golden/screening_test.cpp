// Golden cases of screening (tests/golden/screening/*.jsonl) against the embedded sample list,
// and the ZTE cases again through a list file that is written, read, merged and indexed here.
#include "tradewarden/screening.hpp"

#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "catch.hpp"
#include "golden/screening_case.hpp"
#include "temp_dir.hpp"
#include "tradewarden/party_index.hpp"
#include "tradewarden/party_set.hpp"
#include "tradewarden/publication.hpp"

// Inside the library's namespace: beside POSIX, an unqualified `index` is ambiguous.
namespace tradewarden::tests {
namespace {

void run(const screening_case& c, const party_index& idx) {
  const screening_answer answer = screen(idx, c.query, c.options);
  const std::vector<std::string> wrong = differences(c, answer);
  INFO(c.where << ": " << c.name << " (" << c.why << ")");
  for (const std::string& sentence : wrong) FAIL_CHECK(sentence);
  if (wrong.empty()) SUCCEED();
}

/// The sample's entries of the ZTE case, as a list file of their own.
std::string zte_list() {
  std::ifstream in(TRADEWARDEN_SOURCE_DIR "/src/sample/sample.jsonl");
  REQUIRE(in);
  std::string line;
  std::getline(in, line);
  nlohmann::ordered_json header = nlohmann::ordered_json::parse(line);
  std::string body;
  int entries = 0;
  while (std::getline(in, line)) {
    const std::string id = nlohmann::json::parse(line).at("id");
    const bool of_the_case = id.find("zte ") == 0 || id.find("zhongxing ") == 0 ||
                             id.find("beijing 8-star") == 0 || id.find("shi lirong") == 0;
    if (!of_the_case) continue;
    body += line + "\n";
    ++entries;
  }
  CHECK(entries == 7);  // five on the Entity List, two on the Denied Persons List
  header["name"] = "ZTE case";
  header["entries"] = entries;
  return header.dump() + "\n" + body;
}

}  // namespace

TEST_CASE("golden screening cases hold on the sample list", "[golden]") {
  std::set<std::string> names;
  for (const std::string& file : screening_case_files()) {
    const std::vector<screening_case> cases = read_screening_cases(file);
    CAPTURE(file);
    CHECK_FALSE(cases.empty());
    for (const screening_case& c : cases) {
      CAPTURE(c.where);
      CHECK(names.insert(c.name).second);  // a name that two cases share names neither
      run(c, party_index::sample());
    }
  }
  CHECK(names.size() >= 60);
}

TEST_CASE("the ZTE cases hold through a list file and an index file", "[golden]") {
  const temp_dir dir;
  source_spec source;
  source.path = dir.write("zte.jsonl", zte_list());
  auto read = read_publication(source);
  INFO((read ? std::string() : read.error().to_string()));
  REQUIRE(read.has_value());
  CHECK(read->format == "tradewarden");
  CHECK(read->counts.rejected == 0);
  CHECK(read->parties.size() == 7);
  std::vector<publication> publications;
  publications.push_back(std::move(read).value());
  auto merged = merge_publications(std::move(publications));
  REQUIRE(merged.has_value());
  CHECK(merged->parties.size() == 7);
  const std::string path = dir.path("zte.twi");
  REQUIRE(build_index(*merged, path).has_value());
  const auto opened = party_index::open(path);
  REQUIRE(opened.has_value());
  CHECK(opened->party_count() == 7);
  const auto cases =
      read_screening_cases(TRADEWARDEN_SOURCE_DIR "/tests/golden/screening/zte.jsonl");
  CHECK(cases.size() >= 40);
  for (const screening_case& c : cases) run(c, *opened);
}

TEST_CASE("a golden case fails when the answer differs", "[golden]") {
  // The runner itself: what it is given to find, it finds.
  screening_case c;
  c.hits.push_back({{"US-DPL", "x"}, "denied", "2018-04-15", "2018-07-13", {{"settlement"}},
                    "83 FR 17644", score::from_units(10'000), score::from_units(9'000), 1});
  screening_answer answer;
  CHECK(differences(c, answer).size() == 1);
  screening_hit hit;
  hit.rank = 1;
  hit.score = score::from_units(10'000);
  hit.party.list = "US-DPL";
  hit.party.source_id = "x";
  hit.party.citations = {"83 FR 17644"};
  hit.status = party_status::denied;
  hit.from = day::parse("2018-04-15").value();
  hit.until = day::parse("2018-07-13").value();
  overlay settlement;
  settlement.kind = "settlement";
  hit.overlays.push_back(settlement);
  answer.hits.push_back(hit);
  CHECK(differences(c, answer).empty());
  answer.hits[0].status = party_status::suspended_order;
  answer.hits[0].from.reset();
  answer.hits[0].until.reset();
  answer.hits[0].overlays.clear();
  answer.hits[0].party.citations.clear();
  answer.hits[0].score = score::from_units(8'999);
  answer.hits[0].rank = 2;
  CHECK(differences(c, answer).size() == 8);
  screening_case none;
  none.no_hits = true;
  CHECK(differences(none, answer).size() == 1);
  screening_case never;
  never.none_of.push_back({"US-DPL", "x"});
  never.at_most.push_back({{"US-DPL", "x"}, score::from_units(8'000)});
  CHECK(differences(never, answer).size() == 2);
}

}  // namespace tradewarden::tests
