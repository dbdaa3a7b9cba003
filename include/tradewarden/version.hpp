// The library's version.
//
// Example:
//   std::puts(tradewarden::k_version.data());
//
// Threads: constants only.
#ifndef TRADEWARDEN_VERSION_HPP
#define TRADEWARDEN_VERSION_HPP

#include <string_view>

#define TRADEWARDEN_VERSION_MAJOR 0
#define TRADEWARDEN_VERSION_MINOR 1
#define TRADEWARDEN_VERSION_PATCH 0

namespace tradewarden {

/// Engine version, written into every answer so that it can be replayed.
inline constexpr std::string_view k_version = "0.1.0";

}  // namespace tradewarden

#endif  // TRADEWARDEN_VERSION_HPP
