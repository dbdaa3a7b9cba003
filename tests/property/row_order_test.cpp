// The order of the rows of a bill says nothing: every answer is the same, but for the digests of the
// files. The made-up handset of the pages, its rows shuffled.
#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <random>
#include <sstream>

#include "catch.hpp"
#include "support/test_scale.hpp"
#include "tradewarden/cutoff.hpp"
#include "tradewarden/origin.hpp"
#include "tradewarden/read_bill.hpp"
#include "tradewarden/share.hpp"

namespace tradewarden::tests {
namespace {

std::vector<std::string> rows_of(const std::string& name) {
  std::ifstream in(std::string(TRADEWARDEN_SOURCE_DIR) + "/docs/examples/handset/" + name);
  std::vector<std::string> rows;
  for (std::string row; std::getline(in, row);) rows.push_back(row);
  return rows;
}

std::string text_of(const std::vector<std::string>& rows) {
  std::string text;
  for (const std::string& row : rows) text += row + "\n";
  return text;
}

/// Without what is of the files alone.
nlohmann::json answer_of(const std::string& text) {
  nlohmann::json answer = nlohmann::json::parse(text);
  for (const char* key : {"answer_id", "files", "basis"}) answer.erase(key);
  return answer;
}

std::vector<nlohmann::json> answers(const std::vector<std::string> (&rows)[3]) {
  bill_reading read = read_bill_texts({{"parts", "p.csv", text_of(rows[0])},
                                       {"lines", "l.csv", text_of(rows[1])},
                                       {"offers", "o.csv", text_of(rows[2])}});
  REQUIRE(read.bill);
  const origin engine(*read.bill);
  std::vector<nlohmann::json> out;
  origin_options question;
  question.products = {"PHONE-A1", "PHONE-B2"};
  question.destinations = {"DE", "CN", "IR", "KP", "SY", "CU", "RU"};
  for (const char* on : {"2016-03-01", "2026-07-23"}) {
    question.date = day::parse(on).value();
    for (const auto policy : {alternatives_policy::primary, alternatives_policy::any}) {
      question.alternatives = policy;
      out.push_back(answer_of(to_json(engine.evaluate(question).value())));
    }
  }
  share_options by;
  by.product = "PHONE-A1";
  by.date = day::parse("2026-07-23").value();
  out.push_back(answer_of(to_json(share(engine).evaluate(by).value())));
  cutoff_options cut;
  cut.countries = {"US"};
  cut.date = by.date;
  out.push_back(answer_of(to_json(cutoff(engine).evaluate(cut).value())));
  return out;
}

}  // namespace

TEST_CASE("the order of rows changes no answer", "[origin]") {
  std::vector<std::string> rows[3] = {rows_of("parts.csv"), rows_of("lines.csv"),
                                      rows_of("offers.csv")};
  const std::vector<nlohmann::json> expected = answers(rows);
  std::mt19937 rng(6);
  for (std::size_t round = 0; round < (sanitized() ? 1U : 3U); ++round) {
    for (std::vector<std::string>& table : rows) {
      for (std::size_t i = table.size() - 1; i > 1; --i) {
        std::swap(table[i], table[1 + rng() % i]);
      }
    }
    const std::vector<nlohmann::json> found = answers(rows);
    REQUIRE(found.size() == expected.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
      CHECK(nlohmann::json::diff(expected[i], found[i]).dump() == "[]");
    }
  }
}

}  // namespace tradewarden::tests
