#include "cli/batch_options.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <thread>

#include "cli/option_checks.hpp"
#include "tradewarden/schema.hpp"

namespace tradewarden::cli {

void batch_options::add(CLI::App& app) {
  threads = std::max(1U, std::thread::hardware_concurrency());
  app.add_option("--input", input, "Rows of a .csv, .tsv or .jsonl file; - is standard input")
      ->option_text("FILE");
  app.add_option("--output", output,
                 "Results to a .csv, .tsv or .jsonl file; - (default) is standard output")
      ->option_text("FILE");
  app.add_option("--format", format, "Format of - and of files with another extension")
      ->check(CLI::IsMember({"csv", "tsv", "jsonl"}))
      ->option_text("csv|tsv|jsonl");
  app.add_flag("--flush", flush, "Answer each row before reading the next, for a program as partner");
  app.add_option("--threads", threads, "Threads for a batch; default: all cores")
      ->transform(whole_number())
      ->check(CLI::Range(1, 256))
      ->option_text("N");
}

batch_request batch_options::streams() const {
  return {input, output, parse_row_format(format), flush, threads};
}

std::string batch_options::conflict(const CLI::App& app, const std::vector<std::string>& only_single,
                                    bool batch) {
  if (batch) {
    for (const std::string& name : only_single) {
      if (app.count(name) != 0) return name + " does not go with --input";
    }
    return {};
  }
  for (const char* name : {"--output", "--format", "--flush", "--threads"}) {
    if (app.count(name) != 0) return std::string(name) + " needs --input";
  }
  return {};
}

void add_schema(CLI::App& app, std::string& to, const char* what) {
  app.add_option("--schema", to, what)
      ->option_text("person|entity|company|organization|vessel|aircraft")
      ->check(checked_by([](const std::string& s) { return parse_schema(s); }));
}

}  // namespace tradewarden::cli
