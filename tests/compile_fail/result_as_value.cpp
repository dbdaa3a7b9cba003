// A result is no value until it has been asked for one.
// expect: no viable conversion|conversion from .* requested
#include "tradewarden/day.hpp"

int main() {
#ifdef TRADEWARDEN_MUST_FAIL
  const tradewarden::day d = tradewarden::day::parse("2018-04-15");
#else
  const tradewarden::day d = tradewarden::day::parse("2018-04-15").value();
#endif
  return d.days() > 0 ? 0 : 1;
}
