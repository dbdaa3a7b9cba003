// Codes of currencies (ISO 4217), those in use and those withdrawn.
//
// Example:
//   support::find_currency("EUR")->withdrawn.empty();   // true: in use
//   support::find_currency("DEM")->withdrawn;           // "2002-03"
//   support::find_currency("UDS");                      // nullptr
//
// A withdrawn code is a good code: bills are old, and so are questions about them.
//
// Threads: reads a constant table.
#ifndef TRADEWARDEN_SUPPORT_CURRENCY_HPP
#define TRADEWARDEN_SUPPORT_CURRENCY_HPP

#include <string>
#include <string_view>

namespace tradewarden::support {

struct currency_code {
  std::string_view code;
  std::string_view withdrawn;  ///< Month or year; empty while it is in use.
};

/// By its three capital letters; nullptr if there is none.
[[nodiscard]] const currency_code* find_currency(std::string_view code) noexcept;

/// "'UDS' is no currency of ISO 4217; is USD meant?"
[[nodiscard]] std::string no_currency_words(std::string_view text);

}  // namespace tradewarden::support

#endif  // TRADEWARDEN_SUPPORT_CURRENCY_HPP
