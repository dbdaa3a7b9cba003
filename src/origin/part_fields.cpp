#include "origin/part_fields.hpp"

#include <algorithm>
#include <string>

#include "origin/units.hpp"
#include "support/ascii.hpp"
#include "support/currency.hpp"
#include "tradewarden/country.hpp"

namespace tradewarden::detail {

namespace {

error bad(std::string_view field, std::string_view text, std::string_view wanted) {
  return error{errc::bad_value,
               "'" + std::string(text.substr(0, 40)) + "' is not " + std::string(wanted), {}, 0,
               std::string(field)};
}

error in_field(error e, std::string_view field) {
  e.field = field;
  return e;
}

constexpr std::string_view k_countries_wanted =
    "a country (ISO 3166 code or English name), several as A|B, or ?";

/// An entry says itself what it is about, by the letter of its product group.
content_class content_of(const classification& c) {
  if (!c.is_eccn() || c.entry().size() < 2) return content_class::commodity;
  return c.entry()[1] == 'D'   ? content_class::software
         : c.entry()[1] == 'E' ? content_class::technology
                               : content_class::commodity;
}

std::string upper(std::string_view text) {
  std::string s(text);
  for (char& c : s) c = ascii::upper(c);
  return s;
}

}  // namespace

result<price_range> parse_price(std::string_view text) {
  text = ascii::trim(text);
  price_range out;
  if (text.empty() || text == "?") return out;
  const std::size_t dots = text.find("..");
  const result<decimal> low = decimal::parse(ascii::trim(text.substr(0, dots)));
  if (!low) return low.error();
  const result<decimal> high =
      dots == std::string_view::npos ? low : decimal::parse(ascii::trim(text.substr(dots + 2)));
  if (!high) return high.error();
  if (*high < *low) {
    return error{errc::bad_value, "the range '" + std::string(text.substr(0, 80)) + "' runs downwards", {}, 0, {}};
  }
  return price_range{true, *low, *high};
}

result<std::string> parse_countries(std::string_view text) {
  text = ascii::trim(text);
  if (text.empty() || text == "?") return std::string(text);
  std::vector<std::string> codes;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t bar = std::min(text.find_first_of("|/", at), text.size());
    const std::string_view code = country_code(text.substr(at, bar - at));
    if (code.empty()) return bad({}, text, k_countries_wanted);
    codes.emplace_back(code);
    at = bar + 1;
  }
  std::sort(codes.begin(), codes.end());
  codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
  std::string joined;
  for (const std::string& c : codes) joined += (joined.empty() ? "" : "|") + c;
  return joined;
}

truth us_origin_of(std::string_view countries) noexcept {
  if (countries.empty() || countries == "?") return truth::unknown;
  return us_origin_of(countries, [](std::string_view code) { return code == "US"; });
}

std::optional<truth> parse_truth(std::string_view text) noexcept {
  if (text == "y" || text == "Y") return truth::yes;
  if (text == "n" || text == "N") return truth::no;
  if (text == "?") return truth::unknown;
  return std::nullopt;
}

part_fields::part_fields(bill_data& data) : data_(data) {
  data_.words.add("");
  data_.classifications.emplace_back();
  data_.classification_texts.emplace_back("?");
  classes_.add("?");
}

std::uint32_t part_fields::countries(std::string_view text, bool one, std::string_view field,
                                     std::vector<error>& found) {
  memo& m = one ? one_country_ : countries_;
  text = ascii::trim(text);
  const std::uint32_t n = m.texts.add(text);
  if (n == m.numbers.size()) {
    const result<std::string> read = parse_countries(text);
    const bool good = read && !(one && read->size() > 2);
    // For an offer '?' is the same as nothing.
    m.numbers.push_back(good ? data_.words.add(one && *read == "?" ? "" : *read) : text_ids::k_none);
  }
  if (m.numbers[n] == text_ids::k_none) {
    found.push_back(bad(field, text,
                        one ? "a country (ISO 3166 code or English name) or ?"
                            : k_countries_wanted));
    return 0;
  }
  return m.numbers[n];
}

std::uint32_t part_fields::currency(std::string_view text, std::string_view field,
                                    std::vector<error>& found) {
  text = ascii::trim(text);
  const std::uint32_t n = currencies_.texts.add(text);
  if (n == currencies_.numbers.size()) {
    const std::string code = upper(text);
    const bool good = code.empty() || support::find_currency(code) != nullptr;
    currencies_.numbers.push_back(good ? data_.words.add(code) : text_ids::k_none);
  }
  if (currencies_.numbers[n] == text_ids::k_none) {
    found.push_back(error{errc::bad_value, support::no_currency_words(text), {}, 0, std::string(field)});
    return 0;
  }
  return currencies_.numbers[n];
}

std::uint32_t part_fields::hs(std::string_view text, std::vector<error>& found) {
  text = ascii::trim(text);
  const std::uint32_t n = hs_.texts.add(text);
  if (n == hs_.numbers.size()) {
    std::string digits;
    bool good = true;
    for (const char c : text) {
      if (ascii::is_digit(c)) {
        digits += c;
      } else if (c != '.' && c != ' ') {
        good = false;
      }
    }
    if (text == "?") {
      digits.clear();
      good = true;
    }
    good = good && (digits.empty() ? text.empty() || text == "?"
                                   : digits.size() >= 2 && digits.size() <= 12);
    hs_.numbers.push_back(good ? data_.words.add(digits) : text_ids::k_none);
  }
  if (hs_.numbers[n] == text_ids::k_none) {
    found.push_back(bad("hs", text, "a code of the Harmonized System (2 to 12 digits)"));
    return 0;
  }
  return hs_.numbers[n];
}

std::uint32_t part_fields::eccn(std::string_view text, std::vector<error>& found) {
  text = ascii::trim(text);
  const std::uint32_t n = eccns_.texts.add(text);
  if (n == eccns_.numbers.size()) {
    std::uint32_t number = text_ids::k_none;
    if (const result<classification> c = classification::parse(text)) {
      number = classes_.add(c->to_string());
      if (number == data_.classifications.size()) {
        data_.classifications.push_back(*c);
        data_.classification_texts.push_back(c->to_string());
      }
    }
    eccns_.numbers.push_back(number);
  }
  if (eccns_.numbers[n] == text_ids::k_none) {
    // "5A992c": the point before the paragraph is easily left out.
    std::string meant(text.substr(0, 5));
    if (text.size() > 5) meant.append(".").append(text.substr(5));
    const result<classification> c = classification::parse(meant);
    found.push_back(bad("eccn", text,
                        "a classification (3A001.b.2, EAR99, ITAR:XI or ?)" +
                            (c && text.size() > 5 ? "; is " + c->to_string() + " meant?"
                                                  : std::string())));
    return 0;
  }
  return eccns_.numbers[n];
}

void part_fields::resize(std::uint32_t parts) {
  part_columns& c = data_.parts;
  if (c.name.size() >= parts) return;
  for (auto* column : {&c.name, &c.eccn, &c.hs, &c.made_in, &c.currency, &c.unit, &c.source}) {
    column->resize(parts);
  }
  c.unit_stated.resize(parts);
  c.file.resize(parts);
  c.fmv.resize(parts);
  c.kind.resize(parts);
  c.us_origin.resize(parts, truth::unknown);
  c.us_stated.resize(parts);
  c.discrete.resize(parts, truth::unknown);
  c.content.resize(parts);
}

bool part_fields::set(std::uint32_t p, const part_row& row, std::string_view name,
                      bill_position at, std::vector<error>& found) {
  if (p >= data_.parts.name.size()) resize(std::max(p + 1, p + p / 2));
  part_columns& c = data_.parts;
  c.source[p] = static_cast<std::uint32_t>(at.line);
  c.file[p] = static_cast<std::uint8_t>(at.file);
  c.name[p] = data_.names.add(name);

  const std::string_view kind = ascii::trim(row.kind);
  if (!kind.empty() && kind != "purchased" && kind != "made") {
    found.push_back(bad("kind", kind, "purchased or made"));
  }
  c.kind[p] = kind == "made" ? part_kind::made : part_kind::purchased;

  c.made_in[p] = countries(row.made_in, false, "made_in", found);
  const std::string_view us = ascii::trim(row.us_origin);
  c.us_stated[p] = us.empty() ? 0 : 1;
  if (us.empty()) {
    c.us_origin[p] = us_origin_of(data_.words.text(c.made_in[p]));
  } else if (const std::optional<truth> t = parse_truth(us)) {
    c.us_origin[p] = *t;
  } else {
    found.push_back(bad("us_origin", us, "y, n or ?"));
  }
  c.eccn[p] = eccn(row.eccn, found);
  c.hs[p] = hs(row.hs, found);
  if (result<price_range> price = parse_price(row.fmv)) {
    c.fmv[p] = *price;
  } else {
    found.push_back(in_field(price.error(), "fmv"));
  }
  c.currency[p] = currency(row.currency, "currency", found);
  if (c.fmv[p].known && c.currency[p] == 0) {
    found.push_back(error{errc::missing_field, "a price without a currency", {}, 0, "currency"});
  }
  const std::string_view unit_text = ascii::trim(row.unit);
  c.unit_stated[p] = unit_text.empty() ? 0 : 1;
  c.unit[p] = unit_text.empty() ? 0 : data_.words.add(unit_name(unit_text));
  const std::string_view discrete = ascii::trim(row.discrete);
  if (discrete.empty()) {
    c.discrete[p] = truth::unknown;
  } else if (const std::optional<truth> t = parse_truth(discrete)) {
    c.discrete[p] = *t;
  } else {
    found.push_back(bad("discrete", discrete, "y, n or ?"));
  }
  const std::string_view content = ascii::trim(row.content_type);
  if (content.empty()) {
    c.content[p] = content_of(data_.classifications[c.eccn[p]]);
  } else if (content == "commodity") {
    c.content[p] = content_class::commodity;
  } else if (content == "software") {
    c.content[p] = content_class::software;
  } else if (content == "technology") {
    c.content[p] = content_class::technology;
  } else {
    found.push_back(bad("content_type", content, "commodity, software or technology"));
  }
  return !kind.empty();
}

offer_entry part_fields::offer(const offer_row& row, std::vector<error>& found) {
  offer_entry o;
  o.supplier_country = countries(row.supplier_country, true, "supplier_country", found);
  o.country_of_origin = countries(row.country_of_origin, true, "country_of_origin", found);
  if (result<price_range> price = parse_price(row.price)) {
    o.price = *price;
  } else {
    found.push_back(in_field(price.error(), "price"));
  }
  o.currency = currency(row.currency, "currency", found);
  if (o.price.known && o.currency == 0) {
    found.push_back(error{errc::missing_field, "a price without a currency", {}, 0, "currency"});
  }
  return o;
}

std::uint32_t part_fields::eccns(std::string_view text, bool technology, std::string_view field,
                                 std::vector<error>& found) {
  memo& known = technology ? technologies_ : plants_;
  text = ascii::trim(text);
  const std::uint32_t n = known.texts.add(text);
  if (n < known.numbers.size()) {
    if (known.numbers[n] != text_ids::k_none) return known.numbers[n];
  } else {
    known.numbers.push_back(text_ids::k_none);
  }
  const std::size_t before = found.size();
  const auto refuse = [&](std::string_view one, const std::string& what) {
    found.push_back(bad(field, one, what));
  };
  eccn_list list;
  std::vector<std::string> names;
  bool none = false;
  for (std::string_view rest = text;;) {
    const std::size_t bar = std::min(rest.find('|'), rest.size());
    const std::string_view one = ascii::trim(rest.substr(0, bar));
    if (one == "?" || text.empty()) {
      list.open = true;
    } else if (ascii::lower(one) == "none") {
      none = true;
    } else if (one.empty()) {
      refuse(text, "ECCNs joined by '|' with nothing left out, none, or ?");
    } else if (const result<classification> c = classification::parse(one); !c) {
      refuse(one, "an ECCN; a list joins them by '|'; or none, or ?");
    } else if (technology && c->is_eccn() && c->product_group() < 'D') {
      refuse(one, "the ECCN of technology (group E) or software (group D), not of what is made with it");
    } else {
      list.codes.push_back(eccn(one, found));
      names.push_back(c->to_string());
    }
    if (bar == rest.size()) break;
    rest.remove_prefix(bar + 1);
  }
  if (none && (list.open || !list.codes.empty())) refuse(text, "none alone, or ECCNs");
  if (found.size() != before) return text_ids::k_none;
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  std::sort(list.codes.begin(), list.codes.end());
  list.codes.erase(std::unique(list.codes.begin(), list.codes.end()), list.codes.end());
  if (list.open) names.emplace_back("?");
  const std::uint32_t number =
      data_.eccn_list_texts.add(names.empty() ? std::string("none") : ascii::join(names, "|"));
  if (number == data_.eccn_lists.size()) data_.eccn_lists.push_back(std::move(list));
  return known.numbers[n] = number;
}

production_entry part_fields::production(const production_row& row, std::vector<error>& found) {
  production_entry e;
  e.technology = eccns(row.us_technology_eccns, true, "us_technology_eccns", found);
  e.plant = eccns(row.plant_eccns, false, "plant_eccns", found);
  const std::string_view ic = ascii::trim(row.contains_ic_of_such_plant);
  if (const std::optional<truth> t = parse_truth(ic); t || ic.empty()) {
    e.contains_ic = t.value_or(truth::unknown);
  } else {
    found.push_back(bad("contains_ic_of_such_plant", ic, "y, n or ?"));
  }
  return e;
}

exchange_rate part_fields::rate(const rate_row& row, std::vector<error>& found) {
  exchange_rate r;
  if (result<day> d = day::parse(ascii::trim(row.date))) {
    r.date = *d;
  } else {
    found.push_back(in_field(d.error(), "date"));
  }
  r.currency = data_.words.text(currency(row.currency, "currency", found));
  if (r.currency.empty()) {
    found.push_back(error{errc::missing_field, "empty", {}, 0, "currency"});
  }
  const auto number = [&](std::string_view text, std::string_view field, decimal& out) {
    result<decimal> d = decimal::parse(ascii::trim(text));
    if (!d) {
      found.push_back(in_field(d.error(), field));
    } else if (d->is_zero()) {
      found.push_back(error{errc::bad_value, "a rate of zero", {}, 0, std::string(field)});
    } else {
      out = *d;
    }
  };
  number(row.rate_num, "rate_num", r.num);
  // Without a denominator the rate is a decimal.
  if (ascii::trim(row.rate_den).empty()) {
    r.den = decimal::from_units(1);
  } else {
    number(row.rate_den, "rate_den", r.den);
  }
  return r;
}

}  // namespace tradewarden::detail
