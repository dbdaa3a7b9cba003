#include "tradewarden/same_party.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <set>

#include "index/party_identifiers.hpp"
#include "match/reading_scorer.hpp"
#include "names/prepared_name.hpp"
#include "score/score_version.hpp"
#include "support/ascii.hpp"
#include "tradewarden/score.hpp"

namespace tradewarden {
namespace {

constexpr std::int32_t k_strong_name = 9'000;  // of a score: with an equal birth date it is the same person
constexpr std::size_t k_most_names = 32;       // of an entry that are compared
constexpr std::string_view k_un_list = "UN-SC";
constexpr std::string_view k_un_reference = "UN reference";

/// Kinds of which one number has one bearer. A telephone or a bank has many.
bool is_of_one_party(identifier_type t) {
  switch (t) {
    case identifier_type::passport:
    case identifier_type::national_id:
    case identifier_type::tax:
    case identifier_type::registration:
    case identifier_type::imo:
    case identifier_type::aircraft:
    case identifier_type::lei:
    case identifier_type::crypto: return true;
    default: return false;
  }
}

struct number {
  identifier_type type;
  std::string country;
  std::string shown;
};

/// What of an entry is compared, worked out once.
class considered_entry {
 public:
  considered_entry(const listed_party& party, const scoring::rules_state& rules) : party_(&party), rules_(&rules) {
    for (const indexing::borne_identifier& b : indexing::identifiers_of(party)) {
      if (!is_of_one_party(b.id.type)) continue;
      std::string form = normalise_identifier(b.id);
      if (form.size() < k_least_digits) continue;
      numbers_.emplace(std::move(form), number{b.id.type, b.country, b.id.value});
    }
    if (party.list == k_un_list) add_reference(party.source_id);
    for (const party_identifier& i : party.identifiers) {
      if (ascii::equal_ignoring_case(i.type, k_un_reference)) add_reference(i.value);
    }
    for (const party_birth_date& b : party.birth_dates) {
      if (b.date.earliest == b.date.latest && !b.date.approximate) birth_days_.push_back(b.date.earliest);
    }
  }

  [[nodiscard]] const listed_party& party() const { return *party_; }
  [[nodiscard]] const std::multimap<std::string, number>& numbers() const { return numbers_; }
  [[nodiscard]] const std::map<std::string, std::string>& references() const { return references_; }
  [[nodiscard]] const std::vector<day>& birth_days() const { return birth_days_; }
  /// Kind not given counts too: lists often leave it out, or have it wrong.
  [[nodiscard]] bool may_be_person() const {
    return party_->schema == schema::person || party_->schema == schema::unknown;
  }
  [[nodiscard]] bool is_organisation() const {
    return party_->schema == schema::company || party_->schema == schema::organization ||
           party_->schema == schema::entity;
  }

  struct name {
    const party_name* listed;
    std::vector<names::prepared_name> readings;
  };
  /// The strong ones, in every reading.
  const std::vector<name>& names() {
    if (!names_) {
      names_.emplace();
      for (const party_name& n : party_->names) {
        if (n.strength == name_strength::weak || names_->size() == k_most_names) continue;
        names_->push_back({&n, names::prepare_readings(n.text, party_->schema, *rules_->tables)});
      }
    }
    return *names_;
  }

  /// Folded names by their tokens; of two tokens or more, of which one tells something.
  const std::map<std::string, const party_name*>& telling_names() {
    if (!telling_) {
      telling_.emplace();
      for (const name& n : names()) {
        for (const names::prepared_name& reading : n.readings) {
          const bool tells = std::any_of(reading.tokens.begin(), reading.tokens.end(),
                                         [](const auto& t) { return t.role == token_role::name; });
          if (!tells || reading.tokens.size() < 2) continue;
          std::string key;
          for (const names::prepared_token& t : reading.tokens) key += t.text + ' ';
          telling_->emplace(std::move(key), n.listed);
        }
      }
    }
    return *telling_;
  }

 private:
  static constexpr std::size_t k_least_digits = 5;  // shorter numbers are borne by many

  void add_reference(std::string_view text) {
    const std::string_view shown = ascii::trim(text);
    if (!shown.empty()) references_.emplace(ascii::lower(shown), shown);
  }

  const listed_party* party_;
  const scoring::rules_state* rules_;
  std::multimap<std::string, number> numbers_;       // by normal form
  std::map<std::string, std::string> references_;    // of the United Nations, in lower case
  std::vector<day> birth_days_;
  std::optional<std::vector<name>> names_;
  std::optional<std::map<std::string, const party_name*>> telling_;
};

void by_number(const considered_entry& a, const considered_entry& b, std::vector<link_evidence>& to) {
  for (const auto& [form, mine] : a.numbers()) {
    const auto [from, end] = b.numbers().equal_range(form);
    for (auto it = from; it != end; ++it) {
      const number& theirs = it->second;
      // Every state numbers its own passports.
      const bool elsewhere = !mine.country.empty() && !theirs.country.empty() && mine.country != theirs.country;
      if (theirs.type != mine.type || elsewhere) continue;
      link_evidence e{link_kind::identifier, std::string(to_string(mine.type)), mine.shown, theirs.shown};
      if (std::find(to.begin(), to.end(), e) == to.end()) to.push_back(std::move(e));
    }
  }
}

void by_reference(const considered_entry& a, const considered_entry& b, std::vector<link_evidence>& to) {
  for (const auto& [form, mine] : a.references()) {
    const auto it = b.references().find(form);
    if (it == b.references().end()) continue;
    to.push_back({link_kind::reference, std::string(k_un_reference), mine, it->second});
  }
}

void by_birth(considered_entry& a, considered_entry& b, const scoring::rules_state& rules,
              std::vector<link_evidence>& to) {
  if (!a.may_be_person() || !b.may_be_person()) return;
  const auto& theirs = b.birth_days();
  const auto shared = std::find_if(a.birth_days().begin(), a.birth_days().end(), [&](const day& d) {
    return std::find(theirs.begin(), theirs.end(), d) != theirs.end();
  });
  if (shared == a.birth_days().end()) return;
  std::int32_t best = k_strong_name - 1;
  link_evidence e{link_kind::name_and_birth_date, shared->to_string(), {}, {}};
  for (const considered_entry::name& mine : a.names()) {
    matching::reading_scorer scorer(mine.readings, rules);
    for (const considered_entry::name& other : b.names()) {
      const std::int32_t units = scorer.best(other.readings).units;
      if (units <= best) continue;
      best = units;
      e.first = mine.listed->text;
      e.second = other.listed->text;
    }
    if (best == score::k_one) break;
  }
  if (!e.first.empty()) to.push_back(std::move(e));
}

void by_country(considered_entry& a, considered_entry& b, std::vector<link_evidence>& to) {
  if (!a.is_organisation() || !b.is_organisation()) return;
  const auto& theirs = b.party().countries;
  const auto shared = std::find_if(a.party().countries.begin(), a.party().countries.end(), [&](const auto& c) {
    return std::find(theirs.begin(), theirs.end(), c) != theirs.end();
  });
  if (shared == a.party().countries.end()) return;
  for (const auto& [key, mine] : a.telling_names()) {
    const auto it = b.telling_names().find(key);
    if (it == b.telling_names().end()) continue;
    to.push_back({link_kind::name_and_country, *shared, mine->text, it->second->text});
    return;
  }
}

}  // namespace

std::string_view to_string(link_kind k) noexcept {
  switch (k) {
    case link_kind::identifier: return "identifier";
    case link_kind::reference: return "reference";
    case link_kind::name_and_birth_date: return "name_and_birth_date";
    case link_kind::name_and_country: return "name_and_country";
  }
  return {};
}

std::vector<party_link> find_same_parties(std::span<const listed_party* const> entries,
                                          const score_rules& rules) {
  std::vector<party_link> out;
  std::set<std::string_view> lists;
  for (const listed_party* p : entries) lists.insert(p->list);
  if (lists.size() < 2) return out;
  std::vector<considered_entry> considered;
  considered.reserve(entries.size());
  for (const listed_party* p : entries) considered.emplace_back(*p, rules.state());
  for (std::size_t i = 0; i < considered.size(); ++i) {
    for (std::size_t j = i + 1; j < considered.size(); ++j) {
      considered_entry& a = considered[i];
      considered_entry& b = considered[j];
      if (a.party().list == b.party().list) continue;
      party_link link{i, j, {}};
      by_number(a, b, link.evidences);
      by_reference(a, b, link.evidences);
      by_birth(a, b, rules.state(), link.evidences);
      by_country(a, b, link.evidences);
      if (!link.evidences.empty()) out.push_back(std::move(link));
    }
  }
  return out;
}

std::vector<std::size_t> first_of_party(std::size_t entries, std::span<const party_link> links) {
  std::vector<std::size_t> first(entries);
  std::iota(first.begin(), first.end(), std::size_t{0});
  const auto root = [&](std::size_t at) {
    while (first[at] != at) at = first[at];
    return at;
  };
  for (const party_link& l : links) {
    if (l.first >= entries || l.second >= entries) continue;
    const std::size_t a = root(l.first);
    const std::size_t b = root(l.second);
    first[std::max(a, b)] = std::min(a, b);
  }
  for (std::size_t& f : first) f = root(f);
  return first;
}

}  // namespace tradewarden
