// The sample's facts against the real lists, where these are at hand. A difference that is
// known and meant (an effective date where the list gives the publication's) is spelled out.
#include <array>
#include <cctype>
#include <cstdlib>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "catch.hpp"
#include "sample_file.hpp"
#include "support/shared_lists.hpp"

using nlohmann::json;
using tradewarden::tests::name_text;
using tradewarden::tests::read_sample_file;
using tradewarden::tests::text_or;

namespace {

std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

/// Records of a CSV text; quotes may hold separators and line ends.
std::vector<std::vector<std::string>> csv(const std::string& text, char separator) {
  std::vector<std::vector<std::string>> rows;
  std::vector<std::string> row(1);
  bool quoted = false;
  for (const char c : text) {
    if (c == '"') quoted = !quoted;
    else if (!quoted && c == separator) row.emplace_back();
    else if (!quoted && c == '\n') {
      rows.push_back(std::move(row));
      row.assign(1, "");
    } else if (c != '\r') {
      row.back() += c;
    }
  }
  if (row.size() > 1) rows.push_back(std::move(row));
  return rows;
}

std::map<std::string, std::size_t> columns(const std::vector<std::string>& header) {
  std::map<std::string, std::size_t> out;
  for (std::size_t i = 0; i < header.size(); ++i) out.emplace(header[i], i);
  return out;
}

/// Letters and digits in lower case, other runs one blank; typographic apostrophes vanish as
/// plain ones do. Bytes beyond ASCII stay.
std::string plain(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (text.compare(i, 3, "\xE2\x80\x99") == 0 || text.compare(i, 3, "\xE2\x80\x98") == 0) {
      i += 2;
    } else if (c >= 0x80 || std::isalnum(c) != 0) {
      out += static_cast<char>(c < 0x80 ? std::tolower(c) : c);
    } else if (c != '\'' && !out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

/// "1952-10-07" as OFAC writes it: "07 Oct 1952"; years stay.
std::string ofac_date(const std::string& iso) {
  static const std::array<const char*, 12> k_months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  if (iso.size() != 10) return iso;
  const auto month = static_cast<std::size_t>(std::atoi(iso.substr(5, 2).c_str()) - 1);
  return iso.substr(8, 2) + " " + k_months.at(month) + " " + iso.substr(0, 4);
}

std::vector<json> entries_of(const std::set<std::string>& lists) {
  std::vector<json> out;
  for (const json& entry : read_sample_file().entries) {
    if (lists.count(entry.at("list")) == 1) out.push_back(entry);
  }
  return out;
}

std::string first_from(const json& entry) { return text_or(entry.at("measures")[0], "from"); }

struct ofac_row {
  std::string name;
  std::string rest;  // everything in which a fact of the entry may stand
  std::set<std::string> aliases;
};

std::map<std::string, ofac_row> read_ofac(const std::string& folder, const std::string& main,
                                          const std::string& alt, const std::string& comments) {
  std::map<std::string, ofac_row> out;
  for (const auto& row : csv(read_file(folder + main), ',')) {
    if (row.size() < 12) continue;
    ofac_row& party = out[row[0]];
    party.name = row[1];
    for (std::size_t i = 2; i < row.size(); ++i) party.rest += row[i] + "|";
  }
  for (const auto& row : csv(read_file(folder + alt), ',')) {
    if (row.size() >= 4) out[row[0]].aliases.insert(row[3]);
  }
  for (const auto& row : csv(read_file(folder + comments), ',')) {
    if (row.size() >= 2) out[row[0]].rest += row[1];
  }
  return out;
}

void check_ofac(const std::string& list, const std::map<std::string, ofac_row>& parties) {
  for (const json& entry : entries_of({list})) {
    CAPTURE(entry.dump());
    const auto found = parties.find(entry.at("id"));
    REQUIRE(found != parties.end());
    const ofac_row& party = found->second;
    CHECK(party.name == name_text(entry.at("names")[0]));
    for (std::size_t i = 1; i < entry.at("names").size(); ++i) {
      const json& name = entry.at("names")[i];
      const std::string text = name_text(name);
      CAPTURE(text);
      if (text_or(name, "strength") == "weak") {
        CHECK(contains(party.rest, "k.a. '" + text + "'"));  // weak aliases stand in the remarks
      } else {
        CHECK(party.aliases.count(text) == 1);
      }
    }
    for (const json& date : entry.value("birth_dates", json::array())) {
      CHECK(contains(party.rest, "DOB " + ofac_date(date)));
    }
    for (const json& id : entry.value("identifiers", json::array())) {
      CHECK(contains(party.rest, id.at("value").get<std::string>()));
    }
    for (const json& programme : entry.value("programmes", json::array())) {
      CHECK(contains(party.rest, programme.get<std::string>()));
    }
    for (const char* key : {"title", "imo", "vessel_type", "vessel_flag"}) {
      CHECK(contains(party.rest, text_or(entry, key)));
    }
    for (const json& link : entry.value("linked", json::array())) {
      CHECK(contains(party.rest, "Linked To: " + link.at("name").get<std::string>()));
    }
  }
}

/// Volume and page of "84 FR 22961" or "84 F.R. 22961".
std::vector<std::pair<int, int>> register_pages(const std::string& text) {
  std::vector<std::pair<int, int>> out;
  std::string clean;
  for (const char c : text) {
    if (c != '.') clean += c;
  }
  for (std::size_t at = clean.find("FR"); at != std::string::npos; at = clean.find("FR", at + 2)) {
    std::size_t end = at;
    while (end > 0 && clean[end - 1] == ' ') --end;
    std::size_t start = end;
    while (start > 0 && std::isdigit(static_cast<unsigned char>(clean[start - 1])) != 0) --start;
    const int volume = std::atoi(clean.substr(start, end - start).c_str());
    const int page = std::atoi(clean.c_str() + at + 2);
    if (volume > 0 && page > 0) out.emplace_back(volume, page);
  }
  return out;
}

}  // namespace

TEST_CASE("the sample's OFAC entries are in OFAC's files", "[sample][shared]") {
  TRADEWARDEN_SHARED(lists, "lists/");
  check_ofac("US-SDN", read_ofac(lists + "ofac-2025-12/", "sdn.csv", "alt.csv", "sdn_comments.csv"));
  check_ofac("US-CONS", read_ofac(lists + "ofac-cons-2025-12/", "cons_prim.csv", "cons_alt.csv",
                                  "cons_comments.csv"));
}

TEST_CASE("OFAC entries with a date of listing are in no older file", "[sample][shared]") {
  const std::vector<std::pair<std::string, std::string>> snapshots = {
      {"2021-08-18", "ofac-history/sdn-2021-08-18.csv"},
      {"2022-01-31", "ofac-2022-01/sdn.csv"},
      {"2022-06-15", "ofac-history/sdn-2022-06-15.csv"}};
  TRADEWARDEN_SHARED(lists, "lists/");
  for (const auto& [date, path] : snapshots) {
    std::set<std::string> ids;
    for (const auto& row : csv(read_file(lists + path), ',')) ids.insert(row[0]);
    REQUIRE(ids.size() > 9000);
    for (const json& entry : entries_of({"US-SDN"})) {
      CAPTURE(date, entry.at("id"), entry.at("names")[0]);
      const std::string from = first_from(entry);
      if (from.empty()) continue;
      CHECK((ids.count(entry.at("id")) == 1) == (from <= date));
    }
  }
}

TEST_CASE("the sample's entries of Commerce and State are in the screening list",
          "[sample][shared]") {
  TRADEWARDEN_SHARED(path, "lists/csl-csv-2025-05/consolidated.csv");
  const auto rows = csv(read_file(path), ',');
  auto column = columns(rows.at(0));
  const std::map<std::string, std::string> marks = {{"US-EL", "(EL)"},   {"US-DPL", "(DPL)"},
                                                    {"US-MEU", "(MEU)"}, {"US-UVL", "(UVL)"},
                                                    {"US-ISN", "(ISN)"}};
  for (const json& entry : entries_of({"US-EL", "US-DPL", "US-MEU", "US-UVL", "US-ISN"})) {
    const std::string wanted = plain(name_text(entry.at("names")[0]));
    CAPTURE(entry.dump());
    // Off the lists since 2017 and 2018: nothing to compare with; see the timeline below.
    if (contains(wanted, "zhongxing") || contains(wanted, "kangxun")) continue;
    std::string difference = "no row of that name";
    for (const auto& row : rows) {
      if (row.size() < column.size()) continue;
      if (!contains(row[column["source"]], marks.at(entry.at("list")))) continue;
      const std::string name = plain(row[column["name"]]);
      if (name.compare(0, wanted.size(), wanted) != 0) continue;
      const std::string& start = row[column["start_date"]];
      const json& m = entry.at("measures")[0];
      // The list gives Huawei's day of publication; the sample the day of effect, and both.
      if (start != text_or(m, "from") && start != text_or(m, "published")) {
        difference = "start_date " + start;
        continue;
      }
      difference.clear();
      const auto listed = register_pages(row[column["federal_register_notice"]]);
      for (const json& citation : entry.value("citations", json::array())) {
        for (const auto& [volume, page] : register_pages(citation)) {
          bool near = false;  // a rule's first page against the page of its entry
          for (const auto& [v, p] : listed) near = near || (v == volume && std::abs(p - page) <= 5);
          if (!near) difference = "citation " + citation.get<std::string>();
        }
      }
      for (const json& footnote : entry.value("footnotes", json::array())) {
        if (!contains(row[column["license_requirement"]], footnote.get<std::string>())) {
          difference = "footnote " + footnote.get<std::string>();
        }
      }
      for (const json& code : entry.value("countries", json::array())) {
        if (entry.at("list") != "US-ISN" &&
            !contains(row[column["addresses"]], code.get<std::string>())) {
          difference = "country " + code.get<std::string>();
        }
      }
      if (difference.empty()) break;
    }
    CHECK(difference == "");
  }
}

TEST_CASE("the sample's UN entries are in the UN's file", "[sample][shared]") {
  TRADEWARDEN_SHARED(path, "lists/un-2026-02/UN_consolidated.xml");
  const std::string text = read_file(path);
  for (const json& entry : entries_of({"UN-SC"})) {
    CAPTURE(entry.dump());
    const std::string id = entry.at("id");
    const std::size_t at = text.find("<REFERENCE_NUMBER>" + id + "</REFERENCE_NUMBER>");
    REQUIRE(at != std::string::npos);
    const std::size_t from = text.rfind("<DATAID>", at);
    const std::string block = text.substr(from, text.find("<DATAID>", at) - from);
    CHECK(contains(block, "<LISTED_ON>" + first_from(entry)));
    const std::string words = plain(block);
    for (const json& name : entry.at("names")) {
      CAPTURE(name_text(name));
      if (name.is_string()) {  // the primary name stands in several elements
        std::istringstream in(plain(name_text(name)));
        for (std::string word; in >> word;) CHECK(contains(words, word));
      } else {
        CHECK(contains(words, plain(name_text(name))));
        const std::string quality = text_or(name, "strength") == "weak" ? "Low" : "";
        if (!quality.empty()) CHECK(contains(block, "<QUALITY>Low</QUALITY>"));
      }
    }
    for (const json& date : entry.value("birth_dates", json::array())) {
      std::istringstream in(date.get<std::string>());
      for (std::string word; in >> word;) {
        if (word != "to") CHECK(contains(block, word));
      }
    }
    for (const json& number : entry.value("identifiers", json::array())) {
      CHECK(contains(block, number.at("value").get<std::string>()));
    }
  }
}

TEST_CASE("the sample's EU entries are in the EU's file", "[sample][shared]") {
  TRADEWARDEN_SHARED(path, "lists/eu-2024-01/eu_csl.csv");
  const auto rows = csv(read_file(path), ';');
  auto column = columns(rows.at(0));
  const auto cell = [&](const std::vector<std::string>& row, const char* name) {
    const std::size_t at = column.at(name);
    return at < row.size() ? row[at] : std::string();
  };
  std::map<std::string, std::vector<const std::vector<std::string>*>> by_id;
  for (const auto& row : rows) {
    by_id[cell(row, "Entity_EU_ReferenceNumber")].push_back(&row);
  }
  for (const json& entry : entries_of({"EU-FSF"})) {
    CAPTURE(entry.dump());
    const auto found = by_id.find(entry.at("id"));
    REQUIRE(found != by_id.end());
    std::set<std::string> names;
    std::set<std::string> births;
    std::set<std::string> programmes;
    std::string designated;
    for (const auto* row : found->second) {
      std::string name = plain(cell(*row, "NameAlias_WholeName"));
      names.insert(name);
      births.insert(cell(*row, "BirthDate_BirthDate"));
      programmes.insert(cell(*row, "Entity_Regulation_Programme"));
      designated = cell(*row, "Entity_DesignationDate");
    }
    CHECK(designated == first_from(entry));
    for (const json& name : entry.at("names")) {
      const std::string wanted = plain(name_text(name));
      CAPTURE(wanted);
      // The Cyrillic name of EU.7510.16 carries stress marks in the file.
      if (names.count(wanted) == 0) {
        CHECK((entry.at("id") == "EU.7510.16" && static_cast<unsigned char>(wanted[0]) >= 0x80));
      }
    }
    for (const json& date : entry.value("birth_dates", json::array())) {
      CHECK(births.count(date) == 1);
    }
    CHECK(programmes.count(entry.at("programmes")[0]) == 1);
  }
}

TEST_CASE("the sample's UK entries are in the UK's file", "[sample][shared]") {
  TRADEWARDEN_SHARED(path, "lists/uk-conlist-2024-01/ConList.csv");
  const auto rows = csv(read_file(path), ',');
  auto column = columns(rows.at(1));
  for (const json& entry : entries_of({"UK-SL"})) {
    CAPTURE(entry.dump());
    const std::string group = entry.at("identifiers")[0].at("value");
    const std::string id = entry.at("id");
    std::set<std::string> names;
    std::set<std::string> dates;
    bool reference = false;
    std::string births;
    for (const auto& row : rows) {
      if (row.size() < column.size() || row[column["Group ID"]] != group) continue;
      std::string name;
      for (const char* part : {"Name 1", "Name 2", "Name 3", "Name 4", "Name 5", "Name 6"}) {
        if (!row[column[part]].empty()) name += row[column[part]] + " ";
      }
      names.insert(plain(name));
      dates.insert(row[column["UK Sanctions List Date Designated"]]);
      births += row[column["DOB"]] + " ";
      reference = reference || contains(row[column["Other Information"]], "Ref):" + id);
    }
    CHECK(reference);
    const std::string from = first_from(entry);
    CHECK(dates.count(from.substr(8, 2) + "/" + from.substr(5, 2) + "/" + from.substr(0, 4)) == 1);
    for (const json& name : entry.at("names")) {
      const std::string wanted = plain(name_text(name));
      CAPTURE(wanted);
      bool found = false;  // "PJSC SBERBANK" of "PJSC SBERBANK (PUBLIC ...)", "... (IRGC)"
      for (const std::string& n : names) found = found || contains(" " + n + " ", " " + wanted + " ");
      CHECK(found);
    }
    for (const json& date : entry.value("birth_dates", json::array())) {
      const std::string d = date;
      CHECK(contains(births, d.substr(8, 2) + "/" + d.substr(5, 2) + "/" + d.substr(0, 4)));
    }
  }
}

TEST_CASE("the sample's ZTE case agrees with the timeline", "[sample][shared]") {
  TRADEWARDEN_SHARED(path, "lists/zte_timeline.csv");
  const auto rows = csv(read_file(path), ',');
  auto column = columns(rows.at(0));
  const auto entries = entries_of({"US-EL", "US-DPL"});
  int compared = 0;
  for (std::size_t r = 1; r < rows.size(); ++r) {
    const auto& row = rows[r];
    const std::string list = row[column["list"]];
    for (const json& entry : entries) {
      const std::string name = plain(name_text(entry.at("names")[0]));
      const std::string listed = plain(row[column["name"]]);
      const bool licence_row = list == "EL-TGL";
      const bool same = licence_row ? (contains(name, "zhongxing") || contains(name, "kangxun"))
                                    : listed.compare(0, name.size(), name) == 0;
      if (!same || entry.at("list") != (list == "DPL" ? "US-DPL" : "US-EL")) continue;
      CAPTURE(list, name);
      const json* part = nullptr;
      if (licence_row) {
        part = &entry.at("overlays")[0];
      } else {
        for (const json& m : entry.at("measures")) {
          if (m.at("kind") == (list == "DPL" ? "denial" : "listing")) part = &m;
        }
      }
      REQUIRE(part != nullptr);
      CHECK(text_or(*part, "from") == row[column["effective"]]);
      CHECK(text_or(*part, "until") == row[column["ended"]]);
      ++compared;
    }
  }
  CHECK(compared == 9);  // five of the Entity List, two licences, two denials
}
