// tradewarden._core: the library as the package needs it. What users see is in ../tradewarden.
#include <nanobind/nanobind.h>

#include "audit/json_parts.hpp"
#include "errors.hpp"
#include "parts.hpp"
#include "tradewarden/version.hpp"
#include "values.hpp"

namespace nb = nanobind;

NB_MODULE(_core, m) {
  m.doc() = "The tradewarden library. Use the package tradewarden, not this module.";
  tradewarden::python::register_errors();
  m.attr("__version__") = tradewarden::python::to_str(tradewarden::k_version);
  m.def("version_json", [] { return tradewarden::python::to_str(tradewarden::audit::version_json()); },
        "The engine, the score versions it knows, and their tables, as JSON.");
  tradewarden::python::add_screening(m);
  tradewarden::python::add_screen_table(m);
  tradewarden::python::add_comparison(m);
  tradewarden::python::add_origin(m);
  tradewarden::python::add_store(m);
  tradewarden::python::add_rescreening(m);
  tradewarden::python::add_ownership(m);
}
