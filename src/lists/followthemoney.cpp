#include "lists/followthemoney.hpp"

#include <simdjson.h>

#include <array>
#include <unordered_map>

#include "lists/list_address.hpp"
#include "lists/list_text.hpp"
#include "lists/opensanctions_csv.hpp"
#include "lists/party_facts.hpp"
#include "support/ascii.hpp"
#include "tradewarden/country.hpp"

namespace tradewarden::lists {
namespace {

namespace dom = simdjson::dom;

constexpr std::size_t k_max_depth = 16;

/// One entity: its id, its schema and its properties.
struct entity {
  std::uint64_t line = 0;
  std::string_view id;
  std::string_view schema;
  std::optional<bool> target;
  dom::object properties;

  /// Calls `use(text)` for the texts of a property; nested entities are passed over.
  template <class Use>
  void each(std::string_view property, Use use) const {
    dom::element value;
    if (properties.at_key(property).get(value) != simdjson::SUCCESS) return;
    std::string_view text;
    if (value.get(text) == simdjson::SUCCESS) {
      if (!ascii::trim(text).empty()) use(ascii::trim(text));
      return;
    }
    dom::array list;
    if (value.get(list) != simdjson::SUCCESS) return;
    for (const dom::element item : list) {
      if (item.get(text) == simdjson::SUCCESS && !ascii::trim(text).empty()) use(ascii::trim(text));
    }
  }
  [[nodiscard]] std::string_view first(std::string_view property) const {
    std::string_view out;
    each(property, [&](std::string_view v) {
      if (out.empty()) out = v;
    });
    return out;
  }
  [[nodiscard]] std::string all(std::string_view property) const {
    std::string out;
    each(property, [&](std::string_view v) { append_text(out, collapse_blanks(v)); });
    return out;
  }
};

/// Fills `to`; the reason why not otherwise.
std::string read_entity(dom::element line, entity& to) {
  dom::object object;
  if (line.get(object) != simdjson::SUCCESS) return "the line is no JSON object";
  if (object.at_key("id").get(to.id) != simdjson::SUCCESS || ascii::trim(to.id).empty()) {
    return "the entity has no id";
  }
  if (object.at_key("schema").get(to.schema) != simdjson::SUCCESS) return "the entity has no schema";
  if (object.at_key("properties").get(to.properties) != simdjson::SUCCESS) {
    return "the entity has no properties";
  }
  bool target = false;
  if (object.at_key("target").get(target) == simdjson::SUCCESS) to.target = target;
  return {};
}

/// Calls `use(entity)` for each line; `broken(line, why)` for those that are none.
template <class Use, class Broken>
result<void> each_entity(const input_file& file, const read_limits& limits, Use use, Broken broken) {
  dom::parser parser;
  if (parser.allocate(std::size_t{1} << 12, k_max_depth) != simdjson::SUCCESS) {
    return error{errc::limit_exceeded, "no memory for a JSON parser", file.label(), 0, {}};
  }
  std::string_view rest = file.bytes;
  std::uint64_t number = 0;
  while (!rest.empty()) {
    const std::size_t end = rest.find('\n');
    const bool last = end == std::string_view::npos;
    const std::string_view line = ascii::trim(rest.substr(0, end));
    rest = last ? std::string_view{} : rest.substr(end + 1);
    ++number;
    if (line.empty()) continue;
    if (line.size() > limits.max_field_bytes) {
      if (auto ok = broken(number, "the line is longer than " +
                                       std::to_string(limits.max_field_bytes) + " bytes");
          !ok) {
        return ok;
      }
      continue;
    }
    dom::element element;
    // The copy gives the parser the padding that it reads beyond the end.
    if (const auto bad = parser.parse(line.data(), line.size(), true).get(element)) {
      if (last) {
        return error{errc::truncated, "the last line is not valid JSON: the file is cut short",
                     file.label(), number, {}};
      }
      if (auto ok = broken(number, std::string("the line is not valid JSON: ") +
                                       simdjson::error_message(bad));
          !ok) {
        return ok;
      }
      continue;
    }
    entity e;
    e.line = number;
    if (std::string why = read_entity(element, e); !why.empty()) {
      if (auto ok = broken(number, std::move(why)); !ok) return ok;
      continue;
    }
    if (auto ok = use(e); !ok) return ok;
  }
  return {};
}

bool is_party(std::string_view schema) {
  for (const std::string_view known : {"Person", "Company", "Organization", "LegalEntity",
                                       "PublicBody", "Vessel", "Airplane"}) {
    if (schema == known) return true;
  }
  return false;
}

/// "2014-03-17", "2014-03", "2014": the first day that it may mean.
std::optional<day> first_day(std::string_view text) {
  const auto d = partial_date::parse(text.substr(0, 10));
  if (!d) return {};
  return d->earliest;
}

/// Of a date that is not exact the last day that it may mean.
std::optional<day> last_day(std::string_view text) {
  const auto d = partial_date::parse(text.substr(0, 10));
  if (!d) return {};
  return d->latest;
}

struct number_property {
  std::string_view property;
  std::string_view type;
};
constexpr std::array k_numbers = std::to_array<number_property>({
    {"passportNumber", "Passport"},
    {"idNumber", "National ID"},
    {"socialSecurityNumber", "Social Security Number"},
    {"registrationNumber", "Registration Number"},
    {"licenseNumber", "License"},
    {"taxNumber", "Tax ID No."},
    {"innCode", "INN"},
    {"ogrnCode", "OGRN"},
    {"kppCode", "KPP"},
    {"okpoCode", "OKPO"},
    {"vatCode", "VAT Number"},
    {"leiCode", "LEI"},
    {"dunsCode", "D-U-N-S Number"},
    {"uscCode", "Unified Social Credit Code (USCC)"},
    {"isinCode", "ISIN"},
    {"swiftBic", "SWIFT/BIC"},
    {"bikCode", "BIK (RU)"},
    {"imoNumber", "IMO"},
    {"mmsi", "MMSI"},
    {"serialNumber", "Aircraft Serial Number"},
    {"registrationMark", "Aircraft Tail Number"},
    {"uniqueEntityId", "Unique Entity Identifier"},
    {"email", "Email Address"},
    {"phone", "Phone Number"},
    {"website", "Website"},
});

class reader {
 public:
  explicit reader(publication_builder& out) : out_(out) {}

  void read(const entity& e) {
    if (is_party(e.schema)) {
      party(e);
    } else if (e.schema == "Sanction") {
      sanction(e);
    } else if (e.schema == "Passport" || e.schema == "Identification") {
      document(e);
    } else if (e.schema == "CryptoWallet") {
      e.each("holder", [&](std::string_view holder) {
        const std::string currency(e.first("currency"));
        party_identifier id;
        id.type = "Digital Currency Address" + (currency.empty() ? "" : " - " + currency);
        id.value = e.first("publicKey");
        id.at = {0, 0, e.line};
        numbers_.emplace_back(holder, std::move(id));
      });
    } else if (e.schema == "Address") {
      party_address a;
      a.text = collapse_blanks(e.first("full"));
      if (a.text.empty()) {
        a = address_of_parts(join_parts({e.first("street"), e.first("street2")}), e.first("city"),
                             e.first("region"), e.first("postalCode"), e.first("country"));
      }
      a.country = country_code(e.first("country"));
      a.at = {0, 0, e.line};
      addresses_.emplace(e.id, std::move(a));
    } else {
      ++others_;
    }
  }

  /// What belongs to parties, after all of them are there.
  void finish() {
    publication& pub = out_.result_so_far();
    const auto find = [&](const std::string& id) -> listed_party* {
      const auto it = by_id_.find(id);
      return it == by_id_.end() ? nullptr : &pub.parties[it->second];
    };
    for (auto& [id, m] : measures_) {
      if (listed_party* p = find(id)) p->measures.push_back(std::move(m));
    }
    for (auto& [id, programme] : programmes_) {
      if (listed_party* p = find(id)) p->programmes.push_back(std::move(programme));
    }
    for (auto& [id, number] : numbers_) {
      if (listed_party* p = find(id); p != nullptr && !number.value.empty()) {
        p->identifiers.push_back(std::move(number));
      }
    }
    for (const auto& [id, address] : address_of_) {
      const auto known = addresses_.find(address);
      listed_party* p = find(id);
      if (p != nullptr && known != addresses_.end()) push_address(out_, *p, known->second);
    }
    for (listed_party& p : pub.parties) {
      if (!p.measures.empty()) continue;
      measure listing;
      listing.at = p.sources.front().at;
      p.measures.push_back(std::move(listing));
    }
    if (no_targets_ + others_ != 0) {
      out_.warn(0, {},
                std::to_string(no_targets_) + " entities are no targets, and " +
                    std::to_string(others_) + " are of other kinds (links, assets): no parties");
    }
  }

 private:
  void party(const entity& e) {
    if (e.target && !*e.target) {
      ++no_targets_;
      return;
    }
    out_.row();
    const source_position at{0, 0, e.line};
    std::string name(e.first("name"));
    if (name.empty()) {
      const std::string given = join_words({e.first("firstName"), e.first("secondName"),
                                            e.first("middleName"), e.first("fatherName")});
      name = last_first(e.first("lastName"), given);
    }
    if (name.empty()) name = e.first("alias");
    if (name.empty()) {
      out_.reject(e.line, "name", "the name is empty");
      return;
    }
    const std::string id(ascii::trim(e.id));
    out_.saw_id(id);
    const std::uint64_t before = out_.parties();
    const auto [p, is_new] = out_.party(k_opensanctions_list, id);
    if (is_new) {
      by_id_.emplace(id, before);
      p.schema = ftm_schema(e.schema);
      p.sources.push_back({0, "FollowTheMoney", id, std::string(e.first("sourceUrl")), at});
    }
    push_name(p, name, is_new ? name_kind::primary : name_kind::aka, name_strength::strong, at);
    names(e, p, at);
    facts(e, p, at);
  }

  void names(const entity& e, listed_party& p, source_position at) {
    struct kind {
      std::string_view property;
      name_kind kind;
      name_strength strength;
    };
    static constexpr kind k_kinds[] = {
        {"name", name_kind::aka, name_strength::strong},
        {"alias", name_kind::aka, name_strength::strong},
        {"abbreviation", name_kind::aka, name_strength::strong},
        {"previousName", name_kind::fka, name_strength::strong},
        {"pastNames", name_kind::fka, name_strength::strong},
        {"weakAlias", name_kind::aka, name_strength::weak},
    };
    for (const kind& k : k_kinds) {
      e.each(k.property, [&](std::string_view text) {
        ++out_.result_so_far().counts.aliases;
        push_name(p, text, k.kind, k.strength, at);
      });
    }
  }

  void facts(const entity& e, listed_party& p, source_position at) {
    e.each("birthDate", [&](std::string_view v) {
      std::optional<partial_date> date;
      if (const auto read = partial_date::parse(v)) date = *read;
      add_birth_date(out_, p, "birthDate", v, date, at);
    });
    e.each("birthPlace", [&](std::string_view v) { p.birth_places.push_back(collapse_blanks(v)); });
    const auto countries = [&](std::string_view property, std::vector<std::string>& to) {
      e.each(property, [&](std::string_view v) {
        // Codes of states that are no more ("suhh") have no country of today.
        if (const std::string_view code = country_code(v); !code.empty()) to.emplace_back(code);
      });
    };
    countries("nationality", p.nationalities);
    countries("citizenship", p.citizenships);
    for (const std::string_view property : {"country", "jurisdiction", "mainCountry", "flag"}) {
      countries(property, p.countries);
    }
    set_gender(p, e.first("gender"));
    for (const number_property& n : k_numbers) {
      e.each(n.property, [&](std::string_view v) { push_identifier(p, n.type, v, {}, at); });
    }
    e.each("address", [&](std::string_view v) {
      party_address a;
      a.text = collapse_blanks(v);
      a.country = country_of_address(a.text, true);
      a.at = at;
      push_address(out_, p, std::move(a));
    });
    e.each("addressEntity", [&](std::string_view v) { address_of_.emplace_back(e.id, v); });
    for (const std::string_view property : {"title", "position"}) append_text(p.title, e.all(property));
    if (p.schema == schema::vessel) {
      p.call_sign = e.first("callSign");
      p.vessel_type = e.first("type");
      p.vessel_flag = e.first("flag");
      p.tonnage = e.first("tonnage");
      p.gross_registered_tonnage = e.first("grossRegisteredTonnage");
    }
    e.each("programId", [&](std::string_view v) { p.programmes.emplace_back(v); });
    e.each("program", [&](std::string_view v) { p.programmes.push_back(collapse_blanks(v)); });
    for (const std::string_view property : {"notes", "description", "summary"}) {
      append_text(p.remarks, e.all(property));
    }
  }

  void sanction(const entity& e) {
    measure m;
    m.at = {0, 0, e.line};
    m.from = first_day(e.first("startDate"));
    if (!m.from) m.from = first_day(e.first("listingDate"));
    m.until = first_day(e.first("endDate"));
    if (m.from && m.until && !(*m.from < *m.until)) {
      out_.warn(e.line, "endDate", "does not lie behind the beginning: taken as without end");
      m.until.reset();
    }
    if (m.until) m.end = measure_end::lifted;
    for (const std::string_view property : {"authority", "provisions", "reason"}) {
      append_text(m.note, e.all(property));
    }
    e.each("entity", [&](std::string_view id) {
      measures_.emplace_back(id, m);
      for (const std::string_view property : {"programId", "program"}) {
        e.each(property, [&](std::string_view v) {
          programmes_.emplace_back(id, collapse_blanks(v));
        });
      }
    });
  }

  void document(const entity& e) {
    party_identifier id;
    id.type = collapse_blanks(e.first("type"));
    if (id.type.empty()) id.type = e.schema == "Passport" ? "Passport" : "Identification";
    id.value = collapse_blanks(e.first("number"));
    if (id.value.empty()) id.value = collapse_blanks(e.first("passportNumber"));
    id.country = country_code(e.first("country"));
    const auto iso = [&](std::string_view property) {
      const auto d = partial_date::parse(e.first(property));
      return d ? d->to_string() : std::string{};
    };
    id.issued = iso("startDate");
    id.expires = iso("endDate");
    id.at = {0, 0, e.line};
    e.each("holder", [&](std::string_view holder) { numbers_.emplace_back(holder, id); });
  }

  publication_builder& out_;
  std::unordered_map<std::string, std::size_t> by_id_;
  std::unordered_map<std::string, party_address> addresses_;
  std::vector<std::pair<std::string, measure>> measures_;
  std::vector<std::pair<std::string, std::string>> programmes_;
  std::vector<std::pair<std::string, party_identifier>> numbers_;
  std::vector<std::pair<std::string, std::string>> address_of_;
  std::uint64_t no_targets_ = 0;
  std::uint64_t others_ = 0;
};

}  // namespace

bool looks_like_ftm_json(std::string_view first_bytes) {
  std::string_view s = ascii::trim(first_bytes);
  s = s.substr(0, s.find('\n'));
  if (!s.starts_with('{')) return false;
  for (const std::string_view key : {"\"id\"", "\"schema\"", "\"properties\""}) {
    if (s.find(key) == std::string_view::npos) return false;
  }
  return true;
}

result<publication> read_ftm_json(const input_file& file, const source_spec& source,
                                  const read_limits& limits) {
  publication_builder out{file, source, "ftm-json", "OpenSanctions targets"};
  if (!file.valid_utf8) {
    return out.fail(errc::not_text, 0, {}, "the file is not UTF-8; save it as UTF-8");
  }
  reader entities{out};
  const auto read = each_entity(
      file, limits,
      [&](const entity& e) -> result<void> {
        entities.read(e);
        return check_parties(out, limits, e.line);
      },
      [&](std::uint64_t line, std::string why) -> result<void> {
        out.row();
        out.reject(line, {}, std::move(why));
        return {};
      });
  if (!read) return read.error();
  entities.finish();
  return out.finish();
}

result<publication> read_ftm_json(const source_spec& source, const read_limits& limits) {
  const auto file = load_input_file(source.path, limits);
  if (!file) return file.error();
  return read_ftm_json(*file, source, limits);
}

result<std::vector<ownership_edge>> read_ftm_ownership(const input_file& file,
                                                       const read_limits& limits) {
  std::vector<ownership_edge> out;
  const auto read = each_entity(
      file, limits,
      [&](const entity& e) -> result<void> {
        if (e.schema != "Ownership") return {};
        ownership_edge edge;
        edge.percentage.clear();
        e.each("percentage", [&](std::string_view v) {
          if (!edge.percentage.empty()) edge.percentage += '|';
          edge.percentage += v;
        });
        edge.role = e.first("role");
        edge.from = first_day(e.first("startDate"));
        edge.until = last_day(e.first("endDate"));
        edge.line = e.line;
        if (e.first("owner").empty() || e.first("asset").empty()) {
          edge.owner = e.first("owner");
          edge.owned = e.first("asset");
          out.push_back(edge);
          return {};
        }
        e.each("owner", [&](std::string_view owner) {
          e.each("asset", [&](std::string_view owned) {
            if (out.size() > limits.max_parties) return;
            edge.owner = owner;
            edge.owned = owned;
            out.push_back(edge);
          });
        });
        if (out.size() > limits.max_parties) {
          return error{errc::limit_exceeded,
                       "more than " + std::to_string(limits.max_parties) + " edges", file.label(),
                       e.line, {}};
        }
        return {};
      },
      [&](std::uint64_t line, std::string why) -> result<void> {
        return error{errc::bad_syntax, std::move(why), file.label(), line, {}};
      });
  if (!read) return read.error();
  return out;
}

}  // namespace tradewarden::lists
