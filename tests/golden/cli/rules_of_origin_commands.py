"""rvc and allocate, from outside. Run by test_cli.py."""
import json
from fractions import Fraction

from harness import DOCS, Case, run

try:
    import jsonschema
except ImportError:
    jsonschema = None


def rvc(*args, check=0):
    answer = json.loads(run("rvc", *args, "--json", check=check).out)
    if jsonschema:
        jsonschema.validate(answer, json.loads((DOCS / "rvc.schema.json").read_text()))
    return answer


class ValueContent(Case):
    def test_net_cost_with_its_working(self):
        # USMCA Uniform Regulations, section 7, example 4: net cost 88, 54.5 %.
        ask = ("--method", "net-cost", "--total-cost", "100", "--excluded", "5", "--excluded", "2.5",
               "--excluded", "3", "--excluded", "1.5", "--vnm", "40", "--at-least", "50")
        answer = rvc(*ask)
        self.assertEqual((answer["net_cost"], answer["percent"], answer["passes"]), ("88", "54.5", True))
        self.assertEqual(Fraction(int(answer["share"]["num"]), int(answer["share"]["den"])), Fraction(48, 88))
        text = run("rvc", *ask, check=0).out
        for piece in ("(NC - VNM) / NC", "5 + 2.5 + 3 + 1.5", "100 - 12", "(88 - 40) / 88", "passes", "not told"):
            self.assertIn(piece, text)
        alone = rvc("--method", "net-cost", "--cost", "10.60", "--cost", "3")
        self.assertEqual((alone["net_cost"], alone["share"], alone["passes"]), ("13.6", None, None))

    def test_limits(self):
        ask = ("--method", "max-nom", "--value", "1000", "--vnm")
        self.assertTrue(rvc(*ask, "500", "--at-most", "50")["passes"])
        self.assertFalse(rvc(*ask, "500.01", "--at-most", "50")["passes"])
        self.assertEqual(rvc(*ask, "400..600", "--at-most", "50")["verdict"], "depends")
        self.assertIsNone(rvc(*ask, "?", "--at-most", "50")["passes"])
        self.assertIn("depends", run("rvc", *ask, "400..600", "--at-most", "50", check=0).out)

    def test_what_does_not_fit_is_refused(self):
        for ask, why in (((), "--method"), (("--method", "rvc"), "none of transaction-value"),
                         (("--method", "net-cost"), "needs the total cost"),
                         (("--method", "max-nom", "--value", "1"), "needs the value of non-originating"),
                         (("--method", "max-nom", "--value", "1", "--vnm", "1", "--vom", "1"), "does not use"),
                         (("--method", "max-nom", "--value", "1e3", "--vnm", "1"), "1e3"),
                         (("--method", "max-nom", "--value", "", "--vnm", "1"), "missing"),
                         (("--method", "max-nom", "--value", "1", "--vnm", "1", "--at-least", "1", "--at-most", "1"),
                          "excludes")):
            done = run("rvc", *ask, check=2)
            self.assertIn(why, done.err, ask)
            self.assertEqual(done.out, "")
        done = run("rvc", "--method", "build-down", "--value", "0", "--vnm", "0", check=4)
        self.assertIn("not above zero", done.err)

    def test_allocation(self):
        # USMCA Uniform Regulations, Schedule 5, example 2 prints what rounded ratios give.
        ask = ("allocate", "--amount", "6000000", "--by", "50000", "--by", "10000")
        told = json.loads(run(*ask, "--json", check=0).out)
        self.assertEqual(told["amounts"], ["5000000", "1000000"])
        told = json.loads(run(*ask, "--ratio-decimals", "3", "--json", check=0).out)
        self.assertEqual(told["amounts"], ["4998000", "1002000"])
        done = run("allocate", "--amount", "1000", "--by", "1", "1", "1", "--ratio-decimals", "2", check=0)
        self.assertIn("10 of the amount", " ".join(done.out.split()))
        run("allocate", "--amount", "1", "--by", "0", check=4)
        run("allocate", "--amount", "1", check=2)

    def test_no_name_stands_twice(self):
        def once(pairs):
            self.assertEqual(len(pairs), len(dict(pairs)), pairs)
            return dict(pairs)

        for ask in (("rvc", "--method", "max-nom", "--value", "2", "--vnm", "1"), ("allocate", "--amount", "1", "--by", "1")):
            told = json.loads(run(*ask, "--json", check=0).out, object_pairs_hook=once)
            self.assertIn("engine_version", told)
