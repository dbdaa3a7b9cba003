"""What the tests share: the sample index, a list of their own, the handset of docs/examples, the program.

The package under test is the one on PYTHONPATH; TRADEWARDEN_PROGRAM names the program, without which
comparisons with it are skipped.
"""
import os
import pathlib
import subprocess
import warnings

import pytest

import tradewarden

ROOT = pathlib.Path(__file__).resolve().parents[2]
HANDSET = ROOT / "docs/examples/handset"


@pytest.fixture(scope="session")
def sample():
    return tradewarden.Index.sample()


@pytest.fixture(scope="session")
def house_list():
    return ROOT / "tests/golden/lists/own/house.jsonl"


@pytest.fixture(scope="session")
def house(house_list, tmp_path_factory):
    out = tmp_path_factory.mktemp("index") / "house.twi"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", tradewarden.RejectedRowsWarning)
        return tradewarden.Index.build(house_list, out=out)


@pytest.fixture(scope="session")
def bom():
    return tradewarden.Bom.read(parts=HANDSET / "parts.csv", lines=HANDSET / "lines.csv",
                                offers=HANDSET / "offers.csv", fx=HANDSET / "fx.csv")


@pytest.fixture(scope="session")
def program():
    path = os.environ.get("TRADEWARDEN_PROGRAM", "")
    if not path:
        pytest.skip("no program: TRADEWARDEN_PROGRAM is not set")

    def run(*arguments):
        return subprocess.run([path, *map(str, arguments)], check=True, capture_output=True).stdout

    return run


def pytest_terminal_summary(terminalreporter):
    """The counts as unittest prints them: ./run adds them up."""
    stats = terminalreporter.stats
    count = {k: len(stats.get(k, [])) for k in ("passed", "failed", "error", "skipped")}
    terminalreporter.write_line(f"Ran {sum(count.values())} tests in python")
    bad = count["failed"] + count["error"]
    parts = [f"failures={bad}"] if bad else []
    parts += [f"skipped={count['skipped']}"] if count["skipped"] else []
    word = "FAILED" if bad else "OK"
    terminalreporter.write_line(f"{word} ({', '.join(parts)})" if parts else word)
