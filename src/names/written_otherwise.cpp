#include "names/written_otherwise.hpp"

#include <algorithm>
#include <optional>
#include <span>

namespace tradewarden::names {
namespace {

constexpr std::size_t k_most_writings = 8;

constexpr bool is_letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }
constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }
/// Within a word: letters, digits, and all that is not ASCII.
constexpr bool is_inner(char c) {
  return is_letter(c) || (c >= '0' && c <= '9') || (static_cast<unsigned char>(c) & 0x80U) != 0;
}

/// What stands between blanks, with its letters alone in lower case: "(a.k.a." is aka.
struct written_word {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string letters;
};

std::vector<written_word> words_of(std::string_view name) {
  std::vector<written_word> out;
  for (std::size_t at = 0; at < name.size();) {
    if (name[at] == ' ' || name[at] == '\t' || name[at] == '(' || name[at] == '[') {
      ++at;
      continue;
    }
    written_word w;
    w.begin = at;
    for (; at < name.size() && name[at] != ' ' && name[at] != '\t' && name[at] != '(' && name[at] != '['; ++at) {
      if (is_inner(name[at])) w.letters += lower(name[at]);
    }
    if (w.letters.size() > 2 && w.letters.starts_with("ex") && name[w.begin + 2] == '-') {
      w.letters.resize(2);  // "ex-Rosneft"
      at = w.begin + 3;
    }
    w.end = at;
    // "t/a" and "c/o" mean something by their stroke.
    if (w.letters.size() == 2 && name.substr(w.begin, 3).find('/') == 1) w.letters.insert(1, 1, '/');
    out.push_back(std::move(w));
  }
  return out;
}

/// Words that stand between two names of one party, or of two; the longest first. The first k_leading of
/// them may also stand before the only one.
constexpr std::size_t k_leading = 14;
constexpr std::string_view k_between[][3] = {
    {"formerly", "known", "as"}, {"previously", "known", "as"}, {"also", "known", "as"},
    {"now", "known", "as"},      {"better", "known", "as"},     {"doing", "business", "as"},
    {"trading", "as", ""},       {"operating", "as", ""},       {"formerly", "", ""},
    {"previously", "", ""},      {"aka", "", ""},               {"dba", "", ""},
    {"fka", "", ""},             {"nka", "", ""},               {"t/a", "", ""},
    {"c/o", "", ""},             {"ex", "", ""},                {"now", "", ""},
    {"nee", "", ""},             {"n\xC3\xA9" "e", "", ""},   {"vormals", "", ""},
    {"ehemals", "", ""},         {"anciennement", "", ""},      {"antes", "", ""},
    {"voorheen", "", ""},        {"byvsh", "", ""},             {"ranee", "", ""},
};

/// How many words from `at` on are one of those; 0: none.
std::size_t between_at(std::span<const written_word> words, std::size_t at) {
  for (std::size_t k = 0; k < std::size(k_between); ++k) {
    const auto& phrase = k_between[k];
    if (at == 0 && k >= k_leading) break;
    std::size_t n = 0;
    while (n < 3 && !phrase[n].empty() && at + n < words.size() && words[at + n].letters == phrase[n]) ++n;
    if (n == 3 || phrase[n].empty()) return n;
  }
  return 0;
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view k_edges = " \t,;:-()[]\"";
  const std::size_t from = text.find_first_not_of(k_edges);
  if (from == std::string_view::npos) return {};
  return text.substr(from, text.find_last_not_of(k_edges) + 1 - from);
}

/// Whether a part of a name names somebody by itself: two words of which one is not common, or a single
/// one that is neither a given name nor everyday. "Hassan" alone would find all who bear it.
bool names_somebody(std::string_view part, const name_tables& tables) {
  constexpr std::uint8_t k_everyday = 70;  // what given names and words of business weigh at most
  std::size_t words = 0;
  bool own = false;
  bool rare = false;
  for (const written_word& w : words_of(part)) {
    if (w.letters.size() < 2) continue;
    const word& known = tables.look_up(w.letters);
    if (known.is_legal_form || known.is_particle || known.is_honorific) continue;
    ++words;
    if (known.is_organisation_word || known.is_place) continue;
    own = true;
    rare = rare || (w.letters.size() >= 4 && known.weight >= k_everyday && known.families[0] == 0);
  }
  return own && (words >= 2 || rare);
}

void add_names_of_text(std::string_view name, std::span<const written_word> words, const name_tables& tables,
                       std::vector<other_writing>& out) {
  std::size_t from = 0;
  bool found = false;
  const auto add = [&](std::size_t begin, std::size_t end) {
    std::string_view part = name.substr(begin, end - begin);
    // "(formerly X) Ltd": the name in brackets ends with them.
    const std::size_t close = part.find_first_of(")]");
    if (close != std::string_view::npos && part.find_first_of("([") > close) part = part.substr(0, close);
    part = trimmed(part);
    if (names_somebody(part, tables)) out.push_back({std::string(part), false});
  };
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    const std::size_t n = between_at(words, i);
    if (n == 0 || i + n >= words.size()) continue;
    add(from, words[i].begin);
    from = words[i + n].begin;
    found = true;
    i += n;
  }
  if (found) add(from, name.size());
}

/// Words of remarks: what a person is, or what became of a company.
constexpr std::string_view k_remarks[] = {
    "administration", "ambassador",  "and",       "bankrupt",  "bankruptcy", "beneficial", "beneficiary",
    "ceased",         "ceo",         "chairman",  "chief",     "client",     "closed",     "commander",
    "customer",       "dead",        "deceased",  "deputy",    "director",   "dissolved",  "ex",
    "executive",      "for",         "former",    "founder",   "governor",   "head",       "in",
    "inactive",       "late",        "leader",    "liquidated", "liquidation", "manager",  "merged",
    "minister",       "of",          "off",       "officer",   "old",        "owner",      "partner",
    "president",      "prime",       "secretary", "shareholder", "sole",     "struck",     "supplier",
    "supreme",        "the",         "ubo",       "under",     "vendor",     "vice",
};

bool is_remark(std::string_view text) {
  const std::vector<written_word> words = words_of(text);
  return !words.empty() && std::all_of(words.begin(), words.end(), [](const written_word& w) {
    return std::find(std::begin(k_remarks), std::end(k_remarks), std::string_view(w.letters)) != std::end(k_remarks);
  });
}

/// Without the remarks in brackets; nothing if there are none.
std::optional<std::string> without_remarks(std::string_view name) {
  std::string out(name);
  bool any = false;
  for (std::size_t at = 0; (at = out.find_first_of("([", at)) != std::string::npos;) {
    const std::size_t close = out.find(out[at] == '(' ? ')' : ']', at);
    if (close == std::string::npos) break;
    if (is_remark(std::string_view(out).substr(at + 1, close - at - 1))) {
      out.replace(at, close + 1 - at, " ");
      any = true;
    } else {
      ++at;
    }
  }
  if (!any || trimmed(out).empty()) return std::nullopt;
  return out;
}

/// "A.S." at either end of a name of few words, or of its part before or behind a comma, as two
/// initials, where folding takes it for a legal form.
std::optional<std::string> with_initials_apart(std::string_view name, std::span<const written_word> words,
                                               const name_tables& tables) {
  if (words.size() < 2 || words.size() > 4) return std::nullopt;
  for (const written_word& w : words) {
    const word& known = tables.look_up(w.letters);
    if (w.letters.size() > 2 && (known.is_organisation_word || known.is_legal_form)) return std::nullopt;
  }
  for (const std::size_t i : {words.size() - 1, std::size_t{0}}) {
    const written_word& w = words[i];
    const std::string_view text = trimmed(name.substr(w.begin, w.end - w.begin));
    const bool dotted = (text.size() == 3 || (text.size() == 4 && text[3] == '.')) && is_letter(text[0]) &&
                        text[1] == '.' && is_letter(text[2]);
    if (!dotted || !tables.look_up(w.letters).is_legal_form) continue;
    std::string out(name.substr(0, w.begin));
    out.append({text[0], ' ', text[2]});
    out += name.substr(w.end);
    return out;
  }
  return std::nullopt;
}

/// How many letters a word like "H-U-A-W-E-I" or "H_U_A_W_E_I" spells; 0 for others.
std::size_t spelled_letters(std::string_view word) {
  if (word.size() < 5 || word.size() % 2 == 0) return 0;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const bool fits = i % 2 == 0 ? is_letter(word[i]) : word[i] == word[1] && (word[i] == '-' || word[i] == '_');
    if (!fits) return 0;
  }
  return word.size() / 2 + 1;
}

/// "H U A W E I" put together: three single letters or more, one behind the other.
std::optional<std::string> with_letters_joined(std::string_view name, std::span<const written_word> words) {
  std::string out;
  bool any = false;
  std::size_t copied = 0;
  for (std::size_t i = 0; i < words.size();) {
    const std::string_view word = name.substr(words[i].begin, words[i].end - words[i].begin);
    if (spelled_letters(word) != 0) {
      out += name.substr(copied, words[i].begin - copied);
      for (std::size_t k = 0; k < word.size(); k += 2) out += word[k];
      copied = words[i].end;
      any = true;
    }
    std::size_t end = i;
    while (end < words.size() && words[end].end - words[end].begin == 1 && is_letter(name[words[end].begin])) ++end;
    if (end - i >= 3) {
      out += name.substr(copied, words[i].begin - copied);
      for (std::size_t k = i; k < end; ++k) out += name[words[k].begin];
      copied = words[end - 1].end;
      any = true;
    }
    i = std::max(end, i + 1);
  }
  if (!any) return std::nullopt;
  out += name.substr(copied);
  return out;
}

/// Whether a text begins with the first word of one of k_between.
bool begins_between(std::string_view text) {
  const char first = lower(text.front());
  for (const auto& phrase : k_between) {
    const std::string_view word = phrase[0];
    if (word.front() != first || text.size() < word.size()) continue;
    std::size_t n = 1;
    while (n < word.size() && lower(text[n]) == word[n]) ++n;
    if (n == word.size() && (text.size() == n || !is_inner(text[n]))) return true;
  }
  return false;
}

/// Most names have nothing of all this, which a look at their letters tells.
bool may_be_otherwise(std::string_view name) {
  std::size_t single = 0;
  bool any = false;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const char c = name[i];
    if (c == '(' || c == '[' || static_cast<unsigned char>(c) == 0xEF) return true;
    const bool starts = i == 0 || !is_inner(name[i - 1]);
    const char next = i + 1 < name.size() ? name[i + 1] : ' ';
    if (starts && is_letter(c) && (next == '.' || next == '-' || next == '_')) return true;
    single = starts && is_letter(c) && next == ' ' ? single + 1 : starts ? 0 : single;
    any = any || single >= 2;
    // The first letters of what stands between two names.
    if (starts && is_letter(next) && begins_between(name.substr(i))) any = true;
    if (starts && (static_cast<unsigned char>(next) & 0x80U) != 0) any = true;
    if (starts && i > 0 && next == '/') any = true;
  }
  return any;
}

}  // namespace

std::vector<other_writing> written_otherwise(std::string_view name, const name_tables& tables) {
  std::vector<other_writing> out;
  if (!may_be_otherwise(name)) return out;
  std::string plain;  // with brackets of ordinary width
  for (std::size_t at = 0; at < name.size(); ++at) {
    const std::string_view three = name.substr(at, 3);
    if (three == "\xEF\xBC\x88" || three == "\xEF\xBC\x89") {
      plain += three.back() == '\x88' ? '(' : ')';
      at += 2;
    } else {
      plain += name[at];
    }
  }
  name = plain;
  const std::vector<written_word> words = words_of(name);
  if (auto apart = with_initials_apart(name, words, tables)) out.push_back({std::move(*apart), true});
  if (auto joined = with_letters_joined(name, words)) out.push_back({std::move(*joined), false});
  if (auto bare = without_remarks(name)) out.push_back({std::move(*bare), false});
  add_names_of_text(name, words, tables, out);
  if (out.size() > k_most_writings) out.resize(k_most_writings);
  return out;
}

}  // namespace tradewarden::names
