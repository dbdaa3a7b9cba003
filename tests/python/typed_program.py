"""A program as users write it, for mypy: test_typing.py checks its types, nobody runs it."""
import datetime
from fractions import Fraction
from typing import List, Optional

import tradewarden


def screen(path: str, name: str) -> List[str]:
    index: tradewarden.Index = tradewarden.Index.open(path, lazily=True)
    answer = index.screen(name, schema="company", birth_date=datetime.date(1965, 3, 1),
                          as_of="2026-07-31", threshold=0.85, contradiction_by=["country"])
    since: Optional[datetime.date] = answer[0].from_
    best: tradewarden.Hit = answer.hits[0]
    rest: List[tradewarden.Hit] = answer[1:]
    score: Optional[float] = best.score
    states = {e.kind: e.state for e in best.evidence}
    print(since, score, states, len(rest), best.explain(), answer.json())
    return [hit.matched_name for hit in answer]


def build(folder: str) -> tradewarden.Index:
    try:
        return tradewarden.Index.build([f"{folder}@2026-07-31", ("more.csv", datetime.date.today())],
                                       out="lists.twi")
    except tradewarden.Error as problem:
        print(problem.code, problem.name, problem.file, problem.line, problem.field)
        raise


def origin(bom: tradewarden.Bom) -> Fraction:
    report = bom.origin("PHONE", destinations=["IR"], date="2016-03-01",
                        facts={"substantially_transformed": False})
    result: tradewarden.OriginResult = report.results[0]
    share: Optional[tradewarden.ExactShare] = result.share
    bom.cutoff(countries=["US"]).to_pandas()
    bom.whatif("date=2019-10-21", destinations="IR")
    assert share is not None
    return share.low


def review(path: str, index: tradewarden.Index) -> List[tradewarden.Alert]:
    with tradewarden.Store.create(path) as store:
        kept: tradewarden.Snapshot = store.add("lists/ofac", published=datetime.date(2026, 7, 31), max_shrink=0.2)
        print(kept.id, kept.good, [s.published for s in store.newest(as_of="2026-08-01")])
        history: tradewarden.Index = store.build_index("lists.twi", history=True)
        answer: tradewarden.Answer = store.screen(history, "ZTE Kangxun", customer="C-17", country="CN")
        made: tradewarden.Decision = store.decide(answer, answer[0], reason="seen", who="A. Analyst")
        until: Optional[datetime.date] = store.approve(made, who="B. Officer").expires
        text: str = store.replay(answer)
        run: tradewarden.Rescreening = store.rescreen(index, [{"id": "C-17", "name": "ZTE"}], threads=2)
        aside: bool = answer[0].is_set_aside
        print(until, text, aside, store.verify_trail().head, [e.code for e in store.verify()])
        return run.news


def listing(rules: tradewarden.Rules) -> None:
    for id in rules:
        print(id, rules[id].citation)
    both: tradewarden.Comparison = tradewarden.compare("a", "b")
    value: float = both.score + tradewarden.score("a", "b")
    print(value, tradewarden.version())
