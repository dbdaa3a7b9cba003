// Work on batches by several threads, results in the order of the input, memory bounded.
//
//   read (caller's thread) -> work (any of `threads`) -> write (caller's thread)
//
// At most twice as many batches are under way as there are threads, and one being written.
//
// Example:
//   run_in_order<batch, answers>(read, work, write, 4);   // work(worker, batch), worker < 4
//
// Threads: `read` and `write` run on the calling thread, `work` on any, several at once, but only one
// at a time for each number of a worker. What any of them throws comes out of run_in_order.
#ifndef TRADEWARDEN_SUPPORT_ORDERED_PIPELINE_HPP
#define TRADEWARDEN_SUPPORT_ORDERED_PIPELINE_HPP

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

namespace tradewarden::support {

template <class Batch, class Result>
class ordered_pipeline {
 public:
  using work_function = std::function<Result(std::size_t worker, const Batch&)>;

  ordered_pipeline(const work_function& work, std::size_t threads) : work_(work) {
    for (std::size_t i = 0; i < threads; ++i) {
      try {
        workers_.emplace_back([this, i] { run(i); });
      } catch (const std::system_error&) {
        break;  // fewer threads, then
      }
    }
  }
  ordered_pipeline(const ordered_pipeline&) = delete;
  ordered_pipeline& operator=(const ordered_pipeline&) = delete;
  ~ordered_pipeline() {
    {
      const std::lock_guard lock(mutex_);
      closed_ = true;
      waiting_.clear();
    }
    to_work_.notify_all();
    for (std::thread& t : workers_) t.join();
  }

  [[nodiscard]] std::size_t threads() const { return workers_.size(); }
  /// Batches given and not taken.
  [[nodiscard]] std::size_t under_way() const { return running_.size(); }

  void give(Batch batch) {
    auto next = std::make_shared<job>(std::move(batch));
    running_.push_back(next);
    {
      const std::lock_guard lock(mutex_);
      waiting_.push_back(std::move(next));
    }
    to_work_.notify_one();
  }
  /// Whether take() would not wait.
  [[nodiscard]] bool first_is_done() {
    const std::lock_guard lock(mutex_);
    return !running_.empty() && running_.front()->done;
  }
  /// The result of the first batch that was not taken yet.
  [[nodiscard]] Result take() {
    std::unique_lock lock(mutex_);
    done_.wait(lock, [&] { return running_.front()->done; });
    const std::shared_ptr<job> first = std::move(running_.front());
    running_.pop_front();
    lock.unlock();
    if (first->broken) std::rethrow_exception(first->broken);
    return std::move(*first->result);
  }

 private:
  struct job {
    explicit job(Batch b) : batch(std::move(b)) {}
    Batch batch;
    std::optional<Result> result;
    std::exception_ptr broken;
    bool done = false;
  };

  void run(std::size_t worker) {
    std::unique_lock lock(mutex_);
    while (true) {
      to_work_.wait(lock, [&] { return closed_ || !waiting_.empty(); });
      if (closed_) return;
      const std::shared_ptr<job> next = std::move(waiting_.front());
      waiting_.pop_front();
      lock.unlock();
      try {
        next->result.emplace(work_(worker, next->batch));
      } catch (...) {
        next->broken = std::current_exception();
      }
      lock.lock();
      next->done = true;
      done_.notify_one();
    }
  }

  const work_function& work_;
  std::mutex mutex_;
  std::condition_variable to_work_;
  std::condition_variable done_;
  std::deque<std::shared_ptr<job>> waiting_;
  std::deque<std::shared_ptr<job>> running_;  // in the order of the input; the caller's own
  bool closed_ = false;
  std::vector<std::thread> workers_;
};

/// `read` gives nothing at the end; `write` returns false to stop early.
template <class Batch, class Result>
void run_in_order(const std::function<std::optional<Batch>()>& read,
                  const std::function<Result(std::size_t worker, const Batch&)>& work,
                  const std::function<bool(Result)>& write, std::size_t threads) {
  if (threads > 1) {
    ordered_pipeline<Batch, Result> pipeline(work, threads);
    if (pipeline.threads() > 0) {
      while (auto batch = read()) {
        pipeline.give(std::move(*batch));
        while (pipeline.under_way() > 2 * pipeline.threads() || pipeline.first_is_done()) {
          if (!write(pipeline.take())) return;
        }
      }
      while (pipeline.under_way() > 0) {
        if (!write(pipeline.take())) return;
      }
      return;
    }
  }
  while (auto batch = read()) {
    if (!write(work(0, *batch))) return;
  }
}

}  // namespace tradewarden::support

#endif  // TRADEWARDEN_SUPPORT_ORDERED_PIPELINE_HPP
