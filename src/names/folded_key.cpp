#include "names/folded_key.hpp"

#include "names/fold.hpp"

namespace tradewarden::names {

std::string folded_key(std::string_view name) {
  std::string out;
  for (const folded_token& token : fold(name)) {
    if (!out.empty()) out += ' ';
    out += token.text;
    if (token.repaired) out += '~';
  }
  return out;
}

}  // namespace tradewarden::names
