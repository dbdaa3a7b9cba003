#include "report/origin_html.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include "report/html_text.hpp"
#include "report/page.hpp"
#include "report/part_map.hpp"
#include "report/settled_words.hpp"
#include "tradewarden/country.hpp"
#include "tradewarden/share.hpp"
#include "tradewarden/version.hpp"

namespace tradewarden::report {
namespace {

constexpr std::size_t k_most_details = 400;  // results with their working
constexpr std::size_t k_most_rows = 100;     // parts in one working
constexpr std::size_t k_most_maps = 4;       // tree maps of one product
constexpr std::size_t k_most_slices = 12;
constexpr std::size_t k_most_products = 20;  // with bars

constexpr std::string_view k_style = R"css(
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { font: 15px/1.45 system-ui, sans-serif; color: #1d2730; background: #fff; margin: 0 auto;
       max-width: 1040px; padding: 24px 20px 60px; }
h1 { font-size: 26px; margin: 0 0 4px; } h2 { font-size: 19px; margin: 34px 0 8px; }
h3 { font-size: 15px; margin: 20px 0 6px; }
p.note, .dim { color: #5b6873; } code { font-size: 12px; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; margin: 6px 0; font-size: 13px; }
th { text-align: left; font-weight: 600; border-bottom: 1px solid #aab4bd; padding: 3px 8px 3px 0; }
td { border-bottom: 1px solid #e6eaee; padding: 3px 8px 3px 0; vertical-align: top;
     overflow-wrap: anywhere; }
td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.grid { display: flex; flex-wrap: wrap; gap: 4px; margin: 4px 0 10px; }
.cell { display: block; min-width: 74px; padding: 5px 8px; border-radius: 4px; text-decoration: none;
        color: #fff; font-size: 12px; line-height: 1.3; }
.cell b { font-size: 15px; display: block; }
.triggers { background: #a92b21; } .depends { background: #8a6100; }
.does_not_trigger { background: #50626f; } .not_applicable { background: #dfe4e8; color: #55626c; }
.key span { display: inline-block; padding: 1px 8px; border-radius: 3px; color: #fff; font-size: 12px;
            margin-right: 6px; }
.key .not_applicable { color: #55626c; }
details { border: 1px solid #d6dce1; border-radius: 5px; margin: 6px 0; padding: 0 12px; }
details[open] { padding-bottom: 10px; }
summary { cursor: pointer; padding: 7px 0; font-weight: 600; }
summary .tag { display: inline-block; padding: 0 8px; border-radius: 3px; color: #fff; font-size: 12px;
               font-weight: 400; margin-left: 8px; }
summary .tag.not_applicable { color: #55626c; }
.bar { display: flex; align-items: center; gap: 8px; margin: 2px 0; font-size: 13px; }
.bar .name { flex: 0 0 190px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.bar .track { flex: 1; height: 15px; background: #eef1f3; position: relative; }
.bar .low, .bar .high { position: absolute; left: 0; top: 0; bottom: 0; background: #2d6a9f; }
.bar .high { background: #a9c8e2; } .bar .figure { flex: 0 0 150px; text-align: right;
             font-variant-numeric: tabular-nums; }
svg.map { width: 100%; height: auto; display: block; margin: 6px 0; }
svg.map rect { stroke: #fff; stroke-width: 1; } svg.map text { font: 10px system-ui, sans-serif; fill: #fff; }
svg.map .assembly { fill: #c9d1d8; } svg.map .assembly + text { fill: #1d2730; }
svg.map .in, .key .in { fill: #a92b21; background: #a92b21; }
svg.map .perhaps, .key .perhaps { fill: #8a6100; background: #8a6100; }
svg.map .out, .key .out { fill: #7d8c98; background: #7d8c98; }
svg.map .zero, .key .zero { fill: #54110b; background: #54110b; }
@media print { details { break-inside: avoid; } }
)css";

std::string spaced(std::string_view word) {
  std::string out(word);
  std::replace(out.begin(), out.end(), '_', ' ');
  return out;
}

std::string country_words(const std::string& code) {
  const std::string_view name = country_name(code);
  return name.empty() ? code : std::string(name) + " (" + code + ")";
}

std::string money(const amount_range& a, const std::string& currency) {
  return a.to_string() + (currency.empty() ? "" : " " + currency);
}

std::string threshold_words(const share_threshold& t) {
  const exact_fraction f = exact_fraction::of(t.num, t.den);
  return (t.op == threshold_operator::at_least ? "at least " : "more than ") + display_share(f);
}

std::string anchor(std::size_t result) { return "r" + std::to_string(result + 1); }

std::string tag(verdict v) {
  return "<span class=\"tag " + std::string(to_string(v)) + "\">" + spaced(to_string(v)) + "</span>";
}

std::string row(std::string_view what, const std::string& safe) {
  if (safe.empty()) return {};
  return "<tr><th>" + std::string(what) + "</th><td>" + safe + "</td></tr>\n";
}

std::string listed(const std::vector<std::string>& sentences) {
  std::string out;
  for (const std::string& s : sentences) out += (out.empty() ? "" : "<br>") + html(s);
  return out;
}

/// The positions of rules as citations.
std::string cited(const origin_result& r, const std::vector<std::uint32_t>& rules) {
  std::string out;
  for (const std::uint32_t i : rules) {
    if (i >= r.rules.size() || r.rules[i].citation.empty()) continue;
    out += (out.empty() ? "" : "; ") + r.rules[i].citation;
    if (!r.rules[i].verified) out += " [unverified]";
  }
  return html(out);
}

std::string part_table(const origin_result& r, std::string_view title,
                       const std::vector<counted_part>& parts, std::uint64_t more) {
  if (parts.empty() && more == 0) return {};
  std::string out = "<h3>" + std::string(title) + "</h3>\n<table><tr><th>part</th><th>ECCN</th>"
                    "<th class=\"n\">quantity</th><th class=\"n\">counts</th>"
                    "<th class=\"n\">worth</th><th>why</th><th>rule</th></tr>\n";
  for (std::size_t i = 0; i < parts.size() && i < k_most_rows; ++i) {
    const counted_part& p = parts[i];
    std::string way;
    for (const std::string& step : p.path) way += (way.empty() ? "" : " > ") + step;
    out += "<tr><td title=\"" + html(way) + "\">" + html(p.part) +
           (p.name.empty() ? "" : "<br><span class=\"dim\">" + html(p.name) + "</span>") +
           "</td><td>" + html(p.eccn) + "</td><td class=\"n\">" +
           html(p.quantity.to_string() + " " + p.unit) + "</td><td class=\"n\">" +
           html(p.value.to_string()) + "</td><td class=\"n\">" + html(p.worth.to_string()) +
           "</td><td>" + html(p.why.empty() ? spaced(p.reason) : p.why) + "</td><td>" +
           cited(r, p.rules) + "</td></tr>\n";
  }
  out += "</table>\n";
  const std::uint64_t hidden = more + (parts.size() > k_most_rows ? parts.size() - k_most_rows : 0);
  if (hidden != 0) {
    out += "<p class=\"dim\">and " + std::to_string(hidden) + " more; the JSON answer has them.</p>\n";
  }
  return out;
}

std::string incorporation_words(const second_incorporation& s) {
  if (s.discrete.empty() && s.unknown.empty()) return {};
  std::string out = "content of discrete products left out: " + s.with.display() + " (" +
                    spaced(to_string(s.with_verdict)) + "); counted: " + s.without.display() + " (" +
                    spaced(to_string(s.without_verdict)) + ")";
  const auto named = [&](const char* what, const std::vector<std::string>& parts) {
    for (std::size_t i = 0; i < parts.size(); ++i) out += (i == 0 ? what : ", ") + parts[i];
  };
  named("; discrete: ", s.discrete);
  named("; not known whether discrete: ", s.unknown);
  return html(out);
}

std::string working(const origin_result& r) {
  std::string out = "<table>\n";
  out += row("figure", html(money(r.controlled_value, r.currency) + " controlled content of " +
                            money(r.product_value, r.currency) + " = " + r.share.display() +
                            (r.share.is_point() ? " (exactly " + r.share.num() + "/" +
                                                      r.share.den() + ")"
                                                : "")));
  if (r.threshold) out += row("threshold", html(threshold_words(*r.threshold)));
  if (r.excess) out += row("margin", html(r.excess->to_decimal(2) + " " + r.currency + " above"));
  if (r.room) out += row("margin", html(r.room->to_decimal(2) + " " + r.currency + " below"));
  out += row("second incorporation", incorporation_words(r.second_incorporation));
  for (const test_result& t : r.tests) {
    std::string words = html(t.why);
    if (t.share) words += "<br>share " + html(t.share->display());
    for (const test_prong& p : t.prongs) {
      const char* met = p.met == truth::yes ? "met" : p.met == truth::no ? "not met" : "not known";
      words += "<br>" + html(p.id) + " prong " + met + ": " + html(p.why);
    }
    for (const question& q : t.questions) words += "<br>To ask: " + html(q.text + " (answer: " + q.answer + ")");
    if (const std::string rules = cited(r, t.rules); !rules.empty()) {
      words += "<br><span class=\"dim\">" + rules + "</span>";
    }
    out += row(html(t.id) + tag(t.verdict), words);
  }
  std::string asks;
  for (const deciding_unknown& d : r.deciding_unknowns) {
    asks += html(d.ask.text) + " (moves " + html(money(d.value, r.currency)) +
            ") Answer: <code>" + html(d.ask.answer) + "</code><br>";
  }
  if (!asks.empty()) {
    asks += html(settled_words(r));
  }
  out += row("decided by", asks);
  out += row("assumed", listed(r.assumptions));
  out += row("duties", listed(r.duties));
  out += "</table>\n";
  out += part_table(r, "Content for which there is no de minimis level", r.zero_percent_content, 0);
  out += part_table(r, "Counted", r.counted, r.more_counted);
  out += part_table(r, "Not counted", r.not_counted, r.more_not_counted);
  if (!r.rules.empty()) {
    out += "<h3>Rules</h3>\n<table><tr><th>id</th><th>citation</th><th>in force</th></tr>\n";
    for (const rule_use& u : r.rules) {
      std::string when = u.from.empty() ? "" : "from " + u.from;
      if (!u.until.empty()) when += (when.empty() ? "until " : ", until ") + u.until;
      if (!u.edition.empty()) when += (when.empty() ? "as of " : "; as of ") + u.edition;
      out += "<tr><td>" + html(u.id) + "</td><td>" + html(u.citation) +
             (u.verified ? "" : " [unverified]") + "</td><td>" + html(when) + "</td></tr>\n";
    }
    out += "</table>\n";
  }
  out += "<h3>Not evaluated</h3>\n<p class=\"dim\">" + listed(r.not_evaluated) + "</p>\n";
  return out;
}

std::string key_line() {
  std::string out = "<p class=\"key\">";
  for (const verdict v : {verdict::triggers, verdict::depends, verdict::does_not_trigger,
                          verdict::not_applicable}) {
    out += "<span class=\"" + std::string(to_string(v)) + "\">" + spaced(to_string(v)) + "</span>";
  }
  return out + " &quot;Does not trigger&quot; speaks of these tests and facts on this day; it is not "
               "a clearance.</p>\n";
}

/// Products in the order of the answer.
std::vector<std::string> products_of(const origin_report& a) {
  std::vector<std::string> out;
  for (const origin_result& r : a.results) {
    if (std::find(out.begin(), out.end(), r.product) == out.end()) out.push_back(r.product);
  }
  return out;
}

std::string grid(const origin_report& a) {
  std::string out = "<h2>Verdict per destination</h2>\n" + key_line();
  for (const std::string& product : products_of(a)) {
    for (const regime g : {regime::us_ear, regime::us_ofac}) {
      std::string cells;
      bool asked = false;
      for (std::size_t i = 0; i < a.results.size(); ++i) {
        const origin_result& r = a.results[i];
        if (r.product != product || r.regime != g) continue;
        asked = asked || r.verdict != verdict::not_applicable;
        cells += "<a class=\"cell " + std::string(to_string(r.verdict)) + "\" href=\"#" +
                 anchor(i) + "\" title=\"" + html(country_words(r.destination) + ": " +
                 spaced(to_string(r.verdict))) + "\"><b>" + html(r.destination) + "</b>" +
                 (r.verdict == verdict::not_applicable ? std::string("-") : html(r.share.display())) +
                 "</a>\n";
      }
      if (!asked) continue;
      out += "<h3>" + html(product) + ", " + std::string(to_string(g)) + "</h3>\n<div class=\"grid\">\n" +
             cells + "</div>\n";
    }
  }
  return out;
}

std::string details(const origin_report& a) {
  std::string out = "<h2>Working</h2>\n";
  std::size_t shown = 0;
  for (std::size_t i = 0; i < a.results.size(); ++i) {
    const origin_result& r = a.results[i];
    if (r.verdict == verdict::not_applicable || ++shown > k_most_details) {
      out += "<p class=\"dim\" id=\"" + anchor(i) + "\">" + html(r.product) + " to " +
             html(country_words(r.destination)) + ", " + std::string(to_string(r.regime)) + ": " +
             spaced(to_string(r.verdict)) +
             (r.verdict == verdict::not_applicable
                  ? (r.tests.empty() ? std::string() : ": " + html(r.tests.front().why))
                  : "; the JSON answer has the working") +
             "</p>\n";
      continue;
    }
    out += "<details><summary>" + html(r.product) + " to " + html(country_words(r.destination)) +
           ", " + std::string(to_string(r.regime)) + tag(r.verdict) +
           " <span class=\"dim\">" + html(r.share.display()) + "</span></summary>\n<div id=\"" +
           anchor(i) + "\"></div>\n" + working(r) + "</details>\n";
  }
  return out;
}

std::string percent(const exact_fraction& f) {
  return one_place(std::min(100.0, 100.0 * nearest(f)));
}

std::string bars(const share_dimension_result& d) {
  std::string out;
  for (std::size_t i = 0; i < d.slices.size() && i < k_most_slices; ++i) {
    const share_slice& s = d.slices[i];
    std::string name = s.key == "?" ? "not known" : s.name.empty() ? s.key : s.name;
    if (d.dimension == share_dimension::origin || d.dimension == share_dimension::supplier_country) {
      if (s.key != "?") name = country_words(s.key);
    }
    const std::string high = s.of_parts.high ? percent(*s.of_parts.high) : std::string("100.0");
    out += "<div class=\"bar\"><span class=\"name\" title=\"" + html(name) + "\">" + html(name) +
           "</span><span class=\"track\"><span class=\"high\" style=\"width:" + high +
           "%\"></span><span class=\"low\" style=\"width:" + percent(s.of_parts.low) +
           "%\"></span></span><span class=\"figure\">" + html(s.of_parts.display()) +
           "</span></div>\n";
  }
  return out;
}

std::string slice_table(const share_report& s, const share_dimension_result& d) {
  std::string out = "<details><summary>" + html(spaced(d.name)) + ": figures</summary>\n<table><tr><th></th>"
                    "<th class=\"n\">value, " + html(s.currency) + "</th><th class=\"n\">of parts</th>"
                    "<th class=\"n\">of price</th><th class=\"n\">parts</th></tr>\n";
  for (const share_slice& x : d.slices) {
    out += "<tr><td>" + html(x.key == "?" ? "not known" : x.key) +
           (x.name.empty() || x.name == x.key ? "" : " " + html(x.name)) + "</td><td class=\"n\">" +
           html(x.value.to_string()) + "</td><td class=\"n\">" + html(x.of_parts.display()) +
           "</td><td class=\"n\">" + html(x.of_product.display()) + "</td><td class=\"n\">" +
           std::to_string(x.parts) + "</td></tr>\n";
  }
  return out + "</table></details>\n";
}

std::string shares(const origin& engine, const origin_report& a, const party_index* index) {
  std::string out;
  std::size_t shown = 0;
  for (const std::string& product : products_of(a)) {
    if (++shown > k_most_products) break;
    share_options o;
    o.product = product;
    o.date = a.options.date;
    o.index = index;
    const auto s = share(engine).evaluate(o);
    if (!s) continue;
    out += "<h3>" + html(product + (s->product_name.empty() ? "" : ", " + s->product_name)) + "</h3>\n";
    out += "<p class=\"note\">Parts worth " + html(money(s->parts_value, s->currency)) +
           "; a light bar reaches to what may be.</p>\n";
    for (const share_dimension_result& d : s->dimensions) {
      if (d.dimension == share_dimension::origin) out += bars(d);
    }
    for (const share_dimension_result& d : s->dimensions) out += slice_table(*s, d);
    out += "<p class=\"dim\">" + listed(s->assumptions) + "</p>\n";
  }
  return out.empty() ? out : "<h2>Share by country of origin</h2>\n" + out;
}

std::string maps(const origin_report& a) {
  std::string out;
  for (const std::string& product : products_of(a)) {
    // The destinations with most controlled content, of which there is one of each share.
    std::vector<const origin_result*> chosen;
    for (const origin_result& r : a.results) {
      if (r.product != product || r.verdict == verdict::not_applicable) continue;
      const bool same = std::any_of(chosen.begin(), chosen.end(), [&](const origin_result* c) {
        return c->share == r.share && c->regime == r.regime;
      });
      if (!same) chosen.push_back(&r);
    }
    std::stable_sort(chosen.begin(), chosen.end(), [](const auto* l, const auto* r) {
      return compare(l->share.low, r->share.low) == std::strong_ordering::greater;
    });
    if (chosen.size() > k_most_maps) chosen.resize(k_most_maps);
    for (const origin_result* r : chosen) {
      const std::string svg = part_map_svg(*r);
      if (svg.empty()) continue;
      out += "<h3>" + html(product) + " to " + html(country_words(r->destination)) + ", " +
             std::string(to_string(r->regime)) + ": " + html(r->share.display()) + "</h3>\n" + svg;
    }
  }
  if (out.empty()) return out;
  return "<h2>The bill by controlled content</h2>\n<p class=\"key\"><span class=\"in\">counted</span>"
         "<span class=\"perhaps\">perhaps counted</span><span class=\"zero\">no de minimis level</span>"
         "<span class=\"out\">not counted</span> Areas are the worth of the parts in one product.</p>\n" +
         out;
}

std::string sources(const origin_report& a) {
  std::string out = "<h2>Made from</h2>\n<table><tr><th>file</th><th>sha256</th></tr>\n";
  for (const bill_file& f : a.files) {
    out += "<tr><td>" + html(f.name) + "</td><td><code>" + html(f.content.to_string()) +
           "</code></td></tr>\n";
  }
  return out + "<tr><td>rules</td><td><code>" + html(a.rules_content.to_string()) +
         "</code></td></tr>\n</table>\n<p class=\"dim\">tradewarden " + html(k_version) + "</p>\n";
}

}  // namespace

std::string origin_html(const origin& engine, const origin_report& answer,
                        const party_index* index) {
  const std::string day = answer.options.date ? answer.options.date->to_string() : std::string();
  std::string out = page_begin("Component origin " + day, k_style);
  out += "<h1>Component origin</h1>\n<p class=\"note\">As of " + html(day) +
         ". " + html(answer.disclaimer) + "</p>\n";
  std::string facts;
  for (const stated_fact& f : answer.options.facts) {
    facts += (facts.empty() ? "" : ", ") + f.id + " = " + std::string(to_string(f.value));
  }
  if (!facts.empty()) out += "<p>Stated facts: " + html(facts) + "</p>\n";
  out += grid(answer);
  out += shares(engine, answer, index);
  out += maps(answer);
  out += details(answer);
  out += sources(answer);
  return out + "</body>\n</html>\n";
}

}  // namespace tradewarden::report
