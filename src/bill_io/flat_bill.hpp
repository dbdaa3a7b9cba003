// A flat bill as design tools, distributors and ERP systems export it: one level, one row per part.
//
// Example:
//   read_flat_bill(file, {.product_name = "Board", .product_currency = "USD"}, to);
//
// Threads: one thread per sink.
#ifndef TRADEWARDEN_BILL_IO_FLAT_BILL_HPP
#define TRADEWARDEN_BILL_IO_FLAT_BILL_HPP

#include <optional>
#include <string_view>

#include "bill_io/sink.hpp"
#include "lists/input_file.hpp"

namespace tradewarden::bill_io {

/// What a column of a flat bill means. The aliases of each are in docs/origin.md.
enum class flat_field : std::uint8_t {
  reference,
  quantity,
  part_number,
  manufacturer,
  supplier,
  supplier_part,
  description,
  value,
  unit_price,
  total_price,
  currency,
  origin,
  us_origin,
  eccn,
  hs,
  unit,
  not_placed,
  supplier_country,
  price_unit,
};
inline constexpr std::size_t k_flat_fields = 19;

/// By its title, in any spelling of blanks, case and punctuation; nothing if it is not known.
[[nodiscard]] std::optional<flat_field> flat_field_of(std::string_view title);

void read_flat_bill(const lists::input_file& file, const bill_sources& product, sink& out);

}  // namespace tradewarden::bill_io

#endif  // TRADEWARDEN_BILL_IO_FLAT_BILL_HPP
