// What may be said to `decisions` and `audit`.
//
// Example:
//   review_arguments review(app);
//   if (review.chosen()) return review.start();
//
// Threads: once per process.
#ifndef TRADEWARDEN_CLI_REVIEW_ARGUMENTS_HPP
#define TRADEWARDEN_CLI_REVIEW_ARGUMENTS_HPP

#include <memory>
#include <vector>

namespace CLI {
class App;
}

namespace tradewarden::cli {

class review_arguments {
 public:
  explicit review_arguments(CLI::App& app);
  ~review_arguments();

  [[nodiscard]] std::vector<CLI::App*> commands() const;
  [[nodiscard]] bool chosen() const;
  /// Runs the command that was chosen; returns an exit_code.
  [[nodiscard]] int start();

 private:
  struct state;
  std::unique_ptr<state> state_;
};

}  // namespace tradewarden::cli

#endif  // TRADEWARDEN_CLI_REVIEW_ARGUMENTS_HPP
