#include "cli/rescreen_command.hpp"

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>
#include <system_error>
#include <utility>

#include "audit/decision_words.hpp"
#include "cli/exit_code.hpp"
#include "cli/index_file.hpp"
#include "cli/query_rows.hpp"
#include "cli/report.hpp"
#include "cli/row_writer.hpp"
#include "cli/terminal.hpp"
#include "support/ascii.hpp"
#include "support/sha256_stream.hpp"
#include "tradewarden/screening.hpp"

namespace tradewarden::cli {
namespace {

std::string header(row_format format) {
  const std::string titles[] = {"alert_id", "news", "customer", "customer_name", "list", "source_id", "entry_name",
                                "matched_name", "score", "status", "from", "until", "opened", "decision", "notes"};
  return delimited_line(titles, format);
}

std::string line_of(const alert& a, row_format format) {
  if (format == row_format::jsonl) return to_json(a) + '\n';
  const std::string cells[] = {a.id, std::string(to_string(a.news)), a.customer, a.customer_name, a.list, a.source_id,
                               a.entry_name, a.matched_name, a.score, a.status, a.from, a.until, a.opened,
                               a.decided ? std::string(to_string(a.decided->state)) : std::string(),
                               a.decided ? audit::decided_sentence(*a.decided) : std::string()};
  return delimited_line(cells, format);
}

std::string summary(const rescreen_outcome& o, std::size_t news) {
  std::string out = counted(o.customers, "customer", "customers") + " (" + grouped(o.customers_changed) + " new or changed, " +
                    grouped(o.customers_gone) + " gone), " + counted(o.entries, "entry", "entries") + " (" +
                    grouped(o.entries_changed) + " new or changed, " + grouped(o.entries_gone) + " gone): ";
  out += counted(o.standing, "alert", "alerts") + ", " + grouped(o.open) + " open, " + grouped(news) + " new or changed, " +
         grouped(o.closed.size()) + " closed";
  return out;
}

/// Customers from rows, and alerts to lines. A row that cannot be read would be taken for a customer that is
/// gone: it ends the run.
class row_customers final : public customer_source {
 public:
  row_customers(batch_streams& streams, const rescreen_request& request) : streams_(streams), request_(request) {}

  bool next(screening_query& to) override {
    auto row = streams_.rows().next();
    if (row) {
      auto q = query_of(*row, streams_.input_name());
      if (q) {
        look_at(*q, row->line);
        to = std::move(*q);
        streams_.progress(++rows_);
        return true;
      }
      fault_ = q.error();
    }
    // The run must not take what was read so far for the whole: an empty id ends it with an error.
    if (!fault_ && !streams_.rows().failed() && rows_ != 0) return false;
    to = {};
    return true;
  }

  std::optional<digest> content() override {
    auto file = support::sha256_of_file(request_.streams.input);
    if (!file) return std::nullopt;
    // The same bytes under another extension are other rows.
    const auto format = format_of_path(request_.streams.input);
    const std::string read_as = format ? "extension" : request_.streams.format ? "option" : "guess";
    return sha256(file->to_string() + read_as + std::to_string(static_cast<int>(format.value_or(request_.streams.format.value_or(row_format::csv)))));
  }

  /// Complaints are said again when the rows need not be read again.
  std::string remarks() override {
    const nlohmann::json out = {{"unusable", unusable_}, {"unscreened", unscreened_}, {"sentences", sentences_},
                                {"more", sentences_left_out_}, {"notes", streams_.notes()}};
    return out.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  }

  result<void> deliver(const rescreen_outcome& out) override {
    if (!out.customers_read) say_remarks(out.remarks);
    const row_format format = streams_.output_format();
    if (format != row_format::jsonl) streams_.write(header(format));
    std::size_t news = 0;
    for (const std::vector<alert>* part : {&out.alerts, &out.closed}) {
      for (const alert& a : *part) {
        news += a.news == alert_news::opened || a.news == alert_news::changed ? 1 : 0;
        if (!streams_.write(line_of(a, format))) break;
      }
    }
    if (!out.full_because.empty()) streams_.complain("note: everything was screened: " + out.full_because);
    if (!out.kept_problem.empty()) {
      streams_.complain("note: the next run will read all customers again: " + out.kept_problem);
    }
    batch_counts counts;
    counts.rows = out.customers;
    counts.unusable = unusable_;
    counts.failed = unscreened_;
    code_ = streams_.finish(counts, summary(out, news) + ", as of " + request_.settings.options.as_of->to_string());
    if (code_ == k_done || code_ == k_rows_failed) return {};
    return error{errc::io, "nothing was kept, as the alerts could not be written: run again", {}, 0, {}};
  }

  [[nodiscard]] const std::optional<error>& fault() const { return fault_; }
  [[nodiscard]] std::uint64_t rows() const { return rows_; }
  /// Of the delivery; none before.
  [[nodiscard]] std::optional<int> code() const { return code_; }

 private:
  static constexpr std::size_t k_most_sentences = 1'000;

  void look_at(const screening_query& q, std::uint64_t line) {
    for (error e : unusable_facts(q)) {
      e.file = streams_.input_name();
      e.line = line;
      e.message += ": screened without it";
      say_of_row(e.to_string());
      ++unusable_;
    }
    if (holds_nothing(q)) {
      say_of_row(streams_.input_name() + ":" + std::to_string(line) + ": customer " + q.id +
                 ": no letter or digit in the name, and no number: nothing was screened");
      ++unscreened_;
    }
  }

  /// Any index can tell; where a plain letter or digit stands it need not be asked.
  static bool holds_nothing(const screening_query& q) {
    if (std::any_of(q.name.begin(), q.name.end(), [](char c) { return ascii::is_digit(c) || ascii::is_alpha(c); })) {
      return false;
    }
    return !was_screened(screen(party_index::sample(), q).problem);
  }

  void say_of_row(std::string sentence) {
    streams_.complain(sentence);
    if (sentences_.size() < k_most_sentences) {
      sentences_.push_back(std::move(sentence));
    } else {
      ++sentences_left_out_;
    }
  }

  void say_remarks(const std::string& text) {
    const nlohmann::json j = nlohmann::json::parse(text, nullptr, false);
    if (!j.is_object()) return;
    unusable_ = j.value("unusable", std::uint64_t{0});
    unscreened_ = j.value("unscreened", std::uint64_t{0});
    const auto each = [&](const char* key, const auto& say) {
      const auto at = j.find(key);
      if (at == j.end() || !at->is_array()) return;
      for (const nlohmann::json& s : *at) {
        if (s.is_string()) say(s.get<std::string>());
      }
    };
    each("sentences", [&](const std::string& s) { streams_.complain(s); });
    if (const std::uint64_t more = j.value("more", std::uint64_t{0}); more != 0) {
      streams_.complain(grouped(more) + " more such rows were named when the file was read first");
    }
    const std::vector<std::string> said = streams_.notes();
    each("notes", [&](const std::string& s) {
      if (std::find(said.begin(), said.end(), s) == said.end()) streams_.complain(s);
    });
  }

  batch_streams& streams_;
  const rescreen_request& request_;
  std::optional<error> fault_;
  std::optional<int> code_;
  std::uint64_t rows_ = 0;
  std::uint64_t unusable_ = 0;
  std::uint64_t unscreened_ = 0;
  std::vector<std::string> sentences_;
  std::uint64_t sentences_left_out_ = 0;
};

}  // namespace

int run_rescreen(rescreen_request request) {
  if (!request.settings.options.as_of) request.settings.options.as_of = day::today_utc();
  request.settings.threads = request.streams.threads;
  const auto rules = chosen_rules(request.score);
  if (!rules) return report(rules.error());
  const auto idx = open_index(request.index_path, *rules);
  if (!idx) return report(idx.error());
  for (const std::string* file : {&request.index_path, &request.store}) {
    std::error_code none;
    if (std::filesystem::equivalent(*file, request.streams.output, none)) {
      return report({errc::usage, "--output names the index or the store", *file, 0, {}});
    }
  }
  auto streams = batch_streams::open(request.streams, k_query_keys);
  if (!streams) return report(streams.error());
  row_customers customers(**streams, request);
  const auto done = rescreen(request.store, request.portfolio, *idx, request.settings, customers);
  if (customers.fault()) {
    (*streams)->complain(customers.fault()->to_string());
    (*streams)->complain("nothing was kept: a customer that cannot be read would be taken for one that is gone");
    return k_refused;
  }
  if ((*streams)->rows().failed()) {
    return report({errc::truncated, "reading broke off after row " + std::to_string(customers.rows()) + ": nothing was kept",
                   (*streams)->input_name(), 0, {}});
  }
  if (!done) {
    error e = done.error();
    const int code = customers.code().value_or(k_done);
    if (code != k_done && code != k_rows_failed) {  // the output has told why
      say(e.to_string());
      return code;
    }
    if (customers.rows() == 0 && e.code == errc::missing_field) {
      return report({errc::empty_input, "there is no customer in it: nothing was screened, and nothing kept",
                     (*streams)->input_name(), 0, {}});
    }
    if (e.file.empty() && (!e.field.empty() || e.code == errc::truncated || e.code == errc::limit_exceeded)) {
      e.file = (*streams)->input_name();
      if (e.field == "id") e.message += " (customer " + std::to_string(std::exchange(e.line, 0)) + " of the file)";
    }
    if (customers.code()) e.message += "; the alerts were written, but nothing was kept: run again";
    return report(e);
  }
  const int code = customers.code().value_or(k_done);
  return (code == k_done || code == k_rows_failed) && request.fail_on_hit && done->open != 0 ? k_hit : code;
}

}  // namespace tradewarden::cli
