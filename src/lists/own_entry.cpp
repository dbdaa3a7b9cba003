#include "lists/own_entry.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "lists/language_code.hpp"
#include "lists/list_address.hpp"
#include "lists/list_text.hpp"
#include "names/folded_key.hpp"
#include "support/ascii.hpp"
#include "support/hash_map.hpp"
#include "tradewarden/country.hpp"
#include "tradewarden/identifier.hpp"
#include "tradewarden/list_info.hpp"

namespace tradewarden::lists {
namespace {

namespace dom = simdjson::dom;

std::string in_quotes(std::string_view s) { return "'" + std::string(s.substr(0, 60)) + "'"; }

std::string indexed(std::string_view field, std::size_t i) {
  return std::string(field) + '[' + std::to_string(i) + ']';
}

std::string inner(const std::string& field, std::string_view key) {
  return field + '.' + std::string(key);
}

/// The keys whose values are one text of the party.
struct text_key {
  std::string_view name;
  std::string listed_party::* to;
};
constexpr std::array<text_key, 10> k_text_keys = {{
    {"title", &listed_party::title},
    {"call_sign", &listed_party::call_sign},
    {"vessel_type", &listed_party::vessel_type},
    {"vessel_flag", &listed_party::vessel_flag},
    {"vessel_owner", &listed_party::vessel_owner},
    {"tonnage", &listed_party::tonnage},
    {"gross_registered_tonnage", &listed_party::gross_registered_tonnage},
    {"licence_requirement", &listed_party::licence_requirement},
    {"licence_policy", &listed_party::licence_policy},
    {"remarks", &listed_party::remarks},
}};

struct texts_key {
  std::string_view name;
  std::vector<std::string> listed_party::* to;
  bool countries;
};
constexpr std::array<texts_key, 8> k_texts_keys = {{
    {"countries", &listed_party::countries, true},
    {"nationalities", &listed_party::nationalities, true},
    {"citizenships", &listed_party::citizenships, true},
    {"birth_places", &listed_party::birth_places, false},
    {"programmes", &listed_party::programmes, false},
    {"sublists", &listed_party::sublists, false},
    {"citations", &listed_party::citations, false},
    {"footnotes", &listed_party::footnotes, false},
}};

bool has_control(std::string_view s) {
  return std::any_of(s.begin(), s.end(), [](char c) {
    const auto u = static_cast<unsigned char>(c);
    return u < 0x20 && c != '\n' && c != '\t';
  });
}

}  // namespace

bool own_entry_reader::fail(std::string field, std::string message) {
  problem_ = {std::move(field), std::move(message)};
  return false;
}

bool own_entry_reader::text(std::string_view field, element value, std::string& to,
                            bool may_be_empty) {
  std::string_view s;
  if (value.get(s) != simdjson::SUCCESS) return fail(std::string(field), "a text belongs here");
  if (has_control(s)) return fail(std::string(field), "the text holds control characters");
  to = ascii::trim(s);
  if (to.empty() && !may_be_empty) return fail(std::string(field), "the text is empty");
  return true;
}

bool own_entry_reader::date(const std::string& field, element value, std::optional<day>& to) {
  std::string s;
  if (!text(field, value, s)) return false;
  const auto d = day::parse(s);
  if (!d) return fail(field, "not a date: " + in_quotes(s) + "; write YYYY-MM-DD");
  to = *d;
  return true;
}

bool own_entry_reader::flag(const std::string& field, element value, bool& to) {
  if (value.get(to) == simdjson::SUCCESS) return true;
  return fail(field, "true or false belongs here");
}

bool own_entry_reader::partial(const std::string& field, element value, std::string& to) {
  std::string s;
  if (!text(field, value, s)) return false;
  if (s.empty()) return true;
  const auto d = partial_date::parse(s);
  if (!d) return fail(field, "not a date: " + in_quotes(s) + "; write YYYY-MM-DD, YYYY-MM or YYYY");
  to = d->to_string();
  return true;
}

bool own_entry_reader::country(const std::string& field, element value, std::string& to) {
  std::string s;
  if (!text(field, value, s)) return false;
  if (s.empty()) return true;
  const std::string_view code = country_code(s);
  if (code.empty()) {
    return fail(field, "not a country: " + in_quotes(s) + "; write its ISO 3166-1 code of two letters");
  }
  to = code;
  return true;
}

bool own_entry_reader::items(std::string_view field, element value, array& to) {
  if (value.get(to) != simdjson::SUCCESS) return fail(std::string(field), "an array belongs here");
  return true;
}

bool own_entry_reader::no_repeats(const std::string& field, object value) {
  std::vector<std::string_view> seen;
  for (const dom::key_value_pair pair : value) {
    if (std::find(seen.begin(), seen.end(), pair.key) != seen.end()) {
      return fail(field.empty() ? std::string(pair.key) : inner(field, pair.key),
                  "this key stands twice; keep one");
    }
    seen.push_back(pair.key);
  }
  return true;
}

bool own_entry_reader::texts(std::string_view field, element value, std::vector<std::string>& to) {
  array list;
  if (!items(field, value, list)) return false;
  string_set seen(to.begin(), to.end());
  std::size_t i = 0;
  for (const element item : list) {
    std::string s;
    if (!text(indexed(field, i++), item, s, false)) return false;
    if (!s.empty() && seen.insert(s).second) to.push_back(std::move(s));
  }
  return true;
}

bool own_entry_reader::countries(std::string_view field, element value,
                                 std::vector<std::string>& to) {
  array list;
  if (!items(field, value, list)) return false;
  std::size_t i = 0;
  for (const element item : list) {
    std::string s;
    if (!country(indexed(field, i++), item, s)) return false;
    add_once(to, std::move(s));
  }
  return true;
}

bool own_entry_reader::name(const std::string& field, element value, party_name& to,
                            bool& kind_given) {
  kind_given = false;
  to.at = at_;
  object parts;
  if (value.get(parts) != simdjson::SUCCESS) {
    if (!text(field, value, to.text, false)) return false;
  } else {
    if (!no_repeats(field, parts)) return false;
    for (const dom::key_value_pair pair : parts) {
      const std::string key = inner(field, pair.key);
      std::string s;
      if (!text(key, pair.value, s)) return false;
      if (pair.key == "text") {
        to.text = s;
      } else if (pair.key == "kind") {
        kind_given = true;
        if (s == "primary") {
          to.kind = name_kind::primary;
        } else if (s == "aka") {
          to.kind = name_kind::aka;
        } else if (s == "fka") {
          to.kind = name_kind::fka;
        } else if (s == "nka") {
          to.kind = name_kind::nka;
        } else {
          return fail(key, "unknown kind " + in_quotes(s) + ": use primary, aka, fka or nka");
        }
      } else if (pair.key == "strength") {
        if (s == "weak") {
          to.strength = name_strength::weak;
        } else if (s != "strong") {
          return fail(key, "unknown strength " + in_quotes(s) + ": use strong or weak");
        }
      } else if (pair.key == "language") {
        to.language = language_code(s);
        if (to.language.empty()) {
          return fail(key, "unknown language " + in_quotes(s) + ": use an ISO 639 code, such as ru");
        }
      } else {
        return fail(key, "unknown key; a name has text, kind, strength and language");
      }
    }
  }
  to.text = collapse_blanks(to.text);
  if (to.text.empty()) return fail(field, "the name is empty; give its text or leave it out");
  if (names::folded_key(to.text).empty()) {
    return fail(field, "the name has no letter or digit that could be searched");
  }
  to.script = script_of(to.text);
  return true;
}

bool own_entry_reader::names(element value, listed_party& to) {
  array list;
  if (!items("names", value, list)) return false;
  std::size_t i = 0;
  bool primary = false;
  for (const element item : list) {
    const std::string field = indexed("names", i);
    party_name n;
    bool kind_given = false;
    if (!name(field, item, n, kind_given)) return false;
    if (!kind_given) n.kind = i == 0 ? name_kind::primary : name_kind::aka;
    ++i;
    if (n.kind == name_kind::primary) {
      if (primary) {
        return fail(field, "a second primary name; mark it as aka, fka or nka");
      }
      primary = true;
      to.names.insert(to.names.begin(), std::move(n));
      continue;
    }
    to.names.push_back(std::move(n));
  }
  if (to.names.empty()) return fail("names", "no name; give at least one");
  if (!primary) return fail("names", "none of the names is the primary one; mark one");
  // By hash: a party may have tens of thousands of names. The first of equal ones stays.
  string_set seen;
  std::vector<party_name> kept;
  kept.reserve(to.names.size());
  for (party_name& n : to.names) {
    if (seen.insert(n.text).second) {
      kept.push_back(std::move(n));
    } else {
      warnings_.push_back({"names", "the name " + in_quotes(n.text) + " stands twice"});
    }
  }
  to.names = std::move(kept);
  return true;
}

bool own_entry_reader::addresses(element value, listed_party& to) {
  array list;
  if (!items("addresses", value, list)) return false;
  std::size_t i = 0;
  for (const element item : list) {
    const std::string field = indexed("addresses", i++);
    object parts;
    if (item.get(parts) != simdjson::SUCCESS) {
      return fail(field, "an object belongs here, with street, city, state, postal_code, country "
                         "or text");
    }
    if (!no_repeats(field, parts)) return false;
    party_address a;
    a.at = at_;
    for (const dom::key_value_pair pair : parts) {
      const std::string key = inner(field, pair.key);
      bool ok = false;
      if (pair.key == "street") {
        ok = text(key, pair.value, a.street);
      } else if (pair.key == "city") {
        ok = text(key, pair.value, a.city);
      } else if (pair.key == "state") {
        ok = text(key, pair.value, a.state);
      } else if (pair.key == "postal_code") {
        ok = text(key, pair.value, a.postal_code);
      } else if (pair.key == "country") {
        ok = country(key, pair.value, a.country);
      } else if (pair.key == "text") {
        ok = text(key, pair.value, a.text);
      } else {
        return fail(key, "unknown key; an address has street, city, state, postal_code, country "
                         "and text");
      }
      if (!ok) return false;
    }
    if (is_empty(a)) {
      warnings_.push_back({field, "the address is empty and was left out"});
      continue;
    }
    if (!a.country.empty()) add_once(to.countries, a.country);
    to.addresses.push_back(std::move(a));  // finish_party() leaves out what stands twice
  }
  return true;
}

bool own_entry_reader::birth_dates(element value, listed_party& to) {
  array list;
  if (!items("birth_dates", value, list)) return false;
  std::size_t i = 0;
  for (const element item : list) {
    const std::string field = indexed("birth_dates", i++);
    std::string s;
    if (!text(field, item, s, false)) return false;
    const auto d = partial_date::parse(s);
    if (!d) {
      return fail(field, "not a date: " + in_quotes(s) +
                             "; write YYYY-MM-DD, YYYY-MM, YYYY, \"circa YYYY\" or \"YYYY to YYYY\"");
    }
    to.birth_dates.push_back({*d, at_});
  }
  return true;
}

bool own_entry_reader::identifiers(element value, listed_party& to) {
  array list;
  if (!items("identifiers", value, list)) return false;
  std::size_t i = 0;
  for (const element item : list) {
    const std::string field = indexed("identifiers", i++);
    object parts;
    if (item.get(parts) != simdjson::SUCCESS) {
      return fail(field, "an object belongs here, with type and value");
    }
    if (!no_repeats(field, parts)) return false;
    party_identifier id;
    id.at = at_;
    for (const dom::key_value_pair pair : parts) {
      const std::string key = inner(field, pair.key);
      bool ok = false;
      if (pair.key == "type") {
        ok = text(key, pair.value, id.type);
      } else if (pair.key == "value") {
        ok = text(key, pair.value, id.value);
      } else if (pair.key == "country") {
        ok = country(key, pair.value, id.country);
      } else if (pair.key == "issued") {
        ok = partial(key, pair.value, id.issued);
      } else if (pair.key == "expires") {
        ok = partial(key, pair.value, id.expires);
      } else {
        return fail(key, "unknown key; an identifier has type, value, country, issued and expires");
      }
      if (!ok) return false;
    }
    if (id.type.empty()) return fail(inner(field, "type"), "the type is missing: \"Passport\" ...");
    if (id.value.empty()) return fail(inner(field, "value"), "the value is missing");
    to.identifiers.push_back(std::move(id));
  }
  return true;
}

bool own_entry_reader::check_interval(const std::string& field, std::optional<day> from,
                                      std::optional<day> until) {
  if (from && until && *until <= *from) {
    return fail(inner(field, "until"), "until " + until->to_string() + " is not after from " +
                                           from->to_string() +
                                           "; until is the first day no longer in force");
  }
  return true;
}

bool own_entry_reader::measures(element value, listed_party& to) {
  array list;
  if (!items("measures", value, list)) return false;
  std::size_t i = 0;
  for (const element item : list) {
    const std::string field = indexed("measures", i++);
    object parts;
    if (item.get(parts) != simdjson::SUCCESS) {
      return fail(field, "an object belongs here, with kind, from and until");
    }
    if (!no_repeats(field, parts)) return false;
    measure m;
    m.at = at_;
    bool kind = false;
    for (const dom::key_value_pair pair : parts) {
      const std::string key = inner(field, pair.key);
      std::string s;
      if (pair.key == "kind") {
        if (!text(key, pair.value, s)) return false;
        kind = true;
        if (s == "denial") {
          m.kind = measure_kind::denial;
        } else if (s == "suspended_order") {
          m.kind = measure_kind::suspended_order;
        } else if (s != "listing") {
          return fail(key, "unknown kind " + in_quotes(s) +
                               ": use listing, denial or suspended_order");
        }
      } else if (pair.key == "from") {
        if (!date(key, pair.value, m.from)) return false;
      } else if (pair.key == "until") {
        if (!date(key, pair.value, m.until)) return false;
      } else if (pair.key == "end") {
        if (!text(key, pair.value, s)) return false;
        if (s == "lifted") {
          m.end = measure_end::lifted;
        } else if (s == "expired") {
          m.end = measure_end::expired;
        } else {
          return fail(key, "unknown end " + in_quotes(s) + ": use lifted or expired");
        }
      } else if (pair.key == "published") {
        if (!date(key, pair.value, m.published)) return false;
      } else if (pair.key == "citations") {
        if (!texts(key, pair.value, m.citations)) return false;
      } else if (pair.key == "note") {
        if (!text(key, pair.value, m.note)) return false;
      } else if (pair.key == "verified") {
        if (!flag(key, pair.value, m.verified)) return false;
      } else {
        return fail(key, "unknown key; a measure has kind, from, until, end, published, citations, "
                         "note and verified");
      }
    }
    if (!kind) {
      return fail(inner(field, "kind"), "the kind is missing: listing, denial or suspended_order");
    }
    if (m.until && m.end == measure_end::none) {
      return fail(inner(field, "end"), "a measure with until needs end: lifted or expired");
    }
    if (!m.until && m.end != measure_end::none) {
      return fail(inner(field, "until"), "a measure with end needs until, the first day no longer "
                                         "in force");
    }
    if (!check_interval(field, m.from, m.until)) return false;
    to.measures.push_back(std::move(m));
  }
  return true;
}

bool own_entry_reader::overlays(element value, listed_party& to) {
  array list;
  if (!items("overlays", value, list)) return false;
  std::size_t i = 0;
  for (const element item : list) {
    const std::string field = indexed("overlays", i++);
    object parts;
    if (item.get(parts) != simdjson::SUCCESS) {
      return fail(field, "an object belongs here, with kind, from and until");
    }
    if (!no_repeats(field, parts)) return false;
    overlay o;
    o.at = at_;
    for (const dom::key_value_pair pair : parts) {
      const std::string key = inner(field, pair.key);
      bool ok = false;
      if (pair.key == "kind") {
        ok = text(key, pair.value, o.kind, false);
      } else if (pair.key == "from") {
        ok = date(key, pair.value, o.from);
      } else if (pair.key == "until") {
        ok = date(key, pair.value, o.until);
      } else if (pair.key == "published") {
        ok = date(key, pair.value, o.published);
      } else if (pair.key == "citations") {
        ok = texts(key, pair.value, o.citations);
      } else if (pair.key == "note") {
        ok = text(key, pair.value, o.note);
      } else if (pair.key == "verified") {
        ok = flag(key, pair.value, o.verified);
      } else {
        return fail(key, "unknown key; an overlay has kind, from, until, published, citations, "
                         "note and verified");
      }
      if (!ok) return false;
    }
    if (o.kind.empty()) {
      return fail(inner(field, "kind"),
                  "the kind is missing: temporary_general_licence, authorisation, settlement ...");
    }
    if (!check_interval(field, o.from, o.until)) return false;
    to.overlays.push_back(std::move(o));
  }
  return true;
}

bool own_entry_reader::linked(element value, listed_party& to) {
  array list;
  if (!items("linked", value, list)) return false;
  std::size_t i = 0;
  for (const element item : list) {
    const std::string field = indexed("linked", i++);
    object parts;
    if (item.get(parts) != simdjson::SUCCESS) {
      return fail(field, "an object belongs here, with relation and name");
    }
    if (!no_repeats(field, parts)) return false;
    linked_party l;
    for (const dom::key_value_pair pair : parts) {
      const std::string key = inner(field, pair.key);
      bool ok = false;
      if (pair.key == "relation") {
        ok = text(key, pair.value, l.relation);
      } else if (pair.key == "name") {
        ok = text(key, pair.value, l.name);
      } else {
        return fail(key, "unknown key; a linked party has relation and name");
      }
      if (!ok) return false;
    }
    if (l.name.empty()) return fail(inner(field, "name"), "the name is missing");
    to.linked.push_back(std::move(l));
  }
  return true;
}

/// Measures stand in the order of `from` (one without a date first), and two of one kind do not
/// overlap: a day has one answer of each kind. Those of different kinds may (15 CFR 764.3: an
/// entry on the Entity List may carry a suspended denial order besides).
bool own_entry_reader::check_measures(listed_party& to) {
  const std::vector<measure>& all = to.measures;
  for (std::size_t i = 1; i < all.size(); ++i) {
    const std::string field = indexed("measures", i);
    if (all[i].from < all[i - 1].from) {
      return fail(inner(field, "from"), "the measures are not in the order of from; sort them");
    }
    for (std::size_t k = 0; k < i; ++k) {
      if (all[k].kind != all[i].kind) continue;
      if (!all[k].until || !all[i].from || *all[i].from < *all[k].until) {
        return fail(inner(field, "from"),
                    "this measure overlaps " + indexed("measures", k) +
                        " of the same kind; end that one on or before the day this one begins");
      }
    }
  }
  return true;
}

bool own_entry_reader::read_key(std::string_view key, element value, listed_party& to) {
  for (const text_key& known : k_text_keys) {
    if (known.name == key) return text(key, value, to.*known.to);
  }
  for (const texts_key& known : k_texts_keys) {
    if (known.name != key) continue;
    return known.countries ? countries(key, value, to.*known.to) : texts(key, value, to.*known.to);
  }
  if (key == "list") return text(key, value, to.list, false);
  if (key == "id") return text(key, value, to.source_id, false);
  if (key == "url") return text(key, value, url_);
  if (key == "names") return names(value, to);
  if (key == "addresses") return addresses(value, to);
  if (key == "birth_dates") return birth_dates(value, to);
  if (key == "identifiers") return identifiers(value, to);
  if (key == "measures") return measures(value, to);
  if (key == "overlays") return overlays(value, to);
  if (key == "linked") return linked(value, to);
  std::string s;
  if (key == "schema") {
    if (!text(key, value, s)) return false;
    const auto parsed = parse_schema(s);
    if (!parsed) return fail("schema", parsed.error().message);
    to.schema = *parsed;
    return true;
  }
  if (key == "gender") {
    if (!text(key, value, s)) return false;
    if (!s.empty() && s != "male" && s != "female") {
      return fail("gender", "unknown gender " + in_quotes(s) + ": use male or female, or leave it out");
    }
    to.gender = s;
    return true;
  }
  if (key == "imo") {
    if (!text(key, value, s)) return false;
    if (ascii::starts_with_ignoring_case(s, "IMO")) s = ascii::trim(std::string_view{s}.substr(3));
    if (s.empty()) return true;
    if (s.size() != 7 || !std::all_of(s.begin(), s.end(), ascii::is_digit)) {
      return fail("imo", "not an IMO number: " + in_quotes(s) + "; it has seven digits");
    }
    if (check_identifier({identifier_type::imo, s}) == check_digits::bad) {
      warnings_.push_back({"imo", "the check digit of " + in_quotes(s) + " is wrong; look it up"});
    }
    to.imo = s;
    return true;
  }
  return fail(std::string(key.substr(0, 60)),
              "unknown key; see docs/list-format.md for those that an entry may have");
}

bool own_entry_reader::check(listed_party& to) {
  if (to.list.empty()) return fail("list", "the list is missing: a code such as US-DPL or X-house");
  const list_info* info = find_list(to.list);
  if (info == nullptr && !(to.list.starts_with("X-") && to.list.size() > 2)) {
    return fail("list", "unknown list " + in_quotes(to.list) +
                            "; a list of your own has a code that begins with X-");
  }
  if (to.source_id.empty()) return fail("id", "the id is missing; it tells entries of a list apart");
  if (to.names.empty()) return fail("names", "the names are missing; give at least one");
  for (const std::string& f : to.footnotes) {
    if (f != "unknown" && !(f.size() == 1 && f[0] >= '1' && f[0] <= '5')) {
      return fail("footnotes", "unknown footnote " + in_quotes(f) + ": use 1 to 5 or unknown");
    }
  }
  if (const std::string_view flag = country_code(to.vessel_flag); !flag.empty()) {
    add_once(to.countries, std::string(flag));
  }
  if (to.measures.empty()) {
    measure listing;
    listing.at = at_;
    to.measures.push_back(std::move(listing));
  }
  if (!check_measures(to)) return false;
  to.sources.push_back({0, std::string(info != nullptr ? info->name : std::string_view{to.list}),
                        to.source_id, url_, at_});
  return true;
}

bool own_entry_reader::read(element line, std::uint64_t line_number, listed_party& to) {
  at_ = {0, 0, line_number};
  url_.clear();
  problem_ = {};
  warnings_.clear();
  object entry;
  if (line.get(entry) != simdjson::SUCCESS) {
    return fail({}, "the line is no JSON object; write one entry {...} per line");
  }
  if (!no_repeats({}, entry)) return false;
  for (const dom::key_value_pair pair : entry) {
    if (!read_key(pair.key, pair.value, to)) return false;
  }
  return check(to);
}

}  // namespace tradewarden::lists
