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
#include <type_traits>
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
  bool only_news = false;     ///< Alerts that are what they were at the last run are left out of the outcome.
  /// An error if more than ten customers, and more than this share of them in units of 1/10,000, are not
  /// there any more: a file that was cut short would close their alerts.
  std::uint32_t most_shrink = 1'000;
};

struct rescreen_outcome {
  std::vector<alert> alerts;  ///< All that stand, or that are news, by customer, list and source id.
  std::vector<alert> closed;
  std::uint64_t standing = 0;  ///< All alerts that stand,
  std::uint64_t open = 0;      ///< ... and those of them that no decision sets aside.
  bool customers_read = true;  ///< False: they were known to be those of the last run.
  std::string remarks;         ///< customer_source::remarks() of the run that read them.
  std::string kept_problem;    ///< Why the folded customers could not be kept for the next run, or empty.
  std::string full_because;   ///< Why everything was screened; empty if only changes were.
  std::uint64_t customers = 0;
  std::uint64_t customers_changed = 0;  ///< New ones too.
  std::uint64_t customers_gone = 0;
  std::uint64_t entries = 0;
  std::uint64_t entries_changed = 0;    ///< New ones too, and those whose status is another today.
  std::uint64_t entries_gone = 0;
};

/// Where customers come from, and what becomes of the outcome before it is kept.
class customer_source {
 public:
  /// Fills in an empty query, whose id is the customer's; false at the end.
  virtual bool next(screening_query& customer) = 0;
  /// One digest over all that next() gives. Where there is one, the customers are kept folded beside the
  /// store ("STORE.16 digits.customers", a file that is as confidential as they are), and if it is that of
  /// the last run, next() is not asked at all. It is asked for before and after reading.
  [[nodiscard]] virtual std::optional<digest> content() { return std::nullopt; }
  /// Text that the outcome has, also of later runs that need not read the customers again.
  [[nodiscard]] virtual std::string remarks() { return {}; }
  /// Gets the outcome before it is kept; after an error nothing is.
  [[nodiscard]] virtual result<void> deliver(const rescreen_outcome&) { return {}; }

 protected:
  ~customer_source() = default;
};

/// Screens what has changed since the last run of this portfolio, and keeps what was found in the store, with
/// a record in its audit trail. Other options, another score version or name pack: everything. Errors:
/// missing_field (a customer without id), conflict (an id twice; another run has finished meanwhile; the
/// customers changed while they were read), truncated (most_shrink), limit_exceeded (10,000 alerts of
/// one customer), bad_index, io, those of audit_trail::open() and of the source.
[[nodiscard]] result<rescreen_outcome> rescreen(const std::string& store_path, std::string_view portfolio,
                                                const party_index& idx, const rescreen_settings& settings,
                                                customer_source& customers);

/// The same with a function in the place of customer_source::next().
template <class Next>
  requires(!std::is_base_of_v<customer_source, std::remove_cvref_t<Next>>)
[[nodiscard]] result<rescreen_outcome> rescreen(const std::string& store_path, std::string_view portfolio,
                                                const party_index& idx, const rescreen_settings& settings,
                                                Next&& next) {
  class source final : public customer_source {
   public:
    explicit source(std::remove_reference_t<Next>& n) : next_(n) {}
    bool next(screening_query& customer) override { return next_(customer); }

   private:
    std::remove_reference_t<Next>& next_;
  };
  source all(next);
  return rescreen(store_path, portfolio, idx, settings, static_cast<customer_source&>(all));
}

/// An alert as JSON of one line (docs/alert.schema.json).
[[nodiscard]] std::string to_json(const alert& a);

}  // namespace tradewarden

#endif  // TRADEWARDEN_RESCREENING_HPP
