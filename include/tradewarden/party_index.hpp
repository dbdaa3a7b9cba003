// A set of listed parties, ready to search: one immutable file, mapped into memory.
//
// Example:
//   auto built = tradewarden::build_index(parties, "lists.twi");
//   auto idx = tradewarden::party_index::open("lists.twi");
//   if (!idx) std::cerr << idx.error().to_string();
//
// Threads: an index is immutable; any number of threads (and processes) may read one at once.
// A copy is a reference to the same mapping. Views handed out live as long as any copy does.
#ifndef TRADEWARDEN_PARTY_INDEX_HPP
#define TRADEWARDEN_PARTY_INDEX_HPP

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "tradewarden/index_info.hpp"
#include "tradewarden/listed_party.hpp"
#include "tradewarden/party_set.hpp"
#include "tradewarden/result.hpp"

namespace tradewarden {

namespace detail {
class index_view;
}

class party_index {
 public:
  /// Maps the file and verifies it whole: digest, checksums, every offset, every party. A file that
  /// is cut short after it was opened faults when read, as any mapping does; replace files by rename.
  /// Errors: not_found, io, truncated, bad_index, old_version.
  [[nodiscard]] static result<party_index> open(const std::string& path);
  /// The same over bytes in memory (copied).
  [[nodiscard]] static result<party_index> from_bytes(std::string_view bytes);
  /// The list that is built into the library, for trying it out; made on first use, safe from any
  /// thread.
  [[nodiscard]] static const party_index& sample();

  [[nodiscard]] const index_info& info() const& noexcept;
  const index_info& info() && = delete;  // would dangle
  /// Number of parties; ids are 0 to party_count()-1, by list and source id.
  [[nodiscard]] std::uint32_t party_count() const noexcept;
  /// Decodes one party; an empty one if `id` is not below party_count().
  [[nodiscard]] listed_party party(std::uint32_t id) const;

  /// For the search; not part of the stable interface.
  [[nodiscard]] const detail::index_view& view() const noexcept { return *view_; }

 private:
  explicit party_index(std::shared_ptr<const detail::index_view> view) : view_(std::move(view)) {}
  std::shared_ptr<const detail::index_view> view_;
};

/// The bytes of an index file. Errors: empty_input if there is no party, limit_exceeded.
[[nodiscard]] result<std::string> build_index_bytes(const party_set& parties);

/// Builds and writes: to a temporary file beside `path`, synced, renamed over it. Errors besides those
/// of building: not_found, io, usage (the path is a device or folder).
[[nodiscard]] result<void> build_index(const party_set& parties, const std::string& path);

}  // namespace tradewarden

#endif  // TRADEWARDEN_PARTY_INDEX_HPP
