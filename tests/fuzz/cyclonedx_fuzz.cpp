// Any bytes as CycloneDX: what follows the head is the fuzzer's.
#include <string>

#include "bill_fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const std::string headed = text.starts_with("{")
                                 ? std::string(text)
                                 : "{\"bomFormat\": \"CycloneDX\", \"specVersion\": \"1.6\", " +
                                       std::string(text);
  return tradewarden::fuzz::read_once({{"bill", "bill", headed}});
}
