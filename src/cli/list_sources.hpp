// Where lists are published: addresses as data, with the day on which they were known.
//
// Example:
//   auto all = parse_list_sources(built_in_list_sources(), "list_sources.json");
//   for (const list_source& s : all->sources) std::cout << s.name << '\n';
//
// Threads: pure functions.
#ifndef TRADEWARDEN_CLI_LIST_SOURCES_HPP
#define TRADEWARDEN_CLI_LIST_SOURCES_HPP

#include <string>
#include <string_view>
#include <vector>

#include "tradewarden/day.hpp"
#include "tradewarden/result.hpp"

namespace tradewarden::cli {

struct list_source_file {
  std::string name;  ///< Under which it is kept.
  std::string url;
};

struct list_source {
  std::string name;    ///< "ofac-sdn": what `lists fetch` calls it.
  std::string format;  ///< As in source_spec::format.
  bool verified = false;
  bool by_name_only = false;  ///< Not among those fetched when none is named.
  std::string citation;
  std::vector<list_source_file> files;  ///< The main one first.
  std::vector<std::string> allowed_hosts;  ///< Where a redirect may go besides the host itself.
};

struct list_sources {
  day as_of;
  std::vector<list_source> sources;
};

/// The JSON text of src/rules/list_sources.json; lives as long as the program.
[[nodiscard]] std::string_view built_in_list_sources() noexcept;

/// Errors: bad_syntax, missing_field, bad_value (a key that is not known, an address that is none).
[[nodiscard]] result<list_sources> parse_list_sources(std::string_view json, const std::string& file);

/// "LIST=URL" or "LIST/FILE=URL", which takes the place of an address. Errors: usage.
[[nodiscard]] result<void> override_url(list_sources& sources, std::string_view text);

}  // namespace tradewarden::cli

#endif  // TRADEWARDEN_CLI_LIST_SOURCES_HPP
