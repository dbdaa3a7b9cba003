// The command line: what may be said, what it means, and the help that teaches it.
//
// Example:
//   return tradewarden::cli::run(argc, argv);
//
// Threads: once per process.
#ifndef TRADEWARDEN_CLI_COMMAND_LINE_HPP
#define TRADEWARDEN_CLI_COMMAND_LINE_HPP

namespace tradewarden::cli {

/// Parses the arguments, runs the command and returns its exit_code. Throws nothing.
[[nodiscard]] int run(int argc, const char* const* argv) noexcept;

}  // namespace tradewarden::cli

#endif  // TRADEWARDEN_CLI_COMMAND_LINE_HPP
