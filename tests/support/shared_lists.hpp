// The real lists that developers have beside the project, in ../shared; absent on a user's machine.
//
//   TEST_CASE("the real list") {
//     TRADEWARDEN_SHARED(path, "lists/un-2026-02/list.xml");  // leaves, saying so, if it is absent
//     read(path);
//
// No test finds them in another way: the folder's place is known to shared_lists.cpp alone.
//
// Threads: reads the file system.
#ifndef TRADEWARDEN_TESTS_SUPPORT_SHARED_LISTS_HPP
#define TRADEWARDEN_TESTS_SUPPORT_SHARED_LISTS_HPP

#include <optional>
#include <string>
#include <string_view>

#include "catch.hpp"
#include "tradewarden/party_set.hpp"

namespace tradewarden::tests {

/// The folder, or empty if it is not there.
[[nodiscard]] std::string shared_folder();

/// A file or folder in it, or empty if that is not there.
[[nodiscard]] std::string shared_path(std::string_view below);

/// OFAC's two lists, the Consolidated Screening List and the Denied Persons List, merged.
[[nodiscard]] std::optional<party_set> real_lists();

}  // namespace tradewarden::tests

/// Declares `path` as the place of ../shared/`below`, or leaves the test as skipped.
#define TRADEWARDEN_SHARED(path, below)                                            \
  const std::string path = tradewarden::tests::shared_path(below);                 \
  if (path.empty()) TRADEWARDEN_SKIP(std::string("no ../shared/") + (below))

#endif  // TRADEWARDEN_TESTS_SUPPORT_SHARED_LISTS_HPP
