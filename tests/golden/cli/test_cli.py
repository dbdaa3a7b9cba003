"""The program from outside: exit codes, streams, formats, and what a terminal shows.

usage: test_cli.py BINARY [unittest arguments]

Plain Python 3. The schemas are checked with the package jsonschema; without it, that part is
skipped and says so.
"""
import csv
import fcntl
import hashlib
import io
import json
import os
import pathlib
import pty
import re
import select
import signal
import stat
import struct
import subprocess
import termios
import time
import unittest

from evidence_commands import Evidence  # noqa: F401 (run from here)
from harness import BINARY, DAY, DOCS, SECONDS, Case, run
from lists_commands import History, Lists, Killed, Zte  # noqa: F401 (run from here)
from lists_fetch import Fetch  # noqa: F401 (run from here)
from measure_commands import Evaluate, SameFigures, Variants  # noqa: F401 (run from here)
from origin_commands import Docs, Html, Origin, Suppliers  # noqa: F401 (run from here)
from other_commands import Compare, Index, OfacLike  # noqa: F401 (run from here)
from ownership_command import Ownership, ScreenByOwnership  # noqa: F401 (run from here)
from review_commands import Audit, Decisions, OneParty, Rescreen  # noqa: F401 (run from here)
from roo_command import RulesOfOrigin  # noqa: F401 (run from here)
from rules_command import Rules  # noqa: F401 (run from here)
from rules_of_origin_commands import ValueContent  # noqa: F401 (run from here)
from score_rules import ScoreRules  # noqa: F401 (run from here)

try:
    import jsonschema
except ImportError:
    jsonschema = None


class Usage(Case):
    def test_the_pages_name_the_same_exit_codes(self):
        source = (DOCS.parent / "src/cli/exit_code.hpp").read_text()
        codes = re.findall(r"k_\w+ = (\d+),", source)
        self.assertEqual(len(codes), 7)
        for page in (DOCS / "cli.md", DOCS.parent / "README.md"):
            self.assertEqual(re.findall(r"^\| (\d+) \|", page.read_text(), re.M), codes, page)

    def test_help_teaches_by_example(self):
        for command in ([], ["screen"], ["compare"], ["index"], ["index", "build"],
                        ["index", "info"], ["rules"], ["rules", "list"], ["rules", "show"],
                        ["rules", "check"], ["bill"], ["origin"], ["share"], ["cutoff"],
                        ["whatif"], ["rvc"], ["allocate"], ["roo"], ["ownership"], ["evaluate"], ["variants"],
                        ["lists"], ["lists", "import"], ["lists", "fetch"], ["lists", "status"], ["lists", "diff"],
                        ["lists", "release"]):
            done = run(*command, "--help", check=0)
            self.assertIn("Usage:", done.out)
            self.assertLess(max(len(line) for line in done.out.splitlines()), 112)
            if command not in (["index"], ["index", "info"]):
                self.assertIn("Examples:", done.out)
                self.assertIn("tradewarden", done.out)

    def test_version(self):
        self.assertRegex(run("--version", check=0).out, r"^tradewarden \d+\.\d+\.\d+, score version \d+\n$")

    def test_usage_errors_exit_2(self):
        rows = self.write("rows.tsv", "id\tname\n1\tx\n")
        for args in (
            [], ["nonsense"], ["screen"], ["screen", "a", "b"], ["screen", "x", "--as-of", "yesterday"],
            ["screen", "x", "--as-of", "2018-02-30"], ["screen", "x", "--threshold", "2"],
            ["screen", "x", "--limit", "0"], ["screen", "x", "--limit", "many"],
            ["screen", "x", "--weak", "some"], ["screen", "x", "--schema", "planet"],
            ["screen", "x", "--color", "red"], ["screen", "x", "--unknown-option"],
            ["screen", "x", "--input", rows], ["screen", "--input", rows, "--country", "CN"],
            ["screen", "--input", rows, "--json"], ["screen", "x", "--output", "y.tsv"],
            ["screen", "x", "--flush"], ["screen", "--input", rows, "--threads", "0"],
            ["screen", "--input", "rows.txt"],
            ["screen", "--input", "-"], ["screen", "--input", rows, "--output", rows],
            ["compare", "a"], ["compare", "a", "b", "c"], ["compare", "--input", rows, "a", "b"],
            ["screen", "--index", self.index, "--input", rows, "--format", "tsv", "--output", self.index],
            ["index", "build", "--out", rows, rows],
            ["index"], ["index", "build", "x.csv"], ["index", "build", "--out", "x"],
            ["index", "build", "--out", "x", "y.csv@2018-13-01"], ["index", "info"],
        ):
            with self.subTest(args=args):
                if args[:3] == ["screen", "--input", "rows.txt"]:
                    args[2] = self.write("rows.txt", "id,name\n1,x\n")
                done = run(*args)
                self.assertEqual(done.returncode, 2, done.err)
                self.assertTrue(done.err)
                self.assertEqual(done.out, "")

    def test_an_empty_value_is_never_the_default(self):
        rows = self.write("values.tsv", "id\tname\n1\tx\n")
        own = str(self.path / "own.jsonl")
        for args in (
            ["screen", "--index", "", "x"], ["screen", "x", "--index="], ["screen", "--index=", "a", "b"],
            ["screen", "--input", ""], ["screen", "--input", rows, "--output", ""],
            ["screen", "x", "--schema", ""], ["screen", "x", "--country", ""],
            ["screen", "x", "--as-of", ""], ["screen", "x", "--threshold", ""],
            ["screen", "--index", self.index, "--input", rows, "--format", ""],
            ["compare", "--input", ""], ["compare", "a", "b", "--schema", ""],
            ["index", "build", "--out", "", own], ["index", "build", "--out=", own],
            ["index", "build", "--out", str(self.path / "x.twi"), ""],
        ):
            with self.subTest(args=args):
                done = run(*args)
                self.assertEqual(done.returncode, 2, done.err)
                self.assertEqual(done.out, "")
        self.assertIn("--index: the value is empty", run("screen", "--index", "", "x").err)
        self.assertNotEqual(self.screen("--", "--index=").returncode, 2)

    def test_a_name_of_several_words_without_quotes_is_explained(self):
        self.assertIn("quotes", run("screen", "ZTE", "Kangxun", check=2).err)

    def test_a_name_may_be_a_command_or_begin_with_a_dash_or_brackets(self):
        for name, args in (("compare", ["compare"]), ("[A, B]", ["[A, B]"]), ("-x y", ["--", "-x y"])):
            done = self.screen("--json", *args, check=0)
            self.assertEqual(json.loads(done.out)["query"]["name"], name)

    def test_refused_input_exits_4(self):
        none = str(self.path / "none")
        for args in (
            ["screen", "x", "--index", none],
            ["screen", "x", "--index", self.write("empty.twi", "")],
            ["screen", "x", "--index", self.write("text.twi", "no index\n" * 100)],
            ["screen", "x", "--index", str(self.path)],
            ["index", "info", none],
            ["index", "info", self.write("cut.twi", pathlib.Path(self.index).read_bytes()[:-7])],
            ["screen", "--index", self.index, "--input", none + ".csv"],
            ["screen", "--index", self.index, "--input", self.write("empty.csv", "")],
            ["screen", "--index", self.index, "--input", self.write("nohead.csv", "1,ZTE\n")],
            ["screen", "--index", self.index, "--input", self.write("utf16.csv", "id,name\n1,x\n".encode("utf-16"))],
            ["compare", "--input", self.write("pairs.csv", "id,left\n1,x\n")],
            ["screen", "--index", self.index, "--input", self.write("empty.jsonl", "")],
            ["screen", "--index", self.index, "--input", self.write("empty.tsv", "")],
            ["screen", "--index", self.index, "--input", "-", "--format", "jsonl"],
            ["screen", "--index", self.index, "--input",
             self.write("utf16.jsonl", '{"id":1,"name":"x"}'.encode("utf-16"))],
            ["compare", "--input", self.write("empty-pairs.jsonl", "")],
            ["index", "build", "--out", none, none + ".csv"],
            ["index", "build", "--out", none, self.write("zero.csv", "")],
            ["index", "build", "--out", none, self.write("bin.csv", bytes(range(256)) * 40)],
        ):
            with self.subTest(args=args):
                done = run(*args)
                self.assertEqual(done.returncode, 4, done.err)
                self.assertTrue(done.err)
        self.assertFalse(os.path.exists(none))

    def test_a_folder_or_a_device_is_no_missing_file(self):
        for args in (["screen", "x", "--index"], ["index", "info"]):
            done = run(*args, str(self.path), check=4)
            self.assertIn("a folder, not an index file", done.err)
            done = run(*args, "/dev/null", check=4)
            self.assertIn("a device or a pipe, not an index file", done.err)
            self.assertIn("no such file", run(*args, str(self.path / "none"), check=4).err)
        done = run("screen", "--input", str(self.path), "--format", "csv", check=4)
        self.assertIn("a folder, not a file of rows", done.err)

    def test_output_that_cannot_be_written_exits_1(self):
        if not os.path.exists("/dev/full") or not stat.S_ISCHR(os.stat("/dev/full").st_mode):
            self.skipTest("no device /dev/full here")
        with open("/dev/full", "w") as full:
            for args in (["screen", "x"], ["compare", "a", "b"], ["index", "info", self.index]):
                done = subprocess.run([BINARY, *args], stdout=full, stderr=subprocess.PIPE, timeout=SECONDS)
                self.assertEqual(done.returncode, 1, done.stderr)
        rows = self.write("full.tsv", "id\tname\n1\tx\n")
        self.assertEqual(self.screen("--input", rows, "--output", "/dev/full").returncode, 1)
        self.assertEqual(self.screen("--input", rows, "--output", "/none/out.tsv").returncode, 1)


class OneName(Case):
    def test_the_first_command_of_the_readme(self):
        done = run("screen", "ZTE Kangxun", *DAY, check=0)
        self.assertIn("83 FR 17644", done.out)
        self.assertIn("denied since 2018-04-15", done.out)
        self.assertIn("for trying out only; not a screening", done.out)
        self.assertIn("not checked", done.out)

    def test_the_effect_is_that_of_the_status(self):
        def text(day):
            return " ".join(run("screen", "ZTE Kangxun", "--as-of", day, check=0).out.split())
        self.assertIn("effect A denial order is in force", text("2018-05-01"))
        suspended = text("2017-06-01")
        self.assertIn("suspended order (not a denial), since 2017-", suspended)
        self.assertNotIn("A denial order is in force", suspended)
        self.assertIn("does not prohibit by itself", suspended)

    def test_the_readme_shows_what_the_program_prints(self):
        page = (DOCS.parent / "README.md").read_text()
        shown = page.split("EXAMPLE-OUTPUT begin")[1].split("-->\n\n")[1].split("\n\n<!--")[0]
        printed = run("screen", "ZTE Kangxun", *DAY, check=0).out
        self.assertEqual([line.strip() for line in shown.splitlines()],
                         [line.strip() for line in printed.splitlines()])

    def test_a_day_before_the_lists_is_told(self):
        note = ("The day is 2 years before the lists were published (the latest on 2018-01-31): entries "
                "that were removed since then may not be in them.")
        args = ("screen", "--index", self.index, "Zebulon Quagmire", "--date", "2016-01-01")
        self.assertEqual(json.loads(run(*args, "--json", check=0).out)["notes"], [note])
        self.assertIn(note, " ".join(run(*args, check=0).out.split()))
        self.assertNotIn("before the lists", self.screen("Zebulon Quagmire", check=0).out)
        done = run("screen", "--index", self.index, "--as-of", "2016-01-01", "--input", "-", "--format", "csv",
                   stdin="id,name\n1,Zebulon Quagmire\n", check=0)
        self.assertEqual(done.err.count(note), 1)

    def test_a_list_without_its_aliases_is_told(self):
        folder = self.path / "sdn"
        folder.mkdir()
        (folder / "sdn.csv").write_text('1,"EXAMPLE TRADING","-0- ","CUBA","-0- ","-0- ","-0- ","-0- ",'
                                        '"-0- ","-0- ","-0- ","-0- "\n')
        index = str(self.path / "sdn.twi")
        done = run("index", "build", "--out", index, f"ofac-csv:{folder}@2018-01-31", check=0)
        self.assertIn("aliases (no alt.csv)", " ".join(done.out.split()))
        self.assertIn("aliases (no alt.csv)", " ".join(run("index", "info", index, check=0).out.split()))
        info = json.loads(run("index", "info", index, "--json", check=0).out)
        self.assertEqual(len(info["incomplete"]), 1)
        args = ("screen", "--index", index, *DAY, "Zebulon Quagmire")
        self.assertIn("aliases (no alt.csv)", json.loads(run(*args, "--json", check=0).out)["notes"][0])
        self.assertIn("aliases (no alt.csv)", " ".join(run(*args, check=0).out.split()))

    def test_same_question_same_bytes(self):
        for args in ([], ["--json"]):
            first = run("screen", "ZTE Kangxun", *DAY, *args, check=0)
            second = run("screen", "ZTE Kangxun", *DAY, *args, check=0)
            self.assertEqual(first.stdout, second.stdout)

    def test_no_hit_is_no_clearance(self):
        done = self.screen("Zebulon Quagmire", check=0)
        self.assertIn("No possible match at or above 0.80 in 3 parties", done.out)
        self.assertIn("on 2018-05-01", done.out)
        self.assertNotIn("clear", done.out.lower())
        self.assertNotIn("sample", done.out.lower())

    def test_a_note_is_said_once_in_every_form(self):
        args = ("Vostok Granulator Works", "--identifier", "INN 7707083894")  # the check digit should be 3
        answer = json.loads(self.screen(*args, "--json", check=0).out)
        note, = answer["notes"]
        self.assertIn("fails its check digits", note)
        self.assertEqual(" ".join(self.screen(*args, check=0).out.split()).count(note), 1)
        row = "id,name,identifier\n1,Vostok Granulator Works,INN 7707083894\n"
        for form in ("csv", "tsv"):
            text = row.replace(",", "\t") if form == "tsv" else row
            done = self.screen("--input", "-", "--format", form, stdin=text, check=0)
            line, = csv.DictReader(io.StringIO(done.out), delimiter="\t" if form == "tsv" else ",")
            self.assertEqual(line["notes"].count(note), 1)
        # Without a hit, CSV has a line for the notes; TSV, which is for programs, has none.
        rows = "id,name,identifier\n1,Zebulon Quagmire,INN 7707083894\n2,Zebulon Quagmire,\n"
        done = self.screen("--input", "-", "--format", "csv", stdin=rows, check=0)
        line, = csv.DictReader(io.StringIO(done.out))
        self.assertEqual((line["query_id"], line["rank"], line["status"], line["notes"]),
                         ("1", "", "none_shown", note))
        self.assertNotIn("row without hits", done.err)
        done = self.screen("--input", "-", "--format", "tsv", stdin=rows.replace(",", "\t"), check=0)
        self.assertEqual(len(done.out.splitlines()), 1)
        self.assertIn("1 row without hits has notes", done.err)

    def test_nothing_vanishes_from_a_csv(self):
        day = ("--as-of", "2026-11-22")
        rows = "id,name,birth_date\n1,BNC,\n2,Vladimir Putin,1972-10-07\n3,Zebulon Quagmire,\n"
        done = run("screen", "--input", "-", "--format", "csv", "--contradiction", "drop", *day, stdin=rows, check=0)
        lines = {line["query_id"]: line for line in csv.DictReader(io.StringIO(done.out))}
        self.assertEqual(sorted(lines), ["1", "2"])
        self.assertIn("weak alias", lines["1"]["notes"])
        self.assertIn("--weak full", lines["1"]["notes"])
        self.assertIn("were left out", lines["2"]["notes"])
        for line in lines.values():
            self.assertEqual((line["status"], line["source_id"], line["score"]), ("none_shown", "", ""))

    def test_a_fact_that_cannot_be_used(self):
        for option, value in (("--country", "Atlantis"), ("--nationality", "RU;Lemuria"), ("--birth-date", "31 Feb"),
                              ("--gender", "x"), ("--identifier", "12"), ("--imo", "12")):
            with self.subTest(option=option):
                done = self.screen("Vostok Granulator Works", option, value, check=2)
                self.assertEqual(done.out, "")
                self.assertIn(f"tradewarden: {option}: ", done.err)
                self.assertIn(value.split(";")[-1], done.err)
        # Of a file, the row is screened without it, told by line and column, and the exit code is 3.
        rows = "id,name,country,birth_date\n1,Vostok Granulator Works,Atlantis,\n2,Vostok Granulator Works,CN,\n" \
               "3,Zebulon Quagmire,CN,whenever\n"
        done = self.screen("--input", "-", "--format", "csv", stdin=rows, check=3)
        self.assertIn("standard input:2: country: country 'Atlantis' is not known", done.err)
        self.assertIn("standard input:4: birth_date: ", done.err)
        self.assertIn("2 with a value that cannot be used", done.err)
        lines = list(csv.DictReader(io.StringIO(done.out)))
        self.assertEqual([(r["query_id"], r["status"]) for r in lines],
                         [("1", "listed"), ("2", "listed"), ("3", "none_shown")])
        self.assertIn("country confirms", lines[1]["notes"])
        self.screen("--input", "-", "--format", "csv", "--fail-on-hit", stdin=rows, check=10)

    def test_a_number_alone_that_cannot_be_looked_for(self):
        done = self.screen("--input", "-", "--format", "csv", stdin="id,name,identifier\n1,,12\n", check=3)
        self.assertIn("standard input:2: identifier: no name, and no number that can be looked for", done.err)
        self.assertNotIn("letter", done.err)
        self.assertEqual(done.err.count("standard input:2"), 1)

    def test_several_countries(self):
        for given in (("--nationality", "RU;CY"), ("--nationality", "RU", "--nationality", "Cyprus")):
            answer = json.loads(run("screen", "Vladimir Putin", *given, "--as-of", "2026-11-22", "--json", check=0).out)
            found = {e["kind"]: e for e in answer["hits"][0]["evidence"]}["nationality"]
            self.assertEqual((found["state"], found["query"]), ("confirms", "RU, CY"))

    def test_options_without_effect_are_told(self):
        rows = self.write("idle.csv", "id,name\n1,x\n")
        for args, said in ((("x", "--contradiction-by", "imo"), "--contradiction lower or drop"),
                           (("x", "--identifier-type", "tax"), "goes with --identifier"),
                           (("--input", rows, "--explain"), "JSON Lines"),
                           (("--input", rows, "--output", str(self.path / "y.csv"), "--explain"), "JSON Lines")):
            with self.subTest(args=args):
                self.assertIn(said, self.screen(*args, check=2).err)
        done = self.screen("Vostok Granulator Works", "--contradiction", "drop", check=0)
        self.assertIn("--contradiction has nothing to go by", done.err)
        self.assertIn("nothing to go by", self.screen("--input", rows, "--contradiction", "drop", check=0).err)
        facts = self.write("facts.csv", "id,name,country\n1,x,CN\n")
        self.assertNotIn("nothing to go by", self.screen("--input", facts, "--contradiction", "drop", check=0).err)
        done = self.screen("Vostok Granulator Works", "--contradiction", "drop", "--country", "CN", check=0)
        self.assertNotIn("nothing to go by", done.err)

    def test_an_argument_that_is_not_utf8_is_read_as_a_file_would_be(self):
        name = b"Ignat\xefus Plumbottom"
        answer = json.loads(self.screen(name, "--json", check=0).out)
        self.assertEqual(answer["query"]["name"], "Ignat\u00efus Plumbottom")
        self.assertIn("Windows-1252", answer["notes"][0])
        done = self.screen("--input", "-", "--format", "csv", stdin=b"id,name\n1," + name + b"\n", check=0)
        line, = csv.DictReader(io.StringIO(done.out))
        self.assertEqual(line["score"], answer["hits"][0]["score"])
        pair = run("compare", name, "Ignat\u00efus Plumbottom", "--json", check=0)
        self.assertEqual(json.loads(pair.out)["score"], "1.0000")
        self.assertIn("Windows-1252", pair.err)

    def test_a_weak_alias_that_is_held_back_is_said(self):
        rows = [json.dumps({"tradewarden_list": 1, "name": "Weak list", "publisher": "Us",
                            "date": "2018-01-31", "entries": 1}),
                json.dumps({"list": "X-weak", "id": "1", "schema": "person",
                            "names": ["Ignatius Plumbottom",
                                      {"text": "Quicksilver", "kind": "aka", "strength": "weak"}]})]
        index = str(self.path / "weak.twi")
        run("index", "build", "--out", index, self.write("weak.jsonl", "\n".join(rows) + "\n"), check=0)
        args = ("screen", "--index", index, *DAY)
        note, = json.loads(run(*args, "Quicksilver", "--json", check=0).out)["notes"]
        self.assertIn("--weak full", note)
        text = " ".join(run(*args, "Quicksilver", check=0).out.split())
        self.assertEqual(text.count(note), 1)
        self.assertIn("No possible match", text)

    def test_a_hit_with_its_reasons(self):
        done = self.screen("Vostok Granulater Works", "--country", "CN")
        text = " ".join(done.out.split())
        self.assertIn("Vostok Granulator Works", text)
        self.assertIn("granulater ~ granulator", text)
        self.assertIn("country confirms", text)
        self.assertIn("House list, 2018-01-31", text)

    def test_fail_on_hit(self):
        self.screen("Vostok Granulator Works", "--fail-on-hit", check=10)
        self.screen("Vostok Granulator Works", "--fail-on-hit", "--json", check=10)
        self.screen("Vostok Granulator Works", check=0)
        self.screen("Zebulon Quagmire", "--fail-on-hit", check=0)

    def test_an_empty_name_is_not_screened(self):
        for name in ("", "  ", "..."):
            done = self.screen(name, "--fail-on-hit", check=3)
            self.assertEqual(done.out.count("nothing was screened"), 1)
            self.assertNotIn("No possible match", done.out)

    def test_a_query_of_little_says_so_once(self):
        for name, words in (("x", "only equal names are shown"), ("Trading Company", "many names share")):
            done = self.screen(name, check=0)
            self.assertEqual(" ".join(done.out.split()).count(words), 1)
            answer = json.loads(self.screen(name, "--json", check=0).out)
            self.assertEqual(len(answer["notes"]), 1)
            self.assertIn(words, answer["notes"][0])
        # Common words are searched at the ordinary threshold: not only equal names are shown.
        done = self.screen("Works", "--threshold", "0", check=0)
        self.assertIn("Vostok Granulator Works", done.out)
        self.assertNotIn("only equal names", done.out)
        row = "id,name\n1,Works\n"
        notes = self.screen("--input", "-", "--format", "csv", "--threshold", "0", stdin=row).out
        self.assertEqual(notes.splitlines()[1].count("many names share"), 1)

    def test_the_size_of_the_sample_list_is_that_of_its_index(self):
        answer = json.loads(run("screen", "ZTE Kangxun", *DAY, "--json", check=0).out)
        self.assertIn(f"Sample list of {sum(c['parties'] for c in answer['lists_checked'])} parties",
                      answer["not_checked"][0])

    def test_best_only_gives_the_same_hits_and_the_least_there_are(self):
        whole = json.loads(run("screen", "ZTE", "--limit", "1", "--threshold", "0.3", "--json").stdout)
        best = json.loads(run("screen", "ZTE", "--limit", "1", "--threshold", "0.3", "--best-only",
                              "--json").stdout)
        self.assertEqual(whole["hits"], best["hits"])
        self.assertTrue(whole["more_is_exact"])
        self.assertGreater(whole["more"], 1)
        self.assertFalse(best["more_is_exact"])
        self.assertGreaterEqual(best["more"], 1)
        self.assertLessEqual(best["more"], whole["more"])

    def test_json_answer(self):
        done = self.screen("Ignatius Plumbottom", "--json", "--birth-date", "1954", "--schema",
                           "Person", "--threshold", "0.9", "--limit", "3", "--weak", "full",
                           "--include-ended", check=0)
        self.assertEqual(done.out.count("\n"), 1)
        answer = json.loads(done.out)
        self.assertEqual(answer["as_of"], "2018-05-01")
        self.assertEqual(answer["threshold"], "0.9000")
        self.assertEqual(answer["options"],
                         {"limit": 3, "weak": "full", "include_ended": True, "count_all": True,
                          "contradiction": "keep", "explain": False,
                          "contradiction_by": ["birth_date", "country", "nationality", "imo"]})
        self.assertEqual(answer["query"]["schema"], "person")
        hit, = answer["hits"]
        self.assertEqual((hit["rank"], hit["score"], hit["list"], hit["source_id"]),
                         (1, "1.0000", "X-house", "3"))
        states = {e["kind"]: e["state"] for e in hit["evidence"]}
        self.assertEqual(states["birth_date"], "confirms")
        self.assertEqual([(c["list"], c["publication"], c["date"], c["parties"])
                          for c in answer["lists_checked"]],
                         [("X-house", "House list", "2018-01-31", 3)])
        self.assertTrue(any("Ownership" in s for s in answer["not_checked"]))

    def test_answer_id_is_the_digest_of_the_rest(self):
        for name in ("ZTE Kangxun", "Caf\u00e9 \U0001f600 \"quoted\" \\ \t\x7f"):
            text = run("screen", name, *DAY, "--json").out
            answer = json.loads(text)
            wanted = answer.pop("answer_id")
            rest = json.dumps(answer, ensure_ascii=False, separators=(",", ":"))
            self.assertEqual(hashlib.sha256(rest.encode()).hexdigest(), wanted)

    def test_a_query_that_is_not_utf8(self):
        for args in (["--json"], []):
            done = subprocess.run([BINARY, "screen", b"Caf\xe9 \xff\x1b[2J", *DAY, *args],
                                  capture_output=True, timeout=SECONDS)
            self.assertEqual(done.returncode, 0, done.stderr)
            text = done.stdout.decode()  # valid UTF-8, or this throws
            self.assertIn("Caf\u00e9 \u00ff", text)  # as Windows-1252, like a row of a file
            self.assertNotIn("\x1b", text)

    def test_as_of_defaults_to_today_and_is_recorded(self):
        before = time.strftime("%Y-%m-%d", time.gmtime())
        answer = json.loads(run("screen", "x y", "--json").out)
        self.assertIn(answer["as_of"], (before, time.strftime("%Y-%m-%d", time.gmtime())))


class Terminal(Case):
    def on_terminal(self, *args, columns=80, rows=40, env=None):
        """The program on a terminal of its own; returns what it wrote there."""
        surroundings = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "COLUMNS")}
        surroundings.update({"TERM": "xterm", **(env or {})})
        try:
            master, slave = pty.openpty()
        except OSError as why:  # a bare root without /dev/pts
            self.skipTest(f"no pseudo-terminal: {why}")
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        process = subprocess.Popen([BINARY, *args], stdin=slave, stdout=slave, stderr=slave,
                                   env=surroundings)
        os.close(slave)
        seen = b""
        while True:
            try:
                block = os.read(master, 65536)
            except OSError:
                break
            if not block:
                break
            seen += block
        os.close(master)
        process.wait(SECONDS)
        return seen.decode().replace("\r\n", "\n")

    def test_colour_on_a_terminal_only(self):
        query = ("screen", "--index", self.index, *DAY, "Vostok Granulator Works")
        self.assertIn("\x1b[", self.on_terminal(*query))
        self.assertNotIn("\x1b[", run(*query).out)
        self.assertIn("\x1b[", run(*query, "--color=always").out)
        self.assertIn("\x1b[", run(*query, "--color=always", env={"NO_COLOR": "1"}).out)
        self.assertNotIn("\x1b[", self.on_terminal(*query, "--color=never"))
        self.assertNotIn("\x1b[", self.on_terminal(*query, env={"NO_COLOR": "1"}))
        self.assertNotIn("\x1b[", self.on_terminal(*query, env={"TERM": "dumb"}))

    def test_it_fits_any_width(self):
        for columns in (40, 60, 80, 120, 200):
            text = self.on_terminal("screen", "ZTE", "--threshold", "0.3", *DAY, columns=columns,
                                    env={"NO_COLOR": "1"})
            for line in text.splitlines():
                self.assertLessEqual(len(line), columns, line)
            narrow = run("screen", "ZTE", *DAY, env={"COLUMNS": str(columns)}).out
            for line in narrow.splitlines():
                self.assertLessEqual(len(line), columns, line)

    def test_one_screen(self):
        text = self.on_terminal("screen", "ZTE Kangxun", *DAY, rows=40, columns=100,
                                env={"NO_COLOR": "1"})
        self.assertLessEqual(len(text.splitlines()), 40)


class Batch(Case):
    def rows(self, text, separator="\t"):
        return list(csv.reader(io.StringIO(text), delimiter=separator,
                               quoting=csv.QUOTE_NONE if separator == "\t" else csv.QUOTE_MINIMAL))

    def test_tsv(self):
        rows = self.write("q.tsv", "name\tcountry\tid\tshoe size\r\n"
                                   "Vostok Granulator Works\tCN\tb\t44\r\n\r\n"
                                   "Nobody At All\t\ta\t\r\n"
                                   "Ignatius \"Plumbottom\"\t\tc\t\r\n")
        out = str(self.path / "hits.tsv")
        done = self.screen("--input", rows, "--output", out, check=0)
        self.assertEqual(done.out, "")
        self.assertIn("shoe size", done.err)
        self.assertIn("3 rows", done.err)
        table = self.rows(pathlib.Path(out).read_text())
        self.assertEqual(table[0][:5], ["query_id", "rank", "source_id", "score", "list"])
        self.assertEqual([r[:5] for r in table[1:]],
                         [["b", "1", "1", "1.0000", "X-house"], ["c", "1", "3", "1.0000", "X-house"]])
        self.assertTrue(all(len(r) == len(table[0]) for r in table))

    def test_every_column_is_documented(self):
        page = (DOCS / "cli.md").read_text()
        part = page.split("**TSV and CSV output**")[1].split("\n\n")[1]
        documented = [name for line in part.splitlines()
                      for name in re.findall(r"`(\w+)`", line.split("|")[1])]
        rows = self.write("columns.tsv", "id\tname\n1\tIgnatius Plumbottom\n")
        header = self.screen("--input", rows, check=0).out.splitlines()[0]
        self.assertEqual(header.split("\t"), documented)

    def test_csv_with_quotes_line_ends_and_a_byte_order_mark(self):
        rows = self.write("q.csv", "\ufeffid,name\r\n1,\"Works, Vostok\r\nGranulator\"\r\n\r\n2,Zebulon Quagmire\r\n")
        done = self.screen("--input", rows, "--output", "-", check=0)
        table = self.rows(done.out, ",")
        self.assertEqual([r[0] for r in table[1:]], ["1"])

    def test_formulas_are_disarmed_in_csv(self):
        rows = self.write("f.csv", "id,name\n=1+1,=Hyperlink Quartzite\n")
        line = self.rows(self.screen("--input", rows, check=0).out, ",")[1]
        self.assertEqual((line[0], line[2], line[5]), ("'=1+1", "'=2", "'=Hyperlink Quartzite"))
        tsv = self.rows(self.screen("--input", rows, "--output", str(self.path / "f.tsv"), check=0).out
                        or (self.path / "f.tsv").read_text())[1]
        self.assertEqual((tsv[0], tsv[2]), ("=1+1", "=2"))

    def test_jsonl_has_one_line_per_row(self):
        rows = "\n".join(['{"id":1,"name":"Vostok Granulator Works"}', "", "{broken", '{"id":"x"}',
                          '{"id":"2","name":"Nobody At All","country":"CN","extra":[1]}',
                          '{"id":"3","name":"A B","schema":"planet"}', '["array"]',
                          '{"id":"4","name":""}'])
        done = self.screen("--input", "-", stdin=rows)
        self.assertEqual(done.returncode, 3, done.err)
        lines = [json.loads(line) for line in done.out.splitlines()]
        self.assertEqual([line["query_id"] for line in lines], ["1", "", "x", "2", "3", "", "4"])
        self.assertEqual(len(lines[0]["hits"]), 1)
        self.assertEqual([("error" in line) for line in lines],
                         [False, True, True, False, True, True, False])
        self.assertEqual((lines[4]["error"]["field"], lines[4]["error"]["line"]), ("schema", 6))
        self.assertEqual(lines[6]["problem"], "empty")
        for place in ("standard input:3:", "standard input:4: name:", "standard input:6: schema:",
                      "standard input:7:", "standard input:8: name:"):
            self.assertIn(place, done.err)

    def test_a_batch_answers_as_single_questions_do(self):
        rows = '{"id":"","name":"x"}\n{"id":"k","name":"Vostok Granulater","country":"CN"}\n'
        done = self.screen("--input", "-", stdin=rows)
        batch = json.loads(done.out.splitlines()[1])
        single = json.loads(self.screen("Vostok Granulater", "--country", "CN", "--json").out)
        for answer in (batch, single):
            del answer["answer_id"], answer["query_id"]
        self.assertEqual(batch, single)
        self.assertEqual(done.returncode, 3)  # the row without an id

    def test_unreadable_rows_are_reported_and_the_rest_goes_on(self):
        rows = self.write("bad.csv", "id,name\n1,Vostok Granulator Works\n2,Acme Co., Ltd.\n3,\"open\n"
                                     "4,Ignatius Plumbottom\n5\n,No Id\n7,Ignatius Plumbottom\n")
        done = self.screen("--input", rows, "--output", "-", check=3)
        table = self.rows(done.out, ",")
        self.assertEqual([(r[0], r[6]) for r in table[1:]],
                         [("1", "listed"), ("2", "not_screened"), ("3", "not_screened"), ("4", "listed"),
                          ("5", "not_screened"), ("", "not_screened"), ("7", "listed")])
        self.assertTrue(all(len(r) == len(table[0]) for r in table))
        self.assertIn("line 3: the row has 3 cells", table[2][table[0].index("notes")])
        for line in (3, 4, 6, 7):
            self.assertIn(f"bad.csv:{line}:", done.err)
        self.assertIn("4 failed", done.err)
        self.assertEqual(self.screen("--input", rows, "--fail-on-hit").returncode, 10)

    def test_a_name_is_never_cut_at_a_comma(self):
        rows = self.write("comma.csv", "id,name,country\n4,Vostok, Granulator Works,,\n"
                                       "5,Vostok Granulator Works,CN,\n6,Vostok Granulator Works,CN\n")
        done = self.screen("--input", rows, check=3)
        self.assertEqual([(r[0], r[6]) for r in self.rows(done.out, ",")[1:]],
                         [("4", "not_screened"), ("5", "not_screened"), ("6", "listed")])
        self.assertIn("comma.csv:2:", done.err)

    def test_semicolons_between_cells(self):
        rows = self.write("semicolons.csv", "ID;Name;Country\n1;Vostok Granulator Works;CN\n")
        self.assertIn("1,1,1,1.0000", self.screen("--input", rows, check=0).out)

    def test_ids_that_stand_twice_are_noted(self):
        rows = self.write("twice.csv", "id,name\na,X Y\nb,X Y\na,Ignatius Plumbottom\na,X Y\n")
        err = self.screen("--input", rows, check=0).err
        self.assertIn("2 rows have ids that stood before; the first is 'a' on line 4", err)

    def test_precedence_of_exit_codes(self):
        hit, bad = "1,Vostok Granulator Works\n", "2\n"
        for rows, code in ((hit, 10), (hit + bad, 10), (bad, 3), ("3,Zebulon Quagmire\n", 0), ("", 0)):
            done = self.screen("--input", "-", "--format", "csv", "--fail-on-hit",
                               stdin="id,name\n" + rows)
            self.assertEqual(done.returncode, code, rows)
        rows = self.write("precedence.csv", "id,name\n" + hit)
        self.screen("--input", rows, "--fail-on-hit", "--output", "/none/out.csv", check=1)

    def test_bytes_that_are_not_utf8_are_read_as_windows_1252(self):
        # In Windows-1252 0xEF is i with diaeresis and 0x92 an apostrophe: nothing of the name is lost.
        for form, rows in (("tsv", b"id\tname\n1\tIgnat\xefus Plumbottom\n2\tPlumbottom\x92s\n3\tNobody At All\n"),
                           ("csv", b"id,name\n1,Ignat\xefus Plumbottom\n2,Plumbottom\x92s\n3,Nobody At All\n"),
                           ("jsonl", b'{"id":1,"name":"Ignat\xefus Plumbottom"}\n'
                                     b'{"id":2,"name":"Plumbottom\x92s"}\n{"id":3,"name":"Nobody At All"}\n')):
            with self.subTest(form=form):
                done = self.screen("--input", "-", "--format", form, stdin=rows, check=0)
                self.assertEqual(done.err.count("Windows-1252"), 1)
                first = 1 if form == "jsonl" else 2
                self.assertIn(f"standard input: 2 rows hold bytes that are not UTF-8, read as "
                              f"Windows-1252; the first on line {first}\n", done.err)
                if form == "jsonl":
                    answers = [json.loads(line) for line in done.out.splitlines()]
                    self.assertEqual([a["query"]["name"] for a in answers],
                                     ["Ignat\u00efus Plumbottom", "Plumbottom\u2019s", "Nobody At All"])
                    self.assertEqual([len(a["notes"]) for a in answers], [1, 1, 0])
                self.assertIn("1.0000", done.out)
        done = self.screen("--input", "-", "--format", "csv", stdin=b"id,name\n1,Caf\xe9\x00\n", check=3)
        self.assertIn("zero byte", done.err)

    def test_standard_streams(self):
        for form, rows in (("csv", "id,name\n1,Ignatius Plumbottom\n"),
                           ("tsv", "id\tname\n1\tIgnatius Plumbottom\n")):
            done = self.screen("--input", "-", "--output", "-", "--format", form, stdin=rows, check=0)
            self.assertEqual(len(done.out.splitlines()), 2)
        done = self.screen("--input", "-", stdin='{"id":1,"name":"Ignatius Plumbottom"}', check=0)
        self.assertEqual(len(json.loads(done.out)["hits"]), 1)
        out = str(self.path / "from-stdin.tsv")
        self.screen("--input", "-", "--output", out, stdin='{"id":1,"name":"Ignatius Plumbottom"}', check=0)
        self.assertTrue(pathlib.Path(out).read_text().startswith("query_id\t"))

    def test_no_rows_is_said(self):
        for end in ("", "\n", "\r\n"):
            done = self.screen("--input", self.write("none.csv", "id,name" + end), check=0)
            self.assertIn("nothing was screened", done.err)

    def test_order_and_bytes_do_not_depend_on_threads(self):
        names = ["Vostok Granulator Works", "Ignatius Plumbottom", "Nobody", "Hyperlink Quartzite"]
        rows = self.write("many.tsv", "id\tname\n" + "".join(
            f"{i}\t{names[i % 4]} {'x' if i % 3 == 0 else ''}\n" for i in range(1000)))
        outputs = {self.screen("--input", rows, "--threads", n, check=0).out for n in ("1", "2", "7")}
        self.assertEqual(len(outputs), 1)
        ids = [int(r[0]) for r in self.rows(outputs.pop())[1:]]
        self.assertEqual(ids, sorted(ids))
        self.assertGreater(len(ids), 500)

    def test_output_appears_whole_or_not_at_all(self):
        out = self.write("old.tsv", "old\n")
        self.screen("--input", self.write("bad-head.tsv", "id\tnom\n"), "--output", out, check=4)
        self.assertEqual(pathlib.Path(out).read_text(), "old\n")
        process = subprocess.Popen(
            [BINARY, "screen", "--index", self.index, "--input", "-", "--format", "tsv", "--output", out],
            stdin=subprocess.PIPE, stderr=subprocess.DEVNULL)
        process.stdin.write(b"id\tname\n1\tIgnatius Plumbottom\n")
        process.stdin.flush()
        time.sleep(0.3)
        process.send_signal(signal.SIGTERM)
        self.assertEqual(process.wait(SECONDS), -signal.SIGTERM)
        process.stdin.close()
        self.assertEqual(pathlib.Path(out).read_text(), "old\n")
        self.assertEqual([p.name for p in self.path.iterdir() if "part" in p.name], [])

    def test_flush_answers_a_row_before_the_next_is_written(self):
        for form in ("jsonl", "tsv", "csv"):
            with self.subTest(form=form):
                self.drive(form)

    def drive(self, form):
        process = subprocess.Popen(
            [BINARY, "screen", "--index", self.index, *DAY, "--input", "-", "--format", form, "--flush"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        separator = "," if form == "csv" else "\t"

        def say(line):
            process.stdin.write(line.encode() + b"\n")
            process.stdin.flush()

        seen = b""

        def hear():
            nonlocal seen
            while b"\n" not in seen:
                ready, _, _ = select.select([process.stdout], [], [], SECONDS)
                self.assertTrue(ready, "no answer to a row that was written")
                seen += os.read(process.stdout.fileno(), 65536)
            line, _, seen = seen.partition(b"\n")
            return line.decode()

        if form != "jsonl":
            say(separator.join(("id", "name")))
        for i in range(5):
            name = "Ignatius Plumbottom"
            say(json.dumps({"id": str(i), "name": name}) if form == "jsonl" else f"{i}{separator}{name}")
            line = hear()
            if line.startswith("query_id"):
                line = hear()
            identity = json.loads(line)["query_id"] if form == "jsonl" else line.split(separator)[0]
            self.assertEqual(identity, str(i))
        process.stdin.close()
        self.assertEqual(process.wait(SECONDS), 0)
        process.stdout.close()

    def test_the_sample_list_says_what_it_is(self):
        done = run("screen", "--input", "-", *DAY, stdin='{"id":1,"name":"ZTE Kangxun"}', check=0)
        self.assertIn("for trying out only; not a screening", done.err)
        self.assertIn("for trying out only; not a screening", json.loads(done.out)["not_checked"][0])


class Schemas(Case):
    def validator(self, name):
        if jsonschema is None:
            self.skipTest("the Python package jsonschema is not installed: schemas not checked")
        schema = json.loads((DOCS / name).read_text())
        jsonschema.Draft202012Validator.check_schema(schema)
        return jsonschema.Draft202012Validator(schema)

    def test_answers(self):
        validator = self.validator("answer.schema.json")
        for args in (["ZTE Kangxun"], ["ZTE", "--threshold", "0.3", "--limit", "50"], [""], ["x"],
                     ["Trading Company Ltd"], ["Shi Lirong", "--country", "CN", "--birth-date", "1965-03",
                                               "--identifier", "INN 7707083894", "--schema", "person"],
                     ["ZTE", "--include-ended", "--weak", "full", "--threshold", "0.3"]):
            for day in ("2016-04-01", "2018-07-05", "2026-01-01"):
                validator.validate(json.loads(run("screen", *args, "--as-of", day, "--json").out))
        done = self.screen("--input", "-", "--format", "jsonl",
                           stdin='{"id":1,"name":"Vostok Granulator Works"}\nbroken\n{"id":2}\n')
        self.assertEqual(len(done.out.splitlines()), 3)
        for line in done.out.splitlines():
            validator.validate(json.loads(line))

    def test_the_schema_refuses_what_is_no_answer(self):
        validator = self.validator("answer.schema.json")
        answer = json.loads(run("screen", "ZTE Kangxun", *DAY, "--json").out)
        for change in ({"threshold": 0.8}, {"as_of": "today"}, {"surprise": 1}, {"hits": [{}]}):
            self.assertFalse(validator.is_valid({**answer, **change}), change)

    def test_comparisons_and_index_info(self):
        self.validator("compare.schema.json").validate(json.loads(
            run("compare", "ZTE Kangxum", "ZTE Kangxun Telecommunications Ltd.", "--json").out))
        self.validator("ofac-like.schema.json").validate(json.loads(
            run("compare", "A-B C. Trading", "A B", "--scorer", "ofac-like", "--json").out))
        self.validator("index-info.schema.json").validate(json.loads(
            run("index", "info", self.index, "--json").out))

    def test_rules(self):
        validator = self.validator("rules.schema.json")
        listed = json.loads(run("rules", "list", "--json", check=0).out)
        validator.validate(listed)
        for rule in listed["rules"]:
            shown = json.loads(run("rules", "show", rule["id"], "--json", check=0).out)
            validator.validate(shown)
            self.assertEqual(len(shown["values"]), rule["values"])
        validator.validate(json.loads(run("rules", "check", "--json", check=0).out))
        self.assertFalse(validator.is_valid({**listed, "surprise": 1}))


if __name__ == "__main__":
    unittest.main(verbosity=1)
