#include "lists/ca_xml.hpp"

#include "lists/list_text.hpp"
#include "lists/party_facts.hpp"
#include "lists/xml_stream.hpp"
#include "names/folded_key.hpp"
#include "support/ascii.hpp"

namespace tradewarden::lists {
namespace {

constexpr std::string_view k_list = "CA-SEMA";

/// The first of several names for one element: they have changed over the years.
std::string_view text_of(const xml_element& e, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    if (const std::string_view text = e.text_of(name); !text.empty()) return text;
  }
  return {};
}

std::string english(std::string_view text) {
  const std::vector<std::string_view> parts = ascii::split(text, " / ");
  return parts.empty() ? std::string{} : collapse_blanks(parts.front());
}

class reader {
 public:
  explicit reader(publication_builder& out) : out_(out) {}

  void record(const xml_element& e) {
    out_.row();
    const source_position at{0, 0, e.line};
    const std::string_view imo = text_of(e, {"ShipIMONumber", "IMONumber"});
    const std::string_view body = text_of(e, {"EntityOrShip", "Entity", "EntityOrShipName"});
    const std::string person = last_first(e.text_of("LastName"), e.text_of("GivenName"));
    std::vector<std::string> names;
    for (const std::string_view name : ascii::split(body, " / ")) names.emplace_back(name);
    if (names.empty() && !person.empty()) names.push_back(person);
    if (names.empty()) {
      out_.reject(e.line, "LastName", "the name is empty");
      return;
    }
    const std::string country = english(e.text_of("Country"));
    const std::string schedule = english(e.text_of("Schedule"));
    const std::string item = english(e.text_of("Item"));
    // Without an item the name tells the entries of a schedule apart.
    std::string id = country + '|' + schedule + '|' + item;
    if (item.empty()) {
      const std::string folded = names::folded_key(names.front());
      id += folded.empty() ? names.front() : folded;
    }
    out_.saw_id(id);
    const auto [p, is_new] = out_.party(k_list, id);
    if (is_new) {
      p.schema = body.empty() ? schema::person : imo.empty() ? schema::entity : schema::vessel;
      start(e, id, schedule, item, p);
      if (!country.empty()) p.programmes.push_back(country);
    } else {
      out_.warn(e.line, "Item", "the entry " + id + " stands twice: joined");
    }
    for (std::size_t i = 0; i < names.size(); ++i) {
      push_name(p, names[i], is_new && i == 0 ? name_kind::primary : name_kind::aka,
                name_strength::strong, at);
    }
    aliases(e, p, at);
    const std::string_view born =
        text_of(e, {"DateOfBirthOrShipBuildDate", "DateOfBirth", "ShipBuildDate"});
    if (p.schema == schema::person) {
      if (!born.empty()) {
        std::optional<partial_date> date;
        if (const auto read = partial_date::parse(born)) date = *read;
        add_birth_date(out_, p, "DateOfBirth", born, date, at);
      }
    } else if (!born.empty()) {
      append_text(p.remarks, "Built: " + collapse_blanks(born));
    }
    append_text(p.title, collapse_blanks(text_of(e, {"TitleOrShip", "Title"})));
    push_identifier(p, "IMO", imo, {}, at);
  }

 private:
  void start(const xml_element& e, const std::string& id, const std::string& schedule,
             const std::string& item, listed_party& p) {
    const source_position at{0, 0, e.line};
    measure m;
    m.at = at;
    if (const std::string_view date = e.text_of("DateOfListing"); !date.empty()) {
      m.from = read_whole_day(date);
      if (!m.from) {
        out_.warn(e.line, "DateOfListing",
                  "not a date that is understood: '" + std::string(date.substr(0, 40)) + "'");
      }
    }
    if (!schedule.empty()) {
      std::string where = schedule;
      if (!ascii::starts_with_ignoring_case(where, "Schedule")) where.insert(0, "Schedule ");
      if (!item.empty()) where += ", item " + item;
      p.citations.push_back(where);
      m.citations.push_back(std::move(where));
    }
    p.measures.push_back(std::move(m));
    p.sources.push_back({0, "Consolidated Canadian Autonomous Sanctions List", id,
                         "https://www.international.gc.ca/world-monde/international_relations-"
                         "relations_internationales/sanctions/consolidated-consolide.aspx", at});
  }

  void aliases(const xml_element& e, listed_party& p, source_position at) {
    for (const std::string_view piece : ascii::split(e.text_of("Aliases"), ";")) {
      for (const std::string& name : split_at_commas(piece)) {
        ++out_.result_so_far().counts.aliases;
        push_name(p, name, name_kind::aka, name_strength::strong, at);
      }
    }
  }

  publication_builder& out_;
};

}  // namespace

bool looks_like_ca_xml(std::string_view first_bytes) {
  const std::string_view root = xml_root_name(first_bytes);
  return (root == "data-set" || root == "dataset") &&
         (first_bytes.find("<DateOfListing") != std::string_view::npos ||
          first_bytes.find("<Schedule") != std::string_view::npos);
}

result<publication> read_ca_xml(const input_file& file, const source_spec& source,
                                const read_limits& limits) {
  publication_builder out{file, source, "ca-xml", "Consolidated Canadian Autonomous Sanctions List"};
  reader records{out};
  xml_visitor visitor;
  visitor.roots = {"data-set", "dataset"};
  visitor.records = {"record"};
  visitor.record = [&](xml_element& e) -> result<void> {
    records.record(e);
    return check_parties(out, limits, e.line);
  };
  if (const auto read = stream_xml(file, limits, visitor); !read) return read.error();
  return out.finish();
}

result<publication> read_ca_xml(const source_spec& source, const read_limits& limits) {
  const auto file = load_input_file(source.path, limits);
  if (!file) return file.error();
  return read_ca_xml(*file, source, limits);
}

}  // namespace tradewarden::lists
