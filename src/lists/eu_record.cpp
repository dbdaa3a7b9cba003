#include "lists/eu_record.hpp"

#include <algorithm>
#include <array>

#include "lists/language_code.hpp"
#include "lists/list_text.hpp"
#include "lists/party_facts.hpp"
#include "support/ascii.hpp"
#include "tradewarden/country.hpp"

namespace tradewarden::lists {
namespace {

constexpr std::string_view k_list = "EU-FSF";
constexpr std::string_view k_list_name = "Consolidated list of financial sanctions";

/// Line ends stand as the two characters "\n" in some of the list's texts.
std::string clean(std::string_view text) {
  std::string out(text);
  for (std::size_t at = out.find("\\n"); at != std::string::npos; at = out.find("\\n", at)) {
    out.replace(at, 2, " ");
  }
  return collapse_blanks(out);
}

/// Without brackets around the whole, as in "((previous address))".
std::string without_brackets(std::string text) {
  for (;;) {
    if (text.size() < 3 || text.front() != '(') return text;
    // The bracket that opens first must be closed by the last sign, not before.
    int depth = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text[i] == '(') ++depth;
      if (text[i] == ')' && --depth == 0 && i + 1 != text.size()) return text;
    }
    if (depth != 0) return text;
    text = collapse_blanks(text.substr(1, text.size() - 2));
  }
}

bool says(std::string_view remark, std::initializer_list<std::string_view> words) {
  const std::string text = ascii::lower(remark);
  return std::any_of(words.begin(), words.end(), [&](std::string_view w) {
    return text.find(w) != std::string::npos;
  });
}

bool yes(std::string_view flag) {
  return ascii::equal_ignoring_case(flag, "YES") || ascii::equal_ignoring_case(flag, "true");
}

schema schema_of(std::string_view subject_type) {
  if (subject_type == "P" || ascii::equal_ignoring_case(subject_type, "person")) {
    return schema::person;
  }
  if (subject_type == "E" || ascii::equal_ignoring_case(subject_type, "enterprise")) {
    return schema::entity;
  }
  return schema::unknown;
}

std::optional<day> iso_day(std::string_view text) {
  const std::string_view s = ascii::trim(text);
  const auto d = day::parse(s.substr(0, 10));
  if (!d) return {};
  return *d;
}

}  // namespace

void eu_builder::start(const eu_entity& e, std::string_view id, listed_party& p) {
  const source_position at{0, 0, e.line};
  p.schema = schema_of(ascii::trim(e.subject_type));
  measure m;
  m.at = at;
  // The list's own date; else that of the act, if it is the one that listed the party first.
  m.from = iso_day(e.designated);
  const std::optional<day> published = iso_day(e.regulation.published);
  if (e.regulation.type == "regulation") {
    if (!m.from) m.from = iso_day(e.regulation.in_force);
    m.published = published;
  }
  const std::string act = clean(e.regulation.number_title);
  if (!act.empty()) {
    m.citations.push_back(act);
    p.citations.push_back(act);
  }
  if (!ascii::trim(e.designated).empty() && !iso_day(e.designated)) {
    out_.warn(e.line, "Entity_DesignationDate",
              "not a date that is understood: '" + std::string(e.designated.substr(0, 40)) + "'");
  }
  p.measures.push_back(std::move(m));
  if (const std::string programme = clean(e.regulation.programme); !programme.empty()) {
    p.programmes.push_back(programme);
  }
  append_text(p.remarks, clean(e.designation_details));
  append_text(p.remarks, clean(e.remark));
  push_identifier(p, "UN reference", e.un_id, {}, at);
  push_identifier(p, "EU logical id", e.logical_id, {}, at);
  p.sources.push_back({0, std::string(k_list_name), std::string(id), clean(e.regulation.url), at});
}

listed_party* eu_builder::party(const eu_entity& e) {
  std::string_view id = ascii::trim(e.reference);
  if (id.empty()) id = ascii::trim(e.logical_id);
  if (id.empty()) {
    out_.reject(e.line, "Entity_EU_ReferenceNumber", "the entity has neither a reference nor an id");
    return nullptr;
  }
  out_.saw_id(id);
  const auto [party, is_new] = out_.party(k_list, id);
  if (is_new) start(e, id, party);
  return &party;
}

void eu_builder::add(const eu_name& n, listed_party& p) {
  const source_position at{0, 0, n.line};
  const std::string remark = clean(n.remark);
  std::string text = clean(n.whole);
  if (text.empty()) text = join_words({clean(n.first), clean(n.middle), clean(n.last)});
  if (text.empty()) {
    // A row of a title or a function alone.
    out_.warn(n.line, "NameAlias_WholeName", "a name without a text: only its remarks were kept");
  } else {
    const bool weak = ascii::equal_ignoring_case(n.strong, "false") || says(remark, {"low quality"});
    const bool former = says(remark, {"formerly known as", "former name", "maiden name", "f.k.a"});
    if (!p.names.empty()) ++out_.result_so_far().counts.aliases;
    push_name(p, text, former ? name_kind::fka : name_kind::aka,
              weak ? name_strength::weak : name_strength::strong, at, language_code(n.language));
  }
  set_gender(p, n.gender);
  for (const std::string_view listed : {n.title, n.function}) {
    append_text(p.title, clean(listed));
  }
  // What only grades the alias, or calls it a former name, is said by its strength and kind.
  if (!says(remark, {"good quality", "low quality", "high quality", "formerly known as"}) ||
      remark.size() > 40) {
    append_text(p.remarks, without_brackets(remark));
  }
}

void eu_builder::add(const eu_address& listed, listed_party& p) {
  const source_position at{0, 0, listed.line};
  party_address a;
  a.street = join_parts({clean(listed.street), clean(listed.po_box)});
  a.city = clean(listed.city.empty() ? listed.place : listed.city);
  a.state = clean(listed.region);
  if (!listed.city.empty() && !ascii::trim(listed.place).empty()) {
    a.state = join_parts({clean(listed.place), a.state});
  }
  a.postal_code = clean(listed.zip);
  std::vector<std::string> country;
  add_country(out_, listed.line, "Address_CountryIso2Code", listed.country, country);
  if (!country.empty()) a.country = country.front();
  a.at = at;
  push_address(out_, p, std::move(a));
  add_contact(listed.contact, p, at);
  append_text(p.remarks, without_brackets(clean(listed.remark)));
}

void eu_builder::add_contact(std::string_view listed, listed_party& p, source_position at) {
  struct kind {
    std::string_view tag;
    std::string_view type;
  };
  static constexpr std::array<kind, 5> k_kinds = {{{"PHONE[", "Phone Number"},
                                                   {"FAX[", "Fax"},
                                                   {"EMAIL[", "Email Address"},
                                                   {"WEB[", "Website"},
                                                   {"MOBILE[", "Phone Number"}}};
  std::string rest = clean(listed);
  for (const kind& k : k_kinds) {
    for (std::size_t from = rest.find(k.tag); from != std::string::npos; from = rest.find(k.tag)) {
      const std::size_t close = rest.find(']', from);
      if (close == std::string::npos) break;
      const std::size_t start = from + k.tag.size();
      const std::string value = rest.substr(start, close - start);
      for (const std::string_view piece : ascii::split(value, ";")) {
        push_identifier(p, k.type, piece, {}, at);
      }
      rest.erase(from, close + 1 - from);
    }
  }
  append_text(p.remarks, without_brackets(collapse_blanks(rest)));
}

void eu_builder::add(const eu_birth& b, listed_party& p) {
  const source_position at{0, 0, b.line};
  std::string text(ascii::trim(b.date));
  if (text.empty() && !ascii::trim(b.year).empty()) {
    text = ascii::trim(b.year);
    const auto two = [](std::string_view s) {
      std::string out(ascii::trim(s));
      return out.size() == 1 ? '0' + out : out;
    };
    if (!ascii::trim(b.month).empty()) {
      text += '-' + two(b.month);
      if (!ascii::trim(b.day).empty()) text += '-' + two(b.day);
    }
  }
  if (text.empty() && !ascii::trim(b.year_from).empty()) {
    text = ascii::trim(b.year_from);
    if (!ascii::trim(b.year_to).empty()) text += " to " + std::string(ascii::trim(b.year_to));
  } else if (text.empty() && !ascii::trim(b.year_to).empty()) {
    append_text(p.remarks, "Born not after " + std::string(ascii::trim(b.year_to)));
  }
  const bool other_calendar =
      !b.calendar.empty() && !ascii::equal_ignoring_case(b.calendar, "GREGORIAN");
  if (other_calendar && !text.empty()) {
    append_text(p.remarks, "Born: " + text + " (" + ascii::lower(b.calendar) + " calendar)");
  } else if (!text.empty()) {
    std::optional<partial_date> date;
    if (const auto read = partial_date::parse(yes(b.circa) ? "circa " + text : text)) date = *read;
    add_birth_date(out_, p, "BirthDate_BirthDate", text, date, at);
  }
  std::string_view country = country_name(ascii::trim(b.country));
  if (country.empty() && ascii::trim(b.country) != "00") country = b.country_text;
  const std::string place = join_parts({clean(b.city), clean(b.place), clean(b.region), country});
  if (!place.empty()) p.birth_places.push_back(place);
  append_text(p.remarks, without_brackets(clean(b.remark)));
}

void eu_builder::add(const eu_identification& i, listed_party& p) {
  const source_position at{0, 0, i.line};
  const std::string listed = clean(i.number);
  std::string number = listed;
  // "K929139 (passport-National passport) (valid to ...)": the number, then what other columns say.
  if (const std::size_t at_type = number.find(" (" + std::string(i.type_code) + "-");
      at_type != std::string::npos) {
    number.resize(at_type);
  }
  std::string remark = without_brackets(clean(i.remark));
  std::string type = clean(i.type_text.empty() ? i.type_code : i.type_text);
  if (i.type_code == "imo") type = "IMO";
  // The list calls tax numbers "other", and says what they are in the remark.
  if (i.type_code == "other" && !remark.empty() && remark.size() <= 60) type = remark;
  push_identifier(p, type, number, i.country, at, i.issued, i.valid_to);
  for (const auto& [flag, words] :
       {std::pair{i.known_false, "known to be false"}, {i.known_expired, "known to be expired"},
        {i.lost, "reported lost"}, {i.revoked, "revoked by its issuer"}}) {
    if (yes(flag)) append_text(p.remarks, type + ' ' + number + ": " + words);
  }
  if (type != remark) append_text(p.remarks, remark);
  append_text(p.remarks, without_brackets(clean(i.name_on_document)));
}

void eu_builder::add(const eu_citizenship& c, listed_party& p) {
  add_country(out_, c.line, "Citizenship_CountryIso2Code", c.country, p.citizenships);
  append_text(p.remarks, without_brackets(clean(c.remark)));
}

}  // namespace tradewarden::lists
