// Reading JSON where an unknown key is an error: each problem is noted with its field, and the
// reading goes on, so that one run shows all there is to mend.
//
// Threads: one thread per reader.
#ifndef TRADEWARDEN_RULES_JSON_CHECKS_HPP
#define TRADEWARDEN_RULES_JSON_CHECKS_HPP

#include <simdjson.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tradewarden/day.hpp"
#include "tradewarden/error.hpp"

namespace tradewarden::rules {

namespace dom = simdjson::dom;

class json_checks {
 public:
  json_checks(std::string file, std::vector<error>& problems)
      : file_(std::move(file)), problems_(problems), before_(problems.size()) {}

  [[nodiscard]] bool failed() const noexcept { return problems_.size() != before_; }
  void fail(errc code, std::string_view field, std::string message);

  /// A text of 1 to `most` bytes without control characters; empty and a problem otherwise.
  [[nodiscard]] std::string text(dom::element e, const std::string& field, std::size_t most = 300);
  [[nodiscard]] std::optional<day> date(dom::element e, const std::string& field);
  [[nodiscard]] bool flag(dom::element e, const std::string& field);
  /// Texts; `least` of them at least, none twice.
  [[nodiscard]] std::vector<std::string> texts(dom::element e, const std::string& field,
                                               std::size_t least = 1);
  /// Alpha-2 codes that exist, sorted; with `regions` also "UA-43".
  [[nodiscard]] std::vector<std::string> countries(dom::element e, const std::string& field,
                                                   bool regions = false);
  [[nodiscard]] bool is_country(std::string_view code, const std::string& field, bool regions);

  /// The object's members by key: unknown and repeated keys are problems, as are missing ones.
  class members {
   public:
    [[nodiscard]] std::optional<dom::element> operator[](std::string_view key) const;
   private:
    friend class json_checks;
    std::vector<std::pair<std::string_view, dom::element>> all_;
  };
  /// Keys that end in '!' are required.
  [[nodiscard]] members object(dom::element e, const std::string& field,
                               std::initializer_list<std::string_view> keys);
  /// The object's members whatever their keys; none twice.
  [[nodiscard]] std::vector<std::pair<std::string_view, dom::element>> any_members(
      dom::element e, const std::string& field);

 private:
  std::string file_;
  std::vector<error>& problems_;
  std::size_t before_;
};

}  // namespace tradewarden::rules

#endif  // TRADEWARDEN_RULES_JSON_CHECKS_HPP
