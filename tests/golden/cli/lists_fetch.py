"""lists fetch against a server on this machine that misbehaves. Run by test_cli.py."""
import http.server
import json
import threading
import time

from harness import run
from lists_commands import StoreCase, entry, own_list

GOOD = own_list([entry(i, f"Quartz {i} Trading") for i in range(50)])
FEWER = own_list([entry(i, f"Quartz {i} Trading") for i in range(20)])
MODIFIED = "Wed, 01 Jan 2020 10:00:00 GMT"


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Answers)
        self.asked = []      # paths, with whether the request had conditions
        self.failures = 0    # of /failing, before it works

    def handle_error(self, *_):
        """Who asks may hang up, when it has waited too long or got too much."""


class Answers(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def answer(self, body, status=200, headers=(), length=None):
        data = body.encode()
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(data) if length is None else length))
        self.end_headers()
        self.wfile.write(data)

    def do_GET(self):
        conditional = self.headers.get("If-None-Match") or self.headers.get("If-Modified-Since")
        self.server.asked.append((self.path, bool(conditional)))
        what = self.path.strip("/")
        if what == "good":
            if self.headers.get("If-None-Match") == '"v1"':
                return self.answer("", 304, [("ETag", '"v1"')], 0)
            return self.answer(GOOD, headers=[("ETag", '"v1"'), ("Last-Modified", MODIFIED)])
        if what == "fewer":
            return self.answer(FEWER, headers=[("Last-Modified", "Thu, 02 Jan 2020 10:00:00 GMT"), ("ETag", '"f"')])
        if what == "failing":
            self.server.failures -= 1
            if self.server.failures >= 0:
                return self.answer("busy", 503)
            return self.answer(GOOD, headers=[("Last-Modified", MODIFIED)])
        if what == "broken":
            return self.answer("out of order", 500)
        if what == "none":
            return self.answer("no", 404)
        if what == "truncated":
            self.close_connection = True
            return self.answer(GOOD[:500], length=len(GOOD))
        if what == "cut":  # without a length the end of the connection is the end of the file
            self.close_connection = True
            self.send_response(200)
            self.send_header("Connection", "close")
            self.send_header("Last-Modified", MODIFIED)
            self.end_headers()
            return self.wfile.write(GOOD[:700].encode())
        if what == "slow":
            self.send_response(200)
            self.send_header("Content-Length", str(len(GOOD)))
            self.end_headers()
            try:
                for c in GOOD[:60]:
                    self.wfile.write(c.encode())
                    self.wfile.flush()
                    time.sleep(0.1)
            except OSError:
                pass
            self.close_connection = True
            return None
        if what == "page":
            return self.answer("<!DOCTYPE html><html><title>Maintenance</title></html>", headers=[("Content-Type", "text/html")])
        if what == "away":
            return self.answer("", 302, [("Location", "https://elsewhere.example/list")])
        if what == "moved":
            return self.answer("", 301, [("Location", "/good")])
        if what == "round":
            return self.answer("", 302, [("Location", "/round")])
        if what == "large":
            return self.answer("x" * 200_000)
        if what == "endless":
            self.close_connection = True
            self.send_response(200)
            self.end_headers()
            try:
                for _ in range(400):
                    self.wfile.write(b"x" * 1000)
            except OSError:
                pass
            return None
        return self.answer("?", 400)


class Fetch(StoreCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.server = Server()
        threading.Thread(target=cls.server.serve_forever, daemon=True).start()
        cls.base = f"http://127.0.0.1:{cls.server.server_port}"

    @classmethod
    def tearDownClass(cls):
        cls.server.shutdown()
        cls.server.server_close()
        super().tearDownClass()

    def setUp(self):
        super().setUp()
        self.server.asked.clear()
        self.server.failures = 0

    def fetch(self, what, *more, check=0):
        urls = self.write("urls.json", json.dumps({"as_of": "2020-01-01", "sources": [
            {"name": "house", "format": "tradewarden", "files": [{"name": "house.jsonl", "url": f"{self.base}/{what}"}]}]}))
        return self.lists("fetch", "house", "--urls", urls, "--retry-wait", "10", *more, check=check)

    def serving(self):
        return [(p["published"], p["counts"]["parties"]) for p in self.json("status")["publications"]]

    def test_fetched_and_not_fetched_again(self):
        self.fetch("good")
        self.assertEqual(self.serving(), [("2020-01-01", 50)])  # the day of Last-Modified
        self.assertEqual(self.json("list")["snapshots"][0]["source"], f"{self.base}/good")
        done = self.fetch("good")
        self.assertIn("not changed", done.err)
        self.assertEqual([c for _, c in self.server.asked], [False, True])
        self.assertEqual(len(self.json("list")["snapshots"]), 1)

    def test_a_server_that_fails_for_a_moment_is_asked_again(self):
        self.server.failures = 2
        self.fetch("failing")
        self.assertEqual(len(self.server.asked), 3)
        self.assertEqual(self.serving(), [("2020-01-01", 50)])

    def test_what_fails_leaves_the_last_good_one(self):
        self.fetch("good")
        for what, words in (("broken", "answers 500"), ("none", "answers 404"), ("truncated", "fetching failed"),
                            ("away", "sends us elsewhere"), ("round", "round and round")):
            with self.subTest(what):
                done = self.fetch(what, "--retries", "1", check=4)
                self.assertIn(words, done.err)
                self.assertIn("last good one", done.err)
        self.assertEqual(self.serving(), [("2020-01-01", 50)])
        self.assertEqual(len(self.json("list")["snapshots"]), 1)

    def test_what_comes_but_is_wrong_waits_in_quarantine(self):
        self.fetch("good")
        for what, words in (("page", "HTML"), ("cut", "cannot be read"), ("fewer", "60.0 % fewer")):
            with self.subTest(what):
                self.assertIn(words, self.fetch(what, check=4).err)
        self.assertEqual(self.serving(), [("2020-01-01", 50)])
        self.assertEqual(len(self.json("status")["quarantined"]), 3)
        # What waits is asked for again without conditions, and is found to be there.
        self.assertIn("already", self.fetch("fewer", check=4).err)
        self.assertEqual(self.server.asked[-1], ("/fewer", False))

    def test_limits(self):
        for what in ("large", "endless"):
            self.assertIn("larger than 100000 bytes", self.fetch(what, "--max-bytes", "100000", check=4).err)
        started = time.monotonic()
        self.fetch("slow", "--timeout", "1", "--retries", "0", check=4)
        self.assertLess(time.monotonic() - started, 5)

    def test_redirect_to_the_same_host(self):
        self.fetch("moved")
        self.assertEqual(self.serving(), [("2020-01-01", 50)])

    def test_addresses(self):
        shown = run("lists", "fetch", "--show", check=0).out
        for name in ("ofac-sdn", "bis-dpl", "csl", "not tried"):
            self.assertIn(name, shown)
        listed = json.loads(run("lists", "fetch", "--show", "--json", check=0).out)
        self.assertIn("bis-dpl", [one["name"] for one in listed["lists"]])
        self.assertTrue(all(f["url"].startswith("https://") for one in listed["lists"] for f in one["files"]))
        self.lists("fetch", "no-such-list", check=2)
        self.lists("fetch", "csl", "--url", "csl=http://lists.example/x", check=2)  # not by https
        self.lists("fetch", "csl", "--url", "ofac-sdn=https://lists.example/x", check=2)  # several files
        self.lists("fetch", "csl", "--url", "csl=ftp://lists.example/x", check=2)
        run("lists", "fetch", "csl", check=2)  # no store
        bad = self.write("bad.json", '{"as_of": "2020-01-01", "sources": [{"name": "x", "format": "f", "fiels": []}]}')
        self.assertIn("fiels", self.lists("fetch", "--urls", bad, check=4).err)

    def test_offline_import_gives_the_same(self):
        self.fetch("good")
        online = self.json("list")["snapshots"][0]
        self.store += ".offline"
        self.lists("import", self.write("house.jsonl", GOOD), "--published", "2020-01-01")
        offline = self.json("list")["snapshots"][0]
        self.assertEqual((online["sha256"], online["counts"], online["files"]), (offline["sha256"], offline["counts"], offline["files"]))
