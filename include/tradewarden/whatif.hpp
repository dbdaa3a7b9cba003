// Which verdicts move when a price, an origin, a classification, an alternative or a date changes.
//
// Example:
//   tradewarden::whatif w(engine);
//   tradewarden::whatif_options o;
//   o.question.destinations = {"IR"};
//   o.changes = {tradewarden::whatif_change::parse("price:CPU=8.50").value()};
//   for (const auto& m : w.evaluate(o).value().moved) std::cout << m.product << ' ' << m.destination;
//
// An overlay: the bill is not touched, and only what a change reaches is computed again.
//
// Threads: as origin.
#ifndef TRADEWARDEN_WHATIF_HPP
#define TRADEWARDEN_WHATIF_HPP

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tradewarden/exact_share.hpp"
#include "tradewarden/origin.hpp"
#include "tradewarden/origin_answer.hpp"
#include "tradewarden/origin_options.hpp"
#include "tradewarden/result.hpp"

namespace tradewarden {

enum class whatif_kind : std::uint8_t {
  price = 0,           ///< "price:PART=12.50" (also lo..hi and ?), in the part's own currency
  origin = 1,          ///< "origin:PART=US" (made_in; us_origin follows from it)
  classification = 2,  ///< "eccn:PART=3A001.b.2"
  alternative = 3,     ///< "alternative:PARENT/POS=CHILD": that alternative takes rank 0
  date = 4,            ///< "date=2019-10-21"
  discrete = 5,        ///< "discrete:PART=y"
};
[[nodiscard]] std::string_view to_string(whatif_kind k) noexcept;

struct whatif_change {
  whatif_kind kind = whatif_kind::price;
  std::string part;   ///< Part id; of an alternative, the parent; empty for a date.
  std::string pos;    ///< Of an alternative.
  std::string value;  ///< As text.
  /// The forms above. Error bad_value.
  [[nodiscard]] static result<whatif_change> parse(std::string_view text);
  [[nodiscard]] std::string to_string() const;
};

struct whatif_options {
  origin_options question;             ///< Asked before and after the changes.
  std::vector<whatif_change> changes;  ///< All at once.
  bool replacement = false;            ///< Also the cheapest replacement, for what triggers.
};

struct whatif_move {
  std::string product;
  std::string destination;
  tradewarden::regime regime = tradewarden::regime::us_ear;
  verdict before = verdict::not_applicable;
  verdict after = verdict::not_applicable;
  exact_share share_before;
  exact_share share_after;
  [[nodiscard]] bool verdict_moved() const { return before != after; }
};

/// One part exchanged for another that the bill offers as an alternative.
struct whatif_exchange {
  std::string parent;
  std::string pos;
  std::string from;
  std::string to;
  exact_fraction controlled_less;  ///< In one product.
  exact_fraction cost_more;        ///< In one product; 0 if it costs less.
  exact_fraction cost_less;        ///< 0 if it costs more.
};

/// The cheapest set of exchanges that brings a product below its threshold.
struct whatif_replacement {
  std::string product;
  std::string destination;
  tradewarden::regime regime = tradewarden::regime::us_ear;
  bool found = false;              ///< False: no set of exchanges does.
  bool proved_cheapest = false;    ///< False: the search stopped at its limit.
  std::vector<whatif_exchange> exchanges;
  exact_fraction cost_more;        ///< Of all; 0 if they cost less together.
  exact_fraction cost_less;
  exact_share share_after;
  std::string why;                 ///< One sentence.
};

struct whatif_report {
  whatif_options options;                 ///< As used.
  std::vector<whatif_move> moved;         ///< Results of which the verdict or the share moved.
  std::uint64_t unmoved = 0;
  std::vector<whatif_replacement> replacements;
  std::vector<rule_use> rules;            ///< Used before or after, each once.
  std::vector<std::string> notes;         ///< What a change takes the place of, and in which currency.
  answer_basis basis;
};

class whatif {
 public:
  explicit whatif(tradewarden::origin engine) : engine_(std::move(engine)) {}
  /// Errors: those of origin::evaluate; not_found (a part or position), bad_value.
  [[nodiscard]] result<whatif_report> evaluate(const whatif_options& options) const;

 private:
  tradewarden::origin engine_;
};

[[nodiscard]] std::string to_json(const whatif_report& report);

}  // namespace tradewarden

#endif  // TRADEWARDEN_WHATIF_HPP
