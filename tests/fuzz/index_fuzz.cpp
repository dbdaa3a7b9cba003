// A damaged index file: an error, or an index that answers without leaving its bytes. The first
// byte of the input says whether checksums and digest are mended, so that the checks behind them
// are reached.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include "support/section_mender.hpp"
#include "tradewarden/party_index.hpp"
#include "tradewarden/party_set.hpp"
#include "tradewarden/screening.hpp"

namespace {

using namespace tradewarden;

const std::string& good_index() {
  static const std::string bytes = [] {
    party_set set;
    set.publications.emplace_back().name = "fuzz";
    std::string many;
    for (int i = 0; i < 40; ++i) many += "word" + std::to_string(i) + " ";
    for (const std::string& name : {std::string("ZTE Kangxun Telecommunications Ltd."),
                                    std::string("Ivan Petrov"), std::string("J. Smith"),
                                    std::string("Kang Xun"), many}) {
      listed_party p;
      p.list = "X-FUZZ";
      p.source_id = name;
      p.names.emplace_back().text = name;
      p.measures.emplace_back();
      p.sources.emplace_back();
      p.identifiers.push_back({"Passport", "AB" + std::to_string(name.size()) + "123", "RU", "", "", {}});
      set.parties.push_back(p);
    }
    return build_index_bytes(set).value();
  }();
  return bytes;
}

/// Everything that reads an index, at thresholds that make the search look at much.
void use(const party_index& idx) {
  screening_options o;
  o.as_of = day::from_days(20'000);
  o.threshold = score::from_units(3'000);
  for (const char* name : {"ZTE Kangxun", "J Smith", "Kangxun", "x"}) {
    screening_query q;
    q.name = name;
    o.explain = !o.explain;
    q.identifier = q.name[0] == 'x' ? "" : "AB11123";
    (void)to_json(screen(idx, q, o), idx);
  }
  screening_query bearer;
  bearer.identifier = "passport AB35123";
  (void)to_json(screen(idx, bearer, o), idx);
  for (std::uint32_t p = 0; p < idx.party_count() && p < 8; ++p) (void)idx.party(p);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  // Edits of three bytes each over a good file: where (two bytes), and what to xor.
  std::string bytes = good_index();
  if ((data[0] & 2U) != 0 && size >= 3) {
    bytes.resize(bytes.size() * data[1] / 256 + data[2]);
  }
  for (std::size_t i = 1; i + 2 < size; i += 3) {
    const std::size_t at = (std::size_t{data[i]} << 8U | data[i + 1]) % (bytes.empty() ? 1 : bytes.size());
    if (!bytes.empty()) bytes[at] = static_cast<char>(bytes[at] ^ static_cast<char>(data[i + 2]));
  }
  if ((data[0] & 1U) != 0) tests::mend_checksums(bytes);
  // Opened lazily, the same damage is met by the queries; what is accepted fully is so lazily too.
  const auto lazy = party_index::from_bytes(bytes, verify::lazily);
  if (lazy) use(*lazy);
  const auto idx = party_index::from_bytes(bytes);
  if (!idx) return 0;
  if (!lazy) std::abort();
  use(*idx);
  return 0;
}
