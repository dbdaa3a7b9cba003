#include "origin/zero_percent.hpp"

namespace tradewarden::detail {

std::vector<open_case> open_cases(const legal_context& ctx, const signature& product) {
  std::vector<open_case> out;
  for (const zero_percent_case& c : ctx.book.zero_percent_cases(ctx.on)) {
    open_case o{c, truth::unknown, truth::yes, {}, {}, {}};
    if (!c.product_type.empty() && c.product_type != to_string(product.content)) continue;
    const rule_answer<truth> there = ctx.book.destination(c.destination, ctx.destination, ctx.on);
    o.destination = ctx.taken(there);
    if (o.destination == truth::no) continue;
    if (!c.product.empty()) {
      const rule_answer<truth> made = ctx.book.case_product(c, *product.code);
      o.product = ctx.taken(made);
      if (o.product == truth::no) continue;
      ctx.log.add(made, o.rules);
    }
    bool denied = false;
    for (const std::string_view f : c.facts) {
      const truth t = ctx.fact(f);
      denied |= t == truth::no;
      if (t == truth::unknown) o.unknown_facts.emplace_back(f);
    }
    for (const std::string_view f : c.unless) {
      const truth t = ctx.fact(f);
      denied |= t == truth::yes;
      if (t == truth::unknown) o.unknown_unless.emplace_back(f);
    }
    if (denied) continue;
    if (ctx.strict_editions && c.basis.other_edition) o.destination = truth::unknown;
    ctx.log.note(c.basis, o.rules);
    ctx.log.add(there, o.rules);
    out.push_back(std::move(o));
  }
  return out;
}

truth is_case_content(const legal_context& ctx, const open_case& c, const signature& content) {
  return ctx.taken(ctx.book.case_content(c.rule, *content.code));
}

truth needs_review(const legal_context& ctx, const signature& content,
                   std::vector<std::uint32_t>& rules) {
  const rule_answer<truth> a = ctx.book.encryption_review(*content.code, ctx.on);
  if (a.value != truth::no) ctx.log.add(a, rules);
  return ctx.taken(a);
}

}  // namespace tradewarden::detail
