#include "tradewarden/batch_screening.hpp"

#include <algorithm>
#include <optional>
#include <thread>

#include "match/screening_run.hpp"
#include "support/ordered_pipeline.hpp"

namespace tradewarden {

namespace {

/// What a batch remembers of the tokens it met, a thread: some 20 MB, 80 MB if no token matches.
constexpr std::size_t k_cached_entries = 1'000'000;

}  // namespace

struct batch_screener::state {
  party_index idx;
  screening_options options;
  matching::search_scratch scratch;
};

batch_screener::batch_screener(party_index idx, const screening_options& options)
    : state_(std::make_unique<state>(state{std::move(idx), options, {}})) {
  if (!state_->options.as_of) state_->options.as_of = day::today_utc();
  state_->scratch.cache.emplace(k_cached_entries);
}
batch_screener::~batch_screener() = default;
batch_screener::batch_screener(batch_screener&&) noexcept = default;
batch_screener& batch_screener::operator=(batch_screener&&) noexcept = default;

std::vector<screening_answer> batch_screener::screen(std::span<const screening_query> queries) {
  std::vector<screening_answer> out;
  out.reserve(queries.size());
  for (const screening_query& q : queries) {
    out.push_back(matching::screen_with(state_->idx, q, state_->options, state_->scratch));
  }
  return out;
}

namespace detail {

std::uint64_t screen_batch(const party_index& idx, const screening_options& options,
                           const batch_options& batch, batch_ends& ends) {
  using queries = std::vector<screening_query>;
  using answers = std::vector<screening_answer>;
  const std::size_t threads =
      batch.threads != 0 ? batch.threads : std::max(1U, std::thread::hardware_concurrency());
  const std::size_t rows = std::max<std::size_t>(1, batch.rows_at_once);
  screening_options fixed = options;
  if (!fixed.as_of) fixed.as_of = day::today_utc();  // one day for all, also over midnight
  std::vector<batch_screener> screeners;
  for (std::size_t i = 0; i < threads; ++i) screeners.emplace_back(idx, fixed);

  std::uint64_t taken = 0;
  support::run_in_order<queries, answers>(
      [&]() -> std::optional<queries> {
        queries out;
        while (out.size() < rows) {
          screening_query q;
          if (!ends.next(q)) break;
          out.push_back(std::move(q));
        }
        if (out.empty()) return std::nullopt;
        return out;
      },
      [&](std::size_t worker, const queries& q) { return screeners[worker].screen(q); },
      [&](answers done) {
        for (screening_answer& a : done) {
          ++taken;
          if (!ends.take(std::move(a))) return false;
        }
        return true;
      },
      threads);
  return taken;
}

}  // namespace detail
}  // namespace tradewarden
