#include "support/visible_text.hpp"

#include <algorithm>
#include <iterator>

#include "support/utf8_text.hpp"

namespace tradewarden::support {
namespace {

struct span_of_codes {
  char32_t first;
  char32_t last;
};

// Unicode's Default_Ignorable_Code_Point and its controls, with the separators of lines and
// paragraphs and the marks of interlinear annotation. Blank letters of Hangul are among them.
constexpr span_of_codes k_unseen[] = {
    {0x0000, 0x001F}, {0x007F, 0x009F},   {0x00AD, 0x00AD},   {0x034F, 0x034F},   {0x061C, 0x061C},
    {0x115F, 0x1160}, {0x17B4, 0x17B5},   {0x180B, 0x180F},   {0x200B, 0x200F},   {0x2028, 0x202E},
    {0x2060, 0x206F}, {0x3164, 0x3164},   {0xFE00, 0xFE0F},   {0xFEFF, 0xFEFF},   {0xFFA0, 0xFFA0},
    {0xFFF0, 0xFFFB}, {0x1BCA0, 0x1BCA3}, {0x1D173, 0x1D17A}, {0xE0000, 0xE0FFF},
};

constexpr char32_t k_non_joiner = 0x200C;
constexpr char32_t k_joiner = 0x200D;

bool writes_with_joiners(char32_t code) noexcept { return code >= 0x0600 && code <= 0x0DFF; }

/// "<U+202E>"
void append_named(std::string& out, char32_t code) {
  constexpr std::string_view k_digits = "0123456789ABCDEF";
  out += "<U+";
  for (int shift = code > 0xFFFF ? 20 : 12; shift >= 0; shift -= 4) {
    // Five digits are enough for the planes in use; the sixth only where there is one.
    if (shift == 20 && code <= 0xFFFFF) continue;
    out += k_digits[(code >> shift) & 0xFU];
  }
  out += '>';
}

}  // namespace

bool is_unseen(char32_t code) noexcept {
  return std::any_of(std::begin(k_unseen), std::end(k_unseen), [&](const span_of_codes& s) {
    return code >= s.first && code <= s.last;
  });
}

std::string visible(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  char32_t before = 0;
  while (!text.empty()) {
    const utf8::decoded d = utf8::decode_front(text);
    text.remove_prefix(d.bytes);
    const bool blank = d.code == '\n' || d.code == '\r' || d.code == '\t';
    const bool joins = (d.code == k_non_joiner || d.code == k_joiner) &&
                       writes_with_joiners(before) && !text.empty() &&
                       writes_with_joiners(utf8::decode_front(text).code);
    if (is_unseen(d.code) && !blank && !joins) {
      append_named(out, d.code);
    } else {
      utf8::append(out, d.code);
    }
    before = d.code;
  }
  return out;
}

}  // namespace tradewarden::support
