// The names nearest to one that was not found, to be told with the error.
//
// Example:
//   nearest_names near("PHONE-A");
//   for (const auto& id : ids) near.offer(id);
//   message += near.words();               // "; is PHONE-A1 or PHONE-B2 meant?"
//
// Threads: one thread at a time.
#ifndef TRADEWARDEN_SUPPORT_NEAREST_HPP
#define TRADEWARDEN_SUPPORT_NEAREST_HPP

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "support/ascii.hpp"
#include "support/osa.hpp"

namespace tradewarden::support {

class nearest_names {
 public:
  explicit nearest_names(std::string_view wanted)
      : wanted_(ascii::lower(wanted.substr(0, k_max_osa_bytes))),
        limit_(std::max<std::int32_t>(1, static_cast<std::int32_t>(wanted_.size() / 3))) {}

  void offer(std::string_view name) {
    const std::string lower = ascii::lower(name.substr(0, k_max_osa_bytes));
    std::int32_t d = osa_distance(wanted_, lower, limit_);
    if (d > limit_ && wanted_.size() >= 3 && lower.find(wanted_) != std::string::npos) d = limit_;
    if (d > limit_) return;
    const auto before = [](const found& a, const found& b) {
      return a.first != b.first ? a.first < b.first : a.second < b.second;
    };
    found_.emplace_back(d, std::string(name.substr(0, 80)));
    std::sort(found_.begin(), found_.end(), before);
    if (found_.size() > k_most) found_.pop_back();
  }
  /// Empty if nothing is near.
  [[nodiscard]] std::string words() const {
    std::string out;
    for (std::size_t i = 0; i < found_.size(); ++i) {
      out += (i == 0 ? "; is " : i + 1 == found_.size() ? " or " : ", ") + found_[i].second;
    }
    return out.empty() ? out : out + " meant?";
  }

 private:
  using found = std::pair<std::int32_t, std::string>;
  static constexpr std::size_t k_most = 3;
  std::string wanted_;
  std::int32_t limit_;
  std::vector<found> found_;
};

}  // namespace tradewarden::support

#endif  // TRADEWARDEN_SUPPORT_NEAREST_HPP
