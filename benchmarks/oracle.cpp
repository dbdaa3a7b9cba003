// The index against brute force: each query is scored once against every name, the scores are cut
// at four thresholds afterwards, and all parties and the top ten must be the same, ties included.
#include <algorithm>
#include <array>
#include <atomic>
#include <iostream>
#include <mutex>
#include <numeric>
#include <thread>

#include "benchmarks/brute_force.hpp"
#include "benchmarks/commands.hpp"
#include "benchmarks/corpus.hpp"
#include "benchmarks/measure.hpp"

namespace tradewarden::bench {
namespace {

constexpr std::array<std::int32_t, 4> k_thresholds = {7'000, 8'000, 8'800, 9'500};
constexpr std::uint32_t k_all = 10'000;  // the most that screening shows; the rest is counted
constexpr std::array<std::uint32_t, 2> k_limits = {k_all, 10};

struct found {
  std::uint32_t party = 0;
  std::int32_t units = 0;
  friend bool operator==(const found&, const found&) = default;
};

/// Best first, ties by number, which is the order of the ids.
std::vector<found> cut(const std::vector<std::int32_t>& units, std::int32_t threshold) {
  std::vector<found> out;
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (units[i] >= threshold) out.push_back({static_cast<std::uint32_t>(i), units[i]});
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const found& a, const found& b) { return a.units > b.units; });
  return out;
}

/// What is different, or nothing.
std::string difference(const screening_answer& got, const std::vector<found>& all,
                       std::uint32_t limit) {
  const std::size_t shown = std::min<std::size_t>(all.size(), limit);
  for (std::size_t i = 0; i < std::max(shown, got.hits.size()); ++i) {
    const auto text = [](std::uint32_t party, std::int32_t units) {
      return "party " + std::to_string(party) + " with " + std::to_string(units);
    };
    const std::string want = i < shown ? text(all[i].party, all[i].units) : "nothing";
    const std::string have = i < got.hits.size()
                                 ? text(got.hits[i].party_id, got.hits[i].score.units())
                                 : "nothing";
    if (want != have) return "hit " + std::to_string(i + 1) + ": " + have + ", expected " + want;
  }
  const std::size_t known = got.hits.size() + got.more;
  if (got.more_is_exact ? known != all.size() : known > all.size()) {
    return std::to_string(got.hits.size() + got.more) + " parties in all, expected " +
           std::to_string(all.size());
  }
  return {};
}

class comparison_run {
 public:
  comparison_run(const party_index& idx, const brute_force& all, std::vector<query_row> queries)
      : idx_(idx), all_(all), queries_(std::move(queries)) {}

  void run(std::size_t threads) {
    std::vector<std::thread> pool;
    for (std::size_t t = 0; t < threads; ++t) {
      pool.emplace_back([this] {
        for (std::size_t i = next_++; i < queries_.size(); i = next_++) one(queries_[i]);
      });
    }
    for (std::thread& t : pool) t.join();
  }
  [[nodiscard]] std::size_t answers() const { return queries_.size() * k_thresholds.size() * k_limits.size(); }
  [[nodiscard]] std::size_t differences() const { return differences_; }
  [[nodiscard]] std::uint64_t found_in_all() const { return found_; }

 private:
  void one(const query_row& row) {
    const screening_query query = query_of(row);
    const std::vector<std::int32_t> units = all_.score(query);
    for (const std::int32_t threshold : k_thresholds) {
      std::vector<found> want;
      for (const std::uint32_t limit : k_limits) {
        screening_options options = options_of(threshold, limit);
        options.count_all = limit == k_all;
        const screening_answer got = screen(idx_, query, options);
        if (!got.more_is_exact && want.size() <= limit) {
          report(row, threshold, limit, "more parties than there are");
        }
        if (limit == k_limits.front()) {
          const bool empty = got.problem == query_problem::empty;
          const bool equal_only = got.problem == query_problem::single_letter;
          if (!empty) want = cut(units, equal_only ? score::k_one : threshold);
          found_ += want.size();
        }
        const std::string what = difference(got, want, limit);
        if (!what.empty()) report(row, threshold, limit, what);
      }
    }
    const std::lock_guard lock(mutex_);
    ++done_;
    if (done_ % 50 == 0 || done_ == queries_.size()) {
      std::cerr << "\r" << done_ << " of " << queries_.size() << " queries, " << differences_
                << " differences" << (done_ == queries_.size() ? "\n" : "") << std::flush;
    }
  }

  void report(const query_row& row, std::int32_t threshold, std::uint32_t limit,
              const std::string& what) {
    const std::lock_guard lock(mutex_);
    ++differences_;
    std::cerr << '\n' << row.id << '\t' << row.text << "\tthreshold " << threshold << "\tlimit " << limit
              << '\t' << what << std::endl;
  }

  const party_index& idx_;
  const brute_force& all_;
  std::vector<query_row> queries_;
  std::atomic<std::size_t> next_{0};
  std::atomic<std::size_t> differences_{0};
  std::atomic<std::uint64_t> found_{0};
  std::size_t done_ = 0;
  std::mutex mutex_;
};

}  // namespace

int oracle(const request& r) {
  const auto names = read_names(r.names);
  if (!names) return fail(names.error());
  auto queries = read_queries(r.queries);
  if (!queries) return fail(queries.error());
  std::vector<query_row> chosen = every_nth(std::move(*queries), r.sample);
  // Half of the queries let the text alone decide the roles of its words.
  for (std::size_t i = 0; i < chosen.size(); i += 2) chosen[i].schema = schema::unknown;

  const party_set set = make_parties(*names);
  const auto bytes = build_index_bytes(set);
  if (!bytes) return fail(bytes.error());
  const auto idx = party_index::from_bytes(*bytes);
  if (!idx) return fail(idx.error());
  const brute_force all(set.parties);
  const std::size_t threads =
      r.threads != 0 ? r.threads : std::max(1U, std::thread::hardware_concurrency());
  const stopwatch watch;
  comparison_run run(*idx, all, std::move(chosen));
  run.run(threads);
  if (r.json) {
    std::cout << json{{"command", "oracle"}, {"machine", machine()}, {"names", set.parties.size()},
                      {"answers", run.answers()}, {"differences", run.differences()},
                      {"hits", run.found_in_all()}, {"seconds", watch.milliseconds() / 1000}}
                     .dump()
              << '\n';
    return run.differences() == 0 ? 0 : 1;
  }
  std::cout << run.differences() << " differences in " << run.answers() << " answers ("
            << set.parties.size() << " names; " << run.found_in_all()
            << " hits of brute force over all thresholds; " << watch.milliseconds() / 1000 << " s)\n";
  return run.differences() == 0 ? 0 : 1;
}

}  // namespace tradewarden::bench
