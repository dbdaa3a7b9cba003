#include "cli/list_sources.hpp"

#include <set>

#include "catch.hpp"
#include "cli/download.hpp"
#include "tradewarden/publication.hpp"

using namespace tradewarden;
using namespace tradewarden::cli;

namespace {

errc code_of(std::string_view json) { return parse_list_sources(json, "x.json").error().code; }

const char* k_two = R"({"as_of":"2020-01-01","sources":[
  {"name":"one","format":"f","files":[{"name":"a.csv","url":"https://lists.example/a"}]},
  {"name":"two","format":"f","files":[{"name":"a.csv","url":"https://lists.example/a"},{"name":"b.csv","url":"https://lists.example/b"}]}]})";

}  // namespace

TEST_CASE("list_sources: those built in are https addresses, named once", "[fetch]") {
  const auto all = parse_list_sources(built_in_list_sources(), "built in");
  REQUIRE(all);
  REQUIRE(all->sources.size() >= 4);
  std::set<std::string> names;
  for (const list_source& s : all->sources) {
    INFO(s.name);
    CHECK(names.insert(s.name).second);
    for (const list_source_file& f : s.files) CHECK(parse_web_address(f.url).value().scheme == "https");
  }
}

TEST_CASE("list_sources: what is wrong is named", "[fetch]") {
  CHECK(code_of("") == errc::bad_syntax);
  CHECK(code_of("[]") == errc::bad_value);
  CHECK(code_of(R"({"sources":[]})") == errc::missing_field);
  CHECK(code_of(R"({"as_of":"soon","sources":[]})") == errc::bad_value);
  CHECK(code_of(R"({"as_of":"2020-01-01","sources":[{"name":"x","format":"f"}]})") == errc::missing_field);
  CHECK(code_of(R"({"as_of":"2020-01-01","sources":[{"name":"x","format":"f","fiels":[]}]})") == errc::bad_value);
  CHECK(code_of(R"({"as_of":"2020-01-01","sources":[{"name":"x","format":"f","files":[{"name":"../a","url":"https://a.b"}]}]})") == errc::bad_value);
}

TEST_CASE("list_sources: an address is put in the place of another", "[fetch]") {
  auto all = parse_list_sources(k_two, "x.json").value();
  REQUIRE(override_url(all, "one=https://other.example/?a=b"));
  CHECK(all.sources[0].files[0].url == "https://other.example/?a=b");
  REQUIRE(override_url(all, "two/b.csv=https://other.example/b"));
  CHECK(all.sources[1].files[1].url == "https://other.example/b");
  for (const char* text : {"two=https://x.example", "three=https://x.example", "one", "one=", "two/c.csv=https://x.example"}) {
    INFO(text);
    CHECK(override_url(all, text).error().code == errc::usage);
  }
}
