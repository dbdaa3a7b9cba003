#include "cli/hit_rows.hpp"

#include <vector>

#include "audit/hit_words.hpp"
#include "cli/row_writer.hpp"
#include "support/ascii.hpp"
#include "support/utf8_text.hpp"

namespace tradewarden::cli {
namespace {

constexpr std::size_t k_columns = 16;

std::string date_or_blank(const std::optional<day>& d) {
  return d ? d->to_string() : std::string();
}

}  // namespace

std::string hit_header(row_format format) {
  const std::string titles[k_columns] = {"query_id",     "rank",      "source_id", "score", "list",
                                "matched_name", "status",    "from",      "until", "schema",
                                "programmes",   "citations", "party",     "notes", "same_party",
                                         "decision"};
  return delimited_line(titles, format);
}

std::string hit_lines(const screening_answer& answer, row_format format) {
  std::string out;
  for (const screening_hit& h : answer.hits) {
    const std::string cells[k_columns] = {
        answer.query.id,
        std::to_string(h.rank),
        h.party.source_id,
        answer.problem == query_problem::no_name ? std::string() : h.score.to_string(),
        h.party.list,
        h.matched_name,
        std::string(to_string(h.status)),
        date_or_blank(h.from),
        date_or_blank(h.until),
        std::string(to_string(h.party.schema)),
        ascii::join(h.party.programmes, "; "),
        ascii::join(h.party.citations, "; "),
        h.party.names.empty() ? std::string() : h.party.names.front().text,
        ascii::join(audit::hit_notes(answer, h), "; "),
        h.same_party == 0 ? std::string() : std::to_string(h.same_party),
        h.decided ? std::string(to_string(h.decided->state)) : std::string(),
    };
    out += delimited_line(cells, format);
  }
  return utf8::is_valid(out) ? out : utf8::repaired(out);
}

std::string hit_line(const table_hit& h, row_format format) {
  const std::string cells[k_columns] = {h.query_id, std::to_string(h.rank), h.source_id, h.score, h.list, h.matched_name,
                                        h.status, {}, {}, {}, h.programmes, h.citations, h.party, h.notes, {}, {}};
  const std::string out = delimited_line(cells, format);
  return utf8::is_valid(out) ? out : utf8::repaired(out);
}

std::string notes_line(const screening_answer& answer, row_format format) {
  if (format != row_format::csv) return {};
  std::string cells[k_columns];
  cells[0] = answer.query.id;
  cells[6] = "none_shown";
  cells[13] = ascii::join(answer.notes, "; ");
  const std::string out = delimited_line(cells, format);
  return utf8::is_valid(out) ? out : utf8::repaired(out);
}

std::string failed_line(const std::string& id, const error& problem, row_format format) {
  if (format != row_format::csv) return {};
  std::string cells[k_columns];
  cells[0] = id;
  cells[6] = "not_screened";
  cells[13] = "line " + std::to_string(problem.line) +
              (problem.field.empty() ? "" : ", " + problem.field) + ": " + problem.message;
  const std::string out = delimited_line(cells, format);
  return utf8::is_valid(out) ? out : utf8::repaired(out);
}

}  // namespace tradewarden::cli
