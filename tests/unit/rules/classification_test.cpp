#include "tradewarden/classification.hpp"

#include "catch.hpp"

namespace tradewarden {

TEST_CASE("classifications as people write them", "[rules]") {
  const auto c = classification::parse(" 3a001.B.2 ").value();
  CHECK(c.kind() == classification_kind::eccn);
  CHECK(c.entry() == "3A001");
  CHECK(c.paragraph() == "b.2");
  CHECK(c.category() == '3');
  CHECK(c.product_group() == 'A');
  CHECK(c.to_string() == "3A001.b.2");
  CHECK(classification::parse("2B116").value().paragraph().empty());
  CHECK(classification::parse("ear99").value().kind() == classification_kind::ear99);
  CHECK(classification::parse("?").value().kind() == classification_kind::unknown);
  CHECK(classification::parse("").value().to_string() == "?");
  CHECK(classification::parse("ITAR:XI").value().entry() == "XI");
  CHECK(classification::parse("itar: xi(c)").value().to_string() == "ITAR:XI(C)");
  CHECK(classification::parse("ITAR").value().to_string() == "ITAR");
  CHECK(classification::parse("ITAR").value().category() == '\0');
}

TEST_CASE("what is no classification is refused, not guessed", "[rules]") {
  for (const char* bad : {"3A01", "3F001", "XA001", "3A001b", "3A001.", "3A001..a", "3A001.2",
                          "3A001.a.", "3A001.ab", "3A001 a", "EAR 99", "EAR98", "ITAR:", "ITAR:7",
                          "ITARXI", "n/a", "3A001.a.12345", "\xff\xfe"}) {
    INFO(bad);
    const auto c = classification::parse(bad);
    REQUIRE_FALSE(c);
    CHECK(c.error().code == errc::bad_value);
    CHECK_FALSE(c.error().message.empty());
  }
  CHECK_FALSE(classification::parse(std::string(10000, 'x')));
}

}  // namespace tradewarden
