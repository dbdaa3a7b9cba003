// Two names compared, and the rules that scores follow.
#include <nanobind/nanobind.h>

#include <string>

#include "audit/json_parts.hpp"
#include "errors.hpp"
#include "parts.hpp"
#include "tradewarden/comparison.hpp"
#include "tradewarden/counterfactual.hpp"
#include "values.hpp"

namespace tradewarden::python {
namespace {

schema schema_of(nb::handle given) {
  if (given.is_none()) return schema::unknown;
  return take(parse_schema(*text_of(given, "schema")), "schema");
}

nb::object compare(nb::object left, nb::object right, nb::handle schema_word, nb::handle threshold,
                   nb::handle name_pack) {
  const std::string l = string_of(left, "left");
  const std::string r = string_of(right, "right");
  const schema s = schema_of(schema_word);
  const score t = score_of(threshold, "threshold");
  const score_rules rules = rules_of(name_pack);
  const comparison c = compare_names(l, r, s, rules);
  return to_str(audit::comparison_json(l, r, s, c, what_would_change(l, r, t, s, rules), rules));
}

double score_two(nb::object left, nb::object right, nb::handle schema_word) {
  return to_number(score_names(text_of(left, "left").value_or(""), text_of(right, "right").value_or(""),
                               schema_of(schema_word)));
}

}  // namespace

score_rules rules_of(nb::handle name_pack) {
  if (name_pack.is_none()) return score_rules();
  return take(score_rules::read_name_pack(string_of(name_pack, "name_pack")));
}

void add_comparison(nb::module_& m) {
  m.def("compare_json", &compare, nb::arg("left"), nb::arg("right"), nb::arg("schema").none(),
        nb::arg("threshold"), nb::arg("name_pack").none());
  m.def("score", &score_two, nb::arg("left"), nb::arg("right"), nb::arg("schema").none());
}

}  // namespace tradewarden::python
