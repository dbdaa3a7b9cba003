// Does content count: clauses of a content rule in their order, the first that holds decides. What is
// open is tried in every way in which it may turn out.
#include <algorithm>
#include <utility>

#include "rules/tables.hpp"
#include "support/ascii.hpp"

namespace tradewarden::rules {
namespace {

void ask(std::vector<std::string>* asks, std::string_view what) {
  if (asks == nullptr || what.empty()) return;
  if (std::find(asks->begin(), asks->end(), what) == asks->end()) asks->emplace_back(what);
}

}  // namespace

std::optional<unsigned> chapter_of(std::string_view hs) {
  hs = ascii::trim(hs);
  if (hs.size() < 2 || !ascii::is_digit(hs[0]) || !ascii::is_digit(hs[1])) return std::nullopt;
  const unsigned n =
      static_cast<unsigned>(hs[0] - '0') * 10U + static_cast<unsigned>(hs[1] - '0');
  if (n == 0) return std::nullopt;
  return n;
}

const dated_value* rule_tables::content_value_for(const rule_file& rule, const place& p,
                                                  day on) const noexcept {
  const std::string_view asked = p.region.empty() ? p.code : p.region;
  for (const dated_value& v : rule.values) {
    const auto* content = std::get_if<content_value>(&v.data);
    if (content == nullptr || !rule.applies(v, on)) continue;
    const auto& all = content->countries;
    if (std::find(all.begin(), all.end(), asked) != all.end()) return &v;
  }
  return nullptr;
}

namespace {

/// A condition that is open. Clauses that ask the same condition ask it once: in every way in which
/// it may turn out they see the same.
struct open_condition {
  std::string key;
  std::string ask;
  std::vector<unsigned> ways;  // no and yes, or HS chapters
};

/// A clause that may be the one that decides.
struct clause_in_hand {
  const content_clause* clause = nullptr;
  truth result = truth::unknown;
  struct need {
    std::size_t condition = 0;
    bool chapter = false;      // else it must be `way`
    unsigned way = 1;
  };
  std::vector<need> needs;     // open conditions that must hold
};

constexpr std::size_t k_most_worlds = 65536;

bool has_chapter(const content_clause& clause, unsigned chapter) {
  const std::uint64_t bits = chapter < 64 ? clause.chapters_low : clause.chapters_high;
  return ((bits >> (chapter % 64)) & 1U) != 0;
}

}  // namespace

/// The clauses that may decide, and every way in which their open conditions may turn out.
class rule_tables::clause_worlds {
 public:
  clause_worlds(const rule_tables& tables, const content_item& item, const place& p,
                std::string_view exported_from, day on, bases& basis)
      : tables_(tables), item_(item), place_(p), from_(exported_from), on_(on), basis_(basis) {}

  /// False: the clause holds for sure, no later one is reached.
  bool add(const content_clause& clause) {
    clause_in_hand c;
    c.clause = &clause;
    bases why;
    if (!conditions(clause, c, why)) return true;
    basis_.insert(basis_.end(), std::make_move_iterator(why.begin()),
                  std::make_move_iterator(why.end()));
    if (clause.counts == clause_result::chart) {
      c.result = truth::no;
      for (const licence_reason& r : tables_.reasons(item_.code, place_, on_)) {
        c.result = c.result || r.required;
        if (r.required == truth::unknown) chart_asks_.push_back(r.asks);
      }
    } else {
      c.result = clause.counts == clause_result::yes  ? truth::yes
                 : clause.counts == clause_result::no ? truth::no
                                                      : truth::unknown;
    }
    const bool open = !c.needs.empty();
    clauses_.push_back(std::move(c));
    return open;
  }

  void answer(rule_answer<truth>& out) {
    // Chapters that every clause treats alike are one way.
    for (open_condition& c : conditions_) {
      if (c.key == k_chapter) c.ways = chapters();
    }
    std::size_t worlds = 1;
    for (const open_condition& c : conditions_) {
      worlds = std::min(k_most_worlds + 1, worlds * c.ways.size());
    }
    if (worlds > k_most_worlds) {
      for (const open_condition& c : conditions_) ask(&out.asks, c.ask);
      return;
    }
    // outcomes[i][way]: how it comes out (bit = truth) where condition i turns out so.
    std::vector<std::vector<unsigned>> outcomes;
    for (const open_condition& c : conditions_) outcomes.emplace_back(c.ways.size());
    std::vector<std::size_t> way(conditions_.size());
    unsigned all = 0;
    std::size_t first = clauses_.size();
    bool none = false;
    for (std::size_t world = 0; world < worlds; ++world) {
      for (std::size_t i = 0, rest = world; i < way.size(); ++i) {
        way[i] = rest % conditions_[i].ways.size();
        rest /= conditions_[i].ways.size();
      }
      std::size_t at = 0;
      while (at < clauses_.size() && !holds(clauses_[at], way)) ++at;
      none |= at == clauses_.size();
      first = std::min(first, at);
      const truth result = at < clauses_.size() ? clauses_[at].result : truth::unknown;
      const unsigned bit = 1U << static_cast<unsigned>(result);
      all |= bit;
      for (std::size_t i = 0; i < way.size(); ++i) outcomes[i][way[i]] |= bit;
      if (result == truth::unknown && at < clauses_.size()) {
        const clause_in_hand& c = clauses_[at];
        ask(&out.asks, c.clause->ask);
        if (c.clause->counts == clause_result::chart) {
          for (const std::string& a : chart_asks_) ask(&out.asks, a);
        }
      }
    }
    if (first < clauses_.size()) out.why = clauses_[first].clause->why;
    if (all == 1U << static_cast<unsigned>(truth::yes)) {
      out.value = truth::yes;
    } else if (all == 1U << static_cast<unsigned>(truth::no)) {
      out.value = truth::no;
    }
    if (out.value != truth::unknown) {
      out.asks.clear();
      return;
    }
    if (item_.code.kind() == classification_kind::unknown) {
      out.why = "unclassified";
      out.asks = {"classification"};
      return;
    }
    // Asked is what it depends on.
    for (std::size_t i = 0; i < conditions_.size(); ++i) {
      const bool same = std::all_of(outcomes[i].begin(), outcomes[i].end(),
                                    [&](unsigned bits) { return bits == outcomes[i][0]; });
      if (!same) ask(&out.asks, conditions_[i].ask);
    }
    if (none || out.asks.empty()) ask(&out.asks, "classification");
  }

 private:
  static constexpr std::string_view k_chapter = "hs_chapter";

  /// False: a condition does not hold.
  bool conditions(const content_clause& clause, clause_in_hand& c, bases& why) {
    const auto open = [&](std::string key, std::string_view ask_for, unsigned wanted) {
      std::size_t at = 0;
      while (at < conditions_.size() && conditions_[at].key != key) ++at;
      if (at == conditions_.size()) {
        conditions_.push_back({std::move(key), std::string(ask_for), {0, 1}});
      }
      c.needs.push_back({at, conditions_[at].key == k_chapter, wanted});
    };
    if (!clause.unless_policy.empty()) {
      const auto policy = tables_.flag("policy." + clause.unless_policy, on_);
      why.insert(why.end(), policy.basis.begin(), policy.basis.end());
      if (policy.value == truth::yes) return false;
      if (policy.value == truth::unknown) open("policy " + clause.unless_policy, {}, 0);
    }
    if (!clause.is.empty()) {
      const truth is = tables_.in_class(clause.is, item_.code, on_, nullptr);
      if (is == truth::no) return false;
      if (is == truth::unknown) {
        const bool no_code = item_.code.kind() == classification_kind::unknown;
        open("class " + clause.is, no_code ? "classification" : "paragraph", 1);
      }
    }
    if (!clause.content_type.empty()) {
      if (item_.content_type.empty()) {
        open("content " + clause.content_type, "content_type", 1);
      } else if (item_.content_type != clause.content_type) {
        return false;
      }
    }
    if ((clause.chapters_low | clause.chapters_high) != 0) {
      const auto chapter = chapter_of(item_.hs);
      if (!chapter) {
        open(std::string(k_chapter), "hs_code", 1);
      } else if (!has_chapter(clause, *chapter)) {
        return false;
      }
    }
    if (!clause.exported_from.empty()) {
      const rule_file* set = tables_.group(clause.exported_from);
      // A territory is not of its country's partnership.
      const place from = tables_.itself(from_, on_);
      const truth is = set == nullptr ? truth::unknown : tables_.member(*set, from, on_, &why);
      if (is == truth::no) return false;
      if (is == truth::unknown) open("from " + clause.exported_from, "exported_from", 1);
    }
    return true;
  }

  [[nodiscard]] std::vector<unsigned> chapters() const {
    std::vector<unsigned> out;
    std::vector<std::vector<bool>> seen;
    for (unsigned chapter = 1; chapter <= 99; ++chapter) {
      std::vector<bool> in;
      for (const clause_in_hand& c : clauses_) in.push_back(has_chapter(*c.clause, chapter));
      if (std::find(seen.begin(), seen.end(), in) != seen.end()) continue;
      seen.push_back(std::move(in));
      out.push_back(chapter);
    }
    return out;
  }

  [[nodiscard]] bool holds(const clause_in_hand& c, const std::vector<std::size_t>& way) const {
    return std::all_of(c.needs.begin(), c.needs.end(), [&](const clause_in_hand::need& n) {
      const unsigned turned_out = conditions_[n.condition].ways[way[n.condition]];
      return n.chapter ? has_chapter(*c.clause, turned_out) : turned_out == n.way;
    });
  }

  const rule_tables& tables_;
  const content_item& item_;
  const place& place_;
  std::string_view from_;
  day on_;
  bases& basis_;
  std::vector<open_condition> conditions_;
  std::vector<clause_in_hand> clauses_;
  std::vector<std::string> chart_asks_;
};

rule_answer<truth> rule_tables::counts(const rule_file& rule, const dated_value& v,
                                       const content_item& item, const place& p,
                                       std::string_view exported_from, day on) const {
  rule_answer<truth> out;
  out.value = truth::unknown;
  out.why = "no_clause";
  out.basis.push_back(basis(rule, v, on));
  clause_worlds worlds(*this, item, p, exported_from, on, out.basis);
  for (const content_clause& clause : std::get<content_value>(v.data).clauses) {
    if (!worlds.add(clause)) break;
  }
  worlds.answer(out);
  return out;
}

}  // namespace tradewarden::rules
