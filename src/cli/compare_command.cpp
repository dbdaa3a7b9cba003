#include "cli/compare_command.hpp"

#include <iostream>
#include <optional>
#include <utility>
#include <vector>

#include "audit/json_parts.hpp"
#include "cli/answer_view.hpp"
#include "cli/exit_code.hpp"
#include "cli/ordered_pipeline.hpp"
#include "cli/report.hpp"
#include "cli/row_writer.hpp"
#include "tradewarden/comparison.hpp"

namespace tradewarden::cli {
namespace {

enum key_position : std::size_t { k_id, k_left, k_right, k_schema };
constexpr row_key k_keys[] = {{"id", true}, {"left", true}, {"right", true}, {"schema", false}};
constexpr std::size_t k_batch_rows = 256;

struct scored_rows {
  std::string lines;
  std::vector<std::string> complaints;
  batch_counts counts;
};

void score_one(const input_row& row, const batch_streams& streams, scored_rows& out) {
  const row_format format = streams.output_format();
  ++out.counts.rows;
  std::optional<error> problem = row.problem;
  schema kind = schema::unknown;
  if (!problem && row.values[k_id].empty()) {
    problem = error{errc::missing_field, "empty", {}, 0, "id"};
  }
  if (!problem) {
    if (auto parsed = parse_schema(row.values[k_schema])) {
      kind = *parsed;
    } else {
      problem = parsed.error();
      problem->field = "schema";
    }
  }
  const std::string id = row.values.empty() ? std::string() : row.values[k_id];
  if (problem) {
    problem->file = streams.input_name();
    problem->line = row.line;
    ++out.counts.failed;
    out.complaints.push_back(problem->to_string());
    if (format == row_format::jsonl) out.lines += audit::failed_row_json(id, *problem) + '\n';
    return;
  }
  const score s = score_names(row.values[k_left], row.values[k_right], kind);
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

int compare_rows(const compare_request& request) {
  auto opened = batch_streams::open(request.streams, k_keys);
  if (!opened) return report(opened.error());
  batch_streams& streams = **opened;
  if (streams.output_format() != row_format::jsonl) {
    const std::string titles[] = {"id", "score"};
    streams.write(delimited_line(titles, streams.output_format()));
  }
  batch_counts counts;
  const std::size_t most = request.streams.flush ? 1 : k_batch_rows;
  run_in_order<std::vector<input_row>, scored_rows>(
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
      [&](const std::vector<input_row>& rows) {
        scored_rows out;
        for (const input_row& row : rows) score_one(row, streams, out);
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
  if (request.batch) return compare_rows(request);
  const comparison c = compare_names(request.left, request.right, request.schema);
  if (request.json) {
    std::cout << audit::comparison_json(request.left, request.right, request.schema, c) << '\n';
  } else {
    std::cout << comparison_view(request.left, request.right, c,
                                 terminal::detect(1, request.colour));
  }
  return output_written() ? k_done : k_output_failed;
}

}  // namespace tradewarden::cli
