"""lists: a store of snapshots, from outside. Run by test_cli.py.

KILLS=200 kills that many imports instead of a few.
"""
import csv
import io
import json
import os
import pathlib
import random
import signal
import sqlite3
import subprocess
import time
import unittest

from harness import BINARY, DOCS, Case, run

try:
    import jsonschema
except ImportError:
    jsonschema = None


def entry(number, name, **more):
    return {"list": "X-house", "id": str(number), "names": name if isinstance(name, list) else [name], **more}


def own_list(entries, name="House list"):
    head = {"tradewarden_list": 1, "name": name, "entries": len(entries)}
    return "\n".join(json.dumps(e) for e in [head, *entries]) + "\n"


class StoreCase(Case):
    def setUp(self):
        self.number = getattr(type(self), "number", 0) + 1
        type(self).number = self.number
        self.store = str(self.path / f"{self.number}.store")

    def lists(self, command, *args, check=0, **more):
        return run("lists", command, "--store", self.store, *args, check=check, **more)

    def put(self, date, entries, *more, check=0, name="House list"):
        path = self.write(f"{self.number}-{date}.jsonl", own_list(entries, name))
        return self.lists("import", path, "--published", date, *more, check=check)

    def json(self, command, *args, check=0):
        text = self.lists(command, *args, "--json", check=check).out
        if jsonschema is not None:
            jsonschema.validate(json.loads(text), json.loads((DOCS / "lists.schema.json").read_text()))
        return json.loads(text)

    def build(self, *more):
        out = str(self.path / f"{self.number}.twi")
        run("index", "build", "--store", self.store, "--out", out, *more, check=0)
        return out

    def status(self, index, name, day, *more):
        """The hit's status on a day, or None."""
        hits = json.loads(run("screen", "--index", index, name, "--as-of", day, "--json", *more, check=0).out)["hits"]
        return hits[0]["status"] if hits else None


class Lists(StoreCase):
    def test_import_status_and_show(self):
        done = self.put("2020-03-01", [entry(1, "Vostok Granulator Works"), entry(2, "Plumbottom")])
        self.assertIn("House list", done.out)
        status = self.json("status", "--as-of", "2020-03-05")
        self.assertEqual([(p["publication"], p["age_days"], p["counts"]["parties"]) for p in status["publications"]],
                         [("House list", 4, 2)])
        self.assertEqual(self.lists("status", "--as-of", "2020-03-05", "--max-age", "4").returncode, 0)
        late = self.lists("status", "--as-of", "2020-03-05", "--max-age", "3", check=11)
        self.assertIn("older than 3 days", late.err)
        shown = self.json("show", "1", "--extract", str(self.path / "out"))["snapshots"][0]
        name = shown["files"][0]["name"]
        self.assertEqual((self.path / "out" / name).read_text(), (self.path / name).read_text())
        self.assertEqual(self.json("list")["snapshots"][0]["sha256"], shown["sha256"])
        self.assertIn("digest", self.lists("show", "1").out)
        self.lists("show", "2", check=4)

    def test_quarantine_and_release(self):
        self.put("2020-03-01", [entry(i, f"Quartz {i} Trading") for i in range(100)])
        done = self.put("2020-03-02", [entry(i, f"Quartz {i} Trading") for i in range(80)], check=4)
        self.assertIn("20.0 % fewer", done.err)
        empty = self.write("empty.jsonl", "")
        self.lists("import", empty, "--published", "2020-03-03", check=4)
        status = self.json("status", "--as-of", "2020-03-04")
        self.assertEqual(status["publications"][0]["published"], "2020-03-01")
        self.assertEqual([s["published"] for s in status["quarantined"]], ["2020-03-03", "2020-03-02"])
        self.assertIn("In quarantine", self.lists("status").out)
        built = run("index", "build", "--store", self.store, "--out", str(self.path / "quarantined.twi"), check=0)
        self.assertIn("snapshot 2, House list of 2020-03-02 is in quarantine and not used", built.err)
        self.assertIn("snapshot 3 of 2020-03-03 is in quarantine and not used", built.err)
        self.lists("release", "2", check=2)  # a reason is required
        self.lists("release", "2", "--reason", "the programme ended", "--who", "me")
        self.assertEqual(self.json("status")["publications"][0]["published"], "2020-03-02")
        self.lists("release", "3", "--reason", "no", check=4)
        self.lists("quarantine", "2", "--reason", "it did not end")
        self.assertEqual(self.json("status")["publications"][0]["published"], "2020-03-01")

    def test_a_day_to_come_is_meant_or_refused(self):
        refused = self.put("2999-01-01", [entry(1, "Vostok Works")], check=4)
        self.assertIn("published on 2999-01-01, and today is", refused.err)
        self.put("2999-01-01", [entry(1, "Vostok Works")], "--allow-future")

    def test_a_list_as_a_spreadsheet(self):
        import zipfile
        path = str(self.path / "regulation8.xlsx")
        cell = '<c t="inlineStr"><is><t>%s</t></is></c>'
        rows = [["Reference", "Name of Individual or Entity", "Type", "Name Type"], ["1", "Vostok Works", "Entity", "Primary Name"]]
        sheet = "".join("<row>" + "".join(cell % c for c in row) + "</row>" for row in rows)
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
            book.writestr("[Content_Types].xml", "<Types/>")
            book.writestr("xl/workbook.xml", "<workbook/>")
            book.writestr("xl/worksheets/sheet1.xml", "<worksheet><sheetData>%s</sheetData></worksheet>" % sheet)
        self.lists("import", path, "--published", "2020-03-01")
        shown = self.json("status")["publications"][0]
        self.assertEqual((shown["format"], shown["counts"]["parties"]), ("au-xlsx", 1))
        self.assertEqual(self.status(self.build(), "Vostok Works", "2020-03-01"), "listed")

    def test_dates_ahead(self):
        measures = [{"kind": "denial", "from": "2018-04-15", "until": "2025-03-14", "end": "expired"}]
        self.put("2018-05-01", [entry(1, "Vostok Works", measures=measures)])
        dates = self.json("status", "--as-of", "2018-05-02", "--dates", "1000")["next_dates"]
        self.assertIn(("2025-03-14", "denial ends", "Vostok Works"), [(d["on"], d["kind"], d["name"]) for d in dates])
        # The suspension of the affiliates rule ends by itself (90 FR 50857).
        self.assertIn("2026-11-10", [d["on"] for d in dates if d["list"] == ""])

    def test_diff(self):
        before = self.write("before.jsonl", own_list([entry(1, "Vostok Works"), entry(2, "Gone Trading")]))
        after = self.write("after.jsonl", own_list([entry(1, ["Vostok Works", "East Works"], remarks="moved"),
                                                    entry(3, "=New Trading")]))
        text = run("lists", "diff", before, after, check=0).out
        self.assertIn("1 added, 1 removed, 1 changed, 0 unchanged; 2 names added", text)
        rows = list(csv.DictReader(io.StringIO(run("lists", "diff", before, after, "--csv", check=0).out)))
        self.assertEqual([(r["change"], r["id"], r["field"]) for r in rows],
                         [("changed", "1", "names"), ("changed", "1", "remarks"), ("removed", "2", ""), ("added", "3", "")])
        self.assertEqual(rows[-1]["name"], "'=New Trading")  # no formula of a spreadsheet
        self.lists("import", before, "--published", "2020-01-01")
        self.lists("import", after, "--published", "2020-01-02", "--max-shrink", "1")
        diff = self.json("diff", "1", "tradewarden@2020-01-02")
        self.assertEqual(diff["counts"], {"added": 1, "removed": 1, "changed": 1, "unchanged": 0, "names_added": 2})
        self.assertEqual(diff["entries"][0]["names_added"], ["East Works"])
        run("lists", "diff", before, str(self.path / "nothing"), check=4)

    def test_verify_and_backup(self):
        self.put("2020-03-01", [entry(1, "Vostok Works")])
        copy = str(self.path / "copy.store")
        self.lists("backup", copy)
        self.assertIn("1 snapshots", run("lists", "verify", "--store", copy, check=0).out)
        self.lists("backup", self.store, check=2)
        base = sqlite3.connect(copy)
        base.execute("DROP TRIGGER file_no_UPDATE")
        base.execute("UPDATE file SET stored = x'00'")
        base.commit()
        base.close()
        done = run("lists", "verify", "--store", copy, check=4)
        self.assertIn("not those of the digest", done.err)
        run("index", "build", "--store", copy, "--out", str(self.path / "x.twi"), check=4)
        self.assertFalse((self.path / "x.twi").exists())

    def test_a_pinned_digest(self):
        path = self.write("pinned.jsonl", own_list([entry(1, "Vostok Works")]))
        self.lists("import", path, "--published", "2020-01-01", "--require-digest", "0" * 64, check=4)
        self.assertEqual(self.json("list")["snapshots"], [])
        self.lists("import", path, "--published", "2020-01-01", "--require-digest", "xyz", check=2)

    def test_what_is_no_store(self):
        run("lists", "status", "--store", str(self.path / "none"), check=4)
        text = self.write("text", "x" * 5000)
        run("lists", "status", "--store", text, check=4)
        run("lists", "status", check=2)
        run("index", "build", "--store", text, "--out", str(self.path / "x.twi"), check=4)
        run("index", "build", "--out", str(self.path / "x.twi"), check=2)
        run("index", "build", "--history", "--out", str(self.path / "x.twi"), text, check=2)
        self.put("2020-01-01", [entry(1, "Vostok Works")])
        run("index", "build", "--store", self.store, "--out", self.store, check=2)


class History(StoreCase):
    def test_a_day_is_answered_from_the_list_of_that_day(self):
        steady = [entry(i, f"Steady {w} Exports") for i, w in enumerate(["Falcon", "Heron", "Osprey"], 100)]
        self.put("2020-01-01", [*steady, entry(1, "Vostok Granulator Works")])
        self.put("2020-02-01", [*steady, entry(1, ["Vostok Granulator Works", "Quillback Holdings"]), entry(2, "Marmalade Shipping")])
        self.put("2020-03-01", [*steady, entry(1, ["Vostok Granulator Works", "Quillback Holdings"])], "--max-shrink", "0.5")
        self.put("2020-04-01", [*steady, entry(1, "Vostok Granulator Works"), entry(2, "Marmalade Shipping")])
        index = self.build("--history")
        # Three that never change, and two with their states: five parties.
        self.assertEqual(json.loads(run("index", "info", index, "--json", check=0).out)["parties"], 5)
        ask = lambda name, day, *more: self.status(index, name, day, *more)  # noqa: E731
        self.assertEqual(ask("Steady Falcon Exports", "2019-12-31"), "unknown_on_date")
        self.assertEqual(ask("Steady Falcon Exports", "2020-01-01"), "listed")
        self.assertEqual(ask("Steady Falcon Exports", "2024-01-01"), "listed")
        # On no list of January, on that of February, gone in March, back in April.
        self.assertIsNone(ask("Marmalade Shipping", "2020-01-01"))
        self.assertEqual(ask("Marmalade Shipping", "2020-01-15"), "unknown_on_date")
        self.assertEqual(ask("Marmalade Shipping", "2020-02-01"), "listed")
        self.assertEqual(ask("Marmalade Shipping", "2020-02-15"), "unknown_on_date")
        self.assertIsNone(ask("Marmalade Shipping", "2020-03-01"))
        self.assertEqual(ask("Marmalade Shipping", "2020-03-01", "--include-ended"), "lifted")
        self.assertEqual(ask("Marmalade Shipping", "2020-03-15"), "unknown_on_date")
        self.assertEqual(ask("Marmalade Shipping", "2020-04-01"), "listed")
        # The alias was there from February until April.
        self.assertIsNone(ask("Quillback Holdings", "2020-01-31"))
        self.assertEqual(ask("Quillback Holdings", "2020-02-01"), "listed")
        self.assertEqual(ask("Quillback Holdings", "2020-03-31"), "listed")
        self.assertIsNone(ask("Quillback Holdings", "2020-04-01"))
        answer = json.loads(run("screen", "--index", index, "Marmalade Shipping", "--as-of", "2020-04-01", "--json", check=0).out)
        self.assertEqual(answer["hits"][0]["seen"], [
            {"first": "2020-02-01", "last": "2020-02-01", "missing_before": "2020-01-01", "missing_from": "2020-03-01"},
            {"first": "2020-04-01", "last": "2020-04-01", "missing_before": "2020-03-01", "missing_from": None}])
        if jsonschema is not None:
            jsonschema.validate(answer, json.loads((DOCS / "answer.schema.json").read_text()))
            jsonschema.validate(json.loads(run("index", "info", index, "--json", check=0).out),
                                json.loads((DOCS / "index-info.schema.json").read_text()))

    def test_without_history_only_the_newest_answers(self):
        self.put("2020-01-01", [entry(1, "Vostok Works"), entry(2, "Marmalade Shipping")])
        self.lists("import", self.write("n.jsonl", own_list([entry(1, "Vostok Works")])), "--published", "2020-02-01", "--max-shrink", "1")
        self.assertIsNone(self.status(self.build(), "Marmalade Shipping", "2020-01-15"))
        self.assertEqual(self.status(self.build("--history"), "Marmalade Shipping", "2020-01-01"), "listed")

    def test_a_corrected_snapshot_of_one_day(self):
        self.put("2020-01-01", [entry(1, "Vostok Works")])
        self.lists("import", self.write("c.jsonl", own_list([entry(1, "Vostok Works"), entry(2, "Marmalade Shipping")])),
                   "--published", "2020-01-01")
        index = self.build("--history")
        self.assertEqual(self.status(index, "Marmalade Shipping", "2020-01-01"), "listed")


class Zte(StoreCase):
    """The case of RULES.md E: what is in force on each day, from snapshots as they would have been published.

    Sources: 81 FR 12004 (2016-03-08), 82 FR 15458 (2017-03-29), 83 FR 17644 (2018-04-15), 83 FR 34825 (2018-07-13).
    """
    COLUMNS = ("_id,source,entity_number,type,programs,name,title,addresses,federal_register_notice,start_date,end_date,"
               "standard_order,license_requirement,license_policy,call_sign,vessel_type,gross_tonnage,"
               "gross_registered_tonnage,vessel_flag,vessel_owner,remarks,source_list_url,alt_names,citizenships,"
               "dates_of_birth,nationalities,places_of_birth,source_information_url,ids").split(",")
    ZTE = ("el-1", "Zhongxing Telecommunications Equipment Corporation", "ZTE Corporation; ZTE", "CN", "2016-03-08", "81 FR 12004")
    KANGXUN = ("el-2", "ZTE Kangxun Telecommunications Ltd.", "ZTE Kangxun", "CN", "2016-03-08", "81 FR 12004")
    STAR = ("el-3", "Beijing 8-Star International Co.", "8S", "CN", "2016-03-08", "81 FR 12004")
    PARSIAN = ("el-4", "ZTE Parsian", "", "IR", "2016-03-08", "81 FR 12004")
    SHI = ("el-5", "Shi Lirong", "", "CN", "2017-03-29", "82 FR 15458")
    OTHER = ("el-0", "Sample Optics Institute", "", "CN", "2012-01-01", "77 FR 1")

    def csl(self, date, rows, start=True):
        out = io.StringIO()
        table = csv.DictWriter(out, self.COLUMNS, lineterminator="\n")
        table.writeheader()
        for key, name, aliases, country, since, citation in rows:
            table.writerow({"_id": key, "source": "Entity List (EL) - Bureau of Industry and Security", "name": name,
                            "alt_names": aliases, "addresses": f"Shenzhen, {country}", "start_date": since if start else "",
                            "federal_register_notice": citation,
                            "license_requirement": "For all items subject to the EAR"})
        path = self.write(f"{self.number}-csl-{date}.csv", out.getvalue())
        # Lists this small shrink a lot by one entry.
        self.lists("import", f"csl-csv:{path}@{date}", "--max-shrink", "1")

    def dpl(self, date, rows):
        head = ["Name", "Street_Address", "City", "State", "Country", "Postal_Code", "Effective_Date", "Expiration_Date",
                "Standard_Order", "Last_Update", "Action", "FR_Citation"]
        lines = [head] + [[name, "1 Road", "SHENZHEN", "", "CN", "", since, until, "Y", "2018-04-23", "NEW", citation]
                          for name, since, until, citation in rows]
        text = "".join("\t".join(f'"{c}"' for c in line) + "\n" for line in lines)
        path = self.write(f"{self.number}-dpl-{date}.txt", text)
        self.lists("import", f"bis-dpl:{path}@{date}", "--max-shrink", "1")

    def notes(self, date, entries):
        """What the two lists do not carry: licences, suspended orders, settlements; from the orders."""
        path = self.write(f"{self.number}-notes-{date}.jsonl", own_list(entries, "Orders and licences"))
        self.lists("import", f"{path}@{date}")

    def fill(self, start=True):
        self.csl("2016-03-07", [self.OTHER], start)
        self.csl("2016-03-08", [self.OTHER, self.ZTE, self.KANGXUN, self.STAR, self.PARSIAN], start)
        self.csl("2017-03-28", [self.OTHER, self.ZTE, self.KANGXUN, self.STAR, self.PARSIAN], start)
        self.csl("2017-03-29", [self.OTHER, self.STAR, self.PARSIAN, self.SHI], start)
        self.csl("2018-08-01", [self.OTHER, self.STAR, self.PARSIAN, self.SHI], start)
        other = ("SAMPLE, JANE", "01/02/2015", "01/02/2030", "80 FR 1")
        denied = [(name, "04/15/2018", "03/13/2025", "83 FR 17644") for name in
                  ("ZHONGXING TELECOMMUNICATIONS EQUIPMENT CORPORATION", "ZTE CORPORATION", "ZTE KANGXUN TELECOMMUNICATIONS LTD.")]
        self.dpl("2018-04-14", [other])
        # The order of 15 April was published on the 23rd; the list of that day shows it first.
        self.dpl("2018-04-23", [other, *denied])
        self.dpl("2018-07-12", [other, *denied])
        self.dpl("2018-07-13", [other])

    VECTORS = [
        ("2016-03-07", None), ("2016-03-08", "listed"), ("2016-03-24", "listed"), ("2017-03-22", "listed"),
        ("2017-03-28", "listed"), ("2017-03-29", None), ("2018-04-14", None), ("2018-04-15", "denied"),
        ("2018-07-01", "denied"), ("2018-07-02", "denied"), ("2018-07-12", "denied"), ("2018-07-13", None), ("2026-11-22", None)]

    def test_vectors_from_snapshots(self):
        self.fill()
        index = self.build("--history")
        for name in ("ZTE Corporation", "ZTE Kangxun Telecommunications"):
            for day, expected in self.VECTORS:
                with self.subTest(name=name, day=day):
                    self.assertEqual(self.status(index, name, day, "--threshold", "0.95"), expected)
        for name, since in (("ZTE Parsian", "2016-03-08"), ("Beijing 8-Star International Co.", "2016-03-08"), ("Shi Lirong", "2017-03-29")):
            for day, expected in ((since, "listed"), ("2018-05-01", "listed"), ("2026-11-22", "listed"), ("2016-03-07", None)):
                with self.subTest(name=name, day=day):
                    self.assertEqual(self.status(index, name, day, "--threshold", "0.95"), expected)
        self.assertIsNone(self.status(index, "Shi Lirong", "2017-03-28"))
        ended = json.loads(run("screen", "--index", index, "ZTE Corporation", "--as-of", "2018-07-13", "--include-ended",
                               "--threshold", "0.95", "--json", check=0).out)["hits"]
        self.assertEqual({(h["list"], h["status"], h["until"]) for h in ended},
                         {("US-EL", "lifted", "2017-03-29"), ("US-DPL", "lifted", "2018-07-13")})

    def test_vectors_without_the_lists_own_dates(self):
        """By the snapshots alone: the same days, as there is one on each side of every change."""
        self.fill(start=False)
        index = self.build("--history")
        for day, expected in self.VECTORS[:6]:
            with self.subTest(day=day):
                self.assertEqual(self.status(index, "ZTE Kangxun Telecommunications", day, "--threshold", "0.95"), expected)

    def test_overlays_and_suspended_orders(self):
        self.fill()
        overlay = {"kind": "temporary_general_licence", "from": "2016-03-24", "until": "2017-03-29", "citations": ["81 FR 15633"]}
        general = {"kind": "authorisation", "from": "2018-07-02", "until": "2018-08-02"}
        settlement = {"kind": "settlement", "from": "2018-06-08"}
        orders = [{"kind": "suspended_order", "from": "2017-03-23", "until": "2018-04-15", "end": "lifted"},
                  {"kind": "suspended_order", "from": "2018-07-13", "until": "2028-06-08", "end": "expired"}]
        shared = {"names": ["ZTE Kangxun Telecommunications Ltd."]}
        self.notes("2018-08-01", [
            {"list": "US-EL", "id": "el-2", **shared, "overlays": [overlay],
             "measures": [{"kind": "listing", "from": "2016-03-08", "until": "2017-03-29", "end": "lifted"}]},
            {"list": "US-DPL", "id": "suspended", **shared, "measures": orders, "overlays": [settlement, general]}])
        index = self.build("--history")

        def on(day):
            hits = json.loads(run("screen", "--index", index, "ZTE Kangxun Telecommunications", "--as-of", day, "--threshold", "0.95",
                                  "--json", check=0).out)["hits"]
            return sorted((h["status"], *sorted(o["kind"] for o in h["overlays"])) for h in hits)

        licence = "temporary_general_licence"
        self.assertEqual(on("2016-03-07"), [])
        self.assertEqual(on("2016-03-23"), [("listed",)])
        self.assertEqual(on("2017-03-22"), [("listed", licence)])
        self.assertEqual(on("2017-03-28"), [("listed", licence), ("suspended_order",)])
        self.assertEqual(on("2017-03-29"), [("suspended_order",)])
        self.assertEqual(on("2018-04-15"), [("denied",)])
        self.assertEqual(on("2018-07-13"), [("suspended_order", "authorisation", "settlement")])


class Killed(StoreCase):
    """An import that is killed at any moment leaves the store as it was, or the snapshot whole."""

    def test_kill_9(self):
        kills = int(os.environ.get("KILLS", "12"))
        dice = random.Random(7)
        self.put("2000-01-01", [entry(i, f"Quartz {i} Trading") for i in range(3000)])
        started = time.monotonic()
        self.put("2000-01-02", [entry(i, f"Quartz {i} Trading and Exports") for i in range(3000)])
        whole = time.monotonic() - started
        known = 2
        came = 0
        for n in range(kills):
            date = f"{2001 + n // 12}-{n % 12 + 1:02}-01"
            path = self.write("kill.jsonl", own_list([entry(i, f"Quartz {i} Trading {n}") for i in range(3000)]))
            process = subprocess.Popen([BINARY, "lists", "import", "--store", self.store, path, "--published", date],
                                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            # From the start to a little beyond the end.
            time.sleep(dice.uniform(0, 1.6 * whole))
            process.send_signal(signal.SIGKILL)
            process.wait()
            if n % 5 == 0 or n + 1 == kills:
                self.lists("verify")
            snapshots = self.json("list")["snapshots"]
            self.assertIn(len(snapshots), (known, known + 1))
            came += len(snapshots) - known
            known = len(snapshots)
            self.assertTrue(all(s["counts"]["parties"] == 3000 and s["state"] == "good" for s in snapshots))
        self.assertEqual(len(self.json("status")["publications"]), 1)
        print(f"killed {kills} imports: {came} had come whole, 0 stores damaged", flush=True)
