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
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "tradewarden/index_info.hpp"
#include "tradewarden/listed_party.hpp"
#include "tradewarden/party_set.hpp"
#include "tradewarden/result.hpp"
#include "tradewarden/score_rules.hpp"

namespace tradewarden {

namespace detail {
class index_view;
}

/// When an index file is checked.
enum class verify : std::uint8_t {
  fully = 0,   ///< On opening: all checksums and every offset.
  lazily = 1,  ///< On opening header and section table only, in constant time; the rest by what first
               ///< needs it, once.
};

class party_index {
 public:
  /// Maps the file. However it is verified, what is damaged is never read: opened fully, a damaged
  /// file is an error here; opened lazily, an answer says so (query_problem::damaged_index) and
  /// party() gives an empty party. A file that is cut short after it was opened faults when read, as
  /// any mapping does; replace files by rename.
  /// An index is searched by the score version it was built for. Rules are needed only where it was
  /// built with a name pack, and must be those it was built by.
  /// Errors: not_found, io, truncated, bad_index, old_version, conflict.
  [[nodiscard]] static result<party_index> open(const std::string& path, verify how = verify::fully,
                                                const std::optional<score_rules>& rules = {});
  /// The same over bytes in memory (copied).
  [[nodiscard]] static result<party_index> from_bytes(std::string_view bytes,
                                                      verify how = verify::fully,
                                                      const std::optional<score_rules>& rules = {});
  /// The list that is built into the library, for trying it out; made on first use, safe from any
  /// thread.
  [[nodiscard]] static const party_index& sample();

  /// By what it was built and is searched.
  [[nodiscard]] const score_rules& rules() const& noexcept;
  const score_rules& rules() && = delete;  // would dangle
  [[nodiscard]] const index_info& info() const& noexcept;
  const index_info& info() && = delete;  // would dangle
  /// What open() checks fully; remembered, so that asking again costs nothing. Error: bad_index.
  [[nodiscard]] result<void> check() const;
  /// That the digest info().content is that of the file's bytes: reads all of them. Opening leaves it
  /// to the checksums; pin the digest and ask this where a file could have been exchanged.
  [[nodiscard]] result<void> check_content() const;

  /// Number of parties; ids are 0 to party_count()-1, by list and source id.
  [[nodiscard]] std::uint32_t party_count() const noexcept;
  /// Decodes one party; an empty one if `id` is not below party_count(), or if the file is damaged.
  [[nodiscard]] listed_party party(std::uint32_t id) const;

  /// For the search; not part of the stable interface.
  [[nodiscard]] const detail::index_view& view() const noexcept { return *view_; }

 private:
  explicit party_index(std::shared_ptr<const detail::index_view> view) : view_(std::move(view)) {}
  std::shared_ptr<const detail::index_view> view_;
};

/// The bytes of an index file. Errors: empty_input if there is no party, limit_exceeded.
[[nodiscard]] result<std::string> build_index_bytes(const party_set& parties,
                                                    const score_rules& rules = {});

/// Builds and writes: to a temporary file beside `path`, synced, renamed over it. Errors besides those
/// of building: not_found, io, usage (the path is a device or folder).
[[nodiscard]] result<void> build_index(const party_set& parties, const std::string& path,
                                       const score_rules& rules = {});

}  // namespace tradewarden

#endif  // TRADEWARDEN_PARTY_INDEX_HPP
