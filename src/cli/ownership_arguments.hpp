// What may be said to `ownership`.
//
// Example:
//   ownership_arguments owners(app);
//   if (owners.chosen()) return owners.start();
//
// Threads: once per process.
#ifndef TRADEWARDEN_CLI_OWNERSHIP_ARGUMENTS_HPP
#define TRADEWARDEN_CLI_OWNERSHIP_ARGUMENTS_HPP

#include <memory>
#include <vector>

namespace CLI {
class App;
}

namespace tradewarden::cli {

class ownership_arguments {
 public:
  explicit ownership_arguments(CLI::App& app);
  ~ownership_arguments();

  [[nodiscard]] std::vector<CLI::App*> commands() const;
  [[nodiscard]] bool chosen() const;
  /// Runs the command; returns an exit_code.
  [[nodiscard]] int start();

 private:
  struct state;
  std::unique_ptr<state> state_;
};

}  // namespace tradewarden::cli

#endif  // TRADEWARDEN_CLI_OWNERSHIP_ARGUMENTS_HPP
