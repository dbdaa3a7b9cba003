#include "bill_io/flat_bill.hpp"

#include <algorithm>
#include <array>
#include <deque>
#include <string>
#include <utility>
#include <vector>

#include "bill_io/price_text.hpp"
#include "support/ascii.hpp"
#include "support/clipped.hpp"
#include "support/csv.hpp"
#include "support/hash_map.hpp"
#include "tradewarden/country.hpp"
#include "tradewarden/decimal.hpp"

namespace tradewarden::bill_io {
namespace {

constexpr std::size_t k_none = static_cast<std::size_t>(-1);
constexpr std::size_t k_header_within = 30;  // records; some exports begin with a letterhead
constexpr std::size_t k_longest_position = 400;
constexpr std::uint32_t k_blanks_below = 3;

using field_places = std::array<std::size_t, k_flat_fields>;

/// The fields that a header names, and how many.
std::size_t match(const csv_views& record, field_places& where) {
  where.fill(k_none);
  std::size_t known = 0;
  for (std::size_t i = 0; i < record.fields.size(); ++i) {
    const auto field = flat_field_of(record.fields[i]);
    if (!field) continue;
    std::size_t& place = where[static_cast<std::size_t>(*field)];
    if (place != k_none) continue;  // the first of several; find_header() tells of the others
    place = i;
    ++known;
  }
  return known;
}

/// Two columns of which one would be passed over, and with it another figure or another law.
bool must_be_one(flat_field f) {
  using enum flat_field;
  switch (f) {
    case reference:
    case part_number:
    case manufacturer:
    case supplier:
    case supplier_part:
    case description:
    case value: return false;  // names of one thing: the first is as good
    default: return true;
  }
}

bool names_parts(const field_places& where) {
  using enum flat_field;
  static constexpr flat_field k_names[] = {part_number, supplier_part, description, value};
  return std::any_of(std::begin(k_names), std::end(k_names), [&](flat_field f) {
    return where[static_cast<std::size_t>(f)] != k_none;
  });
}

/// The separator that makes the most of some record of the top a header.
char best_separator(std::string_view text) {
  char best = ',';
  std::size_t most = 0;
  for (const char separator : {',', ';', '\t', '|'}) {
    csv_reader in{text, {.separator = separator, .lazy_quotes = true}};
    csv_views record;
    for (std::size_t n = 0; n < k_header_within; ++n) {
      const auto more = in.next(record);
      if (!more || !*more) break;
      field_places where{};
      if (const std::size_t known = match(record, where); known > most) {
        most = known;
        best = separator;
      }
    }
  }
  return best;
}

/// Designators in a cell: "C1, C2 C3" has three. Ranges count as written.
std::size_t count_designators(std::string_view s) {
  std::size_t n = 0;
  bool inside = false;
  for (const char c : s) {
    const bool gap = c == ',' || c == ';' || ascii::is_space(c);
    if (!gap && !inside) ++n;
    inside = !gap;
  }
  return n;
}

bool says_yes(std::string_view s) {
  for (const std::string_view yes : {"y", "yes", "x", "1", "true", "dnp", "dni", "dnf", "dns"}) {
    if (ascii::equal_ignoring_case(s, yes)) return true;
  }
  return false;
}

/// A part, until all rows that name it were seen.
constexpr std::string_view part_row::*k_kept[] = {&part_row::name, &part_row::made_in,
                                                  &part_row::us_origin, &part_row::eccn,
                                                  &part_row::hs, &part_row::unit};
constexpr std::size_t k_kept_fields = std::size(k_kept);
struct kept_part {
  std::string id;
  std::string facts;
  std::string price;
  std::string currency;
  std::uint64_t line = 0;
  std::array<std::string, k_kept_fields> fields;
};

class flat_reader {
 public:
  flat_reader(const lists::input_file& file, const bill_sources& product, sink& out)
      : file_(file), product_(product), out_(out) {}

  void read() {
    if (product_.product_name.empty()) {
      std::string also;
      for (const auto& [option, value] :
           {std::pair{"--product-price", &product_.product_price},
            {"--currency", &product_.product_currency},
            {"--made-in", &product_.product_made_in},
            {"--product-eccn", &product_.product_eccn}}) {
        if (value->empty()) also += (also.empty() ? "" : ", ") + std::string(option);
      }
      return out_.problem(errc::usage, 0, "--product-name",
                          "a flat bill does not say of what it is the bill" +
                              (also.empty() ? "" : "; unknown unless given too: " + also));
    }
    const char separator = best_separator(file_.bytes);
    csv_reader in{file_.bytes, {.separator = separator, .lazy_quotes = true}};
    if (!find_header(in)) return;
    part_row top;
    top.part_id = product_.product_name;
    top.name = product_.product_name;
    top.kind = "made";
    top.made_in = product_.product_made_in;
    top.eccn = product_.product_eccn;
    top.fmv = product_.product_price;
    top.currency = product_.product_currency;
    out_.made(top, header_line_);
    for (;;) {
      const auto more = in.next(record_);
      if (!more) return out_.problem(more.error());
      if (!*more) break;
      take_row();
    }
    add_parts();
    if (not_placed_ != 0) {
      out_.note(std::to_string(not_placed_) + " rows are not placed (quantity 0, or marked so)");
    }
    if (without_price_ != 0) {
      out_.note(std::to_string(without_price_) + " parts have no price: unknown, not zero");
    }
    if (counted_by_designators_) {
      out_.note("no column of quantities: each designator of a row counts one");
    }
  }

 private:
  bool find_header(csv_reader& in) {
    for (std::size_t n = 0; n < k_header_within; ++n) {
      const auto more = in.next(record_);
      if (!more) {
        out_.problem(more.error());
        return false;
      }
      if (!*more) break;
      if (match(record_, where_) < 2 || !names_parts(where_)) continue;
      header_line_ = record_.line;
      std::string unused;
      for (const std::string_view title : record_.fields) {
        if (flat_field_of(title) || ascii::trim(title).empty()) continue;
        unused += (unused.empty() ? "" : ", ") + std::string(ascii::trim(title));
      }
      if (!unused.empty()) out_.note("columns that are not used: " + unused, header_line_);
      if (!columns_are_clear()) return false;
      if (n != 0) out_.note("the header is on this line; what stands above is not read", header_line_);
      return true;
    }
    out_.problem(errc::unknown_format, 1, {},
                 "no header with a part number or description and one more known column (they are "
                 "listed in docs/origin.md)");
    return false;
  }

  /// Columns that mean the same: a problem where they may say different things, else a note.
  bool columns_are_clear() {
    bool clear = true;
    for (std::size_t i = 0; i < record_.fields.size(); ++i) {
      const auto field = flat_field_of(record_.fields[i]);
      if (!field) continue;
      const std::size_t first = where_[static_cast<std::size_t>(*field)];
      if (first == i) continue;
      const auto column = [&](std::size_t at) {
        return std::to_string(at + 1) + " ('" +
               support::clipped(ascii::trim(record_.fields[at]), 80) + "')";
      };
      const std::string both = "columns " + column(first) + " and " + column(i) + " mean the same";
      if (must_be_one(*field)) {
        out_.problem(errc::conflict, header_line_, std::string(ascii::trim(record_.fields[i])),
                     both + ": take one out, or give it another title");
        clear = false;
      } else {
        out_.note(both + ": the first is read", header_line_);
      }
    }
    return clear;
  }

  /// A cell of the row at hand, kept for as long as the reader.
  std::string_view cell(flat_field f) {
    const std::size_t i = where_[static_cast<std::size_t>(f)];
    if (i >= record_.fields.size()) return {};
    const std::string_view text = ascii::trim(record_.fields[i]);
    if (file_.valid_utf8) return text;
    bool repaired = false;
    return kept_.emplace_back(lists::to_utf8(text, &repaired));
  }

  bool has(flat_field f) const { return where_[static_cast<std::size_t>(f)] != k_none; }

  void take_row() {
    using enum flat_field;
    const bool blank = std::all_of(record_.fields.begin(), record_.fields.end(),
                                   [](std::string_view f) { return ascii::trim(f).empty(); });
    if (blank) {
      ++blanks_;
      return;
    }
    below_ = below_ || blanks_ >= k_blanks_below;
    blanks_ = 0;
    out_.read();
    kept_.clear();
    const std::uint64_t before = out_.problems();
    const std::string_view number = cell(part_number);
    std::string_view words = cell(description);
    if (words.empty()) words = cell(value);
    std::string_view id = number.empty() ? cell(supplier_part) : number;
    if (id.empty()) id = words;
    if (id.empty() || is_total()) {
      out_.set_aside();
      out_.note(id.empty() ? "a row without part number and description is not read"
                           : "a row of totals is not read",
                record_.line);
      return;
    }
    std::string_view count = cell(quantity);
    const std::string_view designators = cell(reference);
    const bool named = !number.empty() || !cell(supplier_part).empty();
    const bool alternative =
        has(quantity) && count.empty() && designators.empty() && named && position_ != 0;
    if (!has(quantity)) {
      counted_by_designators_ = true;
      count = kept_.emplace_back(
          std::to_string(std::max<std::size_t>(1, count_designators(designators))));
    } else if (count.empty() && alternative) {
      count = last_count_;
    }
    const auto counted = read_price(count);
    const bool countable = counted && (!counted->number.empty() || alternative);
    if (!countable && (below_ || (!named && designators.empty()))) {
      out_.set_aside();
      out_.note("a row beside or below the parts is not read", record_.line);
      return;
    }
    if (!countable) {
      out_.problem(errc::bad_value, record_.line, "quantity",
                   count.empty() ? "empty, where the row has a designator or is the first"
                                 : "'" + std::string(count.substr(0, 40)) + "' is no quantity");
      out_.rejected();
      return;
    }
    const std::string amount = counted->number;
    const auto parsed = decimal::parse(amount);
    if ((parsed && parsed->is_zero()) || says_yes(cell(not_placed))) {
      out_.set_aside();
      ++not_placed_;
      return;
    }
    add_part(id, words, amount);
    add_line(id, designators, amount, alternative);
    if (out_.problems() == before) {
      out_.used();
    } else {
      out_.rejected();
    }
  }

  bool is_total() const {
    for (const std::string_view f : record_.fields) {
      const std::string_view t = ascii::trim(f);
      if (t.empty()) continue;
      const std::size_t end = t.find_first_of(" :");
      const std::string_view word = t.substr(0, end);
      return ascii::equal_ignoring_case(word, "total") ||
             ascii::equal_ignoring_case(word, "subtotal") ||
             ascii::equal_ignoring_case(word, "totals") || ascii::equal_ignoring_case(word, "sum");
    }
    return false;
  }

  void add_part(std::string_view id, std::string_view words, const std::string& amount) {
    using enum flat_field;
    part_row row;
    row.part_id = id;
    row.name = words;
    row.made_in = country_of(cell(origin));
    row.us_origin = cell(us_origin);
    row.eccn = cell(eccn);
    row.hs = cell(hs);
    row.unit = cell(price_unit);
    price_text price;
    if (auto p = read_price_range(cell(unit_price))) {
      price = *p;
    } else {
      out_.problem(errc::bad_value, record_.line, "unit price", p.error().message);
    }
    if (price.number.empty() && has(total_price)) {
      if (auto p = read_price(cell(total_price))) {
        price = *p;
        if (!price.number.empty()) price.number = bill_io::unit_price(price.number, amount);
        // The price of the row by its quantity is a price per the unit of that.
        if (!row.unit.empty() && !cell(unit).empty()) row.unit = cell(unit);
      } else {
        out_.problem(errc::bad_value, record_.line, "total price", p.error().message);
      }
    }
    std::string money(cell(currency));
    if (money.empty()) money = price.currency;
    if (money.empty()) money = product_.product_currency;
    const std::string maker(cell(manufacturer));
    std::string facts;
    for (const std::string_view f : {row.made_in, row.us_origin, row.eccn, row.hs,
                                     row.unit}) {
      facts.append(f).append(1, '\x1F');
    }
    const auto [at, fresh] = seen_.emplace(std::string(id), parts_.size());
    if (!fresh) return add_to(parts_[at->second], facts, price.number, money);
    parts_.push_back({std::string(id), facts, price.number, money, record_.line, {}});
    for (std::size_t f = 0; f < k_kept_fields; ++f) {
      parts_.back().fields[f] = std::string(row.*k_kept[f]);
    }
    const std::string_view source = cell(supplier).empty() ? std::string_view(maker) : cell(supplier);
    if (source.empty()) return;
    offer_row offer;
    offer.part_id = id;
    offer.supplier_id = source;
    offer.supplier_country = cell(supplier_country);
    out_.made(offer, record_.line);
  }

  /// A part that stands in several rows: its facts must agree; prices that differ become a range.
  void add_to(kept_part& part, const std::string& facts, const std::string& price,
              const std::string& money) {
    if (part.facts != facts || (!price.empty() && !part.price.empty() && part.currency != money)) {
      out_.problem(errc::conflict, record_.line, {},
                   "part '" + part.id.substr(0, 80) + "' has another origin, classification, "
                   "currency or unit of price on line " + std::to_string(part.line));
      return;
    }
    if (price.empty() || price == part.price) return;
    if (part.price.empty()) {
      part.price = price;
      part.currency = money;
      return;
    }
    const auto ends = [](const std::string& s) {
      const std::size_t at = s.find("..");
      return at == std::string::npos ? std::pair{s, s} : std::pair{s.substr(0, at), s.substr(at + 2)};
    };
    const auto less = [](const std::string& l, const std::string& r) {
      const auto a = decimal::parse(l);
      const auto b = decimal::parse(r);
      return a && b && *a < *b;
    };
    const auto [low, high] = ends(part.price);
    const auto [low2, high2] = ends(price);
    part.price = (less(low2, low) ? low2 : low) + ".." + (less(high, high2) ? high2 : high);
    out_.note("part '" + part.id.substr(0, 80) + "' has another price on line " +
                  std::to_string(part.line) + ": the price is " + part.price,
              record_.line);
  }

  void add_parts() {
    for (const kept_part& p : parts_) {
      part_row row;
      row.part_id = p.id;
      row.kind = "purchased";
      for (std::size_t f = 0; f < k_kept_fields; ++f) row.*k_kept[f] = p.fields[f];
      if (p.price.empty()) {
        ++without_price_;
      } else {
        row.fmv = p.price;
        row.currency = p.currency;
      }
      out_.made(row, p.line);
    }
  }

  void add_line(std::string_view id, std::string_view designators, const std::string& amount,
                bool alternative) {
    line_row row;
    row.parent_id = product_.product_name;
    row.child_id = id;
    row.qty = amount;
    row.uom = cell(flat_field::unit);
    if (alternative) {
      ++rank_;
    } else {
      ++position_;
      rank_ = 0;
      last_count_ = amount;
      last_position_ = designators;
      // A position may stand once; designators that stand twice are told apart by their row.
      const bool usable = !designators.empty() && designators.size() <= k_longest_position;
      if (!usable || !positions_.emplace(designators).second) {
        last_position_ = "row " + std::to_string(record_.line);
        positions_.emplace(last_position_);
      }
    }
    row.pos = last_position_;
    const std::string rank = std::to_string(rank_);
    row.alt_rank = rank;
    out_.made(row, record_.line);
  }

  /// A country as its code, so that rows which spell it differently agree; else as written, for the
  /// builder to judge.
  static std::string_view country_of(std::string_view text) {
    const std::string_view code = country_code(text);
    return code.empty() ? text : code;
  }

  const lists::input_file& file_;
  const bill_sources& product_;
  sink& out_;
  csv_views record_;
  field_places where_{};
  std::uint64_t header_line_ = 1;
  std::deque<std::string> kept_;
  string_map<std::size_t> seen_;
  std::vector<kept_part> parts_;
  std::uint32_t blanks_ = 0;
  bool below_ = false;  // a gap of blank rows was passed: sign-offs and sums may follow
  string_set positions_;
  std::string last_count_;
  std::string last_position_;
  std::uint64_t position_ = 0;
  std::uint32_t rank_ = 0;
  std::uint64_t not_placed_ = 0;
  std::uint64_t without_price_ = 0;
  bool counted_by_designators_ = false;
};

}  // namespace

void read_flat_bill(const lists::input_file& file, const bill_sources& product, sink& out) {
  flat_reader(file, product, out).read();
}

}  // namespace tradewarden::bill_io
