#include "lists/xml_stream.hpp"

#include <expat.h>

#include <algorithm>
#include <memory>
#include <new>
#include <optional>

#include "support/ascii.hpp"

namespace tradewarden::lists {
namespace {

constexpr std::size_t k_max_depth = 64;
constexpr std::size_t k_max_elements = 100'000;
constexpr std::size_t k_chunk = std::size_t{1} << 20;

std::string_view local_name(std::string_view name) {
  const std::size_t colon = name.rfind(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

/// In small letters, as the first line declares it; empty if it does not.
std::string declared_encoding(std::string_view text) {
  const std::string_view head = text.substr(0, 200);
  if (!head.starts_with("<?xml")) return {};
  const std::string_view line = head.substr(0, head.find("?>"));
  std::size_t at = line.find("encoding");
  if (at == std::string_view::npos) return {};
  at = line.find_first_of("\"'", at);
  if (at == std::string_view::npos) return {};
  const std::size_t end = line.find(line[at], at + 1);
  return end == std::string_view::npos ? std::string() : ascii::lower(line.substr(at + 1, end - at - 1));
}

/// Bytes that are not UTF-8 are read as Windows-1252, which these are, or are taken for.
bool is_readable(const std::string& encoding) {
  for (const std::string_view known :
       {"", "utf-8", "utf8", "utf-16", "us-ascii", "ascii", "iso-8859-1", "latin1", "windows-1252", "cp1252"}) {
    if (encoding == known) return true;
  }
  return false;
}

struct parser_free {
  void operator()(XML_Parser p) const { XML_ParserFree(p); }
};

/// One run over one file. The callbacks are called by C code: none lets an exception out.
class run {
 public:
  run(const input_file& file, const read_limits& limits, const xml_visitor& visitor)
      : file_(file), limits_(limits), visitor_(visitor), parser_(XML_ParserCreate("UTF-8")) {}

  result<void> go() {
    if (!parser_) return fail(errc::limit_exceeded, "no memory for an XML parser");
    XML_SetUserData(parser_.get(), this);
    XML_SetElementHandler(parser_.get(), &run::on_start, &run::on_end);
    XML_SetCharacterDataHandler(parser_.get(), &run::on_text);
    XML_SetStartDoctypeDeclHandler(parser_.get(), &run::on_doctype);
    // A file of other bytes is read as the CSV readers do it.
    const std::string declared = declared_encoding(file_.bytes);
    if (!file_.valid_utf8 && !is_readable(declared)) {
      return fail(errc::unknown_format, "the file says that it is in " + declared +
                                            ": UTF-8, UTF-16 with a byte order mark, ISO-8859-1 and Windows-1252 are read", 1);
    }
    std::string repaired;
    if (!file_.valid_utf8) repaired = to_utf8(file_.bytes, nullptr);
    const std::string_view text = file_.valid_utf8 ? file_.bytes : repaired;
    for (std::size_t at = 0; at <= text.size(); at += k_chunk) {
      const std::string_view chunk = text.substr(at, k_chunk);
      const bool last = at + k_chunk > text.size();
      if (XML_Parse(parser_.get(), chunk.data(), static_cast<int>(chunk.size()), last ? 1 : 0) ==
          XML_STATUS_ERROR) {
        return refusal();
      }
    }
    return {};
  }

 private:
  std::uint64_t line() const { return XML_GetCurrentLineNumber(parser_.get()); }

  error fail(errc code, std::string message, std::uint64_t at = 0) const {
    return error{code, std::move(message), file_.label(), at, {}};
  }

  error refusal() const {
    if (problem_) return *problem_;
    const XML_Error code = XML_GetErrorCode(parser_.get());
    const std::string why = XML_ErrorString(code);
    switch (code) {
    case XML_ERROR_NO_MEMORY: return fail(errc::limit_exceeded, "no memory to read the XML", line());
    case XML_ERROR_NO_ELEMENTS:
    case XML_ERROR_UNCLOSED_TOKEN:
    case XML_ERROR_PARTIAL_CHAR:
    case XML_ERROR_UNCLOSED_CDATA_SECTION:
      return fail(errc::truncated,
                  "the XML ends too early: the file is cut short; fetch it again (" + why + ")",
                  line());
    default: return fail(errc::bad_syntax, "the XML is not well-formed (" + why + ")", line());
    }
  }

  void stop(error e) {
    if (problem_) return;
    problem_ = std::move(e);
    if (problem_->file.empty()) problem_->file = file_.label();
    XML_StopParser(parser_.get(), XML_FALSE);
  }

  template <class Body>
  void guarded(Body body) {
    if (problem_) return;
    try {
      body();
    } catch (const std::bad_alloc&) {
      stop(error{errc::limit_exceeded, "no memory to read the XML", {}, 0, {}});
    } catch (...) {
      stop(error{errc::internal, "reading the XML failed", {}, 0, {}});
    }
  }

  static xml_element make(const char* name, const char** attributes, std::uint64_t at) {
    xml_element e;
    e.name = local_name(name);
    e.line = at;
    for (; *attributes != nullptr; attributes += 2) {
      e.attributes.emplace_back(local_name(attributes[0]), attributes[1]);
    }
    return e;
  }

  static void on_start(void* self, const char* name, const char** attributes) {
    run& r = *static_cast<run*>(self);
    r.guarded([&] { r.start(name, attributes); });
  }
  static void on_end(void* self, const char*) {
    run& r = *static_cast<run*>(self);
    r.guarded([&] { r.end(); });
  }
  static void on_text(void* self, const char* text, int length) {
    run& r = *static_cast<run*>(self);
    r.guarded([&] { r.add_text({text, static_cast<std::size_t>(length)}); });
  }
  static void on_doctype(void* self, const char*, const char*, const char*, int) {
    run& r = *static_cast<run*>(self);
    r.guarded([&] {
      r.stop(r.fail(errc::bad_syntax,
                    "the file has a document type declaration (<!DOCTYPE>), which no list needs and "
                    "which can declare entities without bounds: refused",
                    r.line()));
    });
  }

  void start(const char* name, const char** attributes) {
    if (++depth_ > k_max_depth) {
      stop(fail(errc::limit_exceeded,
                "elements nest deeper than " + std::to_string(k_max_depth) + " levels", line()));
      return;
    }
    if (depth_ == 1) {
      const xml_element root = make(name, attributes, line());
      const auto& known = visitor_.roots;
      if (std::find(known.begin(), known.end(), root.name) == known.end()) {
        stop(fail(errc::unknown_format, "the root element <" + root.name.substr(0, 60) +
                                            "> is not that of this list",
                  root.line));
      } else if (visitor_.root) {
        if (auto ok = visitor_.root(root); !ok) stop(std::move(ok.error()));
      }
      return;
    }
    if (open_.empty()) {
      const auto& names = visitor_.records;
      if (std::find(names.begin(), names.end(), local_name(name)) == names.end()) return;
      record_ = make(name, attributes, line());
      elements_ = 1;
      open_.push_back(&record_);
      return;
    }
    if (++elements_ > k_max_elements) {
      stop(fail(errc::limit_exceeded,
                "a record of more than " + std::to_string(k_max_elements) + " elements",
                record_.line));
      return;
    }
    // Only the last child of an open element is open, so no pointer here comes to dangle.
    xml_element& parent = *open_.back();
    open_.push_back(&parent.children.emplace_back(make(name, attributes, line())));
  }

  void end() {
    --depth_;
    if (open_.empty()) return;
    open_.pop_back();
    if (!open_.empty()) return;
    if (auto ok = visitor_.record(record_); !ok) stop(std::move(ok.error()));
    record_ = {};
  }

  void add_text(std::string_view text) {
    if (open_.empty()) return;
    std::string& to = open_.back()->text;
    if (to.size() + text.size() > limits_.max_field_bytes) {
      stop(fail(errc::limit_exceeded,
                "a text longer than " + std::to_string(limits_.max_field_bytes) + " bytes", line()));
      return;
    }
    to += text;
  }

  const input_file& file_;
  const read_limits& limits_;
  const xml_visitor& visitor_;
  std::unique_ptr<XML_ParserStruct, parser_free> parser_;
  std::optional<error> problem_;
  std::size_t depth_ = 0;
  std::size_t elements_ = 0;
  xml_element record_;
  std::vector<xml_element*> open_;  ///< The record and the open elements in it.
};

}  // namespace

std::string_view xml_element::attribute(std::string_view key) const {
  for (const auto& [name_of, text_of_it] : attributes) {
    if (name_of == key) return ascii::trim(text_of_it);
  }
  return {};
}

const xml_element* xml_element::child(std::string_view key) const {
  for (const xml_element& c : children) {
    if (c.name == key) return &c;
  }
  return nullptr;
}

std::string_view xml_element::text_of(std::string_view key) const {
  const xml_element* c = child(key);
  return c == nullptr ? std::string_view{} : c->value();
}

std::string_view xml_element::value() const { return ascii::trim(text); }

result<void> stream_xml(const input_file& file, const read_limits& limits,
                        const xml_visitor& visitor) {
  return run{file, limits, visitor}.go();
}

std::string_view xml_root_tag(std::string_view s) {
  if (s.starts_with("\xEF\xBB\xBF")) s.remove_prefix(3);
  for (;;) {
    s = ascii::trim(s);
    std::string_view close;
    if (s.starts_with("<?")) {
      close = "?>";
    } else if (s.starts_with("<!--")) {
      close = "-->";
    } else if (s.starts_with("<!DOCTYPE")) {
      // Refused when it is read; named here so that the reader comes to say so.
      return ascii::trim(s.substr(9, s.find_first_of("[>") - 9));
    } else {
      break;
    }
    const std::size_t at = s.find(close);
    if (at == std::string_view::npos) return {};
    s.remove_prefix(at + close.size());
  }
  if (s.size() < 2 || s[0] != '<' || (!ascii::is_alpha(s[1]) && s[1] != '_')) return {};
  return s.substr(1, s.find('>') - 1);
}

std::string_view xml_root_name(std::string_view first_bytes) {
  const std::string_view tag = xml_root_tag(first_bytes);
  return local_name(tag.substr(0, tag.find_first_of(" \t\r\n/[")));
}

}  // namespace tradewarden::lists
