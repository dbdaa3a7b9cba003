#include "tradewarden/ownership_assessment.hpp"

#include "catch.hpp"

namespace tradewarden {
namespace {

day on(const char* date) { return day::parse(date).value(); }

ownership_graph graph_of(const std::string& edges) {
  const auto read = read_ownership_texts({{"edges", "edges.csv", "owner_id,owned_id,share,kind,from,until,source\n" + edges},
                                          {"seeds", "seeds.csv", "party_id,list\nX,SDN\n"}});
  for (const error& e : read.problems) FAIL(e.to_string());
  return *read.graph;
}

ownership_assessment made(const ownership_graph& g, const char* regime = "us-ofac") {
  auto a = ownership_assessment::make(g, regime, on("2026-01-01"));
  REQUIRE(a);
  return std::move(*a);
}

/// "A: restricted to not_restricted; ..." of what one change moves.
std::string moves(ownership_assessment& a, const ownership_graph& g, const std::vector<std::string>& changes) {
  std::vector<ownership_change> all;
  for (const std::string& c : changes) all.push_back(ownership_change::parse(c).value());
  const auto moved = a.change(all);
  if (!moved) return std::string(to_string(moved.error().code));
  std::string out;
  for (const ownership_move& m : *moved) {
    out += (out.empty() ? "" : "; ") + std::string(g.id(m.entity)) + ": " + std::string(to_string(m.before)) + " to " +
           std::string(to_string(m.after));
  }
  return out;
}

}  // namespace

TEST_CASE("a change moves what it reaches, downwards and back", "[ownership]") {
  const ownership_graph g = graph_of("X,A,50,,,,\nA,B,50,,,,\nB,C,50,,,,\nX,D,50,,,,\nD,C,10,,,,\n");
  ownership_assessment a = made(g);
  CHECK(moves(a, g, {"X,A,49.9"}) ==
        "A: restricted to not_restricted; B: restricted to not_restricted; C: restricted to not_restricted");
  CHECK(a.answer({}).restricted == 1);
  CHECK(moves(a, g, {"D,C,50"}) == "C: not_restricted to restricted");
  CHECK(moves(a, g, {"X,A,49..51"}) == "A: not_restricted to depends; B: not_restricted to depends");
  CHECK(moves(a, g, {"X,A,50"}) == "A: depends to restricted; B: depends to restricted");
  CHECK(moves(a, g, {"X,A,51"}).empty());
  CHECK(a.answer({}).restricted == 4);
}

// B holds up C and C holds up B; when what came from outside goes, neither may keep the other.
TEST_CASE("a circle does not hold itself up when its support goes", "[ownership]") {
  const ownership_graph g = graph_of("X,A,50,,,,\nA,B,50,,,,\nB,C,50,,,,\nC,B,50,,,,\n");
  ownership_assessment a = made(g);
  CHECK(a.answer({}).restricted == 3);
  CHECK(moves(a, g, {"A,B,0"}) == "B: restricted to not_restricted; C: restricted to not_restricted");
  CHECK(moves(a, g, {"X,C,50"}) == "B: not_restricted to restricted; C: not_restricted to restricted");
}

TEST_CASE("changes are made all or none, and say what is wrong", "[ownership]") {
  const ownership_graph g = graph_of("X,A,40,,,,\n");
  ownership_assessment a = made(g);
  CHECK(moves(a, g, {"X,A,60", "X,Q,50"}) == "not_found");
  CHECK(a.verdict(*g.find("A")) == ownership_verdict::not_restricted);
  CHECK(moves(a, g, {"A,A,60"}) == "bad_value");
  CHECK(moves(a, g, {"X,A,60", "X,A,30"}).empty());  // the last word counts
}

TEST_CASE("a change is written as a row", "[ownership]") {
  const auto c = ownership_change::parse("\"H, Inc\",A,25..30,votes");
  REQUIRE(c);
  CHECK(c->owner == "H, Inc");
  CHECK(c->kind == ownership_kind::votes);
  CHECK(c->to_string() == "\"H, Inc\",A,25..30,votes");
  for (const char* wrong : {"", "X,A", "X,A,101", "X,A,50,shares", ",A,5", "X,A,5,capital,x", "X,A,5\nX,B,5"}) {
    INFO(wrong);
    CHECK_FALSE(ownership_change::parse(wrong));
  }
}

TEST_CASE("a rule that is not in force moves nothing", "[ownership]") {
  const ownership_graph g = graph_of("X,A,40,,,,\n");
  ownership_assessment a = made(g, "us-bis-affiliates");
  CHECK(moves(a, g, {"X,A,100"}).empty());
}

}  // namespace tradewarden
