// 0.8, 80 and 8000 are all written for the same threshold somewhere: a score has to say its unit.
// expect: no match for .operator=|no viable overloaded '='
#include "tradewarden/screening.hpp"

int main() {
  tradewarden::screening_options options;
#ifdef TRADEWARDEN_MUST_FAIL
  options.threshold = 80;
#else
  options.threshold = tradewarden::score::from_units(8000);
#endif
  return options.limit == 10 ? 0 : 1;
}
