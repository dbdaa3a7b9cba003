// Any text at all: footnotes, citations, dates and names within names come out in their documented
// forms.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "lists/bis_dpl.hpp"
#include "lists/citation.hpp"
#include "lists/footnotes.hpp"
#include "lists/list_address.hpp"
#include "lists/list_date.hpp"
#include "lists/list_text.hpp"

namespace {

void require(bool promise) {
  if (!promise) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tradewarden::lists;
  const std::string_view s(reinterpret_cast<const char*>(data), size);
  const auto marks = entity_list_footnotes(s);
  require(std::is_sorted(marks.begin(), marks.end()) && marks.size() <= 6);
  for (const std::string& m : marks) {
    require(m == "unknown" || (m.size() == 1 && m[0] >= '1' && m[0] <= '5'));
  }
  for (const citation& c : parse_citations(s)) {
    require(!c.text.empty());
    if (c.volume != 0) {
      // The normal form is read as itself.
      require(citation_texts(c.text) == std::vector<std::string>{c.text});
      require(!c.published || c.published->year() - 1935 == c.volume);
    }
  }
  const std::string once = collapse_blanks(s);
  require(collapse_blanks(once) == once);
  for (const inner_name& n : inner_names(s)) require(n.text.size() >= 2);
  for (const std::string& piece : split_at_commas(s)) require(piece.size() <= s.size() * 2 + 2);
  const list_interval when = read_list_interval(s.substr(0, size / 2), s.substr(size / 2));
  require(!when.from || !when.until || *when.from < *when.until);
  const std::string_view country = country_of_address(s);
  require(country.empty() || country.size() == 2);
  (void)split_name_and_address(s);
  return 0;
}
