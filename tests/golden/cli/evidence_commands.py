"""Facts beside the name, numbers alone, and the reasons in words, from outside."""
import csv
import io
import json

from harness import DOCS, Case, run

DAY = ("--as-of", "2026-11-22")

try:
    import jsonschema
except ImportError:
    jsonschema = None


class Evidence(Case):
    def ask(self, *args, **more):
        return run("screen", *DAY, *args, **more)

    def answer(self, *args):
        return json.loads(self.ask(*args, "--json", check=0).out)

    def test_a_number_needs_no_name(self):
        answer = self.answer("--identifier", "INN 77 1885 2163")
        self.assertEqual(answer["problem"], "no_name")
        hit, = answer["hits"]
        self.assertEqual((hit["source_id"], hit["score"], hit["rank_score"], hit["found_by"]),
                         ("18782", None, None, "identifier"))
        shown = self.ask("--identifier", "INN 77 1885 2163", check=0).out
        self.assertIn("1 possible match bearing the number", shown)
        self.assertIn("its number, not its name", shown)
        self.assertEqual(self.ask("--imo", "9116412", "--fail-on-hit").returncode, 10)
        self.assertEqual(self.ask("--identifier", "12").returncode, 2)
        self.assertEqual(self.ask("--country", "RU").returncode, 2)
        none = self.ask("--identifier", "99887766554433", check=0).out
        self.assertIn("No possible match bearing the number", none)

    def test_wrong_values_are_errors_of_usage(self):
        for option, value in (("--identifier-type", "shoe"), ("--contradiction", "perhaps"),
                              ("--contradiction-by", "shoe"), ("--gender", "")):
            self.assertEqual(self.ask("X Y", option, value).returncode, 2, option)
        for option in ("--imo", "--nationality", "--gender", "--identifier-type"):
            done = self.ask("--input", "-", option, "imo", stdin="id,name\n")
            self.assertEqual(done.returncode, 2, option)

    def test_a_contradiction_drops_and_is_counted(self):
        args = ("Vladimir Putin", "--birth-date", "1972-10-07")
        every = len(self.answer(*args)["hits"])
        self.assertGreater(every, 1)  # he is on several lists
        answer = self.answer(*args, "--contradiction", "drop")
        self.assertEqual(answer["hits"], [])
        self.assertEqual(answer["dropped"], {"parties": every, "exact": True,
                                             "by": [{"kind": "birth_date", "parties": every}]})
        shown = self.ask(*args, "--contradiction", "drop", check=0).out
        self.assertIn(f"{every} parties reach the threshold and were left out", shown)
        kept = self.answer(*args, "--contradiction", "drop", "--contradiction-by", "imo,gender")
        self.assertEqual(len(kept["hits"]), every)
        lower = self.answer(*args, "--contradiction", "lower")["hits"][0]
        self.assertEqual(round(float(lower["score"]) - float(lower["rank_score"]), 4), 0.1)

    def test_explain_says_why_and_what_else(self):
        args = ("Wladimir Putin", "--birth-date", "1952-07-10", "--gender", "female", "--explain")
        hit, = [h for h in self.answer(*args)["hits"] if h["list"] == "US-SDN"]
        review = hit["review"]
        self.assertTrue(review["matched"].startswith("PUTIN, Vladimir"))
        self.assertTrue(any(s.startswith("putin = putin") for s in review["because"]))
        self.assertIn("gender contradicts (asked female, listed male)", review["against"])
        self.assertTrue(any("day and month swapped" in s for s in review["evidence"]))
        kinds = {c["kind"] for c in review["what_if"]}
        self.assertLessEqual({"threshold", "birth_date"}, kinds)
        for change in review["what_if"]:
            if change["score"] is not None and change["kind"] != "other_name":
                self.assertNotEqual(change["score"], hit["score"])
        self.assertEqual(self.ask(*args, "--json").out, self.ask(*args, "--json").out)

    def test_explanations_fit_the_width_and_have_no_colour_unasked(self):
        for width in ("80", "100"):
            done = self.ask("Wladimir Putin 5", "--birth-date", "1972", "--explain", "--threshold", "0.3",
                            env={"COLUMNS": width, "NO_COLOR": "1"}, check=0)
            self.assertNotIn("\x1b", done.out)
            self.assertLessEqual(max(len(line) for line in done.out.splitlines()), int(width))
            self.assertIn("what if", done.out)

    def test_compare_says_what_would_change_the_score(self):
        out = run("compare", "Vladimir Putin", "PUTIN, Vladimir Vladimirovich", check=0).out
        self.assertIn("without 'vladimirovich', which only the listed name has: 1.0000", out)
        answer = json.loads(run("compare", "Vladimir Putin", "PUTIN, Vladimir Vladimirovich", "--json").out)
        self.assertIn({"kind": "without_listed", "subject": "'vladimirovich'", "score": "1.0000",
                       "hit": True,
                       "words": "without 'vladimirovich', which only the listed name has: 1.0000"},
                      answer["what_if"])

    def test_columns_of_a_batch(self):
        rows = ("id,name,identifier,identifier_type,imo,nationality,gender\n"
                "1,,1084010,passport,,,\n"
                "2,,1084010,tax,,,\n"
                "3,Grace 1,,,9116412,,\n"
                "4,Vladimir Putin,,,,RU,f\n"
                "5,Vladimir Putin,,shoe,,,\n"
                "6,,,,,,\n")
        done = self.ask("--input", "-", "--format", "csv", stdin=rows)
        self.assertEqual(done.returncode, 3)
        self.assertIn("identifier_type", done.err)
        found = list(csv.DictReader(io.StringIO(done.out)))
        by_id = {r["query_id"]: r for r in reversed(found)}
        self.assertEqual((by_id["1"]["source_id"], by_id["1"]["score"]), ("2676", ""))
        self.assertIn("found by identifier", by_id["1"]["notes"])
        self.assertIn("identifier confirms", by_id["1"]["notes"])
        self.assertIn("identifier partial (another type)", by_id["2"]["notes"])
        self.assertIn("imo confirms", by_id["3"]["notes"])
        self.assertIn("found by name and identifier", by_id["3"]["notes"])
        self.assertIn("nationality confirms", by_id["4"]["notes"])
        self.assertIn("gender contradicts", by_id["4"]["notes"])
        self.assertEqual(by_id["5"]["status"], "not_screened")
        self.assertEqual(by_id["6"]["status"], "not_screened")

    def test_rows_of_numbers_need_no_name(self):
        for text, form in (("id,identifier\n1,1084010\n", "csv"), ("id\timo\n1\t9116412\n", "tsv"),
                           ('{"id":"1","identifier":1084010}\n{"id":"2","imo":"9116412"}\n', "jsonl")):
            done = self.ask("--input", "-", "--format", form, stdin=text, check=0)
            self.assertIn("2676" if "1084010" in text else "27304", done.out)
        done = self.ask("--input", "-", "--format", "csv", stdin="id,country\n1,RU\n")
        self.assertEqual(done.returncode, 4)
        done = self.ask("--input", "-", "--format", "jsonl", stdin='{"id":"1","country":"RU"}\n')
        self.assertEqual(done.returncode, 3)

    def test_a_batch_counts_what_it_leaves_out(self):
        rows = "id,name,birth_date\n1,Vladimir Putin,1972-10-07\n2,Vladimir Putin,1952-10-07\n"
        done = self.ask("--input", "-", "--format", "csv", "--contradiction", "drop", stdin=rows, check=0)
        self.assertRegex(done.err, r"note: \d+ hits were left out by --contradiction drop")
        self.assertNotIn("left out", self.ask("--input", "-", "--format", "csv", stdin=rows, check=0).err)

    def test_the_schemas_describe_all_of_it(self):
        if jsonschema is None:
            self.skipTest("no package jsonschema")
        schema = json.loads((DOCS / "answer.schema.json").read_text())
        for args in (("--identifier", "1084010"), ("Grace 1", "--imo", "7937317", "--explain"),
                     ("Grace 1", "--imo", "7937317", "--contradiction", "drop", "--best-only"),
                     ("BMI", "--country", "IR", "--explain"),
                     ("Vladimir Putin", "--birth-date", "1972", "--contradiction", "drop"),
                     ("Vladimir Putin 5", "--explain", "--identifier-type", "call-sign",
                      "--identifier", "ABCD", "--nationality", "RU", "--gender", "m")):
            jsonschema.validate(self.answer(*args), schema)
        pair = json.loads(run("compare", "Zhong 5", "Zhang 7 Ltd", "--json", check=0).out)
        jsonschema.validate(pair, json.loads((DOCS / "compare.schema.json").read_text()))
