#include "match/listed_scorer.hpp"

#include <algorithm>

#include "score/aligned_tokens.hpp"
#include "score/token_similarity.hpp"

namespace tradewarden::matching {
listed_scorer::listed_scorer(const detail::index_view& index, const names::prepared_name& query,
                             const match_table& table, const enumerators& on)
    : index_(index),
      parameters_(index.parameters()),
      weights_(index.tables().roles()),
      query_(query),
      table_(table),
      alignment_(scoring::aligned_tokens(query.tokens), index.parameters()) {
  for (std::size_t i = 0; on.initial && i < query.tokens.size(); ++i) {
    const std::string& text = query.tokens[i].text;
    if (is_initial(text)) letters_.push_back({i, static_cast<std::uint8_t>(text[0])});
  }
  std::size_t n = 0;
  for (const scoring::marked_token& m : scoring::k_marked_tokens) marked_[n++] = index.find_token(m.text);
  // Of the listed names' directions a rule asks only if the query has one.
  if (std::any_of(query.tokens.begin(), query.tokens.end(), [](const names::prepared_token& t) {
        return scoring::mark_of(t.role, t.text) == scoring::token_mark::direction;
      })) {
    for (const std::string_view word : scoring::k_direction_words) {
      const std::uint32_t token = index.find_token(word);
      if (token != indexing::k_none) directions_.push_back(token);
    }
  }
}

scoring::token_mark listed_scorer::mark_of(std::uint32_t token, token_role role) const {
  if (role != token_role::particle && role != token_role::legal_form) {
    return std::find(directions_.begin(), directions_.end(), token) != directions_.end()
               ? scoring::token_mark::direction
               : scoring::token_mark::none;
  }
  for (std::size_t i = 0; i < marked_.size(); ++i) {
    if (marked_[i] == token && scoring::k_marked_tokens[i].role == role) {
      return scoring::k_marked_tokens[i].mark;
    }
  }
  return scoring::token_mark::none;
}

std::int32_t listed_scorer::score(const detail::name_view& name,
                                  const scoring::needed_share& needs) {
  const std::uint32_t count = name.token_count();
  alignment_.begin(count);
  bool joins = false;
  for (std::uint32_t j = 0; j < count; ++j) {
    const std::uint32_t token = name.token(j);
    const token_role role = name.role(j);
    const indexing::token_record& record = index_.token(token);
    alignment_.listed(j) = {
        role, weights_.in_role(role, record.weight), name.repaired(j), mark_of(token, role),
        static_cast<std::uint8_t>(std::min<std::uint32_t>(record.length, 255))};
    if (table_.contains(token)) {
      joins = joins || table_.head(token).in_join;
      for (const alike* e = table_.first(token); e != nullptr; e = table_.next(*e)) {
        const scoring::similarity s =
            scoring::combine(e->likeness, query_.tokens[e->query].role, role);
        if (s.value != 0) alignment_.set(e->query, j, s);
      }
    }
    for (const letter& l : letters_) {
      if (record.first != l.byte || record.length == 1) continue;
      scoring::token_likeness likeness;
      likeness.hard = static_cast<std::int16_t>(parameters_.initial_similarity);
      likeness.hard_reason = match_reason::initial;
      const scoring::similarity s =
          scoring::combine(likeness, query_.tokens[l.query].role, role);
      if (s.value != 0) alignment_.set(l.query, j, s);
    }
  }
  if (joins) find_joins(name);
  if (!alignment_.has_joins() && !alignment_.may_reach(needs)) return 0;
  return alignment_.score();
}

void listed_scorer::find_joins(const detail::name_view& name) {
  const std::uint32_t count = name.token_count();
  for (std::size_t i = 0; i < query_.tokens.size(); ++i) {
    for (std::uint32_t j = 0; j < count; ++j) {
      bool room = true;
      if (i + 1 < query_.tokens.size() && table_.joined()[i] == name.token(j)) {
        room = alignment_.add_join(i, 2, j, 1);
      } else if (j + 1 < count &&
                 std::any_of(table_.pairs().begin(), table_.pairs().end(), [&](const listed_pair& p) {
                   return p.query == i && p.first == name.token(j) && p.second == name.token(j + 1);
                 })) {
        room = alignment_.add_join(i, 1, j, 2);
      }
      if (!room) return;
    }
  }
}

}  // namespace tradewarden::matching
