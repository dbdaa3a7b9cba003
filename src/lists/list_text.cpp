#include "lists/list_text.hpp"

#include <algorithm>
#include <array>

#include "lists/closing_bracket.hpp"
#include "support/ascii.hpp"

namespace tradewarden::lists {
namespace {

/// Length of a blank at `i`: an ASCII one, or a no-break, thin or ideographic space in UTF-8.
std::size_t blank_length(std::string_view s, std::size_t i) {
  if (ascii::is_space(s[i])) return 1;
  const std::string_view rest = s.substr(i);
  if (rest.starts_with("\xC2\xA0")) return 2;
  if (rest.starts_with("\xE2\x80\x80") || rest.starts_with("\xE3\x80\x80")) return 3;
  if (rest.size() >= 3 && rest[0] == '\xE2' && rest[1] == '\x80') {
    const auto third = static_cast<unsigned char>(rest[2]);
    if ((third >= 0x80 && third <= 0x8B) || third == 0xAF) return 3;
  }
  return 0;
}

struct marker {
  std::size_t at = std::string_view::npos;
  std::size_t end = 0;  ///< Behind it and the comma or blanks that follow.
  name_kind kind = name_kind::aka;
};

/// The next "a/k/a", "a.k.a.", "f.k.a." ... at or behind `from`. A bare "aka" counts only inside
/// brackets, because Aka is a name too.
marker find_marker(std::string_view s, std::size_t from) {
  struct spelling {
    std::string_view text;
    name_kind kind;
    bool bracket_only;
  };
  static constexpr std::array<spelling, 15> k_spellings = {{
      {"a/k/a", name_kind::aka, false},
      {"f/k/a", name_kind::fka, false},
      {"n/k/a", name_kind::nka, false},
      {"a.k.a.", name_kind::aka, false},
      {"f.k.a.", name_kind::fka, false},
      {"n.k.a.", name_kind::nka, false},
      {"a.k.a", name_kind::aka, false},
      {"f.k.a", name_kind::fka, false},
      {"n.k.a", name_kind::nka, false},
      {"also known as", name_kind::aka, false},
      {"formerly known as", name_kind::fka, false},
      {"now known as", name_kind::nka, false},
      {"aka", name_kind::aka, true},
      {"fka", name_kind::fka, true},
      {"nka", name_kind::nka, true},
  }};
  bool in_brackets = false;
  for (std::size_t i = 0; i < s.size(); ++i) {
    if (s[i] == '(' || s[i] == '[') in_brackets = true;
    if (s[i] == ')' || s[i] == ']') in_brackets = false;
    if (i < from) continue;
    if (i == 0 || (s[i - 1] != ' ' && s[i - 1] != '(' && s[i - 1] != '[')) continue;
    for (const spelling& known : k_spellings) {
      if (known.bracket_only && !in_brackets) continue;
      if (!ascii::starts_with_ignoring_case(s.substr(i), known.text)) continue;
      std::size_t end = i + known.text.size();
      if (end < s.size() && s[end] != ' ' && s[end] != ',' && s[end] != ':') continue;
      while (end < s.size() && (s[end] == ' ' || s[end] == ',' || s[end] == ':')) ++end;
      return {i, end, known.kind};
    }
  }
  return {};
}

std::string_view trim_any(std::string_view s, std::string_view any_of) {
  while (!s.empty() && any_of.find(s.front()) != std::string_view::npos) s.remove_prefix(1);
  while (!s.empty() && any_of.find(s.back()) != std::string_view::npos) s.remove_suffix(1);
  return s;
}

std::size_t find_ignoring_case(std::string_view s, std::string_view what) {
  for (std::size_t i = 0; i + what.size() <= s.size(); ++i) {
    if (ascii::equal_ignoring_case(s.substr(i, what.size()), what)) return i;
  }
  return std::string_view::npos;
}

/// Without "; and any successor ..." and a closing "(PRC entity)".
std::string_view without_rider(std::string_view s) {
  for (const std::string_view rider : {" and any successor", " and its sub-unit",
                                       " and its successor", " and any sub-unit"}) {
    if (const std::size_t at = find_ignoring_case(s, rider); at != std::string_view::npos) {
      s = s.substr(0, at);
    }
  }
  s = trim_any(s, " ;,");
  if (s.ends_with(')')) {
    const std::size_t open = s.rfind('(');
    if (open != std::string_view::npos && open > 0) {
      const std::string inside = ascii::lower(s.substr(open + 1, s.size() - open - 2));
      for (const std::string_view kind : {"entity", "national", "individual", "citizen"}) {
        if (inside == kind || (inside.size() > kind.size() && inside.ends_with(kind) &&
                               inside[inside.size() - kind.size() - 1] == ' ')) {
          return trim_any(s.substr(0, open), " ;,");
        }
      }
    }
  }
  return s;
}

bool brackets_match(std::string_view s) {
  int depth = 0;
  for (const char c : s) {
    if (c == '(' || c == '[') ++depth;
    if ((c == ')' || c == ']') && --depth < 0) return false;
  }
  return depth == 0;
}

void add_inner(std::vector<inner_name>& out, std::string_view text, name_kind kind) {
  text = trim_any(text, " ,;'\"");
  if (text.size() < 2 || !brackets_match(text)) return;
  for (const inner_name& known : out) {
    if (known.text == text) return;
  }
  out.push_back({std::string(text), kind, name_strength::strong, false});
}

}  // namespace

std::string collapse_blanks(std::string_view s) {
  std::string out;
  out.reserve(s.size());
  bool gap = false;
  for (std::size_t i = 0; i < s.size();) {
    if (const std::size_t n = blank_length(s, i); n != 0) {
      gap = true;
      i += n;
      continue;
    }
    if (gap && !out.empty()) out += ' ';
    gap = false;
    out += s[i++];
  }
  return out;
}

void add_once(std::vector<std::string>& to, std::string value) {
  if (value.empty() || std::find(to.begin(), to.end(), value) != to.end()) return;
  to.push_back(std::move(value));
}

void append_text(std::string& text, std::string_view more, std::string_view separator) {
  if (more.empty() || text.find(more) != std::string::npos) return;
  if (!text.empty()) text += separator;
  text += more;
}

bool is_name_tail(std::string_view word) {
  std::string s;
  for (const char c : word) {
    if (c != '.') s += ascii::lower(c);
  }
  static constexpr std::array<std::string_view, 42> k_tails = {
      "inc",  "incorporated", "llc",  "llp", "lp",  "ltd", "limited", "ltda", "corp",
      "corporation", "co",  "company", "plc", "pte", "pty", "pvt", "sa",  "sal",
      "sarl", "srl",  "spa",  "sas",  "sl",  "gmbh", "ag",  "kg",  "ohg", "bv",
      "nv",   "ab",   "as",   "aps",  "oy",  "fze", "fzco", "fzc", "jsc",  "ooo",
      "jr",   "sr",   "ii",   "iii"};
  return std::find(k_tails.begin(), k_tails.end(), s) != k_tails.end();
}

std::vector<std::string> split_at_commas(std::string_view names) {
  std::vector<std::string> pieces;
  for (const std::string_view piece : ascii::split(names, ",")) {
    std::string_view s = piece;
    if (ascii::starts_with_ignoring_case(s, "and ")) s = ascii::trim(s.substr(4));
    s = trim_any(s, "\"' ");
    if (s.empty()) continue;
    if (!pieces.empty() && is_name_tail(s)) {
      pieces.back() += ", ";
      pieces.back() += s;
    } else {
      pieces.emplace_back(s);
    }
  }
  const auto words = [](const std::string& s) { return ascii::split(s, " ").size(); };
  if (pieces.size() == 2 &&
      (words(pieces[1]) < 2 || (words(pieces[0]) < 2 && words(pieces[1]) < 3))) {
    pieces.clear();  // "LAST, First", or it may be.
  }
  if (pieces.size() < 2) return {std::string(ascii::trim(names))};
  return pieces;
}

std::vector<inner_name> inner_names(std::string_view name) {
  std::vector<inner_name> out;
  const std::string whole = collapse_blanks(name);
  const std::string_view s = without_rider(whole);
  marker m = find_marker(s, 0);
  if (m.at == std::string_view::npos) {
    if (auto bracket = closing_bracket(s)) {
      out.push_back({std::move(bracket->outer), name_kind::aka, name_strength::strong, true});
      out.push_back({std::move(bracket->inner), name_kind::aka,
                     bracket->weak ? name_strength::weak : name_strength::strong, false});
      return out;
    }
    if (s.size() != whole.size()) add_inner(out, s, name_kind::aka);
    return out;
  }
  // What stands outside the brackets is the other name itself: "Cory (a.k.a. Jason) Wilson".
  std::string_view before = s.substr(0, m.at);
  std::string_view after;
  std::size_t inside_end = s.size();
  const std::string_view trimmed = trim_any(before, " ");
  if (trimmed.ends_with('(') || trimmed.ends_with('[')) {
    const char close = trimmed.back() == '(' ? ')' : ']';
    before = trimmed.substr(0, trimmed.size() - 1);
    if (const std::size_t at = s.find(close, m.end); at != std::string_view::npos) {
      inside_end = at;
      after = s.substr(at + 1);
    }
  }
  std::string outer(trim_any(before, " ,;"));
  if (const std::string_view tail = trim_any(after, " ,;"); !tail.empty()) {
    outer += ' ';
    outer += tail;
  }
  if (outer.empty()) return out;
  add_inner(out, outer, name_kind::aka);
  while (m.at < inside_end) {
    const marker next = find_marker(s, m.end);
    const std::size_t end = std::min(next.at, inside_end);
    if (end > m.end) {
      for (const std::string_view piece : ascii::split(s.substr(m.end, end - m.end), ";")) {
        add_inner(out, piece, m.kind);
      }
    }
    m = next;
  }
  return out;
}

}  // namespace tradewarden::lists
