#include "rules/tables.hpp"

#include <algorithm>
#include <utility>

#include "rules/agreements.hpp"
#include "rules/direct_product.hpp"
#include "support/ascii.hpp"
#include "tradewarden/country.hpp"

namespace tradewarden {

std::string_view to_string(rule_status s) noexcept {
  switch (s) {
    case rule_status::in_force: return "in_force";
    case rule_status::suspended: return "suspended";
    case rule_status::codified_not_enforced: return "codified_not_enforced";
  }
  return "in_force";
}

std::string_view to_string(threshold_operator o) noexcept {
  return o == threshold_operator::at_least ? "at_least" : "more_than";
}

namespace rules {
namespace {

constexpr std::string_view k_group = ".group.";
constexpr std::string_view k_destination = ".destination.";
constexpr std::string_view k_class = ".class.";
constexpr std::string_view k_embargo = "us-ear.746.";

/// What follows `mark` in the id, or empty.
std::string_view after(std::string_view id, std::string_view mark) {
  const std::size_t at = id.find(mark);
  return at == std::string_view::npos ? std::string_view{} : id.substr(at + mark.size());
}

rule_info info_of(const rule_file& rule) {
  rule_info out;
  out.id = rule.id;
  out.type = rule.type;
  out.file = rule.file;
  out.origin = rule.origin;
  out.content = rule.content;
  for (const dated_value& v : rule.values) {
    out.unverified += v.verified ? 0 : 1;
    out.values.push_back({v.from, v.until, v.published, v.edition, v.status, v.verified, v.citation,
                          v.text});
  }
  for (const rule_overlay& o : rule.overlays) {
    out.overlays.push_back({o.from, o.until, {}, {}, o.status, o.verified, o.citation, {}});
  }
  return out;
}

/// Names that a condition may have besides classes of rule files.
constexpr std::string_view k_own_classes[] = {"ear99", "eccn", "itar", "at-only",
                                              "has-chart-column", "short-supply-only"};

bool is_own_class(std::string_view name) {
  return std::find(std::begin(k_own_classes), std::end(k_own_classes), name) !=
         std::end(k_own_classes);
}

std::optional<std::size_t> code_number(std::string_view code) {
  if (code.size() != 2 || code[0] < 'A' || code[0] > 'Z' || code[1] < 'A' || code[1] > 'Z') {
    return std::nullopt;
  }
  return static_cast<std::size_t>(code[0] - 'A') * 26 + static_cast<std::size_t>(code[1] - 'A');
}

/// "UA-43": a part of a country.
bool is_region(std::string_view name) {
  return name.size() > 3 && name[2] == '-' && code_number(name.substr(0, 2)).has_value();
}

}  // namespace

std::string group_key(std::string_view name) {
  std::string out;
  for (const char c : name) {
    if (c != ':') out += ascii::lower(c);
  }
  return out;
}

const dated_value* value_on(const rule_file& rule, day on) noexcept {
  const dated_value* best = nullptr;
  for (const dated_value& v : rule.values) {
    if (!rule.applies(v, on)) continue;
    if (best == nullptr) {
      best = &v;
      continue;
    }
    // Editions: the last one by the day, else the first one after it.
    if (!v.edition || !best->edition) continue;
    const bool v_by_then = *v.edition <= on;
    const bool best_by_then = *best->edition <= on;
    const bool better = v_by_then != best_by_then ? v_by_then
                        : v_by_then              ? *v.edition > *best->edition
                                                 : *v.edition < *best->edition;
    if (better) best = &v;
  }
  return best;
}

void rule_tables::build(std::vector<rule_file> all, std::vector<error>& problems) {
  files = std::move(all);
  std::sort(files.begin(), files.end(),
            [](const rule_file& a, const rule_file& b) { return a.id < b.id; });
  std::string names;
  for (rule_file& rule : files) {
    for (dated_value& v : rule.values) {
      if (v.edition) v.edition_note = rule.id + " is known as of " + v.edition->to_string() + " only.";
    }
  }
  for (const rule_file& rule : files) {
    infos.push_back(info_of(rule));
    names += rule.id + ' ' + rule.content.to_string() + '\n';
    index(rule);
  }
  sum = sha256(names);
  for (auto* map : {&entries_, &notes_}) {
    for (auto& [eccn, all_of_entry] : *map) {
      for (entry_slot& slot : all_of_entry) {
        for (const ccl_row& row : slot.entry->rows) {
          slot.predicates.push_back(row.column >= 0 ? nullptr : predicate(row.control));
        }
      }
    }
  }
  for (char a = 'A'; a <= 'Z'; ++a) {
    for (char b = 'A'; b <= 'Z'; ++b) {
      const char text[] = {a, b};
      const std::string_view code(text, 2);
      if (!country_name(code).empty()) codes_[*code_number(code)] = country_code(code);
    }
  }
  check_names(problems);
}

void rule_tables::index(const rule_file& rule) {
  const std::string_view id = rule.id;
  if (rule.type == "country_set") groups_[group_key(after(id, k_group))] = &rule;
  if (rule.type == "destination") predicates_[std::string(after(id, k_destination))] = &rule;
  if (rule.type == "eccn_class") classes_[std::string(after(id, k_class))] = &rule;
  if (rule.type == "chart") chart_ = &rule;
  if (rule.type == "country_map") territories_.push_back(&rule);
  if (rule.type == "country_names") names_.push_back(&rule);
  if (rule.type == "case") cases.push_back(&rule);
  if (rule.type == "content" && id.starts_with(k_embargo)) embargoes.push_back(&rule);
  for (const dated_value& v : rule.values) {
    if (const auto* list = std::get_if<ccl_value>(&v.data)) {
      for (const auto& [eccn, entry] : list->entries) {
        entries_[eccn].push_back({&rule, &v, &entry, {}});
      }
    }
    if (const auto* list = std::get_if<ccl_notes>(&v.data)) {
      for (const auto& [eccn, entry] : list->entries) notes_[eccn].push_back({&rule, &v, &entry, {}});
    }
    if (const auto* q = std::get_if<questions_value>(&v.data)) {
      questions_.insert(q->of.begin(), q->of.end());
    }
  }
}

void rule_tables::check_names(std::vector<error>& problems) const {
  const auto fail = [&](const rule_file& rule, const std::string& what) {
    error e;
    e.code = errc::not_found;
    e.file = rule.file;
    e.field = rule.id;
    e.message = what;
    problems.push_back(std::move(e));
  };
  const auto need_group = [&](const rule_file& rule, const std::string& name) {
    if (group(name) == nullptr) fail(rule, "no country set has the name '" + name + "'");
  };
  const auto need_question = [&](const rule_file& rule, const std::string& name) {
    if (question(name).empty()) fail(rule, "no question has the id '" + name + "'");
  };
  const auto need_controls = [&](const rule_file& rule, const auto& entries) {
    for (const auto& [eccn, entry] : entries) {
      for (const ccl_row& row : entry.rows) {
        if (row.column < 0 && predicate(row.control) == nullptr) {
          fail(rule, eccn + ": neither a column of the country chart nor a destination: '" +
                         row.control + "'");
        }
      }
    }
  };
  const auto charts = std::count_if(files.begin(), files.end(),
                                    [](const rule_file& r) { return r.type == "chart"; });
  check_agreement_names(files, problems);
  if (charts > 1) fail(*chart_, "a second country chart; give it the id of the first");
  for (const rule_file& rule : files) {
    const bool named = (rule.type != "country_set" || !after(rule.id, k_group).empty()) &&
                       (rule.type != "destination" || !after(rule.id, k_destination).empty()) &&
                       (rule.type != "eccn_class" || !after(rule.id, k_class).empty());
    if (!named) {
      fail(rule, "the id of a " + rule.type + " ends in its name: us-ear.740.group.d5, "
                 "us-ear.destination.worldwide, us-ear.class.9x515");
    }
    for (const dated_value& v : rule.values) {
      if (const auto* d = std::get_if<destination_value>(&v.data)) {
        for (const auto* list : {&d->always, &d->yes, &d->less, &d->unknown}) {
          for (const std::string& name : *list) {
            if (name != "*" && !code_number(name) && !is_region(name)) need_group(rule, name);
          }
        }
        if (!d->ask.empty()) need_question(rule, d->ask);
      } else if (const auto* c = std::get_if<content_value>(&v.data)) {
        for (const content_clause& clause : c->clauses) {
          if (!clause.is.empty() && !knows_class(clause.is)) {
            fail(rule, "no class of classifications has the name '" + clause.is + "'");
          }
          if (!clause.exported_from.empty()) need_group(rule, clause.exported_from);
          if (!clause.ask.empty()) need_question(rule, clause.ask);
          if (!clause.unless_policy.empty() && !file("policy." + clause.unless_policy)) {
            fail(rule, "no policy has the name '" + clause.unless_policy + "'");
          }
        }
      } else if (const auto* z = std::get_if<case_value>(&v.data)) {
        if (predicate(z->destination) == nullptr) {
          fail(rule, "no destination has the name '" + z->destination + "'");
        }
        for (const std::string& fact : z->facts) need_question(rule, fact);
        for (const std::string& fact : z->unless) need_question(rule, fact);
      } else if (const auto* made = std::get_if<direct_product_value>(&v.data)) {
        for (const std::string& problem : dangling_names(made->rule, *this)) fail(rule, problem);
      } else if (const auto* list = std::get_if<ccl_value>(&v.data)) {
        need_controls(rule, list->entries);
      } else if (const auto* rows = std::get_if<ccl_notes>(&v.data)) {
        need_controls(rule, rows->entries);
      }
    }
  }
}

const rule_file* rule_tables::file(std::string_view id) const noexcept {
  const auto at = std::lower_bound(files.begin(), files.end(), id,
                                   [](const rule_file& r, std::string_view i) { return r.id < i; });
  return at != files.end() && at->id == id ? &*at : nullptr;
}

const rule_file* rule_tables::group(std::string_view name) const noexcept {
  const auto at = groups_.find(group_key(name));
  return at == groups_.end() ? nullptr : at->second;
}

const rule_file* rule_tables::predicate(std::string_view name) const noexcept {
  const auto at = predicates_.find(name);
  return at == predicates_.end() ? nullptr : at->second;
}

bool rule_tables::knows_class(std::string_view name) const noexcept {
  return is_own_class(name) || eccn_class(name) != nullptr;
}

const rule_file* rule_tables::eccn_class(std::string_view name) const noexcept {
  const auto at = classes_.find(name);
  return at == classes_.end() ? nullptr : at->second;
}

std::string_view rule_tables::question(std::string_view fact) const noexcept {
  const auto at = questions_.find(fact);
  return at == questions_.end() ? std::string_view{} : std::string_view(at->second);
}

const entry_slot* rule_tables::entry(std::string_view eccn, day on) const noexcept {
  const auto at = entries_.find(eccn);
  if (at == entries_.end()) return nullptr;
  const entry_slot* best = nullptr;
  for (const entry_slot& slot : at->second) {
    if (!slot.file->applies(*slot.value, on)) continue;
    if (best == nullptr) {
      best = &slot;
      continue;
    }
    if (!slot.value->edition || !best->value->edition) continue;
    const bool by_then = *slot.value->edition <= on;
    const bool best_by_then = *best->value->edition <= on;
    const bool better = by_then != best_by_then ? by_then
                        : by_then ? *slot.value->edition > *best->value->edition
                                  : *slot.value->edition < *best->value->edition;
    if (better) best = &slot;
  }
  return best;
}

std::vector<const entry_slot*> rule_tables::slots(std::string_view eccn, day on) const {
  std::vector<const entry_slot*> out;
  const entry_slot* own = entry(eccn, on);
  if (own == nullptr) return out;
  out.push_back(own);
  if (const auto at = notes_.find(eccn); at != notes_.end()) {
    for (const entry_slot& slot : at->second) {
      if (slot.file->applies(*slot.value, on)) out.push_back(&slot);
    }
  }
  return out;
}

place rule_tables::itself(std::string_view text, day on) const {
  place out;
  if (text.size() > 3 && text[2] == '-' && code_number(text.substr(0, 2))) {
    for (const rule_file* rule : embargoes) {
      for (const dated_value& v : rule->values) {
        for (const std::string& c : std::get<content_value>(v.data).countries) {
          if (c == text) out.region = c;
        }
      }
    }
    if (out.region.empty()) return out;
    out.code = codes_[*code_number(text.substr(0, 2))];
    return out;
  }
  if (const auto n = code_number(text)) {
    out.code = codes_[*n];
  } else {
    for (const rule_file* rule : names_) {
      for (const dated_value& v : rule->values) {
        const auto& to = std::get<country_names>(v.data).to;
        if (const auto at = to.find(text); at != to.end() && rule->applies(v, on)) out.code = at->second;
      }
    }
    if (out.code.empty()) out.code = country_code(text);
  }
  return out;
}

place rule_tables::locate(std::string_view text, day on) const {
  place out = itself(text, on);
  if (out.code.empty() || !out.region.empty()) return out;
  for (const rule_file* rule : territories_) {
    for (const dated_value& v : rule->values) {
      if (!rule->applies(v, on)) continue;
      const auto& to = std::get<country_map>(v.data).to;
      if (const auto at = to.find(out.code); at != to.end()) {
        out.code = at->second;
        out.mapped_by = rule;
        out.mapped_value = &v;
        return out;
      }
    }
  }
  return out;
}

}  // namespace rules
}  // namespace tradewarden
