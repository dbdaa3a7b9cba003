#include "tradewarden/labelled_set.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <utility>

#include "evaluate/labelled_rows.hpp"
#include "support/ascii.hpp"
#include "support/hash_map.hpp"

namespace tradewarden {
namespace {

using evaluating::labelled_rows;
using evaluating::problem_list;

enum column : std::size_t {
  k_id, k_name, k_schema, k_country, k_nationality, k_birth_date, k_gender, k_identifier,
  k_identifier_type, k_imo, k_columns
};
constexpr std::array<std::string_view, k_columns> k_titles = {
    "id",     "name",       "schema",          "country", "nationality", "birth_date",
    "gender", "identifier", "identifier_type", "imo"};
constexpr std::size_t k_most_ignored = 20;

struct label {
  std::string kind;
  std::vector<std::string> expected;
  bool used = false;
};

error too_many_rows(const labelled_rows& file) {
  return file.problem(errc::limit_exceeded,
                      "more than " + std::to_string(k_most_labelled_rows) + " rows", 0);
}

std::string in_marks(std::string_view id) { return "'" + std::string(id.substr(0, 80)) + "'"; }

/// The ids of one cell, or what is wrong with it.
std::optional<std::string> read_expected(const std::string& cell, std::vector<std::string>& out) {
  if (cell.empty()) return "empty: write - where no party is expected";
  if (cell == "-") return std::nullopt;
  std::size_t at = 0;
  while (at <= cell.size()) {
    const std::size_t end = std::min(cell.find('|', at), cell.size());
    std::string id = read_expected_id(ascii::trim(std::string_view(cell).substr(at, end - at)));
    if (id.empty()) return "an id is empty: ids are joined by single bars";
    if (id == "-") return "- stands alone, or not at all";
    out.push_back(std::move(id));
    at = end + 1;
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return std::nullopt;
}

result<void> read_truth(labelled_rows& file, string_map<label>& labels, std::vector<std::string>& order,
                        problem_list& problems) {
  delimited_stream records(file.lines(), '\t');
  bool first = true;
  while (auto r = records.next()) {
    const bool may_be_header = std::exchange(first, false);
    if (r->problem) {
      problems.add(file.problem(r->problem->code, r->problem->message, r->line));
      continue;
    }
    if (r->fields.size() != 3) {
      problems.add(file.problem(errc::bad_syntax,
                                "the row has " + std::to_string(r->fields.size()) +
                                    " cells, not the three of qid, kind, expected ids",
                                r->line));
      continue;
    }
    for (std::string& f : r->fields) f = file.text(ascii::trim(f));
    if (may_be_header && r->fields[0] == "qid" && r->fields[1] == "kind") continue;
    if (order.size() >= k_most_labelled_rows) return too_many_rows(file);
    label l;
    l.kind = r->fields[1];
    if (r->fields[0].empty() || l.kind.empty()) {
      problems.add(file.problem(errc::missing_field, "empty", r->line,
                                r->fields[0].empty() ? "qid" : "kind"));
      continue;
    }
    if (auto wrong = read_expected(r->fields[2], l.expected)) {
      problems.add(file.problem(errc::bad_value, *wrong, r->line, "expected"));
      continue;
    }
    if (!labels.emplace(r->fields[0], std::move(l)).second) {
      problems.add(file.problem(errc::conflict,
                                "the id " + in_marks(r->fields[0]) + " stands twice", r->line, "qid"));
      continue;
    }
    order.push_back(r->fields[0]);
  }
  if (first) return file.problem(errc::empty_input, "no rows", 0);
  return {};
}

/// Column of the file -> what it holds.
result<std::vector<std::optional<column>>> read_header(const labelled_rows& file,
                                                       const std::optional<delimited_record>& r,
                                                       std::vector<std::string>& ignored) {
  if (!r) return file.problem(errc::empty_input, "no header", 0);
  if (r->problem) return file.problem(r->problem->code, r->problem->message, r->line);
  std::vector<std::optional<column>> out;
  std::array<bool, k_columns> seen{};
  for (const std::string& title : r->fields) {
    const std::string name = ascii::lower(ascii::trim(title));
    const auto at = static_cast<std::size_t>(
        std::find(k_titles.begin(), k_titles.end(), name) - k_titles.begin());
    if (at == k_columns) {
      if (ignored.size() < k_most_ignored) ignored.push_back(file.text(ascii::trim(title)));
      out.emplace_back();
      continue;
    }
    if (std::exchange(seen[at], true)) {
      return file.problem(errc::bad_syntax, "the column occurs twice", r->line, name);
    }
    out.emplace_back(static_cast<column>(at));
  }
  for (const column c : {k_id, k_name}) {
    if (seen[c]) continue;
    return file.problem(errc::missing_field, "no such column: the header needs id and name", r->line,
                        std::string(k_titles[c]));
  }
  return out;
}

/// The query of a row, or what is wrong with the row.
result<screening_query> read_query(const labelled_rows& file, const delimited_record& r,
                                   const std::vector<std::optional<column>>& columns) {
  if (r.problem) return file.problem(r.problem->code, r.problem->message, r.line);
  if (r.fields.size() > columns.size()) {
    return file.problem(errc::bad_syntax,
                        "the row has " + std::to_string(r.fields.size()) + " cells, the header " +
                            std::to_string(columns.size()),
                        r.line);
  }
  std::array<std::string, k_columns> cells;
  std::array<bool, k_columns> there{};
  for (std::size_t i = 0; i < r.fields.size(); ++i) {
    if (!columns[i]) continue;
    there[*columns[i]] = true;
    cells[*columns[i]] = file.text(ascii::trim(r.fields[i]));
  }
  for (const column c : {k_id, k_name}) {
    // As for `screen`: a row with a number needs no name.
    const bool numbered = c == k_name && !(cells[k_identifier].empty() && cells[k_imo].empty());
    if (!numbered && (!there[c] || cells[c].empty())) {
      return file.problem(errc::missing_field, there[c] ? "empty" : "the row ends before this column",
                          r.line, std::string(k_titles[c]));
    }
  }
  screening_query q;
  auto kind = parse_schema(cells[k_schema]);
  if (!kind) return file.problem(kind.error().code, kind.error().message, r.line, "schema");
  q.schema = *kind;
  q.id = std::move(cells[k_id]);
  q.name = std::move(cells[k_name]);
  q.country = std::move(cells[k_country]);
  q.birth_date = std::move(cells[k_birth_date]);
  q.identifier = std::move(cells[k_identifier]);
  q.nationality = std::move(cells[k_nationality]);
  q.gender = std::move(cells[k_gender]);
  q.imo = std::move(cells[k_imo]);
  auto type = parse_identifier_type(cells[k_identifier_type]);
  if (!type) return file.problem(type.error().code, type.error().message, r.line, "identifier_type");
  q.identifier_type = *type;
  // A fact that cannot be used would be measured as if it had not been given.
  if (const auto unusable = unusable_facts(q); !unusable.empty()) {
    return file.problem(unusable.front().code, unusable.front().message, r.line, unusable.front().field);
  }
  return q;
}

result<void> read_queries(labelled_rows& file, string_map<label>& labels, labelled_set& out,
                          problem_list& problems) {
  delimited_stream records(file.lines(), '\t');
  auto columns = read_header(file, records.next(), out.ignored_columns);
  if (!columns) return columns.error();
  string_set seen;
  while (auto r = records.next()) {
    auto q = read_query(file, *r, *columns);
    if (!q) {
      problems.add(q.error());
      continue;
    }
    if (seen.size() >= k_most_labelled_rows) return too_many_rows(file);
    if (!seen.insert(q->id).second) {
      problems.add(
          file.problem(errc::conflict, "the id " + in_marks(q->id) + " stands twice", r->line, "id"));
      continue;
    }
    const auto found = labels.find(q->id);
    if (found == labels.end()) {
      if (out.queries_without_truth++ == 0) out.first_query_without_truth = q->id;
      continue;
    }
    found->second.used = true;
    out.queries.push_back(
        {std::move(*q), std::move(found->second.kind), std::move(found->second.expected)});
  }
  return {};
}

}  // namespace

std::string write_expected_id(std::string_view id) {
  std::string out;
  for (const char c : id) {
    if (c == '%') {
      out += "%25";
    } else if (c == '|') {
      out += "%7C";
    } else {
      out += c == '\t' || c == '\n' || c == '\r' ? ' ' : c;
    }
  }
  return out;
}

std::string read_expected_id(std::string_view cell) {
  std::string out;
  while (!cell.empty()) {
    const bool bar = cell.starts_with("%7C") || cell.starts_with("%7c");
    if (bar || cell.starts_with("%25")) {
      out += bar ? '|' : '%';
      cell.remove_prefix(3);
    } else {
      out += cell.front();
      cell.remove_prefix(1);
    }
  }
  return out;
}

result<labelled_set> read_labelled_set(const std::string& queries, const std::string& truth) {
  labelled_set out;
  problem_list problems;
  string_map<label> labels;
  std::vector<std::string> order;
  {
    auto file = labelled_rows::open(truth);
    if (!file) return file.error();
    out.truth_file = truth;
    out.truth_sha256 = (*file)->sha256();
    if (auto done = read_truth(**file, labels, order, problems); !done.has_value()) {
      return done.error();
    }
  }
  auto file = labelled_rows::open(queries);
  if (!file) return file.error();
  out.queries_file = queries;
  out.queries_sha256 = (*file)->sha256();
  if (auto done = read_queries(**file, labels, out, problems); !done.has_value()) {
    return done.error();
  }
  for (const std::string& id : order) {
    if (labels.find(id)->second.used) continue;
    if (out.truth_without_query++ == 0) out.first_truth_without_query = id;
  }
  out.problems = std::move(problems.kept);
  out.problem_count = problems.count;
  return out;
}

}  // namespace tradewarden
