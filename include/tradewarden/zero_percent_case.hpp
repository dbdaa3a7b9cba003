// One case of 15 CFR 734.4(a): content for which there is no de minimis level.
//
// Example:
//   for (const zero_percent_case& c : book.zero_percent_cases(on))
//     if (book.case_content(c, part).value == truth::yes && ...) any non-zero value triggers
//
// A case triggers if its content, its product and its destination are all true and none of its
// facts is denied; a fact is one that no table holds, so it is asked for.
//
// Threads: a plain value. The views belong to the rule_book that answered.
#ifndef TRADEWARDEN_ZERO_PERCENT_CASE_HPP
#define TRADEWARDEN_ZERO_PERCENT_CASE_HPP

#include <string_view>
#include <vector>

#include "tradewarden/rule_basis.hpp"

namespace tradewarden {

struct zero_percent_case {
  std::string_view id;                     ///< "us-ear.734.4.a.6.i"
  std::string_view paragraph;              ///< "(a)(6)(i)"
  std::vector<std::string_view> content;   ///< Patterns of the US-origin content's ECCN.
  std::vector<std::string_view> product;   ///< Patterns of the foreign product's; empty: any.
  std::string_view product_type;           ///< "commodity", "software", "technology"; empty: any.
  std::string_view destination;            ///< Name of a predicate: "d5", "worldwide" ...
  std::vector<std::string_view> facts;     ///< Ids of facts to ask for: "non_memory", ...
  std::vector<std::string_view> unless;    ///< Facts that take the case away, if true.
  rule_basis basis;
};

}  // namespace tradewarden

#endif  // TRADEWARDEN_ZERO_PERCENT_CASE_HPP
