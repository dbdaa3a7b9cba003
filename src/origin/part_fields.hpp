// Reads the fields of a part, an offer and a rate; each different text of a code once.
//
// Threads: one thread at a time.
#ifndef TRADEWARDEN_ORIGIN_PART_FIELDS_HPP
#define TRADEWARDEN_ORIGIN_PART_FIELDS_HPP

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "origin/bill_data.hpp"
#include "support/text_ids.hpp"
#include "tradewarden/bill_builder.hpp"

namespace tradewarden::detail {

/// "12.5", "10..12.5", "?" or empty. Error bad_value, limit_exceeded.
[[nodiscard]] result<price_range> parse_price(std::string_view text);
/// "DE", "CN|VN" (sorted, each once), "?" or empty; "Germany", "CHN/VNM" too. Error bad_value: no country.
[[nodiscard]] result<std::string> parse_countries(std::string_view text);
/// What a list of countries ("US", "CN|VN") says of US origin: unknown if only some are of it.
template <class IsUs>
[[nodiscard]] truth us_origin_of(std::string_view countries, const IsUs& is_us) {
  bool all = true;
  bool any = false;
  while (!countries.empty()) {
    const std::size_t bar = std::min(countries.find('|'), countries.size());
    const bool us = is_us(countries.substr(0, bar));
    all = all && us;
    any = any || us;
    countries.remove_prefix(std::min(bar + 1, countries.size()));
  }
  return all ? truth::yes : any ? truth::unknown : truth::no;
}
/// What made_in says of US origin before any rule is asked: yes, no, or unknown ("?", empty, or the
/// US among others). Territories of the United States: origin_engine::us_origin().
[[nodiscard]] truth us_origin_of(std::string_view countries) noexcept;
/// "y", "n", "?"; nothing if it is none of these.
[[nodiscard]] std::optional<truth> parse_truth(std::string_view text) noexcept;

class part_fields {
 public:
  explicit part_fields(bill_data& data);

  /// Fills the columns of part `p`; errors have message and field. True: the kind was stated.
  bool set(std::uint32_t p, const part_row& row, std::string_view name, bill_position at,
           std::vector<error>& found);
  [[nodiscard]] offer_entry offer(const offer_row& row, std::vector<error>& found);
  [[nodiscard]] exchange_rate rate(const rate_row& row, std::vector<error>& found);
  [[nodiscard]] production_entry production(const production_row& row, std::vector<error>& found);
  /// Columns for parts that were named and not described (a problem).
  void resize(std::uint32_t parts);

 private:
  /// A number for each different text of a field; k_none for what does not read.
  struct memo {
    text_ids texts;
    std::vector<std::uint32_t> numbers;
  };
  std::uint32_t countries(std::string_view text, bool one, std::string_view field,
                          std::vector<error>& found);
  std::uint32_t currency(std::string_view text, std::string_view field, std::vector<error>& found);
  std::uint32_t hs(std::string_view text, std::vector<error>& found);
  std::uint32_t eccn(std::string_view text, std::vector<error>& found);

  std::uint32_t eccns(std::string_view text, bool technology, std::string_view field,
                      std::vector<error>& found);

  bill_data& data_;
  memo countries_, one_country_, currencies_, hs_, eccns_, technologies_, plants_;
  text_ids classes_;  // canonical texts of classifications
};

}  // namespace tradewarden::detail

#endif  // TRADEWARDEN_ORIGIN_PART_FIELDS_HPP
