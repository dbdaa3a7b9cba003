#include "score/name_scorer.hpp"

#include <algorithm>

#include "score/aligned_tokens.hpp"
#include "score/score_version.hpp"

namespace tradewarden::scoring {
namespace {

bool joins_to(std::string_view first, std::string_view second, std::string_view whole) {
  return first.size() + second.size() == whole.size() && whole.starts_with(first) &&
         whole.ends_with(second);
}

}  // namespace

std::vector<token_view> views_of(const names::prepared_name& name) {
  std::vector<token_view> out;
  out.reserve(name.tokens.size());
  for (const names::prepared_token& t : name.tokens) {
    out.push_back({t.text, t.role, t.weight, &t.features, t.repaired});
  }
  return out;
}

name_scorer::name_scorer(const names::prepared_name& query, const score_parameters& parameters)
    : parameters_(&parameters),
      query_(views_of(query)),
      alignment_(aligned_tokens(query_), parameters) {}

void name_scorer::fill(std::span<const token_view> listed) {
  const std::size_t n = query_.size();
  const std::size_t m = listed.size();
  alignment_.begin(m);
  for (std::size_t j = 0; j < m; ++j) {
    alignment_.listed(j) = aligned(listed[j]);
    for (std::size_t i = 0; i < n; ++i) {
      const similarity s = token_similarity(query_[i], listed[j], *parameters_);
      if (s.value != 0) alignment_.set(i, j, s);
    }
  }
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < m; ++j) {
      bool room = true;
      if (i + 1 < n && joins_to(query_[i].text, query_[i + 1].text, listed[j].text)) {
        room = alignment_.add_join(i, 2, j, 1);
      } else if (j + 1 < m && joins_to(listed[j].text, listed[j + 1].text, query_[i].text)) {
        room = alignment_.add_join(i, 1, j, 2);
      }
      if (!room) return;
    }
  }
}

std::int32_t name_scorer::score(std::span<const token_view> listed) {
  fill(listed);
  return alignment_.score();
}

comparison name_scorer::explain(std::span<const token_view> listed) {
  comparison out;
  out.score = tradewarden::score::from_units(score(listed));
  const auto joined = [](std::span<const token_view> tokens, std::size_t first, std::size_t count) {
    std::string text(tokens[first].text);
    for (std::size_t i = 1; i < count; ++i) text.append("+").append(tokens[first + i].text);
    return text;
  };
  for (const pairing& p : alignment_.pairs()) {
    token_pair pair;
    pair.query = joined(query_, p.query, p.query_count);
    pair.listed = joined(listed, p.listed, p.listed_count);
    pair.reason = p.alike.reason;
    pair.similarity = p.alike.value;
    pair.weight = alignment_.weight_of(p);
    pair.edits = p.alike.edits;
    out.pairs.push_back(std::move(pair));
  }
  const auto left_over = [this](std::span<const token_view> tokens, std::uint64_t seen, bool is_query,
                            std::vector<unmatched_token>& to) {
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      if ((seen >> i & 1U) != 0) continue;
      const token_view& t = tokens[i];
      const missing_cost& c = parameters_->cost_of(t.role);
      const std::int32_t weight = parameters_->missing_weight(t.role, t.weight);
      to.push_back({std::string(t.text), t.role, weight * (is_query ? c.query : c.listed) / 100});
    }
  };
  left_over(query_, alignment_.query_seen(), true, out.unmatched_query);
  left_over(listed, alignment_.listed_seen(), false, out.unmatched_listed);
  for (const lowering& l : alignment_.lowerings()) out.adjustments.push_back({l.rule, l.factor});
  return out;
}

}  // namespace tradewarden::scoring

namespace tradewarden {

namespace {

/// Of equal scores the first reading of the query, then of the listed name, counts.
template <class Visit>
void each_reading(std::string_view query, std::string_view listed, schema query_schema,
                  const score_rules& rules, const Visit& visit) {
  const names::name_tables& tables = *rules.state().tables;
  const std::vector<names::prepared_name> l =
      names::prepare_readings(listed, schema::unknown, tables);
  for (const names::prepared_name& q : names::prepare_readings(query, query_schema, tables)) {
    scoring::name_scorer scorer(q, rules.state().parameters);
    for (const names::prepared_name& name : l) visit(scorer, scoring::views_of(name));
  }
}

}  // namespace

comparison compare_names(std::string_view query, std::string_view listed, schema query_schema,
                         const score_rules& rules) {
  comparison best;
  bool any = false;
  each_reading(query, listed, query_schema, rules,
               [&](scoring::name_scorer& scorer, const auto& views) {
                 if (any && scorer.score(views) <= best.score.units()) return;
                 best = scorer.explain(views);
                 any = true;
               });
  return best;
}

comparison compare_names(std::string_view query, std::string_view listed, schema query_schema) {
  return compare_names(query, listed, query_schema, score_rules());
}

score score_names(std::string_view query, std::string_view listed, schema query_schema,
                  const score_rules& rules) {
  std::int32_t best = 0;
  each_reading(query, listed, query_schema, rules,
               [&](scoring::name_scorer& scorer, const auto& views) {
                 best = std::max(best, scorer.score(views));
               });
  return score::from_units(best);
}

score score_names(std::string_view query, std::string_view listed, schema query_schema) {
  return score_names(query, listed, query_schema, score_rules());
}

}  // namespace tradewarden
