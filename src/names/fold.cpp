#include "names/fold.hpp"

#include <algorithm>
#include <span>

#include "names/unicode.hpp"
#include "names/words.hpp"
#include "tradewarden/digest.hpp"

namespace tradewarden::names {
namespace {

/// A run of letters and digits of the text, and what followed it.
struct raw_token {
  std::string text;
  bool dotted = false;      ///< Followed at once by '.', '/' or ':' as in "S.A." or "M/V".
  bool glued = false;       ///< Nothing stood between this one and the one before but that mark.
  std::size_t letters = 0;  ///< Characters of the text (not bytes of the folded form).
  std::size_t hangul = 0;   ///< How many of them are Hangul syllables.
  std::size_t first_syllable = 0;  ///< Folded bytes of the first character.
};

/// Word boundaries inside runs of ideographs: a name of two to four stands for a person, surname
/// first; the last forms of a company are words of their own; the rest goes in pairs.
void append_ideographs(std::span<const std::string> syllables, std::vector<raw_token>& out) {
  const auto put = [&](std::size_t from, std::size_t to) {
    raw_token t;
    for (std::size_t i = from; i < to; ++i) t.text += syllables[i];
    t.letters = to - from;
    out.push_back(std::move(t));
  };
  static constexpr struct {
    const char* syllables[4];
    std::size_t count;
    const char* first;
    const char* second;
  } k_endings[] = {
      {{"you", "xian", "gong", "si"}, 4, "co", "ltd"},  // limited company
      {{"gong", "si", nullptr, nullptr}, 2, "co", nullptr},
      {{"hui", "she", nullptr, nullptr}, 2, "co", nullptr},
  };
  std::size_t end = syllables.size();
  const char* ending[2] = {nullptr, nullptr};
  for (const auto& e : k_endings) {
    if (end <= e.count) continue;
    bool equal = true;
    for (std::size_t i = 0; i < e.count; ++i) {
      equal = equal && syllables[end - e.count + i] == e.syllables[i];
    }
    if (!equal) continue;
    end -= e.count;
    ending[0] = e.first;
    ending[1] = e.second;
    if (e.count == 4 && end > 2 && syllables[end - 2] == "gu" && syllables[end - 1] == "fen") {
      end -= 2;  // "shares": limited by shares
    }
    break;
  }
  if (ending[0] == nullptr && end >= 2 && end <= 4) {
    const std::size_t surname = end == 4 ? 2 : 1;
    put(0, surname);
    put(surname, end);
    return;
  }
  for (std::size_t i = 0; i < end;) {
    const std::size_t n = end - i == 3 ? 3 : std::min<std::size_t>(2, end - i);
    put(i, i + n);
    i += n;
  }
  for (const char* word : ending) {
    if (word == nullptr) continue;
    raw_token t;
    t.text = word;
    t.letters = t.text.size();
    out.push_back(std::move(t));
  }
}

std::vector<raw_token> split_text(std::string_view name) {
  std::vector<raw_token> out;
  raw_token current;
  std::vector<std::string> ideographs;
  bool glue_next = false;
  const auto flush = [&] {
    if (!ideographs.empty()) {
      append_ideographs(ideographs, out);
      ideographs.clear();
      glue_next = false;
    }
    if (!current.text.empty()) {
      current.glued = glue_next;
      out.push_back(std::move(current));
    }
    current = {};
    glue_next = false;
  };
  std::string piece;
  for (std::size_t at = 0; at < name.size();) {
    const char32_t c = next_code_point(name, at);
    if (c == '.' || c == '/' || c == ':' || c == 0x3002 || c == 0xFF0E) {
      const bool after_token = !current.text.empty();
      flush();
      if (after_token) {
        out.back().dotted = true;
        glue_next = true;
      }
      continue;
    }
    if (c == '&' || c == 0xFF06) {
      flush();
      current.text = "and";
      current.letters = 3;
      flush();
      continue;
    }
    piece.clear();
    switch (append_folded(c, piece)) {
      case char_class::separator:
        flush();
        break;
      case char_class::ideograph:
        if (!current.text.empty()) flush();
        ideographs.push_back(piece);
        break;
      case char_class::hangul:
        if (!ideographs.empty()) flush();
        ++current.hangul;
        [[fallthrough]];
      case char_class::text:
        if (!ideographs.empty()) flush();
        if (current.text.size() + piece.size() > k_max_token_bytes) flush();
        current.text += piece;
        if (!piece.empty() && ++current.letters == 1) current.first_syllable = piece.size();
        break;
    }
  }
  flush();
  // A Korean name stands without a blank: the first of two to four syllables is the surname.
  if (out.size() == 1 && out[0].hangul == out[0].letters && out[0].letters >= 2 &&
      out[0].letters <= 4) {
    raw_token given;
    given.text = out[0].text.substr(out[0].first_syllable);
    given.letters = out[0].letters - 1;
    out[0].text.resize(out[0].first_syllable);
    out[0].letters = 1;
    out.push_back(std::move(given));
  }
  return out;
}

/// Runs of dotted single letters: "S.A." is sa, "L.L.C." llc; "J.R. Smith" stays j r smith. Two
/// letters join only where that makes a legal form or a prefix of ships; three and more always do.
std::vector<std::string> join_dotted(const std::vector<raw_token>& raw) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < raw.size();) {
    std::size_t end = i + 1;
    std::string joined = raw[i].text;
    if (raw[i].letters == 1 && raw[i].dotted) {
      while (end < raw.size() && raw[end].glued && raw[end].letters == 1) {
        joined += raw[end].text;
        ++end;
        if (!raw[end - 1].dotted) break;
      }
    }
    const std::size_t n = end - i;
    const bool join = n >= 3 || (n == 2 && (look_up_word(joined).is_legal_form || joined == "mv" ||
                                            joined == "mt" || joined == "us" || joined == "uk"));
    if (join) {
      out.push_back(joined);
    } else {
      for (std::size_t k = i; k < end; ++k) out.push_back(raw[k].text);
    }
    i = end;
  }
  return out;
}

bool all_digits(std::string_view s) {
  return !s.empty() && std::all_of(s.begin(), s.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Longest match first, left to right; what a rewrite produced takes part in further ones.
void apply_rewrites(std::vector<std::string>& tokens) {
  std::vector<std::string> out;
  constexpr int k_passes = 3;  // "co limited" -> "co ltd" -> ... no chain in the table is longer
  for (int pass = 0; pass < k_passes; ++pass) {
    bool changed = false;
    out.clear();
    for (std::size_t i = 0; i < tokens.size();) {
      const rewrite* found = nullptr;
      for (const rewrite& r : rewrites_from(tokens[i])) {
        if (i + r.from.size() <= tokens.size() &&
            std::equal(r.from.begin(), r.from.end(), tokens.begin() + static_cast<long>(i))) {
          found = &r;
          break;
        }
      }
      if (found == nullptr) {
        out.push_back(std::move(tokens[i]));
        ++i;
        continue;
      }
      for (const std::string_view t : found->to) out.emplace_back(t);
      i += found->from.size();
      changed = true;
    }
    tokens.swap(out);
    if (!changed) break;
  }
  // "No. 5", "number 5", "nr 5": the word says nothing that the number does not.
  out.clear();
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const bool counts = tokens[i] == "no" || tokens[i] == "nr" || tokens[i] == "number" ||
                        tokens[i] == "num" || tokens[i] == "nomer";
    if (counts && i + 1 < tokens.size() && all_digits(tokens[i + 1])) continue;
    std::string& t = tokens[i];
    if (all_digits(t)) t = t.substr(std::min(t.find_first_not_of('0'), t.size() - 1));
    out.push_back(std::move(t));
  }
  tokens.swap(out);
}

void append(std::vector<std::string>& to, std::vector<std::string> from) {
  for (std::string& t : from) to.push_back(std::move(t));
}

std::vector<std::string> tokens_of(std::string_view text) { return join_dotted(split_text(text)); }

bool tells_organisation(const std::vector<std::string>& tokens) {
  std::vector<std::string> rewritten = tokens;
  apply_rewrites(rewritten);
  return std::any_of(rewritten.begin(), rewritten.end(), [](const std::string& t) {
    const word w = look_up_word(t);
    return w.is_organisation_word || w.is_legal_form || all_digits(t);
  });
}

/// "LAST, First" -> First LAST, unless the comma sets off a form, a branch or a generation.
std::vector<std::string> turn_surname(std::string_view name) {
  std::vector<std::vector<std::string>> parts;
  std::size_t from = 0;
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t start = at;
    const char32_t c = next_code_point(name, at);
    if (c != ',' && c != 0x060C && c != 0xFF0C) continue;
    parts.push_back(tokens_of(name.substr(from, start - from)));
    from = at;
  }
  parts.push_back(tokens_of(name.substr(from)));
  std::vector<std::string> generation;
  if (parts.size() == 3 && parts[2].size() == 1 && look_up_word(parts[2][0]).is_generation) {
    generation = std::move(parts[2]);
    parts.pop_back();
  }
  const bool turn = parts.size() == 2 && !parts[0].empty() && !parts[1].empty() &&
                    !(parts[1].size() == 1 && look_up_word(parts[1][0]).is_generation) &&
                    !tells_organisation(parts[0]) && !tells_organisation(parts[1]);
  std::vector<std::string> out;
  if (turn) std::swap(parts[0], parts[1]);
  for (auto& part : parts) append(out, std::move(part));
  append(out, std::move(generation));
  return out;
}

}  // namespace

std::vector<std::string> fold(std::string_view name) {
  std::vector<std::string> tokens = turn_surname(name);
  apply_rewrites(tokens);
  if (tokens.size() > k_max_tokens) {
    std::string rest;
    for (std::size_t i = k_max_tokens - 1; i < tokens.size(); ++i) rest += tokens[i] + ' ';
    tokens.resize(k_max_tokens - 1);
    std::string digest_token(1, '#');
    digest_token.append(sha256(rest).to_string(), 0, 24);
    tokens.push_back(std::move(digest_token));
  }
  return tokens;
}

}  // namespace tradewarden::names
