#include "lists/mapped_csv.hpp"

#include <filesystem>

#include "lists/csv_table.hpp"
#include "lists/list_address.hpp"
#include "lists/list_text.hpp"
#include "lists/mapping.hpp"
#include "lists/party_facts.hpp"
#include "names/folded_key.hpp"
#include "support/ascii.hpp"
#include "tradewarden/country.hpp"

namespace tradewarden::lists {
namespace {

struct placed_column {
  const mapped_column* what;
  std::size_t column;
};

class row_reader {
 public:
  row_reader(const mapping& m, std::vector<placed_column> columns, const csv_table& in,
             publication_builder& out)
      : mapping_(m), columns_(std::move(columns)), in_(in), out_(out) {}

  void read() {
    const source_position at{0, 0, in_.line()};
    const std::string name = name_of_row();
    if (name.empty()) {
      out_.reject(in_.line(), "name", "the name is empty");
      return;
    }
    std::string id(one(mapped_field::id));
    const std::optional<partial_date> listed = date_of(mapped_field::listed, "listed");
    if (id.empty()) {
      // As for lists without ids: the folded name and the day.
      id = names::folded_key(name);
      if (id.empty()) id = name;
      id += '|' + (listed ? listed->earliest.to_string() : "undated");
    }
    out_.saw_id(id);
    const auto [p, is_new] = out_.party(mapping_.list, id);
    if (is_new) start(listed, id, at, p);
    push_name(p, name, is_new ? name_kind::primary : name_kind::aka, name_strength::strong, at);
    facts(p, at);
  }

 private:
  /// Calls `use(value, column)` for the values of the columns of that field.
  template <class Use>
  void each(mapped_field field, Use use) const {
    for (const placed_column& c : columns_) {
      if (c.what->to != field) continue;
      const std::string_view text = ascii::trim(in_.field(c.column));
      if (text.empty()) continue;
      if (c.what->split.empty()) {
        use(text, *c.what);
      } else {
        for (const std::string_view piece : ascii::split(text, c.what->split)) use(piece, *c.what);
      }
    }
  }
  [[nodiscard]] std::string_view one(mapped_field field) const {
    std::string_view out;
    each(field, [&](std::string_view v, const mapped_column&) {
      if (out.empty()) out = v;
    });
    return out;
  }

  [[nodiscard]] std::string name_of_row() const {
    std::string name = collapse_blanks(one(mapped_field::name));
    return name.empty() ? last_first(one(mapped_field::last_name), one(mapped_field::given_name))
                        : name;
  }

  [[nodiscard]] std::optional<partial_date> read_date(std::string_view text) const {
    if (mapping_.dates == date_order::day_first) {
      if (const auto d = read_day_first(text)) return d;
    }
    // With slashes and no order said, "03/04/2020" would be a guess.
    if (mapping_.dates != date_order::month_first && text.find('/') != std::string_view::npos) return {};
    const auto d = partial_date::parse(text);
    if (!d) return {};
    return *d;
  }

  std::optional<partial_date> date_of(mapped_field field, std::string_view name) {
    const std::string_view text = one(field);
    if (text.empty()) return {};
    const auto d = read_date(text);
    if (!d) {
      out_.warn(in_.line(), name,
                "not a date that is understood: '" + std::string(text.substr(0, 40)) +
                    "'; the mapping's key dates says in which order they are written");
    }
    return d;
  }

  void start(const std::optional<partial_date>& listed, const std::string& id, source_position at,
             listed_party& p) {
    p.schema = mapping_.schema;
    if (const std::string_view text = one(mapped_field::schema); !text.empty()) {
      if (const auto s = parse_schema(text)) {
        p.schema = *s;
      } else {
        out_.warn(in_.line(), "schema", s.error().message);
      }
    }
    measure m;
    m.at = at;
    if (listed) m.from = listed->earliest;
    if (const auto end = date_of(mapped_field::delisted, "delisted")) m.until = end->earliest;
    if (m.from && m.until && !(*m.from < *m.until)) {
      out_.warn(in_.line(), "delisted", "does not lie behind the day of listing: taken as without end");
      m.until.reset();
    }
    if (m.until) m.end = measure_end::lifted;
    each(mapped_field::citation, [&](std::string_view v, const mapped_column&) {
      m.citations.push_back(collapse_blanks(v));
      p.citations.push_back(collapse_blanks(v));
    });
    p.measures.push_back(std::move(m));
    p.sources.push_back({0, mapping_.name, id, std::string(one(mapped_field::url)), at});
  }

  void names(mapped_field field, name_kind kind, name_strength strength, source_position at,
             listed_party& p) {
    each(field, [&](std::string_view v, const mapped_column&) {
      ++out_.result_so_far().counts.aliases;
      push_name(p, v, kind, strength, at);
    });
  }

  void facts(listed_party& p, source_position at) {
    // A second column of names is an alias too.
    each(mapped_field::name, [&](std::string_view v, const mapped_column&) {
      push_name(p, v, name_kind::aka, name_strength::strong, at);
    });
    names(mapped_field::alias, name_kind::aka, name_strength::strong, at, p);
    names(mapped_field::weak_alias, name_kind::aka, name_strength::weak, at, p);
    names(mapped_field::former_name, name_kind::fka, name_strength::strong, at, p);
    const auto countries = [&](mapped_field field, std::vector<std::string>& to) {
      each(field, [&](std::string_view v, const mapped_column& c) {
        add_country(out_, in_.line(), c.name, v, to);
      });
    };
    countries(mapped_field::country, p.countries);
    countries(mapped_field::nationality, p.nationalities);
    countries(mapped_field::citizenship, p.citizenships);
    addresses(p, at);
    each(mapped_field::birth_date, [&](std::string_view v, const mapped_column& c) {
      add_birth_date(out_, p, c.name, v, read_date(v), at);
    });
    each(mapped_field::birth_place, [&](std::string_view v, const mapped_column&) {
      p.birth_places.push_back(collapse_blanks(v));
    });
    set_gender(p, one(mapped_field::gender));
    each(mapped_field::identifier, [&](std::string_view v, const mapped_column& c) {
      push_identifier(p, c.type.empty() ? c.name : c.type, v, {}, at);
    });
    each(mapped_field::imo, [&](std::string_view v, const mapped_column&) {
      push_identifier(p, "IMO", v, {}, at);
    });
    const auto text = [&](mapped_field field, std::string& to) {
      each(field, [&](std::string_view v, const mapped_column&) { append_text(to, collapse_blanks(v)); });
    };
    text(mapped_field::title, p.title);
    text(mapped_field::remark, p.remarks);
    text(mapped_field::call_sign, p.call_sign);
    text(mapped_field::flag, p.vessel_flag);
    if (const std::string_view flag = country_code(p.vessel_flag); !flag.empty()) {
      p.countries.emplace_back(flag);
    }
    each(mapped_field::programme, [&](std::string_view v, const mapped_column&) {
      p.programmes.push_back(collapse_blanks(v));
    });
  }

  void addresses(listed_party& p, source_position at) {
    each(mapped_field::address, [&](std::string_view v, const mapped_column&) {
      party_address a;
      a.text = collapse_blanks(v);
      a.country = country_of_address(a.text);
      a.at = at;
      push_address(out_, p, std::move(a));
    });
    party_address a;
    a.street = collapse_blanks(one(mapped_field::street));
    a.city = collapse_blanks(one(mapped_field::city));
    a.state = collapse_blanks(one(mapped_field::state));
    a.postal_code = collapse_blanks(one(mapped_field::postal_code));
    if (is_empty(a)) return;
    a.country = country_code(one(mapped_field::country));
    a.at = at;
    push_address(out_, p, std::move(a));
  }

  const mapping& mapping_;
  std::vector<placed_column> columns_;
  const csv_table& in_;
  publication_builder& out_;
};

}  // namespace

bool looks_like_mapping(std::string_view first_bytes) {
  if (first_bytes.starts_with("\xEF\xBB\xBF")) first_bytes.remove_prefix(3);
  return ascii::trim(first_bytes).starts_with('{') &&
         first_bytes.find("\"tradewarden_mapping\"") != std::string_view::npos;
}

result<publication> read_mapped_csv(const input_file& mapping_file, const input_file& table,
                                    const source_spec& source, const read_limits& limits) {
  const auto read = read_mapping(mapping_file);
  if (!read) return read.error();
  const mapping& m = *read;
  publication_builder out{table, source, "mapped-csv", m.name};
  publication& pub = out.result_so_far();
  // The facts stand in the table, so it is the first file; what they mean is said by the second.
  pub.files.push_back(describe(mapping_file));
  pub.sha256 = publication_digest(pub.files);
  set_publication_date(out, 0, m.date, source);
  csv_options options;
  options.separator = m.separator;
  options.max_field_bytes = static_cast<std::size_t>(limits.max_field_bytes);
  csv_table in{table, options};
  for (std::uint64_t i = 0; i < m.skip_lines; ++i) {
    if (const auto skipped = in.read_preamble(out); !skipped) return skipped.error();
  }
  if (const auto header = in.read_header(out); !header) return header.error();
  std::vector<placed_column> columns;
  for (const mapped_column& c : m.columns) {
    const std::size_t at = in.column_as_listed(c.name);
    if (at == csv_table::k_absent) {
      return out.fail(errc::missing_field, m.skip_lines + 1, c.name,
                      "the mapping names a column that the file does not have");
    }
    columns.push_back({&c, at});
  }
  in.warn_unknown_columns(out);
  row_reader rows{m, std::move(columns), in, out};
  if (const auto done = read_rows(in, out, limits, rows); !done) return done.error();
  if (m.entries && *m.entries != pub.counts.rows) {
    return out.fail(errc::truncated, in.line(), "entries",
                    "the mapping announces " + std::to_string(*m.entries) + " rows, " +
                        std::to_string(pub.counts.rows) +
                        " are there: the file is cut short, or the number was not kept up");
  }
  return out.finish();
}

result<publication> read_mapped_csv(const source_spec& source, const read_limits& limits) {
  const auto mapping_file = load_input_file(source.path, limits);
  if (!mapping_file) return mapping_file.error();
  const auto m = read_mapping(*mapping_file);
  if (!m) return m.error();
  const auto table = load_input_file(
      (std::filesystem::path(source.path).parent_path() / m->file).string(), limits);
  if (!table) return table.error();
  return read_mapped_csv(*mapping_file, *table, source, limits);
}

}  // namespace tradewarden::lists
