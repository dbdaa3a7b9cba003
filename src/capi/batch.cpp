// Many names: the pipeline of batch_screening.hpp, fed and emptied by the caller.
#include "tradewarden/batch_screening.hpp"

#include <cstring>
#include <optional>

#include "capi/batch.hpp"
#include "capi/screening.hpp"

namespace tradewarden::capi {
namespace {

constexpr std::uint32_t k_most_threads = 1024;
constexpr std::uint32_t k_most_rows_at_once = 1'000'000;

result<batch_options> given_options(const tw_batch_options* options) {
  const auto o = read_struct(options, "batch");
  if (!o) return o.error();
  return batch_options_of(o->threads, o->rows_at_once, "batch");
}

/// A query that the caller's function fills in, with room behind it for a caller that knows more
/// fields than this library: what is set there is seen, and refused.
struct roomy_query {
  union {
    tw_query known;
    unsigned char room[4096];
  };
};

/// What ends a run before its end, kept until the run has wound up.
class caller_ends {
 public:
  caller_ends(shared_index index, tw_next_query source, tw_take_answer sink, void* context)
      : index_(std::move(index)), next_(source), take_(sink), context_(context) {}

  bool next(screening_query& query) {
    std::memset(&room_, 0, sizeof room_);
    room_.known.struct_size = sizeof(tw_query);
    const std::int32_t said = next_(context_, &room_.known);
    if (said == 0) return false;
    if (said != 1) return stop(usage("a callback returns 0 or 1", "next"));
    room_.known.struct_size = sizeof room_;
    const auto q = read_struct(&room_.known, "query");
    if (!q) return stop(q.error());
    auto asked = query_of(*q);
    if (!asked) return stop(asked.error());
    query = std::move(*asked);
    return true;
  }

  bool take(screening_answer&& answer) {
    tw_answer one(index_, std::move(answer));
    one.borrowed = true;
    const std::int32_t said = take_(context_, &one);
    if (said == 0 || said == 1) return said == 1;
    return stop(usage("a callback returns 0 or 1", "take"));
  }

  [[nodiscard]] const std::optional<error>& problem() const { return problem_; }

 private:
  bool stop(error e) {
    if (!problem_) problem_ = std::move(e);
    return false;
  }

  shared_index index_;
  tw_next_query next_;
  tw_take_answer take_;
  void* context_;
  roomy_query room_{};
  std::optional<error> problem_;
};

}  // namespace

result<batch_options> batch_options_of(std::uint32_t threads, std::uint32_t rows_at_once,
                                       std::string_view parameter) {
  if (threads > k_most_threads || rows_at_once > k_most_rows_at_once) {
    return error{errc::bad_value, "at most 1024 threads and 1000000 rows at once", {}, 0,
                 std::string(parameter)};
  }
  batch_options out;
  out.threads = threads;
  if (rows_at_once != 0) out.rows_at_once = rows_at_once;
  return out;
}

}  // namespace tradewarden::capi

using namespace tradewarden::capi;
namespace tw = tradewarden;

tw_status tw_screen_batch(tw_batch** out, const tw_index* index, const tw_query* queries,
                          size_t query_count, const tw_screen_options* options,
                          const tw_batch_options* batch, tw_error* error) {
  return make(out, error, [&]() -> made<tw_batch> {
    if (!is(index)) return no_handle("index");
    if (auto ok = check_array(queries, query_count, alignof(tw_query), "queries"); !ok) {
      return ok.error();
    }
    const auto policy = screening_options_of(options);
    if (!policy) return policy.error();
    const auto how = given_options(batch);
    if (!how) return how.error();
    // Every query is checked before the first is screened: a batch is answered whole.
    std::vector<tw::screening_query> asked;
    for (size_t i = 0; i < query_count; ++i) {
      const auto q = read_element(queries, i, "queries");
      if (!q) return q.error();
      auto one = query_of(*q);
      if (!one) return one.error();
      asked.push_back(std::move(*one));
    }
    auto done = std::make_unique<tw_batch>();
    done->answers.reserve(query_count);
    size_t given = 0;
    tw::screen_batch(
        index->state->index, *policy, *how,
        [&](tw::screening_query& q) {
          if (given == asked.size()) return false;
          q = std::move(asked[given++]);
          return true;
        },
        [&](tw::screening_answer&& a) {
          done->answers.push_back(std::make_unique<tw_answer>(index->state, std::move(a)));
          done->answers.back()->borrowed = true;
          return true;
        });
    return done;
  });
}

void tw_batch_free(tw_batch* batch) { release(batch); }

size_t tw_batch_size(const tw_batch* batch) { return is(batch) ? batch->answers.size() : 0; }

const tw_answer* tw_batch_answer(const tw_batch* batch, size_t i) {
  return is(batch) && i < batch->answers.size() ? batch->answers[i].get() : nullptr;
}

tw_status tw_screen_stream(uint64_t* answered, const tw_index* index,
                           const tw_screen_options* options, const tw_batch_options* batch,
                           tw_next_query next, tw_take_answer take, void* context,
                           tw_error* error) {
  return guarded(error, [&]() -> tw::result<void> {
    if (!is(index)) return no_handle("index");
    if (next == nullptr || take == nullptr) return usage("there is no callback", "next, take");
    const auto policy = screening_options_of(options);
    if (!policy) return policy.error();
    const auto how = given_options(batch);
    if (!how) return how.error();
    caller_ends ends(index->state, next, take, context);
    const std::uint64_t taken = tw::screen_batch(
        index->state->index, *policy, *how,
        [&](tw::screening_query& q) { return ends.next(q); },
        [&](tw::screening_answer&& a) { return ends.take(std::move(a)); });
    if (is_memory(answered, alignof(std::uint64_t))) *answered = taken;
    if (ends.problem()) return *ends.problem();
    return {};
  });
}
