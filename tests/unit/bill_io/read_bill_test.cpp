#include "tradewarden/read_bill.hpp"

#include <sys/stat.h>

#include "catch.hpp"
#include "temp_dir.hpp"
#include "support/shared_lists.hpp"
#include "unit/bill_io/reading.hpp"

using namespace tradewarden;
using strings = std::vector<std::string>;

namespace {

struct real_bill {
  const char* file;
  std::uint64_t rows;  // of the file that hold anything, without the header (counted by a script)
  std::uint64_t set_aside;
  std::uint32_t priced;  // parts
};

}  // namespace

TEST_CASE("the real bills load, and every row is accounted for", "[bill_io][shared]") {
  // Rows that are set aside: totals and sign-offs of PSM_REV_C, notes below the two of BeagleBone,
  // a line end of MNT Reform's.
  const real_bill bill = GENERATE(
      real_bill{"bom/pixhawk/FMU3_REV_D.csv", 53, 0, 0},
      real_bill{"bom/pixhawk/PSM_REV_C.csv", 43, 7, 0},
      real_bill{"bom/pixhawk/A_PX4_PARTS_DATABASE.csv", 234, 0, 230},
      real_bill{"bom/hackrf-one-bom.csv", 414, 0, 0},
      real_bill{"bom/hackrf-jawbreaker-bom.csv", 367, 0, 0},
      real_bill{"bom/beaglebone/BBB_BOM.csv", 192, 3, 0},
      real_bill{"bom/beaglebone/BBB_Industrial_BOM.csv", 80, 3, 0},
      real_bill{"bom/mnt-reform/reform2-motherboard-r3-bom.csv", 116, 1, 0});
  TRADEWARDEN_SHARED(path, bill.file);
  bill_sources sources;
  sources.bill = path;
  sources.product_name = "Board";
  sources.product_price = "100";
  sources.product_currency = "USD";
  const bill_reading r = read_bill(sources);
  INFO(bill.file);
  CHECK(problems(r) == strings{});
  REQUIRE(r.bill);
  REQUIRE(r.files.size() == 1);
  CHECK(r.files[0].rows == bill.rows);
  CHECK(r.files[0].set_aside == bill.set_aside);
  CHECK(r.files[0].used == bill.rows - bill.set_aside);
  CHECK(r.bill->line_count() == r.files[0].used);
  std::uint32_t priced = 0;
  for (std::uint32_t i = 0; i < r.bill->part_count(); ++i) {
    const bill_part p = r.bill->part({i});
    if (p.kind == part_kind::purchased && p.fmv.known) ++priced;
  }
  CHECK(priced == bill.priced);
}

TEST_CASE("alternatives of the real BeagleBone bill stand at the position they belong to",
          "[bill_io][shared]") {
  TRADEWARDEN_SHARED(path, "bom/beaglebone/BBB_BOM.csv");
  bill_sources sources;
  sources.bill = path;
  sources.product_name = "Board";
  const bill_reading r = read_bill(sources);
  REQUIRE(r.bill);
  // Row 8 is 24 capacitors of TDK; the three rows below it name other makers.
  const bill& b = *r.bill;
  const part_id board = *b.find_part("Board");
  std::uint32_t at = 0;
  while (b.part(b.line(board, at).child).id != "C2012Y5V1A106Z") ++at;
  const bill_line first = b.line(board, at);
  CHECK(first.quantity.to_string() == "24");
  const char* others[] = {"GRM21BR71A106KE51L", "CC0805ZKY5V6BB106", "CL21A106KOQNNNE"};
  for (std::uint32_t k = 1; k <= 3; ++k) {
    const bill_line l = b.line(board, at + k);
    CHECK(b.part(l.child).id == others[k - 1]);
    CHECK(l.alt_rank == k);
    CHECK(l.pos == first.pos);
    CHECK(l.quantity == first.quantity);
  }
}

TEST_CASE("the real CycloneDX files load", "[bill_io][shared]") {
  const auto [file, parts, lines] =
      GENERATE(std::tuple{"bom/cyclonedx/hbom-pcie-sata.json", 7U, 6U},
               std::tuple{"bom/cyclonedx/sbom-juice-shop-11.1.2.json", 841U, 840U},
               std::tuple{"bom/cyclonedx/sbom-keycloak.json", 904U, 1169U});
  TRADEWARDEN_SHARED(path, file);
  bill_sources sources;
  sources.bill = path;
  const bill_reading r = read_bill(sources);
  INFO(file);
  CHECK(problems(r) == strings{});
  REQUIRE(r.bill);
  CHECK(r.bill->part_count() == parts);
  CHECK(r.bill->line_count() == lines);
}

TEST_CASE("which files go together is checked before any is opened", "[bill_io]") {
  const auto told = [](bill_sources s) { return read_bill(s).problems.at(0); };
  bill_sources s;
  CHECK(told(s).code == errc::usage);
  s.parts = "none.csv";
  CHECK(told(s).message == "parts and lines go together");
  s.lines = "none.csv";
  CHECK(told(s).code == errc::not_found);
  s.bill = "none.csv";
  CHECK(told(s).code == errc::usage);
}

TEST_CASE("files that cannot be opened are all told", "[bill_io]") {
  bill_sources s;
  s.parts = "no-parts.csv";
  s.lines = "no-lines.csv";
  const bill_reading r = read_bill(s);
  CHECK_FALSE(r.bill);
  REQUIRE(r.problems.size() == 2);
  CHECK(r.problems[0].code == errc::not_found);
}

TEST_CASE("a unit that is not known is told; '?' is none", "[bill_io]") {
  const std::string parts =
      "part_id,kind,made_in,eccn,fmv,currency\nP,made,CN,,,\nC,,,,,\nD,,,,,\n";
  const auto with = [&](const std::string& lines) {
    return read_bill_texts({{"parts", "p.csv", parts},
                            {"lines", "l.csv", "parent_id,pos,child_id,qty,uom\n" + lines}},
                           {}, {});
  };
  const bill_reading own = with("P,1,C,1,reel\nP,2,C,2,reel\nP,3,D,1,\n");
  REQUIRE(own.bill);
  CHECK(own.notes ==
        std::vector<std::string>{"units that are not known, each a unit of its own: reel"});
  CHECK(with("P,1,C,1,kg\nP,2,D,2,pcs\n").notes.empty());
  CHECK_FALSE(with("P,1,C,1,reel\nP,2,C,2,drum\n").bill);  // a part has one unit
  const bill_reading unknown = with("P,1,C,1,?\n");
  REQUIRE(unknown.problems.size() == 1);
  CHECK(unknown.problems[0].field == "uom");
  CHECK(unknown.problems[0].line == 2);
}

TEST_CASE("what a hostile field quotes is cut", "[bill_io]") {
  const std::string megabyte(1'000'000, 'x');
  const bill_reading r = read_bill_texts(
      {{"parts", "p.csv",
        "part_id,kind,made_in,eccn,fmv,currency," + megabyte + "\nP," + megabyte + "," + megabyte +
            "," + megabyte + ",9.." + megabyte + "," + megabyte + ",\n"},
       {"lines", "l.csv", "parent_id,pos,child_id,qty\n"}},
      {}, {});
  CHECK(r.problems.size() >= 5);
  for (const error& e : r.problems) CHECK(e.to_string().size() < 1000);
  REQUIRE(r.notes.size() == 1);
  CHECK(r.notes[0].size() < 3000);
  CHECK(r.notes[0].find("(1000027 bytes)") != std::string::npos);
}

TEST_CASE("files that are none are refused in the words of bills", "[bill_io]") {
  const auto why = [](const std::string& parts) {
    bill_sources s;
    s.parts = parts;
    s.lines = "/nonexistent";
    const bill_reading r = read_bill(s);
    for (const error& e : r.problems) {
      if (e.file == parts) return e;
    }
    return error{};
  };
  CHECK(why("/dev/zero").code == errc::not_text);
  const tests::temp_dir dir;
  const std::string empty = dir.write("empty.csv", "");
  CHECK(why(empty).code == errc::empty_input);
  CHECK(why(empty).message == "the file is empty");
  const std::string pipe = dir.root() + "/pipe";
  REQUIRE(mkfifo(pipe.c_str(), 0600) == 0);
  CHECK(why(pipe).message == "this is a pipe into which nothing is written");
}

namespace {

constexpr const char* k_made_parts =
    "part_id,kind,made_in,eccn,fmv,currency\nP,made,KR,?,10,USD\nA,purchased,KR,?,1,USD\n";
constexpr const char* k_made_lines = "parent_id,pos,child_id,qty\nP,1,A,1\n";

bill_reading with_production(const std::string& text) {
  return read_bill_texts({{"parts", "p.csv", k_made_parts},
                          {"lines", "l.csv", k_made_lines},
                          {"production", "m.csv", text}});
}

std::string production_rows(const std::string& rows) {
  return "part_id,us_technology_eccns,plant_eccns,contains_ic_of_such_plant\n" + rows;
}

}  // namespace

TEST_CASE("how parts are made: lists, none and what is not known", "[bill_io]") {
  const bill_reading r = with_production(production_rows("A, 3e001 | 3D001|3E001 ,NONE,y\nP,?,3B001|?,\n"));
  CHECK(problems(r) == strings{});
  REQUIRE(r.bill);
  REQUIRE(r.bill->production_count() == 2);
  const bill_production p = r.bill->production(0);  // in the order of the parts
  CHECK(r.bill->part(p.part).id == "P");
  CHECK(p.us_technology_eccns == "?");
  CHECK(p.plant_eccns == "3B001|?");
  CHECK(p.contains_ic_of_such_plant == truth::unknown);
  CHECK(p.source.line == 3);
  const bill_production a = r.bill->production(1);
  CHECK(a.us_technology_eccns == "3D001|3E001");  // each once, in order
  CHECK(a.plant_eccns == "none");
  CHECK(a.contains_ic_of_such_plant == truth::yes);
  CHECK(r.bill->production_of(a.part)->plant_eccns == "none");
  const bill_reading none = with_production(production_rows(""));
  REQUIRE(none.bill);
  CHECK_FALSE(none.bill->production_of(part_id{0}).has_value());
}

TEST_CASE("every problem of how parts are made has its file, line and column", "[bill_io]") {
  CHECK(problems(with_production(production_rows(
            "P,3E01,3E001||3D001,maybe\n"
            "A,none|3E001,none,n\n"
            "B,none,none,n\n"
            "A,none,none,n\n"
            "A,none,none,n\n"
            ",none,none,n\n"
            "P,3A001,none\n"))) ==
        strings{"m.csv:2: us_technology_eccns: '3E01' is not an ECCN; a list joins them by '|'; or none, or ?",
                "m.csv:2: plant_eccns: '3E001||3D001' is not ECCNs joined by '|' with nothing left out, none, or ?",
                "m.csv:2: contains_ic_of_such_plant: 'maybe' is not y, n or ?",
                "m.csv:3: us_technology_eccns: 'none|3E001' is not none alone, or ECCNs",
                "m.csv:4: part_id: no part 'B' in the parts",
                "m.csv:6: part_id: part 'A' stands already in line 5 of m.csv",
                "m.csv:7: part_id: empty",
                "m.csv:8: 3 cells where the header has 4"});
  // The technology of which something is made has a D or an E: 3A001 is a thing.
  CHECK(problems(with_production(production_rows("P,3A001,3B001,n\n"))) ==
        strings{"m.csv:2: us_technology_eccns: '3A001' is not the ECCN of technology (group E) or software "
                "(group D), not of what is made with it"});
}

TEST_CASE("a header, or a file, of production that is none is refused", "[bill_io]") {
  CHECK(with_production("").problems.at(0).code == errc::empty_input);
  const bill_reading missing = with_production("part_id,plant_eccns,contains_ic_of_such_plant\nP,none,n\n");
  REQUIRE(missing.problems.size() == 1);
  CHECK(missing.problems[0].code == errc::missing_field);
  CHECK(missing.problems[0].to_string().find("us_technology_eccns") != std::string::npos);
  CHECK(with_production(production_rows("P,none,none,n\n").replace(0, 4, "prat")).problems.size() >= 1);
}

TEST_CASE("limits of production are errors", "[bill_io]") {
  bill_limits limits;
  limits.parts = 2;
  limits.text_bytes = 20;
  const std::string rows = production_rows("P,none,none,n\nA,none,none,n\nA,none,none,n\n");
  const bill_reading r = read_bill_texts(
      {{"parts", "p.csv", k_made_parts}, {"lines", "l.csv", k_made_lines}, {"production", "m.csv", rows}}, {}, limits);
  CHECK(r.problems.at(0).code == errc::limit_exceeded);
  const std::string longest = production_rows("P,3E001|3D001|3E002|3E003,none,n\n");
  const bill_reading text = read_bill_texts(
      {{"parts", "p.csv", k_made_parts}, {"lines", "l.csv", k_made_lines}, {"production", "m.csv", longest}}, {}, limits);
  CHECK(text.problems.at(0).code == errc::limit_exceeded);
  CHECK(text.problems.at(0).field == "us_technology_eccns");
}

TEST_CASE("how parts are made comes back from CycloneDX", "[bill_io]") {
  const bill_reading r = with_production(production_rows("A,3D001|3E001,none,y\nP,?,3B001|?,n\n"));
  REQUIRE(r.bill);
  const bill_reading again = read_bill_texts({{"bill", "b.json", cyclonedx_json(*r.bill)}});
  CHECK(problems(again) == strings{});
  REQUIRE(again.bill);
  CHECK(dump(*again.bill) == dump(*r.bill));
}
