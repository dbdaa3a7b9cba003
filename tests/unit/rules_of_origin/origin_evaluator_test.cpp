#include "rules_of_origin/origin_evaluator.hpp"

#include <nlohmann/json.hpp>
#include <deque>
#include <fstream>

#include "catch.hpp"
#include "support/shared_lists.hpp"

namespace tradewarden {
namespace {

using detail::interval;
using detail::known;
using detail::origin_evaluator;
using detail::origin_model;
using detail::ratio;

/// A good of foreign and own materials, as amounts.
struct good {
  good() { parts.general = &general; parts.parts.resize(1); parts.parts[0].in_zone = truth::yes; parts.parts[0].hs = "841410"; }
  std::uint32_t add(const char* hs, const interval& price, std::optional<truth> originating) {
    detail::model_part p;
    p.id = "M" + std::to_string(parts.parts.size());
    p.hs = hs;
    p.price = price;
    p.stated = originating;
    parts.parts.push_back(p);
    const auto n = static_cast<std::uint32_t>(parts.parts.size() - 1);
    parts.parts[0].lines.push_back({n, 1});
    return n;
  }
  truth under(const std::string& rule) {
    rules.push_back(rules::origin_rule::parse(rule).value());
    parts.parts[0].rules = {{&rules.back(), truth::yes, 0}};
    return origin_evaluator(parts).product();
  }
  std::string says(const std::string& rule) { return std::string(to_string(under(rule))); }
  trade_agreement general;
  origin_model parts;
  std::deque<rules::origin_rule> rules;
};

good of(int value, int vnm, int vom = 0) {
  good g;
  g.parts.parts[0].price = known(value);
  g.add("730410", known(vnm), truth::no);
  if (vom != 0) g.add("730410", known(vom), truth::yes);
  return g;
}

// The formulas of the agreements, each at the share of a published example: met at it, not above it.
TEST_CASE("each formula meets its limit exactly", "[rules-of-origin]") {
  struct row {
    good g;
    const char* method;
    const char* share;
    const char* above;
  };
  good usmca_net = of(5000, 300);
  usmca_net.parts.parts[0].net_cost = known(800);
  good cptpp_net = of(5000, 450);
  cptpp_net.parts.parts[0].net_cost = known(900);
  good focused = of(1000, 300);
  focused.add("848310", known(400), truth::no);
  good up = of(1000, 600, 150);
  up.general.build_up_costs = true;
  up.parts.parts[0].build_up_costs = known(250);  // labour 100, overheads 60, profit 70, other 20
  std::vector<row> all{{of(1000, 300), "transaction-value", "70", "70.1"},  // 19 USC 4531(d)(2)
                       {usmca_net, "net-cost", "62.5", "62.6"},             // 19 USC 4531(d)(3)
                       {of(1000, 600), "build-down", "40", "40.1"},         // RCEP 3.5
                       {up, "build-up", "40", "40.1"},                      // RCEP 3.5
                       {of(1000, 550), "build-down", "45", "45.1"},         // CPTPP 3.5
                       {of(1000, 100, 350), "build-up", "35", "35.1"},      // CPTPP 3.5, 19 USC 4033(c)
                       {cptpp_net, "net-cost", "50", "50.1"}};              // CPTPP 3.5, cars
  for (row& r : all) {
    INFO(r.method << ' ' << r.share);
    CHECK(r.g.says(std::string(r.method) + " " + r.share) == "yes");
    CHECK(r.g.says(std::string(r.method) + " " + r.above) == "no");
  }
  // Only the materials that the rule names: 400 of heading 8483, not the other 300.
  CHECK(focused.says("focused 60 of 8483") == "yes");
  CHECK(focused.says("focused 60.1 of 8483") == "no");
  // A highest share of materials is met up to it.
  CHECK(of(1000, 450).says("max-nom 45") == "yes");
  CHECK(of(1000, 450).says("max-nom 44.9") == "no");
  CHECK(of(1000, 450).says("max-nom 50") == "yes");
  // 60 % of the transaction value or 50 % of the net cost (19 USC 4531(c)(1)(D)).
  good heading = of(1000, 410);
  heading.parts.parts[0].net_cost = known(820);
  CHECK(heading.says("transaction-value 60") == "no");
  CHECK(heading.says("transaction-value 60 or net-cost 50") == "yes");
  // RVC is whatever formula the agreement has.
  good rcep = of(1000, 600);
  CHECK(rcep.says("RVC 40") == "no");  // it has none
  rcep.general.rvc = {rvc_method::build_down};
  CHECK(rcep.says("RVC 40") == "yes");
  // International shipping is no part of the value: 1000 - 100.
  good shipped = of(1000, 300);
  shipped.parts.parts[0].shipping = known(100);
  CHECK(shipped.says("transaction-value 66.6") == "yes");
  CHECK(shipped.says("transaction-value 66.7") == "no");
}

TEST_CASE("what is not known makes it depend only where it matters", "[rules-of-origin]") {
  good g = of(1000, 300);
  g.parts.parts[1].price = {200, ratio(500)};
  CHECK(g.says("build-down 50") == "yes");
  CHECK(g.says("build-down 60") == "unknown");
  CHECK(g.says("build-down 81") == "no");
  g.parts.parts[1].price = detail::unknown_amount();
  CHECK(g.says("build-down 40") == "unknown");
  CHECK(g.says("build-down 40 or CTH") == "yes");
  CHECK(g.says("net-cost 50") == "unknown");
  // Costs of build-up are at most what the other materials leave of the price.
  good up = of(1000, 650, 100);
  up.general.build_up_costs = true;
  CHECK(up.says("build-up 40") == "no");
  CHECK(up.says("build-up 35") == "unknown");
  CHECK(up.says("build-up 10") == "yes");
  // A bill without lines says nothing of materials.
  good empty;
  CHECK(empty.says("CTH") == "unknown");
  CHECK(empty.says("fact melted") == "unknown");
}

TEST_CASE("materials change their classification, within tolerance", "[rules-of-origin]") {
  good g;
  g.parts.parts[0].price = known(1000);
  g.parts.parts[0].total_cost = known(800);
  g.add("730410", known(500), truth::no);
  const std::uint32_t same = g.add("841490", known(100), truth::no);
  CHECK(g.says("CC") == "no");
  CHECK(g.says("CTH") == "no");
  CHECK(g.says("CTSH") == "yes");
  CHECK(g.says("CTSH except 7304") == "no");
  CHECK(g.says("CTH also 8414.90") == "yes");
  CHECK(g.says("any") == "yes");
  CHECK(g.says("any except 8414") == "no");
  origin_tolerance ten;
  ten.percent = decimal::from_units(10);
  ten.shift = true;
  g.general.tolerances = {ten};
  CHECK(g.says("CTH") == "yes");  // 100 is 10 % of 1000
  g.parts.parts[same].price = known(ratio(10001, 100));
  CHECK(g.says("CTH") == "no");
  // What is tolerated still counts in the value (19 USC 4531(f)).
  g.parts.parts[same].price = known(100);
  CHECK(g.says("CTH and build-down 40") == "yes");
  CHECK(g.says("CTH and build-down 41") == "no");
  // Of the total cost: 10 % of 800 is less.
  g.general.tolerances[0].of_total_cost = true;
  CHECK(g.says("CTH") == "no");
  g.general.tolerances = {ten};
  g.general.tolerances[0].goods = "01-24";
  CHECK(g.says("CTH") == "no");
  g.general.tolerance_elsewhere = "84";
  CHECK(g.says("CTH") == "unknown");
  // It is of no use against a limit of value, only against one of weight where the agreement says so.
  g.general.tolerance_elsewhere.clear();
  g.general.tolerances = {ten};
  CHECK(g.says("max-nom 59") == "no");
  good heavy;
  heavy.general.tolerances = {ten};
  heavy.general.tolerances[0].shift = false;
  heavy.parts.parts[0].price = known(1000);
  heavy.parts.parts[0].weight = known(10);
  const std::uint32_t sugar = heavy.add("170199", known(90), truth::no);
  heavy.parts.parts[sugar].weight = known(5);
  CHECK(heavy.says("max-nom 50 of ch 17 by weight") == "yes");
  CHECK(heavy.says("max-nom 40 of ch 17 by weight") == "no");
  CHECK(heavy.says("max-nom 40 of ch 18 by weight") == "yes");
  heavy.general.tolerances[0].weight = true;
  CHECK(heavy.says("max-nom 40 of ch 17 by weight") == "yes");
  heavy.parts.parts[sugar].weight = detail::unknown_amount();
  heavy.general.tolerances.clear();
  CHECK(heavy.says("max-nom 40 of ch 17 by weight") == "unknown");
}

TEST_CASE("a material without a code may or may not change", "[rules-of-origin]") {
  good g;
  g.parts.parts[0].price = known(1000);
  const std::uint32_t open = g.add("", known(300), truth::no);
  CHECK(g.says("CTH") == "unknown");
  g.parts.parts[open].stated = truth::yes;
  CHECK(g.says("CTH") == "yes");
  g.parts.parts[open].stated.reset();
  g.parts.undetermined = truth::unknown;
  CHECK(g.says("CTH") == "unknown");
  g.parts.parts[open].hs = "841410";
  CHECK(g.says("CTH") == "unknown");
  CHECK(g.says("CTH or build-down 70") == "yes");
  g.parts.undetermined = truth::no;
  CHECK(g.says("CTH") == "no");
}

TEST_CASE("wholly obtained, originating, processes", "[rules-of-origin]") {
  good g;
  g.parts.parts[0].price = known(100);
  const std::uint32_t milk = g.add("040110", known(50), truth::yes);
  const std::uint32_t nuts = g.add("080211", known(10), truth::no);
  CHECK(g.says("originating of 04") == "yes");
  CHECK(g.says("originating of 08") == "no");
  CHECK(g.says("originating") == "no");
  CHECK(g.says("WO of ch 04") == "yes");  // what originates misses nothing
  CHECK(g.says("WO of ch 08") == "unknown");
  g.parts.parts[nuts].wholly_obtained = truth::no;
  CHECK(g.says("WO of ch 08") == "no");
  CHECK(g.says("nom-at-most-om") == "yes");
  g.parts.parts[nuts].price = known(51);
  CHECK(g.says("nom-at-most-om") == "no");
  CHECK(g.says("WO") == "no");
  g.parts.parts[0].wholly_obtained = truth::yes;
  CHECK(g.says("CC except 08") == "yes");
  g.parts.parts[0].wholly_obtained.reset();
  CHECK(g.says("fact churned") == "unknown");
  g.parts.parts[0].facts["churned"] = truth::yes;
  CHECK(g.says("fact churned") == "yes");
  g.parts.parts[nuts].stated = truth::yes;
  CHECK(g.says("fact melted") == "yes");  // made of originating materials alone
  CHECK(milk == 1);
}

// Published examples of the regulations, by the verdict that they print.
TEST_CASE("published examples pass and fail as they are printed", "[rules-of-origin]") {
  TRADEWARDEN_SHARED(path, "bom/examples.json");
  std::ifstream in(path);
  std::size_t seen = 0;
  for (const auto& c : nlohmann::json::parse(in)) {
    const std::string kind = c["kind"];
    if (kind.rfind("rvc", 0) != 0 || !c.contains("threshold")) continue;
    ++seen;
    INFO(c["id"]);
    const auto amount = [&](const char* key) {
      const auto& v = c["in"].contains(key) ? c["in"][key] : nlohmann::json("0");
      ratio sum = 0;
      for (const auto& one : v.is_array() ? v : nlohmann::json::array({v})) sum += detail::to_ratio(decimal::parse(one.get<std::string>()).value());
      return known(sum);
    };
    good g;
    detail::model_part& p = g.parts.parts[0];
    p.price = amount(kind == "rvc_up" ? "AV" : "TV");
    p.shipping = amount("intl_shipment");
    p.net_cost = c["in"].contains("NC") ? amount("NC") : detail::minus(amount("total"), amount("excluded"));
    if (c["in"].contains("VNM")) g.add("730410", amount("VNM"), truth::no);
    if (c["in"].contains("VOM")) g.add("730410", amount("VOM"), truth::yes);
    // A foreign screw, so that it is not of originating materials alone.
    g.add("730410", known(0), truth::no);
    const std::string method = kind == "rvc_tv" ? "transaction-value " : kind == "rvc_up" ? "build-up " : "net-cost ";
    CHECK(g.says(method + c["threshold"].get<std::string>()) == (c["pass"].get<bool>() ? "yes" : "no"));
  }
  CHECK(seen >= 8);
}

}  // namespace
}  // namespace tradewarden
