#include "match/expansion.hpp"

#include <algorithm>
#include <string>

#include "score/token_similarity.hpp"

namespace tradewarden::matching {
namespace {

using indexing::k_none;

constexpr std::size_t k_most_vector_bytes = 32;  // what edit_kernels::measure takes

/// From how many tokens on the walk of the trie is quicker than the scan, by instruction set and
/// edits: the scan takes time by the tokens, the walk by the edits (docs/performance.md). Which of
/// the two it is changes no result.
constexpr std::uint32_t k_never = indexing::k_none;
constexpr std::uint32_t k_walk_from[3][4] = {
    {k_never, 40'000, 150'000, 1'000'000},  // scalar
    {k_never, 240'000, 500'000, k_never},   // avx2
    {k_never, 500'000, k_never, k_never},   // avx512
};

/// The beginnings of a text that are tokens, and the tokens that begin with it.
void expand_truncated(const detail::index_view& index, std::string_view text, match_table& table) {
  const scoring::score_parameters& p = index.parameters();
  if (text.size() < scoring::k_least_cut) return;
  for (std::size_t length = scoring::k_least_cut; length < text.size(); ++length) {
    const std::int32_t value = scoring::truncated_similarity(length, text.size(), p);
    if (value == 0) continue;
    const std::uint32_t token = index.find_token(text.substr(0, length));
    if (token != k_none) table.add_soft(token, match_reason::truncated, value, 0);
  }
  const auto add = [&](std::uint32_t first, std::uint32_t last, std::size_t length) {
    const std::int32_t value = scoring::truncated_similarity(text.size(), length, p);
    for (std::uint32_t token = first; token < last; ++token) {
      table.add_soft(token, match_reason::truncated, value, 0);
    }
  };
  index.each_run_below(text, 2 * text.size(), add);
}

void expand_token(const detail::index_view& index, const names::prepared_token& token,
                  const enumerators& on, edit_scratch& scratch, match_table& table) {
  const std::string_view text = token.text;
  const scoring::score_parameters& p = index.parameters();
  const std::uint32_t itself = index.find_token(text);
  if (on.equal && itself != k_none) {
    table.add_hard(itself, match_reason::equal, scoring::k_equal_similarity);
  }
  if (text.size() == 1) return;
  if (on.initial && is_initial(text.substr(0, 1))) {
    const std::uint32_t letter = index.find_token(text.substr(0, 1));
    if (letter != k_none) {
      table.add_hard(letter, match_reason::initial, p.initial_similarity);
    }
  }
  if (on.family) {
    for (const std::uint16_t family : token.features.families) {
      if (family == 0) break;
      for (const std::string_view member : index.tables().family_members(family)) {
        const std::uint32_t t = index.find_token(member);
        if (t == k_none || t == itself) continue;
        // A word keeps a few families: the table of the score decides whether it is in this one.
        const names::token_features features = names::features_of(member, index.tables());
        if (!scoring::share_family(token.features, features)) continue;
        table.add_family(t, scoring::family_similarity(text, token.features, member, features, p),
                         token.features.form || features.form);
      }
    }
    const names::surname_form form = token.features.surname;
    std::string other(text.substr(0, form.stem));
    for (const std::string_view ending : index.tables().surname_endings(form.endings)) {
      other.resize(form.stem);
      other += ending;
      const std::uint32_t t = index.find_token(other);
      if (t == k_none || t == itself || index.tables().surname_form_of(other) != form) continue;
      const names::token_features features = names::features_of(other, index.tables());
      table.add_family(t, scoring::family_similarity(text, token.features, other, features, p),
                       token.features.form || features.form);
    }
  }
  if (on.key && token.features.key != 0) {
    for (const indexing::key_record& k : index.tokens_of_key(token.features.key)) {
      if (k.token == itself) continue;
      const names::token_features features =
          names::features_of(index.token_text(k.token), index.tables());
      if (features.key != token.features.key) continue;
      const std::string_view listed = index.token_text(k.token);
      if (names::sound_the_same(text, listed)) {
        table.add_family(k.token, p.spelled_similarity, token.features.form || features.form);
        continue;
      }
      if (features.consonants() == 0) continue;
      table.add_soft(k.token, match_reason::key,
                     scoring::key_similarity(token.features, features, p), 0);
    }
  }
  if (on.edit) {
    scratch.ball.clear();
    edit_ball(index, text, scratch, scratch.ball);
    for (const edited_token& e : scratch.ball) {
      const std::string_view listed = index.token_text(e.token);
      const bool both_known =
          token.features.known && names::is_known(listed, index.token(e.token).weight);
      table.add_soft(e.token, match_reason::edit, scoring::edit_similarity(text, listed, both_known, p),
                     e.edits);
    }
  }
  if (on.truncated) expand_truncated(index, text, table);
  if (on.joined) {
    for (std::size_t cut = 1; cut < text.size(); ++cut) {
      const std::uint32_t a = index.find_token(text.substr(0, cut));
      if (a == k_none) continue;
      const std::uint32_t b = index.find_token(text.substr(cut));
      if (b != k_none) table.add_pair(a, b);
    }
  }
}

}  // namespace

bool is_initial(std::string_view token) noexcept {
  return token.size() == 1 && token[0] >= 'a' && token[0] <= 'z';
}

void edit_ball(const detail::index_view& index, std::string_view text, edit_scratch& scratch,
               std::vector<edited_token>& out) {
  const std::int32_t limit = scoring::most_edits(text.size());
  if (limit == 0) return;
  if (text.size() > trie_walk::k_most_bytes ||
      index.token_count() < k_walk_from[static_cast<std::size_t>(scratch.set)]
                                       [static_cast<std::size_t>(limit)]) {
    return scan_vocabulary(index, text, scratch, out);
  }
  const std::size_t first = out.size();
  scratch.walk.find(index, edit_pattern(text), limit, scratch.set, out);
  // A shorter listed token allows fewer edits.
  out.erase(std::remove_if(out.begin() + static_cast<std::ptrdiff_t>(first), out.end(),
                           [&](const edited_token& e) {
                             const std::size_t length = index.token(e.token).length;
                             return e.edits > scoring::most_edits(std::min(length, text.size()));
                           }),
            out.end());
}

void scan_vocabulary(const detail::index_view& index, std::string_view text,
                     edit_scratch& scratch, std::vector<edited_token>& out) {
  const std::size_t size = text.size();
  if (scoring::most_edits(size) == 0) return;
  const edit_kernels kernels = kernels_for(scratch.set);
  const edit_pattern pattern(text);
  const std::uint32_t letters = indexing::letters_of(text);
  const bool vectors = kernels.measure != nullptr && pattern.only_letters && size <= k_most_vector_bytes;
  const auto most = static_cast<std::size_t>(scoring::most_edits(size));
  const std::size_t longest = std::min(size + most, indexing::k_most_token_bytes);
  for (std::size_t length = size > most ? size - most : 1; length <= longest; ++length) {
    const std::int32_t limit = scoring::most_edits(std::min(length, size));
    const std::size_t apart = length > size ? length - size : size - length;
    if (limit == 0 || apart > static_cast<std::size_t>(limit)) continue;
    const std::uint32_t from = index.first_of_length(length);
    const std::uint32_t to = index.first_of_length(length + 1);
    if (from == to) continue;
    if (scratch.near.size() < to - from + 16) scratch.near.resize(to - from + 16);
    std::uint32_t* const near = scratch.near.data();
    const std::size_t count = kernels.filter(index.token_letters().data(), from, to, letters,
                                             static_cast<std::uint32_t>(limit), near);
    const auto add = [&](std::uint32_t token, std::int32_t edits) {
      if (edits > 0 && edits <= limit) out.push_back({token, edits});
    };
    if (!vectors || length > k_most_vector_bytes) {
      for (std::size_t i = 0; i < count; ++i) {
        add(near[i], osa_bits(pattern, index.text_of_length(near[i], length)));
      }
      continue;
    }
    if (scratch.distances.size() < count + 16) scratch.distances.resize(count + 16);
    for (std::size_t i = 0; i < count; ++i) near[i] -= from;
    kernels.measure(pattern, index.text_of_length(from, length).data(), length, near, count,
                    scratch.distances.data());
    for (std::size_t i = 0; i < count; ++i) {
      const std::uint32_t token = near[i] + from;
      if ((index.token_letters()[token] & indexing::k_other_letters) != 0) {
        add(token, osa_bits(pattern, index.text_of_length(token, length)));
      } else {
        add(token, scratch.distances[i]);
      }
    }
  }
}

void expand(const detail::index_view& index, const names::prepared_name& query,
            const enumerators& on, edit_scratch& scratch, match_table& table,
            expansion_cache* cache) {
  for (std::size_t i = 0; i < query.tokens.size(); ++i) {
    table.begin_query_token(i);
    const std::string_view text = query.tokens[i].text;
    if (cache != nullptr) {
      if (const expansion_cache::known_token* known = cache->find(text)) {
        for (const alike& e : cache->entries(*known)) table.add(e.token, e.likeness);
        for (const listed_pair& p : cache->pairs(*known)) table.add_pair(p.first, p.second);
        continue;
      }
    }
    const std::size_t pairs = table.pairs().size();
    expand_token(index, query.tokens[i], on, scratch, table);
    if (cache != nullptr) cache->add(text, table.entries_of(i), table.pairs().subspan(pairs));
  }
  if (!on.joined) return;
  std::string joined;
  for (std::size_t i = 0; i + 1 < query.tokens.size(); ++i) {
    joined.assign(query.tokens[i].text).append(query.tokens[i + 1].text);
    const std::uint32_t token = index.find_token(joined);
    if (token != k_none) table.set_joined(i, token);
  }
}

}  // namespace tradewarden::matching
