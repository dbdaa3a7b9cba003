#include "lists/opensanctions_csv.hpp"

#include <algorithm>

#include "lists/csv_table.hpp"
#include "lists/list_address.hpp"
#include "lists/list_text.hpp"
#include "lists/party_facts.hpp"
#include "support/ascii.hpp"
#include "tradewarden/country.hpp"

namespace tradewarden::lists {
namespace {

constexpr std::string_view k_columns[] = {
    "id",     "schema",      "name",    "aliases",    "birth_date", "countries",
    "addresses", "identifiers", "sanctions", "phones", "emails",     "dataset",
    "program_ids", "first_seen", "last_seen", "last_change"};

struct columns {
  std::size_t id, schema, name, aliases, birth_date, countries, addresses, identifiers, sanctions,
      phones, emails, dataset, programmes;
};

void add_row(const csv_table& in, const columns& c, std::string_view id, publication_builder& out) {
  const source_position at{0, 0, in.line()};
  out.saw_id(id);
  listed_party& p = out.party(k_opensanctions_list, id).party;
  p.schema = ftm_schema(in.field(c.schema));
  push_name(p, in.field(c.name), p.names.empty() ? name_kind::primary : name_kind::aka,
            name_strength::strong, at);
  const auto each = [&](std::size_t column, auto use) {
    for (const std::string_view value : ascii::split(in.field(column), ";")) use(value);
  };
  each(c.aliases, [&](std::string_view v) {
    ++out.result_so_far().counts.aliases;
    push_name(p, v, name_kind::aka, name_strength::strong, at);
  });
  each(c.birth_date, [&](std::string_view v) {
    std::optional<partial_date> date;
    if (const auto read = partial_date::parse(v)) date = *read;
    add_birth_date(out, p, "birth_date", v, date, at);
  });
  each(c.countries, [&](std::string_view v) {
    // Codes of states that are no more ("suhh") and of parts of states ("ge-ab") have no country.
    if (const std::string_view code = country_code(v); !code.empty()) p.countries.emplace_back(code);
  });
  each(c.addresses, [&](std::string_view v) {
    party_address a;
    a.text = collapse_blanks(v);
    a.country = country_of_address(a.text, true);
    a.at = at;
    push_address(out, p, std::move(a));
  });
  each(c.identifiers, [&](std::string_view v) { push_identifier(p, "Identifier", v, {}, at); });
  each(c.phones, [&](std::string_view v) { push_identifier(p, "Phone Number", v, {}, at); });
  each(c.emails, [&](std::string_view v) { push_identifier(p, "Email Address", v, {}, at); });
  each(c.sanctions, [&](std::string_view v) { append_text(p.remarks, collapse_blanks(v)); });
  each(c.programmes, [&](std::string_view v) { p.programmes.emplace_back(v); });
  each(c.dataset, [&](std::string_view v) { p.sublists.emplace_back(v); });
  if (!p.measures.empty()) return;
  measure listing;
  listing.at = at;
  p.measures.push_back(std::move(listing));
  p.sources.push_back({0, "OpenSanctions", std::string(id),
                       "https://www.opensanctions.org/entities/" + std::string(id) + "/", at});
}

}  // namespace

schema ftm_schema(std::string_view name) {
  const std::string_view s = ascii::trim(name);
  if (ascii::equal_ignoring_case(s, "Airplane")) return schema::aircraft;
  for (const std::string_view body : {"PublicBody"}) {
    if (ascii::equal_ignoring_case(s, body)) return schema::organization;
  }
  const auto known = parse_schema(s);
  return known ? *known : schema::unknown;
}

bool looks_like_opensanctions_csv(std::string_view first_bytes) {
  const std::vector<std::string> names = header_names(first_bytes, ',');
  const auto holds = [&](std::string_view n) {
    return std::find(names.begin(), names.end(), n) != names.end();
  };
  return holds("id") && holds("schema") && holds("name") && holds("aliases") && holds("dataset");
}

result<publication> read_opensanctions_csv(const input_file& file, const source_spec& source,
                                           const read_limits& limits) {
  publication_builder out{file, source, "opensanctions-csv", "OpenSanctions targets"};
  csv_options options;
  options.max_field_bytes = static_cast<std::size_t>(limits.max_field_bytes);
  csv_table in{file, options};
  if (const auto header = in.read_header(out); !header) return header.error();
  const columns c{in.column("id"),        in.column("schema"),     in.column("name"),
                  in.column("aliases"),   in.column("birth_date"), in.column("countries"),
                  in.column("addresses"), in.column("identifiers"), in.column("sanctions"),
                  in.column("phones"),    in.column("emails"),     in.column("dataset"),
                  in.column("program_ids")};
  for (const std::string_view name : k_columns) (void)in.column(name);
  for (const std::string_view needed : {"id", "name"}) {
    if (in.column(needed) == csv_table::k_absent) {
      return out.fail(errc::missing_field, 1, needed,
                      "the header lacks this column: this is no targets.simple.csv, or its format "
                      "has changed");
    }
  }
  in.warn_unknown_columns(out);
  for (;;) {
    const auto more = in.next(out, false);
    if (!more) return more.error();
    if (!*more) break;
    const std::string_view id = ascii::trim(in.field(c.id));
    if (id.empty()) {
      out.reject(in.line(), "id", "the row has no id");
      continue;
    }
    if (ascii::trim(in.field(c.name)).empty()) {
      out.reject(in.line(), "name", "the name is empty");
      continue;
    }
    add_row(in, c, id, out);
    if (const auto ok = check_parties(out, limits, in.line()); !ok) return ok.error();
  }
  return out.finish();
}

result<publication> read_opensanctions_csv(const source_spec& source, const read_limits& limits) {
  const auto file = load_input_file(source.path, limits);
  if (!file) return file.error();
  return read_opensanctions_csv(*file, source, limits);
}

}  // namespace tradewarden::lists
