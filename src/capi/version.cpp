#include "capi/handles.hpp"
#include "tradewarden/comparison.hpp"
#include "tradewarden/version.hpp"

static_assert(TW_VERSION_NUMBER == TRADEWARDEN_VERSION_MAJOR * 10'000 +
                                       TRADEWARDEN_VERSION_MINOR * 100 + TRADEWARDEN_VERSION_PATCH,
              "the header of the C interface is of another version");

int32_t tw_version_number(void) { return TW_VERSION_NUMBER; }

const char* tw_version(void) { return tradewarden::k_version.data(); }

int32_t tw_score_version(void) { return tradewarden::k_score_version; }
