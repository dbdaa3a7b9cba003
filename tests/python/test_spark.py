"""Screening a Spark DataFrame: what every executor answers is what one machine answers.

Skipped, saying so, where PySpark or Java is absent: ./run test --full installs the one into
build/python-venv, and asks for the other.
"""
import datetime
import importlib.metadata
import os
import pathlib
import shutil
import warnings

import pytest

import tradewarden
import tradewarden.spark

if os.environ.get("TRADEWARDEN_SPARK") == "0":
    pytest.skip("TRADEWARDEN_SPARK=0", allow_module_level=True)
pyspark = pytest.importorskip("pyspark", reason="PySpark is not installed")
pyarrow = pytest.importorskip("pyarrow", reason="pyarrow is not installed")
if not (shutil.which("java") or os.environ.get("JAVA_HOME")):
    pytest.skip("there is no Java", allow_module_level=True)

LIST = """{"tradewarden_list":1,"name":"House list","date":"2026-01-31","entries":%d}
"""
PEOPLE = ["ZTE Kangxun", "Nobody At All", None, "Hidden Cobra", "  ", "Wladimir Putin", "Huawei Technologies Co",
          "Hidden Cobra"] * 25


def session(master):
    here = pathlib.Path(tradewarden.__file__).resolve().parents[1]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        made = (pyspark.sql.SparkSession.builder.master(master).appName("tradewarden")
                .config("spark.ui.enabled", "false").config("spark.driver.host", "127.0.0.1")
                .config("spark.executorEnv.PYTHONPATH", here)
                .config("spark.sql.shuffle.partitions", "4")
                .config("spark.sql.execution.arrow.maxRecordsPerBatch", "16").getOrCreate())
    made.sparkContext.setLogLevel("OFF")
    return made


@pytest.fixture(scope="module", params=["local[2]", "local-cluster[2,1,1024]"])
def spark(request):
    made = session(request.param)
    yield made
    made.stop()


@pytest.fixture(scope="module")
def sample_file(tmp_path_factory):
    source = pathlib.Path(__file__).resolve().parents[2] / "src/sample/sample.jsonl"
    out = tmp_path_factory.mktemp("spark") / "sample.twi"
    return tradewarden.Index.build(source, out=out)


def customers(spark):
    rows = [(number, who, None if number % 3 else "RU") for number, who in enumerate(PEOPLE)]
    return spark.createDataFrame(rows, "number int, who string, `home country` string").repartition(5)


def collected(frame, first="number"):
    rows = [row.asDict() for row in frame.collect()]
    return sorted(rows, key=lambda r: (r[first], r["rank"] or 0))


def one_machine(index, **options):
    """The same rows by screen_table, with the column `number` that was kept."""
    table = pyarrow.table({"number": pyarrow.array(range(len(PEOPLE)), pyarrow.int32()),
                           "who": PEOPLE,
                           "home country": [None if n % 3 else "RU" for n in range(len(PEOPLE))]})
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", tradewarden.NotScreenedWarning)
        hits = index.screen_table(table, name="who", **options)
    return [{"number": row.pop("row"), **row} for row in hits.to_pylist()]


def test_the_hits_are_those_of_one_machine(spark, sample_file):
    options = dict(country="home country", id="number", as_of="2018-05-01", threshold=0.7)
    frame = tradewarden.spark.screen(customers(spark), sample_file.path, "who", keep=["number"],
                                     **options)
    rows = collected(frame)
    assert rows == one_machine(sample_file, **options)
    assert frame.columns[:2] == ["number", "query_id"] and "row" not in frame.columns
    assert {r["status"] for r in rows} >= {"denied", "not_screened"}
    assert frame.schema["from"].dataType.typeName() == "date"


def test_without_a_day_all_workers_answer_for_the_same_one(spark, sample_file):
    today = datetime.datetime.now(datetime.timezone.utc).date()
    frame = tradewarden.spark.screen(customers(spark), sample_file.path, "who", keep=["number"])
    assert collected(frame) == one_machine(sample_file, as_of=today)


def test_workers_map_one_file_for_each_executor(spark, sample_file):
    def mapped(batches):
        """What this worker has mapped of our files."""
        for batch in batches:
            with open("/proc/self/maps") as file:
                lines = [line.split() for line in file if line.rstrip().endswith(".twi")]
            found = sorted({(line[1], line[5]) for line in lines})
            yield pyarrow.record_batch([pyarrow.array([x for x, _ in found], "string"),
                                        pyarrow.array([x for _, x in found], "string")],
                                       names=["access", "path"])

    frame = tradewarden.spark.screen(customers(spark), sample_file.path, "who")
    assert frame.count() > 0
    # Spark keeps its Python workers: those that screened are asked.
    seen = spark.range(64).repartition(8).mapInArrow(mapped, "access string, path string").collect()
    seen = {tuple(row) for row in seen if sample_file.content[:32] in row["path"]}
    executors = 2 if spark.sparkContext.master.startswith("local-cluster") else 1
    assert 1 <= len({path for _, path in seen}) <= executors
    assert all(access.startswith("r--s") for access, _ in seen)


def test_a_newer_index_under_the_same_name_is_the_one_that_answers(spark, tmp_path):
    out, source = tmp_path / "lists.twi", tmp_path / "house.jsonl"
    found = []
    for name in ("Quorvex Trading Ltd", "Zandalee Trading Ltd"):
        source.write_text(LIST % 1 + '{"list":"X-HOUSE","id":"1","names":["%s"]}\n' % name)
        tradewarden.Index.build(source, out=out)
        people = spark.createDataFrame([("Quorvex Trading Ltd",), ("Zandalee Trading Ltd",)], "who string")
        found.append([r["query"] for r in tradewarden.spark.screen(people, out, "who").collect()])
    assert found == [["Quorvex Trading Ltd"], ["Zandalee Trading Ltd"]]


def test_a_name_pack_travels_with_its_index(spark, tmp_path):
    source, pack = tmp_path / "house.jsonl", tmp_path / "house.tsv"
    source.write_text(LIST % 1 + '{"list":"X-HOUSE","id":"1","names":["Hamdi Zuxolba"]}\n')
    pack.write_text("tradewarden-name-pack\t1\nfamily\tqwertun zuxolba\n")
    tradewarden.Index.build(source, out=tmp_path / "packed.twi", name_pack=pack)
    people = spark.createDataFrame([("Hamdi Qwertun",)], "who string")
    with pytest.raises(tradewarden.ConflictError):
        tradewarden.spark.screen(people, tmp_path / "packed.twi", "who")
    rows = tradewarden.spark.screen(people, tmp_path / "packed.twi", "who", name_pack=pack).collect()
    assert [r["matched_name"] for r in rows] == ["Hamdi Zuxolba"]


def test_a_file_that_is_there_already_is_not_sent(spark, sample_file, tmp_path):
    there = tmp_path / "there.twi"
    shutil.copy(sample_file.path, there)
    frame = tradewarden.spark.screen(customers(spark), there, "who", as_of="2018-05-01", keep=["number"],
                                     ship=False)
    assert collected(frame) == one_machine(sample_file, as_of="2018-05-01")
    # Another index in its place, before the workers have looked: an error, not other answers.
    source = tmp_path / "house.jsonl"
    source.write_text(LIST % 1 + '{"list":"X-HOUSE","id":"1","names":["Zandalee Trading Ltd"]}\n')
    other = tmp_path / "other.twi"
    shutil.copy(sample_file.path, other)
    frame = tradewarden.spark.screen(customers(spark), other, "who", ship=False)
    tradewarden.Index.build(source, out=other)
    with pytest.raises(Exception, match="is not the one of the driver"):
        frame.collect()


def test_columns_are_kept_whatever_they_hold(spark, sample_file):
    rows = [("Hidden Cobra", b"\x00\xff", [1, 2]), ("Nobody At All", None, None), ("Hidden Cobra", b"", [])]
    people = spark.createDataFrame(rows, "who string, raw binary, `a.b` array<int>").coalesce(1)
    frame = tradewarden.spark.screen(people, sample_file.path, "who", keep=["raw", "a.b"])
    assert [(r["raw"], r["a.b"], r["query"]) for r in frame.collect()] == [
        (b"\x00\xff", [1, 2], "Hidden Cobra"), (b"", [], "Hidden Cobra")]


def test_nothing_to_screen_is_nothing_found(spark, sample_file):
    empty = spark.createDataFrame([], "who string")
    assert tradewarden.spark.screen(empty, sample_file.path, "who").collect() == []


def test_mistakes_are_told_before_spark_starts(spark, sample_file, tmp_path):
    people = customers(spark)
    with pytest.raises(tradewarden.Error, match="number, who, home country"):
        tradewarden.spark.screen(people, sample_file.path, "nobody")
    with pytest.raises(tradewarden.Error):
        tradewarden.spark.screen(people, sample_file.path, "who", threshold=2)
    with pytest.raises(tradewarden.Error):
        tradewarden.spark.screen(people, sample_file.path)
    with pytest.raises(tradewarden.Error, match="rename"):
        tradewarden.spark.screen(people.withColumnRenamed("number", "score"), sample_file.path, "who",
                                 keep=["score"])
    with pytest.raises(FileNotFoundError):
        tradewarden.spark.screen(people, tmp_path / "none.twi", "who")


def test_pandas_3_is_warned_of(spark, sample_file, monkeypatch):
    installed = importlib.metadata.version
    for version, warned in (("3.0.1", True), ("2.3.3", False)):
        monkeypatch.setattr(importlib.metadata, "version",
                            lambda name, v=version: v if name == "pandas" else installed(name))
        with warnings.catch_warnings(record=True) as seen:
            warnings.simplefilter("always")
            tradewarden.spark.screen(customers(spark), sample_file.path, "who")
        assert any("pandas 3.0.1" in str(w.message) for w in seen) == warned
