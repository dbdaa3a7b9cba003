#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "evaluate/labelled_rows.hpp"
#include "support/ascii.hpp"
#include "support/hash_map.hpp"
#include "tradewarden/evaluate_pairs.hpp"
#include "tradewarden/labelled_set.hpp"

namespace tradewarden {
namespace {

using evaluating::labelled_rows;
using nlohmann::json;

/// A key's text; nothing if it is absent or null. Error if it is no text.
result<std::optional<std::string>> text_of(const labelled_rows& file, const json& row,
                                           const char* key, std::uint64_t line) {
  const auto at = row.find(key);
  if (at == row.end() || at->is_null()) return std::optional<std::string>();
  if (!at->is_string()) return file.problem(errc::bad_value, "not a text", line, key);
  return std::optional<std::string>(at->get<std::string>());
}

result<labelled_pair> read_pair(const labelled_rows& file, const line_stream::line& line) {
  if (line.too_long) {
    return file.problem(errc::limit_exceeded, "the line is longer than 1 MiB", line.number);
  }
  const json row = json::parse(file.text(line.text), nullptr, false);
  if (row.is_discarded()) return file.problem(errc::bad_syntax, "not JSON", line.number);
  if (!row.is_object()) return file.problem(errc::bad_syntax, "not a JSON object", line.number);
  labelled_pair out;
  std::string kind;
  std::string expected;
  if (const auto at = row.find("ofac_score"); at != row.end() && !at->is_null()) {
    if (!at->is_number_integer() || *at < -1 || *at > 100) {
      return file.problem(errc::bad_value, "not a whole number from -1 to 100", line.number, "ofac_score");
    }
    out.ofac_score = at->get<std::int32_t>();
  }
  struct key {
    const char* name;
    std::string* to;
    bool required;
  };
  for (const key& k : {key{"id", &out.id, true}, {"left", &out.left, true},
                       {"right", &out.right, true}, {"expected", &expected, !out.ofac_score},
                       {"schema", &kind, false}, {"group", &out.group, false},
                       {"script", &out.script, false}}) {
    auto text = text_of(file, row, k.name, line.number);
    if (!text) return text.error();
    if (k.required && (!*text || (*text)->empty())) {
      return file.problem(errc::missing_field, *text ? "empty" : "no such key, or null", line.number,
                          k.name);
    }
    if (*text) *k.to = std::move(**text);
  }
  out.labelled = !expected.empty();
  if (out.labelled && expected != "match" && expected != "no_match") {
    return file.problem(errc::bad_value, "neither match nor no_match", line.number, "expected");
  }
  out.match = expected == "match";
  auto schema = parse_schema(kind);
  if (!schema) {
    return file.problem(schema.error().code, schema.error().message, line.number, "schema");
  }
  out.schema = *schema;
  return out;
}

}  // namespace

result<labelled_pairs> read_labelled_pairs(const std::string& path) {
  auto file = labelled_rows::open(path);
  if (!file) return file.error();
  labelled_pairs out;
  out.file = path;
  out.sha256 = (*file)->sha256();
  evaluating::problem_list problems;
  string_set seen;
  while (auto line = (*file)->lines().next()) {
    if (ascii::trim(line->text).empty()) continue;
    if (out.pairs.size() >= k_most_labelled_rows) {
      return (*file)->problem(errc::limit_exceeded,
                              "more than " + std::to_string(k_most_labelled_rows) + " rows", 0);
    }
    auto pair = read_pair(**file, *line);
    if (!pair) {
      problems.add(pair.error());
    } else if (!seen.insert(pair->id).second) {
      problems.add((*file)->problem(errc::conflict,
                                    "the id '" + pair->id.substr(0, 80) + "' stands twice",
                                    line->number, "id"));
    } else {
      out.pairs.push_back(std::move(*pair));
    }
  }
  out.problems = std::move(problems.kept);
  out.problem_count = problems.count;
  return out;
}

}  // namespace tradewarden
