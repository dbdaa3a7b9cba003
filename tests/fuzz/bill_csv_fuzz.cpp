// Any bytes as parts.csv, lines.csv, offers.csv, fx.csv and production.csv, one behind the other with a NUL between.
#include "bill_fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view rest(reinterpret_cast<const char*>(data), size);
  std::vector<tradewarden::bill_text> texts;
  for (const char* what : {"parts", "lines", "offers", "fx", "production"}) {
    const std::size_t end = rest.find('\0');
    texts.push_back({what, what, rest.substr(0, end)});
    if (end == std::string_view::npos) break;
    rest.remove_prefix(end + 1);
  }
  return tradewarden::fuzz::read_once(texts);
}
