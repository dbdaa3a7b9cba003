#include "cli/answer_view.hpp"

#include <algorithm>
#include <sstream>

#include "catch.hpp"
#include "unit/audit/answer_fixture.hpp"

using namespace tradewarden;
using namespace tradewarden::cli;
using Catch::Matchers::Contains;

namespace {

std::string shown(const screening_answer& a, std::size_t width = 100, std::size_t height = 50) {
  terminal out;
  out.width = width;
  out.height = height;
  return answer_view(a, party_index::sample(), out);
}

/// Line ends and the blanks of wrapping taken out, to look for sentences.
std::string flowing(const std::string& text) {
  std::istringstream in(text);
  std::string out;
  std::string word;
  while (in >> word) out += (out.empty() ? "" : " ") + word;
  return out;
}

std::size_t line_count(const std::string& text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

}  // namespace

TEST_CASE("answer view: status, order, overlay, reasons and what was not checked", "[view]") {
  const std::string text = flowing(shown(fixture::denied_answer()));
  CHECK_THAT(text, Contains("3 possible matches at or above 0.80"));
  CHECK_THAT(text, Contains("on 2018-07-05"));
  CHECK_THAT(text, Contains("the best 1 are shown (--limit)"));
  CHECK_THAT(text, Contains("denied since 2018-04-15, until 2018-07-13"));
  CHECK_THAT(text, Contains("83 FR 17644"));
  CHECK_THAT(text, Contains("authorisation since 2018-07-02, until 2018-08-02"));
  CHECK_THAT(text, Contains("zte = zte, kangxum ~ kangxun (1 edit)"));
  CHECK_THAT(text, Contains("only listed ltd (legal form)"));
  CHECK_THAT(text, Contains("order (x 0.95)"));
  CHECK_THAT(text, Contains("country confirms (asked CN, listed CN)"));
  CHECK_THAT(text, Contains("birth date not given by the list (asked 1965)"));
  CHECK_THAT(text, Contains("All items subject to the EAR"));
  CHECK_THAT(text, Contains("not checked ownership and control"));
  CHECK_THAT(text, Contains("for trying out only; not a screening"));
}

TEST_CASE("answer view: what was not verified is marked where it stands", "[view]") {
  screening_answer a = fixture::denied_answer();
  a.hits[0].measures[0].note = "Activated.";
  CHECK(flowing(shown(a)).find("[unverified]") == std::string::npos);
  a.hits[0].measures[0].verified = false;
  std::string text = flowing(shown(a));
  CHECK_THAT(text, Contains("denied since 2018-04-15, until 2018-07-13 [unverified]"));
  a.hits[0].measures[0].verified = true;
  a.hits[0].overlays[0].verified = false;
  text = flowing(shown(a));
  CHECK_THAT(text, Contains("authorisation since 2018-07-02, until 2018-08-02 [unverified]"));
  CHECK(text.find("2018-07-13 [unverified]") == std::string::npos);
}

TEST_CASE("answer view: the effect of a list that was not read in its law is marked", "[view]") {
  screening_answer a = fixture::denied_answer();
  a.hits[0].party.list = "UK-SL";
  CHECK_THAT(flowing(shown(a)), Contains("transport measures. [unverified]"));
}

TEST_CASE("answer view: no hit is never called clear", "[view]") {
  screening_answer a = fixture::denied_answer();
  a.hits.clear();
  a.more = 0;
  const std::string text = flowing(shown(a));
  CHECK_THAT(text, Contains("No possible match at or above 0.80 in " +
                            grouped(party_index::sample().info().parties) +
                            " parties of these lists on 2018-07-05."));
  CHECK_THAT(text, Contains("not checked"));
  CHECK(text.find("clear") == std::string::npos);
}

TEST_CASE("answer view: an empty name says that nothing was screened", "[view]") {
  screening_answer a = fixture::denied_answer();
  a.hits.clear();
  a.more = 0;
  a.problem = query_problem::empty;
  a.query.name = "...";
  a.notes = {"no letter: nothing was screened", "country 'Atlantis' is not known"};
  const std::string text = flowing(shown(a));
  CHECK_THAT(text, Contains("...: no letter: nothing was screened Note: country 'Atlantis'"));
  CHECK(text.find("nothing was screened") == text.rfind("nothing was screened"));
  CHECK(text.find("No possible match") == std::string::npos);
}

TEST_CASE("answer view: only what is in force on the day is said to have its effect", "[view]") {
  screening_answer a = fixture::denied_answer();
  CHECK_THAT(flowing(shown(a)), Contains("effect A denial order is in force"));
  a.hits[0].status = party_status::suspended_order;
  CHECK_THAT(flowing(shown(a)), Contains("effect The order is suspended: no denial is in force"));
  CHECK(flowing(shown(a)).find("A denial order is in force") == std::string::npos);
  a.hits[0].status = party_status::unknown_on_date;
  CHECK_THAT(flowing(shown(a)), Contains("effect The list does not say since when. If listed on "
                                         "this day: A denial order"));
  for (const party_status ended : {party_status::lifted, party_status::expired}) {
    a.hits[0].status = ended;
    CHECK_THAT(flowing(shown(a)),
               Contains("effect No longer in force on this day; other lists may apply."));
    CHECK(flowing(shown(a)).find("A denial order") == std::string::npos);
  }
}

TEST_CASE("answer view: further measures in force stand beside the one of the status", "[view]") {
  screening_answer a = fixture::denied_answer();
  CHECK(further_measures(a.hits[0]).empty());
  CHECK(flowing(shown(a)).find(" also ") == std::string::npos);
  measure listing;
  listing.from = day::parse("2016-03-08").value();
  listing.citations = {"81 FR 12004"};
  measure order;
  order.kind = measure_kind::suspended_order;
  order.from = day::parse("2017-03-20").value();
  order.note = "seven years";
  a.hits[0].measures[0].note = "first order";
  a.hits[0].measures.push_back(listing);
  a.hits[0].measures.push_back(order);
  a.hits[0].measures.push_back(order);
  CHECK(further_measures(a.hits[0]) ==
        std::vector<std::string>{"listed since 2016-03-08 (81 FR 12004)",
                                 "suspended order (not a denial), since 2017-03-20: seven years"});
  const std::string text = flowing(shown(a));
  CHECK_THAT(text, Contains("order first order also listed since 2016-03-08 (81 FR 12004); suspended "
                            "order (not a denial), since 2017-03-20: seven years overlay"));
  CHECK_THAT(text, Contains("status denied since 2018-04-15"));
}

TEST_CASE("answer view: each note stands once", "[view]") {
  screening_answer a = fixture::denied_answer();
  a.notes = {"2 weak aliases were held back", "country 'Atlantis' is not known"};
  for (const bool with_hits : {true, false}) {
    if (!with_hits) a.hits.clear();
    const std::string text = flowing(shown(a));
    for (const std::string& note : a.notes) {
      INFO(note);
      CHECK_THAT(text, Contains("Note: " + note));
      CHECK(text.find(note) == text.rfind(note));
    }
  }
}

TEST_CASE("answer view: no line is wider than the terminal", "[view]") {
  for (const std::size_t width : {40U, 60U, 80U, 132U}) {
    std::istringstream in(shown(fixture::denied_answer(), width));
    for (std::string line; std::getline(in, line);) {
      INFO(width << ": " << line);
      CHECK(display_width(line) <= width);
    }
  }
}

TEST_CASE("answer view: reasons for further hits only as long as one screen holds them", "[view]") {
  screening_answer a = fixture::denied_answer();
  for (std::uint32_t i = 2; i <= 6; ++i) {
    a.hits.push_back(a.hits[0]);
    a.hits.back().rank = i;
  }
  a.more = 0;
  const std::size_t small = line_count(shown(a, 100, 24));
  const std::size_t large = line_count(shown(a, 100, 500));
  const std::size_t middle = line_count(shown(a, 100, 60));
  CHECK(small < middle);
  CHECK(middle <= 60);
  CHECK(middle < large);
}

TEST_CASE("answer view: a name cannot command the terminal", "[view]") {
  screening_answer a = fixture::denied_answer();
  a.query.name = "x\x1b[2Jy";
  a.hits[0].matched_name = "m\x1b]0;t\x07";
  a.hits[0].party.names[0].text = "p\x1b[1m";
  a.notes = {"n\x1b[1m"};
  CHECK(shown(a).find('\x1b') == std::string::npos);
}

TEST_CASE("answer view: a weak alias is named as such, with what let it through", "[view]") {
  screening_answer a = fixture::denied_answer();
  a.hits[0].matched_name = "KANGXUN";
  a.hits[0].kind = name_kind::aka;
  a.hits[0].strength = name_strength::weak;
  a.hits[0].weak_reason = "country";
  CHECK_THAT(flowing(shown(a)), Contains("KANGXUN (a.k.a., weak alias let through: country confirms (asked CN, "
                                         "listed CN))"));
}

TEST_CASE("answer view: explained, every hit has its reasons a line each", "[view]") {
  screening_answer a = fixture::denied_answer();
  a.options.explain = true;
  a.hits[0].what_if = {{"threshold", "1.0000", {}, false, "at a threshold above 0.9732, such as 1.00: no hit"}};
  for (std::uint32_t i = 2; i <= 4; ++i) a.hits.push_back(a.hits[0]);
  const std::string whole = shown(a, 80, 24);
  const std::string text = flowing(whole);
  CHECK_THAT(text, Contains("as ZTE Kangxun Telecommunications Ltd. (primary)"));
  CHECK_THAT(text, Contains("kangxum ~ kangxun (1 edit): 0.8600 of 190"));
  CHECK_THAT(text, Contains("against the listed name also has 'ltd' (legal form)"));
  CHECK_THAT(text, Contains("what if at a threshold above 0.9732, such as 1.00: no hit"));
  std::size_t times = 0;
  for (std::size_t at = whole.find("what if"); at != std::string::npos; at = whole.find("what if", at + 1)) ++times;
  CHECK(times == 4);  // whatever the height of the screen
  std::istringstream in(whole);
  for (std::string line; std::getline(in, line);) CHECK(display_width(line) <= 80);
}

TEST_CASE("answer view: what a number brought up says so, and has no score without a name", "[view]") {
  screening_answer a = fixture::denied_answer();
  a.query.name.clear();
  a.query.identifier = "AB 12345";
  a.problem = query_problem::no_name;
  a.hits[0].found_by = hit_origin::identifier;
  a.hits[0].rank_score = a.hits[0].score = score();
  const std::string text = flowing(shown(a));
  CHECK_THAT(text, Contains("AB 12345: 3 possible matches bearing the number"));
  CHECK_THAT(text, Contains("found by its number, not its name"));
  CHECK_THAT(text, Contains("1 - US-DPL"));
  CHECK(text.find("0.80") == std::string::npos);
  a = fixture::denied_answer();
  a.hits[0].rank_score = score::from_units(8'732);
  CHECK_THAT(flowing(shown(a)), Contains("ranks as 0.8732, for what contradicts it"));
}

TEST_CASE("thresholds in short", "[view]") {
  CHECK(short_decimal(score::from_units(8000)) == "0.80");
  CHECK(short_decimal(score::from_units(8125)) == "0.8125");
  CHECK(short_decimal(score::from_units(10000)) == "1.00");
}

TEST_CASE("comparison view", "[view]") {
  terminal out;
  const std::string text =
      flowing(comparison_view("a", "b", fixture::denied_answer().hits[0].explanation, {}, out));
  CHECK(text.rfind("0.9732 left a right b why zte = zte", 0) == 0);
}
