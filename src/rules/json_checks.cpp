#include "rules/json_checks.hpp"

#include <algorithm>
#include <utility>

#include "rules/rule_file.hpp"
#include "support/ascii.hpp"
#include "tradewarden/country.hpp"

namespace tradewarden::rules {

void json_checks::fail(errc code, std::string_view field, std::string message) {
  if (problems_.size() - before_ > k_max_problems) return;
  error e;
  e.code = code;
  e.file = file_;
  e.field = field;
  e.message = std::move(message);
  if (problems_.size() - before_ == k_max_problems) {
    e.code = errc::limit_exceeded;
    e.field.clear();
    e.message = "more than " + std::to_string(k_max_problems) + " problems; the rest are not shown";
  }
  problems_.push_back(std::move(e));
}

std::string json_checks::text(dom::element e, const std::string& field, std::size_t most) {
  std::string_view s;
  if (e.get(s) != simdjson::SUCCESS) {
    fail(errc::bad_value, field, "a text belongs here");
    return {};
  }
  const bool control = std::any_of(s.begin(), s.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
  });
  if (s.empty() || s.size() > most || control) {
    fail(errc::bad_value, field,
         "a text of 1 to " + std::to_string(most) + " bytes without control characters belongs here");
    return {};
  }
  return std::string(s);
}

std::optional<day> json_checks::date(dom::element e, const std::string& field) {
  std::string_view s;
  if (e.get(s) != simdjson::SUCCESS) {
    fail(errc::bad_value, field, "a date belongs here: \"YYYY-MM-DD\"");
    return std::nullopt;
  }
  const auto d = day::parse(s);
  if (!d) {
    fail(errc::bad_value, field, d.error().message);
    return std::nullopt;
  }
  return *d;
}

bool json_checks::flag(dom::element e, const std::string& field) {
  bool b = false;
  if (e.get(b) != simdjson::SUCCESS) fail(errc::bad_value, field, "true or false belongs here");
  return b;
}

std::vector<std::string> json_checks::texts(dom::element e, const std::string& field,
                                            std::size_t least) {
  std::vector<std::string> out;
  dom::array all;
  if (e.get(all) != simdjson::SUCCESS) {
    fail(errc::bad_value, field, "a list of texts belongs here");
    return out;
  }
  for (const dom::element one : all) {
    out.push_back(text(one, field + '[' + std::to_string(out.size()) + ']'));
  }
  if (out.size() < least) fail(errc::bad_value, field, "the list is empty");
  std::vector<std::string> sorted = out;
  std::sort(sorted.begin(), sorted.end());
  const auto twice = std::adjacent_find(sorted.begin(), sorted.end());
  if (twice != sorted.end() && !twice->empty()) {
    fail(errc::bad_value, field, "'" + *twice + "' stands there twice");
  }
  return out;
}

bool json_checks::is_country(std::string_view code, const std::string& field, bool regions) {
  const auto upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (code.size() >= 2 && upper(code[0]) && upper(code[1]) &&
      !country_name(code.substr(0, 2)).empty()) {
    if (code.size() == 2) return true;
    const bool region = code.size() <= 6 && code.size() >= 4 && code[2] == '-' &&
                        std::all_of(code.begin() + 3, code.end(),
                                    [&](char c) { return upper(c) || ascii::is_digit(c); });
    if (regions && region) return true;
  }
  fail(errc::bad_value, field,
       "not an ISO 3166-1 alpha-2 code: '" + std::string(code.substr(0, 40)) + "'");
  return false;
}

std::vector<std::string> json_checks::countries(dom::element e, const std::string& field,
                                                bool regions) {
  std::vector<std::string> out = texts(e, field);
  for (std::size_t i = 0; i < out.size(); ++i) {
    if (!out[i].empty()) {
      (void)is_country(out[i], field + '[' + std::to_string(i) + ']', regions);
    }
  }
  std::sort(out.begin(), out.end());
  return out;
}

std::optional<dom::element> json_checks::members::operator[](std::string_view key) const {
  for (const auto& [name, element] : all_) {
    if (name == key) return element;
  }
  return std::nullopt;
}

std::vector<std::pair<std::string_view, dom::element>> json_checks::any_members(
    dom::element e, const std::string& field) {
  std::vector<std::pair<std::string_view, dom::element>> out;
  dom::object object;
  if (e.get(object) != simdjson::SUCCESS) {
    fail(errc::bad_value, field, "an object belongs here: {...}");
    return out;
  }
  for (const dom::key_value_pair pair : object) out.emplace_back(pair.key, pair.value);
  std::vector<std::string_view> keys;
  for (const auto& [key, value] : out) keys.push_back(key);
  std::sort(keys.begin(), keys.end());
  const auto twice = std::adjacent_find(keys.begin(), keys.end());
  if (twice != keys.end()) {
    fail(errc::bad_syntax, field, "the key '" + std::string(twice->substr(0, 60)) + "' stands twice");
  }
  return out;
}

json_checks::members json_checks::object(dom::element e, const std::string& field,
                                         std::initializer_list<std::string_view> keys) {
  members out;
  out.all_ = any_members(e, field);
  const std::string prefix = field.empty() ? field : field + '.';
  for (const auto& [key, value] : out.all_) {
    const bool known = std::any_of(keys.begin(), keys.end(), [&](std::string_view k) {
      return k == key || (k.ends_with('!') && k.substr(0, k.size() - 1) == key);
    });
    if (!known) {
      fail(errc::bad_syntax, prefix + std::string(key.substr(0, 60)), "unknown key");
    }
  }
  for (std::string_view k : keys) {
    if (!k.ends_with('!')) continue;
    k.remove_suffix(1);
    if (!out[k]) fail(errc::missing_field, prefix + std::string(k), "this key is required");
  }
  return out;
}

}  // namespace tradewarden::rules
