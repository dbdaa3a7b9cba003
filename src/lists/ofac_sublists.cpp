#include "lists/ofac_sublists.hpp"

#include <algorithm>

namespace tradewarden::lists {
namespace {

struct rule {
  std::string_view programme;  ///< A prefix if it ends in '-'.
  std::string_view remark;     ///< Must stand in the remarks, unless empty.
  std::string_view sublist;
};

// The directives under E.O. 14024: 1, 1A, 3 and 4 are menu-based sanctions, 2 is a prohibition on
// correspondent and payable-through accounts.
constexpr rule k_rules[] = {
    {"UKRAINE-EO13662", "", "SSI"},
    {"CMIC-EO13959", "", "CMIC"},
    {"NS-CMIC", "", "CMIC"},
    {"NS-PLC", "", "PLC"},
    {"561-Related", "", "CAPTA"},
    {"RUSSIA-EO14024", "(EO 14024 Directive 2)", "CAPTA"},
    {"FSE-", "", "FSE"},
    {"RUSSIA-EO14024", "(EO 14024 Directive 1", "NS-MBS"},
    {"RUSSIA-EO14024", "(EO 14024 Directive 3)", "NS-MBS"},
    {"RUSSIA-EO14024", "(EO 14024 Directive 4)", "NS-MBS"},
    {"BURMA-EO14014", "Executive Order 14014 Directive", "NS-MBS"},
    {"CAATSA - RUSSIA", "CAATSA Section 235 Information", "NS-MBS"},
    {"ILLICIT-DRUGS-EO14059", "Executive Order 14059 information", "NS-MBS"},
};

bool applies(const rule& r, std::string_view programme) {
  return r.programme.ends_with('-') ? programme.starts_with(r.programme)
                                    : programme == r.programme;
}

}  // namespace

std::vector<std::string> ofac_sublists(std::span<const std::string> programmes,
                                       std::string_view remarks) {
  std::vector<std::string> out;
  for (const rule& r : k_rules) {
    const bool programme = std::any_of(programmes.begin(), programmes.end(),
                                       [&](const std::string& p) { return applies(r, p); });
    if (!programme || remarks.find(r.remark) == std::string_view::npos) continue;
    if (out.empty() || out.back() != r.sublist) out.emplace_back(r.sublist);
  }
  return out;
}

}  // namespace tradewarden::lists
