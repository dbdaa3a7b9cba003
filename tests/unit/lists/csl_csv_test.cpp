#include "lists/csl_csv.hpp"

#include <chrono>
#include <map>

#include "catch.hpp"
#include "support/shared_lists.hpp"
#include "unit/lists/list_dump.hpp"

using namespace tradewarden;
using namespace tradewarden::lists;
using strings = std::vector<std::string>;

namespace {

const std::string k_el = "Entity List (EL) - Bureau of Industry and Security";

result<publication> read(std::string text, read_limits limits = {}) {
  auto file = make_input_file("consolidated.csv", std::move(text), limits);
  if (!file) return file.error();
  return read_csl_csv(*file, {}, limits);
}

}  // namespace

TEST_CASE("csl_csv: a file that is no whole list is refused", "[csl_csv]") {
  CHECK(read("").error().code == errc::empty_input);
  CHECK(read("source,name\n").error().code == errc::empty_input);
  CHECK(read("a,b\n1,2\n").error().code == errc::missing_field);
  CHECK(read("name,type\nA,B\n").error().field == "source");
  CHECK(read("source,type\nA,B\n").error().field == "name");
  const auto cut = read("source,name,_id\n" + k_el + ",A,1\n" + k_el + ",B");
  CHECK(cut.error().code == errc::truncated);
  CHECK(cut.error().line == 3);
  const auto open = read("source,name,_id\n" + k_el + ",A,1\n" + k_el + ",\"B");
  CHECK(open.error().code == errc::truncated);
  CHECK(open.error().file == "consolidated.csv");
  read_limits limits;
  limits.max_parties = 1;
  CHECK(read("source,name,_id\n" + k_el + ",A,1\n" + k_el + ",B,2\n", limits).error().code ==
        errc::limit_exceeded);
}

TEST_CASE("csl_csv: a whole last row needs no line end", "[csl_csv]") {
  CHECK(read("source,name,_id\n" + k_el + ",A,1").value().counts.parties == 1);
}

TEST_CASE("csl_csv: one id on two lists is two parties, twice on one list is one", "[csl_csv]") {
  const std::string sdn = "Specially Designated Nationals (SDN) - Treasury Department";
  const std::string ssi = "Sectoral Sanctions Identifications List (SSI) - Treasury Department";
  const auto p = read("_id,source,entity_number,name\n1," + sdn + ",1,A\n1," + ssi + ",1,A\n1," +
                      ssi + ",1,A B\n")
                     .value();
  CHECK(p.counts.rows == 3);
  CHECK(p.counts.distinct_ids == 1);
  CHECK(p.counts.parties == 2);
  CHECK(p.counts.joined == 1);
  CHECK(p.parties.at(1).names.size() == 2);
  CHECK(p.parties.at(1).sublists == strings{"SSI"});
}

TEST_CASE("csl_csv: OFAC's own number is the id, the hash is that of the others", "[csl_csv]") {
  const auto p = read("_id,source,entity_number,name\nh1,Specially Designated Nationals (SDN) - X,"
                      "306,A\nh2," + k_el + ",,B\n")
                     .value();
  CHECK(p.parties.at(0).source_id == "306");
  CHECK(p.parties.at(1).source_id == "h2");
}

TEST_CASE("csl_csv: bytes of Windows-1252 are read and reported", "[csl_csv]") {
  const auto p = read("source,name,_id\n" + k_el + ",SOCI\xC9T\xC9,1\n").value();
  CHECK(p.parties.at(0).names.at(0).text == "SOCI\xC3\x89T\xC3\x89");
  CHECK(test::has_diagnostic(p, 2, "", "Windows-1252"));
}

TEST_CASE("csl_csv: a denial is a denial, a listing a listing", "[csl_csv]") {
  const auto p = read("source,name,_id,start_date,end_date,standard_order\n"
                      "Denied Persons List (DPL) - X,A,1,2018-04-15,2025-03-13,N\n" + k_el +
                      ",B,2,2016-03-08,,\n")
                     .value();
  const measure& denial = p.parties.at(0).measures.at(0);
  CHECK(denial.kind == measure_kind::denial);
  CHECK(denial.until->to_string() == "2025-03-14");
  CHECK(denial.end == measure_end::expired);
  CHECK_FALSE(denial.note.empty());
  const measure& listing = p.parties.at(1).measures.at(0);
  CHECK(listing.kind == measure_kind::listing);
  CHECK(listing.from->to_string() == "2016-03-08");
  CHECK_FALSE(listing.until.has_value());
}

TEST_CASE("csl_csv: only a denial order runs out by itself", "[csl_csv]") {
  // A listing with an end was removed by an act: ZTE by 82 FR 15458.
  const auto p = read("source,name,_id,start_date,end_date\n" + k_el +
                      ",A,1,2016-03-08,2017-03-28\n")
                     .value();
  const measure& listing = p.parties.at(0).measures.at(0);
  CHECK(listing.until->to_string() == "2017-03-29");
  CHECK(listing.end == measure_end::lifted);
}

TEST_CASE("csl_csv: entities are decoded once, in names and in the values of lists", "[csl_csv]") {
  const auto p = read("source,name,_id,alt_names,remarks,addresses\n" + k_el +
                      ",A&amp;B &amp;lt; Works,1,C &amp; D;E&F;G,R&amp;D,\"G &amp; H Road, CN; J, IR\"\n")
                     .value();
  const listed_party& party = p.parties.at(0);
  REQUIRE(party.names.size() == 4);
  CHECK(party.names[0].text == "A&B &lt; Works");
  CHECK(party.names[1].text == "C & D");
  CHECK(party.names[2].text == "E&F");  // "&F;" is no entity.
  CHECK(party.names[3].text == "G");
  CHECK(party.remarks == "R&D");
  REQUIRE(party.addresses.size() == 2);
  CHECK(party.addresses[0].text == "G & H Road, CN");
}

TEST_CASE("csl_csv: the column of ids has either of its names", "[csl_csv]") {
  CHECK(read("source,name,id\n" + k_el + ",A,7\n").value().parties.at(0).source_id == "7");
  CHECK(read("source,name,id,_id\n" + k_el + ",A,,8\n").value().parties.at(0).source_id == "8");
}

TEST_CASE("csl_csv: the list of May 2025", "[csl_csv][shared]") {
  TRADEWARDEN_SHARED(path, "lists/csl-csv-2025-05/consolidated.csv");
  source_spec source;
  source.path = path;
  const auto begin = std::chrono::steady_clock::now();
  const auto p = read_csl_csv(source, {}).value();
  const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begin;
  CHECK(took.count() < 20'000);  // 300 ms without sanitizers; this only catches an accident.
  CHECK(p.counts.rows == 23432);
  CHECK(p.counts.distinct_ids == 23352);
  CHECK(p.counts.rejected == 0);
  CHECK(p.counts.rows == p.counts.parties + p.counts.joined + p.counts.rejected);
  // Three companies stand in two of the lists that OFAC numbers as one.
  CHECK(p.counts.joined == 3);
  std::map<std::string, std::uint64_t> lists;
  std::map<std::string, int> footnotes;
  for (const listed_party& party : p.parties) {
    ++lists[party.list];
    for (const std::string& f : party.footnotes) ++footnotes[f];
  }
  CHECK(lists["US-SDN"] == 17920);
  CHECK(lists["US-EL"] == 3313);
  CHECK(lists["US-DTC"] == 771);
  CHECK(lists["US-DPL"] == 529);
  CHECK(lists["US-CONS"] == 286 + 78 + 68 + 12 + 1 + 1 - 3);
  CHECK(lists["US-UVL"] == 222);
  CHECK(lists["US-ISN"] == 161);
  CHECK(lists["US-MEU"] == 70);
  CHECK(lists.size() == 8);
  CHECK(footnotes["unknown"] == 1);
  // One entry's licence policy runs over into the ship's call sign.
  CHECK(test::has_diagnostic(p, 3499, "call_sign", "policy"));
  const listed_party* zte = nullptr;
  for (const listed_party& party : p.parties) {
    if (party.list == "US-EL" && party.names[0].text.find("8-Star") != std::string::npos) {
      zte = &party;
    }
  }
  REQUIRE(zte != nullptr);
  CHECK(zte->citations == strings{"81 FR 12004"});
  CHECK(zte->measures.at(0).from->to_string() == "2016-03-08");
}
