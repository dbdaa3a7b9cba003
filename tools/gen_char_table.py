#!/usr/bin/env python3
"""Writes src/names/char_table_gen.inc and src/names/han_table_gen.inc.

    python3 tools/gen_char_table.py

char_table: what each code point becomes in a folded name, a lower-case ASCII string ("" drops it).
A code point that is not in the table and is not Han or Hangul is a separator unless it is a letter,
which stays as it is. Sources: the Unicode character database that Python carries (decompositions, case,
general category), and the romanisation tables below, written from the usual passport and library
practice of each script (BGN/PCGN for Cyrillic, Armenian, Georgian and Greek; consonants for Arabic and
Hebrew, which do not write short vowels; Hepburn for kana; Hunterian for Devanagari; RTGS for Thai).

han_table: the Mandarin reading (kMandarin of Unihan_Readings, Debian package unicode-data) of each
ideograph in U+4E00..U+9FFF, without tone.
"""
import bz2
import os
import re
import sys
import unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))
OUT = os.path.join(HERE, "..", "src", "names")

CYRILLIC = dict(zip("абвгдезийклмнопрстуфхцыэ", "a b v g d e z i y k l m n o p r s t u f kh ts y e".split()))
CYRILLIC.update({"ё": "e", "ж": "zh", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ь": "", "ю": "yu",
                 "я": "ya", "є": "ye", "і": "i", "ї": "yi", "ґ": "g", "ў": "u", "ђ": "dj", "ј": "j",
                 "љ": "lj", "њ": "nj", "ћ": "c", "џ": "dz", "ѓ": "gj", "ќ": "kj", "ѕ": "dz", "ѐ": "e",
                 "ѝ": "i", "ә": "a", "ғ": "gh", "қ": "q", "ң": "ng", "ө": "o", "ұ": "u", "ү": "u",
                 "һ": "h", "ҳ": "h", "ҷ": "j", "ӣ": "i", "ӯ": "u", "ҙ": "z", "ҡ": "q", "ҫ": "s",
                 "ҝ": "g", "ҹ": "j", "ҵ": "ts", "ӏ": "", "ѣ": "e", "ѳ": "f", "ѵ": "i", "җ": "j"})
GREEK = dict(zip("αβγδεζηθικλμνξοπρστυφχψως", "a v g d e z i th i k l m n x o p r s t y f ch ps o s".split()))
ARMENIAN = dict(zip("աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆև",
                    "a b g d e z e y t zh i l kh ts k h dz gh ch m y n sh o ch p j r s v t r ts v p k o f ev".split()))
GEORGIAN = dict(zip("აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
                    "a b g d e v z t i k l m n o p zh r s t u p k gh q sh ch ts dz ts ch kh j h".split()))
ARABIC = {"ا": "a", "أ": "a", "إ": "i", "آ": "a", "ٱ": "a", "ب": "b", "ت": "t", "ث": "th", "ج": "j",
          "ح": "h", "خ": "kh", "د": "d", "ذ": "dh", "ر": "r", "ز": "z", "س": "s", "ش": "sh", "ص": "s",
          "ض": "d", "ط": "t", "ظ": "z", "ع": "a", "غ": "gh", "ف": "f", "ق": "q", "ك": "k", "ل": "l",
          "م": "m", "ن": "n", "ه": "h", "و": "w", "ي": "y", "ى": "a", "ة": "a", "ء": "", "ؤ": "w",
          "ئ": "y", "پ": "p", "چ": "ch", "ژ": "zh", "گ": "g", "ک": "k", "ی": "y", "ے": "e", "ہ": "h",
          "ھ": "h", "ں": "n", "ٹ": "t", "ڈ": "d", "ڑ": "r", "ې": "e", "ډ": "d", "ړ": "r", "ښ": "sh",
          "ګ": "g", "ڼ": "n", "ځ": "z", "څ": "ts", "ږ": "zh", "ټ": "t", "ۀ": "a", "ە": "e", "ۆ": "o",
          "ڤ": "v", "ـ": ""}
HEBREW = dict(zip("אבגדהוזחטיכךלמםנןסעפףצץקרשת",
                  "a b g d h v z h t y k k l m m n n s a p f ts ts k r sh t".split()))
KANA_ROWS = {
    "あいうえお": "a i u e o", "かきくけこ": "ka ki ku ke ko", "がぎぐげご": "ga gi gu ge go",
    "さしすせそ": "sa shi su se so", "ざじずぜぞ": "za ji zu ze zo", "たちつてと": "ta chi tsu te to",
    "だぢづでど": "da ji zu de do", "なにぬねの": "na ni nu ne no", "はひふへほ": "ha hi fu he ho",
    "ばびぶべぼ": "ba bi bu be bo", "ぱぴぷぺぽ": "pa pi pu pe po", "まみむめも": "ma mi mu me mo",
    "やゆよ": "ya yu yo", "らりるれろ": "ra ri ru re ro", "わゐゑをん": "wa i e o n", "ゔ": "vu",
    "ぁぃぅぇぉ": "a i u e o", "ゃゅょ": "ya yu yo", "っ": "", "ゎ": "wa"}
DEVANAGARI = dict(zip("अआइईउऊऋएऐओऔकखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसह",
                      "a a i i u u ri e ai o au ka kha ga gha na cha chha ja jha na ta tha da dha na ta tha da dha "
                      "na pa pha ba bha ma ya ra la va sha sha sa ha".split()))
DEVANAGARI.update({"ा": "a", "ि": "i", "ी": "i", "ु": "u", "ू": "u", "ृ": "ri", "े": "e", "ै": "ai",
                   "ो": "o", "ौ": "au", "ं": "n", "ँ": "n", "ः": "h", "्": "", "़": ""})
THAI = dict(zip("กขคฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ",
                "k kh kh kh ng ch ch ch s ch y d t th th th n d t th th th n b p ph f ph f ph m y r l w s s s h l o h".split()))
THAI.update({"ะ": "a", "ั": "a", "า": "a", "ำ": "am", "ิ": "i", "ี": "i", "ึ": "ue", "ื": "ue", "ุ": "u",
             "ู": "u", "เ": "e", "แ": "ae", "โ": "o", "ใ": "ai", "ไ": "ai", "็": "", "่": "", "้": "", "๊": "",
             "๋": "", "์": "", "ๆ": ""})
LATIN = {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i",
         "ə": "a", "ŋ": "ng", "ħ": "h", "ŧ": "t", "ƙ": "k", "ɓ": "b", "ɗ": "d", "ĸ": "k", "ſ": "s",
         "ǝ": "e", "ɛ": "e", "ɔ": "o", "ƴ": "y", "ʻ": "", "ʼ": "", "ʽ": "", "ʾ": "", "ʿ": "", "ˈ": "",
         "ʹ": "", "ʺ": "", "ª": "a", "º": "o"}
# Dropped, so that what stands on either side joins: apostrophes and their look-alikes.
DROPPED = "'`´‘’‚‛′ʻʼʽʾʿˈ＇\u200b\u200c\u200d\u200e\u200f\u00ad\ufeff\u2060"


def kana():
    table = {}
    for row, readings in KANA_ROWS.items():
        for ch, reading in zip(row, (readings.split() or [""]) if readings else [""]):
            table[ch] = reading
            if 0x3041 <= ord(ch) <= 0x3096:
                table[chr(ord(ch) + 0x60)] = reading
    table["ー"] = ""
    return table


def devanagari_text():
    # A consonant's inherent "a" is left out where a vowel sign or virama follows: done in fold.cpp; here
    # consonants stand without it and independent vowels as written.
    return {k: (v[:-1] if len(v) > 1 and v.endswith("a") and v not in ("a", "ai", "au") and "क" <= k <= "ह" else v)
            for k, v in DEVANAGARI.items()}


SCRIPTS = {}
for t in (CYRILLIC, GREEK, ARMENIAN, GEORGIAN, ARABIC, HEBREW, kana(), devanagari_text(), THAI, LATIN):
    SCRIPTS.update(t)


def fold(ch, depth=0):
    """The folded string of a code point, or None for a separator."""
    if ch in DROPPED:
        return ""
    if ch in SCRIPTS:
        return SCRIPTS[ch]
    if depth > 6:
        return None
    low = ch.lower()
    if low != ch:
        parts = [fold(c, depth + 1) for c in low]
        return None if any(p is None for p in parts) else "".join(parts)
    if "a" <= ch <= "z" or "0" <= ch <= "9":
        return ch
    if unicodedata.category(ch) in ("Mn", "Me", "Cf"):
        return ""
    if unicodedata.category(ch) == "Nd":
        return str(unicodedata.digit(ch))
    decomposed = unicodedata.normalize("NFKD", ch)
    if decomposed != ch:
        parts = [fold(c, depth + 1) for c in decomposed]
        known = [p for p in parts if p is not None]
        return "".join(known) if known and any(known) else None
    return None


def main():
    entries = []
    kept = []
    for cp in list(range(0x80, 0x3400)) + list(range(0xA000, 0xAC00)) + list(range(0xF900, 0x10000)) + \
            list(range(0x1D400, 0x1D800)):
        ch = chr(cp)
        if unicodedata.category(ch) in ("Cn", "Co", "Cs"):
            continue
        text = fold(ch)
        if text is not None:
            if not text.isascii():
                sys.exit(f"not ASCII: U+{cp:04X} {text!r}")
            entries.append((cp, text))
        elif unicodedata.category(ch) in ("Ll", "Lo", "Lm", "Lu", "Mc") and not (0x2E80 <= cp <= 0x2FDF):
            kept.append(cp)
    # CJK compatibility ideographs become the ideograph that they stand for.
    compat = [(cp, ord(unicodedata.normalize("NFKD", chr(cp)))) for cp in range(0xF900, 0xFB00)
              if unicodedata.category(chr(cp)) == "Lo" and len(unicodedata.normalize("NFKD", chr(cp))) == 1]
    kept = [cp for cp in kept if cp not in dict(compat)]
    ranges = []
    for cp in kept:
        if ranges and ranges[-1][1] == cp - 1:
            ranges[-1][1] = cp
        else:
            ranges.append([cp, cp])
    with open(os.path.join(OUT, "char_table_gen.inc"), "w") as f:
        f.write("// Written by tools/gen_char_table.py; do not edit. Unicode " + unicodedata.unidata_version + ".\n")
        f.write(f"constexpr char_entry k_char_entries[] = {{  // {len(entries)}, by code point\n")
        line = "   "
        for cp, text in entries:
            item = f' {{0x{cp:x}, "{text}"}},'
            if len(line) + len(item) > 99:
                f.write(line + "\n")
                line = "   "
            line += item
        f.write(line + "\n};\n\n// Letters that stay as they are, first and last.\n")
        f.write("constexpr code_point_range k_kept_letters[] = {\n")
        line = "   "
        for a, b in ranges:
            item = f" {{0x{a:x}, 0x{b:x}}},"
            if len(line) + len(item) > 99:
                f.write(line + "\n")
                line = "   "
            line += item
        f.write(line + "\n};\n\n// Compatibility ideographs and the ideographs they stand for.\n")
        f.write("constexpr code_point_pair k_compatibility_ideographs[] = {\n")
        line = "   "
        for a, b in compat:
            item = f" {{0x{a:x}, 0x{b:x}}},"
            if len(line) + len(item) > 99:
                f.write(line + "\n")
                line = "   "
            line += item
        f.write(line + "\n};\n")

    readings = {}
    with bz2.open("/usr/share/unicode/Unihan_Readings.txt.bz2", "rt", encoding="utf-8") as f:
        for line in f:
            m = re.match(r"U\+([0-9A-F]+)\tkMandarin\t(\S+)", line)
            if m:
                text = unicodedata.normalize("NFD", m.group(2)).replace("u\u0308", "u")
                text = "".join(c for c in text if "a" <= c <= "z")
                readings[int(m.group(1), 16)] = text
    syllables = sorted({r for cp, r in readings.items() if 0x4E00 <= cp <= 0x9FFF})
    number = {s: i + 1 for i, s in enumerate(syllables)}
    with open(os.path.join(OUT, "han_table_gen.inc"), "w") as f:
        f.write("// Written by tools/gen_char_table.py; do not edit. Unihan kMandarin, without tones.\n")
        f.write("constexpr const char* k_syllables[] = {\n    \"\",")
        line = ""
        for s in syllables:
            item = f' "{s}",'
            if len(line) + len(item) > 92:
                f.write(line + "\n   ")
                line = ""
            line += item
        f.write(line + "\n};\n\n// Syllable of U+4E00 + position; 0 where none is known.\n")
        f.write("constexpr std::uint16_t k_han_syllable[] = {\n")
        line = "   "
        for cp in range(0x4E00, 0xA000):
            item = f" {number.get(readings.get(cp, ''), 0)},"
            if len(line) + len(item) > 99:
                f.write(line + "\n")
                line = "   "
            line += item
        f.write(line + "\n};\n")
    print(len(entries), "characters,", len(ranges), "kept ranges,", len(syllables), "syllables")


main()
