// The parts of the extension module, one function for each file.
//
// Threads: called once, on import.
#ifndef TRADEWARDEN_PYTHON_PARTS_HPP
#define TRADEWARDEN_PYTHON_PARTS_HPP

#include <nanobind/nanobind.h>

#include "tradewarden/score_rules.hpp"

namespace tradewarden::python {

namespace nb = nanobind;

void add_screening(nb::module_& m);
void add_screen_table(nb::module_& m);
void add_comparison(nb::module_& m);
void add_origin(nb::module_& m);
void add_store(nb::module_& m);
void add_rescreening(nb::module_& m);
void add_ownership(nb::module_& m);

/// The rules of a score version with the name pack of a path, or without one for None.
[[nodiscard]] score_rules rules_of(nb::handle name_pack);

}  // namespace tradewarden::python

#endif  // TRADEWARDEN_PYTHON_PARTS_HPP
