#include "lists/ofac_sublists.hpp"

#include "catch.hpp"

namespace {
using texts = std::vector<std::string>;

texts of(const texts& programmes, std::string_view remarks = {}) {
  return tradewarden::lists::ofac_sublists(programmes, remarks);
}
}  // namespace

TEST_CASE("the programme names the sublist", "[ofac_sublists]") {
  CHECK(of({"UKRAINE-EO13662"}) == texts{"SSI"});
  CHECK(of({"CMIC-EO13959"}) == texts{"CMIC"});
  CHECK(of({"SDGT", "NS-PLC"}) == texts{"PLC"});
  CHECK(of({"561-Related"}) == texts{"CAPTA"});
  CHECK(of({"FSE-IR"}) == texts{"FSE"});
  CHECK(of({"FSE-SY", "FSE-IR"}) == texts{"FSE"});
  CHECK(of({"SDGT"}).empty());
  CHECK(of({}).empty());
  CHECK(of({"UKRAINE-EO13661"}).empty());
}

TEST_CASE("menu-based sanctions follow from the directive that the remarks name",
          "[ofac_sublists]") {
  CHECK(of({"RUSSIA-EO14024"}, "Listing Date (EO 14024 Directive 1a): 22 Feb 2022") ==
        texts{"NS-MBS"});
  CHECK(of({"UKRAINE-EO13662", "RUSSIA-EO14024"},
           "Listing Date (EO 14024 Directive 2): 24 Feb 2022; Listing Date (EO 14024 Directive 3): "
           "24 Feb 2022") == texts{"SSI", "CAPTA", "NS-MBS"});
  CHECK(of({"UKRAINE-EO13662", "RUSSIA-EO14024"}, "DOB 1962") == texts{"SSI"});
  CHECK(of({"SDGT"}, "Listing Date (EO 14024 Directive 3): 24 Feb 2022").empty());
  CHECK(of({"BURMA-EO14014"}, "Executive Order 14014 Directive Information: Subject to Directive 1") ==
        texts{"NS-MBS"});
}
