#!/usr/bin/env python3
"""test_golden.py LIBRARY HEADER GOLDEN: the golden cases of screening through ctypes, judged by the
audit JSON of each answer. golden.c judges the same cases by the typed accessors."""
import ctypes
import json
import pathlib
import sys
import unittest

import c_library

library = c_library.Library(*sys.argv[1:3])
GOLDEN = pathlib.Path(sys.argv[3])
call, constants = library.functions, library.header.constants
WEAK = {"confirm": "TW_WEAK_CONFIRM", "ignore": "TW_WEAK_IGNORE", "full": "TW_WEAK_FULL"}
CONTRADICTION = {"keep": "TW_CONTRADICTION_KEEP", "lower": "TW_CONTRADICTION_LOWER",
                 "drop": "TW_CONTRADICTION_DROP"}
KNOWN = {"list", "id", "status", "from", "until", "overlays", "citation", "score", "min_score", "rank",
         "found_by", "evidence"}


def units(score):
    whole, _, rest = score.partition(".")
    return int(whole) * 10000 + int((rest + "0000")[:4])


def answer_of(index, case):
    texts = {key: value.encode() for key, value in case["query"].items()
             if key not in ("schema", "identifier_type")}
    query = library.sized("tw_query", **{key: library.text(value) for key, value in texts.items()})
    for key in ("schema", "identifier_type"):
        number, word = ctypes.c_int32(), case["query"].get(key, "").encode()
        if call[f"tw_{key}_parse"](ctypes.addressof(number), word, len(word), None) != 0:
            raise ValueError(word)
        setattr(query, key, number.value)
    options = dict(case["options"])
    asked = library.sized("tw_screen_options", as_of=int(options.pop("as_of").replace("-", "")),
                          threshold=units(options.pop("threshold", "0")),
                          limit=options.pop("limit", 0),
                          weak=constants[WEAK[options.pop("weak", "confirm")]],
                          include_ended=int(options.pop("include_ended", False)),
                          contradiction=constants[CONTRADICTION[options.pop("contradiction",
                                                                            "keep")]])
    if options:
        raise KeyError(options)
    answer = library.make("tw_screen", index, ctypes.addressof(query), ctypes.addressof(asked))
    text = library.make("tw_answer_json", answer)
    data = ctypes.string_at(call["tw_text_data"](text), call["tw_text_size"](text))
    call["tw_text_free"](text)
    call["tw_answer_free"](answer)
    return json.loads(data)


class Golden(unittest.TestCase):
    def check_hit(self, wanted, hits):
        self.assertLessEqual(set(wanted), KNOWN)
        key = (wanted["list"], wanted["id"])
        self.assertIn(key, hits)
        hit = hits[key]
        for name in ("status", "score", "rank", "found_by"):
            if name in wanted:
                self.assertEqual(hit[name], wanted[name], name)
        for name in ("from", "until"):
            if name in wanted:
                self.assertEqual(hit[name], wanted[name] or None, name)
        if "min_score" in wanted:
            self.assertGreaterEqual(units(hit["score"]), units(wanted["min_score"]))
        if "overlays" in wanted:
            self.assertEqual(sorted(o["kind"] for o in hit["overlays"]), sorted(wanted["overlays"]))
        for kind, state in wanted.get("evidence", {}).items():
            self.assertEqual({e["kind"]: e["state"] for e in hit["evidence"]}.get(kind), state, kind)
        if "citation" in wanted:
            cited = hit["citations"] + [c for m in hit["measures"] for c in m["citations"]]
            self.assertIn(wanted["citation"], cited)

    def test_cases(self):
        index = library.make("tw_index_sample")
        cases = 0
        for path in sorted((GOLDEN / "screening").glob("*.jsonl")):
            for line in filter(str.strip, path.read_text(encoding="utf-8").splitlines()):
                case = json.loads(line)
                expect = case["expect"]
                with self.subTest(case["case"]):
                    answer = answer_of(index, case)
                    hits = {(h["list"], h["source_id"]): h for h in answer["hits"]}
                    for wanted in expect.get("hits", []):
                        self.check_hit(wanted, hits)
                    for key in expect.get("none_of", []):
                        self.assertNotIn((key["list"], key["id"]), hits)
                    for key in expect.get("at_most", []):
                        hit = hits.get((key["list"], key["id"]))
                        if hit:
                            self.assertLessEqual(units(hit["score"]), units(key["score"]))
                    if expect.get("exact_set") or expect.get("no_hits"):
                        self.assertEqual(len(hits), len(expect.get("hits", [])))
                cases += 1
        call["tw_index_free"](index)
        self.assertGreater(cases, 100)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0]])
