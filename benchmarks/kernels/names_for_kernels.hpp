// Names for the kernels: composed of syllables, so that they need no file and are the same anywhere.
//
// Threads: made on first use, safe from any thread.
#ifndef TRADEWARDEN_BENCHMARKS_KERNELS_NAMES_FOR_KERNELS_HPP
#define TRADEWARDEN_BENCHMARKS_KERNELS_NAMES_FOR_KERNELS_HPP

#include <string>
#include <vector>

#include "benchmarks/corpus.hpp"

namespace tradewarden::bench {

/// 100,000 names of 2 to 4 words; every fifth ends in a legal form.
[[nodiscard]] const std::vector<named_row>& kernel_names();
/// Half members with edits, half not.
[[nodiscard]] const std::vector<query_row>& kernel_queries();
/// The bytes of their index.
[[nodiscard]] const std::string& kernel_index_bytes();
[[nodiscard]] const party_index& kernel_index();

}  // namespace tradewarden::bench

#endif  // TRADEWARDEN_BENCHMARKS_KERNELS_NAMES_FOR_KERNELS_HPP
