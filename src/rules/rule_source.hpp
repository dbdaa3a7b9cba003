// Where rule files come from: the library itself, and a user's folder.
//
// Threads: reads the file system.
#ifndef TRADEWARDEN_RULES_RULE_SOURCE_HPP
#define TRADEWARDEN_RULES_RULE_SOURCE_HPP

#include <string>
#include <vector>

#include "rules/rule_file.hpp"

namespace tradewarden::rules {

inline constexpr std::size_t k_max_files = 10'000;
inline constexpr std::size_t k_max_folder_depth = 16;
inline constexpr std::size_t k_max_total_bytes = std::size_t{256} << 20;

/// The files that the library carries.
[[nodiscard]] std::vector<rule_file> built_in_files(std::vector<error>& problems);

/// The built-in files with each *.json of the folder in the place of the same id, or beside them.
/// Problems of all files are added; a folder without a rule file is one.
[[nodiscard]] std::vector<rule_file> files_with_folder(const std::string& folder,
                                                       std::vector<error>& problems);

/// Splits "PATH\nBYTES\n..." as the build embeds it.
[[nodiscard]] std::vector<rule_file> files_of_text(std::string_view text,
                                                   std::vector<error>& problems);

}  // namespace tradewarden::rules

#endif  // TRADEWARDEN_RULES_RULE_SOURCE_HPP
