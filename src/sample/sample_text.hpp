// The text of the embedded sample list, src/sample/sample.jsonl, byte for byte.
#ifndef TRADEWARDEN_SAMPLE_SAMPLE_TEXT_HPP
#define TRADEWARDEN_SAMPLE_SAMPLE_TEXT_HPP

#include <string_view>

namespace tradewarden::sample {

/// JSON Lines in the project's own list format; lives as long as the program.
[[nodiscard]] std::string_view text() noexcept;

}  // namespace tradewarden::sample

#endif  // TRADEWARDEN_SAMPLE_SAMPLE_TEXT_HPP
