#!/usr/bin/env python3
"""Writes the country chart and the country groups of src/rules/data/us-ear in our own form.

  gen_country_tables.py --chart chart.json --groups groups.json --edition 2026-07-23
                        [--out src/rules/data/us-ear]

chart.json:  {"countries": {"Albania": {"marks": ["CB 1", ...], "footnotes": [1]}, ...},
              "embargoed": {"Cuba": {...}, ...}}     Supplement No. 1 to Part 738
groups.json: {"groups": {"A:1": ["Argentina", ...], ...}}   Supplement No. 1 to Part 740
Both tables are on ecfr.gov; these are their cells as text. Names become alpha-2 codes by the library's
own tables of countries; a name that they do not know is an error. D:5, E:1 and E:2 are kept by hand
(their changes are dated) and only compared here; differences are printed.

Python's standard library only.
"""
import argparse
import json
import pathlib
import re
import sys
import unicodedata

ROOT = pathlib.Path(__file__).resolve().parent.parent
BY_HAND = ("D:5", "E:1", "E:2")
# Slips of the tables and one place that two codes share.
ALSO = {"seycheles": "SC", "china (prc)": "CN", "south sudan, republic of": "SS",
        "cote d'lvoire": "CI", "micronesia (federated state of)": "FM",
        "sint maarten (the dutch two-fifths of the island of saint martin)": "SX"}


def key(name):
    text = unicodedata.normalize("NFKD", name.lower())
    text = "".join(c for c in text if not unicodedata.combining(c)).replace("'", "")
    words = re.findall(r"[a-z]+", text.replace("&", " and "))
    return " ".join(sorted("saint" if w == "st" else w for w in words if w not in ("the", "of", "and")))


def codes():
    table = {}
    support = ROOT / "src/support"
    for code, _, name in re.findall(r'\{"(..)", "(...)", "([^"]+)"\}',
                                    (support / "country_names.inc").read_text(encoding="utf-8")):
        table[key(name)] = code
    for code, name in re.findall(r'\{"(..)", "([^"]+)"\}',
                                 (support / "country_spellings.inc").read_text(encoding="utf-8")):
        table.setdefault(key(name), code)
    return table


class Names:
    def __init__(self):
        self.table, self.unknown = codes(), []

    def code(self, name):
        found = ALSO.get(name.lower()) or self.table.get(key(name))
        if found is None:
            self.unknown.append(name)
        return found or "??"


def write(path, rule_id, kind, edition, citation, value):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f'{{\n  "id": "{rule_id}",\n  "type": "{kind}",\n  "values": [\n'
                    f'    {{"edition": "{edition}", "citation": "{citation}", "verified": true,\n'
                    f'     "value": {value}}}\n  ]\n}}\n', encoding="ascii")


def wrapped(codes_of):
    lines, line = [], ""
    for code in codes_of:
        piece = f'"{code}", '
        if len(line) + len(piece) > 92:
            lines.append(line.rstrip())
            line = ""
        line += piece
    lines.append(line.rstrip(", "))
    return "[" + "\n       ".join(lines) + "]"


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--chart", required=True, type=pathlib.Path)
    parser.add_argument("--groups", required=True, type=pathlib.Path)
    parser.add_argument("--edition", required=True)
    parser.add_argument("--out", type=pathlib.Path, default=ROOT / "src/rules/data/us-ear")
    args = parser.parse_args()
    names = Names()
    chart = json.loads(args.chart.read_text(encoding="utf-8"))
    rows = {names.code(n): " ".join(m.replace(" ", "") for m in r["marks"])
            for n, r in chart["countries"].items()}
    rows.update({names.code(n): "part-746" for n in chart["embargoed"]})
    body = ",\n".join(f'       "{code}": "{rows[code]}"' for code in sorted(rows))
    write(args.out / "738/country-chart.json", "us-ear.738.country-chart", "chart", args.edition,
          "15 CFR Part 738, Supp. No. 1", "{\n" + body + "\n     }")
    noted = {**chart["countries"], **chart["embargoed"]}
    print("footnote 1 (UN arms embargoes):",
          sorted(names.code(n) for n, r in noted.items() if 1 in r.get("footnotes", [])))
    for group, members in json.loads(args.groups.read_text(encoding="utf-8"))["groups"].items():
        found = sorted({names.code(n) for n in members})
        short = group.lower().replace(":", "")
        path = args.out / f"740/group-{short}.json"
        if group in BY_HAND:
            print(f"{group}, by hand; the table has", found)
            continue
        write(path, f"us-ear.740.group.{short}", "country_set", args.edition,
              f"15 CFR Part 740, Supp. No. 1, Country Group {group}", wrapped(found))
    for name in names.unknown:
        print(f"unknown country: {name}")
    return 1 if names.unknown else 0


if __name__ == "__main__":
    sys.exit(main())
