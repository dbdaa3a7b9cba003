#include "lists/citation.hpp"

#include "catch.hpp"

using tradewarden::lists::citation_texts;
using tradewarden::lists::parse_citations;
using strings = std::vector<std::string>;

TEST_CASE("citation: the spellings of one citation have one normal form", "[citation]") {
  for (const char* spelling :
       {"83 FR 17644", "83 F.R. 17644 4/23/18", "83 F.R. 17644 4/23/2018", "83F.R. 17644",
        "83.F.R. 17644 4/23/2018", "83 F.R.17644 4/23/2018", "83 FR  17644 ", "83 F.R 17644",
        "83 FR 17644 (4/23/18)", "83 F.R. 17644 DATED 04/23/18", "83 FR 17644 (no. 78)",
        "83 FR 17644 No. 78", "83 FR 17644\xFF", "83 F.R. 17644, 17644 4/23/2018",
        "83 FR 17644-17648", "see 83 fr 17644."}) {
    CAPTURE(spelling);
    CHECK(citation_texts(spelling) == strings{"83 FR 17644"});
  }
}

TEST_CASE("citation: a field may hold several citations, however they are strung together", "[citation]") {
  const strings two = {"68 FR 38290", "71 FR 38843"};
  for (const char* field :
       {"68 F.R. 38290 6/27/03 71 F.R. 38843 7/10/06", "68 FR 38290, 71 FR 38843",
        "68 FR 38290; 71 FR 38843", "68 F.R. 38290 6/27/03 and 71 F.R. 38843 7/10/06",
        "68 FR 38290 corrected by 71 FR 38843", "68 F.R. 38290, 6/27/2003, 71F.R.38843 7/10/06",
        "68 F.R. 38290 6/27/03 ,71 F.R. 38843 7/10/06", "68 FR 38290; 71 FR 38843; 88 FR",
        "68 F.R. 38290 6/27/03, 71 38843 7/10/06", "68 FR 38290, 71 FR 38843, 68 FR 38290"}) {
    CAPTURE(field);
    CHECK(citation_texts(field) == two);
  }
  CHECK(citation_texts("82 F.R. 16788, 16789 4/6/2017") == strings{"82 FR 16788", "82 FR 16789"});
  CHECK(citation_texts("85 FR 83799, 86 FR 29190") == strings{"85 FR 83799", "86 FR 29190"});
  CHECK(citation_texts("79 FR 24566; 5/1/14; 83 FR 3580; 1/26/18") ==
        strings{"79 FR 24566", "83 FR 3580"});
}

TEST_CASE("citation: the date beside a citation is the day of publication, if it can be", "[citation]") {
  // RULES: the order against ZTE was published on 23 April 2018 in volume 83.
  CHECK(parse_citations("83 F.R. 17644 4/23/18").at(0).published->to_string() == "2018-04-23");
  CHECK(parse_citations("63 FR 43370 8/13/98").at(0).published->to_string() == "1998-08-13");
  // Volume 83 is of 2018; a date of 2010 beside it is a slip.
  CHECK_FALSE(parse_citations("83 F.R. 17644 4/23/10").at(0).published.has_value());
  CHECK_FALSE(parse_citations("73 F.R. 57052 10/1/200").at(0).published.has_value());
  CHECK_FALSE(parse_citations("88 F.R. 88570 12/2023").at(0).published.has_value());
  CHECK_FALSE(parse_citations("83 F.R. 17644 2/30/18").at(0).published.has_value());
}

TEST_CASE("citation: a volume that was left out follows from the year", "[citation]") {
  // 2017 - 1935 = 82.
  CHECK(citation_texts("82 F.R. 2312 1/9/2017, F.R. 30823 7/3/2017") ==
        strings{"82 FR 2312", "82 FR 30823"});
}

TEST_CASE("citation: what is no citation stays as it is", "[citation]") {
  CHECK(citation_texts("").empty());
  CHECK(citation_texts("  \n").empty());
  CHECK(citation_texts("Vol. 59, No. 44,  03/07/1994 ") == strings{"Vol. 59, No. 44, 03/07/1994"});
  CHECK(citation_texts("to be published") == strings{"to be published"});
  CHECK(citation_texts("12 January") == strings{"12 January"});
  CHECK(citation_texts("FRANK") == strings{"FRANK"});
}
