#!/usr/bin/env python3
"""The same propagation with networkx: reading edges.csv into a graph, then every regime over it.

  ownership_peers.py BENCH FOLDER [ROUNDS]

BENCH is tradewarden-ownership-bench, FOLDER what its `make` wrote. The two take turns, each in a process
of its own, and their verdicts must be the same: a digest of all of them is compared. Prints a line of
JSON for each round and the ratios of the medians.
"""
import collections
import csv
import json
import os
import resource
import statistics
import subprocess
import sys
import time

DAY = "2026-11-20"
HALF, UNIT = 50 * 10**9, 10**9  # in 1/1,000,000,000 of a percent
# kind: (least share, strict, added up at the lowest, added up at the highest); control: counts
REGIMES = {
    "us-ofac": ({"capital": (HALF, False, True, True)}, False),
    "us-bis-affiliates": ({"capital": (HALF, False, True, True)}, False),
    "eu": ({"capital": (HALF, False, True, True)}, True),
    "uk": ({k: (HALF, True, False, True) for k in ("capital", "votes", "board")}, True),
    "ca": ({"capital": (HALF, False, False, False), "votes": (HALF, False, False, False),
            "board": (HALF, True, False, False)}, True),
}


def units(text):
    whole, _, rest = text.partition(".")
    return int(whole) * UNIT + int(rest.ljust(9, "0") or 0)


def share(text):
    if text == "?":
        return 0, 100 * UNIT
    low, dots, high = text.partition("..")
    return (units(low), units(high)) if dots else (units(low), units(low))


def load(folder):
    import networkx
    graph = networkx.MultiDiGraph()
    with open(os.path.join(folder, "edges.csv"), newline="") as file:
        rows = csv.reader(file)
        next(rows)
        for owner, owned, text, kind, since, until, source in rows:
            if owner == owned:
                continue
            low, high = share(text)
            graph.add_edge(owner, owned, low=low, high=high, kind=kind, since=since, until=until, source=source)
    with open(os.path.join(folder, "seeds.csv"), newline="") as file:
        seeds = [row[0] for row in list(csv.reader(file))[1:]]
    graph.add_nodes_from(seeds)
    return graph, seeds


def spread(graph, seeds, tests, control, bound):
    restricted = set(seeds)
    queue = collections.deque(restricted)
    sums = collections.defaultdict(int)
    while queue:
        owner = queue.popleft()
        own = collections.defaultdict(int)
        seen = set()
        for _, owned, e in graph.out_edges(owner, data=True):
            if owned in restricted:
                continue
            if (e["since"] and DAY < e["since"]) or (e["until"] and DAY >= e["until"]):
                continue
            held, kind = e[bound], e["kind"]
            if held == 0:
                continue
            word = (owned, kind, e["low"], e["high"], e["since"], e["until"], e["source"])
            if word in seen:  # the same row twice is one holding
                continue
            seen.add(word)
            met = kind == "control" and control
            if kind in tests:
                least, strict, low_adds, high_adds = tests[kind]
                to = sums if (low_adds if bound == "low" else high_adds) else own
                to[owned, kind] += held
                met = met or (to[owned, kind] > least if strict else to[owned, kind] >= least)
            if met:
                restricted.add(owned)
                queue.append(owned)
    return restricted


def digest(graph, certain, possible):
    total = 0
    for node in graph.nodes:
        one = 14695981039346656037
        for byte in node.encode():
            one = ((one ^ byte) * 1099511628211) & 0xFFFFFFFFFFFFFFFF
        one = ((one ^ (2 if node in certain else 1 if node in possible else 0)) * 1099511628211) & 0xFFFFFFFFFFFFFFFF
        total = (total + one) & 0xFFFFFFFFFFFFFFFF
    return f"{total:016x}"


def peer(folder):
    started = time.process_time()
    graph, seeds = load(folder)
    loaded = time.process_time()
    found = {name: [spread(graph, seeds, *rule, bound) for bound in ("low", "high")] for name, rule in REGIMES.items()}
    done = time.process_time()
    print(json.dumps({
        "load": loaded - started, "all regimes": done - loaded, "both": done - started,
        "peak_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        "digests": {name: digest(graph, *both) for name, both in found.items()}}))


def ours(bench, folder):
    lines = [json.loads(line) for line in
             subprocess.run([bench, "run", folder], check=True, capture_output=True, text=True).stdout.splitlines()]
    named = {line["name"]: line for line in lines}
    return {"load": named["load"]["processor_s"], "all regimes": named["all regimes"]["processor_s"],
            "both": named["load and all regimes"]["processor_s"], "peak_mib": named["load and all regimes"]["peak_mib"],
            "digests": {name: named["digest " + name]["digest"] for name in REGIMES}}


def main():
    if sys.argv[1] == "--peer":
        return peer(sys.argv[2])
    bench, folder, rounds = sys.argv[1], sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else 3
    own, theirs = [], []
    for _ in range(rounds):
        own.append(ours(bench, folder))
        theirs.append(json.loads(subprocess.run([sys.executable, __file__, "--peer", folder], check=True,
                                                capture_output=True, text=True).stdout))
        if own[-1]["digests"] != theirs[-1]["digests"]:
            sys.exit(f"the verdicts differ: {own[-1]['digests']} {theirs[-1]['digests']}")
        print(json.dumps({"tradewarden": own[-1], "networkx": theirs[-1], "load average": os.getloadavg()[0]}))
    for what in ("load", "all regimes", "both", "peak_mib"):
        a, b = (statistics.median(r[what] for r in side) for side in (own, theirs))
        print(json.dumps({"median": what, "tradewarden": a, "networkx": b, "ratio": round(b / a, 1)}))


if __name__ == "__main__":
    main()
