#!/usr/bin/env python3
"""abi.py check|update LIBRARY: the binary interface of the C library against its baseline.

  check   what abidiff finds between tests/capi/abi/libtradewarden_c.abi and LIBRARY is printed, and
          fails: any change is either reviewed into the baseline, or undone
  update  writes the baseline anew

A function that is added, and a field at the end of a struct that says its size, are compatible: update. Any
other change breaks programs that are out there: TRADEWARDEN_C_SOVERSION moves with it.

LIBRARY is built by the preset dev (it needs debug information); abidw and abidiff are Debian's
abigail-tools. Exit code 77 where they are not.
"""
import pathlib
import platform
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
BASELINE = HERE / "abi/libtradewarden_c.abi"
HEADERS = HERE.parent.parent / "include"
MOST_BYTES = 1 << 20


def dump(library, out):
    """Nothing of the machine that makes it: no paths, no places in files, ids by content."""
    subprocess.run(
        ["abidw", "--exported-interfaces-only", "--suppr", HERE / "abi/private_types.suppr", "--hd",
         HEADERS, "--drop-private-types", "--no-corpus-path", "--no-comp-dir-path", "--no-show-locs",
         "--no-architecture", "--no-elf-needed", "--type-id-style", "hash", library, "--out-file",
         out], check=True)
    if str(HEADERS.parent) in out.read_text():
        sys.exit("the dump names a folder of this machine")
    if out.stat().st_size > MOST_BYTES:
        sys.exit("the dump is over 1 MiB")


def main():
    if len(sys.argv) != 3 or sys.argv[1] not in ("check", "update"):
        sys.exit(__doc__)
    library = pathlib.Path(sys.argv[2])
    for tool in ("abidw", "abidiff"):
        if shutil.which(tool) is None:
            print(f"skipped: no {tool} here (Debian: abigail-tools)")
            return 77
    if platform.machine() != "x86_64":
        print("skipped: the baseline is that of x86-64")
        return 77
    if sys.argv[1] == "update":
        dump(library, BASELINE)
        print(f"written: {BASELINE.name}, {BASELINE.stat().st_size} bytes")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        now = pathlib.Path(folder) / BASELINE.name
        dump(library, now)
        found = subprocess.run(["abidiff", "--no-architecture", BASELINE, now],
                               capture_output=True, text=True)
    print(found.stdout + found.stderr, end="")
    if found.returncode != 0:
        print("the binary interface differs from tests/capi/abi; abi.py says what to do")
        return 1
    print("the binary interface is that of the baseline")
    return 0


if __name__ == "__main__":
    sys.exit(main())
