#!/usr/bin/env python3
"""test_enums.py HEADER FOLDER: each value of an enumeration of the C++ headers in FOLDER that the C
interface carries stands in HEADER under the same number. A value that C lacks is named here: the header,
words.cpp and pinned_numbers.txt get it."""
import pathlib
import re
import sys
import unittest

import c_header

HEADER, FOLDER = sys.argv[1:3]
CARRIED = {  # enumeration: (header, what its names begin with in C)
    "schema": ("schema", "TW_SCHEMA_"),
    "party_status": ("party_status", "TW_STATUS_"),
    "name_kind": ("party_name", "TW_NAME_"),
    "name_strength": ("party_name", "TW_NAME_"),
    "script": ("party_name", "TW_SCRIPT_"),
    "measure_kind": ("measure", "TW_MEASURE_"),
    "measure_end": ("measure", "TW_END_"),
    "match_reason": ("comparison", "TW_MATCH_"),
    "token_role": ("comparison", "TW_ROLE_"),
    "evidence_state": ("evidence", "TW_EVIDENCE_"),
    "evidence_kind": ("evidence", "TW_BY_"),
    "query_problem": ("screening", "TW_QUERY_"),
    "contradiction_policy": ("screening", "TW_CONTRADICTION_"),
    "hit_origin": ("screening", "TW_FOUND_BY_"),
    "identifier_type": ("identifier", "TW_ID_"),
    "link_kind": ("same_party", "TW_LINK_"),
    "decision_state": ("decision", "TW_DECISION_"),
    "alert_news": ("rescreening", "TW_ALERT_"),
    "snapshot_state": ("store", "TW_SNAPSHOT_"),
    "store_access": ("store", "TW_STORE_"),
    "errc": ("error", "TW_"),
    "verdict": ("verdict", "TW_VERDICT_"),
    "regime": ("verdict", "TW_REGIME_"),
    "ownership_verdict": ("ownership", "TW_OWNERSHIP_"),
}
RENAMED = {"TW_QUERY_NONE": "TW_QUERY_FINE"}


def values_of(enumeration, header):
    text = (pathlib.Path(FOLDER) / (header + ".hpp")).read_text(encoding="utf-8")
    text = re.sub(r"//[^\n]*", "", text)
    body = re.search(rf"enum class {enumeration}\b[^{{;]*\{{(.*?)\}};", text, flags=re.S)
    if body is None:
        raise ValueError(f"no {enumeration} in {header}.hpp")
    out, number = {}, 0
    for name, value in re.findall(r"(\w+)\s*(?:=\s*(\d+))?\s*(?:,|$)", body[1].strip()):
        number = int(value) if value else number
        out[name] = number
        number += 1
    return out


class Enumerations(unittest.TestCase):
    def test_each_value_is_in_c(self):
        numbers = c_header.read(HEADER).constants
        for enumeration, (header, prefix) in CARRIED.items():
            values = values_of(enumeration, header)
            self.assertGreater(len(values), 1, enumeration)
            for value, number in values.items():
                name = RENAMED.get(prefix + value.upper(), prefix + value.upper())
                with self.subTest(f"{enumeration}::{value}"):
                    self.assertIn(name, numbers)
                    self.assertEqual(numbers[name],
                                     1 << number if enumeration == "evidence_kind" else number)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0]])
