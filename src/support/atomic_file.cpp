#include "support/atomic_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <filesystem>

namespace tradewarden::support {
namespace {

error failed(errc code, const std::string& what, const std::string& path) {
  return {code, what + ": " + std::strerror(errno), path, 0, {}};
}

}  // namespace

result<void> write_file_atomically(const std::string& given, std::string_view bytes) {
  std::error_code ignored;
  // Renaming onto a symbolic link would cut it: the file that it stands for is replaced.
  const std::filesystem::path real = std::filesystem::canonical(given, ignored);
  const std::string path = ignored ? given : real.string();
  const auto kind = std::filesystem::status(path, ignored).type();
  if (kind != std::filesystem::file_type::not_found && kind != std::filesystem::file_type::regular &&
      kind != std::filesystem::file_type::none) {
    return error{errc::usage, "not an ordinary file: it is not replaced", path, 0, {}};
  }
  static std::atomic<std::uint64_t> counter{0};
  const std::string temporary =
      path + "." + std::to_string(::getpid()) + "-" + std::to_string(++counter) + ".tmp";
  const int file = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (file < 0) return failed(errc::not_found, "cannot write a file here", path);
  const auto give_up = [&](const std::string& what) {
    error e = failed(errc::io, what, path);
    ::close(file);
    ::unlink(temporary.c_str());
    return e;
  };
  while (!bytes.empty()) {
    const ssize_t n = ::write(file, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return give_up("cannot write");
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
  if (::fsync(file) != 0) return give_up("cannot sync");
  if (::close(file) != 0 || ::rename(temporary.c_str(), path.c_str()) != 0) {
    error e = failed(errc::io, "cannot replace the file", path);
    ::unlink(temporary.c_str());
    return e;
  }
  const std::size_t slash = path.rfind('/');
  const std::string folder = slash == std::string::npos ? "." : path.substr(0, slash + 1);
  if (const int dir = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY); dir >= 0) {
    ::fsync(dir);
    ::close(dir);
  }
  return {};
}

}  // namespace tradewarden::support
