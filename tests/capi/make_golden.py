#!/usr/bin/env python3
"""make_golden.py GOLDEN OUT: the golden cases as calls in C, which golden.c includes.

GOLDEN is the folder tests/golden; its README.md says what the keys mean. An unknown key is an error: a
check that is not made would silently check nothing.
"""
import json
import pathlib
import sys

PART_COLUMNS = ["part_id", "kind", "made_in", "us_origin", "eccn", "hs", "fmv", "discrete"]
LINE_COLUMNS = ["parent_id", "pos", "child_id", "alt_rank", "qty"]
OFFER_COLUMNS = ["part_id", "supplier_id", "supplier_country", "country_of_origin"]
WEAK = {"confirm": "TW_WEAK_CONFIRM", "ignore": "TW_WEAK_IGNORE", "full": "TW_WEAK_FULL"}
TRUTH = {"y": "TW_YES", "n": "TW_NO", "?": "TW_UNKNOWN"}
REGIME = {"us-ear": "TW_REGIME_US_EAR", "us-ofac": "TW_REGIME_US_OFAC"}
ALTERNATIVES = {"primary": "TW_ALTERNATIVES_PRIMARY", "any": "TW_ALTERNATIVES_ANY"}


def literal(text):
    if text is None:
        return "NULL"
    out = ""
    for byte in text.encode("utf-8"):
        plain = 32 <= byte < 127 and byte not in b'"\\?'
        out += chr(byte) if plain else f"\\{byte:03o}"
    return f'"{out}"'


def day(text):
    return text.replace("-", "") if text else "0"


def units(text):
    whole, _, rest = text.partition(".")
    return int(whole) * 10000 + int((rest + "0000")[:4])


CONTRADICTION = {"keep": "TW_CONTRADICTION_KEEP", "lower": "TW_CONTRADICTION_LOWER",
                 "drop": "TW_CONTRADICTION_DROP"}
OPTIONS = {"as_of": day, "threshold": units, "weak": WEAK.__getitem__,
           "contradiction": CONTRADICTION.__getitem__}


def only(where, given, *keys):
    unknown = set(given) - set(keys)
    if unknown:
        sys.exit(f"{where}: no check in C for {', '.join(sorted(unknown))}")


def screening(path):
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        where = f"{path.name}:{number}"
        case = json.loads(line)
        query, options, expect = case["query"], case["options"], case["expect"]
        only(where, expect, "hits", "none_of", "at_most", "exact_set", "no_hits")
        # golden.c knows which keys there are, and refuses others.
        for key, value in query.items():
            yield f"query_field({literal(key)}, {literal(value)});"
        for key, value in options.items():
            yield f"option({literal(key)}, {OPTIONS.get(key, int)(value)});"
        yield f"screen({literal(where)});"
        for hit in expect.get("hits", []):
            only(where, hit, "list", "id", "status", "from", "until", "overlays", "citation", "score",
                 "min_score", "rank", "found_by", "evidence")
            overlays = ",".join(sorted(hit["overlays"])) if "overlays" in hit else None
            yield (f"hit({literal(hit['list'])}, {literal(hit['id'])}, {literal(hit.get('status'))}, "
                   f"{day(hit['from']) if 'from' in hit else -1}, "
                   f"{day(hit['until']) if 'until' in hit else -1}, {literal(overlays)}, "
                   f"{literal(hit.get('citation'))}, "
                   f"{units(hit['score']) if 'score' in hit else -1}, "
                   f"{units(hit.get('min_score', '0'))}, {hit.get('rank', 0)});")
            party = f"{literal(hit['list'])}, {literal(hit['id'])}"
            if "found_by" in hit:
                yield f"found_by({party}, {literal(hit['found_by'])});"
            for kind, state in hit.get("evidence", {}).items():
                yield f"evidence({party}, {literal(kind)}, {literal(state)});"
        for key in expect.get("none_of", []):
            yield f"none({literal(key['list'])}, {literal(key['id'])}, -1);"
        for key in expect.get("at_most", []):
            yield f"none({literal(key['list'])}, {literal(key['id'])}, {units(key['score'])});"
        if expect.get("exact_set") or expect.get("no_hits"):
            yield f"only({len(expect.get('hits', []))});"


def table(rows, columns, more=()):
    return [dict(zip([*columns, *more], row)) for row in rows]


def origin(path):
    case = json.loads(path.read_text(encoding="utf-8"))
    only(path.name, case, "why", "parts", "lines", "offers", "asks")
    bill = {"parts": [{**p, "currency": "USD"} for p in
                      table(case["parts"], PART_COLUMNS, ["content_type"])],
            "lines": table(case["lines"], LINE_COLUMNS)}
    if "offers" in case:
        bill["offers"] = table(case["offers"], OFFER_COLUMNS)
    data = json.dumps(bill).encode("ascii")
    name = "bill_" + path.stem
    yield f"{{ static const char {name}[] = {{{','.join(str(b) for b in data)}}};"
    yield f"read_bill({literal(path.name)}, {name}, sizeof {name}); }}"
    for ask in case["asks"]:
        only(path.name, ask, "to", "on", "product", "from", "regime", "facts", "alternatives",
             "bought_content_unknown", "verdict", "value", "share", "test", "test_verdict", "with",
             "without", "deciding", "both", "zero_percent", "zero_percent_rules", "counted", "assumed",
             "duty")
        for fact, value in ask.get("facts", {}).items():
            yield f"fact({literal(fact)}, {TRUTH[value]});"
        product = ask.get("product", case["parts"][0][0])
        yield (f"ask({literal(product)}, {literal(ask['to'])}, {day(ask['on'])}, "
               f"{literal(ask.get('from', ''))}, {REGIME[ask.get('regime', 'us-ear')]}, "
               f"{ALTERNATIVES[ask.get('alternatives', 'primary')]}, "
               f"{int(ask.get('bought_content_unknown', False))});")
        yield (f"verdict({literal(ask['verdict'])}, {literal(ask['value'])}, "
               f"{literal(ask['share'])}, {literal(ask.get('without'))});")
        if "test" in ask:
            yield f"test({literal(ask['test'])}, {literal(ask['test_verdict'])});"
        if "deciding" in ask:
            yield f"deciding({literal(','.join(ask['deciding']))});"
        for key, which in (("counted", "TW_PARTS_COUNTED"), ("zero_percent",
                                                             "TW_PARTS_ZERO_PERCENT")):
            if key in ask:
                yield f"parts({which}, {literal(','.join(sorted(ask[key])))});"
        if "both" in ask:
            yield f"both({int(ask['both'])});"
        if "zero_percent_rules" in ask:
            yield f"zero_percent_rules({literal(','.join(sorted(ask['zero_percent_rules'])))});"
        for key, which in (("assumed", "TW_TEXTS_ASSUMPTIONS"), ("duty", "TW_TEXTS_DUTIES")):
            if key in ask:
                yield f"says({which}, {literal(ask[key])});"


def main():
    folder, out = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    lines = ["/* Generated from the golden cases. */"]
    for kind, read, suffix in (("screening", screening, "jsonl"), ("origin", origin, "json")):
        lines.append(f"static void {kind}_cases(void) {{")
        files = sorted((folder / kind).glob("*." + suffix))
        if not files:
            sys.exit(f"no cases in {folder / kind}")
        for path in files:
            lines += ["  " + row for row in read(path)]
        lines.append("}")
    out.write_text("\n".join(lines) + "\n", encoding="ascii")


if __name__ == "__main__":
    main()
