#include <string>
#include <utility>
#include <vector>

#include "tradewarden/store.hpp"

namespace tradewarden {
namespace {

result<std::vector<snapshot_info>> named_ones(const list_store& store, const std::vector<std::uint64_t>& ids) {
  std::vector<snapshot_info> out;
  for (const std::uint64_t id : ids) {
    auto s = store.find(std::to_string(id));
    if (!s) return s.error();
    out.push_back(std::move(*s));
  }
  return out;
}

}  // namespace

result<party_set> stored_parties(const list_store& store, const stored_parties_options& options) {
  auto newest = options.snapshots.empty() ? store.newest(options.as_of) : named_ones(store, options.snapshots);
  if (!newest) return newest.error();
  if (newest->empty()) {
    return error{errc::empty_input, "the store has no good snapshot: nobody would be on an index of it", store.path(), 0, {}};
  }
  std::vector<publication> publications;
  for (const snapshot_info& s : *newest) {
    auto read = store.read(s, options.limits);
    if (!read) return read.error();
    publications.push_back(std::move(*read));
  }
  return merge_publications(std::move(publications));
}

}  // namespace tradewarden
