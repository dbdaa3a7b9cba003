#include "rules/rule_file.hpp"

#include <simdjson.h>

#include <algorithm>
#include <utility>

#include "rules/json_checks.hpp"
#include "rules/value_reader.hpp"
#include "support/ascii.hpp"
#include "tradewarden/digest.hpp"

namespace tradewarden::rules {
namespace {

bool is_id(std::string_view s) {
  return s.size() <= 100 && ascii::is_alpha(s[0]) && s.back() != '.' &&
         std::all_of(s.begin(), s.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || ascii::is_digit(c) || c == '.' || c == '-';
         });
}

void check_interval(json_checks& in, const std::string& field, const std::optional<day>& from,
                    const std::optional<day>& until) {
  if (from && until && !(*from < *until)) {
    in.fail(errc::conflict, field + ".until",
            "it ends on " + until->to_string() + ", not after " + from->to_string() +
                ": \"until\" is the first day no longer in force");
  }
}

dated_value read_dated(json_checks& in, std::string_view type, dom::element e,
                       const std::string& field) {
  dated_value out;
  const auto m = in.object(e, field, {"from", "until", "published", "edition", "status",
                                      "citation!", "verified!", "value!"});
  const auto date = [&](const char* key, std::optional<day>& to) {
    if (const auto v = m[key]) to = in.date(*v, field + '.' + key);
  };
  date("from", out.from);
  date("until", out.until);
  date("published", out.published);
  date("edition", out.edition);
  check_interval(in, field, out.from, out.until);
  if (const auto v = m["status"]) out.status = read_status(in, *v, field + ".status");
  if (const auto v = m["citation"]) out.citation = in.text(*v, field + ".citation");
  if (const auto v = m["verified"]) out.verified = in.flag(*v, field + ".verified");
  if (const auto v = m["value"]) {
    out.data = read_value(in, type, *v, field + ".value");
    out.text = simdjson::minify(*v);
  }
  return out;
}

rule_overlay read_overlay(json_checks& in, dom::element e, const std::string& field) {
  rule_overlay out;
  const auto m = in.object(e, field, {"from!", "until", "status!", "citation!", "verified!"});
  if (const auto v = m["from"]) out.from = in.date(*v, field + ".from");
  if (const auto v = m["until"]) out.until = in.date(*v, field + ".until");
  check_interval(in, field, out.from, out.until);
  if (const auto v = m["status"]) out.status = read_status(in, *v, field + ".status");
  if (const auto v = m["citation"]) out.citation = in.text(*v, field + ".citation");
  if (const auto v = m["verified"]) out.verified = in.flag(*v, field + ".verified");
  return out;
}

/// The countries a value is about, where two values for one of them may not be in force together;
/// nullptr where all values of the file exclude each other; "none" where they may stand together.
enum class together : std::uint8_t { never, by_country, always };
together may_stand_together(std::string_view type) {
  if (type == "country_set" || type == "country_map" || type == "country_names" ||
      type == "ccl" || type == "ccl_notes" || type == "product_rules" || type == "questions" ||
      type == "record") {
    return together::always;
  }
  return type == "percent" || type == "content" ? together::by_country : together::never;
}

const country_codes* countries_of(const dated_value& v) {
  if (const auto* p = std::get_if<percent_value>(&v.data)) return &p->countries;
  if (const auto* c = std::get_if<content_value>(&v.data)) return &c->countries;
  return nullptr;
}

bool share_a_country(const dated_value& a, const dated_value& b) {
  const country_codes* one = countries_of(a);
  const country_codes* two = countries_of(b);
  if (one == nullptr || two == nullptr) return true;
  if (one->empty() && two->empty()) return true;
  return std::find_first_of(one->begin(), one->end(), two->begin(), two->end()) != one->end();
}

bool overlap(const dated_value& a, const dated_value& b) {
  // Two editions of a table are told apart by their editions, not by intervals.
  if (a.edition && b.edition && *a.edition != *b.edition) return false;
  return (!a.until || !b.from || *b.from < *a.until) && (!b.until || !a.from || *a.from < *b.until);
}

void check_overlaps(json_checks& in, const rule_file& rule) {
  const together allowed = may_stand_together(rule.type);
  if (allowed == together::always) return;
  for (std::size_t i = 0; i < rule.values.size(); ++i) {
    for (std::size_t k = i + 1; k < rule.values.size(); ++k) {
      const bool clash = overlap(rule.values[i], rule.values[k]) &&
                         (allowed == together::never ||
                          share_a_country(rule.values[i], rule.values[k]));
      if (clash) {
        in.fail(errc::conflict, "values[" + std::to_string(k) + ']',
                "in force on the same day as values[" + std::to_string(i) + ']');
      }
    }
  }
}

template <class T, class Read>
void read_list(json_checks& in, dom::element e, const std::string& field, std::size_t most,
               std::vector<T>& to, Read read) {
  dom::array all;
  if (e.get(all) != simdjson::SUCCESS || all.size() == 0 || all.size() > most) {
    in.fail(errc::bad_value, field, "a list of 1 to " + std::to_string(most) + " belongs here");
    return;
  }
  for (const dom::element one : all) {
    to.push_back(read(one, field + '[' + std::to_string(to.size()) + ']'));
  }
}

void read_rule(json_checks& in, dom::element root, rule_file& out) {
  const auto m = in.object(root, "", {"id!", "type!", "values!", "overlays"});
  if (const auto v = m["id"]) {
    out.id = in.text(*v, "id");
    if (!out.id.empty() && !is_id(out.id)) {
      in.fail(errc::bad_value, "id", "an id has small letters, digits, dots and dashes");
    }
  }
  if (const auto v = m["type"]) {
    out.type = in.text(*v, "type");
    const auto& types = known_types();
    if (std::find(types.begin(), types.end(), out.type) == types.end()) {
      std::string all;
      for (const std::string_view t : types) all += (all.empty() ? "" : ", ") + std::string(t);
      in.fail(errc::bad_value, "type", "unknown type; there are " + all);
      return;
    }
  } else {
    return;
  }
  if (const auto v = m["values"]) {
    read_list(in, *v, "values", 1000, out.values, [&](dom::element e, const std::string& field) {
      return read_dated(in, out.type, e, field);
    });
  }
  if (const auto v = m["overlays"]) {
    read_list(in, *v, "overlays", 100, out.overlays, [&](dom::element e, const std::string& field) {
      return read_overlay(in, e, field);
    });
  }
  if (!in.failed()) check_overlaps(in, out);
}

}  // namespace

const rule_overlay* rule_file::overlay_on(day on) const noexcept {
  for (const rule_overlay& o : overlays) {
    if ((!o.from || *o.from <= on) && (!o.until || on < *o.until)) return &o;
  }
  return nullptr;
}

bool rule_file::applies(const dated_value& v, day on) const noexcept {
  if (!v.in_force(on)) return false;
  const rule_overlay* o = overlay_on(on);
  return (o == nullptr ? v.status : o->status) != rule_status::suspended;
}

const std::vector<std::string_view>& known_types() {
  static const std::vector<std::string_view> all{
      "agreement",     "case",        "ccl",           "ccl_notes", "chart",      "content",
      "country_map",   "country_names", "country_set", "destination", "direct_product", "eccn_class",
      "flag",          "ownership",   "percent",       "product_rules", "questions", "record"};
  return all;
}

std::optional<rule_file> read_rule_file(std::string file, std::string_view bytes,
                                        std::vector<error>& problems) {
  json_checks in(file, problems);
  rule_file out;
  out.file = std::move(file);
  out.content = sha256(bytes);
  if (bytes.size() > k_max_file_bytes) {
    in.fail(errc::limit_exceeded, "",
            "a rule file has at most " + std::to_string(k_max_file_bytes) + " bytes");
    return std::nullopt;
  }
  dom::parser parser;
  dom::element root;
  const simdjson::padded_string padded(bytes);
  auto code = parser.allocate(std::max<std::size_t>(bytes.size(), 64), k_max_depth);
  if (code == simdjson::SUCCESS) code = parser.parse(padded).get(root);
  if (code != simdjson::SUCCESS) {
    in.fail(bytes.empty() ? errc::empty_input : errc::bad_syntax, "",
            std::string("not JSON: ") + simdjson::error_message(code));
    return std::nullopt;
  }
  read_rule(in, root, out);
  if (in.failed()) return std::nullopt;
  std::stable_sort(out.values.begin(), out.values.end(),
                   [](const dated_value& a, const dated_value& b) {
                     if (!a.from || !b.from) return !a.from && b.from.has_value();
                     return *a.from < *b.from;
                   });
  return out;
}

}  // namespace tradewarden::rules
