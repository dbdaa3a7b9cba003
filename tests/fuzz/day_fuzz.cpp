// day::parse: whatever it takes is written back the same, and lies on the calendar where
// counting days from year, month and day puts it.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "tradewarden/day.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto parsed = tradewarden::day::parse(text);
  if (!parsed) {
    if (parsed.error().code != tradewarden::errc::bad_value) std::abort();
    return 0;
  }
  if (parsed->to_string() != text) std::abort();
  const auto again = tradewarden::day::from_ymd(parsed->year(), parsed->month(),
                                                parsed->day_of_month());
  if (!again || *again != *parsed) std::abort();
  // The next day is one later, whatever the month or the year does.
  if (!(*parsed < parsed->plus(1)) || parsed->plus(1).days() - parsed->days() != 1) std::abort();
  return 0;
}
