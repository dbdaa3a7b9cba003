#include "cli/failure_rows.hpp"

#include <string_view>
#include <vector>

#include "cli/row_writer.hpp"

namespace tradewarden::cli {
namespace {

/// Empty if nothing went wrong.
std::string_view outcome_word(const labelled_query& q, const query_outcome& got,
                              std::int32_t threshold) {
  if (q.expected.empty()) return got.best >= threshold ? "false_positive" : "";
  if (got.right < 0) return "missed";
  if (got.right < threshold) return "below_threshold";
  return got.is_first() ? "" : "outranked";
}

std::string score_cell(std::int32_t units) {
  return units < 0 ? std::string() : score::from_units(units).to_string();
}

}  // namespace

std::string failure_rows(const labelled_set& set, const evaluation& e, const party_index* idx) {
  const std::vector<std::string> titles = {"query_id", "kind", "outcome", "name", "expected",
                                           "right_score", "best_score", "best_party"};
  std::string out = delimited_line(titles, row_format::tsv);
  for (std::size_t i = 0; i < set.queries.size() && i < e.outcomes.size(); ++i) {
    const labelled_query& q = set.queries[i];
    const query_outcome& got = e.outcomes[i];
    const std::string_view word = outcome_word(q, got, e.options.screening.threshold.units());
    if (word.empty()) continue;
    std::string expected;
    for (const std::string& id : q.expected) {
      expected += (expected.empty() ? "" : "|") + write_expected_id(id);
    }
    std::string best;
    if (idx != nullptr && got.best_party < idx->party_count()) {
      const listed_party p = idx->party(got.best_party);
      best = p.list + ":" + p.source_id;
      if (!p.names.empty()) best += " " + p.names.front().text;
    }
    const std::vector<std::string> cells = {q.query.id,
                                            q.kind,
                                            std::string(word),
                                            q.query.name,
                                            expected.empty() ? "-" : expected,
                                            score_cell(got.right),
                                            score_cell(got.best),
                                            best};
    out += delimited_line(cells, row_format::tsv);
  }
  return out;
}

}  // namespace tradewarden::cli
