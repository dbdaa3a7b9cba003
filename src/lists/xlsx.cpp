#include "lists/xlsx.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>
#include <vector>

#include "lists/xml_stream.hpp"
#include "lists/zip_archive.hpp"
#include "support/ascii.hpp"
#include "tradewarden/day.hpp"

namespace tradewarden::lists {
namespace {

constexpr std::uint64_t k_most_rows = 1'048'576;  // of a sheet, by the format
constexpr std::size_t k_most_columns = 16'384;

/// Numbers of days since 1899-12-30, or 1904-01-01 where the workbook says so.
constexpr std::int32_t k_day_zero = -25'569;
constexpr std::int32_t k_day_zero_1904 = -24'107;

class sheet_reader {
 public:
  sheet_reader(const input_file& file, const zip_archive& zip, const read_limits& limits)
      : file_(file), zip_(zip), limits_(limits) {}

  result<std::string> read() {
    if (auto done = read_workbook(); !done) return done.error();
    if (auto done = read_shared_texts(); !done) return done.error();
    if (auto done = read_styles(); !done) return done.error();
    xml_visitor v;
    v.roots = {"worksheet"};
    v.records = {"row"};
    v.record = [&](xml_element& row) { return take(row); };
    if (auto done = read_part("xl/worksheets/sheet1.xml", v); !done) return done.error();
    return std::move(out_);
  }

 private:
  [[nodiscard]] error fail(errc code, std::string message) const { return {code, std::move(message), file_.label(), 0, {}}; }

  /// One member of the archive; an error names it.
  result<void> read_part(const std::string& name, const xml_visitor& visitor) {
    auto bytes = zip_.read(name, limits_.max_file_bytes);
    if (!bytes) return bytes.error();
    auto part = make_input_file(name, std::move(*bytes), limits_);
    if (!part) return in_part(part.error(), name);
    if (auto done = stream_xml(*part, limits_, visitor); !done) return in_part(done.error(), name);
    return {};
  }
  error in_part(error e, const std::string& name) const {
    e.message = name + (e.line != 0 ? ", line " + std::to_string(e.line) : std::string()) + ": " + e.message;
    e.file = file_.label();
    e.line = 0;
    return e;
  }

  result<void> read_workbook() {
    if (!zip_.has("xl/workbook.xml")) return fail(errc::unknown_format, "a ZIP archive that is no spreadsheet (.xlsx): unpack it first");
    xml_visitor v;
    v.roots = {"workbook"};
    v.records = {"workbookPr"};
    v.record = [&](xml_element& e) {
      const std::string_view is_1904 = e.attribute("date1904");
      if (is_1904 == "1" || is_1904 == "true") day_zero_ = k_day_zero_1904;
      return result<void>{};
    };
    return read_part("xl/workbook.xml", v);
  }

  /// All pieces of a text in their order; those for pronunciation are left out.
  static void add_texts(const xml_element& e, std::string& to) {
    for (const xml_element& c : e.children) {
      if (c.name == "t") to += c.text;
      if (c.name == "r") add_texts(c, to);
    }
  }

  result<void> read_shared_texts() {
    if (!zip_.has("xl/sharedStrings.xml")) return {};
    xml_visitor v;
    v.roots = {"sst"};
    v.records = {"si"};
    v.record = [&](xml_element& e) {
      add_texts(e, texts_.emplace_back());
      return result<void>{};
    };
    return read_part("xl/sharedStrings.xml", v);
  }

  /// Which styles show a number as a date: those of the format itself, and those with a year or day.
  result<void> read_styles() {
    if (!zip_.has("xl/styles.xml")) return {};
    std::vector<std::uint32_t> own;
    xml_visitor v;
    v.roots = {"styleSheet"};
    v.records = {"numFmts", "cellXfs"};
    v.record = [&](xml_element& e) {
      e.each("numFmt", [&](const xml_element& f) {
        const std::string code = ascii::lower(f.attribute("formatCode"));
        if (code.find_first_of("yd") != std::string::npos && code.find("red") == std::string::npos) {
          own.push_back(number_of(f.attribute("numFmtId")).value_or(0));
        }
      });
      e.each("xf", [&](const xml_element& x) {
        const std::uint32_t id = number_of(x.attribute("numFmtId")).value_or(0);
        dates_.push_back((id >= 14 && id <= 17) || id == 22 || (id != 0 && std::find(own.begin(), own.end(), id) != own.end()));
      });
      return result<void>{};
    };
    return read_part("xl/styles.xml", v);
  }

  static std::optional<std::uint32_t> number_of(std::string_view text) {
    std::uint32_t out = 0;
    const auto [end, ec] = std::from_chars(text.data(), text.data() + text.size(), out);
    if (ec != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return out;
  }

  /// "C7" is 2.
  static std::optional<std::size_t> column_of(std::string_view cell) {
    std::size_t out = 0;
    std::size_t at = 0;
    for (; at < cell.size() && cell[at] >= 'A' && cell[at] <= 'Z'; ++at) {
      out = out * 26 + static_cast<std::size_t>(cell[at] - 'A') + 1;
      if (out > k_most_columns) return std::nullopt;
    }
    if (at == 0) return std::nullopt;
    return out - 1;
  }

  /// A number that a style shows as a date.
  std::string date_of(std::string_view number) const {
    const auto days = number_of(number.substr(0, number.find('.')));
    if (!days || *days == 0 || *days > 2'958'465) return std::string(number);
    const std::string iso = day::from_days(static_cast<std::int32_t>(*days) + day_zero_).to_string();
    return iso.substr(8, 2) + "/" + iso.substr(5, 2) + "/" + iso.substr(0, 4);
  }

  result<std::string> text_of(const xml_element& cell) const {
    const std::string_view type = cell.attribute("t");
    if (type == "inlineStr") {
      std::string out;
      cell.each("is", [&](const xml_element& is) { add_texts(is, out); });
      return out;
    }
    const std::string_view value = cell.text_of("v");
    if (type == "s") {
      const auto at = number_of(value);
      if (!at || *at >= texts_.size()) return fail(errc::bad_value, "cell " + std::string(cell.attribute("r").substr(0, 12)) + ": there is no such shared text");
      return texts_[*at];
    }
    if (type == "e") {
      return fail(errc::bad_value, "cell " + std::string(cell.attribute("r").substr(0, 12)) + " holds an error of the spreadsheet, " +
                                       std::string(value.substr(0, 12)) + ": what belongs there is lost; fetch the file again");
    }
    if (type == "b") return std::string(value == "1" ? "TRUE" : "FALSE");
    const auto style = number_of(cell.attribute("s"));
    if ((type.empty() || type == "n") && style && *style < dates_.size() && dates_[*style] && !value.empty()) return date_of(value);
    return std::string(value);
  }

  result<void> take(const xml_element& row) {
    const auto stated = row.attribute("r").empty() ? std::optional(rows_ + 1) : number_of(row.attribute("r"));
    if (!stated || *stated <= rows_ || *stated > k_most_rows) return fail(errc::bad_value, "the rows of the sheet do not follow each other");
    // Rows without a cell are left out of the file.
    for (; rows_ + 1 < *stated; ++rows_) out_ += '\n';
    std::size_t next = 0;     // column
    std::size_t written = 0;  // commas
    for (const xml_element& cell : row.children) {
      if (cell.name != "c") continue;
      const auto at = cell.attribute("r").empty() ? std::optional(next) : column_of(cell.attribute("r"));
      if (!at || *at < next || *at >= k_most_columns) return fail(errc::bad_value, "the cells of row " + std::to_string(*stated) + " do not follow each other");
      next = *at + 1;
      auto text = text_of(cell);
      if (!text) return text.error();
      if (text->empty()) continue;  // a cell with a colour and no value is none
      out_.append(*at - written, ',');
      written = *at;
      add_cell(*text);
      if (out_.size() > limits_.max_file_bytes) return fail(errc::limit_exceeded, "the sheet is larger than " + std::to_string(limits_.max_file_bytes) + " bytes");
    }
    // Empty cells at the end of a row are left out too: as wide as the header.
    if (width_ == 0) width_ = written;
    if (next != 0 && written < width_) out_.append(width_ - written, ',');
    out_ += '\n';
    ++rows_;
    return {};
  }

  void add_cell(std::string_view text) {
    out_ += '"';
    for (const char c : text) {
      if (c == '"') out_ += '"';
      out_ += c == '\n' || c == '\r' ? ' ' : c;
    }
    out_ += '"';
  }

  const input_file& file_;
  const zip_archive& zip_;
  const read_limits& limits_;
  std::int32_t day_zero_ = k_day_zero;
  std::vector<std::string> texts_;
  std::vector<bool> dates_;  ///< By style.
  std::uint32_t rows_ = 0;
  std::size_t width_ = 0;  ///< Commas of the first row that has any.
  std::string out_;
};

}  // namespace

result<std::string> xlsx_as_csv(const input_file& file, const read_limits& limits) {
  const auto zip = zip_archive::open(file.bytes, file.label());
  if (!zip) return zip.error();
  return sheet_reader(file, *zip, limits).read();
}

bool looks_like_xlsx(std::string_view first_bytes) {
  return first_bytes.starts_with("PK\x03\x04") &&
         (first_bytes.find("[Content_Types].xml") != std::string_view::npos || first_bytes.find("xl/w") != std::string_view::npos) &&
         first_bytes.find("xl/") != std::string_view::npos;
}

}  // namespace tradewarden::lists
