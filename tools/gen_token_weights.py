#!/usr/bin/env python3
"""Writes src/names/token_weights_gen.inc: how much a common token weighs.

    python3 tools/gen_token_weights.py --listed FILE... [--everyday FILE...]

--listed: official list files (OFAC sdn.csv and alt.csv, Consolidated Screening List CSV): in how many
parties does a token occur?  --everyday: name tables (CSV; columns "Romanized Name" or "Localized Name"):
tokens that many people bear anywhere weigh at most what a token of 40 parties weighs.

weight = 100 * log(parties / holders) / log(parties), 12 at least; a token in fewer than 6 parties is left
out and weighs 100.  The table is frozen under the score version: a new one raises it.
"""
import argparse
import collections
import csv
import math
import os
import re
import unicodedata

OUT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "src", "names", "token_weights_gen.inc")
LEAST_HOLDERS = 6
EVERYDAY_HOLDERS = 40


def tokens(name):
    name = unicodedata.normalize("NFKD", name.lower())
    name = "".join(c for c in name if not unicodedata.combining(c))
    name = re.sub(r"['`\u2018\u2019\u02bc]", "", name)
    name = re.sub(r"\b((?:[a-z]\.){2,})", lambda m: m.group(1).replace(".", "") + " ", name)
    return re.findall(r"[a-z]+", name)


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--listed", nargs="+", required=True)
    p.add_argument("--everyday", nargs="*", default=[])
    a = p.parse_args()
    parties = collections.defaultdict(set)
    for path in a.listed:
        csv.field_size_limit(1 << 28)
        with open(path, newline="", encoding="utf-8", errors="replace") as f:
            first = f.readline()
            f.seek(0)
            if "alt_names" in first:
                for row in csv.DictReader(f):
                    for name in [row["name"]] + row["alt_names"].split("; "):
                        parties[row["_id"]].update(tokens(name))
            else:
                for row in csv.reader(f):
                    if len(row) >= 5:
                        parties[row[0]].update(tokens(row[1] if len(row) > 5 else row[3]))
    holders = collections.Counter(t for ts in parties.values() for t in ts if len(t) > 1)
    everyday = set()
    for path in a.everyday:
        with open(path, newline="", encoding="utf-8") as f:
            for row in csv.DictReader(f):
                text = row.get("Romanized Name") or row.get("Localized Name") or ""
                everyday.update(t for t in tokens(text) if len(t) > 2)
    for t in everyday:
        holders[t] = max(holders[t], EVERYDAY_HOLDERS)
    n = len(parties)
    table = {t: max(12, round(100 * math.log(n / c) / math.log(n))) for t, c in holders.items() if c >= LEAST_HOLDERS}
    with open(OUT, "w") as f:
        f.write("// Written by tools/gen_token_weights.py from US government lists (public domain) and CC0 name\n"
                f"// tables; do not edit. {len(table)} tokens, sorted.\n")
        f.write("constexpr token_weight k_token_weights[] = {\n")
        line = "   "
        for t in sorted(table):
            item = f' {{"{t}", {table[t]}}},'
            if len(line) + len(item) > 99:
                f.write(line + "\n")
                line = "   "
            line += item
        f.write(line + "\n};\n")
    print(n, "parties,", len(table), "tokens,", len(everyday), "everyday")


main()
