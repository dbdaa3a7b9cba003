// What may be said to `bill`, `origin`, `share`, `cutoff` and `whatif`.
//
// Example:
//   origin_arguments questions(app);
//   if (questions.chosen()) return questions.start();
//
// Threads: once per process.
#ifndef TRADEWARDEN_CLI_ORIGIN_ARGUMENTS_HPP
#define TRADEWARDEN_CLI_ORIGIN_ARGUMENTS_HPP

#include <memory>
#include <vector>

namespace CLI {
class App;
}

namespace tradewarden::cli {

class origin_arguments {
 public:
  explicit origin_arguments(CLI::App& app);
  ~origin_arguments();

  [[nodiscard]] std::vector<CLI::App*> commands() const;
  [[nodiscard]] bool chosen() const;
  /// Runs the command that was chosen; returns an exit_code.
  [[nodiscard]] int start();

 private:
  struct state;
  std::unique_ptr<state> state_;
};

}  // namespace tradewarden::cli

#endif  // TRADEWARDEN_CLI_ORIGIN_ARGUMENTS_HPP
