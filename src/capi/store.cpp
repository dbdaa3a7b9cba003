// Snapshots of lists: kept, shown, released, compared.
#include "capi/input.hpp"
#include "capi/output.hpp"
#include "capi/problems.hpp"
#include "capi/review.hpp"
#include "audit/store_json.hpp"
#include "report/store_status.hpp"
#include "review/decision_json.hpp"

namespace tradewarden::capi {

result<store_access> access_of(std::int32_t access) {
  const auto chosen = choice_of(access, TW_STORE_CREATE, "access");
  if (!chosen) return chosen.error();
  return static_cast<store_access>(*chosen);
}

result<std::uint32_t> share_of(std::int32_t given, std::uint32_t usual, std::string_view parameter) {
  constexpr std::int32_t k_one = 10'000;
  if (given < -1 || given > k_one) {
    return error{errc::bad_value, "a share is from 1 to 10000, or -1 for none", {}, 0,
                 std::string(parameter)};
  }
  return given == 0 ? usual : given == -1 ? 0U : static_cast<std::uint32_t>(given);
}

namespace {

constexpr std::uint32_t k_most_dates = 1'000'000;

made<tw_snapshots> new_snapshots(result<std::vector<snapshot_info>> all) {
  if (!all) return all.error();
  auto out = std::make_unique<tw_snapshots>();
  for (snapshot_info& s : *all) out->rows.emplace_back(std::move(s));
  return out;
}

result<import_options> import_options_of(const tw_import_options* options) {
  const auto o = read_struct(options, "options");
  if (!o) return o.error();
  import_options out;
  const auto hex = text_of(o->require_digest, "options.require_digest");
  if (!hex) return hex.error();
  if (!hex->empty()) {
    out.require_digest = review::digest_from(*hex);
    if (!out.require_digest) {
      return error{errc::bad_value, "no SHA-256: 64 lower-case hexadecimal digits", {}, 0,
                   "options.require_digest"};
    }
  }
  const auto called = text_of(o->source, "options.source");
  if (!called) return called.error();
  out.source = *called;
  const auto shrink = share_of(o->most_shrink, out.guards.most_shrink, "options.most_shrink");
  if (!shrink) return shrink.error();
  out.guards.most_shrink = *shrink;
  const auto rejected =
      share_of(o->most_rejected, out.guards.most_rejected, "options.most_rejected");
  if (!rejected) return rejected.error();
  out.guards.most_rejected = *rejected;
  return out;
}

result<source_spec> file_source_of(const tw_source* source) {
  if (source == nullptr) return usage("there is no source", "source");
  const auto s = read_struct(source, "source");
  if (!s) return s.error();
  if (s->content.size != 0) return usage("a store keeps files: write the list to one", "source.content");
  const auto path = path_of(s->path.data, s->path.size, "source.path");
  if (!path) return path.error();
  const auto format = text_of(s->format, "source.format");
  if (!format) return format.error();
  const auto date = day_of(s->date, "source.date");
  if (!date) return date.error();
  source_spec out;
  out.path = *path;
  out.format = *format;
  out.date = *date;
  return out;
}

/// The snapshot that a caller names; `use` gets it.
template <class Use>
result<void> with_snapshot(const tw_store* store, const char* reference, std::size_t size, Use use) {
  if (!is(store)) return no_handle("store");
  const auto name = text_of(reference, size, "snapshot");
  if (!name) return name.error();
  if (name->empty()) return usage("empty", "snapshot");
  const auto found = store->content.find(*name);
  if (!found) return found.error();
  return use(*found);
}

/// Which change of state: list_store::release or quarantine.
using state_change = result<void> (list_store::*)(std::uint64_t, std::string_view, std::string_view);

tw_status change_state(state_change change, tw_store* store, const char* snapshot,
                       std::size_t snapshot_size, const char* reason, std::size_t reason_size,
                       const char* who, std::size_t who_size, tw_error* to) {
  return guarded(to, [&]() -> result<void> {
    return with_snapshot(store, snapshot, snapshot_size, [&](const snapshot_info& s) -> result<void> {
      const auto why = text_of(reason, reason_size, "reason");
      if (!why) return why.error();
      const auto by = text_of(who, who_size, "who");
      if (!by) return by.error();
      return (store->content.*change)(s.id, *why, *by);
    });
  });
}

}  // namespace
}  // namespace tradewarden::capi

using namespace tradewarden::capi;
namespace tw = tradewarden;

tw_snapshots::row::row(tw::snapshot_info s, bool there)
    : info(std::move(s)), already_there(there), sha256(info.sha256.to_string()) {
  for (const tw::publication_file& f : info.files) file_digests.push_back(f.sha256.to_string());
}

tw_status tw_store_open(tw_store** out, const char* path, size_t path_size, int32_t access,
                        tw_error* error) {
  return make(out, error, [&]() -> made<tw_store> {
    const auto file = path_of(path, path_size, "path");
    if (!file) return file.error();
    const auto how = access_of(access);
    if (!how) return how.error();
    auto opened = tw::list_store::open(*file, *how);
    if (!opened) return named(opened.error(), *file);
    return std::make_unique<tw_store>(std::move(*opened));
  });
}

void tw_store_free(tw_store* store) { release(store); }

tw_status tw_store_import(tw_snapshots** out, tw_problems** problems, tw_store* store,
                          const tw_source* source, const tw_import_options* options,
                          tw_error* error) {
  return make(out, error, [&]() -> made<tw_snapshots> {
    give(problems, nullptr);
    if (!is(store)) return no_handle("store");
    const auto from = file_source_of(source);
    if (!from) return from.error();
    const auto how = import_options_of(options);
    if (!how) return how.error();
    auto done = store->content.import(*from, *how);
    if (!done) return named(done.error(), from->path);
    auto told = std::make_unique<tw_problems>();
    tell_all(*told, done->diagnostics);
    give(problems, std::move(told));
    auto one = std::make_unique<tw_snapshots>();
    one->rows.emplace_back(std::move(done->snapshot), done->already_there);
    return one;
  });
}

tw_status tw_store_snapshots(tw_snapshots** out, const tw_store* store, tw_error* error) {
  return make(out, error, [&]() -> made<tw_snapshots> {
    if (!is(store)) return no_handle("store");
    return new_snapshots(store->content.snapshots());
  });
}

tw_status tw_store_newest(tw_snapshots** out, const tw_store* store, tw_day as_of,
                          tw_error* error) {
  return make(out, error, [&]() -> made<tw_snapshots> {
    if (!is(store)) return no_handle("store");
    const auto on = day_of(as_of, "as_of");
    if (!on) return on.error();
    return new_snapshots(store->content.newest(*on));
  });
}

tw_status tw_store_find(tw_snapshots** out, const tw_store* store, const char* snapshot,
                        size_t snapshot_size, tw_error* error) {
  return make(out, error, [&]() -> made<tw_snapshots> {
    auto one = std::make_unique<tw_snapshots>();
    const auto found = with_snapshot(store, snapshot, snapshot_size,
                                     [&](const tw::snapshot_info& s) -> tw::result<void> {
                                       one->rows.emplace_back(s);
                                       return {};
                                     });
    if (!found) return found.error();
    return one;
  });
}

tw_status tw_store_release(tw_store* store, const char* snapshot, size_t snapshot_size,
                           const char* reason, size_t reason_size, const char* who,
                           size_t who_size, tw_error* error) {
  return change_state(&tw::list_store::release, store, snapshot, snapshot_size, reason, reason_size,
                      who, who_size, error);
}

tw_status tw_store_quarantine(tw_store* store, const char* snapshot, size_t snapshot_size,
                              const char* reason, size_t reason_size, const char* who,
                              size_t who_size, tw_error* error) {
  return change_state(&tw::list_store::quarantine, store, snapshot, snapshot_size, reason,
                      reason_size, who, who_size, error);
}

tw_status tw_store_extract(const tw_store* store, const char* snapshot, size_t snapshot_size,
                           const char* folder, size_t folder_size, tw_error* error) {
  return guarded(error, [&]() -> tw::result<void> {
    const auto where = path_of(folder, folder_size, "folder");
    if (!where) return where.error();
    return with_snapshot(store, snapshot, snapshot_size, [&](const tw::snapshot_info& s) {
      return store->content.extract(s, *where);
    });
  });
}

tw_status tw_store_verify(tw_problems** problems, const tw_store* store, tw_error* error) {
  return guarded(error, [&]() -> tw::result<void> {
    give(problems, nullptr);
    if (!is(store)) return no_handle("store");
    const auto found = store->content.verify();
    if (!found) return found.error();
    auto told = std::make_unique<tw_problems>();
    for (const tw::error& e : *found) told->rows.push_back(refused(e));
    give(problems, std::move(told));
    if (!found->empty()) return found->front();
    return {};
  });
}

tw_status tw_store_backup(const tw_store* store, const char* to, size_t to_size, tw_error* error) {
  return guarded(error, [&]() -> tw::result<void> {
    if (!is(store)) return no_handle("store");
    const auto file = path_of(to, to_size, "to");
    if (!file) return file.error();
    return store->content.backup(*file);
  });
}

tw_status tw_store_status_json(tw_text** out, const tw_store* store, tw_day as_of,
                               uint32_t most_dates, tw_error* error) {
  return make(out, error, [&]() -> made<tw_text> {
    if (!is(store)) return no_handle("store");
    tw::report::status_request wanted;
    const auto on = day_of(as_of, "as_of");
    if (!on) return on.error();
    wanted.as_of = *on;
    wanted.most_dates = std::min(most_dates, k_most_dates);
    const auto status = tw::report::status_of(store->content, wanted);
    if (!status) return status.error();
    return new_text(tw::audit::status_json(*status));
  });
}

tw_status tw_store_diff_json(tw_text** out, const tw_store* store, const char* before,
                             size_t before_size, const char* after, size_t after_size,
                             tw_error* error) {
  return make(out, error, [&]() -> made<tw_text> {
    std::string json;
    const auto done = with_snapshot(store, before, before_size, [&](const tw::snapshot_info& a) {
      return with_snapshot(store, after, after_size,
                           [&](const tw::snapshot_info& b) -> tw::result<void> {
                             auto text = tw::audit::diff_of(store->content, a, b);
                             if (!text) return text.error();
                             json = std::move(*text);
                             return {};
                           });
    });
    if (!done) return done.error();
    return new_text(std::move(json));
  });
}

size_t tw_snapshots_count(const tw_snapshots* snapshots) {
  return is(snapshots) ? snapshots->rows.size() : 0;
}

tw_status tw_snapshots_get(tw_snapshot* out, size_t out_size, const tw_snapshots* snapshots,
                           size_t i) {
  if (!is(snapshots)) return TW_USAGE;
  return put_row(out, out_size, snapshots->rows, i, [](const tw_snapshots::row& r) {
    const tw::snapshot_info& s = r.info;
    tw_snapshot view{};
    view.id = s.id;
    view.sha256 = str(r.sha256);
    view.publication = str(s.publication);
    view.format = str(s.format);
    view.imported = str(s.imported);
    view.source = str(s.source);
    view.reader = str(s.reader);
    view.reason = str(s.reason);
    view.published = number(s.published);
    view.state = static_cast<int32_t>(s.state);
    view.is_folder = s.is_folder ? 1 : 0;
    view.already_there = r.already_there ? 1 : 0;
    view.rows = s.counts.rows;
    view.distinct_ids = s.counts.distinct_ids;
    view.parties = s.counts.parties;
    view.names = s.counts.names;
    view.weak_names = s.counts.weak_names;
    view.aliases = s.counts.aliases;
    view.addresses = s.counts.addresses;
    view.joined = s.counts.joined;
    view.rejected = s.counts.rejected;
    view.side_rejected = s.counts.side_rejected;
    view.warnings = s.warnings;
    view.files = s.files.size();
    view.lists = s.lists.size();
    return view;
  });
}

tw_status tw_snapshots_file(tw_publication_file* out, size_t out_size,
                            const tw_snapshots* snapshots, size_t snapshot, size_t i) {
  if (!is(snapshots) || snapshot >= snapshots->rows.size()) return TW_USAGE;
  const tw_snapshots::row& r = snapshots->rows[snapshot];
  return put_row(out, out_size, r.info.files, i, [&](const tw::publication_file& f) {
    return tw_publication_file{str(f.name), str(r.file_digests[i]), f.bytes};
  });
}

tw_status tw_snapshots_list(tw_snapshot_list* out, size_t out_size, const tw_snapshots* snapshots,
                            size_t snapshot, size_t i) {
  if (!is(snapshots) || snapshot >= snapshots->rows.size()) return TW_USAGE;
  return put_row(out, out_size, snapshots->rows[snapshot].info.lists, i,
                 [](const tw::snapshot_list& l) { return tw_snapshot_list{str(l.list), l.parties}; });
}

tw_status tw_snapshots_json(tw_text** out, const tw_snapshots* snapshots, tw_error* error) {
  return make(out, error, [&]() -> made<tw_text> {
    if (!is(snapshots)) return no_handle("snapshots");
    std::vector<tw::snapshot_info> all;
    for (const tw_snapshots::row& r : snapshots->rows) all.push_back(r.info);
    return new_text(tw::audit::snapshots_json(all));
  });
}

void tw_snapshots_free(tw_snapshots* snapshots) { release(snapshots); }
