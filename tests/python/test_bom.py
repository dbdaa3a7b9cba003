"""Bills of materials: exact figures, the program's own JSON, frames in and out, problems."""
import datetime
import json
import pickle
from decimal import Decimal
from fractions import Fraction

import pytest
from conftest import HANDSET
from hypothesis import given, settings
from hypothesis import strategies as st

import tradewarden

FILES = ["--parts", HANDSET / "parts.csv", "--lines", HANDSET / "lines.csv", "--offers",
         HANDSET / "offers.csv", "--fx", HANDSET / "fx.csv"]


def test_exact_figures(bom):
    report = bom.origin("PHONE-A1", destinations=["IR"], date="2016-03-01", regimes="us-ear")
    result = report.results[0]
    assert result.verdict == "triggers" and result.operator == "more_than"
    assert result.share.low == Fraction("0.19925") and result.share.high == Fraction("0.22425")
    assert str(result.share) == "0.1993..0.2243" and result.share.value is None
    assert result.threshold.value == Fraction(1, 10)
    # 10 % of 400 is 40: what is certain (79.7) exceeds it by 39.7.
    assert result.excess == Fraction("39.7") and result.room is None
    assert result.controlled_value.low == Fraction("79.7")
    assert result.product_value == 400 and result.date == datetime.date(2016, 3, 1)
    assert result.counted[0].path[0] == "PHONE-A1"
    parts = bom.share("PHONE-A1", date="2026-07-23")
    us = [s for d in parts.dimensions if d.dimension == "origin" for s in d.slices if s.key == "US"][0]
    assert us.of_parts.num == 25275 and us.of_parts.den == 82802
    assert us.value == Fraction("101.1") and us.of_product.value == Fraction("101.1") / 400


@pytest.mark.parametrize("ours,theirs", [
    (lambda b: b.origin("PHONE-A1", destinations=["IR", "DE"], date="2016-03-01"),
     ["origin", "--product", "PHONE-A1", "--destination", "IR", "--destination", "DE", "--date",
      "2016-03-01"]),
    (lambda b: b.origin(destinations="all", date="2026-07-23", summary=True),
     ["origin", "--all-destinations", "--date", "2026-07-23", "--summary"]),
    (lambda b: b.origin("PHONE-A1", destinations="IR", date="2016-03-01", exported_from="DE",
                        alternatives="any", strict_editions=True, bought_content_unknown=True,
                        unknown_discrete_counts=True, part_limit=3,
                        facts={"substantially_transformed": False}),
     ["origin", "--product", "PHONE-A1", "--destination", "IR", "--date", "2016-03-01",
      "--exported-from", "DE", "--alternatives", "any", "--strict-editions",
      "--bought-content-unknown", "--discrete-unknown-counts", "--part-limit", "3", "--fact",
      "substantially_transformed=no"]),
    (lambda b: b.share("PHONE-A1", date="2026-07-23"),
     ["share", "--product", "PHONE-A1", "--date", "2026-07-23"]),
    (lambda b: b.cutoff(countries="US", suppliers=["Arroyo Silicon Inc"], every_supplier=True,
                        date="2026-07-23", limit=5),
     ["cutoff", "--country", "US", "--supplier", "Arroyo Silicon Inc", "--every-supplier", "--date",
      "2026-07-23", "--limit", "5"]),
    (lambda b: b.whatif(["origin:SOC-US=CN", "date=2019-10-21"], destinations="IR",
                        date="2016-03-01", replacement=True),
     ["whatif", "--change", "origin:SOC-US=CN", "--change", "date=2019-10-21", "--destination", "IR",
      "--date", "2016-03-01", "--replacement"]),
])
def test_the_json_is_the_programs(bom, program, ours, theirs):
    printed = program(theirs[0], *FILES, *theirs[1:], "--json")
    report = ours(bom)
    assert (report.json() + "\n").encode() == printed
    assert json.loads(report.json()) == report.to_dict()
    again = pickle.loads(pickle.dumps(report))
    assert again == report and again.json() == report.json()


def test_reports_as_frames(bom):
    pandas = pytest.importorskip("pandas")
    polars = pytest.importorskip("polars")
    pyarrow = pytest.importorskip("pyarrow")
    reports = [bom.origin(destinations=["IR", "DE"], date="2016-03-01"), bom.share("PHONE-A1"),
               bom.cutoff(countries=["US"]),
               bom.whatif("origin:SOC-US=CN", destinations="IR", date="2016-03-01")]
    for report in reports:
        rows = report.rows()
        assert rows and isinstance(report.to_pandas(), pandas.DataFrame)
        assert len(report.to_pandas()) == report.to_polars().height == report.to_arrow().num_rows
        assert isinstance(report.to_polars(), polars.DataFrame)
        assert isinstance(report.to_arrow(), pyarrow.Table)
        assert "<table>" in report._repr_html_() and type(report).__name__ in repr(report)
    frame = reports[0].to_pandas()
    assert frame.loc[0, "excess"] == Fraction("39.7")
    assert reports[0].to_arrow()["excess"][0].as_py() == "39.7"


def test_frames_in(bom):
    pandas = pytest.importorskip("pandas")
    polars = pytest.importorskip("polars")
    pyarrow = pytest.importorskip("pyarrow")
    import pyarrow.csv

    ask = dict(destinations=["IR", "CN"], date="2016-03-01")
    wanted = bom.origin(**ask).rows()
    names = ("parts", "lines", "offers", "fx")
    frames = {
        "pandas": [pandas.read_csv(HANDSET / f"{n}.csv") for n in names],
        "polars": [polars.read_csv(HANDSET / f"{n}.csv") for n in names],
        "pyarrow": [pyarrow.csv.read_csv(HANDSET / f"{n}.csv") for n in names],
        "dicts": [pandas.read_csv(HANDSET / f"{n}.csv").to_dict("list") for n in names],
    }
    for kind, tables in frames.items():
        assert tradewarden.Bom.from_frames(*tables).origin(**ask).rows() == wanted, kind


def test_numbers_keep_their_value():
    def worth(price):
        bom = tradewarden.Bom.from_frames(
            [{"part_id": "P", "kind": "made", "made_in": "CN", "fmv": 1000, "currency": "USD"},
             {"part_id": "C", "made_in": "US", "eccn": "2B116", "fmv": price, "currency": "USD",
              "discrete": False}],
            [{"parent_id": "P", "pos": 1, "child_id": "C", "qty": 1}])
        return bom.origin("P", destinations="DE", regimes="us-ear", date="2026-07-23").results[
            0].controlled_value.value

    assert worth(0.1) == worth("0.1") == worth(Decimal("0.10")) == Fraction(1, 10)
    assert worth(1e-7) == Fraction(1, 10**7) and worth(120.0) == worth(120) == 120
    assert worth(None) != 0 and worth(float("nan")) is None  # unknown is never zero


def test_every_problem_is_told():
    with pytest.raises(tradewarden.BillError) as caught:
        tradewarden.Bom.from_frames(
            [{"part_id": "A", "fmv": "x", "currency": "USD"}, {"part_id": "A"}],
            [{"parent_id": "A", "pos": 1, "child_id": "B", "qty": -1}])
    problems = caught.value.problems
    assert len(problems) >= 3 and caught.value is problems[0]
    assert ("parts", 2, "fmv") in {(p.file, p.line, p.field) for p in problems}
    assert any(p.file == "lines" and p.line == 2 for p in problems)
    assert isinstance(caught.value, ValueError)
    with pytest.raises(tradewarden.MissingFileError):
        tradewarden.Bom.read(parts="nothing.csv", lines="nothing.csv")
    with pytest.raises(tradewarden.UsageError):
        tradewarden.Bom.read()
    with pytest.raises(tradewarden.UsageError):
        tradewarden.Bom.from_frames(5, [])


def test_wrong_questions(bom):
    with pytest.raises(tradewarden.NotFoundError) as missing:
        bom.origin("NOTHING", destinations="DE")
    assert isinstance(missing.value, LookupError)
    with pytest.raises(tradewarden.BadValueError):
        bom.origin("PHONE-A1", destinations="Atlantis")
    with pytest.raises(tradewarden.UsageError):
        bom.origin("PHONE-A1", destinations=[])
    with pytest.raises(tradewarden.BadValueError):
        bom.origin("PHONE-A1", destinations="DE", facts={"x": "perhaps"})
    with pytest.raises(tradewarden.UsageError):
        bom.cutoff()
    with pytest.raises(tradewarden.UsageError):
        bom.cutoff(parties="ZTE Kangxun")
    with pytest.raises(tradewarden.BadValueError):
        bom.whatif("price=1", destinations="DE")
    with pytest.raises(tradewarden.BadValueError):
        bom.cutoff(countries="US", limit=-1)


def test_parties_are_looked_up_in_an_index(sample):
    bom = tradewarden.Bom.from_frames(
        [{"part_id": "P", "kind": "made", "made_in": "CN", "fmv": 10, "currency": "USD"},
         {"part_id": "C", "made_in": "CN", "fmv": 1, "currency": "USD"}],
        [{"parent_id": "P", "pos": 1, "child_id": "C", "qty": 1}],
        [{"part_id": "C", "supplier_id": "ZTE Kangxun Telecommunications Ltd.",
          "supplier_country": "CN", "price": 1, "currency": "USD"}])
    report = bom.cutoff(parties="ZTE Kangxun", index=sample, date="2018-05-01")
    assert report.products[0].stops == "yes" and report.products[0].path == ("P", "C")
    dimensions = {d.dimension for d in bom.share(index=sample, date="2018-05-01").dimensions}
    assert "listed_party" in dimensions


def test_direct_products(sample, program):
    chip = HANDSET.parent / "direct-product"
    files = {k: chip / f"{k}.csv" for k in ("parts", "lines", "production")}
    bom = tradewarden.Bom.read(**files)
    ask = {"destinations": "DE", "date": "2026-07-23", "regimes": "us-ear"}

    def verdict(**more):
        return bom.origin("ASIC-T1", **ask, **more).results[0].verdict

    assert verdict() == "depends"  # nobody has said who gets it
    assert verdict(end_user_footnotes=["1"], end_uses=[]) == "triggers"
    assert verdict(end_user_footnotes=[], end_uses=[]) == "does_not_trigger"
    assert verdict(end_user_footnotes=[], end_uses=["supercomputer"]) == "depends"  # where is it?
    report = bom.origin("ASIC-T1", **ask, end_users="Huawei Technologies Co., Ltd.", index=sample, end_uses=[])
    result = report.results[0]
    (test,) = [t for t in result.tests if t.id == "us-ear-734.9-e-1"]
    assert [(p.id, p.met) for p in test.prongs] == [("product", "yes"), ("reach", "yes")]
    assert "Taiwan" not in report.json() and report.options.end_user.parties[0].matches[0].equal
    told = program("origin", *[x for k, v in files.items() for x in (f"--{k}", v)], "--product", "ASIC-T1",
                   "--destination", "DE", "--date", "2026-07-23", "--regime", "us-ear", "--end-user",
                   "Huawei Technologies Co., Ltd.", "--end-use", "none", "--json")
    assert json.loads(told)["results"][0]["tests"] == json.loads(report.json())["results"][0]["tests"]
    moved = bom.whatif("date=2020-05-14", product="ASIC-T1", **ask, end_user_footnotes="1", end_uses=[])
    assert [m.before for m in moved.moved] == ["triggers"]
    with pytest.raises(tradewarden.UsageError):
        verdict(end_uses=["space"])
    frames = tradewarden.Bom.from_frames(
        [{"part_id": "P", "kind": "made", "made_in": "TW", "eccn": "EAR99", "fmv": 1, "currency": "USD"}],
        {"parent_id": [], "pos": [], "child_id": [], "qty": []},
        production=[{"part_id": "P", "us_technology_eccns": "3E001"}])
    assert frames.origin(**ask, end_user_footnotes="1").results[0].verdict == "triggers"


def test_cyclonedx_and_back(bom):
    again = tradewarden.Bom.from_text(bom.cyclonedx(), name="bill.cdx.json")
    ask = dict(destinations=["IR"], date="2016-03-01")
    assert again.origin(**ask).rows() == bom.origin(**ask).rows()
    assert {f.holds for f in again.files} == {"CycloneDX"}
    assert again.products == bom.products and repr(bom).startswith("<Bom: 65 parts")


def test_rules(tmp_path):
    rules = tradewarden.Rules.built_in()
    threshold = rules["us-ear.734.4.threshold"]
    assert threshold.type == "percent" and threshold.values[0].citation == "15 CFR 734.4(c)"
    assert len(rules.list()) == len(rules) == len(list(rules)) > 50
    assert "nothing" not in rules and "us-ear.734.4.threshold" in rules
    with pytest.raises(KeyError):
        rules["nothing"]
    (tmp_path / "bad.json").write_text('{"id": "x"}')
    with pytest.raises(tradewarden.Error) as bad:
        tradewarden.Rules.load(tmp_path)
    assert bad.value.problems and bad.value.file.endswith("bad.json")
    (tmp_path / "bad.json").unlink()
    (tmp_path / "empty").mkdir()


def test_records():
    amount = tradewarden.Amount(Fraction(1, 3), None)
    assert str(amount) == "1/3..?" and amount.value is None and amount != Fraction(1, 3)
    assert str(tradewarden.Amount(Fraction("12.50"), Fraction("12.5"))) == "12.5"
    record = tradewarden.Record({"from": "2018-04-15", "room": "1/3", "rows": [{"score": "0.8000"}]})
    assert record.from_ == datetime.date(2018, 4, 15) == record["from"]
    assert record.room == Fraction(1, 3) and record.rows[0].score == 0.8
    assert "from_" in dir(record) and "from" in record and record.keys() == ["from", "room", "rows"]
    with pytest.raises(AttributeError, match="it has from_, room, rows"):
        record.nothing


@settings(max_examples=300, deadline=None)
@given(st.fractions(min_value=0, max_value=10**12))
def test_fractions_are_written_exactly(value):
    from tradewarden._records import fraction_text

    assert Fraction(fraction_text(value)) == value
    assert fraction_text(value).isascii() and "e" not in fraction_text(value)
