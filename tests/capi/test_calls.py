#!/usr/bin/env python3
"""test_calls.py LIBRARY HEADER LAYOUT: every function of the header, called through ctypes with the
signature that the header gives it; with nothing, with handles of the wrong kind, and with garbage.

LAYOUT is the program that make_layout.py has written: what the C compiler makes of the structs.
"""
import ctypes
import subprocess
import sys
import tempfile
import unittest

import c_library

LIBRARY, HEADER, LAYOUT = sys.argv[1:4]
library = c_library.Library(LIBRARY, HEADER)
header, structs, functions = library.header, library.structs, library.functions

STATUS_USAGE = header.constants["TW_USAGE"]
ROOM = 8192  # for whatever a function writes


def handle_of(kind):
    """"const tw_index *" -> "tw_index"; None if the type is no handle."""
    name = kind.replace("const ", "").rstrip(" *")
    return name if kind.count("*") == 1 and name in header.handles else None


def text(value):
    data = value.encode()
    return data, len(data)


class Handles:
    """One handle of each kind."""

    def __init__(self):
        self.kept = []
        self.of = {}
        make = self.make
        index = make("tw_index", "tw_index_sample")
        make("tw_text", "tw_index_info_json", index)
        make("tw_party", "tw_index_party", index, 0)
        make("tw_comparison", "tw_compare", *text("a b"), *text("a b"), 0)
        make("tw_score_rules", "tw_score_rules_new", None)
        query = structs["tw_query"](struct_size=ctypes.sizeof(structs["tw_query"]))
        query.name = structs["tw_str"](ctypes.cast(b"Hidden Cobra", ctypes.c_void_p), 12)
        make("tw_answer", "tw_screen", index, ctypes.addressof(query), None)
        make("tw_batch", "tw_screen_batch", index, ctypes.addressof(query), 1, None, None)
        make("tw_live", "tw_live_new", index)
        rules = make("tw_rules", "tw_rules_built_in")
        make("tw_finding", "tw_rules_resolve", rules, *text("HK"), 20240101)
        make("tw_reasons", "tw_rules_reasons", rules, *text("2B116"), *text("CN"), 20240101)
        row = b'{"parts":[{"part_id":"P","kind":"made","fmv":"9","currency":"USD"},' \
              b'{"part_id":"C","made_in":"US","fmv":"1","currency":"USD"}],' \
              b'"lines":[{"parent_id":"P","pos":"1","child_id":"C","qty":"1"}]}'
        files = (structs["tw_bill_text"] * 1)()
        for field, value in (("what", b"bill"), ("name", b"bill.json"), ("text", row)):
            setattr(files[0], field,
                    structs["tw_str"](ctypes.cast(value, ctypes.c_void_p), len(value)))
        bill = make("tw_bill", "tw_bill_read_texts", None, ctypes.addressof(files), 1, None)
        origin = make("tw_origin", "tw_origin_new", bill, None)
        iran = structs["tw_str"](ctypes.cast(b"IR", ctypes.c_void_p), 2)
        size = ctypes.sizeof(structs["tw_origin_options"])
        asked = structs["tw_origin_options"](struct_size=size, destination_count=1,
                                             destinations=ctypes.addressof(iran), date=20260723)
        make("tw_origin_answer", "tw_origin_evaluate", origin, ctypes.addressof(asked))
        make("tw_share_answer", "tw_origin_share", origin, None)
        size = ctypes.sizeof(structs["tw_cutoff_options"])
        cut = structs["tw_cutoff_options"](struct_size=size, country_count=1,
                                           countries=ctypes.addressof(iran))
        make("tw_cutoff_answer", "tw_origin_cutoff", origin, ctypes.addressof(cut))
        change = structs["tw_str"](ctypes.cast(b"price:C=2", ctypes.c_void_p), 9)
        size = ctypes.sizeof(structs["tw_whatif_options"])
        what = structs["tw_whatif_options"](struct_size=size, question=ctypes.addressof(asked),
                                            changes=ctypes.addressof(change), change_count=1)
        make("tw_whatif_answer", "tw_origin_whatif", origin, ctypes.addressof(what))
        make("tw_bill_builder", "tw_bill_builder_new")
        size = ctypes.sizeof(structs["tw_variant_options"])
        two = structs["tw_variant_options"](struct_size=size, per_kind=2)
        variants = make("tw_variants", "tw_variants_new", index, ctypes.addressof(two))
        labelled = make("tw_labelled_set", "tw_variants_set", variants)
        size = ctypes.sizeof(structs["tw_evaluation_options"])
        plain = structs["tw_evaluation_options"](struct_size=size, no_intervals=1)
        measured = make("tw_evaluation", "tw_evaluate", index, labelled, ctypes.addressof(plain))
        make("tw_differences", "tw_evaluation_compare", measured, measured)
        size = ctypes.sizeof(structs["tw_labelled_pair"])
        pair = structs["tw_labelled_pair"](struct_size=size, match=1)
        make("tw_pair_evaluation", "tw_evaluate_pairs", ctypes.addressof(pair), 1, None)
        self.folder = tempfile.TemporaryDirectory()
        store = text(self.folder.name + "/s.store")
        make("tw_store", "tw_store_open", *store, header.constants["TW_STORE_CREATE"])
        make("tw_snapshots", "tw_store_snapshots", self.of["tw_store"])
        trail = make("tw_trail", "tw_trail_open", *store, header.constants["TW_STORE_WRITE"])
        make("tw_decisions", "tw_trail_decisions", trail, None, 0, 0)
        query.id = structs["tw_str"](ctypes.cast(b"C-17", ctypes.c_void_p), 4)
        make("tw_alerts", "tw_rescreen", *store, index, ctypes.addressof(query), 1, None)
        owned = structs["tw_ownership_sources"](
            struct_size=ctypes.sizeof(structs["tw_ownership_sources"]), in_memory=1)
        for field, value in (("edges", b"owner_id,owned_id,share\nH,T,60\n"),
                             ("seeds", b"party_id,list\nH,SDN\n")):
            setattr(owned, field, structs["tw_str"](ctypes.cast(value, ctypes.c_void_p), len(value)))
        owners = make("tw_ownership", "tw_ownership_read", None, ctypes.addressof(owned))
        regime = structs["tw_str"](ctypes.cast(b"us-ofac", ctypes.c_void_p), 7)
        size = ctypes.sizeof(structs["tw_ownership_options"])
        by = structs["tw_ownership_options"](struct_size=size, regime_count=1, date=20260723,
                                             regimes=ctypes.addressof(regime))
        make("tw_ownership_answer", "tw_ownership_assess", owners, ctypes.addressof(by))
        with tempfile.TemporaryDirectory() as folder:
            problems = ctypes.c_void_p()
            functions["tw_rules_check"](ctypes.addressof(problems), *text(folder + "/none"), None)
            self.of["tw_problems"] = problems.value

    def make(self, kind, maker, *arguments):
        self.kept.append(arguments)
        self.of[kind] = library.make(maker, *arguments)
        return self.of[kind]

    def other_than(self, kind):
        return self.of["tw_rules" if kind != "tw_rules" else "tw_index"]


class Layout(unittest.TestCase):
    def test_structs_and_constants_are_those_of_the_compiler(self):
        said = dict(line.rsplit(" ", 1) for line in subprocess.run(
            [LAYOUT], capture_output=True, text=True, check=True).stdout.splitlines())
        here = {name: str(value) for name, value in header.constants.items()}
        for name, made in structs.items():
            here[name] = str(ctypes.sizeof(made))
            for field, _ in made._fields_:
                here[f"{name}.{field}"] = str(getattr(made, field).offset)
        self.assertEqual(said, here)

    def test_no_struct_has_hidden_padding(self):
        # A field that is appended would else fall into bytes that older callers never set.
        for name, made in structs.items():
            filled = sum(ctypes.sizeof(kind) for _, kind in made._fields_)
            self.assertEqual(filled, ctypes.sizeof(made), name)

    def test_the_error_never_grows(self):
        self.assertEqual(ctypes.sizeof(structs["tw_error"]), 1024)

    def test_a_struct_that_is_filled_in_says_its_size_first(self):
        for name, fields in header.structs.items():
            sized = [f for _, f, _ in fields].index("struct_size") if any(
                f == "struct_size" for _, f, _ in fields) else None
            self.assertIn(sized, (None, 0), name)


class Shape(unittest.TestCase):
    """Outputs first, then the object, then arguments; a detail of the error last."""

    def test_order_of_parameters(self):
        for f in header.functions.values():
            kinds = [kind for kind, _ in f.parameters]
            names = [name for _, name in f.parameters]
            with self.subTest(f.name):
                self.assertNotIn("tw_error *", kinds[:-1])
                if f.result != "tw_status":
                    continue
                changed = [i for i, kind in enumerate(kinds)
                           if kind.endswith("*") and not kind.startswith("const ")
                           and kind not in ("tw_error *", "tw_live *", "tw_bill_builder *",
                                            "tw_store *", "tw_trail *", "void *")]
                self.assertEqual(changed, list(range(len(changed))) if "out_size" not in names
                                 else [0], "outputs come first")

    def test_no_handle_is_untyped(self):
        for f in header.functions.values():
            for kind, name in f.parameters:
                if "void *" in kind:
                    self.assertIn(f.name, ("tw_screen_stream", "tw_rescreen_stream"))
                    self.assertEqual(name, "context")

    def test_every_handle_is_freed_by_the_function_of_its_name(self):
        for handle in header.handles:
            self.assertIn(handle + "_free", header.functions)


class Calls(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.handles = Handles()

    def arguments(self, function, handle=None, place=None, number=0):
        """Of a call: `handle(kind)` in each place of a handle, `place` in each other pointer."""
        out = []
        for kind, _ in function.parameters:
            if handle_of(kind):
                out.append(handle(handle_of(kind)) if handle else None)
            elif kind.endswith("*") or kind in header.callbacks:
                out.append(None if kind == "tw_error *" or kind in header.callbacks else place)
            else:
                out.append(number)
        return out

    def refused(self, function, given):
        """A call that cannot succeed: a status that says so, or nothing."""
        with self.subTest(function.name):
            result = functions[function.name](*given)
            if function.result == "tw_status":
                self.assertEqual(result, STATUS_USAGE)
            elif function.result == "const char *":
                self.assertIn(result, (None, *self.words), "a name")
            else:
                self.assertIn(result, (0, None))

    words = ()

    def takes_handle(self, f):
        return any(handle_of(kind) for kind, _ in f.parameters)

    def test_nothing_at_all(self):
        for f in header.functions.values():
            if not f.parameters:
                continue
            with self.subTest(f.name):
                result = functions[f.name](*self.arguments(f))
                if f.name == "tw_list_find":  # an empty code is the code of no list
                    self.assertEqual(result, header.constants["TW_NOT_FOUND"])
                elif f.result == "tw_status":
                    self.assertEqual(result, STATUS_USAGE)
                elif f.result == "const char *" and not self.takes_handle(f):
                    self.assertIsNotNone(result)  # a name, also of the number 0
                else:
                    self.assertIn(result, (0, None))

    def test_handles_of_another_kind(self):
        for f in header.functions.values():
            if not self.takes_handle(f) or f.name.endswith("_free"):
                continue
            room = ctypes.create_string_buffer(ROOM)
            place = ctypes.addressof(room) + 512
            given = self.arguments(f, self.handles.other_than, place - place % 16, 0)
            self.refused(f, given)

    def test_numbers_in_the_place_of_handles(self):
        for garbage in (1, 8, 4088):
            for f in header.functions.values():
                if not self.takes_handle(f):
                    continue
                room = ctypes.create_string_buffer(ROOM)
                place = ctypes.addressof(room) + 512
                self.refused(f, self.arguments(f, lambda _: garbage, place - place % 16, 0))

    def test_freeing_the_wrong_kind_does_nothing(self):
        for f in header.functions.values():
            if f.name.endswith("_free"):
                functions[f.name](self.handles.other_than(handle_of(f.parameters[0][0])))
        info = (ctypes.c_char * ROOM)()
        for kind in ("tw_rules", "tw_index"):
            self.assertEqual(functions[kind + "_info_get"](
                ctypes.addressof(info), 8, self.handles.of[kind]), 0)

    def test_positions_and_numbers_out_of_range(self):
        for f in header.functions.values():
            if not self.takes_handle(f) or f.name.endswith("_free"):
                continue
            for number in (2**31 - 1, 0):
                room = ctypes.create_string_buffer(ROOM)
                place = ctypes.addressof(room) + 512
                given = self.arguments(f, lambda kind: self.handles.of[kind],
                                       place - place % 16, number)
                if f.name.startswith("tw_live_re") or number and any(
                        name.endswith(("_size", "_count", "byte_count")) and name != "out_size"
                        for _, name in f.parameters):
                    continue  # a length is the caller's promise
                with self.subTest(f.name, number=number):
                    result = functions[f.name](*given)
                    if f.result == "tw_status" and number and len(f.parameters) > 3 and any(
                            name == "i" for _, name in f.parameters):
                        self.assertEqual(result, STATUS_USAGE)
                    elif f.result == "tw_status":
                        self.assertIn(tw_name(result), KNOWN)

    def test_an_older_caller_gets_what_it_has_room_for(self):
        # The view's first field alone, and nothing behind it is touched.
        info = structs["tw_index_info"]
        room = ctypes.create_string_buffer(b"\xee" * ROOM, ROOM)
        first = info.score_version.offset
        self.assertEqual(functions["tw_index_info_get"](
            ctypes.addressof(room), first, self.handles.of["tw_index"]), 0)
        self.assertNotEqual(room.raw[:first], b"\xee" * first)
        self.assertEqual(room.raw[first:], b"\xee" * (ROOM - first))

    def test_a_newer_caller_gets_zeros_beyond(self):
        info = structs["tw_index_info"]
        room = ctypes.create_string_buffer(b"\xee" * ROOM, ROOM)
        self.assertEqual(functions["tw_index_info_get"](
            ctypes.addressof(room), ctypes.sizeof(info) + 64, self.handles.of["tw_index"]), 0)
        self.assertEqual(room.raw[ctypes.sizeof(info):ctypes.sizeof(info) + 64], b"\0" * 64)
        self.assertEqual(room.raw[ctypes.sizeof(info) + 64:][:8], b"\xee" * 8)

    def test_a_handle_that_failed_is_null(self):
        out = ctypes.c_void_p(4711)
        functions["tw_index_open"](ctypes.addressof(out), *text("no-such-file"), 0, None)
        self.assertIsNone(out.value)


def tw_name(status):
    return functions["tw_status_name"](status).decode()


KNOWN = [tw_name(value) for name, value in header.constants.items()
         if value != 0 and name in ("TW_USAGE", "TW_NOT_FOUND", "TW_BAD_VALUE", "TW_BAD_INDEX",
                                    "TW_EMPTY_INPUT", "TW_MISSING_FIELD", "TW_TRUNCATED")] + ["ok"]

if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0]])
