// A portfolio of customers that is screened once, and from then on only as far as something has changed:
// the entries that changed against all customers, and the customers that changed against all entries. What
// comes out is what screening everything anew would give, as the score is a function of two names alone.
//
// Example:
//   tradewarden::rescreen_settings settings;
//   auto done = tradewarden::rescreen("lists.store", "retail", idx, settings,
//       [&](tradewarden::screening_query& q) { return read_row(q); });
//   for (const tradewarden::alert& a : done->alerts) if (!a.is_set_aside()) look_at(a);
//
// Threads: one rescreening of a portfolio at a time (a second one that meanwhile finished is an error); it
// runs threads of its own.
#ifndef TRADEWARDEN_RESCREENING_HPP
#define TRADEWARDEN_RESCREENING_HPP

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tradewarden/decision_book.hpp"
#include "tradewarden/party_index.hpp"
#include "tradewarden/result.hpp"
#include "tradewarden/screening.hpp"

namespace tradewarden {

/// What an alert is beside the run before.
enum class alert_news : std::uint8_t {
  unchanged = 0,
  opened = 1,   ///< It was not there.
  changed = 2,  ///< It was, and the customer or the entry has changed since.
  closed = 3,   ///< It was, and is no more: customer or entry gone, or no longer alike.
};
[[nodiscard]] std::string_view to_string(alert_news n) noexcept;

/// One customer and one entry that reach the threshold.
struct alert {
  std::string id;  ///< 16 hexadecimal digits, of customer, list and source id: the same in every run.
  alert_news news = alert_news::unchanged;
  std::string customer;
  std::string customer_name;
  std::string list;
  std::string source_id;
  std::string entry_name;
  std::string matched_name;
  std::string score;   ///< "0.9123", or empty if no name was asked for.
  std::string status;  ///< On the day of the run.
  std::string from;    ///< ISO dates, or empty.
  std::string until;
  digest customer_digest;
  digest entry_digest;
  std::string opened;  ///< The day of the run that opened it.
  std::optional<applied_decision> decided;
  [[nodiscard]] bool is_set_aside() const noexcept {
    return decided.has_value() && decided->state == decision_state::in_force;
  }
};

struct rescreen_settings {
  screening_options options;  ///< The limit is not heeded: every entry that reaches the threshold is an alert.
  std::size_t threads = 1;
  bool full = false;          ///< Screen everything anew, whatever is known.
};

struct rescreen_outcome {
  std::vector<alert> alerts;  ///< All that stand, by customer, list and source id.
  std::vector<alert> closed;
  std::string full_because;   ///< Why everything was screened; empty if only changes were.
  std::uint64_t customers = 0;
  std::uint64_t customers_changed = 0;  ///< New ones too.
  std::uint64_t customers_gone = 0;
  std::uint64_t entries = 0;
  std::uint64_t entries_changed = 0;    ///< New ones too, and those whose status is another today.
  std::uint64_t entries_gone = 0;
};

namespace detail {

/// Where customers come from.
class customer_source {
 public:
  virtual bool next(screening_query& customer) = 0;

 protected:
  ~customer_source() = default;
};
[[nodiscard]] result<rescreen_outcome> rescreen(const std::string& store_path, std::string_view portfolio,
                                                const party_index& idx, const rescreen_settings& settings,
                                                customer_source& customers);

}  // namespace detail

/// Screens what has changed since the last run of this portfolio, and keeps what was found in the store.
/// Other options, another score version or name pack: everything. `next(customer)` fills in an empty
/// query, whose id is the customer's, or returns false at the end. Errors: missing_field (a customer
/// without id), conflict (an id twice; another run has finished meanwhile), limit_exceeded (10,000 alerts of
/// one customer), bad_index, io, those of audit_trail::open().
template <class Next>
[[nodiscard]] result<rescreen_outcome> rescreen(const std::string& store_path, std::string_view portfolio,
                                                const party_index& idx, const rescreen_settings& settings,
                                                Next&& next) {
  class source final : public detail::customer_source {
   public:
    explicit source(Next& n) : next_(n) {}
    bool next(screening_query& customer) override { return next_(customer); }

   private:
    Next& next_;
  };
  source all(next);
  return detail::rescreen(store_path, portfolio, idx, settings, all);
}

/// An alert as JSON of one line (docs/alert.schema.json).
[[nodiscard]] std::string to_json(const alert& a);

}  // namespace tradewarden

#endif  // TRADEWARDEN_RESCREENING_HPP
