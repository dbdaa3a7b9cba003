#include "lists/own_format.hpp"

#include <fstream>
#include <iterator>

#include "catch.hpp"
#include "unit/lists/list_dump.hpp"

using namespace tradewarden;
using namespace tradewarden::lists;

namespace {

std::string header(int entries) {
  return R"({"tradewarden_list":1,"name":"House","publisher":"Us","date":"2026-07-31","entries":)" +
         std::to_string(entries) + "}\n";
}

result<publication> read(std::string text, const source_spec& source = {},
                         read_limits limits = {}) {
  auto file = make_input_file("house.jsonl", std::move(text), limits);
  if (!file) return file.error();
  return read_own_format(*file, source, limits);
}

const std::string k_good = R"({"list":"X-h","id":"good","names":["Good Name"]})";

/// The complaint about an entry that stands beside a good one.
diagnostic complaint(const std::string& entry) {
  const auto p = read(header(2) + k_good + '\n' + entry + '\n');
  REQUIRE(p.has_value());
  CHECK(p.value().counts.rejected == 1);
  CHECK(p.value().counts.parties == 1);
  REQUIRE(p.value().diagnostics.size() == 1);
  CHECK(p.value().diagnostics[0].line == 3);
  CHECK(p.value().diagnostics[0].severity == diagnostic::level::rejected);
  return p.value().diagnostics[0];
}

std::string entry(const std::string& rest) {
  return R"({"list":"X-h","id":"1","names":["A B"],)" + rest + "}";
}

}  // namespace

TEST_CASE("own_format: an entry needs a list, an id and a name, nothing more", "[own_format]") {
  const auto p = read(header(1) + k_good).value();
  CHECK(p.format == "tradewarden");
  CHECK(p.name == "House");
  CHECK(p.date->to_string() == "2026-07-31");
  const listed_party& party = p.parties.at(0);
  CHECK(party.schema == schema::unknown);
  REQUIRE(party.measures.size() == 1);
  CHECK(party.measures[0].kind == measure_kind::listing);
  CHECK_FALSE(party.measures[0].from.has_value());
  CHECK(party.sources.at(0).at.line == 2);
}

TEST_CASE("own_format: what is wrong with an entry is said by its field", "[own_format]") {
  struct sample {
    std::string entry;
    const char* field;
    const char* part;
  };
  const sample samples[] = {
      {"[]", "", "no JSON object"},
      {"# a comment", "", "comments are not allowed"},
      {R"({"id":"1","names":["A"]})", "list", "missing"},
      {R"({"list":"US-NONE","id":"1","names":["A"]})", "list", "unknown list"},
      {R"({"list":"X-","id":"1","names":["A"]})", "list", "unknown list"},
      {R"({"list":"X-h","names":["A"]})", "id", "missing"},
      {R"({"list":"X-h","id":"1"})", "names", "missing"},
      {R"({"list":"X-h","id":"1","names":[]})", "names", "no name"},
      {R"({"list":"X-h","id":"1","names":[" "]})", "names[0]", "empty"},
      {R"({"list":"X-h","id":"1","names":["!?"]})", "names[0]", "no letter"},
      {R"({"list":"X-h","id":"1","names":["A\u0007B"]})", "names[0]", "control"},
      {R"({"list":"X-h","id":"1","names":[7]})", "names[0]", "text belongs"},
      {R"({"list":"X-h","id":"1","names":[{"kind":"aka"}]})", "names[0]", "empty"},
      {R"({"list":"X-h","id":"1","names":[{"text":"A","kind":"alias"}]})", "names[0].kind", "use primary"},
      {R"({"list":"X-h","id":"1","names":[{"text":"A","kind":"aka"}]})", "names", "primary"},
      {R"({"list":"X-h","id":"1","names":["A",{"text":"B","kind":"primary"}]})", "names[1]", "second primary"},
      {R"({"list":"X-h","id":"1","names":[{"text":"A","strength":"poor"}]})", "names[0].strength", "use strong"},
      {R"({"list":"X-h","id":"1","names":[{"text":"A","lang":"en"}]})", "names[0].lang", "unknown key"},
      {R"({"list":"X-h","list":"X-i","id":"1","names":["A"]})", "list", "twice"},
      {R"({"list":"X-h","id":"good","names":["A"]})", "id", "already"},
      {entry(R"("colour":"red")"), "colour", "unknown key"},
      {entry(R"("schema":"robot")"), "schema", "unknown schema"},
      {entry(R"("countries":["Atlantis"])"), "countries[0]", "not a country"},
      {entry(R"("countries":"CN")"), "countries", "array"},
      {entry(R"("addresses":["Oslo"])"), "addresses[0]", "object"},
      {entry(R"("addresses":[{"town":"Oslo"}])"), "addresses[0].town", "unknown key"},
      {entry(R"("addresses":[{"country":"ZZ"}])"), "addresses[0].country", "not a country"},
      {entry(R"("birth_dates":["some day"])"), "birth_dates[0]", "not a date"},
      {entry(R"("identifiers":[{"type":"Passport"}])"), "identifiers[0].value", "missing"},
      {entry(R"("identifiers":[{"value":"1"}])"), "identifiers[0].type", "missing"},
      {entry(R"("identifiers":[{"type":"P","value":"1","issued":"x"}])"), "identifiers[0].issued", "not a date"},
      {entry(R"("gender":"x")"), "gender", "use male"},
      {entry(R"("imo":"123")"), "imo", "seven digits"},
      {entry(R"("footnotes":["6"])"), "footnotes", "1 to 5"},
      {entry(R"("remarks":null)"), "remarks", "text belongs"},
      {entry(R"("measures":[{"from":"2018-01-01"}])"), "measures[0].kind", "missing"},
      {entry(R"("measures":[{"kind":"ban"}])"), "measures[0].kind", "use listing"},
      {entry(R"("measures":[{"kind":"listing","from":"01/02/2018"}])"), "measures[0].from", "YYYY-MM-DD"},
      {entry(R"("measures":[{"kind":"listing","from":"2018-02-30"}])"), "measures[0].from", "YYYY-MM-DD"},
      {entry(R"("measures":[{"kind":"listing","until":"2018-01-01"}])"), "measures[0].end", "lifted or expired"},
      {entry(R"("measures":[{"kind":"listing","end":"lifted"}])"), "measures[0].until", "first day"},
      {entry(R"("measures":[{"kind":"listing","end":"over"}])"), "measures[0].end", "use lifted"},
      {entry(R"("measures":[{"kind":"listing","from":"2018-01-02","until":"2018-01-02","end":"lifted"}])"),
       "measures[0].until", "not after"},
      {entry(R"("measures":[{"kind":"denial","from":"2018-01-02"},{"kind":"listing","from":"2017-01-02"}])"),
       "measures[1].from", "order"},
      {entry(R"("measures":[{"kind":"denial","from":"2018-01-02"},{"kind":"denial","from":"2019-01-02"}])"),
       "measures[1].from", "overlaps"},
      {entry(R"("measures":[{"kind":"denial"},{"kind":"denial","from":"2019-01-02"}])"),
       "measures[1].from", "overlaps"},
      {entry(R"("measures":[{"kind":"listing","verified":"no"}])"), "measures[0].verified", "true or false"},
      {entry(R"("overlays":[{"kind":"x","verified":0}])"), "overlays[0].verified", "true or false"},
      {entry(R"("overlays":[{"from":"2018-01-02"}])"), "overlays[0].kind", "missing"},
      {entry(R"("overlays":[{"kind":"x","from":"2018-01-02","until":"2018-01-01"}])"), "overlays[0].until", "not after"},
      {entry(R"("linked":[{"relation":"x"}])"), "linked[0].name", "missing"},
      {entry(R"("citations":[""])"), "citations[0]", "empty"},
  };
  for (const sample& s : samples) {
    CAPTURE(s.entry);
    const diagnostic d = complaint(s.entry);
    CHECK(d.field == s.field);
    CHECK(d.message.find(s.part) != std::string::npos);
    CAPTURE(d.message);
  }
}

TEST_CASE("own_format: measures of different kinds may overlap, and may follow each other at once",
          "[own_format]") {
  // On 2017-03-23 ZTE was listed and under a suspended order; the denial of
  // 2018-04-15 begins on the day on which the suspension ends.
  const auto p = read(
      header(1) +
      entry(R"("measures":[{"kind":"listing","from":"2016-03-08","until":"2017-03-29",)"
            R"("end":"lifted"},{"kind":"suspended_order","from":"2017-03-23",)"
            R"("until":"2018-04-15","end":"lifted"},{"kind":"denial","from":"2018-04-15",)"
            R"("until":"2018-07-13","end":"lifted"},)"
            R"({"kind":"suspended_order","from":"2018-06-08"}])"));
  REQUIRE(p.has_value());
  CHECK(p.value().parties.at(0).measures.size() == 4);
}

TEST_CASE("own_format: what was not verified says so", "[own_format]") {
  const auto p = read(header(1) +
                      entry(R"("measures":[{"kind":"listing","from":"2016-03-08","verified":false},)"
                            R"({"kind":"denial","from":"2018-04-15"},)"
                            R"({"kind":"suspended_order","from":"2018-06-08","verified":true}],)"
                            R"("overlays":[{"kind":"a","verified":false},{"kind":"b"}])"))
                     .value();
  const listed_party& party = p.parties.at(0);
  REQUIRE(party.measures.size() == 3);
  CHECK_FALSE(party.measures[0].verified);
  CHECK(party.measures[1].verified);
  CHECK(party.measures[2].verified);
  REQUIRE(party.overlays.size() == 2);
  CHECK_FALSE(party.overlays[0].verified);
  CHECK(party.overlays[1].verified);
}

TEST_CASE("own_format: the header is held to", "[own_format]") {
  CHECK(read("").error().code == errc::empty_input);
  CHECK(read(header(0)).error().code == errc::empty_input);
  CHECK(read(header(2) + k_good + '\n').error().code == errc::truncated);
  CHECK(read(header(0) + k_good + '\n').error().code == errc::truncated);
  CHECK(read(k_good + '\n').error().code == errc::bad_syntax);
  CHECK(read("not json\n").error().code == errc::bad_syntax);
  CHECK(read(R"({"tradewarden_list":2,"name":"x","entries":1})" "\n" + k_good).error().code ==
        errc::unknown_format);
  CHECK(read(R"({"tradewarden_list":1,"entries":1})" "\n" + k_good).error().field == "name");
  CHECK(read(R"({"tradewarden_list":1,"name":"x"})" "\n" + k_good).error().field == "entries");
  CHECK(read(R"({"tradewarden_list":1,"name":"x","entries":1,"date":"31.7.2026"})" "\n" + k_good)
            .error()
            .field == "date");
  CHECK(read(R"({"tradewarden_list":1,"name":"x","entries":1,"extra":1})" "\n" + k_good)
            .error()
            .field == "extra");
  CHECK(read(header(1) + "{}\n").error().code == errc::empty_input);
  CHECK(read(header(1) + "{}\n").error().message.find("list") != std::string::npos);
}

TEST_CASE("own_format: a date given with the source must be the header's", "[own_format]") {
  source_spec source;
  source.date = day::parse("2026-07-31").value();
  CHECK(read(header(1) + k_good, source).value().date == source.date);
  source.date = day::parse("2026-08-01").value();
  CHECK(read(header(1) + k_good, source).error().code == errc::conflict);
  CHECK(read(R"({"tradewarden_list":1,"name":"x","entries":1})" "\n" + k_good, source)
            .value()
            .date == source.date);
}

TEST_CASE("own_format: a file cut anywhere is refused, never half read", "[own_format]") {
  const std::string whole = header(2) + k_good + '\n' +
                            R"({"list":"X-h","id":"2","names":["Other Name"]})";
  REQUIRE(read(whole).value().counts.parties == 2);
  for (std::size_t n = 0; n < whole.size(); ++n) {
    CAPTURE(n);
    CHECK_FALSE(read(whole.substr(0, n)).has_value());
  }
}

TEST_CASE("own_format: blank lines and line ends of any kind do no harm", "[own_format]") {
  CHECK(read("\n" + header(1) + "\n \r\n" + k_good + "\r\n\n\x1A").value().counts.parties == 1);
}

TEST_CASE("own_format: text that is not UTF-8, and too long a line, are refused", "[own_format]") {
  CHECK(read(header(1) + "{\"list\":\"X-h\",\"id\":\"1\",\"names\":[\"SOCI\xC9T\xC9\"]}\n")
            .error()
            .code == errc::not_text);
  read_limits limits;
  limits.max_field_bytes = 120;
  const auto p = read(header(2) + k_good + "\n" + entry("\"remarks\":\"" + std::string(200, 'x') + '"'),
                      {}, limits);
  REQUIRE(p.has_value());
  CHECK(p.value().counts.rejected == 1);
  limits.max_parties = 0;
  CHECK(read(header(1) + k_good, {}, limits).error().code == errc::limit_exceeded);
}

TEST_CASE("own_format: a list put together in memory is read like a file", "[own_format]") {
  input_file file;
  file.name = "embedded";
  file.bytes = header(1) + k_good;
  CHECK(read_own_format(file, {}, {}).value().counts.parties == 1);
  file.bytes += "\xFF";
  CHECK(read_own_format(file, {}, {}).error().code == errc::not_text);
}

TEST_CASE("own_format: deep nesting is refused", "[own_format]") {
  const std::string deep = entry("\"countries\":" + std::string(100, '[') + std::string(100, ']'));
  CHECK(complaint(deep).message.find("JSON") != std::string::npos);
}

TEST_CASE("own_format: only its own header is recognised", "[own_format]") {
  CHECK(looks_like_own_format(header(1)));
  CHECK(looks_like_own_format("\xEF\xBB\xBF\n" + header(1)));
  CHECK_FALSE(looks_like_own_format(k_good));
  CHECK_FALSE(looks_like_own_format("[" + header(1)));
  CHECK_FALSE(looks_like_own_format(""));
}

TEST_CASE("own_format: the example of the documentation is read as it stands", "[own_format]") {
  std::ifstream in(std::string(TRADEWARDEN_SOURCE_DIR) + "/docs/list-format.md");
  const std::string page{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  const std::size_t begin = page.find("{\"tradewarden_list\"");
  REQUIRE(begin != std::string::npos);
  const auto p = read(page.substr(begin, page.find("```", begin) - begin)).value();
  CHECK(p.counts.parties == 2);
  CHECK(p.diagnostics.empty());
}
