"""The types hold: mypy over the package, its stub, and a program that uses it."""
import ast
import pathlib
import subprocess
import sys

import pytest

import tradewarden
from conftest import ROOT

pytest.importorskip("mypy")
PACKAGE = pathlib.Path(tradewarden.__file__).parent


def mypy(*arguments):
    done = subprocess.run([sys.executable, "-m", "mypy", "--strict", "--ignore-missing-imports",
                           "--no-error-summary", "--cache-dir=/dev/null", *map(str, arguments)],
                          capture_output=True, text=True,
                          env={"MYPYPATH": str(PACKAGE.parent), "PATH": "/usr/bin:/bin"})
    return done.stdout + done.stderr


def test_the_package():
    assert (PACKAGE / "py.typed").exists() and (PACKAGE / "_core.pyi").exists()
    assert mypy("-p", "tradewarden") == ""


def test_the_stub_is_the_modules():
    from tradewarden import _core

    tree = ast.parse((PACKAGE / "_core.pyi").read_text(encoding="utf-8"))
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            said = {n.name for n in node.body if isinstance(n, ast.FunctionDef)}
            plain = {n for n in vars(getattr(_core, node.name)) if not n.startswith("_")}
            assert plain | {n for n in said if n.startswith("_")} == said, node.name
        elif isinstance(node, ast.FunctionDef):
            assert callable(getattr(_core, node.name))
    said = {n.name for n in tree.body if isinstance(n, (ast.ClassDef, ast.FunctionDef))}
    assert said == {n for n in vars(_core) if not n.startswith("_")}


def test_a_program():
    assert mypy(ROOT / "tests/python/typed_program.py") == ""


def test_a_wrong_program(tmp_path):
    wrong = tmp_path / "wrong.py"
    wrong.write_text("import tradewarden\n"
                     "tradewarden.Index.sample().screen('x', as_of=5)\n"
                     "n: str = tradewarden.Index.sample().screen('x')[0].rank\n"
                     "tradewarden.Bom.read(parts='x').origin('y')\n")
    found = mypy(wrong)
    assert [f":{n}:" in found for n in (2, 3, 4)] == [True] * 3
