#include "lists/xml_stream.hpp"

#include "catch.hpp"
#include "unit/lists/list_dump.hpp"

using namespace tradewarden;
using namespace tradewarden::lists;

namespace {

struct seen {
  std::vector<xml_element> records;
  std::string root_date;
  result<void> outcome;
};

seen read(const std::string& text, read_limits limits = {}) {
  seen out;
  xml_visitor v;
  v.roots = {"list"};
  v.records = {"entry"};
  v.root = [&](const xml_element& r) -> result<void> {
    out.root_date = r.attribute("date");
    return {};
  };
  v.record = [&](xml_element& e) -> result<void> {
    out.records.push_back(e);
    return {};
  };
  out.outcome = stream_xml(test::file_of(text, "list.xml"), limits, v);
  return out;
}

}  // namespace

TEST_CASE("xml_stream: records with lines, attributes and texts", "[xml_stream]") {
  const seen s = read("<?xml version=\"1.0\"?>\n<list date=\"2026-01-02\">\n <entry id=\"1\">\n"
                      "  <name> A &amp; B </name><name>C</name>\n  <in><x>1</x><x>2</x></in>\n"
                      " </entry>\n <other><entry/></other>\n</list>\n");
  REQUIRE(s.outcome);
  CHECK(s.root_date == "2026-01-02");
  REQUIRE(s.records.size() == 2);
  const xml_element& e = s.records[0];
  CHECK(e.line == 3);
  CHECK(e.attribute("id") == "1");
  CHECK(e.attribute("none").empty());
  CHECK(e.text_of("name") == "A & B");
  CHECK(e.text_of("none").empty());
  CHECK(e.child("name")->line == 4);
  std::string all;
  e.each("in", "x", [&](const xml_element& x) { all += x.value(); });
  CHECK(all == "12");
  CHECK(s.records[1].line == 7);
}

TEST_CASE("xml_stream: names are taken without their prefixes", "[xml_stream]") {
  const seen s = read("<a:list xmlns:a=\"urn:a\" a:date=\"x\"><a:entry a:id=\"7\"/></a:list>");
  REQUIRE(s.outcome);
  CHECK(s.root_date == "x");
  REQUIRE(s.records.size() == 1);
  CHECK(s.records[0].attribute("id") == "7");
}

TEST_CASE("xml_stream: a file that was cut is told from one that is wrong", "[xml_stream]") {
  CHECK(read("<list><entry><name>A</name></entry>").outcome.error().code == errc::truncated);
  CHECK(read("<list><entry><na").outcome.error().code == errc::truncated);
  CHECK(read("<list><entry><![CDATA[ab").outcome.error().code == errc::truncated);
  const auto wrong = read("<list>\n<entry>\n</list>");
  CHECK(wrong.outcome.error().code == errc::bad_syntax);
  CHECK(wrong.outcome.error().line == 3);
  CHECK(wrong.outcome.error().file == "list.xml");
  CHECK(read("<list/><list/>").outcome.error().code == errc::bad_syntax);
  CHECK(read("<table><entry/></table>").outcome.error().code == errc::unknown_format);
}

TEST_CASE("xml_stream: no document type, so no entity and nothing from outside", "[xml_stream]") {
  const std::string laughs =
      "<?xml version=\"1.0\"?>\n<!DOCTYPE list [\n<!ENTITY a \"ha\">\n<!ENTITY b \"&a;&a;&a;&a;\">\n"
      "]>\n<list><entry><name>&b;</name></entry></list>";
  const seen s = read(laughs);
  CHECK(s.outcome.error().code == errc::bad_syntax);
  CHECK(s.outcome.error().message.find("DOCTYPE") != std::string::npos);
  CHECK(s.records.empty());
  CHECK(read("<!DOCTYPE list SYSTEM \"file:///etc/hostname\">\n<list><entry/></list>")
            .outcome.error().code == errc::bad_syntax);
  CHECK(read("<list><entry><name>&unknown;</name></entry></list>").outcome.error().code ==
        errc::bad_syntax);
}

TEST_CASE("xml_stream: limits", "[xml_stream]") {
  std::string deep = "<list><entry>";
  for (int i = 0; i < 100; ++i) deep += "<a>";
  CHECK(read(deep).outcome.error().code == errc::limit_exceeded);
  std::string wide = "<list><entry>";
  for (int i = 0; i < 100'001; ++i) wide += "<a/>";
  CHECK(read(wide + "</entry></list>").outcome.error().code == errc::limit_exceeded);
  read_limits small;
  small.max_field_bytes = 10;
  CHECK(read("<list><entry><a>0123456789</a></entry></list>", small).outcome);
  CHECK(read("<list><entry><a>0123456789x</a></entry></list>", small).outcome.error().code ==
        errc::limit_exceeded);
}

TEST_CASE("xml_stream: other bytes are read as Windows-1252, whatever is declared", "[xml_stream]") {
  const seen s = read("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n<list><entry><name>SOCI\xC9T\xC9"
                      "</name></entry></list>");
  REQUIRE(s.outcome);
  CHECK(s.records.at(0).text_of("name") == "SOCI\xC3\x89T\xC3\x89");
}

TEST_CASE("xml_stream: text longer than one chunk", "[xml_stream]") {
  const std::string name(std::size_t{3} << 20, 'x');
  const seen s = read("<list><entry><name>" + name + "</name></entry></list>");
  REQUIRE(s.outcome);
  CHECK(s.records.at(0).text_of("name").size() == name.size());
}

TEST_CASE("xml_stream: the root's tag, for detection", "[xml_stream]") {
  CHECK(xml_root_name("\xEF\xBB\xBF<?xml version=\"1.0\"?>\n<!-- a > b -->\n<x:list a=\"1\">") == "list");
  CHECK(xml_root_tag("<list a=\"1\"><b/>") == "list a=\"1\"");
  CHECK(xml_root_name("<!DOCTYPE list [ ]><list/>") == "list");
  CHECK(xml_root_name("<list/>") == "list");
  CHECK(xml_root_name("name,source\n").empty());
  CHECK(xml_root_name("<?xml version").empty());
  CHECK(xml_root_name("").empty());
}
