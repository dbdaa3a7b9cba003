#include "cli/colour_option.hpp"

#include <CLI/CLI.hpp>
#include <string>

namespace tradewarden::cli {

void add_colour(CLI::App& app, colour_mode& to) {
  app.add_option_function<std::string>(
         "--color,--colour",
         [&to](const std::string& word) {
           to = word == "always"  ? colour_mode::always
                : word == "never" ? colour_mode::never
                                  : colour_mode::automatic;
         },
         "auto (a terminal, unless NO_COLOR), always, never")
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->option_text("WHEN");
}

}  // namespace tradewarden::cli
