#include "origin/stated_facts.hpp"

#include <algorithm>

#include "catch.hpp"

using namespace tradewarden;
using namespace tradewarden::detail;

TEST_CASE("facts: every fact that a case of 734.4(a) asks for is known, on any day", "[origin]") {
  const auto ids = fact_ids(rule_book::built_in(), day::parse("2016-03-01").value());
  for (const char* id : {"military_commodity", "app_above_4a003b", "footnote_5_party",
                         "supp4_to_742_country", "advanced_node_ic_use", "substantially_transformed",
                         "encryption_reviewed", "technology_report_filed"}) {
    INFO(id);
    CHECK(std::find(ids.begin(), ids.end(), id) != ids.end());
  }
  CHECK(std::is_sorted(ids.begin(), ids.end()));
  CHECK(std::find(ids.begin(), ids.end(), "price") == ids.end());
}

TEST_CASE("facts: a question says where its answer belongs", "[origin]") {
  CHECK(how_to_answer({"price", "L1", "", ""}, "P") == "fmv of L1");
  CHECK(how_to_answer({"price", "P", "", ""}, "P") == "fmv of P (of a flat bill: --product-price)");
  CHECK(how_to_answer({"product_classification", "P", "", ""}, "P") == "eccn of P (of a flat bill: --product-eccn)");
  CHECK(how_to_answer({"classification", "L1", "", ""}, "P") ==
        "eccn (and hs) of L1; or --fact counts:L1=yes|no");
  CHECK(how_to_answer({"military_commodity", "", "", ""}, "P") == "--fact military_commodity=yes|no");
}

TEST_CASE("facts: what is stated is told, unless it is unknown", "[origin]") {
  const std::vector<stated_fact> facts{{"a", truth::no}, {"b", truth::unknown}, {"c", truth::yes}};
  CHECK(stated_words(facts, {"a", "b", "c"}) == "; stated: a = no, c = yes");
  CHECK(stated_words(facts, {"b", "d"}).empty());
}
