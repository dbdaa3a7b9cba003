"""The examples of the documentation run, and print what the pages say."""
import pytest
from conftest import ROOT
from doc_examples import run


@pytest.mark.parametrize("page", ["docs/python.md", "bindings/python/README.md", "README.md"])
def test_page(page, monkeypatch):
    for library in ("pandas", "matplotlib"):
        pytest.importorskip(library)
    monkeypatch.chdir(ROOT)
    (ROOT / "build").mkdir(exist_ok=True)
    text = (ROOT / page).read_text(encoding="utf-8")
    assert text.count("```python") >= 1
    assert run(text) == text
