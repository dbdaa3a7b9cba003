#include "lists/ofac_csv.hpp"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <limits>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "lists/complaints.hpp"
#include "support/csv.hpp"
#include "lists/finish_party.hpp"
#include "lists/folder.hpp"
#include "lists/ofac_sublists.hpp"
#include "support/ascii.hpp"
#include "tradewarden/country.hpp"

namespace tradewarden::lists {
namespace {

constexpr std::size_t k_main_columns = 12;
constexpr std::size_t k_alt_columns = 5;
constexpr std::size_t k_add_columns = 6;
constexpr std::size_t k_comment_columns = 2;
constexpr std::uint64_t k_unknown_rows = 20;

/// Outer blanks removed; empty if the field is null.
std::string_view value(std::string_view field) {
  const std::string_view s = ascii::trim(field);
  return s == "-0-" ? std::string_view() : s;
}

std::optional<std::uint64_t> entity_number(std::string_view field) {
  const std::string_view s = ascii::trim(field);
  std::uint64_t n = 0;
  const auto [end, ec] = std::from_chars(s.data(), s.data() + s.size(), n);
  if (s.empty() || ec != std::errc() || end != s.data() + s.size()) return {};
  return n;
}

/// A null mark that was cut: OFAC never leaves a field empty.
bool cut_null(std::string_view field) {
  const std::string_view s = ascii::trim(field);
  return s.empty() || s == "-" || s == "-0";
}

/// Records of one of the files: checks the columns and the encoding, and reports.
class table {
 public:
  table(const input_file& file, std::size_t columns, const read_limits& limits,
        std::vector<diagnostic>& out)
      : file_(file),
        columns_(columns),
        reader_(file.bytes, {.max_field_bytes = static_cast<std::size_t>(limits.max_field_bytes)}),
        log_(file.label()),
        out_(out) {}

  /// The next record with the right number of columns and a number in the first; false at the
  /// end. Other records are reported as rejected and counted.
  result<bool> next() {
    for (;;) {
      auto more = reader_.next(row_);
      if (!more) {
        more.error().file = file_.label();
        return more.error();
      }
      if (!*more) return false;
      if (const auto cut = check_end()) return *cut;
      if (++rows_ == 1 && ascii::equal_ignoring_case(ascii::trim(row_.fields[0]), "ent_num")) {
        --rows_;
        log_.warn(row_.line, {}, "a header line, which OFAC's files do not have: passed over");
        continue;
      }
      while (row_.fields.size() > columns_ && ascii::trim(row_.fields.back()).empty()) {
        row_.fields.pop_back();
      }
      if (row_.fields.size() != columns_) {
        reject({}, "a record of " + std::to_string(row_.fields.size()) + " columns where " +
                       std::to_string(columns_) + " belong");
        continue;
      }
      const auto id = entity_number(row_.fields[0]);
      if (!id) {
        reject("ent_num", "not a number: '" + row_.fields[0].substr(0, 40) + "'");
        continue;
      }
      id_ = *id;
      if (row_.stray_quote) {
        log_.warn(row_.line, {}, "text behind a closing quote: kept with the quote");
      }
      repair();
      return true;
    }
  }

  [[nodiscard]] std::uint64_t id() const { return id_; }
  [[nodiscard]] std::uint64_t line() const { return row_.line; }
  [[nodiscard]] std::uint64_t rows() const { return rows_; }
  [[nodiscard]] std::uint64_t rejected() const { return log_.rejected(); }
  /// A field as a value: trimmed, empty if null.
  [[nodiscard]] std::string_view at(std::size_t column) const { return value(row_.fields[column]); }
  [[nodiscard]] const std::string& raw(std::size_t column) const { return row_.fields[column]; }

  void reject(std::string field, std::string message) {
    log_.reject(row_.line, std::move(field), std::move(message));
  }
  void warn(std::string field, std::string message) {
    log_.warn(row_.line, std::move(field), std::move(message));
  }

  /// Reports a row whose number no entry has.
  void reject_unknown() {
    ++unknown_;
    least_unknown_ = std::min(least_unknown_, id_);
    reject("ent_num", "no entry has number " + std::to_string(id_));
  }
  /// So many rows name unknown entries that entries must be missing. Of a folder whose files are of
  /// one day not one row does; a few may, if OFAC slips.
  [[nodiscard]] bool misses_entries() const {
    return unknown_ > k_unknown_rows && unknown_ * 100 > rows_;
  }
  [[nodiscard]] std::uint64_t unknown() const { return unknown_; }
  [[nodiscard]] std::uint64_t least_unknown() const { return least_unknown_; }

  /// Hands over the diagnostics. Error bad_syntax if most records could not be used.
  result<void> finish() {
    const std::uint64_t bad = log_.rejected();
    const std::string first = log_.first_rejection();
    log_.move_to(out_);
    if (bad * 2 <= rows_) return {};
    return error{errc::bad_syntax,
                 std::to_string(bad) + " of " + std::to_string(rows_) +
                     " records cannot be used: this is another file, or one of another "
                     "publication. The first: " + first,
                 file_.label(), 0, {}};
  }

 private:
  std::optional<error> check_end() {
    if (row_.ended) return {};
    const std::string_view last = row_.fields.back();
    if (row_.fields.size() < columns_ || (row_.fields.size() == columns_ && cut_null(last))) {
      return error{errc::truncated,
                   "the last record stops after " + std::to_string(row_.fields.size()) + " of " +
                       std::to_string(columns_) + " columns: the file is cut short",
                   file_.label(), row_.line, {}};
    }
    log_.warn(row_.line, {}, "the last record has no line end: check that the file is complete");
    return {};
  }

  void repair() {
    if (file_.valid_utf8) return;
    bool repaired = false;
    for (std::string& field : row_.fields) {
      bool changed = false;
      std::string fixed = to_utf8(field, &changed);
      if (changed) field = std::move(fixed);
      repaired |= changed;
    }
    if (repaired) log_.warn(row_.line, {}, "not valid UTF-8: read as Windows-1252");
  }

  const input_file& file_;
  std::size_t columns_;
  csv_reader reader_;
  csv_record row_;
  complaints log_;
  std::vector<diagnostic>& out_;
  std::uint64_t rows_ = 0;
  std::uint64_t unknown_ = 0;
  std::uint64_t least_unknown_ = std::numeric_limits<std::uint64_t>::max();
  std::uint64_t id_ = 0;
};

class ofac_reader {
 public:
  ofac_reader(const ofac_variant& variant, const ofac_files& files, const source_spec& source,
              const read_limits& limits, ofac_remark_counts* counts)
      : variant_(variant), files_(files), limits_(limits), remark_counts_(counts) {
    pub_.format = variant.format;
    pub_.name = variant.name;
    pub_.path = source.path;
    pub_.date = source.date;
  }

  result<publication> read() {
    if (auto done = read_main(); !done) return done.error();
    // In the order of ofac_variant::files; a fact's file is its position here.
    if (auto done = read_part(files_.alt, 1, &ofac_reader::read_aliases); !done) {
      return done.error();
    }
    if (auto done = read_part(files_.add, 2, &ofac_reader::read_addresses); !done) {
      return done.error();
    }
    if (auto done = read_part(files_.comments, 3, &ofac_reader::read_comments); !done) {
      return done.error();
    }
    check_ends();
    finish();
    return std::move(pub_);
  }

 private:
  [[nodiscard]] source_position at(const table& t) const { return {0, file_, t.line()}; }

  void begin(const input_file& file) {
    file_ = static_cast<std::uint32_t>(pub_.files.size());
    pub_.files.push_back(describe(file));
  }

  listed_party* find(std::uint64_t id) {
    const auto it = by_id_.find(id);
    return it == by_id_.end() ? nullptr : &pub_.parties[it->second];
  }

  result<void> read_main() {
    begin(files_.main);
    table rows{files_.main, k_main_columns, limits_, pub_.diagnostics};
    for (;;) {
      const auto more = rows.next();
      if (!more) return more.error();
      if (!*more) break;
      if (rows.at(1).empty()) {
        rows.reject("SDN_Name", "an entry without a name");
        continue;
      }
      if (listed_party* known = find(rows.id())) {
        rows.warn("ent_num", "number " + std::to_string(rows.id()) +
                                 " stands for the second time: added to the entry '" +
                                 known->names.front().text + "'");
        ++pub_.counts.joined;
        fill(rows, *known);
        continue;
      }
      if (pub_.parties.size() >= limits_.max_parties) {
        return error{errc::limit_exceeded,
                     "more than " + std::to_string(limits_.max_parties) + " parties",
                     files_.main.label(), rows.line(), {}};
      }
      by_id_.emplace_hint(by_id_.end(), rows.id(), pub_.parties.size());
      pub_.parties.emplace_back();
      remarks_.emplace_back();
      fill(rows, pub_.parties.back());
    }
    pub_.counts.rows = rows.rows();
    pub_.counts.rejected = rows.rejected();
    if (auto usable = rows.finish(); !usable) return usable;
    if (pub_.parties.empty()) {
      return error{errc::empty_input, "the file holds no entry", files_.main.label(), 0, {}};
    }
    return {};
  }

  void fill(table& row, listed_party& p) {
    const bool first = p.names.empty();
    const source_position here = at(row);
    if (first) {
      p.list = variant_.list;
      p.source_id = std::to_string(row.id());
      p.schema = read_type(row);
      measure listing;
      listing.at = here;
      p.measures.push_back(std::move(listing));
      party_source source;
      source.list_name = variant_.list_name;
      source.id = p.source_id;
      source.url = "https://sanctionssearch.ofac.treas.gov/Details.aspx?id=" + p.source_id;
      source.at = here;
      p.sources.push_back(std::move(source));
    }
    party_name name;
    name.text = row.at(1);
    name.kind = first ? name_kind::primary : name_kind::aka;
    name.at = here;
    p.names.push_back(std::move(name));
    // Several programmes are written as they stand between the outer brackets of the printed
    // list: "SDGT] [IRGC".
    for (const std::string_view code : ascii::split(row.at(3), "] [")) {
      p.programmes.emplace_back(code);
    }
    take_first(p.title, row.at(4));
    take_first(p.call_sign, row.at(5));
    take_first(p.vessel_type, row.at(6));
    take_first(p.tonnage, row.at(7));
    take_first(p.gross_registered_tonnage, row.at(8));
    take_first(p.vessel_flag, row.at(9));
    take_first(p.vessel_owner, row.at(10));
    if (const std::string_view flag = country_code(row.at(9)); !flag.empty()) {
      p.countries.emplace_back(flag);
    }
    if (row.at(11).empty()) return;
    remark& r = remarks_[static_cast<std::size_t>(&p - pub_.parties.data())];
    if (first) {
      p.remarks = row.raw(11);
      r.places.main = here;
    } else {
      // Remarks of a second row are parsed at once, lest a comment be joined to the wrong end.
      read_ofac_remarks(row.raw(11), {here, here, std::string_view::npos}, p, remark_counts_);
      r.extra.emplace_back(row.at(11));
    }
  }

  static void take_first(std::string& field, std::string_view text) {
    if (field.empty()) field = text;
  }

  schema read_type(table& row) {
    const std::string_view type = row.at(2);
    // A null type is "entity": OFAC does not say whether company or organisation.
    if (type.empty()) return schema::entity;
    const auto s = parse_schema(type);
    if (s) return *s;
    row.warn("SDN_Type", "unknown type '" + std::string(type.substr(0, 40)) + "'");
    return schema::unknown;
  }

  using part_reader = result<void> (ofac_reader::*)(const input_file&);

  result<void> read_part(const std::optional<input_file>& file, std::size_t position,
                         part_reader read_it) {
    if (file) {
      begin(*file);
      return (this->*read_it)(*file);
    }
    static constexpr std::array<std::string_view, 4> k_without = {
        "", "strong aliases are missing", "addresses are missing",
        "remarks longer than 1,000 characters are cut"};
    const std::string name(variant_.files[position]);
    std::error_code ec;
    const bool in_folder = std::filesystem::is_directory(pub_.path, ec);
    std::filesystem::path path = name;
    if (in_folder) path = std::filesystem::path(pub_.path) / name;
    const bool other = in_folder && std::filesystem::exists(path, ec);
    pub_.diagnostics.push_back({diagnostic::level::warning, path.string(), 0, {},
                                (other ? "this is no file: " : "the file is not there: ") +
                                    std::string(k_without[position])});
    return {};
  }

  /// The end of an alias, address or comment file. Errors: truncated if it names many entries that
  /// the main file lacks, which was then cut between two records; those of table::finish().
  result<void> finish_part(table& rows, const input_file& file) {
    pub_.counts.side_rejected += rows.rejected();
    // With more than half the rows it may be another file, as finish() says, unless each number
    // lies behind the last one of the main file.
    const bool behind = rows.least_unknown() > by_id_.rbegin()->first;
    const bool cut = rows.misses_entries() && (behind || rows.rejected() * 2 <= rows.rows());
    if (auto usable = rows.finish(); !usable && !cut) return usable;
    if (!cut) return {};
    std::string message = std::to_string(rows.unknown()) + " of " + std::to_string(rows.rows()) +
                          " records of " + file.name + " name entries that this file lacks: it is "
                          "probably cut short";
    if (file.dos_end && !files_.main.dos_end) {
      message += " (it lacks the closing mark 0x1A, which " + file.name + " has)";
    }
    message += ", or older than " + file.name + "; fetch all files again";
    return error{errc::truncated, std::move(message), files_.main.label(), 0, {}};
  }

  /// OFAC closes each file with 0x1A. Where some files have it, one without may lack more.
  void check_ends() {
    std::vector<const input_file*> all{&files_.main};
    for (const auto* part : {&files_.alt, &files_.add, &files_.comments}) {
      if (*part) all.push_back(&**part);
    }
    const auto closed = std::find_if(all.begin(), all.end(),
                                     [](const input_file* f) { return f->dos_end; });
    if (closed == all.end()) return;
    for (const input_file* f : all) {
      if (f->dos_end) continue;
      pub_.diagnostics.push_back({diagnostic::level::warning, f->label(), 0, {},
                                  "the file lacks the closing mark 0x1A, which " + (*closed)->name +
                                      " has: it may be cut short"});
    }
  }

  /// Visits the records of a side file that belong to an entry; the others are rejected.
  template <class Visit>
  result<void> each_known(table& rows, Visit visit) {
    for (;;) {
      const auto more = rows.next();
      if (!more) return more.error();
      if (!*more) return {};
      if (listed_party* p = find(rows.id())) {
        visit(*p);
      } else {
        rows.reject_unknown();
      }
    }
  }

  result<void> read_aliases(const input_file& file) {
    table rows{file, k_alt_columns, limits_, pub_.diagnostics};
    const auto read = each_known(rows, [&](listed_party& p) {
      if (rows.at(3).empty()) {
        rows.reject("alt_name", "an alias without a name");
        return;
      }
      party_name name;
      name.text = rows.at(3);
      name.kind = read_kind(rows);
      name.at = at(rows);
      p.names.push_back(std::move(name));
    });
    if (!read) return read;
    pub_.counts.aliases = rows.rows();
    return finish_part(rows, file);
  }

  static name_kind read_kind(table& row) {
    const std::string_view type = row.at(2);
    if (ascii::equal_ignoring_case(type, "fka")) return name_kind::fka;
    if (ascii::equal_ignoring_case(type, "nka")) return name_kind::nka;
    if (!ascii::equal_ignoring_case(type, "aka")) {
      row.warn("alt_type", "unknown kind of alias '" + std::string(type.substr(0, 40)) +
                               "': taken as aka");
    }
    return name_kind::aka;
  }

  result<void> read_addresses(const input_file& file) {
    table rows{file, k_add_columns, limits_, pub_.diagnostics};
    std::set<std::string, std::less<>> unknown;
    const auto read = each_known(rows, [&](listed_party& p) { read_address(rows, p, unknown); });
    if (!read) return read;
    pub_.counts.addresses = rows.rows();
    return finish_part(rows, file);
  }

  void read_address(table& row, listed_party& p, std::set<std::string, std::less<>>& unknown) {
    const std::string_view street = row.at(2);
    const std::string_view city = row.at(3);
    const std::string_view country = row.at(4);
    const std::string_view remarks = row.at(5);
    // Most entries without an address have a row of nulls.
    if (street.empty() && city.empty() && country.empty() && remarks.empty()) return;
    party_address a;
    a.street = street;
    a.city = city;  // City, state and postal code in one: they cannot be told apart surely.
    std::string_view place = country;
    if (place.starts_with("Region: ")) place.remove_prefix(8);
    a.country = country_code(place);
    if (!a.country.empty()) {
      p.countries.push_back(a.country);
    } else if (!country.empty()) {
      if (place.size() == country.size() && country != "undetermined" &&
          unknown.emplace(country).second) {
        row.warn("Country", "unknown country '" + std::string(country.substr(0, 60)) +
                                "': kept as text");
      }
    }
    if (a.country.empty() || !remarks.empty()) {
      for (const std::string_view part : {street, city, country, remarks}) {
        if (part.empty()) continue;
        if (!a.text.empty()) a.text += ", ";
        a.text += part;
      }
    }
    a.at = at(row);
    p.addresses.push_back(std::move(a));
  }

  result<void> read_comments(const input_file& file) {
    table rows{file, k_comment_columns, limits_, pub_.diagnostics};
    const auto read = each_known(rows, [&](listed_party& p) {
      // The text goes on where it was cut, a leading blank included.
      remark& r = remarks_[static_cast<std::size_t>(&p - pub_.parties.data())];
      if (r.places.continued_at == std::string_view::npos) {
        r.places.continued = at(rows);
        r.places.continued_at = p.remarks.size();
      }
      p.remarks += rows.raw(1);
    });
    if (!read) return read;
    return finish_part(rows, file);
  }

  void finish() {
    complaints log{files_.main.label()};
    for (std::size_t i = 0; i < pub_.parties.size(); ++i) {
      listed_party& p = pub_.parties[i];
      const remark& r = remarks_[i];
      read_ofac_remarks(p.remarks, r.places, p, remark_counts_);
      p.remarks = ascii::trim(p.remarks);
      for (const std::string& more : r.extra) {
        if (!p.remarks.empty()) p.remarks += ' ';
        p.remarks += more;
      }
      if (variant_.sublists) p.sublists = ofac_sublists(p.programmes, p.remarks);
      finish_party(p);
      if (!can_be_found(p)) {
        log.warn(p.names.front().at.line, "SDN_Name", std::string(k_cannot_be_found));
      }
      pub_.counts.names += p.names.size();
      pub_.counts.weak_names += static_cast<std::uint64_t>(
          std::count_if(p.names.begin(), p.names.end(),
                        [](const party_name& n) { return n.strength == name_strength::weak; }));
    }
    log.move_to(pub_.diagnostics);
    pub_.counts.parties = pub_.parties.size();
    pub_.counts.distinct_ids = pub_.parties.size();
    pub_.sha256 = publication_digest(pub_.files);
  }

  struct remark {
    ofac_remark_places places;
    std::vector<std::string> extra;  ///< Of further rows with the same number.
  };

  const ofac_variant& variant_;
  const ofac_files& files_;
  const read_limits& limits_;
  ofac_remark_counts* remark_counts_;
  publication pub_;
  std::uint32_t file_ = 0;
  std::map<std::uint64_t, std::size_t> by_id_;
  std::vector<remark> remarks_;  ///< Parallel to pub_.parties.
};

result<publication> read_variant(const ofac_variant& variant, const source_spec& source,
                                 const read_limits& limits) {
  ofac_files files;
  std::error_code ec;
  if (!std::filesystem::is_directory(source.path, ec)) {
    auto main = load_input_file(source.path, limits);
    if (!main) return main.error();
    files.main = std::move(*main);
    return read_ofac_files(variant, files, source, limits);
  }
  const auto listing = folder::open(source.path);
  if (!listing) return listing.error();
  const auto load = [&](std::size_t position) -> result<std::optional<input_file>> {
    const folder::item* found = listing->find(variant.files[position]);
    if (found == nullptr) return std::optional<input_file>();
    auto file = load_input_file(found->path, limits);
    if (!file) return file.error();
    return std::optional<input_file>(std::move(*file));
  };
  auto main = load(0);
  if (!main) return main.error();
  if (!*main) {
    return error{errc::not_found,
                 "the folder has no " + std::string(variant.files[0]) + ", the list itself",
                 source.path, 0, {}};
  }
  files.main = std::move(**main);
  for (auto [position, slot] : {std::pair{std::size_t{1}, &files.alt}, {2, &files.add},
                                {3, &files.comments}}) {
    auto file = load(position);
    if (!file) return file.error();
    *slot = std::move(*file);
  }
  return read_ofac_files(variant, files, source, limits);
}

/// The first record of a file that may be cut off; nothing if there is none.
std::optional<csv_record> first_record(std::string_view bytes) {
  csv_reader reader{bytes, {.max_fields = 64}};
  csv_record row;
  const auto more = reader.next(row);
  if (!more || !*more) return {};
  return row;
}

bool is_main_file(std::string_view first_bytes) {
  const auto row = first_record(first_bytes);
  if (!row || row->fields.size() != k_main_columns || !entity_number(row->fields[0])) return false;
  const std::string_view type = ascii::trim(row->fields[2]);
  return type == "-0-" || parse_schema(type).has_value();
}

}  // namespace

bool is_ofac_consolidated(std::string_view file_name, std::string_view first_bytes) {
  const std::string name = ascii::lower(file_name);
  if (name.find("cons") != std::string::npos) return true;
  if (name.find("sdn") != std::string::npos) return false;
  for (const std::string_view programme : {"NS-PLC", "CMIC-EO13959", "561-Related", "FSE-"}) {
    if (first_bytes.find(programme) != std::string_view::npos) return true;
  }
  return false;
}

result<publication> read_ofac_files(const ofac_variant& variant, const ofac_files& files,
                                    const source_spec& source, const read_limits& limits,
                                    ofac_remark_counts* remark_counts) {
  return ofac_reader{variant, files, source, limits, remark_counts}.read();
}

result<publication> read_ofac_csv(const source_spec& source, const read_limits& limits) {
  return read_variant(k_ofac_sdn, source, limits);
}

result<publication> read_ofac_cons_csv(const source_spec& source, const read_limits& limits) {
  return read_variant(k_ofac_cons, source, limits);
}

bool looks_like_ofac_csv(std::string_view file_name, std::string_view first_bytes) {
  return is_main_file(first_bytes) && !is_ofac_consolidated(file_name, first_bytes);
}

bool looks_like_ofac_cons_csv(std::string_view file_name, std::string_view first_bytes) {
  return is_main_file(first_bytes) && is_ofac_consolidated(file_name, first_bytes);
}

std::string_view explain_ofac_part(std::string_view first_bytes) {
  const auto row = first_record(first_bytes);
  if (!row || !entity_number(row->fields[0])) return {};
  if (row->fields.size() == k_alt_columns && entity_number(row->fields[1])) {
    return "this is the alias file of an OFAC list; name the folder that holds it";
  }
  if (row->fields.size() == k_add_columns && entity_number(row->fields[1])) {
    return "this is the address file of an OFAC list; name the folder that holds it";
  }
  if (row->fields.size() == k_comment_columns) {
    return "this is the comments file of an OFAC list; name the folder that holds it";
  }
  return {};
}

}  // namespace tradewarden::lists
