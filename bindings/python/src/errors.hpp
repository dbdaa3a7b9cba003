// Errors of the library as exceptions of Python: thrown as `raised`, which the module translates.
//
// Example:
//   tradewarden::party_index idx = take(tradewarden::party_index::open(path));
//
// Threads: raise with the GIL held.
#ifndef TRADEWARDEN_PYTHON_ERRORS_HPP
#define TRADEWARDEN_PYTHON_ERRORS_HPP

#include <nanobind/nanobind.h>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "tradewarden/error.hpp"
#include "tradewarden/result.hpp"

namespace tradewarden::python {

namespace nb = nanobind;

/// The first of `problems` is what is wrong; a bill has all of its.
struct raised {
  std::vector<error> problems;
};

[[noreturn]] inline void raise(error e) { throw raised{{std::move(e)}}; }
[[noreturn]] inline void raise_usage(std::string message, std::string field) {
  raise({errc::usage, std::move(message), {}, 0, std::move(field)});
}

/// All that is wrong with a bill or a graph, of which `more` problems are counted alone.
[[noreturn]] inline void raise_all(std::vector<error> problems, std::uint64_t more) {
  if (more != 0 && !problems.empty()) {
    error rest = problems.front();
    rest.message = std::to_string(more) + " more problems";
    rest.line = 0;
    rest.field.clear();
    problems.push_back(std::move(rest));
  }
  throw raised{std::move(problems)};
}

template <class T>
[[nodiscard]] T take(result<T> r) {
  if (!r) raise(r.error());
  return std::move(*r);
}
inline void take(const result<void>& r) {
  if (!r) raise(r.error());
}
/// The same, with the name of the argument if the error names no field.
template <class T>
[[nodiscard]] T take(result<T> r, const char* argument) {
  if (!r) {
    error e = r.error();
    if (e.field.empty()) e.field = argument;
    raise(std::move(e));
  }
  return std::move(*r);
}

/// What an exception of the package is made of.
[[nodiscard]] nb::tuple error_row(const error& e);

/// Makes `raised` an exception of the package's own hierarchy (tradewarden/_errors.py).
void register_errors();

}  // namespace tradewarden::python

#endif  // TRADEWARDEN_PYTHON_ERRORS_HPP
