// Cases of origin/*.json: a small bill, questions, and what must come out.
//
//   parts  part_id, kind, made_in, us_origin, eccn, hs, fmv, discrete [, content_type]   (USD)
//   lines  parent_id, pos, child_id, alt_rank, qty
//   offers optional: part_id, supplier_id, supplier_country, country_of_origin
//   asks   to, on; optional product (default: the first part), from, regime (default us-ear), facts,
//          alternatives, bought_content_unknown; expected: verdict, value, share, and optionally test + test_verdict, with,
//          without, deciding ("fact:part"), both (does that set settle it either way?), zero_percent and counted (part ids),
//          zero_percent_rules (ids of cases of 734.4(a), of any of it), assumed and duty (a sentence)
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "catch.hpp"
#include "tradewarden/bill_builder.hpp"
#include "tradewarden/origin.hpp"

namespace tw = tradewarden;
using nlohmann::json;

namespace {

tw::bill read_bill(const json& c) {
  tw::bill_builder b;
  std::uint64_t line = 0;
  for (const json& p : c.at("parts")) {
    tw::part_row r;
    const std::vector<std::string> t = p.get<std::vector<std::string>>();
    r.part_id = t.at(0);
    r.kind = t.at(1);
    r.made_in = t.at(2);
    r.us_origin = t.at(3);
    r.eccn = t.at(4);
    r.hs = t.at(5);
    r.fmv = t.at(6);
    r.discrete = t.at(7);
    r.currency = "USD";
    if (t.size() > 8) r.content_type = t[8];
    b.add_part(r, {0, ++line});
  }
  for (const json& l : c.at("lines")) {
    const std::vector<std::string> t = l.get<std::vector<std::string>>();
    b.add_line({t.at(0), t.at(1), t.at(2), t.at(3), t.at(4), ""}, {0, ++line});
  }
  for (const json& o : c.value("offers", json::array())) {
    const std::vector<std::string> t = o.get<std::vector<std::string>>();
    b.add_offer({t.at(0), t.at(1), t.at(2), t.at(3), "", ""}, {0, ++line});
  }
  tw::result<tw::bill> made = b.build();
  if (!made) FAIL(made.error().to_string());
  return *made;
}

tw::truth truth_of(const std::string& s) {
  return s == "y" ? tw::truth::yes : s == "n" ? tw::truth::no : tw::truth::unknown;
}

}  // namespace

TEST_CASE("golden cases of controlled content", "[origin]") {
  std::vector<std::filesystem::path> files;
  const std::string folder = std::string(TRADEWARDEN_SOURCE_DIR) + "/tests/golden/origin";
  for (const auto& f : std::filesystem::directory_iterator(folder)) {
    if (f.path().extension() == ".json") files.push_back(f.path());
  }
  std::sort(files.begin(), files.end());
  REQUIRE(files.size() >= 4);
  for (const auto& path : files) {
    std::ifstream in(path);
    const json c = json::parse(in);
    INFO(path.filename().string());
    const tw::origin engine(read_bill(c));
    for (const json& ask : c.at("asks")) {
      INFO(ask.dump());
      tw::origin_options o;
      o.products = {ask.value("product", c.at("parts").at(0).at(0).get<std::string>())};
      o.destinations = {ask.at("to").get<std::string>()};
      o.date = tw::day::parse(ask.at("on").get<std::string>()).value();
      o.exported_from = ask.value("from", "");
      o.regimes = {tw::parse_regime(ask.value("regime", "us-ear")).value()};
      o.alternatives = tw::parse_alternatives_policy(ask.value("alternatives", "primary")).value();
      o.bought_content_unknown = ask.value("bought_content_unknown", false);
      if (ask.contains("facts")) {
        for (const auto& [id, value] : ask.at("facts").items()) {
          o.facts.push_back({id, truth_of(value.get<std::string>())});
        }
      }
      const auto report = engine.evaluate(o);
      if (!report) FAIL_CHECK(report.error().to_string());
      if (!report) continue;
      REQUIRE(report->results.size() == 1);
      const tw::origin_result& r = report->results[0];
      std::string tests;
      for (const tw::test_result& t : r.tests) {
        tests += t.id + " " + std::string(to_string(t.verdict)) + ": " + t.why + "\n";
      }
      INFO(tests);
      CHECK(to_string(r.verdict) == ask.at("verdict").get<std::string>());
      CHECK(r.controlled_value.to_string() == ask.at("value").get<std::string>());
      CHECK(r.share.display() == ask.at("share").get<std::string>());
      if (ask.contains("test")) {
        std::string found = "no such test";
        for (const tw::test_result& t : r.tests) {
          if (t.id == ask.at("test")) found = to_string(t.verdict);
        }
        CHECK(found == ask.at("test_verdict").get<std::string>());
      }
      if (ask.contains("with")) {
        CHECK(r.second_incorporation.with.display() == ask.at("with").get<std::string>());
        CHECK(r.second_incorporation.without.display() == ask.at("without").get<std::string>());
      }
      if (ask.contains("deciding")) {
        std::vector<std::string> found;
        for (const auto& u : r.deciding_unknowns) found.push_back(u.ask.fact + ":" + u.ask.part);
        CHECK(found == ask.at("deciding").get<std::vector<std::string>>());
      }
      const auto ids = [](const std::vector<tw::counted_part>& parts) {
        std::vector<std::string> out;
        for (const tw::counted_part& p : parts) out.push_back(p.part);
        std::sort(out.begin(), out.end());
        return out;
      };
      if (ask.contains("zero_percent")) {
        CHECK(ids(r.zero_percent_content) ==
              ask.at("zero_percent").get<std::vector<std::string>>());
      }
      if (ask.contains("zero_percent_rules")) {
        std::set<std::string> rules;
        for (const tw::counted_part& p : r.zero_percent_content) {
          for (const std::uint32_t n : p.rules) {
            if (r.rules[n].id.starts_with("us-ear.734.4.a.")) rules.insert(r.rules[n].id);
          }
        }
        CHECK(rules == ask.at("zero_percent_rules").get<std::set<std::string>>());
      }
      if (ask.contains("both")) CHECK(r.deciding_both == ask.at("both").get<bool>());
      if (ask.contains("duty")) {
        const std::string text = ask.at("duty");
        CHECK(std::find(r.duties.begin(), r.duties.end(), text) != r.duties.end());
      }
      if (ask.contains("assumed")) {
        const std::string text = ask.at("assumed");
        CHECK(std::find(r.assumptions.begin(), r.assumptions.end(), text) != r.assumptions.end());
      }
      if (ask.contains("counted")) {
        CHECK(ids(r.counted) == ask.at("counted").get<std::vector<std::string>>());
      }
    }
  }
}
