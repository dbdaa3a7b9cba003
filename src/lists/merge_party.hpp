// Joins what two publications say of one party.
//
// The party at hand comes from the publication that is believed first: its single facts stay, and
// gaps are filled. What there may be several of is united: a name that folds to the same tokens,
// an address of the same letters and digits, a number of the same letters and digits is the same
// one, and stays as the first publication writes it. So a weak alias stays weak, though the
// Consolidated Screening List, which does not tell weak from strong, repeats it.
//
// No publication can hide what another says is in force: of one measure (kind and first day) the
// later end counts, no end being the latest, and its note says what the other publication gives. A
// listing without dates gives way only to a dated measure without end.
//
// Threads: a function of its arguments.
#ifndef TRADEWARDEN_LISTS_MERGE_PARTY_HPP
#define TRADEWARDEN_LISTS_MERGE_PARTY_HPP

#include <cstddef>
#include <span>

#include "tradewarden/listed_party.hpp"
#include "tradewarden/publication.hpp"

namespace tradewarden::lists {

/// Returns how many measures the two end on different days; `publications` (may be empty) gives the
/// names for the notes about it.
std::size_t merge_party(listed_party& kept, listed_party&& other,
                        std::span<const publication> publications = {});

}  // namespace tradewarden::lists

#endif  // TRADEWARDEN_LISTS_MERGE_PARTY_HPP
