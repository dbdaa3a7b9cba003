// 20180415 is not a day, and neither is a time_t.
// expect: no match for .operator=|no viable overloaded '='
#include "tradewarden/screening.hpp"

int main() {
  tradewarden::screening_options options;
#ifdef TRADEWARDEN_MUST_FAIL
  options.as_of = 20180415;
#else
  options.as_of = tradewarden::day::from_days(17636);
#endif
  return options.as_of.has_value() ? 0 : 1;
}
