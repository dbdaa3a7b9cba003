#include <algorithm>
#include <utility>

#include "cli/labelled.hpp"
#include "cli/roo_command.hpp"
#include "cli/table.hpp"

namespace tradewarden::cli {
namespace {

constexpr std::size_t k_shown_materials = 30;
constexpr std::size_t k_shown_parts = 20;

ink colour_of(truth t) { return t == truth::yes ? ink::green : t == truth::no ? ink::red : ink::yellow; }
const char* word_of(truth t) { return t == truth::yes ? "met" : t == truth::no ? "not met" : "not known"; }

std::string named(const std::string& id, const std::string& name) {
  return name.empty() || name == id ? id : id + " (" + name + ")";
}

/// The tests of a rule, those inside another set in.
void add_tests(text_lines& to, const terminal& out, const roo_test& test, std::size_t depth) {
  const bool joined = test.kind == "any_of" || test.kind == "all_of";
  const std::string title = joined ? (test.kind == "any_of" ? "any of:" : "all of:") : test.text;
  const std::size_t in = depth * 2;
  const std::string text = title + (joined || test.why.empty() ? "" : ": " + test.why);
  const text_lines body = wrapped(printable(text), out.width > in + 40 ? out.width - in - 11 : 40, 2);
  for (std::size_t i = 0; i < body.size(); ++i) {
    to.push_back(out.paint(colour_of(test.met), padded(i == 0 ? word_of(test.met) : "", 11)) + std::string(in, ' ') + body[i]);
  }
  for (const roo_test& p : test.parts) add_tests(to, out, p, depth + 1);
}

void add_workings(text_lines& to, const terminal& out, const roo_test& test, const std::string& of) {
  if (test.share) {
    to.emplace_back();
    const std::string method(to_string(test.share->method));
    to.push_back(out.paint(ink::bold, printable(of + ", " + (test.text.starts_with(method) ? "" : method + " of ") + test.text) + ": " +
                                          test.share->formula));
    table t({{"step", table::left}, {"working", table::flexible}, {"result", table::right}});
    for (const rvc_step& s : test.share->steps) t.add({{s.name}, {s.working}, {s.result.to_string()}});
    if (test.share_traced) t.add({{"without designation"}, {"every self-produced part traced"}, {test.share_traced->to_string()}});
    append(to, t.lines(out));
  }
  for (const roo_test& p : test.parts) add_workings(to, out, p, of);
}

void add_materials(text_lines& to, const terminal& out, const roo_answer& a) {
  if (a.materials.empty()) return;
  to.emplace_back();
  table t({{"material", table::flexible},
           {"hs", table::left},
           {"made in", table::left},
           {"originates", table::left},
           {"because", table::left},
           {"quantity", table::right},
           {"value", table::right}});
  for (std::size_t i = 0; i < a.materials.size() && i < k_shown_materials; ++i) {
    const roo_material& m = a.materials[i];
    t.add({{named(m.part, m.name)},
           {m.hs.empty() ? "?" : m.hs},
           {m.made_in.empty() ? "?" : m.made_in},
           {std::string(to_string(m.originating)), m.determined ? colour_of(m.originating) : ink::yellow},
           {spaced(m.why)},
           {m.quantity.to_string()},
           {m.value.to_string()}});
  }
  append(to, t.lines(out));
  const std::uint64_t more = a.materials.size() - std::min(a.materials.size(), k_shown_materials) + a.more_materials;
  if (more != 0) to.push_back(grouped(more) + " more materials: --json.");
}

}  // namespace

std::vector<std::string> roo_view(const roo_answer& a, const terminal& out) {
  text_lines to;
  const ink colour = a.verdict == roo_verdict::originating       ? ink::green
                     : a.verdict == roo_verdict::non_originating ? ink::red
                                                                 : ink::yellow;
  to.push_back(out.paint(ink::bold, printable(named(a.product, a.product_name) + ", HS " + (a.hs.empty() ? "?" : a.hs) + ", " +
                                              a.agreement_name + ", " + a.date.to_string() + ": ")) +
               out.paint(colour, spaced(to_string(a.verdict))));
  labelled(to, out, "because", a.why);
  if (a.verdict == roo_verdict::depends && a.while_undetermined != a.verdict) {
    labelled(to, out, "as it stands", spaced(to_string(a.while_undetermined)) + ", while materials of undetermined origin count as non-originating");
  }
  if (!a.product_rule.parts.empty()) {
    to.emplace_back();
    for (const roo_test& p : a.product_rule.parts) add_tests(to, out, p, 0);
    for (const roo_test& c : a.conditions) add_tests(to, out, c, 0);
  }
  add_workings(to, out, a.product_rule, a.product);
  if (!a.designations.empty() || !a.parts.empty()) to.emplace_back();
  for (std::size_t i = 0; i < a.designations.size(); ++i) {
    const roo_designation& d = a.designations[i];
    labelled(to, out, i == 0 ? "designated" : "",
             named(d.part, d.name) + (d.originating == truth::yes ? ", which originates" : ", if it originates") +
                 (d.by_value ? " by a regional value content of its own" : ""));
  }
  for (std::size_t i = 0; i < a.parts.size() && i < k_shown_parts; ++i) {
    const roo_part& p = a.parts[i];
    std::string ways;
    for (const roo_test& w : p.rule.parts) {
      if (w.kind == "wholly_obtained" && w.met == truth::no) continue;
      ways += (ways.empty() ? "" : "; ") + w.text + ": " + word_of(w.met);
    }
    labelled(to, out, i == 0 ? "made parts" : "",
             named(p.part, p.name) + (p.originating == truth::yes  ? " originates"
                                      : p.originating == truth::no ? " does not originate"
                                                                   : " may originate") + " (" + ways + ")");
  }
  add_materials(to, out, a);
  to.emplace_back();
  for (std::size_t i = 0; i < a.deciding_unknowns.size(); ++i) {
    const question& q = a.deciding_unknowns[i].ask;
    labelled(to, out, i == 0 ? "needs" : "", q.text + " -> " + q.answer, ink::yellow);
  }
  if (!a.deciding_unknowns.empty() && a.deciding_verdict != roo_verdict::depends) {
    labelled(to, out, "", "together they can settle it: " + spaced(to_string(a.deciding_verdict)));
  }
  if (!a.deciding_reduced) labelled(to, out, "", "some of many facts that are not known");
  labelled(to, out, "assumed", joined(a.assumptions), ink::dim);
  std::string rules;
  for (const rule_use& r : a.rules) rules += (rules.empty() ? "" : "; ") + r.citation + (r.verified ? "" : k_unverified);
  labelled(to, out, "rules", rules);
  labelled(to, out, "not checked", joined(a.not_evaluated));
  labelled(to, out, "note", a.disclaimer);
  return to;
}

}  // namespace tradewarden::cli
