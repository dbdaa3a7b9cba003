#include <utility>
#include <vector>

#include "tradewarden/store.hpp"

namespace tradewarden {

result<party_set> stored_parties(const list_store& store, const stored_parties_options& options) {
  auto newest = store.newest(options.as_of);
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
