// An error that nobody looks at is a screening that silently did not happen.
// expect: nodiscard
#include "tradewarden/day.hpp"

int main() {
#ifdef TRADEWARDEN_MUST_FAIL
  tradewarden::day::parse("2018-04-15");
#endif
  return tradewarden::day::parse("2018-04-15").has_value() ? 0 : 1;
}
