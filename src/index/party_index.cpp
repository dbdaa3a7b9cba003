#include "tradewarden/party_index.hpp"

#include <cstring>
#include <vector>

#include "index/index_view.hpp"
#include "support/mapped_file.hpp"

namespace tradewarden {

namespace {

result<std::shared_ptr<const detail::index_view>> create(std::string_view bytes,
                                                         std::shared_ptr<const void> owner, verify how,
                                                         const std::optional<score_rules>& rules) {
  auto view = detail::index_view::create(bytes, std::move(owner), rules);
  if (!view || how == verify::lazily) return view;
  if (auto good = (*view)->check(); !good) return good.error();
  return view;
}

}  // namespace

result<party_index> party_index::open(const std::string& path, verify how,
                                      const std::optional<score_rules>& rules) {
  auto file = support::mapped_file::open(path);
  if (!file) {
    error e = file.error();
    if (e.code == errc::not_found) {
      e.message = "cannot open the index: no such file (make one with 'tradewarden index build --out FILE SOURCE...')";
    } else if (e.code == errc::truncated) {
      e.message = "the index file is empty";
    } else {
      e.message = "the index " + e.message;
    }
    return e;
  }
  const std::string_view all = (*file)->bytes();
  auto view = create(all, std::move(*file), how, rules);
  if (!view) {
    error e = view.error();
    e.file = path;
    return e;
  }
  return party_index(std::move(*view));
}

result<party_index> party_index::from_bytes(std::string_view bytes, verify how,
                                            const std::optional<score_rules>& rules) {
  // 64-bit words give the alignment that the records need.
  auto copy = std::make_shared<std::vector<std::uint64_t>>((bytes.size() + 7) / 8);
  if (!bytes.empty()) std::memcpy(copy->data(), bytes.data(), bytes.size());
  const std::string_view all(reinterpret_cast<const char*>(copy->data()), bytes.size());
  auto view = create(all, copy, how, rules);
  if (!view) return view.error();
  return party_index(std::move(*view));
}

const score_rules& party_index::rules() const& noexcept { return view_->rules(); }

const index_info& party_index::info() const& noexcept { return view_->info(); }

result<void> party_index::check() const { return view_->check(); }

result<void> party_index::check_content() const { return view_->check_content(); }

std::uint32_t party_index::party_count() const noexcept { return view_->party_count(); }

listed_party party_index::party(std::uint32_t id) const {
  if (id >= view_->party_count()) return {};
  return view_->party(id).value_or(listed_party{});
}

}  // namespace tradewarden
