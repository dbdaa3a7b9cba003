// A user's program: exit status 0 if the library that it found answers.
#include <cstdio>

#include "tradewarden/tradewarden.hpp"

int main() {
  const auto day = tradewarden::day::parse("2018-04-15");
  if (!day || day->plus(89).to_string() != "2018-07-13") return 1;
  // FIPS 180-4, the digest of "abc".
  const std::string digest = tradewarden::sha256("abc").to_string();
  if (digest.compare(0, 16, "ba7816bf8f01cfea") != 0) return 2;
  std::printf("tradewarden %s\n", tradewarden::k_version.data());
  return 0;
}
