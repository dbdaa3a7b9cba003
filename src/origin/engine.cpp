#include "origin/engine.hpp"

#include "origin/part_fields.hpp"
#include "support/hash_map.hpp"
#include "support/nearest.hpp"

namespace tradewarden::detail {

origin_engine::origin_engine(bill b, rule_book r) : parts(std::move(b)), rules(std::move(r)) {
  const bill_data& d = data();
  rank.resize(d.part_count());
  for (std::uint32_t i = 0; i < d.part_count(); ++i) rank[d.order[i]] = i;
  for (std::uint32_t p = 0; p < d.part_count() && first_currency_.empty(); ++p) {
    first_currency_ = parts.unit_value(part_id{p}).second;
  }

  signature.resize(d.part_count());
  hash_map<std::uint64_t, std::uint32_t> numbers;
  for (std::uint32_t p = 0; p < d.part_count(); ++p) {
    signature_key k{d.parts.eccn[p], 0, d.parts.content[p]};
    // A tariff code decides for EAR99 content alone (Part 746).
    if (!d.classifications[k.eccn].is_eccn()) k.hs = d.parts.hs[p];
    const std::uint64_t key = (std::uint64_t{k.eccn} << 34) | (std::uint64_t{k.hs} << 2) |
                              static_cast<std::uint64_t>(k.content);
    const auto [at, fresh] = numbers.try_emplace(key, static_cast<std::uint32_t>(keys.size()));
    if (fresh) keys.push_back(k);
    signature[p] = at->second;
  }
}

signature origin_engine::named(const signature_key& k) const {
  const bill_data& d = data();
  return {&d.classifications[k.eccn], d.classification_texts[k.eccn], d.words.text(k.hs), k.content};
}

result<std::vector<std::uint32_t>> origin_engine::products(
    const std::vector<std::string>& ids) const {
  std::vector<std::uint32_t> out;
  if (ids.empty()) {
    for (const part_id p : parts.products()) out.push_back(p.value);
    return out;
  }
  for (const std::string& id : ids) {
    const std::optional<part_id> p = parts.find_part(id);
    if (!p) {
      support::nearest_names near(id);
      for (std::uint32_t k = 0; k < parts.part_count(); ++k) near.offer(parts.part(part_id{k}).id);
      return error{errc::not_found, "no part '" + id.substr(0, 80) + "'" + near.words(), {}, 0,
                   "product"};
    }
    if (std::find(out.begin(), out.end(), p->value) == out.end()) out.push_back(p->value);
  }
  return out;
}

std::string_view origin_engine::currency_of(std::uint32_t product) const {
  if (const std::string_view own = parts.unit_value(part_id{product}).second; !own.empty()) {
    return own;
  }
  const bill_data& d = data();
  if (d.parts.currency[product] != 0) return d.words.text(d.parts.currency[product]);
  return first_currency_;
}

std::optional<ratio> origin_engine::rate(std::string_view currency, std::string_view base,
                                         day on) const {
  if (currency == base) return ratio(1);
  const std::vector<exchange_rate>& rates = data().rates;  // by currency, then date
  const auto after = std::upper_bound(
      rates.begin(), rates.end(), std::pair(currency, on),
      [](const std::pair<std::string_view, day>& asked, const exchange_rate& r) {
        return asked < std::pair(std::string_view(r.currency), r.date);
      });
  if (after == rates.begin() || std::prev(after)->currency != currency) return std::nullopt;
  return to_ratio(std::prev(after)->num) / to_ratio(std::prev(after)->den);
}

answer_basis origin_engine::basis(std::vector<std::string> not_evaluated) const {
  return {rules.content(), data().files, std::move(not_evaluated), std::string(k_disclaimer)};
}

truth origin_engine::made_in_us(std::string_view countries, day on) const {
  if (countries.empty() || countries == "?") return truth::unknown;
  return us_origin_of(countries, [&](std::string_view code) {
    return code == "US" || rules.in_group("us-territories", code, on).value == truth::yes;
  });
}

truth origin_engine::us_origin(std::uint32_t part, const part_change* change, day on,
                               std::vector<std::uint8_t>& known) const {
  if (change && change->made_in) return made_in_us(*change->made_in, on);
  const bill_data& d = data();
  if (d.parts.us_stated[part] != 0) return d.parts.us_origin[part];
  if (known.empty()) known.resize(d.words.size());
  const auto made = [&](std::uint32_t word) {
    std::uint8_t& k = known[word];
    if (k == 0) {
      k = static_cast<std::uint8_t>(1 + static_cast<int>(made_in_us(d.words.text(word), on)));
    }
    return static_cast<truth>(k - 1);
  };
  const std::uint32_t made_in = d.parts.made_in[part];
  std::optional<truth> us;
  const bool stated = !d.words.text(made_in).empty() && d.words.text(made_in) != "?";
  if (stated) us = made(made_in);
  for (std::uint32_t i = d.offer_first[part]; i < d.offer_first[part + 1]; ++i) {
    // An offer without a country is of that of the part.
    const std::uint32_t origin = d.offers[i].country_of_origin;
    if (stated && d.words.text(origin).empty()) continue;
    const truth said = made(origin);
    us = !us || *us == said ? said : truth::unknown;
  }
  return us.value_or(truth::unknown);
}

origin_engine::worth origin_engine::worth_of(std::uint32_t part, std::string_view base, day on,
                                             const part_change* change) const {
  auto [price, currency] = parts.unit_value(part_id{part});
  if (change && change->price) {
    price = *change->price;
    if (currency.empty()) currency = base;
  }
  worth w;
  if (!price.known) return w;
  const std::optional<ratio> r = rate(currency, base, on);
  if (!r) {
    w.no_rate = true;
    return w;
  }
  w.known = true;
  w.low = to_ratio(price.low) * *r;
  w.high = price.low == price.high ? w.low : to_ratio(price.high) * *r;
  return w;
}

}  // namespace tradewarden::detail

namespace tradewarden {

origin::origin(bill b, rule_book rules)
    : engine_(std::make_shared<const detail::origin_engine>(std::move(b), std::move(rules))) {}

result<origin_report> origin::evaluate(const origin_options& options) const {
  return engine_->evaluate(options, {});
}

const bill& origin::parts() const& noexcept { return engine_->parts; }
const rule_book& origin::rules() const& noexcept { return engine_->rules; }

}  // namespace tradewarden
