#include "tradewarden/identifier.hpp"

#include <algorithm>

#include "support/ascii.hpp"
#include "support/identifier_words.hpp"
#include "support/utf8_text.hpp"
#include "tradewarden/country.hpp"

namespace tradewarden {
namespace {

struct look_alike {
  char32_t from;
  char to;
};
// Capital letters of Cyrillic and Greek that are printed as the Latin ones: keyboards mix them.
constexpr look_alike k_look_alikes[] = {
    {0x0391, 'A'}, {0x0392, 'B'}, {0x0395, 'E'}, {0x0396, 'Z'}, {0x0397, 'H'}, {0x0399, 'I'}, {0x039A, 'K'},
    {0x039C, 'M'}, {0x039D, 'N'}, {0x039F, 'O'}, {0x03A1, 'P'}, {0x03A4, 'T'}, {0x03A5, 'Y'}, {0x03A7, 'X'},
    {0x0405, 'S'}, {0x0406, 'I'}, {0x0408, 'J'}, {0x0410, 'A'}, {0x0412, 'B'}, {0x0415, 'E'}, {0x041A, 'K'},
    {0x041C, 'M'}, {0x041D, 'H'}, {0x041E, 'O'}, {0x0420, 'P'}, {0x0421, 'C'}, {0x0422, 'T'}, {0x0423, 'Y'},
    {0x0425, 'X'},
};

/// Upper case of the letters that numbers are written with; full-width signs and the digits of
/// Arabic and Persian as ASCII.
char32_t upper(char32_t c) {
  if (c >= 'a' && c <= 'z') return c - 0x20;
  if (c >= 0xFF01 && c <= 0xFF5E) return upper(c - 0xFEE0);
  if (c >= 0x0660 && c <= 0x0669) return c - 0x0660 + '0';
  if (c >= 0x06F0 && c <= 0x06F9) return c - 0x06F0 + '0';
  if (c >= 0x0430 && c <= 0x044F) return c - 0x20;
  if (c >= 0x0450 && c <= 0x045F) return c - 0x50;
  if (c >= 0x03B1 && c <= 0x03C9) return c == 0x03C2 ? 0x03A3 : c - 0x20;
  return c;
}

/// Blanks, dashes, number signs, marks above letters: not part of a number.
bool is_dropped(char32_t c) {
  if (c < 0x80) return !(c >= '0' && c <= '9') && !(c >= 'A' && c <= 'Z') && !(c >= 'a' && c <= 'z');
  return c <= 0xBF || c == 0xD7 || c == 0xF7 || (c >= 0x02B0 && c <= 0x036F) || c == 0x060C || c == 0x0640 ||
         (c >= 0x2000 && c <= 0x2BFF) || (c >= 0x3000 && c <= 0x303F) || (c >= 0xFE00 && c <= 0xFE6F) ||
         c == 0xFEFF || c == utf8::k_replacement;
}

/// Letters and digits alone, in upper case.
std::string squashed(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const utf8::decoded d = utf8::decode_front(text);
    text.remove_prefix(d.bytes);
    const char32_t c = upper(d.code);
    if (is_dropped(c)) continue;
    const auto* const alike = std::find_if(std::begin(k_look_alikes), std::end(k_look_alikes),
                                           [&](const look_alike& l) { return l.from == c; });
    utf8::append(out, alike != std::end(k_look_alikes) ? static_cast<char32_t>(alike->to) : c);
  }
  return out;
}

std::string without_blanks(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (!ascii::is_space(c)) out += c;
  }
  return out;
}

bool is_hex_address(std::string_view s) {
  if (s.size() != 42 || s[0] != '0' || ascii::lower(s[1]) != 'x') return false;
  return std::all_of(s.begin() + 2, s.end(), [](char c) {
    return ascii::is_digit(c) || (ascii::lower(c) >= 'a' && ascii::lower(c) <= 'f');
  });
}

/// Hexadecimal and Bech32 addresses mean the same in either case; Base58 ones do not.
std::string address_form(std::string_view text) {
  std::string out = without_blanks(text);
  const std::string lower = ascii::lower(out);
  std::string upper_case = out;
  for (char& c : upper_case) c = ascii::upper(c);
  const bool one_case = out == lower || out == upper_case;
  const bool bech32 = lower.starts_with("bc1") || lower.starts_with("ltc1") || lower.starts_with("tb1");
  return is_hex_address(out) || (bech32 && one_case) ? lower : out;
}

std::string website_form(std::string_view text) {
  std::string out = ascii::lower(without_blanks(text));
  for (bool more = true; more;) {
    more = false;
    for (const std::string_view front : {"https://", "http://", "www."}) {
      if (!out.starts_with(front)) continue;
      out.erase(0, front.size());
      more = true;
    }
  }
  while (out.ends_with('/')) out.pop_back();
  return out;
}

bool is_bic(std::string_view s) {
  if (s.size() != 8 && s.size() != 11) return false;
  for (std::size_t i = 0; i < s.size(); ++i) {
    if (!ascii::is_alpha(s[i]) && (i < 6 || !ascii::is_digit(s[i]))) return false;
  }
  const std::string_view country = s.substr(4, 2);
  return ascii::equal_ignoring_case(country_code(country), country);
}

/// What the form of a number says of its type.
identifier_type type_by_form(std::string_view text) {
  const std::string bare = without_blanks(text);
  if (bare.find('@') != std::string::npos) return identifier_type::email;
  for (const std::string_view front : {"http://", "https://", "www."}) {
    if (ascii::starts_with_ignoring_case(bare, front)) return identifier_type::website;
  }
  if (is_hex_address(bare)) return identifier_type::crypto;
  if (bare.size() >= 26 && check_identifier({identifier_type::crypto, bare}) == check_digits::good) {
    return identifier_type::crypto;
  }
  if (check_identifier({identifier_type::lei, bare}) == check_digits::good) return identifier_type::lei;
  if (is_bic(bare)) return identifier_type::bic;
  if (ascii::starts_with_ignoring_case(bare, "imo") && bare.size() == 10 && ascii::is_digit(bare[3])) {
    return identifier_type::imo;
  }
  return identifier_type::any;
}

}  // namespace

std::vector<identifier> read_identifier(std::string_view text, identifier_type said) {
  text = ascii::trim(text);
  std::vector<identifier> out;
  const auto prefix = support::find_typed_prefix(text);
  // A kind of number in front of nothing is a number itself ("PASS").
  if (prefix && prefix->bytes < text.size() && (said == identifier_type::any || said == prefix->type)) {
    out.push_back({prefix->type, std::string(text.substr(prefix->bytes))});
    said = prefix->type;
  }
  out.push_back({said, std::string(text)});
  if (said == identifier_type::any) out.back().type = type_by_form(out.back().value);
  return out;
}

std::string normalise_identifier(const identifier& id) {
  switch (id.type) {
    case identifier_type::crypto: return address_form(id.value);
    case identifier_type::email: return ascii::lower(without_blanks(id.value));
    case identifier_type::website: return website_form(id.value);
    case identifier_type::phone: {
      std::string digits = squashed(id.value);
      std::erase_if(digits, [](char c) { return !ascii::is_digit(c); });
      while (digits.starts_with("00")) digits.erase(0, 2);  // the other way to write '+'
      return digits;
    }
    default: break;
  }
  std::string out = squashed(id.value);
  if (out.size() > 3 && out.starts_with("IMO") && ascii::is_digit(out[3])) out.erase(0, 3);
  if (id.type == identifier_type::bic && out.size() == 11 && out.ends_with("XXX")) out.resize(8);
  return out;
}

std::string identifier_key(const identifier& id) {
  std::string out = squashed(normalise_identifier(id));
  if (id.type == identifier_type::bic && out.size() == 11) out.resize(8);  // the bank, not the branch
  out.erase(0, std::min(out.find_first_not_of('0'), out.size()));
  return out;
}

identifier_match compare_identifiers(const identifier& query, const identifier& listed) {
  const std::string key = identifier_key(listed);
  if (key.empty() || identifier_key(query) != key) return {};
  const bool same_type = query.type == listed.type || query.type == identifier_type::any;
  const std::string l = normalise_identifier(listed);
  const std::string q = normalise_identifier({listed.type, query.value});
  if (q == l) {
    if (same_type) return {identifier_grade::same, {}};
    return {identifier_grade::possible, "another_type"};
  }
  const std::string ql = ascii::lower(q);
  const std::string ll = ascii::lower(l);
  if (ql == ll) return {identifier_grade::possible, "upper_and_lower_case"};
  if (listed.type == identifier_type::bic) return {identifier_grade::possible, "branch"};
  return {identifier_grade::possible, same_type ? "leading_zeros" : "another_type"};
}

}  // namespace tradewarden
