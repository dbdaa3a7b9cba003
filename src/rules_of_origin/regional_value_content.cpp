#include "tradewarden/regional_value_content.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "origin/part_fields.hpp"
#include "rules_of_origin/value_share.hpp"
#include "support/ascii.hpp"

namespace tradewarden {
namespace {

constexpr std::array<std::string_view, 6> k_methods{"transaction-value", "net-cost", "build-up",
                                                    "build-down",        "focused",  "max-nom"};

error wrong(errc code, std::string message) { return {code, std::move(message), {}, 0, {}}; }

std::vector<detail::share_term> terms(const std::vector<price_range>& all) {
  std::vector<detail::share_term> out;
  for (const price_range& p : all) out.push_back({detail::to_interval(p), p.to_string()});
  return out;
}

}  // namespace

std::string_view to_string(rvc_method m) noexcept {
  return k_methods[std::min<std::size_t>(static_cast<std::size_t>(m), k_methods.size() - 1)];
}

result<rvc_method> parse_rvc_method(std::string_view text) {
  for (std::size_t i = 0; i < k_methods.size(); ++i) {
    if (text == k_methods[i]) return static_cast<rvc_method>(i);
  }
  return wrong(errc::bad_value, "'" + std::string(text.substr(0, 40)) +
                                    "' is none of transaction-value, net-cost, build-up, build-down, focused, max-nom");
}

result<price_range> parse_amount(std::string_view text) {
  if (ascii::trim(text).empty()) return wrong(errc::bad_value, "an amount is missing; one that is not known is '?' or LOW..HIGH");
  return detail::parse_price(text);
}

std::string rvc_bounds::to_string() const {
  if (is_point()) return low->to_string();
  return (low ? low->to_string() : "?") + ".." + (high ? high->to_string() : "?");
}

result<rvc_answer> regional_value_content(const rvc_question& q) {
  return detail::work_out({q.method, terms(q.value), terms(q.international_shipping), terms(q.total_cost),
                           terms(q.costs), terms(q.excluded), terms(q.vnm), terms(q.vom), q.limit});
}

}  // namespace tradewarden
