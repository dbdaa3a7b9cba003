// The joined values of the Consolidated Screening List's CSV file.
#include <cstddef>

#include "lists/csl_record.hpp"
#include "lists/entities.hpp"
#include "lists/list_address.hpp"
#include "lists/list_text.hpp"
#include "support/ascii.hpp"

namespace tradewarden::lists {
namespace {

bool is_country(std::string_view s) {
  return s.size() == 2 && s[0] >= 'A' && s[0] <= 'Z' && s[1] >= 'A' && s[1] <= 'Z';
}

/// "01 Sep 2014", "Sep 2014", "2014", "2014-09-01".
bool looks_like_date(std::string_view s) {
  const auto four_digits = [](std::string_view y) {
    return y.size() == 4 && ascii::is_digit(y[0]) && ascii::is_digit(y[1]) &&
           ascii::is_digit(y[2]) && ascii::is_digit(y[3]);
  };
  if (s.size() == 10 && s[4] == '-' && s[7] == '-') return four_digits(s.substr(0, 4));
  if (s.size() == 11 && s[2] == ' ' && s[6] == ' ') {
    return ascii::is_digit(s[0]) && ascii::is_alpha(s[3]) && four_digits(s.substr(7));
  }
  if (s.size() == 8 && s[3] == ' ') return ascii::is_alpha(s[0]) && four_digits(s.substr(4));
  return four_digits(s) && s >= "1900" && s <= "2199";
}

}  // namespace

std::vector<std::string> split_values(std::string_view field, bool strict) {
  std::vector<std::string> out;
  std::size_t start = 0;
  for (std::size_t i = 0; i <= field.size(); ++i) {
    const bool end = i == field.size();
    if (!end) {
      if (field[i] != ';') continue;
      if (closes_entity(field, i)) continue;
      if (strict && i + 1 < field.size() && !ascii::is_space(field[i + 1])) continue;
    }
    const std::string_view piece = ascii::trim(field.substr(start, i - start));
    if (!piece.empty()) out.push_back(decode_entities(piece));
    start = i + 1;
  }
  return out;
}

std::vector<csl_identifier> split_identifiers(std::string_view field) {
  std::vector<csl_identifier> out;
  for (const std::string& piece : split_values(field, true)) {
    const std::vector<std::string_view> parts = ascii::split(piece, ", ");
    if (parts.empty()) continue;
    if (parts.size() == 1) {
      // No comma: the value before it held a semicolon.
      if (!out.empty()) append_text(out.back().number, piece);
      continue;
    }
    csl_identifier id;
    id.type = parts.front();
    if (id.type.ends_with(",")) id.type.pop_back();
    std::size_t last = parts.size() - 1;
    // From the end: expiry, issue, country. What is left between is the number.
    if (last >= 3 && looks_like_date(parts[last]) && looks_like_date(parts[last - 1])) {
      id.issued = parts[last - 1];
      id.expires = parts[last];
      last -= 2;
    } else if (last >= 2 && looks_like_date(parts[last])) {
      // One date alone may be the day of issue or of expiry.
      id.date = parts[last--];
    }
    if (last >= 2 && is_country(parts[last])) id.country = parts[last--];
    for (std::size_t i = 1; i <= last; ++i) {
      if (i > 1) id.number += ", ";
      id.number += parts[i];
    }
    out.push_back(std::move(id));
  }
  return out;
}

std::vector<party_address> split_addresses(std::string_view field) {
  std::vector<party_address> out;
  for (const std::string& piece : split_values(field, true)) {
    party_address a;
    a.text = collapse_blanks(piece);
    if (a.text.starts_with("and ")) a.text.erase(0, 4);
    while (a.text.ends_with(',') || a.text.ends_with(' ')) a.text.pop_back();
    if (a.text.empty()) continue;
    a.country = country_of_address(a.text, true);
    out.push_back(std::move(a));
  }
  return out;
}

}  // namespace tradewarden::lists
