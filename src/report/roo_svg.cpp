#include "report/roo_svg.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "report/html_text.hpp"
#include "support/clipped.hpp"

namespace tradewarden::report {
namespace {

constexpr int k_width = 960;
constexpr int k_indent = 30;
constexpr int k_height = 42;
constexpr int k_gap = 8;
constexpr int k_margin = 16;
constexpr std::size_t k_most_rows = 400;

struct node {
  std::string title;
  std::string below;
  truth met = truth::unknown;
  int depth = 0;
  std::size_t parent = 0;  // row; itself: none
};

const char* fill_of(truth t) {
  return t == truth::yes ? "#d9f0dd" : t == truth::no ? "#f4d9d6" : "#fbeec4";
}
const char* line_of(truth t) {
  return t == truth::yes ? "#2e7d43" : t == truth::no ? "#b3413a" : "#a07a12";
}
const char* word_of(truth t) { return t == truth::yes ? "met" : t == truth::no ? "not met" : "not known"; }

class drawing {
 public:
  void add(std::string title, std::string below, truth met, int depth) {
    if (rows_.size() == k_most_rows) {
      cut_ = true;
      return;
    }
    node n{std::move(title), std::move(below), met, depth, rows_.size()};
    for (std::size_t i = rows_.size(); i-- > 0;) {
      if (rows_[i].depth >= depth) continue;
      n.parent = i;
      break;
    }
    rows_.push_back(std::move(n));
  }

  void add(const roo_test& t, int depth) {
    const bool joined = t.kind == "any_of" || t.kind == "all_of";
    std::string title = joined ? (t.kind == "any_of" ? "any of" : "all of") : t.text;
    std::string below = joined ? t.text : t.why;
    if (t.share && t.share->share) {
      below = t.share->formula + " = " + t.share->share->to_string() + " = " + t.share->display;
      if (t.share_traced) below += "; without designation " + t.share_traced->to_string();
    }
    add(std::move(title), std::move(below), t.met, depth);
    for (const roo_test& p : t.parts) add(p, depth + 1);
  }

  [[nodiscard]] std::string svg(const std::string& title) const {
    const int height = 2 * k_margin + static_cast<int>(rows_.size()) * (k_height + k_gap) + (cut_ ? 24 : 0);
    std::string out = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + std::to_string(k_width) + "\" height=\"" +
                      std::to_string(height) + "\" viewBox=\"0 0 " + std::to_string(k_width) + " " + std::to_string(height) +
                      "\" font-family=\"Verdana, Helvetica, sans-serif\">\n<title>" + html(title) + "</title>\n" +
                      "<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n";
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      const node& n = rows_[i];
      if (n.parent == i) continue;
      const int x = left(rows_[n.parent]) + 12;
      const int y = top(i) + k_height / 2;
      out += "<path d=\"M" + std::to_string(x) + " " + std::to_string(top(n.parent) + k_height) + " V" + std::to_string(y) + " H" +
             std::to_string(left(n)) + "\" fill=\"none\" stroke=\"#8a8f98\"/>\n";
    }
    for (std::size_t i = 0; i < rows_.size(); ++i) out += box(rows_[i], top(i));
    if (cut_) {
      out += "<text x=\"" + std::to_string(k_margin) + "\" y=\"" + std::to_string(height - k_margin) +
             "\" font-size=\"12\">More tests: --json.</text>\n";
    }
    return out + "</svg>\n";
  }

 private:
  [[nodiscard]] static int top(std::size_t row) { return k_margin + static_cast<int>(row) * (k_height + k_gap); }
  [[nodiscard]] static int left(const node& n) { return k_margin + std::min(n.depth, 20) * k_indent; }

  [[nodiscard]] static std::string box(const node& n, int y) {
    const int x = left(n);
    const int width = k_width - k_margin - x;
    // About 6.3 points for a letter of size 11.
    const std::size_t letters = static_cast<std::size_t>(std::max(width - 20, 60)) * 10 / 63;
    const auto text = [&](int size, int down, const char* more, const std::string& what, std::size_t most) {
      return "<text x=\"" + std::to_string(x + 10) + "\" y=\"" + std::to_string(y + down) + "\" font-size=\"" + std::to_string(size) +
             "\"" + more + ">" + html(support::clipped(what, most)) + "</text>\n";
    };
    std::string out = "<rect x=\"" + std::to_string(x) + "\" y=\"" + std::to_string(y) + "\" width=\"" + std::to_string(width) +
                      "\" height=\"" + std::to_string(k_height) + "\" rx=\"4\" fill=\"" + fill_of(n.met) + "\" stroke=\"" +
                      line_of(n.met) + "\"/>\n";
    out += text(13, 17, " font-weight=\"bold\"", n.title, letters - letters / 4);
    out += "<text x=\"" + std::to_string(k_width - k_margin - 10) + "\" y=\"" + std::to_string(y + 17) +
           "\" font-size=\"12\" text-anchor=\"end\" fill=\"" + line_of(n.met) + "\">" + word_of(n.met) + "</text>\n";
    if (!n.below.empty()) out += text(11, 34, "", n.below, letters);
    return out;
  }

  std::vector<node> rows_;
  bool cut_ = false;
};

truth as_met(roo_verdict v) {
  return v == roo_verdict::originating ? truth::yes : v == roo_verdict::non_originating ? truth::no : truth::unknown;
}

}  // namespace

std::string roo_svg(const roo_answer& a) {
  drawing d;
  std::string verdict(to_string(a.verdict));
  std::replace(verdict.begin(), verdict.end(), '_', ' ');
  const std::string head = a.product + (a.product_name.empty() || a.product_name == a.product ? "" : " (" + a.product_name + ")") +
                           ", " + a.agreement_name + ", " + a.date.to_string() + ": " + verdict;
  d.add(head, a.why, as_met(a.verdict), 0);
  for (const roo_test& t : a.product_rule.parts) d.add(t, 1);
  for (const roo_test& t : a.conditions) d.add(t, 1);
  for (const roo_part& p : a.parts) {
    d.add(p.part + (p.name.empty() || p.name == p.part ? "" : " (" + p.name + ")") + " originates", "made on the way, by its own rule",
          p.originating, 1);
    for (const roo_test& t : p.rule.parts) d.add(t, 2);
  }
  return d.svg(head);
}

}  // namespace tradewarden::report
