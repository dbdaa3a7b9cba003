#include "tradewarden/roo_facts.hpp"

#include "catch.hpp"

namespace tradewarden {
namespace {

std::string problem(const std::string& rows) {
  const auto read = read_roo_facts_text("facts.csv", "part_id,fact,value,agreement\n" + rows);
  CHECK(read.facts.has_value() == read.problems.empty());
  if (read.problems.empty()) return {};
  const error& e = read.problems.front();
  return std::to_string(e.line) + " " + e.field + ": " + e.message;
}

TEST_CASE("facts are read in the form that each has", "[rules-of-origin]") {
  const auto read = read_roo_facts_text("facts.csv",
                                        "part_id,fact,value\nP1,originating,Y\nP1,net_cost, 800..900 \nP1,originating_in,Mexico\n"
                                        "P2,hs_2012,8471.30\nP2,chemical_reaction,?\nP2,value,?\n");
  REQUIRE(read.problems.empty());
  REQUIRE(read.facts);
  const auto& all = read.facts->all;
  REQUIRE(all.size() == 6);
  CHECK(all[0].value == "y");
  CHECK(all[1].value == "800..900");
  CHECK(all[2].value == "MX");
  CHECK(all[3].value == "847130");
  CHECK(all[4].value == "?");
  CHECK(all[4].line == 6);
  CHECK(read.facts->file.name == "facts.csv");
}

TEST_CASE("costs that leave nothing to take a share of are refused", "[rules-of-origin]") {
  CHECK(problem("P1,total_cost,10,\nP1,excluded_costs,5,\n").empty());
  CHECK(problem("P1,total_cost,5..20,\nP1,excluded_costs,10,\n").empty());  // it may be 20
  CHECK(problem("P1,total_cost,?,\nP1,excluded_costs,10,\n").empty());
  CHECK(problem("P1,total_cost,5,\nP1,excluded_costs,10,\n").find("3 value: excluded_costs of P1 (10) leave nothing of its total_cost (5, line 2)") == 0);
  CHECK_FALSE(problem("P1,excluded_costs,5,\nP1,total_cost,5,\n").empty());
  CHECK(problem("P1,total_cost,0,\n").find("2 value: total_cost of P1 is not above zero") == 0);
  CHECK(problem("P1,net_cost,0,\n").find("2 value: net_cost of P1 is not above zero") == 0);
  // Of different parts, and for different agreements.
  CHECK(problem("P1,total_cost,5,\nP2,excluded_costs,10,\n").empty());
  CHECK(problem("P1,total_cost,5,usmca\nP1,excluded_costs,10,rcep\n").empty());
  CHECK_FALSE(problem("P1,total_cost,5,\nP1,excluded_costs,10,rcep\n").empty());
}

TEST_CASE("facts that do not fit are told with their line", "[rules-of-origin]") {
  CHECK(problem("P1,originating,y,\n").empty());
  CHECK(problem("P1,originating,maybe,\n").find("2 value: originating: y, n or ?") == 0);
  CHECK(problem("P1,net_cost,y,\n").find("2 value: net_cost: ") == 0);
  CHECK(problem("P1,net_cost,,\n").find("missing") != std::string::npos);
  CHECK(problem("P1,hs_2013,847130,\n").find("editions") != std::string::npos);
  CHECK(problem("P1,hs_2012,8471x,\n").find("digits") != std::string::npos);
  CHECK(problem("P1,originating_in,Atlantis,\n").find("2 value: ") == 0);
  CHECK(problem("P1,Melted,y,\n").find("2 fact: ") == 0);
  CHECK(problem(",originating,y,\n").find("2 part_id: ") == 0);
  CHECK(problem("P1,originating,y,\nP1,originating,n,\n").find("'y' in line 2") != std::string::npos);
  CHECK(problem("P1,originating,y,\nP1,originating,y,\nP1,originating,n,usmca\n").empty());
  CHECK(problem("P1,originating\n").find("cells") != std::string::npos);
  CHECK(read_roo_facts_text("f", "a,b\n1,2\n").problems.size() == 3);
  CHECK(read_roo_facts_text("f", "").problems.front().code == errc::empty_input);
  CHECK(read_roo_facts("/nonexistent/facts.csv").problems.front().code == errc::not_found);
}

}  // namespace
}  // namespace tradewarden
