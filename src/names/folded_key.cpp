#include "names/folded_key.hpp"

#include "names/fold.hpp"

namespace tradewarden::names {

std::string folded_key(std::string_view name) {
  std::string out;
  for (const std::string& token : fold(name)) {
    if (!out.empty()) out += ' ';
    out += token;
  }
  return out;
}

}  // namespace tradewarden::names
