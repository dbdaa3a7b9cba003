#include "lists/footnotes.hpp"

#include <simdjson.h>

#include <map>
#include <regex>

#include "catch.hpp"
#include "support/shared_lists.hpp"

using tradewarden::lists::entity_list_footnotes;
using strings = std::vector<std::string>;

TEST_CASE("footnotes: marks behind the paragraph", "[footnotes]") {
  // The first digit is footnote 1 (Huawei), the one behind EAR footnote 2 (standards work).
  for (const char* s : {"see \xC2\xA7\xC2\xA7 734.9(e)1 and 744.11 of the EAR2",
                        "see 734.9(e)1, and 744.11 of the EAR2",
                        "see \xC2\xA7\xC2\xA7\xC2\xA0" "734.9(e)\xC2\xA0" "1\xC2\xA0" "and 744.11 of the EAR\xC2\xA0" "2",
                        "see 734.9(e) 1 and 744.11 of the EAR 2",
                        "(See \xC2\xA7" "734.9(e)1, and \xC2\xA7" "744.11 of the EAR)2.",
                        "see 734.9(e)\xC2\xB9 and 744.11 of the EAR\xC2\xB2"}) {
    CAPTURE(s);
    CHECK(entity_list_footnotes(s) == strings{"1", "2"});
  }
  for (const char* s : {"(See 734.9(g),3 746.8(a)(3), and 744.21(b) of the EAR)",
                        "(See 734.9(g), 3 746.8(a)(3), and 744.21(b) of the EAR.)",
                        "(See \xC2\xA7\xC2\xA7" "734.9(g)3, 746.8(a)(3), and 744.2l(b) of the EAR",
                        "(See 734.9(g), 3 \xC2\xA7" "746.8(a)(3), and 744.21(b) of the EAR).",
                        "(See 744.8(b), 744.11, 734.9(g),3 746.8(a)(3), and 744.21(b) of the EAR)",
                        // Without a mark: the paragraph is footnote 3's alone.
                        "(See 734.9(g), 746.8(a)(3), and 744.21(b) of the EAR)"}) {
    CAPTURE(s);
    CHECK(entity_list_footnotes(s) == strings{"3"});
  }
}

TEST_CASE("footnotes: where the rule of footnote 1 stood before 3 Feb 2022", "[footnotes]") {
  // 85 FR 51596 put it into 736.2(b)(3)(vi); 87 FR 6022 moved it to 734.9(e)(1).
  CHECK(entity_list_footnotes("For all items subject to the EAR, see \xC2\xA7\xC2\xA7 736.2(b)(3)(vi), and "
                              "744.11 of the EAR, EXCEPT for technology") == strings{"1"});
  CHECK(entity_list_footnotes("(See 736.2(b)(3)(v) of the EAR)") == strings{});
}

TEST_CASE("footnotes: marks behind the sentence", "[footnotes]") {
  for (const char* s : {"(See 734.9(e) and 744.11 of the EAR)4", "(See 734.9(e), and 744.11 of the EAR)4.",
                        "(See 734.9(e)(2) and 744.11 of the EAR)4",
                        "(See 734.9(e)(2) and 744.11 of the EAR) 4",
                        "(See 734.9(e) and 744.11 of the EAR)\xC2\xA0" "4",
                        "(See 734.9(e)(2) and 744.11 of the EAR)"}) {
    CAPTURE(s);
    CHECK(entity_list_footnotes(s) == strings{"4"});
  }
  for (const char* s : {"(See 734.4(a)(9), 734.9(e)(3), and 744.11 of the EAR)5",
                        "(See 734.4(a)(9),  734.9(e)(3) and 744.11 of the EAR)5\xC2\xA0"}) {
    CAPTURE(s);
    CHECK(entity_list_footnotes(s) == strings{"5"});
  }
}

TEST_CASE("footnotes: a lost mark is unknown, not absent", "[footnotes]") {
  CHECK(entity_list_footnotes("(See \xC2\xA7" "734.9(e) and \xC2\xA7" "744.11 of the EAR)") ==
        strings{"unknown"});
  CHECK(entity_list_footnotes("(See 734.9(e) and 744.11 of the EAR2)") == strings{"2", "unknown"});
}

TEST_CASE("footnotes: requirements without a footnote have none", "[footnotes]") {
  for (const char* s :
       {"", "For all items subject to the EAR.", "(See 744.11 of the EAR).",
        "(See 744.11 of the EAR.)", "EAR99 items listed in supplement no. 7 to part 746 of the EAR.",
        "All items on the CCL 5 years", "See 734.9(h) and 744.23 of the EAR",
        "For items of the EAR 3 of which are listed", "for the year 2022",
        "(See 744.11 of the EAR). This requirement may be overcome under 740.11(b)(2) and (e)."}) {
    CAPTURE(s);
    CHECK(entity_list_footnotes(s).empty());
  }
}

TEST_CASE("footnotes: footnotes named in words", "[footnotes]") {
  CHECK(entity_list_footnotes("Footnote 1 entity; see 734.9(e)") == strings{"1"});
  CHECK(entity_list_footnotes("footnotes 3 and 4 apply") == strings{"3", "4"});
}

TEST_CASE("footnotes: text cut anywhere is read without harm", "[footnotes]") {
  const std::string s = "(See \xC2\xA7\xC2\xA7 734.9(e)(2)\xE2\x81\xB4 and 744.11 of the EAR)4";
  for (std::size_t n = 0; n <= s.size(); ++n) CHECK(entity_list_footnotes(s.substr(0, n)).size() <= 2);
}

namespace {

/// The expectation, written another way: by regular expressions over the list's wording.
strings expected(std::string s) {
  s = std::regex_replace(s, std::regex("\xC2\xA0|\xC2\xA7"), " ");
  strings out;
  const bool e = s.find("734.9(e)") != std::string::npos;
  if (std::regex_search(s, std::regex(R"(734\.9\(e\)\s?1\b)"))) out.push_back("1");
  if (std::regex_search(s, std::regex(R"(EAR\)?\s?2\.?\s*$)"))) out.push_back("2");
  if (s.find("734.9(g)") != std::string::npos) out.push_back("3");
  if (e && std::regex_search(s, std::regex(R"(EAR\)\s?4\.?\s*$|\(e\)\(2\))"))) out.push_back("4");
  if (e && std::regex_search(s, std::regex(R"(EAR\)\s?5\s*$|\(e\)\(3\))"))) out.push_back("5");
  if (e && out.empty()) out.push_back("unknown");
  return out;
}

}  // namespace

TEST_CASE("footnotes: every requirement of the list of 2026-07-31", "[footnotes][shared]") {
  TRADEWARDEN_SHARED(path, "lists/csl-2026-07-31/screening-list.json");
  simdjson::dom::parser parser;
  simdjson::dom::element root;
  REQUIRE(parser.load(path).get(root) == simdjson::SUCCESS);
  std::vector<std::string> requirements;
  for (const auto r : root["tables"]["licenceRequirements"].get_array()) {
    requirements.emplace_back(std::string_view(r.get_string()));
  }
  REQUIRE(requirements.size() == 89);
  for (const std::string& r : requirements) {
    CAPTURE(r);
    CHECK(entity_list_footnotes(r) == expected(r));
  }
  // 771 of footnote 3, 156 of footnote 1, 113 others under 734.9(e), of 3,420.
  std::map<std::string, int> count;
  int entries = 0;
  for (const auto entry : root["entries"].get_array()) {
    std::uint64_t source = 0;
    std::uint64_t requirement = 0;
    std::string_view text;
    if (entry["s"].get(source)) continue;
    const auto name = root["tables"]["sources"].at(source).get(text);
    if (name || text.substr(0, 11) != "Entity List") continue;
    ++entries;
    if (entry["lr"].get(requirement)) continue;
    for (const std::string& f : entity_list_footnotes(requirements.at(requirement))) ++count[f];
  }
  CHECK(entries == 3420);
  CHECK(count["3"] == 771);
  CHECK(count["1"] == 156);
  CHECK(count["4"] + count["5"] + count["unknown"] == 113);
  CHECK(count["unknown"] == 1);
}
