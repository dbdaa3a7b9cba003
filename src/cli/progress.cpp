#include "cli/progress.hpp"

#include <iostream>
#include <utility>

#include "cli/terminal.hpp"

namespace tradewarden::cli {

progress_line::progress_line(std::string what, bool shown)
    : what_(std::move(what)), wanted_(shown), started_(std::chrono::steady_clock::now()),
      last_(started_) {}

void progress_line::show(std::uint64_t done) {
  if (!wanted_) return;
  const auto now = std::chrono::steady_clock::now();
  if (now - last_ < std::chrono::milliseconds(250)) return;
  last_ = now;
  const double seconds = std::chrono::duration<double>(now - started_).count();
  std::cerr << "\r\x1b[K" << grouped(done) << ' ' << what_ << ", "
            << grouped(static_cast<std::uint64_t>(static_cast<double>(done) / seconds))
            << " a second" << std::flush;
  shown_ = true;
}

void progress_line::clear() {
  if (!shown_) return;
  std::cerr << "\r\x1b[K" << std::flush;
  shown_ = false;
}

}  // namespace tradewarden::cli
