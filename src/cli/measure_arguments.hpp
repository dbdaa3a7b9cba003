// What may be said to `evaluate` and `variants`.
//
// Example:
//   measure_arguments measures(app);
//   if (measures.chosen()) return measures.start();
//
// Threads: once per process.
#ifndef TRADEWARDEN_CLI_MEASURE_ARGUMENTS_HPP
#define TRADEWARDEN_CLI_MEASURE_ARGUMENTS_HPP

#include <memory>
#include <vector>

namespace CLI {
class App;
}

namespace tradewarden::cli {

class measure_arguments {
 public:
  explicit measure_arguments(CLI::App& app);
  ~measure_arguments();

  [[nodiscard]] std::vector<CLI::App*> commands() const;
  [[nodiscard]] bool chosen() const;
  /// Runs the command that was chosen; returns an exit_code.
  [[nodiscard]] int start();

 private:
  struct state;
  std::unique_ptr<state> state_;
};

}  // namespace tradewarden::cli

#endif  // TRADEWARDEN_CLI_MEASURE_ARGUMENTS_HPP
