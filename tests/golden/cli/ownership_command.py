"""ownership, from outside. Run by test_cli.py."""
import csv
import io
import json
import re

from harness import DOCS, Case, run

try:
    import jsonschema
except ImportError:
    jsonschema = None

HEAD = "owner_id,owned_id,share,kind,from,until,source\n"
SEEDS = "party_id,list,requirement,footnotes,citation\nX,SDN,,,made up\n"


class Ownership(Case):
    def files(self, edges, seeds=SEEDS):
        (self.path / "edges.csv").write_text(HEAD + edges)
        (self.path / "seeds.csv").write_text(seeds)
        return ("--edges", str(self.path / "edges.csv"), "--seeds", str(self.path / "seeds.csv"))

    def ask(self, edges, *args, seeds=SEEDS, check=0):
        answer = json.loads(run("ownership", *self.files(edges, seeds), "--json", *args, check=check).out)
        if jsonschema:
            jsonschema.validate(answer, json.loads((DOCS / "ownership.schema.json").read_text()))
        return answer

    def test_the_example_of_the_page(self):
        page = (DOCS / "ownership.md").read_text()
        edges = re.search(r"edges\.csv\n\n((?:    .*\n)+)", page)[1].replace("    ", "")
        seeds = re.search(r"seeds\.csv\n\n((?:    .*\n)+)", page)[1].replace("    ", "")
        shown = re.search(r"\$ tradewarden ownership.*\n((?:.*\n)+?)\.\.\.\n```", page)[1]
        (self.path / "edges.csv").write_text(edges)
        done = run("ownership", *self.files(edges.split("\n", 1)[1], seeds), "--regime", "us-ofac",
                   "--date", "2026-01-15", env={"COLUMNS": "100"}, check=0)
        self.assertEqual(done.out[:len(shown)], shown)
        shown = re.search(r"\$ tradewarden ownership.*--change H,TRADE,49.9\n((?:.*\n)+?)\.\.\.\n```", page)[1]
        done = run("ownership", *self.files(edges.split("\n", 1)[1], seeds), "--regime", "us-ofac",
                   "--date", "2026-01-15", "--change", "H,TRADE,49.9", env={"COLUMNS": "100"}, check=0)
        self.assertEqual(done.out[:len(shown)], shown)

    # A denial reaches the persons that it names; the affiliates rule has its days.
    def test_the_case_of_zte(self):
        for which, date, expected in (("DPL", "2018-05-01", "not_restricted"), ("EL", "2016-06-01", "not_restricted"),
                                      ("EL", "2025-10-15", "restricted")):
            answer = self.ask("ZTE,SUB,100,capital,,,made up\n", "--regime", "us-bis-affiliates", "--date", date,
                              "--entity", "SUB", seeds=f"party_id,list\nZTE,{which}\n")
            self.assertEqual(answer["results"][0]["verdict"], expected, (which, date))

    def test_json(self):
        answer = self.ask("X,A,50,,2020-01-01,,register\nA,B,?,,,,\n", "--regime", "us-ofac", "--regime", "eu",
                          "--date", "2024-07-02")
        found = {(r["regime"], r["entity"]): r for r in answer["results"]}
        self.assertEqual(found["us-ofac", "A"]["verdict"], "restricted")
        self.assertEqual(found["us-ofac", "A"]["because"][0]["source"], "register")
        self.assertEqual(found["us-ofac", "B"]["verdict"], "depends")
        self.assertEqual(found["us-ofac", "B"]["deciding_unknowns"][0]["owned"], "B")
        self.assertNotIn(("eu", "A"), found)  # more than 50 %, a day before that changed
        named = self.ask("X,A,49,,,,\n", "--regime", "us-ofac", "--entity", "A")
        self.assertEqual(named["results"][0]["verdict"], "not_restricted")
        self.assertEqual(named["results"][0]["share"]["display"], "0.4900")

    def test_parties_are_screened_with_an_index(self):
        (self.path / "parties.csv").write_text("party_id,name,schema,country\nX,Vostok Granulator Works,company,CN\n")
        (self.path / "edges.csv").write_text(HEAD + "X,A,50,,,,\nY,B,50,,,,\n")
        done = run("ownership", "--edges", str(self.path / "edges.csv"), "--parties", str(self.path / "parties.csv"),
                   "--index", self.index, "--regime", "us-ofac", "--json", check=0)
        answer = json.loads(done.out)
        self.assertEqual([r["entity"] for r in answer["results"]], ["A"])
        self.assertEqual(answer["results"][0]["labels"][0]["list"], "X-house")
        self.assertIn("possible match, score 1.0000", answer["results"][0]["labels"][0]["citation"])
        self.assertIn("look at them first", done.err)

    def test_what_is_wrong_is_told(self):
        done = run("ownership", *self.files("X,A,half,,,,\nX,,50,,,,\n"), "--regime", "eu", check=4)
        self.assertRegex(done.err, r"edges\.csv:2: share: .*\n.*edges\.csv:3: owned_id: ")
        self.assertEqual(done.out, "")
        done = run("ownership", *self.files("X,A,50,,,,\n"), "--regime", "mars", check=2)
        self.assertIn("us-bis-affiliates", done.err)
        done = run("ownership", *self.files("X,A,50,,,,\n"), "--regime", "eu", "--entity", "Q", check=4)
        self.assertIn("'Q'", done.err)
        run("ownership", "--edges", str(self.path / "edges.csv"), "--regime", "eu", check=2)
        run("ownership", *self.files("X,A,50,,,,\n"), check=2)
        run("ownership", "--edges", str(self.path / "none.csv"), "--seeds", str(self.path / "seeds.csv"),
            "--regime", "eu", check=4)

    def test_a_change_says_what_moves(self):
        edges = "X,A,50,,,,\nA,B,50,,,,\nX,C,40,,,,\n"
        answer = self.ask(edges, "--regime", "us-ofac", "--change", "X,A,49.9", "--change", "X,C,30..60",
                          "--date", "2026-01-01")
        self.assertEqual([(m["entity"], m["before"], m["after"]) for m in answer["moved"]],
                         [("A", "restricted", "not_restricted"), ("B", "restricted", "not_restricted"),
                          ("C", "not_restricted", "depends")])
        self.assertEqual([r["entity"] for r in answer["results"]], ["A", "B", "C"])
        self.assertEqual(answer["results"][2]["deciding_unknowns"][0]["share"], "30..60")
        self.assertEqual(answer["regimes"][0]["restricted"], 0)
        done = run("ownership", *self.files(edges), "--regime", "us-ofac", "--change", "X,A,49.9",
                   "--date", "2026-01-01", check=0)
        self.assertIn("the changes move 2 verdicts", done.out)
        self.assertRegex(done.out, r"A +restricted +not restricted")
        done = run("ownership", *self.files(edges), "--regime", "us-ofac", "--change", "X,Q,1", check=4)
        self.assertIn("'Q'", done.err)
        run("ownership", *self.files(edges), "--regime", "us-ofac", "--change", "X,A", check=2)
        # One holding has one share; another kind is another holding.
        done = run("ownership", *self.files(edges), "--regime", "us-ofac", "--change", "X,A,10", "--change", "X,A,60,capital",
                   check=2)
        self.assertIn("'X,A,60' changes a holding that another change", done.err)
        run("ownership", *self.files(edges), "--regime", "us-ofac", "--change", "X,A,10", "--change", "X,A,60,votes", check=0)

    def test_dates_of_entities_that_are_none_are_told(self):
        edge = '{"id":"%s","schema":"Ownership","properties":{"owner":["X"],%s"percentage":["60"]%s}}\n'
        (self.path / "e.jsonl").write_text(edge % ("a", '"asset":["A"],', ',"endDate":["2026-02-30"]') +
                                           edge % ("b", '"asset":["B"],', ',"startDate":["2020"]') + edge % ("c", "", ""))
        (self.path / "seeds.csv").write_text(SEEDS)
        done = run("ownership", "--edges", str(self.path / "e.jsonl"), "--seeds", str(self.path / "seeds.csv"),
                   "--regime", "us-ofac", "--date", "2026-03-01", "--json", check=0)
        self.assertIn("e.jsonl:1: endDate '2026-02-30' is no date", done.err)
        self.assertNotIn("e.jsonl:2", done.err)
        self.assertIn("the first on line 3: rejected", done.err)
        self.assertEqual(json.loads(done.out)["files"][0]["rejected"], 1)


class ScreenByOwnership(Case):
    DAY = ("--as-of", "2026-11-20")  # the affiliates rule is in force

    def owners(self, edges=HEAD + "1,2,50,,2020-01-01,,register\n2,3,60,,,,annual report\n1,4,30..60,,,,press\n1,5,20,,,,press\n"):
        (self.path / "owned.csv").write_text(edges)
        (self.path / "names.csv").write_text(
            "party_id,name,schema,country\n1,Vostok Granulator Works,company,CN\n2,Tamarisk Ferry Lines,company,\n"
            "3,Obsidian Lantern Press,company,\n4,Heliotrope Abacus,company,\n5,Marigold Anvil,company,\n")
        return ("--index", self.index, "--ownership", str(self.path / "owned.csv"), "--parties",
                str(self.path / "names.csv"), *self.DAY)

    def ask(self, name, *args):
        answer = json.loads(run("screen", name, *self.owners(), "--json", *args, check=0).out)
        if jsonschema:
            jsonschema.validate(answer, json.loads((DOCS / "answer.schema.json").read_text()))
        return answer

    def test_a_party_that_is_on_no_list_is_found_through_its_owners(self):
        answer = self.ask("Obsidian Lantern Press")
        self.assertEqual(answer["hits"], [])
        owned = answer["ownership"]
        self.assertEqual([(h["rank"], h["regime"], h["verdict"]) for h in owned["hits"]],
                         [(1, "ca", "restricted"), (2, "eu", "restricted"), (3, "us-bis-affiliates", "restricted"),
                          (4, "us-ofac", "restricted")])  # 50 % is not more than 50 %: not uk
        hit = owned["hits"][3]
        self.assertEqual(hit["reason"], "owned 50 % or more by Tamarisk Ferry Lines; listed: Vostok Granulator Works (X-house)")
        self.assertEqual([(b["owner"], b["owned"], b["share"], b["source"], b["from"], b["owner_is"]) for b in hit["because"]],
                         [("2", "3", "60", "annual report", None, "restricted"),
                          ("1", "2", "50", "register", "2020-01-01", "listed")])
        self.assertEqual(hit["labels"][0]["list"], "X-house")
        self.assertIn("possible match, score 1.0000", hit["labels"][0]["citation"])
        self.assertEqual(hit["score"], "1.0000")
        self.assertEqual((owned["entities"], owned["edges"], owned["listed"]), (5, 4, 1))
        self.assertTrue(any("beyond the edges given" in n for n in answer["not_checked"]))
        self.assertFalse(any("found only if it is itself listed" in n for n in answer["not_checked"]))

    def test_what_depends_names_the_share(self):
        hits = self.ask("Heliotrope Abacus", "--regime", "us-ofac")["ownership"]["hits"]
        self.assertEqual([(h["verdict"], h["deciding_unknowns"][0]["share"]) for h in hits], [("depends", "30..60")])
        self.assertTrue(hits[0]["reason"].startswith("may be owned 50 % or more by"))

    def test_no_hit_is_no_clearance(self):
        below = self.ask("Marigold Anvil")["ownership"]
        self.assertEqual((len(below["parties"]), below["hits"]), (1, []))
        self.assertIn("owners that they do not name", below["notes"][0])
        absent = self.ask("Quillwort Dynamo")["ownership"]
        self.assertEqual((absent["parties"], absent["hits"]), ([], []))
        self.assertIn("its owners were not checked", absent["notes"][0])
        self.assertNotRegex(json.dumps([below, absent]).lower(), r"\bcleared\b|\bclear\b")
        # Without it the answer is what it was.
        plain = json.loads(run("screen", "Marigold Anvil", "--index", self.index, *self.DAY, "--json", check=0).out)
        self.assertNotIn("ownership", plain)

    def test_where_no_regime_is_in_force_nothing_was_evaluated(self):
        day = [*self.owners()[:-1], "2026-01-15", "--regime", "us-bis-affiliates"]
        said = "Nothing was evaluated by ownership: no regime asked for is in force on 2026-01-15 (us-bis-affiliates)."
        done = run("screen", "Tamarisk Ferry Lines", *day, env={"COLUMNS": "200"}, check=0)
        self.assertIn("By ownership: nothing was evaluated.", done.out)
        self.assertIn(said, done.out)
        self.assertNotIn("no possible match", done.out.lower().split("by ownership")[1])
        self.assertNotIn("reach a threshold", done.out)
        owned = json.loads(run("screen", "Tamarisk Ferry Lines", *day, "--json", check=0).out)["ownership"]
        self.assertEqual((owned["notes"], owned["hits"]), ([said], []))
        rows = run("screen", "--input", "-", "--format", "csv", *day, stdin="id,name\na,Tamarisk Ferry Lines\n", check=0)
        (row,) = csv.DictReader(io.StringIO(rows.out))
        self.assertIn("note: nothing was evaluated by ownership", rows.err)
        self.assertEqual((row["status"], row["notes"]), ("none_shown", said))
        # In part: the others are named.
        done = run("screen", "Marigold Anvil", *day, "--regime", "us-ofac", "--json", check=0)
        notes = json.loads(done.out)["ownership"]["notes"]
        self.assertIn("a threshold for it under us-ofac:", notes[0])
        self.assertIn("so not evaluated: us-bis-affiliates", notes[1])

    def test_owners_without_a_name_are_told_in_the_row(self):
        asked = self.owners(HEAD + "Q,5,60,capital,,,\n5,4,60,capital,,,\n1,2,10,capital,,,\n1,3,50,capital,,,\nQ,3,50,capital,,,\n")
        rows = run("screen", "--input", "-", "--format", "csv", *asked, "--regime", "us-ofac",
                   stdin="id,name\na,Marigold Anvil\nb,Heliotrope Abacus\nc,Tamarisk Ferry Lines\nd,Obsidian Lantern Press\n", check=0).out
        notes = [r["notes"] for r in csv.DictReader(io.StringIO(rows))]
        self.assertIn("Of Marigold Anvil not every owner was screened by name: Q,", notes[0])
        self.assertIn("Of Heliotrope Abacus not every owner was screened by name: Q,", notes[1])
        self.assertNotIn("not every owner", notes[2])
        self.assertIn("Of Obsidian Lantern Press not every owner was screened by name: Q,", notes[3])

    def test_an_output_that_is_an_input_is_refused(self):
        asked = self.owners()
        for name in ("owned.csv", "names.csv"):
            path = self.path / name
            before = path.read_bytes()
            done = run("screen", "--input", "-", "--format", "csv", "--output", str(path), *asked,
                       stdin="id,name\na,Marigold Anvil\n", check=2)
            self.assertIn(f"input and output are the same file: {path}", done.err)
            self.assertEqual(path.read_bytes(), before)

    def test_the_rule_of_the_day(self):
        regimes = lambda date: [h["regime"] for h in json.loads(run(
            "screen", "Tamarisk Ferry Lines", *self.owners()[:-1], date, "--json", check=0).out)["ownership"]["hits"]]
        for date, on in (("2025-09-28", False), ("2025-09-29", True), ("2025-11-09", True), ("2025-11-10", False),
                         ("2026-11-09", False), ("2026-11-10", True)):
            self.assertEqual("us-bis-affiliates" in regimes(date), on, date)
        self.assertIn("us-ofac", regimes("2025-11-10"))

    def test_for_people(self):
        done = run("screen", "Obsidian Lantern Press", *self.owners(), "--fail-on-hit", env={"COLUMNS": "120"}, check=10)
        for said in ("By ownership: 4 possible matches", "restricted under ca, eu, us-bis-affiliates, us-ofac",
                     "2 (Tamarisk Ferry Lines) holds 60 % of the capital of 3", "annual report", "from 2020-01-01",
                     "ownership beyond the edges given", "5 parties, 4 edges", "look at them first"):
            self.assertIn(said, re.sub(r"\s+", " ", done.out))
        done = run("screen", "Quillwort Dynamo", *self.owners(), "--fail-on-hit", check=0)
        self.assertIn("By ownership: no possible match.", done.out)
        self.assertIn("were not checked", re.sub(r"\s+", " ", done.out))

    def test_rows(self):
        rows = "id,name\na,Obsidian Lantern Press\nb,Marigold Anvil\nc,Vostok Granulator Works\n"
        done = run("screen", "--input", "-", "--format", "csv", *self.owners(), "--regime", "us-ofac", stdin=rows, check=0)
        table = list(csv.DictReader(io.StringIO(done.out)))
        self.assertEqual([(r["query_id"], r["rank"], r["status"], r["list"], r["source_id"], r["programmes"]) for r in table],
                         [("a", "1", "owned", "us-ofac", "3", "X-house"), ("b", "", "none_shown", "", "", ""),
                          ("c", "1", "listed", "X-house", "1", "")])
        self.assertIn("1 (Vostok Granulator Works) 50 % capital of 2 (Tamarisk Ferry Lines) [from 2020-01-01, register]",
                      table[0]["notes"])
        self.assertIn("1 of them by ownership", done.err)
        lines = run("screen", "--input", "-", "--format", "jsonl", *self.owners(),
                    stdin='{"id":"a","name":"Obsidian Lantern Press"}\n', check=0).out.splitlines()
        self.assertEqual(len(json.loads(lines[0])["ownership"]["hits"]), 4)

    def test_what_does_not_go(self):
        run("screen", "X", "--parties", "p.csv", check=2)
        run("screen", "X", *self.owners(), "--regime", "mars", check=2)
        done = run("screen", "X", *self.owners(), "--store", str(self.path / "s.store"), check=2)
        self.assertIn("cannot be replayed", done.err)
        run("screen", "X", *self.owners(HEAD + "1,2,half,,,,\n"), check=4)
