#include "lists/ofac_advanced.hpp"

#include <map>
#include <optional>
#include <set>
#include <unordered_map>
#include <vector>

#include "lists/list_address.hpp"
#include "lists/list_text.hpp"
#include "lists/ofac_ids.hpp"
#include "lists/party_facts.hpp"
#include "lists/xml_stream.hpp"
#include "support/ascii.hpp"
#include "tradewarden/country.hpp"

namespace tradewarden::lists {
namespace {

constexpr std::string_view k_sdn = "US-SDN";
constexpr std::string_view k_cons = "US-CONS";

/// One value of a reference set: its text, and the country or kind that it belongs to.
struct reference {
  std::string text;
  std::string of;  ///< ISO2 of a country, PartyTypeID of a PartySubType, CountryID of an AreaCode.
};

struct place {
  party_address address;
  std::string text;  ///< The whole in one line.
};

struct relation {
  std::string from;
  std::string to;
  std::string type;
};

std::string lower_text(std::string_view s) { return ascii::lower(collapse_blanks(s)); }

bool flag(const xml_element& e, std::string_view name) {
  return ascii::equal_ignoring_case(e.attribute(name), "true");
}

/// Year, Month and Day below `e`; nothing without a year.
std::optional<day> day_below(const xml_element& e) {
  std::string iso(e.text_of("Year"));
  for (const std::string_view part : {e.text_of("Month"), e.text_of("Day")}) {
    if (part.empty() || iso.empty()) return {};
    iso += part.size() == 1 ? "-0" : "-";
    iso += part;
  }
  const auto d = day::parse(iso);
  if (!d) return {};
  return *d;
}

/// A DatePeriod: from the earliest day of its start to the latest of its end.
std::optional<partial_date> period_of(const xml_element& e) {
  const xml_element* start = e.child("Start");
  const xml_element* end = e.child("End");
  if (start == nullptr) return {};
  const auto bound = [](const xml_element* of, std::string_view which,
                        std::string_view other) -> std::optional<day> {
    if (of == nullptr) return {};
    const xml_element* b = of->child(which);
    if (b == nullptr) b = of->child(other);
    return b == nullptr ? std::nullopt : day_below(*b);
  };
  const auto first = bound(start, "From", "To");
  auto last = bound(end, "To", "From");
  if (!last) last = bound(start, "To", "From");
  if (!first || !last || *last < *first) return {};
  const bool about = flag(*start, "Approximate") || (end != nullptr && flag(*end, "Approximate"));
  return partial_date{*first, *last, about};
}

class reader {
 public:
  reader(publication_builder& out, const source_spec& source) : out_(out), source_(source) {}

  result<void> record(const xml_element& e) {
    if (e.name == "DateOfIssue") {
      set_publication_date(out_, e.line, day_below(e), source_);
    } else if (e.name == "ReferenceValueSets") {
      references(e);
    } else if (e.name == "Location") {
      location(e);
    } else if (e.name == "IDRegDocument") {
      document(e);
    } else if (e.name == "DistinctParty") {
      out_.row();
      party(e);
    } else if (e.name == "ProfileRelationship") {
      relations_.push_back({std::string(e.attribute("From-ProfileID")),
                            std::string(e.attribute("To-ProfileID")),
                            look_up("RelationType", e.attribute("RelationTypeID")).text});
    } else if (e.name == "SanctionsEntry") {
      entry(e);
    }
    return {};
  }

  /// What refers to parties, after all of them are there.
  void finish() {
    std::unordered_map<std::string, std::size_t> party_of;
    for (const auto& [profile, position] : by_profile_) party_of.emplace(profile, position);
    std::vector<listed_party>& all = out_.result_so_far().parties;
    const auto find = [&](const std::string& profile) -> listed_party* {
      const auto it = party_of.find(profile);
      return it == party_of.end() ? nullptr : &all[it->second];
    };
    for (const relation& r : relations_) {
      listed_party* from = find(r.from);
      const listed_party* to = find(r.to);
      if (from == nullptr || to == nullptr || to->names.empty()) continue;
      from->linked.push_back({ascii::lower(r.type), to->names.front().text});
    }
    for (listed_party& p : all) {
      if (p.measures.empty()) {
        measure listing;
        listing.at = p.sources.front().at;
        p.measures.push_back(std::move(listing));
      }
    }
  }

 private:
  void references(const xml_element& sets) {
    for (const xml_element& set : sets.children) {
      for (const xml_element& value : set.children) {
        reference r;
        r.text = collapse_blanks(value.value());
        r.of = value.attribute("ISO2");
        if (r.of.empty()) r.of = value.attribute("PartyTypeID");
        if (r.of.empty()) r.of = value.attribute("CountryID");
        references_[value.name].emplace(value.attribute("ID"), std::move(r));
      }
    }
  }

  [[nodiscard]] const reference& look_up(std::string_view set, std::string_view id) const {
    static const reference k_none;
    const auto values = references_.find(set);
    if (values == references_.end()) return k_none;
    const auto value = values->second.find(id);
    return value == values->second.end() ? k_none : value->second;
  }

  [[nodiscard]] std::string country_of(std::string_view id) const {
    const reference& r = look_up("Country", id);
    std::string_view code = country_code(r.of);
    if (code.empty()) code = country_code(r.text);
    return std::string(code);
  }

  void location(const xml_element& e) {
    place to;
    party_address& a = to.address;
    e.each("LocationCountry", [&](const xml_element& c) {
      a.country = country_of(c.attribute("CountryID"));
    });
    if (a.country.empty()) {
      e.each("LocationAreaCode", [&](const xml_element& c) {
        const reference& area = look_up("AreaCode", c.attribute("AreaCodeID"));
        a.country = country_of(area.of);
        if (a.country.empty()) a.country = country_code(area.text);
      });
    }
    e.each("LocationPart", [&](const xml_element& part) {
      const std::string type = lower_text(look_up("LocPartType", part.attribute("LocPartTypeID")).text);
      part.each("LocationPartValue", [&](const xml_element& v) {
        const std::string text = collapse_blanks(v.text_of("Value"));
        if (text.empty()) return;
        if (type == "city") {
          a.city = text;
        } else if (type.starts_with("state") || type == "region") {
          a.state = join_parts({a.state, text});
        } else if (type.starts_with("postal")) {
          a.postal_code = text;
        } else {
          a.street = join_parts({a.street, text});
        }
      });
    });
    to.text = join_parts({a.street, a.city, a.state, a.postal_code, country_name(a.country)});
    places_.emplace(e.attribute("ID"), std::move(to));
  }

  void document(const xml_element& e) {
    ofac_id id;
    id.type = look_up("IDRegDocType", e.attribute("IDRegDocTypeID")).text;
    id.number = collapse_blanks(e.text_of("IDRegistrationNo"));
    id.country = country_of(e.attribute("IssuedBy-CountryID"));
    e.each("DocumentDate", [&](const xml_element& d) {
      const std::string type =
          lower_text(look_up("IDRegDocDateType", d.attribute("IDRegDocDateTypeID")).text);
      const xml_element* period = d.child("DatePeriod");
      const auto when = period == nullptr ? std::nullopt : period_of(*period);
      if (!when) return;
      (type.starts_with("expir") ? id.expires : id.issued) = when->to_string();
    });
    if (id.type.empty()) id.type = "Registration";
    documents_[std::string(e.attribute("IdentityID"))].push_back({std::move(id), e.line});
  }

  schema schema_of(const xml_element& profile) {
    const reference& sub = look_up("PartySubType", profile.attribute("PartySubTypeID"));
    for (const std::string& text : {sub.text, look_up("PartyType", sub.of).text}) {
      if (const auto s = parse_schema(text); s && *s != schema::unknown) return *s;
    }
    return schema::unknown;
  }

  void party(const xml_element& e) {
    const xml_element* profile = e.child("Profile");
    if (profile == nullptr) {
      out_.reject(e.line, "Profile", "the party has no profile");
      return;
    }
    std::string id(e.attribute("FixedRef"));
    if (id.empty()) id = profile->attribute("ID");
    if (id.empty()) {
      out_.reject(e.line, "FixedRef", "the party has no id");
      return;
    }
    out_.saw_id(id);
    const std::uint64_t before = out_.parties();
    const auto [p, is_new] = out_.party(k_sdn, id);
    if (!is_new) out_.warn(e.line, "FixedRef", "number " + id + " stands twice: added to the entry");
    const source_position at{0, 0, e.line};
    if (is_new) {
      by_profile_.emplace(profile->attribute("ID"), before);
      p.schema = schema_of(*profile);
      p.sources.push_back({0, "Specially Designated Nationals and Blocked Persons List", id,
                           "https://sanctionssearch.ofac.treas.gov/Details.aspx?id=" + id, at});
    }
    profile->each("Identity", [&](const xml_element& identity) {
      names(identity, p);
      const auto found = documents_.find(std::string(identity.attribute("ID")));
      if (found == documents_.end()) return;
      for (auto& [document_id, line] : found->second) {
        add_ofac_id(std::move(document_id), {0, 0, line}, p);
      }
      documents_.erase(found);
    });
    profile->each("Feature", [&](const xml_element& f) { feature(f, p); });
    append_text(p.remarks, collapse_blanks(e.text_of("Comment")));
  }

  void names(const xml_element& identity, listed_party& p) {
    // Which part of a name a group is.
    std::map<std::string, std::string, std::less<>> type_of_group;
    identity.each("NamePartGroups", "MasterNamePartGroup", [&](const xml_element& master) {
      master.each("NamePartGroup", [&](const xml_element& g) {
        type_of_group[std::string(g.attribute("ID"))] =
            lower_text(look_up("NamePartType", g.attribute("NamePartTypeID")).text);
      });
    });
    identity.each("Alias", [&](const xml_element& alias) {
      const bool primary = flag(alias, "Primary");
      const name_strength strength =
          flag(alias, "LowQuality") ? name_strength::weak : name_strength::strong;
      const std::string type = lower_text(look_up("AliasType", alias.attribute("AliasTypeID")).text);
      name_kind kind = name_kind::aka;
      if (type.starts_with("f.k.a")) kind = name_kind::fka;
      if (type.starts_with("n.k.a")) kind = name_kind::nka;
      bool first = true;
      alias.each("DocumentedName", [&](const xml_element& name) {
        if (!primary) ++out_.result_so_far().counts.aliases;
        const std::string text = assemble(name, type_of_group);
        const bool main = primary && first && script_of(text) == script::latin;
        push_name(p, text, main ? name_kind::primary : kind, strength, {0, 0, name.line});
        if (main) first = false;
      });
    });
  }

  static std::string assemble(const xml_element& name,
                              const std::map<std::string, std::string, std::less<>>& type_of_group) {
    std::string last;
    std::string given;
    std::string whole;
    name.each("DocumentedNamePart", "NamePartValue", [&](const xml_element& v) {
      const auto group = type_of_group.find(v.attribute("NamePartGroupID"));
      const std::string_view type = group == type_of_group.end() ? std::string_view{} : group->second;
      std::string& to = type == "last name" || type == "maiden name" || type == "matronymic" ? last
                        : type == "first name" || type == "middle name" ||
                                type == "patronymic" || type == "nickname"
                            ? given
                            : whole;
      to = join_words({to, v.value()});
    });
    if (!whole.empty()) return join_words({whole, given, last});
    return last_first(last, given);
  }

  void feature(const xml_element& f, listed_party& p) {
    const std::string listed = look_up("FeatureType", f.attribute("FeatureTypeID")).text;
    const std::string type = ascii::lower(listed);
    f.each("FeatureVersion", [&](const xml_element& version) {
      const source_position at{0, 0, version.line};
      if (const xml_element* period = version.child("DatePeriod")) {
        if (type == "birthdate") {
          add_birth_date(out_, p, "Birthdate", "a period without a beginning", period_of(*period), at);
        } else if (const auto when = period_of(*period)) {
          append_text(p.remarks, listed + ' ' + when->to_string());
        }
      }
      version.each("VersionLocation", [&](const xml_element& l) {
        const auto found = places_.find(l.attribute("LocationID"));
        if (found != places_.end()) placed(type, found->second, at, p);
      });
      version.each("VersionDetail", [&](const xml_element& d) {
        std::string text = collapse_blanks(d.value());
        if (text.empty()) {
          text = look_up("DetailReference", d.attribute("DetailReferenceID")).text;
        }
        if (!text.empty()) detail(listed, type, text, at, p);
      });
    });
  }

  void placed(const std::string& type, const place& where, source_position at, listed_party& p) {
    if (type == "place of birth") {
      if (!where.text.empty()) p.birth_places.push_back(where.text);
    } else if (type.starts_with("nationality")) {
      p.nationalities.push_back(where.address.country);
    } else if (type.starts_with("citizenship")) {
      p.citizenships.push_back(where.address.country);
    } else if (type.find("flag") != std::string::npos) {
      p.countries.push_back(where.address.country);
      if (p.vessel_flag.empty()) p.vessel_flag = where.text;
    } else {
      party_address a = where.address;
      a.at = at;
      push_address(out_, p, std::move(a));
    }
  }

  static void detail(const std::string& listed, const std::string& type, const std::string& text,
                     source_position at, listed_party& p) {
    struct field {
      std::string_view type;
      std::string listed_party::* to;
    };
    static constexpr field k_fields[] = {
        {"title", &listed_party::title},
        {"vessel call sign", &listed_party::call_sign},
        {"vessel type", &listed_party::vessel_type},
        {"vessel flag", &listed_party::vessel_flag},
        {"vessel owner", &listed_party::vessel_owner},
        {"vessel tonnage", &listed_party::tonnage},
        {"vessel gross registered tonnage", &listed_party::gross_registered_tonnage},
    };
    for (const field& known : k_fields) {
      if (known.type != type) continue;
      append_text(p.*known.to, text);
      return;
    }
    if (type == "vessel flag" || type.find("nationality") != std::string::npos) return;
    add_ofac_id({listed, text, {}, {}, {}, {}}, at, p);
  }

  void entry(const xml_element& e) {
    const auto found = by_profile_.find(e.attribute("ProfileID"));
    if (found == by_profile_.end()) {
      out_.warn(e.line, "ProfileID", "no party has the profile of this entry of a list");
      return;
    }
    listed_party& p = out_.result_so_far().parties[found->second];
    const std::string list = look_up("List", e.attribute("ListID")).text;
    // Each entry of the "Consolidated List" stands on a list of its own as well.
    const bool sdn = list.empty() || ascii::lower(list).starts_with("sdn");
    if (!sdn) {
      if (!on_sdn_.contains(found->second)) {
        p.list = k_cons;
        p.sources.front().list_name = "Consolidated Sanctions List (non-SDN)";
      }
      if (!ascii::lower(list).starts_with("consolidated")) p.sublists.push_back(sublist_of(list));
    } else {
      on_sdn_.insert(found->second);
      p.list = k_sdn;
      p.sources.front().list_name = "Specially Designated Nationals and Blocked Persons List";
    }
    measure m;
    m.at = {0, 0, e.line};
    e.each("EntryEvent", [&](const xml_element& event) {
      if (const xml_element* date = event.child("Date")) {
        const auto when = day_below(*date);
        if (when && (!m.from || *when < *m.from)) m.from = when;
      }
      const std::string basis = look_up("LegalBasis", event.attribute("LegalBasisID")).text;
      if (!basis.empty() && basis != "Unknown") m.citations.push_back(basis);
    });
    e.each("SanctionsMeasure", [&](const xml_element& s) {
      const std::string type = look_up("SanctionsType", s.attribute("SanctionsTypeID")).text;
      const std::string comment = collapse_blanks(s.text_of("Comment"));
      if (ascii::lower(type) == "program") {
        if (!comment.empty()) p.programmes.push_back(comment);
      } else {
        append_text(m.note, type);
        if (!comment.empty()) append_text(p.remarks, comment);
      }
    });
    p.measures.push_back(std::move(m));
  }

  static std::string sublist_of(const std::string& list) {
    const std::string lower = ascii::lower(list);
    struct row {
      std::string_view word;
      std::string_view code;
    };
    static constexpr row k_rows[] = {
        {"sectoral", "SSI"},   {"ssi", "SSI"},      {"cmic", "CMIC"},
        {"military", "CMIC"},  {"plc", "PLC"},      {"palestinian", "PLC"},
        {"capta", "CAPTA"},    {"correspondent", "CAPTA"}, {"561", "CAPTA"},
        {"fse", "FSE"},        {"evaders", "FSE"},  {"menu", "NS-MBS"}, {"mbs", "NS-MBS"}};
    for (const row& known : k_rows) {
      if (lower.find(known.word) != std::string::npos) return std::string(known.code);
    }
    return list;
  }

  struct dated_id {
    ofac_id id;
    std::uint64_t line;
  };
  template <class T>
  using by_id = std::map<std::string, T, std::less<>>;

  publication_builder& out_;
  const source_spec& source_;
  by_id<by_id<reference>> references_;
  by_id<place> places_;
  std::unordered_map<std::string, std::vector<dated_id>> documents_;  ///< By identity.
  by_id<std::size_t> by_profile_;
  std::set<std::size_t> on_sdn_;
  std::vector<relation> relations_;
};

}  // namespace

bool looks_like_ofac_advanced(std::string_view first_bytes) {
  return xml_root_name(first_bytes) == "Sanctions" &&
         first_bytes.find("ReferenceValueSets") != std::string_view::npos;
}

result<publication> read_ofac_advanced(const input_file& file, const source_spec& source,
                                       const read_limits& limits) {
  publication_builder out{file, source, "ofac-advanced-xml", "OFAC lists, advanced XML"};
  reader entries{out, source};
  xml_visitor visitor;
  visitor.roots = {"Sanctions"};
  visitor.records = {"DateOfIssue",   "ReferenceValueSets",  "Location",      "IDRegDocument",
                     "DistinctParty", "ProfileRelationship", "SanctionsEntry"};
  visitor.record = [&](xml_element& e) -> result<void> {
    if (auto ok = entries.record(e); !ok) return ok;
    return check_parties(out, limits, e.line);
  };
  if (const auto read = stream_xml(file, limits, visitor); !read) return read.error();
  entries.finish();
  return out.finish();
}

result<publication> read_ofac_advanced(const source_spec& source, const read_limits& limits) {
  const auto file = load_input_file(source.path, limits);
  if (!file) return file.error();
  return read_ofac_advanced(*file, source, limits);
}

}  // namespace tradewarden::lists
