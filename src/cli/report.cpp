#include "cli/report.hpp"

#include <iostream>

#include "cli/terminal.hpp"

namespace tradewarden::cli {

void say(std::string_view sentence) {
  std::cerr << "tradewarden: " << printable(sentence) << '\n';
}

exit_code report(const error& e) {
  say(e.to_string());
  if (e.code == errc::usage) return k_usage;
  return e.code == errc::io ? k_output_failed : k_refused;
}

int put_lines(const std::vector<std::string>& lines) {
  for (const std::string& line : lines) std::cout << line << '\n';
  return output_written() ? k_done : k_output_failed;
}

int put_text(const std::string& text) {
  std::cout << text << '\n';
  return output_written() ? k_done : k_output_failed;
}

bool output_written() {
  std::cout.flush();
  if (std::cout) return true;
  say("standard output: cannot be written");
  return false;
}

}  // namespace tradewarden::cli
