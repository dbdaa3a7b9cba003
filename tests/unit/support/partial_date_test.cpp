#include "catch.hpp"
#include "tradewarden/partial_date.hpp"

using tradewarden::partial_date;

namespace {

std::string read(const char* text) {
  const auto d = partial_date::parse(text);
  if (!d) return "refused";
  return std::string(d->approximate ? "~" : "") + d->earliest.to_string() + ".." +
         d->latest.to_string();
}

bool agree(const char* a, const char* b) {
  const auto x = partial_date::parse(a).value();
  const auto y = partial_date::parse(b).value();
  REQUIRE(x.agrees_with(y) == y.agrees_with(x));
  return x.agrees_with(y);
}

}  // namespace

TEST_CASE("a date is read in the forms that lists use", "[partial_date]") {
  CHECK(read("01 Jan 1966") == "1966-01-01..1966-01-01");
  CHECK(read("1 January 1966") == "1966-01-01..1966-01-01");
  CHECK(read("  7 oct 1954 ") == "1954-10-07..1954-10-07");
  CHECK(read("Sept 1954") == "1954-09-01..1954-09-30");
  CHECK(read("1962") == "1962-01-01..1962-12-31");
  CHECK(read("Oct 1954") == "1954-10-01..1954-10-31");
  CHECK(read("Feb 1956") == "1956-02-01..1956-02-29");
  CHECK(read("1956-02") == "1956-02-01..1956-02-29");
  CHECK(read("1956-02-03") == "1956-02-03..1956-02-03");
  CHECK(read("02/03/1956") == "1956-02-03..1956-02-03");
  CHECK(read("2/3/1956") == "1956-02-03..1956-02-03");
  CHECK(read("22 Aug 3017") == "3017-08-22..3017-08-22");
}

TEST_CASE("a span of dates is read", "[partial_date]") {
  CHECK(read("1958 to 1962") == "1958-01-01..1962-12-31");
  CHECK(read("1958-1962") == "1958-01-01..1962-12-31");
  CHECK(read("1958 - 1962") == "1958-01-01..1962-12-31");
  CHECK(read("1 Jan 1962 to 31 Dec 1963") == "1962-01-01..1963-12-31");
  CHECK(read("Nov 1962 to Feb 1963") == "1962-11-01..1963-02-28");
  CHECK(read("between 1968 and 1973") == "1968-01-01..1973-12-31");
  CHECK(read("1956-02-03/1957") == "1956-02-03..1957-12-31");
  CHECK(read("1962 to 1958") == "refused");
}

TEST_CASE("about a date", "[partial_date]") {
  CHECK(read("circa 1965") == "~1965-01-01..1965-12-31");
  CHECK(read("circa 01 Jan 1961") == "~1961-01-01..1961-01-01");
  CHECK(read("circa 1979-1982") == "~1979-01-01..1982-12-31");
  CHECK(read("c. 1965") == "~1965-01-01..1965-12-31");
  CHECK(read("c.1965") == "~1965-01-01..1965-12-31");
  CHECK(read("Approximately 1965") == "~1965-01-01..1965-12-31");
  CHECK(read("about Oct 1954") == "~1954-10-01..1954-10-31");
  CHECK(read("~1954") == "~1954-01-01..1954-12-31");
}

TEST_CASE("what is no date is refused", "[partial_date]") {
  for (const char* bad :
       {"", " ", "circa", "unknown", "31 Feb 1966", "29 Feb 1957", "1966-13", "1966-1", "66",
        "19666", "0000", "13/45/1990", "01 Foo 1966", "1966 Jan", "Jan", "1966 to", "to 1966",
        "between 1968", "between and 1968", "-1966", "1966-", "Jan 1966 x", "01 Jan 1966 1",
        "12345678901234567890", "1/2", "/", "1966/", "27307", "ma 1966"}) {
    CAPTURE(bad);
    CHECK(read(bad) == "refused");
  }
}

TEST_CASE("a partial date is written as coarse as it is", "[partial_date]") {
  const auto back = [](const char* s) { return partial_date::parse(s).value().to_string(); };
  CHECK(back("07 Oct 1954") == "1954-10-07");
  CHECK(back("Oct 1954") == "1954-10");
  CHECK(back("Jan 1954") == "1954-01");
  CHECK(back("1954") == "1954");
  CHECK(back("1954 to 1956") == "1954/1956");
  CHECK(back("Nov 1954 to Feb 1955") == "1954-11/1955-02");
  CHECK(back("2 Nov 1954 to Feb 1955") == "1954-11-02/1955-02-28");
  CHECK(back("circa 1954") == "~1954");
  CHECK(back("circa 1954-1956") == "~1954/1956");
}

TEST_CASE("what is written reads back the same", "[partial_date]") {
  for (const char* s : {"07 Oct 1954", "Oct 1954", "1954", "1954 to 1956", "circa 1954",
                        "Nov 1954 to Feb 1955", "2 Nov 1954 to Feb 1955", "circa 3 Mar 1954",
                        "1 Jan 1954 to 30 Dec 1954", "Jan 1954 to Nov 1954"}) {
    CAPTURE(s);
    const auto d = partial_date::parse(s).value();
    CHECK(partial_date::parse(d.to_string()).value() == d);
  }
}

TEST_CASE("dates agree if their spans overlap", "[partial_date]") {
  CHECK(agree("1954", "07 Oct 1954"));
  CHECK(agree("1954 to 1956", "1956"));
  CHECK_FALSE(agree("1954 to 1956", "1957"));
  CHECK_FALSE(agree("07 Oct 1954", "08 Oct 1954"));
  CHECK_FALSE(agree("1954", "1955"));
}

TEST_CASE("an approximate date is widened by a year on each side", "[partial_date]") {
  CHECK(agree("circa 1954", "1955"));
  CHECK(agree("circa 1954", "31 Dec 1955"));
  CHECK_FALSE(agree("circa 1954", "1956"));
  CHECK(agree("circa 1954", "circa 1956"));        // 1953..1955 and 1955..1957
  CHECK_FALSE(agree("circa 1954", "circa 1957"));  // 1953..1955 and 1956..1958
  CHECK(agree("circa 29 Feb 1956", "28 Feb 1955"));
  CHECK_FALSE(agree("circa 29 Feb 1956", "27 Feb 1955"));
  CHECK(agree("circa 9999", "9999"));  // No year lies behind the last one.
}
