#!/usr/bin/env python3
"""test_exports.py LIBRARY HEADER: the library exports what exported_symbols.txt lists, no more and no
less, and the header declares just that."""
import pathlib
import subprocess
import sys
import unittest

import c_header

LIBRARY, HEADER = sys.argv[1:3]
LIST = pathlib.Path(__file__).with_name("exported_symbols.txt")
NUMBERS = pathlib.Path(__file__).with_name("pinned_numbers.txt")


def reviewed(path):
    return [line for line in path.read_text().splitlines() if line and not line.startswith("#")]


class Exports(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.reviewed = reviewed(LIST)
        listed = subprocess.run(["nm", "-D", "--defined-only", LIBRARY], capture_output=True,
                                text=True, check=True).stdout
        cls.exported = sorted(line.split()[-1] for line in listed.splitlines())

    def test_the_list_is_sorted_and_says_each_once(self):
        self.assertEqual(self.reviewed, sorted(set(self.reviewed)))

    def test_what_the_library_exports_was_reviewed(self):
        self.assertEqual(self.exported, self.reviewed)

    def test_every_name_is_ours(self):
        self.assertEqual([n for n in self.exported if not n.startswith("tw_")], [])

    def test_the_header_declares_each(self):
        self.assertEqual(sorted(c_header.read(HEADER).functions), self.reviewed)

    def test_numbers_are_pinned(self):
        numbers = c_header.read(HEADER).constants
        del numbers["TW_VERSION_NUMBER"]
        self.assertEqual([f"{name} {value}" for name, value in numbers.items()], reviewed(NUMBERS))


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0]])
