// Many names screened on several threads: streamed, in the order of the input, in bounded memory.
//
// Example:
//   std::size_t n = 0;
//   tradewarden::screen_batch(idx, {}, {},
//       [&](tradewarden::screening_query& q) { q.name = names[n]; return n++ < names.size(); },
//       [&](tradewarden::screening_answer&& a) { std::cout << a.hits.size() << '\n'; return true; });
//
// Each answer is the one that screen() gives. Queries that are near each other share work, so rows
// that are sorted, or repeat each other, are fastest.
//
// Threads: screen_batch() calls `next` and `take` on the thread that called it, one at a time. A
// batch_screener belongs to one thread.
#ifndef TRADEWARDEN_BATCH_SCREENING_HPP
#define TRADEWARDEN_BATCH_SCREENING_HPP

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <utility>
#include <vector>

#include "tradewarden/party_index.hpp"
#include "tradewarden/screening.hpp"

namespace tradewarden {

/// Screens one batch after the other on one thread, and keeps what later batches can use again.
class batch_screener {
 public:
  /// The day of the run is fixed here if `options` leaves it open.
  batch_screener(party_index idx, const screening_options& options);
  ~batch_screener();
  batch_screener(batch_screener&&) noexcept;
  batch_screener& operator=(batch_screener&&) noexcept;

  /// The answers in the order of the queries.
  [[nodiscard]] std::vector<screening_answer> screen(std::span<const screening_query> queries);

 private:
  struct state;
  std::unique_ptr<state> state_;
};

struct batch_options {
  std::size_t threads = 0;         ///< 0: as many as the machine runs at once.
  std::size_t rows_at_once = 256;  ///< What one thread works on; a few of these are in memory.
};

namespace detail {

/// Where queries come from and answers go to.
class batch_ends {
 public:
  virtual bool next(screening_query& query) = 0;
  virtual bool take(screening_answer&& answer) = 0;

 protected:
  ~batch_ends() = default;
};
std::uint64_t screen_batch(const party_index& idx, const screening_options& options,
                           const batch_options& batch, batch_ends& ends);

}  // namespace detail

/// `next(query)` fills in an empty query, or returns false at the end; `take(answer)` gets the answers
/// in the same order, and returns false to stop early. Returns how many answers were taken.
template <class Next, class Take>
std::uint64_t screen_batch(const party_index& idx, const screening_options& options,
                           const batch_options& batch, Next&& next, Take&& take) {
  class both final : public detail::batch_ends {
   public:
    both(Next& n, Take& t) : next_(n), take_(t) {}
    bool next(screening_query& query) override { return next_(query); }
    bool take(screening_answer&& answer) override { return take_(std::move(answer)); }

   private:
    Next& next_;
    Take& take_;
  };
  both ends(next, take);
  return detail::screen_batch(idx, options, batch, ends);
}

}  // namespace tradewarden

#endif  // TRADEWARDEN_BATCH_SCREENING_HPP
