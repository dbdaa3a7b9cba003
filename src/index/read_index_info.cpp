#include "index/read_index_info.hpp"

#include <boost/interprocess/file_mapping.hpp>
#include <boost/interprocess/mapped_region.hpp>
#include <exception>
#include <optional>
#include <string_view>
#include <utility>

#include "index/party_codec.hpp"
#include "index/section_table.hpp"

namespace tradewarden::indexing {
namespace {

result<index_info> info_of(std::string_view bytes) {
  const auto table = section_table::parse(bytes);
  if (!table) return table.error();
  for (std::size_t id = 1; id <= k_sections; ++id) {
    if (auto good = table->verify(static_cast<section_id>(id)); !good) return good.error();
  }
  std::optional<index_info> info = decode_info(table->bytes(section_id::info));
  if (!info) return damaged("info");
  info->format_version = k_format_version;
  info->bytes = bytes.size();
  info->content = table->content();
  return std::move(*info);
}

}  // namespace

result<index_info> read_index_info(const std::string& path) {
  namespace ipc = boost::interprocess;
  try {
    const ipc::file_mapping file(path.c_str(), ipc::read_only);
    const ipc::mapped_region region(file, ipc::read_only);
    auto info = info_of({static_cast<const char*>(region.get_address()), region.get_size()});
    if (!info) info.error().file = path;
    return info;
  } catch (const std::exception& e) {
    return error{errc::io, std::string("cannot map the index: ") + e.what(), path, 0, {}};
  }
}

}  // namespace tradewarden::indexing
