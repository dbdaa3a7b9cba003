#include "support/csv.hpp"

#include <bit>
#include <utility>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace tradewarden {
namespace {

constexpr std::size_t k_block = 64;

bool ends_line(char c) { return c == '\n' || c == '\r'; }

/// Lines in a stretch of text: CR, LF and CRLF count once each.
std::uint64_t count_lines(std::string_view s) {
  std::uint64_t n = 0;
  for (std::size_t i = 0; i < s.size(); ++i) {
    if (s[i] == '\n') {
      ++n;
    } else if (s[i] == '\r' && (i + 1 == s.size() || s[i + 1] != '\n')) {
      ++n;
    }
  }
  return n;
}

/// A bit for each byte of the block (at most 64) that ends a plain field.
std::uint64_t field_ends(std::string_view block, char separator) {
  std::uint64_t ends = 0;
#if defined(__SSE2__)
  if (block.size() == k_block) {
    const __m128i sep = _mm_set1_epi8(separator);
    const __m128i lf = _mm_set1_epi8('\n');
    const __m128i cr = _mm_set1_epi8('\r');
    for (std::size_t i = 0; i < k_block; i += 16) {
      const __m128i b = _mm_loadu_si128(reinterpret_cast<const __m128i*>(block.data() + i));
      const __m128i hit = _mm_or_si128(
          _mm_cmpeq_epi8(b, sep), _mm_or_si128(_mm_cmpeq_epi8(b, lf), _mm_cmpeq_epi8(b, cr)));
      ends |= static_cast<std::uint64_t>(static_cast<unsigned>(_mm_movemask_epi8(hit))) << i;
    }
    return ends;
  }
#endif
  for (std::size_t i = 0; i < block.size(); ++i) {
    const bool hit = block[i] == separator || ends_line(block[i]);
    ends |= static_cast<std::uint64_t>(hit) << i;
  }
  return ends;
}

}  // namespace

char csv_separator(std::string_view text) {
  const std::string_view header = text.substr(0, text.find('\n'));
  for (const char c : {',', ';', '\t'}) {
    if (header.find(c) != std::string_view::npos) return c;
  }
  return ',';
}

error csv_reader::fail(errc code, std::uint64_t line, std::string message) {
  at_ = text_.size();
  return error{code, std::move(message), {}, line, {}};
}

void csv_reader::end_line() {
  const bool pair = text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n';
  at_ += pair ? 2 : 1;
  ++line_;
}

// The first separator or line end at or behind `from`, or the end of the text.
std::size_t csv_reader::find_end(std::size_t from) {
  for (;;) {
    if (from >= text_.size()) return text_.size();
    const std::size_t block = from & ~(k_block - 1);
    if (block != block_) {
      block_ = block;
      ends_ = field_ends(text_.substr(block, k_block), options_.separator);
    }
    if (const std::uint64_t left = ends_ >> (from - block); left != 0) {
      return from + static_cast<std::size_t>(std::countr_zero(left));
    }
    from = block + k_block;
  }
}

// at_ stands behind the opening quote. False if the quote never closes.
bool csv_reader::read_quoted(std::string_view& field, csv_views& out) {
  const std::size_t first = at_;
  std::string* copy = nullptr;  // once the field is not in the text as it is
  const auto own = [&](std::size_t until) {
    if (unquoted_used_ == unquoted_.size()) unquoted_.emplace_back();
    copy = &unquoted_[unquoted_used_++];
    copy->assign(text_.substr(first, until - first));
  };
  for (;;) {
    const std::size_t quote = text_.find('"', at_);
    if (quote == std::string_view::npos) return false;
    const std::string_view piece = text_.substr(at_, quote - at_);
    line_ += count_lines(piece);
    if (copy != nullptr) copy->append(piece);
    at_ = quote + 1;
    if (at_ < text_.size() && text_[at_] == '"') {
      if (copy == nullptr) own(quote);
      *copy += '"';
      ++at_;
      continue;
    }
    std::size_t after = at_;
    while (after < text_.size() && text_[after] == ' ' && options_.separator != ' ') ++after;
    if (after == text_.size() || text_[after] == options_.separator || ends_line(text_[after])) {
      at_ = after;
      field = copy != nullptr ? std::string_view(*copy) : text_.substr(first, quote - first);
      return true;
    }
    // Text behind the closing quote. Strictly the field goes on as plain text up to the
    // separator; lazily the quote was no closing one.
    if (copy == nullptr) own(quote);
    *copy += '"';
    if (options_.lazy_quotes) continue;
    out.stray_quote = true;
    const std::size_t end = find_end(at_);
    copy->append(text_.substr(at_, end - at_));
    at_ = end;
    field = *copy;
    return true;
  }
}

void csv_reader::skip_blank_lines() {
  while (at_ < text_.size()) {
    std::size_t i = at_;
    while (i < text_.size() &&
           (text_[i] == ' ' || (text_[i] == '\t' && options_.separator != '\t'))) {
      ++i;
    }
    if (i < text_.size() && !ends_line(text_[i])) return;
    at_ = i;
    if (at_ < text_.size()) end_line();
  }
}

result<bool> csv_reader::next(csv_views& out) {
  skip_blank_lines();
  out.line = line_;
  out.stray_quote = false;
  out.ended = true;
  out.fields.clear();
  unquoted_used_ = 0;
  if (at_ == text_.size()) return false;
  for (;;) {
    if (out.fields.size() == options_.max_fields) {
      return fail(errc::limit_exceeded, out.line,
                  "a record has more than " + std::to_string(options_.max_fields) + " fields");
    }
    std::string_view field;
    if (at_ < text_.size() && text_[at_] == '"') {
      const std::uint64_t opened = line_;
      ++at_;
      if (!read_quoted(field, out)) {
        return fail(errc::truncated, opened,
                    "a quoted field that begins here never ends: the file is cut short");
      }
    } else {
      const std::size_t end = find_end(at_);
      field = text_.substr(at_, end - at_);
      at_ = end;
    }
    if (field.size() > options_.max_field_bytes) {
      return fail(errc::limit_exceeded, out.line,
                  "a field is longer than " + std::to_string(options_.max_field_bytes) + " bytes");
    }
    out.fields.push_back(field);
    if (at_ == text_.size()) {
      out.ended = false;
      return true;
    }
    if (ends_line(text_[at_])) {
      end_line();
      return true;
    }
    ++at_;  // The separator.
  }
}

result<bool> csv_reader::next(csv_record& out) {
  auto more = next(views_);
  out.line = views_.line;
  out.stray_quote = views_.stray_quote;
  out.ended = views_.ended;
  if (!more) return more;
  // Fields are reused from record to record, so that their memory is.
  out.fields.resize(views_.fields.size());
  for (std::size_t i = 0; i < out.fields.size(); ++i) out.fields[i].assign(views_.fields[i]);
  return more;
}

}  // namespace tradewarden
