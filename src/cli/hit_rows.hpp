// Hits as lines of TSV or CSV, one per hit.
//
// Threads: pure functions.
#ifndef TRADEWARDEN_CLI_HIT_ROWS_HPP
#define TRADEWARDEN_CLI_HIT_ROWS_HPP

#include <cstdint>
#include <string>

#include "cli/row_reader.hpp"
#include "tradewarden/error.hpp"
#include "tradewarden/screening.hpp"

namespace tradewarden::cli {

/// query_id, rank, source_id, score, list, matched_name, status, from, until, schema, programmes,
/// citations, party, notes, same_party (the rank of the first hit of the same
/// party), decision (its state: in_force sets the hit aside).
[[nodiscard]] std::string hit_header(row_format format);

/// A hit that is no entry of a list.
struct table_hit {
  std::string query_id;
  std::uint32_t rank = 0;
  std::string source_id, score, list, matched_name, status, programmes, citations, party, notes;
};
[[nodiscard]] std::string hit_line(const table_hit& hit, row_format format);

/// One line per hit; nothing if there is none.
[[nodiscard]] std::string hit_lines(const screening_answer& answer, row_format format);

/// In CSV, which people read: a line with status "none_shown" for a row without hits that has notes: a
/// weak alias held back, a hit left out. Nothing in TSV.
[[nodiscard]] std::string notes_line(const screening_answer& answer, row_format format);

/// In CSV, which people read: a line for a row that was not screened, with status "not_screened" and
/// the problem in the notes. Nothing in TSV.
[[nodiscard]] std::string failed_line(const std::string& id, const error& problem,
                                      row_format format);

}  // namespace tradewarden::cli

#endif  // TRADEWARDEN_CLI_HIT_ROWS_HPP
