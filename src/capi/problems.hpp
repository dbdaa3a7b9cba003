// What is said of the rows of a source, as the caller's problems.
//
// Threads: pure functions.
#ifndef TRADEWARDEN_CAPI_PROBLEMS_HPP
#define TRADEWARDEN_CAPI_PROBLEMS_HPP

#include <string>
#include <vector>

#include "capi/handles.hpp"
#include "tradewarden/publication.hpp"

namespace tradewarden::capi {

/// Those behind the first `from`.
void tell_all(tw_problems& to, const std::vector<diagnostic>& said, std::size_t from = 0);
/// The same with its file, where it names none.
[[nodiscard]] error named(error e, const std::string& file);

}  // namespace tradewarden::capi

#endif  // TRADEWARDEN_CAPI_PROBLEMS_HPP
