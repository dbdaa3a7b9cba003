#include "catch.hpp"
#include "tradewarden/ownership_graph.hpp"

namespace tradewarden {
namespace {

ownership_reading read(const std::string& edges, const std::string& parties = {}, const std::string& seeds = {}) {
  std::vector<ownership_text> texts{{"edges", "e.csv", edges}};
  if (!parties.empty()) texts.push_back({"parties", "p.csv", parties});
  if (!seeds.empty()) texts.push_back({"seeds", "s.csv", seeds});
  return read_ownership_texts(texts);
}

std::vector<std::string> problems(const std::string& edges) {
  std::vector<std::string> out;
  for (const error& e : read("owner_id,owned_id,share,kind,from,until,source\n" + edges).problems) {
    out.push_back(std::to_string(e.line) + ' ' + e.field + ' ' + std::string(to_string(e.code)));
  }
  return out;
}

using list = std::vector<std::string>;

}  // namespace

TEST_CASE("rows of owners become a graph, and are counted", "[ownership]") {
  const auto r = read("owner_id,owned_id,share,kind,from,until,source\nA,B,50,,,,s\nA,B,50,,,,s\nA,C,25..30,votes,2020-01-01,,\nA,A,5,,,,\n",
                      "party_id,name,schema,country\nA,Example Holding,company,Germany\nZ,Lone,,\n", "party_id,list\nA,SDN\nQ,EL\n");
  REQUIRE(r.problems.empty());
  REQUIRE(r.graph);
  CHECK(r.graph->edge_count() == 2);
  CHECK(r.files[0].rows == 4);
  CHECK(r.files[0].used == 3);
  CHECK(r.files[0].repeated == 1);
  CHECK(r.graph->name(*r.graph->find("A")) == "Example Holding");
  CHECK(r.graph->country(*r.graph->find("A")) == "DE");
  CHECK(r.graph->seeds().size() == 2);
  const ownership_edge e = r.graph->edge(1);
  CHECK(r.graph->id(e.owned) == "C");
  CHECK(e.kind == ownership_kind::votes);
  CHECK(e.share_text() == "25..30");
  CHECK(e.from == day::parse("2020-01-01").value());
  CHECK(e.line == 4);
  std::string notes;
  for (const std::string& n : r.notes) notes += n + "\n";
  for (const char* said : {"3 without a kind", "1 word for word twice", "1 from a party to itself",
                           "1 in no edge (parties)", "1 in no edge (seeds)"}) {
    INFO(said);
    CHECK(notes.find(said) != std::string::npos);
  }
}

TEST_CASE("dates of FollowTheMoney entities that are none are told by line", "[ownership]") {
  const std::string line = R"({"id":"o","schema":"Ownership","properties":{"owner":["A"],"asset":["B"],"percentage":["5"])";
  const auto r = read(line + R"(,"startDate":["2020"],"endDate":["2026-02-30"]}})" "\n\n" + line +
                      R"(,"startDate":["2025-13-45"],"endDate":["soon"]}})" "\n" + line + R"(,"startDate":[""]}})" "\n");
  REQUIRE(r.problems.empty());
  CHECK(r.notes == list{"e.csv:1: endDate '2026-02-30' is no date: it is taken to hold still",
                        "e.csv:3: startDate '2025-13-45' is no date: it is taken to hold from always",
                        "e.csv:3: endDate 'soon' is no date: it is taken to hold still",
                        "1 word for word twice (edges): counted once"});
}

TEST_CASE("ownership of FollowTheMoney entities is read", "[ownership]") {
  const std::string line = R"({"id":"o","schema":"Ownership","properties":{"owner":["A"],"asset":["B"],)";
  const auto r = read(line + R"("percentage":["50%"],"startDate":["2020-01-01"],"endDate":["2021-12-31"],"role":["shareholder"]}})" "\n" +
                      line + R"("percentage":["20","25-50"]}})" "\n" + line + R"("percentage":["majority"]}})" "\n" + line +
                      R"("role":["x"]}})" "\n" + R"({"id":"A","schema":"Person","properties":{"name":["Nobody Inparticular"]}})" "\n");
  REQUIRE(r.problems.empty());
  REQUIRE(r.graph->edge_count() == 4);
  CHECK(r.graph->edge(0).share_text() == "50");
  CHECK(r.graph->edge(0).until == day::parse("2022-01-01").value());
  CHECK(r.graph->edge(0).source == "shareholder");
  CHECK(r.graph->edge(1).share_text() == "20..50");
  CHECK(r.graph->edge(2).share_text() == "?");
  CHECK(r.graph->edge(3).share_text() == "?");
  REQUIRE(r.notes.size() == 1);
  CHECK(r.notes[0].find("1 shares are neither") != std::string::npos);
  CHECK(read(line + "\n").problems.at(0).code == errc::bad_syntax);
}

TEST_CASE("every wrong cell is told with its line and column", "[ownership]") {
  CHECK(problems(",B,50,,,,\n") == list{"2 owner_id missing_field"});
  CHECK(problems("A,,50,,,,\n") == list{"2 owned_id missing_field"});
  CHECK(problems("A,B,,,,,\n") == list{"2 share missing_field"});
  CHECK(problems("A,B,half,,,,\n") == list{"2 share bad_value"});
  CHECK(problems("A,B,-1,,,,\n") == list{"2 share bad_value"});
  CHECK(problems("A,B,100.1,,,,\n") == list{"2 share bad_value"});
  CHECK(problems("A,B,30..20,,,,\n") == list{"2 share bad_value"});
  CHECK(problems("A,B,0.0000000001,,,,\n") == list{"2 share limit_exceeded"});
  CHECK(problems("A,B,50,shares,,,\n") == list{"2 kind bad_value"});
  CHECK(problems("A,B,50,,2020-13-01,,\n") == list{"2 from bad_value"});
  CHECK(problems("A,B,50,,2020-01-01,2020-01-01,\n") == list{"2 until conflict"});
  CHECK(problems("A,B,50\n") == list{"2  bad_syntax"});
  CHECK(problems("A,B,50,,,,\nA,B,x,,,,\nA,B,50,y,,,\n") == list{"3 share bad_value", "4 kind bad_value"});
  CHECK(problems("") == list{"0 edges empty_input"});
  CHECK(read("owner_id,owned_id,share\nA,B,1\n", {}, "party_id,list\n").problems.at(0).code == errc::empty_input);
  CHECK(read("").problems.at(0).code == errc::empty_input);
  CHECK(read("owner_id,share\nA,50\n").problems.at(0).field == "owned_id");
  CHECK(read("owner_id,owned_id,share\nA,B,1\n", "party_id\nA\nA\n").problems.at(0).code == errc::conflict);
  CHECK(read_ownership({"/no/such/file.csv"}).problems.at(0).code == errc::not_found);
}

TEST_CASE("a share is read as it is written, short or long", "[ownership]") {
  const char* head = "owner_id,owned_id,share\n";
  const std::pair<const char*, const char*> shares[] = {
      {"50", "50"}, {"50.0", "50"}, {"50.00", "50"}, {"050", "50"}, {"0", "0"}, {"0.5", "0.5"}, {"100", "100"},
      {"100.00", "100"}, {"7.25", "7.25"}, {"7.255", "7.255"}, {"33.333333333", "33.333333333"}, {"5", "5"}};
  std::string rows = head;
  for (int pass = 0; pass < 2; ++pass) {
    for (std::size_t i = 0; i < std::size(shares); ++i) {
      rows += "A,B" + std::to_string(pass) + "_" + std::to_string(i) + "," + shares[i].first + "\n";
    }
  }
  const auto r = read(rows);
  REQUIRE(r.problems.empty());
  for (std::uint64_t at = 0; at < r.graph->edge_count(); ++at) {
    CHECK(r.graph->edge(at).share_text() == shares[at % std::size(shares)].second);
  }
  // Other words for the same share are no repetition.
  const auto twice = read(std::string(head) + "A,B,25\nA,B,25.0\nA,B,25\n");
  CHECK(twice.graph->edge_count() == 2);
  for (const char* wrong : {"100.01", "101", "5.", ".5.", "1e1", "50%"}) {
    INFO(wrong);
    CHECK(read(std::string(head) + "A,B," + wrong + "\n").problems.size() == 1);
  }
}

// Ids of all lengths, some of which have to be looked up at once and some later, are numbered in the
// order of first mention.
TEST_CASE("parties are numbered in the order of the rows", "[ownership]") {
  std::string rows = "owner_id,owned_id,share\n";
  std::vector<std::string> order;
  for (int i = 0; i < 200; ++i) {
    const std::string own = "C" + std::to_string(i);
    const std::string other = i % 7 == 0 ? "a name of more than sixteen bytes " + std::to_string(i) : "P" + std::to_string(i);
    rows += other + "," + own + ",1\n";
    order.push_back(other);
    order.push_back(own);
    if (i % 11 == 0) {
      rows += "S" + std::to_string(i) + ",S" + std::to_string(i) + ",1\n";  // in itself
      order.push_back("S" + std::to_string(i));
    }
  }
  const auto r = read(rows);
  REQUIRE(r.graph);
  REQUIRE(r.graph->entity_count() == order.size());
  for (std::uint32_t e = 0; e < order.size(); ++e) CHECK(r.graph->id(entity_id{e}) == order[e]);
  CHECK(r.graph->edge_count() == 200);
}

}  // namespace tradewarden
