"""Who is restricted through owners, from Python."""
import json
import pickle
from fractions import Fraction

import pytest

import tradewarden

EDGES = "owner_id,owned_id,share,source\nH,TRADE,50,register\nTRADE,PORT,40..60,\nH,BANK,20,\n"
SEEDS = "party_id,list\nH,SDN\n"


@pytest.fixture
def owners():
    return tradewarden.Ownership.read_texts(EDGES, seeds=SEEDS)


def test_a_report(owners):
    report = owners.assess(["us-ofac", "uk"], date="2026-01-15")
    assert [(r.entity, r.regime, r.verdict) for r in report["results"]] == [
        ("TRADE", "us-ofac", "restricted"), ("PORT", "us-ofac", "depends")]
    first = report["results"][0]
    assert first.because[0].source == "register"
    assert first.share.low == Fraction(1, 2)
    assert report["results"][1].deciding_unknowns[0].share == "40..60"
    rows = report.rows()
    assert rows[0]["lists"] == "SDN" and rows[0]["share_low"] == Fraction(1, 2)
    assert json.loads(report.json())["answer_id"] == report.answer_id
    assert pickle.loads(pickle.dumps(report)).json() == report.json()
    assert "1 restricted, 1 depends" in repr(report)


def test_a_change_says_what_moves(owners):
    report = owners.assess("us-ofac", date="2026-01-15", changes="H,TRADE,49.9")
    assert [(m.entity, m.before, m.after) for m in report["moved"]] == [
        ("TRADE", "restricted", "not_restricted"), ("PORT", "depends", "not_restricted")]
    # The graph stays as it is.
    assert len(owners.assess("us-ofac", date="2026-01-15")["results"]) == 2


def test_files_and_an_index(tmp_path):
    (tmp_path / "edges.csv").write_text("owner_id,owned_id,share\n1,2,60\n")
    (tmp_path / "parties.csv").write_text("party_id,name\n1,ZTE Parsian\n2,Tamarisk Ferry Lines\n")
    owners = tradewarden.Ownership.read(tmp_path / "edges.csv", parties=tmp_path / "parties.csv")
    assert repr(owners) == "<Ownership: 2 parties, 1 edges, 0 seeds>"
    report = owners.assess("us-bis-affiliates", date="2025-10-15", index=tradewarden.Index.sample(), entities=["2"])
    assert report["results"][0].verdict == "restricted"
    assert "possible match, score 1.0000" in report["results"][0].labels[0].citation


def test_what_is_wrong_is_told(owners, tmp_path):
    with pytest.raises(tradewarden.Error) as told:
        tradewarden.Ownership.read_texts("owner_id,owned_id,share\nA,B,half\nA,,5\n")
    assert len(told.value.problems) == 2
    with pytest.raises(tradewarden.MissingFileError):
        tradewarden.Ownership.read(tmp_path / "none.csv")
    with pytest.raises(tradewarden.UsageError):
        owners.assess("mars")
    with pytest.raises(tradewarden.UsageError):
        owners.assess([])
    with pytest.raises(tradewarden.NotFoundError):
        owners.assess("eu", entities="Q")
    with pytest.raises(tradewarden.BadValueError):
        owners.assess("eu", changes="H,TRADE")
