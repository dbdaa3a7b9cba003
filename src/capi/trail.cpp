// Screening that heeds decisions and is kept; the trail, checked and replayed.
#include <algorithm>
#include <cstring>

#include "capi/batch.hpp"
#include "capi/output.hpp"
#include "capi/problems.hpp"
#include "capi/review.hpp"
#include "capi/screening.hpp"
#include "review/decision_json.hpp"
#include "review/stored_index.hpp"
#include "review/trail_json.hpp"

namespace tradewarden::capi {
namespace {

template <std::size_t Size>
void copy(char (&to)[Size], std::string_view from) noexcept {
  const std::size_t n = std::min(from.size(), Size - 1);
  std::memcpy(to, from.data(), n);
  to[n] = '\0';
}

std::unique_ptr<tw_answer> kept(const shared_index& index, review::kept_answer one) {
  auto out = std::make_unique<tw_answer>(index, std::move(one.answer));
  out->kept_as = std::move(one.id);
  return out;
}

}  // namespace
}  // namespace tradewarden::capi

using namespace tradewarden::capi;
namespace tw = tradewarden;

tw_status tw_trail_open(tw_trail** out, const char* path, size_t path_size, int32_t access,
                        tw_error* error) {
  return make(out, error, [&]() -> made<tw_trail> {
    const auto file = path_of(path, path_size, "path");
    if (!file) return file.error();
    const auto how = access_of(access);
    if (!how) return how.error();
    auto opened = tw::review::review_session::open(*file, *how);
    if (!opened) return named(opened.error(), *file);
    return std::make_unique<tw_trail>(std::move(*opened));
  });
}

void tw_trail_free(tw_trail* trail) { release(trail); }

tw_status tw_trail_refresh(tw_trail* trail, tw_error* error) {
  return guarded(error, [&]() -> tw::result<void> {
    if (!is(trail)) return no_handle("trail");
    return trail->session.refresh();
  });
}

tw_status tw_trail_screen(tw_answer** out, tw_trail* trail, const tw_index* index,
                          const tw_query* query, const tw_screen_options* options,
                          tw_error* error) {
  return make(out, error, [&]() -> made<tw_answer> {
    if (!is(trail)) return no_handle("trail");
    if (!is(index)) return no_handle("index");
    const auto asked = query_given(query);
    if (!asked) return asked.error();
    const auto policy = screening_options_of(options);
    if (!policy) return policy.error();
    auto answer = trail->session.screen(index->state->index, *asked, *policy);
    if (!answer) return answer.error();
    return kept(index->state, std::move(*answer));
  });
}

tw_status tw_trail_screen_batch(tw_batch** out, tw_trail* trail, const tw_index* index,
                                const tw_query* queries, size_t query_count,
                                const tw_screen_options* options, const tw_batch_options* batch,
                                tw_error* error) {
  return make(out, error, [&]() -> made<tw_batch> {
    if (!is(trail)) return no_handle("trail");
    if (!is(index)) return no_handle("index");
    const auto asked = queries_of(queries, query_count, "queries");
    if (!asked) return asked.error();
    const auto policy = screening_options_of(options);
    if (!policy) return policy.error();
    const auto how = batch_options_of(batch);
    if (!how) return how.error();
    auto answers = trail->session.screen(index->state->index, *asked, *policy, *how);
    if (!answers) return answers.error();
    auto done = std::make_unique<tw_batch>();
    for (tw::review::kept_answer& one : *answers) {
      done->answers.push_back(kept(index->state, std::move(one)));
      done->answers.back()->borrowed = true;
    }
    return done;
  });
}

tw_status tw_trail_verify(tw_trail_check* out, size_t out_size, const tw_trail* trail,
                          const char* head, size_t head_size, tw_error* error) {
  return guarded(error, [&]() -> tw::result<void> {
    if (!is(trail)) return no_handle("trail");
    const auto hex = text_of(head, head_size, "head");
    if (!hex) return hex.error();
    std::optional<tw::digest> wanted;
    if (!hex->empty()) {
      wanted = tw::review::digest_from(*hex);
      if (!wanted) {
        return tw::error{tw::errc::bad_value, "no SHA-256: 64 lower-case hexadecimal digits", {}, 0, "head"};
      }
    }
    const auto check = trail->session.trail().verify(wanted);
    if (!check) return check.error();
    tw_trail_check view{};
    view.records = check->records;
    copy(view.head, check->head.to_string());
    if (check->broken) {
      view.broken = check->broken->record;
      copy(view.what, check->broken->what);
    }
    if (put(out, out_size, view) != TW_OK) return no_handle("out");
    if (!check->broken) return {};
    return tw::error{tw::errc::conflict,
                     "the audit trail is broken: record " + std::to_string(view.broken) + " " +
                         check->broken->what,
                     trail->session.trail().path(), 0, {}};
  });
}

tw_status tw_trail_answers_jsonl(tw_text** out, const tw_trail* trail, tw_error* error) {
  return make(out, error, [&]() -> made<tw_text> {
    if (!is(trail)) return no_handle("trail");
    const auto records = trail->session.trail().records("answer");
    if (!records) return records.error();
    std::string lines;
    for (const tw::trail_record& r : *records) lines += tw::review::answer_json(r) + '\n';
    return new_text(std::move(lines));
  });
}

tw_status tw_trail_replay(tw_text** out, const tw_trail* trail, const char* answer,
                          size_t answer_size, const tw_index* index, tw_error* error) {
  return make(out, error, [&]() -> made<tw_text> {
    if (!is(trail)) return no_handle("trail");
    if (index != nullptr && !is(index)) return no_handle("index");
    const auto id = text_of(answer, answer_size, "answer");
    if (!id) return id.error();
    auto again = tw::review::give_again(trail->session.trail(), *id,
                                        index != nullptr ? &index->state->index : nullptr);
    if (!again) return again.error();
    return new_text(std::move(*again));
  });
}
