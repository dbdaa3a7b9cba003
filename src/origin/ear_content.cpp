#include "origin/ear_content.hpp"

namespace tradewarden::detail {

namespace {

void ask(content_decision& d, const legal_context& ctx, std::string_view id) {
  std::string text = ctx.asked(id);
  if (!text.empty() && std::find(d.asks.begin(), d.asks.end(), text) == d.asks.end()) {
    d.asks.push_back(std::move(text));
  }
}

template <class T>
truth use(content_decision& d, const legal_context& ctx, const rule_answer<T>& a) {
  ctx.log.add(a, d.rules);
  const truth t = ctx.taken(a);
  if (t == truth::unknown) {
    for (const std::string& s : a.asks) ask(d, ctx, s);
  }
  return t;
}

/// The embargoes of Part 746 say themselves what counts.
content_decision by_part_746(const legal_context& ctx, const signature& s) {
  content_decision d;
  const rule_answer<truth> a =
      ctx.book.part_746_counts(*s.code, s.hs, ctx.destination, ctx.exported_from, ctx.on,
                               to_string(s.content));
  d.counts = use(d, ctx, a);
  d.reason = a.why.empty() ? "part_746" : std::string(a.why);
  d.why = "Part 746 decides for the destination: " + d.reason;
  return d;
}

/// The entry's reasons for control against the country chart and the named destinations.
content_decision by_chart(const legal_context& ctx, const signature& s) {
  content_decision d;
  const classification& c = *s.code;
  switch (c.kind()) {
    case classification_kind::unknown:
      d.reason = "unclassified";
      d.why = "the classification is not known";
      ask(d, ctx, "classification");
      return d;
    case classification_kind::itar:
      d.reason = "itar";
      d.why = "content under the ITAR is not for the EAR to decide";
      ask(d, ctx, "itar_content");
      return d;
    case classification_kind::ear99:
      d.counts = truth::no;
      d.reason = "ear99";
      d.why = "EAR99 has no reason for control";
      return d;
    case classification_kind::eccn: break;
  }
  if (use(d, ctx, ctx.book.entry_exists(c, ctx.on)) == truth::no) {
    d.reason = "no_such_entry";
    d.why = "the control list has no entry " + std::string(c.entry());
    ask(d, ctx, "classification");
    return d;
  }
  truth needed = truth::no;     // a licence, for any reason
  truth besides = truth::no;    // for a reason other than NS
  std::string marked, open;
  for (const licence_reason& r : ctx.book.licence_reasons(c, ctx.destination, ctx.on)) {
    truth required = r.required;
    if (ctx.strict_editions && (r.basis.other_edition || r.destination_basis.other_edition) &&
        r.applies != truth::no) {
      required = truth::unknown;
    }
    ctx.log.note(r.basis, d.rules);
    if (required != truth::no) ctx.log.note(r.destination_basis, d.rules);
    needed = needed || required;
    if (r.reason != "NS") besides = besides || required;
    const std::string name = r.kind == control_kind::chart
                                 ? std::string(r.control)
                                 : std::string(r.reason) + " (" + std::string(r.control) + ")";
    if (required == truth::yes) marked += (marked.empty() ? "" : ", ") + name;
    if (required == truth::unknown) {
      open += (open.empty() ? "" : ", ") + name;
      if (!r.asks.empty()) ask(d, ctx, r.asks);
    }
  }
  if (use(d, ctx, ctx.book.reasons_known(c, ctx.on)) != truth::yes && needed == truth::no) {
    needed = truth::unknown;
    ask(d, ctx, "entry_text");
  }
  if (needed == truth::no) {
    d.counts = truth::no;
    d.reason = "no_licence_required";
    d.why = "no reason for control of " + c.to_string() + " reaches the destination";
    return d;
  }
  if (const truth short_supply = use(d, ctx, ctx.book.short_supply_only(c, ctx.on));
      short_supply == truth::yes) {
    d.counts = truth::no;
    d.reason = "short_supply_only";
    d.why = "short supply is the only reason for control";
    return d;
  }
  d.counts = needed;
  d.reason = needed == truth::yes ? "licence_required" : "licence_open";
  d.why = needed == truth::yes
              ? "marked for the destination: " + marked
              : "not decided for the destination: " + (open.empty() ? "its entry" : open);
  // GBS takes commodities out of the count for which NS is the only reason there.
  if (s.content == content_class::commodity && besides != truth::yes) {
    const truth listed = use(d, ctx, ctx.book.gbs_listed(c, ctx.on));
    const truth reached = listed == truth::no
                              ? truth::no
                              : use(d, ctx, ctx.book.gbs_destination(ctx.destination, ctx.on));
    const truth excluded = listed && reached && !besides;
    if (excluded == truth::yes) {
      d.reason = "gbs";
      d.why = "NS is the only reason for the destination, and the entry lists GBS";
    } else if (excluded == truth::unknown) {
      d.reason = "gbs_open";
      d.why += "; whether GBS takes it out of the count is not known";
      if (d.asks.empty()) d.asks.push_back("Does License Exception GBS cover this content?");
    }
    d.counts = d.counts && !excluded;
  }
  return d;
}

/// Content of a class that is not measured in a product of this one. Technology is no content of a
/// commodity (734.3(a)(3)); what else a bill mixes is measured in a product that it does not name.
content_decision of_other_class(const signature& s, content_class product, content_decision d) {
  const std::string apart = std::string(to_string(s.content)) + " is computed apart from " +
                            std::string(to_string(product));
  if (product == content_class::commodity) {
    d.counts = truth::no;
    d.why = apart;
  } else if (d.counts == truth::no) {
    return d;
  } else {
    d.counts = truth::unknown;
    d.why = apart + ", of which the bill names no product";
    d.asks = {"Of what product of class " + std::string(to_string(s.content)) +
              " is it content? Give that product lines of its own."};
  }
  d.reason = "other_class";
  return d;
}

}  // namespace

content_decision decide_ear_content(const legal_context& ctx, const signature& s,
                                    content_class product) {
  const bool bundled =
      s.content == content_class::software && product == content_class::commodity;
  const auto decide = [&] {
    const rule_answer<truth> embargo = ctx.book.part_746_applies(ctx.destination, ctx.on);
    content_decision d;
    switch (embargo.value) {
      case truth::yes: d = by_part_746(ctx, s); break;
      case truth::no: d = by_chart(ctx, s); break;
      case truth::unknown:
        d.reason = "destination_open";
        d.why = "the rules do not tell what counts for the destination";
        for (const std::string& a : embargo.asks) ask(d, ctx, a);
        break;
    }
    ctx.log.add(embargo, d.rules);
    return d;
  };
  content_decision d = decide();
  if (s.content != product && !bundled) return of_other_class(s, product, std::move(d));
  if (!bundled || d.counts == truth::no) return d;

  // 73 FR 56964: EAR99 and anti-terrorism alone; before that no software counted in hardware.
  const truth since = use(d, ctx, ctx.book.bundled_software(ctx.on));
  truth plain = truth::unknown;
  if (s.code->kind() == classification_kind::ear99) {
    plain = truth::yes;
  } else if (s.code->is_eccn()) {
    plain = use(d, ctx, ctx.book.at_only(*s.code, ctx.on));
  }
  const truth added = since && plain;
  if (added == truth::yes) return d;
  d.own_analysis = d.counts && !added;
  d.counts = d.counts && added;
  if (added == truth::no) {
    d.reason = "software_apart";
    d.why = since == truth::no
                ? "before 73 FR 56964 (1 Oct 2008) software was not computed with hardware: it needs "
                  "an analysis of its own"
                : "bundled software counts in hardware if it is EAR99 or controlled for "
                  "anti-terrorism alone; other software needs an analysis of its own";
  }
  return d;
}

}  // namespace tradewarden::detail
