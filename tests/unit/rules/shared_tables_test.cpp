// Our tables against another reading of the same regulations; every difference has its name here.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>

#include "catch.hpp"
#include "support/shared_lists.hpp"
#include "temp_dir.hpp"
#include "tradewarden/country.hpp"
#include "tradewarden/rule_book.hpp"

namespace tradewarden {
namespace {

using json = nlohmann::json;

const rule_book& book() { return rule_book::built_in(); }
const day k_edition = day::parse("2026-07-23").value();

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// A country of the tables, of which two names are slips of the pen.
std::string code_of(const std::string& name) {
  return book().resolve(name, day::parse("2020-01-01").value()).value;
}

/// The differences, of which those that nobody expects are named.
std::set<std::string> shown(const std::vector<std::string>& differences,
                      const std::set<std::string>& expected = {}) {
  for (const std::string& d : differences) {
    if (expected.count(d) == 0) WARN("difference: " << d);
  }
  return {differences.begin(), differences.end()};
}

}  // namespace

TEST_CASE("the country chart is that of ../shared", "[rules][shared]") {
  TRADEWARDEN_SHARED(path, "tables/country-chart.json");
  const json chart = json::parse(bytes_of(path));
  std::vector<std::string> differences;
  std::size_t rows = 0;
  for (const auto& [name, row] : chart["countries"].items()) {
    const std::string code = code_of(name);
    if (code.empty()) differences.push_back(name + ": no such country");
    const auto& marks = row["marks"];
    ++rows;
    for (const auto& column : chart["columns"]) {
      const bool theirs = std::find(marks.begin(), marks.end(), column) != marks.end();
      // Liechtenstein is asked as Switzerland, whose marks are the same.
      const truth ours = book().chart_mark(code, column.get<std::string>(), k_edition).value;
      if (ours != as_truth(theirs)) differences.push_back(name + ": " + column.get<std::string>());
    }
  }
  CHECK(rows > 190);
  CHECK(shown(differences).empty());
  for (const auto& [name, row] : chart["embargoed"].items()) {
    CHECK(book().part_746_applies(code_of(name), k_edition).value == truth::yes);
  }
}

TEST_CASE("the country groups are those of ../shared", "[rules][shared]") {
  TRADEWARDEN_SHARED(path, "tables/country-groups.json");
  const json groups = json::parse(bytes_of(path));
  std::vector<std::string> differences;
  for (const auto& [group, members] : groups["groups"].items()) {
    std::set<std::string> theirs;
    for (const auto& name : members) theirs.insert(code_of(name.get<std::string>()));
    CHECK(theirs.size() == members.size());
    for (char a = 'A'; a <= 'Z'; ++a) {
      for (char b = 'A'; b <= 'Z'; ++b) {
        const std::string code{a, b};
        // Territories are asked as the country they belong to.
        if (country_name(code).empty() || book().resolve(code, k_edition).value != code) continue;
        const truth ours = book().in_group(group, code, k_edition).value;
        if (ours != as_truth(theirs.count(code) != 0)) differences.push_back(group + ": " + code);
      }
    }
  }
  CHECK(shown(differences).empty());
}

TEST_CASE("the control list is that of ../shared, but for what is named", "[rules][shared]") {
  TRADEWARDEN_SHARED(path, "tables/ccl.json");
  TRADEWARDEN_SHARED(xml_path, "tables/ccl_supp1.xml");
  const std::regex whole("([A-Z]{2}) applies to (?:the )?entire entry\\.?");
  const std::regex column("([A-Z]{2}) Column (\\d)\\.?");
  std::vector<std::string> differences;
  std::set<std::string> theirs;
  std::size_t compared = 0;
  const json list = json::parse(bytes_of(path));
  for (const auto& entry : list["entries"]) {
    const std::string eccn = entry["eccn"];
    theirs.insert(eccn);
    const auto c = classification::parse(eccn).value();
    std::set<std::string> rows;
    for (const auto& row : entry["countryChart"]) {
      std::smatch m;
      std::smatch n;
      const std::string control = row["control"];
      const std::string chart = row["countryChart"];
      if (!std::regex_match(control, m, whole) || !std::regex_match(chart, n, column)) continue;
      rows.insert(m[1].str() + ' ' + n[1].str() + ' ' + n[2].str());
    }
    std::set<std::string> ours;
    for (const licence_reason& r : book().licence_reasons(c, "DE", k_edition)) {
      if (r.kind == control_kind::chart && r.applies == truth::yes) {
        ours.insert(std::string(r.reason) + ' ' + std::string(r.control));
      }
    }
    compared += rows.size();
    for (const std::string& r : rows) {
      if (ours.count(r) == 0) differences.push_back(eccn + " lacks " + r);
    }
    for (const std::string& r : ours) {
      if (rows.count(r) == 0) differences.push_back(eccn + " has " + r);
    }
  }
  CHECK(compared > 900);
  const std::set<std::string> named{
      // The rows of an entry that the other reading lacks stand there with the entry before
      // it: 0D614, 3D006, 3E002. The regulation's own text is taken.
      "0D606 lacks NS NS 1", "0D606 lacks RS RS 1", "3D005 lacks NS NS 2",
      "3E001 lacks NS NS 1",
      // Cells that hold the sentence, two reasons, or no column's letters.
      "1A231 has AT AT 1", "1A231 has NP NP 1", "1C350 has CB CB 2", "1C351 has AT AT 1",
      // Entries that state their requirement in a paragraph, without a table.
      "0A521 has RS RS 1", "0B521 has RS RS 1", "0C521 has RS RS 1", "0D521 has RS RS 1",
      "0E521 has RS RS 1"};
  CHECK(shown(differences, named) == named);
  // Every entry of the regulation's text is there, and no other.
  const std::string xml = bytes_of(xml_path);
  const std::regex heading("<B>(\\d[A-E]\\d{3})\\b");
  std::set<std::string> entries;
  for (std::sregex_iterator at(xml.begin(), xml.end(), heading), end; at != end; ++at) {
    entries.insert((*at)[1].str());
  }
  CHECK(entries.size() > 600);
  for (const std::string& eccn : entries) {
    INFO(eccn);
    CHECK(book().entry_exists(classification::parse(eccn).value(), k_edition).value == truth::yes);
  }
  std::vector<std::string> lacking;
  std::set_difference(entries.begin(), entries.end(), theirs.begin(), theirs.end(),
                std::back_inserter(lacking));
  CHECK(lacking == std::vector<std::string>{"0D614", "2B352", "3D006", "3E002", "8D001"});
}

TEST_CASE("no country has an AT mark in the other reading either", "[rules][shared]") {
  TRADEWARDEN_SHARED(path, "tables/country-chart.json");
  const json chart = json::parse(bytes_of(path));
  for (const auto& [name, row] : chart["countries"].items()) {
    for (const auto& mark : row["marks"]) CHECK(mark.get<std::string>().substr(0, 2) != "AT");
  }
}

TEST_CASE("the generators write the tables that are in the tree", "[rules][shared]") {
  TRADEWARDEN_SHARED(xml, "tables/ccl_supp1.xml");
  TRADEWARDEN_SHARED(rows, "tables/ccl.json");
  TRADEWARDEN_SHARED(chart, "tables/country-chart.json");
  TRADEWARDEN_SHARED(groups, "tables/country-groups.json");
  const std::string python = TRADEWARDEN_PYTHON;
  if (python.empty()) TRADEWARDEN_SKIP("no Python");
  const tests::temp_dir dir;
  const std::string source = TRADEWARDEN_SOURCE_DIR;
  const std::string out = dir.root();
  const auto run = [&](const std::string& command) {
    return std::system(('"' + python + "\" \"" + source + "/tools/" + command + " > /dev/null").c_str());
  };
  REQUIRE(run("gen_ccl_tables.py\" --xml \"" + xml + "\" --edition 2025-01-16 --rows \"" + rows +
        "\" --rows-edition 2026-07-23 --out \"" + out + "/774\"") == 0);
  REQUIRE(run("gen_country_tables.py\" --chart \"" + chart + "\" --groups \"" + groups +
        "\" --edition 2026-07-23 --out \"" + out + "\"") == 0);
  std::size_t files = 0;
  for (const auto& item : std::filesystem::recursive_directory_iterator(out)) {
    if (!item.is_regular_file()) continue;
    const auto below = item.path().lexically_relative(out);
    INFO(below.string());
    CHECK((bytes_of(item.path()) ==
           bytes_of(std::filesystem::path(source) / "src/rules/data/us-ear" / below)));
    ++files;
  }
  CHECK(files == 10 + 1 + 11);  // categories, the chart, groups but D:5, E:1 and E:2
}

}  // namespace tradewarden
