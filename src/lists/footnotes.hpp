// Which footnotes of the Entity List (Supplement No. 4 to Part 744) an entry carries.
//
// The published lists have no column for them: the mark hangs somewhere in the licence
// requirement, and the superscript has become an ordinary digit:
//
//   "see 734.9(e)1 and 744.11 of the EAR2"            1 and 2   mark behind the paragraph
//   "(See 734.9(e)(2) and 744.11 of the EAR)4"        4         mark behind the sentence
//   "(See 734.9(g),3 746.8(a)(3), and 744.21(b) ...)" 3         mark behind the comma
//   "(See 734.9(e) and 744.11 of the EAR)"            unknown   the mark is lost
//
// The paragraph itself also says which: 734.9(e)(1) is footnote 1, (e)(2) footnote 4, (e)(3)
// footnote 5, and 734.9(g) footnote 3; 736.2(b)(3)(vi) was footnote 1 before 734.9. Paragraph (e) alone may be any of three, so an entry that
// names it without a mark is "unknown": a foreign-direct-product rule reaches it, and which one
// must be looked up in the entry.
//
// Example:
//   auto f = lists::entity_list_footnotes(requirement);   // {"1", "2"}
//
// Threads: pure functions.
#ifndef TRADEWARDEN_LISTS_FOOTNOTES_HPP
#define TRADEWARDEN_LISTS_FOOTNOTES_HPP

#include <string>
#include <string_view>
#include <vector>

namespace tradewarden::lists {

/// "1" to "5" in ascending order without repeats, then "unknown" where a mark is missing.
[[nodiscard]] std::vector<std::string> entity_list_footnotes(std::string_view requirement);

}  // namespace tradewarden::lists

#endif  // TRADEWARDEN_LISTS_FOOTNOTES_HPP
