#include "cli/ownership_command.hpp"

#include <iostream>
#include <utility>

#include "cli/index_file.hpp"
#include "cli/ownership_input.hpp"
#include "cli/ownership_view.hpp"
#include "cli/report.hpp"
#include "tradewarden/ownership_report.hpp"
#include "tradewarden/ownership_screening.hpp"

namespace tradewarden::cli {
namespace {

/// The graph with possible matches as seeds; says how many.
result<ownership_graph> screened(const ownership_graph& graph, const ownership_request& r) {
  const auto index = open_index(r.index);
  if (!index) return index.error();
  screening_options options;
  options.as_of = r.date;
  if (!r.threshold.empty()) options.threshold = score::parse(r.threshold).value();
  auto seeds = screened_seeds(graph, *index, options);
  if (!seeds) return seeds.error();
  std::vector<ownership_seed> all = graph.seeds();
  all.insert(all.end(), seeds->begin(), seeds->end());
  say(grouped(seeds->size()) + " possible matches of " + grouped(graph.entity_count()) +
      " parties are taken as listed: look at them first");
  return graph.with_seeds(std::move(all));
}

}  // namespace

int run_ownership(const ownership_request& request) {
  rule_book book = rule_book::built_in();
  if (!request.rules.empty()) {
    auto own = rule_book::load(request.rules);
    if (!own) return report(own.error());
    book = std::move(*own);
  }
  std::optional<ownership_graph> read = read_owners(request.sources);
  if (!read) return k_refused;
  ownership_graph graph = std::move(*read);
  if (!request.index.empty()) {
    auto with = screened(graph, request);
    if (!with) return report(with.error());
    graph = std::move(*with);
  }
  ownership_questions q;
  q.regimes = request.regimes;
  q.date = request.date ? *request.date : day::today_utc();
  q.entities = request.entities;
  q.changes = request.changes;
  q.limit = request.limit;
  const auto asked = ask_ownership(graph, q, book);
  if (!asked) return report(asked.error());
  if (request.json) {
    std::cout << to_json(*asked) << '\n';
    return output_written() ? k_done : k_output_failed;
  }
  const terminal out = terminal::detect(1, request.colour);
  const auto print = [](const std::vector<std::string>& lines) {
    for (const std::string& line : lines) std::cout << line << '\n';
  };
  for (std::size_t i = 0; i < asked->answers.size(); ++i) {
    if (i != 0) std::cout << '\n';
    if (!q.changes.empty()) {
      print(move_lines(graph, asked->answers[i], asked->moved[i], out));
      std::cout << "\nAfter the changes, ";
    }
    print(ownership_view(graph, asked->answers[i], out));
  }
  return output_written() ? k_done : k_output_failed;
}

}  // namespace tradewarden::cli
