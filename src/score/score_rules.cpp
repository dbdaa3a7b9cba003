#include "tradewarden/score_rules.hpp"

#include <string>

#include "lists/input_file.hpp"
#include "names/name_pack.hpp"
#include "score/score_version.hpp"
#include "tradewarden/comparison.hpp"

namespace tradewarden {
namespace {

digest digest_of_hex(std::string_view hex) {
  digest out;
  const auto value = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
  for (std::size_t i = 0; i < out.bytes.size(); ++i) {
    out.bytes[i] = static_cast<std::uint8_t>(value(hex[2 * i]) * 16 + value(hex[2 * i + 1]));
  }
  return out;
}

std::shared_ptr<const scoring::rules_state> state_of(const scoring::score_version& v) {
  auto out = std::make_shared<scoring::rules_state>();
  out->version = v.number;
  out->parameters = v.parameters;
  out->tables = &v.tables();
  out->tables_sha256 = digest_of_hex(v.tables_sha256);
  return out;
}

}  // namespace

score_rules::score_rules() {
  static const std::shared_ptr<const scoring::rules_state> newest =
      state_of(*scoring::find_version(k_score_version));
  state_ = newest;
}

result<score_rules> score_rules::of_version(std::int32_t version) {
  if (version == k_score_version) return score_rules();
  if (const scoring::score_version* v = scoring::find_version(version)) {
    return score_rules(state_of(*v));
  }
  std::string known;
  for (const std::int32_t v : known_versions()) {
    known.append(known.empty() ? "" : ", ").append(std::to_string(v));
  }
  return error{errc::bad_value,
               "no score version " + std::to_string(version) + ": this engine knows " + known,
               {}, 0, "score_version"};
}

result<score_rules> score_rules::with_name_pack(std::string_view text, const std::string& file,
                                                std::int32_t version) {
  auto rules = of_version(version);
  if (!rules) return rules.error();
  const scoring::score_version& v = *scoring::find_version(version);
  auto pack = names::parse_name_pack(text, file, v.tables());
  if (!pack) return pack.error();
  auto state = std::make_shared<scoring::rules_state>(rules->state());
  const names::table_sources both[] = {v.sources(), (*pack)->sources()};
  state->owned = std::make_shared<const names::name_tables>(both);
  state->tables = state->owned.get();
  state->name_pack_sha256 = (*pack)->sha256;
  state->pack = std::move(*pack);
  return score_rules(std::move(state));
}

result<score_rules> score_rules::read_name_pack(const std::string& path, std::int32_t version) {
  read_limits limits;
  limits.max_file_bytes = names::k_most_pack_bytes;
  auto file = lists::load_input_file(path, limits);
  if (!file) {
    error e = file.error();
    if (e.code == errc::empty_input) e.message = "the name pack is empty";
    return e;
  }
  auto rules = with_name_pack(file->bytes, path, version);
  if (rules) {
    // What names the pack is the file as it stands on disk.
    auto state = std::make_shared<scoring::rules_state>(rules->state());
    state->name_pack_sha256 = file->sha256;
    return score_rules(std::move(state));
  }
  return rules;
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
