#include "rules/direct_product.hpp"

#include <algorithm>
#include <initializer_list>
#include <utility>

#include "rules/tables.hpp"
#include "rules/value_reader.hpp"
#include "support/ascii.hpp"

namespace tradewarden {
namespace rules {
namespace {

constexpr std::size_t k_most = 20;  // alternatives of a prong
constexpr std::size_t k_name = 60;

using members = json_checks::members;
using text_field = std::pair<const char*, std::string*>;

void read_texts(json_checks& in, const members& m, const std::string& field,
                std::initializer_list<text_field> all) {
  for (const auto& [key, to] : all) {
    if (const auto v = m[key]) *to = in.text(*v, field + '.' + key, k_name);
  }
}

/// A list of objects, each read by `read(element, field)`.
template <class T, class Read>
std::vector<T> read_objects(json_checks& in, dom::element e, const std::string& field,
                            const Read& read) {
  std::vector<T> out;
  dom::array all;
  if (e.get(all) != simdjson::SUCCESS || all.size() == 0 || all.size() > k_most) {
    in.fail(errc::bad_value, field, "a list of 1 to " + std::to_string(k_most) + " objects belongs here");
    return out;
  }
  for (const dom::element one : all) {
    out.push_back(read(one, field + '[' + std::to_string(out.size()) + ']'));
  }
  return out;
}

direct_product_item read_item(json_checks& in, dom::element e, const std::string& field) {
  direct_product_item out;
  const auto m = in.object(e, field, {"any", "class", "reason", "hs_chapter", "fact", "perhaps"});
  if (const auto v = m["any"]) out.any = in.flag(*v, field + ".any");
  read_texts(in, m, field,
             {{"class", &out.of_class}, {"reason", &out.reason}, {"fact", &out.fact},
              {"perhaps", &out.perhaps}});
  if (const auto v = m["hs_chapter"]) out.hs_chapters = read_chapters(in, *v, field + ".hs_chapter");
  const int said = (out.any ? 1 : 0) + (out.of_class.empty() ? 0 : 1) + (out.reason.empty() ? 0 : 1);
  if (said != 1) {
    in.fail(errc::missing_field, field, "one of \"any\": true, \"class\" and \"reason\" belongs here");
  }
  return out;
}

direct_product_source read_source(json_checks& in, dom::element e, const std::string& field) {
  direct_product_source out;
  const auto m = in.object(e, field, {"classes!", "perhaps"});
  if (const auto v = m["classes"]) out.classes = in.texts(*v, field + ".classes");
  read_texts(in, m, field, {{"perhaps", &out.perhaps}});
  return out;
}

direct_product_condition read_condition(json_checks& in, dom::element e, const std::string& field) {
  direct_product_condition out;
  const auto m = in.object(e, field, {"destination", "headquarters", "exported_from", "footnote",
                                      "end_use", "content_type", "fact"});
  read_texts(in, m, field,
             {{"destination", &out.destination},
              {"headquarters", &out.headquarters},
              {"exported_from", &out.exported_from},
              {"footnote", &out.footnote},
              {"end_use", &out.end_use},
              {"fact", &out.fact}});
  if (const auto v = m["content_type"]) out.content_type = read_content_type(in, *v, field + ".content_type");
  if (out.destination.empty() && out.headquarters.empty() && out.exported_from.empty() &&
      out.footnote.empty() && out.end_use.empty() && out.content_type.empty() && out.fact.empty()) {
    in.fail(errc::missing_field, field, "it says nothing that could hold");
  }
  if (!out.footnote.empty() &&
      (out.footnote.size() != 1 || out.footnote[0] < '1' || out.footnote[0] > '9')) {
    in.fail(errc::bad_value, field + ".footnote", "a footnote of the Entity List is a digit");
  }
  return out;
}

void note(std::vector<std::string>& to, const char* what, const std::string& name, bool there) {
  if (name.empty() || there) return;
  to.push_back("no " + std::string(what) + " has the name '" + name + "'");
}

}  // namespace

direct_product_value read_direct_product(json_checks& in, dom::element e, const std::string& field) {
  direct_product_value out;
  direct_product_rule& r = out.rule;
  const auto m = in.object(e, field, {"paragraph!", "items!", "technology", "plant", "contains_ic",
                                      "reach!", "unless", "compliance", "policy"});
  read_texts(in, m, field, {{"paragraph", &r.paragraph}, {"policy", &r.policy}});
  if (const auto v = m["items"]) {
    r.items = read_objects<direct_product_item>(
        in, *v, field + ".items",
        [&](dom::element one, const std::string& at) { return read_item(in, one, at); });
  }
  if (const auto v = m["technology"]) r.technology = read_source(in, *v, field + ".technology");
  if (const auto v = m["plant"]) r.plant = read_source(in, *v, field + ".plant");
  if (const auto v = m["contains_ic"]) r.contains_ic = in.flag(*v, field + ".contains_ic");
  if (!m["technology"] && !m["plant"]) {
    in.fail(errc::missing_field, field, "\"technology\" or \"plant\" is required");
  }
  const auto conditions = [&](const char* key, std::vector<direct_product_condition>& to) {
    if (const auto v = m[key]) {
      to = read_objects<direct_product_condition>(
          in, *v, field + '.' + key,
          [&](dom::element one, const std::string& at) { return read_condition(in, one, at); });
    }
  };
  conditions("reach", r.reach);
  conditions("unless", r.unless);
  if (const auto v = m["compliance"]) r.compliance = in.date(*v, field + ".compliance");
  return out;
}

std::vector<std::string> dangling_names(const direct_product_rule& rule, const rule_tables& tables) {
  std::vector<std::string> out;
  const auto fact = [&](const std::string& id) {
    note(out, "question", id, !tables.question(id).empty());
  };
  const auto of_class = [&](const std::string& name) {
    note(out, "class of classifications", name, tables.knows_class(name));
  };
  for (const direct_product_item& i : rule.items) {
    of_class(i.of_class);
    fact(i.fact);
    fact(i.perhaps);
  }
  for (const direct_product_source* s : {&rule.technology, &rule.plant}) {
    for (const std::string& name : s->classes) of_class(name);
    fact(s->perhaps);
  }
  for (const auto* all : {&rule.reach, &rule.unless}) {
    for (const direct_product_condition& c : *all) {
      note(out, "destination", c.destination, tables.predicate(c.destination) != nullptr);
      note(out, "destination", c.headquarters, tables.predicate(c.headquarters) != nullptr);
      note(out, "country set", c.exported_from, tables.group(c.exported_from) != nullptr);
      fact(c.fact);
    }
  }
  note(out, "policy", rule.policy, tables.file("policy." + rule.policy) != nullptr);
  return out;
}

}  // namespace rules

namespace {

/// Where no value is in force: the next one that will be, else the last one that was.
const rules::dated_value& nearest_value(const rules::rule_file& rule, day on) {
  for (const rules::dated_value& v : rule.values) {
    if (v.from && on < *v.from) return v;  // by `from`, the earliest first
  }
  return rule.values.back();
}

void add_once(std::vector<std::string>& to, const std::string& text) {
  if (!text.empty() && std::find(to.begin(), to.end(), text) == to.end()) to.push_back(text);
}

}  // namespace

std::vector<direct_product_rule> rule_book::direct_product_rules(day on) const {
  std::vector<direct_product_rule> out;
  for (const rules::rule_file& rule : tables_->files) {
    if (rule.type != "direct_product") continue;
    const rules::dated_value* v = rules::value_on(rule, on);
    const rules::dated_value& shown = v != nullptr ? *v : nearest_value(rule, on);
    direct_product_rule r = std::get<rules::direct_product_value>(shown.data).rule;
    r.id = rule.id;
    r.name = rule.id.substr(rule.id.rfind('.') + 1);
    r.basis = tables_->basis(rule, shown, on);
    r.in_force = v != nullptr;
    const bool enforced = r.basis.status == rule_status::in_force;
    r.applied = r.in_force && (enforced || (!r.policy.empty() &&
                                            policy(r.policy, on).value.value_or(false)));
    out.push_back(std::move(r));
  }
  return out;
}

rule_answer<truth> rule_book::direct_product_item_is(const direct_product_item& item,
                                                     const classification& c, std::string_view hs,
                                                     day on) const {
  rule_answer<truth> out;
  out.value = truth::yes;
  if (!item.of_class.empty()) out = in_class(item.of_class, c, on);
  if (!item.reason.empty()) out.value = tables_->has_reason(item.reason, c, on, &out.basis);
  if (!item.hs_chapters.empty() && out.value != truth::no) {
    const std::optional<unsigned> chapter = rules::chapter_of(hs);
    const auto& all = item.hs_chapters;
    out.value = out.value && (!chapter ? truth::unknown
                                       : as_truth(std::find(all.begin(), all.end(), *chapter) !=
                                                  all.end()));
  }
  return out;
}

std::vector<std::string> rule_book::direct_product_facts() const {
  std::vector<std::string> out;
  for (const rules::rule_file& rule : tables_->files) {
    if (rule.type != "direct_product") continue;
    for (const rules::dated_value& v : rule.values) {
      const auto& r = std::get<rules::direct_product_value>(v.data).rule;
      for (const direct_product_item& i : r.items) {
        add_once(out, i.fact);
        add_once(out, i.perhaps);
      }
      add_once(out, r.technology.perhaps);
      add_once(out, r.plant.perhaps);
      for (const auto* all : {&r.reach, &r.unless}) {
        for (const direct_product_condition& c : *all) {
          add_once(out, c.fact);
          const rules::rule_file* set = tables_->predicate(c.destination);
          if (set == nullptr) continue;
          for (const rules::dated_value& d : set->values) {
            add_once(out, std::get<rules::destination_value>(d.data).ask);
          }
        }
      }
    }
  }
  std::sort(out.begin(), out.end());
  return out;
}

std::vector<std::string> rule_book::end_uses() const {
  std::vector<std::string> out;
  for (const rules::rule_file& rule : tables_->files) {
    if (rule.type != "direct_product") continue;
    for (const rules::dated_value& v : rule.values) {
      const auto& r = std::get<rules::direct_product_value>(v.data).rule;
      for (const auto* all : {&r.reach, &r.unless}) {
        for (const direct_product_condition& c : *all) add_once(out, c.end_use);
      }
    }
  }
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace tradewarden
