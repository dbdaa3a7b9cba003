"""The commands bill, origin, share, cutoff and whatif from outside.

Run by test_cli.py. The bill is the made-up handset of docs/examples/handset, and small ones.
"""
import csv
import html.parser
import io
import json
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import unittest

from harness import BINARY, DOCS, Case, run

try:
    import jsonschema
except ImportError:
    jsonschema = None

HANDSET = DOCS / "examples/handset"
FILES = [f"--{n}={HANDSET / (n + '.csv')}" for n in ("parts", "lines", "offers", "fx")]
DAY = "--date=2026-07-23"
PARTS = ("part_id,name,kind,made_in,us_origin,eccn,hs,fmv,currency,discrete,content_type\n"
         "P,,made,CN,n,EAR99,,1000,USD,n,\nL1,,purchased,US,,2B116,,120,USD,,\n"
         "L5,,purchased,CN,,EAR99,,690,USD,,\n")
LINES = "parent_id,pos,child_id,alt_rank,qty,uom\nP,1,L1,0,1,\nP,2,L5,0,1,\n"


class Page(html.parser.HTMLParser):
    """What a page would load or run, and its text."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.loads, self.text = [], [], ""
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        for name, value in attrs:
            if name in ("src", "srcset", "action", "data") or name.startswith("on"):
                self.loads.append((tag, name, value))
            if name == "href" and not value.startswith("#"):
                self.loads.append((tag, name, value))

    def handle_data(self, data):
        self.text += data


def files(case, parts=PARTS, lines=LINES):
    return ["--parts", case.write("p.csv", parts), "--lines", case.write("l.csv", lines)]


class Origin(Case):

    def check(self, text, schema):
        answer = json.loads(text)
        if jsonschema is None:
            self.skipTest("no jsonschema")
        jsonschema.validate(answer, json.loads((DOCS / schema).read_text()))
        return answer

    def test_bill_counts_and_reconciles(self):
        done = run("bill", *FILES, check=0)
        for name, rows in (("parts", 65), ("lines", 87), ("offers", None), ("fx", 4)):
            data = (HANDSET / f"{name}.csv").read_text().splitlines()[1:]
            if rows is not None:
                self.assertEqual(len(data), rows)
            line = next(l for l in done.out.splitlines() if f"{name}.csv" in l)
            self.assertEqual(line.split()[-4:], [str(len(data))] * 2 + ["0", "0"])
        self.assertIn("PHONE-A1, PHONE-B2", done.out)

    def test_every_problem_of_every_file_in_one_run(self):
        done = run("bill", *files(self, PARTS.replace("120", "1e2"), LINES.replace("L5,0,1", "L6,0,x")))
        self.assertEqual(done.returncode, 4)
        self.assertRegex(done.err, r"p\.csv:3: fmv: ")
        self.assertRegex(done.err, r"l\.csv:3: qty: ")
        self.assertIn("2 problems: nothing was calculated", done.err)

    def test_a_cycle_is_told_with_its_path_and_lines(self):
        done = run("bill", *files(self, PARTS, LINES + "L5,1,P,0,1,\n"))
        self.assertEqual(done.returncode, 4)
        self.assertRegex(done.err, r"a cycle: .*'P'.*l\.csv:\d.*'L5'")

    def test_usage(self):
        small = files(self)
        for args in (["bill"], ["origin", *small], ["bill", "--parts", small[1]],
                     ["origin", *small, "--destination", "DE", "--all-destinations"],
                     ["origin", *small, "--destination", "Atlantis"],
                     ["origin", *small, "--destination", "DE", "--date", "yesterday"],
                     ["origin", *small, "--destination", "DE", "--product", "none"],
                     ["origin", *small, "--destination", "DE", "--regime", "eu"],
                     ["origin", *small, "--destination", "DE", "--fact", "a=b"],
                     ["origin", *small, "--destination", "DE", "--json", "--csv", "-"],
                     ["origin", "--bill", small[1], "--parts", small[1], "--destination", "DE"],
                     ["bill", "--bill", self.write("flat.csv", "MPN,Qty\nA,1\n")],
                     ["share", *small, "--product", "none"], ["cutoff", *small],
                     ["whatif", *small, "--destination", "DE"],
                     ["whatif", *small, "--destination", "DE", "--change", "colour:P=red"]):
            with self.subTest(args=args):
                done = run(*args)
                self.assertEqual(done.returncode, 2, done.err)
                self.assertTrue(done.err)

    def test_a_summary_has_the_verdicts_and_figures_of_the_whole_answer(self):
        ask = [*FILES, "--destination=IR", "--destination=DE", DAY, "--json"]
        whole = self.check(run("origin", *ask, check=0).out, "origin.schema.json")
        short = self.check(run("origin", *ask, "--summary", check=0).out, "origin.schema.json")
        self.assertTrue(short["options"]["summary"])
        self.assertFalse(whole["options"]["summary"])
        self.assertEqual(len(short["results"]), len(whole["results"]))
        for a, b in zip(short["results"], whole["results"]):
            for key in ("product", "destination", "verdict", "share", "controlled_value", "room", "excess"):
                self.assertEqual(a[key], b[key])
            self.assertIsNone(a["counted"])
        self.assertIn("name a product with --product",
                      run("origin", *ask[:-1], "--summary", check=0).out)

    def test_many_products_are_answered_by_a_summary(self):
        parts = "part_id,kind,made_in,eccn,fmv,currency\nC,,US,5A992.c,1,USD\n"
        lines = "parent_id,pos,child_id,qty\n"
        for i in range(201):
            parts += f"P{i},made,CN,EAR99,{i + 1},USD\n"
            lines += f"P{i},1,C,2\n"
        done = run("origin", *files(self, parts, lines), "--destination=IR", "--regime=us-ear", DAY, "--csv=-",
                   check=0)
        self.assertIn("201 products: verdicts and figures alone", done.err)
        rows = list(csv.DictReader(io.StringIO(done.out)))
        self.assertEqual(len(rows), 201)
        # 2 of a price of 20 is not more than 10 %, 2 of 19 is.
        by_id = {r["product"]: r["verdict"] for r in rows}
        self.assertEqual(by_id["P18"], "triggers")
        self.assertEqual(by_id["P19"], "does_not_trigger")

    def test_parts_worth_more_than_the_product_are_told(self):
        done = run("origin", *files(self, PARTS.replace("1000", "800")), "--destination=DE", DAY, "--json", check=0)
        self.assertIn("its parts are worth 810 USD at least, more than its price", done.out)
        done = run("origin", *files(self), "--destination=DE", DAY, "--json", check=0)
        self.assertNotIn("its parts are worth", done.out)

    def test_standard_output_under_another_name_is_not_replaced(self):
        out = self.path / "redirected.txt"
        with open(out, "wb") as to:
            to.write(b"before\n")
            to.flush()
            subprocess.run([BINARY, "origin", *files(self), "--destination=DE", DAY, "--csv=/dev/stdout"],
                           stdout=to, check=True)
        text = out.read_text()
        self.assertTrue(text.startswith("before\nproduct,destination,"), text[:60])
        for name in ("-", "/dev/stdout"):
            with open(self.path / "index.txt", "wb") as to:
                done = subprocess.run([BINARY, "index", "build", "--out", name, str(self.path / "own.jsonl")],
                                      stdout=to, stderr=subprocess.PIPE)
            self.assertEqual(done.returncode, 2)
            self.assertIn(b"cannot go to standard output", done.stderr)

    def test_a_full_disk_and_numbers_with_zeros(self):
        for args in (["--version"], ["--help"]):
            with open("/dev/full", "wb") as full:
                self.assertEqual(subprocess.run([BINARY, *args], stdout=full,
                                                stderr=subprocess.DEVNULL).returncode, 1)
        small = files(self)
        run("cutoff", *small, "--country=US", "--limit=010", check=0)
        for limit in ("0x10", "1.5", "-1"):
            done = run("cutoff", *small, "--country=US", "--limit=" + limit, check=2)
            self.assertIn("is no whole number", done.err)
        self.assertIn("2016-02-30", run("origin", *small, "--destination=DE", "--date=2016-02-30", check=2).err)

    def test_the_worked_example_to_germany(self):
        # 120 of 1000 is controlled for Germany (MT 1): 12 %, not more than 25 %.
        answer = self.check(run("origin", *files(self), "--destination", "DE", DAY, "--regime", "us-ear",
                                "--json", check=0).out, "origin.schema.json")
        self.assertEqual(len(answer["results"]), 1)
        result = answer["results"][0]
        self.assertEqual(result["verdict"], "does_not_trigger")
        self.assertEqual((result["share"]["num"], result["share"]["den"]), ("3", "25"))
        self.assertEqual(result["share"]["display"], "0.1200")
        self.assertEqual(result["threshold"]["display"], "0.2500")
        self.assertEqual(result["operator"], "more_than")
        self.assertEqual([p["part"] for p in result["counted"]], ["L1"])
        self.assertTrue(answer["disclaimer"])
        self.assertTrue(result["not_evaluated"])

    def test_json_of_the_handset_follows_the_schemas(self):
        places = [x for cc in ("DE", "CN", "IR", "KP", "SY", "CU", "RU") for x in ("--destination", cc)]
        answer = self.check(run("origin", *FILES, *places, "--json", DAY, check=0).out,
                            "origin.schema.json")
        self.assertEqual(len(answer["results"]), 28)
        self.check(run("share", *FILES, "--product", "PHONE-A1", "--json", DAY, check=0).out,
                   "share.schema.json")
        self.check(run("cutoff", *FILES, "--country", "US", "--every-supplier", "--json", DAY,
                       check=0).out, "cutoff.schema.json")
        self.check(run("whatif", *FILES, *places, "--change", "date=2016-03-01", "--replacement",
                       "--json", DAY, check=0).out, "whatif.schema.json")

    def test_the_same_question_gives_the_same_bytes(self):
        args = ["origin", *FILES, "--destination", "IR", "--json", DAY]
        self.assertEqual(run(*args, check=0).out, run(*args, check=0).out)

    def test_no_output_says_cleared(self):
        for args in (["origin", *FILES, "--destination", "DE", DAY],
                     ["origin", *FILES, "--destination", "DE", DAY, "--json"],
                     ["origin", *FILES, "--destination", "DE", DAY, "--html", "-"]):
            out = run(*args, check=0).out
            self.assertNotRegex(out.lower(), r"\bcleared\b")
            self.assertIn("clearance", out)  # what it is not

    def test_rows_for_a_spreadsheet(self):
        done = run("origin", *FILES, "--destination", "IR", "--destination", "DE", DAY, "--csv", "-",
                   check=0)
        rows = list(csv.DictReader(io.StringIO(done.out)))
        self.assertEqual(len(rows), 8)
        self.assertEqual(rows[0]["destination"], "IR")
        self.assertEqual(rows[0]["verdict"], "triggers")

    def test_a_flat_bill_of_a_design_tool(self):
        flat = self.write("flat.csv", "Mfr. Part #;Qty;Unit Price;Country of Origin;ECCN\n"
                                      "A-1;2;\"$60.00\";United States;2B116\nB-2;1;690;CN;EAR99\n")
        args = ["origin", "--bill", flat, "--product-name", "Board", "--product-price", "1000", "--currency",
                "USD", "--made-in", "CN", "--destination", "DE", "--regime", "us-ear", DAY, "--json"]
        result = json.loads(run(*args, check=0).out)["results"][0]
        self.assertEqual(result["controlled_value"], {"low": "120", "high": "120"})

    FLAT = ("MPN,Qty,Unit Price,Manufacturer,Country of Origin,ECCN\n"
            "CAP,1,1,Murata,Japan,EAR99\nRES,2,1,Yageo,TW,EAR99\nCHIP,1,50,Acme,US,3A991\n")

    def flat(self, text=FLAT, *more):
        return ["--bill", self.write("flat-bill.csv", text), "--product-name", "Board", *(
            [] if "--product-price" in more else ["--currency", "USD"]), *more]

    def test_an_offer_without_a_country_of_origin_has_that_of_its_part(self):
        # All come from where they are made; of no supplier the country is stated.
        foreign = self.FLAT.replace("CHIP,1,50,Acme,US", "CHIP,1,50,Acme,DE")
        told = self.check(run("cutoff", *self.flat(foreign), "--country", "US", DAY, "--json", check=0).out,
                          "cutoff.schema.json")
        product, = told["products"]
        self.assertEqual((product["stops"], product["stops_with_unknown_suppliers"]), ("no", "unknown"))
        self.assertEqual(told["unknown_supplier_country"],
                         {"parts": 3, "suppliers": ["Acme", "Murata", "Yageo"], "more_suppliers": 0})
        text = " ".join(run("cutoff", *self.flat(foreign), "--country", "US", DAY, check=0).out.split())
        self.assertIn("0 of 1 product stops.", text)
        self.assertIn("3 parts come from elsewhere, of suppliers whose country is not stated", text)
        self.assertIn("Acme, Murata, Yageo", text)
        told = json.loads(run("cutoff", *self.flat(), "--country", "US", DAY, "--json", check=0).out)
        self.assertEqual((told["products"][0]["stops"], told["cut_parts"]), ("yes", ["CHIP"]))

    def test_the_country_of_a_supplier_settles_it(self):
        text = ("MPN,Qty,Supplier,Supplier Country,Origin\n"
                "CAP,1,Digi,United States,JPN\nRES,1,Yageo,TW,TW/CN\n")
        told = json.loads(run("cutoff", *self.flat(text), "--country", "USA", DAY, "--json", check=0).out)
        self.assertEqual((told["products"][0]["stops"], told["cut_parts"]), ("yes", ["CAP"]))
        self.assertEqual(told["unknown_supplier_country"]["parts"], 0)

    def test_facts_that_no_test_asks_for_are_refused(self):
        done = run("origin", *files(self), "--destination", "IR", "--fact", "transformed=yes", check=2)
        self.assertIn("substantially_transformed", done.err)
        self.assertIn("military_commodity", done.err)
        run("origin", *files(self), "--destination", "IR", "--fact", "counts:none=yes", check=2)
        run("origin", *files(self), "--destination", "IR", "--fact", "counts:L1=yes", check=0)

    def test_a_stated_fact_that_decides_is_told(self):
        args = ["origin", *files(self), "--destination", "IR", "--regime", "us-ofac", DAY,
                "--fact", "substantially_transformed=yes"]
        test, = json.loads(run(*args, "--json", check=0).out)["results"][0]["tests"]
        self.assertEqual(test["verdict"], "does_not_trigger")
        self.assertIn("stated: substantially_transformed = yes, which exempts it whatever the share",
                      test["why"])
        self.assertIn("facts       substantially_transformed = yes", run(*args, check=0).out)

    def test_questions_say_how_to_answer_them(self):
        args = ["origin", *files(self), "--destination", "IR", "--regime", "us-ofac", DAY]
        result = json.loads(run(*args, "--json", check=0).out)["results"][0]
        self.assertEqual(result["verdict"], "depends")
        self.assertEqual([u["answer"] for u in result["deciding_unknowns"]],
                         ["--fact substantially_transformed=yes|no"])
        text = run(*args, check=0).out
        self.assertIn("--fact substantially_transformed=yes|no", " ".join(text.split()))
        self.assertIn("  needs       --fact substantially_transformed (P to IR, us-ofac)\n", text)
        self.assertIn("--fact substantially_transformed=yes|no", run(*args, "--html", "-", check=0).out)

    def test_a_regime_that_does_not_ask_says_so(self):
        text = " ".join(run("origin", *files(self), "--destination", "DE", DAY, check=0).out.split())
        self.assertIn("us-ofac here is 31 CFR 560.420 alone", text)

    def test_options_of_the_product_are_read_as_cells_are(self):
        more = ["--product-price", "$1,250.00", "--made-in", "Germany", "--product-eccn", "5a992.c",
                "--destination", "CN", "--regime", "us-ear", DAY, "--json"]
        told = json.loads(run("origin", *self.flat(self.FLAT, *more), check=0).out)["results"][0]
        self.assertEqual((told["product_value"]["low"], told["currency"], told["exported_from"]),
                         ("1250", "USD", "DE"))

    def test_options_that_cannot_be_read_are_errors_of_the_call(self):
        for option, value in (("--product-price", "1,234"), ("--made-in", "Atlantis"),
                              ("--product-eccn", "5A992c"), ("--currency", "dollars")):
            done = run("bill", *self.flat()[:4], option, value, check=2)
            self.assertIn(option, done.err)
            self.assertNotIn("flat-bill.csv:1", done.err)

    def test_all_that_is_missing_is_said_at_once(self):
        err = run("origin", check=2).err
        self.assertIn("--bill FILE", err)
        self.assertIn("--destination CC", err)
        err = run("bill", "--bill", self.write("lone.csv", self.FLAT), check=2).err
        for option in ("--product-name", "--product-price", "--made-in", "--product-eccn"):
            self.assertIn(option, err)

    def test_a_header_that_is_refused_is_the_only_problem(self):
        done = run("bill", *files(self, PARTS.replace("made_in,", "").replace(",CN,", ",")), check=4)
        self.assertIn("made_in", done.err)
        self.assertIn("1 problem: nothing was calculated", done.err)

    def test_what_is_near_is_told(self):
        self.assertIn("is PHONE-A1", run("share", *FILES, "--product", "phone-a", check=2).err)
        self.assertIn("meant?", run("cutoff", *FILES, "--supplier", "Aroyo Silicon Inc", check=2).err)
        eccn = run("bill", *files(self, PARTS.replace("2B116", "5A992c")), check=4).err
        self.assertIn("is 5A992.c meant?", eccn)

    def test_the_day_has_one_name_in_two_spellings(self):
        one = run("origin", *files(self), "--destination", "DE", "--as-of", "2026-07-23", "--json").out
        self.assertEqual(one, run("origin", *files(self), "--destination", "DE", DAY, "--json").out)

    def test_semicolons_between_the_cells_of_tables(self):
        done = run("bill", *files(self, PARTS.replace(",", ";"), LINES.replace(",", ";")), check=0)
        self.assertRegex(done.out, r"parts +3\n")

    def test_parties_are_told_with_lists_score_and_status(self):
        offers = self.write("offers.csv", "part_id,supplier_id\nL1,Vostok Granulator\nL5,Nobody\n")
        args = [*files(self), "--offers", offers, "--index", self.index, DAY, "--json"]
        for command, more in (("share", []), ("cutoff", ["--party", "Vostok Granulator Works"])):
            told = " ".join(json.loads(run(command, *args, *more, check=0).out)["assumptions"])
            self.assertRegex(told, r"screened against House list, 2018-01-31 \(sha256 [0-9a-f]{16}")
        self.assertRegex(told, r"supplier Vostok Granulator is a possible match of X-house: Vostok "
                               r"Granulator Works \(score 0\.\d{4}, listed")
        slices = json.loads(run("share", *args, check=0).out)["dimensions"][-1]["slices"]
        name, = [x["name"] for x in slices if x["key"].startswith("X-house")]
        self.assertRegex(name, r"Vostok Granulator: score 0\.\d{4}, listed")

    def test_figures_are_never_cut(self):
        parts = PARTS.replace(",1000,", ",1234567.89..2345678.90,").replace("120", "123456.78..234567.89")
        for width in ("60", "80", "100", "120", "200"):
            text = run("origin", *files(self, parts), "--destination", "DE", DAY, env={"COLUMNS": width}).out
            table = text[:text.index("P from")]
            self.assertNotIn("~", table)
            shown = "1234567.89..2345678.9 USD" in table
            self.assertEqual(shown, "no room for" not in table, width)

    def test_rules_of_a_folder_are_told_when_they_take_the_place_of_others(self):
        folder = self.path / "own-rules"
        folder.mkdir()
        (folder / "t.json").write_text(json.dumps({
            "id": "us-ear.734.4.threshold", "type": "percent", "values": [
                {"citation": "own", "verified": False,
                 "value": {"countries": "others", "percent": "25", "operator": "more_than"}}]}))
        values = len(json.loads(run("rules", "show", "us-ear.734.4.threshold", "--json").out)["values"])
        words = f"us-ear.734.4.threshold takes the place of the built-in one, whole; "
        done = run("origin", *files(self), "--destination", "DE", DAY, "--rules", str(folder), check=0)
        self.assertIn(words, done.err)
        self.assertRegex(done.err, rf"\d+ of {values} built-in values are gone")
        self.assertIn(words, run("rules", "check", "--rules", str(folder), check=0).out)

    def test_cyclonedx_and_back(self):
        out = str(self.path / "bill.cdx.json")
        run("bill", *FILES, "--cyclonedx", out, check=0)
        document = json.loads(pathlib.Path(out).read_text())
        self.assertEqual((document["bomFormat"], document["specVersion"]), ("CycloneDX", "1.6"))
        question = ["--destination", "IR", "--destination", "CU", DAY, "--json"]
        first = json.loads(run("origin", *FILES, *question, check=0).out)
        second = json.loads(run("origin", "--bill", out, *question, check=0).out)
        self.assertEqual(first["results"], second["results"])

    def test_terminal_width(self):
        for width in ("80", "100", "160"):
            for command in (["origin", "--destination", "IR", "--destination", "DE"], ["cutoff", "--country", "US"],
                            ["share", "--product", "PHONE-A1"], ["bill"]):
                day = [] if command[0] == "bill" else [DAY]
                done = run(*command, *FILES, *day, env={"COLUMNS": width}, check=0)
                # A path of a file has no place to break.
                longest = max(len(l) for l in done.out.splitlines() if "/" not in l)
                self.assertLessEqual(longest, int(width), (command, width))

    def test_production_facts_with_problems_are_told_with_line_and_column(self):
        rows = ("part_id,us_technology_eccns,plant_eccns,contains_ic_of_such_plant\n"
                "P,3A001,none,n\nX,none,none,n\nL1,none,none,n\nL1,none,none,n\n")
        done = run("origin", *files(self), "--production", self.write("m.csv", rows), "--destination", "DE", check=4)
        self.assertRegex(done.err, r"m\.csv:2: us_technology_eccns: '3A001'")
        self.assertRegex(done.err, r"m\.csv:3: part_id: no part 'X'")
        self.assertRegex(done.err, r"m\.csv:5: part_id: part 'L1' stands already in line 4")

    def test_what_is_said_of_the_end_user_is_checked(self):
        ask = ["origin", *files(self), "--destination", "DE"]
        for more, words in ((["--end-use", "space"], "there are advanced-node, "),
                            (["--end-use", "none", "supercomputer"], "--end-use none does not go with others"),
                            (["--end-user-footnote", "first"], "is no footnote of the Entity List"),
                            (["--end-user-footnote", "9"], "footnotes 1 to 5 by the rules"),
                            (["--end-user-headquarters", "Atlantis"], "is no country")):
            with self.subTest(more=more):
                self.assertIn(words, run(*ask, *more, check=2).err)
        done = run(*ask, "--end-user", "Nobody At All", DAY, check=0)
        self.assertIn("Sample list", done.err)
        self.assertIn("which says nothing", " ".join(done.out.split()))
        # What is stated is followed, and says so beside what the entry has.
        huawei = [*ask, "--end-user", "Huawei Technologies Co., Ltd.", DAY, "--end-user-footnote"]
        done = " ".join(run(*huawei, "none", check=0).out.split())
        self.assertIn("footnotes 1); stated footnotes: none: the statement was followed, not the entry", done)
        self.assertNotIn("taken to be that party", done)
        self.assertNotIn("the statement was followed", " ".join(run(*huawei, "1", check=0).out.split()))

    def test_the_prongs_of_direct_product_rules_in_json(self):
        chip = DOCS / "examples/direct-product"
        ask = ["origin", *(f"--{n}={chip / (n + '.csv')}" for n in ("parts", "lines", "production")),
               "--product=ASIC-T1", "--regime=us-ear", DAY, "--destination=DE", "--json",
               "--end-user=Huawei Technologies Co., Ltd.", "--end-use=none"]
        answer = self.check(run(*ask, check=0).out, "origin.schema.json")
        (result,) = answer["results"]
        self.assertEqual(result["verdict"], "triggers")
        tests = {t["id"]: t for t in result["tests"]}
        rules = [t for t in tests if t.startswith("us-ear-734.9-")]
        self.assertEqual(len(rules), 13)
        test = tests["us-ear-734.9-e-1"]
        self.assertEqual([(p["id"], p["met"]) for p in test["prongs"]], [("product", "yes"), ("reach", "yes")])
        cited = [result["rules"][n] for n in test["rules"]]
        self.assertIn("us-ear.734.9.e-1", [r["id"] for r in cited])
        self.assertEqual(tests["us-ear-734.9-l"]["verdict"], "not_applicable")
        (party,) = answer["options"]["end_user"]["parties"]
        self.assertEqual(party["matches"][0]["footnotes"], ["1"])
        self.assertTrue(party["matches"][0]["equal"])
        self.assertFalse(any("foreign direct" in n for n in result["not_evaluated"]))
        (row,) = csv.DictReader(io.StringIO(run(*[a for a in ask if a != "--json"], "--csv=-", check=0).out))
        self.assertEqual((row["verdict"], row["direct_product_rules"]), ("triggers", "e-1 triggers"))
        # The same without a word about the end user depends, and the whole without any fact does not say.
        answer = self.check(run(*ask[:-2], check=0).out, "origin.schema.json")
        self.assertEqual(answer["results"][0]["verdict"], "depends")
        answer = self.check(run(*ask[:3], *ask[4:-2], check=0).out, "origin.schema.json")
        self.assertEqual(answer["results"][0]["verdict"], "does_not_trigger")
        self.assertTrue(answer["results"][0]["not_evaluated"][0].startswith(
            "foreign direct product rules (15 CFR 734.9) (e)(1), "))


class Outputs(Case):

    def test_an_output_never_takes_the_place_of_an_input_or_of_another(self):
        parts, lines = files(self)[1::2]
        before = pathlib.Path(parts).read_bytes(), pathlib.Path(lines).read_bytes()
        asked = ["origin", "--parts", parts, "--lines", lines, "--destination", "IR", DAY]
        for extra in (["--html", parts], ["--csv", parts], ["--csv", "x.out", "--html", "x.out"]):
            done = run(*asked, *extra, check=2)
            self.assertIn("same file", done.err)
        done = run("bill", "--parts", parts, "--lines", lines, "--cyclonedx", lines, check=2)
        self.assertIn("input and output are the same file", done.err)
        self.assertEqual(before, (pathlib.Path(parts).read_bytes(), pathlib.Path(lines).read_bytes()))


class Html(Case):
    HOSTILE = "</title></svg><script>alert(1)</script><img src=x onerror=alert(1)>\"'&"

    def page(self, *args):
        return run("origin", *args, "--html", "-", check=0).out

    def test_it_loads_nothing_and_runs_nothing(self):
        text = self.page(*FILES, "--destination", "IR", "--destination", "DE", DAY)
        page = Page(text)
        self.assertEqual(page.loads, [])
        self.assertNotIn("script", page.tags)
        self.assertNotIn("link", page.tags)
        self.assertNotRegex(text, r"https?://|url\(|@import")
        self.assertIn("default-src 'none'", text)

    def test_each_figure_leads_to_its_working(self):
        text = self.page(*FILES, "--all-destinations", "--product", "PHONE-A1", DAY)
        targets = set(re.findall(r'href="#(\w+)"', text))
        self.assertGreater(len(targets), 190)
        self.assertLessEqual(targets, set(re.findall(r'id="(\w+)"', text)))

    def test_input_cannot_leave_its_place(self):
        bad = self.HOSTILE.replace('"', '""')
        parts = PARTS.replace("L1,,", f'L1,"{bad}",').replace("P,,", f'P,"{bad}",')
        parts = parts.replace("L5,,", f'"{bad}","{bad}",')
        lines = LINES.replace("2,L5,", f'"{bad}","{bad}",')
        text = self.page(*files(self, parts, lines), "--destination", "IR", DAY)
        page = Page(text)
        self.assertEqual(page.loads, [])
        self.assertNotIn("script", page.tags)
        self.assertNotIn("img", page.tags)
        self.assertIn(self.HOSTILE, page.text)

    def test_it_opens_in_a_browser(self):
        browser = shutil.which("chromium") or shutil.which("chromium-browser")
        if browser is None:
            self.skipTest("no chromium")
        path = self.path / "report.html"
        path.write_text(self.page(*FILES, "--destination", "IR", "--destination", "CU", "--product",
                                  "PHONE-A1", DAY))
        picture = self.path / "report.png"
        args = [browser, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                f"--user-data-dir={self.path / 'profile'}", "--window-size=1100,2600"]
        subprocess.run([*args, f"--screenshot={picture}", path.as_uri()], capture_output=True,
                       timeout=120, check=True)
        # A page that is blank, or an error page, packs into a few kilobytes.
        self.assertGreater(picture.stat().st_size, 50_000)
        drawn = subprocess.run([*args, "--dump-dom", path.as_uri()], capture_output=True, timeout=120,
                               check=True).stdout.decode()
        self.assertEqual(drawn.count("<details>"), path.read_text().count("<details>"))
        self.assertGreater(drawn.count("<rect"), 100)


class Suppliers(Case):
    def test_a_supplier_that_cannot_be_screened_is_not_said_to_have_no_match(self):
        index = self.path / "sample.twi"
        sample = DOCS.parent / "src/sample/sample.jsonl"
        self.assertEqual(run("index", "build", "--out", index, f"tradewarden:{sample}").returncode, 0)
        files = []
        for name, text in (("parts", PARTS), ("lines", LINES),
                           ("offers", "part_id,supplier_id,supplier_country\nL1,---,DE\n"
                                      "L5,ZTE Kangxun,CN\n")):
            (self.path / f"{name}.csv").write_text(text)
            files.append(f"--{name}={self.path / (name + '.csv')}")
        out = run("share", *files, DAY, f"--index={index}").out
        self.assertIn("not screened: no name to compare", out)
        self.assertIn("ZTE Kangxun Telecommunications", out)
        self.assertNotIn("no possible match", out)

    def test_a_damaged_index_is_refused(self):
        good = self.path / "good.twi"
        sample = DOCS.parent / "src/sample/sample.jsonl"
        run("index", "build", "--out", good, f"tradewarden:{sample}", check=0)
        whole = good.read_bytes()
        middle = bytearray(whole)
        middle[len(whole) // 2] ^= 0x40
        damaged = {"no.twi": b"x" * 100, "empty.twi": b"", "cut.twi": whole[:len(whole) // 2],
                   "flipped.twi": bytes(middle)}
        offers = self.path / "offers.csv"
        offers.write_text("part_id,supplier_id,supplier_country\nL5,ZTE Kangxun,CN\n")
        given = [*files(self), "--offers", offers, DAY, "--json"]
        for name, content in damaged.items():
            (self.path / name).write_bytes(content)
            for command, more in (("origin", ["--destination", "DE"]), ("share", []),
                                  ("cutoff", ["--party", "ZTE"])):
                with self.subTest(index=name, command=command):
                    done = run(command, *given, *more, "--index", self.path / name, check=4)
                    self.assertIn(name, done.err)
                    self.assertEqual(done.out, "")
        missing = run("share", *given, "--index", self.path / "none.twi", check=4)
        self.assertIn("none.twi", missing.err)

    def test_a_currency_that_is_none_is_an_error_with_its_line(self):
        parts = "part_id,kind,made_in,eccn,fmv,currency\nP,made,CN,EAR99,9,UDS\nC,,US,EAR99,1,DEM\n"
        lines = "parent_id,pos,child_id,qty\nP,1,C,1\n"
        done = run("bill", *files(self, parts, lines), check=4)
        self.assertIn("'UDS' is no currency of ISO 4217; is USD meant?", done.err)
        self.assertIn("p.csv:2", done.err)
        self.assertNotIn("DEM", done.err)

    def test_what_a_name_hides_is_shown(self):
        parts = ("part_id,name,kind,made_in,eccn,fmv,currency\n"
                 "P\u202egnp,Pump\u200b,made,CN,EAR99,9,USD\nC,,,US,2B116,1,USD\n")
        lines = "parent_id,pos,child_id,qty\nP\u202egnp,1,C,1\n"
        given = files(self, parts, lines)
        for command, more in (("origin", ["--destination", "DE"]), ("share", []),
                              ("bill", []), ("cutoff", ["--country", "US"])):
            with self.subTest(command=command):
                done = run(command, *given, *more, *([] if command == "bill" else [DAY]), check=0)
                self.assertNotIn("\u202e", done.out + done.err)
                self.assertNotIn("\u200b", done.out + done.err)
                self.assertIn("<U+202E>", done.out)
        told = json.loads(run("share", *given, DAY, "--json", check=0).out)
        self.assertEqual((told["product"], told["product_name"]), ("P\u202egnp", "Pump\u200b"))


class Docs(Case):
    """What docs/origin.md shows is what the program prints."""

    def test_the_tables_of_the_worked_example(self):
        page = (DOCS / "origin.md").read_text()
        example = page[page.index("## An example"):page.index("## Verdicts")]
        blocks = re.findall(r"^    (tradewarden (?:[^\n]|\n    )*?)\n\n((?:    [^\n]*\n|\n)+)", example,
                            re.M)
        self.assertEqual([c.split()[1] for c, _ in blocks], ["share", "origin", "origin", "cutoff", "whatif"])
        for command, shown in blocks:
            args = [str(HANDSET / a) if a.endswith(".csv") else a
                    for a in command.replace("\\\n", " ").split()[1:]]
            out = run(*args, env={"COLUMNS": "92"}, check=0).out.splitlines()
            lines = [l[4:] for l in shown.splitlines() if l.strip() not in ("", "...")]
            self.assertGreater(len(lines), 3, command)
            for line in lines:
                if line.endswith("..."):
                    self.assertTrue(any(o.startswith(line[:-3]) for o in out), line)
                else:
                    self.assertIn(line, out, command)

    def test_the_page_about_direct_products(self):
        page = (DOCS / "foreign-direct-product.md").read_text()
        chip = DOCS / "examples/direct-product"
        shown = 0
        for command, block in re.findall(r"    (tradewarden origin (?:[^\n]|\\\n    )*?)\n\n```\n(.*?)```", page, re.S):
            args = [str(chip / a) if a.endswith(".csv") else a
                    for a in shlex.split(command.replace("\\\n", " "))[1:]]
            out = run(*args, check=0).out.splitlines()
            for line in block.splitlines():
                if line.strip() not in ("", "..."):
                    shown += 1
                    self.assertIn(line, out, command)
        self.assertGreater(shown, 20)
        for name in ("production.csv",):
            for line in (chip / name).read_text().splitlines():
                self.assertIn(f"    {line}\n", page)
        # The table of dates, and the picture.
        ask = [*(f"--{n}={chip / (n + '.csv')}" for n in ("parts", "lines", "production")), "--product=ASIC-T1",
               "--regime=us-ear", "--destination=DE", "--end-user-footnote=1", "--end-use=none", "--json"]
        for day, words in re.findall(r"\| (20\d\d-\d\d-\d\d) \| (not applicable|depends|triggers)", page):
            tests = json.loads(run("origin", *ask, f"--date={day}", check=0).out)["results"][0]["tests"]
            (verdict,) = [t["verdict"] for t in tests if t["id"] == "us-ear-734.9-e-1"]
            self.assertEqual(verdict.replace("_", " "), words)
        answer = run("origin", *ask[:-3], "--end-user=Huawei Technologies Co., Ltd.", "--end-use=none", "--json", DAY,
                     check=0).stdout
        picture = subprocess.run([sys.executable, DOCS.parent / "tools/draw_prongs.py"], input=answer,
                                 capture_output=True, check=True).stdout.decode()
        self.assertEqual(picture, (DOCS / "foreign-direct-product-example.svg").read_text())

    def test_every_rule_and_end_use_is_on_the_page_about_direct_products(self):
        page = (DOCS / "foreign-direct-product.md").read_text()
        uses, paragraphs = set(), set()
        for path in (DOCS.parent / "src/rules/data/us-ear/734").glob("fdp-*.json"):
            uses |= set(re.findall(r'"end_use": "([^"]+)"', path.read_text()))
            paragraphs |= set(re.findall(r'"paragraph": "([^"]+)"', path.read_text()))
        self.assertEqual(len(paragraphs), 13)
        for paragraph in paragraphs:
            self.assertIn(f"| {paragraph} |", page)
        for use in uses:
            self.assertIn(f"`{use}`", page)

    def test_the_titles_of_flat_bills_are_those_of_the_program(self):
        page = (DOCS / "origin.md").read_text()
        table = page[page.index("| meaning | titles |"):page.index("- The part id is")]
        told = set(re.findall(r"\b[a-z0-9]+\b", "".join(
            line.split("|")[2] for line in table.splitlines()[2:] if line)))
        source = (DOCS.parent / "src/bill_io/flat_columns.cpp").read_text()
        known = set(re.findall(r'\{"(\w+)", \w+\}', source))
        self.assertGreater(len(known), 100)
        self.assertEqual(told, known)

    def test_every_reason_and_fact_is_documented(self):
        page = (DOCS / "origin.md").read_text()
        words = set()
        for path in (DOCS.parent / "src/origin").glob("*.cpp"):
            words |= set(re.findall(r'\breason = "(\w+)"', path.read_text()))
        for path in (DOCS.parent / "src/rules/data").rglob("*.json"):
            words |= set(re.findall(r'"why": "(\w+)"', path.read_text()))
        words.discard("chart")  # the chart then says the reason
        self.assertGreater(len(words), 30)
        done = run("origin", *files(self), "--destination", "IR", "--fact", "none=yes", check=2)
        facts = re.search(r"there are (.*), and counts:PART", done.err).group(1).split(", ")
        self.assertGreater(len(facts), 8)
        for word in [*words, *facts]:
            self.assertIn(f"`{word}`", page)

    def test_the_columns_of_rows_are_documented(self):
        page = (DOCS / "origin.md").read_text()
        part = page[page.index("## Rows for a spreadsheet"):page.index("## JSON")]
        more = {"origin": ["--destination", "IR"], "share": ["--product", "PHONE-A1"],
                "cutoff": ["--country", "US"],
                "whatif": ["--destination", "IR", "--change", "date=2016-03-01"]}
        for command, options in more.items():
            line = next(l for l in part.splitlines() if l.startswith(f"| {command} |"))
            header = run(command, *FILES, *options, DAY, "--csv", "-", check=0).out.splitlines()[0]
            self.assertEqual(re.findall(r"`(\w+)`", line), header.split(","))

    def test_every_page_and_schema_is_linked(self):
        index = (DOCS / "index.md").read_text()
        for path in [*DOCS.glob("*.md"), *DOCS.glob("*.json")]:
            if path.name != "index.md":
                self.assertIn(f"]({path.name})", index)

    def test_the_example_of_the_readme(self):
        page = (DOCS.parent / "README.md").read_text()
        command = re.search(r"    cd docs/examples/handset\n    (tradewarden origin (?:[^\n]|\n    )*?)\n\n"
                            r"((?:    [^\n]*\n|\n)+)", page)
        args = [str(HANDSET / a) if a.endswith(".csv") else a
                for a in command.group(1).replace("\\\n", " ").split()[1:]]
        out = run(*args, check=0).out.splitlines()
        shown = [l[4:] for l in command.group(2).splitlines() if l.strip() and l.strip() != "..."]
        self.assertGreater(len(shown), 2)
        for line in shown:
            self.assertIn(line, out)
