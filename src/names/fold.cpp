#include "names/fold.hpp"

#include <algorithm>
#include <iterator>
#include <span>

#include "names/latin_spelling.hpp"
#include "names/slavic_latin.hpp"
#include "names/unicode.hpp"
#include "names/written_otherwise.hpp"
#include "support/osa.hpp"
#include "tradewarden/digest.hpp"

namespace tradewarden::names {
namespace {

/// A run of letters and digits of the text, and what followed it.
struct raw_token {
  std::string text;
  bool dotted = false;      ///< Followed at once by '.', '/' or ':' as in "S.A." or "M/V".
  bool glued = false;       ///< Nothing stood between this one and the one before but that mark.
  std::size_t letters = 0;  ///< Characters of the text (not bytes of the folded form).
};

std::vector<raw_token> split_text(std::string_view name, const name_tables& tables) {
  std::vector<raw_token> out;
  out.reserve(4);  // of most names
  raw_token current;
  bool glue_next = false;
  const auto flush = [&] {
    if (!current.text.empty()) {
      current.glued = glue_next;
      out.push_back(std::move(current));
    }
    current = {};
    glue_next = false;
  };
  std::string piece;
  for (std::size_t at = 0; at < name.size();) {
    // Most text is ASCII letters and digits: as append_folded() has them, without the way there.
    const char ascii = name[at];
    const bool upper = ascii >= 'A' && ascii <= 'Z';
    if (upper || (ascii >= 'a' && ascii <= 'z') || (ascii >= '0' && ascii <= '9')) {
      if (current.text.size() == k_max_token_bytes) flush();
      current.text += upper ? static_cast<char>(ascii - 'A' + 'a') : ascii;
      ++current.letters;
      ++at;
      continue;
    }
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
    if (tables.fold_character(c, piece) == char_class::separator) {
      flush();
      continue;
    }
    if (current.text.size() + piece.size() > k_max_token_bytes) flush();
    current.text += piece;
    if (!piece.empty()) ++current.letters;
  }
  flush();
  return out;
}

/// Runs of dotted single letters: "S.A." is sa, "L.L.C." llc; "J.R. Smith" stays j r smith. Two
/// letters join only where that makes a legal form or a prefix of ships; three and more always do.
std::vector<folded_token> join_dotted(const std::vector<raw_token>& raw,
                                      const name_tables& tables) {
  std::vector<folded_token> out;
  out.reserve(raw.size());
  for (std::size_t i = 0; i < raw.size();) {
    std::size_t end = i + 1;
    std::string joined = raw[i].text;
    if (raw[i].letters == 1 && raw[i].dotted) {
      while (end < raw.size() && raw[end].glued && raw[end].letters == 1 &&
             joined.size() + raw[end].text.size() <= k_max_token_bytes) {
        joined += raw[end].text;
        ++end;
        if (!raw[end - 1].dotted) break;
      }
    }
    const std::size_t n = end - i;
    const bool join = n >= 3 || (n == 2 && (tables.look_up(joined).is_legal_form || joined == "mv" ||
                                            joined == "mt" || joined == "us" || joined == "uk"));
    if (join) {
      out.push_back({joined, false});
    } else {
      for (std::size_t k = i; k < end; ++k) out.push_back({raw[k].text, false});
    }
    i = end;
  }
  return out;
}

bool all_digits(std::string_view s) {
  return !s.empty() && std::all_of(s.begin(), s.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// The digits of "54th"; empty if it is none.
std::string_view ordinal_digits(std::string_view s) {
  if (s.size() < 3 || s[0] < '0' || s[0] > '9') return {};
  const std::string_view end = s.substr(s.size() - 2);
  if (end != "th" && end != "st" && end != "nd" && end != "rd") return {};
  const std::string_view digits = s.substr(0, s.size() - 2);
  return all_digits(digits) ? digits : std::string_view{};
}

/// The longest rewrite that begins at a token, or none.
const rewrite* rewrite_at(const std::vector<folded_token>& tokens, std::size_t i, const name_tables& tables) {
  for (const rewrite& r : tables.rewrites_from(tokens[i].text)) {
    if (i + r.from.size() <= tokens.size() &&
        std::equal(r.from.begin(), r.from.end(), tokens.begin() + static_cast<std::ptrdiff_t>(i),
                   [](std::string_view f, const folded_token& t) { return f == t.text; })) {
      return &r;
    }
  }
  return nullptr;
}

/// Longest match first, left to right; what a rewrite produced takes part in further ones.
void apply_rewrites(std::vector<folded_token>& tokens, const name_tables& tables) {
  std::vector<folded_token> out;
  constexpr int k_passes = 3;  // "co limited" -> "co ltd" -> ... no chain in the table is longer
  for (int pass = 0; pass < k_passes; ++pass) {
    const rewrite* found = nullptr;
    std::size_t at = 0;
    while (at < tokens.size() && (found = rewrite_at(tokens, at, tables)) == nullptr) ++at;
    if (found == nullptr) break;
    const auto first = tokens.begin();
    out.assign(std::move_iterator(first), std::move_iterator(first + static_cast<std::ptrdiff_t>(at)));
    for (std::size_t i = at; i < tokens.size();) {
      if (i != at) found = rewrite_at(tokens, i, tables);
      if (found == nullptr) {
        out.push_back(std::move(tokens[i]));
        ++i;
        continue;
      }
      bool repaired = false;
      for (std::size_t k = 0; k < found->from.size(); ++k) repaired = repaired || tokens[i + k].repaired;
      for (const std::string_view t : found->to) out.push_back({std::string(t), repaired});
      i += found->from.size();
    }
    tokens.swap(out);
  }
  // "No. 5", "number 5", "nr 5": the word says nothing that the number does not.
  std::size_t kept = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    std::string& t = tokens[i].text;
    const bool counts = t == "no" || t == "nr" || t == "number" || t == "num" || t == "nomer";
    if (counts && i + 1 < tokens.size() && all_digits(tokens[i + 1].text)) continue;
    if (const std::string_view digits = ordinal_digits(t); !digits.empty()) t.resize(digits.size());
    if (all_digits(t)) t = t.substr(std::min(t.find_first_not_of('0'), t.size() - 1));
    if (kept != i) tokens[kept] = std::move(tokens[i]);
    ++kept;
  }
  tokens.erase(tokens.begin() + static_cast<std::ptrdiff_t>(kept), tokens.end());
}

void append(std::vector<folded_token>& to, std::vector<folded_token> from) {
  for (folded_token& t : from) to.push_back(std::move(t));
}

/// Words of legal forms in which slips are mended.
constexpr std::string_view k_mended_words[] = {
    "limited",     "liability",   "company",       "corporation",   "incorporated",
    "obshchestvo", "aktsionernoe", "ogranichennoi", "otvetstvennostyu"};

bool is_unknown(std::string_view token, const name_tables& tables) {
  const word& w = tables.look_up(token);
  return w.weight == k_top_weight && !w.is_legal_form && !w.is_organisation_word && !w.is_place &&
         !w.is_rewritten;
}

bool one_edit_from(std::string_view token, std::string_view meant) {
  if (token.size() > meant.size() + 1 || meant.size() > token.size() + 1) return false;
  // One edit leaves the first letter or the last of a long word as it is.
  if (token.front() != meant.front() && token.back() != meant.back()) return false;
  return token != meant && support::osa_distance(token, meant, 1) == 1;
}

/// Mends slips in the long words of legal forms, which say nothing of who is meant: a typing error
/// ("limted"), a blank inside ("com pany"), a blank missing ("grouplimited", "liability companyfoo").
void mend_legal_words(std::vector<folded_token>& tokens, const name_tables& tables) {
  std::vector<folded_token> out;
  out.reserve(tokens.size() + 1);
  const auto text_of = [&](std::size_t i) {
    return i < tokens.size() ? std::string_view(tokens[i].text) : std::string_view();
  };
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const std::string& t = tokens[i].text;
    bool done = false;
    for (const std::string_view meant : k_mended_words) {
      if (t == meant) break;
      if (t.size() >= 5 && one_edit_from(t, meant) && is_unknown(t, tables)) {
        out.push_back({std::string(meant), true});
        done = true;
      } else if (t.size() < meant.size() && t.size() + text_of(i + 1).size() == meant.size() &&
                 meant.starts_with(t) && meant.ends_with(text_of(i + 1))) {
        out.push_back({std::string(meant), true});
        ++i;
        done = true;
      } else if (t.size() >= meant.size() + 3 && t.ends_with(meant) && is_unknown(t, tables)) {
        out.push_back({t.substr(0, t.size() - meant.size()), true});
        out.push_back({std::string(meant), true});
        done = true;
      } else if (t.size() >= meant.size() + 3 && t.starts_with(meant) && !out.empty() &&
                 (out.back().text == "liability" || out.back().text == "stock") &&
                 is_unknown(t, tables)) {
        out.push_back({std::string(meant), true});
        out.push_back({t.substr(meant.size()), true});
        done = true;
      }
      if (done) break;
    }
    if (done) continue;
    // "joint" and "stock" are ordinary words: mended only beside each other.
    if (t == "joint" && one_edit_from(text_of(i + 1), "stock")) {
      out.push_back(tokens[i]);
      out.push_back({"stock", true});
      ++i;
    } else if (text_of(i + 1) == "stock" && one_edit_from(t, "joint")) {
      out.push_back({"joint", true});
    } else {
      out.push_back(std::move(tokens[i]));
    }
  }
  tokens.swap(out);
}

/// "Abdulrahman", "Abdurrahman", "Abdelaziz" are what others write "Abd al-Rahman", "Abd al-Aziz".
void split_theophoric_names(std::vector<folded_token>& tokens, const name_tables& tables) {
  const auto may_be = [](const folded_token& t) { return t.text.starts_with("abd"); };
  if (std::none_of(tokens.begin(), tokens.end(), may_be)) return;
  std::vector<folded_token> out;
  for (folded_token& t : tokens) {
    std::size_t cut = 0;
    if (may_be(t)) {
      for (std::size_t at = 3; at <= std::min<std::size_t>(6, t.text.size()) && cut == 0; ++at) {
        if (tables.look_up(std::string_view(t.text).substr(at)).is_theophoric) cut = at;
      }
    }
    if (cut != 0) {
      out.push_back({"abdal", false});
      t.text = t.text.substr(cut);
    }
    out.push_back(std::move(t));
  }
  tokens.swap(out);
}

std::vector<folded_token> tokens_of(std::string_view text, const name_tables& tables) {
  std::vector<folded_token> tokens = join_dotted(split_text(text, tables), tables);
  split_theophoric_names(tokens, tables);
  mend_legal_words(tokens, tables);
  return tokens;
}

bool tells_organisation(const std::vector<folded_token>& tokens, const name_tables& tables) {
  std::vector<folded_token> rewritten = tokens;
  apply_rewrites(rewritten, tables);
  return std::any_of(rewritten.begin(), rewritten.end(), [&](const folded_token& t) {
    const word& w = tables.look_up(t.text);
    return w.is_organisation_word || w.is_legal_form || all_digits(t.text);
  });
}

/// "LAST, First" -> First LAST, unless the comma sets off a form, a branch or a generation.
std::vector<folded_token> turn_surname(std::string_view name, const name_tables& tables) {
  // The first bytes of all commas.
  if (name.find_first_of(",\xD8\xEF") == std::string_view::npos) return tokens_of(name, tables);
  std::vector<std::vector<folded_token>> parts;
  std::size_t from = 0;
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t start = at;
    const char32_t c = next_code_point(name, at);
    if (c != ',' && c != 0x060C && c != 0xFF0C) continue;
    parts.push_back(tokens_of(name.substr(from, start - from), tables));
    from = at;
  }
  parts.push_back(tokens_of(name.substr(from), tables));
  std::vector<folded_token> generation;
  if (parts.size() == 3 && parts[2].size() == 1 && tables.look_up(parts[2][0].text).is_generation) {
    generation = std::move(parts[2]);
    parts.pop_back();
  }
  const bool turn = parts.size() == 2 && !parts[0].empty() && !parts[1].empty() &&
                    !(parts[1].size() == 1 && tables.look_up(parts[1][0].text).is_generation) &&
                    !tells_organisation(parts[0], tables) && !tells_organisation(parts[1], tables);
  std::vector<folded_token> out;
  if (turn) std::swap(parts[0], parts[1]);
  for (auto& part : parts) append(out, std::move(part));
  append(out, std::move(generation));
  return out;
}

std::vector<folded_token> fold_spelling(std::string_view name, const name_tables& tables) {
  std::vector<folded_token> tokens = turn_surname(name, tables);
  apply_rewrites(tokens, tables);
  if (tokens.size() > k_max_tokens) {
    std::string rest;
    for (std::size_t i = k_max_tokens - 1; i < tokens.size(); ++i) rest += tokens[i].text + ' ';
    tokens.resize(k_max_tokens - 1);
    std::string digest_token(1, '#');
    digest_token.append(sha256(rest).to_string(), 0, 24);
    tokens.push_back({std::move(digest_token), false});
  }
  return tokens;
}

}  // namespace

std::vector<folded_token> fold(std::string_view name, const name_tables& tables) {
  if (!needs_spelling(name)) return fold_spelling(name, tables);
  return std::move(fold_readings(name, tables).front());
}

std::vector<std::string> fold_words(std::string_view text, const name_tables& tables) {
  std::string spelling;
  if (needs_spelling(text)) {
    spelling = tables.spellings(text).front();
    text = spelling;
  }
  std::vector<std::string> out;
  for (raw_token& t : split_text(text, tables)) out.push_back(std::move(t.text));
  return out;
}

namespace {

/// "FridrichLindenberg" as "Fridrich Lindenberg", "van der Bilt" as "vanderBilt": words that were
/// written together show it by a capital, and the particles of a surname are written together or apart.
/// The same text if there is nothing of that.
std::string respaced(std::string_view name) {
  const auto is_upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  const auto is_lower = [](char c) { return c >= 'a' && c <= 'z'; };
  std::string apart;
  apart.reserve(name.size());
  std::size_t run = 0;  // letters and digits since the last break
  for (std::size_t i = 0; i < name.size(); ++i) {
    const char c = name[i];
    const bool letter = is_upper(c) || is_lower(c) || (c >= '0' && c <= '9');
    if (is_upper(c) && run >= 3 && is_lower(name[i - 1]) && i + 2 < name.size() &&
        (is_lower(name[i + 2]) || is_upper(name[i + 2])) && name[i + 1] != ' ') {
      apart += ' ';
      run = 0;
    }
    apart += c;
    run = letter ? run + 1 : 0;
  }
  const auto same_letter = [&](char a, char b) {
    return a == (is_upper(b) ? static_cast<char>(b + 32) : b);
  };
  // All of them begin so; most names have no such word.
  bool any = false;
  for (std::size_t at = 0; at < apart.size(); ++at) {
    any = any || ((at == 0 || apart[at - 1] == ' ') && (same_letter('v', apart[at]) || same_letter('d', apart[at])));
  }
  if (!any) return apart;
  for (const std::string_view particles :
       {"van der ", "van den ", "van de ", "von der ", "de la ", "de los "}) {
    for (std::size_t at = 0; at + particles.size() < apart.size(); ++at) {
      if (at > 0 && apart[at - 1] != ' ') continue;
      if (!std::equal(particles.begin(), particles.end(),
                      apart.begin() + static_cast<std::ptrdiff_t>(at), same_letter)) {
        continue;
      }
      const std::size_t end = at + particles.size();
      apart.erase(end - 1, 1);
      apart.erase(at + particles.find(' '), 1);
    }
  }
  return apart;
}

}  // namespace

std::vector<std::vector<folded_token>> fold_readings(std::string_view name,
                                                     const name_tables& tables) {
  std::vector<std::vector<folded_token>> out;
  const auto add = [&](std::vector<folded_token> tokens) {
    if (std::find(out.begin(), out.end(), tokens) == out.end()) out.push_back(std::move(tokens));
  };
  const auto add_other_writings = [&](std::string_view spelling) {
    for (const other_writing& other : written_otherwise(spelling, tables)) {
      std::vector<folded_token> tokens = fold_spelling(other.text, tables);
      if (tokens.empty() || out.size() >= k_max_readings + k_max_readings) continue;
      if (!other.is_whole) tokens.front().repaired = true;
      add(std::move(tokens));
    }
  };
  if (needs_spelling(name)) {
    const std::vector<std::string> spellings = tables.spellings(name);
    for (const std::string& spelling : spellings) {
      // An article alone is translated to nothing: then what it is spelled counts.
      if (std::vector<folded_token> tokens = fold_spelling(spelling, tables); !tokens.empty()) {
        add(std::move(tokens));
      }
    }
    if (out.empty()) out.emplace_back();
    for (const std::string& spelling : spellings) add_other_writings(spelling);
  } else {
    out.push_back(fold_spelling(name, tables));
    if (const std::string other = respaced(name); other != name) add(fold_spelling(other, tables));
    add_other_writings(name);
    if (const std::string english = english_slavic(name); !english.empty()) {
      std::vector<folded_token> tokens = fold_spelling(english, tables);
      if (!tokens.empty() && std::find(out.begin(), out.end(), tokens) == out.end()) {
        tokens.front().repaired = true;  // spelled alike, not written so
        out.push_back(std::move(tokens));
      }
    }
  }
  return out;
}

}  // namespace tradewarden::names
