"""roo, from outside. Run by test_cli.py."""
import json
import re

from harness import DOCS, Case, run

try:
    import jsonschema
except ImportError:
    jsonschema = None

PAGE = (DOCS / "rules-of-origin.md").read_text()
HEAD = "part_id,kind,made_in,eccn,hs,fmv,currency\n"
GENERAL = {"id": "roo.deal.agreement", "type": "agreement", "values": [{"citation": "a deal", "verified": True, "value": {
    "name": "Deal", "parties": {"DE": ""}, "hs_edition": "2022", "value": "the price", "rvc": ["build-down"], "tolerance": [],
    "cumulation": "bilateral", "intermediate": "any"}}]}


def block(name):
    return re.search(name + r"\.csv\n\n((?:    .*\n)+)", PAGE)[1].replace("    ", "")


class RulesOfOrigin(Case):
    def files(self, parts, lines, facts=None):
        (self.path / "parts.csv").write_text(parts)
        (self.path / "lines.csv").write_text(lines)
        ask = ("--parts", str(self.path / "parts.csv"), "--lines", str(self.path / "lines.csv"))
        if facts:
            (self.path / "facts.csv").write_text("part_id,fact,value\n" + facts)
            ask += ("--facts", str(self.path / "facts.csv"))
        return ask

    def example(self):
        return self.files(block("parts"), block("lines"))

    def rules(self, rule):
        folder = self.path / "rules"
        folder.mkdir(exist_ok=True)
        (folder / "a.json").write_text(json.dumps(GENERAL))
        (folder / "b.json").write_text(json.dumps({"id": "roo.deal.rules", "type": "product_rules", "values": [
            {"citation": "a deal", "verified": True, "value": {"hs_edition": "2022", "rules": [{"goods": "8405", "rule": rule}]}}]}))
        return str(folder)

    def ask(self, *args, check=0):
        answer = json.loads(run("roo", *args, "--json", check=check).out)
        if jsonschema:
            jsonschema.validate(answer, json.loads((DOCS / "roo.schema.json").read_text()))
        return answer

    def test_the_example_of_the_page(self):
        ask = (*self.example(), "--agreement", "usmca", "--date", "2026-01-15")
        shown = re.search(r"\$ tradewarden roo.*\n((?:.*\n)+?)\.\.\.\n```", PAGE)[1]
        done = run("roo", *ask, env={"COLUMNS": "100"}, check=0)
        self.assertEqual(done.out[:len(shown)], shown)
        self.assertIn("[unverified]", done.out)
        # The picture of the page is what the command draws.
        picture = run("roo", *ask, "--svg", "-", check=0).out
        self.assertEqual(picture, (DOCS / "rules-of-origin-example.svg").read_text())
        answer = self.ask(*ask)
        self.assertEqual((answer["verdict"], answer["while_undetermined"]), ("originating", "originating"))
        self.assertEqual([d["part"] for d in answer["designations"]], ["VESSEL"])
        self.assertEqual({m["part"]: m["why"] for m in answer["materials"]}, {"VALVES": "made_elsewhere", "GASKET": "not_determined"})
        self.assertEqual([r["verified"] for r in answer["rules"]], [False, False])

    def test_every_class_of_the_coverage_table(self):
        table = PAGE.split("### Classes of rules")[1].split("\n## ")[0]
        rules = re.findall(r"^\| [^|]*\| [^|]*\| `([^`]+)` \|$", table, re.M)
        self.assertGreater(len(rules), 20)
        lines = "parent_id,pos,child_id,qty\nG,1,M,1\nG,2,N,1\n"
        weights = "G,net_weight,10\nM,net_weight,9\nN,net_weight,1\n"
        good = (HEAD + "G,made,DE,,840510,1000,EUR\nM,purchased,CN,,730410,100,EUR\nN,purchased,DE,,851200,500,EUR\n", lines,
                weights + "N,originating,y\nM,wholly_obtained,n\n")
        bad = (HEAD + "G,made,DE,,840510,1000,EUR\nM,purchased,CN,,840510,950,EUR\nN,purchased,CN,,853400,40,EUR\n", lines,
               weights + "M,wholly_obtained,n\nN,wholly_obtained,n\nG,wholly_obtained,n\n")
        for rule in rules:
            folder = self.rules(rule)
            ask = ("--agreement", "deal", "--rules", folder, "--date", "2026-01-15")
            facts = good[2] + ("G,wholly_obtained,y\n" if rule == "WO" else "")
            self.assertEqual(self.ask(*self.files(good[0], good[1], facts), *ask)["verdict"], "originating", rule)
            self.assertEqual(self.ask(*self.files(*bad), *ask)["verdict"], "non_originating", rule)

    def test_what_decides_and_where_to_say_it(self):
        parts = HEAD + "G,made,DE,,840510,1000,EUR\nM,purchased,DE,,840590,700,EUR\n"
        lines = "parent_id,pos,child_id,qty\nG,1,M,1\n"
        ask = ("--agreement", "deal", "--rules", self.rules("CTH or RVC 40"), "--date", "2026-01-15")
        answer = self.ask(*self.files(parts, lines), *ask)
        self.assertEqual((answer["verdict"], answer["while_undetermined"]), ("depends", "non_originating"))
        self.assertEqual([(u["fact"], u["part"], u["answer"]) for u in answer["deciding_unknowns"]],
                         [("originating", "M", "facts: M,originating,...")])
        text = run("roo", *self.files(parts, lines), *ask, check=0).out
        self.assertIn("Does M originate under the agreement?", text)
        self.assertIn("as it stands", text)
        answer = self.ask(*self.files(parts, lines, "M,originating,y\n"), *ask)
        self.assertEqual(answer["verdict"], "originating")
        self.assertEqual(answer["files"][-1]["name"], str(self.path / "facts.csv"))

    def test_rulings_are_not_made(self):
        ask = self.example()
        answer = self.ask(*ask, "--agreement", "non-preferential")
        self.assertEqual(answer["verdict"], "requires_ruling")
        self.assertEqual(len(answer["materials"]), 3)
        answer = self.ask(*ask, "--agreement", "rcep")
        self.assertIn("not so: made in the territory", answer["why"])
        answer = self.ask(*ask, "--agreement", "cptpp", "--date", "2026-01-15")
        self.assertEqual(answer["verdict"], "non_originating")
        parts = HEAD + "G,made,US,,851712,1000,USD\nM,purchased,CN,,853400,100,USD\n"
        answer = self.ask(*self.files(parts, "parent_id,pos,child_id,qty\nG,1,M,1\n"), "--agreement", "usmca")
        self.assertEqual((answer["verdict"], answer["why"]),
                         ("requires_ruling", "no rule is shipped for heading 8517 under USMCA: give it with --rules"))

    def test_what_is_wrong_is_told(self):
        ask = self.example()
        self.assertIn("there are non-preferential, cptpp", run("roo", *ask, "--agreement", "mars", check=2).err)
        self.assertIn("--parts FILE", run("roo", "--agreement", "usmca", check=2).err)
        self.assertIn("not in force", run("roo", *ask, "--agreement", "usmca", "--date", "2019-01-01", check=2).err)
        self.assertIn("no part 'Q'", run("roo", *ask, "--agreement", "usmca", "--product", "Q", check=2).err)
        self.assertIn("only one of", run("roo", *ask, "--agreement", "usmca", "--json", "--svg", "-", check=2).err)
        run("roo", *ask, "--agreement", "usmca", "--hs-edition", "2013", check=2)
        ask = self.files(block("parts"), block("lines"), "STILL,net_cost,much\nGASKET,originating,maybe\n")
        done = run("roo", *ask, "--agreement", "usmca", check=4)
        self.assertRegex(done.err, r"facts\.csv:2: value: net_cost: .*\n.*facts\.csv:3: value: originating: ")
        self.assertEqual(done.out, "")
        ask = self.files(block("parts"), block("lines"), "GASKETS,originating,y\n")
        self.assertIn("no part 'GASKETS'", run("roo", *ask, "--agreement", "usmca", check=4).err)
        for facts, what in (("STILL,direct-transport,n\n", "facts\\.csv:2: fact: no fact is called 'direct-transport'.*direct_transport"),
                            ("GASKET,originating,y\nVALVES,orignating,y\n", "facts\\.csv:3: fact: no fact is called 'orignating'"),
                            ("STILL,total_cost,5\nSTILL,excluded_costs,10\n", "facts\\.csv:3: value: excluded_costs of STILL"),
                            ("STILL,total_cost,0\n", "facts\\.csv:2: value: total_cost of STILL is not above zero")):
            ask = self.files(block("parts"), block("lines"), facts)
            done = run("roo", *ask, "--agreement", "usmca", "--date", "2026-01-15", check=4)
            self.assertRegex(done.err, what)
            self.assertEqual(done.out, "")
        (self.path / "facts.csv").write_text("part_id,fact,value,agreement\nGASKET,originating,y,usmka\n")
        self.assertIn("facts.csv:2: agreement: no agreement is called 'usmka'", run("roo", *ask, "--agreement", "usmca", check=4).err)
        ask = self.files(block("parts"), block("lines"), "STILL,originating,y\n")
        self.assertIn("Not heeded: originating of STILL (line 2", " ".join(run("roo", *ask, "--agreement", "usmca", check=0).out.split()))
        broken = self.path / "broken"
        broken.mkdir()
        (broken / "x.json").write_text(json.dumps(GENERAL).replace("bilateral", "some"))
        self.assertIn("cumulation", run("roo", *self.example(), "--agreement", "deal", "--rules", str(broken), check=4).err)

    def test_the_picture_does_not_take_the_place_of_an_input(self):
        ask = self.files(block("parts"), block("lines"), "GASKET,originating,y\n")
        rules = self.rules("CTH")
        (self.path / "link.svg").symlink_to(self.path / "lines.csv")
        for name in ("parts.csv", "lines.csv", "facts.csv", "link.svg", "rules/b.json"):
            file = self.path / name
            before = file.read_bytes()
            done = run("roo", *ask, "--agreement", "deal", "--rules", rules, "--date", "2026-01-15", "--svg", str(file), check=2)
            self.assertIn("input and output are the same file: " + str(file), done.err)
            self.assertEqual(file.read_bytes(), before)
        run("roo", *ask, "--agreement", "usmca", "--date", "2026-01-15", "--svg", str(self.path / "proof.svg"), check=0)

    def test_the_rules_are_listed_and_checked(self):
        listed = {r["id"]: r for r in json.loads(run("rules", "list", "--json", check=0).out)["rules"]}
        self.assertEqual(listed["roo.usmca.agreement"]["type"], "agreement")
        self.assertEqual(listed["roo.eu-japan.chapter-85"]["type"], "product_rules")
        self.assertIn("CTSH or fact diffusion", run("rules", "show", "roo.eu-japan.chapter-85", check=0).out)
        exported = run("rules", "show", "roo.usmca.agreement", "--export", check=0).out
        folder = self.path / "mine"
        folder.mkdir()
        (folder / "usmca.json").write_text(exported)
        self.assertIn("all 1 built-in values stay", run("rules", "check", "--rules", str(folder), check=0).out)
        (folder / "usmca.json").write_text(exported.replace('"full"', '"all"'))
        self.assertIn("cumulation", run("rules", "check", "--rules", str(folder), check=4).err)
