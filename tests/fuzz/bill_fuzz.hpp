// What every reader of a bill promises for any bytes at all; shared by the readers' fuzz targets.
#ifndef TRADEWARDEN_TESTS_BILL_FUZZ_HPP
#define TRADEWARDEN_TESTS_BILL_FUZZ_HPP

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "tradewarden/read_bill.hpp"

namespace tradewarden::fuzz {

/// Aborts where a promise is broken, so that the fuzzer keeps the input.
inline void require(bool promise) {
  if (!promise) std::abort();
}

inline int read_once(const std::vector<bill_text>& texts) {
  bill_sources product;
  product.product_name = "Product";
  product.product_currency = "USD";
  bill_limits limits;
  limits.parts = 2000;
  limits.lines = 5000;
  limits.offers = 5000;
  limits.problems = 20;
  const bill_reading r = read_bill_texts(texts, product, limits);
  require(r.bill.has_value() == r.problems.empty());
  require(r.more_problems == 0 || r.problems.size() == 20);
  for (const error& e : r.problems) require(!e.message.empty());
  for (const bill_file_counts& f : r.files) {
    // Of a file that was left half way, rows may be missing, but none is counted twice.
    require(f.used + f.set_aside + f.rejected <= f.rows);
    if (r.bill) require(f.used + f.set_aside == f.rows);
  }
  if (!r.bill) return 0;
  // What was read comes back from CycloneDX as it was.
  const std::string text = cyclonedx_json(*r.bill);
  limits.parts += 1;
  const bill_reading again = read_bill_texts({{"bill", "again", text}}, {}, limits);
  if (!again.bill) {
    // Only bytes that are not UTF-8 may have changed on the way.
    for (const error& e : again.problems) require(e.code != errc::internal);
    return 0;
  }
  require(again.bill->part_count() == r.bill->part_count());
  require(again.bill->line_count() == r.bill->line_count());
  require(again.bill->offer_count() == r.bill->offer_count());
  require(again.bill->production_count() == r.bill->production_count());
  for (std::uint32_t i = 0; i < r.bill->production_count(); ++i) {
    const bill_production before = r.bill->production(i);
    const std::optional<part_id> same = again.bill->find_part(r.bill->part(before.part).id);
    if (!same) continue;  // its id was no UTF-8
    const std::optional<bill_production> after = again.bill->production_of(*same);
    require(after && after->us_technology_eccns == before.us_technology_eccns &&
            after->plant_eccns == before.plant_eccns &&
            after->contains_ic_of_such_plant == before.contains_ic_of_such_plant);
  }
  return 0;
}

}  // namespace tradewarden::fuzz

#endif  // TRADEWARDEN_TESTS_BILL_FUZZ_HPP
