#include "report/evaluation_html.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include "evaluate/words.hpp"
#include "report/html_text.hpp"
#include "report/page.hpp"
#include "report/part_map.hpp"
#include "report/plot.hpp"
#include "tradewarden/version.hpp"

namespace tradewarden::report {
namespace {

using evaluating::percent_of;
using evaluating::three_places;

constexpr std::size_t k_most_kinds = 200;  // with bars and rows
constexpr double k_widest_rate = 0.1;      // of false positives that the curve shows

constexpr std::string_view k_style = R"css(
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { font: 15px/1.45 system-ui, sans-serif; color: #1d2730; background: #fff; margin: 0 auto;
       max-width: 1040px; padding: 24px 20px 60px; }
h1 { font-size: 26px; margin: 0 0 4px; } h2 { font-size: 19px; margin: 34px 0 8px; }
p.note { color: #5b6873; } p.warn { color: #8a6100; margin: 4px 0; }
code { font-size: 12px; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; margin: 6px 0; font-size: 13px; }
th, td { text-align: right; padding: 3px 8px 3px 0; font-variant-numeric: tabular-nums; }
th { font-weight: 600; border-bottom: 1px solid #aab4bd; }
td { border-bottom: 1px solid #e6eaee; }
th:first-child, td:first-child { text-align: left; overflow-wrap: anywhere; }
tr.sum td { font-weight: 600; }
svg.plot, svg.bars { width: 100%; max-width: 760px; height: auto; display: block; margin: 6px 0; }
svg text { font: 11px system-ui, sans-serif; fill: #1d2730; }
svg .grid { stroke: #e1e6ea; stroke-width: 1; }
svg polyline { fill: none; stroke-width: 2; }
svg .recall { stroke: #2d6a9f; } svg .false { stroke: #a92b21; } svg .apart { stroke: #8a6100; }
svg circle { fill: #1d2730; }
svg .b0 { fill: #c9dceb; } svg .b1 { fill: #7fb0d6; } svg .b2 { fill: #2d6a9f; }
.key span { display: inline-block; padding: 1px 8px; border-radius: 3px; font-size: 12px;
            margin-right: 6px; color: #fff; }
.key .recall, .key .b2 { background: #2d6a9f; } .key .false { background: #a92b21; }
.key .apart { background: #8a6100; } .key .b1 { background: #7fb0d6; color: #1d2730; }
.key .b0 { background: #c9dceb; color: #1d2730; }
@media print { table, svg { break-inside: avoid; } }
)css";

double drawn(const proportion& p) {
  return p.of == 0 ? 0.0 : static_cast<double>(p.part) / static_cast<double>(p.of);
}

double drawn(score s) { return static_cast<double>(s.units()) / score::k_one; }

std::string shown(score s) { return s.units() > score::k_one ? "none" : s.to_string(); }

std::string found_at(const evaluation& e) {
  return "recall@" + std::to_string(e.options.screening.limit);
}

std::string cells(const std::vector<std::string>& texts, const char* tag, const char* style = "") {
  std::string out = std::string("<tr") + (*style != '\0' ? " class=\"" + std::string(style) + "\"" : "") + ">";
  for (const std::string& t : texts) {
    out += "<" + std::string(tag) + ">" + html(t) + "</" + tag + ">";
  }
  return out + "</tr>\n";
}

std::string roc(const evaluation& e) {
  std::vector<plot::point> points;
  for (std::size_t i = 0; i < e.curve.size(); ++i) {
    points.push_back({drawn({e.natural.curve[i], e.natural.declared.of}),
                      drawn({e.all.curve[i], e.all.found.of})});
  }
  double least = 1;
  for (const plot::point& p : points) least = std::min(least, p.y);
  plot p("share of natural negatives with a hit", 0, k_widest_rate, found_at(e),
         least > 0.5 ? 0.5 : 0.0, 1);
  p.line("recall", points);
  for (std::size_t r = 0; r < e.rates.size(); ++r) {
    if (e.rates[r].at_floor) continue;
    p.mark(percent_of(e.rates[r].rate) + ": " + three_places(e.all.at_rate[r]) + " at " +
               shown(e.rates[r].threshold),
           {drawn(e.natural.at_rate[r]), drawn(e.all.at_rate[r])});
  }
  p.mark("T " + e.options.screening.threshold.to_string() + ": " + three_places(e.all.declared),
         {drawn(e.natural.declared), drawn(e.all.declared)}, true);
  return p.svg();
}

std::string by_threshold(const evaluation& e) {
  std::vector<plot::point> recall;
  std::vector<plot::point> natural;
  std::vector<plot::point> apart;
  for (std::size_t i = 0; i < e.curve.size(); ++i) {
    const double x = drawn(e.curve[i]);
    recall.push_back({x, drawn({e.all.curve[i], e.all.found.of})});
    natural.push_back({x, drawn({e.natural.curve[i], e.natural.declared.of})});
    apart.push_back({x, drawn({e.apart.curve[i], e.apart.declared.of})});
  }
  const double low = std::min(drawn(e.options.floor), 0.99);
  plot p("threshold", low, 1, "share", 0, 1);
  p.show_x_as_scores();
  p.line("recall", recall);
  if (e.natural.declared.is_known()) p.line("false", natural);
  if (e.apart.declared.is_known()) p.line("apart", apart);
  return "<p class=\"key\"><span class=\"recall\">" + found_at(e) +
         "</span><span class=\"false\">natural negatives with a hit</span><span class=\"apart\">"
         "negatives told apart</span></p>\n" + p.svg();
}

std::string bars(const evaluation& e) {
  constexpr double k_row = 19;
  constexpr double k_names = 190;
  constexpr double k_room = 480;
  const std::size_t kinds = std::min(e.positives.size(), k_most_kinds);
  std::string out = "<p class=\"key\"><span class=\"b0\">" + found_at(e) +
                    "</span><span class=\"b1\">at 5 % false positives</span><span class=\"b2\">at 1 %"
                    "</span></p>\n<svg class=\"bars\" role=\"img\" viewBox=\"0 0 760 " +
                    one_place(k_row * static_cast<double>(kinds) + 4) + "\">\n";
  for (std::size_t k = 0; k < kinds; ++k) {
    const positive_figures& f = e.positives[k];
    const double y = k_row * static_cast<double>(k) + 2;
    const auto bar = [&](const char* style, const proportion& p) {
      return "<rect class=\"" + std::string(style) + "\" x=\"" + one_place(k_names) + "\" y=\"" +
             one_place(y) + "\" height=\"15.0\" width=\"" + one_place(k_room * drawn(p)) + "\"/>\n";
    };
    out += "<g><title>" +
           html(f.kind + ": " + three_places(f.found) + ", at 5 % " + three_places(f.at_rate[2]) +
                ", at 1 % " + three_places(f.at_rate[1])) +
           "</title><text x=\"" + one_place(k_names - 6) + "\" y=\"" + one_place(y + 12) +
           "\" text-anchor=\"end\">" + html(f.kind.size() > 30 ? f.kind.substr(0, 27) + "..." : f.kind) +
           "</text>\n" + bar("b0", f.found) + bar("b1", f.at_rate[2]) + bar("b2", f.at_rate[1]) +
           "<text x=\"" + one_place(k_names + k_room + 6) + "\" y=\"" + one_place(y + 12) + "\">" +
           three_places(f.at_rate[1]) + " / " + three_places(f.at_rate[2]) + "</text></g>\n";
  }
  return out + "</svg>\n";
}

std::string thresholds(const evaluation& e) {
  const bool known = e.resamples != 0;
  const auto between = [&](const bootstrap_interval& i) {
    return known ? i.low.to_string() + " to " + i.high.to_string() : std::string("-");
  };
  std::string out = "<table>" + cells({"false positives", "threshold", "95 % interval", found_at(e),
                                       "95 % interval"}, "th");
  for (std::size_t r = 0; r < e.rates.size(); ++r) {
    out += cells({percent_of(e.rates[r].rate),
                  e.natural.declared.is_known() ? shown(e.rates[r].threshold) : "-",
                  between(e.rates[r].interval), three_places(e.all.at_rate[r]),
                  between(e.all.at_rate_interval[r])}, "td");
  }
  out += cells({"declared: " + three_places(e.natural.declared),
                e.options.screening.threshold.to_string(), "", three_places(e.all.declared), ""},
               "td", "sum");
  return out + "</table>\n";
}

std::string recall_table(const evaluation& e) {
  std::string out = "<table>" + cells({"kind", "queries", "recall@1", found_at(e), "at T", "at 0.1 %",
                                       "at 1 %", "at 5 %"}, "th");
  const auto row = [&](const positive_figures& f, const char* style) {
    out += cells({f.kind, std::to_string(f.found.of), three_places(f.first), three_places(f.found),
                  three_places(f.declared), three_places(f.at_rate[0]), three_places(f.at_rate[1]),
                  three_places(f.at_rate[2])}, "td", style);
  };
  for (std::size_t k = 0; k < e.positives.size() && k < k_most_kinds; ++k) row(e.positives[k], "");
  row(e.all, "sum");
  return out + "</table>\n";
}

std::string false_table(const evaluation& e) {
  std::string out = "<table>" + cells({"negatives", "queries", "saturated", "exact", "at T", "at 0.1 %",
                                       "at 1 %", "at 5 %"}, "th");
  const auto row = [&](const negative_figures& f, const char* style) {
    out += cells({f.kind + (f.apart && *style == '\0' ? " (apart)" : ""), std::to_string(f.declared.of),
                  three_places(f.saturated), three_places(f.exact), three_places(f.declared),
                  three_places(f.at_rate[0]), three_places(f.at_rate[1]), three_places(f.at_rate[2])},
                 "td", style);
  };
  for (std::size_t k = 0; k < e.negatives.size() && k < k_most_kinds; ++k) row(e.negatives[k], "");
  row(e.natural, "sum");
  if (e.apart.declared.is_known()) row(e.apart, "sum");
  return out + "</table>\n";
}

std::string distribution(const evaluation& e) {
  std::string out = "<table>" + cells({"best score from", "right hits", "natural negatives", "apart"}, "th");
  out += cells({"none", std::to_string(e.no_right_hit), std::to_string(e.no_natural_hit),
                std::to_string(e.no_apart_hit)}, "td");
  for (std::size_t i = 0; i < k_distribution_bins; ++i) {
    const std::int32_t from = static_cast<std::int32_t>(i) * k_distribution_step;
    if (from + k_distribution_step <= e.options.floor.units()) continue;
    out += cells({score::from_units(from).to_string(), std::to_string(e.right_scores[i]),
                  std::to_string(e.natural_scores[i]), std::to_string(e.apart_scores[i])}, "td");
  }
  return out + "</table>\n";
}

std::string basis(const evaluation& e, const party_index* idx) {
  const screening_options& s = e.options.screening;
  std::string out = "<table>";
  const auto row = [&](const char* what, const std::string& text) { out += cells({what, text}, "td"); };
  row("queries", e.queries_file + ", SHA-256 " + e.queries_sha256.to_string());
  row("truth", e.truth_file + ", SHA-256 " + e.truth_sha256.to_string());
  if (!e.hits_file.empty()) row("hits", e.hits_file + ", SHA-256 " + e.hits_sha256.to_string());
  if (idx != nullptr) {
    row("index", e.index_content.to_string());
    for (const indexed_publication& p : idx->info().publications) {
      row("list", p.name + ", " + (p.date ? p.date->to_string() : "date not known"));
    }
    row("as of", s.as_of->to_string());
    row("weak aliases", std::string(to_string(s.weak)));
    row("ended entries", s.include_ended ? "included" : "not included");
  }
  row("floor", e.options.floor.to_string());
  row("resamples", std::to_string(e.resamples) + ", seed " + std::to_string(e.options.seed));
  row("score version", std::to_string(k_score_version));
  row("engine", std::string(k_version));
  return out + "</table>\n";
}

}  // namespace

std::string evaluation_html(const evaluation& e, const party_index* idx) {
  const std::uint64_t negatives = e.natural.declared.of + e.apart.declared.of;
  std::string out = page_begin("Screening evaluated", k_style);
  out += "<h1>Screening evaluated</h1>\n<p class=\"note\">" + std::to_string(e.all.found.of) +
         " queries expect a party, " + std::to_string(negatives) + " none (" +
         std::to_string(e.apart.declared.of) + " of them told apart). " +
         std::to_string(e.hits_declared) + " possible matches at the declared threshold T of " +
         e.options.screening.threshold.to_string() + " or above.</p>\n";
  for (const std::string& note : evaluating::notes_of(e)) {
    out += "<p class=\"warn\">" + html(note) + "</p>\n";
  }
  out += "<h2>Thresholds by false positives</h2>\n" + thresholds(e);
  if (e.natural.declared.is_known() && !e.positives.empty()) {
    out += "<h2>Recall against false positives</h2>\n" + roc(e);
  }
  out += "<h2>By threshold</h2>\n" + by_threshold(e);
  if (!e.positives.empty()) out += "<h2>Recall per kind</h2>\n" + bars(e) + recall_table(e);
  if (negatives != 0) out += "<h2>False positives per kind</h2>\n" + false_table(e);
  out += "<h2>Distribution of scores</h2>\n" + distribution(e);
  out += "<h2>What was asked</h2>\n" + basis(e, idx);
  return out + "</body>\n</html>\n";
}

}  // namespace tradewarden::report
