// A question and its policy as a caller of the C interface hands them in.
//
// Threads: pure functions.
#ifndef TRADEWARDEN_CAPI_SCREENING_HPP
#define TRADEWARDEN_CAPI_SCREENING_HPP

#include "capi/handles.hpp"
#include "capi/input.hpp"
#include "tradewarden/screening.hpp"

namespace tradewarden::capi {

/// Of a struct that read_struct() has brought to this library's size.
[[nodiscard]] result<screening_query> query_of(const tw_query& q);
/// Of a caller's struct, which may be of another size. Error usage if there is none.
[[nodiscard]] result<screening_query> query_given(const tw_query* query);
/// Of an array whose elements have the struct_size of the first.
[[nodiscard]] result<std::vector<screening_query>> queries_of(const tw_query* queries,
                                                              std::size_t count,
                                                              std::string_view parameter);
[[nodiscard]] result<screening_options> screening_options_of(const tw_screen_options* options);
/// The answer of one query, with what its explanations need.
[[nodiscard]] made<tw_answer> new_answer(const shared_index& index, const tw_query* query,
                                         const tw_screen_options* options);

}  // namespace tradewarden::capi

#endif  // TRADEWARDEN_CAPI_SCREENING_HPP
