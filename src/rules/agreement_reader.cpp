#include "rules/agreement_reader.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "support/ascii.hpp"

namespace tradewarden::rules {
namespace {

constexpr std::size_t k_most_rows = 10'000;
constexpr std::array<std::string_view, 6> k_editions{"1996", "2002", "2007", "2012", "2017", "2022"};

std::string read_edition(json_checks& in, dom::element e, const std::string& field) {
  std::string out = in.text(e, field, 4);
  if (!out.empty() && std::find(k_editions.begin(), k_editions.end(), out) == k_editions.end()) {
    in.fail(errc::bad_value, field, "an edition of the Harmonized System belongs here: 1996, 2002, 2007, 2012, 2017 or 2022");
  }
  return out;
}

/// Codes as text, checked.
std::string read_codes(json_checks& in, dom::element e, const std::string& field) {
  std::string out = in.text(e, field, 4000);
  if (out.empty()) return out;
  if (const auto set = hs_set::parse(out); !set) in.fail(set.error().code, field, set.error().message);
  return out;
}

bool one_of(json_checks& in, const std::string& word, std::initializer_list<std::string_view> words, const std::string& field) {
  if (std::find(words.begin(), words.end(), word) != words.end()) return true;
  std::string all;
  for (const std::string_view w : words) all += (all.empty() ? "" : ", ") + std::string(w);
  in.fail(errc::bad_value, field, "'" + word.substr(0, 40) + "' is none of " + all);
  return false;
}

/// "2020-07-01", "2019-02-01..2021-01-01" (first day no longer), or "" since the agreement is in force.
agreement_party read_party(json_checks& in, std::string_view country, dom::element e, const std::string& field) {
  agreement_party out{std::string(country), {}, {}};
  (void)in.is_country(country, field, false);
  std::string_view text;
  if (e.get(text) != simdjson::SUCCESS) {
    in.fail(errc::bad_value, field, "FIRST-DAY, FIRST-DAY..FIRST-DAY-NO-LONGER or an empty text belongs here");
    return out;
  }
  const auto date = [&](std::string_view s, std::optional<day>& to) {
    const auto d = day::parse(s);
    if (d) {
      to = *d;
    } else {
      in.fail(errc::bad_value, field, d.error().message);
    }
  };
  const std::size_t dots = text.find("..");
  if (!text.empty()) date(text.substr(0, dots), out.from);
  if (dots != std::string_view::npos) date(text.substr(dots + 2), out.until);
  if (out.from && out.until && !(*out.from < *out.until)) in.fail(errc::conflict, field, "it ends before it begins");
  return out;
}

origin_tolerance read_tolerance(json_checks& in, dom::element e, const std::string& field) {
  origin_tolerance out;
  const auto m = in.object(e, field, {"percent!", "of!", "covers!", "goods"});
  if (const auto v = m["percent"]) {
    const auto number = decimal::parse(in.text(*v, field + ".percent", 12));
    if (number && *number <= decimal::from_units(100)) {
      out.percent = *number;
    } else {
      in.fail(errc::bad_value, field + ".percent", "a percentage from 0 to 100 belongs here, as a decimal text");
    }
  }
  if (const auto v = m["of"]) {
    const std::string of = in.text(*v, field + ".of", 20);
    (void)one_of(in, of, {"value", "total-cost", "weight"}, field + ".of");
    out.of_total_cost = of == "total-cost";
    out.by_weight = of == "weight";
  }
  if (const auto v = m["covers"]) {
    for (const std::string& word : in.texts(*v, field + ".covers")) {
      (void)one_of(in, word, {"shift", "weight", "wholly-obtained"}, field + ".covers");
      out.shift = out.shift || word == "shift";
      out.weight = out.weight || word == "weight";
      out.wholly_obtained = out.wholly_obtained || word == "wholly-obtained";
    }
  }
  if (const auto v = m["goods"]) out.goods = read_codes(in, *v, field + ".goods");
  return out;
}

/// Each element of a list, with its field; a list of at most `most`.
template <class One>
void each(json_checks& in, dom::element e, const std::string& field, std::size_t most, const One& one) {
  dom::array all;
  if (e.get(all) != simdjson::SUCCESS || all.size() > most) {
    in.fail(errc::bad_value, field, "a list of at most " + std::to_string(most) + " belongs here");
    return;
  }
  std::size_t n = 0;
  for (const dom::element x : all) one(x, field + '[' + std::to_string(n++) + ']');
}

}  // namespace

agreement_value read_agreement(json_checks& in, dom::element e, const std::string& field) {
  agreement_value out;
  trade_agreement& a = out.general;
  const auto m = in.object(e, field,
                           {"name!", "parties!", "hs_edition!", "value!", "rvc!", "build_up_costs", "net_cost_excludes",
                            "tolerance!", "tolerance_elsewhere", "cumulation!", "diagonal", "intermediate!", "credit",
                            "not_evaluated"});
  const auto at = [&](const char* key) { return field + '.' + key; };
  if (const auto v = m["name"]) a.name = in.text(*v, at("name"), 100);
  if (const auto v = m["parties"]) {
    for (const auto& [country, dates] : in.any_members(*v, at("parties"))) {
      a.parties.push_back(read_party(in, country, dates, at("parties") + '.' + std::string(country.substr(0, 10))));
    }
    if (a.parties.empty()) in.fail(errc::missing_field, at("parties"), "an agreement has parties");
  }
  if (const auto v = m["hs_edition"]) a.hs_edition = read_edition(in, *v, at("hs_edition"));
  if (const auto v = m["value"]) a.value_basis = in.text(*v, at("value"), 200);
  if (const auto v = m["rvc"]) {
    for (const std::string& word : in.texts(*v, at("rvc"), 0)) {
      const auto method = parse_rvc_method(word);
      if (method && *method != rvc_method::focused_value && *method != rvc_method::max_nom) {
        a.rvc.push_back(*method);
      } else {
        in.fail(errc::bad_value, at("rvc"), "'" + word.substr(0, 40) + "' is none of transaction-value, net-cost, build-up, build-down");
      }
    }
  }
  if (const auto v = m["build_up_costs"]) a.build_up_costs = in.flag(*v, at("build_up_costs"));
  if (const auto v = m["net_cost_excludes"]) a.net_cost_excludes = in.texts(*v, at("net_cost_excludes"), 0);
  if (const auto v = m["tolerance"]) {
    each(in, *v, at("tolerance"), 20, [&](dom::element x, const std::string& f) { a.tolerances.push_back(read_tolerance(in, x, f)); });
  }
  if (const auto v = m["tolerance_elsewhere"]) a.tolerance_elsewhere = read_codes(in, *v, at("tolerance_elsewhere"));
  if (const auto v = m["cumulation"]) {
    const std::string word = in.text(*v, at("cumulation"), 20);
    (void)one_of(in, word, {"none", "bilateral", "full"}, at("cumulation"));
    a.full_cumulation = word == "full";
  }
  if (const auto v = m["diagonal"]) a.diagonal = in.countries(*v, at("diagonal"));
  if (const auto v = m["intermediate"]) {
    const std::string word = in.text(*v, at("intermediate"), 20);
    (void)one_of(in, word, {"any", "not-nested"}, at("intermediate"));
    a.nested_designation = word != "not-nested";
  }
  if (const auto v = m["credit"]) a.credit = in.flag(*v, at("credit"));
  if (const auto v = m["not_evaluated"]) a.not_evaluated = in.texts(*v, at("not_evaluated"), 0);
  return out;
}

product_rules_value read_product_rules(json_checks& in, dom::element e, const std::string& field) {
  product_rules_value out;
  const auto m = in.object(e, field, {"hs_edition!", "rules!"});
  if (const auto v = m["hs_edition"]) out.hs_edition = read_edition(in, *v, field + ".hs_edition");
  const auto rules = m["rules"];
  if (!rules) return out;
  each(in, *rules, field + ".rules", k_most_rows, [&](dom::element x, const std::string& f) {
    product_rules_value::row row;
    const auto r = in.object(x, f, {"goods!", "rule!", "if", "note"});
    if (const auto v = r["goods"]) {
      const std::string text = in.text(*v, f + ".goods", 4000);
      auto set = text.empty() ? result<hs_set>(hs_set()) : hs_set::parse(text);
      if (!set) {
        in.fail(set.error().code, f + ".goods", set.error().message);
      } else {
        if (!text.empty() && set->ranges().empty()) in.fail(errc::bad_value, f + ".goods", "goods are named by codes");
        row.goods = std::move(*set);
      }
    }
    if (const auto v = r["rule"]) {
      const std::string text = in.text(*v, f + ".rule", 4000);
      if (!text.empty()) {
        auto rule = origin_rule::parse(text);
        if (!rule) {
          in.fail(rule.error().code, f + ".rule", rule.error().message);
        } else {
          row.rule = std::move(*rule);
        }
      }
    }
    if (const auto v = r["if"]) {
      row.conditions = in.texts(*v, f + ".if");
      for (const std::string& c : row.conditions) {
        const std::string_view name = c.starts_with("not ") ? std::string_view(c).substr(4) : std::string_view(c);
        if (!c.empty() && !is_fact_name(name)) in.fail(errc::bad_value, f + ".if", "NAME or 'not NAME' of a fact belongs here");
      }
    }
    if (const auto v = r["note"]) row.note = in.text(*v, f + ".note", 300);
    out.rows.push_back(std::move(row));
  });
  if (out.rows.empty()) in.fail(errc::missing_field, field + ".rules", "it has no rule");
  return out;
}

}  // namespace tradewarden::rules
