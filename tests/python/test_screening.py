"""One question to an index: attributes, the audit record, building, opening, pickling."""
import datetime
import decimal
import hashlib
import json
import pickle
import warnings

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import tradewarden

DAY = datetime.date(2018, 5, 1)


def test_the_five_line_example(sample):
    answer = sample.screen("ZTE Kangxun", as_of="2018-05-01")
    assert [(h.score, h.list, h.status, h.matched_name) for h in answer] == [
        (1.0, "US-DPL", "denied", "ZTE Kangxun")]


def test_attributes_are_those_of_the_json(sample):
    answer = sample.screen("ZTE Kangxun", as_of=DAY, country="CN")
    raw = json.loads(answer.json())["hits"][0]
    hit = answer[0]
    for key, value in raw.items():
        found = hit[key]
        if key in ("score", "rank_score"):
            assert f"{found:.4f}" == value
        elif key in ("from", "until"):
            assert found.isoformat() == value
        elif isinstance(value, (str, int)) or value is None:
            assert found == value, key
        elif isinstance(value, list):
            assert len(found) == len(value), key
    assert hit.from_ == datetime.date(2018, 4, 15) and hit.until == datetime.date(2018, 7, 13)
    assert {e.kind: e.state for e in hit.evidence}["country"] == "confirms"
    assert hit.sources[0].line > 0 and hit.entry.names[0].name == hit.party
    assert hit.to_dict() == raw
    with pytest.raises(AttributeError):
        hit.nonsense
    with pytest.raises(AttributeError):
        answer.nonsense


def test_the_audit_record_is_the_programs(sample, program):
    ours = sample.screen("ZTE Kangxun", as_of=DAY, country="China", explain=True)
    theirs = program("screen", "ZTE Kangxun", "--as-of", "2018-05-01", "--country", "China",
                     "--explain", "--json")
    assert (ours.json() + "\n").encode() == theirs
    record = json.loads(ours.json())
    wanted = record.pop("answer_id")
    rest = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
    assert hashlib.sha256(rest.encode()).hexdigest() == wanted == ours.answer_id


def test_what_a_reader_sees(sample):
    answer = sample.screen("ZTE Kangxum", as_of=DAY)
    assert "1 possible match" in repr(answer) and "denied since 2018-04-15" in repr(answer[0])
    assert "1 edit" in answer[0].explain() and "what if" in answer[0].explain()
    page = answer._repr_html_()
    assert "<table>" in page and "ZTE Kangxun" in page
    assert "&lt;b&gt;" in sample.screen("<b>ZTE</b> Kangxun", as_of=DAY)._repr_html_()
    assert "cleared" not in repr(sample.screen("Nobody Whatsoever", as_of=DAY))


def test_a_name_that_holds_nothing_is_told():
    index = tradewarden.Index.sample()
    with pytest.warns(tradewarden.NotScreenedWarning):
        answer = index.screen("...")
    assert not answer.screened and answer.problem == "empty" and len(answer) == 0
    assert "nothing was screened" in repr(answer)
    for wrong in (None, float("nan"), 5, b"ZTE"):
        with pytest.raises(TypeError):
            index.screen(wrong)


@pytest.mark.parametrize("threshold", [0.9, "0.9", "0.9000", decimal.Decimal("0.9")])
def test_thresholds_are_exact(sample, threshold):
    answer = sample.screen("ZTE Kangxun", as_of=DAY, threshold=threshold)
    assert json.loads(answer.json())["threshold"] == "0.9000"


@pytest.mark.parametrize("wrong", [
    {"threshold": 1.5}, {"threshold": -0.1}, {"threshold": 0.80001}, {"threshold": float("nan")},
    {"limit": 0}, {"limit": 10_001}, {"limit": 2**70}, {"weak": "some"}, {"as_of": "2018-02-30"},
    {"as_of": "yesterday"}, {"schema": "alien"}, {"contradiction": "maybe"},
    {"contradiction_by": ["nonsense"]}, {"identifier_type": "nonsense"},
])
def test_words_outside_their_domain(sample, wrong):
    with pytest.raises(tradewarden.BadValueError) as caught:
        sample.screen("ZTE", **wrong)
    assert isinstance(caught.value, ValueError)
    assert caught.value.code == 9 and caught.value.name == "bad_value"
    assert caught.value.field == next(iter(wrong))


def test_evidence_and_its_policies(sample):
    answer = sample.screen("ZTE Kangxun", as_of=DAY, country="Iran", contradiction="drop")
    assert len(answer) == 0 and answer.dropped.parties == 1
    answer = sample.screen("ZTE Kangxun", as_of=DAY, country="Iran", contradiction="lower")
    assert answer[0].rank_score < answer[0].score == 1.0
    answer = sample.screen("ZTE Kangxun", as_of=DAY, country="Iran", contradiction="drop",
                           contradiction_by="birth_date")
    assert len(answer) == 1


def test_birth_dates_are_dates_or_texts(sample):
    by_text = sample.screen("Vladimir Putin", birth_date="1952-10-07", as_of="2026-01-01").json()
    by_date = sample.screen("Vladimir Putin", birth_date=datetime.date(1952, 10, 7),
                            as_of=datetime.datetime(2026, 1, 1, 13, 5)).json()
    assert by_text == by_date


def test_build_open_pickle(house, house_list, tmp_path):
    assert house.path.endswith("house.twi") and len(house) > 0
    again = tradewarden.Index.open(house.path, lazily=True)
    assert again.content == house.content
    again.check(content=True)
    other = pickle.loads(pickle.dumps(house))
    assert other.content == house.content and other.path == house.path
    assert pickle.loads(pickle.dumps(tradewarden.Index.sample())).content != house.content
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        in_memory = tradewarden.Index.build([str(house_list)])
    assert in_memory.content == house.content and in_memory.path is None
    with pytest.raises(TypeError, match="memory"):
        pickle.dumps(in_memory)
    assert tradewarden.Index.from_bytes(open(house.path, "rb").read()).content == house.content
    # A file that was exchanged is not the index that was pickled.
    copy = tmp_path / "copy.twi"
    copy.write_bytes(open(house.path, "rb").read())
    pickled = pickle.dumps(tradewarden.Index.open(copy))
    tiny = tmp_path / "tiny.jsonl"
    lines = [n for n in house_list.read_text(encoding="utf-8").splitlines() if n]
    header = {**json.loads(lines[0]), "entries": 1}
    tiny.write_text(json.dumps(header) + "\n" + lines[1] + "\n", encoding="utf-8")
    tradewarden.Index.build(tiny, out=copy)
    with pytest.raises(tradewarden.ConflictError):
        pickle.loads(pickled)


def test_what_an_index_says_of_itself(house):
    assert house.info.parties == len(house)
    assert house.info.publications[0].sha256
    assert str(len(house)) in repr(house) and "<table>" in house._repr_html_()
    assert bool(house)


def test_inputs_that_are_refused(tmp_path, house_list):
    with pytest.raises(FileNotFoundError) as missing:
        tradewarden.Index.open(tmp_path / "nothing.twi")
    assert isinstance(missing.value, tradewarden.Error) and missing.value.code == 2
    broken = tmp_path / "broken.twi"
    broken.write_bytes(b"TRADEWARDEN" * 100)
    with pytest.raises(tradewarden.BadIndexError) as bad:
        tradewarden.Index.open(broken)
    assert bad.value.file == str(broken)
    empty = tmp_path / "empty.jsonl"
    empty.write_text("")
    gone = tmp_path / "gone.jsonl"
    with pytest.raises(tradewarden.Error) as both:
        tradewarden.Index.build([empty, gone, house_list], out=tmp_path / "out.twi")
    assert [p.name for p in both.value.problems] == ["empty_input", "not_found"]
    assert not (tmp_path / "out.twi").exists()
    with pytest.raises(tradewarden.UsageError):
        tradewarden.Index.build([])
    with pytest.raises(tradewarden.UsageError):
        tradewarden.Index.build(house_list, out=house_list)
    again = pickle.loads(pickle.dumps(both.value))
    assert type(again) is type(both.value) and again.code == both.value.code
    assert str(again) == str(both.value) and len(again.problems) == 2


def test_an_index_is_made_by_its_makers():
    with pytest.raises(TypeError):
        tradewarden.Index()
    with pytest.raises(TypeError):
        tradewarden.Bom()


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60))
def test_any_text_gets_an_answer(text):
    index = tradewarden.Index.sample()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            text.encode()
        except UnicodeEncodeError:  # a lone surrogate is no text
            with pytest.raises(UnicodeEncodeError):
                index.screen(text)
            return
        answer = index.screen(text, as_of=DAY)
    assert json.loads(answer.json())["query"]["name"] == text
    assert all(h.score >= 0.8 for h in answer)


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="abcdefghij' -.", max_size=30), st.text(alphabet="abcdefghij' -.", max_size=30))
def test_scores(left, right):
    both = tradewarden.compare(left, right)
    assert 0 <= both.score <= 1
    assert tradewarden.score(left, right) == both.score == float(both)
    assert tradewarden.score(left, left) == (1.0 if any(c.isalpha() for c in left) else 0.0)


def test_compare(program):
    c = tradewarden.compare("ZTE Kangxum", "ZTE Kangxun")
    assert [(p.query, p.listed, p.reason) for p in c.explanation.pairs] == [
        ("zte", "zte", "equal"), ("kangxum", "kangxun", "edit")]
    assert (c.json() + "\n").encode() == program("compare", "ZTE Kangxum", "ZTE Kangxun", "--json")
    assert pickle.loads(pickle.dumps(c)) == c
    with pytest.raises(tradewarden.BadValueError):
        tradewarden.compare("a", "b", schema="nonsense")
    with pytest.raises(TypeError):
        tradewarden.compare(1, "b")
