#include "lists/list_address.hpp"

#include <algorithm>
#include <array>

#include "lists/list_text.hpp"
#include "support/ascii.hpp"
#include "tradewarden/country.hpp"

namespace tradewarden::lists {
namespace {

constexpr std::array<std::string_view, 56> k_us_states = {
    "AK", "AL", "AR", "AS", "AZ", "CA", "CO", "CT", "DC", "DE", "FL", "GA", "GU", "HI",
    "IA", "ID", "IL", "IN", "KS", "KY", "LA", "MA", "MD", "ME", "MI", "MN", "MO", "MP",
    "MS", "MT", "NC", "ND", "NE", "NH", "NJ", "NM", "NV", "NY", "OH", "OK", "OR", "PA",
    "PR", "RI", "SC", "SD", "TN", "TX", "UT", "VA", "VI", "VT", "WA", "WI", "WV", "WY"};

/// The last part between commas that holds anything; `line` loses it.
std::string_view take_last_part(std::string_view& line) {
  for (;;) {
    const std::size_t comma = line.rfind(',');
    const std::string_view part =
        ascii::trim(comma == std::string_view::npos ? line : line.substr(comma + 1));
    const bool last = comma == std::string_view::npos;
    line = last ? std::string_view{} : line.substr(0, comma);
    if (!part.empty() || last) return part;
  }
}

bool two_upper_letters(std::string_view s) {
  return s.size() == 2 && s[0] >= 'A' && s[0] <= 'Z' && s[1] >= 'A' && s[1] <= 'Z';
}

}  // namespace

bool is_us_state(std::string_view code) noexcept {
  return std::binary_search(k_us_states.begin(), k_us_states.end(), code);
}

bool is_us_postal_code(std::string_view code) noexcept {
  if (code.size() != 5 && code.size() != 10) return false;
  for (std::size_t i = 0; i < code.size(); ++i) {
    if (i == 5 ? code[i] != '-' : !ascii::is_digit(code[i])) return false;
  }
  return true;
}

std::string_view country_of_address(std::string_view line, bool always_country) noexcept {
  const std::string_view last = take_last_part(line);
  if (last.empty()) return {};
  if (two_upper_letters(last)) {
    if (always_country || !is_us_state(last)) return country_code(last);
    // "Pharr, TX" can only be the state.
    return country_code(last).empty() ? std::string_view{"US"} : std::string_view{};
  }
  if (is_us_postal_code(last)) return is_us_state(take_last_part(line)) ? "US" : "";
  if (const std::size_t blank = last.rfind(' '); blank != std::string_view::npos &&
                                                 is_us_postal_code(last.substr(blank + 1)) &&
                                                 is_us_state(ascii::trim(last.substr(0, blank)))) {
    return "US";
  }
  return country_code(last);
}

party_address address_of_parts(std::string_view street, std::string_view city,
                               std::string_view state, std::string_view postal_code,
                               std::string_view country) {
  party_address out;
  out.street = collapse_blanks(street);
  out.city = collapse_blanks(city);
  out.state = collapse_blanks(state);
  out.postal_code = collapse_blanks(postal_code);
  const std::string listed = collapse_blanks(country);
  out.country = country_code(listed);
  if (!listed.empty() && out.country.empty()) {
    if (out.state.empty()) {
      out.state = listed;
    } else {
      out.text = listed;  // Not understood, and kept.
    }
  }
  if (listed.empty() || out.country.empty()) {
    if (is_us_state(out.state)) {
      out.country = "US";
    } else if (two_upper_letters(out.state) && !country_code(out.state).empty()) {
      out.country = country_code(out.state);
      out.state.clear();
    }
  }
  return out;
}

bool is_empty(const party_address& a) noexcept {
  return a.street.empty() && a.city.empty() && a.state.empty() && a.postal_code.empty() &&
         a.country.empty() && a.text.empty();
}

bool add_address(std::vector<party_address>& to, party_address address) {
  for (const party_address& known : to) {
    if (known.street == address.street && known.city == address.city &&
        known.state == address.state && known.postal_code == address.postal_code &&
        known.country == address.country && known.text == address.text) {
      return false;
    }
  }
  to.push_back(std::move(address));
  return true;
}

}  // namespace tradewarden::lists
