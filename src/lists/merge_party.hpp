// Joins what two publications say of one party.
//
// The party at hand comes from the publication that is believed first: its single facts stay, and
// gaps are filled. What there may be several of is united: a name that folds to the same tokens,
// an address of the same letters and digits, a number of the same letters and digits is the same
// one, and stays as the first publication writes it. So a weak alias stays weak, though the
// Consolidated Screening List, which does not tell weak from strong, repeats it.
//
// Threads: a function of its arguments.
#ifndef TRADEWARDEN_LISTS_MERGE_PARTY_HPP
#define TRADEWARDEN_LISTS_MERGE_PARTY_HPP

#include "tradewarden/listed_party.hpp"

namespace tradewarden::lists {

void merge_party(listed_party& kept, listed_party&& other);

}  // namespace tradewarden::lists

#endif  // TRADEWARDEN_LISTS_MERGE_PARTY_HPP
