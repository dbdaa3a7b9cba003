"""Name packs and score versions, from outside. Run by test_cli.py."""
import hashlib
import json
import pathlib

from harness import Case, run

PACK = "tradewarden-name-pack\t1\n# ours\nfamily\tplumbottom prunelle\n"


class ScoreRules(Case):
    def test_a_pack_goes_with_its_index_and_no_other(self):
        pack = self.write("pack.tsv", PACK)
        other = self.write("other.tsv", PACK + "place\tquartzburg\n")
        index = str(self.path / "packed.twi")
        run("index", "build", "--out", index, "--name-pack", pack, str(self.path / "own.jsonl"),
            check=0)
        digest = hashlib.sha256(PACK.encode()).hexdigest()
        info = json.loads(run("index", "info", "--json", index, check=0).out)
        self.assertEqual(info["name_pack_sha256"], digest)
        self.assertIn("name pack    " + digest, run("index", "info", index, check=0).out)
        answer = json.loads(run("screen", "--index", index, "--name-pack", pack, "--json",
                                "Ignatius Prunelle", check=0).out)
        self.assertEqual(answer["name_pack_sha256"], digest)
        self.assertEqual(answer["hits"][0]["matched_name"], "Ignatius Plumbottom")
        for more, said in (((), "used with no name pack"),
                           (("--name-pack", other), "used with the name pack of SHA-256")):
            done = run("screen", "--index", index, *more, "Ignatius Prunelle")
            self.assertNotEqual(done.returncode, 0)
            self.assertEqual(done.out, "")
            self.assertIn(said, done.err)
        done = run("screen", "--index", self.index, "--name-pack", pack, "Ignatius Prunelle")
        self.assertIn("built with no name pack", done.err)

    def test_a_pack_in_a_comparison(self):
        pack = self.write("pack.tsv", PACK)
        plain = json.loads(run("compare", "--json", "Ignatius Prunelle", "Ignatius Plumbottom",
                               check=0).out)
        with_pack = json.loads(run("compare", "--json", "--name-pack", pack, "Ignatius Prunelle",
                                   "Ignatius Plumbottom", check=0).out)
        self.assertIsNone(plain["name_pack_sha256"])
        self.assertEqual(plain["score_tables_sha256"], with_pack["score_tables_sha256"])
        self.assertLess(plain["score"], with_pack["score"])

    def test_a_wrong_pack_is_named_by_line_and_field(self):
        pack = self.write("wrong.tsv", PACK + "rewrite\tfoo\n")
        done = run("compare", "--name-pack", pack, "a b", "a b")
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("wrong.tsv:4: rewrite: ", done.err)
        done = run("compare", "--name-pack", str(self.path / "absent.tsv"), "a b", "a b")
        self.assertIn("absent.tsv", done.err)

    def test_versions(self):
        version = json.loads(run("--version", "--json", check=0).out)
        newest = version["score_version"]
        self.assertEqual(version["score_versions"][-1]["score_version"], newest)
        info = json.loads(run("index", "info", "--json", self.index, check=0).out)
        self.assertEqual(info["score_tables_sha256"],
                         version["score_versions"][-1]["score_tables_sha256"])
        by_number = ("--score-version", str(newest))
        self.assertEqual(run("compare", *by_number, "--json", "a b", "a c", check=0).out,
                         run("compare", "--json", "a b", "a c", check=0).out)
        run("screen", "--index", self.index, *by_number, "Plumbottom", check=0)
        for command in (("compare", "a", "b"), ("screen", "--index", self.index, "x y")):
            done = run(*command, "--score-version", "999")
            self.assertIn("no score version 999: this engine knows 1", done.err)
            self.assertEqual(done.returncode, 2)
        done = run("screen", *by_number, "Plumbottom")
        self.assertIn("give --index", done.err)
