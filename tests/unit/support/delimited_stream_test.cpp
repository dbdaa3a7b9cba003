#include "support/delimited_stream.hpp"

#include <fstream>
#include <sstream>

#include "catch.hpp"

using namespace tradewarden;
using fields = std::vector<std::string>;

namespace {

std::vector<delimited_record> all(const std::string& text, char separator,
                                  std::size_t limit = std::size_t{1} << 20) {
  std::istringstream in(text);
  line_stream lines(in, limit);
  delimited_stream records(lines, separator, limit);
  std::vector<delimited_record> out;
  while (auto r = records.next()) out.push_back(std::move(*r));
  return out;
}

}  // namespace

TEST_CASE("lines: LF, CRLF, a missing last line end and a byte order mark", "[delimited]") {
  std::istringstream in("\xEF\xBB\xBF"
                        "a\r\nb\n\n\xEF\xBB\xBF"
                        "c");
  line_stream lines(in);
  std::vector<std::pair<std::uint64_t, std::string>> seen;
  while (auto l = lines.next()) seen.emplace_back(l->number, l->text);
  CHECK(seen == std::vector<std::pair<std::uint64_t, std::string>>{{1, "a"},
                                                                   {2, "b"},
                                                                   {3, ""},
                                                                   {4, "\xEF\xBB\xBF"
                                                                       "c"}});
  CHECK_FALSE(lines.failed());
}

TEST_CASE("lines: one that is too long is cut and marked, the next is whole", "[delimited]") {
  std::istringstream in("0123456789ABC\nshort\n");
  line_stream lines(in, 10);
  const auto first = lines.next();
  REQUIRE(first);
  CHECK(first->too_long);
  CHECK(first->text == "0123456789");
  const auto second = lines.next();
  REQUIRE(second);
  CHECK(second->text == "short");
  CHECK_FALSE(second->too_long);
}

TEST_CASE("lines: a folder opened as a file fails, it does not throw", "[delimited]") {
  std::ifstream folder("/");
  line_stream lines(folder);
  CHECK_FALSE(lines.next());
  CHECK(lines.failed());
}

TEST_CASE("csv: quotes, doubled quotes, separators and line ends inside quotes", "[delimited]") {
  const auto r = all("a,b\n\"x, y\",\"say \"\"hi\"\"\"\n\"two\r\nlines\",z\n,\nlast,\"\"", ',');
  REQUIRE(r.size() == 4);  // the line of separators only is blank
  CHECK(r[0].fields == fields{"a", "b"});
  CHECK(r[1].fields == fields{"x, y", "say \"hi\""});
  CHECK(r[2].fields == fields{"two\nlines", "z"});
  CHECK(r[2].line == 3);
  CHECK(r[3].fields == fields{"last", ""});
  CHECK(r[3].line == 6);
}

TEST_CASE("csv: a quote inside an unquoted cell is a plain character", "[delimited]") {
  const auto r = all("1,OOO \"Romashka\"\n", ',');
  REQUIRE(r.size() == 1);
  CHECK(r[0].fields == fields{"1", "OOO \"Romashka\""});
}

TEST_CASE("csv: a stray quote costs its own line only", "[delimited]") {
  const auto r = all("1,a\n2,\"never closed\n3,c\n4,d\n", ',');
  REQUIRE(r.size() == 4);
  REQUIRE(r[1].problem);
  CHECK(r[1].problem->code == errc::truncated);
  CHECK(r[1].line == 2);
  CHECK(r[2].fields == fields{"3", "c"});
  CHECK(r[2].line == 3);
  CHECK(r[3].fields == fields{"4", "d"});
}

TEST_CASE("csv: text after a closing quote is an error, and the next lines are read",
          "[delimited]") {
  const auto r = all("1,\"a\nb\" c,x\n2,d\n", ',');
  REQUIRE(r.size() == 3);
  REQUIRE(r[0].problem);
  CHECK(r[0].problem->code == errc::bad_syntax);
  CHECK_FALSE(r[1].problem);  // its second line, read again by itself
  CHECK(r[1].line == 2);
  CHECK(r[2].fields == fields{"2", "d"});
}

TEST_CASE("csv: blanks after a closing quote are no error", "[delimited]") {
  const auto r = all("\"a\" ,b\n", ',');
  REQUIRE(r.size() == 1);
  CHECK_FALSE(r[0].problem);
  CHECK(r[0].fields == fields{"a", "b"});
}

TEST_CASE("csv: a quote open for longer than the limit is given up", "[delimited]") {
  std::string text = "1,\"open\n";
  for (int i = 0; i < 20; ++i) text += "2,some line\n";
  const auto r = all(text, ',', 64);
  REQUIRE(r.size() == 21);
  REQUIRE(r[0].problem);
  CHECK(r[0].problem->code == errc::limit_exceeded);
  CHECK(r[20].fields == fields{"2", "some line"});
}

TEST_CASE("tsv: a record is a line; only a cell wholly in quotes is unquoted", "[delimited]") {
  const auto r =
      all("1\tAssociation \"Lianozovo\" LLC\n2\t\"Say \"\"hi\"\"\"\n3\t\"open\n\n4\t\n", '\t');
  REQUIRE(r.size() == 4);
  CHECK(r[0].fields == fields{"1", "Association \"Lianozovo\" LLC"});
  CHECK(r[1].fields == fields{"2", "Say \"hi\""});
  CHECK(r[2].fields == fields{"3", "\"open"});
  CHECK(r[3].fields == fields{"4", ""});
  CHECK(r[3].line == 5);
}

TEST_CASE("tsv: two quoted words in one cell are not one quoted cell", "[delimited]") {
  const auto r = all("\"A\" and \"B\"\t1\n", '\t');
  REQUIRE(r.size() == 1);
  CHECK(r[0].fields == fields{"\"A\" and \"B\"", "1"});
}
