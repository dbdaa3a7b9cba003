#include "lists/au_csv.hpp"

#include <algorithm>
#include <map>

#include "lists/csv_table.hpp"
#include "lists/list_address.hpp"
#include "lists/list_text.hpp"
#include "lists/party_facts.hpp"
#include "lists/xlsx.hpp"
#include "support/ascii.hpp"

namespace tradewarden::lists {
namespace {

constexpr std::string_view k_list = "AU-DFAT";

struct columns {
  std::size_t reference, name, type, name_type, strength, born, born_in, citizenship, address, more,
      listing, committees, date, instrument, imo, freeze, travel, arms, maritime;
};

class reader {
 public:
  reader(const csv_table& in, const columns& c, publication_builder& out)
      : in_(in), c_(c), out_(out) {}

  void read() {
    const source_position at{0, 0, in_.line()};
    const std::string name = text(c_.name);
    std::string_view number = ascii::trim(in_.field(c_.reference));
    // A spreadsheet may write 101 as "101.0".
    if (number.ends_with(".0")) number.remove_suffix(2);
    std::size_t digits = 0;
    while (digits < number.size() && ascii::is_digit(number[digits])) ++digits;
    if (digits != 0) number = number.substr(0, digits);
    if (number.empty()) {
      out_.reject(in_.line(), "Reference", "the row has no reference");
      return;
    }
    if (name.empty()) {
      out_.reject(in_.line(), "Name of Individual or Entity", "the name is empty");
      return;
    }
    const std::string name_type = ascii::lower(text(c_.name_type));
    const bool primary = name_type.starts_with("primary");
    const std::string id = id_of(std::string(number), name, primary);
    out_.saw_id(id);
    const auto [p, is_new] = out_.party(k_list, id);
    if (is_new) start(id, at, p);
    const bool other_script = name_type.starts_with("original");
    const bool former = name_type.starts_with("former");
    const name_strength strength = ascii::lower(text(c_.strength)).starts_with("weak") ||
                                           ascii::lower(text(c_.strength)).starts_with("low")
                                       ? name_strength::weak
                                       : name_strength::strong;
    if (!primary) ++out_.result_so_far().counts.aliases;
    push_name(p, name,
              primary && !other_script ? name_kind::primary
              : former                 ? name_kind::fka
                                       : name_kind::aka,
              strength, at);
    facts(p, at);
  }

 private:
  [[nodiscard]] std::string text(std::size_t column) const {
    return collapse_blanks(in_.field(column));
  }

  /// The number, or "N-2" where it begins to stand for another party.
  std::string id_of(const std::string& number, const std::string& name, bool primary) {
    known& k = known_[number];
    if (primary && k.parties == 0) {
      k.parties = 1;
    } else if (primary && k.name != name && last_ != number) {
      ++k.parties;
      out_.warn(in_.line(), "Reference",
                "the number " + number + " stood for another party before: taken as a new one");
    }
    if (primary) k.name = name;
    last_ = number;
    return k.parties > 1 ? number + '-' + std::to_string(k.parties) : number;
  }

  void start(const std::string& id, source_position at, listed_party& p) {
    const std::string type = ascii::lower(text(c_.type));
    if (type == "individual") {
      p.schema = schema::person;
    } else if (type == "entity") {
      p.schema = schema::entity;
    } else if (type == "vessel" || type == "ship") {
      p.schema = schema::vessel;
    } else if (!type.empty()) {
      out_.warn(in_.line(), "Type", "not a type that is known: '" + type.substr(0, 40) + "'");
    }
    measure m;
    m.at = at;
    if (const std::string date = text(c_.date); !date.empty()) {
      m.from = read_whole_day(date);
      if (!m.from) {
        out_.warn(in_.line(), "Control Date",
                  "not a date that is understood: '" + date.substr(0, 40) + "'");
      }
    }
    if (std::string act = text(c_.instrument); !act.empty()) {
      p.citations.push_back(act);
      m.citations.push_back(std::move(act));
    }
    for (const auto& [column, words] : {std::pair{c_.freeze, "targeted financial sanction"},
                                        {c_.travel, "travel ban"},
                                        {c_.arms, "arms embargo"},
                                        {c_.maritime, "maritime restriction"}}) {
      const std::string flag = ascii::lower(text(column));
      if (flag == "true" || flag == "yes" || flag == "y" || flag == "1") append_text(m.note, words);
    }
    p.measures.push_back(std::move(m));
    p.sources.push_back({0, "Consolidated List", id,
                         "https://www.dfat.gov.au/international-relations/security/sanctions/"
                         "consolidated-list", at});
  }

  void facts(listed_party& p, source_position at) {
    for (const std::string& whole : lettered_values(text(c_.born))) {
      for (std::string_view listed : ascii::split(whole, ";")) {
        while (listed.ends_with('.') || listed.ends_with(',')) listed.remove_suffix(1);
        std::optional<partial_date> date = read_day_first(listed);
        if (!date) {
          if (const auto read = partial_date::parse(listed)) date = *read;
        }
        add_birth_date(out_, p, "Date of Birth", listed, date, at);
      }
    }
    for (const std::string& place : lettered_values(text(c_.born_in))) {
      p.birth_places.push_back(place);
    }
    for (const std::string& country : lettered_values(text(c_.citizenship))) {
      add_country(out_, in_.line(), "Citizenship", country, p.citizenships);
    }
    for (std::string& line : lettered_values(text(c_.address))) {
      party_address a;
      a.text = std::move(line);
      a.country = country_of_address(a.text);
      a.at = at;
      push_address(out_, p, std::move(a));
    }
    if (std::string committee = text(c_.committees); !committee.empty()) {
      p.programmes.push_back(std::move(committee));
    }
    push_identifier(p, "IMO", in_.field(c_.imo), {}, at);
    append_text(p.remarks, text(c_.more));
    append_text(p.remarks, text(c_.listing));
  }

  struct known {
    std::size_t parties = 0;
    std::string name;
  };

  const csv_table& in_;
  const columns& c_;
  publication_builder& out_;
  std::map<std::string, known> known_;
  std::string last_;
};

}  // namespace

bool looks_like_au_csv(std::string_view first_bytes) {
  const std::vector<std::string> names = header_names(first_bytes, ',');
  const auto holds = [&](std::string_view n) {
    return std::find(names.begin(), names.end(), n) != names.end();
  };
  return holds("reference") && holds("name_of_individual_or_entity");
}

result<publication> read_au_csv(const input_file& file, const source_spec& source,
                                const read_limits& limits) {
  publication_builder out{file, source, "au-csv", "Australia's Consolidated List"};
  csv_options options;
  options.max_field_bytes = static_cast<std::size_t>(limits.max_field_bytes);
  csv_table in{file, options};
  if (const auto header = in.read_header(out); !header) return header.error();
  const auto at = [&](std::string_view name) { return in.column(name); };
  const auto either = [&](std::string_view a, std::string_view b) {
    const std::size_t first = in.column(a);
    return first == csv_table::k_absent ? in.column(b) : first;
  };
  const columns c{at("reference"), at("name_of_individual_or_entity"), at("type"), at("name_type"),
                  at("alias_strength"), at("date_of_birth"), at("place_of_birth"), at("citizenship"),
                  at("address"), at("additional_information"), at("listing_information"),
                  at("committees"), at("control_date"), at("instrument_of_designation"),
                  at("imo_number"),
                  either("targeted_financial_sanction", "targeted_financial_sanctions"),
                  at("travel_ban"), at("arms_embargo"),
                  either("maritime_restriction", "maritime_restrictions")};
  for (const auto& [column, name] : {std::pair{c.reference, "Reference"},
                                     {c.name, "Name of Individual or Entity"}}) {
    if (column == csv_table::k_absent) {
      return out.fail(errc::missing_field, 1, name,
                      "the header lacks this column: this is no list of Australia, or its format has "
                      "changed");
    }
  }
  in.warn_unknown_columns(out);
  reader rows{in, c, out};
  if (const auto done = read_rows(in, out, limits, rows); !done) return done.error();
  return out.finish();
}

result<publication> read_au_xlsx(const input_file& file, const source_spec& source,
                                 const read_limits& limits) {
  auto csv = xlsx_as_csv(file, limits);
  if (!csv) return csv.error();
  auto sheet = make_input_file(file.name, std::move(*csv), limits);
  if (!sheet) return in_file(sheet.error(), file.label());
  // What the publication is known by is the file as it was published.
  sheet->path = file.path;
  sheet->sha256 = file.sha256;
  sheet->size = file.size;
  return read_au_csv(*sheet, source, limits);
}

result<publication> read_au_xlsx(const source_spec& source, const read_limits& limits) {
  const auto file = load_input_file(source.path, limits, content_kind::archive);
  if (!file) return file.error();
  return read_au_xlsx(*file, source, limits);
}

result<publication> read_au_csv(const source_spec& source, const read_limits& limits) {
  const auto file = load_input_file(source.path, limits);
  if (!file) return file.error();
  return read_au_csv(*file, source, limits);
}

}  // namespace tradewarden::lists
