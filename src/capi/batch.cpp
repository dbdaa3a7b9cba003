// Many names: the pipeline of batch_screening.hpp, fed and emptied by the caller.
#include "tradewarden/batch_screening.hpp"

#include <optional>

#include "capi/batch.hpp"
#include "capi/caller_queries.hpp"
#include "capi/screening.hpp"

namespace tradewarden::capi {
namespace {

constexpr std::uint32_t k_most_threads = 1024;
constexpr std::uint32_t k_most_rows_at_once = 1'000'000;

/// The two functions of a stream.
class caller_ends {
 public:
  caller_ends(shared_index index, tw_next_query source, tw_take_answer sink, void* context)
      : index_(std::move(index)), queries_(source, context), take_(sink), context_(context) {}

  bool next(screening_query& query) { return queries_.next(query); }
  bool take(screening_answer&& answer) {
    tw_answer one(index_, std::move(answer));
    one.borrowed = true;
    const std::int32_t said = take_(context_, &one);
    if (said == 0 || said == 1) return said == 1;
    return queries_.stop(usage("a callback returns 0 or 1", "take"));
  }
  [[nodiscard]] const std::optional<error>& problem() const { return queries_.problem(); }

 private:
  shared_index index_;
  caller_queries queries_;
  tw_take_answer take_;
  void* context_;
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

result<batch_options> batch_options_of(const tw_batch_options* options) {
  const auto o = read_struct(options, "batch");
  if (!o) return o.error();
  return batch_options_of(o->threads, o->rows_at_once, "batch");
}

}  // namespace tradewarden::capi

using namespace tradewarden::capi;
namespace tw = tradewarden;

tw_status tw_screen_batch(tw_batch** out, const tw_index* index, const tw_query* queries,
                          size_t query_count, const tw_screen_options* options,
                          const tw_batch_options* batch, tw_error* error) {
  return make(out, error, [&]() -> made<tw_batch> {
    if (!is(index)) return no_handle("index");
    // Every query is checked before the first is screened: a batch is answered whole.
    auto asked = queries_of(queries, query_count, "queries");
    if (!asked) return asked.error();
    const auto policy = screening_options_of(options);
    if (!policy) return policy.error();
    const auto how = batch_options_of(batch);
    if (!how) return how.error();
    auto done = std::make_unique<tw_batch>();
    done->answers.reserve(query_count);
    size_t given = 0;
    tw::screen_batch(
        index->state->index, *policy, *how,
        [&](tw::screening_query& q) {
          if (given == asked->size()) return false;
          q = std::move((*asked)[given++]);
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
    const auto how = batch_options_of(batch);
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
