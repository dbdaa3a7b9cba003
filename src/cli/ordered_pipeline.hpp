// Work on batches by several threads, results in the order of the input, memory bounded.
//
//   read (caller's thread) -> work (a thread per batch, at most `threads` + 1 at once) -> write
//
// Example:
//   run_in_order<batch, answers>(read, work, write, 4);
//
// Threads: `read` and `write` run on the calling thread, `work` on any, several at once.
#ifndef TRADEWARDEN_CLI_ORDERED_PIPELINE_HPP
#define TRADEWARDEN_CLI_ORDERED_PIPELINE_HPP

#include <cstddef>
#include <deque>
#include <functional>
#include <future>
#include <optional>
#include <utility>

namespace tradewarden::cli {

/// `read` gives nothing at the end; `write` returns false to stop early.
template <class Batch, class Result>
void run_in_order(const std::function<std::optional<Batch>()>& read,
                  const std::function<Result(const Batch&)>& work,
                  const std::function<bool(Result)>& write, std::size_t threads) {
  if (threads <= 1) {
    while (auto batch = read()) {
      if (!write(work(*batch))) return;
    }
    return;
  }
  std::deque<std::future<Result>> running;
  const auto take_first = [&] {
    Result done = running.front().get();
    running.pop_front();
    return write(std::move(done));
  };
  while (auto batch = read()) {
    running.push_back(
        std::async(std::launch::async, [&work, b = std::move(*batch)] { return work(b); }));
    // One more than the threads: while the oldest is written, the others go on.
    if (running.size() > threads && !take_first()) return;
  }
  while (!running.empty()) {
    if (!take_first()) return;
  }
}

}  // namespace tradewarden::cli

#endif  // TRADEWARDEN_CLI_ORDERED_PIPELINE_HPP
