// A portfolio of customers screened again, as far as something has changed.
#include "tradewarden/rescreening.hpp"

#include <algorithm>
#include <thread>

#include "capi/batch.hpp"
#include "capi/caller_queries.hpp"
#include "capi/output.hpp"
#include "capi/problems.hpp"
#include "capi/review.hpp"
#include "capi/screening.hpp"

namespace tradewarden::capi {
namespace {

constexpr std::string_view k_usual_portfolio = "default";

struct rescreen_request {
  std::string store;
  std::string portfolio;
  rescreen_settings settings;
};

result<rescreen_request> request_of(const char* store, std::size_t store_size,
                                    const tw_rescreen_options* options) {
  const auto file = path_of(store, store_size, "store");
  if (!file) return file.error();
  const auto o = read_struct(options, "options");
  if (!o) return o.error();
  rescreen_request out;
  out.store = *file;
  const auto portfolio = text_of(o->portfolio, "options.portfolio");
  if (!portfolio) return portfolio.error();
  out.portfolio = portfolio->empty() ? k_usual_portfolio : *portfolio;
  const auto policy = screening_options_of(o->screening);
  if (!policy) return policy.error();
  out.settings.options = *policy;
  const auto batch = batch_options_of(o->threads, 0, "options.threads");
  if (!batch) return batch.error();
  out.settings.threads = batch->threads != 0 ? batch->threads : std::max(1U, std::thread::hardware_concurrency());
  const auto full = flag_of(o->full, "options.full");
  if (!full) return full.error();
  out.settings.full = *full;
  const auto shrink =
      share_of(o->most_shrink, out.settings.most_shrink, "options.most_shrink");
  if (!shrink) return shrink.error();
  out.settings.most_shrink = *shrink;
  return out;
}

tw_day day_number(const std::string& iso) {
  const auto d = day::parse(iso);
  return d ? number(*d) : 0;
}

/// Runs it with customers of `next`. That a customer cannot be had ends the run with nothing kept.
template <class Next>
made<tw_alerts> run(const rescreen_request& request, const shared_index& index, Next next) {
  auto done = rescreen(request.store, request.portfolio, index->index, request.settings, next);
  if (!done) return named(done.error(), request.store);
  auto out = std::make_unique<tw_alerts>();
  out->standing = done->alerts.size();
  for (std::vector<alert>* part : {&done->alerts, &done->closed}) {
    for (alert& a : *part) out->rows.emplace_back(std::move(a));
    part->clear();
  }
  out->outcome = std::move(*done);
  return out;
}

error no_customer() {
  return error{errc::empty_input, "there is no customer: nothing was screened, and nothing kept", {}, 0,
               "customers"};
}

}  // namespace
}  // namespace tradewarden::capi

using namespace tradewarden::capi;
namespace tw = tradewarden;

tw_alerts::row::row(tw::alert a)
    : content(std::move(a)),
      customer_digest(content.customer_digest.to_string()),
      entry_digest(content.entry_digest.to_string()) {
  if (content.decided) decided.emplace(content.decided->decision, content.decided->state);
}

tw_status tw_rescreen(tw_alerts** out, const char* store, size_t store_size, const tw_index* index,
                      const tw_query* customers, size_t customer_count,
                      const tw_rescreen_options* options, tw_error* error) {
  return make(out, error, [&]() -> made<tw_alerts> {
    if (!is(index)) return no_handle("index");
    const auto request = request_of(store, store_size, options);
    if (!request) return request.error();
    auto all = queries_of(customers, customer_count, "customers");
    if (!all) return all.error();
    if (all->empty()) return no_customer();
    size_t given = 0;
    return run(*request, index->state, [&](tw::screening_query& q) {
      if (given == all->size()) return false;
      q = std::move((*all)[given++]);
      return true;
    });
  });
}

tw_status tw_rescreen_stream(tw_alerts** out, const char* store, size_t store_size,
                             const tw_index* index, tw_next_query next, void* context,
                             const tw_rescreen_options* options, tw_error* error) {
  return make(out, error, [&]() -> made<tw_alerts> {
    if (!is(index)) return no_handle("index");
    if (next == nullptr) return usage("there is no callback", "next");
    const auto request = request_of(store, store_size, options);
    if (!request) return request.error();
    caller_queries customers(next, context);
    bool any = false;
    auto done = run(*request, index->state, [&](tw::screening_query& q) {
      if (customers.next(q)) return any = true;
      if (any && !customers.problem()) return false;
      // The run must not take what was read so far for the whole: an empty id ends it with an error.
      q = {};
      return true;
    });
    if (customers.problem()) return *customers.problem();
    if (!any) return no_customer();
    return done;
  });
}

tw_status tw_alerts_info_get(tw_alerts_info* out, size_t out_size, const tw_alerts* alerts) {
  if (!is(alerts)) return TW_USAGE;
  const tw::rescreen_outcome& o = alerts->outcome;
  tw_alerts_info view{};
  view.full_because = str(o.full_because);
  view.customers = o.customers;
  view.customers_changed = o.customers_changed;
  view.customers_gone = o.customers_gone;
  view.entries = o.entries;
  view.entries_changed = o.entries_changed;
  view.entries_gone = o.entries_gone;
  view.standing = alerts->standing;
  view.closed = alerts->rows.size() - alerts->standing;
  for (size_t i = 0; i < alerts->standing; ++i) {
    const tw::alert& a = alerts->rows[i].content;
    view.open += a.is_set_aside() ? 0 : 1;
    view.news += a.news == tw::alert_news::unchanged ? 0 : 1;
  }
  return put(out, out_size, view);
}

tw_status tw_alerts_get(tw_alert* out, size_t out_size, const tw_alerts* alerts, size_t i) {
  if (!is(alerts) || i >= alerts->rows.size()) return TW_USAGE;
  tw_status written = TW_USAGE;
  const tw_status asked = guarded(nullptr, [&]() -> tw::result<void> {
    const tw_alerts::row& r = alerts->rows[i];
    const tw::alert& a = r.content;
    tw_alert view{};
    view.id = str(a.id);
    view.customer = str(a.customer);
    view.customer_name = str(a.customer_name);
    view.list = str(a.list);
    view.source_id = str(a.source_id);
    view.entry_name = str(a.entry_name);
    view.matched_name = str(a.matched_name);
    view.status = str(a.status);
    view.customer_digest = str(r.customer_digest);
    view.entry_digest = str(r.entry_digest);
    view.from = day_number(a.from);
    view.until = day_number(a.until);
    view.opened = day_number(a.opened);
    if (const auto score = tw::score::parse(a.score); !a.score.empty() && score) view.score = score->units();
    view.news = static_cast<int32_t>(a.news);
    view.has_decision = r.decided ? 1 : 0;
    view.set_aside = a.is_set_aside() ? 1 : 0;
    written = put(out, out_size, view);
    return {};
  });
  return asked != TW_OK ? asked : written;
}

tw_status tw_alerts_decision(tw_decision* out, size_t out_size, const tw_alerts* alerts, size_t i) {
  if (!is(alerts) || i >= alerts->rows.size()) return TW_USAGE;
  const auto& decided = alerts->rows[i].decided;
  return decided ? put(out, out_size, decision_view(*decided)) : TW_NOT_FOUND;
}

tw_status tw_alerts_jsonl(tw_text** out, const tw_alerts* alerts, int32_t only_news,
                          tw_error* error) {
  return make(out, error, [&]() -> made<tw_text> {
    if (!is(alerts)) return no_handle("alerts");
    const auto news = flag_of(only_news, "only_news");
    if (!news) return news.error();
    std::string lines;
    for (const tw_alerts::row& r : alerts->rows) {
      if (*news && r.content.news == tw::alert_news::unchanged) continue;
      lines += tw::to_json(r.content) + '\n';
    }
    return new_text(std::move(lines));
  });
}

void tw_alerts_free(tw_alerts* alerts) { release(alerts); }
