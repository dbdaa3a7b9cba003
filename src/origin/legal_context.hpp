// What a legal test is asked about, and the record of the rules that it used.
//
// Threads: one thread at a time.
#ifndef TRADEWARDEN_ORIGIN_LEGAL_CONTEXT_HPP
#define TRADEWARDEN_ORIGIN_LEGAL_CONTEXT_HPP

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tradewarden/origin_answer.hpp"
#include "tradewarden/origin_options.hpp"
#include "tradewarden/rule_book.hpp"

namespace tradewarden::detail {

/// The rules used, each once, with what was assumed.
class rule_log {
 public:
  std::uint32_t add(const rule_basis& b);
  template <class T>
  void add(const rule_answer<T>& a, std::vector<std::uint32_t>& to) {
    for (const rule_basis& b : a.basis) note(b, to);
  }
  void note(const rule_basis& b, std::vector<std::uint32_t>& to) {
    const std::uint32_t n = add(b);
    if (std::find(to.begin(), to.end(), n) == to.end()) to.push_back(n);
  }
  [[nodiscard]] const std::vector<rule_use>& uses() const { return uses_; }
  /// The sentence that belongs to a use, or empty.
  [[nodiscard]] const std::string& assumption(std::uint32_t use) const { return assumed_[use]; }

 private:
  std::vector<rule_use> uses_;
  std::vector<std::string> assumed_;
};

/// One destination on one day.
struct legal_context {
  const rule_book& book;
  day on;
  std::string destination;    ///< As the rules treat it.
  std::string exported_from;  ///< Alpha-2, or empty: unknown.
  bool strict_editions = false;
  const std::vector<stated_fact>& facts;
  rule_log& log;

  /// What the user stated; unknown if nothing.
  [[nodiscard]] truth fact(std::string_view id) const;
  /// The value, or unknown if it rests on another edition and that does not do.
  template <class T>
  [[nodiscard]] truth taken(const rule_answer<T>& a) const {
    if (!strict_editions) return a.value;
    for (const rule_basis& b : a.basis) {
      if (b.other_edition) return truth::unknown;
    }
    return a.value;
  }
  /// A fact id as a sentence; a sentence as it is.
  [[nodiscard]] std::string asked(std::string_view id) const;
};

/// What content is: two parts with the same signature count alike.
struct signature {
  const classification* code = nullptr;
  std::string_view eccn;  ///< Its text.
  std::string_view hs;
  content_class content = content_class::commodity;
};

/// Does US content of a signature count?
struct content_decision {
  truth counts = truth::unknown;
  std::string reason;  ///< Short snake_case word.
  std::string why;     ///< One sentence.
  std::vector<std::uint32_t> rules;
  std::vector<std::string> asks;
  /// Bundled software that is controlled for more than anti-terrorism: it is not added to the
  /// commodity, and needs an analysis of its own.
  truth own_analysis = truth::no;
};

}  // namespace tradewarden::detail

#endif  // TRADEWARDEN_ORIGIN_LEGAL_CONTEXT_HPP
