// Check digits of numbers, and the forms that give a number's type away.
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "support/ascii.hpp"
#include "support/identifier_words.hpp"
#include "tradewarden/digest.hpp"
#include "tradewarden/identifier.hpp"

namespace tradewarden {
namespace {

bool all_digits(std::string_view s) {
  for (const char c : s) {
    if (!ascii::is_digit(c)) return false;
  }
  return !s.empty();
}

/// IMO resolution A.1117(30): the digits but the last, times 7 to 2; the sum ends in the last.
bool imo_holds(std::string_view s) {
  int sum = 0;
  for (int i = 0; i < 6; ++i) sum += (s[static_cast<std::size_t>(i)] - '0') * (7 - i);
  return sum % 10 == s[6] - '0';
}

/// ISO 7064 MOD 97-10 over digits and letters (a is 10), as ISO 17442 has it.
bool lei_holds(std::string_view s) {
  int rest = 0;
  for (const char c : s) {
    const int value = ascii::is_digit(c) ? c - '0' : ascii::upper(c) - 'A' + 10;
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest == 1;
}

constexpr std::string_view k_base58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

/// Base58Check: a version of one or two bytes, 20 bytes of hash, 4 bytes of checksum.
check_digits base58_holds(std::string_view s) {
  if (s.size() > 40) return check_digits::absent;  // 26 bytes are 36 signs at most
  std::vector<std::uint8_t> bytes;
  for (const char c : s) {
    const std::size_t digit = k_base58.find(c);
    if (digit == std::string_view::npos) return check_digits::absent;
    auto carry = static_cast<std::uint32_t>(digit);
    for (std::uint8_t& b : bytes) {
      carry += b * 58U;
      b = static_cast<std::uint8_t>(carry & 0xFFU);
      carry >>= 8U;
    }
    if (carry != 0) bytes.push_back(static_cast<std::uint8_t>(carry));
  }
  for (std::size_t i = 0; i < s.size() && s[i] == '1'; ++i) bytes.push_back(0);
  if (bytes.size() != 25 && bytes.size() != 26) return check_digits::absent;
  const std::string payload(bytes.rbegin(), bytes.rend() - 4);
  const digest once = sha256(payload);
  const digest twice = sha256({reinterpret_cast<const char*>(once.bytes.data()), once.bytes.size()});
  for (std::size_t i = 0; i < 4; ++i) {
    if (twice.bytes[i] != bytes[3 - i]) return check_digits::bad;
  }
  return check_digits::good;
}

/// Bech32 and Bech32m (BIP 173, BIP 350), for the prefixes of the currencies that use them.
check_digits bech32_holds(std::string_view s) {
  const std::string lower = ascii::lower(s);
  const std::size_t mark = lower.rfind('1');
  if (mark == std::string::npos || s.size() < mark + 7 || s.size() > 90) return check_digits::absent;
  const std::string_view prefix = std::string_view(lower).substr(0, mark);
  if (prefix != "bc" && prefix != "ltc" && prefix != "tb") return check_digits::absent;
  std::string upper(s);
  for (char& c : upper) c = ascii::upper(c);
  if (s != lower && s != upper) return check_digits::bad;
  constexpr std::string_view k_charset = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
  constexpr std::array<std::uint32_t, 5> k_generator = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd,
                                                        0x2a1462b3};
  std::uint32_t sum = 1;
  const auto add = [&](std::uint32_t value) {
    const std::uint32_t top = sum >> 25U;
    sum = (sum & 0x1ffffffU) << 5U ^ value;
    for (std::size_t i = 0; i < k_generator.size(); ++i) {
      if ((top >> i & 1U) != 0) sum ^= k_generator[i];
    }
  };
  for (const char c : prefix) add(static_cast<std::uint32_t>(c) >> 5U);
  add(0);
  for (const char c : prefix) add(static_cast<std::uint32_t>(c) & 31U);
  for (const char c : std::string_view(lower).substr(mark + 1)) {
    const std::size_t value = k_charset.find(c);
    if (value == std::string_view::npos) return check_digits::bad;
    add(static_cast<std::uint32_t>(value));
  }
  return sum == 1 || sum == 0x2bc830a3 ? check_digits::good : check_digits::bad;
}

/// The weighted sum of an INN's digits before `at`, modulo 11 and 10, is the digit there.
template <std::size_t N>
bool inn_holds_at(std::string_view s, const int (&weights)[N]) {
  int sum = 0;
  for (std::size_t i = 0; i < N; ++i) sum += (s[i] - '0') * weights[i];
  return sum % 11 % 10 == s[N] - '0';
}

/// Ten digits for a company, twelve for a person (the tax service's order MMV-7-6/435, annex).
bool inn_holds(std::string_view s) {
  constexpr int k_ten[] = {2, 4, 10, 3, 5, 9, 4, 6, 8};
  constexpr int k_eleventh[] = {7, 2, 4, 10, 3, 5, 9, 4, 6, 8};
  constexpr int k_twelfth[] = {3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8};
  if (s.size() == 10) return inn_holds_at(s, k_ten);
  return s.size() == 12 && inn_holds_at(s, k_eleventh) && inn_holds_at(s, k_twelfth);
}

/// All but the last digit, modulo 11 (a company's 13) or 13 (a sole trader's 15), modulo 10.
bool ogrn_holds(std::string_view s) {
  if (s.size() != 13 && s.size() != 15) return false;
  const std::uint64_t modulus = s.size() == 13 ? 11 : 13;
  std::uint64_t rest = 0;
  for (const char c : s.substr(0, s.size() - 1)) {
    rest = (rest * 10 + static_cast<std::uint64_t>(c - '0')) % modulus;
  }
  return rest % 10 == static_cast<std::uint64_t>(s.back() - '0');
}

}  // namespace

check_digits support::check_named_number(std::string_view words, std::string_view number) {
  const bool inn = words == "inn";
  if (!inn && words != "ogrn" && words != "ogrnip") return check_digits::absent;
  const std::string text = normalise_identifier({identifier_type::tax, std::string(number)});
  const bool holds = all_digits(text) && (inn ? inn_holds(text) : ogrn_holds(text));
  return holds ? check_digits::good : check_digits::bad;
}

check_digits check_identifier(const identifier& id) {
  const std::string text = normalise_identifier(id);
  const auto told = [](bool holds) { return holds ? check_digits::good : check_digits::bad; };
  switch (id.type) {
    case identifier_type::imo:
      return told(text.size() == 7 && all_digits(text) && imo_holds(text));
    case identifier_type::lei:
      for (const char c : text) {
        if (!ascii::is_digit(c) && !ascii::is_alpha(c)) return check_digits::bad;
      }
      return told(text.size() == 20 && lei_holds(text));
    case identifier_type::crypto: {
      if (const check_digits bech32 = bech32_holds(text); bech32 != check_digits::absent) return bech32;
      return base58_holds(text);
    }
    default: return check_digits::absent;
  }
}

}  // namespace tradewarden
