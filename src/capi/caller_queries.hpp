// Queries that a function of the caller's fills in, one by one.
//
// Example:
//   caller_queries queries(next, context);
//   screening_query q;
//   while (queries.next(q)) use(q);
//   if (queries.problem()) return *queries.problem();
//
// Threads: one at a time: the caller's function is called on the thread that asks.
#ifndef TRADEWARDEN_CAPI_CALLER_QUERIES_HPP
#define TRADEWARDEN_CAPI_CALLER_QUERIES_HPP

#include <optional>

#include "capi/handle.hpp"
#include "tradewarden/screening.hpp"

namespace tradewarden::capi {

class caller_queries {
 public:
  caller_queries(tw_next_query source, void* context) : next_(source), context_(context) {}

  /// False at the end, and where the caller makes a mistake.
  bool next(screening_query& query);
  /// The first mistake, kept until the run has wound up.
  [[nodiscard]] const std::optional<error>& problem() const { return problem_; }
  bool stop(error e) {
    if (!problem_) problem_ = std::move(e);
    return false;
  }

 private:
  /// Room behind the query for a caller that knows more fields than this library: what is set there is
  /// seen, and refused.
  union roomy_query {
    tw_query known;
    unsigned char room[4096];
  };

  tw_next_query next_;
  void* context_;
  roomy_query room_{};
  std::optional<error> problem_;
};

}  // namespace tradewarden::capi

#endif  // TRADEWARDEN_CAPI_CALLER_QUERIES_HPP
