// What may be said to `rescreen`.
//
// Example:
//   rescreen_arguments again(app);
//   if (again.chosen()) return again.start();
//
// Threads: once per process.
#ifndef TRADEWARDEN_CLI_RESCREEN_ARGUMENTS_HPP
#define TRADEWARDEN_CLI_RESCREEN_ARGUMENTS_HPP

#include <memory>
#include <vector>

namespace CLI {
class App;
}

namespace tradewarden::cli {

class rescreen_arguments {
 public:
  explicit rescreen_arguments(CLI::App& app);
  ~rescreen_arguments();

  [[nodiscard]] std::vector<CLI::App*> commands() const;
  [[nodiscard]] bool chosen() const;
  /// Runs the command; returns an exit_code.
  [[nodiscard]] int start();

 private:
  struct state;
  std::unique_ptr<state> state_;
};

}  // namespace tradewarden::cli

#endif  // TRADEWARDEN_CLI_RESCREEN_ARGUMENTS_HPP
