// A ZIP archive of files, written by hand: stored, or deflated by zlib.
#ifndef TRADEWARDEN_TESTS_ZIP_OF_HPP
#define TRADEWARDEN_TESTS_ZIP_OF_HPP

#include <zlib.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tradewarden::tests {

inline std::string zip_of(const std::vector<std::pair<std::string, std::string>>& files, bool deflated = false) {
  const auto number = [](std::uint64_t n, int width) {
    std::string out;
    for (int i = 0; i < width; ++i) out += static_cast<char>(n >> (8 * i) & 255U);
    return out;
  };
  std::string out;
  std::string directory;
  for (const auto& [name, bytes] : files) {
    std::string packed = bytes;
    if (deflated) {
      z_stream z{};
      deflateInit2(&z, 9, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
      packed.resize(deflateBound(&z, static_cast<uLong>(bytes.size())));
      z.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
      z.avail_in = static_cast<uInt>(bytes.size());
      z.next_out = reinterpret_cast<Bytef*>(packed.data());
      z.avail_out = static_cast<uInt>(packed.size());
      deflate(&z, Z_FINISH);
      packed.resize(z.total_out);
      deflateEnd(&z);
    }
    const auto crc = crc32(0, reinterpret_cast<const Bytef*>(bytes.data()), static_cast<uInt>(bytes.size()));
    const std::string common = number(20, 2) + number(0, 2) + number(deflated ? 8 : 0, 2) + number(0, 4) + number(crc, 4) +
                               number(packed.size(), 4) + number(bytes.size(), 4) + number(name.size(), 2) + number(0, 2);
    directory += "PK\x01\x02" + number(20, 2) + common + number(0, 2) + number(0, 2) + number(0, 2) + number(0, 4) +
                 number(out.size(), 4) + name;
    out += "PK\x03\x04" + common + name + packed;
  }
  const std::size_t at = out.size();
  out += directory;
  out += "PK\x05\x06" + number(0, 2) + number(0, 2) + number(files.size(), 2) + number(files.size(), 2) +
         number(directory.size(), 4) + number(at, 4) + number(0, 2);
  return out;
}

}  // namespace tradewarden::tests

#endif  // TRADEWARDEN_TESTS_ZIP_OF_HPP
