"""compare and index, from outside. Run by test_cli.py."""
import hashlib
import json
import os
import pathlib
import re
import stat

from harness import DAY, DOCS, OWN_LIST, Case, run


class Compare(Case):
    def test_one_pair(self):
        self.assertTrue(run("compare", "A. B. Trading", "A. B. Trading", check=0).out.startswith("1.0000\n"))
        text = run("compare", "PLUMBOTTOM, Ignatius", "Ignatius Plumbottom", "--schema", "person",
                   "--json", check=0).out
        self.assertEqual(json.loads(text)["score"], "1.0000")

    def test_rows(self):
        rows = self.write("pairs.jsonl", "\n".join([
            '{"id":"a","left":"Ignatius Plumbottom","right":"Plumbottom, Ignatius","schema":"Person"}',
            '{"id":"b","left":"Ignatius Plumbottom","right":"Vostok Works","expected":"no_match"}',
            '{"id":"c","left":"x"}', '{"id":"d","left":"Same","right":"SAME","schema":null}']) + "\n")
        out = str(self.path / "scores.tsv")
        done = run("compare", "--input", rows, "--output", out, check=3)
        self.assertIn("pairs.jsonl:3: right:", done.err)
        lines = pathlib.Path(out).read_text().splitlines()
        self.assertEqual(lines[0], "id\tscore")
        self.assertEqual([line.split("\t")[0] for line in lines[1:]], ["a", "b", "d"])
        self.assertEqual(lines[1], "a\t1.0000")
        self.assertEqual(lines[3], "d\t1.0000")
        self.assertTrue(all(re.fullmatch(r"\w+\t[01]\.\d{4}", line) for line in lines[1:]))

    def test_rows_that_fail_have_their_id_in_the_same_place(self):
        rows = "\n".join(['{"id":"a","left":"x y","right":"x y"}', '{"id":"b","left":"x"}',
                          '{"id":"c","left":"...","right":"x y"}', '{"id":"d","left":"x y","right":""}',
                          '{"id":"e","left":"-","right":"-"}', '{"id":"f","left":"x y","right":"q w"}'])
        done = run("compare", "--input", "-", stdin=rows, check=3)
        lines = [json.loads(line) for line in done.out.splitlines()]
        self.assertEqual([line["id"] for line in lines], list("abcdef"))
        self.assertEqual([("error" in line, "score" in line) for line in lines],
                         [(False, True)] + [(True, False)] * 4 + [(False, True)])
        self.assertEqual([line["error"]["field"] for line in lines[1:5]],
                         ["right", "left", "right", "left"])
        self.assertIn("4 failed", done.err)
        tsv = run("compare", "--input", "-", "--format", "tsv",
                  stdin="id\tleft\tright\nc\t...\tx y\n", check=3)
        self.assertEqual(tsv.out, "id\tscore\n")

    def test_a_pair_with_a_side_without_a_name_is_not_compared(self):
        for left, right, side in (("", "x y", "left"), ("x y", "...", "right"), ("", "", "left")):
            for more in ((), ("--json",)):
                done = run("compare", left, right, *more, check=3)
                self.assertEqual(done.out, "")
                self.assertIn(side + ": no letter or digit", done.err)

    def test_formats_and_streams(self):
        done = run("compare", "--input", "-", "--format", "csv", "--flush",
                   stdin="left,right,id\n\"Plumbottom, Ignatius\",Ignatius Plumbottom,1\n", check=0)
        self.assertEqual(done.out, "id,score\n1,1.0000\n")

    def test_the_score_is_that_of_screening(self):
        for name in ("Vostok Granulater Works", "Granulator Vostok", "Ignatius Plumbotom", "ZTE Kangxn"):
            answer = json.loads(run("screen", name, *DAY, "--json", "--threshold", "0.3").out)
            answer["hits"] += json.loads(self.screen(name, "--json", "--threshold", "0.3").out)["hits"]
            for hit in answer["hits"]:
                pair = json.loads(run("compare", name, hit["matched_name"], "--json").out)
                self.assertEqual(pair["score"], hit["score"])
                self.assertEqual(pair["explanation"], hit["explanation"])


class OfacLike(Case):
    def test_one_pair(self):
        text = run("compare", "--scorer", "ofac-like", "Ignatius Plumbottom", "PLUMBOTTOM, Ignatius",
                   check=0).out
        self.assertTrue(text.startswith("100 OFAC-like points\n"))
        self.assertIn("not Treasury's tool", text)

    def test_rows(self):
        rows = '{"id":"a","left":"Geo Hit","right":"Geo Hit"}\n{"id":"b","left":"Ж","right":"Zh"}\n'
        done = run("compare", "--scorer", "ofac-like", "--input", "-", stdin=rows, check=3)
        first, second = (json.loads(line) for line in done.out.splitlines())
        self.assertEqual(first, {"id": "a", "score": "1.0000", "scorer": "ofac-like"})
        self.assertIn("no Latin letter", second["error"]["message"])

    def test_it_has_no_part_in_screening(self):
        """No file but the scorer itself and what prints it names it."""
        source = DOCS.parent / "src"
        users = {p.relative_to(source).as_posix() for p in source.rglob("*.?pp")
                 if re.search("ofac_like|jaro_winkler", p.read_text())}
        self.assertFalse([u for u in users if u.split("/")[0] in ("names", "index", "match")], users)
        self.assertIn("score/ofac_like_score.cpp", users)


class Index(Case):
    def test_build_and_info(self):
        out = str(self.path / "two.twi")
        done = run("index", "build", "--out", out, "tradewarden:" + str(self.path / "own.jsonl"), check=0)
        self.assertIn("House list, 2018-01-31", done.out)
        self.assertIn("3 parties", done.out)
        self.assertRegex(done.err, r"peak memory \d+ MB")
        info = json.loads(run("index", "info", out, "--json", check=0).out)
        self.assertEqual((info["rows"], info["distinct_ids"], info["parties"], info["duplicates"]),
                         (3, 3, 3, 0))
        publication, = info["publications"]
        self.assertEqual((publication["name"], publication["date"]), ("House list", "2018-01-31"))
        self.assertEqual(publication["files"][0]["sha256"],
                         hashlib.sha256(OWN_LIST.encode()).hexdigest())
        self.assertEqual([(entry["list"], entry["parties"]) for entry in info["lists"]], [("X-house", 3)])
        human = run("index", "info", out, check=0).out
        self.assertIn("X-house", human)
        self.assertIn(info["content"], human)
        self.assertEqual(done.out.splitlines()[:10], human.splitlines()[:10])

    def test_the_same_sources_make_the_same_bytes(self):
        out = str(self.path / "again.twi")
        run("index", "build", "--out", out, str(self.path / "own.jsonl"), check=0)
        self.assertEqual(pathlib.Path(out).read_bytes(), pathlib.Path(self.index).read_bytes())

    def test_one_refused_source_and_nothing_is_written(self):
        out = str(self.path / "never.twi")
        done = run("index", "build", "--out", out, str(self.path / "own.jsonl"),
                   str(self.path / "absent.csv"), self.write("zero.jsonl", ""), check=4)
        self.assertIn("absent.csv", done.err)
        self.assertIn("zero.jsonl", done.err)  # both are named in one run
        self.assertFalse(os.path.exists(out))
        keep = self.write("keep.twi", "old")
        run("index", "build", "--out", keep, str(self.path / "absent.csv"), check=4)
        self.assertEqual(pathlib.Path(keep).read_text(), "old")

    def test_a_pipe_or_a_folder_is_not_replaced_by_an_index(self):
        pipe = str(self.path / "pipe")
        os.mkfifo(pipe)
        for out in (pipe, str(self.path)):
            done = run("index", "build", "--out", out, str(self.path / "own.jsonl"), check=2)
            self.assertIn("not a file", done.err)
        self.assertTrue(stat.S_ISFIFO(os.stat(pipe).st_mode))

    def test_an_index_does_not_take_the_place_of_a_source(self):
        folder = self.path / "source-folder"
        folder.mkdir()
        table = folder / "sdn.csv"
        table.write_text("kept\n")
        (self.path / "folder-link").symlink_to(folder)
        (self.path / "table-link.twi").symlink_to(table)
        own = self.path / "own.jsonl"
        (self.path / "own-link.twi").symlink_to(own)
        for out, source in (
            (own, own), (self.path / "own-link.twi", own), (own, self.path / "own-link.twi"),
            (folder / ".." / "own.jsonl", own), (table, folder),
            (self.path / "folder-link" / "sdn.csv", folder), (table, self.path / "folder-link"),
            (self.path / "table-link.twi", folder), (folder / "." / "sdn.csv", folder),
        ):
            with self.subTest(out=out, source=source):
                done = run("index", "build", "--out", str(out), str(source), check=2)
                self.assertIn("source", done.err)
        self.assertEqual(table.read_text(), "kept\n")
        self.assertEqual(own.read_text(), OWN_LIST)
        # An older index that lies beside the list files is not one of them.
        (folder / "old.twi").write_bytes(pathlib.Path(self.index).read_bytes())
        done = run("index", "build", "--out", str(folder / "old.twi"), str(folder), check=4)

    def test_text_after_a_row_is_not_a_file_cut_short(self):
        out = str(self.path / "never.twi")
        for tail in (" x", "}", '{"id":"4"}'):
            rows = self.write("tail.jsonl", OWN_LIST.rstrip("\n") + tail)
            done = run("index", "build", "--out", out, rows)
            self.assertNotIn("cut short", done.err)
            self.assertIn("tail.jsonl:4:", done.err)
        rows = self.write("tail.jsonl", OWN_LIST.rstrip("\n")[:-9])
        self.assertIn("cut short", run("index", "build", "--out", out, rows, check=4).err)

    def test_rejected_rows_do_not_fail_the_build(self):
        good = OWN_LIST.splitlines()
        header = json.loads(good[0])
        header["entries"] = 33
        broken = [json.dumps({"list": "X-house", "id": f"b{i}", "shoe": 1, "names": ["A B"]})
                  for i in range(30)]
        rows = self.write("broken.jsonl", "\n".join([json.dumps(header), *good[1:], *broken]) + "\n")
        out = str(self.path / "broken.twi")
        done = run("index", "build", "--out", out, rows, check=0)
        self.assertIn("broken.jsonl:5:", done.err)
        self.assertIn("... and 10 more, 10 of them rejected (--all-diagnostics)", done.err)
        self.assertNotIn("broken.jsonl:34:", done.err)
        self.assertIn("broken.jsonl:34:",
                      run("index", "build", "--out", out, rows, "--all-diagnostics", check=0).err)
        info = json.loads(run("index", "info", out, "--json").out)
        self.assertEqual(info["publications"][0]["rejected"], 30)

    def test_two_dates_of_one_publication_are_refused(self):
        other = self.write("other.jsonl", OWN_LIST.replace("2018-01-31", "2018-02-28"))
        out = str(self.path / "two-dates.twi")
        run("index", "build", "--out", out, str(self.path / "own.jsonl"), other, check=4)
        self.assertFalse(os.path.exists(out))
