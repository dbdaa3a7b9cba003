"""The golden cases of tests/golden, which C++ and C run too. An unknown key is an error."""
import json

import pytest
from conftest import ROOT

import tradewarden

GOLDEN = ROOT / "tests/golden"
PART = ["part_id", "kind", "made_in", "us_origin", "eccn", "hs", "fmv", "discrete", "content_type"]
LINE = ["parent_id", "pos", "child_id", "alt_rank", "qty"]
OFFER = ["part_id", "supplier_id", "supplier_country", "country_of_origin"]
FACT = {"y": True, "n": False, "?": None}


def only(given, *keys):
    assert not set(given) - set(keys), f"no check in Python for {set(given) - set(keys)}"


def screening_cases():
    files = sorted((GOLDEN / "screening").glob("*.jsonl"))
    assert files
    for path in files:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if line.strip():
                yield pytest.param(json.loads(line), id=f"{path.name}:{number}")


def find(answer, key):
    found = [h for h in answer if h.list == key["list"] and h.source_id == key["id"]]
    return found[0] if found else None


def check_hit(hit, wanted):
    only(wanted, "list", "id", "status", "from", "until", "overlays", "citation", "score", "min_score",
         "rank", "found_by", "evidence")
    assert hit is not None, wanted
    iso = lambda d: "" if d is None else d.isoformat()  # noqa: E731
    checks = {"status": lambda: hit.status, "from": lambda: iso(hit.from_),
              "until": lambda: iso(hit.until), "score": lambda: f"{hit.score:.4f}",
              "rank": lambda: hit.rank, "found_by": lambda: hit.found_by}
    for key, value in checks.items():
        if key in wanted:
            assert value() == wanted[key], key
    if "min_score" in wanted:
        assert hit.score >= float(wanted["min_score"])
    if "overlays" in wanted:
        assert sorted(o.kind for o in hit.overlays) == sorted(wanted["overlays"])
    if "citation" in wanted:
        cited = {c for m in hit.measures for c in m.citations} | set(hit.citations)
        assert wanted["citation"] in cited
    states = {e.kind: e.state for e in hit.evidence}
    for kind, state in wanted.get("evidence", {}).items():
        assert states[kind] == state, kind


@pytest.mark.parametrize("case", list(screening_cases()))
@pytest.mark.filterwarnings("ignore::tradewarden.NotScreenedWarning")
def test_screening(case, sample):
    options = dict(case["options"])
    only(options, "as_of", "threshold", "include_ended", "weak", "limit", "contradiction")
    answer = sample.screen(**case["query"], **options)
    expect = case["expect"]
    only(expect, "hits", "none_of", "at_most", "exact_set", "no_hits")
    for wanted in expect.get("hits", []):
        check_hit(find(answer, wanted), wanted)
    for key in expect.get("none_of", []):
        assert find(answer, key) is None
    for key in expect.get("at_most", []):
        hit = find(answer, key)
        assert hit is None or hit.score <= float(key["score"])
    if expect.get("exact_set") or expect.get("no_hits"):
        assert len(answer) == len(expect.get("hits", []))


def origin_cases():
    files = sorted((GOLDEN / "origin").glob("*.json"))
    assert len(files) >= 4
    for path in files:
        case = json.loads(path.read_text(encoding="utf-8"))
        only(case, "why", "parts", "lines", "offers", "asks")
        for number, ask in enumerate(case["asks"]):
            yield pytest.param(case, ask, id=f"{path.stem}-{number}")


def table(rows, columns):
    return [dict(zip(columns, row)) for row in rows]


@pytest.mark.parametrize("case,ask", list(origin_cases()))
def test_origin(case, ask):
    only(ask, "to", "on", "product", "from", "regime", "facts", "alternatives",
         "bought_content_unknown", "verdict", "value", "share", "test", "test_verdict", "with", "without",
         "deciding", "both", "zero_percent", "zero_percent_rules", "counted", "assumed", "duty")
    bom = tradewarden.Bom.from_frames(
        [{**p, "currency": "USD"} for p in table(case["parts"], PART)], table(case["lines"], LINE),
        table(case["offers"], OFFER) if "offers" in case else None)
    report = bom.origin(
        ask.get("product", case["parts"][0][0]), destinations=ask["to"], date=ask["on"],
        exported_from=ask.get("from"), regimes=ask.get("regime", "us-ear"),
        alternatives=ask.get("alternatives", "primary"),
        bought_content_unknown=ask.get("bought_content_unknown", False),
        facts={k: FACT[v] for k, v in ask.get("facts", {}).items()})
    assert len(report.results) == 1
    r = report.results[0]
    assert r.verdict == ask["verdict"]
    assert str(r.controlled_value) == ask["value"]
    assert str(r.share) == ask["share"]
    if "test" in ask:
        assert {t.id: t.verdict for t in r.tests}[ask["test"]] == ask["test_verdict"]
    if "with" in ask:
        assert str(r.second_incorporation["with"]) == ask["with"]
        assert str(r.second_incorporation.without) == ask["without"]
    if "deciding" in ask:
        assert [f"{u.fact}:{u.part or ''}" for u in r.deciding_unknowns] == ask["deciding"]
    if "both" in ask:
        assert r.deciding_both == ask["both"]
    if "counted" in ask:
        assert sorted(p.part for p in r.counted) == ask["counted"]
    if "zero_percent" in ask:
        assert sorted(p.part for p in r.zero_percent_content) == ask["zero_percent"]
    if "zero_percent_rules" in ask:
        used = {r.rules[n].id for p in r.zero_percent_content for n in p.rules}
        assert sorted(i for i in used if i.startswith("us-ear.734.4.a.")) == sorted(
            ask["zero_percent_rules"])
    if "duty" in ask:
        assert ask["duty"] in r.duties
    if "assumed" in ask:
        assert ask["assumed"] in r.assumptions
