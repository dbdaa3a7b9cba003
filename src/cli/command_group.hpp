// Commands of the program that belong together: their options, and what runs them.
//
// Example:
//   std::unique_ptr<command_group> lists = lists_commands(app);
//   if (lists->chosen()) return lists->start();
//
// Threads: once per process.
#ifndef TRADEWARDEN_CLI_COMMAND_GROUP_HPP
#define TRADEWARDEN_CLI_COMMAND_GROUP_HPP

#include <memory>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace tradewarden::cli {

class command_group {
 public:
  virtual ~command_group() = default;
  /// Those that can be run by themselves.
  [[nodiscard]] virtual std::vector<CLI::App*> commands() const = 0;
  /// Runs the one that was chosen; returns an exit_code.
  [[nodiscard]] virtual int start() = 0;
  /// Whether one of them is on the command line.
  [[nodiscard]] bool chosen() const;

 protected:
  command_group() = default;
  command_group(const command_group&) = default;
  command_group& operator=(const command_group&) = default;
};

/// Says what is wrong with the options of `command`; returns that exit_code.
int usage_error(const CLI::App& command, const std::string& what);

/// Each adds its commands to `root`, which outlives it.
std::unique_ptr<command_group> index_commands(CLI::App& root);
std::unique_ptr<command_group> screen_commands(CLI::App& root);
std::unique_ptr<command_group> compare_commands(CLI::App& root);
std::unique_ptr<command_group> rules_commands(CLI::App& root);
std::unique_ptr<command_group> lists_commands(CLI::App& root);
std::unique_ptr<command_group> review_commands(CLI::App& root);
std::unique_ptr<command_group> rescreen_commands(CLI::App& root);
std::unique_ptr<command_group> measure_commands(CLI::App& root);
std::unique_ptr<command_group> origin_commands(CLI::App& root);
std::unique_ptr<command_group> rules_of_origin_commands(CLI::App& root);
std::unique_ptr<command_group> ownership_commands(CLI::App& root);

}  // namespace tradewarden::cli

#endif  // TRADEWARDEN_CLI_COMMAND_GROUP_HPP
