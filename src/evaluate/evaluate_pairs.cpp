#include "tradewarden/evaluate_pairs.hpp"

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <optional>
#include <map>
#include <utility>

namespace tradewarden {
namespace {

struct scored_pair {
  std::int32_t units = 0;
  bool match = false;
};

bool is_organisation(schema s) {
  return s == schema::company || s == schema::organization;
}

/// Whether a / b is less than c / d, exactly. Counts stay far below 2^32, so products fit.
bool is_less(const proportion& a, const proportion& b) { return a.part * b.of < b.part * a.of; }

pair_stratum figures_of(std::string name, std::vector<scored_pair> data, score declared) {
  pair_stratum out;
  out.name = std::move(name);
  std::sort(data.begin(), data.end(),
            [](const scored_pair& a, const scored_pair& b) { return a.units > b.units; });
  for (const scored_pair& p : data) ++(p.match ? out.matches : out.mismatches);

  std::uint64_t hits = 0;
  std::uint64_t called = 0;
  std::uint64_t twice_higher = 0;  // pairs of a match and a mismatch, ties once, others twice
  const std::uint64_t may_pass = out.mismatches / 100;
  bool limit_found = out.mismatches == 0;
  for (std::size_t at = 0; at < data.size();) {
    std::uint64_t matches = 0;
    std::uint64_t mismatches = 0;
    const std::int32_t units = data[at].units;
    while (at < data.size() && data[at].units == units) ++(data[at++].match ? matches : mismatches);
    twice_higher += mismatches * (2 * hits + matches);
    if (!limit_found && called - hits + mismatches > may_pass) {
      limit_found = true;
      out.one_percent = score::from_units(units + 1);
      out.recall_at_one_percent = {hits, out.matches};
    }
    hits += matches;
    called += matches + mismatches;
    const proportion f1{2 * hits, called + out.matches};
    if (is_less(out.best_f1, f1) || out.best_f1.of == 0) {
      out.best_f1 = f1;
      out.best_threshold = score::from_units(units);
    }
    if (units >= declared.units()) {
      out.precision = {hits, called};
      out.recall.part = hits;
      out.false_matches.part = called - hits;
    }
  }
  if (out.mismatches == 0) out.recall_at_one_percent = {out.matches, out.matches};
  out.auc = {twice_higher, 2 * out.matches * out.mismatches};
  out.recall.of = out.matches;
  out.false_matches.of = out.mismatches;
  out.f1 = {2 * out.recall.part, out.precision.of + out.matches};
  return out;
}

void compare_points(std::int32_t theirs, score ours, points_agreement& to) {
  const std::int32_t points = (ours.units() + 50) / 100;
  if (theirs < 0) {
    ++to.below.of;
    to.below.part += points < k_ofac_least_points ? 1 : 0;
    return;
  }
  const std::int32_t apart = std::abs(points - theirs);
  for (const auto& [figure, most] : {std::pair{&to.equal, 0}, {&to.within_2, 2}, {&to.within_5, 5}}) {
    ++figure->of;
    figure->part += apart <= most ? 1 : 0;
  }
}

}  // namespace

result<pair_evaluation> evaluate_pairs(const labelled_pairs& set, const pair_scorer& scorer,
                                       const pair_options& options) {
  if (!set.problems.empty()) return set.problems.front();
  if (set.pairs.empty()) return error{errc::empty_input, "no pairs", set.file, 0, {}};
  pair_evaluation out;
  out.options = options;
  out.file = set.file;
  out.sha256 = set.sha256;

  using keep = std::function<bool(const labelled_pair&)>;
  std::vector<std::pair<std::string, keep>> wanted;
  wanted.emplace_back("all", [](const labelled_pair&) { return true; });
  std::map<std::string, bool> groups;
  std::map<std::pair<std::string, schema>, bool> scripts;
  bool synthetic = false;
  for (const labelled_pair& p : set.pairs) {
    if (!p.group.empty()) groups[p.group] = true;
    if (!p.script.empty()) scripts[{p.script, p.schema}] = true;
    synthetic = synthetic || p.group.starts_with("synth_");
  }
  if (synthetic) {
    wanted.emplace_back("hand-written",
                        [](const labelled_pair& p) { return !p.group.starts_with("synth_"); });
    wanted.emplace_back("synthetic",
                        [](const labelled_pair& p) { return p.group.starts_with("synth_"); });
  }
  wanted.emplace_back("person", [](const labelled_pair& p) { return p.schema == schema::person; });
  wanted.emplace_back("company or organisation",
                      [](const labelled_pair& p) { return is_organisation(p.schema); });
  if (groups.size() > 1) {
    for (const auto& [group, there] : groups) {
      wanted.emplace_back("group " + group,
                          [g = group](const labelled_pair& p) { return p.group == g; });
    }
  }
  for (const auto& [key, there] : scripts) {
    wanted.emplace_back(key.first + " " + std::string(to_string(key.second)),
                        [k = key](const labelled_pair& p) {
                          return p.script == k.first && p.schema == k.second;
                        });
  }

  std::vector<std::optional<scored_pair>> scored;
  scored.reserve(set.pairs.size());
  for (const labelled_pair& p : set.pairs) {
    const std::optional<score> s = scorer(p.left, p.right, p.schema);
    scored.emplace_back();
    if (!s) {
      if (out.not_compared++ == 0) out.first_not_compared = p.id;
      continue;
    }
    if (p.ofac_score) compare_points(*p.ofac_score, *s, out.ofac);
    if (!p.labelled) continue;
    scored.back() = scored_pair{s->units(), p.match};
    if (!p.match && s->units() >= score::k_one) ++out.exact_mismatches;
  }
  if (out.not_compared == set.pairs.size()) {
    return error{errc::empty_input, "no pair that this scorer can compare", set.file, 0, {}};
  }
  for (const auto& [name, kept] : wanted) {
    std::vector<scored_pair> data;
    for (std::size_t i = 0; i < set.pairs.size(); ++i) {
      if (scored[i] && kept(set.pairs[i])) data.push_back(*scored[i]);
    }
    if (!data.empty()) out.strata.push_back(figures_of(name, std::move(data), options.threshold));
  }
  return out;
}

}  // namespace tradewarden
