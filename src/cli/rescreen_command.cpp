#include "cli/rescreen_command.hpp"

#include <algorithm>
#include <filesystem>
#include <iterator>
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

std::string summary(const rescreen_outcome& o, std::size_t open, std::size_t news) {
  std::string out = counted(o.customers, "customer", "customers") + " (" + grouped(o.customers_changed) + " new or changed, " +
                    grouped(o.customers_gone) + " gone), " + counted(o.entries, "entry", "entries") + " (" +
                    grouped(o.entries_changed) + " new or changed, " + grouped(o.entries_gone) + " gone): ";
  out += counted(o.alerts.size(), "alert", "alerts") + ", " + grouped(open) + " open, " + grouped(news) + " new or changed, " +
         grouped(o.closed.size()) + " closed";
  return out;
}

/// Customers from rows. One that cannot be read would be taken for one that is gone: it ends the run.
class row_customers {
 public:
  explicit row_customers(batch_streams& streams) : streams_(streams) {}

  bool next(screening_query& to) {
    auto row = streams_.rows().next();
    if (!row) return false;
    auto q = query_of(*row, streams_.input_name());
    if (!q) {
      fault_ = q.error();
      return false;
    }
    for (error e : unusable_facts(*q)) {
      e.file = streams_.input_name();
      e.line = row->line;
      e.message += ": screened without it";
      streams_.complain(e.to_string());
      ++unusable_;
    }
    if (holds_nothing(*q)) {
      streams_.complain(streams_.input_name() + ":" + std::to_string(row->line) + ": customer " + q->id +
                        ": no letter or digit in the name, and no number: nothing was screened");
      ++unscreened_;
    }
    to = std::move(*q);
    streams_.progress(++rows_);
    return true;
  }

  [[nodiscard]] const std::optional<error>& fault() const { return fault_; }
  [[nodiscard]] std::uint64_t rows() const { return rows_; }
  [[nodiscard]] std::uint64_t unusable() const { return unusable_; }
  [[nodiscard]] std::uint64_t unscreened() const { return unscreened_; }

 private:
  /// Any index can tell; where a plain letter or digit stands it need not be asked.
  static bool holds_nothing(const screening_query& q) {
    if (std::any_of(q.name.begin(), q.name.end(), [](char c) { return ascii::is_digit(c) || ascii::is_alpha(c); })) {
      return false;
    }
    return !was_screened(screen(party_index::sample(), q).problem);
  }

  batch_streams& streams_;
  std::optional<error> fault_;
  std::uint64_t rows_ = 0;
  std::uint64_t unusable_ = 0;
  std::uint64_t unscreened_ = 0;
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
  row_customers customers(**streams);
  std::optional<error> fault;
  auto done = rescreen(request.store, request.portfolio, *idx, request.settings, [&](screening_query& q) {
    const bool more = customers.next(q);
    // The run must not take what was read so far for the whole: an empty id ends it with an error.
    if (!more && (customers.fault() || (*streams)->rows().failed() || customers.rows() == 0)) {
      q = {};
      return true;
    }
    return more;
  });
  if (customers.fault()) {
    (*streams)->complain(customers.fault()->to_string());
    (*streams)->complain("nothing was kept: a customer that cannot be read would be taken for one that is gone");
    return k_refused;
  }
  if (customers.rows() == 0 && !(*streams)->rows().failed()) {
    return report({errc::empty_input, "there is no customer in it: nothing was screened, and nothing kept",
                   (*streams)->input_name(), 0, {}});
  }
  if (!done) return report(done.error());
  const row_format format = (*streams)->output_format();
  if (format != row_format::jsonl) (*streams)->write(header(format));
  std::size_t open = 0;
  std::size_t news = 0;
  for (const std::vector<alert>* part : {&std::as_const(done->alerts), &std::as_const(done->closed)}) {
    for (const alert& a : *part) {
      if (a.news != alert_news::closed) {
        open += a.is_set_aside() ? 0 : 1;
        news += a.news == alert_news::unchanged ? 0 : 1;
      }
      if (request.only_news && a.news == alert_news::unchanged) continue;
      if (!(*streams)->write(line_of(a, format))) break;
    }
  }
  if (!done->full_because.empty()) (*streams)->complain("note: everything was screened: " + done->full_because);
  batch_counts counts;
  counts.rows = done->customers;
  counts.unusable = customers.unusable();
  counts.failed = customers.unscreened();
  const int code = (*streams)->finish(counts, summary(*done, open, news) + ", as of " +
                                                  request.settings.options.as_of->to_string());
  return (code == k_done || code == k_rows_failed) && request.fail_on_hit && open != 0 ? k_hit : code;
}

}  // namespace tradewarden::cli
