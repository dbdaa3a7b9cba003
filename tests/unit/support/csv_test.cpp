#include "support/csv.hpp"

#include "catch.hpp"

using tradewarden::errc;
using tradewarden::csv_options;
using tradewarden::csv_reader;
using tradewarden::csv_record;

namespace {

/// Records as "line:field|field"; "!" behind the line marks a stray quote, "~" a missing end.
std::vector<std::string> read(std::string_view text, csv_options options = {}) {
  csv_reader in{text, options};
  csv_record row;
  std::vector<std::string> out;
  for (;;) {
    const auto more = in.next(row);
    if (!more) {
      out.push_back(std::string(to_string(more.error().code)) + ":" +
                    std::to_string(more.error().line));
      return out;
    }
    if (!*more) return out;
    std::string s = std::to_string(row.line) + (row.stray_quote ? "!" : "") +
                    (row.ended ? "" : "~") + ":";
    for (std::size_t i = 0; i < row.fields.size(); ++i) s += (i ? "|" : "") + row.fields[i];
    out.push_back(std::move(s));
  }
}

using rows = std::vector<std::string>;

}  // namespace

TEST_CASE("records end with CR, LF or CRLF", "[csv]") {
  CHECK(read("a,b\nc,d\n") == rows{"1:a|b", "2:c|d"});
  CHECK(read("a,b\rc,d\r") == rows{"1:a|b", "2:c|d"});
  CHECK(read("a,b\r\nc,d\r\n") == rows{"1:a|b", "2:c|d"});
  CHECK(read("a,b\r\nc,d\ne\r") == rows{"1:a|b", "2:c|d", "3:e"});
}

TEST_CASE("a last record without a line end is marked", "[csv]") {
  CHECK(read("a,b") == rows{"1~:a|b"});
  CHECK(read("a,") == rows{"1~:a|"});
  CHECK(read("\"a\"") == rows{"1~:a"});
}

TEST_CASE("blank lines are no records but count as lines", "[csv]") {
  CHECK(read("").empty());
  CHECK(read("\n\r\n  \n").empty());
  CHECK(read("\n\na\n  \r\nb\n") == rows{"3:a", "5:b"});
  CHECK(read("\t\n", {.separator = '\t'}) == rows{"1:|"});
}

TEST_CASE("quoted fields hold separators, quotes and line ends", "[csv]") {
  CHECK(read("\"a,b\",c\n") == rows{"1:a,b|c"});
  CHECK(read("\"say \"\"a\"\"\",c\n") == rows{"1:say \"a\"|c"});
  CHECK(read("\"\",x\n") == rows{"1:|x"});
  CHECK(read("\"a\r\nb\nc\rd\",e\nf\n") == rows{"1:a\r\nb\nc\rd|e", "5:f"});
  CHECK(read("\"a\" ,b\n") == rows{"1:a|b"});
  CHECK(read("\"a\"  \nb\n") == rows{"1:a", "2:b"});
}

TEST_CASE("blanks and quotes inside a plain field stay", "[csv]") {
  CHECK(read(" a ,-0- ,5\" pipe\n") == rows{"1: a |-0- |5\" pipe"});
}

TEST_CASE("other separators", "[csv]") {
  CHECK(read("a;b,c;\"d;e\"\n", {.separator = ';'}) == rows{"1:a|b,c|d;e"});
  CHECK(read("a\tb c\t\"d\te\"\n", {.separator = '\t'}) == rows{"1:a|b c|d\te"});
}

TEST_CASE("text behind a closing quote is kept and marked", "[csv]") {
  CHECK(read("\"a\"b,c\nd\n") == rows{"1!:a\"b|c", "2:d"});
  CHECK(read("\"ACME \"INC\"\",c\n") == rows{"1!:ACME \"INC\"\"|c"});
}

TEST_CASE("with lazy quotes a quote ends a field only before a separator", "[csv]") {
  CHECK(read("\"ACME \"INC\" CO\",c\n", {.lazy_quotes = true}) == rows{"1:ACME \"INC\" CO|c"});
}

TEST_CASE("a quote that never closes is a truncated file", "[csv]") {
  CHECK(read("a,b\nc,\"d\ne\n") == rows{"1:a|b", "truncated:2"});
  CHECK(read("a,\"") == rows{"truncated:1"});
  CHECK(read("\"a\"\"") == rows{"truncated:1"});
}

TEST_CASE("a reader is at its end after an error", "[csv]") {
  csv_reader in{"\"a\nb\n", {}};
  csv_record row;
  CHECK_FALSE(in.next(row).has_value());
  const auto again = in.next(row);
  REQUIRE(again.has_value());
  CHECK_FALSE(*again);
}

TEST_CASE("limits on fields hold", "[csv]") {
  CHECK(read("a,b,c\n", {.max_fields = 3}) == rows{"1:a|b|c"});
  CHECK(read("a,b,c,d\n", {.max_fields = 3}) == rows{"limit_exceeded:1"});
  CHECK(read("x\naaaa\n", {.max_field_bytes = 3}) == rows{"1:x", "limit_exceeded:2"});
  CHECK(read("\"aaaa\"\n", {.max_field_bytes = 3}) == rows{"limit_exceeded:1"});
}

TEST_CASE("the first line tells what separates fields", "[csv]") {
  CHECK(tradewarden::csv_separator("a;b\nc,d\n") == ';');
  CHECK(tradewarden::csv_separator("a\tb") == '\t');
  CHECK(tradewarden::csv_separator("a,b;c") == ',');
  CHECK(tradewarden::csv_separator("alone\n1;2\n") == ',');
}
