// The columns of rows that hold two names each.
//
// Example:
//   auto opened = batch_streams::open(request.streams, k_pair_keys);
//   s = score_names(row.values[k_pair_left], row.values[k_pair_right], kind, rules);
//
// Threads: constants.
#ifndef TRADEWARDEN_CLI_PAIR_ROWS_HPP
#define TRADEWARDEN_CLI_PAIR_ROWS_HPP

#include <cstddef>

#include "cli/row_reader.hpp"

namespace tradewarden::cli {

/// Positions in k_pair_keys.
enum pair_key : std::size_t { k_pair_id, k_pair_left, k_pair_right, k_pair_schema };
inline constexpr row_key k_pair_keys[] = {
    {"id", true}, {"left", true}, {"right", true}, {"schema", false}};

}  // namespace tradewarden::cli

#endif  // TRADEWARDEN_CLI_PAIR_ROWS_HPP
