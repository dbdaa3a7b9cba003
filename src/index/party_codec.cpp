#include "index/party_codec.hpp"

#include <concepts>
#include <type_traits>

namespace tradewarden::indexing {
namespace {

// One `fields` function per type lists its members once; the same list writes and reads, so that
// the two cannot come apart. An archive has a member function for each kind of member.

constexpr schema last_of(schema) { return schema::aircraft; }
constexpr name_kind last_of(name_kind) { return name_kind::nka; }
constexpr name_strength last_of(name_strength) { return name_strength::weak; }
constexpr script last_of(script) { return script::other; }
constexpr measure_kind last_of(measure_kind) { return measure_kind::suspended_order; }
constexpr measure_end last_of(measure_end) { return measure_end::expired; }

struct writing {
  byte_writer& out;
  void operator()(const std::string& s) { out.text(s); }
  template <std::unsigned_integral T>
  void operator()(const T& v) { out.number(v); }
  template <class E>
    requires std::is_enum_v<E>
  void operator()(const E& e) { out.number(static_cast<std::uint64_t>(e)); }
  void operator()(const bool& b) { out.number(b ? 1 : 0); }
  void operator()(const std::int32_t& v) { out.signed_number(v); }
  void operator()(const day& d) { out.signed_number(d.days()); }
  void operator()(const std::optional<day>& d) {
    out.number(d.has_value() ? 1 : 0);
    if (d) (*this)(*d);
  }
  void operator()(const digest& d) {
    out.raw({reinterpret_cast<const char*>(d.bytes.data()), d.bytes.size()});
  }
  template <class T>
  void operator()(const std::vector<T>& v) {
    out.number(v.size());
    for (const T& x : v) (*this)(x);
  }
  template <class T>
    requires std::is_class_v<T>
  void operator()(const T& v) { fields(*this, v); }
};

struct reading {
  byte_reader& in;
  void operator()(std::string& s) { s = in.text(); }
  template <std::unsigned_integral T>
  void operator()(T& v) { v = static_cast<T>(in.number()); }
  template <class E>
    requires std::is_enum_v<E>
  void operator()(E& e) {
    const std::uint64_t v = in.number();
    if (v > static_cast<std::uint64_t>(last_of(E{}))) in.refuse();
    e = static_cast<E>(v);
  }
  void operator()(bool& b) { b = in.number() != 0; }
  void operator()(std::int32_t& v) { v = static_cast<std::int32_t>(in.signed_number()); }
  void operator()(day& d) {
    // A damaged number must not become a day that cannot be printed.
    constexpr std::int64_t k_first = -719'162;   // 0001-01-01
    constexpr std::int64_t k_last = 2'932'896;   // 9999-12-31
    const std::int64_t v = in.signed_number();
    d = day::from_days(static_cast<std::int32_t>(v < k_first ? k_first : v > k_last ? k_last : v));
  }
  void operator()(std::optional<day>& d) {
    d.reset();
    if (in.number() != 0) (*this)(d.emplace());
  }
  void operator()(digest& d) {
    const std::string_view s = in.raw(d.bytes.size());
    for (std::size_t i = 0; i < s.size(); ++i) d.bytes[i] = static_cast<std::uint8_t>(s[i]);
  }
  template <class T>
  void operator()(std::vector<T>& v) {
    v.clear();
    for (std::size_t n = in.count(); n > 0 && in.ok(); --n) (*this)(v.emplace_back());
  }
  template <class T>
    requires std::is_class_v<T>
  void operator()(T& v) { fields(*this, v); }
};

template <class T, class U>
concept like = std::same_as<std::remove_const_t<T>, U>;

template <class A, class... M>
void each(A& a, M&... members) { (a(members), ...); }

template <class A> void fields(A& a, like<source_position> auto& p) { each(a, p.publication, p.file, p.line); }
template <class A> void fields(A& a, like<partial_date> auto& d) { each(a, d.earliest, d.latest, d.approximate); }
template <class A> void fields(A& a, like<party_name> auto& n) { each(a, n.text, n.kind, n.strength, n.script, n.at); }
template <class A> void fields(A& a, like<party_address> auto& x) {
  each(a, x.street, x.city, x.state, x.postal_code, x.country, x.text, x.at);
}
template <class A> void fields(A& a, like<party_birth_date> auto& x) { each(a, x.date, x.at); }
template <class A> void fields(A& a, like<party_identifier> auto& x) {
  each(a, x.type, x.value, x.country, x.issued, x.expires, x.at);
}
template <class A> void fields(A& a, like<linked_party> auto& x) { each(a, x.relation, x.name); }
template <class A> void fields(A& a, like<party_source> auto& x) {
  each(a, x.publication, x.list_name, x.id, x.url, x.at);
}
template <class A> void fields(A& a, like<measure> auto& m) {
  each(a, m.kind, m.from, m.until, m.end, m.published, m.citations, m.note, m.at,
       m.verified);
}
template <class A> void fields(A& a, like<overlay> auto& o) {
  each(a, o.kind, o.from, o.until, o.published, o.citations, o.note, o.at, o.verified);
}
template <class A> void fields(A& a, like<listed_party> auto& p) {
  each(a, p.list, p.source_id, p.schema, p.names, p.addresses, p.countries, p.birth_dates, p.birth_places,
       p.nationalities, p.citizenships, p.gender, p.identifiers, p.title, p.call_sign, p.imo,
       p.vessel_type, p.vessel_flag, p.vessel_owner, p.tonnage, p.gross_registered_tonnage,
       p.programmes, p.sublists, p.licence_requirement, p.licence_policy, p.footnotes, p.citations,
       p.measures, p.overlays, p.linked, p.remarks, p.sources);
}
template <class A> void fields(A& a, like<publication_file> auto& f) { each(a, f.name, f.sha256, f.bytes); }
template <class A> void fields(A& a, like<publication_counts> auto& c) {
  each(a, c.rows, c.distinct_ids, c.parties, c.names, c.weak_names, c.aliases, c.addresses, c.joined,
       c.rejected, c.side_rejected);
}
template <class A> void fields(A& a, like<indexed_publication> auto& p) {
  each(a, p.format, p.name, p.path, p.date, p.sha256, p.files, p.counts, p.warnings);
}
template <class A> void fields(A& a, like<indexed_list> auto& l) { each(a, l.list, l.publication, l.parties, l.names); }
template <class A> void fields(A& a, like<index_info> auto& i) {
  each(a, i.score_version, i.engine_version, i.parties, i.names, i.tokens, i.duplicates,
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

void encode_party(const listed_party& party, byte_writer& out) { writing{out}(party); }
std::optional<listed_party> decode_party(std::string_view bytes) { return decode<listed_party>(bytes); }
void encode_info(const index_info& info, byte_writer& out) { writing{out}(info); }
std::optional<index_info> decode_info(std::string_view bytes) { return decode<index_info>(bytes); }

}  // namespace tradewarden::indexing
