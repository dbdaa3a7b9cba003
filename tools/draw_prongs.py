#!/usr/bin/env python3
"""Draws the prongs of the foreign direct product rules of an answer as SVG.

    tradewarden origin ... --json | tools/draw_prongs.py > prongs.svg

One picture per call: the first us-ear result. Rules that were not in force on the day are left out.
"""
import json
import sys
from html import escape

TEST = "us-ear-734.9-"
INK = {"yes": ("#c0392b", "met"), "no": ("#4a6785", "not met"), "unknown": ("#c78a00", "not known"),
       None: ("#9a9a9a", "not looked at")}
VERDICT = {"triggers": "#c0392b", "depends": "#c78a00", "does_not_trigger": "#4a6785"}
ROW, TOP, LEFT = 26, 74, 12
COLUMNS = ((0, 74, "rule"), (82, 150, "product prong"), (240, 150, "reach prong"), (398, 150, "test"))


def box(x, y, width, colour, words):
    return (f'<rect x="{LEFT + x}" y="{y}" width="{width}" height="{ROW - 6}" rx="3" fill="{colour}"/>'
            f'<text x="{LEFT + x + width / 2:g}" y="{y + 14}" text-anchor="middle" fill="#fff">{escape(words)}</text>')


def picture(result):
    tests = [t for t in result["tests"] if t["id"].startswith(TEST) and t["verdict"] != "not_applicable"]
    height = TOP + ROW * len(tests) + 10
    out = [f'<svg xmlns="http://www.w3.org/2000/svg" width="{LEFT * 2 + 548}" height="{height}" '
           'font-family="sans-serif" font-size="12">',
           f'<text x="{LEFT}" y="22" font-size="14">{escape(result["product"])} from '
           f'{escape(result["exported_from"])} to {escape(result["destination"])} on {escape(result["date"])}: '
           f'{escape(result["verdict"].replace("_", " "))}</text>',
           f'<text x="{LEFT}" y="40" fill="#555">Foreign direct product rules, 15 CFR 734.9: a rule triggers if '
           'both prongs are met</text>']
    for x, width, title in COLUMNS:
        middle = ' text-anchor="middle"' if x else ""
        at = LEFT + x + (width / 2 if x else 0)
        out.append(f'<text x="{at:g}" y="64" fill="#555"{middle}>{title}</text>')
    for i, test in enumerate(tests):
        y = TOP + ROW * i
        met = {p["id"]: p["met"] for p in test["prongs"]}
        paragraph = "(" + ")(".join(test["id"][len(TEST):].split("-")) + ")"
        out.append(f'<text x="{LEFT}" y="{y + 14}">734.9{escape(paragraph)}</text>')
        for (x, width, _), prong in zip(COLUMNS[1:3], ("product", "reach")):
            colour, words = INK[met.get(prong)]
            out.append(box(x, y, width, colour, words))
        x, width, _ = COLUMNS[3]
        out.append(box(x, y, width, VERDICT[test["verdict"]], test["verdict"].replace("_", " ")))
    return "\n".join(out + ["</svg>", ""])


def main():
    answer = json.load(sys.stdin)
    for result in answer["results"]:
        if result["regime"] == "us-ear":
            sys.stdout.write(picture(result))
            return 0
    print("no result of us-ear", file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main())
