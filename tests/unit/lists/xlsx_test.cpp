#include "lists/xlsx.hpp"

#include "catch.hpp"
#include "support/zip_of.hpp"

using namespace tradewarden;
using namespace tradewarden::lists;

namespace {

using files = std::vector<std::pair<std::string, std::string>>;

input_file book(const std::string& rows, const std::string& shared = "<sst/>", const std::string& workbook = "<workbook/>",
                const std::string& styles = "<styleSheet/>") {
  input_file out;
  out.name = "f.xlsx";
  out.bytes = tests::zip_of({{"[Content_Types].xml", "<Types/>"}, {"xl/workbook.xml", workbook},
                             {"xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"},
                             {"xl/sharedStrings.xml", shared}, {"xl/styles.xml", styles}}, true);
  return out;
}

std::string csv_of(const input_file& f) { return xlsx_as_csv(f, {}).value(); }

}  // namespace

TEST_CASE("xlsx: cells of every kind stand where they belong", "[xlsx]") {
  CHECK(csv_of(book("<row r='1'><c r='A1' t='s'><v>1</v></c><c r='C1' t='inlineStr'><is><r><t>in</t></r><r><t>line</t></r></is></c></row>"
                    "<row r='3'><c r='B3'><v>12.5</v></c><c r='C3' t='b'><v>1</v></c><c r='D3' t='str'><v>a \"b\"</v></c>"
                    "<c r='E3' s='0'/></row>",
                    "<sst><si><t>no</t></si><si><r><t>x</t></r><rPh><t>sound</t></rPh><r><t>&#10;y</t></r></si></sst>")) ==
        "\"x y\",,\"inline\"\n\n,\"12.5\",\"TRUE\",\"a \"\"b\"\"\"\n");
  CHECK(csv_of(book("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>")) == "\"1\",\"2\"\n\"3\",\n");
}

TEST_CASE("xlsx: numbers that a style shows as dates are dates", "[xlsx]") {
  const std::string rows = "<row r='1'><c r='A1' s='1'><v>40472</v></c><c r='B1' s='2'><v>1.5</v></c><c r='C1' s='0'><v>40472</v></c>"
                           "<c r='D1' s='3'><v>7</v></c></row>";
  const std::string styles = "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='d mmm yyyy'/>"
                             "<numFmt numFmtId='165' formatCode='[Red]0.00'/></numFmts><cellStyleXfs><xf numFmtId='14'/></cellStyleXfs>"
                             "<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='164'/><xf numFmtId='165'/></cellXfs></styleSheet>";
  // 40,472 days after 30 December 1899 is 21 October 2010; in the other calendar 1,462 days later.
  CHECK(csv_of(book(rows, "<sst/>", "<workbook/>", styles)) == "\"21/10/2010\",\"31/12/1899\",\"40472\",\"7\"\n");
  CHECK(csv_of(book(rows, "<sst/>", "<workbook><workbookPr date1904='1'/></workbook>", styles)).starts_with("\"22/10/2014\""));
}

TEST_CASE("xlsx: what is no whole spreadsheet is refused", "[xlsx]") {
  const auto code_of = [](const input_file& f) { return xlsx_as_csv(f, {}).error().code; };
  input_file f;
  f.bytes = "PK\x03\x04 and nothing";
  CHECK(code_of(f) == errc::truncated);
  f.bytes = tests::zip_of({{"word/document.xml", "<w/>"}});
  CHECK(code_of(f) == errc::unknown_format);
  f.bytes = tests::zip_of({{"xl/workbook.xml", "<workbook/>"}});
  CHECK(code_of(f) == errc::missing_field);
  CHECK(code_of(book("<row r='2'/><row r='1'/>")) == errc::bad_value);
  CHECK(code_of(book("<row r='1'><c r='B1'/><c r='A1'/></row>")) == errc::bad_value);
  CHECK(code_of(book("<row r='1'><c r='A1' t='s'><v>0</v></c></row>")) == errc::bad_value);
  CHECK(code_of(book("<row r='9999999'/>")) == errc::bad_value);
  CHECK(code_of(book("<row r='1'><c r='XFE1'><v>1</v></c></row>")) == errc::bad_value);
  CHECK(code_of(book("<row r='1'>")) == errc::bad_syntax);
  CHECK(xlsx_as_csv(book("<row r='1'><c><v>1</v></c></row>"), {.max_file_bytes = 20}).error().code == errc::limit_exceeded);
  CHECK_FALSE(looks_like_xlsx("PK\x03\x04 word/document.xml"));
  CHECK(looks_like_xlsx(book("").bytes));
}
