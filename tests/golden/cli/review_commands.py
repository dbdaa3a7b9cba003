"""Decisions, the audit trail, and one party on several lists, from outside. Run by test_cli.py."""
import csv
import io
import json
from pathlib import Path
import sqlite3

from harness import DOCS, Case, run

try:
    import jsonschema
except ImportError:
    jsonschema = None

NAME = "Vostok Granulator"
ON = ("--as-of", "2026-11-22")


class Decisions(Case):
    def setUp(self):
        self.store = str(self.path / (self.id().rsplit(".", 1)[-1] + ".store"))

    def ask(self, *args, **more):
        return run("screen", "--index", self.index, *ON, "--store", self.store, *args, env={"COLUMNS": "200"}, **more)

    def decide(self, command, *args, check=0, **more):
        return run("decisions", command, "--store", self.store, *args, check=check, **more)

    def kept(self, *args):
        """The answer as JSON, and its id."""
        answer = json.loads(self.ask("--json", *args, check=0).out)
        return answer, answer["answer_id"]

    def set_aside(self, *more):
        _, answer = self.kept("--customer", "C-17", NAME)
        done = self.decide("add", "--answer", answer[:12], "--hit", "1", "--who", "A", "--reason", "another",
                           "--approved-by", "B", "--json", *more)
        return json.loads(done.out)

    def test_a_hit_set_aside_is_shown_and_told(self):
        self.assertEqual(self.ask("--customer", "C-17", NAME, "--fail-on-hit").returncode, 10)
        decision = self.set_aside("--expires", "2027-08-01")
        if jsonschema is not None:
            jsonschema.validate(decision, json.loads((DOCS / "decision.schema.json").read_text()))
        shown = self.ask("--customer", "C-17", NAME, "--fail-on-hit", check=0)
        self.assertIn("1 of them set aside by decisions", shown.out)
        self.assertIn("#1 set aside by decision " + decision["id"], shown.out)
        self.assertIn("by A, approved by B, until 2027-08-01: another", shown.out)
        answer, _ = self.kept("--customer", "C-17", NAME)
        if jsonschema is not None:
            jsonschema.validate(answer, json.loads((DOCS / "answer.schema.json").read_text()))
        self.assertEqual(answer["set_aside"], 1)
        self.assertEqual(answer["hits"][0]["decision"]["state"], "in_force")
        for other in (("--customer", "C-18"), ()):
            self.assertEqual(self.ask(*other, NAME, "--fail-on-hit").returncode, 10)
        changed = self.ask("--customer", "C-17", NAME, "--country", "CN", "--fail-on-hit")
        self.assertEqual(changed.returncode, 10)
        self.assertIn("the customer has changed", changed.out)

    def test_a_batch_goes_by_the_ids_of_its_rows(self):
        self.set_aside()
        rows = self.write("rows.csv", "id,name\nC-17,%s\nC-18,%s\n" % (NAME, NAME))
        done = self.ask("--input", rows, "--format", "csv", check=0)
        by_id = {r["query_id"]: r for r in csv.DictReader(io.StringIO(done.out))}
        self.assertEqual((by_id["C-17"]["decision"], by_id["C-18"]["decision"]), ("in_force", ""))
        self.assertIn("set aside by decision", by_id["C-17"]["notes"])
        self.assertIn("1 hit set aside by decisions", done.err)
        self.assertIn("1 with possible matches", done.err)

    def test_two_people_and_the_end(self):
        _, answer = self.kept("--customer", "C-17", NAME)
        add = ("add", "--answer", answer, "--hit", "X-house:1", "--who", "A", "--reason", "another")
        self.decide(*add, "--approved-by", "A", check=4)
        done = self.decide(*add, "--json")
        self.assertIn("before a second person has approved", done.err)
        decision = json.loads(done.out)["id"]
        self.decide("approve", decision, "--who", "A", check=4)
        self.assertIn("in_force", self.decide("approve", decision, "--who", "B").out)
        self.decide("withdraw", decision, "--who", "B", check=2)
        self.decide("withdraw", decision, "--who", "B", "--reason", "new facts")
        self.assertIn("withdrawn", self.decide("list").out)
        self.assertIn("decision withdrawn", self.ask("--customer", "C-17", NAME).out)
        self.decide("add", "--answer", answer, "--hit", "9", "--who", "A", "--reason", "x", check=4)

    def test_export_and_import(self):
        decision = self.set_aside()
        lines = self.decide("export").out
        self.assertEqual(json.loads(lines), decision)
        other = self.store + ".other"
        bad = "{\n" + lines
        done = run("decisions", "import", "--store", other, "-", stdin=bad, check=3)
        self.assertIn("standard input:1:", done.err)
        self.assertIn("2 decisions read, 1 new, 1 failed", done.err)
        self.assertEqual(run("decisions", "export", "--store", other, check=0).out, lines)
        self.assertIn("0 new", run("decisions", "import", "--store", other, "-", stdin=lines, check=0).err)


class Audit(Case):
    def setUp(self):
        self.store = str(self.path / (self.id().rsplit(".", 1)[-1] + ".store"))

    def audit(self, command, *args, check=0):
        return run("audit", command, "--store", self.store, *args, check=check)

    def test_replay_is_byte_for_byte(self):
        run("lists", "import", "--store", self.store, str(self.path / "own.jsonl"), "--published", "2018-01-31", check=0)
        index = str(self.path / "stored.twi")
        run("index", "build", "--store", self.store, "--out", index, check=0)
        first = run("screen", "--index", index, *ON, "--store", self.store, "--json", "--explain", "--limit", "2",
                    "--customer", "C-1", NAME, check=0).out
        answer = json.loads(first)["answer_id"]
        self.write("newer.jsonl", (self.path / "own.jsonl").read_text().replace("Vostok", "Wostok").replace(
            "2018-01-31", "2018-02-28"))
        run("lists", "import", "--store", self.store, str(self.path / "newer.jsonl"), "--published", "2018-02-28", check=0)
        self.assertEqual(self.audit("replay", answer[:10]).out, first)
        self.assertEqual(self.audit("replay", answer, "--index", index).out, first)
        self.assertIn(answer[:16], self.audit("list").out)
        other = str(self.path / "newer.twi")
        run("index", "build", "--out", other, str(self.path / "newer.jsonl"), check=0)
        self.assertIn("it was given by the index", self.audit("replay", answer, "--index", other, check=4).err)

    def test_an_index_from_elsewhere_is_asked_for(self):
        row = self.write("row.jsonl", json.dumps({"id": "1", "name": NAME}) + "\n")
        done = run("screen", "--index", self.index, *ON, "--store", self.store, "--input", row, check=0)
        answer = json.loads(done.out)["answer_id"]
        self.assertIn("was not built from this store", self.audit("replay", answer, check=4).err)
        self.assertEqual(self.audit("replay", answer, "--index", self.index).out, done.out)
        self.audit("replay", "000000", check=4)

    def test_the_sample_needs_nothing(self):
        first = run("screen", *ON, "--store", self.store, "--json", "ZTE", check=0).out
        self.assertEqual(self.audit("replay", json.loads(first)["answer_id"]).out, first)

    def test_the_first_broken_record_is_named(self):
        for name in ("ZTE", "Huawei", "Nobody at all"):
            run("screen", *ON, "--store", self.store, name, check=0)
        head = self.audit("verify").out.split()[-1]
        self.audit("verify", "--head", head)
        db = sqlite3.connect(self.store)
        with self.assertRaises(sqlite3.DatabaseError):
            db.execute("UPDATE trail SET body = '{}' WHERE id = 2")
        db.execute("DROP TRIGGER trail_no_UPDATE")
        db.execute("UPDATE trail SET body = '{}' WHERE id = 2")
        db.commit()
        db.close()
        self.assertIn("record 2 was changed", self.audit("verify", check=4).err)
        self.audit("verify", "--head", "xyz", check=2)


class Rescreen(Case):
    def setUp(self):
        self.store = str(self.path / (self.id().rsplit(".", 1)[-1] + ".store"))
        self.customers = self.write("customers.csv", "id,name\nC1,%s\nC2,Ignatius Plumbottom\nC3,Nobody\n" % NAME)

    def again(self, *args, index=None, check=0):
        return run("rescreen", "--store", self.store, "--index", index or self.index, *ON, "--customers", self.customers,
                   *args, check=check)

    def alerts(self, *args, **more):
        lines = [json.loads(line) for line in self.again("--format", "jsonl", "--output", "-", *args, **more).out.splitlines()]
        if jsonschema is not None:
            for line in lines:
                jsonschema.validate(line, json.loads((DOCS / "alert.schema.json").read_text()))
        return {a["customer"]: a for a in lines}

    def test_only_what_changed(self):
        first = self.again()
        self.assertIn("everything was screened: it is the first run", first.err)
        self.assertIn("3 customers (3 new or changed, 0 gone), 3 entries (3 new or changed, 0 gone): 2 alerts", first.err)
        before = self.alerts()
        self.assertEqual({a["news"] for a in before.values()}, {"unchanged"})
        newer = self.write("changed.jsonl", (self.path / "own.jsonl").read_text().replace("Vostok", "Wostok"))
        index = str(self.path / "changed.twi")
        run("index", "build", "--out", index, newer, check=0)
        after = self.alerts(index=index)
        self.assertEqual((after["C1"]["news"], after["C2"]["news"]), ("changed", "unchanged"))
        self.assertEqual(after["C1"]["alert_id"], before["C1"]["alert_id"])
        self.customers = self.write("fewer.csv", "id,name\nC1,%s\n" % NAME)
        self.assertEqual(self.alerts("--only-news", index=index).keys(), {"C2"})
        self.assertEqual(self.again("--fail-on-hit", index=index, check=10).returncode, 10)

    def test_a_decided_alert_stays_decided(self):
        self.again()
        answer = json.loads(run("screen", "--index", self.index, *ON, "--store", self.store, "--customer", "C1", "--json",
                                NAME, check=0).out)["answer_id"]
        run("decisions", "add", "--store", self.store, "--answer", answer, "--hit", "1", "--who", "A", "--reason", "another",
            "--approved-by", "B", check=0)
        self.assertEqual(self.alerts()["C1"]["decision"]["state"], "in_force")
        rows = list(csv.DictReader(io.StringIO(self.again("--format", "csv").out)))
        self.assertIn("set aside by decision", rows[0]["notes"])

    def test_a_row_that_cannot_be_read_ends_the_run(self):
        self.again()
        self.customers = self.write("broken.csv", "id,name\nC1,%s\n,Nobody\n" % NAME)
        self.assertIn("broken.csv:3: id: empty", self.again(check=4).err)

    def test_a_customer_without_a_name_is_told(self):
        self.customers = self.write("blank.csv", "id,name\nC1,%s\nC2,...\n" % NAME)
        self.assertIn("blank.csv:3: customer C2: no letter or digit", self.again(check=3).err)

    def test_no_customers_are_no_portfolio(self):
        self.again()
        self.customers = self.write("none.csv", "id,name\n")
        self.assertIn("no customer in it", self.again(check=4).err)
        self.customers = self.write("customers.csv", "id,name\nC1,%s\nC2,Ignatius Plumbottom\nC3,Nobody\n" % NAME)
        self.assertIn("3 customers (0 new or changed, 0 gone)", self.again().err)
        self.customers = self.write("twice.csv", "id,name\nC1,%s\nC1,Nobody\n" % NAME)
        self.assertIn("twice.csv: id: two customers have the id 'C1' (customer 2 of the file)", self.again(check=4).err)

    def test_customers_of_an_unchanged_file_are_kept(self):
        self.customers = self.write("kept.csv", "id,name,birth_date\nC1,%s,no day\nC2,...,\n" % NAME)
        first = self.again(check=3)
        kept, = Path(self.store).parent.glob(Path(self.store).name + ".*.customers")
        again = self.again("--format", "csv", check=3)
        for words in ("kept.csv:2: birth_date", "kept.csv:3: customer C2"):  # said again, though nothing was read
            self.assertIn(words, first.err)
            self.assertIn(words, again.err)
        kept.write_bytes(b"TWASKED\n and then nothing")
        self.assertEqual(self.again("--format", "csv", check=3).out, again.out)
        self.assertGreater(len(kept.read_bytes()), 100)

    def test_customers_that_are_gone_by_the_dozen_are_asked_about(self):
        rows = ["id,name"] + ["C%d,%s" % (n, NAME) for n in range(40)]
        self.customers = self.write("all.csv", "\n".join(rows) + "\n")
        self.again()
        self.customers = self.write("cut.csv", "\n".join(rows[:21]) + "\n")
        self.assertIn("cut.csv: 20 of the 40 customers of the last run are gone", self.again(check=4).err)
        self.assertIn("20 closed", self.again("--max-shrink", "0.5").err)

    def test_nothing_is_kept_before_it_was_written(self):
        done = self.again("--format", "csv", "--output", "/dev/full", check=1)
        self.assertIn("nothing was kept", done.err)
        self.assertIn("it is the first run", self.again().err)
        self.assertEqual(self.again().err.count("first run"), 0)
        run("audit", "verify", "--store", self.store, check=0)


class OneParty(Case):
    def test_one_line_for_each_jurisdiction(self):
        for name, list_code in (("ZTE", "US-DPL"), ("Huawei Technologies", "US-EL")):
            shown = run("screen", "--as-of", "2020-01-01", "--include-ended", name, check=0).out
            self.assertIn(", by jurisdiction on 2020-01-01:", shown)
            lines = [line for line in shown.splitlines() if line.startswith("  US   ")]
            self.assertGreaterEqual(len(lines), 1, shown)
            self.assertIn("US-", lines[0])
            self.assertIn("  UK  ", shown)

    def test_json_joins_the_hits(self):
        self.write("uk.jsonl", "\n".join([
            json.dumps({"tradewarden_list": 1, "name": "Other list", "date": "2018-01-31", "entries": 1}),
            json.dumps({"list": "UK-SL", "id": "U1", "schema": "company", "names": ["VOSTOK GRANULATOR WORKS"],
                        "countries": ["CN"]})]) + "\n")
        index = str(self.path / "both.twi")
        run("index", "build", "--out", index, str(self.path / "own.jsonl"), str(self.path / "uk.jsonl"), check=0)
        answer = json.loads(run("screen", "--index", index, *ON, "--json", NAME, check=0).out)
        self.assertEqual([h["same_party"]["first_rank"] for h in answer["hits"]], [1, 1])
        link, = answer["hits"][0]["same_party"]["links"]
        self.assertEqual((link["rank"], link["evidence"][0]["kind"]), (2, "name_and_country"))
        if jsonschema is not None:
            jsonschema.validate(answer, json.loads((DOCS / "answer.schema.json").read_text()))
        shown = run("screen", "--index", index, *ON, NAME, check=0).out
        self.assertIn("one party   #1 = #2 by name and country CN", shown)
