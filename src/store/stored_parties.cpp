#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "store/history.hpp"
#include "support/ascii.hpp"
#include "tradewarden/store.hpp"

namespace tradewarden {
namespace {

/// OFAC's files: the list itself without the file of its aliases.
bool lacks_aliases(const snapshot_info& s) {
  if (s.format != "ofac-csv" && s.format != "ofac-cons-csv") return false;
  return std::none_of(s.files.begin(), s.files.end(), [](const publication_file& f) {
    return ascii::lower(f.name).ends_with("alt.csv");
  });
}

/// Of snapshots that were named these alone.
void keep_asked(std::vector<snapshot_info>& all, const stored_parties_options& options) {
  if (options.snapshots.empty()) return;
  std::erase_if(all, [&](const snapshot_info& s) {
    return std::find(options.snapshots.begin(), options.snapshots.end(), s.id) == options.snapshots.end();
  });
}

result<std::vector<publication>> newest_of_each(const list_store& store, const stored_parties_options& options) {
  auto newest = options.snapshots.empty() ? store.newest(options.as_of) : store.snapshots();
  if (!newest) return newest.error();
  keep_asked(*newest, options);
  std::vector<publication> out;
  for (const snapshot_info& s : *newest) {
    auto read = store.read(s, options.limits);
    if (!read) return read.error();
    out.push_back(std::move(*read));
  }
  return out;
}

result<std::vector<publication>> all_of_each(const list_store& store, const stored_parties_options& options) {
  auto all = store.snapshots();
  if (!all) return all.error();
  keep_asked(*all, options);
  std::erase_if(*all, [&](const snapshot_info& s) {
    const bool good = s.state == snapshot_state::good || !options.snapshots.empty();
    return !good || (options.as_of && *options.as_of < s.published);
  });
  std::vector<publication> out;
  // In the order of publication, day and id.
  for (std::size_t i = 0; i < all->size();) {
    store::history_builder history;
    const std::string& name = (*all)[i].publication;
    for (; i < all->size() && (*all)[i].publication == name; ++i) {
      const snapshot_info& s = (*all)[i];
      // Of two of one day the later import is the correction.
      const bool corrected = i + 1 < all->size() && (*all)[i + 1].publication == name && (*all)[i + 1].published == s.published;
      if (corrected) continue;
      auto read = store.read(s, options.limits);
      if (!read) return read.error();
      read->date = s.published;
      history.add(std::move(*read), lacks_aliases(s));
    }
    out.push_back(history.finish());
  }
  return out;
}

}  // namespace

result<party_set> stored_parties(const list_store& store, const stored_parties_options& options) {
  auto publications = options.history ? all_of_each(store, options) : newest_of_each(store, options);
  if (!publications) return publications.error();
  if (publications->empty()) {
    return error{errc::empty_input, "the store has no good snapshot: nobody would be on an index of it", store.path(), 0, {}};
  }
  return merge_publications(std::move(*publications));
}

}  // namespace tradewarden
