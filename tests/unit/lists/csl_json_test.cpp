#include "lists/csl_json.hpp"

#include <filesystem>

#include "catch.hpp"
#include "support/shared_lists.hpp"
#include "unit/lists/list_dump.hpp"

using namespace tradewarden;
using namespace tradewarden::lists;
using strings = std::vector<std::string>;

namespace {

result<publication> read(std::string text, read_limits limits = {}) {
  auto file = make_input_file("csl.json", std::move(text), limits);
  if (!file) return file.error();
  return read_csl_json(*file, {}, limits);
}

const std::string k_entry =
    R"({"id":"1","source":"Entity List (EL) - X","name":"A","alt_names":["B"]})";

}  // namespace

TEST_CASE("csl_json: both shapes are read", "[csl_json]") {
  CHECK(read('[' + k_entry + ']').value().counts.parties == 1);
  CHECK(read("{\"results\":[" + k_entry + "]}").value().counts.parties == 1);
  CHECK(read("{\"total\":1,\"results\":[" + k_entry + "],\"offset\":0}").value().counts.names == 2);
  CHECK(read("\xEF\xBB\xBF [" + k_entry + "]\r\n").value().counts.parties == 1);
}

TEST_CASE("csl_json: the same bytes are read alike with room behind them and without", "[csl_json]") {
  std::string tight = '[' + k_entry + ']';
  tight.shrink_to_fit();
  std::string roomy = tight;
  roomy.reserve(roomy.size() + 4096);
  const auto a = read_csl_json(make_input_file("a", std::move(tight), {}).value(), {}, {}).value();
  const auto b = read_csl_json(make_input_file("a", std::move(roomy), {}).value(), {}, {}).value();
  CHECK(test::dump(a) == test::dump(b));
}

TEST_CASE("csl_json: a file that is no whole list is refused", "[csl_json]") {
  CHECK(read("").error().code == errc::empty_input);
  CHECK(read("[]").error().code == errc::empty_input);
  CHECK(read("{\"results\":[]}").error().code == errc::empty_input);
  CHECK(read("{}").error().code == errc::unknown_format);
  CHECK(read("{\"entries\":[]}").error().code == errc::unknown_format);
  CHECK(read("12").error().code == errc::unknown_format);
  CHECK(read("[\"\x01\"]").error().code != errc::internal);
  // A page of a search.
  CHECK(read("{\"results\":[" + k_entry + "],\"total\":25921}").error().code == errc::truncated);
  CHECK(read("{\"total\":25921,\"results\":[" + k_entry + "]}").error().code == errc::truncated);
  CHECK_FALSE(read('[' + k_entry + "] x").has_value());
  CHECK_FALSE(read("{\"results\":[" + k_entry + "]} {}").has_value());
  CHECK_FALSE(read('[' + k_entry + "],[]").has_value());
  CHECK(read('[' + k_entry + ",}]").error().code == errc::bad_syntax);
  read_limits limits;
  limits.max_parties = 1;
  CHECK(read('[' + k_entry + R"j(,{"id":"2","source":"(EL)","name":"C"}])j", limits).error().code ==
        errc::limit_exceeded);
}

TEST_CASE("csl_json: a file cut anywhere is refused, never half read", "[csl_json]") {
  const std::string whole = "{\"results\":[\n" + k_entry + ",\n" + k_entry + "\n]}";
  REQUIRE(read(whole).has_value());
  for (std::size_t n = 0; n < whole.size(); ++n) {
    CAPTURE(n);
    CHECK_FALSE(read(whole.substr(0, n)).has_value());
  }
}

TEST_CASE("csl_json: one odd entry does not spoil the others", "[csl_json]") {
  const auto p = read("[\n" + k_entry + R"j(,
 "no object",
 {"id":"2","source":"(EL)","name":null},
 {"id":"3","name":"C"},
 {"id":4,"source":"(EL)","name":"D","alt_names":"E; F","addresses":"1 Road, Oslo, NO",
  "ids":"Tax ID No., 7, NO","title":["x"],"programs":null,"remarks":true},
 {"id":"5","source":"(EL)","name":"\ud800"}
])j").value();
  CHECK(p.counts.rows == 6);
  CHECK(p.counts.parties == 2);
  CHECK(p.counts.rejected == 4);
  CHECK(test::has_diagnostic(p, 3, "", "no object"));
  CHECK(test::has_diagnostic(p, 4, "name", "empty"));
  CHECK(test::has_diagnostic(p, 5, "source", "empty"));
  CHECK(test::has_diagnostic(p, 6, "title", "text"));
  CHECK(test::has_diagnostic(p, 8, "name", "escape"));
  const listed_party& d = p.parties.at(1);
  CHECK(d.source_id == "4");
  CHECK(d.names.size() == 3);
  CHECK(d.countries == strings{"NO"});
  CHECK(d.identifiers.at(0).value == "7");
  CHECK(d.remarks == "true");
}

TEST_CASE("csl_json: bytes of Windows-1252 are read and reported", "[csl_json]") {
  const auto p = read(R"j([{"id":"1","source":"(EL)","name":"SOCI)j" "\xC9" "T\xC9\"}]");
  REQUIRE(p.has_value());
  CHECK(p.value().parties.at(0).names.at(0).text == "SOCI\xC3\x89T\xC3\x89");
  CHECK(p.value().diagnostics.size() == 1);
}

TEST_CASE("csl_json: other JSON is not taken for the list", "[csl_json]") {
  CHECK(looks_like_csl_json('[' + k_entry + ']'));
  CHECK(looks_like_csl_json("{\"results\": [" + k_entry));
  CHECK_FALSE(looks_like_csl_json("{\"tradewarden_list\":1,\"results\":[]}"));
  CHECK_FALSE(looks_like_csl_json("{\"entries\":[{\"a\":\"alt_names\"}]}"));
  CHECK_FALSE(looks_like_csl_json("[1,2,3]"));
  CHECK_FALSE(looks_like_csl_json("source,name\n"));
  CHECK_FALSE(looks_like_csl_json(""));
}

TEST_CASE("csl_json: the records that the trade.gov project made", "[csl_json][shared]") {
  TRADEWARDEN_SHARED(shared, "lists/ita-fixtures/expected");
  const std::filesystem::path folder = shared;
  // Entries of each file, counted in the files.
  struct expected {
    const char* name;
    std::uint64_t entries;
    const char* list;
  };
  for (const expected& e :
       {expected{"cap", 1, "US-CONS"}, expected{"ccmc", 2, "US-CONS"}, expected{"cmic", 3, "US-CONS"},
        expected{"dpl", 9, "US-DPL"}, expected{"dtc", 4, "US-DTC"}, expected{"el", 7, "US-EL"},
        expected{"eo13599", 2, "US-CONS"}, expected{"fse", 3, "US-CONS"},
        expected{"isn", 3, "US-ISN"}, expected{"mbs", 2, "US-CONS"}, expected{"meu", 7, "US-MEU"},
        expected{"part561", 1, "US-CONS"}, expected{"plc", 6, "US-CONS"},
        expected{"sdn", 4, "US-SDN"}, expected{"ssi", 4, "US-CONS"}, expected{"uvl", 13, "US-UVL"}}) {
    CAPTURE(e.name);
    source_spec source;
    source.path = (folder / (std::string(e.name) + ".json")).string();
    const auto p = read_csl_json(source, {}).value();
    CHECK(p.counts.rows == e.entries);
    CHECK(p.counts.parties == e.entries);
    CHECK(p.diagnostics.empty());
    for (const listed_party& party : p.parties) CHECK(party.list == e.list);
  }
}
