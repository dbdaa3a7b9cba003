// Small lists of our own format, made in the test, to fill a store with.
#ifndef TRADEWARDEN_TESTS_UNIT_STORE_SAMPLE_SNAPSHOTS_HPP
#define TRADEWARDEN_TESTS_UNIT_STORE_SAMPLE_SNAPSHOTS_HPP

#include <string>
#include <vector>

#include "temp_dir.hpp"
#include "tradewarden/store.hpp"

namespace tradewarden::test {

/// Entries are written as JSON objects.
inline std::string own_list(const std::vector<std::string>& entries, const std::string& name = "House list") {
  std::string out = R"({"tradewarden_list":1,"name":")" + name + R"(","entries":)" + std::to_string(entries.size()) + "}\n";
  for (const std::string& e : entries) out += e + "\n";
  return out;
}

inline std::string entry(const std::string& id, const std::string& name, const std::string& more = {}) {
  return R"({"list":"X-house","id":")" + id + R"(","names":[")" + name + "\"]" + more + "}";
}

inline day on(const char* iso) { return day::parse(iso).value(); }

inline source_spec source(const std::string& path, const char* date) { return {{}, path, on(date)}; }

/// Imports a list of our own under a day; the file is written first.
inline result<import_outcome> import_own(list_store& store, const tests::temp_dir& dir, const char* date,
                                         const std::vector<std::string>& entries, const import_options& options = {}) {
  return store.import(source(dir.write(std::string("list-") + date + ".jsonl", own_list(entries)), date), options);
}

}  // namespace tradewarden::test

#endif  // TRADEWARDEN_TESTS_UNIT_STORE_SAMPLE_SNAPSHOTS_HPP
