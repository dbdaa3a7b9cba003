"""ownership, from outside. Run by test_cli.py."""
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
