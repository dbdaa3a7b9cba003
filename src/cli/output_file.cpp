#include "cli/output_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <utility>

namespace tradewarden::cli {
namespace {

// The file that an interrupt removes. Plain memory: a signal handler may touch nothing else.
char g_unfinished[4096] = "";

void on_interrupt(int signal_number) {
  if (g_unfinished[0] != '\0') unlink(g_unfinished);
  // The default action ends the process with the signal's own status.
  std::signal(signal_number, SIG_DFL);
  std::raise(signal_number);
}

void remember(const std::string& path) {
  if (path.size() >= sizeof g_unfinished) return;
  std::memcpy(g_unfinished, path.c_str(), path.size() + 1);
  for (const int s : {SIGINT, SIGTERM, SIGHUP}) {
    if (std::signal(s, on_interrupt) == SIG_IGN) std::signal(s, SIG_IGN);  // as under nohup
  }
}

void forget() {
  g_unfinished[0] = '\0';
  for (const int s : {SIGINT, SIGTERM, SIGHUP}) {
    if (std::signal(s, SIG_DFL) == SIG_IGN) std::signal(s, SIG_IGN);
  }
}

error io_error(const std::string& path, int number) {
  return error{errc::io, std::string("cannot be written: ") + std::strerror(number), path, 0, {}};
}

/// The file that a symbolic link stands for: renaming onto the link would cut it.
std::string link_target(const std::string& path) {
  char* real = realpath(path.c_str(), nullptr);
  if (real == nullptr) return path;
  std::string out = real;
  std::free(real);
  return out;
}

}  // namespace

result<output_file> output_file::open(const std::string& path) {
  if (path == "-") return output_file(stdout, "standard output", {});
  const std::string target = link_target(path);
  struct stat status {};
  const bool exists = stat(target.c_str(), &status) == 0;
  if (exists && S_ISDIR(status.st_mode)) return io_error(path, EISDIR);
  // /dev/stdout and its like: where the screen goes, even if that is a file by now. Replacing it would
  // lose what was written before.
  struct stat screen {};
  if (exists && fstat(STDOUT_FILENO, &screen) == 0 && screen.st_dev == status.st_dev &&
      screen.st_ino == status.st_ino) {
    return output_file(stdout, path, {});
  }
  if (exists && !S_ISREG(status.st_mode)) {
    std::FILE* direct = std::fopen(target.c_str(), "we");
    if (direct == nullptr) return io_error(path, errno);
    return output_file(direct, path, {});
  }
  const std::string temporary = target + ".part-" + std::to_string(getpid());
  const int fd = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (fd < 0) return io_error(path, errno);
  if (exists) (void)fchmod(fd, status.st_mode & 07777);
  remember(temporary);
  return output_file(fdopen(fd, "w"), target, temporary);
}

output_file::output_file(output_file&& other) noexcept
    : file_(std::exchange(other.file_, nullptr)), path_(std::move(other.path_)),
      temporary_(std::exchange(other.temporary_, {})), failure_(other.failure_) {}

output_file::~output_file() {
  if (file_ != nullptr && file_ != stdout) std::fclose(file_);
  if (!temporary_.empty()) {
    unlink(temporary_.c_str());
    forget();
  }
}

bool output_file::write(std::string_view bytes) {
  if (failure_ == 0 && std::fwrite(bytes.data(), 1, bytes.size(), file_) != bytes.size()) {
    failure_ = errno == 0 ? EIO : errno;
  }
  return failure_ == 0;
}

bool output_file::flush() {
  if (failure_ == 0 && std::fflush(file_) != 0) failure_ = errno == 0 ? EIO : errno;
  return failure_ == 0;
}

result<void> output_file::commit() {
  flush();
  if (failure_ == 0 && !temporary_.empty()) {
    if (fsync(fileno(file_)) != 0) failure_ = errno;
    if (failure_ == 0 && std::rename(temporary_.c_str(), path_.c_str()) != 0) failure_ = errno;
    if (failure_ == 0) {
      temporary_.clear();
      forget();
    }
  }
  if (failure_ != 0) return io_error(path_, failure_);
  return {};
}

}  // namespace tradewarden::cli
