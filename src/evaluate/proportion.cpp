#include "tradewarden/proportion.hpp"

#include "tradewarden/score.hpp"

namespace tradewarden {

std::int32_t proportion::units() const noexcept {
  if (of == 0) return 0;
  // part * 10,000 may leave 64 bits: whole and rest apart, the rest scaled down if it is huge.
  std::uint64_t rest = part % of;
  std::uint64_t den = of;
  while (den > UINT64_MAX / 20'001) {
    rest /= 2;
    den /= 2;
  }
  const std::uint64_t out = part / of * 10'000 + (rest * 20'000 + den) / (2 * den);
  return static_cast<std::int32_t>(out);
}

std::string proportion::to_string() const {
  return of == 0 ? std::string() : score::from_units(units()).to_string();
}

}  // namespace tradewarden
