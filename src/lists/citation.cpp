#include "lists/citation.hpp"

#include <algorithm>

#include "lists/list_text.hpp"
#include "support/ascii.hpp"

namespace tradewarden::lists {
namespace {

// Volume 1 of the Federal Register is of 1936 (44 USC 1504), one volume to a year.
constexpr std::int32_t k_year_before_volume_one = 1935;

/// Reads forward over a field; every take_ function leaves the place unchanged if it fails.
class scanner {
 public:
  explicit scanner(std::string_view s) : s_(s) {}

  [[nodiscard]] bool done() const { return at_ >= s_.size(); }
  [[nodiscard]] std::size_t place() const { return at_; }
  void go_to(std::size_t place) { at_ = place; }
  void skip_one() { ++at_; }
  [[nodiscard]] char peek(std::size_t ahead = 0) const {
    return at_ + ahead < s_.size() ? s_[at_ + ahead] : '\0';
  }
  [[nodiscard]] bool after_digit() const { return at_ > 0 && ascii::is_digit(s_[at_ - 1]); }
  [[nodiscard]] bool after_letter() const { return at_ > 0 && ascii::is_alpha(s_[at_ - 1]); }

  void skip(std::string_view any_of) {
    while (!done() && any_of.find(s_[at_]) != std::string_view::npos) ++at_;
  }

  /// A number of `least` to `most` digits that no further digit follows; 0 if there is none.
  std::int32_t take_number(std::size_t least, std::size_t most) {
    std::size_t n = 0;
    std::int32_t value = 0;
    while (n <= most && ascii::is_digit(peek(n))) {
      if (n < 9) value = value * 10 + (peek(n) - '0');
      ++n;
    }
    if (n < least || n > most) return 0;
    at_ += n;
    return value;
  }

  /// "F.R.", "FR", "F.R", "F R".
  bool take_register() {
    const std::size_t start = at_;
    if (ascii::lower(peek()) == 'f') {
      ++at_;
      skip(". ");
      if (ascii::lower(peek()) == 'r' && !ascii::is_alpha(peek(1))) {
        ++at_;
        skip(".");
        return true;
      }
    }
    at_ = start;
    return false;
  }

  /// "4/23/18", "4/23/2018", "(4/23/18)", "DATED 4/23/18"; a day that does not exist is none.
  struct date {
    std::int32_t year = 0;  ///< 0 if no date stands here.
    std::optional<day> on;
  };
  date take_date() {
    const std::size_t start = at_;
    skip(" ,;(");
    if (ascii::starts_with_ignoring_case(s_.substr(std::min(at_, s_.size())), "dated")) {
      at_ += 5;
      skip(" ");
    }
    date out;
    const std::int32_t month = take_number(1, 2);
    if (month != 0 && peek() == '/') {
      skip("/");
      const std::int32_t of_month = take_number(1, 2);
      if (of_month != 0 && peek() == '/') {
        skip("/");
        std::int32_t year = take_number(4, 4);
        if (year == 0) {
          const std::size_t before = at_;
          year = take_number(2, 2);
          if (at_ == before) year = -1;
          // Two digits: the register's list entries reach from the 1970s to this century.
          if (year >= 0) year += year < 50 ? 2000 : 1900;
        }
        if (year > 0) {
          out.year = year;
          if (const auto d = day::from_ymd(year, month, of_month)) out.on = *d;
          return out;
        }
      }
    }
    at_ = start;
    return out;
  }

 private:
  std::string_view s_;
  std::size_t at_ = 0;
};

void add(std::vector<citation>& out, std::int32_t volume, std::int32_t page,
         const scanner::date& beside) {
  citation c;
  c.volume = volume;
  c.page = page;
  c.text = std::to_string(volume) + " FR " + std::to_string(page);
  // A date of another year than the volume's is a slip of the pen; it is not used.
  if (beside.on && beside.year - k_year_before_volume_one == volume) c.published = beside.on;
  for (citation& known : out) {
    if (known.text == c.text) {
      if (!known.published) known.published = c.published;
      return;
    }
  }
  out.push_back(std::move(c));
}

/// "17644", "17644, 17645", "17644-17648"; the pages after the first are returned in `more`.
std::int32_t take_pages(scanner& in, std::vector<std::int32_t>& more) {
  in.skip(" ");
  const std::int32_t page = in.take_number(1, 6);
  if (page == 0) return 0;
  for (;;) {
    const std::size_t start = in.place();
    if (in.peek() == '-') {  // A range: its first page names the notice.
      in.skip_one();
      if (in.take_number(1, 6) == 0) in.go_to(start);
      return page;
    }
    in.skip(" ");
    if (in.peek() != ',') {
      in.go_to(start);
      return page;
    }
    in.skip(", ");
    const std::int32_t next = in.take_number(3, 6);
    const std::size_t behind = in.place();
    in.skip(" .");
    const bool volume = next == 0 || in.peek() == '/' || in.take_register() ||
                        (next < 1000 && ascii::is_digit(in.peek()));
    in.go_to(volume ? start : behind);
    if (volume) return page;
    if (next != page) more.push_back(next);
  }
}

bool take_citation(scanner& in, std::vector<citation>& out) {
  const std::size_t start = in.place();
  const std::int32_t volume = in.take_number(1, 3);
  const std::size_t behind_volume = in.place();
  in.skip(" .");
  const bool spaced = in.place() != behind_volume;
  const bool named = in.take_register();
  // Without "F.R." it takes a volume, a blank, a page of 3 digits or more and a date to be one.
  if (!named && (volume == 0 || !spaced)) {
    in.go_to(start);
    return false;
  }
  std::vector<std::int32_t> more;
  const std::int32_t page = take_pages(in, more);
  if (page == 0 || (!named && page < 100)) {
    in.go_to(start);
    return false;
  }
  const scanner::date beside = in.take_date();
  std::int32_t known_volume = volume;
  if (volume == 0 && beside.year > k_year_before_volume_one) {
    known_volume = beside.year - k_year_before_volume_one;
  }
  if (known_volume == 0 || (!named && beside.year == 0)) {
    in.go_to(start);
    return false;
  }
  add(out, known_volume, page, beside);
  for (const std::int32_t p : more) add(out, known_volume, p, beside);
  return true;
}

}  // namespace

std::vector<citation> parse_citations(std::string_view field) {
  std::vector<citation> out;
  scanner in{field};
  while (!in.done()) {
    const bool begins = (ascii::is_digit(in.peek()) && !in.after_digit()) ||
                        (ascii::lower(in.peek()) == 'f' && !in.after_letter());
    if (!begins || !take_citation(in, out)) in.skip_one();
  }
  if (out.empty()) {
    if (std::string whole = collapse_blanks(field); !whole.empty()) {
      citation c;
      c.text = std::move(whole);
      out.push_back(std::move(c));
    }
  }
  return out;
}

std::vector<std::string> citation_texts(std::string_view field) {
  std::vector<std::string> out;
  for (citation& c : parse_citations(field)) out.push_back(std::move(c.text));
  return out;
}

}  // namespace tradewarden::lists
