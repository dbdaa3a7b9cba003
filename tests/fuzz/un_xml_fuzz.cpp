// Any bytes at all: read_un_xml returns a list or an error, and its counts always reconcile.
#include <cstddef>
#include <cstdint>

#include "fuzz/list_reader_fuzz.hpp"
#include "lists/un_xml.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  return tradewarden::fuzz::read_once(data, size, tradewarden::lists::read_un_xml,
                                      tradewarden::lists::looks_like_un_xml);
}
