#!/usr/bin/env python3
"""Puts the Python package beside rapidfuzz and beside C++, in one run, in turns; prints Markdown.

    python_peers.py --names NAMES.tsv [--listed 50000] [--queries 60] [--batch 2000] [--turns PROGRAM]
                    [--wheel FILE] [--fresh]

NAMES is id, schema, name by tabs (./run bench makes one). Needs the packages tradewarden, rapidfuzz, numpy and
pyarrow. PROGRAM is tradewarden-turns (cmake --preset release -DTRADEWARDEN_BENCHMARKS=ON): without it there is no
comparison with C++. --fresh clones this tree and installs it into a new virtual environment, which compiles.

Peers get what makes them fast: names in lower case with the words sorted beforehand for ratio, the same cutoff and
the same number of hits. They score otherwise than tradewarden: times are compared here, not results.
"""
import argparse
import json
import os
import pathlib
import platform
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time

import numpy
import pyarrow
from rapidfuzz import __version__ as rapidfuzz_version
from rapidfuzz import fuzz, process

import tradewarden

TREE = pathlib.Path(__file__).resolve().parents[2]
AS_OF, CUTOFF, LIMIT = "2026-07-01", 80, 10


def sorted_words(name):
    return " ".join(sorted(name.lower().split()))


def slip(name, rng):
    at = rng.randrange(len(name))
    return name[:at] + rng.choice("abcdefghijklmnopqrstuvwxyz") + name[at + 1:]


def build(names, folder):
    source = folder / "names.jsonl"
    with open(source, "w", encoding="utf-8") as file:
        file.write(json.dumps({"tradewarden_list": 1, "name": "names", "date": "2026-01-31",
                               "entries": len(names)}) + "\n")
        for number, (schema, name) in enumerate(names):
            file.write(json.dumps({"list": "X-NAMES", "id": str(number), "schema": schema,
                                   "names": [name]}) + "\n")
    return tradewarden.Index.build(source, out=folder / "names.twi")


def took(call):
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def single(index, queries, listed, passes):
    """Median seconds of a query, by engine; each query asked of all in turn, another one first each time."""
    plain = [name.lower() for _, name in listed]
    ordered = [sorted_words(name) for name in plain]
    engines = {
        "tradewarden, `index.screen`": lambda q: index.screen(q, as_of=AS_OF),
        "rapidfuzz `process.extract`, ratio, words sorted beforehand": lambda q: process.extract(
            sorted_words(q), ordered, scorer=fuzz.ratio, score_cutoff=CUTOFF, limit=LIMIT),
        "rapidfuzz `process.extract`, token_sort_ratio": lambda q: process.extract(
            q.lower(), plain, scorer=fuzz.token_sort_ratio, score_cutoff=CUTOFF, limit=LIMIT),
    }
    times = {name: [] for name in engines}
    order = list(engines)
    for query in queries * passes:
        for name in order:
            times[name].append(took(lambda: engines[name](query)))
        order.append(order.pop(0))
    return {name: statistics.median(t) for name, t in times.items()}


def batch(index, queries, listed, threads, passes):
    ordered = [sorted_words(name) for _, name in listed]
    asked = [sorted_words(q) for q in queries]
    table = pyarrow.table({"name": queries})
    engines = {
        f"tradewarden, `screen_table`, {threads} threads": lambda: index.screen_table(
            table, name="name", as_of=AS_OF, threads=threads, progress=False),
        f"rapidfuzz `process.cdist`, ratio, words sorted beforehand, {threads} workers":
            lambda: process.cdist(asked, ordered, scorer=fuzz.ratio, score_cutoff=CUTOFF,
                                  dtype=numpy.uint8, workers=threads),
    }
    times = {name: [] for name in engines}
    for _ in range(passes):
        for name, call in engines.items():
            times[name].append(took(call))
    return {name: len(queries) / statistics.median(t) for name, t in times.items()}


class Turns:
    """The C++ program that answers when it is told to."""

    def __init__(self, program, index, queries, threads, folder):
        file = folder / "queries.txt"
        file.write_text("".join(q + "\n" for q in queries), encoding="utf-8")
        self.process = subprocess.Popen([program, index.path, file, AS_OF, str(threads)], text=True,
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def ask(self, what):
        self.process.stdin.write(what + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def end(self):
        self.process.stdin.close()
        self.process.wait()


def beside_cpp(program, index, queries, rows, threads, passes, folder):
    """Microseconds of `screen` over C++, by the least time of each query; the rates of the two batches."""
    turns = Turns(program, index, queries, threads, folder)
    ours, theirs = [1e18] * len(queries), [1e18] * len(queries)
    for _ in range(passes):
        theirs = [min(a, b) for a, b in zip(theirs, turns.ask("single")["ns"])]
        for at, query in enumerate(queries):
            ours[at] = min(ours[at], took(lambda: index.screen(query, as_of=AS_OF)) * 1e9)
    turns.end()
    table = pyarrow.table({"name": rows})
    turns = Turns(program, index, rows, threads, folder)
    python, cpp = [], []
    for _ in range(max(3, passes // 3)):
        cpp.append(turns.ask("batch")["seconds"])
        python.append(took(lambda: index.screen_table(table, name="name", as_of=AS_OF,
                                                      threads=threads, progress=False)))
    turns.end()
    more = statistics.median(a - b for a, b in zip(ours, theirs)) / 1000
    return (more, statistics.median(theirs) / 1000, len(rows) / statistics.median(python),
            len(rows) / statistics.median(cpp))


def import_time(runs=15):
    """Of the import over a Python that does nothing: median, best, and median of the processor's time alone,
    which others on the machine disturb least."""
    def one(code):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        seconds = took(lambda: subprocess.run([sys.executable, "-c", code], check=True))
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return seconds, (after.ru_utime + after.ru_stime) - (before.ru_utime + before.ru_stime)

    with_it, without = [], []
    for _ in range(runs):
        without.append(one("pass"))
        with_it.append(one("import tradewarden"))
    wall, bare = [t for t, _ in with_it], [t for t, _ in without]
    return (statistics.median(wall) - statistics.median(bare), min(wall) - min(bare),
            statistics.median(t for _, t in with_it) - statistics.median(t for _, t in without))


def fresh(folder):
    """Seconds from a clone to the first hit: the two lines of the README."""
    here = folder / "clone"
    subprocess.run(["git", "clone", "-q", TREE, here], check=True)
    hit = ("import tradewarden; "
           "print(tradewarden.Index.sample().screen('ZTE Kangxun', as_of='2018-05-01')[0])")
    start = time.perf_counter()
    subprocess.run([sys.executable, "-m", "venv", "venv"], cwd=here, check=True)
    subprocess.run(["venv/bin/pip", "install", "-q", "."], cwd=here, check=True)
    subprocess.run([here / "venv/bin/python", "-I", "-c", hit], cwd="/", check=True)
    return time.perf_counter() - start


def row(*cells):
    print("| " + " | ".join(map(str, cells)) + " |")


def head(*cells):
    row(*cells)
    print("|" + "---|" * len(cells))


def load():
    return ", ".join(f"{x:.1f}" for x in os.getloadavg())


def main():
    asked = argparse.ArgumentParser(description=__doc__,
                                    formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--names", type=pathlib.Path, required=True)
    asked.add_argument("--listed", type=int, default=50_000)
    asked.add_argument("--queries", type=int, default=60)
    asked.add_argument("--batch", type=int, default=2000)
    asked.add_argument("--passes", type=int, default=5)
    asked.add_argument("--threads", type=int, default=2)
    asked.add_argument("--turns", type=pathlib.Path)
    asked.add_argument("--wheel", type=pathlib.Path)
    asked.add_argument("--fresh", action="store_true")
    a = asked.parse_args()
    with open(a.names, encoding="utf-8") as file:
        names = [(r[1], r[2]) for r in (line.rstrip("\n").split("\t") for line in file)]
    rng = random.Random(0)
    rng.shuffle(names)
    listed, others = names[:a.listed], names[a.listed:] or names
    # Half of them on the list with a slip, half of them not.
    half = [slip(listed[rng.randrange(len(listed))][1], rng) for _ in range(a.queries // 2)]
    queries = half + [others[rng.randrange(len(others))][1] for _ in range(a.queries - len(half))]
    rng.shuffle(queries)
    rows = [slip(listed[rng.randrange(len(listed))][1], rng) if at % 10 == 0 else
            others[rng.randrange(len(others))][1] for at in range(a.batch)]
    cpu = next((x.split(":", 1)[1].strip() for x in open("/proc/cpuinfo") if x.startswith("model name")),
               platform.machine())
    print(f"{cpu}, {os.cpu_count()} processors, load {load()}; Python {platform.python_version()}, tradewarden "
          f"{tradewarden.__version__}, rapidfuzz {rapidfuzz_version}; {len(listed):,} listed names\n")
    with tempfile.TemporaryDirectory(prefix="tradewarden-peers-") as folder:
        folder = pathlib.Path(folder)
        index = build(listed, folder)
        for query in queries:  # the index is in memory
            index.screen(query, as_of=AS_OF)
        found = single(index, queries, listed, a.passes)
        first = next(iter(found.values()))
        head(f"{a.queries} queries in turns, {a.passes} passes", "median ms", "against ours", "goal")
        for (name, seconds), goal in zip(found.items(), ("", "x50", "x300")):
            row(name, f"{seconds * 1e3:.3f}", f"x{seconds / first:.0f}", goal)
        found = batch(index, rows, listed, a.threads, max(3, a.passes // 2))
        first = next(iter(found.values()))
        print()
        head(f"{a.batch:,} names in turns", "names/s", "ours is", "goal")
        for (name, rate), goal in zip(found.items(), ("", "x20")):
            row(name, f"{rate:,.0f}", f"x{first / rate:.0f}", goal)
        print()
        head("", "measured", "goal")
        if a.turns:
            more, cpp, ours, theirs = beside_cpp(a.turns, index, queries, rows, a.threads, 3 * a.passes,
                                                 folder)
            row("Python `screen` over C++, median of the least of each query",
                f"{more:.1f} us (C++ {cpp:.1f} us)", "<= 15 us")
            row(f"`screen_table` of the C++ batch rate, {a.threads} threads",
                f"{ours / theirs:.2f} ({ours:,.0f} of {theirs:,.0f} names/s)", ">= 0.9")
        usual, best, processor = import_time()
        row("import, median / best / processor time",
            f"{usual * 1e3:.0f} / {best * 1e3:.0f} / {processor * 1e3:.0f} ms", "<= 50 ms")
        if a.wheel:
            row("wheel", f"{a.wheel.stat().st_size / 1e6:.2f} MB", "<= 8 MB")
        if a.fresh:
            row("from a fresh clone to the first hit", f"{fresh(folder):.0f} s", "<= 180 s")
    print(f"\nload at the end: {load()}")


if __name__ == "__main__":
    main()
