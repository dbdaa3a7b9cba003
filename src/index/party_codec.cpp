#include "index/party_codec.hpp"

#include <concepts>
#include <type_traits>

namespace tradewarden::indexing {
namespace {

// One `fields` function per type lists its members once; the same list writes and reads, so that
// the two cannot come apart. Most members of most parties are empty: a record begins with a mask of
// those that are not, and only these follow. So a list's order is that of its bits, and members that
// are often there stand first. An archive has a member function for each kind of member.

constexpr schema last_of(schema) { return schema::aircraft; }
constexpr name_kind last_of(name_kind) { return name_kind::nka; }
constexpr name_strength last_of(name_strength) { return name_strength::weak; }
constexpr script last_of(script) { return script::other; }
constexpr measure_kind last_of(measure_kind) { return measure_kind::suspended_order; }
constexpr measure_end last_of(measure_end) { return measure_end::expired; }

/// A flag that is usually set.
template <class B>
struct on_by_default {
  B& value;
};
/// A value that is usually not zero.
template <class E, auto Usual>
struct usually {
  E& value;
};
template <auto Usual, class E>
usually<E, Usual> usually_is(E& value) { return {value}; }
/// The party's own id, and one that is usually the same.
template <class S>
struct defines_own {
  S& value;
};
template <class S>
struct own_by_default {
  S& value;
};
/// A place that is usually that of what stands before it.
template <class P>
struct same_by_default {
  P& value;
};
/// Other states of a record, which have none themselves.
template <class V>
struct other_states {
  V& value;
};
template <class T> on_by_default(T&) -> on_by_default<T>;
template <class T> other_states(T&) -> other_states<T>;
template <class T> defines_own(T&) -> defines_own<T>;
template <class T> own_by_default(T&) -> own_by_default<T>;
template <class T> same_by_default(T&) -> same_by_default<T>;

/// What is usual depends on what came before, on both ways alike.
struct context {
  std::string own_id;
  source_position last;
};

struct writing {
  byte_writer& out;
  std::size_t items = 0;  ///< Elements of lists.
  context usual{};

  void operator()(const std::string& s) { out.text(s); }
  template <std::unsigned_integral T>
    requires(!std::same_as<T, bool>)
  void operator()(const T& v) { out.number(v); }
  template <class E>
    requires std::is_enum_v<E>
  void operator()(const E& e) { out.number(static_cast<std::uint64_t>(e)); }
  void operator()(const bool&) {}
  void operator()(const std::int32_t& v) { out.signed_number(v); }
  void operator()(const day& d) { out.signed_number(d.days()); }
  template <class T>
  void operator()(const std::optional<T>& v) { (*this)(*v); }
  void operator()(const digest& d) {
    out.raw({reinterpret_cast<const char*>(d.bytes.data()), d.bytes.size()});
  }
  template <class T>
  void operator()(const std::vector<T>& v) {
    out.number(v.size());
    items += v.size();
    for (const T& x : v) (*this)(x);
  }
  template <class B>
  void operator()(const on_by_default<B>&) {}
  template <class S>
  void operator()(const own_by_default<S>& s) { out.text(s.value); }
  template <class E, auto Usual>
  void operator()(const usually<E, Usual>& e) { (*this)(e.value); }
  template <class S>
  void operator()(const defines_own<S>& s) {
    usual.own_id = s.value;
    out.text(s.value);
  }
  template <class P>
  void operator()(const same_by_default<P>& p) {
    usual.last = p.value;
    (*this)(p.value);
  }
  template <class V>
  void operator()(const other_states<V>& v) { (*this)(v.value); }
  template <class T>
    requires std::is_class_v<T>
  void operator()(const T& v) { fields(*this, v); }

  /// Whether the reader would have it without being told.
  [[nodiscard]] bool is_usual(const std::string& s) const { return s.empty(); }
  template <class T>
    requires std::is_arithmetic_v<T> || std::is_enum_v<T>
  [[nodiscard]] bool is_usual(const T& v) const { return v == T{}; }
  [[nodiscard]] bool is_usual(const day& d) const { return d == day{}; }
  template <class T>
  [[nodiscard]] bool is_usual(const std::optional<T>& v) const { return !v; }
  [[nodiscard]] bool is_usual(const digest& d) const { return d == digest{}; }
  template <class T>
  [[nodiscard]] bool is_usual(const std::vector<T>& v) const { return v.empty(); }
  template <class B>
  [[nodiscard]] bool is_usual(const on_by_default<B>& b) const { return b.value; }
  template <class V>
  [[nodiscard]] bool is_usual(const other_states<V>& v) const { return v.value.empty(); }
  template <class S>
  [[nodiscard]] bool is_usual(const own_by_default<S>& s) const { return s.value == usual.own_id; }
  template <class P>
  [[nodiscard]] bool is_usual(const same_by_default<P>& p) const { return p.value == usual.last; }
  template <class E, auto Usual>
  [[nodiscard]] bool is_usual(const usually<E, Usual>& e) const { return e.value == Usual; }
  template <class S>
  [[nodiscard]] bool is_usual(const defines_own<S>& s) const { return s.value.empty(); }
  template <class T>
    requires std::is_class_v<T>
  [[nodiscard]] bool is_usual(const T& v) const {
    if constexpr (std::equality_comparable<T>) return v == T{};
    return false;
  }

  template <class... M>
  void members(const M&... m) {
    std::uint64_t mask = 0;
    std::uint64_t bit = 1;
    ((mask |= is_usual(m) ? 0 : bit, bit <<= 1U), ...);
    out.number(mask);
    bit = 1;
    (((mask & bit) != 0 ? (*this)(m) : void(), bit <<= 1U), ...);
  }
};

struct reading {
  byte_reader& in;
  std::size_t items = 0;
  context usual{};
  bool within_others = false;

  void operator()(std::string& s) { s = in.text(); }
  template <std::unsigned_integral T>
    requires(!std::same_as<T, bool>)
  void operator()(T& v) {
    const std::uint64_t n = in.number();
    v = static_cast<T>(n);
    if (v != n) in.refuse();
  }
  template <class E>
    requires std::is_enum_v<E>
  void operator()(E& e) {
    const std::uint64_t v = in.number();
    if (v > static_cast<std::uint64_t>(last_of(E{}))) in.refuse();
    e = static_cast<E>(v);
  }
  void operator()(bool& b) { b = true; }
  void operator()(std::int32_t& v) { v = static_cast<std::int32_t>(in.signed_number()); }
  void operator()(day& d) {
    // A damaged number must not become a day that cannot be printed.
    constexpr std::int64_t k_first = -719'162;   // 0001-01-01
    constexpr std::int64_t k_last = 2'932'896;   // 9999-12-31
    const std::int64_t v = in.signed_number();
    d = day::from_days(static_cast<std::int32_t>(v < k_first ? k_first : v > k_last ? k_last : v));
  }
  template <class T>
  void operator()(std::optional<T>& v) { (*this)(v.emplace()); }
  void operator()(digest& d) {
    const std::string_view s = in.raw(d.bytes.size());
    for (std::size_t i = 0; i < s.size(); ++i) d.bytes[i] = static_cast<std::uint8_t>(s[i]);
  }
  template <class T>
  void operator()(std::vector<T>& v) {
    std::size_t n = in.count();
    // An element takes many times its byte: damaged bytes must not exhaust the memory.
    if (n > k_most_items - items) {
      in.refuse();
      return;
    }
    items += n;
    for (; n > 0 && in.ok(); --n) (*this)(v.emplace_back());
  }
  template <class B>
  void operator()(on_by_default<B> b) { b.value = false; }
  template <class S>
  void operator()(own_by_default<S> s) { s.value = in.text(); }
  template <class E, auto Usual>
  void operator()(usually<E, Usual> e) { (*this)(e.value); }
  template <class S>
  void operator()(defines_own<S> s) {
    s.value = in.text();
    usual.own_id = s.value;
  }
  template <class P>
  void operator()(same_by_default<P> p) {
    (*this)(p.value);
    usual.last = p.value;
  }
  template <class V>
  void operator()(other_states<V> v) {
    // Damaged bytes must not nest deeper and deeper.
    if (within_others) {
      in.refuse();
      return;
    }
    within_others = true;
    (*this)(v.value);
    within_others = false;
  }
  template <class T>
    requires std::is_class_v<T>
  void operator()(T& v) { fields(*this, v); }

  template <class M>
  void leave(M&) {}
  template <class E, auto Usual>
  void leave(usually<E, Usual>& e) { e.value = Usual; }
  template <class B>
  void leave(on_by_default<B>& b) { b.value = true; }
  template <class S>
  void leave(own_by_default<S>& s) { s.value = usual.own_id; }
  template <class P>
  void leave(same_by_default<P>& p) { p.value = usual.last; }

  template <class... M>
  void members(M&&... m) {
    const std::uint64_t mask = in.number();
    if (mask >> sizeof...(M) != 0) in.refuse();
    std::uint64_t bit = 1;
    (((mask & bit) != 0 ? (*this)(m) : leave(m), bit <<= 1U), ...);
  }
};

template <class T, class U>
concept like = std::same_as<std::remove_const_t<T>, U>;

template <class A> void fields(A& a, like<source_position> auto& p) { a.members(p.publication, p.file, p.line); }
template <class A> void fields(A& a, like<partial_date> auto& d) { a.members(d.earliest, d.latest, d.approximate); }
template <class A> void fields(A& a, like<party_name> auto& n) { a.members(n.text, n.kind, n.strength, usually_is<script::latin>(n.script), same_by_default{n.at}, n.language); }
template <class A> void fields(A& a, like<party_address> auto& x) {
  a.members(x.street, x.city, x.state, x.postal_code, x.country, x.text, same_by_default{x.at});
}
template <class A> void fields(A& a, like<party_birth_date> auto& x) { a.members(x.date, same_by_default{x.at}); }
template <class A> void fields(A& a, like<party_identifier> auto& x) {
  a.members(x.type, x.value, x.country, x.issued, x.expires, same_by_default{x.at});
}
template <class A> void fields(A& a, like<linked_party> auto& x) { a.members(x.relation, x.name); }
template <class A> void fields(A& a, like<party_source> auto& x) {
  a.members(x.publication, x.list_name, own_by_default{x.id}, x.url, same_by_default{x.at});
}
template <class A> void fields(A& a, like<measure> auto& m) {
  a.members(m.kind, m.from, m.until, m.end, m.published, m.citations, m.note, same_by_default{m.at},
       on_by_default{m.verified});
}
template <class A> void fields(A& a, like<overlay> auto& o) {
  a.members(o.kind, o.from, o.until, o.published, o.citations, o.note, same_by_default{o.at}, on_by_default{o.verified});
}
template <class A> void fields(A& a, like<sighting> auto& s) { a.members(s.first, s.last, s.missing_before, s.missing_from); }
template <class A> void fields(A& a, like<older_publication> auto& o) { a.members(o.date, o.sha256, o.parties, o.partial); }
template <class A> void fields(A& a, like<listed_party> auto& p) {
  a.members(p.list, defines_own{p.source_id}, p.names, p.measures, p.sources, p.schema, p.addresses,
            p.countries, p.programmes, p.birth_dates, p.identifiers, p.citations, p.nationalities,
            p.licence_requirement, p.licence_policy, p.birth_places, p.citizenships, p.gender,
            p.title, p.remarks, p.linked, p.call_sign, p.imo, p.vessel_type, p.vessel_flag,
            p.vessel_owner, p.tonnage, p.gross_registered_tonnage, p.sublists, p.footnotes,
            p.overlays, p.seen, other_states{p.earlier});
}
template <class A> void fields(A& a, like<publication_file> auto& f) { a.members(f.name, f.sha256, f.bytes); }
template <class A> void fields(A& a, like<publication_counts> auto& c) {
  a.members(c.rows, c.distinct_ids, c.parties, c.names, c.weak_names, c.aliases, c.addresses, c.joined,
       c.rejected, c.side_rejected);
}
template <class A> void fields(A& a, like<indexed_publication> auto& p) {
  a.members(p.format, p.name, p.path, p.date, p.sha256, p.files, p.counts, p.warnings, p.history);
}
template <class A> void fields(A& a, like<indexed_list> auto& l) { a.members(l.list, l.publication, l.parties, l.names); }
template <class A> void fields(A& a, like<index_info> auto& i) {
  a.members(i.score_version, i.score_tables_sha256, i.name_pack_sha256, i.engine_version, i.parties, i.names, i.tokens, i.duplicates,
       i.publications, i.lists);
}

template <class T>
std::optional<T> decode(std::string_view bytes) {
  byte_reader in(bytes);
  reading archive{in};
  T out;
  archive(out);
  if (!in.ok() || !in.at_end()) return std::nullopt;
  return out;
}

}  // namespace

std::size_t encode_party(const listed_party& party, byte_writer& out) {
  writing archive{out};
  archive(party);
  return archive.items;
}
std::optional<listed_party> decode_party(std::string_view bytes) { return decode<listed_party>(bytes); }
void encode_info(const index_info& info, byte_writer& out) { writing{out}(info); }
std::optional<index_info> decode_info(std::string_view bytes) { return decode<index_info>(bytes); }

}  // namespace tradewarden::indexing
