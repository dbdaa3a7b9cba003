#include "tradewarden/ownership.hpp"

#include "catch.hpp"

namespace tradewarden {
namespace {

day on(const char* date) { return day::parse(date).value(); }

constexpr const char* k_head = "owner_id,owned_id,share,kind,from,until,source\n";

ownership_graph graph_of(const std::string& edges, const std::string& seeds = "X,SDN,,,\n") {
  const auto read = read_ownership_texts({{"edges", "edges.csv", k_head + edges},
                                          {"seeds", "seeds.csv", "party_id,list,requirement,footnotes,citation\n" + seeds}});
  for (const error& e : read.problems) FAIL(e.to_string());
  return *read.graph;
}

ownership_answer ask(const ownership_graph& g, const char* regime, const char* date = "2026-01-01",
                     const std::vector<std::string>& entities = {}) {
  ownership_question q;
  q.regime = regime;
  q.date = on(date);
  for (const std::string& e : entities) q.entities.push_back(g.find(e).value());
  auto a = assess_ownership(g, q);
  REQUIRE(a);
  return std::move(*a);
}

/// "A B" of those restricted, by id.
std::string restricted(const std::string& edges, const char* regime = "us-ofac", const char* date = "2026-01-01",
                       const std::string& seeds = "X,SDN,,,\nY,SDN,,,\n") {
  const ownership_graph g = graph_of(edges, seeds);
  std::string out;
  for (const ownership_result& r : ask(g, regime, date).results) {
    if (r.verdict == ownership_verdict::restricted) out += (out.empty() ? "" : " ") + std::string(g.id(r.entity));
  }
  return out;
}

std::string verdict_of(const ownership_graph& g, const char* regime, const char* entity, const char* date = "2026-01-01") {
  return std::string(to_string(ask(g, regime, date, {entity}).results.at(0).verdict));
}

}  // namespace

// OFAC's FAQ 401, examples 1 to 3, and what follows from its definition.
TEST_CASE("a restricted owner's share counts in full, another's not at all", "[ownership]") {
  CHECK(restricted("X,A,50,,,,\nA,B,50,,,,\n") == "A B");
  CHECK(restricted("X,A,50,,,,\nX,B,50,,,,\nA,C,25,,,,\nB,C,25,,,,\n") == "A B C");
  CHECK(restricted("X,A,50,,,,\nX,B,10,,,,\nA,B,40,,,,\n") == "A B");
  CHECK(restricted("X,A,50,,,,\nX,B,25,,,,\nA,C,25,,,,\nB,C,25,,,,\n") == "A");
  CHECK(restricted("X,A,25,,,,\nX,B,25,,,,\nA,C,50,,,,\nB,C,50,,,,\n").empty());
  CHECK(restricted("X,A,25,,,,\nY,A,25,,,,\nA,B,50,,,,\n") == "A B");
  CHECK(restricted("X,A,49,,,,\nA,B,100,,,,\n").empty());
  CHECK(restricted("X,A,49.999999999,,,,\n").empty());
}

// With "more than 50 percent" every row that is caught above is not.
TEST_CASE("strictness is the regime's", "[ownership]") {
  for (const char* edges : {"X,A,50,,,,\nA,B,50,,,,\n", "X,A,50,,,,\nX,B,50,,,,\nA,C,25,,,,\nB,C,25,,,,\n",
                            "X,A,50,,,,\nX,B,10,,,,\nA,B,40,,,,\n", "X,A,25,,,,\nY,A,25,,,,\nA,B,50,,,,\n"}) {
    CHECK(restricted(edges, "eu", "2024-07-02").empty());
    CHECK_FALSE(restricted(edges, "eu", "2024-07-03").empty());
    CHECK(restricted(edges, "uk").empty());
  }
  CHECK(restricted("X,A,50.000000001,,,,\n", "eu", "2024-07-02") == "A");
}

TEST_CASE("a circle of companies cannot restrict itself", "[ownership]") {
  CHECK(restricted("X,A,10,,,,\nA,B,50,,,,\nB,A,50,,,,\n").empty());
  CHECK(restricted("X,A,50,,,,\nA,B,40,,,,\nX,B,10,,,,\nB,A,50,,,,\n") == "A B");
  CHECK(restricted("X,X,100,,,,\nA,A,100,,,,\nX,A,49,,,,\n").empty());
}

// In force from 29 September 2025, suspended from 10 November 2025 to 9 November 2026.
TEST_CASE("the affiliates rule has its days", "[ownership]") {
  const ownership_graph g = graph_of("X,A,50,,,,\n", "X,EL,,,\n");
  const auto is = [&](const char* date) { return verdict_of(g, "us-bis-affiliates", "A", date) == "restricted"; };
  CHECK_FALSE(is("2025-09-28"));
  CHECK(is("2025-09-29"));
  CHECK(is("2025-11-09"));
  CHECK_FALSE(is("2025-11-10"));
  CHECK_FALSE(is("2026-11-09"));
  CHECK(is("2026-11-10"));
  const ownership_answer off = ask(g, "us-bis-affiliates", "2026-01-01", {"A", "X"});
  CHECK_FALSE(off.in_force);
  CHECK(off.results[1].verdict == ownership_verdict::restricted);  // listed itself
  REQUIRE_FALSE(off.assumptions.empty());
  CHECK(off.assumptions[0].find("suspended") != std::string::npos);
}

TEST_CASE("labels join, the most restrictive requirement first", "[ownership]") {
  const ownership_graph g = graph_of("M,J,30,,,,\nE,J,20,,,,\n",
                                     "M,MEU,supplement-2-items,,\nE,EL,all-items,1|4,a citation\nD,DPL,,,\n");
  const ownership_answer a = ask(g, "us-bis-affiliates", "2025-10-15", {"J"});
  CHECK(a.results[0].verdict == ownership_verdict::restricted);
  REQUIRE(a.results[0].labels.size() == 2);
  CHECK(a.results[0].labels[0].seed.list == "EL");
  CHECK(a.results[0].labels[0].seed.footnotes == "1|4");
  CHECK(a.results[0].labels[1].seed.list == "MEU");
  CHECK(a.seeds == 2);
  CHECK(a.seeds_outside == 1);  // a denied person's companies are not denied
}

TEST_CASE("shares of one owner add up; those of several only where the regime adds them", "[ownership]") {
  // Canada asks of one person; so two shares of 25 do not join, two holdings of one do.
  CHECK(restricted("X,A,25,,,,\nY,A,25,,,,\n", "ca").empty());
  CHECK(restricted("X,A,25,,,,one\nX,A,25,,,,two\n", "ca") == "A");
  // Between 2008 and 2014 nobody said whether shares are added up.
  const ownership_graph g = graph_of("X,A,25,,,,\nY,A,25,,,,\n", "X,SDN,,,\nY,SDN,,,\n");
  CHECK(verdict_of(g, "us-ofac", "A", "2014-08-12") == "depends");
  CHECK(verdict_of(g, "us-ofac", "A", "2014-08-13") == "restricted");
  CHECK(verdict_of(g, "us-ofac", "A", "2008-02-13") == "not_restricted");
  // Words for word twice is one holding.
  CHECK(restricted("X,A,25,,,,one\nX,A,25,,,,one\n", "ca").empty());
}

TEST_CASE("capital, votes, the board and control are four things", "[ownership]") {
  CHECK(restricted("X,A,60,votes,,,\n", "us-ofac").empty());
  CHECK(restricted("X,A,60,votes,,,\n", "uk") == "A");
  CHECK(restricted("X,A,30,votes,,,\nX,A,30,capital,,,\n", "uk").empty());
  CHECK(restricted("X,A,60,board,,,\n", "uk") == "A");
  CHECK(restricted("X,A,,control,,,\n", "us-ofac").empty());  // FAQ 398
  CHECK(restricted("X,A,,control,,,\n", "eu") == "A");
  const ownership_graph g = graph_of("X,A,?,control,,,\n");
  const ownership_answer a = ask(g, "eu", "2026-01-01", {"A"});
  CHECK(a.results[0].verdict == ownership_verdict::depends);
  CHECK(a.results[0].by_control);
  CHECK(a.results[0].deciding_unknowns.size() == 1);
}

TEST_CASE("what is not known depends, and the shares that decide are named", "[ownership]") {
  const ownership_graph g = graph_of("X,A,40..60,,,,\nX,B,?,,,,\nB,C,30,,,,\nX,C,20,,,,\nX,D,50..100,,,,\nX,E,0..49,,,,\n");
  CHECK(verdict_of(g, "us-ofac", "A") == "depends");
  CHECK(verdict_of(g, "us-ofac", "C") == "depends");
  CHECK(verdict_of(g, "us-ofac", "D") == "restricted");
  CHECK(verdict_of(g, "us-ofac", "E") == "not_restricted");
  const ownership_answer a = ask(g, "us-ofac", "2026-01-01", {"C", "A"});
  REQUIRE(a.results[0].deciding_unknowns.size() == 1);
  CHECK(g.id(a.results[0].deciding_unknowns[0].owned) == "B");
  CHECK(a.results[0].share.display() == "0.2000..0.5000");
  CHECK(a.results[1].share.display() == "0.4000..0.6000");
  CHECK(a.depending == 3);
  CHECK(a.restricted == 1);
}

TEST_CASE("an edge holds on its days", "[ownership]") {
  const ownership_graph g = graph_of("X,A,50,,2020-01-01,2022-01-01,register\n");
  CHECK(verdict_of(g, "us-ofac", "A", "2019-12-31") == "not_restricted");
  CHECK(verdict_of(g, "us-ofac", "A", "2020-01-01") == "restricted");
  CHECK(verdict_of(g, "us-ofac", "A", "2021-12-31") == "restricted");
  CHECK(verdict_of(g, "us-ofac", "A", "2022-01-01") == "not_restricted");
}

TEST_CASE("the proof goes from the party to those that are listed", "[ownership]") {
  const ownership_graph g = graph_of("X,A,50,,,,first\nA,B,30,,,,second\nX,B,20,,,,third\nZ,B,50,,,,other\n");
  const ownership_result r = ask(g, "us-ofac", "2026-01-01", {"B"}).results[0];
  REQUIRE(r.because.size() == 3);
  CHECK(r.because[0].edge.source == "second");
  CHECK_FALSE(r.because[0].owner_listed);
  CHECK(r.because[1].edge.source == "third");
  CHECK(r.because[1].owner_listed);
  CHECK(r.because[2].edge.source == "first");
  CHECK(r.share.display() == "0.5000");
  CHECK(r.because[2].edge.line == 2);
}

TEST_CASE("rows that say more than a whole are told", "[ownership]") {
  const ownership_graph g = graph_of("X,A,80,,,,\nB,A,70,,,,\n");
  const ownership_result r = ask(g, "us-ofac", "2026-01-01", {"A"}).results[0];
  REQUIRE(r.assumptions.size() == 1);
  CHECK(r.assumptions[0].find("150 percent") != std::string::npos);
}

TEST_CASE("a regime that is not there is named with those that are", "[ownership]") {
  const ownership_graph g = graph_of("X,A,80,,,,\n");
  ownership_question q;
  q.regime = "mars";
  const auto a = assess_ownership(g, q);
  REQUIRE_FALSE(a);
  CHECK(a.error().code == errc::usage);
  CHECK(a.error().message.find("ca, eu, uk, us-bis-affiliates, us-ofac") != std::string::npos);
}

}  // namespace tradewarden
