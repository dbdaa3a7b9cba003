#include "lists/mapping.hpp"

#include <simdjson.h>

#include <array>

#include "support/ascii.hpp"
#include "tradewarden/list_info.hpp"

namespace tradewarden::lists {
namespace {

namespace dom = simdjson::dom;

struct field_name {
  std::string_view name;
  mapped_field field;
};
constexpr std::array k_fields = std::to_array<field_name>({
    {"ignore", mapped_field::ignore},
    {"id", mapped_field::id},
    {"name", mapped_field::name},
    {"last_name", mapped_field::last_name},
    {"given_name", mapped_field::given_name},
    {"alias", mapped_field::alias},
    {"weak_alias", mapped_field::weak_alias},
    {"former_name", mapped_field::former_name},
    {"schema", mapped_field::schema},
    {"country", mapped_field::country},
    {"nationality", mapped_field::nationality},
    {"citizenship", mapped_field::citizenship},
    {"address", mapped_field::address},
    {"street", mapped_field::street},
    {"city", mapped_field::city},
    {"state", mapped_field::state},
    {"postal_code", mapped_field::postal_code},
    {"birth_date", mapped_field::birth_date},
    {"birth_place", mapped_field::birth_place},
    {"gender", mapped_field::gender},
    {"identifier", mapped_field::identifier},
    {"title", mapped_field::title},
    {"programme", mapped_field::programme},
    {"listed", mapped_field::listed},
    {"delisted", mapped_field::delisted},
    {"citation", mapped_field::citation},
    {"remark", mapped_field::remark},
    {"imo", mapped_field::imo},
    {"call_sign", mapped_field::call_sign},
    {"flag", mapped_field::flag},
    {"url", mapped_field::url},
});

class reader {
 public:
  explicit reader(const input_file& file) : file_(file) {}

  result<mapping> read() {
    dom::parser parser;
    dom::element root;
    dom::object object;
    if (const auto bad = parser.parse(file_.bytes.data(), file_.bytes.size(), true).get(root)) {
      return fail(errc::bad_syntax, {},
                  std::string("the mapping is not valid JSON: ") + simdjson::error_message(bad));
    }
    if (root.get(object) != simdjson::SUCCESS) {
      return fail(errc::bad_syntax, {}, "the mapping is no JSON object");
    }
    bool version = false;
    for (const dom::key_value_pair pair : object) {
      if (pair.key == "tradewarden_mapping") {
        std::int64_t v = 0;
        if (pair.value.get(v) != simdjson::SUCCESS || v != 1) {
          return fail(errc::unknown_format, pair.key, "this engine reads version 1 of the mapping");
        }
        version = true;
      } else if (auto ok = key(pair.key, pair.value); !ok) {
        return ok.error();
      }
    }
    if (!version) return fail(errc::missing_field, "tradewarden_mapping", "the version is missing");
    return check();
  }

 private:
  error fail(errc code, std::string_view field, std::string message) const {
    return error{code, std::move(message), file_.label(), 0, std::string(field.substr(0, 60))};
  }

  result<void> text(std::string_view field, dom::element value, std::string& to) const {
    std::string_view s;
    if (value.get(s) != simdjson::SUCCESS) return fail(errc::bad_value, field, "a text belongs here");
    to = ascii::trim(s);
    return {};
  }

  result<void> number(std::string_view field, dom::element value, std::uint64_t& to) const {
    if (value.get(to) == simdjson::SUCCESS) return {};
    return fail(errc::bad_value, field, "a number belongs here");
  }

  result<void> key(std::string_view name, dom::element value) {
    std::string s;
    if (name == "file") return text(name, value, out_.file);
    if (name == "name") return text(name, value, out_.name);
    if (name == "list") return text(name, value, out_.list);
    if (name == "skip_lines") return number(name, value, out_.skip_lines);
    if (name == "columns") return columns(value);
    if (name == "entries") {
      std::uint64_t n = 0;
      auto ok = number(name, value, n);
      if (ok) out_.entries = n;
      return ok;
    }
    if (name != "separator" && name != "date" && name != "dates" && name != "schema") {
      return fail(errc::bad_syntax, name,
                  "unknown key; a mapping has tradewarden_mapping, file, name, list, entries, separator, "
                  "skip_lines, date, dates, schema and columns");
    }
    std::string_view raw;
    if (value.get(raw) != simdjson::SUCCESS) {
      return fail(errc::bad_value, name, "a text belongs here");
    }
    if (name == "separator") {
      if (raw.size() != 1 || raw == "\"" || raw == "\n" || raw == "\r") {
        return fail(errc::bad_value, name, "one character belongs here, such as \",\" or \"\\t\"");
      }
      out_.separator = raw.front();
    } else if (name == "date") {
      const auto d = day::parse(raw);
      if (!d) return fail(errc::bad_value, name, d.error().message);
      out_.date = *d;
    } else if (name == "dates") {
      if (raw == "iso") {
        out_.dates = date_order::iso;
      } else if (raw == "day_first") {
        out_.dates = date_order::day_first;
      } else if (raw == "month_first") {
        out_.dates = date_order::month_first;
      } else {
        return fail(errc::bad_value, name, "one of iso, day_first, month_first belongs here");
      }
    } else {
      const auto s_of = parse_schema(raw);
      if (!s_of) return fail(errc::bad_value, name, s_of.error().message);
      out_.schema = *s_of;
    }
    return {};
  }

  result<void> columns(dom::element value) {
    dom::object object;
    if (value.get(object) != simdjson::SUCCESS) {
      return fail(errc::bad_value, "columns", "an object belongs here: the column's name and where it goes");
    }
    for (const dom::key_value_pair pair : object) {
      mapped_column c;
      c.name = pair.key;
      std::string to;
      dom::object details;
      if (pair.value.get(details) == simdjson::SUCCESS) {
        for (const dom::key_value_pair detail : details) {
          std::string* place = detail.key == "to"     ? &to
                               : detail.key == "type" ? &c.type
                                                      : nullptr;
          if (detail.key == "split") {
            std::string_view raw;
            if (detail.value.get(raw) != simdjson::SUCCESS || raw.empty()) {
              return fail(errc::bad_value, pair.key, "split needs the text between two values");
            }
            c.split = raw;
          } else if (place == nullptr) {
            return fail(errc::bad_syntax, pair.key, "unknown key; a column has to, split and type");
          } else if (auto ok = text(pair.key, detail.value, *place); !ok) {
            return ok;
          }
        }
      } else if (auto ok = text(pair.key, pair.value, to); !ok) {
        return ok;
      }
      bool known = false;
      for (const field_name& f : k_fields) {
        if (f.name != to) continue;
        c.to = f.field;
        known = true;
      }
      if (!known) {
        return fail(errc::bad_value, pair.key, "unknown field '" + to.substr(0, 40) + "': " + fields());
      }
      out_.columns.push_back(std::move(c));
    }
    return {};
  }

  static std::string fields() {
    std::string out = "use one of ";
    for (const field_name& f : k_fields) {
      if (!out.ends_with(' ')) out += ", ";
      out += f.name;
    }
    return out;
  }

  result<mapping> check() {
    if (out_.file.empty()) return fail(errc::missing_field, "file", "the name of the CSV file is missing");
    if (out_.file.find('/') != std::string::npos || out_.file.find('\\') != std::string::npos) {
      return fail(errc::bad_value, "file", "the CSV file lies beside the mapping: a name without a folder");
    }
    if (out_.name.empty()) return fail(errc::missing_field, "name", "the list needs a name");
    if (!out_.list.starts_with("X-") && find_list(out_.list) == nullptr) {
      return fail(errc::bad_value, "list",
                  "a list of one's own has a code that begins with X- (\"X-JP-METI\")");
    }
    for (const mapped_column& c : out_.columns) {
      if (c.to == mapped_field::name || c.to == mapped_field::last_name) return std::move(out_);
    }
    return fail(errc::missing_field, "columns", "no column is mapped to name or last_name");
  }

  const input_file& file_;
  mapping out_;
};

}  // namespace

result<mapping> read_mapping(const input_file& file) {
  if (!file.valid_utf8) {
    return error{errc::not_text, "the mapping is not UTF-8; save it as UTF-8", file.label(), 0, {}};
  }
  return reader{file}.read();
}

}  // namespace tradewarden::lists
