// What three tests of the law say of a small bill, by their definition: every way in which its open
// facts may turn out is tried, each product is walked as a tree. A few classifications, of which the
// tables below say by hand what the law says of them. The twin of src/origin/judge.hpp and the
// tests behind it; for a handful of parts, no more.
#ifndef TRADEWARDEN_TESTS_REFERENCE_PLAIN_LAW_HPP
#define TRADEWARDEN_TESTS_REFERENCE_PLAIN_LAW_HPP

#include <algorithm>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "tradewarden/truth.hpp"
#include "tradewarden/verdict.hpp"

namespace tradewarden::tests {

struct law_part {
  bool made = false;
  std::string made_in;
  std::string eccn;
  std::string hs;
  std::string type = "commodity";
  truth discrete = truth::no;
  long low = 0, high = 0;                  // price of one
  std::vector<std::pair<std::size_t, long>> lines;  // child, quantity
};
using law_bill = std::vector<law_part>;    // 0 is the product; a child comes after its parents

/// On 2026-07-23, exported from China. `counts` in a commodity; Iran has 10 %, the others 25 %.
struct law_code {
  const char* eccn;
  const char* type;
  bool counts_de, counts_cn, counts_ir;    // Supp. No. 2 to Part 734, 746.7
  bool case_de, case_cn, case_ir;          // 734.4(a)
  bool ofac;                               // 31 CFR 560.205(a)(2): a licence for Iran
};
inline constexpr law_code k_law_codes[] = {
    // MT 1 is marked for all three.
    {"2B116", "commodity", true, true, true, false, false, false, true},
    // AT 1 alone: no mark but by 746.7.
    {"5A992.c", "commodity", false, false, true, false, false, false, true},
    // Bundled software controlled for anti-terrorism alone counts in hardware (73 FR 56964).
    {"5D992.c", "software", false, false, true, false, false, false, true},
    // A screw of HS 7318: outside Supp. No. 7 to Part 746.
    {"EAR99", "commodity", false, false, false, false, false, false, false},
    // 600 series, not .y: 734.4(a)(6)(i) to Country Group D:5 (China, Iran).
    {"9A619.x", "commodity", true, true, true, false, true, true, true},
    // 734.4(a)(4), every destination; as technology it is no content of a commodity.
    {"9E003.a.1", "technology", false, false, false, true, true, true, true},
};

/// 15 CFR 772.1: the States and their territories.
inline truth law_us(const std::string& made_in) {
  if (made_in == "US" || made_in == "PR" || made_in == "GU" || made_in == "PR|US") return truth::yes;
  return made_in == "?" || made_in == "CN|US" || made_in == "CN|PR" ? truth::unknown : truth::no;
}

struct law_verdicts {
  verdict zero_percent = verdict::does_not_trigger;  // us-ear-734.4a
  verdict de_minimis = verdict::does_not_trigger;    // us-ear-734.4-de-minimis
  verdict ofac = verdict::does_not_trigger;          // us-ofac-560.420, goods not transformed
};

class plain_law {
 public:
  plain_law(const law_bill& bill, const std::string& destination)
      : bill_(bill), to_(destination), worlds_(bill.size()) {}

  /// Ways to turn out, as a power of two.
  [[nodiscard]] std::size_t open_bits() const {
    std::size_t bits = 1;  // of the classes of 560.420
    for (std::size_t i = 1; i < bill_.size(); ++i) {
      const law_part& p = bill_[i];
      bits += law_us(p.made_in) == truth::unknown ? 1 : 0;
      bits += p.eccn == "?" || unstated(i) ? 2 : 0;
      bits += p.discrete == truth::unknown ? 1 : 0;
      bits += p.low != p.high ? 1 : 0;
    }
    return bits;
  }

  law_verdicts run() {
    const std::function<void(std::size_t)> turn = [&](std::size_t i) {
      if (i == bill_.size()) return see();
      const law_part& p = bill_[i];
      const truth us = law_us(p.made_in);
      const bool code_open = p.eccn == "?" || unstated(i);
      each(us, [&](bool is_us) {
        worlds_[i].us = is_us;
        each(code_open ? truth::unknown : truth::no, [&](bool counts) {
          worlds_[i].counts = counts;
          each(code_open ? truth::unknown : truth::no, [&](bool content_of_case) {
            worlds_[i].content_of_case = content_of_case;
            each(p.discrete, [&](bool discrete) {
              worlds_[i].discrete = discrete;
              each(p.low == p.high ? truth::no : truth::unknown, [&](bool dear) {
                worlds_[i].worth = dear ? p.high : p.low;
                turn(i + 1);
              });
            });
          });
        });
      });
    };
    turn(1);
    const auto of = [](int seen) {
      return seen == 2 ? verdict::triggers : seen == 1 ? verdict::does_not_trigger : verdict::depends;
    };
    return {of(seen_[0]), of(seen_[1]), of(seen_[2])};
  }

 private:
  struct turned_out {
    bool us = false, counts = false, content_of_case = false, discrete = false;
    long worth = 0;
  };
  template <class Next>
  static void each(truth t, const Next& next) {
    if (t != truth::yes) next(false);
    if (t != truth::no) next(true);
  }
  /// Has nobody said what is in it, if it is foreign?
  [[nodiscard]] bool unstated(std::size_t i) const {
    const law_part& p = bill_[i];
    return p.lines.empty() && (p.made || p.discrete == truth::no);
  }
  [[nodiscard]] const law_code* code(std::size_t i) const {
    const auto* at = std::find_if(std::begin(k_law_codes), std::end(k_law_codes),
                                  [&](const law_code& c) { return bill_[i].eccn == c.eccn; });
    return at == std::end(k_law_codes) ? nullptr : at;
  }
  [[nodiscard]] bool counts(std::size_t i, bool ofac) const {
    const law_code* c = code(i);
    if (c == nullptr) return worlds_[i].counts;
    if (ofac) return c->ofac;
    return to_ == "DE" ? c->counts_de : to_ == "CN" ? c->counts_cn : c->counts_ir;
  }
  [[nodiscard]] bool of_case(std::size_t i) const {
    const law_code* c = code(i);
    if (c == nullptr) return worlds_[i].content_of_case;
    return to_ == "DE" ? c->case_de : to_ == "CN" ? c->case_cn : c->case_ir;
  }

  /// US content that counts in one of the part.
  [[nodiscard]] long content(std::size_t i, bool ofac) const {
    const turned_out& w = worlds_[i];
    if (i != 0 && w.us) return counts(i, ofac) ? w.worth : 0;
    // Second incorporation is a principle of BIS alone.
    if (i != 0 && w.discrete && !ofac) return 0;
    if (i != 0 && unstated(i)) return w.counts ? w.worth : 0;
    long sum = 0;
    for (const auto& [child, quantity] : bill_[i].lines) sum += quantity * content(child, ofac);
    return sum;
  }
  /// Content without a de minimis level: discrete products hide none.
  [[nodiscard]] bool holds_case(std::size_t i) const {
    if (i != 0 && worlds_[i].us) return worlds_[i].worth > 0 && of_case(i);
    if (i != 0 && unstated(i)) return worlds_[i].worth > 0 && worlds_[i].content_of_case;
    return std::any_of(bill_[i].lines.begin(), bill_[i].lines.end(),
                       [&](const auto& l) { return holds_case(l.first); });
  }
  [[nodiscard]] bool several_classes(std::size_t i) const {
    return std::any_of(bill_[i].lines.begin(), bill_[i].lines.end(), [&](const auto& l) {
      return bill_[l.first].type != bill_[0].type ||
             (!worlds_[l.first].us && several_classes(l.first));
    });
  }

  void see() {
    seen_[0] |= holds_case(0) ? 2 : 1;
    const long price = bill_[0].low;
    const long percent = to_ == "IR" ? 10 : 25;
    seen_[1] |= content(0, false) * 100 > price * percent ? 2 : 1;
    const long inside = content(0, true);
    if (inside * 100 >= price * 10) {
      seen_[2] |= 2;
    } else {
      // Each class by itself may be above a tenth of what that class costs.
      seen_[2] |= inside > 0 && several_classes(0) ? 3 : 1;
    }
  }

  const law_bill& bill_;
  std::string to_;
  std::vector<turned_out> worlds_;
  int seen_[3] = {0, 0, 0};
};

}  // namespace tradewarden::tests

#endif  // TRADEWARDEN_TESTS_REFERENCE_PLAIN_LAW_HPP
