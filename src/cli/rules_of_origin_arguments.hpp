// What may be said to `rvc` and `allocate`.
//
// Example:
//   rules_of_origin_arguments shares(app);
//   if (shares.chosen()) return shares.start();
//
// Threads: once per process.
#ifndef TRADEWARDEN_CLI_RULES_OF_ORIGIN_ARGUMENTS_HPP
#define TRADEWARDEN_CLI_RULES_OF_ORIGIN_ARGUMENTS_HPP

#include <memory>
#include <vector>

namespace CLI {
class App;
}

namespace tradewarden::cli {

class rules_of_origin_arguments {
 public:
  explicit rules_of_origin_arguments(CLI::App& app);
  ~rules_of_origin_arguments();

  [[nodiscard]] std::vector<CLI::App*> commands() const;
  [[nodiscard]] bool chosen() const;
  /// Runs the command that was chosen; returns an exit_code.
  [[nodiscard]] int start();

 private:
  struct state;
  std::unique_ptr<state> state_;
};

}  // namespace tradewarden::cli

#endif  // TRADEWARDEN_CLI_RULES_OF_ORIGIN_ARGUMENTS_HPP
