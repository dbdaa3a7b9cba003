#include "lists/entities.hpp"

#include <charconv>
#include <cstdint>

#include "support/utf8_text.hpp"

namespace tradewarden::lists {
namespace {

struct entity {
  std::string_view name;
  char32_t code;
};
// XML 1.0, section 4.6; the blank that does not break becomes a plain one, as in every name.
constexpr entity k_entities[] = {{"amp", U'&'},  {"lt", U'<'},    {"gt", U'>'},
                                 {"quot", U'"'}, {"apos", U'\''}, {"nbsp", U' '}};

/// "&#x10FFFF;" is the longest; leading zeros are not known to occur.
constexpr std::size_t k_longest = 10;

struct found {
  char32_t code = 0;
  std::size_t bytes = 0;
};

/// The character of "#39" or "#x27"; 0 if it is none that a text may hold.
char32_t numbered(std::string_view digits) noexcept {
  digits.remove_prefix(1);
  const bool hex = !digits.empty() && (digits.front() == 'x' || digits.front() == 'X');
  if (hex) digits.remove_prefix(1);
  std::uint32_t code = 0;
  const char* const end = digits.data() + digits.size();
  const auto [stop, e] = std::from_chars(digits.data(), end, code, hex ? 16 : 10);
  if (e != std::errc{} || stop != end) return 0;
  const bool control = (code < 0x20 && code != '\t' && code != '\n' && code != '\r') ||
                       (code >= 0x7F && code < 0xA0);
  const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
  return control || surrogate || code > 0x10FFFF ? 0 : static_cast<char32_t>(code);
}

found front(std::string_view s) noexcept {
  if (s.size() < 3 || s.front() != '&') return {};
  const std::size_t semicolon = s.substr(0, k_longest).find(';');
  if (semicolon == std::string_view::npos || semicolon < 2) return {};
  const std::string_view name = s.substr(1, semicolon - 1);
  if (name.front() == '#') {
    const char32_t code = numbered(name);
    return code == 0 ? found{} : found{code, semicolon + 1};
  }
  for (const entity& known : k_entities) {
    if (known.name == name) return {known.code, semicolon + 1};
  }
  return {};
}

}  // namespace

std::size_t entity_length(std::string_view s) noexcept { return front(s).bytes; }

bool closes_entity(std::string_view s, std::size_t i) noexcept {
  const std::size_t amp = s.substr(0, i).rfind('&');
  return amp != std::string_view::npos && entity_length(s.substr(amp)) == i - amp + 1;
}

std::string decode_entities(std::string_view s) {
  std::string out;
  out.reserve(s.size());
  for (std::size_t i = 0; i < s.size();) {
    const std::size_t amp = s.find('&', i);
    if (amp == std::string_view::npos) {
      out += s.substr(i);
      break;
    }
    out += s.substr(i, amp - i);
    const found e = front(s.substr(amp));
    if (e.bytes == 0) {
      out += '&';
      i = amp + 1;
      continue;
    }
    utf8::append(out, e.code);
    i = amp + e.bytes;
  }
  return out;
}

}  // namespace tradewarden::lists
