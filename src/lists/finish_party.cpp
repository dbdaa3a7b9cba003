#include "lists/finish_party.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "names/folded_key.hpp"
#include "support/ascii.hpp"

namespace tradewarden::lists {
namespace {

/// Removes later elements whose key equals an earlier one's; calls `merge(kept, removed)`.
template <class T, class Key, class Merge>
void keep_first(std::vector<T>& values, Key key, Merge merge) {
  if (values.size() < 2) return;
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const auto ka = key(values[a]);
    const auto kb = key(values[b]);
    if (ka != kb) return ka < kb;
    return a < b;
  });
  std::vector<bool> drop(values.size(), false);
  bool any = false;
  for (std::size_t i = 1, kept = order[0]; i < order.size(); ++i) {
    if (key(values[order[i]]) == key(values[kept])) {
      merge(values[kept], values[order[i]]);
      drop[order[i]] = true;
      any = true;
    } else {
      kept = order[i];
    }
  }
  if (!any) return;
  std::size_t out = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (drop[i]) continue;
    if (out != i) values[out] = std::move(values[i]);
    ++out;
  }
  values.resize(out);
}

template <class T, class Key>
void keep_first(std::vector<T>& values, Key key) {
  keep_first(values, key, [](T&, T&) {});
}

}  // namespace

void sort_unique(std::vector<std::string>& values) {
  std::erase(values, std::string());
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

bool can_be_found(const listed_party& p) {
  return std::any_of(p.names.begin(), p.names.end(), [](const party_name& n) {
    // Folding takes long, and a letter of ASCII always stays one.
    return std::any_of(n.text.begin(), n.text.end(),
                       [](char c) { return ascii::is_alpha(c) || ascii::is_digit(c); }) ||
           !names::folded_key(n.text).empty();
  });
}

void finish_party(listed_party& p) {
  sort_unique(p.countries);
  sort_unique(p.nationalities);
  sort_unique(p.citizenships);
  keep_first(
      p.names, [](const party_name& n) { return std::string_view(n.text); },
      [](party_name& kept, party_name& gone) {
        if (gone.strength == name_strength::strong) kept.strength = name_strength::strong;
        if (kept.language.empty()) kept.language = gone.language;
      });
  const auto text = [](const std::string& s) { return std::string_view(s); };
  keep_first(p.programmes, text);
  keep_first(p.sublists, text);
  keep_first(p.birth_places, text);
  keep_first(p.birth_dates, [](const party_birth_date& d) {
    return std::tuple(d.date.earliest, d.date.latest, d.date.approximate);
  });
  keep_first(p.identifiers, [](const party_identifier& i) {
    return std::tie(i.type, i.value, i.country, i.issued, i.expires);
  });
  keep_first(p.addresses, [](const party_address& a) {
    return std::tie(a.street, a.city, a.state, a.postal_code, a.country, a.text);
  });
  keep_first(p.linked, [](const linked_party& l) { return std::tie(l.relation, l.name); });
}

}  // namespace tradewarden::lists
