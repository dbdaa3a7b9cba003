#include "cli/hit_rows.hpp"

#include <algorithm>

#include "catch.hpp"
#include "unit/audit/answer_fixture.hpp"

using namespace tradewarden;
using namespace tradewarden::cli;

TEST_CASE("hit rows: the header begins with the five columns that programs rely on", "[rows]") {
  CHECK(hit_header(row_format::tsv).rfind("query_id\trank\tsource_id\tscore\tlist\t", 0) == 0);
  CHECK(hit_header(row_format::csv).rfind("query_id,rank,source_id,score,list,", 0) == 0);
}

TEST_CASE("hit rows: one line per hit with as many cells as the header", "[rows]") {
  screening_answer a = fixture::denied_answer();
  a.hits.push_back(a.hits[0]);
  a.hits[1].rank = 2;
  a.hits[1].party.names[0].text = "tab\there";
  const std::string text = hit_lines(a, row_format::tsv);
  CHECK(std::count(text.begin(), text.end(), '\n') == 2);
  const std::string header = hit_header(row_format::tsv);
  CHECK(std::count(text.begin(), text.end(), '\t') ==
        2 * std::count(header.begin(), header.end(), '\t'));
  CHECK(text.rfind("q1\t1\tzte kangxun|2018-04-15\t0.9732\tUS-DPL\t"
                   "ZTE Kangxun Telecommunications Ltd.\tdenied\t2018-04-15\t2018-07-13\tcompany\t"
                   "EAR; 744.11\t83 FR 17644\tZTE Kangxun Telecommunications Ltd.\t"
                   "authorisation until 2018-08-02; country confirms; "
                   "2 more parties beyond the limit\t\t\n",
                   0) == 0);
}

TEST_CASE("hit rows: what was not verified stands in the notes", "[rows]") {
  screening_answer a = fixture::denied_answer();
  a.hits[0].measures[0].verified = false;
  a.hits[0].overlays[0].verified = false;
  CHECK(hit_lines(a, row_format::tsv)
            .find("\tdenial [unverified]; authorisation until 2018-08-02 [unverified]; ") !=
        std::string::npos);
}

TEST_CASE("hit rows: further measures and the answer's notes stand in the notes", "[rows]") {
  screening_answer a = fixture::denied_answer();
  measure listing;
  listing.from = day::parse("2016-03-08").value();
  a.hits[0].measures.push_back(listing);
  a.notes = {"2 weak aliases were held back"};
  const std::string text = hit_lines(a, row_format::tsv);
  CHECK(text.find("\talso listed since 2016-03-08; authorisation until 2018-08-02; ") !=
        std::string::npos);
  CHECK(text.find("; 2 weak aliases were held back\t\t\n") != std::string::npos);
}

TEST_CASE("hit rows: no hit, no line", "[rows]") {
  screening_answer a = fixture::denied_answer();
  a.hits.clear();
  CHECK(hit_lines(a, row_format::csv).empty());
}

TEST_CASE("hit rows: a formula in a name or an id is disarmed in CSV only", "[rows]") {
  screening_answer a = fixture::denied_answer();
  a.query.id = "=1+1";
  CHECK(hit_lines(a, row_format::csv).rfind("'=1+1,1,", 0) == 0);
  CHECK(hit_lines(a, row_format::tsv).rfind("=1+1\t1\t", 0) == 0);
}

TEST_CASE("hit rows: broken UTF-8 of a list does not reach the output", "[rows]") {
  screening_answer a = fixture::denied_answer();
  a.hits[0].matched_name = "Caf\xE9";
  CHECK(hit_lines(a, row_format::tsv).find("Caf\xEF\xBF\xBD\t") != std::string::npos);
}

TEST_CASE("hit rows: a row that was not screened has a line in CSV", "[rows]") {
  const error e{errc::bad_syntax, "the row has 5 cells", "in.csv", 7, {}};
  CHECK(failed_line("4", e, row_format::csv) ==
        "4,,,,,,not_screened,,,,,,,line 7: the row has 5 cells,,\n");
  const std::string header = hit_header(row_format::csv);
  const std::string line = failed_line("4", {errc::bad_value, "empty", {}, 2, "name"}, row_format::csv);
  CHECK(std::count(line.begin(), line.end(), ',') == std::count(header.begin(), header.end(), ',') + 1);
  CHECK(failed_line("4", e, row_format::tsv).empty());
}
