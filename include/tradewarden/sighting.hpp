// The days on which snapshots of a publication showed an entry, one after the other without a gap.
//
//   snapshots       A        B        C        D        E
//   entry in it     -        x        x        x        -
//                   |        |first            |last    |
//                   |missing_before                     |missing_from
//
// Between `missing_before` and `first` it came onto the list, between `last` and `missing_from` it
// went: on which day, no snapshot tells.
//
// Threads: a plain value.
#ifndef TRADEWARDEN_SIGHTING_HPP
#define TRADEWARDEN_SIGHTING_HPP

#include <optional>

#include "tradewarden/day.hpp"

namespace tradewarden {

struct sighting {
  day first;                          ///< Of the first snapshot that showed it so.
  day last;                           ///< Of the last one.
  std::optional<day> missing_before;  ///< Of the snapshot just before, if that lacks the entry.
  std::optional<day> missing_from;    ///< Of the snapshot just after, if that lacks the entry.
  friend bool operator==(const sighting&, const sighting&) = default;
};

}  // namespace tradewarden

#endif  // TRADEWARDEN_SIGHTING_HPP
