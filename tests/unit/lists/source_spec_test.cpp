#include "catch.hpp"
#include "tradewarden/publication.hpp"

using namespace tradewarden;

namespace {

std::string read(const char* text) {
  const auto s = source_spec::parse(text);
  if (!s) return std::string(to_string(s.error().code));
  return s->format + "|" + s->path + "|" + (s->date ? s->date->to_string() : "");
}

}  // namespace

TEST_CASE("a source names format, path and date", "[source_spec]") {
  CHECK(read("lists/sdn.csv") == "|lists/sdn.csv|");
  CHECK(read("ofac-csv:lists/ofac@2025-12-24") == "ofac-csv|lists/ofac|2025-12-24");
  CHECK(read("tradewarden:own.jsonl") == "tradewarden|own.jsonl|");
  CHECK(read("dpl.txt@2022-09-01") == "|dpl.txt|2022-09-01");
}

TEST_CASE("only a known format counts as one", "[source_spec]") {
  CHECK(read("C:\\lists\\sdn.csv") == "|C:\\lists\\sdn.csv|");
  CHECK(read("ofac:lists") == "|ofac:lists|");
  CHECK(read("ofac-csv") == "|ofac-csv|");
  CHECK(read("OFAC-CSV:x") == "|OFAC-CSV:x|");
}

TEST_CASE("an '@' that is part of the path stays", "[source_spec]") {
  CHECK(read("home@lists/sdn.csv") == "|home@lists/sdn.csv|");
  CHECK(read("home@lists/sdn.csv@2020-01-02") == "|home@lists/sdn.csv|2020-01-02");
  CHECK(read("list@v.csv") == "|list@v.csv|");
  CHECK(read("list@/") == "|list@/|");
}

TEST_CASE("a date that is none is an error", "[source_spec]") {
  CHECK(read("sdn.csv@2018-13-01") == "bad_value");
  CHECK(read("sdn.csv@31.02.2018") == "bad_value");
  CHECK(read("sdn.csv@today") == "bad_value");
  CHECK(read("sdn.csv@") == "bad_value");
}

TEST_CASE("a source without a path is an error", "[source_spec]") {
  CHECK(read("") == "usage");
  CHECK(read("ofac-csv:") == "usage");
  CHECK(read("@2018-01-01") == "usage");
}

TEST_CASE("a diagnostic prints like an error", "[source_spec]") {
  CHECK(diagnostic{diagnostic::level::rejected, "sdn.csv", 12, "Program", "bad"}.to_string() ==
        "sdn.csv:12: Program: bad");
  CHECK(diagnostic{diagnostic::level::warning, "sdn.csv", 0, {}, "bad"}.to_string() ==
        "sdn.csv: bad");
}
