#include "audit/json_parts.hpp"
#include "capi/handles.hpp"
#include "capi/input.hpp"
#include "capi/output.hpp"

namespace tradewarden::capi {

index_state::index_state(party_index idx)
    : index(std::move(idx)), content(index.info().content.to_string()) {
  for (const indexed_publication& p : index.info().publications) {
    publication_digests.push_back(p.sha256.to_string());
    std::vector<std::string>& files = file_digests.emplace_back();
    for (const publication_file& f : p.files) files.push_back(f.sha256.to_string());
  }
}

made<tw_index> new_index(shared_index state) {
  auto out = std::make_unique<tw_index>();
  out->state = std::move(state);
  return out;
}

namespace {

result<verify> verify_of(std::int32_t how) {
  const auto chosen = choice_of(how, TW_VERIFY_LAZILY, "verify");
  if (!chosen) return chosen.error();
  return *chosen == TW_VERIFY_LAZILY ? verify::lazily : verify::fully;
}

made<tw_index> index_of(result<party_index> opened) {
  if (!opened) return opened.error();
  return new_index(std::make_shared<const index_state>(std::move(*opened)));
}

}  // namespace
}  // namespace tradewarden::capi

using namespace tradewarden::capi;
namespace tw = tradewarden;

tw_status tw_index_open(tw_index** out, const char* path, size_t path_size, int32_t verify,
                        tw_error* error) {
  return tw_index_open_with(out, path, path_size, verify, nullptr, error);
}

tw_status tw_index_open_with(tw_index** out, const char* path, size_t path_size, int32_t verify,
                             const tw_score_rules* rules, tw_error* error) {
  return make(out, error, [&]() -> made<tw_index> {
    const auto file = path_of(path, path_size, "path");
    if (!file) return file.error();
    const auto how = verify_of(verify);
    if (!how) return how.error();
    const auto by = rules_of(rules);
    if (!by) return by.error();
    auto opened = tw::party_index::open(*file, *how, *by);
    if (!opened && opened.error().file.empty()) opened.error().file = *file;
    return index_of(std::move(opened));
  });
}

tw_status tw_index_open_bytes(tw_index** out, const char* bytes, size_t byte_count, int32_t verify,
                              tw_error* error) {
  return tw_index_open_bytes_with(out, bytes, byte_count, verify, nullptr, error);
}

tw_status tw_index_open_bytes_with(tw_index** out, const char* bytes, size_t byte_count,
                                   int32_t verify, const tw_score_rules* rules, tw_error* error) {
  return make(out, error, [&]() -> made<tw_index> {
    const auto all = text_of(bytes, byte_count, "bytes");
    if (!all) return all.error();
    const auto how = verify_of(verify);
    if (!how) return how.error();
    const auto by = rules_of(rules);
    if (!by) return by.error();
    return index_of(tw::party_index::from_bytes(*all, *how, *by));
  });
}

tw_status tw_index_rules(tw_score_rules** out, const tw_index* index, tw_error* error) {
  return make(out, error, [&]() -> made<tw_score_rules> {
    if (!is(index)) return no_handle("index");
    return std::make_unique<tw_score_rules>(index->state->index.rules());
  });
}

tw_status tw_index_sample(tw_index** out, tw_error* error) {
  return make(out, error, [&]() -> made<tw_index> { return index_of(tw::party_index::sample()); });
}

void tw_index_free(tw_index* index) { release(index); }

tw_status tw_index_check(const tw_index* index, tw_error* error) {
  return guarded(error, [&]() -> tw::result<void> {
    if (!is(index)) return no_handle("index");
    return index->state->index.check();
  });
}

tw_status tw_index_check_content(const tw_index* index, tw_error* error) {
  return guarded(error, [&]() -> tw::result<void> {
    if (!is(index)) return no_handle("index");
    return index->state->index.check_content();
  });
}

tw_status tw_index_info_get(tw_index_info* out, size_t out_size, const tw_index* index) {
  if (!is(index)) return TW_USAGE;
  const tw::index_info& i = index->state->index.info();
  tw_index_info view{};
  view.format_version = i.format_version;
  view.score_version = i.score_version;
  view.parties = i.parties;
  view.names = i.names;
  view.tokens = i.tokens;
  view.duplicates = i.duplicates;
  view.bytes = i.bytes;
  view.engine_version = str(i.engine_version);
  view.content = str(index->state->content);
  view.publications = i.publications.size();
  view.lists = i.lists.size();
  return put(out, out_size, view);
}

tw_status tw_index_info_json(tw_text** out, const tw_index* index, tw_error* error) {
  return make(out, error, [&]() -> made<tw_text> {
    if (!is(index)) return no_handle("index");
    return new_text(tw::audit::index_info_json(index->state->index.info()));
  });
}

tw_status tw_index_publication(tw_publication* out, size_t out_size, const tw_index* index,
                               size_t i) {
  if (!is(index)) return TW_USAGE;
  const auto& all = index->state->index.info().publications;
  return put_row(out, out_size, all, i, [&](const tw::indexed_publication& p) {
    tw_publication view{};
    view.name = str(p.name);
    view.format = str(p.format);
    view.path = str(p.path);
    view.sha256 = str(index->state->publication_digests[i]);
    view.date = number(p.date);
    view.files = p.files.size();
    view.rows = p.counts.rows;
    view.distinct_ids = p.counts.distinct_ids;
    view.parties = p.counts.parties;
    view.names = p.counts.names;
    view.weak_names = p.counts.weak_names;
    view.aliases = p.counts.aliases;
    view.addresses = p.counts.addresses;
    view.joined = p.counts.joined;
    view.rejected = p.counts.rejected;
    view.side_rejected = p.counts.side_rejected;
    view.warnings = p.warnings;
    return view;
  });
}

tw_status tw_index_publication_file(tw_publication_file* out, size_t out_size,
                                    const tw_index* index, size_t publication, size_t i) {
  if (!is(index)) return TW_USAGE;
  const auto& all = index->state->index.info().publications;
  if (publication >= all.size()) return TW_USAGE;
  return put_row(out, out_size, all[publication].files, i, [&](const tw::publication_file& f) {
    return tw_publication_file{str(f.name), str(index->state->file_digests[publication][i]),
                               f.bytes};
  });
}

tw_status tw_index_list(tw_indexed_list* out, size_t out_size, const tw_index* index, size_t i) {
  if (!is(index)) return TW_USAGE;
  return put_row(out, out_size, index->state->index.info().lists, i, [](const tw::indexed_list& l) {
    return tw_indexed_list{str(l.list), l.publication, l.parties, l.names};
  });
}
