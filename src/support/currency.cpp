#include "support/currency.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "support/ascii.hpp"
#include "support/nearest.hpp"

namespace tradewarden::support {
namespace {

constexpr currency_code k_currencies[] = {
#include "support/currency_codes.inc"
};

// What buyers write, and the code of the same money.
constexpr std::pair<std::string_view, std::string_view> k_often_written[] = {
    {"CNH", "CNY"}, {"NTD", "TWD"}, {"RMB", "CNY"}, {"STG", "GBP"}, {"UKP", "GBP"},
};

}  // namespace

const currency_code* find_currency(std::string_view code) noexcept {
  const auto at = std::lower_bound(
      std::begin(k_currencies), std::end(k_currencies), code,
      [](const currency_code& c, std::string_view wanted) { return c.code < wanted; });
  return at != std::end(k_currencies) && at->code == code ? at : nullptr;
}

std::string no_currency_words(std::string_view text) {
  std::string out = "'" + std::string(text.substr(0, 40)) + "' is no currency of ISO 4217";
  if (text.size() != 3) return out + ": a code has three letters";
  std::string code(text);
  for (char& c : code) c = ascii::upper(c);
  if (code == "XXX" || code == "XTS") return out + ": the code stands for no money";
  for (const auto& [often, meant] : k_often_written) {
    if (code == often) return out + "; is " + std::string(meant) + " meant?";
  }
  // Two letters that have changed places; a wrong letter says too little of what was meant.
  nearest_names near(code);
  for (const currency_code& c : k_currencies) {
    if (c.withdrawn.empty() && std::is_permutation(c.code.begin(), c.code.end(), code.begin())) {
      near.offer(c.code);
    }
  }
  return out + near.words();
}

}  // namespace tradewarden::support
