#include "cli/screen_command.hpp"

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <memory>
#include <optional>
#include <string_view>
#include <system_error>
#include <unordered_set>
#include <utility>
#include <vector>

#include "audit/json_parts.hpp"
#include "cli/answer_view.hpp"
#include "cli/exit_code.hpp"
#include "cli/hit_rows.hpp"
#include "cli/index_file.hpp"
#include "cli/owned_view.hpp"
#include "cli/ownership_input.hpp"
#include "cli/query_rows.hpp"
#include "cli/report.hpp"
#include "lists/input_file.hpp"
#include "review/review_session.hpp"
#include "support/ordered_pipeline.hpp"
#include "support/text_hash.hpp"
#include "tradewarden/batch_screening.hpp"

namespace tradewarden::cli {
namespace {

using review::review_session;

constexpr std::size_t k_batch_rows = 256;
constexpr std::size_t k_most_ids = 1'000'000;  // that are remembered, to tell which stand twice

struct answered_rows {
  std::string lines;
  std::vector<std::string> complaints;
  batch_counts counts;
  std::vector<trail_entry> kept;  ///< For the audit trail.
};

/// Whether the query holds a fact that could contradict a hit, of those that are heeded.
bool may_contradict(const screening_query& q, evidence_kinds by) {
  const auto given = [&](evidence_kind k, bool there) { return by.has(k) && there; };
  return given(evidence_kind::birth_date, !q.birth_date.empty()) ||
         given(evidence_kind::country, !q.country.empty()) ||
         given(evidence_kind::nationality, !q.nationality.empty()) ||
         given(evidence_kind::schema, q.schema != schema::unknown) ||
         given(evidence_kind::identifier, !q.identifier.empty()) ||
         given(evidence_kind::imo, !q.imo.empty() || !q.identifier.empty()) ||
         by.has(evidence_kind::gender);  // the name itself may tell it
}

std::string nothing_to_contradict(const screening_options& o) {
  return "note: --contradiction has nothing to go by: give a fact that it heeds (" +
         o.contradiction_by.to_string() + ")";
}

class batch_screening {
 public:
  batch_screening(const screen_request& request, const party_index& idx, batch_streams& streams,
                  review_session* review, const ownership_screener* owners)
      : request_(request), idx_(idx), streams_(streams), review_(review), owners_(owners) {}

  int run() {
    const row_format format = streams_.output_format();
    if (format != row_format::jsonl) streams_.write(hit_header(format));
    const std::size_t batch = request_.streams.flush ? 1 : k_batch_rows;
    const std::size_t threads = request_.streams.flush ? 1 : request_.streams.threads;
    for (std::size_t i = 0; i < threads; ++i) screeners_.emplace_back(idx_, request_.options);
    support::run_in_order<std::vector<input_row>, answered_rows>(
        [&] { return read(batch); },
        [&](std::size_t worker, const auto& rows) { return answer(screeners_[worker], rows); },
        [&](answered_rows done) { return write(std::move(done)); }, threads);
    if (const std::uint64_t n = counts_.notes_unseen; n != 0) {
      streams_.complain("note: " + grouped(n) +
                        (n == 1 ? " row without hits has" : " rows without hits have") +
                        " notes (a weak alias held back, a hit left out, a country not known); "
                        "CSV and JSON Lines output show them");
    }
    if (counts_.dropped != 0) {
      streams_.complain("note: " + std::string(request_.options.count_all ? "" : "at least ") +
                        grouped(counts_.dropped) + (counts_.dropped == 1 ? " hit was" : " hits were") +
                        " left out by --contradiction drop");
    }
    if (request_.options.contradiction != contradiction_policy::keep && counts_.with_facts == 0) {
      streams_.complain(nothing_to_contradict(request_.options));
    }
    if (owners_ != nullptr && std::none_of(owners_->regimes().begin(), owners_->regimes().end(),
                                           [](const ownership_answer& a) { return a.in_force; })) {
      streams_.complain("note: nothing was evaluated by ownership: no regime asked for is in force on " +
                        request_.options.as_of->to_string());
    }
    if (repeated_ids_ != 0) {
      streams_.complain("note: " + grouped(repeated_ids_) +
                        (repeated_ids_ == 1 ? " row has an id" : " rows have ids") +
                        " that stood before; the first is " + first_repeated_);
    }
    if (seen_ids_.size() >= k_most_ids) {
      streams_.complain("note: ids that stand twice were looked for among the first " +
                        grouped(k_most_ids) + " only");
    }
    if (not_kept_) return k_output_failed;
    const int code = streams_.finish(counts_, summary());
    // A possible match outweighs a row that failed: it must not be lost.
    const bool stopped = code == k_done || code == k_rows_failed;
    return stopped && request_.fail_on_hit && counts_.hits != 0 ? k_hit : code;
  }

 private:
  std::optional<std::vector<input_row>> read(std::size_t most) {
    std::vector<input_row> rows;
    while (rows.size() < most) {
      auto row = streams_.rows().next();
      if (!row) break;
      note_id(*row);
      rows.push_back(std::move(*row));
    }
    if (rows.empty()) return std::nullopt;
    return rows;
  }

  /// An id that stands twice makes it unclear whose a hit is.
  void note_id(const input_row& row) {
    const std::string& id = row.values[k_id];
    if (id.empty() || seen_ids_.size() >= k_most_ids) return;
    if (seen_ids_.insert(support::text_hash(id)).second) return;
    if (repeated_ids_++ != 0) return;
    first_repeated_ = "'" + id.substr(0, 80) + "' on line " + std::to_string(row.line);
  }

  answered_rows answer(batch_screener& screener, const std::vector<input_row>& rows) const {
    std::vector<result<screening_query>> queries;
    std::vector<screening_query> fine;
    for (const input_row& row : rows) {
      queries.push_back(query_of(row, streams_.input_name()));
      if (queries.back()) fine.push_back(*queries.back());
    }
    std::vector<screening_answer> answers = screener.screen(fine);
    for (std::size_t i = 0; review_ != nullptr && i < fine.size(); ++i) {
      if (review_->book().has(fine[i].id)) answers[i] = review_->book().screen(idx_, fine[i], request_.options);
    }
    answered_rows out;
    out.counts.rows = rows.size();
    for (std::size_t i = 0, next = 0; i < rows.size(); ++i) {
      if (queries[i]) {
        const bool facts = may_contradict(*queries[i], request_.options.contradiction_by);
        out.counts.with_facts += facts ? 1 : 0;
        screening_answer& a = answers[next++];
        add_answer(rows[i], a, out);
        if (was_screened(a.problem)) add_unusable(rows[i], *queries[i], out);
      } else {
        add_failure(rows[i], queries[i].error(), out);
      }
    }
    return out;
  }

  /// A birth date that is none, a country that is not known: the row is screened without it, but not
  /// as was asked.
  void add_unusable(const input_row& row, const screening_query& q, answered_rows& out) const {
    std::vector<error> problems = unusable_facts(q);
    if (problems.empty()) return;
    ++out.counts.unusable;
    for (error& e : problems) {
      e.file = streams_.input_name();
      e.line = row.line;
      e.message += ": screened without it";
      out.complaints.push_back(e.to_string());
    }
  }

  void add_failure(const input_row& row, const error& problem, answered_rows& out) const {
    ++out.counts.failed;
    out.complaints.push_back(problem.to_string());
    const std::string id = row.values.empty() ? std::string() : row.values[k_id];
    if (streams_.output_format() != row_format::jsonl) {
      out.lines += failed_line(id, problem, streams_.output_format());
      return;
    }
    out.lines += audit::failed_row_json("query_id", id, problem) + '\n';
  }

  void add_answer(const input_row& row, screening_answer& a, answered_rows& out) const {
    const bool json = streams_.output_format() == row_format::jsonl;
    if (!was_screened(a.problem)) {  // nothing was screened: that is no "no hit"
      ++out.counts.failed;
      const bool damaged = a.problem == query_problem::damaged_index;
      if (damaged) ++out.counts.damaged;
      const bool number_alone = row.values[k_name].empty() && !row.values[k_identifier].empty();
      const char* const field = damaged ? "" : number_alone ? "identifier" : "name";
      const error problem{damaged ? errc::bad_index : errc::bad_value, std::string(problem_note(a)),
                          streams_.input_name(), row.line, field};
      out.complaints.push_back(problem.to_string());
      if (!json) out.lines += failed_line(a.query.id, problem, streams_.output_format());
    }
    std::vector<std::string> added;
    if (row.decoded) {
      added.emplace_back("The row held bytes that are not UTF-8; they were read as Windows-1252.");
      a.notes.push_back(added.back());
    }
    const bool by_owner = owners_ != nullptr && was_screened(a.problem);
    const owned_answer owned = by_owner ? owners_->screen(a.query, a.hits.size()) : owned_answer();
    if (by_owner && owned.hits.empty() && !json) a.notes.insert(a.notes.end(), owned.notes.begin(), owned.notes.end());
    // A line of TSV belongs to a hit: without one, there is no place for a note. CSV has a line.
    const bool notes_alone = !json && a.hits.empty() && owned.hits.empty() && was_screened(a.problem) && !a.notes.empty();
    if (notes_alone && streams_.output_format() == row_format::tsv) ++out.counts.notes_unseen;
    if (notes_alone) out.lines += notes_line(a, streams_.output_format());
    out.counts.dropped += a.dropped;
    const std::size_t aside = a.set_aside();
    out.counts.set_aside += aside;
    out.counts.hits += a.hits.size() - aside + owned.hits.size();
    out.counts.owned += owned.hits.size();
    out.counts.with_hits += a.hits.size() == aside && owned.hits.empty() ? 0 : 1;
    const std::string text = !json && review_ == nullptr ? std::string()
                             : by_owner                  ? to_json(a, idx_, owned, *owners_)
                                                         : to_json(a, idx_);
    if (review_ != nullptr) out.kept.push_back(record_of(a, idx_, text, review_->book(), added));
    out.lines += json ? text + '\n' : hit_lines(a, streams_.output_format());
    if (by_owner && !json) out.lines += owned_rows(a.query.id, owned, *owners_, streams_.output_format());
  }

  bool write(answered_rows done) {
    if (review_ != nullptr) {
      // What cannot be kept is not given out.
      if (auto kept = review_->keep(done.kept); !kept) {
        streams_.complain(kept.error().to_string());
        not_kept_ = true;
        return false;
      }
    }
    for (const std::string& c : done.complaints) streams_.complain(c);
    counts_.rows += done.counts.rows;
    counts_.failed += done.counts.failed;
    counts_.damaged += done.counts.damaged;
    counts_.hits += done.counts.hits;
    counts_.owned += done.counts.owned;
    counts_.with_hits += done.counts.with_hits;
    counts_.notes_unseen += done.counts.notes_unseen;
    counts_.dropped += done.counts.dropped;
    counts_.set_aside += done.counts.set_aside;
    counts_.unusable += done.counts.unusable;
    counts_.with_facts += done.counts.with_facts;
    streams_.progress(counts_.rows);
    return streams_.write(done.lines);
  }

  std::string summary() const {
    if (counts_.rows == 0) return "no rows: nothing was screened";
    std::string out = grouped(counts_.rows) + (counts_.rows == 1 ? " row, " : " rows, ") +
                      grouped(counts_.with_hits) + " with possible matches (" +
                      grouped(counts_.hits) + (counts_.hits == 1 ? " hit)" : " hits)");
    if (counts_.set_aside != 0) {
      out += ", " + grouped(counts_.set_aside) + (counts_.set_aside == 1 ? " hit" : " hits") + " set aside by decisions";
    }
    if (counts_.owned != 0) out += ", " + grouped(counts_.owned) + " of them by ownership";
    if (counts_.failed != 0) out += ", " + grouped(counts_.failed) + " failed";
    if (counts_.unusable != 0) {
      out += ", " + grouped(counts_.unusable) + " with a value that cannot be used";
    }
    return out + ", as of " + request_.options.as_of->to_string();
  }

  const screen_request& request_;
  const party_index& idx_;
  batch_streams& streams_;
  review_session* review_;  ///< Or null.
  const ownership_screener* owners_;  ///< Or null.
  bool not_kept_ = false;   ///< The audit trail could not be written.
  batch_counts counts_;
  std::unordered_set<std::uint64_t> seen_ids_;  // hashes
  std::uint64_t repeated_ids_ = 0;
  std::string first_repeated_;
  std::vector<batch_screener> screeners_;  // one a thread
};

/// Of one name, what cannot be used is an error: nobody reads a note behind an answer.
int refuse_unusable(const screening_query& query) {
  constexpr std::pair<std::string_view, std::string_view> k_options[] = {
      {"birth_date", "--birth-date"}, {"country", "--country"}, {"nationality", "--nationality"},
      {"gender", "--gender"},         {"identifier", "--identifier"}, {"imo", "--imo"}};
  int code = k_done;
  for (error e : unusable_facts(query)) {
    for (const auto& [field, option] : k_options) {
      if (e.field == field) e.field = option;
    }
    say(e.to_string());
    code = k_usage;
  }
  return code;
}

int screen_one(const screen_request& request, const party_index& idx, review_session* review,
               const ownership_screener* owners) {
  screening_query query = request.query;
  bool decoded = false;
  for (std::string* text : {&query.name, &query.country, &query.nationality, &query.birth_date,
                            &query.gender, &query.identifier, &query.imo}) {
    *text = lists::to_utf8(*text, &decoded);
  }
  if (const int code = refuse_unusable(query); code != k_done) return code;
  if (request.options.contradiction != contradiction_policy::keep &&
      !may_contradict(query, request.options.contradiction_by)) {
    say(nothing_to_contradict(request.options));
  }
  screening_answer answer = review != nullptr ? review->book().screen(idx, query, request.options)
                                              : screen(idx, query, request.options);
  std::vector<std::string> added;
  if (decoded) {
    added.emplace_back("The query held bytes that are not UTF-8; they were read as Windows-1252.");
    answer.notes.push_back(added.back());
  }
  const bool by_owner = owners != nullptr && was_screened(answer.problem);
  const owned_answer owned = by_owner ? owners->screen(query, answer.hits.size()) : owned_answer();
  const std::string text = !request.json && review == nullptr ? std::string()
                           : by_owner                         ? to_json(answer, idx, owned, *owners)
                                                              : to_json(answer, idx);
  if (review != nullptr) {
    // What cannot be kept is not given out.
    const trail_entry entry[] = {record_of(answer, idx, text, review->book(), added)};
    if (auto kept = review->keep(entry); !kept) {
      say(kept.error().to_string());
      return k_output_failed;
    }
    if (!request.json) say("answer " + answer_id_of(text) + " is kept in " + request.store);
  }
  if (request.json) {
    if (request.index_path.empty()) say(audit::sample_notice(idx.info()));
    std::cout << text << '\n';
  } else {
    const terminal out = terminal::detect(1, request.colour);
    std::cout << answer_view(answer, idx, out, by_owner ? owned_view(owned, *owners, out) : text_lines());
  }
  if (!output_written()) return k_output_failed;
  if (answer.problem == query_problem::damaged_index) return k_refused;
  if (!was_screened(answer.problem)) return k_rows_failed;
  const bool hit = answer.hits.size() != answer.set_aside() || !owned.hits.empty();
  return request.fail_on_hit && hit ? k_hit : k_done;
}

/// The output, if it is a file of the owners: written to, it would destroy it. Else empty.
std::string overwritten_owners(const screen_request& r) {
  const std::string& output = r.streams.output;
  if (!r.batch || output.empty() || output == "-") return {};
  for (const std::string& input : {r.owners.edges, r.owners.parties, r.owners.seeds}) {
    std::error_code ignored;
    if (!input.empty() && (input == output || std::filesystem::equivalent(input, output, ignored))) return output;
  }
  return {};
}

}  // namespace

int run_screen(screen_request request) {
  if (const std::string same = overwritten_owners(request); !same.empty()) {
    return report({errc::usage, "input and output are the same file: " + same, {}, 0, {}});
  }
  // One day for the whole run, also over midnight.
  if (!request.options.as_of) request.options.as_of = day::today_utc();
  const auto rules = chosen_rules(request.score);
  if (!rules) return report(rules.error());
  if (*rules && request.index_path.empty()) {
    return report({errc::usage, "--name-pack and --score-version go with an index built by them: give "
                                "--index", {}, 0, {}});
  }
  std::optional<party_index> opened;
  if (!request.index_path.empty()) {
    auto idx = open_index(request.index_path, *rules);
    if (!idx) return report(idx.error());
    opened.emplace(std::move(*idx));
  }
  const party_index& idx = opened ? *opened : party_index::sample();
  std::optional<review_session> review;
  if (!request.store.empty()) {
    std::error_code absent;
    if (!std::filesystem::exists(request.store, absent)) say("note: " + request.store + " is a new store: nothing was decided in it");
    auto session = review_session::open(request.store, store_access::create);
    if (!session) return report(session.error());
    review.emplace(std::move(*session));
  }
  std::optional<ownership_screener> owners;
  if (!request.owners.edges.empty()) {
    const std::optional<ownership_graph> graph = read_owners(request.owners);
    if (!graph) return k_refused;
    auto made = ownership_screener::make(*graph, idx, request.options, request.regimes);
    if (!made) return report(made.error());
    owners.emplace(std::move(*made));
  }
  const ownership_screener* const by_owner = owners ? &*owners : nullptr;
  if (!request.batch) return screen_one(request, idx, review ? &*review : nullptr, by_owner);

  std::error_code none;
  if (opened && std::filesystem::equivalent(request.index_path, request.streams.output, none)) {
    return report({errc::usage, "--output names the index file", request.index_path, 0, {}});
  }
  auto streams = batch_streams::open(request.streams, k_query_keys);
  if (!streams) return report(streams.error());
  if (!opened) (*streams)->complain(audit::sample_notice(idx.info()));
  if (const auto early = audit::early_day_note(idx, request.options.as_of); !early.empty()) {
    (*streams)->complain("note: " + early);
  }
  for (const std::string& lack : audit::incomplete_notes(idx.info())) {
    (*streams)->complain("note: " + lack);
  }
  return batch_screening(request, idx, **streams, review ? &*review : nullptr, by_owner).run();
}

}  // namespace tradewarden::cli
