// Screening by ownership: the name asked for is looked for among the parties of a graph, whose owners
// are looked for on the lists.
//
// Example:
//   auto s = ownership_screener::make(graph, index, options).value();   // once
//   screening_answer by_name = screen(index, query, options);
//   owned_answer by_owner = s.screen(query, by_name.hits.size());
//   std::cout << to_json(by_name, index, by_owner, s);
//
// Both searches are by the score and the threshold of the options. An owner that is a possible match of
// a listed party is taken as listed: look at it first. A name that is not in the graph, and owners that
// its edges do not name, stay unchecked, and the answer says so.
//
// Threads: any number may ask.
#ifndef TRADEWARDEN_OWNERSHIP_SCREENER_HPP
#define TRADEWARDEN_OWNERSHIP_SCREENER_HPP

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "tradewarden/owned_answer.hpp"
#include "tradewarden/ownership.hpp"
#include "tradewarden/ownership_graph.hpp"
#include "tradewarden/party_index.hpp"
#include "tradewarden/result.hpp"
#include "tradewarden/rule_book.hpp"
#include "tradewarden/screening.hpp"

namespace tradewarden {

class ownership_screener {
 public:
  /// Screens the owners of the graph, beside its seeds, and works through each regime once. No regimes: all
  /// that the rules have. Errors: usage (no such regime), bad_index, and those of building an index.
  [[nodiscard]] static result<ownership_screener> make(const ownership_graph& graph, const party_index& index,
                                                       const screening_options& options,
                                                       const std::vector<std::string>& regimes = {},
                                                       const rule_book& rules = rule_book::built_in());
  ~ownership_screener();
  ownership_screener(ownership_screener&&) noexcept;
  ownership_screener& operator=(ownership_screener&&) noexcept;

  /// `hits_before`: by name, for the ranks.
  [[nodiscard]] owned_answer screen(const screening_query& query, std::size_t hits_before = 0) const;

  [[nodiscard]] const ownership_graph& graph() const& noexcept;
  /// Each regime without results.
  [[nodiscard]] const std::vector<ownership_answer>& regimes() const& noexcept;
  /// Parties whose names were compared; where none has a name, their ids are.
  [[nodiscard]] std::uint32_t compared() const noexcept;
  /// Parties that are seeds or possible matches of listed ones.
  [[nodiscard]] std::uint32_t listed() const noexcept;
  /// What of ownership no answer of it can tell.
  [[nodiscard]] const std::vector<std::string>& not_checked() const& noexcept;

 private:
  struct state;
  explicit ownership_screener(std::unique_ptr<state> s);
  std::unique_ptr<state> state_;
};

/// The answer as canonical JSON with a member "ownership" (docs/answer.schema.json).
[[nodiscard]] std::string to_json(const screening_answer& answer, const party_index& idx, const owned_answer& owned,
                                  const ownership_screener& screener);

}  // namespace tradewarden

#endif  // TRADEWARDEN_OWNERSHIP_SCREENER_HPP
