#include "lists/ch_xml.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>
#include <vector>

#include "lists/language_code.hpp"
#include "lists/list_address.hpp"
#include "lists/list_text.hpp"
#include "lists/party_facts.hpp"
#include "lists/xml_stream.hpp"
#include "support/ascii.hpp"
#include "tradewarden/country.hpp"

namespace tradewarden::lists {
namespace {

constexpr std::string_view k_list = "CH-SECO";

struct place {
  std::string city;
  std::string area;
  std::string country;  ///< alpha-2
};

/// A fact that refers to a place by number; places may stand behind the parties.
struct placed {
  std::size_t party;
  std::string place_id;
  party_address address;
  bool birth;
};

/// English before the other languages.
const xml_element* in_english(const xml_element& e, std::string_view name) {
  const xml_element* best = nullptr;
  e.each(name, [&](const xml_element& x) {
    if (best == nullptr || x.attribute("lang") == "eng") best = &x;
  });
  return best;
}

/// One name in one spelling: what its typed parts come to.
struct parts {
  std::string last, given, whole;
  void add(std::string_view type, std::string_view value) {
    std::string& to = type == "family-name" || type == "maiden-name" || type == "tribal-name" ? last
                      : type == "given-name" || type == "further-given-name" ||
                              type == "father-name" || type == "grand-father-name"
                          ? given
                          : whole;
    to = join_words({to, value});
  }
  [[nodiscard]] std::string name() const {
    return whole.empty() ? last_first(last, given) : join_words({whole, given, last});
  }
};

/// Language, script, and which of several in these.
using spelling_key = std::tuple<std::string, std::string, std::size_t>;
constexpr std::size_t k_most_spellings = 64;

template <class Use>
void each_spelling(const xml_element& part, Use use) {
  std::map<std::pair<std::string, std::string>, std::size_t> count;
  part.each("spelling-variant", [&](const xml_element& v) {
    std::pair key{std::string(v.attribute("lang")), std::string(v.attribute("script"))};
    const std::size_t n = count[key]++;
    use(spelling_key{key.first, key.second, n}, v.value());
  });
}

class reader {
 public:
  explicit reader(publication_builder& out) : out_(out) {}

  void record(const xml_element& e) {
    if (e.name == "sanctions-program") {
      programme(e);
    } else if (e.name == "place") {
      place to;
      to.city = collapse_blanks(e.text_of("location"));
      to.area = collapse_blanks(e.text_of("area"));
      if (const xml_element* c = e.child("country")) {
        to.country = country_code(c->attribute("iso-code"));
        if (to.country.empty()) to.country = country_code(c->value());
      }
      places_.emplace(e.attribute("ssid"), std::move(to));
    } else {
      out_.row();
      target(e);
    }
  }

  void finish() {
    std::vector<listed_party>& all = out_.result_so_far().parties;
    for (placed& fact : placed_) {
      const auto found = places_.find(fact.place_id);
      listed_party& p = all[fact.party];
      if (found != places_.end()) {
        fact.address.city = join_parts({fact.address.city, found->second.city});
        fact.address.state = found->second.area;
        fact.address.country = found->second.country;
      }
      if (!fact.birth) {
        push_address(out_, p, std::move(fact.address));
        continue;
      }
      const std::string where = join_parts(
          {fact.address.city, fact.address.state, country_name(fact.address.country)});
      if (!where.empty()) p.birth_places.push_back(where);
    }
    for (const auto& [party, target, relation] : relations_) {
      const auto found = by_ssid_.find(target);
      if (found == by_ssid_.end() || all[found->second].names.empty()) continue;
      all[party].linked.push_back({relation, all[found->second].names.front().text});
    }
    for (const auto& [party, set] : sets_) {
      const auto found = programmes_.find(set);
      if (found != programmes_.end()) all[party].programmes.push_back(found->second);
    }
  }

 private:
  void programme(const xml_element& e) {
    std::string name;
    if (const xml_element* key = in_english(e, "program-key")) name = collapse_blanks(key->value());
    if (name.empty()) {
      if (const xml_element* long_name = in_english(e, "program-name")) {
        name = collapse_blanks(long_name->value());
      }
    }
    e.each("sanctions-set", [&](const xml_element& set) {
      programmes_[std::string(set.attribute("ssid"))] = name;
    });
  }

  void target(const xml_element& e) {
    const std::string id(e.attribute("ssid"));
    if (id.empty()) {
      out_.reject(e.line, "ssid", "the target has no id");
      return;
    }
    const xml_element* subject = nullptr;
    for (const std::string_view kind : {"individual", "entity", "object"}) {
      if (subject == nullptr) subject = e.child(kind);
    }
    if (subject == nullptr) {
      out_.reject(e.line, "target", "the target is neither individual, entity nor object");
      return;
    }
    out_.saw_id(id);
    const std::uint64_t before = out_.parties();
    const auto [p, is_new] = out_.party(k_list, id);
    if (!is_new) {
      out_.warn(e.line, "ssid", "the target " + id.substr(0, 40) + " stands twice: joined");
    }
    const std::size_t position = is_new ? before : by_ssid_[id];
    if (is_new) {
      by_ssid_[id] = before;
      start(e, *subject, id, p);
    }
    for (const std::string_view set : ascii::split(e.attribute("sanctions-set-id"), " ")) {
      sets_.emplace_back(position, set);
    }
    e.each("sanctions-set-id", [&](const xml_element& s) { sets_.emplace_back(position, s.value()); });
    set_gender(p, subject->attribute("sex"));
    subject->each("identity", [&](const xml_element& i) { identity(i, position, p); });
    for (const std::string_view text : {"justification", "other-information"}) {
      subject->each(text, [&](const xml_element& x) {
        append_text(p.remarks, collapse_blanks(x.value()));
      });
    }
    subject->each("relation", [&](const xml_element& r) {
      relations_.push_back({position, std::string(r.attribute("target-id")),
                            std::string(r.attribute("relation-type"))});
    });
  }

  void start(const xml_element& e, const xml_element& subject, const std::string& id,
             listed_party& p) {
    const source_position at{0, 0, e.line};
    if (subject.name == "individual") {
      p.schema = schema::person;
    } else if (subject.name == "entity") {
      p.schema = schema::entity;
    } else {
      const auto kind = parse_schema(subject.attribute("object-type"));
      p.schema = kind ? *kind : schema::unknown;
    }
    measure m;
    m.at = at;
    // In the order of the file's dates: a target may be listed, de-listed and listed again.
    std::vector<std::pair<day, std::string>> changes;
    e.each("modification", [&](const xml_element& change) {
      std::string_view date = change.attribute("effective-date");
      if (date.empty()) date = change.attribute("publication-date");
      if (const auto d = read_whole_day(date)) {
        changes.emplace_back(*d, std::string(change.attribute("modification-type")));
      }
    });
    std::stable_sort(changes.begin(), changes.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    for (const auto& [date, type] : changes) {
      if (type == "listed" && (!m.from || m.until)) {
        if (m.until) {
          p.measures.push_back(m);
          m.until.reset();
          m.end = measure_end::none;
        }
        m.from = date;
      } else if (type == "de-listed" && !m.until && (!m.from || *m.from < date)) {
        m.until = date;
        m.end = measure_end::lifted;
      }
    }
    p.measures.push_back(std::move(m));
    p.sources.push_back({0, "SECO sanctions list", id,
                         "https://www.sesam.search.admin.ch/sesam-search-web/pages/search.xhtml", at});
  }

  void identity(const xml_element& i, std::size_t position, listed_party& p) {
    i.each("name", [&](const xml_element& n) { name(n, p); });
    i.each("day-month-year", [&](const xml_element& d) { birth(d, p); });
    const auto country = [](const xml_element& e) -> std::string_view {
      const xml_element* c = e.child("country");
      if (c == nullptr) return {};
      return c->attribute("iso-code").empty() ? c->value() : c->attribute("iso-code");
    };
    i.each("nationality", [&](const xml_element& n) {
      add_country(out_, n.line, "nationality", country(n), p.nationalities);
    });
    i.each("place-of-birth", [&](const xml_element& b) {
      placed_.push_back({position, std::string(b.attribute("place-id")), {}, true});
    });
    i.each("address", [&](const xml_element& a) {
      party_address to;
      to.street = join_parts({a.text_of("c-o"), a.text_of("address-details"), a.text_of("p-o-box")});
      to.postal_code = collapse_blanks(a.text_of("zip-code"));
      to.at = {0, 0, a.line};
      placed_.push_back({position, std::string(a.attribute("place-id")), std::move(to), false});
    });
    i.each("identification-document", [&](const xml_element& d) {
      std::string_view issuer = d.text_of("issuer");
      if (const xml_element* by = d.child("issuer"); by != nullptr && !by->attribute("code").empty()) {
        issuer = by->attribute("code");
      }
      std::string type(d.attribute("document-type"));
      std::replace(type.begin(), type.end(), '-', ' ');
      push_identifier(p, type.empty() ? "Identification" : type, d.text_of("number"), issuer,
                      {0, 0, d.line}, d.text_of("date-of-issue"), d.text_of("expiry-date"));
    });
  }

  void name(const xml_element& n, listed_party& p) {
    const source_position at{0, 0, n.line};
    const std::string_view type = n.attribute("name-type");
    const name_kind kind = type == "primary-name"        ? name_kind::primary
                           : type == "formerly-known-as" ? name_kind::fka
                                                         : name_kind::aka;
    const name_strength strength =
        n.attribute("quality") == "low" ? name_strength::weak : name_strength::strong;
    std::vector<const xml_element*> ordered;
    n.each("name-part", [&](const xml_element& part) { ordered.push_back(&part); });
    std::stable_sort(ordered.begin(), ordered.end(), [](const xml_element* a, const xml_element* b) {
      const auto number = [](const xml_element* e) {
        const std::string_view s = e->attribute("order");
        return s.size() == 1 ? '0' + std::string(s) : std::string(s);
      };
      return number(a) < number(b);
    });
    parts main;
    // The first spellings of one language and script belong together, the second ones too; a part
    // without one keeps its own.
    std::map<spelling_key, parts> spelled;
    for (const xml_element* part : ordered) {
      each_spelling(*part, [&](const spelling_key& key, std::string_view) {
        if (spelled.size() < k_most_spellings) spelled.try_emplace(key);
      });
    }
    for (const xml_element* part : ordered) {
      const std::string_view kind_of = part->attribute("name-part-type");
      const std::string_view value = part->text_of("value");
      std::map<spelling_key, std::string_view> own;
      each_spelling(*part, [&](const spelling_key& key, std::string_view v) { own.emplace(key, v); });
      main.add(kind_of, value);
      for (auto& [key, spelling] : spelled) {
        const auto found = own.find(key);
        spelling.add(kind_of, found == own.end() ? value : found->second);
      }
    }
    if (kind != name_kind::primary) ++out_.result_so_far().counts.aliases;
    push_name(p, main.name(), kind, strength, at);
    for (const auto& [key, spelling] : spelled) {
      push_name(p, spelling.name(), kind == name_kind::fka ? kind : name_kind::aka, strength, at,
                language_code(std::get<0>(key)));
    }
  }

  void birth(const xml_element& d, listed_party& p) {
    std::string text(d.attribute("year"));
    for (const std::string_view part : {d.attribute("month"), d.attribute("day")}) {
      if (part.empty()) break;
      text += part.size() == 1 ? "-0" : "-";
      text += part;
    }
    if (text.empty()) return;
    const std::string_view calendar = d.attribute("calendar");
    if (!calendar.empty() && !ascii::equal_ignoring_case(calendar, "gregorian")) {
      append_text(p.remarks, "Born: " + text + " (" + ascii::lower(calendar) + " calendar)");
      return;
    }
    std::optional<partial_date> date;
    if (const auto read = partial_date::parse(text)) date = *read;
    add_birth_date(out_, p, "day-month-year", text, date, {0, 0, d.line});
  }

  struct link {
    std::size_t party;
    std::string target;
    std::string relation;
  };

  publication_builder& out_;
  std::map<std::string, place, std::less<>> places_;
  std::map<std::string, std::string, std::less<>> programmes_;  ///< By sanctions set.
  std::map<std::string, std::size_t, std::less<>> by_ssid_;
  std::vector<placed> placed_;
  std::vector<link> relations_;
  std::vector<std::pair<std::size_t, std::string>> sets_;
};

}  // namespace

bool looks_like_ch_xml(std::string_view first_bytes) {
  return xml_root_name(first_bytes) == "swiss-sanctions-list";
}

result<publication> read_ch_xml(const input_file& file, const source_spec& source,
                                const read_limits& limits) {
  publication_builder out{file, source, "ch-xml", "Swiss sanctions list"};
  reader targets{out};
  xml_visitor visitor;
  visitor.roots = {"swiss-sanctions-list"};
  visitor.records = {"sanctions-program", "place", "target"};
  visitor.root = [&](const xml_element& root) -> result<void> {
    set_publication_date(out, root.line, read_whole_day(root.attribute("date")), source);
    return {};
  };
  visitor.record = [&](xml_element& e) -> result<void> {
    targets.record(e);
    return check_parties(out, limits, e.line);
  };
  if (const auto read = stream_xml(file, limits, visitor); !read) return read.error();
  targets.finish();
  return out.finish();
}

result<publication> read_ch_xml(const source_spec& source, const read_limits& limits) {
  const auto file = load_input_file(source.path, limits);
  if (!file) return file.error();
  return read_ch_xml(*file, source, limits);
}

}  // namespace tradewarden::lists
