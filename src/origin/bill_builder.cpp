// Rows of text into a bill. A bill of ten million lines passes here, so a line costs a few probes:
// quantities and positions repeat, and each different text is read once.
#include "tradewarden/bill_builder.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <optional>
#include <utility>

#include "origin/bill_data.hpp"
#include "origin/cycles.hpp"
#include "origin/part_fields.hpp"
#include "origin/units.hpp"
#include "support/ascii.hpp"
#include "support/clipped.hpp"
#include "support/hash_map.hpp"
#include "support/text_ids.hpp"

namespace tradewarden {

namespace {

constexpr std::uint32_t k_none = text_ids::k_none;
constexpr std::size_t k_most_cycles = 100;
constexpr std::size_t k_cycle_ends = 500;  // parts told at either end of a long cycle
constexpr std::size_t k_longest_message = 100'000;
constexpr std::size_t k_longest_field = 200;

/// One key of two numbers.
std::uint64_t pair_of(std::uint32_t a, std::uint32_t b) {
  return (static_cast<std::uint64_t>(a) << 32) | b;
}

/// Up to 7 bytes and their number in one word: different texts, different words.
std::uint64_t packed(std::string_view text) {
  std::uint64_t word = text.size();
  for (const char c : text) word = (word << 8) | static_cast<unsigned char>(c);
  return word;
}

std::string quoted(std::string_view text) { return "'" + std::string(text.substr(0, 80)) + "'"; }

}  // namespace

struct bill_builder::state {
  bill_limits limits;
  detail::bill_data data;
  detail::part_fields fields{data};

  std::vector<bool> defined;              // by part
  std::vector<std::uint8_t> kind_stated;  // by part

  // Lines as they come.
  std::vector<std::uint32_t> parent, child, quantity, place, source;
  std::vector<std::uint8_t> file;
  bool many_files = false;
  // Each different text of a quantity, a unit, a position and a rank has a number; a pair of them
  // is looked at once. k_none is a problem.
  text_ids quantity_texts, unit_texts, pos_texts, rank_texts;
  hash_map<std::uint64_t, std::uint32_t> quantity_codes, place_codes;
  hash_map<std::uint64_t, std::uint32_t> place_keys;  // the same place whatever its spelling
  std::string key;
  // The code last given to a pair of short texts, at a place that the texts choose: nearly every
  // line finds its quantity and its position here, without a look-up.
  struct recent {
    std::uint64_t first = 0, second = 0;
    std::uint32_t code = k_none;
  };
  static constexpr std::size_t k_recent = 1024;
  std::vector<recent> recent_quantities{k_recent}, recent_places{k_recent};
  template <class Read>
  std::uint32_t remembered(std::vector<recent>& all, std::string_view a, std::string_view b,
                           const Read& read) {
    if (a.size() > 7 || b.size() > 7) return read();
    const std::uint64_t first = packed(a);
    const std::uint64_t second = packed(b);
    recent& r = all[((first * 0x9e3779b97f4a7c15U) ^ (second * 0xc2b2ae3d27d4eb4fU)) >> 54];
    if (r.code != k_none && r.first == first && r.second == second) return r.code;
    const std::uint32_t code = read();
    r = {first, second, code};
    return code;
  }

  // Lines whose parts are looked up together, so that their places in the table are fetched ahead.
  struct waiting_part {
    text_ids::key key;
    std::array<char, 16> text;
  };
  static constexpr std::size_t k_waiting = 32;
  std::array<waiting_part, 2 * k_waiting> waiting;  // parent, child, parent, child, ...
  std::size_t waiting_parts = 0;

  std::vector<std::pair<std::uint32_t, detail::offer_entry>> offers;

  std::vector<error> problems;
  std::uint64_t more = 0;
  std::string within;  // see within()

  void problem(error e) {
    if (problems.size() >= limits.problems) {
      ++more;
    } else {
      e.message = support::clipped(e.message, k_longest_message);
      e.field = support::clipped(e.field, k_longest_field);
      problems.push_back(std::move(e));
    }
  }
  void problem(errc code, std::string message, bill_position at, std::string_view field) {
    problem(error{code, std::move(message), {}, 0, {}}, at, field);
  }
  void problem(error e, bill_position at, std::string_view field) {
    e.file = file_name(at.file);
    e.line = at.line;
    if (e.field.empty()) e.field = field;
    if (!within.empty()) e.message += " (" + within + ")";
    problem(std::move(e));
  }
  [[nodiscard]] std::string file_name(std::uint32_t f) const {
    return f < data.files.size() ? data.files[f].name : std::string();
  }
  [[nodiscard]] bill_position line_position(std::uint32_t line) const {
    return {data.line_file.empty() ? data.only_line_file : data.line_file[line],
            data.source[line]};
  }
  /// False, with a problem, if the text is too long or empty where it must not be.
  bool sound(std::string_view text, bool required, bill_position at, std::string_view field) {
    if (text.size() > limits.text_bytes) {
      problem(errc::limit_exceeded,
              "longer than " + std::to_string(limits.text_bytes) + " bytes", at, field);
      return false;
    }
    if (required && text.empty()) {
      problem(errc::missing_field, "empty", at, field);
      return false;
    }
    return true;
  }

  void wait_for(std::string_view parent, std::string_view child);
  void look_up_waiting();
  std::uint32_t read_quantity(std::string_view qty, std::string_view uom, bill_position at);
  std::uint32_t read_place(std::string_view pos, std::string_view alt, bill_position at);
  void sort_lines();
  void check_parts();
  void check_places();
  void check_units();
  void check_cycles();
  void sort_offers();
  void sort_production();
};

bill_builder::bill_builder(const bill_limits& limits) : state_(std::make_unique<state>()) {
  state_->limits = limits;
}
bill_builder::bill_builder(bill_builder&&) noexcept = default;
bill_builder& bill_builder::operator=(bill_builder&&) noexcept = default;
bill_builder::~bill_builder() = default;

std::uint32_t bill_builder::add_file(std::string_view name, const digest& content) {
  state& s = *state_;
  if (s.data.files.size() == 255) {
    s.problem(errc::limit_exceeded, "more than 255 files", {}, {});
    return 254;
  }
  s.data.files.push_back({std::string(name), content});
  return static_cast<std::uint32_t>(s.data.files.size() - 1);
}

void bill_builder::expect(std::uint32_t parts, std::uint32_t lines) {
  state& s = *state_;
  s.data.ids.reserve(std::min(parts, s.limits.parts));
  s.data.names.reserve(std::min(parts, s.limits.parts));
  const std::size_t n = std::min(lines, s.limits.lines);
  for (auto* column : {&s.parent, &s.child, &s.quantity, &s.place, &s.source}) column->reserve(n);
}

void bill_builder::add_part(const part_row& row, bill_position at) {
  state& s = *state_;
  const std::string_view id = ascii::trim(row.part_id);
  if (!s.sound(id, true, at, "part_id")) return;
  const std::string_view name = ascii::trim(row.name);
  if (!s.sound(name, false, at, "name")) return;
  if (s.data.ids.size() >= s.limits.parts) {
    s.problem(errc::limit_exceeded, "more parts than " + std::to_string(s.limits.parts), at, {});
    return;
  }
  s.look_up_waiting();
  const std::uint32_t p = s.data.ids.add(id);
  if (p >= s.defined.size()) s.defined.resize(p + 1);
  if (s.defined[p]) {
    const bill_position first{s.data.parts.file[p], s.data.parts.source[p]};
    s.problem(errc::conflict,
              "part " + quoted(id) + " stands already in line " + std::to_string(first.line) +
                  " of " + s.file_name(first.file),
              at, "part_id");
    return;
  }
  s.defined[p] = true;
  if (p >= s.kind_stated.size()) s.kind_stated.resize(p + 1);
  std::vector<error> found;
  s.kind_stated[p] = s.fields.set(p, row, name, at, found) ? 1 : 0;
  for (error& e : found) s.problem(std::move(e), at, {});
}

std::uint32_t bill_builder::state::read_quantity(std::string_view qty, std::string_view uom,
                                                 bill_position at) {
  const auto [entry, fresh] =
      quantity_codes.try_emplace(pair_of(quantity_texts.add(qty), unit_texts.add(uom)), k_none);
  std::uint32_t& code = entry->second;
  if (fresh && uom != "?") {
    if (const result<decimal> d = decimal::parse(qty); d && !d->is_zero()) {
      const std::uint32_t word = data.words.add(detail::unit_name(uom));
      code = static_cast<std::uint32_t>(data.quantities.size());
      data.quantities.push_back({*d, word, *d});
    }
  }
  if (code == k_none) {
    const result<decimal> d = decimal::parse(qty);
    if (!d) {
      problem(qty.empty() ? error{errc::missing_field, "empty", {}, 0, {}} : d.error(), at, "qty");
    } else if (uom == "?") {
      problem(errc::bad_value,
              "a quantity of an unknown unit is no quantity: name the unit, or leave it empty for "
              "pieces",
              at, "uom");
    } else {
      problem(errc::bad_value, "a quantity of zero: leave the line out", at, "qty");
    }
  }
  return code;
}

std::uint32_t bill_builder::state::read_place(std::string_view pos, std::string_view alt,
                                              bill_position at) {
  const auto [entry, fresh] =
      place_codes.try_emplace(pair_of(pos_texts.add(pos), rank_texts.add(alt)), k_none);
  std::uint32_t& code = entry->second;
  if (fresh) {
    std::uint32_t rank = 0;
    bool good = alt.size() <= 5;
    for (const char c : alt) {
      good = good && ascii::is_digit(c);
      rank = rank * 10 + static_cast<std::uint32_t>(good ? c - '0' : 0);
    }
    if (good && rank <= 65535) {
      const std::uint32_t position = data.positions.add(pos);
      code = place_keys.try_emplace(pair_of(position, rank), place_keys.size()).first->second;
      if (code == data.places.size()) data.places.push_back({position, rank});
    }
  }
  if (code == k_none) {
    problem(errc::bad_value, "not a whole number from 0 to 65535: " + quoted(alt), at, "alt_rank");
  }
  return code;
}

void bill_builder::state::wait_for(std::string_view parent_id, std::string_view child_id) {
  // Texts that a key does not hold whole cannot wait: their row is gone by then.
  if (parent_id.size() > 16 || child_id.size() > 16) {
    look_up_waiting();
    parent.push_back(data.ids.add(parent_id));
    child.push_back(data.ids.add(child_id));
    return;
  }
  for (const std::string_view id : {parent_id, child_id}) {
    waiting_part& w = waiting[waiting_parts++];
    w.key = data.ids.key_of(id);
    std::memcpy(w.text.data(), id.data(), id.size());
    data.ids.prefetch(w.key);
  }
  if (waiting_parts == waiting.size()) look_up_waiting();
}

void bill_builder::state::look_up_waiting() {
  for (std::size_t i = 0; i < waiting_parts; i += 2) {
    const waiting_part& p = waiting[i];
    const waiting_part& c = waiting[i + 1];
    parent.push_back(data.ids.add({p.text.data(), p.key.length}, p.key));
    child.push_back(data.ids.add({c.text.data(), c.key.length}, c.key));
  }
  waiting_parts = 0;
}

void bill_builder::add_line(const line_row& row, bill_position at) {
  state& s = *state_;
  const std::string_view parent = ascii::trim(row.parent_id);
  const std::string_view child = ascii::trim(row.child_id);
  const std::string_view pos = ascii::trim(row.pos);
  const std::string_view uom = ascii::trim(row.uom);
  // Not short-circuited: every bad field of a line is told.
  bool good = s.sound(parent, true, at, "parent_id");
  good &= s.sound(child, true, at, "child_id");
  good &= s.sound(pos, true, at, "pos");
  good &= s.sound(uom, false, at, "uom");
  if (!good) return;
  if (s.quantity.size() >= s.limits.lines) {
    s.problem(errc::limit_exceeded, "more lines than " + std::to_string(s.limits.lines), at, {});
    return;
  }
  const std::string_view qty = ascii::trim(row.qty);
  const std::string_view alt = ascii::trim(row.alt_rank);
  const std::uint32_t quantity = s.remembered(
      s.recent_quantities, qty, uom, [&] { return s.read_quantity(qty, uom, at); });
  const std::uint32_t place =
      s.remembered(s.recent_places, pos, alt, [&] { return s.read_place(pos, alt, at); });
  if (quantity == k_none || place == k_none) return;
  s.wait_for(parent, child);
  s.quantity.push_back(quantity);
  s.place.push_back(place);
  s.source.push_back(static_cast<std::uint32_t>(at.line));
  if (!s.many_files && s.quantity.size() > 1 && at.file != s.data.only_line_file) {
    s.many_files = true;
    s.file.assign(s.quantity.size() - 1, s.data.only_line_file);
  }
  if (s.many_files) {
    s.file.push_back(static_cast<std::uint8_t>(at.file));
  } else {
    s.data.only_line_file = static_cast<std::uint8_t>(at.file);
  }
}

void bill_builder::add_offer(const offer_row& row, bill_position at) {
  state& s = *state_;
  const std::string_view part = ascii::trim(row.part_id);
  const std::string_view supplier = ascii::trim(row.supplier_id);
  bool good = s.sound(part, true, at, "part_id");
  good &= s.sound(supplier, true, at, "supplier_id");
  if (!good) return;
  if (s.offers.size() >= s.limits.offers) {
    s.problem(errc::limit_exceeded, "more offers than " + std::to_string(s.limits.offers), at, {});
    return;
  }
  std::vector<error> found;
  detail::offer_entry o = s.fields.offer(row, found);
  for (error& e : found) s.problem(std::move(e), at, {});
  if (!found.empty()) return;
  o.supplier = s.data.suppliers.add(supplier);
  o.source = static_cast<std::uint32_t>(at.line);
  o.file = static_cast<std::uint8_t>(at.file);
  s.look_up_waiting();
  s.offers.emplace_back(s.data.ids.add(part), o);
}

void bill_builder::add_rate(const rate_row& row, bill_position at) {
  state& s = *state_;
  std::vector<error> found;
  exchange_rate r = s.fields.rate(row, found);
  r.source = at;
  for (error& e : found) s.problem(std::move(e), at, {});
  if (found.empty()) s.data.rates.push_back(std::move(r));
}

void bill_builder::add_production(const production_row& row, bill_position at) {
  state& s = *state_;
  const std::string_view part = ascii::trim(row.part_id);
  bool good = s.sound(part, true, at, "part_id");
  good &= s.sound(row.us_technology_eccns, false, at, "us_technology_eccns");
  good &= s.sound(row.plant_eccns, false, at, "plant_eccns");
  if (!good) return;
  // Each part has one row at most.
  if (s.data.production.size() >= s.limits.parts) {
    s.problem(errc::limit_exceeded, "more rows than " + std::to_string(s.limits.parts), at, {});
    return;
  }
  std::vector<error> found;
  detail::production_entry e = s.fields.production(row, found);
  for (error& problem : found) s.problem(std::move(problem), at, {});
  if (!found.empty()) return;
  e.source = static_cast<std::uint32_t>(at.line);
  e.file = static_cast<std::uint8_t>(at.file);
  s.look_up_waiting();
  e.part = s.data.ids.add(part);
  s.data.production.push_back(e);
}

void bill_builder::within(std::string_view place) { state_->within = place; }

void bill_builder::add_problem(error e) { state_->problem(std::move(e)); }

void bill_builder::state::sort_lines() {
  detail::bill_data& d = data;
  const std::uint32_t parts = d.part_count();
  std::vector<std::uint32_t> next(parts + 1);
  for (const std::uint32_t p : parent) ++next[p + 1];
  for (std::uint32_t i = 0; i < parts; ++i) next[i + 1] += next[i];
  d.line_first = next;
  const std::size_t n = parent.size();
  for (auto* column : {&d.child, &d.quantity, &d.place, &d.source}) column->resize(n);
  if (many_files) d.line_file.resize(n);
  for (std::size_t i = 0; i < n; ++i) {
    const std::uint32_t to = next[parent[i]]++;
    d.child[to] = child[i];
    d.quantity[to] = quantity[i];
    d.place[to] = place[i];
    d.source[to] = source[i];
    if (many_files) d.line_file[to] = file[i];
  }
  for (auto* column : {&parent, &child, &quantity, &place, &source}) {
    std::vector<std::uint32_t>().swap(*column);
  }
}

void bill_builder::state::check_parts() {
  detail::bill_data& d = data;
  defined.resize(d.part_count());
  kind_stated.resize(d.part_count());
  fields.resize(d.part_count());
  const auto unknown = [&](std::uint32_t p, bill_position at, std::string_view field) {
    problem(errc::bad_value, "no part " + quoted(d.ids.text(p)) + " in the parts", at, field);
  };
  for (std::uint32_t p = 0; p < d.part_count(); ++p) {
    for (std::uint32_t l = d.line_first[p]; l < d.line_first[p + 1]; ++l) {
      if (!defined[p]) unknown(p, line_position(l), "parent_id");
      if (!defined[d.child[l]]) unknown(d.child[l], line_position(l), "child_id");
    }
    if (defined[p] && kind_stated[p] == 0 && d.line_first[p] != d.line_first[p + 1]) {
      d.parts.kind[p] = part_kind::made;
    }
  }
  for (const auto& [p, o] : offers) {
    if (!defined[p]) unknown(p, {o.file, o.source}, "part_id");
  }
  for (const detail::production_entry& e : d.production) {
    if (!defined[e.part]) unknown(e.part, {e.file, e.source}, "part_id");
  }
}

void bill_builder::state::check_places() {
  detail::bill_data& d = data;
  // The line that held a place (and a position with rank 0) last, and of which parent.
  struct seen {
    std::uint32_t parent = k_none;
    std::uint32_t line = 0;
  };
  std::vector<seen> places(d.places.size());
  std::vector<std::uint32_t> primary(d.positions.size(), k_none);
  for (std::uint32_t p = 0; p < d.part_count(); ++p) {
    bool alternatives = false;
    for (std::uint32_t l = d.line_first[p]; l < d.line_first[p + 1]; ++l) {
      seen& s = places[d.place[l]];
      if (s.parent == p) {
        problem(errc::conflict,
                "position " + quoted(d.positions.text(d.pos(l))) + " of " +
                    quoted(d.ids.text(p)) + " with rank " + std::to_string(d.alt_rank(l)) +
                    " stands already in line " + std::to_string(d.source[s.line]),
                line_position(l), "pos");
      }
      s = {p, l};
      if (d.alt_rank(l) == 0) {
        primary[d.pos(l)] = p;
      } else {
        alternatives = true;
      }
    }
    if (!alternatives) continue;
    for (std::uint32_t l = d.line_first[p]; l < d.line_first[p + 1]; ++l) {
      if (d.alt_rank(l) != 0 && primary[d.pos(l)] != p) {
        problem(errc::bad_value,
                "position " + quoted(d.positions.text(d.pos(l))) + " of " +
                    quoted(d.ids.text(p)) + " has an alternative and no line of rank 0",
                line_position(l), "alt_rank");
      }
    }
  }
}

/// A part is counted and priced in the unit that its row states; if it states none, in that of its
/// lines, which must then have one: which of them comes first says nothing of the price.
void bill_builder::state::check_units() {
  detail::bill_data& d = data;
  const auto uom = [&](std::uint32_t line) { return d.quantities[d.quantity[line]].uom; };
  const auto before = [&](std::uint32_t a, std::uint32_t b) {
    const auto key_of = [&](std::uint32_t line) {
      return std::pair(line_position(line).file, d.source[line]);
    };
    return b == k_none || key_of(a) < key_of(b);
  };
  const auto place_of = [&](bill_position at) {
    return " in line " + std::to_string(at.line) +
           (file_name(at.file).empty() ? "" : " of " + file_name(at.file));
  };
  std::vector<std::uint32_t> first(d.part_count(), k_none);  // line, in the order of the input
  for (std::uint32_t l = 0; l < d.line_count(); ++l) {
    std::uint32_t& f = first[d.child[l]];
    if (before(l, f)) f = l;
  }
  d.parts.unit.resize(d.part_count());
  d.parts.unit_stated.resize(d.part_count());
  const std::uint32_t each = d.words.add("each");
  for (std::uint32_t p = 0; p < d.part_count(); ++p) {
    if (d.parts.unit_stated[p] == 0) d.parts.unit[p] = first[p] == k_none ? each : uom(first[p]);
  }
  std::vector<std::uint32_t> other(d.part_count(), k_none);  // the first that has to be converted
  text_ids converted;  // (quantity, unit) already converted
  std::vector<std::uint32_t> codes;
  for (std::uint32_t l = 0; l < d.line_count(); ++l) {
    const std::uint32_t c = d.child[l];
    const std::uint32_t unit = d.parts.unit[c];
    if (uom(l) == unit) continue;
    const detail::quantity_entry q = d.quantities[d.quantity[l]];
    key = std::to_string(d.quantity[l]) + " " + std::to_string(unit);
    const std::uint32_t n = converted.add(key);
    if (n == codes.size()) {
      const result<decimal> in_unit =
          detail::convert(q.given, d.words.text(q.uom), d.words.text(unit));
      codes.push_back(k_none);
      if (in_unit && !in_unit->is_zero()) {
        codes.back() = static_cast<std::uint32_t>(d.quantities.size());
        d.quantities.push_back({q.given, q.uom, *in_unit});
      }
    }
    const bool stated = d.parts.unit_stated[c] != 0;
    const bool same = detail::same_unit(d.words.text(q.uom), d.words.text(unit));
    if (!stated && same && d.words.text(q.uom) < d.words.text(unit)) d.parts.unit[c] = q.uom;
    if (!stated && !same && before(l, other[c]) &&
        detail::one_kind(d.words.text(q.uom), d.words.text(unit))) {
      other[c] = l;
    }
    if (codes[n] != k_none) {
      d.quantity[l] = codes[n];
    } else if (other[c] == k_none) {
      result<decimal> in_unit = detail::convert(q.given, d.words.text(q.uom), d.words.text(unit));
      error e = in_unit ? error{errc::internal, "a quantity became zero", {}, 0, {}}
                        : in_unit.error();
      e.message = "part " + quoted(d.ids.text(c)) +
                  (stated ? " is priced per '" : " is counted in '") +
                  std::string(d.words.text(unit)) + "'" +
                  place_of(stated ? bill_position{d.parts.file[c], d.parts.source[c]}
                                  : line_position(first[c])) +
                  ": " + e.message;
      problem(std::move(e), line_position(l), "uom");
    }
  }
  for (std::uint32_t p = 0; p < d.part_count(); ++p) {
    if (other[p] == k_none) continue;
    problem(errc::conflict,
            "part " + quoted(d.ids.text(p)) + " is counted in '" +
                std::string(d.words.text(d.quantities[d.quantity[other[p]]].uom)) +
                "' here, and in '" + std::string(d.words.text(d.parts.unit[p])) + "'" +
                place_of(line_position(first[p])) +
                "; of which its price is, column unit of the parts must say",
            line_position(other[p]), "uom");
  }
}

void bill_builder::state::check_cycles() {
  if (order_parts(data)) return;
  for (const detail::cycle& c : detail::find_cycles(data, k_most_cycles)) {
    std::string message = "a cycle: ";
    for (std::size_t i = 0; i < c.parts.size(); ++i) {
      if (i == k_cycle_ends && c.parts.size() > 2 * k_cycle_ends) {
        const std::size_t skipped = c.parts.size() - 2 * k_cycle_ends;
        message += "... " + std::to_string(skipped) + " more ... -> ";
        i += skipped;
      }
      const bill_position at = line_position(c.lines[i]);
      message += quoted(data.ids.text(c.parts[i])) + " (" + file_name(at.file) + ":" +
                 std::to_string(at.line) + ") -> ";
    }
    message += quoted(data.ids.text(c.parts[0]));
    problem(errc::conflict, std::move(message), line_position(c.lines.back()), "child_id");
  }
}

void bill_builder::state::sort_offers() {
  detail::bill_data& d = data;
  d.offer_first.assign(d.part_count() + 1, 0);
  for (const auto& [p, o] : offers) ++d.offer_first[p + 1];
  for (std::uint32_t p = 0; p < d.part_count(); ++p) d.offer_first[p + 1] += d.offer_first[p];
  std::vector<std::uint32_t> next(d.offer_first.begin(), d.offer_first.end());
  d.offers.resize(offers.size());
  for (const auto& [p, o] : offers) d.offers[next[p]++] = o;
  std::stable_sort(d.rates.begin(), d.rates.end(),
                   [](const exchange_rate& a, const exchange_rate& b) {
                     return std::pair(std::string_view(a.currency), a.date) <
                            std::pair(std::string_view(b.currency), b.date);
                   });
  for (std::size_t i = 1; i < d.rates.size(); ++i) {
    if (d.rates[i].currency == d.rates[i - 1].currency && d.rates[i].date == d.rates[i - 1].date) {
      problem(errc::conflict,
              "a second rate of " + d.rates[i].currency + " on " + d.rates[i].date.to_string(),
              d.rates[i].source, "date");
    }
  }
}

void bill_builder::state::sort_production() {
  std::vector<detail::production_entry>& all = data.production;
  std::stable_sort(all.begin(), all.end(),
                   [](const detail::production_entry& a, const detail::production_entry& b) {
                     return a.part < b.part;
                   });
  for (std::size_t i = 1; i < all.size(); ++i) {
    if (all[i].part != all[i - 1].part) continue;
    problem(errc::conflict,
            "part " + quoted(data.ids.text(all[i].part)) + " stands already in line " +
                std::to_string(all[i - 1].source) + " of " + file_name(all[i - 1].file),
            {all[i].file, all[i].source}, "part_id");
  }
}

result<bill> bill_builder::build() {
  state& s = *state_;
  s.within.clear();
  s.look_up_waiting();
  s.sort_lines();
  s.check_parts();
  s.check_places();
  s.check_units();
  s.check_cycles();
  s.sort_offers();
  s.sort_production();
  if (s.data.part_count() == 0 && s.problems.empty()) {
    s.problem(errc::empty_input, "no parts", {}, {});
  }
  std::stable_sort(s.problems.begin(), s.problems.end(), [](const error& a, const error& b) {
    return std::pair(std::string_view(a.file), a.line) < std::pair(std::string_view(b.file), b.line);
  });
  if (!s.problems.empty()) return s.problems.front();
  return bill(std::make_shared<const detail::bill_data>(std::move(s.data)));
}

const std::vector<error>& bill_builder::problems() const& noexcept { return state_->problems; }
std::uint64_t bill_builder::more_problems() const noexcept { return state_->more; }

}  // namespace tradewarden
