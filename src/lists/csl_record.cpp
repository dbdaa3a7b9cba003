#include "lists/csl_record.hpp"

#include <algorithm>
#include <array>

#include "lists/citation.hpp"
#include "lists/closing_bracket.hpp"
#include "lists/entities.hpp"
#include "lists/footnotes.hpp"
#include "lists/list_address.hpp"
#include "lists/list_date.hpp"
#include "lists/list_text.hpp"
#include "lists/ofac_ids.hpp"
#include "names/folded_key.hpp"
#include "support/ascii.hpp"
#include "tradewarden/country.hpp"

namespace tradewarden::lists {
namespace {

/// A text of the file as people write it: character entities decoded, single blanks.
std::string clean(std::string_view text) { return collapse_blanks(decode_entities(text)); }

void set_if_empty(std::string& to, std::string_view value) {
  if (to.empty()) to = clean(value);
}

}  // namespace

void csl_record::clear() {
  // Assigned member by member where memory is worth keeping, the rest afresh.
  line = 0;
  for (std::string_view* v :
       {&id, &source, &entity_number, &type, &name, &title, &federal_register_notice, &start_date,
        &end_date, &standard_order, &license_requirement, &license_policy, &call_sign,
        &vessel_type, &gross_tonnage, &gross_registered_tonnage, &vessel_flag, &vessel_owner,
        &remarks, &country, &source_list_url, &source_information_url}) {
    *v = {};
  }
  for (std::vector<std::string>* v : {&programs, &alt_names, &citizenships, &dates_of_birth,
                                      &nationalities, &places_of_birth}) {
    v->clear();
  }
  addresses.clear();
  ids.clear();
}

csl_list csl_list_of(std::string_view source) {
  struct row {
    std::string_view in_brackets;
    std::string_view code;
    std::string_view sublist;
    bool ofac;
  };
  // 561, 13599 and CCMC are lists of the past; their parties had numbers of OFAC's as well.
  static constexpr std::array<row, 16> k_rows = {{{"SDN", "US-SDN", "", true},
                                                  {"SSI", "US-CONS", "SSI", true},
                                                  {"NS-MBS List", "US-CONS", "NS-MBS", true},
                                                  {"CMIC", "US-CONS", "CMIC", true},
                                                  {"PLC", "US-CONS", "PLC", true},
                                                  {"CAP", "US-CONS", "CAPTA", true},
                                                  {"FSE", "US-CONS", "FSE", true},
                                                  {"561", "US-CONS", "561", true},
                                                  {"13599", "US-CONS", "13599", true},
                                                  {"CCMC", "US-CONS", "CCMC", true},
                                                  {"EL", "US-EL", "", false},
                                                  {"DPL", "US-DPL", "", false},
                                                  {"UVL", "US-UVL", "", false},
                                                  {"MEU", "US-MEU", "", false},
                                                  {"ISN", "US-ISN", "", false},
                                                  {"DTC", "US-DTC", "", false}}};
  csl_list out;
  for (std::size_t open = source.find('('); open != std::string_view::npos;
       open = source.find('(', open + 1)) {
    const std::size_t close = source.find(')', open);
    if (close == std::string_view::npos) break;
    const std::string_view inside = ascii::trim(source.substr(open + 1, close - open - 1));
    for (const row& known : k_rows) {
      if (inside != known.in_brackets) continue;
      out.code = known.code;
      out.sublist = known.sublist;
      out.known = true;
      out.ofac = known.ofac;
      return out;
    }
  }
  out.code = "X-";
  for (const char c : source) {
    if (ascii::is_alpha(c) || ascii::is_digit(c)) {
      out.code += ascii::lower(c);
    } else if (!out.code.ends_with('-')) {
      out.code += '-';
    }
  }
  while (out.code.size() > 2 && out.code.ends_with('-')) out.code.pop_back();
  return out;
}

const csl_list& csl_builder::list_of(const csl_record& r) {
  for (const known_source& known : sources_) {
    if (known.text == r.source) return known.list;
  }
  sources_.push_back({std::string(r.source), csl_list_of(ascii::trim(r.source))});
  const csl_list& list = sources_.back().list;
  if (!list.known) {
    out_.warn(r.line, "source",
              "this list is not known: '" + std::string(r.source.substr(0, 100)) +
                  "'; its entries stand under " + list.code);
  }
  return list;
}

void csl_builder::add_names(const csl_record& r, const csl_list& list, listed_party& p) {
  const source_position at{0, 0, r.line};
  std::uint64_t& aliases = out_.result_so_far().counts.aliases;
  const auto add = [&](std::string text, name_kind kind,
                       name_strength strength = name_strength::strong) {
    const script s = script_of(text);
    add_name(p, {std::move(text), kind, strength, s, at});
  };
  // Names inside names are a habit of the lists that are kept by hand.
  const auto add_listed = [&](const std::string& text, name_kind kind) {
    if (list.ofac) {
      add(text, kind);
    } else {
      aliases += add_listed_name(p, text, kind, at);
    }
  };
  std::string name = clean(r.name);
  if (!list.ofac) {
    if (auto entity = affiliated_entity(name)) {
      p.linked.push_back({"affiliated with", std::move(entity->parent)});
      append_text(p.remarks, name);
      name = std::move(entity->name);
    }
  }
  add_listed(name, p.names.empty() ? name_kind::primary : name_kind::aka);
  for (const std::string& listed : r.alt_names) {
    std::string alias = collapse_blanks(listed);
    // "A; B; and C": the last link of a sentence, not a part of the name.
    if (!list.ofac && alias.starts_with("and ") && alias.size() > 4) alias.erase(0, 4);
    if (alias.empty()) continue;
    ++aliases;
    std::string_view kept = alias;
    while (kept.starts_with('-') || kept.starts_with(' ')) kept.remove_prefix(1);
    if (kept.empty()) kept = alias;
    if (list.code == "US-ISN") {
      // State parts the aliases with commas, not with semicolons.
      for (std::string& piece : split_at_commas(kept)) {
        const std::vector<inner_name> inner = inner_names(piece);
        if (inner.empty()) add(std::move(piece), name_kind::aka);
        for (const inner_name& n : inner) add(n.text, n.kind, n.strength);
      }
      continue;
    }
    add_listed(std::string(kept), name_kind::aka);
  }
}

void csl_builder::add_countries(const csl_record& r, std::string_view field,
                                const std::vector<std::string>& from,
                                std::vector<std::string>& to) {
  for (const std::string& listed : from) {
    const std::string_view code = country_code(ascii::trim(listed));
    if (code.empty()) {
      if (!ascii::equal_ignoring_case(listed, "undetermined")) {
        out_.warn(r.line, field, "not a country that is known: '" + listed.substr(0, 60) + "'");
      }
      continue;
    }
    add_once(to, std::string(code));
  }
}

void csl_builder::add_dates_and_places(csl_record& r, listed_party& p) {
  const source_position at{0, 0, r.line};
  for (const std::string& listed : r.dates_of_birth) {
    const auto d = partial_date::parse(listed);
    if (!d) {
      out_.warn(r.line, "dates_of_birth",
                "not a date that is understood: '" + listed.substr(0, 60) +
                    "'; it was kept as a remark");
      append_text(p.remarks, "Born: " + listed);
      continue;
    }
    const bool known = std::any_of(p.birth_dates.begin(), p.birth_dates.end(),
                                   [&](const party_birth_date& b) { return b.date == *d; });
    if (!known) p.birth_dates.push_back({*d, at});
  }
  for (const std::string& place : r.places_of_birth) {
    add_once(p.birth_places, collapse_blanks(place));
  }
  add_countries(r, "nationalities", r.nationalities, p.nationalities);
  add_countries(r, "citizenships", r.citizenships, p.citizenships);
  for (party_address& a : r.addresses) {
    ++out_.result_so_far().counts.addresses;
    if (!a.country.empty()) p.countries.push_back(a.country);
    a.at = at;
    add_address(p.addresses, std::move(a));
  }
  for (const std::string_view flag : {r.vessel_flag, r.country}) {
    if (const std::string_view code = country_code(ascii::trim(flag)); !code.empty()) {
      p.countries.emplace_back(code);
    }
  }
}

void csl_builder::add_identifiers(csl_record& r, listed_party& p) {
  for (csl_identifier& id : r.ids) add_ofac_id(std::move(id), {0, 0, r.line}, p);
}

void csl_builder::add_measure(const csl_record& r, const csl_list& list, listed_party& p) {
  const list_interval when = read_list_interval(r.start_date, r.end_date);
  if (!when.from_complaint.empty()) out_.warn(r.line, "start_date", when.from_complaint);
  if (!when.last_complaint.empty()) out_.warn(r.line, "end_date", when.last_complaint);
  measure m;
  m.kind = list.code == "US-DPL" ? measure_kind::denial : measure_kind::listing;
  m.from = when.from;
  m.until = when.until;
  // A denial order runs out on its own date (15 CFR 764.3(a)(2)); other lists end by an act.
  if (when.until) {
    m.end = m.kind == measure_kind::denial ? measure_end::expired : measure_end::lifted;
  }
  m.at = {0, 0, r.line};
  if (ascii::equal_ignoring_case(ascii::trim(r.standard_order), "N")) {
    m.note = "non-standard order: read its terms in the Federal Register";
  }
  const std::vector<citation> cited = parse_citations(r.federal_register_notice);
  for (const citation& c : cited) {
    m.citations.push_back(c.text);
    add_once(p.citations, c.text);
  }
  if (cited.size() == 1) m.published = cited.front().published;
  for (measure& known : p.measures) {
    if (known.kind == m.kind && known.from == m.from && known.until == m.until) {
      for (std::string& c : m.citations) add_once(known.citations, std::move(c));
      append_text(known.note, m.note);
      return;
    }
  }
  p.measures.push_back(std::move(m));
}

void csl_builder::add(csl_record& r) {
  if (ascii::trim(r.name).empty()) {
    out_.reject(r.line, "name", "the name is empty");
    return;
  }
  if (ascii::trim(r.source).empty()) {
    out_.reject(r.line, "source", "the source is empty: which list this entry is of is not said");
    return;
  }
  const csl_list list = list_of(r);
  std::string_view id = ascii::trim(r.id);
  const std::string_view number = ascii::trim(r.entity_number);
  if ((list.ofac && !number.empty()) || id.empty()) id = number;
  std::string made;
  if (id.empty()) {
    // Files of before the column _id: the key of the denied-persons files, for all lists.
    made = names::folded_key(clean(r.name));
    if (made.empty()) made = clean(r.name);
    made += '|';
    const list_interval when = read_list_interval(r.start_date, r.end_date);
    made += when.from ? when.from->to_string() : "undated";
    id = made;
  }
  out_.saw_id(id);
  listed_party& p = out_.party(list.code, id).party;
  if (const auto s = parse_schema(r.type)) {
    if (p.schema == schema::unknown) p.schema = *s;
  } else {
    out_.warn(r.line, "type", s.error().message);
  }
  add_names(r, list, p);
  append_text(p.remarks, clean(r.remarks));
  add_dates_and_places(r, p);
  add_identifiers(r, p);
  add_measure(r, list, p);
  for (std::string& programme : r.programs) add_once(p.programmes, collapse_blanks(programme));
  if (!list.sublist.empty()) add_once(p.sublists, list.sublist);
  set_if_empty(p.title, r.title);
  set_if_empty(p.licence_requirement, r.license_requirement);
  set_if_empty(p.licence_policy, r.license_policy);
  if (const std::string call = clean(r.call_sign); !call.empty()) {
    if (list.ofac || !list.known) {
      if (p.call_sign.empty()) p.call_sign = call;
    } else {
      // Only OFAC lists ships. Some rows of the Entity List run over into this column.
      out_.warn(r.line, "call_sign",
                "text of the licence policy stands in this column; it was joined to the policy");
      append_text(p.licence_policy, call, " ");
    }
  }
  set_if_empty(p.vessel_type, r.vessel_type);
  set_if_empty(p.vessel_flag, r.vessel_flag);
  set_if_empty(p.vessel_owner, r.vessel_owner);
  set_if_empty(p.tonnage, r.gross_tonnage);
  set_if_empty(p.gross_registered_tonnage, r.gross_registered_tonnage);
  if (list.code == "US-EL") {
    for (std::string& f : entity_list_footnotes(r.license_requirement)) {
      add_once(p.footnotes, std::move(f));
    }
  }
  const std::string list_name = collapse_blanks(r.source);
  const bool known = std::any_of(p.sources.begin(), p.sources.end(),
                                 [&](const party_source& s) { return s.list_name == list_name; });
  if (!known) {
    const std::string_view listed_url = ascii::trim(r.source_list_url);
    p.sources.push_back({0, list_name, std::string(id),
                         std::string(listed_url.empty() ? ascii::trim(r.source_information_url)
                                                        : listed_url),
                         {0, 0, r.line}});
  }
}

}  // namespace tradewarden::lists
