#include "names/folded_key.hpp"

#include "support/ascii.hpp"

namespace tradewarden::names {

std::string folded_key(std::string_view name) {
  std::string out;
  bool gap = false;
  for (const char c : name) {
    if (ascii::is_alpha(c) || ascii::is_digit(c) || static_cast<unsigned char>(c) >= 0x80) {
      if (gap && !out.empty()) out += ' ';
      gap = false;
      out += ascii::lower(c);
    } else {
      gap = true;
    }
  }
  return out;
}

}  // namespace tradewarden::names
