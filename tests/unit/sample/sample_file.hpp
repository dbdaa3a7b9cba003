// The sample list's text, read as plain JSON: its tests do not go through the library's reader.
#ifndef TRADEWARDEN_TESTS_SAMPLE_FILE_HPP
#define TRADEWARDEN_TESTS_SAMPLE_FILE_HPP

#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <vector>

namespace tradewarden::tests {

struct sample_file {
  nlohmann::json header;
  std::vector<nlohmann::json> entries;
};

inline sample_file read_sample_file() {
  std::ifstream in(TRADEWARDEN_SOURCE_DIR "/src/sample/sample.jsonl");
  if (!in) throw std::runtime_error("no src/sample/sample.jsonl");
  sample_file out;
  std::string line;
  std::getline(in, line);
  out.header = nlohmann::json::parse(line);
  while (std::getline(in, line)) out.entries.push_back(nlohmann::json::parse(line));
  return out;
}

/// A name stands as a text or as an object with `text`.
inline std::string name_text(const nlohmann::json& name) {
  return name.is_string() ? name.get<std::string>() : name.at("text").get<std::string>();
}
inline std::string text_or(const nlohmann::json& object, const char* key) {
  return object.value(key, std::string());
}

}  // namespace tradewarden::tests

#endif  // TRADEWARDEN_TESTS_SAMPLE_FILE_HPP
