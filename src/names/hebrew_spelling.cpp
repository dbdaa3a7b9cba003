// Names in Hebrew and Devanagari letters.
#include <string>

#include "names/latin_spelling.hpp"
#include "names/script_words.hpp"
#include "names/unicode.hpp"

namespace tradewarden::names {
namespace {

// Names whose vowels are not written, and words of organisations.
constexpr std::string_view k_hebrew_words = R"(
בעמ=ltd
חברה=company
חברת=company
בנק=bank
תעשיות=industries
תעשיה=industry
מפעלי=works
מערכות=systems
טכנולוגיות=technologies
ישראל=israel
ישראלי=israeli
אלקטרוניקה=electronics
תקשורת=communications
סחר=trading
יבוא=import
יצוא=export
השקעות=investments
אחזקות=holdings
קבוצת=group
אוניברסיטת=university
אוניברסיטה=university
מכון=institute
אוירית=aviation
האוירית=aerospace
בינלאומי=international
הבינלאומי=international
לאומי=leumi
הפועלים=hapoalim
תל אביב=tel aviv
ירושלים=jerusalem
חיפה=haifa
בן=ben
בר=bar
דוד=david
משה=moshe
יוסף=yosef
יעקב=yaakov
יצחק=yitzhak
אברהם=avraham
שמואל=shmuel
שמעון=shimon
שלמה=shlomo
שלום=shalom
יהודה=yehuda
יהושע=yehoshua
אליהו=eliyahu
אהרן=aharon
אהרון=aharon
אריאל=ariel
אריה=aryeh
אבי=avi
אורי=uri
איתמר=itamar
אלי=eli
אמיר=amir
בנימין=binyamin
ברוך=baruch
גדעון=gideon
גלעד=gilad
דב=dov
דן=dan
דניאל=daniel
חיים=haim
חנה=hanna
יאיר=yair
יובל=yuval
יונתן=yonatan
ישי=yishai
ישעיהו=yeshayahu
כהן=cohen
לוי=levi
מאיר=meir
מיכאל=michael
מיכל=michal
מרדכי=mordechai
מרים=miriam
נתן=natan
נתניהו=netanyahu
עמוס=amos
עמיר=amir
עמית=amit
ערן=eran
פנחס=pinchas
פרץ=peretz
צבי=zvi
רון=ron
רונן=ronen
רחל=rachel
רות=ruth
שרה=sarah
שרון=sharon
תמר=tamar
טל=tal
יוסי=yossi
גבריאל=gabriel
רפאל=rafael
עזרא=ezra
עובדיה=ovadia
פרידמן=friedman
גולדשטיין=goldstein
כץ=katz
שפירא=shapira
פלד=peled
גולן=golan
מזרחי=mizrahi
אלבז=elbaz
חזן=hazan
גבאי=gabbay
ביטון=biton
אוחיון=ohayon
אזולאי=azulay
דיין=dayan
אדרי=edri
אוחנה=ohana
חדד=hadad
לוין=levin
עמר=amar
מלכה=malka
אשכנזי=ashkenazi
אברמוביץ=abramovich
רוזנברג=rosenberg
רוזן=rosen
שטרן=stern
וייס=weiss
קליין=klein
גרינברג=greenberg
יוסף=yosef
סגל=segal
שמיר=shamir
ברק=barak
)";

std::u32string normal_hebrew(std::u32string_view text) {
  std::u32string out;
  for (const char32_t c : text) {
    if ((c >= 0x5D0 && c <= 0x5EA) || c == ' ') out += c;
  }
  return out;
}

const script_words& table() {
  static const script_words k_table(k_hebrew_words, &normal_hebrew);
  return k_table;
}

/// Vav and yod between consonants are vowels; "a" stands for those that are not written.
std::string hebrew_letters(std::u32string_view w) {
  std::string out;
  const auto is_vowel = [](char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; };
  for (std::size_t i = 0; i < w.size(); ++i) {
    const bool last = i + 1 == w.size();
    std::string text;
    if (w[i] == 0x5D5) {  // vav
      const bool doubled = !last && w[i + 1] == 0x5D5;
      text = i == 0 || doubled ? "v" : "o";
      i += doubled ? 1 : 0;
    } else if (w[i] == 0x5D9) {  // yod
      const bool doubled = !last && w[i + 1] == 0x5D9;
      text = i == 0 ? "y" : "i";
      i += doubled ? 1 : 0;
    } else if (w[i] == 0x5D4 && last && i > 0) {  // he
      text = "a";
    } else if (w[i] == 0x5E4 && i > 0) {  // pe, softened
      text = last ? "f" : "p";
    } else if (w[i] == 0x5D1 && last) {  // bet, softened
      text = "v";
    } else {
      append_folded(w[i], text);
    }
    if (!out.empty() && !text.empty() && !is_vowel(out.back()) && !is_vowel(text[0]) &&
        (out.size() <= 2 || last)) {
      out += last ? 'e' : 'a';
    }
    out += text;
  }
  return out;
}

void add(std::string& to, std::string_view word) {
  if (word.empty()) return;
  if (!to.empty()) to += ' ';
  to += word;
}

}  // namespace

std::vector<std::string> spell_hebrew(script_run words) {
  std::vector<std::u32string> normal;
  for (const std::u32string& w : words) normal.push_back(normal_hebrew(w));
  std::string out;
  for (std::size_t i = 0; i < normal.size(); ++i) {
    const script_word* found = i + 1 < normal.size() ? table().find(normal[i] + U' ' + normal[i + 1]) : nullptr;
    if (found != nullptr) {
      add(out, found->text);
      ++i;
    } else if ((found = table().find(normal[i])) != nullptr) {
      add(out, found->text);
    } else {
      add(out, hebrew_letters(normal[i]));
    }
  }
  return {std::move(out)};
}

std::vector<std::string> spell_devanagari(script_run words) {
  std::string out;
  for (const std::u32string& w : words) {
    std::string word;
    bool pending = false;  // a consonant whose "a" is not yet decided
    const auto is_consonant = [](char32_t c) {
      return (c >= 0x915 && c <= 0x939) || (c >= 0x958 && c <= 0x95F);
    };
    for (const char32_t c : w) {
      const bool sign = (c >= 0x93E && c <= 0x94D) || c == 0x93C;
      if (pending && !sign) word += 'a';
      if (c != 0x93C || !pending) pending = false;
      append_folded(c, word);
      if (is_consonant(c)) pending = true;
    }
    add(out, word);  // the "a" of the last consonant is not spoken
  }
  return {std::move(out)};
}

std::string hebrew_tables_text() { return std::string(k_hebrew_words); }

}  // namespace tradewarden::names
