#include "origin/legal_context.hpp"

namespace tradewarden::detail {

std::uint32_t rule_log::add(const rule_basis& b) {
  const auto text = [](const std::optional<day>& d) { return d ? d->to_string() : std::string(); };
  rule_use use{std::string(b.rule), std::string(b.citation), text(b.from), text(b.until),
               text(b.edition), b.verified};
  for (std::uint32_t i = 0; i < uses_.size(); ++i) {
    if (uses_[i] == use && assumed_[i] == b.assumption) return i;
  }
  uses_.push_back(std::move(use));
  assumed_.push_back(b.assumption);
  return static_cast<std::uint32_t>(uses_.size() - 1);
}

truth legal_context::fact(std::string_view id) const {
  for (const stated_fact& f : facts) {
    if (f.id == id) return f.value;
  }
  return truth::unknown;
}

std::string legal_context::asked(std::string_view id) const {
  const std::string_view text = book.question(id);
  return std::string(text.empty() ? id : text);
}

}  // namespace tradewarden::detail
