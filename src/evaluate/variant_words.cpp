#include <algorithm>
#include <array>
#include <vector>

#include "evaluate/letters.hpp"
#include "evaluate/variant_makers.hpp"

namespace tradewarden::evaluating {
namespace {

using word_list = std::vector<std::string>;

/// Ways to write one class of company, an abbreviation first. Written as lists and registers do.
struct form_class {
  std::vector<std::string_view> spellings;
};
const std::vector<form_class>& form_classes() {
  static const std::vector<form_class> k_classes = {
      {{"LTD", "Limited", "Ltd."}},
      {{"CO LTD", "Co., Ltd.", "Company Limited", "Co Limited"}},
      {{"LLC", "L.L.C.", "Limited Liability Company", "OOO"}},
      {{"JSC", "Joint Stock Company", "AO"}},
      {{"PJSC", "Public Joint Stock Company", "PAO"}},
      {{"OJSC", "Open Joint Stock Company", "OAO"}},
      {{"CJSC", "Closed Joint Stock Company", "ZAO"}},
      {{"INC", "Inc.", "Incorporated"}},
      {{"CORP", "Corp.", "Corporation"}},
      {{"GMBH", "G.m.b.H.", "Gesellschaft mit beschraenkter Haftung"}},
      {{"SA", "S.A.", "Sociedad Anonima"}},
      {{"SRL", "S.R.L."}},
      {{"SARL", "S.A.R.L."}},
      {{"BV", "B.V."}},
      {{"FZE", "F.Z.E.", "Free Zone Establishment"}},
      {{"FZCO", "FZ Co", "Free Zone Company"}},
      {{"PLC", "P.L.C.", "Public Limited Company"}},
      {{"SDN BHD", "Sdn. Bhd.", "Sendirian Berhad"}},
      {{"PVT LTD", "Pvt. Ltd.", "Private Limited", "(Pvt) Ltd"}},
      {{"PTE LTD", "Pte. Ltd.", "Private Limited"}},
      {{"DOO", "d.o.o."}},
      {{"AS", "A.S.", "Anonim Sirketi"}},
  };
  return k_classes;
}

word_list cut_bare(std::string_view text) {
  word_list out;
  for (const std::string_view w : ascii::split(text, " ")) {
    if (std::string b = bare(w); !b.empty()) out.push_back(std::move(b));
  }
  return out;
}

/// Which class of company the name ends with, by its longest spelling.
struct found_form {
  const form_class* of = nullptr;
  std::size_t words = 0;
};
found_form form_at_end(const word_list& words) {
  found_form out;
  for (const form_class& c : form_classes()) {
    for (const std::string_view spelling : c.spellings) {
      const word_list form = cut_bare(spelling);
      if (form.size() >= words.size() || form.size() <= out.words) continue;
      const bool same = std::equal(form.begin(), form.end(),
                                   words.end() - static_cast<std::ptrdiff_t>(form.size()),
                                   [](const auto& a, const auto& b) { return a == bare(b); });
      if (same) out = {&c, form.size()};
    }
  }
  return out;
}

void drop_end(word_list& words, std::size_t count) {
  words.resize(words.size() - count);
  while (!words.empty() && words.back().ends_with(',')) words.back().pop_back();
}

std::size_t forms_at_end(const word_list& words) {
  std::size_t out = 0;
  while (out < words.size() && is_legal_form(words[words.size() - 1 - out])) ++out;
  return out;
}

}  // namespace

variant_text order(const listed_name& n, split_mix& random) {
  word_list words = n.words;
  if (words.size() < 2) return std::nullopt;
  if (n.is_person()) {
    // The family first, without the comma that would say so.
    const std::size_t family = n.family_words != 0 ? n.family_words : 1;
    if (family >= words.size()) return std::nullopt;
    std::rotate(words.begin(), words.end() - static_cast<std::ptrdiff_t>(family), words.end());
  } else {
    const std::size_t names = words.size() - std::min(words.size(), forms_at_end(words));
    if (names < 2) return std::nullopt;
    const std::size_t at = random.below(names - 1);
    std::swap(words[at], words[at + 1]);
  }
  return join_words(words);
}

variant_text dropped_word(const listed_name& n, split_mix& random) {
  if (n.words.size() < 3) return std::nullopt;
  const std::size_t end = n.words.size() - forms_at_end(n.words);
  if (end < 3) return std::nullopt;
  word_list words = n.words;
  words.erase(words.begin() + static_cast<std::ptrdiff_t>(1 + random.below(end - 2)));
  return join_words(words);
}

variant_text extra_word(const listed_name& n, const listed_name& other, split_mix& random) {
  if (n.words.size() < 2 || other.words.empty() || n.is_person() != other.is_person()) {
    return std::nullopt;
  }
  const std::string& lent = other.words[random.below(other.words.size())];
  if (lent.size() < 3 || !is_latin_word(lent) || is_legal_form(lent)) return std::nullopt;
  if (std::any_of(n.words.begin(), n.words.end(), [&](const auto& w) { return bare(w) == bare(lent); })) {
    return std::nullopt;
  }
  word_list words = n.words;
  const std::size_t end = words.size() - forms_at_end(words);
  words.insert(words.begin() + static_cast<std::ptrdiff_t>(std::min(end, 1 + random.below(words.size()))),
               lent);
  return join_words(words);
}

variant_text initials(const listed_name& n, split_mix& random) {
  if (!n.is_person() || n.words.size() < 2) return std::nullopt;
  const std::size_t family = n.family_words != 0 ? n.family_words : 1;
  if (family >= n.words.size()) return std::nullopt;
  word_list words = n.words;
  const bool dots = random.below(2) == 0;
  bool any = false;
  for (std::size_t i = 0; i + family < words.size(); ++i) {
    if (words[i].size() < 3 || !is_latin_word(words[i])) continue;
    words[i] = std::string(1, ascii::upper(words[i].front())) + (dots ? "." : "");
    any = true;
  }
  if (!any) return std::nullopt;
  return join_words(words);
}

variant_text joined_words(const listed_name& n, split_mix& random) {
  std::vector<std::size_t> where;
  for (std::size_t i = 0; i + 1 < n.words.size(); ++i) {
    const bool fine = is_latin_word(n.words[i]) && is_latin_word(n.words[i + 1]) &&
                      n.words[i].size() + n.words[i + 1].size() >= 6 &&
                      !is_legal_form(n.words[i]) && !is_legal_form(n.words[i + 1]);
    if (fine) where.push_back(i);
  }
  if (where.empty()) return std::nullopt;
  const std::size_t at = where[random.below(where.size())];
  word_list words = n.words;
  words[at] = in_case_of(ascii::lower(words[at] + words[at + 1]), words[at]);
  words.erase(words.begin() + static_cast<std::ptrdiff_t>(at + 1));
  return join_words(words);
}

variant_text split_word(const listed_name& n, split_mix& random) {
  std::vector<std::size_t> where;
  for (std::size_t i = 0; i < n.words.size(); ++i) {
    const std::string& w = n.words[i];
    if (w.size() >= 7 && is_latin_word(w) && !is_form_word(w)) where.push_back(i);
  }
  if (where.empty()) return std::nullopt;
  const std::size_t at = where[random.below(where.size())];
  word_list words = n.words;
  const std::size_t cut = 3 + random.below(words[at].size() - 5);
  std::string rest = words[at].substr(cut);
  rest.front() = ascii::upper(rest.front());
  words[at].resize(cut);
  words.insert(words.begin() + static_cast<std::ptrdiff_t>(at + 1), std::move(rest));
  return join_words(words);
}

variant_text other_legal_form(const listed_name& n, split_mix& random) {
  if (n.is_person()) return std::nullopt;
  const found_form f = form_at_end(n.words);
  if (f.of == nullptr) return std::nullopt;
  const std::string now = join_words(
      word_list(n.words.end() - static_cast<std::ptrdiff_t>(f.words), n.words.end()));
  word_list others;
  for (const std::string_view spelling : f.of->spellings) {
    if (!ascii::equal_ignoring_case(spelling, now)) others.emplace_back(spelling);
  }
  word_list words = n.words;
  drop_end(words, f.words);
  words.push_back(others[random.below(others.size())]);
  return join_words(words);
}

variant_text lost_legal_form(const listed_name& n, split_mix&) {
  if (n.is_person()) return std::nullopt;
  word_list words = n.words;
  const std::size_t forms = std::max(form_at_end(words).words, forms_at_end(words));
  if (forms == 0 || words.size() < forms + 2) return std::nullopt;
  drop_end(words, forms);
  return join_words(words);
}

variant_text added_legal_form(const listed_name& n, split_mix& random) {
  constexpr std::array<std::string_view, 6> k_forms = {"LTD", "LLC", "Inc.", "GmbH", "Co., Ltd.", "S.A."};
  if (!n.is_organisation() || n.words.size() < 2) return std::nullopt;
  const bool has_form =
      std::any_of(n.words.begin(), n.words.end(), [](const auto& w) { return is_form_word(w); });
  if (has_form) return std::nullopt;
  word_list words = n.words;
  words.emplace_back(k_forms[random.below(k_forms.size())]);
  return join_words(words);
}

variant_text recombined(const listed_name& given, const listed_name& family) {
  if (given.family_words == 0 || family.family_words == 0) return std::nullopt;
  word_list words(given.words.begin(),
                  given.words.end() - static_cast<std::ptrdiff_t>(given.family_words));
  const word_list last(family.words.end() - static_cast<std::ptrdiff_t>(family.family_words),
                       family.words.end());
  const word_list own(given.words.end() - static_cast<std::ptrdiff_t>(given.family_words),
                      given.words.end());
  for (const std::string& w : last) {
    for (const std::string& o : own) {
      if (bare(w) == bare(o)) return std::nullopt;
    }
  }
  words.insert(words.end(), last.begin(), last.end());
  return join_words(words);
}

}  // namespace tradewarden::evaluating
