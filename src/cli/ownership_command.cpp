#include "cli/ownership_command.hpp"

#include <iostream>
#include <utility>

#include "audit/ownership_json.hpp"
#include "cli/index_file.hpp"
#include "cli/ownership_input.hpp"
#include "cli/ownership_view.hpp"
#include "cli/report.hpp"
#include "tradewarden/ownership_assessment.hpp"
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
  const day date = request.date ? *request.date : day::today_utc();
  std::vector<entity_id> entities;
  for (const std::string& id : request.entities) {
    const auto e = graph.find(id);
    if (!e) {
      return report(error{errc::bad_value, "no party has the id '" + id.substr(0, 80) + "'", {}, 0, "--entity"});
    }
    entities.push_back(*e);
  }
  // The assessments keep the texts of the answers.
  std::vector<ownership_assessment> assessments;
  std::vector<ownership_answer> answers;
  audit::ownership_changes changes{request.changes, {}};
  for (const std::string& regime : request.regimes) {
    auto a = ownership_assessment::make(graph, regime, date, book);
    if (!a) return report(a.error());
    std::vector<entity_id> shown = entities;
    if (!changes.made.empty()) {
      auto moved = a->change(changes.made);
      if (!moved) return report(moved.error());
      for (const ownership_move& m : *moved) {
        if (entities.empty() && shown.size() < request.limit) shown.push_back(m.entity);
      }
      changes.moved.push_back(std::move(*moved));
    }
    const bool all = entities.empty() && changes.made.empty();
    answers.push_back(all ? a->answer_all(request.limit) : a->answer(shown));
    assessments.push_back(std::move(*a));
  }
  if (request.json) {
    std::cout << audit::ownership_json(graph, answers, graph.files(), book, changes) << '\n';
    return output_written() ? k_done : k_output_failed;
  }
  const terminal out = terminal::detect(1, request.colour);
  const auto print = [](const std::vector<std::string>& lines) {
    for (const std::string& line : lines) std::cout << line << '\n';
  };
  for (std::size_t i = 0; i < answers.size(); ++i) {
    if (i != 0) std::cout << '\n';
    if (!changes.made.empty()) {
      print(move_lines(graph, answers[i], changes.moved[i], out));
      std::cout << "\nAfter the changes, ";
    }
    print(ownership_view(graph, answers[i], out));
  }
  return output_written() ? k_done : k_output_failed;
}

}  // namespace tradewarden::cli
