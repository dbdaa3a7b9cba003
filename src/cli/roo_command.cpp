#include "cli/roo_command.hpp"

#include <filesystem>
#include <utility>

#include "cli/bill_input.hpp"
#include "cli/output_file.hpp"
#include "cli/report.hpp"
#include "cli/rules_command.hpp"
#include "cli/table.hpp"
#include "report/roo_svg.hpp"

namespace tradewarden::cli {
namespace {

/// Is the file one of those that are read? The picture would take its place.
bool is_input(const std::string& file, const roo_request& r) {
  if (file.empty() || file == "-") return false;
  namespace fs = std::filesystem;
  std::error_code ignored;
  for (const std::string& input : {r.sources.parts, r.sources.lines, r.sources.offers, r.sources.fx, r.sources.production,
                                   r.sources.bill, r.facts}) {
    if (input.empty() || input == "-") continue;
    if (input == file || fs::equivalent(input, file, ignored)) return true;
  }
  if (r.rules.empty() || !fs::exists(file, ignored)) return false;
  for (fs::recursive_directory_iterator at(r.rules, ignored), end; !ignored && at != end; at.increment(ignored)) {
    std::error_code none;
    if (fs::equivalent(at->path(), file, none)) return true;
  }
  return false;
}

}  // namespace

int run_roo(const roo_request& request) {
  if (is_input(request.svg, request)) {
    say("input and output are the same file: " + request.svg);
    return k_usage;
  }
  rule_book book = rule_book::built_in();
  if (!request.rules.empty()) {
    auto own = rule_book::load(request.rules);
    if (!own) return report(own.error());
    book = std::move(*own);
    for (const std::string& words : override_words(book)) say("note: " + words);
  }
  roo_question q = request.question;
  if (!request.facts.empty()) {
    roo_facts_reading read = read_roo_facts(request.facts);
    for (const error& e : read.problems) say(e.to_string());
    if (!read.facts) {
      const std::uint64_t n = read.problems.size() + read.more_problems;
      say(grouped(n) + (n == 1 ? " problem" : " problems") + "; nothing was calculated");
      return k_refused;
    }
    q.facts = std::move(*read.facts);
  }
  loaded_bill bill = load_bill(request.sources);
  if (!bill.content) return bill.code;
  const auto answer = assess_rules_of_origin(*bill.content, q, book);
  if (!answer) {
    say(answer.error().to_string());
    // A fact that does not fit stands in a file; what else is asked in vain, in the call.
    return answer.error().line != 0 ? k_refused : k_usage;
  }
  if (!request.svg.empty()) {
    auto file = output_file::open(request.svg);
    if (!file) return report(file.error());
    file->write(report::roo_svg(*answer));
    if (const auto done = file->commit(); !done) return report(done.error());
    if (request.svg == "-") return k_done;
  }
  if (request.json) return put_text(to_json(*answer));
  return put_lines(roo_view(*answer, terminal::detect(1, request.colour)));
}

}  // namespace tradewarden::cli
