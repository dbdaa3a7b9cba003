// How many threads, and how much work at once, as a caller of the C interface says it.
//
// Threads: a pure function.
#ifndef TRADEWARDEN_CAPI_BATCH_HPP
#define TRADEWARDEN_CAPI_BATCH_HPP

#include <cstdint>
#include <string_view>

#include "tradewarden.h"
#include "tradewarden/batch_screening.hpp"
#include "tradewarden/result.hpp"

namespace tradewarden::capi {

/// Zero is the default of either. Error bad_value for impossible numbers.
[[nodiscard]] result<batch_options> batch_options_of(std::uint32_t threads,
                                                     std::uint32_t rows_at_once,
                                                     std::string_view parameter);

[[nodiscard]] result<batch_options> batch_options_of(const tw_batch_options* options);

}  // namespace tradewarden::capi

#endif  // TRADEWARDEN_CAPI_BATCH_HPP
