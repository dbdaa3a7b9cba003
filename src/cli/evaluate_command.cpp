#include "cli/evaluate_command.hpp"

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <optional>
#include <system_error>
#include <utility>
#include <vector>

#include "audit/json_parts.hpp"
#include "cli/evaluation_view.hpp"
#include "cli/exit_code.hpp"
#include "cli/failure_rows.hpp"
#include "cli/index_file.hpp"
#include "cli/output_file.hpp"
#include "cli/progress.hpp"
#include "cli/report.hpp"
#include "report/evaluation_html.hpp"
#include "tradewarden/compare_evaluations.hpp"
#include "tradewarden/evaluate_pairs.hpp"
#include "tradewarden/ofac_like_score.hpp"

namespace tradewarden::cli {
namespace {

constexpr std::size_t k_problems_told = 20;

/// All problems of the labels, or k_done: figures of a part of a set would mislead.
int tell(const std::vector<error>& problems, std::uint64_t count) {
  if (count == 0) return k_done;
  for (std::size_t i = 0; i < problems.size() && i < k_problems_told; ++i) {
    say(problems[i].to_string());
  }
  if (count > k_problems_told) say("and " + counted(count - k_problems_told, "more problem", "more problems"));
  say("nothing was measured: correct the rows named");
  return k_refused;
}

int write_whole(const std::string& path, const std::string& text) {
  auto file = output_file::open(path);
  if (!file) return report(file.error());
  file->write(text);
  if (const auto done = file->commit(); !done.has_value()) return report(done.error());
  return k_done;
}

int print(const std::string& text) {
  std::cout << text;
  return output_written() ? k_done : k_output_failed;
}

/// A score of 0 may mean that a side holds nothing to be compared: that is no score.
std::optional<score> if_read(score s, bool both_read) {
  return s.units() != 0 || both_read ? std::optional(s) : std::nullopt;
}

int evaluate_pair_file(const evaluate_request& request, const score_rules& rules) {
  auto set = read_labelled_pairs(request.pairs);
  if (!set) return report(set.error());
  if (const int code = tell(set->problems, set->problem_count); code != k_done) return code;
  pair_options options;
  options.threshold = request.options.screening.threshold;
  options.rules = rules;
  const auto own = [&rules](std::string_view l, std::string_view r, schema kind) {
    const score s = score_names(l, r, kind, rules);
    const auto reads = [&](std::string_view side) {
      return s.units() != 0 || !compare_names(side, side, kind, rules).pairs.empty();
    };
    return if_read(s, reads(l) && reads(r));
  };
  const auto ofac_like = [](std::string_view l, std::string_view r, schema) {
    const score s = ofac_like_score(l, r);
    const auto reads = [&](std::string_view side) {
      return s.units() != 0 || !compare_ofac_like(side, side).parts.empty();
    };
    return if_read(s, reads(l) && reads(r));
  };
  if (request.ofac_like) options.scorer = "ofac-like";
  const auto e = request.ofac_like ? evaluate_pairs(*set, ofac_like, options)
                                   : evaluate_pairs(*set, own, options);
  if (!e) return report(e.error());
  if (request.json) return print(to_json(*e) + '\n');
  return print(pair_evaluation_view(*e, terminal::detect(1, request.colour)));
}

struct shown_progress final : evaluation_progress {
  progress_line line{"queries", isatty(2) == 1};
  void show(std::uint64_t done) override { line.show(done); }
};

bool same_file(const std::string& a, const std::string& b) {
  std::error_code none;
  return std::filesystem::equivalent(a, b, none);
}

/// What comes of a run, in the forms asked for.
int put(const evaluate_request& request, const labelled_set& set, const evaluation& e,
        const party_index* idx) {
  std::optional<evaluation> theirs;
  std::vector<system_difference> differences;
  if (!request.against.empty()) {
    evaluation_options options = request.options;
    options.floor = score();  // another system's scores mean something else
    auto other = evaluate_hits(set, request.against, options);
    if (!other) return report(other.error());
    theirs.emplace(std::move(*other));
    differences = compare_evaluations(set, e, *theirs);
  }
  if (!request.failures.empty()) {
    const int code = write_whole(request.failures, failure_rows(set, e, idx));
    if (code != k_done || request.failures == "-") return code;
  }
  if (!request.html.empty()) {
    const int code = write_whole(request.html, report::evaluation_html(e, idx));
    if (code != k_done || request.html == "-") return code;
  }
  if (request.json) {
    return print((theirs ? to_json(e, idx, *theirs, differences) : to_json(e, idx)) + '\n');
  }
  const terminal out = terminal::detect(1, request.colour);
  std::string text = evaluation_view(e, out);
  if (theirs) text += difference_view(*theirs, differences, out);
  return print(text);
}

int evaluate_set(const evaluate_request& request, const party_index* idx) {
  auto set = read_labelled_set(request.queries, request.truth);
  if (!set) return report(set.error());
  if (const int code = tell(set->problems, set->problem_count); code != k_done) return code;
  if (!set->ignored_columns.empty()) {
    std::string names;
    for (const std::string& c : set->ignored_columns) names += (names.empty() ? "" : ", ") + c;
    say("note: columns not used: " + names);
  }
  for (const std::string& kind : request.options.apart) {
    const bool there = std::any_of(set->queries.begin(), set->queries.end(), [&](const labelled_query& q) {
      return q.kind == kind && q.expected.empty();
    });
    if (!there) say("note: --apart " + kind + ": no negative is of this kind");
  }
  if (idx == nullptr) {
    const auto e = evaluate_hits(*set, request.hits, request.options);
    if (!e) return report(e.error());
    return put(request, *set, *e, nullptr);
  }
  for (const std::string& lack : audit::incomplete_notes(idx->info())) say("note: " + lack);
  const day as_of = request.options.screening.as_of.value_or(day::today_utc());
  if (const auto early = audit::early_day_note(*idx, as_of); !early.empty()) say("note: " + early);
  shown_progress progress;
  const auto e = evaluate_screening(*idx, *set, request.options, &progress);
  progress.line.clear();
  if (!e) return report(e.error());
  return put(request, *set, *e, idx);
}

/// An output in the place of an input, or of the other output; empty if there is none.
std::string clash(const evaluate_request& r) {
  for (const std::string* out : {&r.html, &r.failures}) {
    if (out->empty() || *out == "-") continue;
    for (const std::string* in : {&r.queries, &r.truth, &r.index_path, &r.hits, &r.against}) {
      if (same_file(*out, *in)) return "an output names an input: " + *in + " would be lost";
    }
  }
  if (!r.html.empty() && (r.html == r.failures || same_file(r.html, r.failures))) {
    return "--html and --failures are the same file: " + r.html;
  }
  return {};
}

}  // namespace

int run_evaluate(const evaluate_request& request) {
  const auto rules = chosen_rules(request.score);
  if (!rules) return report(rules.error());
  if (!request.pairs.empty()) return evaluate_pair_file(request, rules->value_or(score_rules()));
  if (const std::string why = clash(request); !why.empty()) {
    return report({errc::usage, why, {}, 0, {}});
  }
  if (!request.hits.empty()) return evaluate_set(request, nullptr);
  if (request.index_path.empty()) {
    if (*rules) {
      return report({errc::usage, "--name-pack and --score-version go with an index built by them: give "
                                  "--index", {}, 0, {}});
    }
    say(audit::sample_notice(party_index::sample().info()));
    return evaluate_set(request, &party_index::sample());
  }
  auto idx = open_index(request.index_path, *rules);
  if (!idx) {
    error e = idx.error();
    if (e.file.empty()) e.file = request.index_path;
    if (e.code == errc::io) e.code = errc::bad_index;
    return report(e);
  }
  return evaluate_set(request, &*idx);
}

}  // namespace tradewarden::cli
