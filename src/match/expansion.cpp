#include "match/expansion.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "names/words.hpp"
#include "score/token_similarity.hpp"

namespace tradewarden::matching {
namespace {

using indexing::k_none;

/// One walk of the trie with a row of distances a level; rows of the two levels above serve the
/// transposition. A subtree is left as soon as its whole row is above the limit.
class trie_walk {
 public:
  trie_walk(const detail::index_view& index, std::string_view text)
      : index_(index), text_(text), limit_(scoring::most_edits(text.size())) {
    rows_.resize((text.size() + static_cast<std::size_t>(limit_) + 2) * width());
  }

  std::vector<alike_token> run() {
    for (std::size_t j = 0; j < width(); ++j) rows_[j] = static_cast<std::int32_t>(j);
    descend(0, 0);
    return std::move(found_);
  }

 private:
  [[nodiscard]] std::size_t width() const { return text_.size() + 1; }

  void descend(std::uint32_t node, std::size_t depth) {
    const auto trie = index_.trie();
    // Deeper tokens are too long by themselves.
    if (depth >= text_.size() + static_cast<std::size_t>(limit_)) return;
    const std::uint32_t end = trie[node + 1].first_child;
    for (std::uint32_t child = trie[node].first_child; child < end; ++child) {
      const std::size_t now = (depth + 1) * width();
      const std::size_t last = depth * width();
      const auto label = static_cast<char>(static_cast<unsigned char>(trie[child].label));
      rows_[now] = static_cast<std::int32_t>(depth + 1);
      std::int32_t least = rows_[now];
      for (std::size_t j = 1; j < width(); ++j) {
        std::int32_t d = std::min({rows_[last + j] + 1, rows_[now + j - 1] + 1,
                                   rows_[last + j - 1] + (text_[j - 1] != label ? 1 : 0)});
        if (depth > 0 && j > 1 && text_[j - 1] == path_[depth - 1] && text_[j - 2] == label) {
          d = std::min(d, rows_[last - width() + j - 2] + 1);
        }
        rows_[now + j] = d;
        least = std::min(least, d);
      }
      // A transposition reaches back two rows, but then the row between is within the limit too.
      if (least > limit_) continue;
      path_[depth] = label;
      const std::uint32_t token = trie[child].token;
      if (token != k_none) {
        const std::size_t length = depth + 1;
        const std::int32_t edits = rows_[now + text_.size()];
        if (edits <= scoring::most_edits(std::min(length, text_.size()))) {
          found_.push_back({token, scoring::edit_similarity(edits, std::max(length, text_.size()))});
        }
      }
      descend(child, depth + 1);
    }
  }

  const detail::index_view& index_;
  std::string_view text_;
  std::int32_t limit_;
  std::vector<std::int32_t> rows_;
  std::array<char, 256> path_{};
  std::vector<alike_token> found_;
};

}  // namespace

std::vector<alike_token> edit_ball(const detail::index_view& index, std::string_view text) {
  return trie_walk(index, text).run();
}

std::uint32_t find_joined(const detail::index_view& index, std::string_view first,
                          std::string_view second) {
  std::string whole(first);
  whole += second;
  return index.find_token(whole);
}

expansion expand(const detail::index_view& index, const names::prepared_token& token,
                 const enumerators& on) {
  expansion out;
  const auto add = [&](std::uint32_t t, std::int32_t similarity) {
    if (t != k_none) out.tokens.push_back({t, similarity});
  };
  if (on.equal) add(index.find_token(token.text), scoring::k_equal_similarity);
  const bool first_is_letter = token.text[0] >= 'a' && token.text[0] <= 'z';
  if (token.text.size() == 1) {
    out.is_letter = first_is_letter && on.initial;
  } else {
    if (on.initial && first_is_letter) {
      add(index.find_token(std::string_view(token.text).substr(0, 1)), scoring::k_initial_similarity);
    }
    if (on.edit) {
      const std::vector<alike_token> ball = edit_ball(index, token.text);
      out.tokens.insert(out.tokens.end(), ball.begin(), ball.end());
    }
    if (on.family) {
      for (const std::uint16_t family : token.features.families) {
        if (family == 0) break;
        for (const std::string_view member : names::family_members(family)) {
          add(index.find_token(member), scoring::k_family_similarity);
        }
      }
    }
    if (on.key && token.features.key != 0) {
      const auto keys = index.keys();
      auto it = std::lower_bound(keys.begin(), keys.end(), token.features.key,
                                 [](const indexing::key_record& k, std::uint64_t value) {
                                   return k.key < value;
                                 });
      for (; it != keys.end() && it->key == token.features.key; ++it) {
        add(it->token, scoring::k_key_similarity);
      }
    }
    if (on.joined) {
      const std::string_view text = token.text;
      for (std::size_t cut = 1; cut < text.size(); ++cut) {
        const std::uint32_t a = index.find_token(text.substr(0, cut));
        if (a == k_none) continue;
        const std::uint32_t b = index.find_token(text.substr(cut));
        if (b != k_none) out.pairs.push_back({a, b});
      }
    }
  }
  std::sort(out.tokens.begin(), out.tokens.end(), [](const alike_token& a, const alike_token& b) {
    return a.token != b.token ? a.token < b.token : a.most_similarity > b.most_similarity;
  });
  out.tokens.erase(std::unique(out.tokens.begin(), out.tokens.end(),
                               [](const alike_token& a, const alike_token& b) {
                                 return a.token == b.token;
                               }),
                   out.tokens.end());
  return out;
}

}  // namespace tradewarden::matching
