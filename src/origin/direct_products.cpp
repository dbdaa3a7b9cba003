#include "origin/direct_products.hpp"

#include <algorithm>

#include "origin/judge.hpp"
#include "support/ascii.hpp"

namespace tradewarden::detail {
namespace {

constexpr std::string_view k_test = "us-ear-734.9-";

/// What belongs behind a name: "x: yes", "x: no", "x: not known".
std::string said(const std::string& what, truth t) {
  return what + (t == truth::yes ? ": yes" : t == truth::no ? ": no" : ": not known");
}

void add_words(std::string& to, const std::string& words) {
  if (words.empty() || to.find(words) != std::string::npos) return;
  to += (to.empty() ? "" : "; ") + words;
}

/// The content of an integrated circuit in alternatives of one position: what all of them say.
truth agreed(truth a, truth b) { return a == b ? a : truth::unknown; }

}  // namespace

truth prong::of(const settled& s, truth good) const {
  truth out = truth::no;
  for (const std::vector<prong_atom>& all : any_of) {
    truth one = truth::yes;
    for (const prong_atom& a : all) {
      truth v = a.value;
      if (v == truth::unknown && s.towards != settle::open && !a.fact.empty() && s.has(a.fact)) {
        v = s.towards == settle::most ? good : !good;
      }
      one = one && v;
    }
    out = out || one;
  }
  return out;
}

void prong::close() { now = of({}, truth::yes); }

truth direct_product_case::of(const settled& s) const {
  if (items == nullptr) return truth::no;
  if (now != truth::unknown) return now;  // no fact takes back what is decided
  return items->of(s, truth::yes) && routes->of(s, truth::yes) && reach->of(s, truth::yes) &&
         !unless->of(s, truth::no);
}

std::vector<std::string> direct_product_case::open_facts() const {
  std::vector<std::string> out;
  if (items == nullptr || now != truth::unknown) return out;
  for (const prong* p : {items, routes, reach, unless}) {
    if (p->now != truth::unknown) continue;
    for (const std::vector<prong_atom>& all : p->any_of) {
      const bool dead = std::any_of(all.begin(), all.end(),
                                    [](const prong_atom& a) { return a.value == truth::no; });
      for (const prong_atom& a : all) {
        if (dead || a.value != truth::unknown || a.fact.empty()) continue;
        if (std::find(out.begin(), out.end(), a.fact) == out.end()) out.push_back(a.fact);
      }
    }
  }
  return out;
}

bool is_product_fact(std::string_view fact) {
  return fact == k_technology_fact || fact == k_plant_fact || fact == k_ic_fact ||
         fact == k_product_code;
}

direct_products::direct_products(const origin_engine& engine, const origin_options& options, day on,
                                 const overlay& changes, rule_log& log)
    : engine_(engine),
      options_(options),
      on_(on),
      changes_(changes),
      log_(log),
      asked_(!engine.data().production.empty() || options.end_user.stated()),
      rules_(engine.rules.direct_product_rules(on)) {
  for (const direct_product_rule& r : rules_) {
    tests_.push_back(std::string(k_test) + r.name);
    rule_basis basis = r.basis;
    if (!r.applied) basis.assumption.clear();  // the test says it; nothing rests on it
    bases_.push_back(log_.add(basis));
  }
}

std::vector<direct_product_case> direct_products::about(product_question& q,
                                                        const legal_context& ctx) {
  const signature& made = q.signature_of(0);
  const std::vector<prong>& items = items_of(made, q.facts[0].signature, ctx);
  const std::vector<prong>& routes = routes_of(q.product, ctx);
  const where& there = where_of(ctx, made.content);
  std::vector<direct_product_case> out(rules_.size());
  for (std::size_t i = 0; i < rules_.size(); ++i) {
    direct_product_case& c = out[i];
    c.rule = &rules_[i];
    c.test = tests_[i];
    c.basis = bases_[i];
    if (!rules_[i].applied) continue;
    c.items = &items[i];
    c.routes = &routes[i];
    c.reach = &there.reach[i];
    c.unless = &there.unless[i];
    c.now = c.product() && c.reached();
  }
  return out;
}

const std::vector<prong>& direct_products::items_of(const signature& made, std::uint32_t number,
                                                    const legal_context& ctx) {
  const auto [at, fresh] = items_.try_emplace(number);
  if (fresh) {
    for (const direct_product_rule& r : rules_) {
      at->second.push_back(r.applied ? item_prong(r, made, ctx) : prong());
    }
  }
  return at->second;
}

prong direct_products::item_prong(const direct_product_rule& r, const signature& made,
                                  const legal_context& ctx) {
  prong out;
  std::vector<std::string> names;
  for (const direct_product_item& item : r.items) {
    direct_product_item asked = item;
    const truth stated = item.fact.empty() ? truth::unknown : ctx.fact(item.fact);
    if (stated != truth::unknown) asked.hs_chapters.clear();  // who states it need not name a code
    rule_answer<truth> is = ctx.book.direct_product_item_is(asked, *made.code, made.hs, on_);
    prong_atom of_class{ctx.taken(is), {}};
    if (of_class.value == truth::unknown && made.hs.empty() && !asked.hs_chapters.empty()) {
      // The fact decides it without the code.
      asked.hs_chapters.clear();
      of_class.value = ctx.taken(ctx.book.direct_product_item_is(asked, *made.code, made.hs, on_));
    }
    if (of_class.value == truth::unknown) {
      of_class.fact = k_product_code;
      if (!item.perhaps.empty() && made.code->is_eccn()) {
        of_class.value = ctx.fact(item.perhaps);
        of_class.fact = item.perhaps;
      }
    }
    log_.add(is, out.rules);
    std::vector<prong_atom> all{of_class};
    if (!item.fact.empty()) all.push_back({stated, item.fact});
    out.any_of.push_back(std::move(all));
    if (!item.any) names.push_back(item.of_class.empty() ? "controlled for " + item.reason : item.of_class);
  }
  out.close();
  out.why = names.empty() ? "any item"
                          : said("item " + std::string(made.eccn) + " in " + ascii::join(names, ", "), out.now);
  return out;
}

const std::vector<prong>& direct_products::routes_of(std::uint32_t part, const legal_context& ctx) {
  // Of parts of which nobody has said anything all is the same.
  const bool known = !engine_.data().production.empty();
  const std::uint32_t key = known ? part : 0;
  if (made_.part != key || made_.routes.empty()) {
    made_.part = key;
    made_.routes.clear();
    for (const direct_product_rule& r : rules_) {
      made_.routes.push_back(r.applied ? route_prong(r, part, ctx) : prong());
    }
  }
  return made_.routes;
}

prong_atom direct_products::source_atom(const direct_product_source& s, const eccn_list* list,
                                        std::string_view fact, const legal_context& ctx,
                                        std::vector<std::uint32_t>& rules) {
  prong_atom out{truth::no, {}};
  if (list == nullptr || list->open) out = {truth::unknown, std::string(fact)};
  for (const std::uint32_t n : list == nullptr ? std::vector<std::uint32_t>() : list->codes) {
    const classification& code = engine_.data().classifications[n];
    prong_atom one{truth::no, std::string(fact)};
    for (const std::string& name : s.classes) {
      const rule_answer<truth> is = ctx.book.in_class(name, code, on_);
      one.value = one.value || ctx.taken(is);
      log_.add(is, rules);
    }
    if (one.value == truth::unknown && !s.perhaps.empty()) {
      one = {ctx.fact(s.perhaps), s.perhaps};
    } else if (one.value == truth::no && code.is_eccn() &&
               (code.product_group() < 'D' ||
                ctx.book.entry_exists(code, on_).value == truth::no)) {
      // Equipment of a plant: of which technology it is the product, its own entry does not say. And
      // what the control list does not have is a mistake, not a "no".
      one.value = truth::unknown;
    }
    if (one.value > out.value) out = one;
  }
  return out;
}

prong direct_products::route_prong(const direct_product_rule& r, std::uint32_t part,
                                   const legal_context& ctx) {
  const bill_data& d = engine_.data();
  const production_entry* e = d.made(part);
  prong out;
  const auto route = [&](const char* what, const direct_product_source& s, std::uint32_t list,
                         std::string_view fact) {
    if (s.classes.empty()) return;
    const eccn_list* known = e == nullptr ? nullptr : &d.eccn_lists[list];
    out.any_of.push_back({source_atom(s, known, fact, ctx, out.rules)});
    const std::string text =
        e == nullptr ? std::string("?") : std::string(d.eccn_list_texts.text(list));
    add_words(out.why, said(std::string(what) + " " + text + " in " + ascii::join(s.classes, ", "),
                            out.any_of.back()[0].value));
  };
  route("US technology", r.technology, e == nullptr ? 0 : e->technology, k_technology_fact);
  route("plant of", r.plant, e == nullptr ? 0 : e->plant, k_plant_fact);
  if (r.contains_ic) {
    const truth inside = contains_ic(part);
    out.any_of.push_back({{inside, std::string(k_ic_fact)}});
    add_words(out.why, said("integrated circuit of such a plant inside", inside));
  }
  out.close();
  return out;
}

truth direct_products::contains_ic(std::uint32_t part) {
  const bill_data& d = engine_.data();
  if (d.production.empty()) return truth::unknown;
  if (contains_ic_.empty()) {
    contains_ic_.assign(d.part_count(), truth::unknown);
    contradicts_.assign(d.part_count(), 0);
    const bool alternatives = options_.alternatives == alternatives_policy::any;
    std::vector<std::pair<std::uint32_t, truth>> positions;
    // Parts come before what they are made of: from the back, what is inside is known first.
    for (std::size_t at = d.order.size(); at-- > 0;) {
      const std::uint32_t p = d.order[at];
      positions.clear();
      for (std::uint32_t l = d.line_first[p]; l < d.line_first[p + 1]; ++l) {
        if (!is_used(d, l, alternatives, changes_.lines)) continue;
        const truth inside = contains_ic_[d.child[l]];
        const std::uint32_t pos = d.pos(l);
        const auto same = alternatives ? std::find_if(positions.begin(), positions.end(),
                                                      [&](const auto& o) { return o.first == pos; })
                                       : positions.end();
        if (same == positions.end()) {
          positions.emplace_back(pos, inside);
        } else {
          same->second = agreed(same->second, inside);
        }
      }
      truth below = positions.empty() ? truth::unknown : truth::no;
      for (const auto& [pos, inside] : positions) below = below || inside;
      const production_entry* e = d.made(p);
      const truth own = e == nullptr ? truth::unknown : e->contains_ic;
      contradicts_[p] = own == truth::no && below == truth::yes ? 1 : 0;
      contains_ic_[p] = contradicts_[p] != 0 || own == truth::unknown ? below : own;
      if (contradicts_[p] != 0) contains_ic_[p] = truth::unknown;
    }
  }
  return contains_ic_[part];
}

bool direct_products::contradicts(std::uint32_t part) {
  return contains_ic(part) == truth::unknown && !contradicts_.empty() && contradicts_[part] != 0;
}

const direct_products::where& direct_products::where_of(const legal_context& ctx,
                                                        content_class made) {
  std::unique_ptr<where>& w = where_[{ctx.destination, ctx.exported_from, made}];
  if (!w) {
    w = std::make_unique<where>();
    for (const direct_product_rule& r : rules_) {
      w->reach.push_back(r.applied ? condition_prong(r.reach, ctx, made) : prong());
      w->unless.push_back(r.applied ? condition_prong(r.unless, ctx, made) : prong());
    }
  }
  return *w;
}

prong direct_products::condition_prong(const std::vector<direct_product_condition>& conditions,
                                       const legal_context& ctx, content_class made) {
  const end_user_facts& who = options_.end_user;
  prong out;
  for (const direct_product_condition& c : conditions) {
    std::vector<prong_atom> all;
    const auto add = [&](truth value, std::string_view fact, const std::string& words) {
      all.push_back({value, std::string(fact)});
      add_words(out.why, said(words, value));
    };
    if (!c.destination.empty()) {
      const rule_answer<truth> there = ctx.book.destination(c.destination, ctx.destination, on_);
      log_.add(there, out.rules);
      truth value = ctx.taken(there);
      const std::string ask = there.asks.empty() ? std::string() : there.asks.front();
      if (value == truth::unknown && !ask.empty()) value = ctx.fact(ask);
      add(value, ask, "destination in " + c.destination);
    }
    if (!c.headquarters.empty()) {
      truth value = truth::unknown;
      if (!who.headquarters.empty()) {
        const rule_answer<truth> there = ctx.book.destination(c.headquarters, who.headquarters, on_);
        log_.add(there, out.rules);
        value = ctx.taken(there);
      }
      add(value, k_headquarters_fact, "headquarters in " + c.headquarters);
    }
    if (!c.exported_from.empty()) {
      truth value = truth::unknown;
      if (!ctx.exported_from.empty()) {
        const rule_answer<truth> from = ctx.book.in_group(c.exported_from, ctx.exported_from, on_);
        log_.add(from, out.rules);
        value = ctx.taken(from);
        // A territory that the rules treat as a country is not of that country's partnership for it.
        const bool itself = ctx.book.resolve(ctx.exported_from, on_).value == ctx.exported_from;
        if (!itself && value == truth::yes) value = truth::unknown;
      }
      add(value, k_exported_from_fact, "exported from a country of " + c.exported_from);
    }
    if (!c.footnote.empty()) {
      add(has_footnote(who, c.footnote), k_footnotes_fact, "a party with footnote " + c.footnote);
    }
    if (!c.end_use.empty()) {
      truth value = truth::unknown;
      if (who.end_uses) {
        const auto& uses = *who.end_uses;
        value = as_truth(std::find(uses.begin(), uses.end(), c.end_use) != uses.end());
      }
      add(value, k_end_use_fact, "end use " + c.end_use);
    }
    if (!c.content_type.empty()) {
      add(as_truth(c.content_type == to_string(made)), {}, "a " + c.content_type + " product");
    }
    if (!c.fact.empty()) add(ctx.fact(c.fact), c.fact, c.fact);
    out.any_of.push_back(std::move(all));
  }
  out.close();
  return out;
}

}  // namespace tradewarden::detail
