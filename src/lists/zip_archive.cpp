#include "lists/zip_archive.hpp"

#include <zlib.h>

#include <algorithm>
#include <utility>

namespace tradewarden::lists {
namespace {

// A sheet of text packs to a tenth or so; what packs a hundred times is made to fill the memory.
constexpr std::uint64_t k_most_packing = 100;
constexpr std::uint64_t k_small_member = 16U << 20U;
constexpr std::size_t k_end_bytes = 22;
constexpr std::size_t k_entry_bytes = 46;
constexpr std::size_t k_local_bytes = 30;
constexpr std::size_t k_most_members = 10'000;
constexpr std::uint16_t k_encrypted = 1;
constexpr std::size_t k_piece = std::size_t{1} << 16;

/// Little-endian.
std::uint32_t number(std::string_view bytes, std::size_t at, std::size_t width) {
  std::uint32_t out = 0;
  for (std::size_t i = width; i-- > 0;) out = out << 8U | static_cast<unsigned char>(bytes[at + i]);
  return out;
}
std::uint16_t half(std::string_view bytes, std::size_t at) { return static_cast<std::uint16_t>(number(bytes, at, 2)); }
std::uint32_t whole(std::string_view bytes, std::size_t at) { return number(bytes, at, 4); }

/// Raw deflate; false if it is damaged or gives more than `most` bytes.
bool inflate_raw(std::string_view packed, std::size_t most, std::string& out) {
  z_stream z{};
  if (inflateInit2(&z, -MAX_WBITS) != Z_OK) return false;
  z.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
  z.avail_in = static_cast<uInt>(packed.size());
  int code = Z_OK;
  while (code == Z_OK && out.size() <= most) {
    const std::size_t had = out.size();
    out.resize(had + k_piece);
    z.next_out = reinterpret_cast<Bytef*>(out.data() + had);
    z.avail_out = static_cast<uInt>(k_piece);
    code = inflate(&z, Z_NO_FLUSH);
    out.resize(had + k_piece - z.avail_out);
    if (code == Z_OK && z.avail_out != 0 && z.avail_in == 0) code = Z_BUF_ERROR;  // cut short
  }
  inflateEnd(&z);
  return code == Z_STREAM_END && out.size() <= most;
}

}  // namespace

result<zip_archive> zip_archive::open(std::string_view bytes, std::string file) {
  zip_archive out(bytes, std::move(file));
  // The directory's end stands behind all else, before a comment at most.
  constexpr std::string_view k_end = "PK\x05\x06";
  const std::size_t at = bytes.rfind(k_end);
  if (at == std::string_view::npos || bytes.size() - at < k_end_bytes || bytes.size() - at > k_end_bytes + 0xFFFF) {
    return out.fail(errc::truncated, "the ZIP archive has no end: the file is cut short; fetch it again");
  }
  const std::size_t count = half(bytes, at + 10);
  std::size_t from = whole(bytes, at + 16);
  if (half(bytes, at + 4) != 0 || count == 0xFFFF || from == 0xFFFFFFFF) {
    return out.fail(errc::bad_syntax, "a ZIP archive of several parts, or larger than 4 GiB, is not read");
  }
  if (count > k_most_members) return out.fail(errc::limit_exceeded, "the ZIP archive holds more than 10,000 files");
  for (std::size_t i = 0; i < count; ++i) {
    if (from > at || at - from < k_entry_bytes || bytes.substr(from, 4) != "PK\x01\x02") {
      return out.fail(errc::bad_syntax, "the directory of the ZIP archive is damaged");
    }
    const std::size_t name = half(bytes, from + 28);
    const std::size_t all = k_entry_bytes + name + half(bytes, from + 30) + half(bytes, from + 32);
    if (all > at - from) return out.fail(errc::bad_syntax, "the directory of the ZIP archive is damaged");
    member m;
    m.name = bytes.substr(from + k_entry_bytes, name);
    m.flags = half(bytes, from + 8);
    m.method = half(bytes, from + 10);
    m.crc = whole(bytes, from + 16);
    m.packed = whole(bytes, from + 20);
    m.size = whole(bytes, from + 24);
    m.offset = whole(bytes, from + 42);
    out.members_.push_back(m);
    from += all;
  }
  return out;
}

const zip_archive::member* zip_archive::find(std::string_view name) const {
  const auto at = std::find_if(members_.begin(), members_.end(), [&](const member& m) { return m.name == name; });
  return at == members_.end() ? nullptr : &*at;
}

result<std::string> zip_archive::read(std::string_view name, std::uint64_t most) const {
  const std::string called(name);
  const member* const m = find(name);
  if (m == nullptr) return fail(errc::missing_field, "the archive has no " + called);
  if (m->size > most) return fail(errc::limit_exceeded, called + " is larger than " + std::to_string(most) + " bytes");
  if (m->size > k_small_member && m->size / k_most_packing > m->packed) {
    return fail(errc::limit_exceeded, called + " unpacks to more than " + std::to_string(k_most_packing) + " times its size: no list is like that");
  }
  if ((m->flags & k_encrypted) != 0) return fail(errc::unknown_format, called + " is encrypted: save the file without a password");
  if (m->offset > bytes_.size() || bytes_.size() - m->offset < k_local_bytes || bytes_.substr(m->offset, 4) != "PK\x03\x04") {
    return fail(errc::bad_syntax, called + " does not stand where the archive's directory says");
  }
  const std::size_t begin = std::size_t{m->offset} + k_local_bytes + half(bytes_, m->offset + 26) + half(bytes_, m->offset + 28);
  if (begin > bytes_.size() || bytes_.size() - begin < m->packed) return fail(errc::truncated, called + " is cut short; fetch the file again");
  const std::string_view packed = bytes_.substr(begin, m->packed);
  std::string out;
  if (m->method == 0) {
    out = packed;
  } else if (m->method != 8) {
    return fail(errc::unknown_format, called + " is packed by a method that is not read (" + std::to_string(m->method) + ")");
  } else if (!inflate_raw(packed, m->size, out)) {
    return fail(errc::bad_syntax, called + " cannot be unpacked: the archive is damaged");
  }
  const auto crc = crc32(0, reinterpret_cast<const Bytef*>(out.data()), static_cast<uInt>(out.size()));
  if (out.size() != m->size || crc != m->crc) return fail(errc::bad_syntax, called + " is not what its checksum says: the archive is damaged");
  return out;
}

}  // namespace tradewarden::lists
