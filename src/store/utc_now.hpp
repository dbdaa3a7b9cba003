// The moment, as records of a store bear it.
//
// Example:
//   row.bind(2, store::utc_now());   // "2026-08-01T06:30:00Z"
//
// Threads: a pure function of the clock.
#ifndef TRADEWARDEN_STORE_UTC_NOW_HPP
#define TRADEWARDEN_STORE_UTC_NOW_HPP

#include <string>

namespace tradewarden::store {

[[nodiscard]] std::string utc_now();

}  // namespace tradewarden::store

#endif  // TRADEWARDEN_STORE_UTC_NOW_HPP
