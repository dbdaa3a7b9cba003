"""Nothing leaks, nothing is held too long, nothing dies too early."""
import gc
import sys

import pytest

import tradewarden

DAY = "2018-05-01"


def resident():
    with open("/proc/self/statm", encoding="ascii") as f:
        return int(f.read().split()[1]) * 4096


def work(index, bom, data):
    answer = index.screen("ZTE Kangxun", as_of=DAY, country="CN")
    answer.json(), answer[0].explain(), answer[0].evidence, repr(answer)
    out = index.screen_table(data, "n", as_of=DAY, threads=2)
    out.to_dicts(), out.__arrow_c_stream__(), out.__arrow_c_schema__()
    bom.origin("PHONE-A1", destinations="IR", date="2016-03-01", regimes="us-ear").rows()
    tradewarden.compare("ZTE", "ZTE Kangxun").what_if
    for wrong in (lambda: index.screen("a", threshold=2), lambda: index.screen_table(data, "x"),
                  lambda: bom.origin("x", destinations="DE"),
                  lambda: tradewarden.Index.open("/nothing")):
        with pytest.raises(tradewarden.Error):
            wrong()


def test_memory_stays_bounded(sample, bom):
    data = {"n": ["ZTE Kangxun", "Huawei", "Nobody"] * 20}
    for _ in range(20):
        work(sample, bom, data)
    gc.collect()
    before = resident()
    for _ in range(150):
        work(sample, bom, data)
    gc.collect()
    # Each round makes some 200 kB: a leak of one answer, table or report in each would show.
    assert resident() - before < 8 << 20


def test_objects_of_python_are_given_back(sample):
    gc.collect()
    before = len(gc.get_objects())
    names = ["".join(["ZTE ", "Kangxun"]) for _ in range(50)]
    counts = [sys.getrefcount(n) for n in names]
    callback = [].append
    held = sys.getrefcount(callback)
    for _ in range(50):
        table = sample.screen_table({"n": names}, "n", as_of=DAY, progress=callback)
        table.to_dicts()
        sample.screen(names[0], as_of=DAY)
        with pytest.raises(tradewarden.Error):
            sample.screen_table({"n": [*names, b"no text"]}, "n")
    del table
    gc.collect()  # tracebacks are cycles
    assert [sys.getrefcount(n) for n in names] == counts
    assert sys.getrefcount(callback) == held
    gc.collect()
    assert len(gc.get_objects()) - before < 100 + 50  # the callback's list


def test_capsules_that_nobody_takes_are_freed(sample):
    table = sample.screen_table({"n": ["ZTE Kangxun"] * 2000}, "n", as_of=DAY)
    gc.collect()
    before = resident()
    for _ in range(2000):
        table.__arrow_c_stream__()
        table.__arrow_c_schema__()
    assert resident() - before < 4 << 20


def test_what_was_handed_out_outlives_its_maker():
    pyarrow = pytest.importorskip("pyarrow")
    index = tradewarden.Index.from_bytes(_bytes())
    answer = index.screen("ZTE Kangxun", as_of=DAY)
    table = index.screen_table(pyarrow.table({"n": ["ZTE Kangxun"] * 1000}), "n", as_of=DAY)
    column = table.column("matched_name").chunk(0)
    hit = answer[0]
    del index, answer, table
    gc.collect()
    assert hit.matched_name == column[999].as_py() == "ZTE Kangxun"
    assert hit.measures[0].kind == "denial" and "score" in hit.explain()


def _bytes():
    import pathlib
    import tempfile
    import warnings

    source = pathlib.Path(__file__).resolve().parents[2] / "src/sample/sample.jsonl"
    with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        out = pathlib.Path(folder) / "sample.twi"
        tradewarden.Index.build(source, out=out)
        return out.read_bytes()


def test_worker_processes_map_the_file(house):
    import concurrent.futures
    import multiprocessing

    wanted = house.screen("ZTE Kangxun", as_of=DAY).json()
    context = multiprocessing.get_context("spawn")
    with concurrent.futures.ProcessPoolExecutor(2, mp_context=context) as pool:
        assert list(pool.map(ask, [house] * 4)) == [wanted] * 4


def ask(index):
    return index.screen("ZTE Kangxun", as_of=DAY).json()
