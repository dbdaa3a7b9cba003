// What an alignment needs to know of tokens, whichever form they are in.
//
// Example:
//   alignment a(aligned_tokens(query.tokens), parameters);
//
// Threads: pure functions.
#ifndef TRADEWARDEN_SCORE_ALIGNED_TOKENS_HPP
#define TRADEWARDEN_SCORE_ALIGNED_TOKENS_HPP

#include <algorithm>
#include <vector>

#include "score/alignment.hpp"
#include "score/token_similarity.hpp"

namespace tradewarden::scoring {

/// Of a names::prepared_token or a token_view.
template <class Token>
[[nodiscard]] aligned_token aligned(const Token& t) {
  return {t.role, t.weight, t.repaired, mark_of(t.role, t.text),
          static_cast<std::uint8_t>(std::min<std::size_t>(t.text.size(), 255))};
}

template <class Tokens>
[[nodiscard]] std::vector<aligned_token> aligned_tokens(const Tokens& tokens) {
  std::vector<aligned_token> out;
  out.reserve(tokens.size());
  for (const auto& t : tokens) out.push_back(aligned(t));
  return out;
}

}  // namespace tradewarden::scoring

#endif  // TRADEWARDEN_SCORE_ALIGNED_TOKENS_HPP
