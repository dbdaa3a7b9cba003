// tradewarden-bench: measures whole searches and proves them against scoring every name.
#include <CLI/CLI.hpp>
#include <exception>
#include <functional>
#include <iostream>

#include "benchmarks/commands.hpp"

namespace {

int run(int argc, char** argv) {
  using namespace tradewarden::bench;
  CLI::App app("Measures tradewarden; docs/performance.md has the method.");
  app.require_subcommand(1);
  request r;
  std::function<int(const request&)> chosen;
  const auto command = [&](const char* name, const char* what, int (*go)(const request&)) {
    CLI::App* sub = app.add_subcommand(name, what);
    sub->callback([&chosen, go] { chosen = go; });
    return sub;
  };
  const auto names = [&](CLI::App* sub, bool with_queries) {
    sub->add_option("NAMES", r.names, "id<TAB>schema<TAB>name a line")->required();
    if (with_queries) {
      sub->add_option("QUERIES", r.queries, "qid<TAB>schema<TAB>query<TAB>id or '-' a line")->required();
    }
  };

  CLI::App* sub = command("serve", "answers queries, one a line, by id:score separated by tabs", serve);
  names(sub, false);
  sub->add_option("--threshold", r.threshold, "least score (default .8)");
  sub->add_option("--limit", r.limit, "most hits (default 10)");
  sub->add_option("--index", r.index, "open this index file instead of building one");

  sub = command("oracle", "compares screening with scoring every name; exit code 1 on a difference", oracle);
  names(sub, true);
  sub->add_option("--sample", r.sample, "that many queries, taken evenly (default: all)");
  sub->add_option("--threads", r.threads, "default: all cores");
  sub->add_flag("--json", r.json, "as JSON");

  sub = command("time", "times of single queries on one core, of opening and of building", time_queries);
  names(sub, true);
  sub->add_option("--threshold", r.threshold, "least score (default .8)");
  sub->add_option("--limit", r.limit, "most hits (default 10)");
  sub->add_option("--passes", r.passes, "passes over the queries; medians are shown (default 5)");
  sub->add_option("--sample", r.sample, "that many queries, taken evenly (default: all)");
  sub->add_option("--index", r.index, "use this index file; it is built if it is not there");
  sub->add_flag("--json", r.json, "as JSON");

  sub = command("lists", "as time, over lists as published, with queries made of their names", time_lists);
  sub->add_option("SOURCE", r.sources, "as for 'tradewarden index build'")->required();
  sub->add_option("--threshold", r.threshold, "least score (default .8)");
  sub->add_option("--limit", r.limit, "most hits (default 10)");
  sub->add_option("--passes", r.passes, "passes over the queries; medians are shown (default 5)");
  sub->add_option("--sample", r.sample, "that many queries (default 2000)");
  sub->add_flag("--json", r.json, "as JSON");

  sub = command("growth", "times and memory by number of names; more than NAMES has are composed", growth);
  names(sub, false);
  r.sizes = {10'000, 100'000, 1'000'000};
  sub->add_option("--sizes", r.sizes, "numbers of names (default 10000 100000 1000000)");
  sub->add_option("--threshold", r.threshold, "least score (default .8)");
  sub->add_option("--limit", r.limit, "most hits (default 10)");
  sub->add_option("--passes", r.passes, "passes over the queries; medians are shown (default 5)");
  sub->add_option("--sample", r.sample, "that many queries (default 1000)");
  sub->add_flag("--json", r.json, "as JSON");

  sub = command("kinds", "the search with and without each kind of similarity", kinds);
  names(sub, true);
  sub->add_option("--threshold", r.threshold, "least score (default .8)");
  sub->add_option("--sample", r.sample, "that many queries, taken evenly (default: all)");
  sub->add_option("--index", r.index, "open this index file instead of building one");
  sub->add_flag("--json", r.json, "as JSON");

  sub = command("pairs", "pairs of names scored a second, from raw texts and from normalised names", pairs);
  names(sub, true);
  sub->add_option("--sample", r.sample, "that many queries, taken evenly (default: all)");
  sub->add_option("--passes", r.passes, "passes over the pairs; medians are shown (default 5)");
  sub->add_flag("--json", r.json, "as JSON");

  sub = command("batch", "batches against single queries, over lists as published", batch);
  sub->add_option("SOURCE", r.sources, "as for 'tradewarden index build'")->required();
  sub->add_option("--rows", r.rows, "queries made of the lists' names (default 20000)");
  sub->add_option("--threads", r.threads, "of the run on several; default: all cores");
  sub->add_option("--threshold", r.threshold, "least score (default .8)");
  sub->add_option("--limit", r.limit, "most hits (default 10)");
  sub->add_flag("--json", r.json, "as JSON");

  CLI11_PARSE(app, argc, argv);
  return chosen(r);
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const std::exception& e) {
    std::cerr << "tradewarden-bench: " << e.what() << '\n';
    return 1;
  }
}
