// The customers of a portfolio as they are asked for: their names folded and indexed, so that an entry that
// changed is looked for among them. A file beside the store; it is worked out from the customers and can be
// made again from them at any time.
//
//   header (64 bytes) | index of the names (docs/index-format.md) | places of the rows | rows | numbers
//
// Example:
//   auto kept = review::customer_index::open(path, of_what);
//   auto found = kept->alike_to(changed, parties, threshold, 1);
//   for (const auto& f : *found) use(kept->customer(f.row).value(), f.name);
//
// Threads: immutable after it was opened.
#ifndef TRADEWARDEN_REVIEW_CUSTOMER_INDEX_HPP
#define TRADEWARDEN_REVIEW_CUSTOMER_INDEX_HPP

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "index/file_format.hpp"
#include "index/index_view.hpp"
#include "match/search.hpp"
#include "support/mapped_file.hpp"
#include "tradewarden/index_builder.hpp"
#include "tradewarden/screening.hpp"

namespace tradewarden::review {

/// Of which customers, folded by which rules.
[[nodiscard]] digest customer_index_key(const digest& customers, const score_rules& rules);

class customer_index_builder {
 public:
  explicit customer_index_builder(const score_rules& rules);
  [[nodiscard]] result<void> add(const screening_query& customer);
  /// The bytes of the file. Error empty_input without customers.
  [[nodiscard]] result<std::string> finish(const digest& key);

 private:
  struct row_place {
    std::uint64_t offset = 0;
    std::uint32_t bytes = 0;
    std::uint32_t crc = 0;
  };
  friend class customer_index;

  index_builder names_;
  std::vector<row_place> places_;
  std::string rows_;
  std::vector<indexing::identifier_record> numbers_;
};

/// A customer and a name of the changed entries that reaches the threshold with one of the customer's
/// readings; without a name: a number of theirs may be one of an entry's.
struct alike_customer {
  std::uint32_t row = 0;
  matching::name_score name;  ///< In the index of the changed entries.
  [[nodiscard]] bool has_name() const noexcept { return name.name != indexing::k_none; }
};

class customer_index {
 public:
  /// Errors: not_found, bad_index (damaged, or of other customers or rules), and those of an index.
  [[nodiscard]] static result<customer_index> open(const std::string& path, const digest& key, const score_rules& rules);
  /// The same over bytes in memory, which must be aligned to 8 and live as long as `owner`.
  [[nodiscard]] static result<customer_index> over(std::string_view bytes, std::shared_ptr<const void> owner,
                                                   const digest& key, const score_rules& rules);

  [[nodiscard]] std::size_t size() const noexcept { return places_.size(); }
  /// Error bad_index if the row is damaged.
  [[nodiscard]] result<screening_query> customer(std::uint32_t row) const;

  /// By row and name, all customers that may have one of the parties as a hit: `changed` is an index of these,
  /// and all names in it count, in whatever state of the party.
  [[nodiscard]] std::vector<alike_customer> alike_to(const detail::index_view& changed, std::span<const listed_party> parties,
                                                     score threshold, std::size_t threads) const;

 private:
  using row_place = customer_index_builder::row_place;
  customer_index() = default;

  std::shared_ptr<const void> owner_;
  std::shared_ptr<const detail::index_view> names_;
  score_rules rules_;
  std::span<const row_place> places_;
  std::string_view rows_;
  std::span<const indexing::identifier_record> numbers_;
};

}  // namespace tradewarden::review

#endif  // TRADEWARDEN_REVIEW_CUSTOMER_INDEX_HPP
