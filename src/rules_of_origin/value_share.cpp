#include "rules_of_origin/value_share.hpp"

#include <algorithm>
#include <utility>


namespace tradewarden::detail {
namespace {

/// Of numbers that may be below zero.
struct bounds {
  std::optional<ratio> low;
  std::optional<ratio> high;
};

error wrong(errc code, std::string message) { return {code, std::move(message), {}, 0, {}}; }

signed_fraction to_signed(const ratio& r) {
  return r < 0 ? signed_fraction{true, to_fraction(ratio(-r))}
               : signed_fraction{false, to_fraction(r)};
}

rvc_bounds to_bounds(const bounds& b) {
  rvc_bounds out;
  if (b.low) out.low = to_signed(*b.low);
  if (b.high) out.high = to_signed(*b.high);
  return out;
}

rvc_bounds to_bounds(const interval& i) { return to_bounds(bounds{i.low, i.high}); }

interval sum_of(const std::vector<share_term>& all) {
  interval sum;
  for (const share_term& t : all) sum = plus(sum, t.amount);
  return sum;
}

std::string working_of(const std::vector<share_term>& all, const char* sign = " + ") {
  std::string out;
  for (const share_term& t : all) out += (out.empty() ? "" : sign) + t.text;
  return out;
}

/// a - b; nothing as low if b has no bound.
bounds less(const interval& a, const interval& b) {
  bounds out;
  if (b.high) out.low = a.low - *b.high;
  if (a.high) out.high = *a.high - b.low;
  return out;
}

/// units / 10^places as text, with a sign.
std::string decimals(const ratio& r, std::int32_t places) {
  const std::string text = to_fraction(r < 0 ? ratio(-r) : r).to_decimal(places);
  const bool zero = text.find_first_not_of("0.") == std::string::npos;
  return r < 0 && !zero ? "-" + text : text;
}

ratio limit_of(const rvc_limit& l) { return to_ratio(l.percent) / 100; }

bool meets(const ratio& share, const rvc_limit& l) {
  return l.at_most ? share <= limit_of(l) : share >= limit_of(l);
}

/// Four decimals; one unit towards the exact value where rounding would cross the limit.
std::string display_of(const ratio& share, const std::optional<rvc_limit>& l) {
  const ratio grain(1, 10000);
  std::string text = decimals(share, 4);
  if (!l) return text;
  // What the text says, as a number, once more.
  const bool negative = text.front() == '-';
  std::string digits = text.substr(negative ? 1 : 0);
  digits.erase(digits.find('.'), 1);
  digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size() - 1));
  ratio shown(big(digits), big(10000));
  if (negative) shown = -shown;
  if (meets(shown, *l) == meets(share, *l)) return text;
  return decimals(share > shown ? ratio(shown + grain) : ratio(shown - grain), 4);
}

template <class Show>
std::string shown(const bounds& b, Show show) {
  const std::string low = b.low ? show(*b.low) : "?";
  if (b.low && b.high && *b.low == *b.high) return low;
  const std::string high = b.high ? show(*b.high) : "?";
  return low == "?" && high == "?" ? "?" : low + ".." + high;
}

const char* formula_of(rvc_method m) {
  switch (m) {
    case rvc_method::net_cost: return "(NC - VNM) / NC";
    case rvc_method::build_up: return "(VOM + costs) / V";
    case rvc_method::focused_value: return "(V - FVNM) / V";
    case rvc_method::max_nom: return "VNM / V";
    default: return "(V - VNM) / V";
  }
}

/// The first amount that is missing or has no effect, as a sentence; empty if there is none.
std::string misfit(const share_terms& q) {
  const bool cost = q.method == rvc_method::net_cost;
  const bool up = q.method == rvc_method::build_up;
  const std::string name(to_string(q.method));
  const auto unused = [&](const std::vector<share_term>& given, bool used, const char* what) {
    return !given.empty() && !used ? "the method " + name + " does not use " + what : std::string();
  };
  for (std::string text :
       {unused(q.value, !cost, "a value of the good"),
        unused(q.international_shipping, !cost, "international shipping"),
        unused(q.total_cost, cost, "a total cost"), unused(q.costs, cost || up, "costs"),
        unused(q.excluded, cost, "excluded costs"), unused(q.vnm, !up, "the value of non-originating materials"),
        unused(q.vom, up, "the value of originating materials")}) {
    if (!text.empty()) return text;
  }
  if (!cost && q.value.empty()) return "the method " + name + " needs the value of the good";
  if (cost && q.total_cost.empty() && q.costs.empty()) return "net cost needs the total cost, or the costs that add up to it";
  if (up && q.vom.empty() && q.costs.empty()) return "build-up needs the value of originating materials";
  if (!cost && !up && q.vnm.empty()) return "the method " + name + " needs the value of non-originating materials";
  if (cost && q.vnm.empty() && q.limit) return "a limit needs the value of non-originating materials";
  return {};
}

class worked_out {
 public:
  explicit worked_out(const share_terms& q) : q_(q) {
    out_.method = q.method;
    out_.formula = formula_of(q.method);
    out_.limit = q.limit;
  }

  result<rvc_answer> answer() {
    if (std::string text = misfit(q_); !text.empty()) return wrong(errc::usage, std::move(text));
    auto base = q_.method == rvc_method::net_cost ? net_cost() : value();
    if (!base) return base.error();
    if (q_.method != rvc_method::net_cost || !q_.vnm.empty()) share(*base);
    return std::move(out_);
  }

 private:
  void step(std::string name, std::string working, rvc_bounds result) {
    out_.steps.push_back({std::move(name), std::move(working), std::move(result)});
  }

  interval added(const char* name, const std::vector<share_term>& all) {
    const interval sum = sum_of(all);
    step(name, working_of(all), to_bounds(sum));
    return sum;
  }

  /// What all shares divide by: positive, whatever the bounds.
  result<interval> positive(const char* name, std::string working, const interval& whole,
                            const interval& off, const char* why) {
    const bounds rest = less(whole, off);
    step(name, std::move(working), to_bounds(rest));
    if (!rest.low) return wrong(errc::bad_value, std::string(why) + " has no upper bound: give it as LOW..HIGH");
    if (*rest.low <= 0) return wrong(errc::bad_value, std::string("the ") + name + " is not above zero: nothing to take a share of");
    return interval{*rest.low, rest.high};
  }

  result<interval> value() {
    interval v = added("value of the good", q_.value);
    if (!q_.international_shipping.empty()) {
      const interval off = added("international shipping", q_.international_shipping);
      return positive("value without shipping", to_bounds(v).to_string() + " - " + to_bounds(off).to_string(), v, off,
                      "international shipping");
    }
    if (v.low <= 0) return wrong(errc::bad_value, "the value of the good is not above zero: nothing to take a share of");
    return v;
  }

  result<interval> net_cost() {
    interval total;
    if (!q_.costs.empty()) total = added("total cost", q_.costs);
    if (!q_.total_cost.empty()) {
      const interval told = q_.costs.empty() ? added("total cost", q_.total_cost) : sum_of(q_.total_cost);
      if (!q_.costs.empty() && (told.low != total.low || told.high != total.high)) {
        return wrong(errc::conflict, "the costs add up to " + to_bounds(total).to_string() + ", the total cost is said to be " +
                                         to_bounds(told).to_string());
      }
      total = told;
    }
    interval off;
    if (!q_.excluded.empty()) off = added("excluded costs", q_.excluded);
    auto net = positive("net cost", to_bounds(total).to_string() + " - " + to_bounds(off).to_string(), total, off,
                        "an excluded cost");
    if (net) out_.net_cost = to_bounds(*net);
    return net;
  }

  void share(const interval& base) {
    const bool up = q_.method == rvc_method::build_up;
    interval part;
    if (up) {
      std::vector<share_term> all = q_.vom;
      all.insert(all.end(), q_.costs.begin(), q_.costs.end());
      part = added("originating materials and costs", all);
    } else {
      part = added(q_.method == rvc_method::focused_value ? "non-originating materials named by the rule"
                                                          : "non-originating materials",
                   q_.vnm);
    }
    // part / base; it grows with the part and shrinks with the base.
    bounds of;
    of.low = base.high ? ratio(part.low / *base.high) : ratio(0);
    if (part.high) of.high = *part.high / base.low;
    std::string top = to_bounds(part).to_string();
    const std::string below = to_bounds(base).to_string();
    if (!up && q_.method != rvc_method::max_nom) {
      bounds rest;
      if (of.high) rest.low = 1 - *of.high;
      if (of.low) rest.high = 1 - *of.low;
      of = rest;
      top = "(" + below + " - " + top + ")";
    }
    out_.share = to_bounds(of);
    step("share", top + " / " + below, *out_.share);
    out_.display = shown(of, [&](const ratio& r) { return display_of(r, q_.limit); });
    out_.percent = shown(of, [](const ratio& r) { return decimals(r * 100, 1); });
    if (!q_.limit) return;
    // Met at the worse end: met; not met at the better end: not met.
    const std::optional<ratio>& worse = q_.limit->at_most ? of.high : of.low;
    const std::optional<ratio>& better = q_.limit->at_most ? of.low : of.high;
    out_.passes = worse && meets(*worse, *q_.limit)      ? truth::yes
                  : better && !meets(*better, *q_.limit) ? truth::no
                                                         : truth::unknown;
  }

  const share_terms& q_;
  rvc_answer out_;
};

}  // namespace

result<rvc_answer> work_out(const share_terms& q) { return worked_out(q).answer(); }

}  // namespace tradewarden::detail
