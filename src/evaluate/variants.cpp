#include "tradewarden/variants.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <optional>
#include <utility>

#include "evaluate/letters.hpp"
#include "evaluate/name_pool.hpp"
#include "evaluate/split_mix.hpp"
#include "evaluate/variant_makers.hpp"

namespace tradewarden {
namespace {

using evaluating::listed_name;
using evaluating::name_pool;
using evaluating::split_mix;
using evaluating::variant_text;

constexpr std::uint32_t k_most_per_kind = 1'000'000;

constexpr variant_kind k_kinds[] = {
    {"exact", "the primary name, given names first"},
    {"exact_alias", "an alias that is not weak"},
    {"typo1", "a letter changed, dropped, added or swapped"},
    {"typo2", "the same in two words, or twice in one"},
    {"typo_first_letter", "the first letter of a word changed"},
    {"transposition", "two neighbouring letters swapped"},
    {"doubled_letter", "a letter doubled, or a double one single"},
    {"missing_vowel", "a vowel left out"},
    {"truncation", "a word cut short"},
    {"order", "family name first; two words swapped"},
    {"dropped_word", "a word in the middle left out"},
    {"extra_word", "a word of another name added"},
    {"initials", "given names as initials"},
    {"join", "two words written together"},
    {"split", "a word written apart"},
    {"legal_form", "the legal form in another spelling"},
    {"legal_loss", "the legal form left out"},
    {"legal_add", "a legal form added"},
    {"translit_russian", "another habit of romanising Russian"},
    {"translit_arabic", "another habit of romanising Arabic"},
    {"cyrillic_script", "a Russian name in Cyrillic letters"},
    {"chinese_order", "a Chinese name in another order or joining"},
    {"neg_hard_recombined", "given names of one, family of another", true},
    {"neg_invented_western", "invented person", true},
    {"neg_invented_hispanic", "invented person", true},
    {"neg_invented_slavic", "invented person", true},
    {"neg_invented_arabic", "invented person", true},
    {"neg_invented_east_asian", "invented person", true},
    {"neg_invented_south_asian", "invented person", true},
    {"neg_invented_company", "invented company", true},
};

error usage(std::string message) { return error{errc::usage, std::move(message), {}, 0, {}}; }

using maker = variant_text (*)(const listed_name&, split_mix&);
struct named_maker {
  std::string_view kind;
  maker make;
};
constexpr named_maker k_makers[] = {
    {"typo1", evaluating::one_typo},
    {"typo2", evaluating::two_typos},
    {"typo_first_letter", evaluating::first_letter_typo},
    {"transposition", evaluating::transposition},
    {"doubled_letter", evaluating::doubled_letter},
    {"missing_vowel", evaluating::missing_vowel},
    {"truncation", evaluating::truncation},
    {"order", evaluating::order},
    {"dropped_word", evaluating::dropped_word},
    {"initials", evaluating::initials},
    {"join", evaluating::joined_words},
    {"split", evaluating::split_word},
    {"legal_form", evaluating::other_legal_form},
    {"legal_loss", evaluating::lost_legal_form},
    {"legal_add", evaluating::added_legal_form},
    {"translit_russian", evaluating::russian_spelling},
    {"translit_arabic", evaluating::arabic_spelling},
    {"cyrillic_script", evaluating::in_cyrillic},
    {"chinese_order", evaluating::chinese_order},
};

/// Every name once, in an order that looks random and needs no memory: steps of a length that has no
/// divisor in common with the number of names.
class walk {
 public:
  walk(std::uint64_t n, split_mix& random) : n_(n) {
    if (n == 0) return;
    at_ = random.below(n);
    do {
      step_ = 1 + random.below(n);
    } while (std::gcd(step_, n) != 1);
  }
  [[nodiscard]] std::optional<std::uint64_t> next() {
    if (done_ == n_) return std::nullopt;
    ++done_;
    const std::uint64_t here = at_;
    at_ = (at_ + step_) % n_;
    return here;
  }

 private:
  std::uint64_t n_ = 0;
  std::uint64_t done_ = 0;
  std::uint64_t at_ = 0;
  std::uint64_t step_ = 1;
};

class maker_of_kind {
 public:
  maker_of_kind(const name_pool& pool, const variant_options& options, variant_set& out)
      : pool_(pool), options_(options), out_(out) {}

  void make(const variant_kind& kind) {
    split_mix random(options_.seed, kind.name);
    string_set seen;
    const std::uint64_t before = out_.queries.size();
    const auto enough = [&] { return out_.queries.size() - before >= options_.per_kind; };
    if (kind.negative && kind.name != "neg_hard_recombined") {
      // A small table has so many names and no more: most draws beyond them repeat.
      for (std::uint64_t i = 0; !enough() && i < 40 + 20ULL * options_.per_kind && i < 100'000; ++i) {
        negative(kind, evaluating::invented(kind.name, random),
                 kind.name.ends_with("company") ? schema::company : schema::person, seen);
      }
    } else {
      walk names(pool_.size(), random);
      // Where few names lend themselves, a few hundred for each wanted are looked at.
      std::uint64_t looks = 2000 + 400ULL * options_.per_kind;
      for (auto at = names.next(); at && !enough() && looks > 0; at = names.next(), --looks) {
        if (kind.negative) {
          const listed_name other = pool_.at(random.below(pool_.size()));
          negative(kind, evaluating::recombined(pool_.at(*at), other), schema::person, seen);
        } else {
          positive(kind, pool_.at(*at), random, seen);
        }
      }
    }
    out_.counts.push_back({std::string(kind.name), out_.queries.size() - before});
  }

 private:
  variant_text variant_of(const variant_kind& kind, const listed_name& n, split_mix& random) const {
    if (kind.name == "exact") return n.alias ? variant_text() : n.text;
    if (kind.name == "exact_alias") return n.alias ? n.text : variant_text();
    if (kind.name == "extra_word") {
      return evaluating::extra_word(n, pool_.at(random.below(pool_.size())), random);
    }
    const auto* m = std::find_if(std::begin(k_makers), std::end(k_makers),
                                 [&](const named_maker& x) { return x.kind == kind.name; });
    return m == std::end(k_makers) ? variant_text() : m->make(n, random);
  }

  void positive(const variant_kind& kind, const listed_name& n, split_mix& random, string_set& seen) {
    if (n.words.empty()) return;
    variant_text text = variant_of(kind, n, random);
    if (!text || !seen.insert(ascii::lower(*text)).second) return;
    // Who bears the listed name, and who happens to bear the variant.
    std::vector<std::string> expected = pool_.bearers(n.text);
    if (n.family_words != 0) {
      const std::vector<std::string> family(n.words.end() - static_cast<std::ptrdiff_t>(n.family_words),
                                            n.words.end());
      const std::vector<std::string> given(n.words.begin(),
                                           n.words.end() - static_cast<std::ptrdiff_t>(n.family_words));
      add(expected, pool_.bearers(evaluating::join_words(family) + ", " + evaluating::join_words(given)));
    }
    add(expected, pool_.bearers(*text));
    expected.push_back(pool_.id_of(n.party));
    std::sort(expected.begin(), expected.end());
    expected.erase(std::unique(expected.begin(), expected.end()), expected.end());
    push(kind, std::move(*text), n.schema, std::move(expected));
  }

  void negative(const variant_kind& kind, variant_text text, schema s, string_set& seen) {
    if (!text || pool_.is_listed(*text) || !seen.insert(ascii::lower(*text)).second) return;
    push(kind, std::move(*text), s, {});
  }

  static void add(std::vector<std::string>& to, std::vector<std::string> more) {
    to.insert(to.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  }

  void push(const variant_kind& kind, std::string text, schema s, std::vector<std::string> expected) {
    labelled_query q;
    std::string number = std::to_string(out_.queries.size() + 1);
    if (number.size() < 6) number.insert(0, 6 - number.size(), '0');
    q.query.id = "v" + number;
    q.query.name = std::move(text);
    q.query.schema = s;
    q.kind = kind.name;
    q.expected = std::move(expected);
    out_.queries.push_back(std::move(q));
  }

  const name_pool& pool_;
  const variant_options& options_;
  variant_set& out_;
};

/// A name as a cell of TSV.
std::string cell(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c == '\t' || c == '\n' || c == '\r') c = ' ';
  }
  // A cell wholly in quotes would be read without them.
  if (out.size() >= 2 && out.front() == '"' && out.back() == '"') {
    std::string quoted = "\"";
    for (const char c : out) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + '"';
  }
  return out;
}

}  // namespace

std::span<const variant_kind> all_variant_kinds() { return k_kinds; }

result<variant_set> make_variants(const party_index& idx, const variant_options& options) {
  if (options.per_kind == 0 || options.per_kind > k_most_per_kind) {
    return usage("per kind: 1 to 1,000,000");
  }
  for (const std::string& kind : options.kinds) {
    const bool known = std::any_of(std::begin(k_kinds), std::end(k_kinds),
                                   [&](const variant_kind& k) { return k.name == kind; });
    if (!known) return usage("no such kind of variant: " + kind);
  }
  if (auto sound = idx.check(); !sound.has_value()) return sound.error();
  variant_set out;
  out.options = options;
  const name_pool pool(idx);
  out.names = pool.size();
  out.weak_left_out = pool.weak_left_out();
  out.ended_left_out = pool.ended_left_out();
  maker_of_kind makers(pool, options, out);
  for (const variant_kind& kind : k_kinds) {
    const bool wanted = options.kinds.empty() || std::find(options.kinds.begin(), options.kinds.end(),
                                                           kind.name) != options.kinds.end();
    if (wanted) makers.make(kind);
  }
  return out;
}

std::string queries_tsv(const variant_set& set) {
  std::string out = "id\tschema\tname\n";
  for (const labelled_query& q : set.queries) {
    out += q.query.id + '\t' + std::string(to_string(q.query.schema)) + '\t' + cell(q.query.name) + '\n';
  }
  return out;
}

std::string truth_tsv(const variant_set& set) {
  std::string out;
  for (const labelled_query& q : set.queries) {
    std::string ids;
    for (const std::string& id : q.expected) ids += (ids.empty() ? "" : "|") + write_expected_id(id);
    out += q.query.id + '\t' + q.kind + '\t' + cell(ids.empty() ? "-" : ids) + '\n';
  }
  return out;
}

}  // namespace tradewarden
