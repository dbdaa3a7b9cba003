#include "review/decision_json.hpp"

#include <utility>

#include "tradewarden/decision_book.hpp"

namespace tradewarden::review {
namespace {

json text_or_null(const std::string& text) { return text.empty() ? json(nullptr) : json(text); }

}  // namespace

result<json> parse_object(std::string_view text, const std::string& file, std::uint64_t line) {
  json j = json::parse(text, nullptr, false);
  if (j.is_discarded() || !j.is_object()) {
    return error{errc::bad_syntax, "this is no JSON object", file, line, {}};
  }
  return j;
}

std::optional<digest> digest_from(std::string_view hex) {
  if (hex.size() != 64) return std::nullopt;
  digest out;
  for (std::size_t i = 0; i < hex.size(); ++i) {
    const char c = hex[i];
    unsigned value = 0;
    if (c >= '0' && c <= '9') {
      value = static_cast<unsigned>(c - '0');
    } else if (c >= 'a' && c <= 'f') {
      value = static_cast<unsigned>(c - 'a') + 10;
    } else {
      return std::nullopt;
    }
    out.bytes[i / 2] = static_cast<std::uint8_t>(out.bytes[i / 2] * 16 + value);
  }
  return out;
}

json decision_json(const decision& d) {
  json out;
  out["id"] = d.id;
  out["customer"] = d.customer;
  out["customer_digest"] = d.customer_digest.to_string();
  out["customer_name"] = d.customer_name;
  out["list"] = d.list;
  out["source_id"] = d.source_id;
  out["entry_digest"] = d.entry_digest.to_string();
  out["entry_name"] = d.entry_name;
  out["reason"] = d.reason;
  out["who"] = d.who;
  out["at"] = d.at;
  out["expires"] = audit::date_or_null(d.expires);
  out["approved_by"] = text_or_null(d.approved_by);
  out["approved_at"] = text_or_null(d.approved_at);
  out["withdrawn_by"] = text_or_null(d.withdrawn_by);
  out["withdrawn_at"] = text_or_null(d.withdrawn_at);
  out["withdrawn_reason"] = text_or_null(d.withdrawn_reason);
  return out;
}

result<decision> decision_from(const json& j, const std::string& file, std::uint64_t line) {
  decision d;
  const std::pair<const char*, std::string decision::*> texts[] = {
      {"customer", &decision::customer}, {"customer_name", &decision::customer_name},
      {"list", &decision::list}, {"source_id", &decision::source_id}, {"entry_name", &decision::entry_name},
      {"reason", &decision::reason}, {"who", &decision::who}, {"at", &decision::at},
      {"approved_by", &decision::approved_by}, {"approved_at", &decision::approved_at},
      {"withdrawn_by", &decision::withdrawn_by}, {"withdrawn_at", &decision::withdrawn_at},
      {"withdrawn_reason", &decision::withdrawn_reason}};
  for (const auto& [key, to] : texts) {
    const auto it = j.find(key);
    if (it == j.end() || it->is_null()) continue;
    if (!it->is_string()) return error{errc::bad_value, "no text", file, line, key};
    d.*to = it->get<std::string>();
  }
  for (const auto& [key, to] : {std::pair{"customer_digest", &decision::customer_digest},
                                std::pair{"entry_digest", &decision::entry_digest}}) {
    const auto it = j.find(key);
    const auto read = it != j.end() && it->is_string() ? digest_from(it->get<std::string>()) : std::nullopt;
    if (!read) return error{errc::bad_value, "no SHA-256: 64 lower-case hexadecimal digits", file, line, key};
    d.*to = *read;
  }
  if (const auto it = j.find("expires"); it != j.end() && !it->is_null()) {
    const auto on = it->is_string() ? day::parse(it->get<std::string>()) : result<day>(error{});
    if (!on) return error{errc::bad_value, "no date (YYYY-MM-DD)", file, line, "expires"};
    d.expires = *on;
  }
  d.id = decision_id(d);
  return d;
}

std::string decision_id(const decision& d) {
  json j = decision_json(d);
  for (const char* key : {"id", "approved_by", "approved_at", "withdrawn_by", "withdrawn_at", "withdrawn_reason"}) j.erase(key);
  return sha256(audit::one_line(j)).to_string().substr(0, 16);
}

}  // namespace tradewarden::review

namespace tradewarden {

std::string to_json(const decision& d) { return audit::one_line(review::decision_json(d)); }

result<decision> parse_decision(std::string_view json, const std::string& file, std::uint64_t line) {
  auto object = review::parse_object(json, file, line);
  if (!object) return object.error();
  return review::decision_from(*object, file, line);
}

}  // namespace tradewarden
