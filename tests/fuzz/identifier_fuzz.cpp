// Any bytes as a number: a first byte for its type, then two numbers with a line end between them.
// Normal forms are their own, keys follow them, and a number is the same as itself.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "tradewarden/identifier.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tradewarden;
  if (size == 0) return 0;
  const auto type = static_cast<identifier_type>(data[0] % 17);
  const std::string text(reinterpret_cast<const char*>(data + 1), size - 1);
  const std::size_t line = text.find('\n');
  const identifier a{type, text.substr(0, line)};
  const identifier b{type, line == std::string::npos ? std::string() : text.substr(line + 1)};
  const std::string normal = normalise_identifier(a);
  if (normalise_identifier({type, normal}) != normal) std::abort();
  if (identifier_key({type, normal}) != identifier_key(a)) std::abort();
  if (!identifier_key(a).empty() && compare_identifiers(a, a).grade != identifier_grade::same) std::abort();
  if (compare_identifiers(a, b).grade == identifier_grade::same && normal != normalise_identifier(b)) std::abort();
  (void)check_identifier(a);
  (void)identifier_type_of(a.value, b.value);
  for (const identifier& r : read_identifier(text)) {
    if (r.value.size() > text.size()) std::abort();
    (void)check_identifier(r);
  }
  return 0;
}
