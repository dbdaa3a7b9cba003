#include "support/utf8_text.hpp"

namespace tradewarden::utf8 {
namespace {

unsigned char at(std::string_view text, std::size_t i) noexcept {
  return static_cast<unsigned char>(text[i]);
}

}  // namespace

decoded decode_front(std::string_view text) noexcept {
  const unsigned char lead = at(text, 0);
  if (lead < 0x80) return {lead, 1, true};
  // The second byte's range shuts out overlong forms, surrogates and what lies above U+10FFFF.
  std::size_t length = 0;
  unsigned char low = 0x80;
  unsigned char high = 0xBF;
  char32_t code = 0;
  if (lead >= 0xC2 && lead <= 0xDF) {
    length = 2;
    code = lead & 0x1FU;
  } else if (lead >= 0xE0 && lead <= 0xEF) {
    length = 3;
    code = lead & 0x0FU;
    if (lead == 0xE0) low = 0xA0;
    if (lead == 0xED) high = 0x9F;
  } else if (lead >= 0xF0 && lead <= 0xF4) {
    length = 4;
    code = lead & 0x07U;
    if (lead == 0xF0) low = 0x90;
    if (lead == 0xF4) high = 0x8F;
  } else {
    return {k_replacement, 1, false};
  }
  for (std::size_t i = 1; i < length; ++i) {
    if (i >= text.size() || at(text, i) < low || at(text, i) > high) {
      return {k_replacement, i, false};
    }
    code = (code << 6) | (at(text, i) & 0x3FU);
    low = 0x80;
    high = 0xBF;
  }
  return {code, length, true};
}

bool is_valid(std::string_view text) noexcept {
  while (!text.empty()) {
    const decoded d = decode_front(text);
    if (!d.valid) return false;
    text.remove_prefix(d.bytes);
  }
  return true;
}

void append(std::string& out, char32_t code) {
  const auto put = [&](char32_t byte) {
    out += static_cast<char>(static_cast<unsigned char>(byte));
  };
  if (code < 0x80) {
    put(code);
  } else if (code < 0x800) {
    put(0xC0 | (code >> 6));
    put(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    put(0xE0 | (code >> 12));
    put(0x80 | ((code >> 6) & 0x3F));
    put(0x80 | (code & 0x3F));
  } else {
    put(0xF0 | (code >> 18));
    put(0x80 | ((code >> 12) & 0x3F));
    put(0x80 | ((code >> 6) & 0x3F));
    put(0x80 | (code & 0x3F));
  }
}

std::string repaired(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const decoded d = decode_front(text);
    if (d.valid) {
      out.append(text.substr(0, d.bytes));
    } else {
      append(out, k_replacement);
    }
    text.remove_prefix(d.bytes);
  }
  return out;
}

}  // namespace tradewarden::utf8
