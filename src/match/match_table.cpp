#include "match/match_table.hpp"

#include "index/file_format.hpp"

namespace tradewarden::matching {

void match_table::begin(std::uint32_t tokens) {
  for (const token_head& h : heads_) bits_[h.token / 64] = 0;
  heads_.clear();
  entries_.resize(1);
  starts_.clear();
  pairs_.clear();
  joined_.clear();
  if (slots_.size() < tokens) {
    bits_.resize(tokens / 64 + 1);
    slots_.resize(tokens);
  }
}

void match_table::begin_query_token(std::size_t query) {
  while (starts_.size() <= query) {
    starts_.push_back(entries_.size());
    joined_.push_back(indexing::k_none);
  }
}

token_head& match_table::touch(std::uint32_t token) {
  if (!contains(token)) {
    // The head first: a bit without one would outlive a failure to get memory.
    heads_.push_back({token, 0, 0, false});
    slots_[token] = static_cast<std::uint32_t>(heads_.size() - 1);
    bits_[token / 64] |= std::uint64_t{1} << (token % 64);
  }
  return head(token);
}

alike& match_table::entry(std::uint32_t token) {
  token_head& h = touch(token);
  // The newest entry comes first: one of this query token can only be there.
  const auto query = static_cast<std::uint8_t>(starts_.size() - 1);
  if (h.first == 0 || entries_[h.first].query != query) {
    alike e;
    e.token = token;
    e.next = h.first;
    e.query = query;
    h.first = static_cast<std::uint32_t>(entries_.size());
    entries_.push_back(e);
  }
  return entries_[h.first];
}

void match_table::add_hard(std::uint32_t token, match_reason reason, std::int32_t value) {
  scoring::token_likeness& l = entry(token).likeness;
  if (value <= l.hard) return;
  l.hard = static_cast<std::int16_t>(value);
  l.hard_reason = reason;
}

void match_table::add_family(std::uint32_t token, std::int32_t value, bool forms) {
  add_hard(token, match_reason::family, value);
  scoring::token_likeness& l = entry(token).likeness;
  l.forms = l.hard_reason == match_reason::family && forms;
}

void match_table::add_soft(std::uint32_t token, match_reason reason, std::int32_t value,
                           std::int32_t edits) {
  scoring::token_likeness& l = entry(token).likeness;
  // Of equal values the key counts, whoever comes first.
  if (value < l.soft || (value == l.soft && reason != match_reason::key)) return;
  l.soft = static_cast<std::int16_t>(value);
  l.soft_reason = reason;
  l.soft_edits = static_cast<std::uint8_t>(edits);
}

void match_table::add_pair(std::uint32_t first, std::uint32_t second) {
  pairs_.push_back({static_cast<std::uint8_t>(starts_.size() - 1), first, second});
  touch(first).in_join = true;
  touch(second).in_join = true;
}

void match_table::set_joined(std::size_t query, std::uint32_t token) {
  joined_[query] = token;
  touch(token).in_join = true;
}

}  // namespace tradewarden::matching
