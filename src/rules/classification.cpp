#include "tradewarden/classification.hpp"

#include <utility>

#include "rules/coverage.hpp"
#include "support/ascii.hpp"

namespace tradewarden {
namespace {

constexpr std::size_t k_most_letters = 64;
constexpr std::size_t k_entry = 5;  // "3A001"

error refused(std::string_view text) {
  error e;
  e.code = errc::bad_value;
  e.message = "not a classification: '" + std::string(text.substr(0, k_most_letters)) +
              "'; write an ECCN such as 3A001.b.2, EAR99, ITAR:XI, or ? if it is unknown";
  return e;
}

bool is_entry(std::string_view s) {
  return s.size() >= k_entry && ascii::is_digit(s[0]) && s[1] >= 'A' && s[1] <= 'E' &&
         ascii::is_digit(s[2]) && ascii::is_digit(s[3]) && ascii::is_digit(s[4]);
}

/// Categories of the United States Munitions List are Roman numbers, perhaps with a paragraph.
bool is_usml(std::string_view s) {
  std::size_t roman = 0;
  while (roman < s.size() && (s[roman] == 'I' || s[roman] == 'V' || s[roman] == 'X')) ++roman;
  if (roman == 0) return false;
  for (const char c : s.substr(roman)) {
    if (!ascii::is_alpha(c) && !ascii::is_digit(c) && c != '(' && c != ')' && c != '.') return false;
  }
  return true;
}

}  // namespace

std::string_view to_string(classification_kind k) noexcept {
  switch (k) {
    case classification_kind::ear99: return "EAR99";
    case classification_kind::eccn: return "ECCN";
    case classification_kind::itar: return "ITAR";
    case classification_kind::unknown: break;
  }
  return "?";
}

result<classification> classification::parse(std::string_view given) {
  const std::string_view text = ascii::trim(given);
  classification c;
  if (text.empty() || text == "?") return c;
  if (text.size() > k_most_letters) return refused(text);
  std::string upper(text);
  for (char& letter : upper) letter = ascii::upper(letter);
  if (upper == "EAR99") {
    c.kind_ = classification_kind::ear99;
    return c;
  }
  if (upper == "ITAR" || upper.starts_with("ITAR:")) {
    c.kind_ = classification_kind::itar;
    const std::string category(ascii::trim(std::string_view(upper).substr(4)).substr(
        upper.size() > 4 ? 1 : 0));
    c.text_ = std::string(ascii::trim(category));
    if (upper.size() > 4 && !is_usml(c.text_)) return refused(text);
    return c;
  }
  if (!is_entry(upper)) return refused(text);
  std::string paragraph;
  if (upper.size() > k_entry) {
    if (upper[k_entry] != '.') return refused(text);
    paragraph = ascii::lower(std::string_view(upper).substr(k_entry + 1));
    if (!rules::is_paragraph(paragraph)) return refused(text);
  }
  c.kind_ = classification_kind::eccn;
  c.text_ = upper.substr(0, k_entry);
  if (!paragraph.empty()) c.text_ += '.' + paragraph;
  return c;
}

std::string_view classification::entry() const noexcept {
  return is_eccn() ? std::string_view(text_).substr(0, k_entry) : std::string_view(text_);
}

std::string_view classification::paragraph() const noexcept {
  if (!is_eccn() || text_.size() <= k_entry) return {};
  return std::string_view(text_).substr(k_entry + 1);
}

char classification::category() const noexcept { return is_eccn() ? text_[0] : '\0'; }

char classification::product_group() const noexcept { return is_eccn() ? text_[1] : '\0'; }

std::string classification::to_string() const {
  switch (kind_) {
    case classification_kind::ear99: return "EAR99";
    case classification_kind::eccn: return text_;
    case classification_kind::itar: return text_.empty() ? "ITAR" : "ITAR:" + text_;
    case classification_kind::unknown: break;
  }
  return "?";
}

}  // namespace tradewarden
