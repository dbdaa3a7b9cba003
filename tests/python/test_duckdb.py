"""The loop of docs/scale.md over a DuckDB table gives what one call over the whole table gives."""
import pathlib
import re
import warnings

import pytest

import tradewarden

duckdb = pytest.importorskip("duckdb", reason="DuckDB is not installed")
pyarrow = pytest.importorskip("pyarrow", reason="pyarrow is not installed")

DOCS = pathlib.Path(__file__).resolve().parents[2] / "docs/scale.md"
if not hasattr(duckdb.sql("select 1"), "to_arrow_reader"):
    pytest.skip("DuckDB is older than the loop of docs/scale.md", allow_module_level=True)


def test_the_loop_of_the_page(tmp_path, monkeypatch):
    loop = next(code for code in re.findall(r"```python\n(.*?)```", DOCS.read_text(), flags=re.S)
                if "import duckdb" in code)
    # Batches of two vectors of DuckDB's, so that there are several.
    loop = loop.replace("100_000", "2048")
    source = pathlib.Path(__file__).resolve().parents[2] / "src/sample/sample.jsonl"
    index = tradewarden.Index.build(source, out=tmp_path / "lists.twi")
    names = ["ZTE Kangxun", "Nobody At All", None, "Wladimir Putin", "Hidden Cobra"] * 2000
    people = pyarrow.table({"id": pyarrow.array(range(len(names)), pyarrow.int64()), "name": names,
                            "country": [None, "CN", "RU", "RU", "Atlantis"] * 2000})
    monkeypatch.chdir(tmp_path)
    with duckdb.connect("customers.duckdb") as db:
        db.register("people", people)
        db.execute("create table customers as from people")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", tradewarden.NotScreenedWarning)
        made = {}
        exec(compile(loop, str(DOCS), "exec"), made)
        expected = index.screen_table(people, name="name", id="id", country="country", as_of="2026-07-01")
    made["db"].close()
    with duckdb.connect("customers.duckdb") as db:
        found = db.sql("from hits order by query_id::bigint, rank").to_arrow_table().to_pylist()
    expected = expected.drop_columns(["row"]).to_pylist()
    assert len(found) > 4000 and found == expected
