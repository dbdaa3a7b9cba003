#include "capi/caller_queries.hpp"

#include <cstring>

#include "capi/screening.hpp"

namespace tradewarden::capi {

bool caller_queries::next(screening_query& query) {
  std::memset(&room_, 0, sizeof room_);
  room_.known.struct_size = sizeof(tw_query);
  const std::int32_t said = next_(context_, &room_.known);
  if (said == 0) return false;
  if (said != 1) return stop(usage("a callback returns 0 or 1", "next"));
  room_.known.struct_size = sizeof room_;
  const auto q = read_struct(&room_.known, "query");
  if (!q) return stop(q.error());
  auto asked = query_of(*q);
  if (!asked) return stop(asked.error());
  query = std::move(*asked);
  return true;
}

}  // namespace tradewarden::capi
