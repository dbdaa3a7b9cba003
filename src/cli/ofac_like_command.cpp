#include "cli/ofac_like_command.hpp"

#include <iostream>
#include <optional>
#include <string>
#include <utility>

#include "audit/json_parts.hpp"
#include "audit/ofac_like_json.hpp"
#include "cli/exit_code.hpp"
#include "cli/labelled.hpp"
#include "cli/pair_rows.hpp"
#include "cli/report.hpp"
#include "cli/row_writer.hpp"
#include "tradewarden/ofac_like_score.hpp"

namespace tradewarden::cli {
namespace {

/// Why a pair cannot be compared: a side holds no letter that this scorer reads.
std::optional<error> nothing_compared(std::string_view left, std::string_view right) {
  const auto has_parts = [](std::string_view side) {
    return !compare_ofac_like(side, side).parts.empty();
  };
  const char* side = !has_parts(left) ? "left" : !has_parts(right) ? "right" : nullptr;
  if (side == nullptr) return std::nullopt;
  return error{errc::bad_value,
               "no Latin letter or digit, and this scorer reads no others: nothing was compared",
               {}, 0, side};
}

result<score> scored(const input_row& row) {
  if (row.problem) return *row.problem;
  if (row.values[k_pair_id].empty()) return error{errc::missing_field, "empty", {}, 0, "id"};
  const score s = ofac_like_score(row.values[k_pair_left], row.values[k_pair_right]);
  if (s.units() == 0) {
    auto problem = nothing_compared(row.values[k_pair_left], row.values[k_pair_right]);
    if (problem) return *problem;
  }
  return s;
}

int compare_rows(const compare_request& request) {
  auto opened = batch_streams::open(request.streams, k_pair_keys);
  if (!opened) return report(opened.error());
  batch_streams& streams = **opened;
  const row_format format = streams.output_format();
  const bool json = format == row_format::jsonl;
  if (!json) {
    const std::string titles[] = {"id", "score"};
    streams.write(delimited_line(titles, format));
  }
  batch_counts counts;
  while (const auto row = streams.rows().next()) {
    ++counts.rows;
    const std::string id = row->values.empty() ? std::string() : row->values[k_pair_id];
    result<score> s = scored(*row);
    std::string line;
    if (!s) {
      error problem = s.error();
      problem.file = streams.input_name();
      problem.line = row->line;
      ++counts.failed;
      streams.complain(problem.to_string());
      if (json) line = audit::failed_row_json("id", id, problem) + '\n';
    } else if (json) {
      audit::json out;
      out["id"] = id;
      out["score"] = s->to_string();
      out["scorer"] = "ofac-like";
      line = audit::one_line(out) + '\n';
    } else {
      const std::string cells[] = {id, s->to_string()};
      line = delimited_line(cells, format);
    }
    streams.progress(counts.rows);
    if (!streams.write(line)) break;
  }
  std::string summary = grouped(counts.rows) + (counts.rows == 1 ? " pair" : " pairs");
  if (counts.failed != 0) summary += ", " + grouped(counts.failed) + " failed";
  return streams.finish(counts, summary);
}

std::string view(const compare_request& request, const ofac_like_comparison& c,
                 const terminal& out) {
  text_lines to;
  to.push_back(out.paint(ink::bold, std::to_string(c.points())) + " OFAC-like points");
  labelled(to, out, "left", request.left);
  labelled(to, out, "right", request.right);
  labelled(to, out, "whole names", c.whole.to_string());
  labelled(to, out, "by parts", c.by_parts.to_string());
  for (const ofac_like_part& p : c.parts) {
    std::string words = p.query;
    if (p.left_out) {
      words += ": too short to count beside longer parts";
    } else if (p.listed.empty()) {
      words += ": nothing like it";
    } else {
      words += " ~ " + p.listed + " " + p.similarity.to_string() + (p.same_sound ? ", same sound" : "");
    }
    labelled(to, out, "part", words);
  }
  labelled(to, out, "note", audit::k_ofac_like_notice, ink::dim);
  std::string text;
  for (const std::string& line : to) text += line + '\n';
  return text;
}

}  // namespace

int run_compare_ofac_like(const compare_request& request) {
  if (request.score.version || !request.score.name_pack.empty()) {
    return report(error{errc::usage, "--score-version and --name-pack are of our own score: --scorer ofac-like has neither", {}, 0, {}});
  }
  if (request.batch) return compare_rows(request);
  if (const auto problem = nothing_compared(request.left, request.right)) {
    say(problem->to_string());
    return k_rows_failed;
  }
  const ofac_like_comparison c = compare_ofac_like(request.left, request.right);
  if (request.json) {
    std::cout << audit::ofac_like_json(request.left, request.right, c) << '\n';
  } else {
    std::cout << view(request, c, terminal::detect(1, request.colour));
  }
  return output_written() ? k_done : k_output_failed;
}

}  // namespace tradewarden::cli
