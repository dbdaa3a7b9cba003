// Collects a reader's diagnostics, and keeps a hostile file from making millions of them.
//
// Example:
//   complaints log{"sdn.csv"};
//   log.reject(line, "Program", "...");
//   log.move_to(publication.diagnostics);
//
// Threads: one collector belongs to one thread.
#ifndef TRADEWARDEN_LISTS_COMPLAINTS_HPP
#define TRADEWARDEN_LISTS_COMPLAINTS_HPP

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "tradewarden/publication.hpp"

namespace tradewarden::lists {

class complaints {
 public:
  /// Diagnostics kept of each level per file; the rest is counted in a last one.
  static constexpr std::uint64_t k_kept = 1000;

  explicit complaints(std::string file) : file_(std::move(file)) {}

  void warn(std::uint64_t line, std::string field, std::string message) {
    add(diagnostic::level::warning, warnings_, line, std::move(field), std::move(message));
  }
  void reject(std::uint64_t line, std::string field, std::string message) {
    add(diagnostic::level::rejected, rejected_, line, std::move(field), std::move(message));
  }
  [[nodiscard]] std::uint64_t rejected() const noexcept { return rejected_; }
  /// The first rejection as text, or empty.
  [[nodiscard]] std::string first_rejection() const {
    for (const diagnostic& d : kept_) {
      if (d.severity == diagnostic::level::rejected) return d.to_string();
    }
    return {};
  }

  void move_to(std::vector<diagnostic>& out) {
    for (diagnostic& d : kept_) out.push_back(std::move(d));
    kept_.clear();
    note_rest(out, diagnostic::level::warning, warnings_, "warnings");
    note_rest(out, diagnostic::level::rejected, rejected_, "rejected records");
  }

 private:
  void add(diagnostic::level severity, std::uint64_t& count, std::uint64_t line, std::string field,
           std::string message) {
    if (++count > k_kept) return;
    kept_.push_back({severity, file_, line, std::move(field), std::move(message)});
  }
  void note_rest(std::vector<diagnostic>& out, diagnostic::level severity, std::uint64_t count,
                 const char* what) const {
    if (count <= k_kept) return;
    out.push_back({severity, file_, 0, {},
                   "and " + std::to_string(count - k_kept) + " more " + what +
                       " in this file, not shown one by one"});
  }

  std::string file_;
  std::vector<diagnostic> kept_;
  std::uint64_t warnings_ = 0;
  std::uint64_t rejected_ = 0;
};

}  // namespace tradewarden::lists

#endif  // TRADEWARDEN_LISTS_COMPLAINTS_HPP
