#include "capi/output.hpp"

namespace tradewarden::capi {

tw_day number(const day& d) noexcept {
  return d.year() * 10'000 + d.month() * 100 + d.day_of_month();
}

tw_day number(const std::optional<day>& d) noexcept { return d ? number(*d) : 0; }

tw_amount amount_view(const amount_range& a) noexcept {
  tw_amount out{str(a.low.num()), str(a.low.den()), str(std::string_view()),
                str(std::string_view())};
  if (a.high) {
    out.high_num = str(a.high->num());
    out.high_den = str(a.high->den());
  }
  return out;
}

tw_amount amount_view(const exact_fraction& f) noexcept {
  return {str(f.num()), str(f.den()), str(f.num()), str(f.den())};
}

tw_amount amount_view(const std::optional<exact_fraction>& f) noexcept {
  constexpr std::string_view none;
  return f ? amount_view(*f) : tw_amount{str(none), str(none), str(none), str(none)};
}

tw_share share_view(const exact_share& s) noexcept {
  constexpr std::string_view none;
  tw_share out{str(s.low.num()),     str(s.low.den()),      str(none), str(none),
               str(s.low_display), str(s.high_display)};
  if (s.high) {
    out.high_num = str(s.high->num());
    out.high_den = str(s.high->den());
  }
  return out;
}

tw_decimal decimal_view(const decimal& d) noexcept { return {d.units(), d.scale(), 0}; }

tw_price price_view(const price_range& p) noexcept {
  return {p.known ? 1 : 0, 0, decimal_view(p.low), decimal_view(p.high)};
}

namespace {

/// What measures and overlays have in common: their days, citations and note.
template <class View, class Dated>
void view_basis(View& out, const Dated& from) noexcept {
  out.from = number(from.from);
  out.until = number(from.until);
  out.published = number(from.published);
  out.verified = from.verified ? 1 : 0;
  out.citation = str(from.citations.empty() ? std::string_view() : from.citations.front());
  out.citations = from.citations.size();
  out.note = str(from.note);
}

}  // namespace

tw_measure measure_view(const measure& m) noexcept {
  tw_measure out{};
  out.kind = static_cast<std::int32_t>(m.kind);
  out.end = static_cast<std::int32_t>(m.end);
  view_basis(out, m);
  return out;
}

tw_overlay overlay_view(const overlay& o) noexcept {
  tw_overlay out{};
  out.kind = str(o.kind);
  view_basis(out, o);
  return out;
}

tw_counterfactual counterfactual_view(const counterfactual& c) noexcept {
  tw_counterfactual out{};
  out.kind = str(c.kind);
  out.subject = str(c.subject);
  out.words = str(c.words);
  out.hit = c.hit ? 1 : 0;
  out.has_score = c.score ? 1 : 0;
  out.score = c.score ? c.score->units() : 0;
  return out;
}

}  // namespace tradewarden::capi
