#include "capi/screening.hpp"
#include "index/reopen.hpp"

using namespace tradewarden::capi;
namespace tw = tradewarden;

tw_status tw_live_new(tw_live** out, const tw_index* first, tw_error* error) {
  return make(out, error, [&]() -> made<tw_live> {
    if (!is(first)) return no_handle("first");
    auto live = std::make_unique<tw_live>();
    live->state = first->state;
    return live;
  });
}

void tw_live_free(tw_live* live) { release(live); }

tw_status tw_live_screen(tw_answer** out, const tw_live* live, const tw_query* query,
                         const tw_screen_options* options, tw_error* error) {
  return make(out, error, [&]() -> made<tw_answer> {
    if (!is(live)) return no_handle("live");
    return new_answer(live->current(), query, options);
  });
}

tw_status tw_live_current(tw_index** out, const tw_live* live, tw_error* error) {
  return make(out, error, [&]() -> made<tw_index> {
    if (!is(live)) return no_handle("live");
    return new_index(live->current());
  });
}

tw_status tw_live_replace(tw_live* live, const tw_index* next, tw_error* error) {
  return guarded(error, [&]() -> tw::result<void> {
    if (!is(live)) return no_handle("live");
    if (!is(next)) return no_handle("next");
    live->replace(next->state);
    return {};
  });
}

tw_status tw_live_reload(tw_live* live, const char* path, size_t path_size, tw_error* error) {
  return guarded(error, [&]() -> tw::result<void> {
    if (!is(live)) return no_handle("live");
    const auto file = path_of(path, path_size, "path");
    if (!file) return file.error();
    const shared_index before = live->current();
    auto next = tw::indexing::reopen(*file, before->index);
    if (!next) {
      if (next.error().file.empty()) next.error().file = *file;
      return next.error();
    }
    live->replace(std::make_shared<const index_state>(std::move(*next)));
    return {};
  });
}
