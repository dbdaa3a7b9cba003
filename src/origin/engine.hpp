// A bill made ready for questions: the order of its parts, and the signature of each.
//
// Threads: immutable.
#ifndef TRADEWARDEN_ORIGIN_ENGINE_HPP
#define TRADEWARDEN_ORIGIN_ENGINE_HPP

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "origin/bill_data.hpp"
#include "origin/cone.hpp"
#include "origin/legal_context.hpp"
#include "tradewarden/origin.hpp"

namespace tradewarden::detail {

/// Facts of one part that a what-if puts in the place of the bill's.
struct part_change {
  std::optional<price_range> price;
  std::optional<std::string> made_in;
  std::optional<classification> code;
  std::optional<truth> discrete;
};

/// Changes over an unchanged bill.
struct overlay {
  std::vector<std::pair<std::uint32_t, part_change>> parts;  ///< By part, each once.
  std::vector<line_exchange> lines;
  [[nodiscard]] const part_change* find(std::uint32_t part) const {
    const auto at = std::lower_bound(
        parts.begin(), parts.end(), part,
        [](const std::pair<std::uint32_t, part_change>& a, std::uint32_t p) { return a.first < p; });
    return at != parts.end() && at->first == part ? &at->second : nullptr;
  }
  [[nodiscard]] bool empty() const { return parts.empty() && lines.empty(); }
};

/// A signature by numbers.
struct signature_key {
  std::uint32_t eccn = 0;  ///< In bill_data::classifications.
  std::uint32_t hs = 0;    ///< In bill_data::words; 0 where it does not matter.
  content_class content = content_class::commodity;
  friend auto operator<=>(const signature_key&, const signature_key&) = default;
};

class origin_engine {
 public:
  origin_engine(bill b, rule_book rules);

  bill parts;
  rule_book rules;
  std::vector<std::uint32_t> rank;        ///< Place of each part in data().order.
  std::vector<std::uint32_t> signature;   ///< By part: in `keys`.
  std::vector<signature_key> keys;

  [[nodiscard]] const bill_data& data() const { return parts.data(); }
  [[nodiscard]] detail::signature named(const signature_key& k) const;

  /// The products asked for; errors not_found.
  [[nodiscard]] result<std::vector<std::uint32_t>> products(
      const std::vector<std::string>& ids) const;
  /// The currency in which a product is counted: its own, else that of the first part of the bill
  /// with a price; empty if there is none.
  [[nodiscard]] std::string_view currency_of(std::uint32_t product) const;
  /// The rate from `currency` to the base: 1 if they are the same, nothing if none is known on the
  /// day.
  [[nodiscard]] std::optional<ratio> rate(std::string_view currency, std::string_view base,
                                          day on) const;
  /// Is what is made in these countries ("US", "PR", "CN|VN", "?") of US origin on the day?
  [[nodiscard]] truth made_in_us(std::string_view countries, day on) const;
  /// Is a part of US origin: as stated, else by where it is made, and by what all its offers say of
  /// that; unknown where they contradict. `known` is cone_scratch::us_made.
  [[nodiscard]] truth us_origin(std::uint32_t part, const part_change* change, day on,
                                std::vector<std::uint8_t>& known) const;
  /// Value of one unit in the base currency. First false: unknown.
  struct worth {
    bool known = false;
    bool no_rate = false;  ///< There is a price, and no rate for it.
    ratio low, high;
  };
  [[nodiscard]] worth worth_of(std::uint32_t part, std::string_view base, day on,
                               const part_change* change) const;

  /// The basis of an answer that does not evaluate what is named.
  [[nodiscard]] answer_basis basis(std::vector<std::string> not_evaluated) const;

  /// evaluate() with changes; `signatures` of changed classifications are made as needed.
  /// `brief`: verdicts, tests and shares alone, without the working (lists, deciding facts).
  [[nodiscard]] result<origin_report> evaluate(const origin_options& options,
                                               const overlay& changes, bool brief = false) const;

 private:
  std::string first_currency_;  // of the first part of the bill with a price
};

inline constexpr std::string_view k_disclaimer =
    "Not legal advice, and never a clearance: a verdict holds for the stated facts, the rules as "
    "stored here and the date, and for nothing that is told as not checked or not evaluated.";

}  // namespace tradewarden::detail

#endif  // TRADEWARDEN_ORIGIN_ENGINE_HPP
