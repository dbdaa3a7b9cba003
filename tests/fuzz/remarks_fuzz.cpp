// Any bytes as OFAC remarks: every clause lies inside the text and is counted once.
#include <cstdlib>

#include "lists/ofac_remarks.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tradewarden;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const char* last = text.data();
  for (const std::string_view clause : lists::split_ofac_remarks(text)) {
    if (clause.empty() || clause.data() < last ||
        clause.data() + clause.size() > text.data() + text.size()) {
      std::abort();
    }
    last = clause.data() + clause.size();
  }
  listed_party p;
  p.schema = size % 2 == 0 ? schema::person : schema::vessel;
  lists::ofac_remark_counts n;
  lists::read_ofac_remarks(text, {{}, {0, 1, 1}, size / 2}, p, &n);
  if (n.clauses != n.facts + n.notes + n.titles + n.other) std::abort();
  for (const party_birth_date& d : p.birth_dates) {
    const auto again = partial_date::parse(d.date.to_string());
    if (!again || !(*again == d.date)) std::abort();
  }
  return 0;
}
