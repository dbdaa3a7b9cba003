#include "lists/closing_bracket.hpp"

#include "catch.hpp"

using tradewarden::lists::affiliated_entity;
using tradewarden::lists::closing_bracket;

TEST_CASE("closing_bracket: a name in brackets behind a name", "[closing_bracket]") {
  const auto h = closing_bracket("Wexford Sprockets Co., Ltd. (Wexford)");
  REQUIRE(h.has_value());
  CHECK(h->outer == "Wexford Sprockets Co., Ltd.");
  CHECK(h->inner == "Wexford");
  CHECK_FALSE(h->weak);
  CHECK(closing_bracket("Example Institute (EXI)")->weak);         // Three letters.
  CHECK_FALSE(closing_bracket("Example Institute (EXIN)")->weak);  // Four.
  CHECK(closing_bracket("Example Institute (EX 13)")->weak);       // Digits are no letters.
  CHECK(closing_bracket("Example Ltd., (EXPL) .")->outer == "Example Ltd.");
  CHECK(closing_bracket("Example (Research (North))")->inner == "Research (North)");
  CHECK(closing_bracket("Example (EXAM, LLC)")->inner == "EXAM, LLC");
}

TEST_CASE("closing_bracket: places, legal forms and remarks are no names", "[closing_bracket]") {
  for (const char* plain :
       {"Example", "Example (HK)", "Example (Hong Kong)", "Example Ltd. (UAE)", "Example (Shanghai)",
        "Example (Beijing Co., Ltd.)", "Example (Limited)", "Example (Pvt.)", "Example (Pvt.) Ltd.",
        "Example (Private)", "Example (CJSC)", "Example (Pvt. Ltd.)", "Example (a subsidiary of Y)",
        "Example (Parent: Y Corp)", "Example (Y) Co.", "(Example)", "Example ()", "Example (12)",
        "Example Y)", "Example (Pakistan)", "", ")", "("}) {
    CAPTURE(plain);
    CHECK_FALSE(closing_bracket(plain).has_value());
  }
}

TEST_CASE("affiliated_entity: the entry is the entity, not its parent", "[closing_bracket]") {
  const auto a = affiliated_entity(
      "Wexford Sprockets Co., Ltd. (Wexford).  Affiliated Entity:  Hobarton Wexford Enterprises");
  REQUIRE(a.has_value());
  CHECK(a->name == "Hobarton Wexford Enterprises");
  CHECK(a->parent == "Wexford Sprockets Co., Ltd.");
  CHECK_FALSE(affiliated_entity("Affiliated Supply and Services").has_value());
  CHECK_FALSE(affiliated_entity("Affiliated Entity: Y").has_value());
  CHECK_FALSE(affiliated_entity("X Corp. Affiliated Entity: ").has_value());
}
