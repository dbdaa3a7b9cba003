#include "score/score_version.hpp"

#include <algorithm>
#include <bit>

#include "tradewarden/comparison.hpp"

namespace tradewarden::scoring {
namespace {

// Every version, the oldest first. docs/hacking.md, "Change a table or a number of the score", says
// when a line is added and when the digest of the last one may be changed instead.
constexpr score_version k_versions[] = {
    {1, k_current_parameters, &names::current_sources, &names::current_tables,
     "0000000000000000000000000000000000000000000000000000000000000000"},
};
static_assert(std::end(k_versions)[-1].number == k_score_version);

std::vector<score_version>& versions_of_tests() {
  static std::vector<score_version> added;
  return added;
}

digest digest_of_hex(std::string_view hex) {
  digest out;
  const auto value = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
  for (std::size_t i = 0; i < out.bytes.size(); ++i) {
    out.bytes[i] = static_cast<std::uint8_t>(value(hex[2 * i]) * 16 + value(hex[2 * i + 1]));
  }
  return out;
}

std::shared_ptr<const rules_state> state_of(const score_version& v) {
  auto out = std::make_shared<rules_state>();
  out->version = v.number;
  out->parameters = v.parameters;
  out->tables = &v.tables();
  out->tables_sha256 = digest_of_hex(v.tables_sha256);
  return out;
}

}  // namespace

std::vector<const score_version*> known_versions() {
  std::vector<const score_version*> out;
  for (const score_version& v : k_versions) out.push_back(&v);
  for (const score_version& v : versions_of_tests()) out.push_back(&v);
  return out;
}

const score_version* find_version(std::int32_t number) {
  for (const score_version* v : known_versions()) {
    if (v->number == number) return v;
  }
  return nullptr;
}

void add_version_for_test(const score_version& version) {
  versions_of_tests().reserve(16);  // rules_state holds no pointer into it, find_version() may
  if (find_version(version.number) == nullptr) versions_of_tests().push_back(version);
}

std::string canonical_text(const score_version& version) {
  using numbers = std::array<std::int32_t, sizeof(score_parameters) / sizeof(std::int32_t)>;
  std::string out = "numbers";
  for (const std::int32_t n : std::bit_cast<numbers>(version.parameters)) {
    out.append(" ").append(std::to_string(n));
  }
  return out + '\n' + version.tables().canonical_text();
}

}  // namespace tradewarden::scoring

namespace tradewarden {

score_rules::score_rules() {
  static const std::shared_ptr<const scoring::rules_state> newest =
      scoring::state_of(*scoring::find_version(k_score_version));
  state_ = newest;
}

result<score_rules> score_rules::of_version(std::int32_t version) {
  if (version == k_score_version) return score_rules();
  if (const scoring::score_version* v = scoring::find_version(version)) {
    return score_rules(scoring::state_of(*v));
  }
  std::string known;
  for (const std::int32_t v : known_versions()) {
    known.append(known.empty() ? "" : ", ").append(std::to_string(v));
  }
  return error{errc::bad_value,
               "no score version " + std::to_string(version) + ": this engine knows " + known,
               {}, 0, "score_version"};
}

std::vector<std::int32_t> score_rules::known_versions() {
  std::vector<std::int32_t> out;
  for (const scoring::score_version* v : scoring::known_versions()) out.push_back(v->number);
  return out;
}

std::int32_t score_rules::version() const noexcept { return state_->version; }
const digest& score_rules::tables_sha256() const noexcept { return state_->tables_sha256; }
const std::optional<digest>& score_rules::name_pack_sha256() const noexcept {
  return state_->name_pack_sha256;
}

}  // namespace tradewarden
