#include "index/section_table.hpp"

#include <algorithm>
#include <cstring>
#include <string>

#include "support/crc32c.hpp"

namespace tradewarden::indexing {
namespace {

template <class T>
std::string_view bytes_of(const T& value) {
  return {reinterpret_cast<const char*>(&value), sizeof value};
}

std::uint64_t aligned(std::uint64_t n) { return (n + k_alignment - 1) / k_alignment * k_alignment; }

result<void> check_header(const file_header& header, std::string_view file) {
  if (header.magic != k_magic) {
    return error{errc::bad_index, "not an index file of tradewarden", {}, 0, {}};
  }
  if (header.format_version != k_format_version) {
    return error{errc::old_version,
                 "index format version " + std::to_string(header.format_version) +
                     "; this engine reads version " + std::to_string(k_format_version) +
                     ": build the index again from its lists",
                 {}, 0, {}};
  }
  file_header unsigned_header = header;
  unsigned_header.header_crc = 0;
  if (support::crc32c(bytes_of(unsigned_header)) != header.header_crc) {
    return damaged("header checksum");
  }
  if (header.file_bytes != file.size()) {
    return error{errc::truncated,
                 "the index file has " + std::to_string(file.size()) + " bytes, its header says " +
                     std::to_string(header.file_bytes),
                 {}, 0, {}};
  }
  if (header.section_count != k_sections) return damaged("number of sections");
  return {};
}

}  // namespace

error damaged(std::string_view what) {
  return {errc::bad_index, "the index file is damaged (" + std::string(what) + "): build it again",
          {}, 0, {}};
}

result<section_table> section_table::parse(std::string_view file) {
  section_table t;
  t.file_ = file;
  if (file.size() < sizeof t.header_) {
    return error{errc::truncated, "too short for an index file", {}, 0, {}};
  }
  std::memcpy(&t.header_, file.data(), sizeof t.header_);
  if (auto checked = check_header(t.header_, file); !checked) return checked.error();
  const std::string_view table = file.substr(sizeof t.header_, sizeof t.entries_);
  if (table.size() < sizeof t.entries_) return damaged("section table");
  if (support::crc32c(table) != t.header_.table_crc) return damaged("section table checksum");
  std::memcpy(t.entries_.data(), table.data(), table.size());

  // One section after the other, in order of their ids, nothing between them but the alignment.
  std::uint64_t end = sizeof t.header_ + sizeof t.entries_;
  for (std::size_t i = 0; i < k_sections; ++i) {
    const section_entry& e = t.entries_[i];
    if (e.id != i + 1 || e.reserved != 0 || e.offset != aligned(end) || e.offset > file.size() ||
        e.bytes > file.size() - e.offset) {
      return damaged("section " + std::to_string(i + 1));
    }
    end = e.offset + e.bytes;
  }
  if (end != file.size()) return damaged("end of the last section");
  return t;
}

result<void> section_table::verify(section_id id) const {
  if (support::crc32c(bytes(id)) != entries_[static_cast<std::size_t>(id) - 1].crc) {
    return damaged("checksum of section " + std::to_string(static_cast<std::uint32_t>(id)));
  }
  return {};
}

result<void> section_table::verify_padding() const {
  std::uint64_t end = sizeof header_ + sizeof entries_;
  for (const section_entry& e : entries_) {
    const std::string_view gap = file_.substr(static_cast<std::size_t>(end),
                                              static_cast<std::size_t>(e.offset - end));
    if (std::any_of(gap.begin(), gap.end(), [](char c) { return c != '\0'; })) {
      return damaged("bytes between sections");
    }
    end = e.offset + e.bytes;
  }
  return {};
}

result<void> section_table::verify_content() const {
  if (sha256(file_.substr(sizeof header_)) != content()) return damaged("digest");
  return {};
}

}  // namespace tradewarden::indexing
