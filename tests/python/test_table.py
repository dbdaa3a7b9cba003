"""Tables: what each library hands in comes back as the same kind, and says what single queries say."""
import datetime
import random
import threading
import warnings

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import tradewarden

pandas = pytest.importorskip("pandas")
polars = pytest.importorskip("polars")
pyarrow = pytest.importorskip("pyarrow")

DAY = "2018-05-01"
NAMES = ["ZTE Kangxun", None, "Huawei Technologies", "Nobody Whatsoever Ltd", "", "ZTE Kangxum",
         "A name of more than twelve bytes", "Vladimir Putin"]
IDS = list(range(10, 10 + len(NAMES)))
DATA = {"id": IDS, "customer": NAMES, "cc": ["CN", "CN", None, "", "US", "Iran", None, "RU"]}

pytestmark = pytest.mark.filterwarnings("ignore::tradewarden.NotScreenedWarning")


def single(index, data, **options):
    """What single queries say: (row, id, rank, score, list, source_id, status)."""
    out = []
    for row, (number, name, country) in enumerate(zip(data["id"], data["customer"], data["cc"])):
        answer = index.screen(name or "", country=country, as_of=DAY, query_id=str(number), **options)
        if not answer.screened:
            out.append((row, str(number), None, None, None, None, "not_screened"))
        out += [(row, str(number), h.rank, h.score, h.list, h.source_id, h.status) for h in answer]
    return out


def rows_of(table):
    keys = ("row", "query_id", "rank", "score", "list", "source_id", "status")
    if isinstance(table, pandas.DataFrame):
        clean = table.astype(object).where(table.notna(), None)
        return [tuple(r[k] for k in keys) for r in clean.to_dict("records")]
    if isinstance(table, polars.DataFrame):
        return [tuple(r[k] for k in keys) for r in table.to_dicts()]
    if isinstance(table, tradewarden.HitTable):
        return [tuple(r[k] for k in keys) for r in table.to_dicts()]
    if isinstance(table, pyarrow.RecordBatchReader):
        table = table.read_all()
    return [tuple(r[k] for k in keys) for r in table.to_pylist()]


class Stream:
    """Anything that speaks Arrow."""

    def __init__(self, table):
        self.table = table

    def __arrow_c_stream__(self, requested_schema=None):
        return self.table.__arrow_c_stream__(requested_schema)


class Array:
    def __init__(self, batch):
        self.batch = batch

    def __arrow_c_array__(self, requested_schema=None):
        return self.batch.__arrow_c_array__(requested_schema)


ARROW = pyarrow.table(DATA)
KINDS = {
    "dict": (DATA, tradewarden.HitTable),
    "pandas": (pandas.DataFrame(DATA), pandas.DataFrame),
    "pandas objects": (pandas.DataFrame({k: pandas.Series(v, dtype=object) for k, v in DATA.items()}),
                       pandas.DataFrame),
    "pandas categories": (pandas.DataFrame(DATA).astype({"customer": "category"}), pandas.DataFrame),
    "pandas arrow": (ARROW.to_pandas(types_mapper=pandas.ArrowDtype), pandas.DataFrame),
    "polars": (polars.DataFrame(DATA), polars.DataFrame),
    "polars lazy": (polars.LazyFrame(DATA), polars.DataFrame),
    "polars categories": (polars.DataFrame(DATA, schema_overrides={"customer": polars.Categorical}),
                          polars.DataFrame),
    "pyarrow": (ARROW, pyarrow.Table),
    "pyarrow chunks": (pyarrow.concat_tables([ARROW.slice(0, 3), ARROW.slice(3, 1), ARROW.slice(4)]),
                       pyarrow.Table),
    "pyarrow large": (ARROW.cast(pyarrow.schema([("id", pyarrow.uint16()),
                                                 ("customer", pyarrow.large_string()),
                                                 ("cc", pyarrow.string())])), pyarrow.Table),
    "pyarrow views": (ARROW.cast(pyarrow.schema([("id", pyarrow.float64()),
                                                 ("customer", pyarrow.string_view()),
                                                 ("cc", pyarrow.string_view())])), pyarrow.Table),
    "pyarrow dictionary": (ARROW.set_column(1, "customer", ARROW["customer"].dictionary_encode()),
                           pyarrow.Table),
    "pyarrow batch": (pyarrow.RecordBatch.from_pydict(DATA), pyarrow.RecordBatch),
    "stream": (Stream(ARROW), tradewarden.HitTable),
    "array": (Array(pyarrow.RecordBatch.from_pydict(DATA)), tradewarden.HitTable),
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("threads", [1, 3])
def test_every_kind(kind, threads, sample):
    table, returned = KINDS[kind]
    out = sample.screen_table(table, "customer", id="id", country="cc", as_of=DAY, threads=threads)
    assert type(out) is returned
    assert rows_of(out) == single(sample, DATA)


def test_a_reader_is_read_once(sample):
    out = sample.screen_table(ARROW.to_reader(), "customer", id="id", country="cc", as_of=DAY)
    assert isinstance(out, pyarrow.RecordBatchReader) and rows_of(out) == single(sample, DATA)
    capsule = ARROW.__arrow_c_stream__()

    class Again:
        def __arrow_c_stream__(self, requested_schema=None):
            return capsule

    sample.screen_table(Again(), "customer", as_of=DAY)
    with pytest.raises(tradewarden.UsageError):
        sample.screen_table(Again(), "customer", as_of=DAY)


def test_slices(sample):
    part = ARROW.slice(2, 4)
    data = {k: v[2:6] for k, v in DATA.items()}
    for table in (part, Stream(part), Array(pyarrow.RecordBatch.from_pydict(DATA).slice(2, 4)),
                  polars.DataFrame(DATA)[2:6]):
        out = sample.screen_table(table, "customer", id="id", country="cc", as_of=DAY)
        assert rows_of(out) == single(sample, data)


def test_the_columns(sample):
    out = sample.screen_table(DATA, "customer", as_of=DAY)
    assert out.column_names == ["row", "query", "rank", "score", "list", "source_id", "party",
                                "matched_name", "status", "from", "until", "schema", "programmes",
                                "citations", "notes", "same_party"]
    assert out.rows_read == len(NAMES) and out.not_screened == 2
    first = out.to_dicts()[0]
    assert first["from"] == datetime.date(2018, 4, 15) and first["until"] == datetime.date(2018, 7, 13)
    assert first["citations"] == "83 FR 17644; 83 FR 34825"
    empty = [r for r in out.to_dicts() if r["row"] == 1][0]
    assert empty["status"] == "not_screened" and "no letter or digit" in empty["notes"]
    frame = out.to_pandas()
    assert str(frame["from"].dtype) == "datetime64[s]" and str(frame["score"].dtype) == "float64"
    assert pyarrow.table(out).schema.field("from").type == pyarrow.date32()
    pyarrow.table(out).validate(full=True)
    assert out.to_polars().height == len(out) == out.to_arrow().num_rows


def test_notes_are_those_of_the_program(sample, program, tmp_path):
    rows = tmp_path / "rows.jsonl"
    rows.write_text('{"id":"1","name":"ZTE Kangxun","country":"Iran"}\n'
                    '{"id":"2","name":"ZTE Corporation","country":"Nowhere"}\n')
    import csv
    import io

    printed = program("screen", "--input", rows, "--output", "-", "--format", "csv", "--as-of", DAY,
                      code=3)  # no country is called Nowhere
    theirs = list(csv.DictReader(io.StringIO(printed.decode())))
    ours = sample.screen_table({"id": ["1", "2"], "n": ["ZTE Kangxun", "ZTE Corporation"],
                                "c": ["Iran", "Nowhere"]}, "n", id="id", country="c", as_of=DAY)
    assert theirs
    for mine, its in zip(ours.to_dicts(), theirs):
        for key, text in its.items():
            if key == "decision":  # of a store, which this package does not know
                assert not text
                continue
            value = mine[key]
            if key == "score":
                value = f"{value:.4f}"
            assert ("" if value is None else str(value)) == text.lstrip("'"), key


def test_other_facts(sample):
    data = {"n": ["ZTE Kangxun", "ZTE Kangxun", "ZTE Kangxun"], "s": ["company", "alien", None],
            "born": [None, datetime.date(1952, 10, 7), None], "imo": [None, None, 9187629.0],
            "t": ["tax", None, "nonsense"], "no": ["1", None, "2"]}
    frame = pandas.DataFrame(data)
    for table in (data, frame, polars.DataFrame(data), pyarrow.table(data)):
        out = sample.screen_table(table, "n", schema="s", birth_date="born", imo="imo",
                                  identifier="no", identifier_type="t", as_of=DAY)
        by_row = dict(zip(list(out["row"]) if not isinstance(out, tradewarden.HitTable)
                          else out.column("row"),
                          list(out["notes"]) if not isinstance(out, tradewarden.HitTable)
                          else out.column("notes")))
        rows = {int(str(k)): str(v) for k, v in by_row.items()}
        assert "alien" in rows[1] and "nonsense" in rows[2] and "alien" not in rows[0]


@pytest.mark.parametrize("table", [DATA, KINDS["pandas"][0], KINDS["polars"][0], ARROW])
def test_wrong_columns(sample, table):
    with pytest.raises(tradewarden.Error) as missing:
        sample.screen_table(table, "nothing", as_of=DAY)
    assert missing.value.field == "nothing"
    with pytest.raises(tradewarden.UsageError):
        sample.screen_table(table, id="id")


def test_wrong_values(sample):
    for wrong in ([1.5, b"ZTE"], [True], [object()], [["ZTE"]]):
        with pytest.raises(tradewarden.BadValueError) as caught:
            sample.screen_table({"n": wrong}, "n")
        assert caught.value.field == "n"
    with pytest.raises(tradewarden.BadValueError):
        sample.screen_table(pyarrow.table({"n": [[1, 2]]}), "n")
    with pytest.raises(tradewarden.BadValueError):
        sample.screen_table(pyarrow.table({"n": [True]}), "n")
    with pytest.raises(tradewarden.UsageError):
        sample.screen_table({"n": ["a", "b"], "i": ["1"]}, "n", id="i")
    for wrong in (5, "ZTE", None, ["ZTE"]):
        with pytest.raises(tradewarden.UsageError):
            sample.screen_table(wrong, "n")
    with pytest.raises(tradewarden.BadValueError):
        sample.screen_table({"n": ["a"]}, "n", threshold=2)
    with pytest.raises(tradewarden.Error):
        sample.screen_table({"n": ["\ud800"]}, "n")


def test_no_rows(sample):
    for table in ({"n": []}, pandas.DataFrame({"n": []}), polars.DataFrame({"n": []}),
                  pyarrow.table({"n": pyarrow.array([], pyarrow.string())})):
        out = sample.screen_table(table, "n")
        assert len(out) == 0 and "notes" in (getattr(out, "column_names", None) or list(out.columns))


def test_not_screened_rows_are_told(sample):
    with pytest.warns(tradewarden.NotScreenedWarning, match="2 of 8 rows"):
        sample.screen_table(DATA, "customer", as_of=DAY)


def test_progress_and_stopping(sample):
    names = {"n": [f"Company {i}" for i in range(5000)]}
    seen = []
    sample.screen_table(names, "n", progress=seen.append)
    assert seen[-1] == 5000 and seen == sorted(seen)
    sample.screen_table(names, "n", progress=True)

    def stop(_):
        raise RuntimeError("enough")

    with pytest.raises(RuntimeError, match="enough"):
        sample.screen_table(names, "n", progress=stop)


def test_a_stream_that_fails(sample):
    def batches():
        yield pyarrow.RecordBatch.from_pydict({"n": ["ZTE Kangxun"] * 300})
        raise OSError("the disk went away")

    reader = pyarrow.RecordBatchReader.from_batches(pyarrow.schema([("n", pyarrow.string())]),
                                                    batches())
    with pytest.raises(tradewarden.Error, match="disk went away"):
        sample.screen_table(reader, "n")


def test_other_threads_run_meanwhile(sample):
    names = pyarrow.table({"n": [f"Trading Company Number {i}" for i in range(20_000)]})
    ticks, done = [0], threading.Event()

    def count():
        while not done.is_set():
            ticks[0] += 1
            done.wait(0.001)

    ticker = threading.Thread(target=count)
    ticker.start()
    sample.screen_table(names, "n", threads=2)
    done.set()
    ticker.join()
    assert ticks[0] > 3


def test_one_index_in_many_threads(sample):
    wanted = sample.screen("ZTE Kangxun", as_of=DAY).json()
    found = []

    def ask():
        for _ in range(200):
            found.append(sample.screen("ZTE Kangxun", as_of=DAY).json() == wanted)

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    assert len(found) == 1600 and all(found)


NAME = st.one_of(st.none(), st.sampled_from([n for n in NAMES if n]),
                 st.text(alphabet="zteangxukhw ,.'", max_size=25))


@settings(max_examples=40, deadline=None)
@given(st.lists(NAME, max_size=300), st.integers(1, 4), st.randoms(use_true_random=False))
def test_tables_say_what_single_queries_say(names, threads, chance):
    index = tradewarden.Index.sample()
    data = {"id": list(range(len(names))), "customer": names, "cc": [None] * len(names)}
    cut = chance.randrange(len(names) + 1)
    whole = pyarrow.table({"id": pyarrow.array(data["id"], pyarrow.int64()),
                           "customer": pyarrow.array(names, pyarrow.string())})
    pieces = pyarrow.concat_tables([whole.slice(0, cut), whole.slice(cut)])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        wanted = single(index, data)
        for table in (pieces, {k: data[k] for k in ("id", "customer")}):
            out = index.screen_table(table, "customer", id="id", as_of=DAY, threads=threads)
            assert rows_of(out) == wanted


def test_more_rows_than_a_chunk(sample):
    random.seed(1)
    names = [random.choice(["ZTE Kangxun", "Nobody at all", None]) for _ in range(150_000)]
    out = sample.screen_table(pyarrow.table({"n": names}), "n", as_of=DAY)
    wanted = [i for i, n in enumerate(names) if n != "Nobody at all"]
    assert out["row"].to_pylist() == wanted and out["row"].num_chunks > 1
    out.validate(full=True)
    nulls = out["score"].is_null().to_pylist()
    assert nulls == [names[i] is None for i in wanted]
