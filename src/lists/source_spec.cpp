// Where to read from, and the small printed forms of publication.hpp.
#include <array>

#include "support/ascii.hpp"
#include "tradewarden/publication.hpp"

namespace tradewarden {
namespace {

constexpr std::array k_formats = std::to_array<std::string_view>(
    {"ofac-csv", "ofac-cons-csv", "ofac-xml", "ofac-cons-xml", "ofac-advanced-xml", "bis-dpl",
     "csl-csv", "csl-json", "eu-csv", "eu-xml", "un-xml", "uk-conlist", "uk-csv",
     "au-csv", "au-xlsx", "ch-xml", "ca-xml", "mapped-csv", "opensanctions-csv", "ftm-json",
     "tradewarden"});

/// Whether what follows the last '@' is meant as a date. "home@lists/sdn.csv" and "list@v2.csv"
/// are paths; "sdn.csv@2018-13-40", "sdn.csv@" and "sdn.csv@today" are dates gone wrong.
bool meant_as_date(std::string_view suffix) {
  if (suffix.find_first_of("/\\") != std::string_view::npos) return false;
  if (!suffix.empty() && ascii::is_digit(suffix.front())) return true;
  return suffix.find('.') == std::string_view::npos;
}

}  // namespace

std::span<const std::string_view> known_formats() noexcept { return k_formats; }

result<source_spec> source_spec::parse(std::string_view text) {
  source_spec out;
  std::string_view rest = text;
  for (const std::string_view format : k_formats) {
    if (rest.size() > format.size() && rest[format.size()] == ':' && rest.starts_with(format)) {
      out.format = format;
      rest.remove_prefix(format.size() + 1);
      break;
    }
  }
  if (const std::size_t at = rest.rfind('@'); at != std::string_view::npos) {
    const std::string_view suffix = rest.substr(at + 1);
    if (meant_as_date(suffix)) {
      const result<day> date = day::parse(suffix);
      if (!date) {
        error e = date.error();
        e.message += " behind the '@' of '" + std::string(text.substr(0, 200)) +
                     "' (write a path that ends so with a '/' or './' after the '@')";
        e.field = "date";
        return e;
      }
      out.date = *date;
      rest = rest.substr(0, at);
    }
  }
  if (rest.empty()) {
    return error{errc::usage,
                 "a source has no path: write [FORMAT:]PATH[@YYYY-MM-DD], not '" +
                     std::string(text.substr(0, 200)) + "'",
                 {}, 0, {}};
  }
  out.path = rest;
  return out;
}

std::string diagnostic::to_string() const {
  error e;  // The same layout as an error's.
  e.message = message;
  e.file = file;
  e.line = line;
  e.field = field;
  return e.to_string();
}

}  // namespace tradewarden
