#include "tradewarden/ownership.hpp"

#include "tradewarden/ownership_assessment.hpp"

namespace tradewarden {

std::string_view to_string(ownership_verdict v) noexcept {
  switch (v) {
    case ownership_verdict::restricted: return "restricted";
    case ownership_verdict::depends: return "depends";
    default: return "not_restricted";
  }
}

result<ownership_answer> assess_ownership(const ownership_graph& graph, const ownership_question& q,
                                          const rule_book& rules) {
  const auto a = ownership_assessment::make(graph, q.regime, q.date ? *q.date : day::today_utc(), rules);
  if (!a) return a.error();
  return q.entities.empty() ? a->answer_all(q.limit) : a->answer(q.entities);
}

}  // namespace tradewarden
