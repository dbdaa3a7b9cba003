// What the program says by its exit code. The numbers are part of the interface.
#ifndef TRADEWARDEN_CLI_EXIT_CODE_HPP
#define TRADEWARDEN_CLI_EXIT_CODE_HPP

namespace tradewarden::cli {

enum exit_code : int {
  k_done = 0,           ///< Also an index build that has reported single rejected rows.
  k_output_failed = 1,  ///< The output could not be written (disk full), or a defect.
  k_usage = 2,          ///< An option or its value is wrong.
  k_rows_failed = 3,    ///< Some rows failed; or the one name held no letter or digit.
  k_refused = 4,        ///< An input was refused whole: missing, empty, truncated, damaged.
  k_hit = 10,           ///< With --fail-on-hit: at least one possible match; outweighs 3.
  k_stale = 11,         ///< `lists status --max-age`: a list is older than that, or there is none.
};

}  // namespace tradewarden::cli

#endif  // TRADEWARDEN_CLI_EXIT_CODE_HPP
