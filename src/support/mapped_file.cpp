#include "support/mapped_file.hpp"

#include <boost/interprocess/file_mapping.hpp>
#include <boost/interprocess/mapped_region.hpp>
#include <filesystem>

namespace tradewarden::support {
namespace {

namespace ipc = boost::interprocess;

class mapped_region_file final : public mapped_file {
 public:
  explicit mapped_region_file(const char* path)
      : region_(ipc::file_mapping(path, ipc::read_only), ipc::read_only) {
    bytes_ = {static_cast<const char*>(region_.get_address()), region_.get_size()};
  }

 private:
  ipc::mapped_region region_;
};

}  // namespace

result<std::shared_ptr<const mapped_file>> mapped_file::open(const std::string& path) {
  std::error_code ec;
  const std::uintmax_t bytes = std::filesystem::file_size(path, ec);
  if (ec || std::filesystem::is_directory(path, ec)) return error{errc::not_found, "no such file", path, 0, {}};
  if (bytes == 0) return error{errc::truncated, "the file is empty", path, 0, {}};
  try {
    return std::shared_ptr<const mapped_file>(std::make_shared<mapped_region_file>(path.c_str()));
  } catch (const std::exception& e) {
    return error{errc::io, std::string("cannot be mapped into memory: ") + e.what(), path, 0, {}};
  }
}

}  // namespace tradewarden::support
