// The decisions of a store, and screening that heeds them: a hit that people have decided to be another
// party is shown as set aside, in its place, with who decided and why.
//
// Example:
//   auto trail = tradewarden::audit_trail::open("lists.store", tradewarden::store_access::write);
//   auto book = tradewarden::decision_book::read(*trail);
//   tradewarden::screening_answer a = book->screen(idx, query, options);
//   for (const auto& h : a.hits) if (!h.is_set_aside()) look_at(h);
//
// Threads: reading from any number of threads; changing belongs to one thread alone.
#ifndef TRADEWARDEN_DECISION_BOOK_HPP
#define TRADEWARDEN_DECISION_BOOK_HPP

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tradewarden/audit_trail.hpp"
#include "tradewarden/decision.hpp"
#include "tradewarden/party_index.hpp"
#include "tradewarden/result.hpp"
#include "tradewarden/screening.hpp"

namespace tradewarden {

/// One digest over the facts of a query - name, kind, countries, birth date, numbers, gender - but its id.
[[nodiscard]] digest customer_digest(const screening_query& query);

class decision_book {
 public:
  decision_book() = default;
  /// All that the trail holds. Errors: io, bad_syntax (a record that cannot be read).
  [[nodiscard]] static result<decision_book> read(const audit_trail& trail);
  /// A book of these: what an old answer was given by.
  [[nodiscard]] static decision_book of(std::vector<decision> decisions);

  /// In the order in which they were made.
  [[nodiscard]] const std::vector<decision>& all() const& noexcept { return all_; }
  const std::vector<decision>& all() && = delete;  // would dangle
  [[nodiscard]] std::vector<decision> of_customer(std::string_view customer) const;
  /// By its id or the first digits of it (4 or more). Errors: not_found, conflict (several).
  [[nodiscard]] result<decision> find(std::string_view id) const;

  /// Keeps a decision in the trail; gives it its id, and the moment if it has none. Errors:
  /// missing_field (customer, entry, reason, who), conflict (the approver is the one who decided, or
  /// there is such a decision), io.
  [[nodiscard]] result<decision> add(audit_trail& trail, decision d);
  /// Errors: not_found, conflict (approved already, withdrawn, by the same person), missing_field, io.
  [[nodiscard]] result<decision> approve(audit_trail& trail, std::string_view id, const std::string& who);
  [[nodiscard]] result<decision> withdraw(audit_trail& trail, std::string_view id, const std::string& who,
                                          const std::string& reason);

  /// As tradewarden::screen(), with what was decided for the customer query.id: hits that are set aside
  /// stay where they are and do not count for the limit.
  [[nodiscard]] screening_answer screen(const party_index& idx, const screening_query& query,
                                        const screening_options& options = {}) const;
  /// Whether anything was decided for the customer; without that, screening is that of any query.
  [[nodiscard]] bool has(std::string_view customer) const;

 private:
  void take(decision d);
  /// Where the customer's decisions begin in by_customer_, or would.
  [[nodiscard]] std::size_t first_of(std::string_view customer) const;

  std::vector<decision> all_;
  std::vector<std::size_t> by_customer_;  ///< Positions in all_, by customer, then as made.
};

/// A decision as JSON of one line (docs/decision.schema.json).
[[nodiscard]] std::string to_json(const decision& d);
/// Reads such a line; the id is worked out again. `file` and `line` are for the error: bad_syntax,
/// missing_field, bad_value.
[[nodiscard]] result<decision> parse_decision(std::string_view json, const std::string& file = {},
                                              std::uint64_t line = 0);

}  // namespace tradewarden

#endif  // TRADEWARDEN_DECISION_BOOK_HPP
