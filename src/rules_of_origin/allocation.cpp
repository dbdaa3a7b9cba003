#include "tradewarden/allocation.hpp"

#include <utility>

#include "origin/big.hpp"

namespace tradewarden {

using detail::big;
using detail::ratio;

result<allocation> allocate(const decimal& amount, const std::vector<decimal>& by,
                            std::optional<std::int32_t> ratio_decimals) {
  if (by.empty()) return error{errc::usage, "nothing is given to share the amount out by", {}, 0, {}};
  if (ratio_decimals && (*ratio_decimals < 0 || *ratio_decimals > decimal::k_most_digits)) {
    return error{errc::limit_exceeded, "a ratio is rounded to 0 up to 18 decimals", {}, 0, {}};
  }
  ratio all = 0;
  for (const decimal& d : by) all += detail::to_ratio(d);
  if (all == 0) return error{errc::bad_value, "the measures are all zero: they give no proportion", {}, 0, {}};
  const ratio whole = detail::to_ratio(amount);
  allocation out;
  ratio given = 0;
  for (const decimal& d : by) {
    ratio share = detail::to_ratio(d) / all;
    if (ratio_decimals) {
      const big grain = detail::power_of_ten(*ratio_decimals);
      const big units = (numerator(share) * grain * 2 + denominator(share)) / (denominator(share) * 2);
      share = ratio(units, grain);
    }
    given += share * whole;
    out.ratios.push_back(detail::to_fraction(share));
    out.amounts.push_back(detail::to_fraction(ratio(share * whole)));
  }
  if (given < whole) out.missing = detail::to_fraction(ratio(whole - given));
  if (given > whole) out.beyond = detail::to_fraction(ratio(given - whole));
  return out;
}

}  // namespace tradewarden
