"""Importing: quick, without the table libraries, and with an error that says what to do."""
import pathlib
import re
import shutil
import subprocess
import sys

import tradewarden
from conftest import ROOT


def run(code, path=None):
    package = pathlib.Path(tradewarden.__file__).parents[1] if path is None else path
    return subprocess.run([sys.executable, "-c", f"import sys; sys.path.insert(0, {str(package)!r})\n" + code],
                          capture_output=True, text=True)


def test_nothing_heavy_is_imported():
    code = ("import tradewarden; print([m for m in ('pandas', 'numpy', 'polars', 'pyarrow', 'tqdm', "
            "'matplotlib') if m in sys.modules])")
    assert run(code).stdout.strip() == "[]"


def test_import_time():
    # Of the processor: other programs run too. What it imports of Python's own is counted.
    code = "import time; t = time.process_time(); import tradewarden; print(time.process_time() - t)"
    assert min(float(run(code).stdout) for _ in range(5)) < 0.05


def test_without_its_extension(tmp_path):
    shutil.copytree(pathlib.Path(tradewarden.__file__).parent, tmp_path / "tradewarden",
                    ignore=shutil.ignore_patterns("*.so", "__pycache__"))
    said = run("import tradewarden", tmp_path).stderr
    assert "ImportError" in said and "pip install" in said and "no slower version" in said


def test_version():
    header = (ROOT / "include/tradewarden/version.hpp").read_text(encoding="utf-8")
    wanted = re.search(r'k_version = "([^"]+)"', header).group(1)
    assert tradewarden.version() == tradewarden.__version__ == wanted


def test_the_public_names_have_words():
    for name in tradewarden.__all__:
        assert getattr(tradewarden, name).__doc__, name
