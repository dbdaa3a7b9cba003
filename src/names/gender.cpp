#include "names/gender.hpp"

#include <algorithm>
#include <span>
#include <vector>

#include "names/fold.hpp"
#include "names/gender_words.hpp"

namespace tradewarden::names {
namespace {

#include "names/gender_table.inc"

constexpr gender_words k_current{k_male_titles,  k_female_titles, k_sons,        k_daughters,
                                 k_not_feminine, k_male_given,    k_female_given};

bool among(std::span<const std::string_view> table, std::string_view word) {
  return std::find(table.begin(), table.end(), word) != table.end();
}

bool ends_in(std::string_view word, std::initializer_list<std::string_view> endings, std::size_t least) {
  return word.size() >= least && std::any_of(endings.begin(), endings.end(), [&](std::string_view e) {
           return word.ends_with(e);
         });
}

/// What is gathered of a name; signs that disagree leave nothing.
struct signs {
  std::string male;
  std::string female;
  void add(bool is_male, std::string by) {
    std::string& to = is_male ? male : female;
    if (to.empty()) to = std::move(by);
  }
};

}  // namespace

const gender_words& current_gender_words() { return k_current; }

std::string gender_words::canonical_text() const {
  std::string out;
  for (const auto& table : {male_titles, female_titles, sons, daughters, not_feminine, male_given, female_given}) {
    out += "gender";
    for (const std::string_view word : table) out.append(" ").append(word);
    out += '\n';
  }
  return out;
}

told_gender gender_told_by(std::string_view name, const name_tables& tables) {
  const gender_words& known = tables.genders();
  const auto is_title = [&](std::string_view word) {
    return among(known.male_titles, word) || among(known.female_titles, word);
  };
  std::vector<std::string> words;
  for (const folded_token& t : fold(name, tables)) words.push_back(t.text);
  signs found;
  std::size_t given = 0;  // where the given name stands: the fold has turned "LAST, First"
  while (given + 1 < words.size() && is_title(words[given])) {
    // "Abu Bakr" is named father of Bakr: what follows is no given name of his own.
    const bool male = among(known.male_titles, words[given]);
    found.add(male, "'" + words[given] + "'");
    ++given;
  }
  if (words.size() >= 2) {  // one word alone may be a surname
    const bool kunya = given > 0 && (words[given - 1] == "abu" || words[given - 1] == "umm");
    const std::string& first = words[given];
    if (!kunya && among(known.male_given, first)) found.add(true, "the given name '" + first + "'");
    if (!kunya && among(known.female_given, first)) found.add(false, "the given name '" + first + "'");
  }
  for (std::size_t i = given; i < words.size(); ++i) {
    const std::string& w = words[i];
    if (ends_in(w, {"ovna", "evna", "ichna"}, 7)) found.add(false, "the patronymic '" + w + "'");
    if (words.size() >= 2 && ends_in(w, {"ova", "eva", "skaya", "skaia"}, 6) && !among(known.not_feminine, w)) {
      found.add(false, "the feminine ending of '" + w + "'");
    }
    if (i == 0) continue;
    // "Jovovich" is a surname, "Ivanovich" behind a given name and before another is not.
    const bool inner = i + 1 < words.size() && words.size() >= 3;
    if (ends_in(w, {"ovich", "evich"}, 7) && (inner || among(known.male_given, words[i - 1])) && words.size() >= 3) {
      found.add(true, "the patronymic '" + w + "'");
    }
    if (among(known.sons, w)) found.add(true, "'" + w + "'");
    if (among(known.daughters, w)) found.add(false, "'" + w + "'");
  }
  if (found.male.empty() == found.female.empty()) return {};
  return found.male.empty() ? told_gender{"female", found.female} : told_gender{"male", found.male};
}

}  // namespace tradewarden::names
