// The option --color.
//
// Example:
//   add_colour(app, request.colour);
//
// Threads: once per process.
#ifndef TRADEWARDEN_CLI_COLOUR_OPTION_HPP
#define TRADEWARDEN_CLI_COLOUR_OPTION_HPP

#include "cli/terminal.hpp"

namespace CLI {
class App;
}

namespace tradewarden::cli {

/// `to` keeps its value where the option is not given; it outlives the parsing.
void add_colour(CLI::App& app, colour_mode& to);

}  // namespace tradewarden::cli

#endif  // TRADEWARDEN_CLI_COLOUR_OPTION_HPP
