// Any bytes as one file that is the whole bill: a flat export, or a JSON document.
#include "bill_fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  return tradewarden::fuzz::read_once({{"bill", "bill", text}});
}
