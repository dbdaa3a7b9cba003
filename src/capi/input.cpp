#include "capi/input.hpp"

#include <cstdint>

namespace tradewarden::capi {
namespace {

/// More elements than any caller means; a count that was never set is mostly larger.
constexpr std::size_t k_most_elements = std::size_t{1} << 32U;

error bad_value(std::string message, std::string_view parameter) {
  return error{errc::bad_value, std::move(message), {}, 0, std::string(parameter)};
}

}  // namespace

result<std::string_view> text_of(const char* data, std::size_t size, std::string_view parameter) {
  if (size == 0) return std::string_view();
  if (!is_memory(data, 1)) return usage("a length without a text", parameter);
  if (size > static_cast<std::size_t>(PTRDIFF_MAX)) return usage("an impossible length", parameter);
  return std::string_view(data, size);
}

result<std::string_view> text_of(const tw_str& s, std::string_view parameter) {
  return text_of(s.data, s.size, parameter);
}

result<std::string> path_of(const char* data, std::size_t size, std::string_view parameter) {
  const auto text = text_of(data, size, parameter);
  if (!text) return text.error();
  if (text->empty()) return usage("empty", parameter);
  if (text->find('\0') != std::string_view::npos) return usage("a zero inside", parameter);
  return std::string(*text);
}

result<void> check_array(const void* all, std::size_t count, std::size_t alignment,
                         std::string_view parameter) {
  if (count == 0) return {};
  if (!is_memory(all, alignment)) return usage("a count without an array", parameter);
  if (count > k_most_elements) return usage("an impossible count", parameter);
  return {};
}

result<std::vector<std::string>> texts_of(const tw_str* all, std::size_t count,
                                          std::string_view parameter) {
  if (auto ok = check_array(all, count, alignof(tw_str), parameter); !ok) return ok.error();
  std::vector<std::string> out;
  out.reserve(std::min<std::size_t>(count, 1024));
  for (std::size_t i = 0; i < count; ++i) {
    const auto text = text_of(all[i], parameter);
    if (!text) return text.error();
    out.emplace_back(*text);
  }
  return out;
}

result<day> required_day(tw_day yyyymmdd, std::string_view parameter) {
  auto d = day::from_ymd(yyyymmdd / 10'000, yyyymmdd / 100 % 100, yyyymmdd % 100);
  if (yyyymmdd > 0 && d) return d;
  return bad_value("not a day as YYYYMMDD: " + std::to_string(yyyymmdd), parameter);
}

result<std::optional<day>> day_of(tw_day yyyymmdd, std::string_view parameter) {
  if (yyyymmdd == 0) return std::optional<day>();
  const auto d = required_day(yyyymmdd, parameter);
  if (!d) return d.error();
  return std::optional<day>(*d);
}

result<bool> flag_of(std::int32_t flag, std::string_view parameter) {
  if (flag == 0 || flag == 1) return flag == 1;
  return bad_value("a flag is 0 or 1, not " + std::to_string(flag), parameter);
}

result<std::int32_t> choice_of(std::int32_t value, std::int32_t last, std::string_view parameter) {
  if (value >= 0 && value <= last) return value;
  return bad_value("no value of this enumeration: " + std::to_string(value), parameter);
}

result<schema> schema_of(std::int32_t value) {
  const auto s = choice_of(value, TW_SCHEMA_AIRCRAFT, "schema");
  if (!s) return s.error();
  return static_cast<schema>(*s);
}

std::optional<error> size_problem(const void* from, std::size_t size, std::size_t known,
                                  std::string_view parameter) {
  if (size < sizeof(std::size_t) || size > k_most_struct_bytes || size % sizeof(std::size_t) != 0) {
    return usage("struct_size is not set: start from the _INIT macro", parameter);
  }
  const auto* bytes = static_cast<const char*>(from);
  for (std::size_t i = known; i < size; ++i) {
    if (bytes[i] != 0) {
      return usage("a field is set that this version of the library does not know", parameter);
    }
  }
  return std::nullopt;
}

}  // namespace tradewarden::capi
