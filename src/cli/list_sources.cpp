#include "cli/list_sources.hpp"

#include <algorithm>
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

namespace tradewarden::cli {
namespace {

/// Reads one object after the other and remembers the first thing that is wrong.
class source_reader {
 public:
  explicit source_reader(std::string file) : file_(std::move(file)) {}

  void fail(errc code, const std::string& what, const std::string& field) {
    if (!problem_) problem_ = error{code, what, file_, 0, field};
  }

  bool keys(const nlohmann::json& o, std::initializer_list<std::string_view> known,
            const std::string& where) {
    if (!o.is_object()) {
      fail(errc::bad_value, "an object belongs here", where);
      return false;
    }
    for (const auto& [key, value] : o.items()) {
      if (std::find(known.begin(), known.end(), key) == known.end()) {
        fail(errc::bad_value, "this key is not known", where + "." + key.substr(0, 80));
      }
    }
    return !problem_;
  }

  std::string text(const nlohmann::json& o, const char* key, const std::string& where) {
    const auto it = o.find(key);
    if (it == o.end()) {
      fail(errc::missing_field, "this key is required", where + "." + key);
      return {};
    }
    if (!it->is_string() || it->get_ref<const std::string&>().empty()) {
      fail(errc::bad_value, "a text belongs here", where + "." + key);
      return {};
    }
    return it->get<std::string>();
  }

  bool flag(const nlohmann::json& o, const char* key, const std::string& where) {
    const auto it = o.find(key);
    if (it == o.end()) return false;
    if (!it->is_boolean()) fail(errc::bad_value, "true or false belongs here", where + "." + key);
    return it->is_boolean() && it->get<bool>();
  }

  const nlohmann::json& list(const nlohmann::json& o, const char* key,
                             const std::string& where) {
    static const nlohmann::json none = nlohmann::json::array();
    const auto it = o.find(key);
    if (it == o.end()) return none;
    if (!it->is_array()) {
      fail(errc::bad_value, "an array belongs here", where + "." + key);
      return none;
    }
    return *it;
  }

  list_source source(const nlohmann::json& o, const std::string& where) {
    list_source out;
    if (!keys(o, {"name", "format", "verified", "by_name_only", "citation", "files", "allowed_hosts"}, where)) return out;
    out.name = text(o, "name", where);
    out.format = text(o, "format", where);
    if (o.contains("citation")) out.citation = text(o, "citation", where);
    out.verified = flag(o, "verified", where);
    out.by_name_only = flag(o, "by_name_only", where);
    for (const nlohmann::json& f : list(o, "files", where)) {
      const std::string place = where + ".files";
      if (!keys(f, {"name", "url"}, place)) return out;
      out.files.push_back({text(f, "name", place), text(f, "url", place)});
      const std::string& name = out.files.back().name;
      if (name.find_first_of("/\\") != std::string::npos || name.starts_with('.')) {
        fail(errc::bad_value, "a file's name without a folder belongs here", place + ".name");
      }
    }
    if (out.files.empty()) fail(errc::missing_field, "a source has files", where + ".files");
    for (const nlohmann::json& h : list(o, "allowed_hosts", where)) {
      if (!h.is_string()) fail(errc::bad_value, "a text belongs here", where + ".allowed_hosts");
      if (h.is_string()) out.allowed_hosts.push_back(h.get<std::string>());
    }
    return out;
  }

  [[nodiscard]] const std::optional<error>& problem() const { return problem_; }

 private:
  std::string file_;
  std::optional<error> problem_;
};

}  // namespace

result<list_sources> parse_list_sources(std::string_view text, const std::string& file) {
  const nlohmann::json all = nlohmann::json::parse(text, nullptr, false);
  source_reader in(file);
  list_sources out;
  if (all.is_discarded()) return error{errc::bad_syntax, "this is no JSON", file, 0, {}};
  if (in.keys(all, {"as_of", "note", "sources"}, "$")) {
    const std::string date = in.text(all, "as_of", "$");
    if (const auto d = day::parse(date)) {
      out.as_of = *d;
    } else {
      in.fail(errc::bad_value, "a date (YYYY-MM-DD) belongs here", "$.as_of");
    }
    for (const nlohmann::json& s : in.list(all, "sources", "$")) {
      out.sources.push_back(in.source(s, "$.sources[" + std::to_string(out.sources.size()) + "]"));
    }
  }
  if (in.problem()) return *in.problem();
  return out;
}

result<void> override_url(list_sources& sources, std::string_view text) {
  const std::size_t equals = text.find('=');
  const std::string_view what = text.substr(0, equals);
  const std::string_view name = what.substr(0, what.find('/'));
  const auto usage = [&](const std::string& why) {
    return error{errc::usage, "'" + std::string(text.substr(0, 200)) + "': " + why, {}, 0, "--url"};
  };
  if (equals == std::string_view::npos || equals + 1 == text.size()) return usage("write LIST=URL or LIST/FILE=URL");
  for (list_source& s : sources.sources) {
    if (s.name != name) continue;
    if (name.size() == what.size()) {
      if (s.files.size() > 1) return usage("this list has several files: write " + s.name + "/" + s.files.front().name + "=URL");
      s.files.front().url = text.substr(equals + 1);
      return {};
    }
    for (list_source_file& f : s.files) {
      if (f.name != what.substr(name.size() + 1)) continue;
      f.url = text.substr(equals + 1);
      return {};
    }
    return usage("this list has no such file");
  }
  return usage("no list has this name");
}

}  // namespace tradewarden::cli
