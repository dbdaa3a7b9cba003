#include "bill_io/table_json.hpp"

#include <cstdint>
#include <set>
#include <string>

#include "bill_io/json_text.hpp"
#include "support/ascii.hpp"

namespace tradewarden::bill_io {
namespace {

namespace od = simdjson::ondemand;
using code = simdjson::error_code;

class tables_reader {
 public:
  tables_reader(json_text& json, sink& out) : json_(json), out_(out) {}

  template <class Row>
  code read_rows(od::array& rows, const std::string& way = {}) {
    std::size_t index = 0;
    for (auto entry : rows) {
      out_.within(way + "/" + std::to_string(index++));
      od::value v;
      if (const auto e = entry.get(v)) return e;
      json_.see(v);
      out_.read();
      od::json_type type{};
      if (const auto e = v.type().get(type)) return e;
      if (type != od::json_type::object) {
        out_.rejected();
        problem({}, "an object belongs here");
        continue;
      }
      od::object fields;
      if (const auto e = v.get_object().get(fields)) return e;
      Row row;
      const std::uint64_t before = out_.problems();
      const std::uint64_t line = json_.line();
      if (const auto e = read_fields(fields, row)) return e;
      if (out_.problems() == before) {
        out_.row(row, line);
      } else {
        out_.rejected();
      }
    }
    return simdjson::SUCCESS;
  }

  template <class Row>
  code read_array(od::value& v) {
    json_.see(v);
    od::json_type type{};
    if (const auto e = v.type().get(type)) return e;
    if (type != od::json_type::array) {
      problem(std::string(table_name(Row{})), "an array of objects belongs here");
      return simdjson::SUCCESS;
    }
    od::array rows;
    if (const auto e = v.get_array().get(rows)) return e;
    const code e = read_rows<Row>(rows, "/" + std::string(table_name(Row{})));
    out_.within({});
    return e;
  }

  /// Each of the tables in `wanted` ("parts lines ...") once.
  code read_tables(od::object& top, std::string_view wanted) {
    std::set<std::string, std::less<>> seen;
    for (auto field : top) {
      std::string_view key;
      if (const auto e = field.unescaped_key().get(key)) return e;
      od::value v;
      if (const auto e = field.value().get(v)) return e;
      json_.see(v);
      if (wanted.find(key) == std::string_view::npos || key.size() < 2 || !is_table(key)) {
        unused_.emplace(key);
        continue;
      }
      if (!seen.emplace(key).second) {
        problem(std::string(key), "this table stands twice");
        continue;
      }
      const auto e = key == "parts"    ? read_array<part_row>(v)
                     : key == "lines"  ? read_array<line_row>(v)
                     : key == "offers" ? read_array<offer_row>(v)
                     : key == "fx"     ? read_array<rate_row>(v)
                                       : read_array<production_row>(v);
      if (e) return e;
    }
    if (seen.empty()) {
      out_.problem(errc::unknown_format, 1, {},
                   "neither CycloneDX nor an object with the arrays " + std::string(wanted));
    }
    return simdjson::SUCCESS;
  }

  void note_unused() {
    std::string names;
    for (const std::string& n : unused_) names += (names.empty() ? "" : ", ") + n;
    if (!names.empty()) out_.note("keys that are not used: " + names);
  }

 private:
  static bool is_table(std::string_view key) {
    return key == "parts" || key == "lines" || key == "offers" || key == "fx" ||
           key == "production";
  }

  template <class Row>
  code read_fields(od::object& fields, Row& row) {
    std::uint32_t seen = 0;
    for (auto field : fields) {
      std::string_view key;
      if (const auto e = field.unescaped_key().get(key)) return e;
      od::value v;
      if (const auto e = field.value().get(v)) return e;
      json_.see(v);
      const auto columns = columns_of(row);
      std::size_t c = 0;
      while (c < columns.size() && columns[c].name != key) ++c;
      if (c == columns.size()) {
        if (unused_.size() < 100) unused_.emplace(key.substr(0, 60));
        continue;
      }
      if ((seen & (1U << c)) != 0) problem(std::string(key), "this key stands twice in the object");
      seen |= 1U << c;
      if (const auto e = read_text(v, row.*columns[c].field, key)) return e;
    }
    return simdjson::SUCCESS;
  }

  code read_text(od::value& v, std::string_view& to, std::string_view key) {
    od::json_type type{};
    if (const auto e = v.type().get(type)) return e;
    if (type == od::json_type::string) return v.get_string().get(to);
    if (type == od::json_type::null) return simdjson::SUCCESS;
    if (type == od::json_type::number) {
      problem(std::string(key),
              "numbers are written as texts (\"0.1\"): a JSON number may have lost digits");
    } else {
      problem(std::string(key), "a text belongs here");
    }
    return simdjson::SUCCESS;
  }

  void problem(std::string field, std::string message) {
    if (!out_.place().empty()) message += " (" + out_.place() + ")";
    out_.problem(errc::bad_value, json_.line(), std::move(field), std::move(message));
  }

  json_text& json_;
  sink& out_;
  std::set<std::string, std::less<>> unused_;
};

}  // namespace

bool looks_like_json(std::string_view text) {
  const std::string_view s = ascii::trim(text.substr(0, 4096));
  return !s.empty() && (s.front() == '{' || s.front() == '[');
}

template <class Row>
void read_table_json(std::string_view text, sink& out) {
  json_text json(text, out);
  od::document* doc = json.open();
  if (doc == nullptr) return;
  tables_reader reader(json, out);
  od::json_type type{};
  if (!json.check(doc->type().get(type))) return;
  if (type == od::json_type::array) {
    od::array rows;
    if (!json.check(doc->get_array().get(rows))) return;
    if (!json.check(reader.template read_rows<Row>(rows))) return;
  } else if (type == od::json_type::object) {
    od::object top;
    if (!json.check(doc->get_object().get(top))) return;
    if (!json.check(reader.read_tables(top, table_name(Row{})))) return;
  } else {
    return out.problem(errc::unknown_format, 1, {}, "an array of objects belongs here");
  }
  json.check_end();
  reader.note_unused();
}

template void read_table_json<part_row>(std::string_view, sink&);
template void read_table_json<line_row>(std::string_view, sink&);
template void read_table_json<offer_row>(std::string_view, sink&);
template void read_table_json<rate_row>(std::string_view, sink&);
template void read_table_json<production_row>(std::string_view, sink&);

void read_bill_json(std::string_view text, sink& out) {
  json_text json(text, out);
  od::document* doc = json.open();
  if (doc == nullptr) return;
  tables_reader reader(json, out);
  od::object top;
  if (!json.check(doc->get_object().get(top))) return;
  if (!json.check(reader.read_tables(top, "parts, lines, offers, fx, production"))) return;
  json.check_end();
  reader.note_unused();
}

}  // namespace tradewarden::bill_io
