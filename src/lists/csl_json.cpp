#include "lists/csl_json.hpp"

#include <simdjson.h>

#include <algorithm>
#include <string>

#include "lists/csl_record.hpp"
#include "lists/entities.hpp"
#include "lists/list_address.hpp"
#include "lists/list_text.hpp"
#include "support/ascii.hpp"
#include "support/json_place.hpp"

namespace tradewarden::lists {
namespace {

namespace od = simdjson::ondemand;

/// Keys of an answer of the search interface that carry nothing of the entry.
bool is_idle_key(std::string_view key) {
  return key == "score" || key == "country_id" || key == "source_list_id";
}

/// Reads one file; every function returns simdjson's code, after which nothing more is read.
class json_reader {
 public:
  json_reader(std::string_view text, publication_builder& out, const read_limits& limits)
      : text_(text), out_(out), parties_(out), limits_(limits) {}

  result<void> read(od::document& doc) {
    od::json_type type{};
    if (const auto e = doc.type().get(type)) return broken(e);
    if (type == od::json_type::array) {
      od::array entries;
      if (const auto e = doc.get_array().get(entries)) return broken(e);
      if (const auto e = read_entries(entries)) return broken(e);
    } else if (type == od::json_type::object) {
      od::object top;
      if (const auto e = doc.get_object().get(top)) return broken(e);
      if (const auto e = read_top(top)) return broken(e);
    }
    if (over_limit_) {
      return out_.fail(errc::limit_exceeded, lines_.line(), {},
                       "more than " + std::to_string(limits_.max_parties) + " parties");
    }
    if (!found_entries_) {
      return out_.fail(errc::unknown_format, 1, "results",
                       "neither an array of entries nor an object with the array \"results\"");
    }
    if (const char* rest = nullptr; doc.current_location().get(rest) == simdjson::SUCCESS) {
      return out_.fail(errc::bad_syntax, lines_.line(), {}, "text follows the end of the list");
    }
    const std::uint64_t rows = out_.result_so_far().counts.rows;
    if (total_ > rows) {
      return out_.fail(errc::truncated, 0, "total",
                       "the file holds " + std::to_string(rows) + " of " + std::to_string(total_) +
                           " entries: a page of a search, not the list; fetch the bulk file");
    }
    return {};
  }

 private:
  using code = simdjson::error_code;

  error broken(code e) { return out_.fail(json_errc(e), lines_.line(), {}, json_message(e)); }

  code read_top(od::object& top) {
    for (auto field : top) {
      std::string_view key;
      if (const auto e = field.unescaped_key().get(key)) return e;
      od::value value;
      if (const auto e = field.value().get(value)) return e;
      if (key == "results") {
        od::array entries;
        if (const auto e = value.get_array().get(entries)) return e;
        if (const auto e = read_entries(entries)) return e;
        if (over_limit_) return simdjson::SUCCESS;
      } else if (key == "total") {
        std::uint64_t total = 0;
        if (value.get_uint64().get(total) == simdjson::SUCCESS) total_ = total;
      }
    }
    return simdjson::SUCCESS;
  }

  code read_entries(od::array& entries) {
    found_entries_ = true;
    for (auto entry : entries) {
      od::value value;
      if (const auto e = entry.get(value)) return e;
      const char* at = nullptr;
      if (value.current_location().get(at) == simdjson::SUCCESS) lines_.see(at);
      out_.row();
      const std::string number = "record " + std::to_string(out_.result_so_far().counts.rows);
      out_.set_record(number);
      od::json_type type{};
      if (const auto e = value.type().get(type)) return e;
      if (type != od::json_type::object) {
        out_.reject(lines_.line(), {}, "the entry is no object");
        continue;
      }
      od::object object;
      if (const auto e = value.get_object().get(object)) return e;
      record_.clear();
      record_.line = lines_.line();
      if (const auto e = read_entry(object)) return e;
      const std::string_view id = record_.id.empty() ? record_.entity_number : record_.id;
      if (!id.empty()) out_.set_record(number + " (id " + std::string(id.substr(0, 60)) + ")");
      parties_.add(record_);
      if (out_.parties() > limits_.max_parties) {
        over_limit_ = true;
        return simdjson::SUCCESS;
      }
    }
    return simdjson::SUCCESS;
  }

  code read_entry(od::object& object) {
    keys_.clear();
    for (auto field : object) {
      std::string_view key;
      if (const auto e = field.unescaped_key().get(key)) return e;
      if (std::find(keys_.begin(), keys_.end(), key) != keys_.end()) {
        out_.warn(lines_.line(), key.substr(0, 60), "this key stands twice in the record");
      } else if (keys_.size() < 100) {
        keys_.push_back(key);  // simdjson keeps unescaped texts until the document is read.
      }
      od::value value;
      if (const auto e = field.value().get(value)) return e;
      if (const auto e = read_field(key, value)) return e;
    }
    return simdjson::SUCCESS;
  }

  code read_field(std::string_view key, od::value& value) {
    for (const csl_text_key& known : csl_text_keys()) {
      if (known.name != key) continue;
      std::string_view s;
      if (const auto e = read_text(key, value, s)) return e;
      // "id" and "_id" are one key; what is there first stays unless it is empty.
      std::string_view& to = record_.*known.to;
      if (to.empty() || known.to != &csl_record::id) to = s;
      return simdjson::SUCCESS;
    }
    for (const csl_values_key& known : csl_values_keys()) {
      if (known.name == key) return read_values(key, value, record_.*known.to);
    }
    if (key == "addresses") return read_addresses(value);
    if (key == "ids") return read_ids(value);
    if (!is_idle_key(key)) warn_key(key);
    return simdjson::SUCCESS;
  }

  /// One warning per key that is not known, not one per entry.
  void warn_key(std::string_view key) {
    std::string name(key.substr(0, 60));
    if (std::find(unknown_.begin(), unknown_.end(), name) != unknown_.end()) return;
    if (unknown_.size() < 100) unknown_.push_back(name);
    out_.warn(lines_.line(), name, "this key is not known and was not read");
  }

  /// A string as it is, a number or a boolean as written, null as empty.
  code read_text(std::string_view key, od::value& value, std::string_view& to) {
    od::json_type type{};
    if (const auto e = value.type().get(type)) return e;
    switch (type) {
      case od::json_type::string: {
        const auto e = value.get_string().get(to);
        if (e == simdjson::STRING_ERROR) {
          out_.warn(lines_.line(), key, "the text has a broken escape and was not read");
          to = {};
          return simdjson::SUCCESS;
        }
        if (e) return e;
        if (to.size() > limits_.max_field_bytes) {
          out_.warn(lines_.line(), key, "the value is longer than the limit and was not read");
          to = {};
        }
        return simdjson::SUCCESS;
      }
      case od::json_type::number:
      case od::json_type::boolean: to = ascii::trim(value.raw_json_token()); break;
      case od::json_type::null: to = {}; break;
      default: out_.warn(lines_.line(), key, "a text belongs here; the value was not read"); break;
    }
    return simdjson::SUCCESS;
  }

  code read_values(std::string_view key, od::value& value, std::vector<std::string>& to) {
    od::json_type type{};
    if (const auto e = value.type().get(type)) return e;
    if (type != od::json_type::array) {
      std::string_view s;
      if (const auto e = read_text(key, value, s)) return e;
      to = split_values(s);
      return simdjson::SUCCESS;
    }
    od::array values;
    if (const auto e = value.get_array().get(values)) return e;
    for (auto item : values) {
      od::value v;
      if (const auto e = item.get(v)) return e;
      std::string_view s;
      if (const auto e = read_text(key, v, s)) return e;
      if (s = ascii::trim(s); !s.empty()) to.push_back(decode_entities(s));
    }
    return simdjson::SUCCESS;
  }

  /// Calls `read(key, text)` for each key of each object of an array.
  template <class Begin, class Read>
  code read_objects(std::string_view key, od::value& value, Begin begin, Read read) {
    od::json_type type{};
    if (const auto e = value.type().get(type)) return e;
    if (type == od::json_type::null) return simdjson::SUCCESS;
    if (type != od::json_type::array) {
      out_.warn(lines_.line(), key, "an array of objects belongs here; the value was not read");
      return simdjson::SUCCESS;
    }
    od::array items;
    if (const auto e = value.get_array().get(items)) return e;
    for (auto item : items) {
      od::value v;
      if (const auto e = item.get(v)) return e;
      if (const auto e = v.type().get(type)) return e;
      if (type != od::json_type::object) {
        out_.warn(lines_.line(), key, "an object belongs here; the value was not read");
        continue;
      }
      begin();
      od::object object;
      if (const auto e = v.get_object().get(object)) return e;
      for (auto field : object) {
        std::string_view inner;
        if (const auto e = field.unescaped_key().get(inner)) return e;
        od::value part;
        if (const auto e = field.value().get(part)) return e;
        std::string_view s;
        if (const auto e = read_text(inner, part, s)) return e;
        read(inner, s);
      }
    }
    return simdjson::SUCCESS;
  }

  code read_addresses(od::value& value) {
    od::json_type type{};
    if (const auto e = value.type().get(type)) return e;
    if (type == od::json_type::string) {
      std::string_view s;
      if (const auto e = read_text("addresses", value, s)) return e;
      record_.addresses = split_addresses(s);
      return simdjson::SUCCESS;
    }
    struct parts {
      std::string street, city, state, postal, country;
    };
    std::vector<parts> all;
    const code e = read_objects(
        "addresses", value, [&] { all.emplace_back(); },
        [&](std::string_view key, std::string_view s) {
          parts& a = all.back();
          if (key == "address") a.street = decode_entities(s);
          if (key == "city") a.city = decode_entities(s);
          if (key == "state") a.state = decode_entities(s);
          if (key == "postal_code") a.postal = decode_entities(s);
          if (key == "country") a.country = decode_entities(s);
        });
    if (e) return e;
    for (const parts& a : all) {
      party_address out = address_of_parts(a.street, a.city, a.state, a.postal, a.country);
      if (!is_empty(out)) record_.addresses.push_back(std::move(out));
    }
    return simdjson::SUCCESS;
  }

  code read_ids(od::value& value) {
    od::json_type type{};
    if (const auto e = value.type().get(type)) return e;
    if (type == od::json_type::string) {
      std::string_view s;
      if (const auto e = read_text("ids", value, s)) return e;
      record_.ids = split_identifiers(s);
      return simdjson::SUCCESS;
    }
    return read_objects(
        "ids", value, [&] { record_.ids.emplace_back(); },
        [&](std::string_view key, std::string_view s) {
          csl_identifier& id = record_.ids.back();
          if (key == "type") id.type = collapse_blanks(decode_entities(s));
          if (key == "number") id.number = collapse_blanks(decode_entities(s));
          if (key == "country") id.country = collapse_blanks(s);
          if (key == "issue_date") id.issued = collapse_blanks(s);
          if (key == "expiration_date") id.expires = collapse_blanks(s);
        });
  }

  std::string_view text_;
  publication_builder& out_;
  csl_builder parties_;
  const read_limits& limits_;
  csl_record record_;
  std::vector<std::string> unknown_;
  std::vector<std::string_view> keys_;  ///< Of the entry at hand.
  line_counter lines_{text_};
  std::uint64_t total_ = 0;
  bool found_entries_ = false;
  bool over_limit_ = false;
};

result<publication> read_padded(simdjson::padded_string_view text, publication_builder& out,
                                const read_limits& limits) {
  od::parser parser;
  od::document doc;
  if (const auto e = parser.iterate(text).get(doc)) {
    const bool cut = e == simdjson::UNCLOSED_STRING || e == simdjson::EMPTY;
    return out.fail(cut ? errc::truncated : errc::bad_syntax, 0, {},
                    std::string("the text is not valid JSON: ") + simdjson::error_message(e));
  }
  json_reader reader{text, out, limits};
  if (const auto done = reader.read(doc); !done) return done.error();
  return out.finish();
}

/// True if `text` holds `"key"` followed by a colon and, if given, `then`.
bool has_key(std::string_view text, std::string_view key, char then = '\0') {
  const std::string quoted = '"' + std::string(key) + '"';
  for (std::size_t at = text.find(quoted); at != std::string_view::npos;
       at = text.find(quoted, at + 1)) {
    std::size_t i = at + quoted.size();
    const auto skip = [&] {
      while (i < text.size() && ascii::is_space(text[i])) ++i;
    };
    skip();
    if (i == text.size() || text[i] != ':') continue;
    ++i;
    skip();
    if (then == '\0' || (i < text.size() && text[i] == then)) return true;
  }
  return false;
}

}  // namespace

bool looks_like_csl_json(std::string_view first_bytes) {
  if (first_bytes.starts_with("\xEF\xBB\xBF")) first_bytes.remove_prefix(3);
  const std::string_view s = ascii::trim(first_bytes);
  if (s.empty() || (s.front() != '[' && s.front() != '{')) return false;
  if (has_key(s, "tradewarden_list")) return false;
  if (s.front() == '{' && has_key(s, "results", '[')) return true;
  // An array of entries: any of the keys that only this list has.
  if (s.front() != '[') return false;
  for (const std::string_view key : {"source_list_url", "source_information_url", "alt_names",
                                     "federal_register_notice", "entity_number", "addresses"}) {
    if (has_key(s, key)) return true;
  }
  return has_key(s, "source", '"') && has_key(s, "name", '"');
}

result<publication> read_csl_json(const input_file& file, const source_spec& source,
                                  const read_limits& limits) {
  publication_builder out{file, source, "csl-json", "Consolidated Screening List"};
  // A list held in memory may not have been looked at yet.
  if (!file.valid_utf8 && !simdjson::validate_utf8(file.bytes)) {
    bool repaired = false;
    const std::string text = to_utf8(file.bytes, &repaired);
    out.warn(0, {}, "bytes that are not UTF-8 were read as Windows-1252; check the names");
    return read_padded(simdjson::padded_string{text}, out, limits);
  }
  const std::string& bytes = file.bytes;
  // simdjson reads (and ignores) some bytes behind the text; copied only if there is no room.
  if (bytes.capacity() - bytes.size() >= simdjson::SIMDJSON_PADDING) {
    return read_padded(simdjson::padded_string_view{bytes.data(), bytes.size(), bytes.capacity()}, out,
                       limits);
  }
  const simdjson::padded_string padded{bytes};
  return read_padded(padded, out, limits);
}

result<publication> read_csl_json(const source_spec& source, const read_limits& limits) {
  auto file = load_input_file(source.path, limits);
  if (!file) return file.error();
  file->bytes.reserve(file->bytes.size() + simdjson::SIMDJSON_PADDING);
  return read_csl_json(*file, source, limits);
}

}  // namespace tradewarden::lists
