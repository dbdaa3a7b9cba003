// What may be said to `lists`.
//
// Example:
//   lists_arguments lists(app);
//   if (lists.chosen()) return lists.start();
//
// Threads: once per process.
#ifndef TRADEWARDEN_CLI_LISTS_ARGUMENTS_HPP
#define TRADEWARDEN_CLI_LISTS_ARGUMENTS_HPP

#include <memory>
#include <vector>

namespace CLI {
class App;
}

namespace tradewarden::cli {

class lists_arguments {
 public:
  explicit lists_arguments(CLI::App& app);
  ~lists_arguments();

  [[nodiscard]] std::vector<CLI::App*> commands() const;
  [[nodiscard]] bool chosen() const;
  /// Runs the command that was chosen; returns an exit_code.
  [[nodiscard]] int start();

 private:
  struct state;
  std::unique_ptr<state> state_;
};

}  // namespace tradewarden::cli

#endif  // TRADEWARDEN_CLI_LISTS_ARGUMENTS_HPP
