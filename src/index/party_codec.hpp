// A listed party as bytes inside an index file, and back.
//
// Example:
//   byte_writer w;
//   encode_party(party, w);
//   std::optional<listed_party> again = decode_party(w.bytes());   // equal to party
//
// Threads: pure functions.
#ifndef TRADEWARDEN_INDEX_PARTY_CODEC_HPP
#define TRADEWARDEN_INDEX_PARTY_CODEC_HPP

#include <optional>
#include <string>
#include <string_view>

#include "index/byte_codec.hpp"
#include "tradewarden/party_index.hpp"
#include "tradewarden/listed_party.hpp"

namespace tradewarden::indexing {

/// Most elements of all lists of a party together.
inline constexpr std::size_t k_most_items = 1'000'000;

/// Returns the number of elements; with more than k_most_items the bytes are of no use.
std::size_t encode_party(const listed_party& party, byte_writer& out);
/// Nothing if the bytes are not what encode_party wrote.
[[nodiscard]] std::optional<listed_party> decode_party(std::string_view bytes);

void encode_info(const index_info& info, byte_writer& out);
[[nodiscard]] std::optional<index_info> decode_info(std::string_view bytes);

}  // namespace tradewarden::indexing

#endif  // TRADEWARDEN_INDEX_PARTY_CODEC_HPP
