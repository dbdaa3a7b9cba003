// Any bytes fold to bounded tokens, twice to the same ones, and a name is like itself.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "names/fold.hpp"
#include "names/latin_spelling.hpp"
#include "tradewarden/comparison.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto tokens = tradewarden::names::fold(text);
  if (tokens != tradewarden::names::fold(text)) std::abort();
  if (tokens.size() > tradewarden::names::k_max_tokens) std::abort();
  const auto readings = tradewarden::names::fold_readings(text);
  if (readings.empty() || readings.size() > tradewarden::names::k_max_readings) std::abort();
  if (readings.front() != tokens) std::abort();
  for (const auto& reading : readings) {
    if (reading.empty() && !tokens.empty()) std::abort();
    if (reading.size() > tradewarden::names::k_max_tokens) std::abort();
    for (const auto& t : reading) {
      if (t.text.empty() || t.text.size() > tradewarden::names::k_max_token_bytes) std::abort();
    }
  }
  const auto self = tradewarden::score_names(text, text).units();
  if (self != (tokens.empty() ? 0 : tradewarden::score::k_one)) std::abort();
  const auto other = tradewarden::score_names(text.substr(size / 2), text.substr(0, size / 2)).units();
  if (other < 0 || other > tradewarden::score::k_one) std::abort();
  return 0;
}
