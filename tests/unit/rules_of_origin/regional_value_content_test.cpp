#include "tradewarden/regional_value_content.hpp"

#include <nlohmann/json.hpp>
#include <fstream>

#include "catch.hpp"
#include "support/shared_lists.hpp"

namespace tradewarden {
namespace {

std::vector<price_range> amounts(std::initializer_list<const char*> texts) {
  std::vector<price_range> out;
  for (const char* t : texts) out.push_back(parse_amount(t).value());
  return out;
}

rvc_limit at_least(const char* percent) { return {decimal::parse(percent).value(), false}; }
rvc_limit at_most(const char* percent) { return {decimal::parse(percent).value(), true}; }

/// A question of a value and materials.
rvc_question of_value(rvc_method m, const char* value, const char* vnm) {
  rvc_question q;
  q.method = m;
  q.value = amounts({value});
  q.vnm = amounts({vnm});
  return q;
}

std::string share_of(const rvc_question& q) {
  const auto a = regional_value_content(q);
  REQUIRE(a);
  REQUIRE(a->share);
  return a->share->to_string();
}

std::string refusal(const rvc_question& q) {
  const auto a = regional_value_content(q);
  REQUIRE_FALSE(a);
  return std::string(to_string(a.error().code)) + ": " + a.error().message;
}

}  // namespace

// The rows of numbers that the texts of the agreements, or public guides to them, work out.
TEST_CASE("every formula gives what its agreement's example says", "[rvc]") {
  using m = rvc_method;
  CHECK(share_of(of_value(m::transaction_value, "1000", "300")) == "0.7");  // USMCA: 70 %
  CHECK(share_of(of_value(m::build_down, "1000", "600")) == "0.4");         // RCEP: 40 %
  CHECK(share_of(of_value(m::focused_value, "1000", "400")) == "0.6");      // CPTPP: 60 %
  CHECK(share_of(of_value(m::max_nom, "1000", "450")) == "0.45");           // EU: 45 <= 50

  rvc_question net;  // USMCA: net cost 800, VNM 300: 62.5 %
  net.method = m::net_cost;
  net.total_cost = amounts({"800"});
  net.vnm = amounts({"300"});
  CHECK(share_of(net) == "0.625");

  rvc_question up;  // RCEP: 150 + 100 + 60 + 70 + 20 = 400 of 1000
  up.method = m::build_up;
  up.value = amounts({"1000"});
  up.vom = amounts({"150"});
  up.costs = amounts({"100", "60", "70", "20"});
  CHECK(share_of(up) == "0.4");
}

TEST_CASE("international shipping is taken off the value", "[rvc]") {
  rvc_question q = of_value(rvc_method::transaction_value, "3.15", "0.75");
  q.international_shipping = amounts({"0.15"});
  CHECK(share_of(q) == "0.75");  // (3 - .75) / 3
}

TEST_CASE("net cost stands alone without materials", "[rvc]") {
  rvc_question q;
  q.method = rvc_method::net_cost;
  q.costs = amounts({"100", "900", "500", "5679"});
  q.excluded = amounts({"420"});
  const auto a = regional_value_content(q).value();
  CHECK(a.net_cost->to_string() == "6759");
  CHECK_FALSE(a.share);
  CHECK_FALSE(a.passes);
  q.limit = at_least("50");
  CHECK(refusal(q).find("usage: a limit needs") == 0);
}

TEST_CASE("limits include equality, and are compared exactly", "[rvc]") {
  rvc_question q = of_value(rvc_method::build_down, "3", "1");
  q.limit = at_least("66.66");
  CHECK(regional_value_content(q)->passes == truth::yes);
  q.limit = at_least("66.67");  // 2/3 rounds to 66.7 and to .6667, and is below it
  const auto below = regional_value_content(q).value();
  CHECK(below.passes == truth::no);
  CHECK(below.display == "0.6666");
  CHECK(below.percent == "66.7");

  q = of_value(rvc_method::build_down, "1000", "600");
  q.limit = at_least("40");
  CHECK(regional_value_content(q)->passes == truth::yes);
  q = of_value(rvc_method::max_nom, "1000", "500");
  q.limit = at_most("50");
  CHECK(regional_value_content(q)->passes == truth::yes);
  q = of_value(rvc_method::max_nom, "1000000", "500001");
  q.limit = at_most("50");
  const auto above = regional_value_content(q).value();
  CHECK(above.passes == truth::no);
  CHECK(above.display == "0.5001");  // .5000 would look as if it passed
}

TEST_CASE("amounts within bounds give shares within bounds", "[rvc]") {
  rvc_question q = of_value(rvc_method::build_down, "1000", "300..500");
  CHECK(share_of(q) == "0.5..0.7");
  q.limit = at_least("50");
  CHECK(regional_value_content(q)->passes == truth::yes);
  q.limit = at_least("60");
  CHECK(regional_value_content(q)->passes == truth::unknown);
  q.limit = at_least("70.1");
  CHECK(regional_value_content(q)->passes == truth::no);

  q = of_value(rvc_method::build_down, "1000..2000", "500");
  CHECK(share_of(q) == "0.5..0.75");
  q = of_value(rvc_method::build_down, "1000", "?");
  CHECK(share_of(q) == "?..1");
  q.limit = at_least("40");
  CHECK(regional_value_content(q)->passes == truth::unknown);
  q = of_value(rvc_method::max_nom, "1000", "?");
  q.limit = at_most("50");
  CHECK(regional_value_content(q)->passes == truth::unknown);
  q = of_value(rvc_method::max_nom, "?", "10");
  CHECK(refusal(q).find("bad_value") == 0);
  q = of_value(rvc_method::max_nom, "10..20", "10");
  CHECK(share_of(q) == "0.5..1");
}

TEST_CASE("materials that cost more than the good give a share below zero", "[rvc]") {
  rvc_question q = of_value(rvc_method::build_down, "100", "120");
  q.limit = at_least("0");
  const auto a = regional_value_content(q).value();
  CHECK(a.share->to_string() == "-0.2");
  CHECK(a.share->low->num() == "-1");
  CHECK(a.share->low->den() == "5");
  CHECK(a.display == "-0.2000");
  CHECK(a.percent == "-20.0");
  CHECK(a.passes == truth::no);
  // Barely below zero: neither text may say that it passes.
  q = of_value(rvc_method::build_down, "1000000", "1000001");
  q.limit = at_least("0");
  CHECK(regional_value_content(q)->display == "-0.0001");
}

TEST_CASE("amounts that a method lacks, or does not use, are refused", "[rvc]") {
  rvc_question q;
  CHECK(refusal(q) == "usage: the method transaction-value needs the value of the good");
  q.value = amounts({"10"});
  CHECK(refusal(q) == "usage: the method transaction-value needs the value of non-originating materials");
  q.vnm = amounts({"1"});
  q.vom = amounts({"1"});
  CHECK(refusal(q).find("does not use the value of originating materials") != std::string::npos);
  q.method = rvc_method::build_up;
  CHECK(refusal(q).find("does not use the value of non-originating") != std::string::npos);
  q = {};
  q.method = rvc_method::net_cost;
  CHECK(refusal(q).find("usage: net cost needs") == 0);
  q.costs = amounts({"10"});
  q.excluded = amounts({"10"});
  CHECK(refusal(q).find("bad_value: the net cost is not above zero") == 0);
  q.excluded = amounts({"?"});
  CHECK(refusal(q).find("bad_value: an excluded cost has no upper bound") == 0);
  q.excluded.clear();
  q.total_cost = amounts({"11"});
  CHECK(refusal(q).find("conflict: the costs add up to 10") == 0);
  q.total_cost = amounts({"10"});
  CHECK(regional_value_content(q)->net_cost->to_string() == "10");
  CHECK(refusal(of_value(rvc_method::build_down, "0", "0")).find("bad_value") == 0);
}

TEST_CASE("methods and amounts are read as written", "[rvc]") {
  for (const char* name : {"transaction-value", "net-cost", "build-up", "build-down", "focused", "max-nom"}) {
    CHECK(to_string(parse_rvc_method(name).value()) == name);
  }
  CHECK(parse_rvc_method("rvc").error().code == errc::bad_value);
  CHECK(parse_amount("").error().code == errc::bad_value);
  CHECK(parse_amount("-1").error().code == errc::bad_value);
  CHECK(parse_amount("1e3").error().code == errc::bad_value);
  CHECK(parse_amount("5..4").error().code == errc::bad_value);
  CHECK(parse_amount("4..5")->to_string() == "4..5");
}

// Published worked examples; their answers stand in the file. Where a regulation truncates what its
// other examples round half up, the exact share still lies within a tenth of what it prints.
TEST_CASE("published examples of regional value content come out right", "[rvc]") {
  TRADEWARDEN_SHARED(path, "bom/examples.json");
  std::ifstream in(path);
  const auto cases = nlohmann::json::parse(in);
  std::size_t seen = 0;
  for (const auto& c : cases) {
    const std::string kind = c["kind"];
    if (kind.rfind("rvc", 0) != 0 && kind != "net_cost") continue;
    ++seen;
    INFO(c["id"]);
    const auto& given = c["in"];
    const auto take = [&](const char* key) {
      std::vector<price_range> out;
      if (!given.contains(key)) return out;
      if (given[key].is_array()) {
        for (const auto& v : given[key]) out.push_back(parse_amount(v.get<std::string>()).value());
      } else {
        out.push_back(parse_amount(given[key].get<std::string>()).value());
      }
      return out;
    };
    rvc_question q;
    q.method = kind == "rvc_tv" ? rvc_method::transaction_value
               : kind == "rvc_up" ? rvc_method::build_up
                                  : rvc_method::net_cost;
    q.value = take(kind == "rvc_up" ? "AV" : "TV");
    q.international_shipping = take("intl_shipment");
    q.total_cost = take("total");
    if (given.contains("NC")) q.total_cost = take("NC");
    q.costs = take("costs");
    q.excluded = take("excluded");
    q.vnm = take("VNM");
    q.vom = take("VOM");
    if (c.contains("threshold")) q.limit = at_least(c["threshold"].get<std::string>().c_str());
    const auto a = regional_value_content(q);
    REQUIRE(a);
    if (c.contains("NC")) {
      CHECK(a->net_cost->low->to_string() == decimal::parse(c["NC"].get<std::string>())->to_string());
    }
    if (!c.contains("rvc")) continue;
    CHECK(a->passes == as_truth(c["pass"].get<bool>()));
    const std::string printed = c["rvc"];
    const bool truncated = c.contains("note");  // 42.98 printed as 42.9
    const std::string shown = printed.find('.') == std::string::npos ? printed + ".0" : printed;
    CHECK(a->percent == (truncated ? "43.0" : shown));
  }
  CHECK(seen == 13);
}

}  // namespace tradewarden
