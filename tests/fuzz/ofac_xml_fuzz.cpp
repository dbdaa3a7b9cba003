// Any bytes at all: read_ofac_xml returns a list or an error, and its counts always reconcile.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "fuzz/list_reader_fuzz.hpp"
#include "lists/ofac_xml.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  return tradewarden::fuzz::read_once(
      data, size, tradewarden::lists::read_ofac_xml,
      [](std::string_view bytes) { return tradewarden::lists::looks_like_ofac_xml("", bytes); });
}
