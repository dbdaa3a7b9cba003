#include "errors.hpp"

#include <exception>

namespace tradewarden::python {
namespace {

nb::object text(const std::string& s) {
  return nb::steal(PyUnicode_DecodeUTF8(s.data(), static_cast<Py_ssize_t>(s.size()), "replace"));
}

void translate(const std::exception_ptr& thrown, void*) {
  try {
    std::rethrow_exception(thrown);
  } catch (const raised& r) {
    nb::list rows;
    for (const error& e : r.problems) rows.append(error_row(e));
    const nb::object made = nb::module_::import_("tradewarden._errors").attr("made")(rows);
    PyErr_SetObject(reinterpret_cast<PyObject*>(Py_TYPE(made.ptr())), made.ptr());
  }
}

}  // namespace

nb::tuple error_row(const error& e) {
  return nb::make_tuple(static_cast<int>(e.code), text(std::string(to_string(e.code))),
                        text(e.message), text(e.file), e.line, text(e.field),
                        text(e.to_string()));
}

void register_errors() { nb::register_exception_translator(translate); }

}  // namespace tradewarden::python
