#!/usr/bin/env python3
"""One table of what `./run bench` measured, against the goals; see docs/performance.md.

    report.py FOLDER [--markdown]

FOLDER holds time.json, lists.json, kinds.json, growth.json, batch.json, oracle.json and peers.json, each
as tradewarden-bench or compete/peers.py printed it; what is missing is left out.
"""
import argparse
import json
import pathlib
import sys

# label, where its value stands, goal, unit; a goal is met from below unless it says ">="
GOALS = [
    ("1,000,000 names: p50", ("time", "times.queries.all.medians.p50"), .35, "ms"),
    ("  p95", ("time", "times.queries.all.medians.p95"), 1.5, "ms"),
    ("  p99, members", ("time", "times.queries.members.medians.p99"), 3, "ms"),
    ("  p99, non-members", ("time", "times.queries.non-members.medians.p99"), 3, "ms"),
    ("  worst, members", ("time", "times.queries.members.medians.worst"), 8, "ms"),
    ("  worst, non-members", ("time", "times.queries.non-members.medians.worst"), 8, "ms"),
    ("  best of each query: p50", ("time", "times.queries.all.quiet.p50"), None, "ms"),
    ("  best of each query: p95", ("time", "times.queries.all.quiet.p95"), None, "ms"),
    ("  best of each query: p99", ("time", "times.queries.all.quiet.p99"), None, "ms"),
    ("  best of each query: worst", ("time", "times.queries.all.quiet.worst"), None, "ms"),
    ("  rapidfuzz-cpp token_sort_ratio", ("peers", "cpp token_sort"), ">= 800", "x"),
    ("  rapidfuzz-cpp ratio, sorted beforehand", ("peers", "cpp ratio sorted"), ">= 80", "x"),
    ("  index file", ("time", "times.index_mb"), 100, "MB"),
    ("  resident after all queries", ("time", "times.rss_mb"), 120, "MB"),
    ("  open, lazily", ("time", "times.open.lazy_ms"), 1, "ms"),
    ("  open, fully verified", ("time", "times.open.full_ms"), 15, "ms"),
    ("  build from parsed names", ("time", "build.build_ms"), 2000, "ms"),
    ("real lists: p50", ("lists", "times.queries.all.medians.p50"), .05, "ms"),
    ("  p95", ("lists", "times.queries.all.medians.p95"), .2, "ms"),
    ("  p99", ("lists", "times.queries.all.medians.p99"), None, "ms"),
    ("  worst", ("lists", "times.queries.all.medians.worst"), None, "ms"),
    ("  parse and build", ("lists", "lists.total_ms"), 1000, "ms"),
    ("  batch against single queries, per core", ("batch", "gain"), ">= 2.5", "x"),
    ("  batch on all cores", ("batch", "names_per_second"), ">= 60000", "names/s"),
    ("differences from brute force", ("oracle", "differences"), 0, ""),
]


def look_up(data, place):
    file, path = place
    value = data.get(file)
    if file == "peers" and value:
        found = [e["times_ours"] for e in value["engines"] if e["name"] == path]
        return found[0] if found else None
    for key in path.split("."):
        value = value.get(key) if isinstance(value, dict) else None
    return value


def verdict(value, goal):
    if goal is None:
        return "", ""
    if isinstance(goal, str):
        least = float(goal.split()[1])
        return goal, "met" if value >= least else "not met"
    return f"<= {goal:,}", "met" if value <= goal else "not met"


def figure(value):
    return f"{value:,.3f}" if abs(value) < 100 and value != int(value) else f"{value:,.0f}"


def rows_of(data):
    for label, place, goal, unit in GOALS:
        value = look_up(data, place)
        if value is None:
            yield [label, "not measured", "", ""]
            continue
        wanted, met = verdict(value, goal)
        yield [label, f"{figure(value)} {unit}".strip(), wanted, met]


def four(times):
    return [figure(times[k]) for k in ("p50", "p95", "p99", "worst")]


def tables_of(data):
    yield "Goals", ["", "measured", "goal", ""], list(rows_of(data))
    if "peers" in data:
        rows = [[e["name"], figure(e["p50"]), figure(e["p95"]), figure(e["p99"]), str(e["found"]),
                 figure(e["times_ours"] or 0)] for e in data["peers"]["engines"]]
        yield (f"Beside the peers, {data['peers']['queries']} queries in turns, ms",
               ["engine", "p50", "p95", "p99", "found", "p50 / ours"], rows)
    if "kinds" in data:
        rows = [[("without " if i else "") + name, *four(t), f"{data['kinds']['hits'][name]:,}"]
                for i, (name, t) in enumerate(data["kinds"]["kinds"].items())]
        yield "Kinds of similarity: the search alone, ms", ["", "p50", "p95", "p99", "worst", "hits"], rows
    if "growth" in data:
        rows = []
        for s in data["growth"]["sizes"]:
            rows.append([f"{s['size']:,}", *four(s["times"]["queries"]["all"]["medians"]),
                         figure(s["times"]["index_mb"]), figure(s["times"]["rss_mb"]),
                         figure(s["build"]["build_ms"]), figure(s["build"]["peak_mb"])])
        yield ("Growth, ms and MB", ["names", "p50", "p95", "p99", "worst", "index", "resident", "build",
                                     "peak of building"], rows)


def plot_of(growth):
    """p50 and p95 over the number of names, both logarithmic, in letters."""
    import math
    sizes = growth["sizes"]
    if len(sizes) < 2:
        return []
    points = [(s["size"], s["times"]["queries"]["all"]["medians"]) for s in sizes]
    times = [t[k] for _, t in points for k in ("p50", "p95")]
    low, high = math.log(min(times)), math.log(max(times))
    width, height = 60, 12
    first, last = math.log(points[0][0]), math.log(points[-1][0])
    grid = [[" "] * (width + 1) for _ in range(height + 1)]
    for size, t in points:
        x = round((math.log(size) - first) / (last - first) * width)
        for key, mark in (("p50", "o"), ("p95", "x")):
            y = round((math.log(t[key]) - low) / ((high - low) or 1) * height)
            grid[height - y][x] = mark
    lines = [f"{math.exp(high - (high - low) * i / height):9.3f} |" + "".join(row).rstrip()
             for i, row in enumerate(grid)]
    lines.append(" " * 10 + "+" + "-" * (width + 1))
    ends = f"{points[0][0]:,}".ljust(width - 10) + f"{points[-1][0]:,} names".rjust(12)
    return ["ms, both axes logarithmic: o p50, x p95", *lines, " " * 11 + ends]


def as_text(header, rows, markdown):
    if markdown:
        return (["| " + " | ".join(header) + " |", "|" + "---|" * len(header)] +
                ["| " + " | ".join(r) + " |" for r in rows])
    widths = [max(len(r[i]) for r in [header, *rows]) for i in range(len(header))]
    return ["  ".join(c.ljust(w) if i == 0 else c.rjust(w) for i, (c, w) in enumerate(zip(r, widths))).rstrip()
            for r in [header, *rows]]


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--markdown", action="store_true")
    a = parser.parse_args()
    data = {}
    for path in sorted(a.folder.glob("*.json")):
        try:
            data[path.stem] = json.loads(path.read_text())
        except ValueError:
            print(f"report: {path.name} holds no answer", file=sys.stderr)
    if "lists" in data:
        lists = data["lists"]["lists"]
        lists["total_ms"] = lists["read_ms"] + lists["merge_ms"] + data["lists"]["build"]["build_ms"]
    for name in ("time", "lists"):
        if name in data:
            m = data[name]["machine"]
            print(f"{m['cpu']}, {m['cores']} cores, load {m['load'][0]:.1f} before and "
                  f"{data[name]['load_after'][0]:.1f} after; compiler {m['compiler']}; "
                  f"tradewarden {m['tradewarden']}")
            break
    for name, digest in data.get("data", {}).items():
        print(f"{digest}  {name}")
    for title, header, rows in tables_of(data):
        print(f"\n## {title}\n" if a.markdown else f"\n{title}")
        print("\n".join(as_text(header, rows, a.markdown)))
    plot = plot_of(data["growth"]) if "growth" in data else []
    if plot:
        print("\n" + "\n".join(["```", *plot, "```"] if a.markdown else plot))
    return 0


if __name__ == "__main__":
    sys.exit(main())
