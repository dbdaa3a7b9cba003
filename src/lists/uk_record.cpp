#include "lists/uk_record.hpp"

#include <algorithm>
#include <array>

#include "lists/language_code.hpp"
#include "lists/list_address.hpp"
#include "lists/list_text.hpp"
#include "lists/party_facts.hpp"
#include "support/ascii.hpp"
#include "tradewarden/country.hpp"

namespace tradewarden::lists {
namespace {

constexpr std::string_view k_list = "UK-SL";
constexpr std::string_view k_list_name = "UK Sanctions List";
constexpr std::string_view k_url = "https://www.gov.uk/government/publications/the-uk-sanctions-list";

std::string_view without_end_signs(std::string_view s) {
  s = ascii::trim(s);
  while (s.ends_with('.') || s.ends_with(',') || s.ends_with(';')) {
    s = ascii::trim(s.substr(0, s.size() - 1));
  }
  return s;
}

name_kind kind_of(std::string_view name_type) {
  const std::string t = ascii::lower(ascii::trim(name_type));
  if (t == "primary name") return name_kind::primary;
  if (t == "fka" || t.starts_with("formerly") || t.starts_with("previous")) return name_kind::fka;
  return name_kind::aka;
}

/// Several values of one column: numbered, or between bars.
std::vector<std::string> values_of(std::string_view text) {
  std::vector<std::string> out;
  for (const std::string_view piece : ascii::split(text, "|")) {
    for (std::string& value : numbered_values(piece)) out.push_back(std::move(value));
  }
  return out;
}

}  // namespace

void read_uk_labels(std::string_view text, uk_row& row) {
  struct label {
    std::string_view text;
    std::string_view uk_row::* to;
  };
  static constexpr std::array k_labels = std::to_array<label>({
      {"(UK Sanctions List Ref):", &uk_row::id},
      {"(UN Ref):", &uk_row::un_reference},
      {"(UK Statement of Reasons):", &uk_row::reasons},
      {"(Gender):", &uk_row::gender},
      {"(Phone number):", &uk_row::phone},
      {"(Fax):", nullptr},
      {"(Email address):", &uk_row::email},
      {"(Website):", &uk_row::website},
      {"(Type of entity):", &uk_row::entity_type},
      {"(Parent company):", &uk_row::parent},
      {"(Subsidiaries):", &uk_row::subsidiaries},
      {"(Business Reg No):", &uk_row::registration},
      {"(IMO number):", &uk_row::imo},
      {"(Current owners):", &uk_row::owner},
      {"(Previous owners):", &uk_row::former_owner},
      {"(Flag of ship):", &uk_row::flag},
      {"(Previous flags):", &uk_row::former_flags},
      {"(Type of ship):", &uk_row::ship_type},
      {"(Tonnage of ship):", &uk_row::tonnage},
      {"(Length of ship):", &uk_row::length},
      {"(Year built):", &uk_row::year_built},
      {"(Hull identification number):", &uk_row::hull},
  });
  const label* open = nullptr;
  std::size_t start = 0;
  const auto close = [&](std::size_t end) {
    if (open == nullptr || open->to == nullptr) return;
    std::string_view& to = row.*open->to;
    if (to.empty()) to = ascii::trim(text.substr(start, end - start));
  };
  for (std::size_t i = text.find('('); i != std::string_view::npos; i = text.find('(', i + 1)) {
    for (const label& known : k_labels) {
      if (!text.substr(i).starts_with(known.text)) continue;
      close(i);
      open = &known;
      start = i + known.text.size();
      break;
    }
  }
  close(text.size());
  // "GHR0086. (UK Statement ..." and "CFi.009. Kony is ...": the reference is the first word.
  for (std::string_view* reference : {&row.id, &row.un_reference}) {
    *reference = without_end_signs(reference->substr(0, reference->find_first_of(" \t\r\n")));
  }
}

bool uk_builder::is_new(const listed_party& p, std::string_view column, std::string_view text) {
  if (ascii::trim(text).empty()) return false;
  std::string key = p.source_id;
  key += '\n';
  key += column;
  key += '\n';
  key += text;
  return seen_.insert(std::move(key)).second;
}

void uk_builder::start(const uk_row& row, std::string_view id, listed_party& p) {
  const source_position at{0, 0, row.line};
  const std::string type = ascii::lower(ascii::trim(row.type));
  if (type == "individual") {
    p.schema = schema::person;
  } else if (type == "entity") {
    p.schema = schema::entity;
  } else if (type == "ship") {
    p.schema = schema::vessel;
  } else if (!type.empty()) {
    out_.warn(row.line, "Group Type", "not a type that is known: '" + type.substr(0, 40) + "'");
  }
  measure m;
  m.at = at;
  const auto read = [&](std::string_view field, std::string_view text) -> std::optional<day> {
    if (ascii::trim(text).empty()) return {};
    const auto d = read_whole_day(text);
    if (!d) {
      out_.warn(row.line, field,
                "not a date that is understood: '" + std::string(text.substr(0, 40)) + "'");
    }
    return d;
  };
  // The asset freeze runs from the listing; the designation may be the UN's, of another day.
  const std::optional<day> listed = read("Listed On", row.listed_on);
  const std::optional<day> designated = read("Date Designated", row.designated);
  m.from = listed ? listed : designated;
  for (const std::string_view piece : ascii::split(row.measures, "|")) {
    append_text(m.note, collapse_blanks(piece));
  }
  if (listed && designated && *listed != *designated) {
    append_text(m.note, "designated on " + designated->to_string());
  }
  p.measures.push_back(std::move(m));
  p.sources.push_back({0, std::string(k_list_name), std::string(id), std::string(k_url), at});
}

void uk_builder::add_names(const uk_row& row, listed_party& p) {
  const source_position at{0, 0, row.line};
  const name_kind kind = kind_of(row.name_type);
  const name_strength strength = ascii::starts_with_ignoring_case(ascii::trim(row.strength), "low")
                                     ? name_strength::weak
                                     : name_strength::strong;
  const auto& n = row.names;
  const std::string given = join_words({n[0], n[1], n[2], n[3], n[4]});
  const std::string text = p.schema == schema::person ? last_first(n[5], given)
                                                      : join_words({given, n[5]});
  if (is_new(p, "name", std::string(to_string(kind)) + text)) {
    if (!p.names.empty()) ++out_.result_so_far().counts.aliases;
    push_name(p, text, kind, strength, at);
  }
  if (is_new(p, "script", row.other_script)) {
    for (const std::string_view piece : ascii::split(row.other_script, "|")) {
      push_name(p, piece, name_kind::aka, strength, at, language_code(row.script_language));
    }
  }
}

void uk_builder::add_person(const uk_row& row, listed_party& p) {
  const source_position at{0, 0, row.line};
  if (is_new(p, "title", row.title)) append_text(p.title, collapse_blanks(row.title));
  if (is_new(p, "position", row.position)) {
    for (const std::string& value : values_of(row.position)) append_text(p.title, value);
  }
  set_gender(p, row.gender.substr(0, row.gender.find_first_of(" .(")));
  if (is_new(p, "born", row.birth_date)) {
    for (const std::string& text : values_of(row.birth_date)) {
      std::optional<partial_date> date = read_day_first(text);
      if (!date) {
        if (const auto read = partial_date::parse(text)) date = *read;
      }
      add_birth_date(out_, p, "DOB", text, date, at);
    }
  }
  if (is_new(p, "birth place", std::string(row.birth_town) + '\n' + std::string(row.birth_country))) {
    std::vector<std::string> towns = values_of(row.birth_town);
    const std::vector<std::string> countries = values_of(row.birth_country);
    // As many countries as towns belong to them one by one; one country to all of them.
    if (towns.empty()) towns.emplace_back();
    for (std::size_t i = 0; i < std::max(towns.size(), countries.size()); ++i) {
      const std::string_view town = i < towns.size() ? std::string_view(towns[i]) : "";
      const std::string_view country = i < countries.size()    ? std::string_view(countries[i])
                                       : countries.size() == 1 ? std::string_view(countries[0])
                                                               : "";
      const std::string place = join_parts({town, country});
      if (!place.empty()) p.birth_places.push_back(place);
    }
  }
  if (is_new(p, "nationality", row.nationality)) {
    for (const std::string& text : values_of(row.nationality)) {
      add_country(out_, row.line, "Nationality", text, p.nationalities);
    }
  }
}

void uk_builder::add_numbers(const uk_row& row, listed_party& p) {
  const source_position at{0, 0, row.line};
  const auto add = [&](std::string_view column, std::string_view listed, std::string_view details) {
    if (!is_new(p, column, std::string(listed) + '\n' + std::string(details))) return;
    const std::vector<std::string> numbers = values_of(listed);
    const std::vector<std::string> notes = numbered_values(details);
    for (const std::string& number : numbers) push_identifier(p, column, number, {}, at);
    if (!notes.empty()) {
      append_text(p.remarks, std::string(column) + ": " + collapse_blanks(details));
    }
  };
  add("Passport", row.passport, row.passport_details);
  add("National ID", row.national_id, row.national_id_details);
  add("Registration Number", row.registration, {});
  add("Phone Number", row.phone, {});
  const auto add_words = [&](std::string_view column, std::string_view listed) {
    if (!is_new(p, column, listed)) return;
    for (const std::string& value : values_of(listed)) {
      for (const std::string_view word : ascii::split(value, " ")) {
        const std::string_view one = without_end_signs(word);
        if (one.find('.') != std::string_view::npos) push_identifier(p, column, one, {}, at);
      }
    }
  };
  add_words("Email Address", row.email);
  add_words("Website", row.website);
  if (is_new(p, "UN reference", row.un_reference)) {
    push_identifier(p, "UN reference", without_end_signs(row.un_reference), {}, at);
  }
  if (is_new(p, "group", row.group_id)) push_identifier(p, "OFSI Group ID", row.group_id, {}, at);
}

void uk_builder::add_address(const uk_row& row, listed_party& p) {
  std::string key;
  for (const std::string_view line : row.address) {
    key += line;
    key += '\n';
  }
  key += row.postal_code;
  key += '\n';
  key += row.country;
  if (!is_new(p, "address", key)) return;
  party_address a;
  const auto& line = row.address;
  // The last line is the town, or what else stands before the country.
  a.street = join_parts({line[0], line[1], line[2], line[3], line[4]});
  a.city = collapse_blanks(line[5]);
  a.postal_code = collapse_blanks(row.postal_code);
  std::vector<std::string> country;
  add_country(out_, row.line, "Country", row.country, country);
  if (!country.empty()) {
    a.country = country.front();
  } else {
    a.text = collapse_blanks(row.country);
  }
  a.at = {0, 0, row.line};
  push_address(out_, p, std::move(a));
}

void uk_builder::add_entity(const uk_row& row, listed_party& p) {
  const auto link = [&](std::string_view relation, std::string_view listed) {
    if (!is_new(p, relation, listed)) return;
    for (std::string& name : values_of(listed)) {
      p.linked.push_back({std::string(relation), std::move(name)});
    }
  };
  link("parent company", row.parent);
  link("subsidiary", row.subsidiaries);
  if (is_new(p, "entity type", row.entity_type)) {
    append_text(p.remarks, "Type of entity: " + collapse_blanks(row.entity_type));
  }
}

void uk_builder::add_ship(const uk_row& row, listed_party& p) {
  const auto set = [](std::string& to, std::string_view text) {
    if (to.empty()) to = collapse_blanks(without_end_signs(text));
  };
  set(p.vessel_type, row.ship_type);
  set(p.vessel_flag, row.flag);
  set(p.vessel_owner, row.owner);
  set(p.tonnage, row.tonnage);
  if (const std::string_view flag = country_code(p.vessel_flag); !flag.empty()) {
    p.countries.emplace_back(flag);
  }
  if (is_new(p, "imo", row.imo)) {
    for (const std::string& number : values_of(row.imo)) {
      push_identifier(p, "IMO", number, {}, {0, 0, row.line});
    }
  }
  if (is_new(p, "hull", row.hull)) {
    push_identifier(p, "Hull identification number", row.hull, {}, {0, 0, row.line});
  }
  for (const auto& [what, text] : {std::pair{"Former owner", row.former_owner},
                                   {"Former flags", row.former_flags},
                                   {"Length of ship", row.length},
                                   {"Built in", row.year_built}}) {
    if (!is_new(p, what, text)) continue;
    append_text(p.remarks, std::string(what) + ": " + collapse_blanks(without_end_signs(text)));
  }
}

void uk_builder::add(const uk_row& row) {
  std::string id(ascii::trim(row.id));
  if (id.empty() && !ascii::trim(row.group_id).empty()) {
    id = "OFSI-" + std::string(ascii::trim(row.group_id));
  }
  if (id.empty()) {
    out_.reject(row.line, "Unique ID", "the row has neither a reference nor a group id");
    return;
  }
  const bool named = std::any_of(row.names.begin(), row.names.end(), [](std::string_view n) {
    return !ascii::trim(n).empty();
  });
  if (!named && ascii::trim(row.other_script).empty()) {
    out_.reject(row.line, "Name 6", "the name is empty");
    return;
  }
  out_.saw_id(id);
  const auto [p, first] = out_.party(k_list, id);
  if (first) start(row, id, p);
  add_names(row, p);
  if (const std::string regime = collapse_blanks(row.regime); !regime.empty()) {
    p.programmes.push_back(regime);
  }
  add_person(row, p);
  add_numbers(row, p);
  add_address(row, p);
  add_entity(row, p);
  add_ship(row, p);
  for (const auto& [column, text] : {std::pair{"other", row.other_information},
                                     {"reasons", row.reasons},
                                     {"source", row.source}}) {
    if (is_new(p, column, text)) append_text(p.remarks, collapse_blanks(text));
  }
}

}  // namespace tradewarden::lists
