// The answer of one regime on one day, kept: any party may be asked after, and edges may be changed.
//
// Example:
//   auto a = ownership_assessment::make(graph, "us-ofac", day::parse("2026-01-01").value()).value();
//   std::cout << to_string(a.verdict(*graph.find("PORT")));
//   for (const auto& m : a.change({ownership_change::parse("HOLDING,PORT,49").value()}).value())
//     std::cout << graph.id(m.entity) << ' ' << to_string(m.after) << '\n';
//
// An overlay: the graph is not touched, and a change works through only what it reaches. After any
// changes the answers are those of a graph that was read so.
//
// Threads: any number may ask; change() is for one thread, and for nobody who asks meanwhile.
#ifndef TRADEWARDEN_OWNERSHIP_ASSESSMENT_HPP
#define TRADEWARDEN_OWNERSHIP_ASSESSMENT_HPP

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "tradewarden/day.hpp"
#include "tradewarden/ownership.hpp"
#include "tradewarden/ownership_change.hpp"
#include "tradewarden/ownership_graph.hpp"
#include "tradewarden/result.hpp"
#include "tradewarden/rule_book.hpp"

namespace tradewarden {

class ownership_assessment {
 public:
  /// Errors: usage for a regime that the rules do not have.
  [[nodiscard]] static result<ownership_assessment> make(const ownership_graph& graph, std::string_view regime,
                                                         day date,
                                                         const rule_book& rules = rule_book::built_in());
  ~ownership_assessment();
  ownership_assessment(ownership_assessment&&) noexcept;
  ownership_assessment& operator=(ownership_assessment&&) noexcept;

  [[nodiscard]] ownership_verdict verdict(entity_id e) const noexcept;
  /// Is it a seed that counts in the regime?
  [[nodiscard]] bool is_listed(entity_id e) const noexcept;
  /// With the results of these parties.
  [[nodiscard]] ownership_answer answer(const std::vector<entity_id>& entities) const;
  /// With the results of all that are restricted or depend, at most `limit`.
  [[nodiscard]] ownership_answer answer_all(std::uint32_t limit) const;

  /// Changes edges, on top of earlier changes, all at once or, with an error, none. The verdicts that
  /// move, in the order of the parties. Errors: not_found (no such party), bad_value (a share; a party
  /// that would own itself).
  [[nodiscard]] result<std::vector<ownership_move>> change(const std::vector<ownership_change>& changes);
  /// How many parties the last change had to look at.
  [[nodiscard]] std::uint64_t reached() const noexcept;

 private:
  struct state;
  explicit ownership_assessment(std::unique_ptr<state> s);
  std::unique_ptr<state> state_;
};

}  // namespace tradewarden

#endif  // TRADEWARDEN_OWNERSHIP_ASSESSMENT_HPP
