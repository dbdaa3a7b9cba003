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
      own_(scoring::aligned_tokens(query.tokens)),
      alignment_(own_, index.parameters()) {
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

template <class Visit>
bool listed_scorer::each_alike(const detail::name_view& name, const Visit& visit) const {
  bool joins = false;
  for (std::uint32_t j = 0; j < name.token_count(); ++j) {
    const std::uint32_t token = name.token(j);
    const token_role role = name.role(j);
    if (table_.contains(token)) {
      joins = joins || table_.head(token).in_join;
      for (const alike* e = table_.first(token); e != nullptr; e = table_.next(*e)) {
        const scoring::similarity s =
            scoring::combine(e->likeness, query_.tokens[e->query].role, role);
        if (s.value != 0) visit(std::size_t{e->query}, std::size_t{j}, s);
      }
    }
    for (const letter& l : letters_) {
      const indexing::token_record& record = index_.token(token);
      if (record.first != l.byte || record.length == 1) continue;
      scoring::token_likeness likeness;
      likeness.hard = static_cast<std::int16_t>(parameters_.initial_similarity);
      likeness.hard_reason = match_reason::initial;
      const scoring::similarity s =
          scoring::combine(likeness, query_.tokens[l.query].role, role);
      if (s.value != 0) visit(l.query, std::size_t{j}, s);
    }
  }
  return joins;
}

scoring::aligned_token listed_scorer::aligned(const detail::name_view& name, std::uint32_t j) const {
  const std::uint32_t token = name.token(j);
  const token_role role = name.role(j);
  const indexing::token_record& record = index_.token(token);
  return {role, weights_.in_role(role, record.weight), name.repaired(j), mark_of(token, role),
          static_cast<std::uint8_t>(std::min<std::uint32_t>(record.length, 255))};
}

bool listed_scorer::fill(const detail::name_view& name) {
  const std::uint32_t count = name.token_count();
  alignment_.begin(count);
  for (std::uint32_t j = 0; j < count; ++j) alignment_.listed(j) = aligned(name, j);
  const bool joins = each_alike(name, [&](std::size_t i, std::size_t j, const scoring::similarity& s) {
    alignment_.set(i, j, s);
  });
  if (joins) find_joins(name);
  return joins;
}

std::int32_t listed_scorer::score(const detail::name_view& name,
                                  const scoring::needed_share& needs) {
  (void)fill(name);
  if (!alignment_.has_joins() && !alignment_.may_reach(needs)) return 0;
  return alignment_.score();
}

std::int32_t listed_scorer::score_asking(const detail::name_view& name, const scoring::needed_share& needs,
                                         const scoring::score_parameters& parameters) {
  const bool joins = fill(name);
  if (!alignment_.has_joins() && !alignment_.may_reach(needs)) return 0;
  const std::uint32_t asking = name.token_count();
  const std::size_t asked = query_.tokens.size();
  std::array<scoring::aligned_token, names::k_max_tokens> tokens;
  for (std::uint32_t j = 0; j < asking; ++j) tokens[j] = alignment_.listed(j);
  scoring::alignment forwards({tokens.data(), asking}, parameters);
  forwards.begin(asked);
  for (std::size_t i = 0; i < asked; ++i) forwards.listed(i) = own_[i];
  (void)each_alike(name, [&](std::size_t i, std::size_t j, const scoring::similarity& s) { forwards.set(j, i, s); });
  if (joins) find_joins_asking(name, forwards);
  return forwards.score();
}

void listed_scorer::find_joins_asking(const detail::name_view& name, scoring::alignment& to) const {
  const std::uint32_t asking = name.token_count();
  const std::size_t asked = query_.tokens.size();
  for (std::uint32_t i = 0; i < asking; ++i) {
    for (std::size_t j = 0; j < asked; ++j) {
      bool room = true;
      if (i + 1 < asking && is_pair(j, name.token(i), name.token(i + 1))) {
        room = to.add_join(i, 2, j, 1);
      } else if (j + 1 < asked && table_.joined()[j] == name.token(i)) {
        room = to.add_join(i, 1, j, 2);
      }
      if (!room) return;
    }
  }
}

bool listed_scorer::is_pair(std::size_t i, std::uint32_t first, std::uint32_t second) const {
  return std::any_of(table_.pairs().begin(), table_.pairs().end(), [&](const listed_pair& p) {
    return p.query == i && p.first == first && p.second == second;
  });
}

void listed_scorer::find_joins(const detail::name_view& name) {
  const std::uint32_t count = name.token_count();
  for (std::size_t i = 0; i < query_.tokens.size(); ++i) {
    for (std::uint32_t j = 0; j < count; ++j) {
      bool room = true;
      if (i + 1 < query_.tokens.size() && table_.joined()[i] == name.token(j)) {
        room = alignment_.add_join(i, 2, j, 1);
      } else if (j + 1 < count && is_pair(i, name.token(j), name.token(j + 1))) {
        room = alignment_.add_join(i, 1, j, 2);
      }
      if (!room) return;
    }
  }
}

}  // namespace tradewarden::matching
