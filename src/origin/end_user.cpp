#include "tradewarden/end_user.hpp"

#include <algorithm>

#include "audit/json_parts.hpp"
#include "origin/supplier_screen.hpp"
#include "support/ascii.hpp"
#include "tradewarden/party_index.hpp"
#include "tradewarden/rule_book.hpp"
#include "tradewarden/screening.hpp"

namespace tradewarden {
namespace {

constexpr std::string_view k_entity_list = "US-EL";
constexpr std::string_view k_lost = "unknown";  // a footnote whose number the list has lost

bool contains(const std::vector<std::string>& all, std::string_view one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

truth party_has(const end_user_party& p, std::string_view footnote) {
  if (!p.screened) return truth::unknown;
  bool possible = false;
  bool equal = false;
  bool all_equal = true;
  for (const end_user_match& m : p.matches) {
    const bool has = contains(m.footnotes, footnote);
    possible = possible || has || contains(m.footnotes, k_lost);
    if (!m.equal) continue;
    equal = true;
    all_equal = all_equal && has;
  }
  if (!possible) return p.whole || equal ? truth::no : truth::unknown;
  return equal && all_equal ? truth::yes : truth::unknown;
}

}  // namespace

result<end_user_party> screen_end_user(const party_index& index, std::string_view name, day on) {
  screening_query query;
  query.name = name;
  screening_options options;
  options.as_of = on;
  options.limit = 10'000;  // the most there is: none may be left out
  const screening_answer answer = screen(index, query, options);
  if (answer.problem == query_problem::damaged_index) {
    return error{errc::bad_index, "the index proved damaged: the end user was not screened", {}, 0,
                 "index"};
  }
  end_user_party out;
  out.name = name;
  const auto& lists = index.info().lists;
  out.screened = was_screened(answer.problem) &&
                 std::any_of(lists.begin(), lists.end(), [](const indexed_list& l) {
                   return l.list == k_entity_list;
                 });
  out.whole = !audit::is_sample(index);
  out.against = detail::screened_against(index);
  for (const screening_hit& h : answer.hits) {
    if (h.party.list != k_entity_list) continue;
    end_user_match m;
    m.list = h.party.list;
    m.source_id = h.party.source_id;
    m.name = h.matched_name;
    m.score = h.score.to_string();
    m.equal = h.score.units() == score::from_units(10'000).units() &&
              h.strength == name_strength::strong;
    m.footnotes = h.party.footnotes;
    out.matches.push_back(std::move(m));
  }
  return out;
}

truth has_footnote(const end_user_facts& who, std::string_view footnote) {
  if (who.footnotes) {
    if (contains(*who.footnotes, footnote)) return truth::yes;
    return contains(*who.footnotes, k_lost) ? truth::unknown : truth::no;
  }
  if (who.parties.empty()) return truth::unknown;
  truth out = truth::no;
  for (const end_user_party& p : who.parties) out = out || party_has(p, footnote);
  return out;
}

result<void> settle_end_user(end_user_facts& who, const rule_book& rules, day on) {
  for (const std::string& f : who.footnotes.value_or(std::vector<std::string>())) {
    if ((f.size() == 1 && f[0] >= '1' && f[0] <= '9') || f == k_lost) continue;
    return error{errc::usage,
                 "'" + f.substr(0, 40) + "' is no footnote of the Entity List: a number, unknown, or none",
                 {}, 0, "end_user_footnote"};
  }
  const std::vector<std::string> known = rules.end_uses();
  for (const std::string& use : who.end_uses.value_or(std::vector<std::string>())) {
    if (std::find(known.begin(), known.end(), use) != known.end()) continue;
    return error{errc::usage,
                 "no rule names an end use '" + use.substr(0, 60) + "'; there are " +
                     ascii::join(known, ", ") + ", and none",
                 {}, 0, "end_use"};
  }
  if (!who.headquarters.empty()) {
    const std::string code = rules.resolve(who.headquarters, on).value;
    if (code.empty()) {
      return error{errc::bad_value,
                   "'" + who.headquarters.substr(0, 60) + "' is no country that the rules know", {}, 0,
                   "end_user_headquarters"};
    }
    who.headquarters = code;
  }
  return {};
}

}  // namespace tradewarden
