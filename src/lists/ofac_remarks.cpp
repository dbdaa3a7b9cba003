#include "lists/ofac_remarks.hpp"

#include <optional>
#include <string>

#include "lists/ofac_remark_kinds.hpp"
#include "support/ascii.hpp"
#include "tradewarden/country.hpp"

namespace tradewarden::lists {
namespace {

constexpr std::size_t k_longest_value = 200;  ///< A longer "number" is a sentence.

/// Removes `prefix` (any case) from the front; false if it does not stand there.
bool take(std::string_view& s, std::string_view prefix) {
  if (!ascii::starts_with_ignoring_case(s, prefix)) return false;
  s.remove_prefix(prefix.size());
  return true;
}

struct alias_start {
  name_kind kind = name_kind::aka;
  std::size_t length = 0;  ///< Up to and with the opening quote.
};

/// "a.k.a. '", "f.k.a. '", "n.k.a. '", each perhaps after "alt. ".
std::optional<alias_start> find_alias_start(std::string_view clause) {
  std::string_view s = clause;
  (void)take(s, "alt. ");
  alias_start out;
  if (take(s, "a.k.a.")) {
    out.kind = name_kind::aka;
  } else if (take(s, "f.k.a.")) {
    out.kind = name_kind::fka;
  } else if (take(s, "n.k.a.")) {
    out.kind = name_kind::nka;
  } else {
    return {};
  }
  while (!s.empty() && s.front() == ' ') s.remove_prefix(1);
  if (s.empty() || s.front() != '\'') return {};
  out.length = clause.size() - s.size() + 1;
  return out;
}

/// The quote that ends an alias: names hold apostrophes, so it is the first one behind which the
/// clause ends. npos if there is none.
std::size_t closing_quote(std::string_view s, std::size_t from) {
  for (std::size_t i = s.find('\'', from); i != std::string_view::npos; i = s.find('\'', i + 1)) {
    std::size_t after = i + 1;
    while (after < s.size() && s[after] == ' ') ++after;
    if (after == s.size() || s[after] == ';') return i;
    if (s[after] == '.' && (after + 1 == s.size() || s[after + 1] == ';')) return i;
  }
  return std::string_view::npos;
}

bool has_digit(std::string_view s) {
  for (const char c : s) {
    if (ascii::is_digit(c)) return true;
  }
  return false;
}

/// Cuts " issued DATE" or " expires DATE" from the end of `value`; the date as ISO text.
std::string take_date(std::string_view& value, std::string_view word) {
  const std::size_t at = value.rfind(word);
  if (at == std::string_view::npos) return {};
  const auto date = partial_date::parse(value.substr(at + word.size()));
  if (!date) return {};
  value = ascii::trim(value.substr(0, at));
  return date->to_string();
}

/// Cuts a "(Country)" from the end of `value`; other words in brackets stay.
std::string take_country(std::string_view& value) {
  if (!value.ends_with(')')) return {};
  const std::size_t open = value.rfind('(');
  if (open == std::string_view::npos || open == 0) return {};
  const std::string_view inner = ascii::trim(value.substr(open + 1, value.size() - open - 2));
  // Two capitals in brackets are a part of many numbers ("(RU)"); a country is written out.
  if (inner.size() < 4) return {};
  const std::string_view code = country_code(inner);
  if (code.empty()) return {};
  value = ascii::trim(value.substr(0, open));
  return std::string(code);
}

bool seven_digits(std::string_view s) {
  return s.size() == 7 && s.find_first_not_of("0123456789") == std::string_view::npos;
}

bool read_identifier(std::string_view clause, source_position at, listed_party& party) {
  const identifier_kind* kind = find_identifier_kind(clause);
  if (kind == nullptr) return false;
  std::string_view value = ascii::trim(clause.substr(kind->words.size()));
  while (!value.empty() && (value.front() == ':' || value.front() == '#')) {
    value = ascii::trim(value.substr(1));
  }
  party_identifier id;
  id.expires = take_date(value, " expires ");
  id.issued = take_date(value, " issued ");
  id.country = take_country(value);
  if (value.empty() || value.size() > k_longest_value) return false;
  if (kind->needs_digit && !has_digit(value)) return false;
  id.type = kind->words;
  // "Digital Currency Address - XBT 1abc": the currency belongs to the kind.
  if (kind->words == "Digital Currency Address" && value.starts_with("- ")) {
    value.remove_prefix(2);
    const std::size_t blank = value.find(' ');
    if (blank == std::string_view::npos) return false;
    id.type += " - " + std::string(value.substr(0, blank));
    value = ascii::trim(value.substr(blank));
  }
  if (kind->words == "Vessel Registration Identification IMO") {
    id.type = "IMO";
    if (party.schema == schema::vessel && party.imo.empty() && seven_digits(value)) {
      party.imo = value;
    }
  }
  if (kind->words == "Other Vessel Call Sign" && party.call_sign.empty()) party.call_sign = value;
  id.value = value;
  id.at = at;
  party.identifiers.push_back(std::move(id));
  return true;
}

bool read_alias(std::string_view clause, source_position at, listed_party& party) {
  const auto start = find_alias_start(clause);
  if (!start) return false;
  const std::size_t end = closing_quote(clause, start->length);
  if (end == std::string_view::npos) return false;
  const std::string_view name = ascii::trim(clause.substr(start->length, end - start->length));
  if (name.empty()) return false;
  party_name out;
  out.text = name;
  out.kind = start->kind;
  out.strength = name_strength::weak;
  out.at = at;
  party.names.push_back(std::move(out));
  return true;
}

/// "nationality Syria", "nationality: Syria"; a country that is not known is no fact.
bool read_country(std::string_view clause, std::string_view word, std::vector<std::string>& out) {
  if (!take(clause, word)) return false;
  if (clause.starts_with(':')) clause.remove_prefix(1);
  const std::string_view code = country_code(ascii::trim(clause));
  if (code.empty()) return false;
  out.emplace_back(code);
  return true;
}

bool read_fact(std::string_view clause, source_position at, listed_party& party) {
  if (read_alias(clause, at, party)) return true;
  (void)take(clause, "alt. ");
  std::string_view rest = clause;
  if (take(rest, "DOB ")) {
    const auto date = partial_date::parse(rest);
    if (!date) return false;
    party.birth_dates.push_back({*date, at});
    return true;
  }
  if (take(rest, "POB ")) {
    party.birth_places.emplace_back(ascii::trim(rest));
    return true;
  }
  if (read_country(clause, "nationality of registration", party.countries) ||
      read_country(clause, "nationality", party.nationalities) ||
      read_country(clause, "citizen", party.citizenships)) {
    return true;
  }
  if (take(rest, "gender")) {
    if (rest.starts_with(':')) rest.remove_prefix(1);
    const std::string gender = ascii::lower(ascii::trim(rest));
    if (gender != "male" && gender != "female") return false;
    party.gender = gender;
    return true;
  }
  if (take(rest, "linked to:")) {
    const std::string_view name = ascii::trim(rest);
    if (name.empty()) return false;
    party.linked.push_back({"Linked To", std::string(name)});
    return true;
  }
  return read_identifier(clause, at, party);
}

}  // namespace

std::vector<std::string_view> split_ofac_remarks(std::string_view remarks) {
  std::vector<std::string_view> out;
  std::size_t at = 0;
  while (at < remarks.size()) {
    while (at < remarks.size() && (ascii::is_space(remarks[at]) || remarks[at] == ';')) ++at;
    const std::string_view rest = remarks.substr(at);
    std::size_t end = rest.find(';');
    if (const auto start = find_alias_start(rest)) {
      const std::size_t quote = closing_quote(rest, start->length);
      // A quote that closes only behind the next alias is not this one's.
      const std::size_t other = rest.find(".k.a. '", start->length);
      if (quote != std::string_view::npos && quote < other) end = rest.find(';', quote);
    }
    if (end == std::string_view::npos) end = rest.size();
    std::string_view clause = ascii::trim(rest.substr(0, end));
    if (end == rest.size() && clause.ends_with('.')) clause = ascii::trim(clause.substr(0, clause.size() - 1));
    if (!clause.empty()) out.push_back(clause);
    at += end + 1;
  }
  return out;
}

void read_ofac_remarks(std::string_view remarks, const ofac_remark_places& places,
                       listed_party& party, ofac_remark_counts* counts) {
  ofac_remark_counts seen;
  for (const std::string_view clause : split_ofac_remarks(remarks)) {
    const auto offset = static_cast<std::size_t>(clause.data() - remarks.data());
    const source_position at = offset < places.continued_at ? places.main : places.continued;
    ++seen.clauses;
    if (read_fact(clause, at, party)) {
      ++seen.facts;
      continue;
    }
    std::string_view plain = clause;
    (void)take(plain, "alt. ");
    if (is_remark_note(plain)) {
      ++seen.notes;
    } else if (party.schema == schema::person && is_title_like(plain)) {
      ++seen.titles;
      if (party.title.empty()) party.title = plain;
    } else {
      ++seen.other;
    }
  }
  if (counts == nullptr) return;
  counts->clauses += seen.clauses;
  counts->facts += seen.facts;
  counts->notes += seen.notes;
  counts->titles += seen.titles;
  counts->other += seen.other;
}

}  // namespace tradewarden::lists
