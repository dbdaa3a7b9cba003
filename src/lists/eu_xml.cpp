#include "lists/eu_xml.hpp"

#include "lists/eu_record.hpp"
#include "lists/party_facts.hpp"
#include "lists/xml_stream.hpp"

namespace tradewarden::lists {
namespace {

/// Remarks are elements inside, one or several; views of the record need one text that lives.
std::string remarks_of(const xml_element& e) {
  std::string out;
  e.each("remark", [&](const xml_element& r) {
    if (r.value().empty()) return;
    if (!out.empty()) out += "; ";
    out += r.value();
  });
  return out;
}

eu_regulation regulation_of(const xml_element& e) {
  eu_regulation out;
  const xml_element* r = e.child("regulation");
  if (r == nullptr) return out;
  out.type = r->attribute("regulationType");
  out.published = r->attribute("publicationDate");
  out.in_force = r->attribute("entryIntoForceDate");
  out.number_title = r->attribute("numberTitle");
  out.programme = r->attribute("programme");
  out.url = r->text_of("publicationUrl");
  return out;
}

eu_name name_of(const xml_element& e) {
  eu_name n;
  n.line = e.line;
  n.last = e.attribute("lastName");
  n.first = e.attribute("firstName");
  n.middle = e.attribute("middleName");
  n.whole = e.attribute("wholeName");
  n.language = e.attribute("nameLanguage");
  n.gender = e.attribute("gender");
  n.title = e.attribute("title");
  n.function = e.attribute("function");
  n.strong = e.attribute("strong");
  return n;
}

eu_address address_of(const xml_element& e) {
  eu_address a;
  a.line = e.line;
  a.city = e.attribute("city");
  a.street = e.attribute("street");
  a.po_box = e.attribute("poBox");
  a.zip = e.attribute("zipCode");
  a.region = e.attribute("region");
  a.place = e.attribute("place");
  a.country = e.attribute("countryIso2Code");
  return a;
}

eu_birth birth_of(const xml_element& e) {
  eu_birth b;
  b.line = e.line;
  b.date = e.attribute("birthdate");
  b.day = e.attribute("dayOfMonth");
  b.month = e.attribute("monthOfYear");
  b.year = e.attribute("year");
  b.year_from = e.attribute("yearRangeFrom");
  b.year_to = e.attribute("yearRangeTo");
  b.circa = e.attribute("circa");
  b.calendar = e.attribute("calendarType");
  b.region = e.attribute("region");
  b.place = e.attribute("place");
  b.city = e.attribute("city");
  b.country = e.attribute("countryIso2Code");
  b.country_text = e.attribute("countryDescription");
  return b;
}

eu_identification identification_of(const xml_element& e) {
  eu_identification i;
  i.line = e.line;
  i.number = e.attribute("latinNumber");
  if (i.number.empty()) i.number = e.attribute("number");
  i.known_expired = e.attribute("knownExpired");
  i.known_false = e.attribute("knownFalse");
  i.lost = e.attribute("reportedLost");
  i.revoked = e.attribute("revokedByIssuer");
  i.issued = e.attribute("issuedDate");
  i.valid_to = e.attribute("validTo");
  i.name_on_document = e.attribute("nameOnDocument");
  i.type_code = e.attribute("identificationTypeCode");
  i.type_text = e.attribute("identificationTypeDescription");
  i.country = e.attribute("countryIso2Code");
  return i;
}

class reader {
 public:
  explicit reader(publication_builder& out) : out_(out), parties_(out) {}

  void entity(const xml_element& e) {
    out_.row();
    eu_entity record;
    record.line = e.line;
    record.logical_id = e.attribute("logicalId");
    record.reference = e.attribute("euReferenceNumber");
    record.un_id = e.attribute("unitedNationId");
    record.designated = e.attribute("designationDate");
    record.designation_details = e.attribute("designationDetails");
    const std::string remark = remarks_of(e);
    record.remark = remark;
    if (const xml_element* type = e.child("subjectType")) {
      record.subject_type = type->attribute("code");
      if (record.subject_type.empty()) record.subject_type = type->attribute("classificationCode");
    }
    record.regulation = regulation_of(e);
    listed_party* p = parties_.party(record);
    if (p == nullptr) return;
    const auto each = [&](std::string_view element, auto make) {
      e.each(element, [&](const xml_element& fact) {
        auto made = make(fact);
        const std::string text = remarks_of(fact);
        made.remark = text;
        parties_.add(made, *p);
        if (const auto programme = regulation_of(fact).programme; !programme.empty()) {
          p->programmes.emplace_back(programme);
        }
      });
    };
    each("nameAlias", name_of);
    each("address", address_of);
    each("birthdate", birth_of);
    each("identification", identification_of);
    each("citizenship", [](const xml_element& c) {
      eu_citizenship out;
      out.line = c.line;
      out.country = c.attribute("countryIso2Code");
      return out;
    });
    contacts(e, *p);
  }

 private:
  /// Newer files give telephone numbers and the like as elements of an address.
  void contacts(const xml_element& e, listed_party& p) {
    e.each("address", "contactInfo", [&](const xml_element& c) {
      std::string text(c.attribute("key"));
      text += '[';
      text += c.attribute("value");
      text += ']';
      parties_.add_contact(text, p, {0, 0, c.line});
    });
  }

  publication_builder& out_;
  eu_builder parties_;
};

}  // namespace

bool looks_like_eu_xml(std::string_view first_bytes) {
  return xml_root_name(first_bytes) == "export" &&
         (xml_root_tag(first_bytes).find("fpi/fsd/export") != std::string_view::npos ||
          first_bytes.find("<sanctionEntity") != std::string_view::npos);
}

result<publication> read_eu_xml(const input_file& file, const source_spec& source,
                                const read_limits& limits) {
  publication_builder out{file, source, "eu-xml", k_eu_name};
  reader entities{out};
  xml_visitor visitor;
  visitor.roots = {"export"};
  visitor.records = {"sanctionEntity"};
  visitor.root = [&](const xml_element& root) -> result<void> {
    set_publication_date(out, root.line, read_whole_day(root.attribute("generationDate")), source);
    return {};
  };
  visitor.record = [&](xml_element& e) -> result<void> {
    entities.entity(e);
    return check_parties(out, limits, e.line);
  };
  if (const auto read = stream_xml(file, limits, visitor); !read) return read.error();
  return out.finish();
}

result<publication> read_eu_xml(const source_spec& source, const read_limits& limits) {
  const auto file = load_input_file(source.path, limits);
  if (!file) return file.error();
  return read_eu_xml(*file, source, limits);
}

}  // namespace tradewarden::lists
