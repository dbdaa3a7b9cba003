// One foreign direct product rule of 15 CFR 734.9, as the rule tables have it on a day.
//
// Example:
//   for (const direct_product_rule& r : book.direct_product_rules(on))
//     std::cout << r.name << ' ' << r.paragraph << ' ' << r.basis.citation << '\n';   // e-1 (e)(1) ...
//
// A rule makes a product made abroad subject to the EAR if the product is what it speaks of (`items`)
// and comes from US technology, from a plant that does, or holds an integrated circuit of such a plant
// (together the product prong), if it goes where or to whom the rule says (`reach`), and nothing in
// `unless` holds. No share of anything is counted.
//
// Threads: a plain value. The views of `basis` belong to the rule_book that answered.
#ifndef TRADEWARDEN_DIRECT_PRODUCT_RULE_HPP
#define TRADEWARDEN_DIRECT_PRODUCT_RULE_HPP

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tradewarden/day.hpp"
#include "tradewarden/rule_basis.hpp"

namespace tradewarden {

/// What the product must be: all that is stated holds. Of several, any one.
struct direct_product_item {
  bool any = false;          ///< Whatever it is.
  std::string of_class;      ///< A class of classifications: "9x515", "eccn", "ear99".
  std::string reason;        ///< A reason for control of its entry: "NS".
  std::vector<std::uint8_t> hs_chapters;
  std::string fact;          ///< Has to be stated besides.
  std::string perhaps;       ///< The fact that decides where the class says "perhaps".
};

/// Technology or software of which something is the direct product. No classes: no such route.
struct direct_product_source {
  std::vector<std::string> classes;  ///< Any of them.
  std::string perhaps;               ///< As above.
};

/// All that is stated holds. Of several, any one.
struct direct_product_condition {
  std::string destination;    ///< A set of destinations, by name.
  std::string headquarters;   ///< The end user's headquarters lie in one.
  std::string exported_from;  ///< A set of countries.
  std::string footnote;       ///< Of the Entity List: "1" to "5".
  std::string end_use;        ///< "supercomputer", ...
  std::string content_type;   ///< commodity, software or technology
  std::string fact;
};

struct direct_product_rule {
  std::string id;         ///< "us-ear.734.9.e-1"
  std::string name;       ///< "e-1"
  std::string paragraph;  ///< "(e)(1)"
  std::vector<direct_product_item> items;
  direct_product_source technology;
  direct_product_source plant;
  bool contains_ic = false;  ///< An integrated circuit of such a plant inside suffices.
  std::vector<direct_product_condition> reach;
  std::vector<direct_product_condition> unless;
  std::optional<day> compliance;  ///< The first day on which compliance was asked for.
  std::string policy;  ///< The switch that applies it though it is not enforced; or empty.
  bool in_force = true;  ///< A value covers the day, and it is not suspended.
  bool applied = true;   ///< In force, and enforced or switched on.
  rule_basis basis;      ///< Of the value; of the next or last one where none is in force.
};

}  // namespace tradewarden

#endif  // TRADEWARDEN_DIRECT_PRODUCT_RULE_HPP
