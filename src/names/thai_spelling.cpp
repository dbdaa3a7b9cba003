// Names in Thai letters: words of organisations, which stand without blanks, and syllables by the
// Royal system, with the vowels that are not written.
#include <algorithm>
#include <string>

#include "names/latin_spelling.hpp"
#include "names/script_words.hpp"
#include "names/unicode.hpp"

namespace tradewarden::names {
namespace {

constexpr std::string_view k_thai_words = R"(
บริษัท=company
จำกัด=ltd
มหาชน=public
ห้างหุ้นส่วนจำกัด=limited partnership
ธนาคาร=bank
กระทรวง=ministry
กรม=department
มหาวิทยาลัย=university
กลุ่ม=group
การค้า=trading
อุตสาหกรรม=industry
เทคโนโลยี=technology
ขนส่ง=transport
พลังงาน=energy
น้ำมัน=oil
ก่อสร้าง=construction
อิเล็กทรอนิกส์=electronics
นำเข้า=import
ส่งออก=export
อินเตอร์เนชั่นแนล=international
พรรค=party
กองทัพ=army
ประเทศไทย=thailand
ไทย=thai
กรุงเทพ=bangkok
สยาม=siam
เมียนมา=myanmar
พม่า=burma
ทักษิณ=thaksin
ชินวัตร=shinawatra
ยิ่งลักษณ์=yingluck
แพทองธาร=paetongtarn
ประยุทธ์=prayut
จันทร์โอชา=chan ocha
สมชาย=somchai
สมศักดิ์=somsak
สุรชัย=surachai
วิชัย=wichai
ประเสริฐ=prasert
อนุทิน=anutin
เศรษฐา=srettha
ทวีสิน=thavisin
)";

std::u32string as_is(std::u32string_view text) { return std::u32string(text); }

const script_words& table() {
  static const script_words k_table(k_thai_words, &as_is);
  return k_table;
}

bool is_consonant(char32_t c) noexcept { return c >= 0xE01 && c <= 0xE2E; }
bool is_leading_vowel(char32_t c) noexcept { return c >= 0xE40 && c <= 0xE44; }
constexpr char32_t k_silencer = 0xE4C;

std::string letters(std::u32string_view w) {
  std::string out;
  bool bare = false;  // the last was a consonant without a vowel
  for (std::size_t i = 0; i < w.size(); ++i) {
    char32_t c = w[i];
    const auto next = [&](std::size_t n) { return i + n < w.size() ? w[i + n] : U'\0'; };
    // A silenced consonant, perhaps with a vowel sign between.
    if (is_consonant(c) && (next(1) == k_silencer || (!is_consonant(next(1)) && next(2) == k_silencer))) {
      i += next(1) == k_silencer ? 1 : 2;
      continue;
    }
    std::string text;
    if (is_leading_vowel(c) && is_consonant(next(1))) {
      std::string vowel;
      append_folded(c, vowel);
      append_folded(next(1), text);
      if (bare) out += 'a';
      out += text + vowel;
      bare = false;
      ++i;
      continue;
    }
    append_folded(c, text);
    if (is_consonant(c)) {
      if (bare) out += is_consonant(next(1)) || next(1) == U'\0' ? (next(1) == U'\0' ? 'o' : 'a') : 'a';
      out += text;
      bare = true;
    } else if (!text.empty()) {
      out += text;
      bare = false;
    }
  }
  return out;
}

}  // namespace

std::vector<std::string> spell_thai(script_run words) {
  std::string out;
  const auto add = [&](std::string_view word) {
    if (word.empty()) return;
    if (!out.empty()) out += ' ';
    out += word;
  };
  for (const std::u32string& w : words) {
    std::u32string unknown;
    for (std::size_t i = 0; i < w.size();) {
      const script_word* found = nullptr;
      std::size_t taken = std::min(table().longest(), w.size() - i);
      for (; taken >= 3; --taken) {
        found = table().find(std::u32string_view(w).substr(i, taken));
        if (found != nullptr) break;
      }
      if (found == nullptr) {
        unknown += w[i++];
        continue;
      }
      add(letters(unknown));
      unknown.clear();
      add(found->text);
      i += taken;
    }
    add(letters(unknown));
  }
  return {std::move(out)};
}

std::string thai_tables_text() { return std::string(k_thai_words); }

}  // namespace tradewarden::names
