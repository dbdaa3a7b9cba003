#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <span>
#include <tuple>
#include <utility>

#include "bill_io/columns.hpp"
#include "bill_io/table_csv_impl.hpp"
#include "lists/input_file.hpp"
#include "origin/part_fields.hpp"
#include "rules/hs_code.hpp"
#include "rules/origin_rule.hpp"
#include "rules_of_origin/fact_kinds.hpp"
#include "rules_of_origin/interval.hpp"
#include "support/ascii.hpp"
#include "tradewarden/regional_value_content.hpp"
#include "tradewarden/roo_facts.hpp"

namespace tradewarden {
namespace roo {

struct fact_row {
  std::string_view part_id, fact, value, agreement;
};

inline constexpr std::array k_fact_columns = {
    bill_io::column<fact_row>{"part_id", &fact_row::part_id, true},
    bill_io::column<fact_row>{"fact", &fact_row::fact, true},
    bill_io::column<fact_row>{"value", &fact_row::value, true},
    bill_io::column<fact_row>{"agreement", &fact_row::agreement, false},
};

inline std::span<const bill_io::column<fact_row>> columns_of(const fact_row&) { return k_fact_columns; }

}  // namespace roo

namespace {

constexpr read_limits k_file_limits{.max_file_bytes = std::uint64_t{1} << 30};
constexpr std::size_t k_most_problems = 1000;
constexpr std::size_t k_most_facts = 5'000'000;
constexpr std::array<std::string_view, 6> k_code_facts{"hs_1996", "hs_2002", "hs_2007", "hs_2012", "hs_2017", "hs_2022"};

/// What is wrong with the value of a fact; empty: nothing. Brings it to its usual form.
std::string misfit(std::string_view fact, std::string& value) {
  if (!rules::is_fact_name(fact)) return "a fact is named in small letters, digits, '_' and '-'";
  switch (detail::kind_of_fact(fact)) {
    case detail::fact_kind::amount: {
      if (value == "?") return {};
      const auto amount = parse_amount(value);
      return amount ? std::string() : amount.error().message;
    }
    case detail::fact_kind::country: {
      const auto countries = detail::parse_countries(value);
      if (!countries) return countries.error().message;
      if (countries->empty()) return "a country is missing; one that is not known is '?'";
      value = *countries;
      return {};
    }
    case detail::fact_kind::code:
      if (std::find(k_code_facts.begin(), k_code_facts.end(), fact) == k_code_facts.end()) {
        return "editions of the Harmonized System are of 1996, 2002, 2007, 2012, 2017 and 2022";
      }
      std::erase(value, '.');
      return rules::is_hs_code(value) ? std::string() : "digits of an HS code belong here, 2 to 10";
    case detail::fact_kind::truth: break;
  }
  const auto t = detail::parse_truth(value);
  if (!t) return "y, n or ? belongs here";
  value = *t == truth::yes ? "y" : *t == truth::no ? "n" : "?";
  return {};
}

class sink final : public bill_io::table_sink {
 public:
  sink(roo_facts_reading& to, std::string name) : to_(to), name_(std::move(name)) {}

  void read() override {}
  void rejected() override {}
  void unread() override {}
  [[nodiscard]] std::uint64_t problems() const override { return to_.problems.size() + to_.more_problems; }
  void problem(errc code, std::uint64_t line, std::string field, std::string message) override {
    problem({code, std::move(message), name_, line, std::move(field)});
  }
  void problem(error e) override {
    e.file = name_;
    if (to_.problems.size() < k_most_problems) {
      to_.problems.push_back(std::move(e));
    } else {
      ++to_.more_problems;
    }
  }
  void note(const std::string&, std::uint64_t) override {}

  void row(const roo::fact_row& r, std::uint64_t line) {
    roo_fact f{std::string(ascii::trim(r.part_id)), std::string(ascii::trim(r.fact)), std::string(ascii::trim(r.value)),
               std::string(ascii::trim(r.agreement)), line};
    if (f.part.empty()) return problem(errc::missing_field, line, "part_id", "an id is missing");
    if (std::string what = misfit(f.fact, f.value); !what.empty()) {
      return problem(errc::bad_value, line, rules::is_fact_name(f.fact) ? "value" : "fact", f.fact.substr(0, 60) + ": " + what);
    }
    const auto [at, fresh] = seen_.try_emplace({f.part, f.fact, f.agreement}, f.value, line);
    if (!fresh) {
      if (at->second.first != f.value) {
        problem(errc::conflict, line, "value", f.fact + " of " + f.part.substr(0, 60) + " is '" + at->second.first.substr(0, 40) +
                                                   "' in line " + std::to_string(at->second.second));
      }
      return;
    }
    if (facts.size() == k_most_facts) {
      return problem(errc::limit_exceeded, line, {}, "at most " + std::to_string(k_most_facts) + " facts");
    }
    facts.push_back(std::move(f));
  }

  /// Costs that leave nothing to take a share of, as regional_value_content() refuses them.
  void check_costs() {
    std::map<std::string_view, std::vector<const roo_fact*>> costs;
    for (const roo_fact& f : facts) {
      if (f.fact == "total_cost" || f.fact == "excluded_costs" || f.fact == "net_cost") costs[f.part].push_back(&f);
    }
    for (const auto& [part, all] : costs) {
      std::set<std::string_view> agreements;
      for (const roo_fact* f : all) {
        agreements.insert(f->agreement);
        if (f->fact != "excluded_costs" && amount_of(*f).high == detail::ratio(0)) {
          problem(errc::bad_value, f->line, "value", f->fact + " of " + f->part.substr(0, 60) + " is not above zero: nothing to take a share of");
        }
      }
      std::set<std::uint64_t> told;
      for (const std::string_view agreement : agreements) {
        const roo_fact* total = nullptr;
        const roo_fact* off = nullptr;
        for (const roo_fact* f : all) {
          if (!f->agreement.empty() && f->agreement != agreement) continue;
          if (f->fact == "total_cost") total = f;
          if (f->fact == "excluded_costs") off = f;
        }
        if (total == nullptr || off == nullptr) continue;
        const detail::interval whole = amount_of(*total);
        if (!whole.high || *whole.high == 0 || *whole.high > amount_of(*off).low || !told.insert(off->line).second) continue;
        problem(errc::bad_value, off->line, "value",
                "excluded_costs of " + off->part.substr(0, 60) + " (" + off->value.substr(0, 40) + ") leave nothing of its total_cost (" +
                    total->value.substr(0, 40) + ", line " + std::to_string(total->line) + "): the net cost is not above zero");
      }
    }
  }

  std::vector<roo_fact> facts;

 private:
  static detail::interval amount_of(const roo_fact& f) {
    return detail::to_interval(parse_amount(f.value).value_or(price_range{}));
  }

  roo_facts_reading& to_;
  std::string name_;
  std::map<std::tuple<std::string, std::string, std::string>, std::pair<std::string, std::uint64_t>> seen_;
};

roo_facts_reading read(const result<lists::input_file>& file, const std::string& name) {
  roo_facts_reading out;
  if (!file) {
    error e = file.error();
    if (e.file.empty()) e.file = name;
    out.problems.push_back(std::move(e));
    return out;
  }
  sink to(out, file->label());
  bill_io::read_rows_csv<roo::fact_row>(*file, to);
  to.check_costs();
  if (out.problems.empty()) out.facts = roo_facts{std::move(to.facts), {file->label(), file->sha256}};
  return out;
}

}  // namespace

roo_facts_reading read_roo_facts(const std::string& path) {
  return read(lists::load_input_file(path, k_file_limits, lists::content_kind::other), path);
}

roo_facts_reading read_roo_facts_text(std::string_view name, std::string_view text) {
  return read(lists::make_input_file(std::string(name), std::string(text), k_file_limits, lists::content_kind::other),
              std::string(name));
}

}  // namespace tradewarden
