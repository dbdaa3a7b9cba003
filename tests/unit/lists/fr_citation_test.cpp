#include "lists/fr_citation.hpp"

#include "catch.hpp"

using tradewarden::lists::federal_register_citations;

namespace {
std::string read(std::string_view text) {
  std::string out;
  for (const auto& c : federal_register_citations(text)) {
    out += (out.empty() ? "" : " ") + std::to_string(c.volume) + "/" + std::to_string(c.page);
  }
  return out;
}
}  // namespace

TEST_CASE("citations are read in any spelling", "[fr_citation]") {
  CHECK(read("68 F.R. 38290") == "68/38290");
  CHECK(read("68 FR 38290") == "68/38290");
  CHECK(read("68 Fed. Reg. 38,290") == "68/38290");
  CHECK(read("68F.R.38290 6/27/03") == "68/38290");
  CHECK(read("68 F.R. 38290 6/27/03 71 F.R. 38843 7/10/06 72 F.R. 4236 1/30/07") ==
        "68/38290 71/38843 72/4236");
  CHECK(read("83 FR 17644, April 23, 2018") == "83/17644");
}

TEST_CASE("other numbers are no citations", "[fr_citation]") {
  CHECK(read("").empty());
  CHECK(read("15 CFR 764.3").empty());
  CHECK(read("68 FR").empty());
  CHECK(read("FR 38290").empty());
  CHECK(read("68 FROM 12").empty());
  CHECK(read("12345 FR 1").empty());
  CHECK(read("6/27/03").empty());
}
