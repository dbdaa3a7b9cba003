// The country of an address that a list writes as one line.
//
// Example:
//   assert(lists::country_of_address("605 Trail Lake Drive, Richardson, TX, 75081") == "US");
//
// Threads: pure functions.
#ifndef TRADEWARDEN_LISTS_LIST_ADDRESS_HPP
#define TRADEWARDEN_LISTS_LIST_ADDRESS_HPP

#include <string_view>

#include "tradewarden/listed_party.hpp"

namespace tradewarden::lists {

/// True for the two-letter postal code of a state or territory of the USA, upper case.
[[nodiscard]] bool is_us_state(std::string_view code) noexcept;

/// True for "75081" and "37658-3615".
[[nodiscard]] bool is_us_postal_code(std::string_view code) noexcept;

/// alpha-2 of the country that the last part names, or US if the line ends with a state and a
/// postal code; empty if it does not say. A last part that may be a US state as well as a country
/// ("CA", "DE") says nothing, unless `always_country` (a list that always ends with the country).
[[nodiscard]] std::string_view country_of_address(std::string_view line,
                                                  bool always_country = false) noexcept;

/// The address of one row of parts, brought in order: a country code that stands in the state's
/// column, or a state in the country's, goes where it belongs, and a US state without a country
/// is in the US. Empty parts stay empty.
[[nodiscard]] party_address address_of_parts(std::string_view street, std::string_view city,
                                             std::string_view state, std::string_view postal_code,
                                             std::string_view country);

/// True if no part holds anything.
[[nodiscard]] bool is_empty(const party_address& address) noexcept;

/// Appends unless the same address (places in files aside) is there already.
bool add_address(std::vector<party_address>& to, party_address address);

}  // namespace tradewarden::lists

#endif  // TRADEWARDEN_LISTS_LIST_ADDRESS_HPP
