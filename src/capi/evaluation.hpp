// What stands behind the handles of the measures: labelled sets, variants, evaluations. Apart from
// handles.hpp, so that the other calls need not read their headers.
//
// Threads: as the handles: immutable once made.
#ifndef TRADEWARDEN_CAPI_EVALUATION_HPP
#define TRADEWARDEN_CAPI_EVALUATION_HPP

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "capi/handles.hpp"
#include "tradewarden/compare_evaluations.hpp"
#include "tradewarden/evaluate.hpp"
#include "tradewarden/evaluate_pairs.hpp"
#include "tradewarden/labelled_set.hpp"
#include "tradewarden/variants.hpp"

struct tw_labelled_set : tradewarden::capi::tagged<20> {
  std::shared_ptr<const tradewarden::labelled_set> content;
};

struct tw_variants : tradewarden::capi::tagged<21> {
  tradewarden::variant_set content;
};

struct tw_evaluation : tradewarden::capi::tagged<22> {
  [[nodiscard]] const tradewarden::party_index* asked() const {
    return index ? &index->index : nullptr;
  }

  tradewarden::capi::shared_index index;  ///< None for another system's hits.
  std::shared_ptr<const tradewarden::labelled_set> set;
  std::shared_ptr<const tradewarden::evaluation> content;
};

struct tw_differences : tradewarden::capi::tagged<23> {
  tradewarden::capi::shared_index index;
  std::shared_ptr<const tradewarden::evaluation> ours;
  std::shared_ptr<const tradewarden::evaluation> theirs;
  std::vector<tradewarden::system_difference> rows;
};

struct tw_pair_evaluation : tradewarden::capi::tagged<24> {
  tradewarden::pair_evaluation content;
};

namespace tradewarden::capi {

/// Rows that cannot be read, of which the first `rows.size()` are kept.
[[nodiscard]] std::unique_ptr<tw_problems> row_problems(const std::vector<error>& rows,
                                                        std::uint64_t count);

}  // namespace tradewarden::capi

#endif  // TRADEWARDEN_CAPI_EVALUATION_HPP
