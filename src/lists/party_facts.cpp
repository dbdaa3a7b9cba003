#include "lists/party_facts.hpp"

#include <algorithm>

#include "lists/list_address.hpp"
#include "lists/list_text.hpp"
#include "support/ascii.hpp"
#include "tradewarden/country.hpp"

namespace tradewarden::lists {
namespace {

std::string join(std::initializer_list<std::string_view> parts, std::string_view separator) {
  std::string out;
  for (const std::string_view part : parts) {
    const std::string text = collapse_blanks(part);
    if (text.empty()) continue;
    if (!out.empty()) out += separator;
    out += text;
  }
  return out;
}

/// A number of one or two (or four) digits; 0 for letters or zeros that stand for "not known".
std::optional<std::int32_t> part_of_date(std::string_view s) {
  s = ascii::trim(s);
  if (s.empty() || s.size() > 4) return {};
  const bool letters = std::all_of(s.begin(), s.end(), ascii::is_alpha);
  if (letters) return 0;
  std::int32_t n = 0;
  for (const char c : s) {
    if (!ascii::is_digit(c)) return {};
    n = n * 10 + (c - '0');
  }
  return n;
}

std::string two_digits(std::int32_t n) {
  std::string out = std::to_string(n);
  if (out.size() < 2) out.insert(out.begin(), '0');
  return out;
}

bool says_nothing(std::string_view country) {
  for (const std::string_view word : {"00", "-", "unknown", "n/a", "none", "undetermined",
                                      "stateless", "various"}) {
    if (ascii::equal_ignoring_case(country, word)) return true;
  }
  return country.empty();
}

}  // namespace

std::string last_first(std::string_view last, std::string_view given) {
  std::string out = collapse_blanks(last);
  const std::string first = collapse_blanks(given);
  if (first.empty()) return out;
  if (out.empty()) return first;
  // A comma of its own would be read as that between the parts.
  if (out.find(',') != std::string::npos || first.find(',') != std::string::npos) {
    return first + ' ' + out;
  }
  return out + ", " + first;
}

std::string join_words(std::initializer_list<std::string_view> parts) { return join(parts, " "); }
std::string join_parts(std::initializer_list<std::string_view> parts) { return join(parts, ", "); }

void push_name(listed_party& party, std::string_view text, name_kind kind, name_strength strength,
               source_position at, std::string language) {
  party_name n;
  n.text = collapse_blanks(text);
  if (n.text.empty()) return;
  n.kind = kind;
  n.strength = strength;
  n.script = script_of(n.text);
  n.at = at;
  n.language = std::move(language);
  party.names.push_back(std::move(n));
}

void push_listed_name(listed_party& party, std::string_view text, name_kind kind,
                      name_strength strength, source_position at, const std::string& language) {
  const std::vector<inner_name> inner = inner_names(text);
  if (inner.empty() || !inner.front().itself) {
    push_name(party, text, kind, strength, at, language);
  } else {
    push_name(party, inner.front().text, kind, strength, at, language);
    push_name(party, text, name_kind::aka, strength, at, language);
  }
  for (const inner_name& n : inner) {
    if (n.itself) continue;
    const bool weak = strength == name_strength::weak || n.strength == name_strength::weak;
    push_name(party, n.text, n.kind, weak ? name_strength::weak : name_strength::strong, at);
  }
}

void add_country(publication_builder& out, std::uint64_t line, std::string_view field,
                 std::string_view listed, std::vector<std::string>& to) {
  std::string_view text = ascii::trim(listed);
  while (text.ends_with('.') || text.ends_with(',')) text.remove_suffix(1);
  if (says_nothing(text)) return;
  std::string_view code = country_code(text);
  if (code.empty()) {
    if (const std::size_t bracket = text.find(" ("); bracket != std::string_view::npos) {
      code = country_code(ascii::trim(text.substr(0, bracket)));
    }
  }
  if (code.empty()) {
    // "Estonia, Russia", where the list has one country elsewhere.
    std::vector<std::string> several;
    for (const std::string_view mark : {", ", ". ", "/", " and "}) {
      const std::vector<std::string_view> pieces = ascii::split(text, mark);
      several.clear();
      for (const std::string_view piece : pieces) several.emplace_back(country_code(piece));
      if (pieces.size() > 1 &&
          std::find(several.begin(), several.end(), std::string{}) == several.end()) {
        to.insert(to.end(), several.begin(), several.end());
        return;
      }
    }
    out.warn(line, field,
             "not a country that is known: '" + std::string(text.substr(0, 60)) + "'");
    return;
  }
  to.emplace_back(code);
}

void push_address(publication_builder& out, listed_party& party, party_address address) {
  if (is_empty(address)) return;
  ++out.result_so_far().counts.addresses;
  if (!address.country.empty()) party.countries.push_back(address.country);
  party.addresses.push_back(std::move(address));
}

void add_birth_date(publication_builder& out, listed_party& party, std::string_view field,
                    std::string_view listed, const std::optional<partial_date>& date,
                    source_position at) {
  if (date) {
    party.birth_dates.push_back({*date, at});
    return;
  }
  const std::string text = collapse_blanks(listed).substr(0, 200);
  if (text.empty() || text == "-") return;
  out.warn(at.line, field,
           "not a date that is understood: '" + text.substr(0, 60) + "'; it was kept as a remark");
  append_text(party.remarks, "Born: " + text);
}

void push_identifier(listed_party& party, std::string_view type, std::string_view value,
                     std::string_view country, source_position at, std::string_view issued,
                     std::string_view expires) {
  party_identifier id;
  id.value = collapse_blanks(value);
  if (id.value.empty() || id.value == "-") return;
  id.type = collapse_blanks(type);
  id.country = country_code(ascii::trim(country));
  const auto iso = [](std::string_view listed) {
    const auto d = partial_date::parse(listed);
    return d ? d->to_string() : std::string{};
  };
  id.issued = iso(issued);
  id.expires = iso(expires);
  id.at = at;
  if (ascii::starts_with_ignoring_case(id.type, "IMO")) {
    std::string digits;
    for (const char c : id.value) {
      if (ascii::is_digit(c)) digits += c;
    }
    if (digits.size() == 7 && party.imo.empty()) party.imo = digits;
  }
  party.identifiers.push_back(std::move(id));
}

void set_gender(listed_party& party, std::string_view listed) {
  const std::string g = ascii::lower(ascii::trim(listed));
  if (g == "m" || g == "male") party.gender = "male";
  if (g == "f" || g == "female") party.gender = "female";
}

std::vector<std::string> numbered_values(std::string_view text) {
  std::vector<std::string> out;
  const auto add = [&out](std::string_view piece) {
    std::string value = collapse_blanks(piece);
    while (value.ends_with('.') || value.ends_with(';') || value.ends_with(',')) value.pop_back();
    if (!value.empty() && value != "-" && value != "- ") out.push_back(std::move(value));
  };
  std::size_t start = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '(') continue;
    std::size_t digit = i + 1;
    while (digit < text.size() && ascii::is_digit(text[digit]) && digit - i <= 3) ++digit;
    if (digit == i + 1 || digit >= text.size() || text[digit] != ')') continue;
    // "(1)" opens the first; "A (1) x" would be odd, and its front is kept.
    add(text.substr(start, i - start));
    start = digit + 1;
    i = digit;
  }
  add(text.substr(start));
  return out;
}

std::vector<std::string> lettered_values(std::string_view text) {
  std::vector<std::string> out;
  const auto add = [&out](std::string_view piece) {
    if (piece = ascii::trim(piece); !piece.empty()) out.emplace_back(piece);
  };
  std::size_t start = 0;
  for (std::size_t i = 0; i + 2 < text.size(); ++i) {
    const bool letter = (i == 0 || text[i - 1] == ' ') && text[i] >= 'a' && text[i] <= 'h' &&
                        text[i + 1] == ')' && text[i + 2] == ' ';
    if (!letter) continue;
    add(text.substr(start, i - start));
    start = i + 3;
  }
  add(text.substr(start));
  return out;
}

std::optional<partial_date> read_day_first(std::string_view text) {
  const std::string_view s = ascii::trim(text);
  const std::size_t a = s.find('/');
  if (a == std::string_view::npos) return {};
  const std::size_t b = s.find('/', a + 1);
  if (b == std::string_view::npos) return {};
  const auto d = part_of_date(s.substr(0, a));
  const auto m = part_of_date(s.substr(a + 1, b - a - 1));
  const std::string_view year = ascii::trim(s.substr(b + 1));
  const auto y = part_of_date(year);
  if (!d || !m || !y || year.size() != 4 || *y == 0) return {};
  std::string iso(year);
  if (*m != 0) iso += '-' + two_digits(*m);
  if (*m != 0 && *d != 0) iso += '-' + two_digits(*d);
  const auto read = partial_date::parse(iso);
  if (!read) return {};
  return *read;
}

std::optional<day> read_whole_day(std::string_view text) {
  std::string s(ascii::trim(text));
  // "2015-07-01T00:00:00", "2015-07-01-04:00": what follows the day is its time or its zone.
  if (s.size() > 10 && s[4] == '-' && !ascii::is_digit(s[10])) s.resize(10);
  std::optional<partial_date> d = read_day_first(s);
  if (!d) {
    const bool iso = s.size() == 10 && s[4] == '-';
    if (!iso) std::replace(s.begin(), s.end(), '-', ' ');
    if (const auto read = partial_date::parse(s)) d = *read;
  }
  if (!d || d->earliest != d->latest) return {};
  return d->earliest;
}

void set_publication_date(publication_builder& out, std::uint64_t line,
                          const std::optional<day>& listed, const source_spec& source) {
  if (!listed) return;
  if (!source.date) {
    out.result_so_far().date = listed;
  } else if (*source.date != *listed) {
    out.warn(line, {},
             "the file says that it is of " + listed->to_string() + ", not of " +
                 source.date->to_string() + " as named; the named date counts");
  }
}

result<void> check_parties(const publication_builder& out, const read_limits& limits,
                           std::uint64_t line) {
  if (out.parties() <= limits.max_parties) return {};
  return out.fail(errc::limit_exceeded, line, {},
                  "more than " + std::to_string(limits.max_parties) + " parties");
}

}  // namespace tradewarden::lists
