#!/usr/bin/env python3
"""Measures the tables of docs/scale.md and prints them as Markdown, with the machine and its load.

    scale.py --names NAMES.tsv [--rows 1000000] [--sizes 10000 100000 1000000] [--spark MASTER ...]

NAMES is id, schema, name by tabs (./run bench makes one: build/bench/corpus/names.tsv). Listed names are its
first; screened names are others of it, one in ten with a slip, and one in a hundred a listed name with a slip. The
package `tradewarden` must be importable, and pyarrow; PySpark with Java for --spark, DuckDB for --duckdb.
"""
import argparse
import gc
import json
import os
import pathlib
import platform
import random
import statistics
import sys
import tempfile
import time

import pyarrow

import tradewarden

THRESHOLD, AS_OF = 0.8, "2026-07-01"


def note(text):
    print("scale: " + text, file=sys.stderr, flush=True)


def read_names(path):
    with open(path, encoding="utf-8") as file:
        return [(row[1], row[2]) for row in (line.rstrip("\n").split("\t") for line in file)]


def build(names, out):
    """An index of these names, one a party."""
    source = out.with_suffix(".jsonl")
    with open(source, "w", encoding="utf-8") as file:
        head = {"tradewarden_list": 1, "name": "names", "date": "2026-01-31", "entries": len(names)}
        file.write(json.dumps(head) + "\n")
        for number, (schema, name) in enumerate(names):
            row = {"list": "X-NAMES", "id": str(number), "schema": schema, "names": [name]}
            file.write(json.dumps(row) + "\n")
    start = time.perf_counter()
    index = tradewarden.Index.build(source, out=out)
    took = time.perf_counter() - start
    source.unlink()
    return index, took


def slip(name, rng):
    at = rng.randrange(len(name))
    return name[:at] + rng.choice("abcdefghijklmnopqrstuvwxyz") + name[at + 1:]


def customers(names, listed, rows, rng):
    """Names of nobody on the list, as a customer file has them, and some that are on it."""
    others = [name for _, name in names[listed:]] or [name for _, name in names]
    out = []
    for number in range(rows):
        if number % 100 == 0:
            out.append(slip(names[rng.randrange(listed)][1], rng))
        else:
            name = others[rng.randrange(len(others))]
            out.append(slip(name, rng) if number % 10 == 1 else name)
    return out


def screen(index, table, threads):
    gc.collect()
    start = time.perf_counter()
    hits = index.screen_table(table, name="name", as_of=AS_OF, threshold=THRESHOLD, threads=threads,
                              progress=False)
    return time.perf_counter() - start, hits.num_rows


def median_of(passes, call):
    times, found = [], None
    for _ in range(passes):
        took, found = call()
        times.append(took)
    return statistics.median(times), found


def row(*cells):
    print("| " + " | ".join(str(c) for c in cells) + " |")


def head(*cells):
    row(*cells)
    print("|" + "---|" * len(cells))


def machine():
    cpu = next((line.split(":", 1)[1].strip() for line in open("/proc/cpuinfo")
                if line.startswith("model name")), platform.machine())
    load = ", ".join(f"{x:.1f}" for x in os.getloadavg())
    return f"{cpu}, {os.cpu_count()} processors, load {load}, Python {platform.python_version()}"


def one_machine(a, names, folder):
    print("\n### One machine\n")
    rng = random.Random(1)
    head("listed names", "rows", "index MB", "build s", "1 thread: rows/s", "s per million",
         f"{a.threads} threads: rows/s", "s per million", "rows with hits")
    for size in a.sizes:
        note(f"{size:,} listed names")
        index, built = build(names[:size], folder / f"{size}.twi")
        table = pyarrow.table({"name": customers(names, size, a.rows, rng)})
        one, _ = median_of(a.passes, lambda: screen(index, table, 1))
        many, found = median_of(a.passes, lambda: screen(index, table, a.threads))
        row(f"{size:,}", f"{a.rows:,}", f"{os.path.getsize(index.path) / 1e6:.1f}", f"{built:.1f}",
            f"{a.rows / one:,.0f}", f"{one / a.rows * 1e6:.1f}", f"{a.rows / many:,.0f}",
            f"{many / a.rows * 1e6:.1f}", f"{found:,}")


def rows_at_once(a, names, folder):
    print("\n### Rows: the cost of a million grows with the rows alone\n")
    size = a.sizes[min(1, len(a.sizes) - 1)]
    index = tradewarden.Index.open(folder / f"{size}.twi")
    head("rows", f"seconds, {a.threads} threads, {size:,} listed names", "rows/s")
    rng = random.Random(2)
    for rows in (a.rows // 100, a.rows // 10, a.rows):
        table = pyarrow.table({"name": customers(names, size, max(rows, 1), rng)})
        took, _ = median_of(a.passes, lambda: screen(index, table, a.threads))
        row(f"{rows:,}", f"{took:.2f}", f"{rows / took:,.0f}")


def on_duckdb(a, names, folder):
    import duckdb

    print("\n### DuckDB\n")
    size = a.sizes[min(1, len(a.sizes) - 1)]
    index = tradewarden.Index.open(folder / f"{size}.twi")
    rows = pyarrow.table({"name": customers(names, size, a.rows, random.Random(3))})
    reader, writer = duckdb.connect(), duckdb.connect()
    reader.execute("create table customers as select row_number() over () as id, name from rows")
    start, first = time.perf_counter(), True
    for batch in reader.sql("select id, name from customers order by name").to_arrow_reader(100_000):
        hits = index.screen_table(pyarrow.Table.from_batches([batch]), name="name", id="id", as_of=AS_OF,
                                  threads=a.threads, progress=False)
        writer.execute("create table hits as from hits" if first else "insert into hits from hits")
        first = False
    took = time.perf_counter() - start
    found = writer.execute("select count(*) from hits").fetchone()[0]
    head("rows", "s, read to written", "rows/s", "rows in hits")
    row(f"{a.rows:,}", f"{took:.1f}", f"{a.rows / took:,.0f}", f"{found:,}")


def on_spark(a, names, folder):
    from pyspark.sql import SparkSession

    import tradewarden.spark

    print("\n### Spark\n")
    size = a.sizes[min(1, len(a.sizes) - 1)]
    index = tradewarden.Index.open(folder / f"{size}.twi")
    listed = customers(names, size, a.rows, random.Random(3))
    source = folder / "customers.parquet"
    import pyarrow.parquet

    pyarrow.parquet.write_table(pyarrow.table({"name": listed}), source, row_group_size=50_000)
    start = time.perf_counter()
    alone = index.screen_table(pyarrow.table({"name": listed}), name="name", as_of=AS_OF,
                               threshold=THRESHOLD, threads=a.threads, progress=False)
    took = time.perf_counter() - start
    head("where", "rows", "s", "rows/s", "rows in the result", "the same as one machine")
    row(f"screen_table, {a.threads} threads", f"{a.rows:,}", f"{took:.1f}", f"{a.rows / took:,.0f}",
        f"{alone.num_rows:,}", "")
    expected = sorted(map(repr, alone.drop_columns(["row"]).to_pylist()))
    here = pathlib.Path(tradewarden.__file__).resolve().parents[1]
    for master in a.spark:
        note(f"Spark at {master}")
        session = (SparkSession.builder.master(master).config("spark.ui.enabled", "false")
                   .config("spark.driver.host", "127.0.0.1")
                   .config("spark.executorEnv.PYTHONPATH", here)
                   .config("spark.sql.files.maxPartitionBytes", "2m").getOrCreate())
        session.sparkContext.setLogLevel("ERROR")
        frame = session.read.parquet(str(source))
        frame.count()  # the executors are up
        start = time.perf_counter()
        out = tradewarden.spark.screen(frame, index.path, "name", as_of=AS_OF, threshold=THRESHOLD)
        out.write.mode("overwrite").parquet(str(folder / "hits.parquet"))
        took = time.perf_counter() - start
        rows = pyarrow.parquet.read_table(folder / "hits.parquet")
        same = sorted(map(repr, rows.to_pylist())) == expected
        row(f"Spark {session.version}, {master}", f"{a.rows:,}", f"{took:.1f}", f"{a.rows / took:,.0f}",
            f"{rows.num_rows:,}", "yes" if same else "NO")
        session.stop()


def main():
    asked = argparse.ArgumentParser(description=__doc__,
                                    formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--names", type=pathlib.Path, required=True)
    asked.add_argument("--rows", type=int, default=1_000_000)
    asked.add_argument("--sizes", type=int, nargs="+", default=[10_000, 50_000, 1_000_000])
    asked.add_argument("--passes", type=int, default=1)
    asked.add_argument("--threads", type=int, default=os.cpu_count())
    asked.add_argument("--duckdb", action="store_true")
    asked.add_argument("--spark", nargs="*", default=[], metavar="MASTER")
    a = asked.parse_args()
    names = read_names(a.names)
    random.Random(0).shuffle(names)
    with tempfile.TemporaryDirectory(prefix="tradewarden-scale-") as folder:
        folder = pathlib.Path(folder)
        print(f"{machine()}, tradewarden {tradewarden.__version__}")
        one_machine(a, names, folder)
        rows_at_once(a, names, folder)
        if a.duckdb:
            on_duckdb(a, names, folder)
        if a.spark:
            on_spark(a, names, folder)
        print(f"\nload at the end: {', '.join(f'{x:.1f}' for x in os.getloadavg())}")


if __name__ == "__main__":
    main()
