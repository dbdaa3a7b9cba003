// Everything, in the order of the flow: list files -> listed parties -> names -> index ->
// candidates -> score -> decision and audit record.
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
#include "tradewarden/index_builder.hpp"
#include "tradewarden/index_info.hpp"
#include "tradewarden/party_index.hpp"
#include "tradewarden/evidence.hpp"
#include "tradewarden/screening.hpp"
#include "tradewarden/batch_screening.hpp"
#include "tradewarden/live_index.hpp"

#endif  // TRADEWARDEN_TRADEWARDEN_HPP
