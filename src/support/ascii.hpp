// Small helpers for ASCII text; locale-free, so the same on every machine.
#ifndef TRADEWARDEN_SUPPORT_ASCII_HPP
#define TRADEWARDEN_SUPPORT_ASCII_HPP

#include <string>
#include <string_view>
#include <vector>

namespace tradewarden::ascii {

[[nodiscard]] constexpr char lower(char c) noexcept {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}
[[nodiscard]] constexpr char upper(char c) noexcept {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}
[[nodiscard]] constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }
[[nodiscard]] constexpr bool is_alpha(char c) noexcept {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
[[nodiscard]] constexpr bool is_space(char c) noexcept {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\v' || c == '\f';
}

[[nodiscard]] inline std::string lower(std::string_view s) {
  std::string out(s);
  for (char& c : out) c = lower(c);
  return out;
}
[[nodiscard]] inline bool equal_ignoring_case(std::string_view a, std::string_view b) noexcept {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (lower(a[i]) != lower(b[i])) return false;
  }
  return true;
}
[[nodiscard]] inline bool starts_with_ignoring_case(std::string_view s,
                                                    std::string_view prefix) noexcept {
  return s.size() >= prefix.size() && equal_ignoring_case(s.substr(0, prefix.size()), prefix);
}
/// Without blanks at either end.
[[nodiscard]] constexpr std::string_view trim(std::string_view s) noexcept {
  while (!s.empty() && is_space(s.front())) s.remove_prefix(1);
  while (!s.empty() && is_space(s.back())) s.remove_suffix(1);
  return s;
}
/// Pieces between occurrences of `separator`, each trimmed; empty pieces are left out.
[[nodiscard]] inline std::vector<std::string_view> split(std::string_view s,
                                                         std::string_view separator) {
  std::vector<std::string_view> out;
  std::size_t at = 0;
  while (at <= s.size()) {
    std::size_t end = s.find(separator, at);
    if (end == std::string_view::npos) end = s.size();
    if (const std::string_view piece = trim(s.substr(at, end - at)); !piece.empty()) {
      out.push_back(piece);
    }
    at = end + separator.size();
  }
  return out;
}

/// The texts with `separator` between them; none before the first that is not empty.
[[nodiscard]] inline std::string join(const std::vector<std::string>& parts,
                                      std::string_view separator) {
  std::string out;
  for (const std::string& part : parts) {
    if (!out.empty()) out += separator;
    out += part;
  }
  return out;
}

}  // namespace tradewarden::ascii

#endif  // TRADEWARDEN_SUPPORT_ASCII_HPP
