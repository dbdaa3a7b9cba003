#include "rules/rules_json.hpp"

#include <algorithm>

#include "audit/json_parts.hpp"
#include "tradewarden/version.hpp"

namespace tradewarden::rules {
namespace {

using audit::json;

json head(const rule_book& book) {
  json out;
  out["engine_version"] = k_version;
  out["content"] = book.content().to_string();
  return out;
}

json summary(const rule_info& r) {
  json out;
  out["id"] = r.id;
  out["type"] = r.type;
  out["file"] = r.file;
  out["origin"] = r.origin;
  out["sha256"] = r.content.to_string();
  out["unverified"] = r.unverified;
  return out;
}

json dated(const rule_value& v) {
  json out;
  out["from"] = audit::date_or_null(v.from);
  out["until"] = audit::date_or_null(v.until);
  out["published"] = audit::date_or_null(v.published);
  out["edition"] = audit::date_or_null(v.edition);
  out["status"] = to_string(v.status);
  out["verified"] = v.verified;
  out["citation"] = v.citation;
  return out;
}

std::string printed(const json& j) {
  return j.dump(2, ' ', false, json::error_handler_t::replace);
}

}  // namespace

std::string list_json(const rule_book& book) {
  json out = head(book);
  json all = json::array();
  for (const rule_info& r : book.rules()) {
    json one = summary(r);
    one["values"] = r.values.size();
    all.push_back(std::move(one));
  }
  out["rules"] = std::move(all);
  return printed(out);
}

std::string rule_json(const rule_book& book, const rule_info& rule) {
  json out = head(book);
  out.update(summary(rule));
  json values = json::array();
  for (const rule_value& v : rule.values) {
    json one = dated(v);
    // Our own compact form of what was checked: it parses.
    one["value"] = json::parse(v.value, nullptr, false);
    values.push_back(std::move(one));
  }
  out["values"] = std::move(values);
  json overlays = json::array();
  for (const rule_value& v : rule.overlays) overlays.push_back(dated(v));
  out["overlays"] = std::move(overlays);
  return printed(out);
}

std::string rule_file_json(const rule_info& rule) {
  const auto file_value = [](const rule_value& v) {
    json one;
    if (v.from) one["from"] = v.from->to_string();
    if (v.until) one["until"] = v.until->to_string();
    if (v.published) one["published"] = v.published->to_string();
    if (v.edition) one["edition"] = v.edition->to_string();
    if (v.status != rule_status::in_force) one["status"] = to_string(v.status);
    one["citation"] = v.citation;
    one["verified"] = v.verified;
    return one;
  };
  json out;
  out["id"] = rule.id;
  out["type"] = rule.type;
  json values = json::array();
  for (const rule_value& v : rule.values) {
    json one = file_value(v);
    one["value"] = json::parse(v.value, nullptr, false);
    values.push_back(std::move(one));
  }
  out["values"] = std::move(values);
  if (!rule.overlays.empty()) {
    json overlays = json::array();
    for (const rule_value& v : rule.overlays) {
      json one = file_value(v);
      one["status"] = to_string(v.status);  // required here
      overlays.push_back(std::move(one));
    }
    out["overlays"] = std::move(overlays);
  }
  return printed(out);
}

std::vector<rule_override> overrides(const rule_book& book) {
  std::vector<rule_override> out;
  for (const rule_info& mine : book.rules()) {
    if (mine.origin == "built-in") continue;
    const rule_info* theirs = rule_book::built_in().find(mine.id);
    if (theirs == nullptr) continue;
    rule_override o{mine.id, mine.file, theirs->values.size(), 0};
    for (const rule_value& v : theirs->values) {
      const bool kept = std::any_of(mine.values.begin(), mine.values.end(), [&](const rule_value& m) {
        return m.from == v.from && m.until == v.until && m.edition == v.edition &&
               m.status == v.status && m.value == v.value;
      });
      if (!kept) ++o.gone;
    }
    out.push_back(std::move(o));
  }
  return out;
}

std::string check_json(const rule_book* book, const std::vector<error>& problems) {
  json out;
  out["engine_version"] = k_version;
  out["content"] = book == nullptr ? json(nullptr) : json(book->content().to_string());
  json all = json::array();
  for (const error& e : problems) {
    json one;
    one["code"] = to_string(e.code);
    one["file"] = e.file;
    one["field"] = e.field.empty() ? json(nullptr) : json(e.field);
    one["message"] = e.message;
    all.push_back(std::move(one));
  }
  out["problems"] = std::move(all);
  json replaced = json::array();
  if (book != nullptr) {
    for (const rule_override& o : overrides(*book)) {
      replaced.push_back({{"id", o.id}, {"file", o.file}, {"values", o.before}, {"gone", o.gone}});
    }
  }
  out["overrides"] = std::move(replaced);
  return printed(out);
}

}  // namespace tradewarden::rules
