#include "names/name_tables.hpp"

#include <algorithm>
#include <array>
#include <deque>

#include "support/ascii.hpp"
#include "support/hash_map.hpp"

namespace tradewarden::names {
namespace {

/// Says of most tokens that no key is like them, without hashing them whole: a bit for each length
/// with the first three bytes and the last.
class quick_filter {
 public:
  void add(std::string_view token) { bits_[place(token) / 64] |= bit(token); }
  [[nodiscard]] bool may_have(std::string_view token) const {
    return (bits_[place(token) / 64] & bit(token)) != 0;
  }

 private:
  static constexpr std::size_t k_bits = std::size_t{1} << 16U;
  static std::size_t place(std::string_view t) {
    const auto byte = [&](std::size_t i) -> std::uint32_t {
      return i < t.size() ? static_cast<unsigned char>(t[i]) : 0;
    };
    const std::uint32_t first = byte(0) | byte(1) << 8U | byte(2) << 16U;
    const std::uint32_t last = t.empty() ? 0 : byte(t.size() - 1);
    const std::uint32_t mixed =
        first * 0x9E3779B1U ^ (last << 8U | static_cast<std::uint32_t>(t.size())) * 0x85EBCA77U;
    return mixed >> 16U;
  }
  static std::uint64_t bit(std::string_view t) { return std::uint64_t{1} << (place(t) % 64); }
  std::array<std::uint64_t, k_bits / 64> bits_{};
};

void set_kind(word& w, word_kind kind) {
  switch (kind) {
    case word_kind::legal_form: w.is_legal_form = true; break;
    case word_kind::organisation: w.is_organisation_word = true; break;
    case word_kind::particle: w.is_particle = true; break;
    case word_kind::honorific: w.is_honorific = true; break;
    case word_kind::place: w.is_place = true; break;
    case word_kind::generation: w.is_generation = true; break;
    case word_kind::theophoric: w.is_theophoric = true; break;
  }
}

std::string joined(std::span<const std::string_view> words) {
  std::string out;
  for (const std::string_view w : words) out.append(out.empty() ? "" : " ").append(w);
  return out;
}

}  // namespace

struct name_tables::dictionary {
  quick_filter words_like;
  quick_filter rewrites_like;
  string_view_map<word> words;
  std::size_t longest_word = 0;
  std::vector<std::vector<std::string_view>> families{{}};  // family 0 is none
  string_view_map<std::vector<rewrite>> rewrites;
  std::vector<std::vector<std::string_view>> endings{{}};  // line 0 is none
  struct ending {
    std::string_view text;
    std::uint8_t line;
  };
  std::array<std::vector<ending>, 26> endings_by_last_letter;  // the longest first
  std::deque<std::string> spelled;  // the alternatives of rewrites; a deque does not move them

  void add(const table_sources& sources) {
    for (const token_weight& w : sources.weights) words[w.token].weight = w.weight;
    for (const weight_cap& cap : sources.weight_caps) {
      for (const std::string_view pattern : ascii::split(cap.words, " ")) add_cap(pattern, cap.most);
    }
    for (const word_list& list : sources.words) {
      for (const std::string_view token : ascii::split(list.words, " ")) {
        set_kind(words[token], list.kind);
      }
    }
    for (const std::string_view line : sources.families) add_family(ascii::split(line, " "));
    for (const rewrite_line& line : sources.rewrites) add_rewrite(line.from, line.to);
    for (const std::string_view line : sources.surname_endings) {
      std::vector<std::string_view> all = ascii::split(line, " ");
      for (const std::string_view e : all) {
        endings_by_last_letter[static_cast<std::size_t>(e.back() - 'a')].push_back(
            {e, static_cast<std::uint8_t>(endings.size())});
      }
      endings.push_back(std::move(all));
    }
  }

  /// What "(a|b)" in `pattern` stands for, one after the other; false: it has none.
  template <class F>
  bool each_alternative(std::string_view pattern, const F& visit) {
    const std::size_t open = pattern.find('(');
    if (open == std::string_view::npos) return false;
    const std::size_t close = pattern.find(')', open);
    for (std::size_t at = open; at != close;) {
      const std::size_t end = std::min(pattern.find('|', at + 1), close);
      std::string text(pattern.substr(0, open));
      text.append(pattern.substr(at + 1, end - at - 1)).append(pattern.substr(close + 1));
      spelled.push_back(std::move(text));
      visit(std::string_view(spelled.back()));
      at = end;
    }
    return true;
  }

  void add_cap(std::string_view pattern, std::uint8_t most) {
    if (each_alternative(pattern, [&](std::string_view token) { add_cap(token, most); })) return;
    word& w = words[pattern];
    w.weight = std::min(w.weight, most);
  }

  void add_rewrite(std::string_view from, std::string_view to) {
    if (each_alternative(from, [&](std::string_view text) { add_rewrite(text, to); })) return;
    rewrite r{ascii::split(from, " "), ascii::split(to, " ")};
    for (const std::string_view token : r.from) words[token].is_rewritten = true;
    std::vector<rewrite>& list = rewrites[r.from.front()];
    std::erase_if(list, [&](const rewrite& earlier) { return earlier.from == r.from; });
    list.push_back(std::move(r));
  }

  void add_family(std::vector<std::string_view> members) {
    std::sort(members.begin(), members.end());
    members.erase(std::unique(members.begin(), members.end()), members.end());
    const auto id = static_cast<std::uint16_t>(families.size());
    for (const std::string_view token : members) {
      auto& ids = words[token].families;
      const auto free = std::find(ids.begin(), ids.end(), std::uint16_t{0});
      if (free != ids.end()) *free = id;
    }
    families.push_back(std::move(members));
  }

  void finish() {
    for (auto& [token, w] : words) {
      w.is_short_form = w.is_legal_form && token.size() <= 2;
      longest_word = std::max(longest_word, token.size());
      words_like.add(token);
    }
    for (std::vector<ending>& list : endings_by_last_letter) {
      std::stable_sort(list.begin(), list.end(), [](const ending& a, const ending& b) {
        return a.text.size() > b.text.size();
      });
    }
    for (auto& [token, list] : rewrites) {
      rewrites_like.add(token);
      std::stable_sort(list.begin(), list.end(), [](const rewrite& a, const rewrite& b) {
        return a.from.size() > b.from.size();
      });
    }
  }
};

name_tables::name_tables(std::span<const table_sources> sources)
    : roles_(sources.front().roles), fold_character_(sources.front().fold_character),
      spellings_(sources.front().spellings), spelling_tables_(sources.front().spelling_tables),
      genders_(sources.front().genders) {
  auto made = std::make_unique<dictionary>();
  for (const table_sources& s : sources) made->add(s);
  made->finish();
  known_ = std::move(made);
}

name_tables::~name_tables() = default;

const word& name_tables::look_up(std::string_view token) const {
  static const word k_unknown;
  const dictionary& d = *known_;
  if (token.size() > d.longest_word || !d.words_like.may_have(token)) return k_unknown;
  const auto it = d.words.find(token);
  return it == d.words.end() ? k_unknown : it->second;
}

std::span<const std::string_view> name_tables::family_members(std::uint16_t family) const {
  return known_->families[family];
}

std::uint16_t name_tables::family_count() const {
  return static_cast<std::uint16_t>(known_->families.size());
}

std::span<const rewrite> name_tables::rewrites_from(std::string_view token) const {
  const dictionary& d = *known_;
  if (!d.rewrites_like.may_have(token)) return {};
  const auto it = d.rewrites.find(token);
  if (it == d.rewrites.end()) return {};
  return it->second;
}

surname_form name_tables::surname_form_of(std::string_view token) const {
  constexpr std::size_t k_least_stem = 3;
  if (token.size() < k_least_stem + 2 || token.back() < 'a' || token.back() > 'z') return {};
  for (const auto& e : known_->endings_by_last_letter[static_cast<std::size_t>(token.back() - 'a')]) {
    if (!token.ends_with(e.text)) continue;
    // The longest that it can have, or none: a shorter one would cut a longer one in two.
    const std::size_t stem = token.size() - e.text.size();
    return stem < k_least_stem ? surname_form{} : surname_form{e.line, static_cast<std::uint8_t>(stem)};
  }
  return {};
}

std::span<const std::string_view> name_tables::surname_endings(std::uint8_t endings) const {
  return known_->endings[endings];
}

std::string name_tables::canonical_text() const {
  std::string out;
  const auto number = [&out](std::uint64_t n) { out.append(" ").append(std::to_string(n)); };
  out += "roles";
  for (const std::uint8_t w : {roles_.initial, roles_.number, roles_.least_place,
                               roles_.most_particle, roles_.most_honorific, roles_.most_legal_form,
                               roles_.most_common}) {
    number(w);
  }
  out += '\n';
  std::vector<std::string_view> tokens;
  for (const auto& [token, w] : known_->words) tokens.push_back(token);
  std::sort(tokens.begin(), tokens.end());
  for (const std::string_view token : tokens) {
    const word& w = known_->words.find(token)->second;
    out.append("word ").append(token);
    number(w.weight);
    for (const bool flag : {w.is_legal_form, w.is_organisation_word, w.is_particle, w.is_honorific,
                            w.is_place, w.is_generation, w.is_theophoric}) {
      number(flag ? 1 : 0);
    }
    out += '\n';
  }
  for (std::size_t f = 1; f < known_->families.size(); ++f) {
    out.append("family ").append(joined(known_->families[f])) += '\n';
  }
  for (std::size_t e = 1; e < known_->endings.size(); ++e) {
    out.append("endings ").append(joined(known_->endings[e])) += '\n';
  }
  tokens.clear();
  for (const auto& [token, list] : known_->rewrites) tokens.push_back(token);
  std::sort(tokens.begin(), tokens.end());
  for (const std::string_view token : tokens) {
    for (const rewrite& r : known_->rewrites.find(token)->second) {
      out.append("rewrite ").append(joined(r.from)).append(" -> ").append(joined(r.to)) += '\n';
    }
  }
  // The romanisation by what it does to every character of the first planes, wherever its tables are.
  constexpr char32_t k_characters = 0x30000;
  std::string folded;
  for (char32_t c = 1; c < k_characters; ++c) {
    folded.clear();
    const char_class kind = fold_character_(c, folded);
    if (kind == char_class::separator) continue;
    number(static_cast<std::uint64_t>(kind));
    out.append(" ").append(folded);
  }
  out += '\n';
  out += spelling_tables_();
  out += genders().canonical_text();
  return out;
}

}  // namespace tradewarden::names
