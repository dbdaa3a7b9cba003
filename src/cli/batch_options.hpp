// The options of a command that takes one name or a file of rows.
//
// Example:
//   batch_options batch;
//   batch.add(app);
//   request.streams = batch.streams();  // once all is parsed
//
// Threads: once per process.
#ifndef TRADEWARDEN_CLI_BATCH_OPTIONS_HPP
#define TRADEWARDEN_CLI_BATCH_OPTIONS_HPP

#include <string>
#include <vector>

#include "cli/batch_streams.hpp"

namespace CLI {
class App;
}

namespace tradewarden::cli {

struct batch_options {
  std::string input, output, format;
  bool flush = false;
  std::size_t threads = 1;

  void add(CLI::App& app);
  [[nodiscard]] batch_request streams() const;
  /// Batch options and single names exclude each other. Empty if all is well.
  [[nodiscard]] static std::string conflict(const CLI::App& app,
                                            const std::vector<std::string>& only_single, bool batch);
};

/// --schema: what kind of party `what` speaks of.
void add_schema(CLI::App& app, std::string& to, const char* what);

}  // namespace tradewarden::cli

#endif  // TRADEWARDEN_CLI_BATCH_OPTIONS_HPP
