#include "lists/bis_dpl.hpp"

#include <filesystem>
#include <fstream>

#include "catch.hpp"
#include "support/shared_lists.hpp"
#include "unit/lists/list_dump.hpp"

using namespace tradewarden;
using namespace tradewarden::lists;
using test::file_of;
using strings = std::vector<std::string>;

namespace {

const std::string k_header =
    "\"Name\"\t\"Street_Address\"\t\"City\"\t\"State\"\t\"Country\"\t\"Postal_Code\"\t"
    "\"Effective_Date\"\t\"Expiration_Date\"\t\"Standard_Order\"\t\"Last_Update\"\t\"Action\"\t"
    "\"FR_Citation\"\n";

result<publication> read(std::string text, read_limits limits = {}) {
  auto file = make_input_file("dpl.txt", std::move(text), limits);
  if (!file) return file.error();
  return read_bis_dpl(*file, {}, limits);
}

std::string row(std::string_view name, std::string_view from, std::string_view until,
                std::string_view street = "1 SAMPLE ROAD") {
  std::string out;
  for (const std::string_view f : {name, street, std::string_view{"OSLO"}, std::string_view{},
                                   std::string_view{"NO"}, std::string_view{}, from, until,
                                   std::string_view{"Y"}, std::string_view{"2018-04-23"},
                                   std::string_view{"NEW"}, std::string_view{"83 FR 17644"}}) {
    out += (out.empty() ? "\"" : "\t\"") + std::string(f) + '"';
  }
  return out + '\n';
}

}  // namespace

TEST_CASE("bis_dpl: rows of one name and order are one party with several addresses", "[bis_dpl]") {
  const auto p = read(k_header + row("SAMPLE, INC.", "04/15/2018", "03/13/2025", "1 A ROAD") +
                      row("Sample, Inc", "04/15/2018", "03/13/2025", "2 B ROAD") +
                      row("SAMPLE, INC.", "04/16/2018", "03/13/2025", "1 A ROAD"))
                     .value();
  CHECK(p.counts.rows == 3);
  CHECK(p.counts.parties == 2);
  CHECK(p.counts.joined == 1);
  CHECK(p.counts.distinct_ids == 2);
  CHECK(p.counts.rows == p.counts.parties + p.counts.joined + p.counts.rejected);
  REQUIRE(p.parties.size() == 2);
  CHECK(p.parties[0].list == "US-DPL");
  CHECK(p.parties[0].addresses.size() == 2);
  CHECK(p.parties[0].names.size() == 1);  // The other spelling folds to the same tokens.
  CHECK(p.parties[0].names[0].kind == name_kind::primary);
  CHECK(p.parties[0].source_id.ends_with("|2018-04-15"));
  CHECK(p.parties[1].source_id.ends_with("|2018-04-16"));
}

TEST_CASE("bis_dpl: a last day beyond all reason is no last day", "[bis_dpl]") {
  const auto p = read(k_header + row("A", "04/15/2018", "03/13/0026") +
                      row("B", "04/15/2018", "03/13/2922") + row("C", "04/15/2018", "12/31/9999"))
                     .value();
  REQUIRE(p.parties.size() == 3);
  for (const listed_party& x : p.parties) {
    CHECK_FALSE(x.measures.front().until.has_value());
    CHECK(x.measures.front().end == measure_end::none);
  }
  CHECK(p.diagnostics.size() == 3);
}

TEST_CASE("bis_dpl: a first day more than a year after the publication is reported", "[bis_dpl]") {
  auto file = make_input_file("dpl.txt", k_header + row("A", "04/15/2028", "") +
                                             row("B", "02/01/2026", "") + row("C", "04/15/2018", ""),
                              {});
  source_spec dated;
  dated.date = day::parse("2025-12-24").value();
  const auto p = read_bis_dpl(*file, dated, {}).value();
  REQUIRE(p.diagnostics.size() == 1);
  CHECK(p.diagnostics[0].line == 2);
  CHECK(p.diagnostics[0].message.starts_with("begins on 2028-04-15, more than a year after"));
  CHECK(read_bis_dpl(*file, {}, {}).value().diagnostics.empty());  // The date is not known.
}

TEST_CASE("bis_dpl: a party that no search can find is reported", "[bis_dpl]") {
  const auto p = read(k_header + row("???? ???", "04/15/2018", "") + row("A", "04/15/2018", ""));
  REQUIRE(p.has_value());
  REQUIRE(p->diagnostics.size() == 1);
  CHECK(p->diagnostics[0].to_string() ==
        "dpl.txt:2: name: no name of this party holds a letter or digit: no search can find it");
}

TEST_CASE("bis_dpl: the name in front of a closing bracket is the primary one", "[bis_dpl]") {
  const auto p = read(k_header + row("EXAMPLE PARTS LIMITED (EXPARTS)", "04/15/2018", "")).value();
  const auto& names = p.parties.at(0).names;
  REQUIRE(names.size() == 3);
  CHECK(names[0].text == "EXAMPLE PARTS LIMITED");
  CHECK(names[0].kind == name_kind::primary);
  CHECK(names[1].text == "EXAMPLE PARTS LIMITED (EXPARTS)");
  CHECK(names[1].kind == name_kind::aka);
  CHECK(names[2].text == "EXPARTS");
  CHECK(p.counts.aliases == 2);
}

TEST_CASE("bis_dpl: complaints name the path as given", "[bis_dpl]") {
  const auto dir = std::filesystem::temp_directory_path() / "tradewarden_bis_path_test";
  std::filesystem::create_directories(dir);
  const std::string path = (dir / "dpl.txt").string();
  std::ofstream(path, std::ios::binary) << k_header << row("", "04/15/2018", "")
                                        << row("A", "04/15/2018", "");
  const auto p = read_bis_dpl({"", path, {}}, {});
  REQUIRE(p.has_value());
  REQUIRE(p->diagnostics.size() == 1);
  CHECK(p->diagnostics[0].file == path);
  CHECK(p->files.front().name == "dpl.txt");
  std::filesystem::remove_all(dir);
}

TEST_CASE("bis_dpl: a denial runs from its effective date through its last day", "[bis_dpl]") {
  const auto p = read(k_header + row("A", "04/15/2018", "03/13/2025") + row("B", "04/15/2018", "") +
                      row("C", "", ""))
                     .value();
  const measure& a = p.parties.at(0).measures.at(0);
  CHECK(a.kind == measure_kind::denial);
  CHECK(a.from->to_string() == "2018-04-15");
  CHECK(a.until->to_string() == "2025-03-14");
  CHECK(a.end == measure_end::expired);
  CHECK(a.citations == strings{"83 FR 17644"});
  const measure& b = p.parties.at(1).measures.at(0);
  CHECK_FALSE(b.until.has_value());
  CHECK(b.end == measure_end::none);
  CHECK_FALSE(p.parties.at(2).measures.at(0).from.has_value());
  CHECK(p.parties.at(2).source_id.ends_with("|undated"));
}

TEST_CASE("bis_dpl: a file that is no whole list is refused", "[bis_dpl]") {
  CHECK(read("").error().code == errc::empty_input);
  CHECK(read("\x1A").error().code == errc::empty_input);
  CHECK(read(k_header).error().code == errc::empty_input);
  CHECK(read(std::string("\0\1\2\3", 4)).error().code == errc::not_text);
  const auto cut = read(k_header + row("A", "04/15/2018", "") + "\"B\"\t\"1 ROAD\"");
  CHECK(cut.error().code == errc::truncated);
  CHECK(cut.error().line == 3);
  CHECK(cut.error().file == "dpl.txt");
  const auto open = read(k_header + row("A", "04/15/2018", "") + "\"B");
  CHECK(open.error().code == errc::truncated);
  CHECK(open.error().line == 3);
  CHECK(open.error().file == "dpl.txt");
  const auto other = read("Name\tCity\nA\tB\n");
  CHECK(other.error().code == errc::missing_field);
  CHECK(other.error().field == "effective_date");
  CHECK(read(k_header + row("", "04/15/2018", "")).error().code == errc::empty_input);
}

TEST_CASE("bis_dpl: a DOS end of file and line ends of any kind do no harm", "[bis_dpl]") {
  CHECK(read(k_header + row("A", "04/15/2018", "") + "\x1A").value().counts.rows == 1);
  CHECK(read(k_header + row("A", "04/15/2018", "") + "\x1A\r\n").value().counts.rows == 1);
  std::string crlf;
  for (const char c : k_header + row("A", "04/15/2018", "")) {
    if (c == '\n') crlf += '\r';
    crlf += c;
  }
  CHECK(read(crlf).value().counts.rows == 1);
  CHECK(read("\xEF\xBB\xBF" + k_header + row("A", "04/15/2018", "")).value().counts.rows == 1);
}

TEST_CASE("bis_dpl: too many parties are refused by a limit", "[bis_dpl]") {
  read_limits limits;
  limits.max_parties = 1;
  const auto p = read(k_header + row("A", "", "") + row("B", "", ""), limits);
  CHECK(p.error().code == errc::limit_exceeded);
  limits.max_file_bytes = 10;
  CHECK(read(k_header + row("A", "", ""), limits).error().code == errc::limit_exceeded);
}

TEST_CASE("bis_dpl: a name ends at the first comma that no legal form follows", "[bis_dpl]") {
  struct sample {
    const char* field;
    const char* name;
    const char* address;
  };
  for (const sample& s : {
           sample{"JOHN DOE, 1 MAIN STREET, HOUSTON, TX", "JOHN DOE", "1 MAIN STREET, HOUSTON, TX"},
           sample{"X, INC., 5 MAIN STREET, HOUSTON", "X, INC.", "5 MAIN STREET, HOUSTON"},
           sample{"X CO., LTD., 5 ROAD, TAIPEI", "X CO., LTD.", "5 ROAD, TAIPEI"},
           sample{"X, CO., LTD., 5 ROAD", "X, CO., LTD.", "5 ROAD"},
           sample{"X, INC. 5 MAIN STREET, HOUSTON", "X, INC.", "5 MAIN STREET, HOUSTON"},
           sample{"X INTL., INC. (XSI), BAGSVAERD, DK", "X INTL., INC. (XSI)", "BAGSVAERD, DK"},
           sample{"X, SA NGUAN ROAD, BANGKOK", "X", "SA NGUAN ROAD, BANGKOK"},
           sample{"X, S.A., CALLE 1", "X, S.A.", "CALLE 1"},
           sample{"JOHN DOE, JR., 1 ROAD", "JOHN DOE, JR.", "1 ROAD"},
           sample{"X, INC.", "X, INC.", ""},
           sample{"X", "X", ""},
           sample{"X,", "X", ""},
           sample{"X, INC.\n5 MAIN STREET", "X, INC.", "5 MAIN STREET"},
           sample{"", "", ""},
       }) {
    CAPTURE(s.field);
    const name_and_address got = split_name_and_address(s.field);
    CHECK(got.name == s.name);
    CHECK(got.address == s.address);
  }
}

TEST_CASE("bis_dpl: the older names of the five columns are read as well", "[bis_dpl]") {
  const auto file = file_of(
      "name_and_address,type_of_denial,appropriate_federal_register_citations,beginning_date,"
      "ending_date\n\"A, 1 ROAD, OSLO, NORWAY\",Standard,83 FR 17644,2018-04-15,2025-03-13\n");
  const auto p = read_bis_dpl(file, {}, {}).value();
  CHECK(p.diagnostics.empty());
  CHECK(p.parties.at(0).countries == strings{"NO"});
  CHECK(p.parties.at(0).measures.at(0).until->to_string() == "2025-03-14");
}

TEST_CASE("bis_dpl: the date is the source's, never guessed", "[bis_dpl]") {
  const auto file = file_of(k_header + row("A", "", ""));
  source_spec source;
  source.date = day::parse("2022-09-12").value();
  CHECK(read_bis_dpl(file, source, {}).value().date == source.date);
  CHECK_FALSE(read_bis_dpl(file, {}, {}).value().date.has_value());
  CHECK(read_bis_dpl(file, {}, {}).value().sha256 == file.sha256);
}

TEST_CASE("bis_dpl: the denied-persons files of 2018 and 2022", "[bis_dpl][shared]") {
  struct expected {
    const char* folder;
    std::uint64_t rows;
    std::uint64_t distinct;  ///< Distinct (name without outer blanks, effective date) of the file.
  };
  for (const expected& e : {expected{"bis-dpl-2018-08", 539, 410}, expected{"bis-dpl-2022-09", 581, 461}}) {
    source_spec source;
    TRADEWARDEN_SHARED(path, std::string("lists/") + e.folder + "/dpl.txt");
    source.path = path;
    CAPTURE(source.path);
    const auto p = read_bis_dpl(source, {}).value();
    CHECK(p.counts.rows == e.rows);
    CHECK(p.counts.rejected == 0);
    CHECK(p.counts.parties + p.counts.joined == e.rows);
    // Folding joins a few spellings more than equality does, never many.
    CHECK(p.counts.parties <= e.distinct);
    CHECK(p.counts.parties + 5 >= e.distinct);
    CHECK(p.counts.distinct_ids == p.counts.parties);
    for (const listed_party& party : p.parties) {
      CAPTURE(party.source_id);
      CHECK(party.measures.size() == 1);
      CHECK(party.measures[0].from.has_value());
      CHECK(party.citations.size() == party.measures[0].citations.size());
    }
    // The row of year 3017 is there; only its Last_Update is odd.
    CHECK(test::find_party(p, "MANSOUR ZADEH") != nullptr);
  }
}

TEST_CASE("bis_dpl: a small file of the trade.gov project", "[bis_dpl][shared]") {
  source_spec source;
  TRADEWARDEN_SHARED(path, "lists/ita-fixtures/dpl/dpl.txt");
  source.path = path;
  const auto p = read_bis_dpl(source, {}).value();
  CHECK(p.counts.rows == 10);
  CHECK(p.counts.rejected == 1);  // A row of empty quotes.
  CHECK(p.counts.parties == 9);
  CHECK(test::has_diagnostic(p, 3, "", "10 columns"));
}
