#include "cli/row_reader.hpp"

#include <sstream>

#include "catch.hpp"

using namespace tradewarden;
using namespace tradewarden::cli;
using values = std::vector<std::string>;

namespace {

constexpr row_key k_keys[] = {{"id", true}, {"name", true}, {"country", false}};

struct read_all {
  std::istringstream in;
  std::optional<error> refused;
  std::vector<input_row> rows;
  std::vector<std::string> ignored;
  std::uint64_t decoded_rows = 0;
  std::uint64_t first_decoded_line = 0;

  read_all(const std::string& text, row_format format) : in(text) {
    auto reader = row_reader::open(in, format, k_keys, "in");
    if (!reader) {
      refused = reader.error();
      return;
    }
    while (auto row = reader->next()) rows.push_back(std::move(*row));
    ignored = reader->ignored();
    decoded_rows = reader->decoded_rows();
    first_decoded_line = reader->first_decoded_line();
  }
};

}  // namespace

TEST_CASE("rows: the format follows from the extension, in any case", "[rows]") {
  CHECK(format_of_path("a/b.csv") == row_format::csv);
  CHECK(format_of_path("B.TSV") == row_format::tsv);
  CHECK(format_of_path("x.y.jsonl") == row_format::jsonl);
  CHECK(format_of_path("x.ndjson") == row_format::jsonl);
  CHECK_FALSE(format_of_path("x.json"));
  CHECK_FALSE(format_of_path("csv"));
  CHECK_FALSE(format_of_path("-"));
}

TEST_CASE("rows: columns in any order and case, others ignored and named", "[rows]") {
  const read_all r("\xEF\xBB\xBF"
                   "Notes, NAME ,Id\r\nx,ZTE Kangxun,7\r\n\r\ny,B,8\r\n",
                   row_format::csv);
  REQUIRE_FALSE(r.refused);
  REQUIRE(r.rows.size() == 2);
  CHECK(r.rows[0].values == values{"7", "ZTE Kangxun", ""});
  CHECK(r.rows[0].line == 2);
  CHECK(r.rows[1].line == 4);
  CHECK(r.ignored == values{"Notes"});
}

TEST_CASE("rows: a table without header, with a column missing or twice is refused", "[rows]") {
  REQUIRE(read_all("", row_format::csv).refused);
  CHECK(read_all("", row_format::csv).refused->code == errc::empty_input);
  CHECK(read_all("\n\n", row_format::tsv).refused->code == errc::empty_input);
  const auto missing = read_all("id,nom\n1,x\n", row_format::csv).refused;
  REQUIRE(missing);
  CHECK(missing->code == errc::missing_field);
  CHECK(missing->field == "name");
  CHECK(missing->line == 1);
  CHECK(read_all("id,name,Name\n", row_format::csv).refused->code == errc::bad_syntax);
}

TEST_CASE("rows: the header of a CSV tells what separates its cells", "[rows]") {
  for (const char separator : {',', ';', '\t'}) {
    // A tab within quotes is the one that does not go into a cell (TSV).
    std::string text = "\n\"id\";name;country\n1;\"x; y\";RU\n2;a;b;c\n";
    if (separator == '\t') text.replace(text.find("x; y"), 4, "x, y");
    for (char& c : text) c = c == ';' ? separator : c;
    const read_all r(text, row_format::csv);
    REQUIRE_FALSE(r.refused);
    REQUIRE(r.rows.size() == 2);
    const std::string name = std::string("x") + (separator == '\t' ? ',' : separator) + " y";
    CHECK(r.rows[0].values == values{"1", name, "RU"});
    CHECK(r.rows[1].problem);
  }
}

TEST_CASE("rows: UTF-16 and binary data are refused", "[rows]") {
  CHECK(read_all(std::string("\xFF\xFEi\0d\0", 6), row_format::csv).refused->code ==
        errc::not_text);
  CHECK(read_all(std::string("PK\x03\x04\0\0name", 10), row_format::csv).refused->code ==
        errc::not_text);
}

TEST_CASE("rows: more cells than the header means a separator without quotes", "[rows]") {
  const read_all r("id,name\n1,Huawei Technologies Co., Ltd.\n2,B,,\n", row_format::csv);
  REQUIRE(r.rows.size() == 2);
  REQUIRE(r.rows[0].problem);
  CHECK(r.rows[0].problem->code == errc::bad_syntax);
  CHECK(r.rows[0].problem->file == "in");
  CHECK(r.rows[0].problem->line == 2);
  CHECK(r.rows[0].values[0] == "1");
  REQUIRE(r.rows[1].problem);  // empty cells beyond the header too: something may have shifted
  CHECK(r.rows[1].problem->line == 3);
}

TEST_CASE("rows: a comma without quotes is found though the last cells are empty", "[rows]") {
  const read_all r("id,name,country\n4,Bank, Rossiya,,\n5,Bank Rossiya,RU,\n6,Bank Rossiya,RU\n",
                   row_format::csv);
  REQUIRE(r.rows.size() == 3);
  CHECK(r.rows[0].problem);
  CHECK(r.rows[1].problem);
  CHECK_FALSE(r.rows[2].problem);
}

TEST_CASE("rows: columns without a name take the cells that stand below them", "[rows]") {
  const read_all r("id,name,country,,\n1,Bank Rossiya,RU,,\n2,Gazprombank,RU,,x\n", row_format::csv);
  REQUIRE(r.rows.size() == 2);
  CHECK_FALSE(r.rows[0].problem);
  REQUIRE(r.rows[1].problem);  // what stands there may be the end of a row that has shifted
  CHECK(r.rows[1].problem->message.find("cell 5") != std::string::npos);
  const read_all numbered(",id,name\n0,1,Bank Rossiya\n", row_format::csv);
  REQUIRE(numbered.rows.size() == 1);
  CHECK_FALSE(numbered.rows[0].problem);
}

TEST_CASE("rows: a short row may lack optional cells but not the name", "[rows]") {
  const read_all r("id\tname\tcountry\n1\tA\n2\n", row_format::tsv);
  REQUIRE(r.rows.size() == 2);
  CHECK_FALSE(r.rows[0].problem);
  REQUIRE(r.rows[1].problem);
  CHECK(r.rows[1].problem->code == errc::missing_field);
  CHECK(r.rows[1].problem->field == "name");
}

TEST_CASE("rows: JSON lines with numbers, nulls and keys that no one asked for", "[rows]") {
  const read_all r("{\"id\": 12345678901234567890, \"name\": \"A\\u00e9\", \"country\": null, "
                   "\"x\": {\"name\": [1,{}]}}\n"
                   "\n"
                   "{\"name\":\"B\",\"id\":1.50}\n",
                   row_format::jsonl);
  REQUIRE(r.rows.size() == 2);
  CHECK_FALSE(r.rows[0].problem);
  CHECK(r.rows[0].values == values{"12345678901234567890", "A\xC3\xA9", ""});
  CHECK(r.rows[1].values[0] == "1.50");
  CHECK(r.rows[1].line == 3);
  CHECK(r.ignored == values{"x"});
}

TEST_CASE("rows: JSON lines that cannot be read say why and the next is read", "[rows]") {
  const read_all r("[\"array\"]\n"
                   "{\"id\":1\n"
                   "{\"id\":1,\"name\":[\"A\"]}\n"
                   "{\"id\":2}\n"
                   "{\"id\":3,\"name\":null}\n"
                   "{\"id\":4,\"name\":\"A\",\"name\":\"B\"}\n"
                   "{\"id\":5,\"name\":\"ok\"} x\n"
                   "\"text\"\n"
                   "{\"id\":6,\"name\":true}\n"
                   "{\"id\":7,\"name\":\"last\"}",
                   row_format::jsonl);
  REQUIRE(r.rows.size() == 10);
  const errc expected[] = {errc::bad_syntax,    errc::bad_syntax,    errc::bad_value,
                           errc::missing_field, errc::missing_field, errc::bad_syntax,
                           errc::bad_syntax,    errc::bad_syntax,    errc::bad_value};
  for (std::size_t i = 0; i < 9; ++i) {
    INFO("line " << i + 1);
    REQUIRE(r.rows[i].problem);
    CHECK(r.rows[i].problem->code == expected[i]);
    CHECK(r.rows[i].problem->line == i + 1);
  }
  CHECK(r.rows[3].values[0] == "2");
  CHECK(r.rows[0].values == values{"", "", ""});  // an array's elements are no one's values
  CHECK_FALSE(r.rows[9].problem);
}

TEST_CASE("rows: deep nesting in a key that no one asked for does no harm", "[rows]") {
  const std::string deep(100000, '[');
  const read_all r("{\"x\":" + deep + std::string(100000, ']') + ",\"id\":1,\"name\":\"A\"}\n",
                   row_format::jsonl);
  REQUIRE(r.rows.size() == 1);
  CHECK_FALSE(r.rows[0].problem);
}

TEST_CASE("rows: not one byte is refused in any format, a header alone is not", "[rows]") {
  for (const row_format f : {row_format::csv, row_format::tsv, row_format::jsonl}) {
    REQUIRE(read_all("", f).refused);
    CHECK(read_all("", f).refused->code == errc::empty_input);
  }
  CHECK_FALSE(read_all("id,name", row_format::csv).refused);
  CHECK(read_all("id,name", row_format::csv).rows.empty());
}

TEST_CASE("rows: JSON lines in UTF-16 are refused", "[rows]") {
  const auto refused = read_all(std::string("\xFF\xFE{\0}\0", 6), row_format::jsonl).refused;
  REQUIRE(refused);
  CHECK(refused->code == errc::not_text);
}

TEST_CASE("rows: bytes that are not UTF-8 are read as Windows-1252 and counted", "[rows]") {
  for (const row_format f : {row_format::csv, row_format::jsonl}) {
    const read_all r(f == row_format::csv
                         ? "id,name\n1,Caf\xE9\n2,B\n"
                         : "{\"id\":1,\"name\":\"Caf\xE9\"}\n{\"id\":2,\"name\":\"B\"}\n",
                     f);
    REQUIRE(r.rows.size() == 2);
    CHECK_FALSE(r.rows[0].problem);
    CHECK(r.rows[0].decoded);
    CHECK(r.rows[0].values[1] == "Caf\xC3\xA9");
    CHECK_FALSE(r.rows[1].decoded);
    CHECK(r.decoded_rows == 1);
    CHECK(r.first_decoded_line == (f == row_format::csv ? 2 : 1));
  }
}

TEST_CASE("rows: a zero byte in a value is a problem of that row", "[rows]") {
  const read_all r(std::string("id,name\n1,A\0B\n2,C\n", 18), row_format::csv);
  REQUIRE(r.rows.size() == 2);
  REQUIRE(r.rows[0].problem);
  CHECK(r.rows[0].problem->code == errc::not_text);
  CHECK_FALSE(r.rows[1].problem);
}

TEST_CASE("rows: a row is handed out before the next has been written", "[rows]") {
  // A stream that has delivered one line and would block for the second.
  struct one_line_then_block : std::streambuf {
    std::string text = "{\"id\":1,\"name\":\"A\"}\n";
    bool blocked = false;
    one_line_then_block() { setg(text.data(), text.data(), text.data() + text.size()); }
    int_type underflow() override {
      blocked = true;
      return traits_type::eof();
    }
  } buffer;
  std::istream in(&buffer);
  auto reader = row_reader::open(in, row_format::jsonl, k_keys, "in");
  REQUIRE(reader);
  const auto row = reader->next();
  REQUIRE(row);
  CHECK(row->values[1] == "A");
  CHECK_FALSE(buffer.blocked);
}

TEST_CASE("rows: another column may do in the place of a required one", "[rows]") {
  constexpr row_key keys[] = {{"id", true}, {"name", true, "number imo"}, {"number", false}, {"imo", false}};
  const auto problem = [&](const std::string& text, row_format format) {
    std::istringstream in(text);
    auto reader = row_reader::open(in, format, keys, "in");
    if (!reader) return reader.error().field;
    const auto row = reader->next();
    REQUIRE(row);
    return row->problem ? row->problem->field : std::string("none");
  };
  CHECK(problem("id,number\n1,2\n", row_format::csv) == "none");
  CHECK(problem("id\timo\n1\t2\n", row_format::tsv) == "none");
  CHECK(problem("id,country\n1,2\n", row_format::csv) == "name");
  CHECK(problem("number,name\n1,2\n", row_format::csv) == "id");
  CHECK(problem(R"({"id":"1","imo":"2"})", row_format::jsonl) == "none");
  CHECK(problem(R"({"id":"1","country":"2"})", row_format::jsonl) == "name");
}
