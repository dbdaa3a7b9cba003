#include "lists/input_file.hpp"

#include <fcntl.h>
#include <poll.h>
#include <simdjson.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>
#include <new>
#include <stdexcept>
#include <utility>

#include "support/ascii.hpp"
#include "support/utf8_text.hpp"

namespace tradewarden::lists {
namespace {

struct closer {
  void operator()(std::FILE* f) const { std::fclose(f); }
};

// Windows-1252, 0x80 to 0x9F; the five undefined bytes stand as the replacement character.
constexpr std::array<std::uint32_t, 32> k_cp1252 = {
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

std::string from_utf16(std::string_view s, bool little) {
  std::string out;
  out.reserve(s.size());
  const auto unit = [&](std::size_t i) {
    const auto a = static_cast<unsigned char>(s[i]);
    const auto b = static_cast<unsigned char>(s[i + 1]);
    return static_cast<std::uint32_t>(little ? a | (b << 8) : (a << 8) | b);
  };
  std::size_t i = 0;
  for (; i + 1 < s.size(); i += 2) {
    const std::uint32_t u = unit(i);
    if (u >= 0xD800 && u < 0xDC00 && i + 3 < s.size()) {
      const std::uint32_t v = unit(i + 2);
      if (v >= 0xDC00 && v < 0xE000) {
        utf8::append(out, 0x10000 + ((u - 0xD800) << 10) + (v - 0xDC00));
        i += 2;
        continue;
      }
    }
    utf8::append(out, u >= 0xD800 && u < 0xE000 ? 0xFFFD : u);
  }
  if (i < s.size()) utf8::append(out, 0xFFFD);
  return out;
}

/// What the first bytes say a file is, if it is no text; empty otherwise.
std::string_view binary_kind(std::string_view s) {
  using namespace std::string_view_literals;
  struct signature {
    std::string_view bytes;
    std::string_view kind;
  };
  static constexpr std::array<signature, 9> k_known = {{
      {"%PDF-"sv, "a PDF document"},
      {"PK\x03\x04"sv, "a ZIP archive (or a spreadsheet, which is one): unpack it first"},
      {"PK\x05\x06"sv, "an empty ZIP archive"},
      {"\x1F\x8B"sv, "a gzip archive: unpack it first"},
      {"BZh"sv, "a bzip2 archive: unpack it first"},
      {"\xFD" "7zXZ"sv, "an xz archive: unpack it first"},
      {"\x28\xB5\x2F\xFD"sv, "a zstd archive: unpack it first"},
      {"7z\xBC\xAF\x27\x1C"sv, "a 7-Zip archive: unpack it first"},
      {"\xD0\xCF\x11\xE0"sv, "an old Office document: save it as text first"},
  }};
  for (const signature& known : k_known) {
    if (s.starts_with(known.bytes)) return known.kind;
  }
  return {};
}

bool is_html(std::string_view s) {
  const std::string_view t = ascii::trim(s.substr(0, 4096));
  return ascii::starts_with_ignoring_case(t, "<!doctype html") ||
         ascii::starts_with_ignoring_case(t, "<html");
}

/// Bytes that text does not hold. 0x1A and the blanks are not among them.
std::uint64_t count_controls(std::string_view s) {
  // Stretches that a byte can count, without branches: compilers make vectors of them.
  constexpr std::size_t k_stretch = 255;
  std::uint64_t n = 0;
  for (std::size_t from = 0; from < s.size(); from += k_stretch) {
    std::uint8_t found = 0;
    for (const char c : s.substr(from, k_stretch)) {
      const auto u = static_cast<std::uint8_t>(c);
      const auto past_tab = static_cast<std::uint8_t>(u - 0x09);  // to 0x0D: blanks
      found = static_cast<std::uint8_t>(found + ((u < 0x20) & (past_tab > 4) & (u != 0x1A)));
    }
    n += found;
  }
  return n;
}

bool blank(std::string_view s) {
  for (const char c : s) {
    if (!ascii::is_space(c) && c != '\x1A') return false;
  }
  return true;
}

}  // namespace

std::string to_utf8(std::string_view field, bool* repaired) {
  std::string out;
  std::size_t kept = 0;
  bool changed = false;
  for (std::size_t i = 0; i < field.size();) {
    if (static_cast<unsigned char>(field[i]) < 0x80) {
      ++i;
      continue;
    }
    if (const utf8::decoded d = utf8::decode_front(field.substr(i)); d.valid) {
      i += d.bytes;
      continue;
    }
    changed = true;
    out.append(field.substr(kept, i - kept));
    const auto byte = static_cast<unsigned char>(field[i]);
    utf8::append(out, byte < 0xA0 ? k_cp1252[byte - 0x80] : byte);
    kept = ++i;
  }
  if (!changed) return std::string(field);
  if (repaired != nullptr) *repaired = true;
  out.append(field.substr(kept));
  return out;
}

result<input_file> make_input_file(std::string name, std::string bytes,
                                   const read_limits& limits, content_kind what) {
  const auto fail = [&name](errc code, std::string message) {
    return error{code, std::move(message), name, 0, {}};
  };
  if (bytes.size() > limits.max_file_bytes) {
    return fail(errc::limit_exceeded, "the file is larger than " +
                                          std::to_string(limits.max_file_bytes) + " bytes");
  }
  input_file out;
  out.size = bytes.size();
  out.sha256 = sha256(bytes);
  const std::string_view all = bytes;
  if (what == content_kind::archive) {
    if (!all.starts_with("PK\x03\x04")) return fail(errc::not_text, "this is no ZIP archive, as a spreadsheet (.xlsx) is");
    out.name = std::move(name);
    out.bytes = std::move(bytes);
    return out;
  }
  if (all.starts_with("\xEF\xBB\xBF")) {
    bytes.erase(0, 3);
  } else if (all.starts_with("\xFF\xFE")) {
    bytes = from_utf16(all.substr(2), true);
  } else if (all.starts_with("\xFE\xFF")) {
    bytes = from_utf16(all.substr(2), false);
  }
  if (blank(bytes)) {
    return fail(errc::empty_input,
                what == content_kind::list
                    ? "the file is empty: an empty list is refused, because nobody would be on it; "
                      "fetch it again"
                    : "the file is empty");
  }
  if (const std::string_view kind = binary_kind(bytes); !kind.empty()) {
    return fail(errc::not_text, "this looks like " + std::string(kind));
  }
  if (is_html(bytes)) {
    return fail(errc::unknown_format,
                what == content_kind::list
                    ? "this looks like an HTML page, perhaps an error page saved under the name of "
                      "a list; fetch the list again"
                    : "this looks like an HTML page, perhaps an error page saved under this name");
  }
  if (std::memchr(bytes.data(), 0, bytes.size()) != nullptr ||
      count_controls(bytes) > bytes.size() / 100) {
    return fail(errc::not_text, "this is binary data where a text file belongs");
  }
  // DOS programs close a text file with one 0x1A; OFAC's files have it. A tool that copied the file
  // line by line may have put a line end behind it.
  if (const std::size_t last = bytes.find_last_not_of(" \t\r\n"); bytes[last] == '\x1A') {
    bytes.resize(last);
    out.dos_end = true;
  }
  out.valid_utf8 = simdjson::validate_utf8(bytes.data(), bytes.size());
  out.name = std::move(name);
  out.bytes = std::move(bytes);
  return out;
}

namespace {

constexpr std::uint64_t k_most_piped_bytes = std::uint64_t{2} << 30;
constexpr int k_pipe_patience_ms = 2'000;

/// A pipe, opened to read; null if nobody writes into it. Opening it as a file would wait for a
/// writer, perhaps for ever.
std::FILE* open_pipe(const std::string& path) {
  const int pipe = ::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  if (pipe < 0) return nullptr;
  pollfd waiting{pipe, POLLIN, 0};
  if (::poll(&waiting, 1, k_pipe_patience_ms) == 0 || ::fcntl(pipe, F_SETFL, 0) != 0) {
    ::close(pipe);
    errno = 0;
    return nullptr;
  }
  return ::fdopen(pipe, "rb");
}

result<input_file> load_file(const std::string& path, const read_limits& limits,
                             content_kind what) {
  const auto fail = [&path](errc code, std::string message) {
    return error{code, std::move(message), path, 0, {}};
  };
  std::error_code ec;
  if (std::filesystem::is_directory(path, ec)) {
    return fail(errc::not_found, "this is a folder, a file is needed");
  }
  const std::filesystem::file_type kind = std::filesystem::status(path, ec).type();
  if (kind == std::filesystem::file_type::character ||
      kind == std::filesystem::file_type::block) {
    return fail(errc::not_text, "this is a device, not a file");
  }
  const bool pipe = kind == std::filesystem::file_type::fifo;
  const std::unique_ptr<std::FILE, closer> file{pipe ? open_pipe(path)
                                                     : std::fopen(path.c_str(), "rb")};
  if (!file && pipe && errno == 0) {
    return fail(errc::not_found, "this is a pipe into which nothing is written");
  }
  if (!file) return fail(errc::not_found, std::string("cannot be opened: ") + std::strerror(errno));
  const std::uint64_t most = pipe ? std::min(limits.max_file_bytes, k_most_piped_bytes)
                                  : limits.max_file_bytes;
  std::string bytes;
  // Room for a whole file of the size it claims now; a pipe has none and grows.
  if (const auto size = std::filesystem::file_size(path, ec); !ec && size <= limits.max_file_bytes) {
    bytes.reserve(static_cast<std::size_t>(size) + 1);
  }
  std::array<char, 1 << 16> block;
  for (;;) {
    const std::size_t n = std::fread(block.data(), 1, block.size(), file.get());
    bytes.append(block.data(), n);
    if (bytes.size() > most) {
      return fail(errc::limit_exceeded,
                  (pipe ? "the pipe holds more than " : "the file is larger than ") +
                      std::to_string(most) + " bytes");
    }
    if (n < block.size()) break;
  }
  if (std::ferror(file.get()) != 0) {
    return fail(errc::io, std::string("reading failed: ") + std::strerror(errno));
  }
  auto out = make_input_file(std::filesystem::path(path).filename().string(), std::move(bytes),
                             limits, what);
  if (!out) {
    out.error().file = path;
  } else {
    out->path = path;
  }
  return out;
}

}  // namespace

result<input_file> load_input_file(const std::string& path, const read_limits& limits,
                                   content_kind what) {
  try {
    return load_file(path, limits, what);
  } catch (const std::bad_alloc&) {
    return error{errc::limit_exceeded, "the file does not fit into memory", path, 0, {}};
  } catch (const std::length_error&) {
    return error{errc::limit_exceeded, "the file does not fit into memory", path, 0, {}};
  }
}

publication_file describe(const input_file& file) {
  return publication_file{file.name, file.sha256, file.size};
}

digest publication_digest(std::span<const publication_file> files) {
  if (files.size() == 1) return files.front().sha256;
  std::string joined;
  for (const publication_file& f : files) {
    joined.append(reinterpret_cast<const char*>(f.sha256.bytes.data()), f.sha256.bytes.size());
  }
  return sha256(joined);
}

}  // namespace tradewarden::lists
