// Facts that several list formats write alike: how each is read and added to a party. Doubled facts
// may be added freely: finish_party() makes them unique.
//
// Example:
//   add_country(out, line, "Nationality", "Russia", party.nationalities);
//   for (const std::string& n : numbered_values("(1) A-1 (2) B-2")) use(n);
//
// Threads: pure functions.
#ifndef TRADEWARDEN_LISTS_PARTY_FACTS_HPP
#define TRADEWARDEN_LISTS_PARTY_FACTS_HPP

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lists/csv_table.hpp"
#include "lists/publication_builder.hpp"

namespace tradewarden::lists {

/// "LAST, First Middle" of the parts of a person's name; what is there if one of them is missing.
[[nodiscard]] std::string last_first(std::string_view last, std::string_view given);

/// The texts with single blanks between, empty ones left out.
[[nodiscard]] std::string join_words(std::initializer_list<std::string_view> parts);
/// The same with ", ".
[[nodiscard]] std::string join_parts(std::initializer_list<std::string_view> parts);

/// Adds a name, its script found out; nothing if the text is blank. Unlike add_name() it does not look
/// for an equal one, which takes long in a party of many.
void push_name(listed_party& party, std::string_view text, name_kind kind, name_strength strength,
               source_position at, std::string language = {});

/// The same for a name that may carry others inside (list_text.hpp): "X (XYZ)" is X, and XYZ as a.k.a.
void push_listed_name(listed_party& party, std::string_view text, name_kind kind,
                      name_strength strength, source_position at, const std::string& language = {});

/// The country's code, also if something in brackets stands behind it; a warning if it is not known.
/// "00", "unknown" and the like say nothing.
void add_country(publication_builder& out, std::uint64_t line, std::string_view field,
                 std::string_view listed, std::vector<std::string>& to);

/// Adds the address unless it is empty, and its country to the party's countries.
void push_address(publication_builder& out, listed_party& party, party_address address);

/// Adds the date, or a remark and a warning if it cannot be read.
void add_birth_date(publication_builder& out, listed_party& party, std::string_view field,
                    std::string_view listed, const std::optional<partial_date>& date,
                    source_position at);

/// Adds the number unless it is blank; an IMO number of a vessel becomes party.imo as well.
void push_identifier(listed_party& party, std::string_view type, std::string_view value,
                     std::string_view country, source_position at, std::string_view issued = {},
                     std::string_view expires = {});

/// "M", "Male", "F" ... -> party.gender.
void set_gender(listed_party& party, std::string_view listed);

/// "(1) A (2) B." -> A, B; the whole if nothing is numbered. Values of "-" are left out.
[[nodiscard]] std::vector<std::string> numbered_values(std::string_view text);

/// "A b) B c) C", "a) A b) B" -> A, B, C; the whole if nothing is lettered.
[[nodiscard]] std::vector<std::string> lettered_values(std::string_view text);

/// "25/01/2024", day first. Parts that are not known may be 0 or letters ("00/05/1961", "dd/mm/1961").
[[nodiscard]] std::optional<partial_date> read_day_first(std::string_view text);
/// The same where only a whole day will do; also "2024-01-25" and "25-Jan-2024".
[[nodiscard]] std::optional<day> read_whole_day(std::string_view text);

/// The date that the list gives as that of its publication. A date that the user named stays, with a
/// warning if it is another one.
void set_publication_date(publication_builder& out, std::uint64_t line,
                          const std::optional<day>& listed, const source_spec& source);

/// A limit that every reader keeps.
[[nodiscard]] result<void> check_parties(const publication_builder& out, const read_limits& limits,
                                         std::uint64_t line);

/// Calls rows.read() for each record of a table whose rows may be short.
template <class Rows>
[[nodiscard]] result<void> read_rows(csv_table& in, publication_builder& out, const read_limits& limits, Rows& rows) {
  for (;;) {
    const auto more = in.next(out, true);
    if (!more) return more.error();
    if (!*more) return {};
    rows.read();
    if (const auto ok = check_parties(out, limits, in.line()); !ok) return ok.error();
  }
}

}  // namespace tradewarden::lists

#endif  // TRADEWARDEN_LISTS_PARTY_FACTS_HPP
