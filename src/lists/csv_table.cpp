#include "lists/csv_table.hpp"

#include <algorithm>

#include "support/ascii.hpp"

namespace tradewarden::lists {
namespace {

std::string column_name(std::string_view s) {
  if (s.starts_with("\xEF\xBB\xBF")) s.remove_prefix(3);
  std::string out = ascii::lower(ascii::trim(s));
  std::replace(out.begin(), out.end(), ' ', '_');
  return out;
}

bool is_blank(const csv_record& r) {
  return std::all_of(r.fields.begin(), r.fields.end(),
                     [](const std::string& f) { return ascii::trim(f).empty(); });
}

bool is_dos_end(const csv_record& r) {
  return r.fields.size() == 1 && ascii::trim(r.fields.front()) == "\x1A";
}

}  // namespace

result<void> csv_table::read_header(publication_builder& out) {
  const auto more = reader_.next(record_);
  if (!more) return in_file(more.error(), out.file());
  if (!*more) return out.fail(errc::missing_field, 1, {}, "the file has no header line");
  header_line_ = record_.line;
  for (const std::string& f : record_.fields) names_.push_back(column_name(f));
  known_.assign(names_.size(), false);
  return {};
}

result<std::vector<std::string>> csv_table::read_preamble(publication_builder& out) {
  const auto more = reader_.next(record_);
  if (!more) return in_file(more.error(), out.file());
  if (!*more) return out.fail(errc::missing_field, 1, {}, "the file has no header line");
  return record_.fields;
}

std::size_t csv_table::column(std::string_view name) {
  for (std::size_t i = 0; i < names_.size(); ++i) {
    if (names_[i] == name) {
      known_[i] = true;
      return i;
    }
  }
  return k_absent;
}

std::size_t csv_table::column_as_listed(std::string_view name) { return column(column_name(name)); }

void csv_table::warn_unknown_columns(publication_builder& out) const {
  for (std::size_t i = 0; i < names_.size(); ++i) {
    if (known_[i]) continue;
    out.warn(header_line_, names_[i],
             names_[i].empty() ? "a column without a name was not read"
                               : "this column is not known (or stands twice) and was not read");
  }
}

result<bool> csv_table::next(publication_builder& out, bool short_rows) {
  for (;;) {
    const auto more = reader_.next(record_);
    if (!more) return in_file(more.error(), out.file());
    if (!*more) return false;
    if (is_dos_end(record_)) continue;
    out.row();
    const std::size_t have = record_.fields.size();
    const std::size_t want = names_.size();
    const auto of = [&] {
      return std::to_string(have) + " columns where the header has " + std::to_string(want);
    };
    if (have < want && !record_.ended) {
      return out.fail(errc::truncated, record_.line, {},
                      "the last record has " + of() +
                          ": the file is cut short; fetch it again");
    }
    if (is_blank(record_)) {
      out.reject(record_.line, {}, "the record is empty");
      continue;
    }
    if (have > want) {
      // Separators at the end of a record do no harm.
      const bool harmless =
          std::all_of(record_.fields.begin() + static_cast<std::ptrdiff_t>(want),
                      record_.fields.end(), [](const std::string& f) { return f.empty(); });
      if (!harmless) {
        out.reject(record_.line, {}, "the record has " + of());
        continue;
      }
    }
    if (have < want) {
      if (!short_rows) {
        out.reject(record_.line, {}, "the record has " + of());
        continue;
      }
      out.warn(record_.line, {}, "the record has " + of() + ": the rest is taken as empty");
    }
    if (record_.stray_quote) {
      out.warn(record_.line, {}, "text follows a closing quote; it was kept as part of the field");
    }
    if (repair_) {
      bool repaired = false;
      for (std::string& f : record_.fields) f = to_utf8(f, &repaired);
      if (repaired) {
        out.warn(record_.line, {},
                 "bytes that are not UTF-8 were read as Windows-1252; check the names");
      }
    }
    return true;
  }
}

std::vector<std::string> header_names(std::string_view text, char separator) {
  while (!text.empty() && (ascii::is_space(text.front()) && text.front() != '\t')) {
    text.remove_prefix(1);
  }
  csv_reader in{text.substr(0, text.find_first_of("\r\n")), {.separator = separator}};
  csv_record first;
  std::vector<std::string> out;
  if (const auto more = in.next(first); more && *more) {
    for (const std::string& f : first.fields) out.push_back(column_name(f));
  }
  return out;
}

}  // namespace tradewarden::lists
