"""Stores: snapshots and indexes of them, decisions, the audit trail, rescreening."""
import datetime
import gc
import json
import pickle
import threading
import warnings

import pytest

import tradewarden
from tradewarden import Store

DAY = "2018-05-01"


def list_of(*rows):
    return json.dumps({"tradewarden_list": 1, "name": "House list", "entries": len(rows)}) + "\n" + "".join(rows)


def entry(id, *names):
    return json.dumps({"list": "X-HOUSE", "id": id, "names": list(names)}) + "\n"


WANDA, PLUM, VOSTOK = (entry("1", "Wanda Example Trading Ltd"), entry("2", "Plumbottom Freight"),
                       entry("3", "Granulator Vostok"))


@pytest.fixture
def store(tmp_path):
    with Store.create(tmp_path / "s.store") as opened:
        yield opened


@pytest.fixture
def two(store, tmp_path):
    """A store with two snapshots, of which the second has one entry more."""
    for day, rows in (("2026-01-01", (WANDA, PLUM)), ("2026-02-01", (WANDA, PLUM, VOSTOK))):
        path = tmp_path / f"{day}.jsonl"
        path.write_text(list_of(*rows))
        store.add(path, published=day)
    return store


def names(index, name, day):
    return [hit.matched_name for hit in index.screen(name, as_of=day)]


def test_adding_and_looking(two, tmp_path):
    first, second = two.snapshots()
    assert (first.id, first.published, first.counts.parties) == (1, datetime.date(2026, 1, 1), 2)
    assert second.good and second.lists[0].list == "X-HOUSE" and second.lists[0].parties == 3
    again = two.add(tmp_path / "2026-01-01.jsonl", published=datetime.date(2026, 1, 1))
    assert again.already_there and again.id == 1 and again.diagnostics == ()
    assert [s.id for s in two.newest()] == [2]
    assert [s.id for s in two.newest(as_of="2026-01-15")] == [1]
    assert two.find("tradewarden@2026-02-01") == second == two.find(second.sha256[:8]) == two.find(2)
    with pytest.raises(tradewarden.NotFoundError):
        two.find(9)
    two.extract(1, tmp_path / "files")
    assert (tmp_path / "files/2026-01-01.jsonl").read_text() == list_of(WANDA, PLUM)
    assert two.verify() == []
    assert "s.store" in repr(two)


def test_differences_and_what_lies_ahead(two):
    diff = two.diff(1, two.snapshots()[1])
    assert (diff.counts.added, diff.counts.removed, diff.counts.unchanged) == (1, 0, 2)
    assert [(e.change, e.names_added) for e in diff.entries] == [("added", ("Granulator Vostok",))]
    status = two.status(as_of="2026-02-11", max_age=5)
    assert status.publications[0].age_days == 10 and status.stale is True
    assert two.status(as_of="2026-02-11", max_age=10).stale is False
    dates = two.next_dates("2018-01-01", most=3)
    assert len(dates) == 3 and [d.on for d in dates] == sorted(d.on for d in dates)


def test_what_looks_wrong_waits(two, tmp_path):
    short = tmp_path / "short.jsonl"
    short.write_text(list_of(WANDA))
    with pytest.warns(tradewarden.QuarantinedWarning, match="last good one"):
        third = two.add(short, published="2026-03-01")
    assert not third.good and third.reason and [s.id for s in two.newest()] == [2]
    two.release(third, reason="that is all there is", who="W. E.")
    assert [s.id for s in two.newest()] == [3]
    with pytest.raises(tradewarden.ConflictError):
        two.release(third, reason="again", who="W. E.")
    two.quarantine(3, reason="a mistake", who="W. E.")
    assert two.find(3).reason == "a mistake"
    shorter = tmp_path / "shorter.jsonl"
    shorter.write_text(list_of(PLUM))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert two.add(shorter, published="2026-03-02", max_shrink=0.9, called="desk").source == "desk"


@pytest.mark.parametrize("wrong, kind", [
    ({"max_shrink": 1.5}, tradewarden.BadValueError),
    ({"max_rejected": -0.1}, tradewarden.BadValueError),
    ({"require_digest": "none"}, tradewarden.BadValueError),
    ({"require_digest": "0" * 64}, tradewarden.ConflictError),
    ({"published": "2026-02-30"}, tradewarden.BadValueError),
    ({"published": None}, tradewarden.UsageError),
])
def test_what_cannot_be_added(store, tmp_path, wrong, kind):
    path = tmp_path / "list.jsonl"
    path.write_text(list_of(WANDA))
    with pytest.raises(kind):
        store.add(path, **{"published": "2026-01-01", **wrong})
    with pytest.raises(tradewarden.MissingFileError):
        store.add(tmp_path / "none.jsonl", published="2026-01-01")
    assert store.snapshots() == []
    with pytest.raises(tradewarden.DataFormatError):
        store.build_index()


def test_indexes_of_a_store(two, tmp_path):
    newest = two.build_index(tmp_path / "new.twi")
    assert names(newest, "Granulator Vostok", "2026-02-01") == ["Granulator Vostok"]
    assert pickle.loads(pickle.dumps(newest)).content == newest.content
    old = two.build_index(as_of="2026-01-15")
    assert names(old, "Granulator Vostok", "2026-01-15") == [] and old.path is None
    assert two.build_index(snapshots=[1]).content == two.build_index(snapshots=[two.find(1)]).content
    history = two.build_index(history=True)
    assert names(history, "Granulator Vostok", "2026-01-01") == []
    assert names(history, "Granulator Vostok", "2026-02-01") == ["Granulator Vostok"]
    with pytest.raises(tradewarden.UsageError):
        two.build_index(snapshots=[1], as_of="2026-01-15")
    with pytest.raises(tradewarden.UsageError):
        two.build_index(two.path)


def test_a_backup_is_one_file(two, tmp_path):
    two.backup(tmp_path / "copy.store")
    with pytest.raises(tradewarden.UsageError):
        two.backup(tmp_path / "copy.store")
    with Store.open(tmp_path / "copy.store", read_only=True) as copy:
        assert copy.snapshots() == two.snapshots()
        with pytest.raises(tradewarden.Error):
            copy.quarantine(1, reason="no", who="nobody")


def test_opening(tmp_path, house_list):
    with pytest.raises(tradewarden.MissingFileError):
        Store.open(tmp_path / "none.store")
    with pytest.raises(tradewarden.DataFormatError):
        Store.open(house_list)
    with pytest.raises(TypeError):
        Store()
    store = Store.create(tmp_path / "s.store")
    with pytest.raises(TypeError, match="pickled"):
        pickle.dumps(store)
    store.close()
    store.close()
    assert "closed" in repr(store)
    for call in (store.snapshots, store.answers, store.decisions, store.verify,
                 lambda: store.rescreen(tradewarden.Index.sample(), [{"id": "1", "name": "x"}])):
        with pytest.raises(tradewarden.UsageError, match="closed"):
            call()


def test_a_hit_that_two_people_have_looked_at(store, sample):
    answer = store.screen(sample, "ZTE Kangxun", customer="C-17", as_of=DAY)
    assert answer[0].decision is None and not answer[0].is_set_aside
    made = store.decide(answer, answer[0], reason="another company", who="A. Analyst",
                        expires="2099-06-01")
    assert made.state == "awaiting_approval" and made.expires == datetime.date(2099, 6, 1)
    with pytest.raises(tradewarden.ConflictError):
        store.approve(made, who="a. analyst")
    assert not store.screen(sample, "ZTE Kangxun", customer="C-17", as_of=DAY)[0].is_set_aside
    store.approve(made.id, who="B. Officer")
    after = store.screen(sample, "ZTE Kangxun", customer="C-17", as_of=DAY)
    assert len(after) == 1 and after.set_aside == 1 and after[0].is_set_aside
    assert after[0].decision.who == "A. Analyst" and after[0].decision.in_force
    # Never for a name, never beyond its day, and not without the store.
    assert not store.screen(sample, "ZTE Kangxun", customer="C-18", as_of=DAY)[0].is_set_aside
    assert not store.screen(sample, "ZTE Kangxun", as_of=DAY)[0].is_set_aside
    late = store.screen(sample, "ZTE Kangxun", customer="C-17", as_of="2099-06-01", include_ended=True)
    assert late[0].decision.state == "expired" and late.set_aside == 0
    assert sample.screen("ZTE Kangxun", as_of=DAY, query_id="C-17")[0].decision is None
    assert [d.state for d in store.decisions("C-17", as_of=DAY)] == ["in_force"]
    assert store.decisions("C-18") == []
    gone = store.withdraw(made.id[:6], who="B. Officer", reason="new facts")
    assert gone.state == "withdrawn" and pickle.loads(pickle.dumps(gone)).json() == gone.json()
    assert not store.screen(sample, "ZTE Kangxun", customer="C-17", as_of=DAY)[0].is_set_aside


def test_what_cannot_be_decided(store, sample):
    answer = store.screen(sample, "ZTE Kangxun", customer="C-17", as_of=DAY)
    with pytest.raises(tradewarden.NotFoundError):
        store.decide(answer, 2, reason="r", who="A")
    with pytest.raises(tradewarden.NotFoundError):
        store.decide("0" * 64, 1, reason="r", who="A")
    with pytest.raises(tradewarden.DataFormatError):
        store.decide(answer, 1, reason="", who="A")
    with pytest.raises(tradewarden.ConflictError):
        store.decide(answer, 1, reason="r", who="A", approved_by="A")
    nobody = store.screen(sample, "ZTE Kangxun", as_of=DAY)
    with pytest.raises(tradewarden.DataFormatError):
        store.decide(nobody, 1, reason="r", who="A")
    assert store.decisions() == []
    with pytest.raises(TypeError):
        store.screen(sample, None)
    with pytest.warns(tradewarden.NotScreenedWarning):
        store.screen(sample, "...")


def test_another_process_learns_of_it(store, sample):
    answer = store.screen(sample, "ZTE Kangxun", customer="C-17", as_of=DAY)
    with Store.open(store.path) as other:
        other.decide(answer, 1, reason="r", who="A", approved_by="B")
    assert store.screen(sample, "ZTE Kangxun", customer="C-17", as_of=DAY).set_aside == 0
    assert len(store.decisions()) == 1
    assert store.screen(sample, "ZTE Kangxun", customer="C-17", as_of=DAY).set_aside == 1


def test_decisions_are_carried_over(store, sample, tmp_path):
    answer = store.screen(sample, "ZTE Kangxun", customer="C-17", as_of=DAY)
    store.decide(answer, "US-DPL:" + answer[0].source_id, reason="r", who="A", approved_by="B")
    with Store.create(tmp_path / "other.store") as other:
        assert other.import_decisions(store.decisions()) == 1
        assert other.import_decisions(store.decisions()) == 0
        assert other.screen(sample, "ZTE Kangxun", customer="C-17", as_of=DAY).set_aside == 1
        with pytest.raises(tradewarden.Error) as caught:
            other.import_decisions("nonsense\n{}\n")
        assert [p.line for p in caught.value.problems] == [1, 2]


def test_answers_are_given_again(two, tmp_path):
    index = two.build_index(tmp_path / "i.twi")
    answer = two.screen(index, "Granulator Vostok", as_of="2026-02-01", explain=True)
    (tmp_path / "more.jsonl").write_text(list_of(WANDA, PLUM, VOSTOK, entry("4", "Granulator Wostok")))
    two.add(tmp_path / "more.jsonl", published="2026-03-01")
    (tmp_path / "i.twi").unlink()
    assert two.replay(answer) == answer.json()  # built again of the snapshots of then
    assert two.replay(answer.answer_id[:8], index=index) == answer.json()
    with pytest.raises(tradewarden.ConflictError, match="given by the index"):
        two.replay(answer, index=two.build_index())
    with pytest.raises(tradewarden.NotFoundError):
        two.replay("0123456789")
    kept, = two.answers()
    assert kept.answer_id == answer.answer_id and kept.body.query.name == "Granulator Vostok"


def test_the_trail_is_checked(store, sample):
    store.screen(sample, "ZTE Kangxun", as_of=DAY)
    check = store.verify_trail()
    assert check.records == 1 and check.broken is None and len(check.head) == 64
    store.screen(sample, "Hidden Cobra", as_of=DAY)
    assert store.verify_trail(head=check.head).broken is None
    assert store.verify_trail(head="a" * 64).broken is not None
    with pytest.raises(tradewarden.BadValueError):
        store.verify_trail(head="a")


def test_the_program_reads_what_python_wrote(store, sample, program):
    answer = store.screen(sample, "ZTE Kangxun", customer="C-17", as_of=DAY)
    made = store.decide(answer, 1, reason="r", who="A", approved_by="B")
    assert program("audit", "replay", "--store", store.path, answer.answer_id).decode() == answer.json() + "\n"
    assert program("decisions", "export", "--store", store.path).decode() == made.json() + "\n"
    theirs = json.loads(program("screen", "ZTE Kangxun", "--as-of", DAY, "--store", store.path,
                                "--customer", "C-17", "--json"))
    ours = store.screen(sample, "ZTE Kangxun", customer="C-17", as_of=DAY)
    assert json.loads(ours.json()) == theirs and theirs["set_aside"] == 1


CUSTOMERS = [{"id": "C-2", "name": "ZTE Kangxun", "country": "CN"}, {"id": "C-1", "name": "Hidden Cobra"},
             {"id": "C-3", "name": "Nobody Of This Name"}]


def test_rescreening(store, sample):
    first = store.rescreen(sample, CUSTOMERS, as_of=DAY)
    assert first.full_because and first.figures.customers == 3 and first.closed == ()
    zte = first[-1]
    assert (zte.customer, zte.list, zte.score, zte.status, zte.news) == ("C-2", "US-DPL", 1.0, "denied",
                                                                        "opened")
    assert zte.opened == zte.from_ + datetime.timedelta(days=16) and zte.decision is None
    answer = store.screen(sample, "ZTE Kangxun", country="CN", customer="C-2", as_of=DAY)
    store.decide(answer, 1, reason="r", who="A", approved_by="B")
    second = store.rescreen(sample, CUSTOMERS, as_of=DAY, threads=2)
    assert second.full_because is None and second.news == [] and len(second) == len(first)
    assert [a.alert_id for a in second] == [a.alert_id for a in first]
    assert second[-1].is_set_aside and len(second.open) == len(second) - 1
    third = store.rescreen(sample, CUSTOMERS[1:], as_of=DAY)
    assert [(a.customer, a.news) for a in third.closed] == [("C-2", "closed")]
    assert third.figures.customers_gone == 1 and "closed" in repr(third)
    assert len(third.to_pandas()) == len(third) + 1
    # What is remembered is what screening everything would give.
    full = store.rescreen(sample, CUSTOMERS[1:], as_of=DAY, full=True)
    assert [a.to_dict() for a in full] == [a.to_dict() for a in third]
    other = store.rescreen(sample, CUSTOMERS, as_of=DAY, portfolio="another")
    assert {a.news for a in other} == {"opened"}


def test_rescreening_of_tables(store, sample):
    pandas, polars = pytest.importorskip("pandas"), pytest.importorskip("polars")
    rows = [{"no": c["id"], "customer": c["name"]} for c in CUSTOMERS]
    wanted = [a.to_dict() for a in store.rescreen(sample, {"no": [r["no"] for r in rows],
                                                           "customer": [r["customer"] for r in rows]},
                                                  id="no", name="customer", as_of=DAY, portfolio="d")]
    for kind in (pandas, polars):
        found = store.rescreen(sample, kind.DataFrame(rows), id="no", name="customer", as_of=DAY,
                               portfolio=kind.__name__)
        assert [a.to_dict() for a in found] == wanted and wanted
    named = polars.DataFrame(CUSTOMERS)
    assert len(store.rescreen(sample, named, as_of=DAY, portfolio="named")) == len(wanted)


@pytest.mark.parametrize("customers, kind", [
    ([], tradewarden.DataFormatError),
    ([{"id": "1", "name": "a"}, {"id": "1", "name": "b"}], tradewarden.ConflictError),
    ([{"id": "", "name": "a"}], tradewarden.DataFormatError),
    ([{"id": "1", "name": "a", "schema": "alien"}], tradewarden.BadValueError),
    (["ZTE"], tradewarden.UsageError),
])
def test_a_run_that_goes_wrong_keeps_nothing(store, sample, customers, kind):
    store.rescreen(sample, CUSTOMERS, as_of=DAY)
    with pytest.raises(kind):
        store.rescreen(sample, customers, as_of=DAY)
    again = store.rescreen(sample, CUSTOMERS, as_of=DAY)
    assert again.news == [] and again.figures.customers_changed == 0
    with pytest.raises(TypeError):
        store.rescreen(sample, CUSTOMERS, as_of=DAY, colour="red")


def test_customers_that_are_gone(store, sample):
    many = [{"id": f"C-{n}", "name": "Nobody Of This Name"} for n in range(20)]
    store.rescreen(sample, many, as_of=DAY)
    with pytest.raises(tradewarden.DataFormatError, match="17 .*gone"):
        store.rescreen(sample, many[:3], as_of=DAY)
    assert store.rescreen(sample, many[:3], as_of=DAY, max_shrink=1.0).figures.customers_gone == 17
    with pytest.raises(tradewarden.BadValueError):
        store.rescreen(sample, many, as_of=DAY, max_shrink=2)


def test_customers_that_hold_nothing_are_counted(store, sample):
    with pytest.warns(tradewarden.NotScreenedWarning, match="1 customers hold no letter.*1 have a fact"):
        store.rescreen(sample, [{"id": "1", "name": "..."},
                                {"id": "2", "name": "Hidden Cobra", "birth_date": "soon"}], as_of=DAY)


def test_threads_take_turns(two, sample):
    wrong = []

    def work(number):
        try:
            for i in range(20):
                answer = two.screen(sample, "ZTE Kangxun", customer=f"C-{number}-{i}", as_of=DAY)
                assert two.replay(answer.answer_id) == answer.json()
                assert len(two.snapshots()) == 2
        except BaseException as problem:
            wrong.append(problem)

    all_of_them = [threading.Thread(target=work, args=(n,)) for n in range(4)]
    for thread in all_of_them:
        thread.start()
    for thread in all_of_them:
        thread.join()
    assert wrong == [] and two.verify_trail().records == 80 and len(two.answers()) == 80


def test_a_store_is_let_go(tmp_path):
    import weakref

    store = Store.create(tmp_path / "s.store")
    store.decisions()
    gone = weakref.ref(store)
    del store
    gc.collect()
    assert gone() is None
    with Store.open(tmp_path / "s.store") as again:
        assert again.snapshots() == []


def test_entries_that_are_one_party(sample):
    answer = sample.screen("Vladimir Vladimirovich Putin", schema="person", as_of="2026-01-01")
    party = answer[1].same_party
    assert party.first_rank == 1 and party.links[0].rank == 1
    assert party.links[0].evidence[0].kind == "name_and_birth_date"
    assert sample.screen("ZTE Kangxun", as_of=DAY)[0].same_party is None
