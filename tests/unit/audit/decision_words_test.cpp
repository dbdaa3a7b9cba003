#include "audit/decision_words.hpp"

#include "catch.hpp"

using namespace tradewarden;

TEST_CASE("decision words: who, when, until when and why", "[decisions]") {
  applied_decision a;
  a.decision.id = "3f0c9a2111111111";
  a.decision.at = "2026-08-01T06:30:00Z";
  a.decision.who = "A";
  a.decision.approved_by = "B";
  a.decision.reason = "another birth date";
  a.decision.expires = day::parse("2027-08-01").value();
  CHECK(audit::decided_sentence(a) ==
        "set aside by decision 3f0c9a2111111111 of 2026-08-01 by A, approved by B, until 2027-08-01: another birth date");
  a.state = decision_state::entry_changed;
  CHECK(audit::decided_sentence(a).rfind("decision ended: the entry has changed; decision 3f0c", 0) == 0);
}
