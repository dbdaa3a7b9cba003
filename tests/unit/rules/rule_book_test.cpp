// Expected values are worked out by hand from the regulations' text and dates, not from our files.
#include "tradewarden/rule_book.hpp"

#include <algorithm>

#include "catch.hpp"

namespace tradewarden {
namespace {

day on(const char* iso) { return day::parse(iso).value(); }
classification code(const char* text) { return classification::parse(text).value(); }
const rule_book& book() { return rule_book::built_in(); }

truth reason(const char* eccn, const char* control, const char* country,
             const char* date = "2026-07-23") {
  for (const licence_reason& r : book().licence_reasons(code(eccn), country, on(date))) {
    if (r.control == control) return r.required;
  }
  FAIL(eccn << " has no row with " << control);
  return truth::unknown;
}

/// Is a licence required there for any reason?
truth needed(const char* eccn, const char* country, const char* date = "2026-07-23") {
  truth out = truth::no;
  for (const licence_reason& r : book().licence_reasons(code(eccn), country, on(date))) {
    out = out || r.required;
  }
  return out;
}

std::int64_t percent(const char* country, const char* date) {
  const auto t = book().ear_threshold(country, on(date));
  REQUIRE(t.value.has_value());
  CHECK(t.value->op == threshold_operator::more_than);
  CHECK(t.value->den == 100);
  CHECK_FALSE(t.basis.empty());
  return t.value->num;
}

}  // namespace

TEST_CASE("thresholds by country and day, at both sides of each change", "[rules]") {
  CHECK(percent("DE", "2026-11-22") == 25);
  CHECK(percent("IR", "2005-01-01") == 10);
  CHECK(percent("KP", "2026-11-22") == 10);
  CHECK(percent("SY", "2026-11-22") == 10);
  // 80 FR 43314 and 84 FR 56117
  CHECK(percent("CU", "2015-07-21") == 10);
  CHECK(percent("CU", "2015-07-22") == 25);
  CHECK(percent("CU", "2019-10-20") == 25);
  CHECK(percent("CU", "2019-10-21") == 10);
  // 86 FR 4929
  CHECK(percent("SD", "2021-01-13") == 10);
  CHECK(percent("SD", "2021-01-14") == 25);
  CHECK(percent("LY", "2006-08-30") == 10);
  CHECK(percent("LY", "2006-08-31") == 25);
  CHECK(percent("RU", "2026-11-22") == 25);
  CHECK(percent("BY", "2026-11-22") == 25);
  CHECK(percent("HK", "2026-11-22") == 25);
}

TEST_CASE("a threshold carries its dates and its source", "[rules]") {
  const auto t = book().ear_threshold("CU", on("2016-03-01"));
  REQUIRE(t.basis.size() == 1);
  CHECK(t.basis[0].rule == "us-ear.734.4.threshold");
  CHECK(t.basis[0].from == on("2015-07-22"));
  CHECK(t.basis[0].until == on("2019-10-21"));
  CHECK(t.basis[0].citation.find("80 FR 43314") != std::string_view::npos);
  CHECK(t.basis[0].verified);
  CHECK_FALSE(t.basis[0].other_edition);
  CHECK_FALSE(book().ear_threshold("LY", on("2006-08-30")).basis[0].verified);
  CHECK_FALSE(book().ear_threshold("ZZ", on("2016-03-01")).value.has_value());
  CHECK_FALSE(book().ear_threshold("ZZ", on("2016-03-01")).asks.empty());
}

TEST_CASE("the threshold is 10 % for E:1, and for E:2 since 21 Oct 2019", "[rules]") {
  for (const char* date : {"2005-01-01", "2015-07-21", "2015-07-22", "2019-10-20", "2019-10-21",
                           "2021-01-13", "2021-01-14", "2026-11-22"}) {
    for (const std::string_view country : book().destinations()) {
      if (country == "IQ" || country == "LY") continue;  // dates not confirmed, in both tables alike
      const bool e1 = book().in_group("E:1", country, on(date)).value == truth::yes;
      const bool e2 = book().in_group("E:2", country, on(date)).value == truth::yes;
      INFO(country << ' ' << date);
      const bool ten = e1 || (e2 && on(date) >= on("2019-10-21"));
      CHECK((book().ear_threshold(country, on(date)).value->num == 10) == ten);
    }
  }
}

TEST_CASE("OFAC's threshold is 10 % or more, and Iran's alone", "[rules]") {
  const auto iran = book().ofac_threshold("IR", on("2026-11-22"));
  REQUIRE(iran.value.has_value());
  CHECK(*iran.value == share_threshold{10, 100, threshold_operator::at_least});
  CHECK_FALSE(book().ofac_threshold("SY", on("2026-11-22")).value.has_value());
}

TEST_CASE("country groups", "[rules]") {
  const auto in = [](const char* group, const char* country, const char* date) {
    return book().in_group(group, country, on(date)).value;
  };
  CHECK(in("D:5", "CN", "2026-07-23") == truth::yes);
  CHECK(in("D:5", "MO", "2026-07-23") == truth::no);  // the text says "Macau or D:5"
  // Cambodia: 86 FR 70015 until the rule of 3 Feb 2026
  CHECK(in("D:5", "KH", "2021-12-08") == truth::no);
  CHECK(in("D:5", "KH", "2021-12-09") == truth::yes);
  CHECK(in("D:5", "KH", "2026-02-02") == truth::yes);
  CHECK(in("D:5", "KH", "2026-02-03") == truth::no);
  CHECK(in("E:1", "SD", "2021-01-13") == truth::yes);
  CHECK(in("E:1", "SD", "2021-01-14") == truth::no);
  CHECK(in("E:1", "CU", "2015-07-21") == truth::yes);
  CHECK(in("E:1", "CU", "2026-07-23") == truth::no);
  CHECK(in("E:2", "CU", "2026-07-23") == truth::yes);
  CHECK(in("A:1", "DE", "2026-07-23") == truth::yes);
  CHECK(in("A:1", "CN", "2026-07-23") == truth::no);
  CHECK(in("A:5", "AE", "2026-07-23") == truth::yes);
  CHECK(in("A:6", "IL", "2026-07-23") == truth::yes);
  CHECK(in("B", "DE", "2026-07-23") == truth::yes);
  for (const char* no : {"CN", "RU", "SY", "MO"}) CHECK(in("B", no, "2026-07-23") == truth::no);
  CHECK(in("D:1", "ZZ", "2026-07-23") == truth::unknown);
  CHECK(in("D:9", "DE", "2026-07-23") == truth::unknown);
  CHECK(in("746-supp3", "DE", "2022-02-23") == truth::no);
  CHECK(in("746-supp3", "DE", "2022-02-24") == truth::yes);
  CHECK(in("746-supp3", "CN", "2026-07-23") == truth::no);
  CHECK(in("computer-tier-3", "CN", "2026-07-23") == truth::yes);
  CHECK(in("computer-tier-3", "DE", "2026-07-23") == truth::no);
}

TEST_CASE("an edition of another day says so", "[rules]") {
  const auto then = book().in_group("D:5", "CN", on("2016-03-01"));
  REQUIRE(then.basis.size() == 1);
  CHECK(then.basis[0].other_edition);
  CHECK(then.basis[0].assumption.find("2026-07-23") != std::string::npos);
  const auto same = book().in_group("D:5", "CN", on("2026-07-23"));
  CHECK_FALSE(same.basis[0].other_edition);
  CHECK(same.basis[0].assumption.empty());
  // What is dated rests on no edition.
  CHECK_FALSE(book().in_group("E:1", "IR", on("2016-03-01")).basis[0].other_edition);
  // Neither member nor dated: "no" rests on the edition.
  const auto no = book().in_group("D:5", "DE", on("2016-03-01"));
  REQUIRE_FALSE(no.basis.empty());
  CHECK(no.basis[0].other_edition);
}

TEST_CASE("Hong Kong is China since 23 Dec 2020, Liechtenstein is Switzerland", "[rules]") {
  CHECK(book().resolve("HK", on("2026-07-23")).value == "CN");
  CHECK(book().resolve("Hong Kong", on("2026-07-23")).value == "CN");
  CHECK(book().resolve("HK", on("2020-12-22")).value == "HK");
  CHECK(book().resolve("HK", on("2020-12-23")).basis[0].citation == "85 FR 83788");
  CHECK(book().resolve("LI", on("2010-01-01")).value == "CH");
  CHECK(book().resolve("Seycheles", on("2026-07-23")).value == "SC");
  CHECK(book().resolve("Seychelles", on("2026-07-23")).value == "SC");
  CHECK(book().resolve("China (PRC)", on("2026-07-23")).value == "CN");
  CHECK(book().resolve("Atlantis", on("2026-07-23")).value.empty());
  CHECK(book().resolve("ZZ", on("2026-07-23")).value.empty());
  CHECK(book().in_group("D:5", "HK", on("2026-07-23")).value == truth::yes);
  CHECK(book().chart_mark("HK", "NS 2", on("2026-07-23")).value == truth::yes);
  // Before, the chart had a row of its own, which this edition does not hold.
  CHECK(book().chart_mark("HK", "NS 2", on("2020-12-22")).value == truth::unknown);
}

TEST_CASE("the country chart", "[rules]") {
  const auto mark = [](const char* country, const char* column) {
    return book().chart_mark(country, column, on("2026-07-23")).value;
  };
  CHECK(mark("DE", "MT 1") == truth::yes);
  CHECK(mark("DE", "NS 1") == truth::yes);
  CHECK(mark("DE", "NS 2") == truth::no);
  CHECK(mark("CN", "NS 2") == truth::yes);
  CHECK(mark("GB", "CB 1") == truth::yes);
  CHECK(mark("GB", "NS 1") == truth::no);
  CHECK(mark("DE", "XX 1") == truth::unknown);
  // Their rows point to Part 746 instead of carrying marks.
  for (const char* embargoed : {"CU", "IR", "KP", "SY"}) {
    CHECK(mark(embargoed, "NS 2") == truth::unknown);
  }
  // No country has an AT mark.
  std::size_t rows = 0;
  for (const std::string_view country : book().destinations()) {
    for (const char* at : {"AT 1", "AT 2"}) {
      CHECK(book().chart_mark(country, at, on("2026-07-23")).value != truth::yes);
    }
    ++rows;
  }
  CHECK(rows > 190);
}

TEST_CASE("the worked example's parts", "[rules]") {
  // 2B116: MT 1 is marked for Germany; NP is asked for .a perhaps and not marked there
  CHECK(reason("2B116", "MT 1", "DE") == truth::yes);
  CHECK(needed("2B116", "DE") == truth::yes);
  // 5A992.c: AT only; no country has an AT mark
  CHECK(book().at_only(code("5A992.c"), on("2026-07-23")).value == truth::yes);
  CHECK(needed("5A992.c", "DE") == truth::no);
  CHECK(needed("5A992.c", "CN") == truth::no);
  // 5A992 alone might be .z
  CHECK(book().at_only(code("5A992"), on("2026-07-23")).value == truth::unknown);
  // 3A001.a.3: NS 2, not marked for Germany, marked for China; GBS listed
  CHECK(needed("3A001.a.3", "DE") == truth::no);
  CHECK(reason("3A001.a.3", "NS 2", "CN") == truth::yes);
  CHECK(book().gbs_listed(code("3A001.a.3"), on("2026-07-23")).value == truth::yes);
  CHECK(book().gbs_destination("DE", on("2026-07-23")).value == truth::yes);
  CHECK(book().gbs_destination("CN", on("2026-07-23")).value == truth::no);
  for (const char* no : {"UA", "SD"}) {
    CHECK(book().in_group("B", no, on("2026-07-23")).value == truth::yes);
    CHECK(book().gbs_destination(no, on("2026-07-23")).value == truth::no);
  }
  // 3A001.b.2: NS 1 unless for civil telecommunications
  CHECK(needed("3A001.b.2", "DE") == truth::unknown);
  CHECK(reason("3A001.b.2", "NS 2", "DE") == truth::no);
  for (const licence_reason& r :
       book().licence_reasons(code("3A001.b.2"), "DE", on("2026-07-23"))) {
    if (r.required == truth::unknown) CHECK_FALSE(r.asks.empty());
  }
  CHECK(needed("3A001.b.2", "CN") == truth::yes);  // NS 2 is marked, whatever the end use
  CHECK(needed("3A001.b", "DE") == truth::unknown);
  CHECK(needed("3A001", "DE") == truth::unknown);
  CHECK(needed("3A001.c", "DE") == truth::no);
}

TEST_CASE("named destinations", "[rules]") {
  const auto reaches = [](const char* name, const char* country, const char* date = "2026-07-23") {
    return book().destination(name, country, on(date)).value;
  };
  CHECK(reaches("worldwide", "DE") == truth::yes);
  CHECK(reaches("macau-or-d5", "MO") == truth::yes);
  CHECK(reaches("macau-or-d5", "CN") == truth::yes);
  CHECK(reaches("macau-or-d5", "DE") == truth::no);
  CHECK(reaches("china-russia-venezuela", "VE") == truth::yes);
  CHECK(reaches("china-russia-venezuela", "IR") == truth::no);
  // D:4 less A:6, and the Emirates although they are in A:5
  CHECK(reaches("uae-d1-d4-d5-less-a5-a6", "SA") == truth::yes);
  CHECK(reaches("uae-d1-d4-d5-less-a5-a6", "IL") == truth::no);
  CHECK(reaches("uae-d1-d4-d5-less-a5-a6", "AE") == truth::yes);
  CHECK(reaches("footnote-5-party", "DE") == truth::unknown);
  CHECK(reaches("worldwide", "ZZ") == truth::unknown);
  CHECK(reaches("no-such-name", "DE") == truth::unknown);
  // The rule of 15 Jan 2025, not enforced since 13 May 2025
  CHECK(reaches("worldwide-ai-diffusion", "DE", "2025-01-14") == truth::no);
  CHECK(reaches("worldwide-ai-diffusion", "DE", "2025-01-15") == truth::yes);
  const auto now = book().destination("worldwide-ai-diffusion", "DE", on("2025-05-13"));
  CHECK(now.value == truth::unknown);
  CHECK(now.basis.front().status == rule_status::codified_not_enforced);
  CHECK_FALSE(now.basis.front().assumption.empty());
  CHECK(reaches("worldwide-ai-diffusion", "CN") == truth::yes);
  CHECK(needed("3A090.a", "CN") == truth::yes);
}

TEST_CASE("classes of classifications", "[rules]") {
  const auto in = [](const char* name, const char* eccn) {
    return book().in_class(name, code(eccn), on("2026-07-23")).value;
  };
  CHECK(in("600-series", "9A610.x") == truth::yes);
  CHECK(in("600-series", "3A001") == truth::no);
  CHECK(in("9x515", "9A515.d") == truth::yes);
  CHECK(in("600-series-or-9x515-a-x", "9A610.x") == truth::yes);
  CHECK(in("600-series-or-9x515-a-x", "9A610.y.1") == truth::no);
  CHECK(in("600-series-or-9x515-a-x", "9A610") == truth::unknown);
  CHECK(in("600-series-or-9x515-y", "9A610.y.1") == truth::yes);
  CHECK(in("600-series-or-9x515-y", "9A515.d") == truth::no);
  CHECK(in("600-series", "EAR99") == truth::no);
  CHECK(in("600-series", "?") == truth::unknown);
  CHECK(in("ccl", "3A001") == truth::yes);
  CHECK(in("itar", "ITAR:XI") == truth::yes);
  CHECK(in("no-such-class", "3A001") == truth::unknown);
  CHECK(book().short_supply_only(code("1C980"), on("2026-07-23")).value == truth::yes);
  CHECK(book().short_supply_only(code("3A001.a.3"), on("2026-07-23")).value == truth::no);
  CHECK(book().encryption_review(code("5A002.a"), on("2026-07-23")).value == truth::yes);
  CHECK(book().encryption_review(code("5A992.c"), on("2026-07-23")).value == truth::no);
}

TEST_CASE("entries that exist, and what is known of them", "[rules]") {
  const auto exists = [](const char* eccn) {
    return book().entry_exists(code(eccn), on("2026-07-23")).value;
  };
  CHECK(exists("3A001") == truth::yes);
  CHECK(exists("3A777") == truth::no);
  CHECK(exists("?") == truth::unknown);
  CHECK(exists("EAR99") == truth::yes);
  // RULES T: entries that one of the readings lacks
  for (const char* lacking : {"0D614", "2B352", "3D006", "3E002", "8D001", "0A999", "2A999"}) {
    INFO(lacking);
    CHECK(exists(lacking) == truth::yes);
    CHECK_FALSE(book().licence_reasons(code(lacking), "DE", on("2026-07-23")).empty());
  }
  const auto known = [](const char* eccn) {
    return book().reasons_known(code(eccn), on("2026-07-23")).value;
  };
  CHECK(known("3A001") == truth::yes);
  CHECK(known("9A105") == truth::no);  // "subject to the ITAR"
  CHECK(book().reasons_known(code("9A105"), on("2026-07-23")).why == "itar");
  CHECK(known("3A777") == truth::no);
  CHECK(book().licence_reasons(code("EAR99"), "DE", on("2026-07-23")).empty());
}

TEST_CASE("Part 746: what counts", "[rules]") {
  const auto counts = [](const char* eccn, const char* hs, const char* country,
                         const char* from = "CN", const char* date = "2026-07-23") {
    return book().part_746_counts(code(eccn), hs, country, from, on(date)).value;
  };
  // All items subject to the EAR; EAR99 food and medicine excepted, not so for Cuba
  CHECK(counts("EAR99", "3926.90", "SY") == truth::yes);
  CHECK(counts("EAR99", "0402.10", "SY") == truth::unknown);
  CHECK(counts("EAR99", "", "SY") == truth::unknown);
  CHECK(counts("EAR99", "", "CU") == truth::yes);
  CHECK(counts("5A992.c", "", "KP") == truth::yes);
  CHECK(counts("?", "3926.90", "CU") == truth::unknown);  // it might be the State Department's
  // Iran: EAR99 outside Supplement No. 7 does not count; chapters 84, 85, 88, 90 need the table
  CHECK(counts("EAR99", "3926.90", "IR") == truth::no);
  CHECK(counts("EAR99", "8542.31", "IR") == truth::unknown);
  CHECK(counts("EAR99", "8542.31", "IR", "DE") == truth::no);  // Supp. 3 country
  CHECK(counts("EAR99", "", "IR") == truth::unknown);
  CHECK(counts("EAR99", "8542.31", "IR", "CN", "2022-12-31") == truth::no);  // before Supp. 7
  CHECK(counts("5A992.c", "", "IR") == truth::yes);
  CHECK(counts("2B116", "", "IR") == truth::yes);
  CHECK(counts("2B999", "", "IR") == truth::no);
  CHECK(counts("2A994", "", "IR") == truth::yes);
  // Russia, Belarus
  CHECK(book().part_746_applies("RU", on("2022-02-23")).value == truth::no);
  CHECK(book().part_746_applies("RU", on("2022-02-24")).value == truth::yes);
  CHECK(book().part_746_applies("BY", on("2022-03-01")).value == truth::no);
  CHECK(book().part_746_applies("BY", on("2022-03-02")).value == truth::yes);
  CHECK(counts("5A992.c", "", "RU") == truth::yes);
  CHECK(counts("3A991", "", "RU", "CN") == truth::yes);
  CHECK(counts("3A991", "", "RU", "DE") == truth::no);   // AT only, from a partner country
  CHECK(counts("3A001.a.3", "", "RU", "DE") == truth::yes);
  CHECK(counts("EAR99", "8542.31", "RU", "DE") == truth::no);
  CHECK(counts("EAR99", "8542.31", "RU", "CN") == truth::unknown);
  CHECK(counts("3A991", "", "RU", "") == truth::unknown);
  // Categories 3 to 9 since 24 Feb 2022, all since 8 Apr 2022
  CHECK(counts("1C992", "", "RU", "CN", "2022-04-08") == truth::yes);
  CHECK(counts("2A991", "", "RU", "CN", "2022-04-07") == truth::no);
  CHECK(counts("2A991", "", "RU", "CN", "2022-04-08") == truth::yes);
  CHECK(counts("3A991", "", "RU", "CN", "2022-02-24") == truth::yes);
  CHECK(book().part_746_applies("DE", on("2026-07-23")).value == truth::no);
  CHECK(book().part_746_counts(code("3A001"), "", "DE", "CN", on("2026-07-23")).why ==
        "no_part_746_rule");
  // Regions
  CHECK(counts("3A991", "", "UA-43") == truth::yes);
  CHECK(book().part_746_applies("UA", on("2026-07-23")).value == truth::no);
  CHECK(book().part_746_applies("UA-43", on("2014-12-31")).value == truth::no);
  CHECK(book().ear_threshold("UA-43", on("2026-07-23")).value->num == 25);
}

TEST_CASE("Part 746: a condition that several clauses ask turns out the same for all of them",
          "[rules]") {
  const auto answer = [](const char* eccn, const char* hs, const char* country, const char* from,
                         const char* type) {
    return book().part_746_counts(code(eccn), hs, country, from, on("2026-07-23"), type);
  };
  // Inside Supp. 7 the partner country takes it out, outside the table nothing counts it.
  CHECK(answer("EAR99", "", "IR", "DE", "commodity").value == truth::no);
  CHECK(answer("EAR99", "", "IR", "DE", "commodity").asks.empty());
  // Asked is what the answer depends on, and nothing else.
  using list = std::vector<std::string>;
  const auto asks = [&](const char* hs, const char* country, const char* from, const char* type) {
    auto all = answer("EAR99", hs, country, from, type).asks;
    list out(all.begin(), all.end());
    std::sort(out.begin(), out.end());
    return out;
  };
  CHECK(asks("", "IR", "CN", "commodity") == list{"hs_code", "supp7_to_746"});
  CHECK(asks("8542", "IR", "", "commodity") == list{"exported_from", "supp7_to_746"});
  CHECK(asks("", "KP", "", "commodity") == list{"food_or_medicine", "hs_code"});
  CHECK(asks("0402", "KP", "", "") == list{"content_type", "food_or_medicine"});
  CHECK(answer("?", "", "KP", "", "").asks == std::vector<std::string>{"classification"});
  CHECK(answer("?", "", "KP", "", "").why == "unclassified");
  // Supp. No. 3 names the United Kingdom, not its territories; what is treated as a country by the
  // chart is not exported from it.
  CHECK(answer("EAR99", "8542", "IR", "GB", "commodity").value == truth::no);
  CHECK(answer("EAR99", "8542", "IR", "KY", "commodity").value == truth::unknown);
  CHECK(answer("3A991", "", "RU", "GB", "commodity").value == truth::no);
  CHECK(answer("3A991", "", "RU", "KY", "commodity").value == truth::yes);
  CHECK(answer("3A991", "", "RU", "LI", "commodity").value == truth::no);  // a partner itself
  // Food and medicine are goods.
  CHECK(answer("EAR99", "", "KP", "CN", "software").value == truth::yes);
  CHECK(answer("EAR99", "8542", "UA-43", "CN", "commodity").value == truth::yes);
  CHECK(answer("EAR99", "", "UA-43", "CN", "software").value == truth::unknown);
  CHECK(answer("EAR99", "", "UA-43", "CN", "technology").value == truth::yes);
}

TEST_CASE("regional stability and .y prose", "[rules]") {
  CHECK(needed("0B999", "IQ") == truth::yes);
  CHECK(needed("0B999", "DE") == truth::no);
  CHECK(needed("3A999", "PK") == truth::yes);
  CHECK(needed("9A610.y.1", "VE") == truth::yes);
  CHECK(needed("9A610.y.1", "DE") == truth::no);
  CHECK(needed("9A610.x", "DE") == truth::unknown);
  CHECK(needed("9A610.a", "DE") == truth::yes);
}

TEST_CASE("footnotes of the chart and notes of the list", "[rules]") {
  // Footnote 10: firearms to Australia and the United Kingdom, whose rows are almost empty
  CHECK(needed("0A501.a", "GB") == truth::yes);
  CHECK(needed("0A501.y.1", "GB") == truth::no);
  CHECK(needed("0A506", "AU") == truth::yes);
  CHECK(needed("0A502", "AU") == truth::unknown);  // barrels under 18 inches
  // Footnote 7: India, although its row has no RS 2
  CHECK(book().chart_mark("IN", "RS 2", on("2026-07-23")).value == truth::no);
  CHECK(needed("9A515.e", "IN") == truth::yes);
  CHECK(reason("6A003.b.4.b", "chart-footnote-7", "IN") == truth::yes);
  // 742.6(a)(9): worldwide but for three
  CHECK(needed("9A515.a.1", "NZ") == truth::yes);
  CHECK(reason("9A515.a.1", "all-except-au-ca-gb", "CA") == truth::no);
  CHECK(needed("0A501.y.7", "CN") == truth::yes);
  CHECK(needed("0A501.y.1", "CN") == truth::no);
}

TEST_CASE("OFAC 560.420: what counts", "[rules]") {
  const auto counts = [](const char* eccn, const char* hs) {
    return book().ofac_counts(code(eccn), hs, on("2026-07-23")).value;
  };
  CHECK(counts("5A992.c", "") == truth::yes);
  CHECK(counts("EAR99", "3926.90") == truth::no);
  CHECK(counts("EAR99", "8542.31") == truth::unknown);
  CHECK(counts("?", "") == truth::unknown);
}

TEST_CASE("the cases without a de minimis level", "[rules]") {
  const auto find = [](const char* paragraph, const char* date) {
    const auto all = book().zero_percent_cases(on(date));
    const auto at = std::find_if(all.begin(), all.end(), [&](const zero_percent_case& c) {
      return c.paragraph == paragraph;
    });
    return at == all.end() ? std::optional<zero_percent_case>() : *at;
  };
  const auto series = find("(a)(6)(i)", "2026-07-23");
  REQUIRE(series);
  CHECK(series->id == "us-ear.734.4.a.6.i");
  CHECK(series->destination == "d5");
  CHECK(book().case_content(*series, code("9A515.d")).value == truth::yes);
  CHECK(book().case_content(*series, code("9A515.y")).value == truth::no);
  CHECK(book().case_content(*series, code("9A515")).value == truth::unknown);
  CHECK(book().case_content(*series, code("EAR99")).value == truth::no);
  CHECK(book().case_content(*series, code("?")).value == truth::unknown);
  CHECK(book().case_product(*series, code("?")).value == truth::yes);  // any product
  CHECK(find("(a)(6)(ii)", "2015-10-01")->destination == "china-e1-e2");
  CHECK(find("(a)(6)(ii)", "2026-07-23")->destination == "china-russia-belarus-e1-e2");
  CHECK_FALSE(find("(a)(8)", "2024-12-01"));
  const auto sme = find("(a)(8)", "2024-12-02");
  REQUIRE(sme);
  CHECK(book().case_product(*sme, code("3B001.f.1")).value == truth::yes);
  CHECK(book().case_product(*sme, code("3B001.b")).value == truth::no);
  CHECK(book().case_content(*sme, code("3A001.a.3")).value == truth::yes);
  CHECK(book().case_content(*sme, code("3A991")).value == truth::unknown);
  const auto other = find("(a)(9)", "2026-07-23");
  REQUIRE(other);
  CHECK(book().case_product(*other, code("3B001.f.1")).value == truth::no);
  CHECK(book().case_product(*other, code("3B001.b")).value == truth::yes);
  REQUIRE(other->facts.size() == 1);
  CHECK_FALSE(book().question(other->facts[0]).empty());
  const auto engines = find("(a)(4)", "2026-07-23");
  REQUIRE(engines);
  CHECK(book().case_content(*engines, code("9E003.a.6")).value == truth::yes);
  CHECK(book().case_content(*engines, code("9E003.a.7")).value == truth::no);
  CHECK(book().case_content(*engines, code("9E003.a.8")).value == truth::yes);
  CHECK_FALSE(find("(a)(3)", "2023-11-16"));
  CHECK(find("(a)(3)", "2023-11-17"));
  const auto computers = find("(a)(1)", "2026-07-23");
  REQUIRE(computers);
  CHECK(book().case_product(*computers, code("5A991")).value == truth::no);
  CHECK(book().case_product(*computers, code("4A003.b")).value == truth::yes);
  CHECK(book().case_content(*computers, code("3A001.a.3")).value == truth::yes);
  CHECK(book().case_content(*computers, code("3A001.a.2")).value == truth::unknown);
}

TEST_CASE("other parameters by day", "[rules]") {
  CHECK(book().bundled_software(on("2008-09-30")).value == truth::no);
  CHECK(book().bundled_software(on("2008-10-01")).value == truth::yes);
  CHECK(book().second_incorporation(on("2009-09-13")).value == truth::unknown);
  CHECK(book().second_incorporation(on("2009-09-14")).value == truth::yes);
  CHECK(book().report_required("software", on("2008-09-30")).value == truth::yes);
  CHECK(book().report_required("software", on("2008-10-01")).value == truth::no);
  CHECK(book().report_required("technology", on("2026-07-23")).value == truth::yes);
  CHECK(book().report_required("commodity", on("2026-07-23")).value == truth::unknown);
  CHECK(book().policy("count-spp-content", on("2026-07-23")).value == true);
  CHECK_FALSE(book().policy("no-such-policy", on("2026-07-23")).value.has_value());
}

TEST_CASE("an overlay changes the status, not the dates", "[rules]") {
  const rule_info* affiliates = book().find("ownership.us-bis-affiliates");
  REQUIRE(affiliates != nullptr);
  REQUIRE(affiliates->values.size() == 1);
  CHECK(affiliates->values[0].from == on("2025-09-29"));
  CHECK(affiliates->values[0].published == on("2025-09-30"));
  CHECK_FALSE(affiliates->values[0].until.has_value());
}

TEST_CASE("the book names its content", "[rules]") {
  CHECK(book().content() == rule_book::built_in().content());
  CHECK(book().rules().size() > 80);
  CHECK(std::is_sorted(book().rules().begin(), book().rules().end(),
                       [](const rule_info& a, const rule_info& b) { return a.id < b.id; }));
  CHECK(book().find("no.such.rule") == nullptr);
  for (const rule_info& r : book().rules()) {
    INFO(r.id);
    CHECK(r.origin == "built-in");
    CHECK_FALSE(r.values.empty());
    for (const rule_value& v : r.values) CHECK_FALSE(v.citation.empty());
  }
}

}  // namespace tradewarden
