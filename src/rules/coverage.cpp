#include "rules/coverage.hpp"

#include <algorithm>
#include <utility>

#include "support/ascii.hpp"

namespace tradewarden::rules {
namespace {

constexpr std::size_t k_most_letters = 4000;
constexpr std::size_t k_most_digits = 4;

error refused(std::string_view piece, std::string_view why) {
  error e;
  e.code = errc::bad_value;
  e.message = "not a coverage: '" + std::string(piece.substr(0, 60)) + "' " + std::string(why);
  return e;
}

bool is_number(std::string_view s) {
  return !s.empty() && s.size() <= k_most_digits && std::all_of(s.begin(), s.end(), ascii::is_digit);
}

bool is_letters(std::string_view s) {
  return !s.empty() && s.size() <= k_most_digits &&
         std::all_of(s.begin(), s.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

std::size_t components(std::string_view path) {
  return path.empty() ? 0
                      : 1 + static_cast<std::size_t>(std::count(path.begin(), path.end(), '.'));
}

/// The component of `path` that begins at `at`.
std::string_view component(std::string_view path, std::size_t at) {
  return path.substr(at, path.find('.', at) - at);
}

/// Order within one place: "2" before "14", "a" before "k".
bool not_after(std::string_view a, std::string_view b) {
  return a.size() != b.size() ? a.size() < b.size() : a <= b;
}

bool same_kind(std::string_view a, std::string_view b) {
  return is_number(a) ? is_number(b) : is_letters(a) && is_letters(b);
}

}  // namespace

bool is_paragraph(std::string_view text) noexcept {
  if (text.empty() || text.size() > 40 || ascii::is_digit(text[0])) return false;
  std::size_t at = 0;
  while (true) {
    const std::string_view piece = component(text, at);
    if (!is_number(piece) && !is_letters(piece)) return false;
    if (at == 0 && piece.size() != 1) return false;
    at += piece.size() + 1;
    if (at > text.size()) return true;
    if (at == text.size()) return false;  // ends in a dot
  }
}

bool coverage::item::contains(std::string_view paragraph) const noexcept {
  if (!paragraph.starts_with(head)) return false;
  if (first.empty()) return paragraph.size() == head.size() || paragraph[head.size()] == '.';
  const std::string_view own = component(paragraph, head.size());
  return same_kind(own, first) && not_after(first, own) && not_after(own, last);
}

bool coverage::item::lies_below(std::string_view paragraph) const noexcept {
  if (paragraph.empty()) return true;
  const std::string_view path = head;
  if (!path.starts_with(paragraph)) return false;
  return path.size() > paragraph.size() && path[paragraph.size()] == '.';
}

std::size_t coverage::item::depth() const noexcept {
  // A paragraph named by itself goes before a range that holds it.
  if (first.empty()) return 2 * components(head) + 1;
  return 2 * (head.empty() ? 1 : components(head));
}

result<coverage> coverage::parse(std::string_view text) {
  coverage c;
  if (text.size() > k_most_letters) return refused(text, "is too long");
  std::vector<std::string> seen;
  for (std::string_view piece : ascii::split(text, " ")) {
    const std::string_view whole = piece;
    truth answer = truth::yes;
    if (piece[0] == '~' || piece[0] == '!') {
      answer = piece[0] == '~' ? truth::unknown : truth::no;
      piece.remove_prefix(1);
    }
    const std::string name(piece);
    if (std::find(seen.begin(), seen.end(), name) != seen.end()) {
      return refused(whole, "stands there twice");
    }
    seen.push_back(name);
    if (piece == "*") {
      c.whole_ = true;
      c.rest_ = answer;
      continue;
    }
    item i;
    i.answer = answer;
    const std::size_t dash = piece.find('-');
    const std::string_view start = piece.substr(0, dash);
    if (!is_paragraph(start)) return refused(whole, "names no paragraph");
    if (dash == std::string_view::npos) {
      i.head = start;
    } else {
      const std::string_view end = piece.substr(dash + 1);
      const std::size_t dot = start.rfind('.');
      const std::size_t cut = dot == std::string_view::npos ? 0 : dot + 1;
      if (!is_paragraph(end) || end.size() <= cut || end.substr(0, cut) != start.substr(0, cut)) {
        return refused(whole, "is no range of one paragraph");
      }
      i.head = start.substr(0, cut);
      i.first = start.substr(cut);
      i.last = end.substr(cut);
      if (!same_kind(i.first, i.last) || !not_after(i.first, i.last)) {
        return refused(whole, "is no range of one paragraph");
      }
    }
    c.items_.push_back(std::move(i));
  }
  return c;
}

truth coverage::covers(std::string_view paragraph) const noexcept {
  truth answer = rest_;
  std::size_t depth = 0;
  for (const item& i : items_) {
    if (!i.contains(paragraph) || i.depth() <= depth) continue;
    depth = i.depth();
    answer = i.answer;
  }
  for (const item& i : items_) {
    if (i.answer != answer && i.lies_below(paragraph) && !i.contains(paragraph)) {
      return truth::unknown;
    }
  }
  return answer;
}

}  // namespace tradewarden::rules
