#!/usr/bin/env python3
"""Writes src/names/han_readings_gen.inc.

    python3 tools/gen_han_readings.py

Readings of the ideographs U+4E00..U+9FFF other than the Mandarin one (tools/gen_char_table.py), and their
simplified forms, from the Unihan files of the Debian package unicode-data:

    kCantonese          the first reading, jyutping without tone, respelled as names are in Hong Kong
    kJapaneseOn         the first reading, long vowels short
    kHangul             the first reading, a Hangul syllable, that counts for personal names or education
    kSimplifiedVariant  where it is one other ideograph
"""
import bz2
import os
import re

HERE = os.path.dirname(os.path.abspath(__file__))
OUT = os.path.join(HERE, "..", "src", "names", "han_readings_gen.inc")
FIRST, LAST = 0x4E00, 0x9FFF

# Jyutping finals as the Hong Kong government spells names.
FINALS = {"aa": "a", "aai": "ai", "aau": "au", "aam": "am", "aan": "an", "aang": "ang", "aap": "ap", "aat": "at",
          "aak": "ak", "ai": "ai", "au": "au", "am": "am", "an": "an", "ang": "ang", "ap": "ap", "at": "at",
          "ak": "ak", "e": "e", "ei": "ei", "eng": "eng", "ek": "ek", "i": "i", "iu": "iu", "im": "im", "in": "in",
          "ing": "ing", "ip": "ip", "it": "it", "ik": "ik", "o": "o", "oi": "oi", "ou": "o", "on": "on",
          "ong": "ong", "ot": "ot", "ok": "ok", "u": "u", "ui": "ui", "un": "un", "ung": "ung", "ut": "ut",
          "uk": "uk", "eoi": "ui", "eon": "un", "eot": "ut", "oe": "eu", "oeng": "eung", "oek": "euk", "yu": "u",
          "yun": "uen", "yut": "uet", "m": "m", "ng": "ng"}
INITIALS = {"b": "p", "p": "p", "m": "m", "f": "f", "d": "t", "t": "t", "n": "n", "l": "l", "g": "k", "k": "k",
            "ng": "ng", "h": "h", "gw": "kw", "kw": "kw", "w": "w", "z": "ch", "c": "ch", "s": "s", "j": "y", "": ""}
# What the rules above do not give.
CANTONESE = {"jyu": "yu", "jyun": "yuen", "jyut": "yuet", "ji": "yi", "jan": "yan", "jat": "yat", "zi": "chi",
             "ci": "chi", "si": "sze", "gau": "kau", "zoi": "choi", "coi": "choi", "zeon": "chun", "ceon": "chun",
             "zau": "chow", "cau": "chau", "dang": "tang", "zang": "tsang", "cang": "tsang", "zeoi": "tsui",
             "ceoi": "tsui", "zip": "chip", "sau": "sau", "hau": "hau", "gwan": "kwan", "gwok": "kwok", "jau": "yau",
             "ou": "o", "ngo": "ngo", "ngai": "ngai", "jyun5": "yuen", "ze": "tse", "ce": "che", "zaan": "chan",
             "hing": "hing", "gei": "kei", "lau": "lau", "syu": "shu", "sek": "shek", "syun": "suen", "siu": "siu",
             "sik": "sik", "seoi": "shui", "saam": "sam", "mo": "mo", "faan": "fan", "daai": "tai", "man": "man"}


def cantonese(reading):
    s = re.sub("[0-9]", "", reading)
    if s in CANTONESE:
        return CANTONESE[s]
    for n in (2, 1, 0):
        if s[:n] in INITIALS and s[n:] in FINALS:
            return INITIALS[s[:n]] + FINALS[s[n:]]
    return ""


def japanese_on(reading):
    s = reading.lower()
    for long, short in (("ou", "o"), ("uu", "u"), ("oo", "o"), ("jy", "j"), ("sy", "sh"), ("ty", "ch"), ("tu", "tsu")):
        s = s.replace(long, short)
    s = re.sub("s(?=i)", "sh", re.sub("t(?=i)", "ch", re.sub("(?<![sc])hu", "fu", s)))
    return "".join(c for c in s if "a" <= c <= "z")


def read(name, key):
    out = {}
    with bz2.open(f"/usr/share/unicode/{name}.txt.bz2", "rt", encoding="utf-8") as f:
        for line in f:
            parts = line.rstrip("\n").split("\t")
            if len(parts) == 3 and parts[1] == key:
                cp = int(parts[0][2:], 16)
                if FIRST <= cp <= LAST:
                    out[cp] = parts[2]
    return out


def write_array(f, kind, name, values, comment):
    f.write(f"\n// {comment}\nconstexpr {kind} {name}[] = {{\n")
    line = "   "
    for v in values:
        item = f" {v},"
        if len(line) + len(item) > 99:
            f.write(line + "\n")
            line = "   "
        line += item
    f.write(line + "\n};\n")


def write_syllables(f, name, readings, comment):
    syllables = sorted({r for r in readings.values() if r})
    number = {s: i + 1 for i, s in enumerate(syllables)}
    write_array(f, "const char*", f"k_{name}_syllables", ['""'] + [f'"{s}"' for s in syllables], comment)
    write_array(f, "std::uint16_t", f"k_han_{name}",
                [number.get(readings.get(cp, ""), 0) for cp in range(FIRST, LAST + 1)],
                "By U+4E00 + position; 0 where none is known.")


def hangul(value):
    """`금:0E 김:0N`: 0 is the set of the standard KS X 1001, E of education, N of personal names."""
    best = sorted(value.split(), key=lambda v: ("E" not in v, "N" not in v))
    return ord(best[0][0])


def main():
    simplified = {}
    for cp, v in read("Unihan_Variants", "kSimplifiedVariant").items():
        targets = [int(t[2:], 16) for t in v.split()]
        if len(targets) == 1 and targets[0] != cp and FIRST <= targets[0] <= LAST:
            simplified[cp] = targets[0]
    korean = {cp: hangul(v) for cp, v in read("Unihan_Readings", "kHangul").items()}
    cantonese_of = {cp: cantonese(v.split()[0]) for cp, v in read("Unihan_Readings", "kCantonese").items()}
    on = {cp: japanese_on(v.split()[0]) for cp, v in read("Unihan_Readings", "kJapaneseOn").items()}
    # Names are read from their simplified form: it has the readings of the traditional one.
    for readings in (korean, cantonese_of, on):
        for traditional in sorted(simplified):
            if traditional in readings:
                readings.setdefault(simplified[traditional], readings[traditional])
    with open(OUT, "w") as f:
        f.write("// Written by tools/gen_han_readings.py; do not edit. Unihan.\n")
        write_syllables(f, "cantonese", cantonese_of, "Cantonese, as Hong Kong spells names.")
        write_syllables(f, "on", on, "Japanese on readings.")
        write_array(f, "std::uint16_t", "k_han_korean", [korean.get(cp, 0) for cp in range(FIRST, LAST + 1)],
                    "Hangul syllable of U+4E00 + position, or 0.")
        f.write("\n// Traditional ideographs and their simplified forms.\n"
                "constexpr code_point_pair k_simplified[] = {\n")
        line = "   "
        for cp in sorted(simplified):
            item = f" {{0x{cp:x}, 0x{simplified[cp]:x}}},"
            if len(line) + len(item) > 99:
                f.write(line + "\n")
                line = "   "
            line += item
        f.write(line + "\n};\n")
    print(len(simplified), "simplified,", len(korean), "Korean")


main()
