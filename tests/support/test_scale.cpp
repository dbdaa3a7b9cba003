#include "support/test_scale.hpp"

namespace tradewarden::tests {

bool sanitized() noexcept { return TRADEWARDEN_SANITIZED != 0; }

}  // namespace tradewarden::tests
