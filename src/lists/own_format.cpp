#include "lists/own_format.hpp"

#include <simdjson.h>

#include <optional>
#include <string>
#include <unordered_set>

#include "lists/own_entry.hpp"
#include "lists/publication_builder.hpp"
#include "support/ascii.hpp"

namespace tradewarden::lists {
namespace {

namespace dom = simdjson::dom;

constexpr std::int64_t k_version = 1;
// A line nests four deep (entry, measures, measure, citations); more is refused by the parser.
constexpr std::size_t k_max_depth = 16;

struct header {
  std::string name;
  std::string publisher;
  std::optional<day> date;
  std::uint64_t entries = 0;
};

result<header> read_header(dom::element line, const publication_builder& out,
                           std::uint64_t line_number) {
  const auto fail = [&](errc code, std::string_view field, std::string message) {
    return out.fail(code, line_number, field, std::move(message));
  };
  dom::object object;
  if (line.get(object) != simdjson::SUCCESS) {
    return fail(errc::bad_syntax, {}, "the first line is no JSON object");
  }
  header to;
  bool version = false;
  bool entries = false;
  for (const dom::key_value_pair pair : object) {
    std::string_view s;
    if (pair.key == "tradewarden_list") {
      std::int64_t v = 0;
      if (pair.value.get(v) != simdjson::SUCCESS || v != k_version) {
        return fail(errc::unknown_format, pair.key,
                    "this engine reads version 1 of the list format");
      }
      version = true;
    } else if (pair.key == "name" || pair.key == "publisher") {
      if (pair.value.get(s) != simdjson::SUCCESS) {
        return fail(errc::bad_value, pair.key, "a text belongs here");
      }
      (pair.key == "name" ? to.name : to.publisher) = ascii::trim(s);
    } else if (pair.key == "date") {
      if (pair.value.get(s) != simdjson::SUCCESS) {
        return fail(errc::bad_value, pair.key, "a date belongs here: \"YYYY-MM-DD\"");
      }
      const auto d = day::parse(s);
      if (!d) return fail(errc::bad_value, pair.key, d.error().message);
      to.date = *d;
    } else if (pair.key == "entries") {
      if (pair.value.get(to.entries) != simdjson::SUCCESS) {
        return fail(errc::bad_value, pair.key, "the number of entries belongs here");
      }
      entries = true;
    } else {
      return fail(errc::bad_syntax, pair.key.substr(0, 60),
                  "unknown key; the header has tradewarden_list, name, publisher, date and entries");
    }
  }
  if (!version) {
    return fail(errc::bad_syntax, "tradewarden_list",
                "the first line is not the header of a list: {\"tradewarden_list\":1,...}");
  }
  if (to.name.empty()) return fail(errc::missing_field, "name", "the list needs a name");
  if (!entries) {
    return fail(errc::missing_field, "entries",
                "the header must say how many entries follow, so that a list cut short is noticed");
  }
  return to;
}

/// Splits off the next line; the last may lack its end.
std::string_view take_line(std::string_view& rest) {
  const std::size_t end = rest.find('\n');
  std::string_view line = rest.substr(0, end);
  rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
  return ascii::trim(line);
}

/// True if the line's first object is closed and text follows it: that is a mistake of whoever wrote
/// the line, not a file that was cut.
bool closes_early(std::string_view line) {
  std::size_t depth = 0;
  bool in_text = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (in_text) {
      if (c == '\\') ++i;
      in_text = c != '"';
    } else if (c == '"') {
      in_text = true;
    } else if (c == '{' || c == '[') {
      ++depth;
    } else if ((c == '}' || c == ']') && depth != 0 && --depth == 0) {
      return i + 1 < line.size();
    }
  }
  return false;
}

/// `bytes` is followed by simdjson's padding, which every line but the last has anyway.
result<publication> read_text(std::string_view bytes, publication_builder& out,
                              const source_spec& source, const read_limits& limits) {
  dom::parser parser;
  if (parser.allocate(std::size_t{1} << 12, k_max_depth) != simdjson::SUCCESS) {
    return out.fail(errc::limit_exceeded, 0, {}, "no memory for a JSON parser");
  }
  std::optional<header> head;
  own_entry_reader reader;
  std::unordered_set<std::string> keys;
  std::uint64_t number = 0;
  while (!bytes.empty()) {
    const bool last = bytes.find('\n') == std::string_view::npos;
    const std::string_view line = take_line(bytes);
    ++number;
    if (line.empty() || line == "\x1A") continue;
    if (head) out.row();
    if (line.size() > limits.max_field_bytes) {
      const std::string message =
          "the line is longer than " + std::to_string(limits.max_field_bytes) + " bytes";
      if (!head) return out.fail(errc::limit_exceeded, number, {}, message);
      out.reject(number, {}, message);
      continue;
    }
    dom::element element;
    const auto broken = parser.parse(line.data(), line.size(), false).get(element);
    if (!head) {
      if (broken) {
        return out.fail(errc::bad_syntax, number, {},
                        std::string("the first line is not valid JSON: ") +
                            simdjson::error_message(broken));
      }
      auto read = read_header(element, out, number);
      if (!read) return read.error();
      head = std::move(*read);
      continue;
    }
    if (broken) {
      if (last && !closes_early(line)) {
        return out.fail(errc::truncated, number, {},
                        "the last line is not valid JSON and does not end: the file is cut short");
      }
      out.reject(number, {}, std::string("the line is not valid JSON: ") +
                                 simdjson::error_message(broken) +
                                 (line.front() == '#' || line.starts_with("//")
                                      ? "; comments are not allowed"
                                      : ""));
      continue;
    }
    listed_party party;
    if (!reader.read(element, number, party)) {
      out.reject(number, reader.problem().field, reader.problem().message);
      continue;
    }
    out.saw_id(party.source_id);
    if (!keys.insert(party.list + '\n' + party.source_id).second) {
      out.reject(number, "id", "the list " + party.list + " has an entry with the id '" +
                                   party.source_id.substr(0, 60) +
                                   "' already; give each entry an id of its own");
      continue;
    }
    for (const entry_complaint& w : reader.warnings()) out.warn(number, w.field, w.message);
    publication_counts& counts = out.result_so_far().counts;
    counts.aliases += party.names.size() - 1;
    counts.addresses += party.addresses.size();
    listed_party& to = out.party(party.list, party.source_id).party;
    to = std::move(party);
    if (out.parties() > limits.max_parties) {
      return out.fail(errc::limit_exceeded, number, {},
                      "more than " + std::to_string(limits.max_parties) + " parties");
    }
  }
  if (!head) return out.fail(errc::empty_input, 0, {}, "the file holds no list");
  publication& so_far = out.result_so_far();
  if (head->entries != so_far.counts.rows) {
    return out.fail(errc::truncated, number, "entries",
                    "the header announces " + std::to_string(head->entries) + " entries, " +
                        std::to_string(so_far.counts.rows) +
                        " follow: the file is cut short, or the number was not kept up");
  }
  if (source.date && head->date && *source.date != *head->date) {
    return out.fail(errc::conflict, 1, "date",
                    "the list is of " + head->date->to_string() + ", not of " +
                        source.date->to_string() + " as named");
  }
  so_far.name = head->name;
  if (head->date) so_far.date = head->date;
  return out.finish();
}

}  // namespace

bool looks_like_own_format(std::string_view first_bytes) {
  if (first_bytes.starts_with("\xEF\xBB\xBF")) first_bytes.remove_prefix(3);
  std::string_view s = ascii::trim(first_bytes);
  s = s.substr(0, s.find('\n'));
  return s.starts_with('{') && s.find("\"tradewarden_list\"") != std::string_view::npos;
}

result<publication> read_own_format(const input_file& file, const source_spec& source,
                                    const read_limits& limits) {
  publication_builder out{file, source, "tradewarden", file.name};
  // A list held in memory may not have been looked at yet.
  if (!file.valid_utf8 && !simdjson::validate_utf8(file.bytes)) {
    return out.fail(errc::not_text, 0, {}, "the file is not UTF-8; save it as UTF-8");
  }
  const std::string& bytes = file.bytes;
  if (bytes.capacity() - bytes.size() >= simdjson::SIMDJSON_PADDING) {
    return read_text(bytes, out, source, limits);
  }
  const simdjson::padded_string padded{bytes};
  return read_text(padded, out, source, limits);
}

result<publication> read_own_format(const source_spec& source, const read_limits& limits) {
  auto file = load_input_file(source.path, limits);
  if (!file) return file.error();
  file->bytes.reserve(file->bytes.size() + simdjson::SIMDJSON_PADDING);
  return read_own_format(*file, source, limits);
}

}  // namespace tradewarden::lists
