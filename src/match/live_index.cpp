#include "tradewarden/live_index.hpp"

#include <mutex>
#include <utility>

#include "index/reopen.hpp"

namespace tradewarden {

struct live_index::state {
  mutable std::mutex mutex;
  party_index index;
};

live_index::live_index(party_index first) : state_(new state{{}, std::move(first)}) {}
live_index::~live_index() = default;

party_index live_index::current() const {
  const std::lock_guard lock(state_->mutex);
  return state_->index;
}

void live_index::replace(party_index next) {
  {
    const std::lock_guard lock(state_->mutex);
    std::swap(state_->index, next);
  }
  // The old one is let go outside the lock: unmapping a large file takes its time.
}

result<void> live_index::reload(const std::string& path) {
  auto next = indexing::reopen(path, current());
  if (!next) return next.error();
  replace(std::move(*next));
  return {};
}

screening_answer live_index::screen(const screening_query& query,
                                    const screening_options& options) const {
  return tradewarden::screen(current(), query, options);
}

}  // namespace tradewarden
