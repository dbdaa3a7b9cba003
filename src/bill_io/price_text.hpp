// Prices and quantities as people and programs write them: "$1,250.00", "0,35 EUR", "1.5".
//
// Example:
//   auto p = read_price("\xE2\x82\xAC 0,35");
//   p->number == "0.35" && p->currency == "EUR"
//
// What can be read in two ways ("1,234") is an error, never a guess.
//
// Threads: pure functions.
#ifndef TRADEWARDEN_BILL_IO_PRICE_TEXT_HPP
#define TRADEWARDEN_BILL_IO_PRICE_TEXT_HPP

#include <string>
#include <string_view>

#include "tradewarden/result.hpp"

namespace tradewarden::bill_io {

struct price_text {
  std::string number;    ///< As decimal::parse() takes it; empty if the text is.
  std::string currency;  ///< ISO 4217, or empty if the text names none.
};

/// Error bad_value, with what to write instead.
[[nodiscard]] result<price_text> read_price(std::string_view text);

/// The same, and "lo..hi" of two prices; `number` is then a range. Two currencies are an error.
[[nodiscard]] result<price_text> read_price_range(std::string_view text);

/// `total` / `quantity` as a decimal, or as the range "lo..hi" of 9 places that holds it; empty if
/// one is no plain decimal or the quantity is zero.
[[nodiscard]] std::string unit_price(std::string_view total, std::string_view quantity);

}  // namespace tradewarden::bill_io

#endif  // TRADEWARDEN_BILL_IO_PRICE_TEXT_HPP
