#include "rules/origin_rule.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "support/ascii.hpp"

namespace tradewarden::rules {
namespace {

constexpr std::size_t k_longest = 4000;
constexpr std::size_t k_most_tests = 200;
constexpr std::size_t k_deepest = 20;

constexpr std::array<std::string_view, 7> k_methods{"RVC",        "transaction-value", "net-cost", "build-up",
                                                    "build-down", "focused",           "max-nom"};

/// Words and brackets, with the byte at which each begins.
struct token {
  std::string_view word;
  std::size_t at = 0;
};

std::vector<token> tokens_of(std::string_view text) {
  std::vector<token> out;
  std::size_t i = 0;
  while (i < text.size()) {
    const char c = text[i];
    if (ascii::is_space(c)) {
      ++i;
    } else if (c == '(' || c == ')' || c == ',') {
      out.push_back({text.substr(i, 1), i});
      ++i;
    } else {
      std::size_t end = i;
      while (end < text.size() && !ascii::is_space(text[end]) && std::string_view("(),").find(text[end]) == std::string_view::npos) ++end;
      out.push_back({text.substr(i, end - i), i});
      i = end;
    }
  }
  return out;
}

class parser {
 public:
  explicit parser(std::string_view text) : text_(text), tokens_(tokens_of(text)) {}

  result<origin_rule> whole() {
    auto rule = choice();
    if (failed_) return *failed_;
    if (at_ != tokens_.size()) fail("'" + std::string(tokens_[at_].word.substr(0, 40)) + "' is not expected");
    if (failed_) return *failed_;
    return rule;
  }

 private:
  [[nodiscard]] std::string_view peek() const { return at_ < tokens_.size() ? tokens_[at_].word : std::string_view(); }
  bool take(std::string_view word) {
    if (peek() != word) return false;
    ++at_;
    return true;
  }
  [[nodiscard]] std::size_t place() const { return at_ < tokens_.size() ? tokens_[at_].at : text_.size(); }

  void fail(std::string what, errc code = errc::bad_value) {
    if (failed_) return;
    failed_ = error{code, std::move(what) + " (at byte " + std::to_string(place()) + ")", {}, 0, {}};
  }

  /// From the token `first` up to where we are, with single blanks.
  [[nodiscard]] std::string said(std::size_t first) const {
    std::string out;
    for (std::size_t i = first; i < at_ && i < tokens_.size(); ++i) {
      const std::string_view w = tokens_[i].word;
      const bool tight = out.empty() || w == "," || w == ")" || out.back() == '(';
      out += (tight ? "" : " ") + std::string(w);
    }
    return out;
  }

  template <class Part>
  origin_rule joined(std::string_view word, origin_rule_kind kind, const Part& part) {
    const std::size_t first = at_;
    origin_rule one = part();
    if (failed_ || peek() != word) return one;
    origin_rule out;
    out.kind = kind;
    out.parts.push_back(std::move(one));
    while (!failed_ && take(word)) out.parts.push_back(part());
    out.text = said(first);
    return out;
  }

  origin_rule choice() {
    return joined("or", origin_rule_kind::any_of, [this] { return both(); });
  }
  origin_rule both() {
    return joined("and", origin_rule_kind::all_of, [this] { return single(); });
  }

  origin_rule single() {
    if (++tests_ > k_most_tests) fail("a rule has at most " + std::to_string(k_most_tests) + " tests", errc::limit_exceeded);
    if (failed_) return {};
    if (peek() != "(") return test();
    if (++depth_ > k_deepest) fail("brackets are more than " + std::to_string(k_deepest) + " deep", errc::limit_exceeded);
    if (failed_) return {};
    ++at_;
    origin_rule out = choice();
    if (!take(")")) fail("a ')' is missing");
    --depth_;
    return out;
  }

  origin_rule test() {
    const std::size_t first = at_;
    origin_rule out;
    const std::string_view word = peek();
    if (word.empty()) {
      fail("a test is missing");
      return out;
    }
    ++at_;
    constexpr std::array<std::pair<std::string_view, hs_level>, 4> k_levels{
        {{"CC", hs_level::chapter}, {"CTH", hs_level::heading}, {"CTSH", hs_level::subheading}, {"any", hs_level::any}}};
    const auto* level = std::find_if(k_levels.begin(), k_levels.end(), [&](const auto& l) { return l.first == word; });
    if (level != k_levels.end()) {
      out.kind = origin_rule_kind::shift;
      out.level = level->second;
      if (take("except")) out.except = codes();
      if (take("also")) out.also = codes();
    } else if (const auto method = parse_value_method(word)) {
      out.kind = origin_rule_kind::value;
      out.method = *method;
      out.percent = percent();
      if (take("of")) out.of = codes();
      if (take("by")) {
        out.by_weight = take("weight");
        if (!out.by_weight) fail("'by weight' is meant here");
      }
      if (out.method == value_method::focused && out.of.empty()) fail("a focused value names its materials: 'of CODES'");
      if (out.by_weight && out.method != value_method::max_nom) fail("only max-nom is measured by weight");
      if (!out.of.empty() && out.method != value_method::focused && out.method != value_method::max_nom) {
        fail("only focused and max-nom are of some materials alone");
      }
    } else if (word == "nom-at-most-om") {
      out.kind = origin_rule_kind::nom_at_most_om;
    } else if (word == "WO" || word == "originating") {
      out.kind = word == "WO" ? origin_rule_kind::wholly_obtained : origin_rule_kind::originating;
      if (take("of")) out.of = codes();
    } else if (word == "fact") {
      out.kind = origin_rule_kind::fact;
      out.fact = std::string(peek());
      if (!is_fact_name(out.fact)) {
        fail("a fact is named here in small letters, digits, '_' and '-'");
      } else {
        ++at_;
      }
    } else {
      --at_;
      fail("'" + std::string(word.substr(0, 40)) +
           "' is no test: CC, CTH, CTSH, any, RVC, transaction-value, net-cost, build-up, build-down, focused, max-nom, "
           "nom-at-most-om, WO, originating or fact");
    }
    out.text = said(first);
    return out;
  }

  decimal percent() {
    std::string_view word = peek();
    const auto number = decimal::parse(word);
    if (!number || *number > decimal::from_units(100)) {
      fail("a percentage from 0 to 100 belongs here");
      return {};
    }
    ++at_;
    return *number;
  }

  hs_set codes() {
    std::string list;
    bool more = true;
    while (more && at_ < tokens_.size()) {
      std::string_view word = tokens_[at_].word;
      if (word == "," || word == "(" || word == ")") break;
      ++at_;
      std::string one(word);
      if (word == "ch" && at_ < tokens_.size()) one += " " + std::string(tokens_[at_++].word);
      list += (list.empty() ? "" : ", ") + one;
      more = take(",");
    }
    auto set = hs_set::parse(list);
    if (!set) {
      fail(set.error().message, set.error().code);
      return {};
    }
    return std::move(*set);
  }

  std::string_view text_;
  std::vector<token> tokens_;
  std::size_t at_ = 0;
  std::size_t tests_ = 0;
  std::size_t depth_ = 0;
  std::optional<error> failed_;
};

}  // namespace

std::string_view to_string(value_method m) noexcept {
  return k_methods[std::min<std::size_t>(static_cast<std::size_t>(m), k_methods.size() - 1)];
}

std::optional<value_method> parse_value_method(std::string_view text) noexcept {
  for (std::size_t i = 0; i < k_methods.size(); ++i) {
    if (text == k_methods[i]) return static_cast<value_method>(i);
  }
  return std::nullopt;
}

bool is_fact_name(std::string_view text) noexcept {
  return !text.empty() && text.size() <= 60 && text[0] >= 'a' && text[0] <= 'z' &&
         std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || ascii::is_digit(c) || c == '_' || c == '-';
         });
}

result<origin_rule> origin_rule::parse(std::string_view text) {
  if (text.size() > k_longest) {
    return error{errc::limit_exceeded, "a rule has at most " + std::to_string(k_longest) + " bytes", {}, 0, {}};
  }
  return parser(text).whole();
}

bool origin_rule::has_value() const noexcept {
  return kind == origin_rule_kind::value || kind == origin_rule_kind::nom_at_most_om ||
         std::any_of(parts.begin(), parts.end(), [](const origin_rule& p) { return p.has_value(); });
}

}  // namespace tradewarden::rules
