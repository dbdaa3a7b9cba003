// Names of the enumerations of the origin half, as JSON and tables print them.
#include <string>

#include "tradewarden/bill.hpp"
#include "tradewarden/origin_options.hpp"
#include "tradewarden/share.hpp"
#include "tradewarden/verdict.hpp"
#include "tradewarden/whatif.hpp"

namespace tradewarden {

std::string_view to_string(verdict v) noexcept {
  switch (v) {
    case verdict::not_applicable: return "not_applicable";
    case verdict::does_not_trigger: return "does_not_trigger";
    case verdict::depends: return "depends";
    case verdict::triggers: return "triggers";
  }
  return "depends";
}

std::string_view to_string(regime r) noexcept {
  return r == regime::us_ofac ? "us-ofac" : "us-ear";
}

result<regime> parse_regime(std::string_view text) {
  if (text == "us-ear") return regime::us_ear;
  if (text == "us-ofac") return regime::us_ofac;
  return error{errc::bad_value,
               "unknown regime '" + std::string(text.substr(0, 40)) + "': use us-ear or us-ofac",
               {}, 0, "regime"};
}

std::string_view to_string(part_kind k) noexcept {
  return k == part_kind::made ? "made" : "purchased";
}

std::string_view to_string(content_class c) noexcept {
  switch (c) {
    case content_class::commodity: return "commodity";
    case content_class::software: return "software";
    case content_class::technology: return "technology";
  }
  return "commodity";
}

std::string_view to_string(alternatives_policy p) noexcept {
  return p == alternatives_policy::any ? "any" : "primary";
}

result<alternatives_policy> parse_alternatives_policy(std::string_view text) {
  if (text == "primary") return alternatives_policy::primary;
  if (text == "any") return alternatives_policy::any;
  return error{errc::bad_value,
               "unknown policy of alternatives '" + std::string(text.substr(0, 40)) +
                   "': use primary or any",
               {}, 0, "alternatives"};
}

std::string_view to_string(share_dimension d) noexcept {
  switch (d) {
    case share_dimension::origin: return "origin";
    case share_dimension::supplier_country: return "supplier_country";
    case share_dimension::supplier: return "supplier";
    case share_dimension::eccn: return "eccn";
    case share_dimension::listed_party: return "listed_party";
  }
  return "origin";
}

std::string_view to_string(whatif_kind k) noexcept {
  switch (k) {
    case whatif_kind::price: return "price";
    case whatif_kind::origin: return "origin";
    case whatif_kind::classification: return "eccn";
    case whatif_kind::alternative: return "alternative";
    case whatif_kind::date: return "date";
    case whatif_kind::discrete: return "discrete";
  }
  return "price";
}

}  // namespace tradewarden
