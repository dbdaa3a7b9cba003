#include "match/reading_scorer.hpp"

#include "catch.hpp"
#include "tradewarden/score_rules.hpp"

namespace tradewarden::matching {

TEST_CASE("the best of the readings is what names compared from their texts score", "[screening]") {
  const score_rules newest;
  const scoring::rules_state& rules = newest.state();
  const char* const names[] = {"PUTIN, Vladimir", "\xD0\x9F\xD1\x83\xD1\x82\xD0\xB8\xD0\xBD",
                               "\xE5\x8D\x8E\xE4\xB8\xBA", "Zalopov Trading 5", "Huawei", ""};
  for (const char* query : names) {
    const auto readings = names::prepare_readings(query, schema::unknown, *rules.tables);
    reading_scorer scorer(readings, rules);
    for (const char* listed : names) {
      CAPTURE(query, listed);
      const auto l = scorer.readings_of(listed);
      const best_reading best = scorer.best(l);
      const comparison plain = compare_names(query, listed);
      CHECK(best.units == plain.score.units());
      CHECK(scorer.explain(best, l).pairs == plain.pairs);
      CHECK(best.tokens >= l[best.listed].tokens.size());
    }
  }
}

}  // namespace tradewarden::matching
