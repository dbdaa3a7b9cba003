#include "tradewarden/read_bill.hpp"

#include <algorithm>
#include <cstdint>
#include <type_traits>
#include <utility>

#include "bill_io/cyclonedx.hpp"
#include "bill_io/flat_bill.hpp"
#include "bill_io/price_text.hpp"
#include "bill_io/table_csv.hpp"
#include "bill_io/table_json.hpp"
#include "lists/input_file.hpp"
#include "origin/units.hpp"
#include "support/ascii.hpp"
#include "support/currency.hpp"
#include "support/clipped.hpp"
#include "tradewarden/classification.hpp"
#include "tradewarden/country.hpp"

namespace tradewarden {
namespace {

using bill_io::sink;

constexpr read_limits k_file_limits{.max_file_bytes = std::uint64_t{16} << 30};

class bill_reader {
 public:
  bill_reader(const bill_sources& sources, const bill_limits& limits)
      : sources_(sources), builder_(limits) {}

  void take_path(std::string_view what, const std::string& path) {
    if (path.empty()) return;
    auto file = lists::load_input_file(path, k_file_limits, lists::content_kind::other);
    if (!file) return refuse(file.error());
    take(what, *file);
  }

  void refuse(error e) {
    unread_ = true;
    builder_.add_problem(std::move(e));
  }

  void take(std::string_view what, const lists::input_file& file) {
    if (what == "parts") return table<part_row>(file);
    if (what == "lines") return table<line_row>(file);
    if (what == "offers") return table<offer_row>(file);
    if (what == "fx") return table<rate_row>(file);
    if (what == "production") return table<production_row>(file);
    const bool json = bill_io::looks_like_json(file.bytes);
    const bool cyclonedx = json && bill_io::looks_like_cyclonedx(file.bytes);
    sink to(builder_, out_, file.label(), file.sha256,
            cyclonedx ? "CycloneDX" : json ? "parts, lines, offers, fx, production" : "flat bill");
    if (cyclonedx) return bill_io::read_cyclonedx(file.bytes, sources_, to);
    if (json) return bill_io::read_bill_json(file.bytes, to);
    bill_io::read_flat_bill(file, sources_, to);
  }

  bill_reading finish() {
    if (builder_.problems().empty()) {
      if (auto built = builder_.build()) out_.bill = std::move(*built);
    } else if (!unread_) {
      // What is wrong between the rows is found too, though there will be no bill.
      static_cast<void>(builder_.build().has_value());
    }
    if (out_.bill) note_own_units();
    out_.problems = builder_.problems();
    out_.more_problems = builder_.more_problems();
    return std::move(out_);
  }

 private:
  /// Units that nobody knows stand for themselves; perhaps a known one was meant.
  void note_own_units() {
    constexpr std::size_t k_named = 10;
    std::vector<std::string> own;
    std::size_t more = 0;
    for (std::uint32_t p = 0; p < out_.bill->part_count(); ++p) {
      const std::string_view unit = out_.bill->part(part_id{p}).unit;
      if (detail::find_unit(unit) != nullptr) continue;
      if (std::find(own.begin(), own.end(), unit) != own.end()) continue;
      if (own.size() == k_named) {
        ++more;
        break;
      }
      own.emplace_back(support::clipped(unit, 40));
    }
    if (own.empty()) return;
    out_.notes.push_back("units that are not known, each a unit of its own: " +
                         ascii::join(own, ", ") + (more == 0 ? "" : " and others"));
  }

  template <class Row>
  void table(const lists::input_file& file) {
    sink to(builder_, out_, file.label(), file.sha256, bill_io::table_name(Row{}));
    if (bill_io::looks_like_json(file.bytes)) {
      bill_io::read_table_json<Row>(file.bytes, to);
    } else {
      // A row is at least as long as its separators; room for more is made as it is needed.
      const auto rows = static_cast<std::uint32_t>(std::min<std::size_t>(
          static_cast<std::size_t>(std::count(file.bytes.begin(), file.bytes.end(), '\n')),
          std::min<std::size_t>(file.bytes.size() / 8, 0xffffffff)));
      constexpr std::uint32_t k_most_parts = 1U << 20;  // their table is written to at once
      if constexpr (std::is_same_v<Row, part_row>) builder_.expect(std::min(rows, k_most_parts), 0);
      if constexpr (std::is_same_v<Row, line_row>) builder_.expect(0, rows);
      bill_io::read_table_csv<Row>(file, to);
    }
    unread_ = unread_ || to.is_unread();
  }

  const bill_sources& sources_;
  bill_builder builder_;
  bool unread_ = false;  // a table is missing: its rows are not known, rather than absent
  bill_reading out_;
};

/// Why the paths make no question; empty if they do.
std::string usage_problem(const bill_sources& s) {
  const bool tables = !s.parts.empty() || !s.lines.empty();
  if (tables && !s.bill.empty()) return "either parts and lines, or one bill";
  if (!tables && s.bill.empty()) return "parts and lines, or one bill, are required";
  if (tables && (s.parts.empty() || s.lines.empty())) return "parts and lines go together";
  return {};
}

error option_problem(const char* option, std::string message) {
  return error{errc::usage, std::move(message), {}, 0, option};
}

/// What is said of the product, as the columns of a bill have it; problems are those of the call,
/// not of a file.
std::vector<error> settle(bill_sources& s) {
  std::vector<error> out;
  if (!s.product_currency.empty()) {
    for (char& c : s.product_currency) c = ascii::upper(c);
    if (support::find_currency(s.product_currency) == nullptr) {
      out.push_back(option_problem("--currency", support::no_currency_words(s.product_currency)));
    }
  }
  if (const auto price = bill_io::read_price_range(s.product_price); !price) {
    out.push_back(option_problem("--product-price", price.error().message));
  } else {
    s.product_price = price->number;
    if (s.product_currency.empty()) s.product_currency = price->currency;
    if (!price->currency.empty() && price->currency != s.product_currency) {
      out.push_back(option_problem("--product-price", "is in " + price->currency +
                                                          ", and --currency is " + s.product_currency));
    }
    if (!s.product_price.empty() && s.product_currency.empty()) {
      out.push_back(option_problem("--product-price", "a price without a currency: add --currency"));
    }
  }
  if (!s.product_made_in.empty() && s.product_made_in != "?") {
    const std::string_view code = country_code(s.product_made_in);
    if (code.empty()) {
      out.push_back(option_problem("--made-in",
                                   "'" + s.product_made_in.substr(0, 60) + "' is no country"));
    } else {
      s.product_made_in = code;
    }
  }
  if (const auto eccn = classification::parse(s.product_eccn); !eccn) {
    out.push_back(option_problem("--product-eccn", eccn.error().message));
  }
  return out;
}

}  // namespace

bill_reading read_bill(const bill_sources& sources, const bill_limits& limits) {
  if (const std::string why = usage_problem(sources); !why.empty()) {
    bill_reading out;
    out.problems.push_back({errc::usage, why, {}, 0, {}});
    return out;
  }
  bill_sources settled = sources;
  if (auto problems = settle(settled); !problems.empty()) {
    bill_reading out;
    out.problems = std::move(problems);
    return out;
  }
  bill_reader reader(settled, limits);
  reader.take_path("parts", sources.parts);
  reader.take_path("lines", sources.lines);
  reader.take_path("bill", sources.bill);
  reader.take_path("offers", sources.offers);
  reader.take_path("fx", sources.fx);
  reader.take_path("production", sources.production);
  return reader.finish();
}

bill_reading read_bill_texts(const std::vector<bill_text>& texts, const bill_sources& product,
                             const bill_limits& limits) {
  bill_sources settled = product;
  if (auto problems = settle(settled); !problems.empty()) {
    bill_reading out;
    out.problems = std::move(problems);
    return out;
  }
  bill_reader reader(settled, limits);
  for (const bill_text& t : texts) {
    auto file = lists::make_input_file(std::string(t.name), std::string(t.text), k_file_limits,
                                       lists::content_kind::other);
    if (!file) {
      if (file.error().file.empty()) file.error().file = std::string(t.name);
      reader.refuse(file.error());
      continue;
    }
    reader.take(t.what, *file);
  }
  return reader.finish();
}

}  // namespace tradewarden
