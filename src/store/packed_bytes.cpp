#include "store/packed_bytes.hpp"

#include <zlib.h>

#include <new>

namespace tradewarden::store {

std::string pack(std::string_view bytes) {
  // A daily list of 20 MB must not take longer to pack than to read.
  constexpr int k_level = 3;
  uLongf size = compressBound(static_cast<uLong>(bytes.size()));
  std::string out(size, '\0');
  const int code = compress2(reinterpret_cast<Bytef*>(out.data()), &size,
                             reinterpret_cast<const Bytef*>(bytes.data()),
                             static_cast<uLong>(bytes.size()), k_level);
  if (code != Z_OK) throw std::bad_alloc();
  out.resize(size);
  return out;
}

std::optional<std::string> unpack(std::string_view packed, std::uint64_t size) {
  // zlib makes at most about 1,032 bytes of one: a larger claim is none of ours.
  if (size / 1100 > packed.size() + 1) return std::nullopt;
  std::string out(static_cast<std::size_t>(size) + 1, '\0');
  uLongf got = out.size();
  const int code = uncompress(reinterpret_cast<Bytef*>(out.data()), &got,
                              reinterpret_cast<const Bytef*>(packed.data()),
                              static_cast<uLong>(packed.size()));
  if (code != Z_OK || got != size) return std::nullopt;
  out.resize(static_cast<std::size_t>(size));
  return out;
}

}  // namespace tradewarden::store
