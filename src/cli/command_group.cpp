#include "cli/command_group.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>

#include "cli/exit_code.hpp"

namespace tradewarden::cli {

bool command_group::chosen() const {
  const auto all = commands();
  return std::any_of(all.begin(), all.end(), [](const CLI::App* c) { return static_cast<bool>(*c); });
}

int usage_error(const CLI::App& command, const std::string& what) {
  const std::string name = command.get_parent() == nullptr ? std::string() : " " + command.get_name();
  std::fprintf(stderr, "tradewarden%s: %s\nRun with --help for more information.\n", name.c_str(),
               what.c_str());
  return k_usage;
}

}  // namespace tradewarden::cli
