#include "lists/ofac_xml.hpp"

#include <charconv>
#include <optional>

#include "lists/list_address.hpp"
#include "lists/list_date.hpp"
#include "lists/list_text.hpp"
#include "lists/ofac_csv.hpp"
#include "lists/ofac_ids.hpp"
#include "lists/ofac_remarks.hpp"
#include "lists/ofac_sublists.hpp"
#include "lists/party_facts.hpp"
#include "lists/xml_stream.hpp"
#include "support/ascii.hpp"
#include "tradewarden/country.hpp"

namespace tradewarden::lists {
namespace {

source_position at(const xml_element& e) { return {0, 0, e.line}; }

std::string name_of(const xml_element& e) {
  return last_first(e.text_of("lastName"), e.text_of("firstName"));
}

class reader {
 public:
  reader(const ofac_variant& variant, publication_builder& out, const source_spec& source)
      : variant_(variant), out_(out), source_(source) {}

  result<void> record(const xml_element& e) {
    if (e.name == "publshInformation" || e.name == "publishInformation") return head(e);
    out_.row();
    entry(e);
    return {};
  }

  /// Error truncated if fewer entries came than the head says.
  result<void> check_count() {
    const std::uint64_t rows = out_.result_so_far().counts.rows;
    if (!announced_ || *announced_ == rows) return {};
    if (rows > *announced_) {
      out_.warn(0, "Record_Count",
                "the head announces " + std::to_string(*announced_) + " entries, " +
                    std::to_string(rows) + " follow");
      return {};
    }
    return out_.fail(errc::truncated, 0, "Record_Count",
                     "the head announces " + std::to_string(*announced_) + " entries, " +
                         std::to_string(rows) + " follow: the file is cut short; fetch it again");
  }

 private:
  result<void> head(const xml_element& e) {
    const list_date date = read_list_date(e.text_of("Publish_Date"));
    if (!date.complaint.empty()) out_.warn(e.line, "Publish_Date", date.complaint);
    if (date.found() && date.plausible) set_publication_date(out_, e.line, date.value, source_);
    const std::string_view count = e.text_of("Record_Count");
    std::uint64_t n = 0;
    const auto [end, bad] = std::from_chars(count.data(), count.data() + count.size(), n);
    if (!count.empty() && bad == std::errc() && end == count.data() + count.size()) announced_ = n;
    return {};
  }

  void entry(const xml_element& e) {
    const std::string id = collapse_blanks(e.text_of("uid"));
    if (id.empty()) {
      out_.reject(e.line, "uid", "the entry has no id");
      return;
    }
    const std::string name = name_of(e);
    if (name.empty()) {
      out_.reject(e.line, "lastName", "the name is empty");
      return;
    }
    out_.saw_id(id);
    const auto [p, is_new] = out_.party(variant_.list, id);
    if (is_new) {
      start(e, id, p);
    } else {
      out_.warn(e.line, "uid", "number " + id + " stands for the second time: added to the entry");
    }
    push_name(p, name, is_new ? name_kind::primary : name_kind::aka, name_strength::strong, at(e));
    e.each("akaList", "aka", [&](const xml_element& a) { alias(a, p); });
    if (p.title.empty()) p.title = collapse_blanks(e.text_of("title"));
    e.each("programList", "program", [&](const xml_element& x) {
      if (!x.value().empty()) p.programmes.push_back(collapse_blanks(x.value()));
    });
    births(e, p);
    e.each("idList", "id", [&](const xml_element& i) {
      add_ofac_id({collapse_blanks(i.text_of("idType")), collapse_blanks(i.text_of("idNumber")),
                   collapse_blanks(i.text_of("idCountry")), std::string(i.text_of("issueDate")),
                   std::string(i.text_of("expirationDate")), {}},
                  at(i), p);
    });
    e.each("addressList", "address", [&](const xml_element& a) { address(a, p); });
    if (const xml_element* ship = e.child("vesselInfo")) vessel(*ship, p);
    if (const std::string text = collapse_blanks(e.text_of("remarks")); !text.empty()) {
      // "(Linked To: X)" stands in brackets here, without them in the CSV files.
      std::string_view clauses = text;
      if (clauses.starts_with('(') && clauses.find(')') == clauses.size() - 1) {
        clauses = clauses.substr(1, clauses.size() - 2);
      }
      read_ofac_remarks(clauses, {at(e), at(e), std::string_view::npos}, p);
      append_text(p.remarks, text);
    }
    if (variant_.sublists) p.sublists = ofac_sublists(p.programmes, p.remarks);
  }

  void start(const xml_element& e, const std::string& id, listed_party& p) {
    const std::string_view type = e.text_of("sdnType");
    p.schema = schema::entity;
    if (!type.empty()) {
      if (const auto s = parse_schema(type)) {
        p.schema = *s;
      } else {
        out_.warn(e.line, "sdnType", "unknown type '" + std::string(type.substr(0, 40)) + "'");
        p.schema = schema::unknown;
      }
    }
    measure listing;
    listing.at = at(e);
    p.measures.push_back(std::move(listing));
    p.sources.push_back({0, std::string(variant_.list_name), id,
                         "https://sanctionssearch.ofac.treas.gov/Details.aspx?id=" + id, at(e)});
  }

  void alias(const xml_element& a, listed_party& p) {
    ++out_.result_so_far().counts.aliases;
    const std::string name = name_of(a);
    if (name.empty()) {
      out_.warn(a.line, "aka", "an alias without a name");
      return;
    }
    const std::string type = ascii::lower(a.text_of("type"));
    const name_kind kind = type.starts_with('f')   ? name_kind::fka
                           : type.starts_with('n') ? name_kind::nka
                                                   : name_kind::aka;
    const bool weak = ascii::equal_ignoring_case(a.text_of("category"), "weak");
    push_name(p, name, kind, weak ? name_strength::weak : name_strength::strong, at(a));
  }

  void births(const xml_element& e, listed_party& p) {
    e.each("dateOfBirthList", "dateOfBirthItem", [&](const xml_element& b) {
      const std::string_view text = b.text_of("dateOfBirth");
      std::optional<partial_date> date;
      if (const auto read = partial_date::parse(text)) date = *read;
      add_birth_date(out_, p, "dateOfBirth", text, date, at(b));
    });
    e.each("placeOfBirthList", "placeOfBirthItem", [&](const xml_element& b) {
      if (auto place = collapse_blanks(b.text_of("placeOfBirth")); !place.empty()) {
        p.birth_places.push_back(std::move(place));
      }
    });
    const auto countries = [&](std::string_view list, std::string_view item,
                               std::vector<std::string>& to) {
      e.each(list, item, [&](const xml_element& c) {
        add_country(out_, c.line, item, c.text_of("country"), to);
      });
    };
    countries("nationalityList", "nationality", p.nationalities);
    countries("citizenshipList", "citizenship", p.citizenships);
  }

  void address(const xml_element& a, listed_party& p) {
    party_address to;
    to.street = join_parts({a.text_of("address1"), a.text_of("address2"), a.text_of("address3")});
    to.city = collapse_blanks(a.text_of("city"));
    to.state = collapse_blanks(a.text_of("stateOrProvince"));
    to.postal_code = collapse_blanks(a.text_of("postalCode"));
    std::string_view country = a.text_of("country");
    if (country.starts_with("Region: ")) country.remove_prefix(8);
    to.country = country_code(country);
    if (to.country.empty()) to.text = collapse_blanks(a.text_of("country"));
    to.at = at(a);
    push_address(out_, p, std::move(to));
  }

  static void vessel(const xml_element& v, listed_party& p) {
    p.call_sign = collapse_blanks(v.text_of("callSign"));
    p.vessel_type = collapse_blanks(v.text_of("vesselType"));
    p.vessel_flag = collapse_blanks(v.text_of("vesselFlag"));
    p.vessel_owner = collapse_blanks(v.text_of("vesselOwner"));
    p.tonnage = collapse_blanks(v.text_of("tonnage"));
    p.gross_registered_tonnage = collapse_blanks(v.text_of("grossRegisteredTonnage"));
    if (const std::string_view flag = country_code(p.vessel_flag); !flag.empty()) {
      p.countries.emplace_back(flag);
    }
  }

  const ofac_variant& variant_;
  publication_builder& out_;
  const source_spec& source_;
  std::optional<std::uint64_t> announced_;
};

result<publication> read_variant(const ofac_variant& variant, std::string_view format,
                                 const input_file& file, const source_spec& source,
                                 const read_limits& limits) {
  publication_builder out{file, source, format, variant.name};
  reader entries{variant, out, source};
  xml_visitor visitor;
  visitor.roots = {"sdnList"};
  visitor.records = {"publshInformation", "publishInformation", "sdnEntry"};
  visitor.record = [&](xml_element& e) -> result<void> {
    if (auto ok = entries.record(e); !ok) return ok;
    return check_parties(out, limits, e.line);
  };
  if (const auto read = stream_xml(file, limits, visitor); !read) return read.error();
  if (const auto whole = entries.check_count(); !whole) return whole.error();
  return out.finish();
}

}  // namespace

bool looks_like_ofac_xml(std::string_view file_name, std::string_view first_bytes) {
  return xml_root_name(first_bytes) == "sdnList" && !is_ofac_consolidated(file_name, first_bytes);
}

bool looks_like_ofac_cons_xml(std::string_view file_name, std::string_view first_bytes) {
  return xml_root_name(first_bytes) == "sdnList" && is_ofac_consolidated(file_name, first_bytes);
}

result<publication> read_ofac_xml(const input_file& file, const source_spec& source,
                                  const read_limits& limits) {
  return read_variant(k_ofac_sdn, "ofac-xml", file, source, limits);
}
result<publication> read_ofac_xml(const source_spec& source, const read_limits& limits) {
  const auto file = load_input_file(source.path, limits);
  if (!file) return file.error();
  return read_ofac_xml(*file, source, limits);
}
result<publication> read_ofac_cons_xml(const input_file& file, const source_spec& source,
                                       const read_limits& limits) {
  return read_variant(k_ofac_cons, "ofac-cons-xml", file, source, limits);
}
result<publication> read_ofac_cons_xml(const source_spec& source, const read_limits& limits) {
  const auto file = load_input_file(source.path, limits);
  if (!file) return file.error();
  return read_ofac_cons_xml(*file, source, limits);
}

}  // namespace tradewarden::lists
