// Everything, in the order of the flow: list files -> listed parties -> names -> index ->
// candidates -> score -> decision and audit record; classification -> dated rules -> verdict.
#ifndef TRADEWARDEN_TRADEWARDEN_HPP
#define TRADEWARDEN_TRADEWARDEN_HPP

#include "tradewarden/version.hpp"
#include "tradewarden/error.hpp"
#include "tradewarden/result.hpp"
#include "tradewarden/day.hpp"
#include "tradewarden/partial_date.hpp"
#include "tradewarden/digest.hpp"
#include "tradewarden/schema.hpp"
#include "tradewarden/country.hpp"
#include "tradewarden/list_info.hpp"
#include "tradewarden/source_position.hpp"
#include "tradewarden/party_name.hpp"
#include "tradewarden/measure.hpp"
#include "tradewarden/listed_party.hpp"
#include "tradewarden/party_status.hpp"
#include "tradewarden/publication.hpp"
#include "tradewarden/party_set.hpp"
#include "tradewarden/score.hpp"
#include "tradewarden/comparison.hpp"
#include "tradewarden/index_info.hpp"
#include "tradewarden/party_index.hpp"
#include "tradewarden/evidence.hpp"
#include "tradewarden/screening.hpp"
#include "tradewarden/truth.hpp"
#include "tradewarden/classification.hpp"
#include "tradewarden/rule_basis.hpp"
#include "tradewarden/share_threshold.hpp"
#include "tradewarden/licence_reason.hpp"
#include "tradewarden/zero_percent_case.hpp"
#include "tradewarden/rule_info.hpp"
#include "tradewarden/rule_book.hpp"

#endif  // TRADEWARDEN_TRADEWARDEN_HPP
