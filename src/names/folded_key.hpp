// One string per name such that two names have the same string iff their folded tokens are equal.
#ifndef TRADEWARDEN_NAMES_FOLDED_KEY_HPP
#define TRADEWARDEN_NAMES_FOLDED_KEY_HPP

#include <string>
#include <string_view>

namespace tradewarden::names {

/// The folded tokens joined by single blanks, a mended one with '~' behind it; empty if the name has no letter or digit.
[[nodiscard]] std::string folded_key(std::string_view name);

}  // namespace tradewarden::names

#endif  // TRADEWARDEN_NAMES_FOLDED_KEY_HPP
