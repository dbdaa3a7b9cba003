// What the program says by its exit code. The numbers are part of the interface.
#ifndef TRADEWARDEN_CLI_EXIT_CODE_HPP
#define TRADEWARDEN_CLI_EXIT_CODE_HPP

namespace tradewarden::cli {

enum exit_code : int {
  k_done = 0,
  k_output_failed = 1,  ///< The answer could not be written (disk full), or a defect.
  k_usage = 2,
  k_rows_failed = 3,  ///< Some rows, or the one query, could not be screened or compared.
  k_refused = 4,      ///< An input was refused whole: missing, empty, truncated, damaged.
  k_hit = 10,         ///< With --fail-on-hit: a possible match.
};

}  // namespace tradewarden::cli

#endif  // TRADEWARDEN_CLI_EXIT_CODE_HPP
