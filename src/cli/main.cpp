#include "cli/command_line.hpp"

int main(int argc, char** argv) { return tradewarden::cli::run(argc, argv); }
