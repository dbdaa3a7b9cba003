#include "tradewarden/list_diff.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "support/ascii.hpp"

namespace tradewarden {
namespace {

using texts = std::vector<std::string>;
using field_values = std::vector<std::pair<const char*, texts>>;

void add_word(std::string& to, const std::string& label, const std::string& value) {
  if (value.empty()) return;
  to += (to.empty() ? "" : ", ") + label + value;
}

std::string words_of(const party_name& n) {
  std::string out = n.text + " (" + std::string(to_string(n.kind));
  if (n.strength == name_strength::weak) out += ", weak";
  return out + ")";
}

std::string words_of(const party_address& a) {
  std::string out;
  for (const std::string* part : {&a.street, &a.city, &a.state, &a.postal_code, &a.country, &a.text}) add_word(out, "", *part);
  return out;
}

std::string words_of(const party_identifier& i) {
  std::string out = i.type + " " + i.value;
  add_word(out, "", i.country);
  add_word(out, "issued ", i.issued);
  add_word(out, "expires ", i.expires);
  return out;
}

void add_dates(std::string& to, const std::optional<day>& from, const std::optional<day>& until) {
  if (from) to += " from " + from->to_string();
  if (until) to += " until " + until->to_string();
}

template <class M>
void add_act(std::string& to, const M& m) {
  if (m.published) to += ", published " + m.published->to_string();
  if (!m.citations.empty()) to += " (" + ascii::join(m.citations, "; ") + ")";
  if (!m.note.empty()) to += ": " + m.note;
  if (!m.verified) to += " [unverified]";
}

std::string words_of(const measure& m) {
  std::string out(to_string(m.kind));
  add_dates(out, m.from, m.until);
  if (m.end == measure_end::lifted) out += ", lifted";
  if (m.end == measure_end::expired) out += ", expired";
  add_act(out, m);
  return out;
}

std::string words_of(const overlay& o) {
  std::string out = o.kind;
  add_dates(out, o.from, o.until);
  add_act(out, o);
  return out;
}

template <class T, class Words>
texts all(const std::vector<T>& values, Words words) {
  texts out;
  for (const T& v : values) out.push_back(words(v));
  return out;
}

texts one(const std::string& value) { return value.empty() ? texts{} : texts{value}; }

/// Every field, printed so that two prints are equal only if the facts are.
field_values fields_of(const listed_party& p) {
  const auto words = [](const auto& v) { return words_of(v); };
  return {{"names", all(p.names, words)},
          {"schema", {std::string(to_string(p.schema))}},
          {"addresses", all(p.addresses, words)},
          {"countries", p.countries},
          {"birth_dates", all(p.birth_dates, [](const party_birth_date& b) { return b.date.to_string(); })},
          {"birth_places", p.birth_places},
          {"nationalities", p.nationalities},
          {"citizenships", p.citizenships},
          {"gender", one(p.gender)},
          {"identifiers", all(p.identifiers, words)},
          {"title", one(p.title)},
          {"call_sign", one(p.call_sign)},
          {"imo", one(p.imo)},
          {"vessel_type", one(p.vessel_type)},
          {"vessel_flag", one(p.vessel_flag)},
          {"vessel_owner", one(p.vessel_owner)},
          {"tonnage", one(p.tonnage)},
          {"gross_registered_tonnage", one(p.gross_registered_tonnage)},
          {"programmes", p.programmes},
          {"sublists", p.sublists},
          {"licence_requirement", one(p.licence_requirement)},
          {"licence_policy", one(p.licence_policy)},
          {"footnotes", p.footnotes},
          {"citations", p.citations},
          {"measures", all(p.measures, words)},
          {"overlays", all(p.overlays, words)},
          {"linked", all(p.linked, [](const linked_party& l) { return l.relation + ": " + l.name; })},
          {"remarks", one(p.remarks)}};
}

/// What the first has and the second has not, each as often as it has it more.
texts less(const texts& from, const texts& what) {
  std::multiset<std::string_view> left(what.begin(), what.end());
  texts out;
  for (const std::string& f : from) {
    const auto it = left.find(f);
    if (it == left.end()) {
      out.push_back(f);
    } else {
      left.erase(it);
    }
  }
  return out;
}

std::string primary(const listed_party& p) { return p.names.empty() ? std::string() : p.names.front().text; }

texts new_names(const listed_party& before, const listed_party& after) {
  std::set<std::string_view> known;
  for (const party_name& n : before.names) known.insert(n.text);
  texts out;
  for (const party_name& n : after.names) {
    if (known.insert(n.text).second) out.push_back(n.text);
  }
  return out;
}

using key = std::pair<std::string_view, std::string_view>;

std::map<key, const listed_party*> by_key(std::span<const listed_party> parties) {
  std::map<key, const listed_party*> out;
  for (const listed_party& p : parties) out.try_emplace({p.list, p.source_id}, &p);
  return out;
}

}  // namespace

std::string_view to_string(entry_change_kind k) noexcept {
  switch (k) {
    case entry_change_kind::added: return "added";
    case entry_change_kind::removed: return "removed";
    case entry_change_kind::changed: return "changed";
  }
  return "";
}

list_diff compare_lists(std::span<const listed_party> before, std::span<const listed_party> after) {
  list_diff out;
  const auto old_ones = by_key(before);
  const auto new_ones = by_key(after);
  const auto add = [&](entry_change_kind kind, const listed_party& p) -> entry_change& {
    return out.entries.emplace_back(entry_change{kind, p.list, p.source_id, primary(p), {}, {}});
  };
  for (const auto& [k, p] : old_ones) {
    const auto now = new_ones.find(k);
    if (now == new_ones.end()) {
      ++out.removed;
      add(entry_change_kind::removed, *p);
      continue;
    }
    const field_values was = fields_of(*p);
    const field_values is = fields_of(*now->second);
    std::vector<field_change> fields;
    for (std::size_t i = 0; i < was.size(); ++i) {
      if (was[i].second == is[i].second) continue;
      field_change f{was[i].first, less(was[i].second, is[i].second), less(is[i].second, was[i].second)};
      // The same values in another order are no change of facts.
      if (!f.removed.empty() || !f.added.empty()) fields.push_back(std::move(f));
    }
    if (fields.empty()) {
      ++out.unchanged;
      continue;
    }
    ++out.changed;
    entry_change& c = add(entry_change_kind::changed, *now->second);
    c.fields = std::move(fields);
    c.names_added = new_names(*p, *now->second);
  }
  for (const auto& [k, p] : new_ones) {
    if (old_ones.contains(k)) continue;
    ++out.added;
    add(entry_change_kind::added, *p).names_added = new_names({}, *p);
  }
  std::sort(out.entries.begin(), out.entries.end(), [](const entry_change& a, const entry_change& b) {
    return std::tie(a.list, a.source_id) < std::tie(b.list, b.source_id);
  });
  for (const entry_change& c : out.entries) out.names_added += c.names_added.size();
  return out;
}

}  // namespace tradewarden
