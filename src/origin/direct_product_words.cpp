#include "origin/direct_product_words.hpp"

#include <algorithm>

#include "support/ascii.hpp"

namespace tradewarden::detail {
namespace {

std::string status_words(const direct_product_rule& r, day on) {
  if (!r.in_force) {
    if (r.basis.status == rule_status::suspended) return "suspended on the day";
    if (r.basis.from && on < *r.basis.from) return "in force from " + r.basis.from->to_string();
    return "not in force on the day";
  }
  std::string out = "codified, not enforced";
  if (!r.policy.empty()) out += "; policy." + r.policy + " applies it";
  return out;
}

std::string joined(const std::string& a, const std::string& b) {
  return a.empty() ? b : b.empty() ? a : a + "; " + b;
}

std::string because(const direct_product_case& c, verdict v) {
  const truth product = c.product();
  if (v == verdict::triggers) return "the product and the reach prong are met";
  if (v == verdict::does_not_trigger) {
    if (product == truth::no) return "the product prong is not met";
    if (c.reach->now == truth::no) return "the reach prong is not met";
    return "what it excepts is given";
  }
  std::string out;
  if (product == truth::unknown) out = "the product prong";
  if (c.reach->now == truth::unknown) out += (out.empty() ? "" : " and ") + std::string("the reach prong");
  if (out.empty()) return "whether an exception holds is not known";
  return out + (product == truth::unknown && c.reach->now == truth::unknown ? " are" : " is") +
         " not known";
}

}  // namespace

const direct_product_case* find_case(const ear_judge& j, std::string_view test) {
  for (const direct_product_case& c : j.direct) {
    if (c.test == test) return &c;
  }
  return nullptr;
}

void explain_direct_product(const direct_product_case& c, const ear_judge& j, used_rules& rules,
                            test_result& t) {
  t.rules = rules.local({c.basis});
  const std::string name = "734.9" + c.rule->paragraph + ": ";
  if (t.verdict == verdict::not_applicable) {
    t.why = name + (c.rule->applied ? "the product is of US origin itself, subject to the EAR without it"
                                    : status_words(*c.rule, j.ctx.on));
    return;
  }
  const truth product = c.product();
  t.why = name + because(c, t.verdict);
  t.prongs.push_back({"product", product, joined(c.items->why, c.routes->why)});
  if (product != truth::no) {
    t.prongs.push_back({"reach", c.reached(), joined(c.reach->why, c.unless->why)});
  }
  // Of a rule that does not trigger, what shows that.
  std::vector<const prong*> told{c.items, c.routes, c.reach, c.unless};
  if (t.verdict == verdict::does_not_trigger) {
    told = {c.items->now == truth::no    ? c.items
            : c.reach->now == truth::no  ? c.reach
            : c.routes->now == truth::no ? c.routes
                                         : c.unless};
  }
  for (const prong* p : told) {
    for (const std::uint32_t n : rules.local(p->rules)) {
      if (std::find(t.rules.begin(), t.rules.end(), n) == t.rules.end()) t.rules.push_back(n);
    }
  }
  if (t.verdict != verdict::depends) return;
  for (const std::string& id : c.open_facts()) {
    t.questions.push_back({id, is_product_fact(id) ? std::string(j.q.id(0)) : std::string(),
                           id == k_product_code ? j.code_of_product().text : j.ctx.asked(id), {}});
  }
}

std::string not_evaluated_words(const ear_judge& j) {
  if (j.direct_asked || j.q.facts[0].us_origin == truth::yes) return {};
  std::string which;
  for (const direct_product_case& c : j.direct) {
    if (!c.rule->applied || c.now != truth::unknown) continue;
    which += (which.empty() ? "" : ", ") + c.rule->paragraph;
  }
  if (which.empty()) return {};
  return "foreign direct product rules (15 CFR 734.9) " + which +
         ": how the product is made is not stated (--production), nor who gets it and what for "
         "(--end-user, --end-use)";
}

void assume_direct_products(const ear_judge& j, const judgement& now, bool contradicts,
                            std::vector<std::string>& assumptions) {
  for (const judged_test& t : now.tests) {
    const direct_product_case* c = find_case(j, t.id);
    if (c == nullptr || t.verdict < verdict::depends || !c->rule->compliance) continue;
    if (j.ctx.on < *c->rule->compliance) {
      assumptions.push_back("734.9" + c->rule->paragraph + " is in force; compliance with it was asked for from " +
                            c->rule->compliance->to_string());
    }
  }
  if (contradicts) {
    assumptions.push_back("its row says that no integrated circuit of such a plant is inside, and a part of "
                          "it says otherwise: not known");
  }
  const std::optional<std::vector<std::string>>& stated = j.options.end_user.footnotes;
  for (const end_user_party& p : j.options.end_user.parties) {
    const std::string start = "end user '" + p.name + "': ";
    if (!p.screened) {
      assumptions.push_back(start + "not screened: the index holds no Entity List, or the name no letter");
    } else if (p.matches.empty()) {
      assumptions.push_back(start + (p.whole ? "no possible match in the Entity List of the index"
                                             : "no possible match in the sample list, which says nothing"));
    } else {
      const end_user_match& m = p.matches.front();
      const std::string notes = m.footnotes.empty() ? "no footnote" : "footnotes " + ascii::join(m.footnotes, ", ");
      assumptions.push_back(
          start + (m.equal ? "its name is that of " : "a possible match with ") + m.name + " (" + m.list +
          " " + m.source_id + ", score " + m.score + ", " + notes + ")" +
          (stated  ? "; stated footnotes: " + (stated->empty() ? "none" : ascii::join(*stated, ", ")) +
                         (*stated == m.footnotes ? "" : ": the statement was followed, not the entry")
           : m.equal ? ", and it is taken to be that party"
                   : "; if it is that party, say --end-user-footnote; if not, --end-user-footnote none"));
    }
  }
}

void add_cases(answer_key& key, const std::vector<direct_product_case>& cases) {
  for (const direct_product_case& c : cases) {
    if (c.items == nullptr) continue;
    const truth product = c.product();
    key.add(static_cast<std::uint64_t>(product));
    if (product == truth::no) continue;  // where it goes is not looked at
    for (const prong* p : {c.reach, c.unless}) {
      key.add(static_cast<std::uint64_t>(p->now));
      key.add(std::string_view(p->why));
      key.add(p->rules);
      key.add(c.open_facts());
    }
  }
}

}  // namespace tradewarden::detail
