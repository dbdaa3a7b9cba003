// Controlled content of the products of a bill, for one destination, several, or all.
//
// Example:
//   tradewarden::origin engine(bill);                       // rules: the built-in ones
//   tradewarden::origin_options o;
//   o.destinations = {"DE", "CN", "IR"};
//   tradewarden::result<tradewarden::origin_report> r = engine.evaluate(o);
//   if (!r) std::cerr << r.error().to_string();
//
// Threads: immutable; any number of threads may evaluate at once. A copy is a reference to the same
// data.
#ifndef TRADEWARDEN_ORIGIN_HPP
#define TRADEWARDEN_ORIGIN_HPP

#include <memory>

#include "tradewarden/bill.hpp"
#include "tradewarden/origin_answer.hpp"
#include "tradewarden/origin_options.hpp"
#include "tradewarden/result.hpp"
#include "tradewarden/rule_book.hpp"

namespace tradewarden {

namespace detail {
class origin_engine;
}

class origin {
 public:
  /// Orders the bill once; every question after that reads it only.
  explicit origin(bill b, rule_book rules = rule_book::built_in());

  /// Errors: not_found (a product), bad_value (a destination or country that is none), usage (no
  /// destination; a fact twice; rates, and products of several currencies in one run).
  [[nodiscard]] result<origin_report> evaluate(const origin_options& options) const;

  [[nodiscard]] const bill& parts() const& noexcept;
  const bill& parts() && = delete;  // would dangle
  [[nodiscard]] const rule_book& rules() const& noexcept;
  const rule_book& rules() && = delete;

  /// For share, cutoff and whatif; not part of the stable interface.
  [[nodiscard]] const detail::origin_engine& engine() const noexcept { return *engine_; }

 private:
  std::shared_ptr<const detail::origin_engine> engine_;
};

}  // namespace tradewarden

#endif  // TRADEWARDEN_ORIGIN_HPP
