#include "cli/compare_command.hpp"

#include <iostream>
#include <optional>
#include <utility>
#include <vector>

#include "audit/json_parts.hpp"
#include "cli/answer_view.hpp"
#include "cli/exit_code.hpp"
#include "cli/pair_rows.hpp"
#include "cli/report.hpp"
#include "support/ordered_pipeline.hpp"
#include "cli/row_writer.hpp"
#include "tradewarden/comparison.hpp"
#include "tradewarden/counterfactual.hpp"
#include "tradewarden/screening.hpp"

namespace tradewarden::cli {
namespace {

constexpr std::size_t k_batch_rows = 256;

struct scored_rows {
  std::string lines;
  std::vector<std::string> complaints;
  batch_counts counts;
};

/// Why a pair cannot be compared: a side holds no letter or digit. Its score would look like that
/// of two different names.
std::optional<error> nothing_compared(std::string_view left, std::string_view right, schema kind,
                                      const score_rules& rules) {
  // A name that has something to compare is equal to itself.
  const auto holds_a_name = [&](std::string_view side) {
    return !compare_names(side, side, kind, rules).pairs.empty();
  };
  const char* side = !holds_a_name(left) ? "left" : !holds_a_name(right) ? "right" : nullptr;
  if (side == nullptr) return std::nullopt;
  return error{errc::bad_value, "no letter or digit that can be compared: nothing was compared", {},
               0, side};
}

void score_one(const input_row& row, const batch_streams& streams, const score_rules& rules,
               scored_rows& out) {
  const row_format format = streams.output_format();
  ++out.counts.rows;
  std::optional<error> problem = row.problem;
  schema kind = schema::unknown;
  if (!problem && row.values[k_pair_id].empty()) {
    problem = error{errc::missing_field, "empty", {}, 0, "id"};
  }
  if (!problem) {
    if (auto parsed = parse_schema(row.values[k_pair_schema])) {
      kind = *parsed;
    } else {
      problem = parsed.error();
      problem->field = "schema";
    }
  }
  score s;
  if (!problem) {
    s = score_names(row.values[k_pair_left], row.values[k_pair_right], kind, rules);
    // A side without a name scores nothing; only then is it worth asking which.
    if (s.units() == 0) {
      problem = nothing_compared(row.values[k_pair_left], row.values[k_pair_right], kind, rules);
    }
  }
  const std::string id = row.values.empty() ? std::string() : row.values[k_pair_id];
  if (problem) {
    problem->file = streams.input_name();
    problem->line = row.line;
    ++out.counts.failed;
    out.complaints.push_back(problem->to_string());
    if (format == row_format::jsonl) out.lines += audit::failed_row_json("id", id, *problem) + '\n';
    return;
  }
  if (format == row_format::jsonl) {
    audit::json line;
    line["id"] = id;
    line["score"] = s.to_string();
    out.lines += audit::one_line(line) + '\n';
  } else {
    const std::string cells[] = {id, s.to_string()};
    out.lines += delimited_line(cells, format);
  }
}

int compare_rows(const compare_request& request, const score_rules& rules) {
  auto opened = batch_streams::open(request.streams, k_pair_keys);
  if (!opened) return report(opened.error());
  batch_streams& streams = **opened;
  if (streams.output_format() != row_format::jsonl) {
    const std::string titles[] = {"id", "score"};
    streams.write(delimited_line(titles, streams.output_format()));
  }
  batch_counts counts;
  const std::size_t most = request.streams.flush ? 1 : k_batch_rows;
  support::run_in_order<std::vector<input_row>, scored_rows>(
      [&]() -> std::optional<std::vector<input_row>> {
        std::vector<input_row> rows;
        while (rows.size() < most) {
          auto row = streams.rows().next();
          if (!row) break;
          rows.push_back(std::move(*row));
        }
        if (rows.empty()) return std::nullopt;
        return rows;
      },
      [&](std::size_t, const std::vector<input_row>& rows) {
        scored_rows out;
        for (const input_row& row : rows) score_one(row, streams, rules, out);
        return out;
      },
      [&](scored_rows done) {
        for (const std::string& c : done.complaints) streams.complain(c);
        counts.rows += done.counts.rows;
        counts.failed += done.counts.failed;
        streams.progress(counts.rows);
        return streams.write(done.lines);
      },
      request.streams.flush ? 1 : request.streams.threads);
  std::string summary = grouped(counts.rows) + (counts.rows == 1 ? " pair" : " pairs");
  if (counts.failed != 0) summary += ", " + grouped(counts.failed) + " failed";
  return streams.finish(counts, summary);
}

}  // namespace

int run_compare(const compare_request& request) {
  const auto chosen = chosen_rules(request.score);
  if (!chosen) return report(chosen.error());
  const score_rules rules = chosen->value_or(score_rules());
  if (request.batch) return compare_rows(request, rules);
  const comparison c = compare_names(request.left, request.right, request.schema, rules);
  if (const auto problem = nothing_compared(request.left, request.right, request.schema, rules)) {
    say(problem->to_string());
    return k_rows_failed;
  }
  const std::vector<counterfactual> what_if =
      what_would_change(request.left, request.right, screening_options{}.threshold, request.schema, rules);
  if (request.json) {
    std::cout << audit::comparison_json(request.left, request.right, request.schema, c, what_if, rules)
              << '\n';
  } else {
    std::cout << comparison_view(request.left, request.right, c, what_if,
                                 terminal::detect(1, request.colour));
  }
  return output_written() ? k_done : k_output_failed;
}

}  // namespace tradewarden::cli
