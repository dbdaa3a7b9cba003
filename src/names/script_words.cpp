#include "names/script_words.hpp"

#include <algorithm>

#include "names/unicode.hpp"
#include "support/ascii.hpp"

namespace tradewarden::names {
namespace {

std::string_view bytes_of(std::u32string_view s) {
  return {reinterpret_cast<const char*>(s.data()), s.size() * sizeof(char32_t)};
}

}  // namespace

std::u32string decode_text(std::string_view utf8) {
  std::u32string out;
  for (std::size_t at = 0; at < utf8.size();) out += next_code_point(utf8, at);
  return out;
}

script_words::script_words(std::string_view lines, std::u32string (*normal)(std::u32string_view)) {
  while (!lines.empty()) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    std::string_view line = ascii::trim(lines.substr(0, end));
    lines.remove_prefix(std::min(end + 1, lines.size()));
    const std::size_t equals = line.find('=');
    if (line.empty() || line[0] == '#' || equals == std::string_view::npos) continue;
    std::string_view from = line.substr(0, equals);
    line.remove_prefix(equals + 1);
    const std::size_t second = std::min(line.find('='), line.size());
    script_word word{line.substr(0, second), {}, {}};
    if (second < line.size()) {
      word.other = line.substr(second + 1);
      const std::size_t third = std::min(word.other.find('='), word.other.size());
      if (third < word.other.size()) word.third = word.other.substr(third + 1);
      word.other = word.other.substr(0, third);
    }
    const bool stem = from.ends_with('-');
    if (stem) from.remove_suffix(1);
    const std::u32string key = normal(decode_text(from));
    longest_ = std::max(longest_, key.size());
    // The first of two lines for the same word counts.
    (stem ? stems_ : words_).emplace(std::string(bytes_of(key)), word);
  }
}

const script_word* script_words::find(std::u32string_view key) const {
  if (key.size() > longest_) return nullptr;
  const auto it = words_.find(bytes_of(key));
  return it == words_.end() ? nullptr : &it->second;
}

const script_word* script_words::find_stem(std::u32string_view word,
                                           std::size_t most_ending) const {
  constexpr std::size_t k_least_stem = 3;
  for (std::size_t ending = 0; ending <= most_ending; ++ending) {
    if (word.size() < ending + k_least_stem) break;
    const auto it = stems_.find(bytes_of(word.substr(0, word.size() - ending)));
    if (it != stems_.end()) return &it->second;
  }
  return nullptr;
}

}  // namespace tradewarden::names
