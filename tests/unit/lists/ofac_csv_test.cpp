#include "lists/ofac_csv.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <set>

#include "catch.hpp"
#include "support/csv.hpp"
#include "support/shared_lists.hpp"

using namespace tradewarden;
using namespace std::string_literals;
using lists::k_ofac_cons;
using lists::k_ofac_sdn;
using lists::ofac_files;

namespace {

using texts = std::vector<std::string>;

const std::string k_golden = std::string(TRADEWARDEN_SOURCE_DIR) + "/tests/golden/lists/ofac/";

lists::input_file file(std::string name, std::string bytes) {
  return lists::make_input_file(std::move(name), std::move(bytes), {}).value();
}

result<publication> read(std::string main, std::string alt = {}, std::string add = {},
                         std::string comments = {}) {
  ofac_files f;
  f.main = file("sdn.csv", std::move(main));
  if (!alt.empty()) f.alt = file("alt.csv", std::move(alt));
  if (!add.empty()) f.add = file("add.csv", std::move(add));
  if (!comments.empty()) f.comments = file("sdn_comments.csv", std::move(comments));
  return lists::read_ofac_files(k_ofac_sdn, f, {}, {});
}

/// A main record with nulls behind the programme, and a line end.
std::string row(const std::string& id, const std::string& name, const std::string& remarks = {}) {
  return id + ",\"" + name + "\",-0- ,\"CUBA\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ," +
         (remarks.empty() ? "-0- "s : "\"" + remarks + "\"") + "\r\n";
}

std::string code_of(const result<publication>& p) {
  return p ? "fine" : std::string(to_string(p.error().code));
}

texts names_of(const listed_party& p) {
  texts out;
  for (const party_name& n : p.names) {
    out.push_back(std::string(to_string(n.kind)) + (n.strength == name_strength::weak ? " weak " : " ") +
                  n.text);
  }
  return out;
}

/// Messages of one level.
texts messages(const publication& p, diagnostic::level level) {
  texts out;
  for (const diagnostic& d : p.diagnostics) {
    if (d.severity == level) out.push_back(d.to_string());
  }
  return out;
}

bool any_contains(const texts& all, std::string_view part) {
  return std::any_of(all.begin(), all.end(), [&](const std::string& s) {
    return s.find(part) != std::string::npos;
  });
}

std::string slurp(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE("a folder of OFAC files becomes parties", "[ofac]") {
  const auto read_it = lists::read_ofac_csv({"ofac-csv", k_golden + "sdn", {}}, {});
  REQUIRE(read_it.has_value());
  const publication& p = *read_it;
  CHECK(p.counts.rows == 5);
  CHECK(p.counts.distinct_ids == 5);
  CHECK(p.counts.parties == 5);
  CHECK(p.counts.aliases == 4);
  CHECK(p.counts.addresses == 5);
  CHECK(p.counts.names == 5 + 4 + 3);
  CHECK(p.counts.weak_names == 3);
  CHECK(p.counts.rejected == 0);
  CHECK(p.files.size() == 4);
  CHECK(p.files[3].name == "sdn_comments.csv");
  REQUIRE(p.parties.size() == 5);

  const listed_party& company = p.parties[0];
  CHECK(company.list == "US-SDN");
  CHECK(company.source_id == "900001");
  CHECK(company.schema == schema::entity);
  CHECK(names_of(company) ==
        texts{"primary EXAMPLE TRADING CO. LTD.", "a.k.a. EXAMPLE TRADING COMPANY LIMITED",
              "f.k.a. OLD EXAMPLE TRADING", "a.k.a. weak ETC"});
  CHECK(company.names[0].at == source_position{0, 0, 1});
  CHECK(company.names[2].at == source_position{0, 1, 2});
  CHECK(company.names[3].at == source_position{0, 0, 1});
  REQUIRE(company.addresses.size() == 1);  // The row of nulls is no address.
  CHECK(company.addresses[0].street == "1 Calle Ejemplo, Piso 2");
  CHECK(company.addresses[0].city == "Havana");
  CHECK(company.addresses[0].country == "CU");
  CHECK(company.addresses[0].at == source_position{0, 2, 1});
  CHECK(company.countries == texts{"CU"});
  CHECK(company.programmes == texts{"CUBA"});
  CHECK(company.remarks == "a.k.a. 'ETC'.");
  REQUIRE(company.measures.size() == 1);
  CHECK(company.measures[0].kind == measure_kind::listing);
  CHECK_FALSE(company.measures[0].from.has_value());
  REQUIRE(company.sources.size() == 1);
  CHECK(company.sources[0].id == "900001");

  const listed_party& person = p.parties[1];
  CHECK(person.schema == schema::person);
  CHECK(names_of(person) == texts{"primary BEISPIEL, Hans O'Neil", "n.k.a. BEISPIEL, Johann",
                                  "a.k.a. weak ABU-'UMAR"});
  CHECK(person.programmes == texts{"SDGT", "IRGC"});
  CHECK(person.title == "Director, Example Trading");
  CHECK(person.birth_dates.size() == 2);
  CHECK(person.nationalities == texts{"SY"});
  CHECK(person.citizenships == texts{"DE"});
  CHECK(person.gender == "male");
  REQUIRE(person.identifiers.size() == 1);
  CHECK(person.identifiers[0].value == "X123456");
  REQUIRE(person.linked.size() == 1);
  CHECK(person.linked[0].name == "EXAMPLE TRADING CO. LTD");

  const listed_party& ship = p.parties[2];
  CHECK(ship.schema == schema::vessel);
  CHECK(ship.call_sign == "ABCD1");
  CHECK(ship.vessel_type == "Crude Oil Tanker");
  CHECK(ship.tonnage == "156809");
  CHECK(ship.gross_registered_tonnage == "81479");
  CHECK(ship.vessel_flag == "Iran");
  CHECK(ship.vessel_owner == "Muster Shipping");
  CHECK(ship.imo == "9187629");
  CHECK(ship.countries == texts{"IR"});
  CHECK(ship.names[1].text == "MUSTER SUN");  // A blank led it.

  CHECK(p.parties[3].schema == schema::aircraft);
  REQUIRE(p.parties[3].addresses.size() == 1);
}

TEST_CASE("remarks cut at 1,000 characters go on in the comments file", "[ofac]") {
  const publication p =
      lists::read_ofac_csv({"ofac-csv", k_golden + "sdn", {}}, {}).value();
  const listed_party& verbose = p.parties[4];
  REQUIRE(verbose.names.size() == 2);
  CHECK(verbose.names[1].text == "THE CUT AND CONTINUED ALIAS");
  CHECK(verbose.names[1].strength == name_strength::weak);
  CHECK(verbose.names[1].at == source_position{0, 0, 5});  // Where the clause began.
  CHECK(verbose.gender == "male");
  CHECK(verbose.remarks.size() > 1000);
  // What was not understood is reported or stays as text.
  CHECK(any_contains(messages(p, diagnostic::level::warning), "add.csv:5: Country"));
  REQUIRE(verbose.addresses.size() == 1);
  CHECK(verbose.addresses[0].country.empty());
  CHECK(verbose.addresses[0].text == "12 Long Street, Atlantis");
}

TEST_CASE("the consolidated list: names in capitals, bare CR, sublists", "[ofac]") {
  const auto read_it = lists::read_ofac_cons_csv({"ofac-cons-csv", k_golden + "cons", {}}, {});
  REQUIRE(read_it.has_value());
  REQUIRE(read_it->parties.size() == 2);
  const listed_party& bank = read_it->parties[0];
  CHECK(bank.list == "US-CONS");
  CHECK(bank.programmes == texts{"UKRAINE-EO13662", "RUSSIA-EO14024"});
  CHECK(bank.sublists == texts{"SSI", "NS-MBS"});
  CHECK(bank.names.size() == 2);
  CHECK(read_it->parties[1].names[0].at.line == 2);
  CHECK(read_it->parties[1].sublists == texts{"PLC"});
  CHECK(any_contains(messages(*read_it, diagnostic::level::warning), "cons_comments.csv"));
}

TEST_CASE("what is missing beside the main file is said", "[ofac]") {
  const auto p = read(row("1", "A"));
  REQUIRE(p.has_value());
  const texts warnings = messages(*p, diagnostic::level::warning);
  CHECK(warnings.size() == 3);
  CHECK(any_contains(warnings, "alt.csv: the file is not there"));
  CHECK(any_contains(warnings, "add.csv: the file is not there"));
  CHECK(any_contains(warnings, "sdn_comments.csv: the file is not there"));
}

TEST_CASE("a truncated file is refused", "[ofac]") {
  const std::string good = row("1", "A") + row("2", "B") + row("3", "C");
  CHECK(code_of(read(good)) == "fine");
  CHECK(code_of(read(good + "4,\"D")) == "truncated");
  CHECK(code_of(read(good + "4,\"D\",-0- ,\"CU")) == "truncated");
  CHECK(code_of(read(good + "4,\"D\",-0- ,\"CUBA\"")) == "truncated");
  CHECK(code_of(read(good + "4")) == "truncated");
  // Everything but the last blank of the last null, and less of it.
  const std::string last = row("4", "D");
  CHECK(code_of(read(good + last.substr(0, last.size() - 3))) == "fine");
  CHECK(code_of(read(good + last.substr(0, last.size() - 4))) == "truncated");
  CHECK(code_of(read(good + last.substr(0, last.size() - 5))) == "truncated");
  CHECK(code_of(read(good + last.substr(0, last.size() - 6))) == "truncated");
  CHECK(code_of(read(good, "1,1,\"aka\",\"AA")) == "truncated");
  CHECK(code_of(read(good, {}, "1,1,\"Street\",\"City\"")) == "truncated");
  const auto e = read(good + "4,\"D").error();
  CHECK(e.file == "sdn.csv");
  CHECK(e.line == 4);
}

TEST_CASE("every cut of a file is refused, or leaves whole records only", "[ofac]") {
  const std::string all = row("1", "A", "DOB 1962; a.k.a. 'X Y'.") + row("2", "B, \"\"C\"\"") +
                          row("3", "D", "POB Paris.");
  for (std::size_t n = 1; n < all.size(); ++n) {
    CAPTURE(n);
    const auto cut = lists::make_input_file("sdn.csv", all.substr(0, n), {});
    REQUIRE(cut.has_value());
    const auto p = lists::read_ofac_files(k_ofac_sdn, {*cut, {}, {}, {}}, {}, {});
    if (!p) {
      CHECK(p.error().code == errc::truncated);
      continue;
    }
    const publication whole = read(all).value();
    for (std::size_t i = 0; i < p->parties.size(); ++i) {
      CHECK(p->parties[i].names == whole.parties[i].names);
    }
  }
}

TEST_CASE("a last record without a line end is a warning", "[ofac]") {
  const std::string last = row("2", "B");
  const auto p = read(row("1", "A") + last.substr(0, last.size() - 2));
  REQUIRE(p.has_value());
  CHECK(p->parties.size() == 2);
  CHECK(any_contains(messages(*p, diagnostic::level::warning), "sdn.csv:2: the last record has no"));
}

TEST_CASE("broken records are reported with file and line, the rest is read", "[ofac]") {
  const auto p = read(row("1", "A") + "2,\"B\",-0- \r\n" + row("x3", "C") + row("4", " ") +
                      row("5", "E") + row("6", "F") + row("7", "G"));
  REQUIRE(p.has_value());
  CHECK(p->counts.rows == 7);
  CHECK(p->counts.parties == 4);
  CHECK(p->counts.rejected == 3);
  CHECK(p->counts.rows == p->counts.parties + p->counts.joined + p->counts.rejected);
  const texts rejected = messages(*p, diagnostic::level::rejected);
  CHECK(rejected == texts{"sdn.csv:2: a record of 3 columns where 12 belong",
                          "sdn.csv:3: ent_num: not a number: 'x3'",
                          "sdn.csv:4: SDN_Name: an entry without a name"});
}

TEST_CASE("a file of which most records are broken is refused", "[ofac]") {
  CHECK(code_of(read(row("1", "A") + "x\r\ny\r\n")) == "bad_syntax");
  CHECK(code_of(read(row("1", "A") + "x\r\n")) == "fine");
  CHECK(code_of(read("a,b\r\nc,d\r\n")) == "bad_syntax");
}

TEST_CASE("rows of numbers that no entry has are rejected", "[ofac]") {
  const auto p = read(row("1", "A"), "1,1,\"aka\",\"AA\",-0- \r\n9,2,\"aka\",\"ZZ\",-0- \r\n",
                      "1,1,\"S\",\"C\",\"Cuba\",-0- \r\n9,2,\"S\",\"C\",\"Cuba\",-0- \r\n",
                      "1,\"x\"\r\n9,\"y\"\r\n");
  REQUIRE(p.has_value());
  const texts rejected = messages(*p, diagnostic::level::rejected);
  CHECK(rejected == texts{"alt.csv:2: ent_num: no entry has number 9",
                          "add.csv:2: ent_num: no entry has number 9",
                          "sdn_comments.csv:2: ent_num: no entry has number 9"});
  CHECK(p->counts.rejected == 0);  // Rows of the main file only.
  CHECK(p->counts.aliases == 2);
  CHECK(p->counts.addresses == 2);
}

TEST_CASE("records of the other files that cannot be used are counted", "[ofac]") {
  // alt: 4 records, 2 used; add: 2, 1 used; comments: 2, 1 used.
  const auto p = read(row("1", "A"),
                      "1,1,\"aka\",\"AA\",-0- \r\n1,2,\"aka\",\"AB\",-0- \r\n9,2,\"aka\",\"ZZ\",-0- \r\n"
                      "1,3,\"aka\",-0- ,-0- \r\n",
                      "1,1,\"S\",\"C\",\"Cuba\",-0- \r\n1,2\r\n", "1,\"x\"\r\n9,\"y\"\r\n");
  REQUIRE(p.has_value());
  CHECK(p->counts.side_rejected == 4);
  CHECK(p->counts.rejected == 0);
  CHECK(p->counts.rows == p->counts.parties);
  // 4 + 2 + 2 records = 4 used + 4 not.
  CHECK(p->counts.aliases == 4);
  CHECK(p->counts.addresses == 2);
}

namespace {

/// Entries `first` up to `last`, and as many aliases, one each.
std::string rows_of(int first, int last) {
  std::string out;
  for (int i = first; i < last; ++i) out += row(std::to_string(i), "NAME " + std::to_string(i));
  return out;
}
std::string aliases_of(int first, int last) {
  std::string out;
  for (int i = first; i < last; ++i) {
    const std::string id = std::to_string(i);
    out += id + "," + id + ",\"aka\",\"OTHER " + id + "\",-0- \r\n";
  }
  return out;
}

}  // namespace

TEST_CASE("a main file cut between two records is refused", "[ofac]") {
  const auto p = read(rows_of(1, 980), aliases_of(1, 1001));  // 21 of 1,000 name nobody.
  REQUIRE_FALSE(p.has_value());
  CHECK(p.error().code == errc::truncated);
  CHECK(p.error().file == "sdn.csv");
  CHECK(p.error().message.find("21 of 1000 records of alt.csv") != std::string::npos);
  CHECK(code_of(read(rows_of(1, 981), aliases_of(1, 1001))) == "fine");   // 20 of 1,000.
  CHECK(code_of(read(rows_of(1, 2080), aliases_of(1, 2101))) == "fine");  // 21 of 2,100: 1 %.
  CHECK(code_of(read(rows_of(1, 2079), aliases_of(1, 2101))) == "truncated");
  // Most of the file lost: every missing number lies behind the last one. Otherwise it is the
  // alias file of another publication.
  CHECK(code_of(read(rows_of(1, 100), aliases_of(1, 1001))) == "truncated");
  CHECK(code_of(read(rows_of(1, 100) + row("5000", "Z"), aliases_of(1, 1001))) == "bad_syntax");
  // The same of addresses.
  std::string add;
  for (int i = 1; i < 100; ++i) add += std::to_string(i) + ",1,\"S\",\"C\",\"Cuba\",-0- \r\n";
  CHECK(code_of(read(rows_of(1, 78), {}, add)) == "truncated");
}

TEST_CASE("a file without the closing mark that another has is reported", "[ofac]") {
  const std::string alt = aliases_of(1, 2);
  const auto warned = [](const result<publication>& p) {
    texts out;
    for (const std::string& m : messages(p.value(), diagnostic::level::warning)) {
      if (m.find("0x1A") != std::string::npos) out.push_back(m.substr(0, m.find(':')));
    }
    return out;
  };
  CHECK(warned(read(row("1", "A"), alt)).empty());
  CHECK(warned(read(row("1", "A") + "\x1A", alt + "\x1A\r\n")).empty());
  CHECK(warned(read(row("1", "A") + "\x1A", alt)) == texts{"alt.csv"});
  CHECK(warned(read(row("1", "A"), alt + "\x1A")) == texts{"sdn.csv"});
}

TEST_CASE("a folder in the place of an alias file is a missing file", "[ofac]") {
  const auto dir = std::filesystem::temp_directory_path() / "tradewarden_ofac_folder_test";
  std::filesystem::remove_all(dir);
  std::filesystem::create_directories(dir / "alt.csv");
  std::ofstream(dir / "sdn.csv", std::ios::binary) << row("1", "A") << "2,3\r\n";
  const auto p = lists::read_ofac_csv({"ofac-csv", dir.string(), {}}, {});
  REQUIRE(p.has_value());
  const texts warned = messages(*p, diagnostic::level::warning);
  CHECK(any_contains(warned, (dir / "alt.csv").string() + ": this is no file: strong aliases"));
  CHECK(any_contains(warned, (dir / "add.csv").string() + ": the file is not there"));
  // Complaints name the path, so that two folders of the same files can be told apart.
  CHECK(messages(*p, diagnostic::level::rejected) ==
        texts{(dir / "sdn.csv").string() + ":2: a record of 2 columns where 12 belong"});
  std::filesystem::remove_all(dir);
}

TEST_CASE("a party without a name that can be searched is reported", "[ofac]") {
  const auto p = read(row("1", "???? ???") + row("2", "???") + row("3", "B") + row("4", "\xD0\x96"),
                      "2,1,\"aka\",\"AA\",-0- \r\n");
  REQUIRE(p.has_value());
  texts about;
  for (const std::string& m : messages(*p, diagnostic::level::warning)) {
    if (m.find("no search can find it") != std::string::npos) about.push_back(m.substr(0, 9));
  }
  CHECK(about == texts{"sdn.csv:1"});
}

TEST_CASE("the other files of another publication are refused", "[ofac]") {
  CHECK(code_of(read(row("1", "A"), "8,1,\"aka\",\"AA\",-0- \r\n9,2,\"aka\",\"ZZ\",-0- \r\n")) ==
        "bad_syntax");
}

TEST_CASE("a number that stands twice joins its rows", "[ofac]") {
  const auto p = read(row("1", "A", "DOB 1962.") + row("1", "B", "Gender Male; a.k.a. 'BB'.") +
                      row("2", "C"));
  REQUIRE(p.has_value());
  CHECK(p->counts.rows == 3);
  CHECK(p->counts.distinct_ids == 2);
  CHECK(p->counts.parties == 2);
  CHECK(p->counts.joined == 1);
  const listed_party& a = p->parties[0];
  CHECK(a.names.size() == 3);
  CHECK(a.names[0].text == "A");
  CHECK(a.names[0].kind == name_kind::primary);
  CHECK(a.birth_dates.size() == 1);
  CHECK(a.gender == "male");
  CHECK(a.remarks == "DOB 1962. Gender Male; a.k.a. 'BB'.");
  CHECK(a.measures.size() == 1);
  CHECK(any_contains(messages(*p, diagnostic::level::warning), "sdn.csv:2: ent_num: number 1 stands"));
}

TEST_CASE("traps of real files", "[ofac]") {
  SECTION("an empty file") {
    CHECK(lists::make_input_file("sdn.csv", "", {}).error().code == errc::empty_input);
  }
  SECTION("a header that a tool has added") {
    const auto p = read("ent_num,SDN_Name,SDN_Type,Program,Title,Call_Sign,Vess_type,Tonnage,GRT,"
                        "Vess_flag,Vess_owner,Remarks\r\n" + row("1", "A"));
    REQUIRE(p.has_value());
    CHECK(p->counts.rows == 1);
  }
  SECTION("Windows-1252 in one record") {
    const auto p = read(row("1", "Jos\xE9") + row("2", "Jos\xC3\xA9"));
    REQUIRE(p.has_value());
    CHECK(p->parties[0].names[0].text == "Jos\xC3\xA9");
    CHECK(p->parties[1].names[0].text == "Jos\xC3\xA9");
    CHECK(any_contains(messages(*p, diagnostic::level::warning), "sdn.csv:1: not valid UTF-8"));
    CHECK_FALSE(any_contains(messages(*p, diagnostic::level::warning), "sdn.csv:2"));
  }
  SECTION("unquoted fields and an empty last one") {
    const auto p = read("1,A B,individual,CUBA,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\n",
                        "1,1,aka,Another name,\n");
    REQUIRE(p.has_value());
    CHECK(p->parties[0].names.size() == 2);
    CHECK(p->parties[0].schema == schema::person);
  }
  SECTION("separators added at the end by a spreadsheet") {
    CHECK(read("1,A,-0-,CUBA,-0-,-0-,-0-,-0-,-0-,-0-,-0-,-0-,,,\n").value().parties.size() == 1);
  }
  SECTION("unknown types are reported") {
    const auto p = read("1,A,spaceship,CUBA,-0-,-0-,-0-,-0-,-0-,-0-,-0-,-0-\n",
                        "1,1,dba,AA,-0-\n");
    REQUIRE(p.has_value());
    CHECK(p->parties[0].schema == schema::unknown);
    CHECK(p->parties[0].names[1].kind == name_kind::aka);
    CHECK(any_contains(messages(*p, diagnostic::level::warning), "SDN_Type: unknown type 'spaceship'"));
    CHECK(any_contains(messages(*p, diagnostic::level::warning), "alt_type: unknown kind of alias 'dba'"));
  }
  SECTION("a birth date in the year 3017 is kept as it stands") {
    const auto p = read(row("1", "A", "DOB 22 Aug 3017."));
    CHECK(p->parties[0].birth_dates.at(0).date.to_string() == "3017-08-22");
  }
  SECTION("one name twice is one name") {
    const auto p = read(row("1", "A", "a.k.a. 'A'; a.k.a. 'B'."), "1,1,\"aka\",\"B\",-0- \r\n");
    CHECK(names_of(p->parties[0]) == texts{"primary A", "a.k.a. B"});
  }
}

TEST_CASE("limits on parties and fields hold", "[ofac]") {
  read_limits limits;
  limits.max_parties = 1;
  const ofac_files two{file("sdn.csv", row("1", "A") + row("2", "B")), {}, {}, {}};
  CHECK(lists::read_ofac_files(k_ofac_sdn, two, {}, limits).error().code == errc::limit_exceeded);
  limits = {};
  limits.max_field_bytes = 100;
  const ofac_files wide{file("sdn.csv", row("1", std::string(101, 'A'))), {}, {}, {}};
  CHECK(lists::read_ofac_files(k_ofac_sdn, wide, {}, limits).error().code == errc::limit_exceeded);
}

TEST_CASE("complaints do not grow without bound", "[ofac]") {
  std::string main;
  for (int i = 0; i < 3000; ++i) main += row(std::to_string(i), "A") + (i % 2 ? "bad\r\n" : "");
  const auto p = read(main);
  REQUIRE(p.has_value());
  CHECK(p->counts.rejected == 1500);
  const texts rejected = messages(*p, diagnostic::level::rejected);
  CHECK(rejected.size() == 1001);
  CHECK(any_contains(rejected, "and 500 more rejected records"));
}

TEST_CASE("the main files are told from the others and from each other", "[ofac]") {
  const std::string sdn = row("1", "A");
  CHECK(lists::looks_like_ofac_csv("sdn.csv", sdn));
  CHECK(lists::looks_like_ofac_csv("anything", sdn));
  CHECK_FALSE(lists::looks_like_ofac_cons_csv("anything", sdn));
  CHECK(lists::looks_like_ofac_cons_csv("cons_prim.csv", sdn));
  const std::string plc = "1,\"A\",-0- ,\"NS-PLC\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n";
  CHECK(lists::looks_like_ofac_cons_csv("list.csv", plc));
  CHECK_FALSE(lists::looks_like_ofac_csv("list.csv", plc));
  for (const char* other : {"a,b,c,d,e,f,g,h,i,j,k,l\n", "1,2,3\n", "", "{\"a\":1}\n",
                            "1,A,b,c,d,e,f,g,h,i,j,k\n"}) {
    CAPTURE(other);
    CHECK_FALSE(lists::looks_like_ofac_csv("sdn.csv", other));
  }
  CHECK(lists::explain_ofac_part("36,12,\"aka\",\"AA\",-0- \r\n").find("alias file") !=
        std::string_view::npos);
  CHECK(lists::explain_ofac_part("36,25,-0- ,\"Havana\",\"Cuba\",-0- \r\n").find("address file") !=
        std::string_view::npos);
  CHECK(lists::explain_ofac_part("17016,\"tive Date\"\r\n").find("comments file") !=
        std::string_view::npos);
  CHECK(lists::explain_ofac_part("a,b\n").empty());
}

TEST_CASE("the real SDN list of 2025-12", "[ofac][shared]") {
  TRADEWARDEN_SHARED(real, "lists/");
  const auto p = lists::read_ofac_csv({"ofac-csv", real + "ofac-2025-12", {}}, {});
  REQUIRE(p.has_value());
  CHECK(p->counts.rows == 18494);
  CHECK(p->counts.distinct_ids == 18494);
  CHECK(p->counts.parties == 18494);
  CHECK(p->counts.aliases == 20107);
  CHECK(p->counts.addresses == 24244);
  CHECK(p->counts.rejected == 0);
  CHECK(p->counts.joined == 0);
  // Counted independently: every "?.k.a. '" of the joined remarks, by a regular expression.
  std::map<std::string, std::string> remarks;
  for (const char* name : {"sdn.csv", "sdn_comments.csv"}) {
    const std::string bytes = slurp(real + "ofac-2025-12/" + name);
    csv_reader in{bytes, {}};
    csv_record rec;
    while (in.next(rec).value()) {
      if (rec.fields.size() > 1) remarks[rec.fields.front()] += rec.fields.back();
    }
  }
  const std::regex alias("[afn]\\.k\\.a\\. '");
  std::uint64_t expected = 0;
  for (const auto& [id, text] : remarks) {
    expected += static_cast<std::uint64_t>(
        std::distance(std::sregex_iterator(text.begin(), text.end(), alias), {}));
  }
  CHECK(expected > 4000);
  CHECK(p->counts.weak_names == expected);
}

TEST_CASE("the clauses of the real remarks are understood", "[ofac][shared]") {
  TRADEWARDEN_SHARED(real, "lists/");
  ofac_files f;
  f.main = lists::load_input_file(real + "ofac-2025-12/sdn.csv", {}).value();
  f.comments = lists::load_input_file(real + "ofac-2025-12/sdn_comments.csv", {}).value();
  lists::ofac_remark_counts n;
  const auto p = lists::read_ofac_files(k_ofac_sdn, f, {}, {}, &n);
  REQUIRE(p.has_value());
  CHECK(n.clauses == n.facts + n.notes + n.titles + n.other);
  CHECK(n.clauses > 80'000);
  CHECK(n.other * 100 < n.clauses);  // Less than one in a hundred is left over.
}

TEST_CASE("the real SDN list of 2022-01, which another tool has written", "[ofac][shared]") {
  TRADEWARDEN_SHARED(real, "lists/");
  const auto p = lists::read_ofac_csv({"ofac-csv", real + "ofac-2022-01", {}}, {});
  REQUIRE(p.has_value());
  // 9,044 lines: number 2677 stands twice, the second time for another company.
  CHECK(p->counts.rows == 9044);
  CHECK(p->counts.distinct_ids == 9043);
  CHECK(p->counts.parties == 9043);
  CHECK(p->counts.joined == 1);
  CHECK(p->counts.aliases == 12409);
  CHECK(p->counts.addresses == 13625);
  CHECK(any_contains(messages(*p, diagnostic::level::warning), "sdn.csv:9044: ent_num: number 2677"));
  const texts rejected = messages(*p, diagnostic::level::rejected);
  REQUIRE(rejected.size() == 1);
  CHECK(rejected[0].ends_with("/add.csv:13625: ent_num: no entry has number 34489"));
  CHECK(p->counts.side_rejected == 1);
}

TEST_CASE("the real consolidated list of 2025-12", "[ofac][shared]") {
  TRADEWARDEN_SHARED(real, "lists/");
  const auto p =
      lists::read_ofac_cons_csv({"ofac-cons-csv", real + "ofac-cons-2025-12", {}}, {});
  REQUIRE(p.has_value());
  CHECK(p->counts.rows == 442);
  CHECK(p->counts.distinct_ids == 442);
  CHECK(p->counts.parties == 442);
  CHECK(p->counts.aliases == 1073);
  // The sublists that the Consolidated Screening List gives for the same numbers.
  const std::map<std::string, std::string> codes = {
      {"(SSI)", "SSI"}, {"(PLC)", "PLC"}, {"(CMIC)", "CMIC"}, {"(CAP)", "CAPTA"}, {"(NS-MBS", "NS-MBS"}};
  const std::string bytes = slurp(real + "csl-csv-2025-05/consolidated.csv");
  std::map<std::string, std::set<std::string>> expected;
  csv_reader in{bytes, {}};
  csv_record rec;
  while (in.next(rec).value()) {
    for (const auto& [mark, code] : codes) {
      if (rec.fields.size() > 2 && rec.fields[1].find(mark) != std::string::npos) {
        expected[rec.fields[2]].insert(code);
      }
    }
  }
  REQUIRE(expected.size() > 400);
  for (const listed_party& party : p->parties) {
    CAPTURE(party.source_id, party.names[0].text);
    CHECK_FALSE(party.sublists.empty());
    const auto it = expected.find(party.source_id);
    if (it == expected.end()) continue;
    for (const std::string& code : it->second) {
      CHECK(std::count(party.sublists.begin(), party.sublists.end(), code) == 1);
    }
  }
}

TEST_CASE("a bare sdn.csv of an older day", "[ofac][shared]") {
  TRADEWARDEN_SHARED(real, "lists/");
  const auto p =
      lists::read_ofac_csv({"ofac-csv", real + "ofac-history/sdn-2021-08-18.csv", {}}, {});
  REQUIRE(p.has_value());
  CHECK(p->counts.parties == 9083);
  CHECK(p->counts.aliases == 0);
  CHECK(p->counts.weak_names > 1000);
  CHECK(messages(*p, diagnostic::level::warning).size() == 3);
}
