"""evaluate and variants, from outside. Run by test_cli.py.

Figures are compared with the plain scorers of ../shared/eval, where that folder stands beside the
project; without it, these tests are skipped and say so.
"""
import importlib
import json
import os
import pathlib
import re
import sys
import unittest

from harness import DAY, DOCS, Case, run
from origin_commands import Page

try:
    import jsonschema
except ImportError:
    jsonschema = None

EVAL = DOCS.parent.parent / "shared/eval"
QUERIES = "id\tschema\tname\na\tcompany\tVostok Granulator Works\nb\tperson\tIgnatius Plumbottom\n" \
          "c\t\tBrackish Obelisk\nd\t\tVostok Granulator Works\n"
TRUTH = "a\texact\t1\nb\texact\t3\nc\tneg_other\t-\nd\tneg_hard_copy\t-\n"


def scorer(name):
    if not EVAL.is_dir():
        raise unittest.SkipTest("no ../shared/eval: not compared with its scorers")
    sys.dont_write_bytecode = True  # that folder is not ours
    sys.path.insert(0, str(EVAL / "scripts"))
    return importlib.import_module(name)


def rate(figure):
    return figure["count"] / figure["of"] if figure else None


class Measured(Case):
    def files(self, queries=QUERIES, truth=TRUTH):
        return ["--queries", self.write("q.tsv", queries), "--truth", self.write("t.tsv", truth)]

    def evaluate(self, *args, **more):
        return run("evaluate", "--index", self.index, *DAY, *args, **more)

    def follows_the_schema(self, answer):
        if jsonschema is None:
            self.skipTest("the Python package jsonschema is not installed: schema not checked")
        schema = json.loads((DOCS / "evaluate.schema.json").read_text())
        jsonschema.Draft202012Validator.check_schema(schema)
        jsonschema.Draft202012Validator(schema).validate(answer)


class Evaluate(Measured):
    def test_tables(self):
        text = self.evaluate(*self.files(), env={"COLUMNS": "80"}, check=0).out
        self.assertIn("4 queries\n", text)
        self.assertRegex(text, r"\nexact +2 +1\.000 +1\.000 +1\.000 ")
        self.assertRegex(text, r"\nneg_hard_copy \(apart\) +1 +1\.000 +1\.000 +1\.000 ")
        self.assertRegex(text, r"\nALL_NATURAL +1 +0\.000 ")
        self.assertLessEqual(max(map(len, text.splitlines())), 80)

    def test_json_follows_the_schema_and_repeats(self):
        one = self.evaluate(*self.files(), "--json", check=0).out
        self.assertEqual(one, self.evaluate(*self.files(), "--json", "--threads", "1", check=0).out)
        answer = json.loads(one)
        self.follows_the_schema(answer)
        self.assertEqual(answer["all"]["recall_1"], {"count": 2, "of": 2, "rate": "1.0000"})
        self.assertEqual(answer["apart"]["exact"]["count"], 1)

    def test_without_negatives_nothing_is_told_of_them(self):
        answer = json.loads(self.evaluate(*self.files(truth="a\tx\t1\n"), "--json", check=0).out)
        self.follows_the_schema(answer)
        self.assertIsNone(answer["thresholds"][0]["threshold"])
        self.assertIsNone(answer["natural"]["declared"])
        self.assertEqual(answer["queries_without_truth"], {"count": 3, "first": "b"})
        text = self.evaluate(*self.files(truth="a\tx\t1\n"), check=0).out
        self.assertIn("3 queries have no truth", text)
        self.assertIn("no natural negative", text)

    def test_bad_rows_are_all_told_and_nothing_is_measured(self):
        done = self.evaluate(*self.files(QUERIES + "e\tplanet\tX\n", TRUTH + "a\texact\t1\nx\ty\n"), check=4)
        self.assertEqual(done.out, "")
        self.assertIn("q.tsv:6: schema:", done.err)
        self.assertIn("t.tsv:5: qid: the id 'a' stands twice", done.err)
        self.assertIn("t.tsv:6: the row has 2 cells", done.err)
        self.assertIn("nothing was measured", done.err)

    def test_refused_files(self):
        for queries, truth in (("", TRUTH), (QUERIES, ""), ("id\tschema\na\tperson\n", TRUTH),
                               (b"\x89PNG\r\n\x1a\n" + bytes(50), TRUTH)):
            self.assertEqual(self.evaluate(*self.files(queries, truth)).returncode, 4)
        self.assertEqual(self.evaluate("--queries", "/none", "--truth", "/none").returncode, 4)
        self.assertEqual(run("evaluate", "--index", self.write("no.twi", "x" * 100), *self.files()).returncode, 4)

    def test_usage(self):
        files = self.files()
        pairs = self.write("p.jsonl", '{"id":"1","left":"a b","right":"a b","expected":"match"}\n')
        for args in ([], files[:2], [*files, "--threshold", "2"], [*files, "--limit", "0"],
                     [*files, "--pairs", pairs], ["--pairs", pairs, "--floor", "0.5"], [*files, "--scorer", "own"],
                     [*files, "--json", "--html", "-"], [*files, "--json", "--failures", "-"],
                     [*files, "--hits", pairs, "--weak", "full"], ["--pairs", pairs, "--against", pairs],
                     [*files, "--failures", files[3]], [*files, "--resamples", "1000000"],
                     [*files, "--html", files[1]], ["--pairs", pairs, "--scorer", "jaro"], [*files, "--index", ""]):
            with self.subTest(args=args):
                done = run("evaluate", *args)
                self.assertEqual(done.returncode, 2, done.err)
                self.assertEqual(done.out, "")
        self.assertEqual(pathlib.Path(files[1]).read_text(), QUERIES)

    def test_the_page_loads_nothing_and_runs_nothing(self):
        bad = "</title></svg><script>alert(1)</script><img src=x onerror=alert(1)>\"'&"
        queries = QUERIES.replace("a\tcompany", "a\tcompany")
        text = self.evaluate(*self.files(queries, TRUTH.replace("exact", bad).replace("neg_other", bad)),
                             "--html", "-", check=0).out
        page = Page(text)
        self.assertEqual(page.loads, [])
        self.assertNotIn("script", page.tags)
        self.assertNotIn("img", page.tags)
        self.assertIn(bad, page.text)
        self.assertNotRegex(text, r"https?://|url\(|@import")
        self.assertIn("default-src 'none'", text)
        self.assertEqual(page.tags.count("svg"), 3)

    def test_a_page_goes_beside_the_tables(self):
        path = self.path / "e.html"
        done = self.evaluate(*self.files(), "--html", str(path), check=0)
        self.assertIn("Recall per kind", done.out)
        self.assertTrue(path.read_text().startswith("<!DOCTYPE html>"))

    def test_pairs(self):
        rows = self.write("pairs.jsonl", "\n".join([
            '{"id":"1","left":"Ignatius Plumbottom","right":"PLUMBOTTOM, Ignatius","schema":"Person","expected":"match"}',
            '{"id":"2","left":"Ignatius Plumbottom","right":"Vostok Works","expected":"no_match"}']) + "\n")
        answer = json.loads(run("evaluate", "--pairs", rows, "--json", check=0).out)
        self.follows_the_schema(answer)
        self.assertEqual(answer["strata"][0]["auc"], "1.0000")
        self.assertIn("2 pairs\n", run("evaluate", "--pairs", rows, check=0).out)
        self.assertIn("ofac-like", run("evaluate", "--pairs", rows, "--scorer", "ofac-like", check=0).out)
        done = run("evaluate", "--pairs", self.write("bad.jsonl", '{"id":"1"}\n'), check=4)
        self.assertIn("bad.jsonl:1: left:", done.err)

    def test_pairs_that_a_scorer_cannot_read_are_no_zeroes(self):
        rows = self.write("greek.jsonl", "\n".join([
            '{"id":"1","left":"Ignatius Plumbottom","right":"PLUMBOTTOM, Ignatius","expected":"match"}',
            '{"id":"2","left":"Ignatius Plumbottom","right":"Vostok Works","expected":"no_match"}',
            '{"id":"3","left":"\u0391\u03b8\u03b7\u03bd\u03ac","right":"Athena","expected":"match"}',
            '{"id":"4","left":"...","right":"Athena","expected":"no_match"}']) + "\n")
        for scorer_name, unread, first in (("ofac-like", 2, "3"), ("own", 1, "4")):
            done = run("evaluate", "--pairs", rows, "--scorer", scorer_name, "--json", check=0)
            answer = json.loads(done.out)
            self.follows_the_schema(answer)
            self.assertEqual(answer["not_compared"], {"count": unread, "first": first})
            counted = answer["strata"][0]
            self.assertEqual(counted["matches"] + counted["mismatches"], 4 - unread)
        self.assertIn("2 pairs with a side", run("evaluate", "--pairs", rows, "--scorer", "ofac-like", check=0).out)
        one = self.write("one.jsonl", '{"id":"1","left":"a b","right":"a b","expected":"match"}\n')
        self.assertIn("1 pair\n", run("evaluate", "--pairs", one, check=0).out)

    def test_pairs_with_scores_of_the_page(self):
        rows = self.write("page.jsonl", '{"id":"1","left":"Ivan Petrov","right":"PETROV, Ivan","ofac_score":100}\n'
                                        '{"id":"2","left":"Ivan Petrov","right":"Vostok Works","ofac_score":-1}\n')
        answer = json.loads(run("evaluate", "--pairs", rows, "--scorer", "ofac-like", "--json", check=0).out)
        self.follows_the_schema(answer)
        self.assertEqual(answer["strata"], [])
        self.assertEqual(answer["ofac_score"]["equal"], {"count": 1, "of": 1, "rate": "1.0000"})
        self.assertEqual(answer["ofac_score"]["below_minimum"]["count"], 1)
        self.assertIn("within 5 1.000", " ".join(run("evaluate", "--pairs", rows, "--scorer", "ofac-like",
                                                     check=0).out.split()))

    def test_by_what_it_was_scored(self):
        pack = self.write("pack.tsv", "tradewarden-name-pack\t1\nfamily\tprunelle plumbottom\n")
        index = str(self.path / "packed.twi")
        run("index", "build", "--out", index, "--name-pack", pack, str(self.path / "own.jsonl"), check=0)
        queries = QUERIES + "e\tperson\tIgnatius Prunelle\n"
        files = self.files(queries, TRUTH + "e\tfamily\t3\n")
        plain = json.loads(self.evaluate(*files, "--json", check=0).out)
        packed = json.loads(run("evaluate", "--index", index, "--name-pack", pack, *DAY, *files, "--json", check=0).out)
        for answer in (plain, packed):
            self.follows_the_schema(answer)
        version = json.loads(run("--version", "--json", check=0).out)
        self.assertEqual(plain["score_tables_sha256"], version["score_versions"][-1]["score_tables_sha256"])
        self.assertIsNone(plain["name_pack_sha256"])
        self.assertRegex(packed["name_pack_sha256"], "^[0-9a-f]{64}$")
        self.assertEqual(packed["all"]["recall_n"]["count"] - plain["all"]["recall_n"]["count"], 1)
        self.assertIn("name pack", run("evaluate", "--index", index, *files).err)
        run("evaluate", "--index", self.index, "--score-version", "1", *DAY, *files, check=0)
        pairs = self.write("pp.jsonl", '{"id":"1","left":"Ignatius Prunelle","right":"Ignatius Plumbottom","expected":"match"}\n')
        told = json.loads(run("evaluate", "--pairs", pairs, "--name-pack", pack, "--json", check=0).out)
        self.assertEqual(told["name_pack_sha256"], packed["name_pack_sha256"])
        for args in (["--name-pack", pack, *files], ["--pairs", pairs, "--scorer", "ofac-like", "--score-version", "1"],
                     ["--score-version", "999", "--pairs", pairs]):
            self.assertEqual(run("evaluate", *args).returncode, 2, args)
        out = ["--out", str(self.path / "packed-set"), "--kinds", "exact", "--per-kind", "2"]
        run("variants", "--index", index, "--name-pack", pack, *out, check=0)
        run("variants", str(self.path / "own.jsonl"), "--name-pack", pack, *out, check=0)
        self.assertNotEqual(run("variants", "--index", index, *out).returncode, 0)
        self.assertEqual(run("variants", "--sample", "--name-pack", pack, *out).returncode, 2)

    def test_a_day_before_the_lists_is_noted(self):
        done = run("evaluate", "--index", self.index, "--as-of", "2017-12-31", *self.files(), check=0)
        self.assertIn("note: ", done.err)
        self.assertIn("2018-01-31", done.err)
        self.assertNotIn("note: ", self.evaluate(*self.files(), check=0).err)

    def test_numbers_and_floors_that_make_no_sense(self):
        files = self.files()
        for args in (["--seed", "-1"], ["--seed", "1.5"], ["--floor", "0.9"], ["--floor", "0.5", "--threshold", "0.4"],
                     ["--resamples", "0", "--seed", "3"], ["--limit", "-1"]):
            with self.subTest(args=args):
                self.assertEqual(self.evaluate(*files, *args).returncode, 2)
        self.evaluate(*files, "--floor", "0.8", check=0)
        told = self.evaluate(*files, "--apart", "neg_othr", check=0).err
        self.assertIn("--apart neg_othr: no negative is of this kind", told)
        self.assertNotIn("--apart", self.evaluate(*files, "--apart", "neg_other", check=0).err)
        self.assertEqual(run("variants", "--sample", "--out", str(self.path / "n"), "--seed", "-1").returncode, 2)

    def test_facts_of_the_queries_are_asked(self):
        queries = "id\tname\tbirth_date\n" "a\tIgnatius Plumbottom\t1954\n"
        self.assertNotIn("not used", self.evaluate(*self.files(queries, "a\texact\t3\n"), check=0).err)
        bad = self.evaluate(*self.files(queries.replace("1954", "whenever"), "a\texact\t3\n"), check=4)
        self.assertIn("q.tsv:2: birth_date: ", bad.err)
        numbers = "id\tidentifier\tname\nn\t\tVostok Granulator Works\nm\tINN 7707083893\t\n"
        done = self.evaluate(*self.files(numbers, "n\texact\t1\nm\tneg_number\t-\n"), check=0)
        self.assertIn("2 queries", done.out)

    def test_empty_labels_are_not_called_a_list(self):
        for queries, truth in (("", TRUTH), (QUERIES, "")):
            done = self.evaluate(*self.files(queries, truth), check=4)
            self.assertIn("the file is empty", done.err)
            self.assertNotIn("list", done.err)

    def test_failures_are_told_one_by_one(self):
        truth = "a\texact\t3\nb\texact\t3\nc\tneg_other\t-\nd\tneg_other\t-\n"
        rows = self.evaluate(*self.files(truth=truth), "--failures", "-", check=0).out.splitlines()
        self.assertEqual(rows[0].split("\t")[:3], ["query_id", "kind", "outcome"])
        self.assertEqual([r.split("\t")[:4] for r in rows[1:]],
                         [["a", "exact", "missed", "Vostok Granulator Works"],
                          ["d", "neg_other", "false_positive", "Vostok Granulator Works"]])
        self.assertEqual(rows[1].split("\t")[4:], ["3", "", "1.0000", "X-house:1 Vostok Granulator Works"])
        self.assertIn("`missed`", (DOCS / "evaluate.md").read_text())

    def test_beside_another_system(self):
        other = self.write("hits.tsv", "qid\trank\tid\tscore\na\t1\t3\t0.9\na\t2\t1\t.7\nzz\t1\t1\t1\n")
        answer = json.loads(self.evaluate(*self.files(), "--against", other, "--json", check=0).out)
        self.follows_the_schema(answer)
        rows = {r["figure"]: r for r in answer["against"]["differences"]}
        self.assertEqual((rows["recall@1"]["only_ours"], rows["recall@5"]["only_ours"]), (2, 1))
        self.assertEqual(rows["recall@5"]["theirs"]["count"], 1)
        self.assertIsNotNone(rows["@5%"]["difference_interval"])
        answer = json.loads(self.evaluate(*self.files(), "--against", other, "--resamples", "0", "--json", check=0).out)
        self.follows_the_schema(answer)
        self.assertIsNone(answer["against"]["differences"][0]["difference_interval"])
        text = self.evaluate(*self.files(), "--against", other, env={"COLUMNS": "80"}, check=0).out
        self.assertIn("Beside the hits of", text)
        self.assertIn("1 hit of queries that are not in the set", text)
        alone = json.loads(run("evaluate", *self.files(), "--hits", other, "--json", check=0).out)
        self.follows_the_schema(alone)
        self.assertEqual(alone["all"]["recall_n"]["count"], 1)
        first = run("evaluate", *self.files(), "--hits", self.write("first.tsv", "a\t0\t3\t0.9\n"), check=4)
        self.assertIn("first.tsv:1: rank:", first.err)  # no header, though it is the first
        for line, field in (("a\t0\t1\t1", "rank"), ("a\t1\t1\t1.01", "score"), ("a\t1\t1\tnan", "score")):
            bad = self.write("bad.tsv", "a\t1\t3\t0.9\n" + line + "\n")
            done = run("evaluate", *self.files(), "--hits", bad, check=4)
            self.assertIn(f"bad.tsv:2: {field}:", done.err)

    def test_without_an_index_the_sample_list_answers_and_says_so(self):
        done = run("evaluate", *self.files(), *DAY, check=0)
        self.assertIn("not a screening", done.err)
        self.assertIn("2 expected ids are not in the index", done.out)


class SameFigures(Measured):
    """The scorers of ../shared/eval say the same of the same hits."""

    def test_screening(self):
        plain = scorer("score_screening")
        lists = EVAL.parent / "lists/ofac-2025-12"
        index = str(self.path / "dev.twi")
        run("index", "build", "--out", index, f"{lists}@2025-12-24",
            str(EVAL / "dev/screening/consolidated_non_sdn.csv"), check=0)
        queries, truth = (EVAL / f"dev/screening/{n}.tsv" for n in ("queries", "truth"))
        how = ("--index", index, "--weak", "full", "--include-ended", "--limit", "5", *DAY[:1], "2026-01-01")
        hits = str(self.path / "hits.tsv")
        run("screen", *how, "--input", str(queries), "--output", hits, check=0)
        wanted = plain.evaluate(plain.read_hits(hits), list(plain.read_truth(truth)))
        got = json.loads(run("evaluate", *how, "--queries", str(queries), "--truth", str(truth), "--floor", "0.8",
                             "--json", check=0).out)
        self.follows_the_schema(got)
        rates = ("0.001", "0.01", "0.05")
        self.assertEqual(len(got["positives"]) + 1, len(wanted["positives"]))
        for row in [*got["positives"], got["all"]]:
            other = wanted["positives"][row["kind"]]
            self.assertEqual(row["queries"], other["n"])
            figures = [row["recall_1"], row["recall_n"], *row["recall_at_rate"]]
            names = ["recall@1", "recall@5", *(f"recall@5@fpr{r}" for r in rates)]
            for figure, name in zip(figures, names):
                self.assertAlmostEqual(rate(figure), other[name], 12, (row["kind"], name))
        self.assertEqual(len(got["negatives"]) + 1, len(wanted["negatives"]))
        for row in [*got["negatives"], got["natural"]]:
            other = wanted["negatives"][row["kind"]]
            for figure, name in zip([row["saturated"], *row["at_rate"]],
                                    ["saturation", *(f"fpr@fpr{r}" for r in rates)]):
                self.assertAlmostEqual(rate(figure), other[name], 12, (row["kind"], name))
        for told, r in zip(got["thresholds"], rates):
            # The plain scorer's lies a trifle above the score that may not pass, ours on the next score, and never below
            # the floor: nothing was asked for there.
            self.assertAlmostEqual(float(told["threshold"]), max(wanted["thresholds"][r] + 0.0001, 0.8), 6)

    def test_hits_of_other_systems(self):
        plain = scorer("score_screening")
        truth = EVAL / "dev/screening/truth.tsv"
        queries = self.write("first.tsv", "".join(
            (EVAL / "dev/screening/queries.tsv").read_text().splitlines(keepends=True)[:2736]))
        for system in ("wratio", "logic_v2"):
            hits = EVAL / f"dev/screening/hits/{system}.tsv"
            wanted = plain.evaluate(plain.read_hits(hits), list(plain.read_truth(truth))[:2735])
            got = json.loads(run("evaluate", "--hits", str(hits), "--queries", queries, "--truth", str(truth),
                                 "--resamples", "0", "--json", check=0).out)
            figures = [got["all"]["recall_1"], got["all"]["recall_n"], *got["all"]["recall_at_rate"]]
            for figure, value in zip(figures, list(wanted["positives"]["ALL"].values())[1:]):
                self.assertAlmostEqual(rate(figure), value, 2)  # scores here are cut to four decimals

    def scores(self, file):
        out = str(self.path / "scores.tsv")
        run("compare", "--input", str(file), "--output", out)
        return out

    def test_pairs(self):
        plain = scorer("score_pairs")
        file = EVAL / "dev/pairs/name_pairs.jsonl"
        scores = plain.read_scores(self.scores(file), None)
        pairs = [(t, scores.get(t["id"], 0.0)) for t in map(json.loads, file.read_text(encoding="utf-8").splitlines())]
        wanted = plain.evaluate(pairs, 0.8)
        got = json.loads(run("evaluate", "--pairs", str(file), "--threshold", "0.8", "--json", check=0).out)
        self.follows_the_schema(got)
        strata = {s["stratum"]: s for s in got["strata"]}
        for name, ours in (("all", "all"), ("hand-written", "hand-written"), ("synth", "synthetic"),
                           ("Person", "person"), ("Company/Organization", "company or organisation")):
            s, other = strata[ours], wanted[name]
            self.assertEqual(s["matches"] + s["mismatches"], other["n"])
            self.assertAlmostEqual(float(s["auc"]), other["auc"], 4)
            self.assertAlmostEqual(rate(s["best_f1"]), other["best_f1"], 12)
            self.assertAlmostEqual(float(s["best_threshold"]), other["best_threshold"], 9)
            for figure in ("precision", "recall", "f1"):
                self.assertAlmostEqual(rate(s[figure]), other["at_T"][figure], 12)

    def test_pairs_by_script(self):
        plain = scorer("score_pairs")
        file = EVAL / "dev/pairs/cross_script_pairs.jsonl"
        scores = plain.read_scores(self.scores(file), None)
        pairs = [(t, scores.get(t["id"], 0.0)) for t in map(json.loads, file.read_text(encoding="utf-8").splitlines())]
        got = json.loads(run("evaluate", "--pairs", str(file), "--json", check=0).out)
        strata = {s["stratum"]: s for s in got["strata"]}
        for name, other in plain.by_script(pairs).items():
            s = strata[name.replace("Person", "person").replace("Organization", "organization")]
            self.assertEqual((s["matches"], s["mismatches"]), (other["pos"], other["neg"]))
            self.assertAlmostEqual(rate(s["recall_one_percent"]), other["recall"], 12)

    def test_ofac_like_has_no_version_and_no_pack(self):
        for option in (("--score-version", "1"), ("--name-pack", self.write("own.pack", "x"))):
            told = run("compare", "--scorer", "ofac-like", *option, "Ivan", "Ivan", check=2)
            self.assertIn("of our own score", told.err)

    def test_ofac_like_is_near_the_tool(self):
        plain = scorer("score_pairs")
        file = EVAL / "dev/pairs/ofac_tool_scores.jsonl"
        out = str(self.path / "ofac.tsv")
        run("compare", "--scorer", "ofac-like", "--input", str(file), "--output", out)
        scores = plain.read_scores(out, None)
        rows = [(round(100 * scores.get(t["id"], 0.0)), t["ofac_score"])
                for t in map(json.loads, file.read_text(encoding="utf-8").splitlines())]
        shown = [abs(s - o) for s, o in rows if o >= 0]
        self.assertGreaterEqual(sum(d <= 5 for d in shown) / len(shown), 0.96)


class Variants(Measured):
    def test_from_each_source_the_same(self):
        own = str(self.path / "own.jsonl")
        texts = []
        for name, args in (("a", ["--index", self.index]), ("b", [own])):
            out = self.path / name
            run("variants", *args, "--out", str(out), "--per-kind", "5", check=0)
            texts.append([(out / f).read_bytes() for f in ("queries.tsv", "truth.tsv")])
        self.assertEqual(texts[0], texts[1])
        self.assertTrue(texts[0][0].startswith(b"id\tschema\tname\nv000001\t"))

    def test_the_sample_makes_a_set_that_evaluate_reads_whole(self):
        out = self.path / "sample"
        done = run("variants", "--sample", "--out", str(out), "--per-kind", "3", env={"COLUMNS": "80"}, check=0)
        self.assertLessEqual(max(map(len, done.out.splitlines())), 80)
        told = dict(re.findall(r"^(\w+) +(\d+)  ", done.out, re.M))
        kinds = [line.split("\t")[1] for line in (out / "truth.tsv").read_text().splitlines()]
        self.assertEqual({k: kinds.count(k) for k in told}, {k: int(n) for k, n in told.items()})
        answer = json.loads(run("evaluate", "--queries", str(out / "queries.tsv"), "--truth",
                                str(out / "truth.tsv"), "--json", check=0).out)
        self.follows_the_schema(answer)
        self.assertEqual(answer["queries_without_truth"]["count"] + answer["truth_without_query"]["count"], 0)
        self.assertEqual(answer["expected_ids_not_in_index"]["count"], 0)
        exact = next(k for k in answer["positives"] if k["kind"] == "exact")
        self.assertEqual(exact["recall_1"]["rate"], "1.0000")

    def test_kinds_and_seeds(self):
        def made(*args):
            out = self.path / "v"
            run("variants", "--index", self.index, "--out", str(out), *args, check=0)
            return (out / "queries.tsv").read_text(), (out / "truth.tsv").read_text()
        one = made("--kinds", "typo1,neg_invented_company", "--per-kind", "2")
        self.assertEqual({line.split("\t")[1] for line in one[1].splitlines()}, {"typo1", "neg_invented_company"})
        self.assertEqual(one, made("--kinds", "neg_invented_company,typo1", "--per-kind", "2", "--seed", "1"))
        self.assertNotEqual(one, made("--kinds", "typo1,neg_invented_company", "--per-kind", "2", "--seed", "2"))

    def test_usage_and_refusals(self):
        out = ["--out", str(self.path / "x")]
        for args in ([], ["--sample"], [*out], ["--sample", "--index", self.index, *out],
                     ["--sample", *out, "--kinds", "typo3"], ["--sample", *out, "--per-kind", "0"],
                     ["--sample", *out, "--seed", "many"], ["--sample", "--out", ""]):
            with self.subTest(args=args):
                self.assertEqual(run("variants", *args).returncode, 2)
        self.assertFalse((self.path / "x").exists())
        self.assertEqual(run("variants", str(self.path / "none.csv"), *out).returncode, 4)
        self.assertEqual(run("variants", "--index", self.write("bad.twi", "x" * 99), *out).returncode, 4)
        blocked = self.write("file", "x")
        self.assertEqual(run("variants", "--sample", "--out", blocked).returncode, 1)
        self.assertEqual(pathlib.Path(blocked).read_text(), "x")

    def test_no_input_is_lost(self):
        folder = self.path / "own-folder"
        folder.mkdir()
        index = folder / "queries.tsv"
        index.write_bytes(pathlib.Path(self.index).read_bytes())
        done = run("variants", "--index", str(index), "--out", str(folder), check=2)
        self.assertIn("would be lost", done.err)
        self.assertEqual(index.read_bytes(), pathlib.Path(self.index).read_bytes())

    def test_the_worked_example(self):
        """What docs/evaluate.md shows is what the program prints and writes."""
        page = (DOCS / "evaluate.md").read_text()
        part = page[page.index("## An example"):page.index("## On each release")]
        blocks = re.findall(r"(?:^    [^\n]*\n|^\n(?=    ))+", part, re.M)
        here = os.getcwd()
        os.chdir(self.path)
        try:
            pathlib.Path("list.jsonl").write_bytes((DOCS / "examples/test-set/list.jsonl").read_bytes())
            output = ""
            commands = 0
            for line in "".join(blocks).splitlines():
                text = line[4:]
                if text.startswith("tradewarden "):
                    output += run(*text.split()[1:], env={"COLUMNS": "80"}, check=0).out
                    commands += 1
            output += pathlib.Path("test-set/queries.tsv").read_text()
            output += pathlib.Path("test-set/truth.tsv").read_text()
        finally:
            os.chdir(here)
        self.assertEqual(commands, 3)
        lines = output.splitlines()
        shown = [l[4:] for l in "".join(blocks).splitlines()
                 if l.strip() not in ("", "...") and not l.startswith("    tradewarden ")]
        self.assertGreater(len(shown), 12)
        for line in shown:
            self.assertIn(line, lines)

    def test_every_kind_is_documented(self):
        page = (DOCS / "evaluate.md").read_text()
        done = run("variants", "--sample", "--out", str(self.path / "k"), "--per-kind", "1", check=0)
        kinds = re.findall(r"^(\w+) +\d+  ", done.out, re.M)
        self.assertGreater(len(kinds), 25)
        for kind in kinds:
            self.assertIn("`neg_invented_...`" if kind.startswith("neg_invented_") else f"`{kind}`", page)
