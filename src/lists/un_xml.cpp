#include "lists/un_xml.hpp"

#include <array>

#include "lists/closing_bracket.hpp"
#include "lists/list_address.hpp"
#include "lists/list_text.hpp"
#include "lists/party_facts.hpp"
#include "lists/xml_stream.hpp"
#include "support/ascii.hpp"
#include "tradewarden/country.hpp"

namespace tradewarden::lists {
namespace {

constexpr std::string_view k_list = "UN-SC";
constexpr std::string_view k_list_name = "United Nations Security Council Consolidated List";
constexpr std::string_view k_url = "https://main.un.org/securitycouncil/en/content/un-sc-consolidated-list";

/// "A; B b) C" -> A, B, C.
std::vector<std::string> names_between(std::string_view text) {
  std::vector<std::string> out;
  for (const std::string_view piece : ascii::split(text, ";")) {
    for (std::string& name : lettered_values(piece)) out.push_back(std::move(name));
  }
  return out;
}

class reader {
 public:
  explicit reader(publication_builder& out) : out_(out) {}

  void entry(const xml_element& e) {
    out_.row();
    person_ = e.name == "INDIVIDUAL";
    std::string_view id = e.text_of("REFERENCE_NUMBER");
    if (id.empty()) id = e.text_of("DATAID");
    if (id.empty()) {
      out_.reject(e.line, "REFERENCE_NUMBER", "the entry has neither a reference number nor an id");
      return;
    }
    const std::string name =
        join_words({e.text_of("FIRST_NAME"), e.text_of("SECOND_NAME"), e.text_of("THIRD_NAME"),
                    e.text_of("FOURTH_NAME")});
    if (name.empty()) {
      out_.reject(e.line, "FIRST_NAME", "the name is empty");
      return;
    }
    out_.saw_id(id);
    const auto [p, is_new] = out_.party(k_list, id);
    const source_position at{0, 0, e.line};
    if (is_new) {
      p.schema = person_ ? schema::person : schema::entity;
      p.sources.push_back({0, std::string(k_list_name), std::string(id), std::string(k_url), at});
      listing(e, p);
    }
    names(e, name, p);
    if (const std::string programme = collapse_blanks(e.text_of("UN_LIST_TYPE")); !programme.empty()) {
      p.programmes.push_back(programme);
    }
    set_gender(p, e.text_of("GENDER"));
    for (const std::string_view list : {"TITLE", "DESIGNATION"}) {
      e.each(list, "VALUE", [&](const xml_element& v) {
        append_text(p.title, collapse_blanks(v.value()));
      });
    }
    e.each("NATIONALITY", "VALUE", [&](const xml_element& v) {
      add_country(out_, v.line, "NATIONALITY", v.value(), p.nationalities);
    });
    const auto each = [&](std::string_view of_person, std::string_view of_entity, auto read) {
      e.each(person_ ? of_person : of_entity, [&](const xml_element& x) { (this->*read)(x, p); });
    };
    each("INDIVIDUAL_ADDRESS", "ENTITY_ADDRESS", &reader::address);
    each("INDIVIDUAL_DATE_OF_BIRTH", "", &reader::birth_date);
    each("INDIVIDUAL_PLACE_OF_BIRTH", "", &reader::birth_place);
    each("INDIVIDUAL_DOCUMENT", "ENTITY_DOCUMENT", &reader::document);
    append_text(p.remarks, collapse_blanks(e.text_of("COMMENTS1")));
  }

 private:
  void listing(const xml_element& e, listed_party& p) {
    measure m;
    m.at = {0, 0, e.line};
    m.from = day_of(e, "LISTED_ON");
    m.until = day_of(e, "DELISTED_ON");
    if (m.from && m.until && !(*m.from < *m.until)) {
      out_.warn(e.line, "DELISTED_ON", "lies before the day of listing: taken as without end");
      m.until.reset();
    }
    if (m.until) m.end = measure_end::lifted;
    p.measures.push_back(std::move(m));
  }

  std::optional<day> day_of(const xml_element& e, std::string_view field) {
    const std::string_view text = e.text_of(field);
    if (text.empty()) return {};
    const auto d = read_whole_day(text);
    if (!d) {
      out_.warn(e.line, field,
                "not a date that is understood: '" + std::string(text.substr(0, 40)) + "'");
    }
    return d;
  }

  void names(const xml_element& e, const std::string& name, listed_party& p) {
    const source_position at{0, 0, e.line};
    // "COMPANY (ABC) ; OTHER COMPANY" in the name of an entity.
    const std::vector<std::string> parts = names_between(name);
    for (std::size_t i = 0; i < parts.size(); ++i) {
      add_name(p, parts[i], i == 0 && p.names.empty() ? name_kind::primary : name_kind::aka,
               name_strength::strong, at);
    }
    for (const std::string& script : names_between(e.text_of("NAME_ORIGINAL_SCRIPT"))) {
      push_name(p, script, name_kind::aka, name_strength::strong, at);
    }
    e.each(person_ ? "INDIVIDUAL_ALIAS" : "ENTITY_ALIAS",
           [&](const xml_element& a) { alias(a, p); });
  }

  /// Of an entity what stands in brackets is a name, "X (XYZ)"; of a person mostly a remark ("birth name"),
  /// unless it is the name in another script.
  void add_name(listed_party& p, const std::string& text, name_kind kind, name_strength strength,
                source_position at) {
    if (!person_) {
      push_listed_name(p, text, kind, strength, at);
      return;
    }
    const auto bracket = closing_bracket(text);
    if (bracket && script_of(bracket->inner) != script::latin) {
      push_name(p, bracket->outer, kind, strength, at);
      push_name(p, bracket->inner, name_kind::aka, strength, at);
      return;
    }
    push_name(p, text, kind, strength, at);
  }

  void alias(const xml_element& a, listed_party& p) {
    const source_position at{0, 0, a.line};
    const std::string_view quality = a.text_of("QUALITY");
    const std::string note = collapse_blanks(a.text_of("NOTE"));
    const std::string lower = ascii::lower(note);
    const bool former = ascii::equal_ignoring_case(quality, "f.k.a.") ||
                        lower.starts_with("formerly") || lower.starts_with("previously");
    const name_strength strength =
        ascii::equal_ignoring_case(quality, "Low") ? name_strength::weak : name_strength::strong;
    for (const std::string& text : names_between(a.text_of("ALIAS_NAME"))) {
      ++out_.result_so_far().counts.aliases;
      add_name(p, text, former ? name_kind::fka : name_kind::aka, strength, at);
    }
    // What is said of an alias is true under that name.
    if (const std::string_view born = a.text_of("DATE_OF_BIRTH"); !born.empty()) {
      std::optional<partial_date> date;
      if (const auto read = partial_date::parse(born)) date = *read;
      add_birth_date(out_, p, "DATE_OF_BIRTH", born, date, at);
    }
    const std::string place =
        join_parts({a.text_of("CITY_OF_BIRTH"), a.text_of("COUNTRY_OF_BIRTH")});
    if (!place.empty()) p.birth_places.push_back(place);
    if (!note.empty()) {
      append_text(p.remarks, collapse_blanks(a.text_of("ALIAS_NAME")) + ": " + note);
    }
  }

  void address(const xml_element& a, listed_party& p) {
    std::vector<std::string> country;
    add_country(out_, a.line, "COUNTRY", a.text_of("COUNTRY"), country);
    party_address to;
    to.street = collapse_blanks(a.text_of("STREET"));
    to.city = collapse_blanks(a.text_of("CITY"));
    to.state = collapse_blanks(a.text_of("STATE_PROVINCE"));
    to.postal_code = collapse_blanks(a.text_of("ZIP_CODE"));
    if (!country.empty()) {
      to.country = country.front();
    } else {
      to.text = collapse_blanks(a.text_of("COUNTRY"));
    }
    to.at = {0, 0, a.line};
    if (is_empty(to)) to.text = collapse_blanks(a.text_of("NOTE"));
    if (!is_empty(to) && to.text.empty()) {
      append_text(p.remarks, collapse_blanks(a.text_of("NOTE")));
    }
    push_address(out_, p, std::move(to));
  }

  void birth_date(const xml_element& b, listed_party& p) {
    const std::string note = collapse_blanks(b.text_of("NOTE"));
    const bool about = b.text_of("TYPE_OF_DATE") == "APPROXIMATELY" ||
                       ascii::lower(note).starts_with("approximately");
    std::string text(b.text_of("DATE"));
    if (text.size() > 10) text.resize(10);
    if (text.empty()) text = b.text_of("YEAR");
    if (text.empty() && !b.text_of("FROM_YEAR").empty()) {
      text = std::string(b.text_of("FROM_YEAR")) + " to " + std::string(b.text_of("TO_YEAR"));
    }
    // The month may stand in the note, beside the year or with one of its own.
    if (!text.empty() && text.size() == 4 && !note.empty()) {
      if (const auto month = partial_date::parse(note + ' ' + text)) {
        p.birth_dates.push_back({*month, {0, 0, b.line}});
        return;
      }
    }
    if (text.empty()) text = note;
    if (text.empty()) return;
    std::string_view plain = text;
    while (plain.ends_with('.') || plain.ends_with(' ')) plain.remove_suffix(1);
    std::optional<partial_date> date;
    if (const auto read = partial_date::parse(plain)) {
      date = *read;
      date->approximate |= about;
    }
    add_birth_date(out_, p, "INDIVIDUAL_DATE_OF_BIRTH", text, date, {0, 0, b.line});
    if (date && note != text && !ascii::lower(note).starts_with("approximately")) {
      append_text(p.remarks, note);
    }
  }

  void birth_place(const xml_element& b, listed_party& p) {
    const std::string place = join_parts({b.text_of("STREET"), b.text_of("CITY"),
                                          b.text_of("STATE_PROVINCE"), b.text_of("COUNTRY")});
    if (!place.empty()) p.birth_places.push_back(place);
    append_text(p.remarks, collapse_blanks(b.text_of("NOTE")));
  }

  void document(const xml_element& d, listed_party& p) {
    std::string type = collapse_blanks(d.text_of("TYPE_OF_DOCUMENT2"));
    if (type.empty() || ascii::equal_ignoring_case(type, "national passport")) {
      const std::string general = collapse_blanks(d.text_of("TYPE_OF_DOCUMENT"));
      if (!general.empty()) type = general;
    }
    while (type.ends_with(':') || type.ends_with(' ')) type.pop_back();
    std::string number = collapse_blanks(d.text_of("NUMBER"));
    // "CAR diplomatic passport no. D00000898": what stands before "no." says what it is.
    for (const std::string_view mark : {" no. ", " number ", " No.: ", " No. ", "assport: "}) {
      const std::size_t at = number.find(mark);
      if (at == std::string::npos) continue;
      append_text(p.remarks, number);
      number.erase(0, at + mark.size());
      break;
    }
    std::string_view country = d.text_of("ISSUING_COUNTRY");
    if (country.empty()) country = d.text_of("COUNTRY_OF_ISSUE");
    push_identifier(p, type, number, country, {0, 0, d.line}, d.text_of("DATE_OF_ISSUE"));
    const std::string note = collapse_blanks(d.text_of("NOTE"));
    if (!note.empty()) {
      append_text(p.remarks, number.empty() ? note : type + ' ' + number + ": " + note);
    }
  }

  publication_builder& out_;
  bool person_ = false;
};

}  // namespace

bool looks_like_un_xml(std::string_view first_bytes) {
  return xml_root_name(first_bytes) == "CONSOLIDATED_LIST";
}

result<publication> read_un_xml(const input_file& file, const source_spec& source,
                                const read_limits& limits) {
  publication_builder out{file, source, "un-xml", "UN Security Council Consolidated List"};
  reader entries{out};
  xml_visitor visitor;
  visitor.roots = {"CONSOLIDATED_LIST"};
  visitor.records = {"INDIVIDUAL", "ENTITY"};
  visitor.root = [&](const xml_element& root) -> result<void> {
    set_publication_date(out, root.line, read_whole_day(root.attribute("dateGenerated")), source);
    return {};
  };
  visitor.record = [&](xml_element& e) -> result<void> {
    entries.entry(e);
    return check_parties(out, limits, e.line);
  };
  if (const auto read = stream_xml(file, limits, visitor); !read) return read.error();
  return out.finish();
}

result<publication> read_un_xml(const source_spec& source, const read_limits& limits) {
  const auto file = load_input_file(source.path, limits);
  if (!file) return file.error();
  return read_un_xml(*file, source, limits);
}

}  // namespace tradewarden::lists
