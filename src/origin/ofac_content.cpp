#include "origin/ofac_content.hpp"

namespace tradewarden::detail {

content_decision decide_ofac_content(const legal_context& ctx, const signature& content) {
  content_decision d;
  const rule_answer<truth> a = ctx.book.ofac_counts(*content.code, content.hs, ctx.on, to_string(content.content));
  ctx.log.add(a, d.rules);
  d.counts = ctx.taken(a);
  d.reason = a.why.empty() ? "560.205" : std::string(a.why);
  d.why = "31 CFR 560.205(a)(2): " + d.reason;
  if (d.counts == truth::unknown) {
    for (const std::string& s : a.asks) d.asks.push_back(ctx.asked(s));
  }
  return d;
}

}  // namespace tradewarden::detail
