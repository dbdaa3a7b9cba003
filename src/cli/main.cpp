#include <fcntl.h>

#include <initializer_list>

#include "cli/command_line.hpp"

namespace {

/// A standard stream that was closed must not pass its number on to the next file opened: what is
/// meant for the screen would be written into it. Reading and writing it still fail.
void keep_standard_streams_apart() {
  for (const int stream : {0, 1, 2}) {
    if (fcntl(stream, F_GETFD) != -1) continue;
    // The lowest free number is the stream's own; opened for what is never done with it.
    (void)!open("/dev/null", stream == 0 ? O_WRONLY : O_RDONLY);
  }
}

}  // namespace

int main(int argc, char** argv) {
  keep_standard_streams_apart();
  return tradewarden::cli::run(argc, argv);
}
