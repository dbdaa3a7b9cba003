#include <algorithm>
#include <map>

#include "catch.hpp"
#include "tradewarden/share.hpp"
#include "unit/origin/small_bill.hpp"

namespace tradewarden {

TEST_CASE("what is counted, what is left, and how far it is to the threshold", "[origin]") {
  const origin o = small_origin(k_plain_parts, k_plain_lines);
  const origin_report report = o.evaluate(asking({"DE"})).value();
  REQUIRE(report.results.size() == 1);
  const origin_result& r = report.results[0];
  // 120 of 1000 against 25 %: 130 may be added.
  CHECK(r.verdict == verdict::does_not_trigger);
  CHECK(r.share.num() == "3");
  CHECK(r.share.den() == "25");
  REQUIRE(r.room);
  CHECK(r.room->to_string() == "130");
  CHECK_FALSE(r.excess);
  REQUIRE(r.counted.size() == 1);
  CHECK(r.counted[0].part == "L1");
  CHECK(r.counted[0].value.to_string() == "120");
  CHECK(r.counted[0].path == std::vector<std::string>{"P", "L1"});
  REQUIRE(r.not_counted.size() == 1);
  CHECK(r.not_counted[0].reason == "foreign");
  CHECK(r.exported_from == "CN");
}

TEST_CASE("quantities multiply down the bill", "[origin]") {
  // 3 modules with 2 chips of 10 each: 60 of 1000.
  const origin o = small_origin(
      "P,made,CN,EAR99,1000,n,USD\nM,made,CN,EAR99,100,n,USD\nC,purchased,US,2B116,10,n,USD\n",
      "P,1,M,0,3,\nM,1,C,0,2,\n");
  const origin_result r = o.evaluate(asking({"DE"})).value().results[0];
  CHECK(r.controlled_value.to_string() == "60");
  CHECK(r.counted[0].quantity.to_string() == "6");
}

TEST_CASE("before 1 Oct 2008 software in hardware is explained by the rule of that time",
          "[origin]") {
  // 73 FR 56964 added EAR99 software to hardware; until then it was computed apart.
  const origin o = small_origin("P,made,CN,EAR99,100,n,USD\nS,purchased,US,5D992.c,20,n,USD\n",
                                "P,1,S,0,1,\n");
  const auto words = [&](const char* date) {
    origin_options ask = asking({"CU"});
    ask.date = day::parse(date).value();
    const origin_result r = o.evaluate(ask).value().results[0];
    std::string out;
    for (const test_result& t : r.tests) out += t.why + "\n";
    for (const auto* parts : {&r.counted, &r.not_counted}) {
      for (const counted_part& p : *parts) out += p.why + "\n";
    }
    return out;
  };
  const std::string before = words("2008-09-30");
  CHECK(before.find("software shipped with hardware is analysed by itself") != std::string::npos);
  CHECK(before.find("software was not computed with hardware") != std::string::npos);
  CHECK(before.find("bundled software") == std::string::npos);
  CHECK(words("2008-10-01").find("before 73 FR 56964") == std::string::npos);
}

TEST_CASE("an answer about 31 CFR 560.420 cites no opinion of BIS", "[origin]") {
  const origin o = small_origin(k_plain_parts, k_plain_lines);
  const auto cites = [&](regime r) {
    bool found = false;
    const origin_report report = o.evaluate(asking({"IR"}, r)).value();
    for (const rule_use& u : report.results[0].rules) {
      found |= u.id == "us-ear.734.second-incorporation";
    }
    return found;
  };
  CHECK(cites(regime::us_ear));
  CHECK_FALSE(cites(regime::us_ofac));
}

TEST_CASE("a part of which nobody has said what is in it is named with what to supply", "[origin]") {
  const origin o = small_origin(
      "P,made,CN,EAR99,100,n,USD\nM,made,DE,EAR99,10,n,USD\nQ,made,CN,EAR99,100,n,USD\n"
      "FREE,made,DE,EAR99,0,n,USD\nB,purchased,DE,EAR99,10,,USD\n",
      "P,1,M,0,1,\nQ,1,FREE,0,1,\nQ,2,B,0,1,\n");
  const auto why = [&](const char* product) {
    origin_options ask = asking({"DE"});
    ask.products = {product};
    std::string out;
    const origin_report report = o.evaluate(ask).value();
    for (const test_result& t : report.results[0].tests) {
      if (t.id == "us-ear-734.4a") out = std::string(to_string(t.verdict)) + ": " + t.why;
    }
    return out;
  };
  CHECK(why("P").starts_with("depends: content of (a)(4) is possible; not stated what is in M: give "
                             "lines for it"));
  // What is worth nothing, and what is bought, hold nothing that matters.
  CHECK(why("Q") == "does_not_trigger: no content of (a)(4)");
}

TEST_CASE("destinations that nothing tells apart share their lists, and differ in name alone",
          "[origin]") {
  const origin o = small_origin(k_plain_parts, k_plain_lines);
  origin_options all = asking({});
  all.all_destinations = true;
  const origin_report report = o.evaluate(all).value();
  REQUIRE(report.results.size() > 150);
  std::size_t shared = 0;
  for (std::size_t i = 0; i < report.results.size(); ++i) {
    const origin_result& r = report.results[i];
    INFO(r.destination);
    // Asked alone, the answer is the same.
    if (i % 20 == 0) {
      const origin_result alone = o.evaluate(asking({r.destination})).value().results[0];
      CHECK(alone.verdict == r.verdict);
      CHECK(alone.share == r.share);
      CHECK(alone.rules == r.rules);
      CHECK(alone.assumptions == r.assumptions);
      CHECK(alone.counted.size() == r.counted.size());
      CHECK(alone.treated_as == r.treated_as);
      CHECK_FALSE(alone.parts_of);
    }
    if (!r.parts_of) continue;
    ++shared;
    REQUIRE(*r.parts_of < i);
    const origin_result& first = report.results[*r.parts_of];
    CHECK_FALSE(first.parts_of);
    CHECK(&first.counted.all() == &r.counted.all());
    CHECK(first.verdict == r.verdict);
    CHECK(first.destination != r.destination);
  }
  // A chart of few columns and a handful of embargoes: most of about 200 destinations are alike.
  CHECK(shared > report.results.size() / 2);
  const std::string json = to_json(report);
  CHECK(json.find("\"parts_of\":0,\"counted\":null") != std::string::npos);
}

TEST_CASE("shared rows are copied when one of their owners writes", "[origin]") {
  shared_rows<int> a;
  CHECK(a.empty());
  a.push_back(1);
  shared_rows<int> b = a;
  CHECK(&a.all() == &b.all());
  b.push_back(2);
  CHECK(a.all() == std::vector<int>{1});
  CHECK(b.all() == std::vector<int>{1, 2});
}

TEST_CASE("a second fact of the same id, and a destination that is no country, are errors",
          "[origin]") {
  const origin o = small_origin(k_plain_parts, k_plain_lines);
  CHECK(o.evaluate(asking({"Atlantis"})).error().code == errc::bad_value);
  CHECK(o.evaluate(asking({})).error().code == errc::usage);
  origin_options twice = asking({"DE"});
  twice.facts = {{"a", truth::yes}, {"a", truth::no}};
  CHECK(o.evaluate(twice).error().code == errc::usage);
}

}  // namespace tradewarden

namespace tradewarden {

TEST_CASE("a chain of parts of unknown origin is answered in bounds", "[origin]") {
  // Each of the 1,000 parts told has a way of its own down to it: the ends of it are told.
  constexpr int k_long = 6000;
  std::string parts, lines;
  for (int i = 0; i < k_long; ++i) {
    parts += "N" + std::to_string(i) + ",,?,?,1,?,USD\n";
    if (i + 1 < k_long) {
      lines += "N" + std::to_string(i) + ",1,N" + std::to_string(i + 1) + ",0,1,\n";
    }
  }
  const origin engine = small_origin(parts, lines);
  origin_options o = asking({"IR"});
  o.bought_content_unknown = true;
  const auto r = engine.evaluate(o);
  REQUIRE(r);
  CHECK(r->results[0].verdict == verdict::depends);
  REQUIRE(r->results[0].counted.size() == 1000);
  std::size_t longest = 0;
  for (const counted_part& p : r->results[0].counted) longest = std::max(longest, p.path.size());
  CHECK(longest == 41);
  const auto deep = std::find_if(r->results[0].counted.begin(), r->results[0].counted.end(),
                                 [](const counted_part& p) { return p.path.size() == 41; });
  CHECK(deep->path.front() == "N0");
  CHECK(deep->path[20] == "...");
  CHECK(deep->path.back() == deep->part);
}

TEST_CASE("quantities that multiply without end are refused by a limit", "[origin]") {
  const auto chain = [](int length, const std::string& quantity) {
    std::string parts, lines;
    for (int i = 0; i < length; ++i) {
      parts += "N" + std::to_string(i) + ",,CN,EAR99,1,n,USD\n";
      if (i + 1 < length) {
        lines += "N" + std::to_string(i) + ",1,N" + std::to_string(i + 1) + ",0," + quantity + ",\n";
      }
    }
    return small_origin(parts, lines);
  };
  for (const char* quantity : {"999999999999999999", "0.000000000000000001"}) {
    const origin engine = chain(100, quantity);
    const auto r = engine.evaluate(asking({"IR"}));
    REQUIRE_FALSE(r);
    CHECK(r.error().code == errc::limit_exceeded);
    share_options s;
    s.product = "N0";
    const auto shares = share(engine).evaluate(s);
    REQUIRE_FALSE(shares);
    CHECK(shares.error().code == errc::limit_exceeded);
  }
  CHECK(chain(15, "999999999999999999").evaluate(asking({"IR"})));  // 14 * 18 = 252 digits
  CHECK(chain(3000, "1").evaluate(asking({"IR"})));
}

}  // namespace tradewarden
