"""What the tests of the program share: running it, a folder, and an index of a list of our own."""
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

BINARY = os.path.abspath(sys.argv.pop(1)) if len(sys.argv) > 1 else "tradewarden"
DOCS = pathlib.Path(__file__).resolve().parents[3] / "docs"
DAY = ("--as-of", "2018-05-01")
SECONDS = 60

# Three parties of a list of our own; one begins like a formula of a spreadsheet.
OWN_LIST = "\n".join([
    json.dumps({"tradewarden_list": 1, "name": "House list", "publisher": "Us",
                "date": "2018-01-31", "entries": 3}),
    json.dumps({"list": "X-house", "id": "1", "schema": "company",
                "names": ["Vostok Granulator Works"], "countries": ["CN"]}),
    json.dumps({"list": "X-house", "id": "=2", "schema": "company",
                "names": ["=Hyperlink Quartzite"], "countries": ["DE"]}),
    json.dumps({"list": "X-house", "id": "3", "schema": "person",
                "names": ["Ignatius Plumbottom"], "birth_dates": ["1954-10-07"]}),
]) + "\n"


def run(*args, stdin="", env=None, check=None):
    """Runs the program; bytes in and out, decoded as UTF-8."""
    surroundings = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "COLUMNS")}
    surroundings.update(env or {})
    data = stdin if isinstance(stdin, bytes) else stdin.encode()
    done = subprocess.run([BINARY, *args], input=data, capture_output=True, timeout=SECONDS,
                          env=surroundings)
    done.out = done.stdout.decode()
    done.err = done.stderr.decode()
    if check is not None and done.returncode != check:
        raise AssertionError(f"{args}: exit code {done.returncode}, not {check}\n{done.err}")
    return done


class Case(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.path = pathlib.Path(cls.folder.name)
        (cls.path / "own.jsonl").write_text(OWN_LIST)
        cls.index = str(cls.path / "own.twi")
        done = run("index", "build", "--out", cls.index, str(cls.path / "own.jsonl"))
        if done.returncode != 0:
            raise AssertionError(done.err)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def write(self, name, content):
        path = self.path / name
        if isinstance(content, bytes):
            path.write_bytes(content)
        else:
            path.write_text(content)
        return str(path)

    def screen(self, *args, **more):
        return run("screen", "--index", self.index, *DAY, *args, **more)
