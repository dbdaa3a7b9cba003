#!/usr/bin/env python3
"""Puts tradewarden-bench serve beside its peers, query by query in turns; prints JSON.

    peers.py CORPUS --bench FOLDER --ours BINARY --work FOLDER [--queries 60]

CORPUS holds names.tsv and queries.tsv, FOLDER is the bench pack's names/ (peers.py and
rapidfuzz_cpp_scan.cpp). The peers need rapidfuzz (Python) and the headers of rapidfuzz-cpp, which come
with the source of it: both are fetched by pip into the work folder once. The source takes pip some ten
minutes; TRADEWARDEN_RAPIDFUZZ_SOURCE names a folder that has it already. A peer that cannot be had is
left out, and said so.
"""
import argparse
import json
import os
import pathlib
import re
import subprocess
import sys
import tarfile

VERSION = "3.14.6"
ROW = re.compile(r"^(.{38})\s*([\d.]+)\s+([\d.]+)\s+([\d.]+)\s+(\d+)(?:\s+([\d.]+)\s+([\d.]+))?\s*$")


def note(text):
    print("peers: " + text, file=sys.stderr)


def quietly(*command):
    return subprocess.run([str(c) for c in command], stdout=subprocess.DEVNULL, check=True)


def python_with_rapidfuzz(work):
    python = work / "venv/bin/python"
    if not python.exists():
        note("making a virtual environment with rapidfuzz " + VERSION)
        quietly(sys.executable, "-m", "venv", work / "venv")
        quietly(python, "-m", "pip", "install", "-q", "rapidfuzz==" + VERSION)
    quietly(python, "-c", "import rapidfuzz")
    return python


def rapidfuzz_cpp(work, bench, python):
    """The scan of the bench pack, compiled for this machine."""
    binary = work / "rapidfuzz_cpp_scan"
    if binary.exists():
        return binary
    source = pathlib.Path(os.environ.get("TRADEWARDEN_RAPIDFUZZ_SOURCE", work / f"rapidfuzz-{VERSION}"))
    if not source.exists():
        note("fetching the source of rapidfuzz; this takes pip some ten minutes")
        quietly(python, "-m", "pip", "download", "-q", "--no-deps", "--no-binary", "rapidfuzz",
                "-d", work, "rapidfuzz==" + VERSION)
        with tarfile.open(next(work.glob("rapidfuzz-*.tar.gz"))) as tar:
            tar.extractall(work)
    headers = source / "extern/rapidfuzz-cpp"
    quietly("g++", "-O3", "-march=native", "-std=c++20", "-I", headers,
            bench / "rapidfuzz_cpp_scan.cpp", "-o", binary)
    return binary


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("corpus", type=pathlib.Path)
    parser.add_argument("--bench", type=pathlib.Path, required=True)
    parser.add_argument("--ours", type=pathlib.Path, required=True)
    parser.add_argument("--work", type=pathlib.Path, required=True)
    parser.add_argument("--queries", type=int, default=60)
    a = parser.parse_args()
    a.work.mkdir(parents=True, exist_ok=True)
    names = a.corpus / "names.tsv"
    try:
        python = python_with_rapidfuzz(a.work)
    except (subprocess.CalledProcessError, OSError) as e:
        note(f"no rapidfuzz, no peers: {e}")
        return 1
    command = [python, a.bench / "peers.py", a.corpus, "--queries", a.queries,
               "--ours", f"{a.ours} serve {names}"]
    try:
        scan = rapidfuzz_cpp(a.work, a.bench, python)
        for name, mode in (("cpp token_sort", "token_sort"), ("cpp ratio sorted", "ratio")):
            command += ["--cmd", f"{name}={scan} {names} --serve {mode}"]
    except (subprocess.CalledProcessError, OSError, StopIteration) as e:
        note(f"no rapidfuzz-cpp: {e}")
    done = subprocess.run([str(c) for c in command], capture_output=True, text=True)
    sys.stderr.write(done.stdout + done.stderr)
    engines = []
    for line in done.stdout.splitlines():
        match = ROW.match(line)
        if match:
            name, p50, p95, p99, found, _, times = match.groups()
            engines.append({"name": name.strip(), "p50": float(p50), "p95": float(p95), "p99": float(p99),
                            "found": int(found), "times_ours": float(times) if times else None})
    print(json.dumps({"command": "peers", "queries": a.queries, "engines": engines}))
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())
