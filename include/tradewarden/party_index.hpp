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
#include <vector>

#include "tradewarden/listed_party.hpp"
#include "tradewarden/party_set.hpp"
#include "tradewarden/result.hpp"

namespace tradewarden {

/// Parties of one list within an index.
struct indexed_list {
  std::string list;                  ///< Code of list_info.hpp.
  std::uint32_t publication = 0;     ///< The publication that it came from.
  std::uint64_t parties = 0;
  std::uint64_t names = 0;
};

/// What is known of a publication inside an index (its parties are the index's).
struct indexed_publication {
  std::string format;
  std::string name;
  std::string path;
  std::optional<day> date;
  digest sha256;
  std::vector<publication_file> files;
  publication_counts counts;
  std::uint64_t warnings = 0;
};

struct index_info {
  std::uint32_t format_version = 0;
  std::int32_t score_version = 0;
  std::string engine_version;  ///< Of the engine that built it.
  std::uint64_t parties = 0;
  std::uint64_t names = 0;
  std::uint64_t tokens = 0;      ///< Distinct.
  std::uint64_t duplicates = 0;  ///< Entries merged into a party of another publication.
  std::uint64_t bytes = 0;
  digest content;                ///< Of the file's sections: names the index in answers.
  std::vector<indexed_publication> publications;
  std::vector<indexed_list> lists;
};

namespace detail {
class index_view;
}

class party_index {
 public:
  /// Maps the file and verifies it whole. Errors: not_found, truncated, bad_index, old_version.
  [[nodiscard]] static result<party_index> open(const std::string& path);
  /// The same over bytes in memory (copied).
  [[nodiscard]] static result<party_index> from_bytes(std::string_view bytes);
  /// The list that is built into the library: about 100 parties for trying it out.
  [[nodiscard]] static const party_index& sample();

  [[nodiscard]] const index_info& info() const noexcept;
  /// Number of parties; ids are 0 to parties()-1, by list and source id.
  [[nodiscard]] std::uint32_t parties() const noexcept;
  /// Decodes one party. `id` must be below parties().
  [[nodiscard]] listed_party party(std::uint32_t id) const;

  /// For the search; not part of the stable interface.
  [[nodiscard]] const detail::index_view& view() const noexcept { return *view_; }

 private:
  explicit party_index(std::shared_ptr<const detail::index_view> view) : view_(std::move(view)) {}
  std::shared_ptr<const detail::index_view> view_;
};

/// The bytes of an index file. Errors: empty_input if there is no party, limit_exceeded.
[[nodiscard]] result<std::string> build_index_bytes(const party_set& parties);

/// Builds and writes: to a temporary file beside `path`, synced, renamed over it.
[[nodiscard]] result<void> build_index(const party_set& parties, const std::string& path);

}  // namespace tradewarden

#endif  // TRADEWARDEN_PARTY_INDEX_HPP
