"""rules, from outside. Run by test_cli.py."""
import json
import re

from harness import Case, run


class Rules(Case):
    def folder_of(self, name, text):
        folder = self.path / name
        folder.mkdir()
        (folder / "rule.json").write_text(text)
        return str(folder)

    def test_list(self):
        text = run("rules", "list", check=0).out
        self.assertIn("us-ear.734.4.threshold", text)
        listed = json.loads(run("rules", "list", "--json", check=0).out)
        ids = [rule["id"] for rule in listed["rules"]]
        self.assertEqual(ids, sorted(ids))
        self.assertIn(listed["content"], text.replace("\n", ""))
        self.assertEqual({rule["origin"] for rule in listed["rules"]}, {"built-in"})
        self.assertEqual(run("rules", "list", check=0).out, text)

    def test_show(self):
        text = run("rules", "show", "us-ear.734.4.threshold", check=0).out
        # 80 FR 43314 put Cuba to 25 %, 84 FR 56117 back to 10 %.
        self.assertIn("2015-07-22 until 2019-10-21: 15 CFR 734.4(d); 80 FR 43314", text)
        self.assertIn("from 2019-10-21: 15 CFR 734.4(c); 84 FR 56117", text)
        self.assertIn("[not verified]", text)
        shown = json.loads(run("rules", "show", "us-ear.734.4.threshold", "--json", check=0).out)
        cuba = [v for v in shown["values"] if v["value"]["countries"] == ["CU"]]
        self.assertEqual([v["value"]["percent"] for v in cuba], ["10", "25", "10"])
        self.assertEqual({v["value"]["operator"] for v in cuba}, {"more_than"})

    def test_overlays_are_shown(self):
        text = run("rules", "show", "ownership.us-bis-affiliates", check=0).out
        self.assertIn("overlay, 2025-11-10 until 2026-11-10, suspended", text)

    def test_an_id_that_does_not_exist(self):
        done = run("rules", "show", "no.such.rule", check=2)
        self.assertIn("rules list", done.err)
        self.assertEqual(done.out, "")
        run("rules", check=2)
        run("rules", "show", check=2)
        run("rules", "list", "--rules", "", check=2)

    def test_check(self):
        self.assertRegex(run("rules", "check", check=0).out.replace("\n", " "), r"content [0-9a-f]{64}")
        good = self.folder_of("good-rules", """{"id": "policy.count-spp-content", "type": "flag",
            "values": [{"citation": "own", "verified": true, "value": false}]}""")
        run("rules", "check", "--rules", good, check=0)
        shown = json.loads(run("rules", "show", "policy.count-spp-content", "--rules", good,
                               "--json", check=0).out)
        self.assertEqual((shown["origin"], shown["values"][0]["value"]), (good, False))
        self.assertNotEqual(shown["content"], json.loads(run("rules", "list", "--json").out)["content"])

    def test_check_names_every_problem_with_file_and_field(self):
        bad = self.folder_of("bad-rules", """{"id": "policy.x", "type": "flag", "values": [
            {"citation": "own", "verified": true, "value": 1, "form": "2020-01-01"},
            {"citation": "own", "verified": true, "value": true, "until": "2020-02-30"}]}""")
        done = run("rules", "check", "--rules", bad, check=4)
        for field in ("values[0].value", "values[0].form", "values[1].until"):
            self.assertRegex(done.err, re.escape("rule.json: " + field + ": "))
        self.assertIn("3 problems", done.err)
        told = json.loads(run("rules", "check", "--rules", bad, "--json", check=4).out)
        self.assertEqual([p["field"] for p in told["problems"]],
                         ["values[0].form", "values[0].value", "values[1].until"])
        self.assertIsNone(told["content"])
        run("rules", "list", "--rules", bad, check=4)
        run("rules", "list", "--rules", str(self.path / "absent"), check=4)

    def test_every_rule_is_exported_as_a_file_that_is_taken(self):
        folder = self.path / "exported"
        folder.mkdir()
        ids = [rule["id"] for rule in json.loads(run("rules", "list", "--json", check=0).out)["rules"]]
        for i, name in enumerate(ids):
            (folder / f"{i}.json").write_text(run("rules", "show", name, "--export", check=0).out)
        done = run("rules", "check", "--rules", str(folder), check=0)
        self.assertEqual(done.out.count("built-in values stay"), len(ids))
        self.assertNotIn("are gone", done.out)
        told = json.loads(run("rules", "check", "--rules", str(folder), "--json", check=0).out)
        self.assertEqual({o["gone"] for o in told["overrides"]}, {0})
        for name in ("us-ear.734.4.threshold", "ownership.us-bis-affiliates"):
            theirs = json.loads(run("rules", "show", name, "--json").out)
            mine = json.loads(run("rules", "show", name, "--rules", str(folder), "--json").out)
            for key in ("values", "overlays"):
                self.assertEqual(theirs[key], mine[key])
