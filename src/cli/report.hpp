// What a command says on standard error, and the exit code that goes with it.
//
// Example:
//   auto streams = batch_streams::open(request, keys);
//   if (!streams) return report(streams.error());
//
// Threads: one thread.
#ifndef TRADEWARDEN_CLI_REPORT_HPP
#define TRADEWARDEN_CLI_REPORT_HPP

#include <string>
#include <string_view>
#include <vector>

#include "cli/exit_code.hpp"
#include "tradewarden/error.hpp"

namespace tradewarden::cli {

/// "tradewarden: SENTENCE" to standard error, fit to be shown.
void say(std::string_view sentence);

/// Says the error. Returns k_usage for errc::usage, k_output_failed for errc::io, else k_refused.
[[nodiscard]] exit_code report(const error& e);

/// Each line to standard output. Returns k_done, or k_output_failed.
[[nodiscard]] int put_lines(const std::vector<std::string>& lines);
/// A text and the end of its line.
[[nodiscard]] int put_text(const std::string& text);

/// Flushes standard output; if that fails, says so and returns false.
[[nodiscard]] bool output_written();

}  // namespace tradewarden::cli

#endif  // TRADEWARDEN_CLI_REPORT_HPP
