#!/usr/bin/env python3
"""Checks of the tree and of the public headers.

  check.py CHECK [--root FOLDER] [--compiler CXX]

  headers-alone      each public header compiles by itself, as C++20 and as C++23
  header-budget      preprocessed lines per public header stay under header_budget.txt
  umbrella-order     a public header includes only headers that stand above it in the umbrella
  layers             a source folder includes only itself and folders before it in LAYERS
  standard-includes  public headers include the standard library and each other, nothing else
  hash-map-only      absl is included by src/support/hash_map.hpp and by nothing else
  tree               file sizes, forbidden words, paths and placeholders, ASCII outside string literals
  self-test          every check that reads text finds a violation planted for it

Prints one line per violation and exits 1 if there is any. Needs Python's standard library only.
"""
import argparse
import concurrent.futures
import os
import pathlib
import re
import subprocess
import sys
import tempfile

LAYERS = [
    "support", "names", "lists", "score", "index",
    "store",
    "match", "evaluate", "audit", "review", "sample",
    "rules", "origin", "bill_io",
    "ownership", "rules_of_origin",
    "report", "capi", "cli",
]
STANDARD = set(
    """algorithm any array atomic barrier bit bitset charconv chrono climits cmath compare complex
    concepts condition_variable coroutine cctype cerrno cfloat cinttypes clocale cstdarg cstddef
    cstdint cstdio cstdlib cstring ctime cwchar deque exception execution expected filesystem format
    forward_list fstream functional future initializer_list iomanip ios iosfwd iostream istream
    iterator latch limits list locale map memory memory_resource mutex new numbers numeric optional
    ostream queue random ranges ratio regex scoped_allocator semaphore set shared_mutex
    source_location span sstream stack stdexcept stop_token streambuf string string_view syncstream
    system_error thread tuple type_traits typeindex typeinfo unordered_map unordered_set utility
    valarray variant vector version""".split()
)
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.M)
STRING = re.compile(r'u8R"\((?s:.*?)\)"|R"(\w*)\((?s:.*?)\)\1"|"(?:\\.|[^"\\\n])*"|U\'[^\'\\\n]\'')
MIB = 1 << 20


def includes(path):
    return INCLUDE.findall(path.read_text(encoding="utf-8"))


def public_headers(root):
    return sorted((root / "include").rglob("*.h*"))


def header_name(root, path):
    return path.relative_to(root / "include").as_posix()


def sources(root, *folders):
    for folder in folders:
        for path in sorted((root / folder).rglob("*")):
            if path.suffix in (".hpp", ".cpp", ".h", ".c", ".inc"):
                yield path


def umbrella_order(root):
    umbrella = root / "include/tradewarden/tradewarden.hpp"
    order = [name for _, name in includes(umbrella)]
    found = []
    for path in public_headers(root):
        name = header_name(root, path)
        # The C interface, the umbrella and private templates are not part of the listing.
        if path == umbrella or "/detail/" in name or path.suffix == ".h":
            continue
        if name not in order:
            found.append(f"{name}: not in the umbrella header")
            continue
        for quote, target in includes(path):
            if quote != '"' or "/detail/" in target:
                continue
            if target not in order or order.index(target) >= order.index(name):
                found.append(f"{name}: includes {target}, which does not stand above it")
    return found


def layers(root):
    found = []
    for path in sources(root, "src"):
        parts = path.relative_to(root / "src").parts
        if parts[0] not in LAYERS:
            found.append(f"src/{parts[0]}: not one of {', '.join(LAYERS)}")
            continue
        for quote, target in includes(path):
            first = target.split("/")[0]
            if first in LAYERS and LAYERS.index(first) > LAYERS.index(parts[0]):
                found.append(f"{path.relative_to(root)}: includes {target} of a later layer")
            elif target.startswith(".."):
                found.append(f"{path.relative_to(root)}: includes {target}: write it from src/")
    return found


def standard_includes(root):
    found = []
    for path in public_headers(root):
        for quote, target in includes(path):
            own = target.startswith("tradewarden/") or target == "tradewarden.h"
            c_header = path.suffix == ".h" and target in ("stddef.h", "stdint.h", "string.h")
            if not own and target not in STANDARD and not c_header:
                found.append(f"{header_name(root, path)}: includes {target}")
    return found


def hash_map_only(root):
    only = root / "src/support/hash_map.hpp"
    return [
        f"{path.relative_to(root)}: includes {target}"
        for path in sources(root, "include", "src", "tests", "benchmarks", "bindings")
        if path != only
        for _, target in includes(path)
        if target.startswith("absl/")
    ]


def tracked(root):
    """Files under version control; without git, all files outside build folders."""
    try:
        listed = subprocess.run(
            ["git", "-c", f"safe.directory={root}", "-C", str(root), "ls-files", "-z", "--cached",
             "--others", "--exclude-standard"],
            capture_output=True, check=True)
        names = [n for n in listed.stdout.decode().split("\0") if n]
    except (OSError, subprocess.CalledProcessError):
        names = []
        for folder, folders, files in os.walk(root):
            folders[:] = [f for f in folders if f not in (".git", "build", ".cache", "__pycache__")]
            names += [str((pathlib.Path(folder) / f).relative_to(root)) for f in files]
    return sorted(root / n for n in set(names) if (root / n).is_file())


def tree(root):
    # Written in pieces, so that this file passes its own check.
    marks = re.compile("|".join([r"\bTO" r"DO\b", r"\bFIX" r"ME\b", r"\bXX" r"X\b",
                                 r"\bnot " r"implemented\b"]))
    paths = re.compile("|".join([r"(?<![\w.])/wo" r"rk/", r"(?<![\w.$}])/t" r"mp/",
                                 r"(?<![\w.])/fa" r"rm/"]))
    # A place to fill in, written "@" "@NAME@" "@".
    placeholder = re.compile("@" "@")
    found = []
    for path in tracked(root):
        name = path.relative_to(root).as_posix()
        if path.stat().st_size > MIB:
            found.append(f"{name}: over 1 MiB")
            continue
        if name == ".gitignore":
            continue
        data = path.read_bytes()
        if b"\0" in data:
            continue
        text = data.decode("utf-8", "replace")
        # Seeds of fuzzers and golden cases are other people's words.
        if not name.startswith(("tests/fuzz/corpus/", "tests/golden/")):
            for number, line in enumerate(text.splitlines(), 1):
                # A mark inside a string literal is somebody's name, or a test.
                match = paths.search(line) or marks.search(STRING.sub('""', line))
                if not match and path.suffix == ".md":
                    match = placeholder.search(line)
                if match:
                    found.append(f"{name}:{number}: '{match.group()}'")
        code = path.suffix in (".hpp", ".cpp", ".h", ".c", ".cmake", ".py", ".sh")
        # The C interface is one header, and its own manual.
        if code and name != "include/tradewarden.h" and len(text.splitlines()) > 800:
            found.append(f"{name}: over 800 lines")
        if path.suffix in (".hpp", ".cpp", ".h", ".c") and name.startswith(("include/", "src/")):
            for number, line in enumerate(STRING.sub('""', text).splitlines(), 1):
                if not line.isascii():
                    found.append(f"{name}:{number}: not ASCII outside a string literal")
    return found


def run_parallel(jobs):
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        return [line for lines in pool.map(lambda job: job(), jobs) for line in lines]


def headers_alone(root, compiler):
    def compile_one(path, standard):
        name = header_name(root, path)
        # Twice, so that a missing guard shows too.
        text = f'#include "{name}"\n#include "{name}"\n'
        done = subprocess.run(
            [compiler, f"-std={standard}", "-fsyntax-only", "-Wall", "-Wextra", "-Wpedantic",
             "-Wshadow", "-Werror", f"-I{root}/include", "-x", "c++", "-"],
            input=text, capture_output=True, text=True)
        return [] if done.returncode == 0 else [f"{name} ({standard}): {done.stderr}"]

    return run_parallel([
        (lambda p=path, s=standard: compile_one(p, s))
        for path in public_headers(root)
        for standard in ("c++20", "c++2b")
    ])


def header_budget(root, compiler):
    table = root / "tests/layout/header_budget.txt"
    budget = {}
    for line in table.read_text().splitlines():
        if line and not line.startswith("#"):
            name, lines = line.split()
            budget[name] = int(lines)

    def measure(path):
        name = header_name(root, path)
        done = subprocess.run(
            [compiler, "-std=c++20", "-E", "-P", f"-I{root}/include", "-x", "c++", str(path)],
            capture_output=True, text=True)
        if done.returncode != 0:
            return [f"{name}: {done.stderr}"]
        lines = done.stdout.count("\n")
        print(f"{name} {lines}")
        if name not in budget:
            return [f"{name}: {lines} lines, and no line in header_budget.txt"]
        if lines > budget[name]:
            return [f"{name}: {lines} lines, budget {budget[name]}"]
        return []

    names = {header_name(root, p) for p in public_headers(root)}
    found = [f"header_budget.txt: {name} does not exist" for name in sorted(set(budget) - names)]
    return found + run_parallel([(lambda p=path: measure(p)) for path in public_headers(root)])


def self_test(_):
    """Plants one violation per check in a small tree, and a clean twin beside it."""
    clean = {
        "include/tradewarden/tradewarden.hpp":
            '#include "tradewarden/a.hpp"\n#include "tradewarden/b.hpp"\n',
        "include/tradewarden/a.hpp": "#include <string>\n",
        "include/tradewarden/b.hpp": '#include "tradewarden/a.hpp"\n',
        "src/support/hash_map.hpp": "#include <absl/container/flat_hash_map.h>\n",
        "src/lists/reader.cpp": '#include "support/hash_map.hpp"\nauto s = "\u0416 XX' 'X";\n',
    }
    planted = [
        (umbrella_order, "include/tradewarden/a.hpp", '#include "tradewarden/b.hpp"\n'),
        (umbrella_order, "include/tradewarden/c.hpp", "#include <string>\n"),
        (layers, "src/lists/bad.cpp", '#include "match/search.hpp"\n'),
        (layers, "src/other/new.cpp", "int i;\n"),
        (standard_includes, "include/tradewarden/a.hpp", "#include <simdjson.h>\n"),
        (hash_map_only, "src/lists/bad.cpp", "#include <absl/strings/str_cat.h>\n"),
        (tree, "src/lists/bad.cpp", "// TO" "DO: later\n"),
        (tree, "src/lists/bad.cpp", 'auto s = "/t' 'mp/x";\n'),
        (tree, "docs/page.md", "see /t" "mp/notes\n"),
        (tree, "docs/page.md", "@" "@FIGURES@" "@\n"),
        (tree, "src/lists/bad.cpp", "int i;\n" * 801),
        (tree, "src/lists/bad.cpp", "// caf\u00e9\n"),
        (tree, "data/big.csv", "x" * (MIB + 1)),
    ]
    found = []
    for number, (check, name, text) in enumerate([(None, "", "")] + planted):
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder).resolve()
            for file, content in {**clean, **({name: text} if name else {})}.items():
                (root / file).parent.mkdir(parents=True, exist_ok=True)
                (root / file).write_text(content, encoding="utf-8")
            if check is None:
                for every in (umbrella_order, layers, standard_includes, hash_map_only, tree):
                    found += [f"clean tree, {every.__name__}: {line}" for line in every(root)]
            elif len(check(root)) != 1:
                found.append(f"planted {number} ({check.__name__}, {name}): {check(root)}")
    return found


def main():
    checks = {"umbrella-order": umbrella_order, "layers": layers, "tree": tree,
              "standard-includes": standard_includes, "hash-map-only": hash_map_only,
              "self-test": self_test}
    compiled = {"headers-alone": headers_alone, "header-budget": header_budget}
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("check", choices=[*checks, *compiled])
    parser.add_argument("--root", type=pathlib.Path, default=".")
    parser.add_argument("--compiler", default="c++")
    args = parser.parse_args()
    root = args.root.resolve()
    if args.check in checks:
        found = checks[args.check](root)
    else:
        found = compiled[args.check](root, args.compiler)
    for line in found:
        print(line)
    print(f"{args.check}: {len(found)} violation{'' if len(found) == 1 else 's'}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
