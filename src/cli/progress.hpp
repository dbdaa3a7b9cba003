// A line on standard error that counts what is done, on a terminal only.
//
// Example:
//   progress_line line("rows", isatty(2) == 1);
//   line.show(1000);   // "1,000 rows, 52,000 a second"
//   line.clear();
//
// Threads: one thread.
#ifndef TRADEWARDEN_CLI_PROGRESS_HPP
#define TRADEWARDEN_CLI_PROGRESS_HPP

#include <chrono>
#include <cstdint>
#include <string>

namespace tradewarden::cli {

class progress_line {
 public:
  progress_line() = default;
  progress_line(std::string what, bool shown);

  /// A few times a second at most.
  void show(std::uint64_t done);
  /// Takes the line away; whatever is written next stands in its place.
  void clear();

 private:
  std::string what_;
  bool wanted_ = false;
  bool shown_ = false;
  std::chrono::steady_clock::time_point started_;
  std::chrono::steady_clock::time_point last_;
};

}  // namespace tradewarden::cli

#endif  // TRADEWARDEN_CLI_PROGRESS_HPP
