#include "lists/publication_builder.hpp"

#include <algorithm>
#include <utility>

#include "lists/finish_party.hpp"
#include "lists/list_text.hpp"

namespace tradewarden::lists {
namespace {

/// Lists of one row per name bring them in any order.
void put_primary_first(listed_party& p) {
  const auto marked = [](const party_name& n) { return n.kind == name_kind::primary; };
  auto first = std::find_if(p.names.begin(), p.names.end(), marked);
  if (first == p.names.end()) {
    first = std::find_if(p.names.begin(), p.names.end(), [](const party_name& n) {
      return n.strength == name_strength::strong && n.script == script::latin;
    });
    if (first == p.names.end()) first = p.names.begin();
  }
  std::rotate(p.names.begin(), first, first + 1);
  p.names.front().kind = name_kind::primary;
  for (std::size_t i = 1; i < p.names.size(); ++i) {
    if (marked(p.names[i])) p.names[i].kind = name_kind::aka;
  }
}

}  // namespace

publication_builder::publication_builder(const input_file& file, const source_spec& source,
                                         std::string_view format, std::string_view name)
    : file_(file.label()), complaints_(file.label()) {
  out_.format = format;
  out_.name = name;
  out_.path = source.path;
  out_.date = source.date;
  out_.files.push_back(describe(file));
  out_.sha256 = publication_digest(out_.files);
}

void publication_builder::reject(std::uint64_t line, std::string_view field, std::string message) {
  ++out_.counts.rejected;
  complaints_.reject(line, std::string(field), in_record(std::move(message)));
}

void publication_builder::warn(std::uint64_t line, std::string_view field, std::string message) {
  complaints_.warn(line, std::string(field), in_record(std::move(message)));
}

error publication_builder::fail(errc code, std::uint64_t line, std::string_view field,
                                std::string message) const {
  return error{code, std::move(message), file_, line, std::string(field)};
}

publication_builder::place publication_builder::party(std::string_view list,
                                                      std::string_view source_id) {
  std::string key;
  key.reserve(list.size() + 1 + source_id.size());
  key += list;
  key += '\n';
  key += source_id;
  const auto [at, is_new] = by_key_.try_emplace(std::move(key), out_.parties.size());
  if (is_new) {
    listed_party& p = out_.parties.emplace_back();
    p.list = list;
    p.source_id = source_id;
    rows_of_.push_back(1);
    return {p, true};
  }
  ++out_.counts.joined;
  ++rows_of_[at->second];
  return {out_.parties[at->second], false};
}

void publication_builder::check(const listed_party& p) {
  if (!p.names.empty() && !can_be_found(p)) {
    warn(p.names.front().at.line, "name", std::string(k_cannot_be_found));
  }
  if (!out_.date) return;
  for (const measure& m : p.measures) {
    if (!m.from || *m.from <= out_.date->plus(366)) continue;
    warn(m.at.line, {},
         "begins on " + m.from->to_string() + ", more than a year after the publication of " +
             out_.date->to_string() + ": until then the party does not stand as listed");
  }
}

void publication_builder::reject_nameless() {
  std::vector<listed_party>& all = out_.parties;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!all[i].names.empty()) {
      if (kept != i) all[kept] = std::move(all[i]);
      ++kept;
      continue;
    }
    const std::uint64_t line = all[i].sources.empty() ? 0 : all[i].sources.front().at.line;
    reject(line, "name", "the entry " + all[i].source_id.substr(0, 60) + " has no name");
    out_.counts.rejected += rows_of_[i] - 1;
    out_.counts.joined -= rows_of_[i] - 1;
  }
  all.resize(kept);
}

result<publication> publication_builder::finish() {
  publication_counts& counts = out_.counts;
  record_.clear();
  reject_nameless();
  if (out_.parties.empty()) {
    return fail(errc::empty_input, 0, {},
                counts.rows == 0
                    ? "the list has a header and no entry: an empty list is refused"
                    : "not one of the " + std::to_string(counts.rows) +
                          " entries could be read: the list is refused; the first complaint is: " +
                          complaints_.first_rejection());
  }
  counts.parties = out_.parties.size();
  counts.distinct_ids = ids_.size();
  for (listed_party& p : out_.parties) {
    put_primary_first(p);
    finish_party(p);
    check(p);
    counts.names += p.names.size();
    counts.weak_names += static_cast<std::uint64_t>(
        std::count_if(p.names.begin(), p.names.end(), [](const party_name& n) {
          return n.strength == name_strength::weak;
        }));
    std::stable_sort(p.measures.begin(), p.measures.end(),
                     [](const measure& a, const measure& b) { return a.from < b.from; });
    std::stable_sort(p.overlays.begin(), p.overlays.end(),
                     [](const overlay& a, const overlay& b) { return a.from < b.from; });
  }
  complaints_.move_to(out_.diagnostics);
  return std::move(out_);
}

bool add_name(listed_party& party, party_name name) {
  if (name.text.empty()) return false;
  for (const party_name& known : party.names) {
    if (known.text == name.text) return false;
  }
  party.names.push_back(std::move(name));
  return true;
}

std::size_t add_listed_name(listed_party& party, const std::string& listed, name_kind kind,
                            source_position at) {
  std::size_t more = 0;
  const auto add = [&](std::string text, name_kind as, name_strength strength) {
    const script s = script_of(text);
    return add_name(party, {std::move(text), as, strength, s, at});
  };
  const auto add_more = [&](std::string text, name_kind as, name_strength strength) {
    if (add(std::move(text), as, strength)) ++more;
  };
  std::vector<inner_name> inner = inner_names(listed);
  const bool bracket = !inner.empty() && inner.front().itself;
  if (bracket) {
    add(std::move(inner.front().text), kind, name_strength::strong);
    inner.erase(inner.begin());
    add_more(listed, name_kind::aka, name_strength::strong);
  } else {
    add(listed, kind, name_strength::strong);
  }
  for (inner_name& n : inner) add_more(std::move(n.text), n.kind, n.strength);
  return more;
}

error in_file(error e, std::string_view file) {
  if (e.file.empty()) e.file = file;
  return e;
}

}  // namespace tradewarden::lists
