#!/usr/bin/env python3
"""Builds the Python package against an installed library, and runs its tests.

Makes a virtual environment with what tests/python/requirements.txt names from PyPI, once. Exits 77, saying
why, where there is no venv, no header of Python or no PyPI. With TRADEWARDEN_SPARK=1 and a Java it installs PySpark
too; its tests run wherever PySpark is, but for TRADEWARDEN_SPARK=0.

    tests/python/run.py --prefix P --venv build/python-venv --work W --program build/dev/bin/tradewarden [-- PYTEST ARGUMENTS]
"""
import argparse
import hashlib
import os
import pathlib
import shutil
import subprocess
import sys
import sysconfig

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]


def skip(why):
    print(f"skipped: {why}")
    sys.exit(77)


def step(what, *command, or_skip=False):
    print(f"-- {what}", flush=True)
    done = subprocess.run([str(c) for c in command], stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True)
    if done.returncode == 0:
        return
    print(done.stdout[-4000:])
    if or_skip:
        skip(f"{what} failed")
    sys.exit(1)


def environment(folder):
    """The interpreter of the virtual environment, with all that is needed in it."""
    python = folder / "bin/python"
    wanted = hashlib.sha256((HERE / "requirements.txt").read_bytes() + sys.version.encode()).hexdigest()
    stamp = folder / "requirements.sha256"
    if python.exists() and stamp.exists() and stamp.read_text() == wanted:
        return python
    try:
        import ensurepip  # noqa: F401
        import venv  # noqa: F401
    except ImportError:
        skip("this Python has no venv (Debian: python3-venv)")
    step("making a virtual environment", sys.executable, "-m", "venv", "--clear", folder)
    step("installing from PyPI", python, "-m", "pip", "install", "--quiet",
         "--disable-pip-version-check", "--retries", "2", "-r", HERE / "requirements.txt",
         or_skip=True)
    stamp.write_text(wanted)
    return python


def spark(python, folder):
    """Installs PySpark if that was asked for; its tests say so where they cannot run."""
    wanted = (HERE / "requirements-spark.txt").read_text()
    stamp = folder / "spark"
    if stamp.exists() and stamp.read_text() == wanted:
        return
    print("-- installing PySpark", flush=True)
    done = subprocess.run([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check",
                           "-r", HERE / "requirements-spark.txt"])
    if done.returncode == 0:
        stamp.write_text(wanted)


def main():
    parser = argparse.ArgumentParser()
    for name in ("prefix", "venv", "work", "program"):
        parser.add_argument("--" + name, required=True, type=pathlib.Path)
    parser.add_argument("--compiler", default="c++")
    parser.add_argument("pytest", nargs="*")
    args = parser.parse_args()
    if not (pathlib.Path(sysconfig.get_path("include")) / "Python.h").exists():
        skip("no headers of Python (Debian: python3-dev)")
    # Two presets may run at once.
    args.venv.parent.mkdir(parents=True, exist_ok=True)
    with open(args.venv.parent / "python-venv.lock", "w") as lock:
        try:
            import fcntl

            fcntl.flock(lock, fcntl.LOCK_EX)
        except ImportError:
            pass
        python = environment(args.venv)
        if os.environ.get("TRADEWARDEN_SPARK") == "1" and shutil.which("java"):
            spark(python, args.venv)
    step("configuring the extension", "cmake", "-S", ROOT / "bindings/python", "-B", args.work, "-G",
         "Ninja", f"-DCMAKE_PREFIX_PATH={args.prefix}", f"-DPython_EXECUTABLE={python}",
         f"-DCMAKE_CXX_COMPILER={args.compiler}", "-DTRADEWARDEN_STRICT=ON")
    step("building it", "ninja", "-C", args.work)
    set_up = {**os.environ, "PYTHONPATH": str(args.work / "package"), "PYTHONDONTWRITEBYTECODE": "1",
              "TRADEWARDEN_PROGRAM": str(args.program)}
    done = subprocess.run([str(python), "-m", "pytest", "-q", "--no-header", "--tb=short", "-p",
                           "no:cacheprovider", *args.pytest, str(HERE)], env=set_up, cwd=HERE)
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())
