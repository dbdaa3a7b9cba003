#include "lists/merge_party.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "lists/finish_party.hpp"
#include "lists/list_text.hpp"
#include "lists/merge_histories.hpp"
#include "names/folded_key.hpp"
#include "support/ascii.hpp"

namespace tradewarden::lists {
namespace {

/// Lower-case letters, digits and what is not ASCII.
std::string bare(std::string_view s) {
  std::string out;
  for (const char c : s) {
    if (ascii::is_alpha(c) || ascii::is_digit(c) || static_cast<unsigned char>(c) >= 0x80) {
      out += ascii::lower(c);
    }
  }
  return out;
}

std::string name_key(const party_name& n) {
  std::string key = names::folded_key(n.text);
  return key.empty() ? n.text : key;
}

std::string address_key(const party_address& a) {
  const std::string parts = a.street + a.city + a.state + a.postal_code;
  return bare(parts.empty() && !a.text.empty() ? a.text : parts + a.country);
}

/// "IMO 9187629" and "9187629" are one number.
std::string number_key(const party_identifier& i) {
  std::string key = bare(i.value);
  if (key.starts_with("imo")) key.erase(0, 3);
  return key.empty() ? i.value : key;
}

void fill(std::string& kept, std::string&& other) {
  if (kept.empty()) kept = std::move(other);
}

/// Adds the elements whose key is new.
template <class T, class Key>
void unite(std::vector<T>& kept, std::vector<T>&& other, Key key) {
  if (other.empty()) return;
  std::set<decltype(key(other.front()))> seen;
  for (const T& k : kept) seen.insert(key(k));
  for (T& o : other) {
    if (seen.insert(key(o)).second) kept.push_back(std::move(o));
  }
}

void unite_names(listed_party& kept, std::vector<party_name>&& other) {
  // Most names are repeated as they stand: fold only the rest.
  std::set<std::string_view> texts;
  for (const party_name& k : kept.names) texts.insert(k.text);
  std::erase_if(other, [&](const party_name& o) { return texts.contains(o.text); });
  for (party_name& o : other) {
    if (o.kind == name_kind::primary) o.kind = name_kind::aka;
  }
  unite(kept.names, std::move(other), name_key);
}

void unite_identifiers(listed_party& kept, std::vector<party_identifier>&& other) {
  if (other.empty()) return;
  std::map<std::string, std::set<std::string>> countries_of;
  for (const party_identifier& k : kept.identifiers) {
    countries_of[number_key(k)].insert(k.country);
  }
  for (party_identifier& o : other) {
    std::set<std::string>& countries = countries_of[number_key(o)];
    // The same number from two countries is two documents.
    const bool known = !countries.empty() && (o.country.empty() || countries.contains("") ||
                                              countries.contains(o.country));
    if (known) continue;
    countries.insert(o.country);
    kept.identifiers.push_back(std::move(o));
  }
}

/// The readers bring citations to one form, so that equal ones are equal texts.
void unite_citations(std::vector<std::string>& kept, std::vector<std::string>&& other) {
  for (std::string& o : other) {
    if (std::find(kept.begin(), kept.end(), o) == kept.end()) kept.push_back(std::move(o));
  }
}

bool undated(const measure& m) { return !m.from && !m.until; }

/// A measure without dates says only that the party is listed. A dated one without end says more,
/// if it is no milder; one that is over says something else.
bool says_more(const measure& dated, const measure& than) {
  if (undated(dated) || dated.until) return false;
  return dated.kind == than.kind ||
         (dated.kind == measure_kind::denial && than.kind == measure_kind::listing);
}

/// Removes the measures of `of` that one of `by` makes needless.
void drop_undated(std::vector<measure>& of, const std::vector<measure>& by) {
  std::erase_if(of, [&](const measure& m) {
    return undated(m) && std::any_of(by.begin(), by.end(),
                                     [&](const measure& b) { return says_more(b, m); });
  });
}

/// The later end of one measure, and a note of the other.
void join_ends(measure& kept, const measure& other, std::span<const publication> publications) {
  const bool later = kept.until && (!other.until || *other.until > *kept.until);
  const measure& earlier = later ? kept : other;
  const std::size_t from = earlier.at.publication;
  std::string note = from < publications.size() ? publications[from].name : "another publication";
  note += " gives " + earlier.until->plus(-1).to_string() + " as the last day; the later end counts";
  if (later) {
    kept.until = other.until;
    kept.end = other.end;
  }
  append_text(kept.note, note);
}

/// A measure of a kind and a first day is one measure, as the first publication has it but for its
/// end.
std::size_t unite_measures(std::vector<measure>& kept, std::vector<measure>&& other,
                           std::span<const publication> publications) {
  std::size_t conflicts = 0;
  drop_undated(other, kept);
  drop_undated(kept, other);
  for (measure& o : other) {
    const auto known = std::find_if(kept.begin(), kept.end(), [&](const measure& k) {
      return k.kind == o.kind && k.from == o.from;
    });
    if (known == kept.end()) {
      kept.push_back(std::move(o));
    } else if (known->until != o.until) {
      join_ends(*known, o, publications);
      ++conflicts;
    }
  }
  std::stable_sort(kept.begin(), kept.end(),
                   [](const measure& a, const measure& b) { return a.from < b.from; });
  return conflicts;
}

std::size_t merge_facts(listed_party& kept, listed_party&& other,
                        std::span<const publication> publications) {
  if (kept.schema == schema::unknown) kept.schema = other.schema;
  unite_names(kept, std::move(other.names));
  unite(kept.addresses, std::move(other.addresses), address_key);
  unite(kept.birth_dates, std::move(other.birth_dates), [](const party_birth_date& d) {
    return std::pair(d.date.earliest, d.date.latest);
  });
  unite(kept.birth_places, std::move(other.birth_places),
        [](const std::string& s) { return bare(s); });
  for (auto member : {&listed_party::countries, &listed_party::nationalities,
                      &listed_party::citizenships}) {
    std::vector<std::string>& codes = kept.*member;
    for (std::string& code : other.*member) codes.push_back(std::move(code));
    sort_unique(codes);
  }
  unite_identifiers(kept, std::move(other.identifiers));
  for (auto member :
       {&listed_party::gender, &listed_party::title, &listed_party::call_sign, &listed_party::imo,
        &listed_party::vessel_type, &listed_party::vessel_flag, &listed_party::vessel_owner,
        &listed_party::tonnage, &listed_party::gross_registered_tonnage,
        &listed_party::licence_requirement, &listed_party::licence_policy,
        &listed_party::remarks}) {
    fill(kept.*member, std::move(other.*member));
  }
  const auto itself = [](const std::string& s) { return s; };
  unite(kept.programmes, std::move(other.programmes), itself);
  unite(kept.sublists, std::move(other.sublists), itself);
  unite(kept.footnotes, std::move(other.footnotes), itself);
  unite_citations(kept.citations, std::move(other.citations));
  const std::size_t conflicts =
      unite_measures(kept.measures, std::move(other.measures), publications);
  unite(kept.overlays, std::move(other.overlays),
        [](const overlay& o) { return std::tuple(o.kind, o.from, o.until); });
  unite(kept.linked, std::move(other.linked),
        [](const linked_party& l) { return std::pair(l.relation, bare(l.name)); });
  for (party_source& s : other.sources) kept.sources.push_back(std::move(s));
  return conflicts;
}

}  // namespace

std::size_t merge_party(listed_party& kept, listed_party&& other,
                        std::span<const publication> publications) {
  if (kept.seen.empty() && other.seen.empty()) {
    return merge_facts(kept, std::move(other), publications);
  }
  return merge_histories(kept, std::move(other), [&](listed_party& to, listed_party&& from) {
    return merge_facts(to, std::move(from), publications);
  });
}

}  // namespace tradewarden::lists
