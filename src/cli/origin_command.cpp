#include "cli/origin_command.hpp"

#include <iostream>
#include <optional>
#include <utility>

#include "audit/json_parts.hpp"
#include "cli/bill_input.hpp"
#include "cli/index_file.hpp"
#include "cli/origin_view.hpp"
#include "cli/output_file.hpp"
#include "cli/report.hpp"
#include "cli/rules_command.hpp"
#include "report/origin_html.hpp"

namespace tradewarden::cli {
namespace {

/// Products whose working is told in one answer: the lists of each may have a megabyte.
constexpr std::size_t k_most_worked = 200;

/// What a question needs loaded: the bill ordered under its rules, and the index if one is named.
struct loaded {
  std::optional<origin> engine;
  std::optional<party_index> index;
  int code = k_done;
  [[nodiscard]] const party_index* names() const { return index ? &*index : nullptr; }
};

loaded load(const bill_question& q) {
  loaded out;
  if (!q.index.empty()) {
    auto idx = open_index(q.index);
    if (!idx) {
      out.code = report(idx.error());
      return out;
    }
    out.index.emplace(std::move(*idx));
  }
  std::optional<rule_book> rules;
  if (!q.rules.empty()) {
    auto book = rule_book::load(q.rules);
    if (!book) {
      out.code = report(book.error());
      return out;
    }
    for (const std::string& words : override_words(*book)) say("note: " + words);
    rules.emplace(std::move(*book));
  }
  loaded_bill bill = load_bill(q.sources);
  if (!bill.content) {
    out.code = bill.code;
    return out;
  }
  out.engine.emplace(std::move(*bill.content), rules ? *rules : rule_book::built_in());
  return out;
}

int write_to(const std::string& path, const std::string& text) {
  auto file = output_file::open(path);
  if (!file) return report(file.error());
  file->write(text);
  if (const auto done = file->commit(); !done) return report(done.error());
  return k_done;
}

/// What the product or destination named does not have is an error of the call.
int refuse(const error& e) {
  say(e.to_string());
  if (e.code == errc::limit_exceeded) return k_refused;  // what the files hold, not the call
  return e.code == errc::io ? k_output_failed : k_usage;
}

/// Screens the end users into the question; an exit_code.
int ask_end_users(const bill_question& q, const party_index* index, origin_options& options) {
  if (q.end_users.empty()) return k_done;
  if (index == nullptr) {
    index = &party_index::sample();
    say(audit::sample_notice(index->info()));
  }
  options.date = options.date.value_or(day::today_utc());
  for (const std::string& name : q.end_users) {
    auto party = screen_end_user(*index, name, *options.date);
    if (!party) return report(party.error());
    options.end_user.parties.push_back(std::move(*party));
  }
  return k_done;
}

/// The answer in the form asked for. `rows` and `view` are called only if needed.
template <class Json, class Rows, class View>
int put(const bill_question& q, Json json, Rows rows, View view) {
  if (!q.csv.empty()) {
    if (const int code = write_to(q.csv, rows()); code != k_done) return code;
    if (q.csv == "-") return k_done;
  }
  if (q.json) {
    std::cout << json() << '\n';
  } else {
    std::cout << view(terminal::detect(1, q.colour));
  }
  return output_written() ? k_done : k_output_failed;
}

}  // namespace

int run_origin(const origin_request& request) {
  loaded have = load(request.bill);
  if (!have.engine) return have.code;
  origin_options options = request.options;
  if (const int code = ask_end_users(request.bill, have.names(), options); code != k_done) return code;
  const std::size_t products = options.products.empty() ? have.engine->parts().products().size()
                                                        : options.products.size();
  if (products > k_most_worked && !options.summary) {
    options.summary = true;
    say("note: " + grouped(products) +
        " products: verdicts and figures alone (--summary); name products for their working");
  }
  const auto answer = have.engine->evaluate(options);
  if (!answer) return refuse(answer.error());
  if (!request.html.empty()) {
    const std::string page = report::origin_html(*have.engine, *answer, have.names());
    if (const int code = write_to(request.html, page); code != k_done) return code;
    if (request.html == "-") return k_done;
  }
  return put(
      request.bill, [&] { return to_json(*answer); }, [&] { return origin_rows(*answer); },
      [&](const terminal& out) { return origin_view(*answer, out); });
}

int run_share(const share_request& request) {
  loaded have = load(request.bill);
  if (!have.engine) return have.code;
  share_options options = request.options;
  options.index = have.names();
  const auto answer = share(*have.engine).evaluate(options);
  if (!answer) return refuse(answer.error());
  return put(
      request.bill, [&] { return to_json(*answer); }, [&] { return share_rows(*answer); },
      [&](const terminal& out) { return share_view(*answer, out); });
}

int run_cutoff(const cutoff_request& request) {
  loaded have = load(request.bill);
  if (!have.engine) return have.code;
  cutoff_options options = request.options;
  options.index = have.names();
  const auto answer = cutoff(*have.engine).evaluate(options);
  if (!answer) return refuse(answer.error());
  return put(
      request.bill, [&] { return to_json(*answer); }, [&] { return cutoff_rows(*answer); },
      [&](const terminal& out) { return cutoff_view(*answer, out); });
}

int run_whatif(const whatif_request& request) {
  loaded have = load(request.bill);
  if (!have.engine) return have.code;
  whatif_options options = request.options;
  if (const int code = ask_end_users(request.bill, have.names(), options.question); code != k_done) return code;
  const auto answer = whatif(*have.engine).evaluate(options);
  if (!answer) return refuse(answer.error());
  return put(
      request.bill, [&] { return to_json(*answer); }, [&] { return whatif_rows(*answer); },
      [&](const terminal& out) { return whatif_view(*answer, out); });
}

}  // namespace tradewarden::cli
