#include "lists/bis_dpl.hpp"

#include <algorithm>
#include <array>

#include "lists/citation.hpp"
#include "lists/csv_table.hpp"
#include "lists/list_address.hpp"
#include "lists/list_date.hpp"
#include "lists/list_text.hpp"
#include "lists/publication_builder.hpp"
#include "names/folded_key.hpp"
#include "support/ascii.hpp"

namespace tradewarden::lists {
namespace {

constexpr std::string_view k_list = "US-DPL";
constexpr std::string_view k_list_name = "Denied Persons List";
constexpr std::string_view k_url =
    "https://www.bis.doc.gov/index.php/the-denied-persons-list";

bool holds(const std::vector<std::string>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// How much of a part behind a comma belongs to the name: leading tails, and what stands in
/// brackets behind them. 0 if it begins with no tail, or if words follow that no number begins
/// ("SA NGUAN ROAD" is a street, "INC. 12 MAIN STREET" a legal form and a street).
std::size_t name_tail_length(std::string_view part) {
  std::size_t at = 0;
  std::size_t kept = 0;
  const auto skip_blanks = [&] {
    while (at < part.size() && ascii::is_space(part[at])) ++at;
  };
  for (;;) {
    skip_blanks();
    if (at == part.size()) return part.size();
    if (kept != 0 && part[at] == '(') {
      const std::size_t close = part.find(')', at);
      if (close == std::string_view::npos) return kept;
      at = kept = close + 1;
      continue;
    }
    std::size_t end = at;
    while (end < part.size() && !ascii::is_space(part[end])) ++end;
    if (!is_name_tail(part.substr(at, end - at))) {
      return kept != 0 && ascii::is_digit(part[at]) ? kept : 0;
    }
    at = kept = end;
  }
}

/// One row in either form.
struct dpl_row {
  std::string name;
  party_address address;
  std::string_view effective;
  std::string_view expiration;
  std::string_view citations;
  std::string note;
  std::string remarks;
};

struct columns {
  std::size_t name, street, city, state, country, postal, effective, expiration, standard, updated,
      action, citation, both, type;
};

void read_action(const csv_table& in, const columns& c, publication_builder& out, dpl_row& row) {
  const std::string_view standard = ascii::trim(in.field(c.standard));
  if (ascii::equal_ignoring_case(standard, "N")) {
    row.note = "non-standard order: read its terms in the Federal Register";
  } else if (!standard.empty() && !ascii::equal_ignoring_case(standard, "Y")) {
    out.warn(in.line(), "Standard_Order", "neither Y nor N: '" + std::string(standard) + "'");
    row.note = "standard order: " + std::string(standard);
  }
  if (const list_date d = read_list_date(in.field(c.updated)); !d.complaint.empty()) {
    out.warn(in.line(), "Last_Update", d.complaint);
  }
  row.remarks = collapse_blanks(in.field(c.action));
}

void read_type(const csv_table& in, const columns& c, dpl_row& row) {
  const std::string type = collapse_blanks(in.field(c.type));
  if (!type.empty() && !ascii::equal_ignoring_case(type, "standard")) {
    row.note = "type of denial: " + type;
  }
}

/// The end of a denial that several rows give: none beats any, the later beats the earlier.
void join_end(measure& known, const measure& next, publication_builder& out, std::uint64_t line,
              std::string_view field) {
  if (known.until == next.until) return;
  out.warn(line, field,
           "another row of this party and order gives another last day; the later one counts");
  if (known.until && (!next.until || *next.until > *known.until)) {
    known.until = next.until;
    known.end = next.end;
  }
}

void add_row(dpl_row row, std::uint64_t line, std::string_view effective_field,
             std::string_view expiration_field, publication_builder& out) {
  const source_position at{0, 0, line};
  const list_interval when = read_list_interval(row.effective, row.expiration);
  if (!when.from_complaint.empty()) out.warn(line, effective_field, when.from_complaint);
  if (!when.last_complaint.empty()) out.warn(line, expiration_field, when.last_complaint);
  if (!when.from && when.from_complaint.empty()) {
    out.warn(line, effective_field, "no effective date: the denial is taken as in force");
  }

  measure denial;
  denial.kind = measure_kind::denial;
  denial.from = when.from;
  denial.until = when.until;
  denial.end = when.until ? measure_end::expired : measure_end::none;
  denial.note = row.note;
  denial.at = at;
  const std::vector<citation> cited = parse_citations(row.citations);
  for (const citation& c : cited) denial.citations.push_back(c.text);
  // With several notices nothing says which of them published the order.
  if (cited.size() == 1) denial.published = cited.front().published;

  std::string key = names::folded_key(row.name);
  if (key.empty()) key = row.name;
  key += '|';
  key += when.from ? when.from->to_string() : "undated";
  out.saw_id(key);
  auto [party, is_new] = out.party(k_list, key);
  if (is_new) {
    out.result_so_far().counts.aliases +=
        add_listed_name(party, row.name, name_kind::primary, at);
    party.sources.push_back(
        {0, std::string(k_list_name), party.source_id, std::string(k_url), at});
    party.measures.push_back(denial);
  } else {
    measure& known = party.measures.front();
    join_end(known, denial, out, line, expiration_field);
    for (const std::string& c : denial.citations) add_once(known.citations, c);
    if (known.published != denial.published) known.published.reset();
    append_text(known.note, denial.note);
  }
  for (std::string& c : denial.citations) add_once(party.citations, std::move(c));
  if (!is_empty(row.address)) {
    ++out.result_so_far().counts.addresses;
    if (!row.address.country.empty()) party.countries.push_back(row.address.country);
    row.address.at = at;
    add_address(party.addresses, std::move(row.address));
  }
  append_text(party.remarks, row.remarks);
  append_text(party.remarks, collapse_blanks(row.citations));
}

}  // namespace

name_and_address split_name_and_address(std::string_view field) {
  name_and_address out;
  // A line end within the field parts the two without a doubt.
  if (const std::size_t end = ascii::trim(field).find_first_of("\r\n");
      end != std::string_view::npos) {
    const std::string_view s = ascii::trim(field);
    std::string_view name = ascii::trim(s.substr(0, end));
    if (name.ends_with(',')) name.remove_suffix(1);
    out.name = collapse_blanks(name);
    out.address = collapse_blanks(s.substr(end));
    return out;
  }
  std::size_t comma = field.find(',');
  while (comma != std::string_view::npos) {
    const std::size_t next = field.find(',', comma + 1);
    const std::string_view part = field.substr(
        comma + 1, (next == std::string_view::npos ? field.size() : next) - comma - 1);
    const std::size_t kept = ascii::trim(part).empty() ? 0 : name_tail_length(part);
    if (kept == 0) break;
    if (kept < part.size()) {
      out.name = collapse_blanks(field.substr(0, comma + 1 + kept));
      out.address = collapse_blanks(field.substr(comma + 1 + kept));
      return out;
    }
    comma = next;
  }
  out.name = collapse_blanks(field.substr(0, comma));
  if (comma != std::string_view::npos) out.address = collapse_blanks(field.substr(comma + 1));
  return out;
}

bool looks_like_bis_dpl(std::string_view first_bytes) {
  for (const char separator : {'\t', ','}) {
    const std::vector<std::string> names = header_names(first_bytes, separator);
    if (holds(names, "name_and_address")) return true;
    if (holds(names, "street_address") && holds(names, "effective_date")) return true;
  }
  return false;
}

result<publication> read_bis_dpl(const input_file& file, const source_spec& source,
                                 const read_limits& limits) {
  publication_builder out{file, source, "bis-dpl", "BIS Denied Persons List"};
  const std::string_view first_line =
      std::string_view{file.bytes}.substr(0, file.bytes.find_first_of("\r\n"));
  csv_options options;
  options.separator = first_line.find('\t') == std::string_view::npos ? ',' : '\t';
  options.max_field_bytes = static_cast<std::size_t>(limits.max_field_bytes);
  csv_table in{file, options};
  if (const auto header = in.read_header(out); !header) return header.error();

  const std::size_t ending = in.column("ending_date");
  const std::size_t beginning = in.column("beginning_date");
  columns c{};
  c.name = in.column("name");
  c.street = in.column("street_address");
  c.city = in.column("city");
  c.state = in.column("state");
  c.country = in.column("country");
  c.postal = in.column("postal_code");
  c.effective = in.column("effective_date");
  c.expiration = in.column("expiration_date");
  c.standard = in.column("standard_order");
  c.updated = in.column("last_update");
  c.action = in.column("action");
  c.citation = in.column("fr_citation");
  c.both = in.column("name_and_address");
  c.type = in.column("type_of_denial");
  if (c.citation == csv_table::k_absent) {
    c.citation = in.column("appropriate_federal_register_citations");
  }
  const bool old_effective = c.effective == csv_table::k_absent;
  const bool old_expiration = c.expiration == csv_table::k_absent;
  if (old_effective) c.effective = beginning;
  if (old_expiration) c.expiration = ending;
  const std::string_view effective_field = old_effective ? "beginning_date" : "effective_date";
  const std::string_view expiration_field = old_expiration ? "ending_date" : "expiration_date";
  const bool short_form = c.both != csv_table::k_absent;
  const std::pair<std::size_t, std::string_view> needed[] = {
      {short_form ? c.both : c.name, short_form ? "name_and_address" : "Name"},
      {c.effective, "effective_date"},
      {c.expiration, "expiration_date"}};
  for (const auto& [column, name] : needed) {
    if (column == csv_table::k_absent) {
      return out.fail(errc::missing_field, 1, name,
                      "the header lacks this column: this is no Denied Persons List, or its "
                      "format has changed");
    }
  }
  in.warn_unknown_columns(out);

  for (;;) {
    const auto more = in.next(out, true);
    if (!more) return more.error();
    if (!*more) break;
    dpl_row row;
    row.effective = in.field(c.effective);
    row.expiration = in.field(c.expiration);
    row.citations = in.field(c.citation);
    if (short_form) {
      name_and_address parts = split_name_and_address(in.field(c.both));
      row.name = std::move(parts.name);
      row.address.country = country_of_address(parts.address);
      row.address.text = std::move(parts.address);
      read_type(in, c, row);
    } else {
      row.name = collapse_blanks(in.field(c.name));
      row.address = address_of_parts(in.field(c.street), in.field(c.city), in.field(c.state),
                                     in.field(c.postal), in.field(c.country));
      read_action(in, c, out, row);
    }
    if (row.name.empty()) {
      out.reject(in.line(), short_form ? "name_and_address" : "Name", "the name is empty");
      continue;
    }
    add_row(std::move(row), in.line(), effective_field, expiration_field, out);
    if (out.parties() > limits.max_parties) {
      return out.fail(errc::limit_exceeded, in.line(), {},
                      "more than " + std::to_string(limits.max_parties) + " parties");
    }
  }
  return out.finish();
}

result<publication> read_bis_dpl(const source_spec& source, const read_limits& limits) {
  const auto file = load_input_file(source.path, limits);
  if (!file) return file.error();
  return read_bis_dpl(*file, source, limits);
}

}  // namespace tradewarden::lists
