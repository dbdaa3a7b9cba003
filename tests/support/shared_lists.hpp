// The real lists that developers have beside the project; absent on a user's machine.
#ifndef TRADEWARDEN_TESTS_SUPPORT_SHARED_LISTS_HPP
#define TRADEWARDEN_TESTS_SUPPORT_SHARED_LISTS_HPP

#include <optional>
#include <string>

#include "tradewarden/party_set.hpp"

namespace tradewarden::tests {

/// The folder, or empty if it is not there.
[[nodiscard]] std::string shared_folder();

/// OFAC's two lists, the Consolidated Screening List and the Denied Persons List, merged.
[[nodiscard]] std::optional<party_set> real_lists();

}  // namespace tradewarden::tests

#endif  // TRADEWARDEN_TESTS_SUPPORT_SHARED_LISTS_HPP
