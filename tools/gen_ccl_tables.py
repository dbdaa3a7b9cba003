#!/usr/bin/env python3
"""Writes src/rules/data/us-ear/774/ccl-*.json from the Commerce Control List as published.

  gen_ccl_tables.py --xml ccl.xml --edition 2025-01-16 [--rows rows.json --rows-edition 2026-07-23]
                    [--out src/rules/data/us-ear/774] [--report]

The XML is Supplement No. 1 to Part 774 as ecfr.gov gives it out:
  https://www.ecfr.gov/api/versioner/v1/full/DATE/title-15.xml?part=774
rows.json is another reading of the list, perhaps of another edition: {"entries": [{"eccn", "heading",
"reasonForControl", "countryChart": [{"control", "countryChart"}], "licenceExceptionFlags": {"GBS"}}]}.
Where it has rows for an entry it is taken, else the XML; each is written under its own edition.

What is written are facts in our own form, per entry: [reason, coverage, control] and where License
Exception GBS is listed. A coverage is a list of paragraphs: "a.2-a.14 b.9" covered, "!y" not covered,
"~b.2" perhaps (the entry's words decide by something that a table cannot hold), "*" the whole entry;
the longest match decides. A control is a column of the country chart or the name of a predicate of
src/rules/data/us-ear/destinations.json. What cannot be read becomes "elsewhere", which answers
"unknown", never "no licence". --report names such places and every difference of the two sources.

Python's standard library only; the output is the same for the same input.
"""
import argparse
import json
import pathlib
import re
import sys
import xml.etree.ElementTree as ElementTree

ECCN = r"\d[A-E]\d{3}"
PATH = r"[a-z](?:\.(?:\d+|[a-z]{1,2})(?![A-Za-z0-9]))*(?![A-Za-z0-9])"
JOIN = r"(?:\s*(?:,|;|\band\b|\bor\b|\bto\b|\bthrough\b|\bas well as\b))+\s*"
OTHERS = re.compile(rf"{ECCN}(?:\.{PATH})?(?:{JOIN}(?:{ECCN})?\.?{PATH})*")
REASON = re.compile(r"^([A-Z]{2}) appl(?:y|ies)\b[ :]*(?:to )?(.*)$", re.S)


def text_of(element):
    return " ".join("".join(element.itertext()).split())


# --- coverage

def path_list(text):
    """Paragraphs and ranges of a text that is nothing but a list of them, else None."""
    text = text.replace("\u00a7.", "").strip(" .,;:")
    text = re.sub(r"\.\s+(?=\w)", ".", text)
    found = []
    for piece in re.split(r"\s*(?:,\s*and|,\s*or|,|;|\band\b|\bor\b)\s*", text):
        piece = piece.strip(" .")
        if not piece:
            continue
        if re.fullmatch(r"\d+", piece) and found:  # "d.15 and .16"
            piece = found[-1].rpartition(".")[0] + "." + piece
        ends = [e.strip(" .") for e in re.split(r"\bto\b|\bthrough\b", piece)]
        if len(ends) > 2 or not all(re.fullmatch(PATH, e) for e in ends):
            return None
        found.append(joined_range(*ends))
    return found or None


def joined_range(first, last=None):
    if last is None:
        return first
    # "a.3 to a.14" and "a.1 through .3" name the last component.
    head, _, tail = first.rpartition(".")
    last_head, _, last_tail = last.rpartition(".")
    if head and not last_head:
        last_head = head
    if (head, bool(tail)) != (last_head, bool(last_tail)):
        raise ValueError(f"range {first} to {last}")
    return f"{first}-{last_head + '.' if last_head else ''}{last_tail}"


def mentions(text):
    """Paragraphs of the entry itself that a text names; rather one too many than one too few."""
    found = []
    # Where other entries are named, a bare ".x" may be one of theirs.
    bare = r"\bparagraphs? " if "@" in text else r"(?<![\w.)])\.|\bparagraphs? "
    for run in re.finditer(rf"(?:\u00a7\.|{bare})\.?{PATH}(?:{JOIN}\u00a7?\.?(?:{PATH}|\d+\b))*", text):
        run = re.sub(r"^paragraphs? ", "", run.group())
        found += path_list(run) or [p for piece in re.split(JOIN, run) for p in path_list(piece) or []]
    if found:
        # "3A001.a (words), b (words), and e.1 for words"
        found += re.findall(rf"(?:,|;|\band\b|\bor\b)\s+\.?({PATH})"
                            r"(?=\s*(?:[(,;]|for\b|if\b|when\b|and\b|or\b|$))", text)
    return list(dict.fromkeys(found))


def own_paragraphs(text, eccn):
    """Paragraphs of the entry written as U+00A7 and a dot; those of other entries taken out."""
    text = text.replace(eccn + ".", "\u00a7.").replace(eccn, "\u00a7")
    text = re.sub(r"(?<=\s)\.\s+(?=[a-z]\b)", ".", text)
    return OTHERS.sub("@", text)


def coverage(text, eccn):
    text = own_paragraphs(text, eccn).replace("\u201c", "").replace("\u201d", "").strip()
    text = re.sub(r"\s+only\.?$", "", text)
    if re.fullmatch(r"(?:to )?(?:the )?entire entry\.?", text) or text in ("", "\u00a7"):
        return "*"
    excepted = re.match(r"(?:the )?entire entry,? except:?\s+(.*)$", text)
    if excepted:
        plain, perhaps, prose = [], [], False
        for piece in [excepted.group(1)] if path_list(excepted.group(1)) else re.split(
                r";|, and (?=[a-z ]{4,})", excepted.group(1)):
            listed = path_list(re.sub(r"^\s*and\b", "", piece))
            if listed:
                plain += listed
            elif mentions(piece):
                perhaps += mentions(piece)
                # "except 2B004.b.3 and presses with ...": words of their own beside the paragraph
                prose = prose or re.match(rf"\s*\u00a7?\.{PATH} and (?!\u00a7)[a-z]{{4,}}", piece)
            elif piece.strip(" ."):
                prose = True
        whole = "~*" if prose else "*"
        perhaps = [p for p in dict.fromkeys(perhaps) if p not in plain]
        return " ".join([whole] + ["!" + p for p in plain] + ["~" + p for p in perhaps])
    bare = re.sub(r"^(?:to )?(?:items|software|commodities)?\s*(?:controlled by|controlled in|in)?\s*"
                  r"(?:paragraphs?)?\s*", "", text)
    bare = re.sub(r"\s+of this entry\.?$", "", bare)
    listed = path_list(bare)
    if listed:
        return " ".join(listed)
    named = [] if "entire entry" in text else mentions(text)
    return " ".join("~" + p for p in named) if named else "~*"


def gbs_coverage(text, eccn):
    text = (text or "").strip()
    if not text or text.startswith("N/A"):
        return ""
    if not text.startswith("Yes"):
        named = mentions(own_paragraphs(text, eccn))
        return " ".join("~" + p for p in named) if named else "~*"
    rest = own_paragraphs(text, eccn)[3:].strip(" ,.:")
    # GBS asks for NS to be the only reason, so that an exception for MT adds nothing.
    if not rest or re.fullmatch(r"except N/A for MT", rest):
        return "*"
    excepted = re.match(r"except\s+(.*)$", rest)
    body = re.sub(r"^(?:N/A )?for\s+", "", excepted.group(1) if excepted else rest)
    marks, prose = [], False
    for piece in re.split(r",\s*(?:and\s+)?(?![^(]*\))|\s+and\s+(?![^(]*\))", body):
        listed = path_list(re.sub(r"\bonly$", "", piece.strip()))
        if listed:
            marks += [("!" if excepted else "") + p for p in listed]
            continue
        qualified = re.match(r"([^()]*)\((.*)\)\s*\.?$", piece.strip())
        listed = path_list(qualified.group(1)) if qualified else None
        if not listed:
            prose = True
            continue
        # Brackets narrow what is listed, or only describe what is excepted.
        inside = qualified.group(2)
        narrow = re.match(r"for\b|except\b|when\b|exported\b", inside) or "only if" in inside
        if inside.startswith("except") and not excepted:
            within = mentions(" " + inside)
            marks += listed + ["~" + p for p in within] if within else ["~" + p for p in listed]
        else:
            marks += [("~" if narrow else "!" if excepted else "~") + p for p in listed]
    if prose:
        known = {m.lstrip("~!") for m in marks}
        named = [p for p in mentions(" " + body) if p not in known]
        marks += ["~" + p for p in named] if named or marks else ["~*"]
    return " ".join((["*"] if excepted and "~*" not in marks else []) + marks)


# --- controls

CONTROLS = [
    (r"742\.6\(a\)\(6\)\(iii\)\(A\)|worldwide\. See .{0,3}742\.6\(a\)\(13\)", "worldwide-ai-diffusion"),
    (r"^Worldwide control", "worldwide"),
    (r"United Arab Emirates or destinations specified in Country Groups D:1, D:4",
     "uae-d1-d4-d5-less-a5-a6"),
    (r"destinations? specified in Country Groups? D:1, D:4", "d1-d4-d5-less-a5-a6"),
    (r"Macau or a destination specified in Country Group D:5", "macau-or-d5"),
    (r"China, Russia,? or Venezuela", "china-russia-venezuela"),
    (r"(?:746|764)\.1", "un-746.1b"),
    (r"742\.6\(a\)\(11\)", "footnote-5-party"),
    (r"742\.15", "ei-742.15"),
    (r"742\.14", "si-742.14"),
    (r"Iraq or Pakistan", "iraq-or-pakistan"),
    (r"to Iraq", "iraq"),
    (r"to Pakistan", "pakistan"),
    (r"to Iran and North Korea", "iran-or-north-korea"),
    (r"to North Korea", "north-korea"),
    (r"ALL destinations, except Canada", "all-except-canada"),
    (r"(?i)all destinations", "worldwide"),
    (r"746\.8", "russia-belarus-746.8"),
    (r"part 754", "part-754"),
    (r"CWC non-States Parties|States not [Pp]arty", "cwc-non-states-parties"),
    (r"to a country in Country Group E:1", "e1"),
]


def control_of(reason, text):
    column = re.match(r"(?:([A-Z]{2}) )?Column (\d)", text.strip())
    if column:
        return f"{column.group(1) or reason} {column.group(2)}"
    for pattern, name in CONTROLS:
        if re.search(pattern, text):
            return name
    inner = re.search(r"\b([A-Z]{2}) Column (\d)", text)
    return f"{inner.group(1)} {inner.group(2)}" if inner else "elsewhere"


def rows_of(control, chart, eccn):
    """The rows that one line of an entry's table stands for."""
    control, chart = control.strip(), chart.strip()
    if control.startswith("Russian industry sector"):
        return [["IS", "*", control_of("IS", chart)]]
    halves = re.findall(r"([A-Z]{2}) applies to entire entry", control)
    columns = re.findall(r"[A-Z]{2} Column \d", chart)
    if len(halves) > 1 and len(halves) == len(columns):
        return [[h, "*", control_of(h, c)] for h, c in zip(halves, columns)]
    both = re.match(r"([A-Z]{2}) and ([A-Z]{2}) apply to entire entry", control)
    if both:
        return [[r, "*", control_of(r, chart)] for r in both.groups()]
    found = REASON.match(control)
    if not found:
        return []
    reason, words = found.groups()
    # A cell may hold more than one sentence; the first says what is covered, unless another adds.
    if len(re.findall(rf"\b{reason} (?:also )?(?:does )?(?:not )?appl", control)) > 1:
        covers = "~*" if "entire entry" in words else coverage(words, eccn)
        covers = covers if covers.startswith("~") else "~*"
    else:
        covers = coverage(re.split(r"(?<=\w)\. (?=[A-Z])| CB Column \d", words)[0], eccn)
    if chart.startswith(f"{reason} Column") and "," in chart:
        covers = "~*"  # the column, and a section besides
    return [[reason, covers, control_of(reason, chart)]]


# --- sources

class Entry:
    def __init__(self, eccn, heading):
        self.eccn, self.heading = eccn, heading
        self.rows, self.reasons, self.gbs, self.note = [], [], "", ""

    def add(self, control, chart):
        for row in rows_of(control, chart, self.eccn):
            if row not in self.rows:
                self.rows.append(row)

    def set_reasons(self, text):
        self.reasons = re.findall(r"\b[A-Z]{2}\b", text or "")

    def see(self):
        """Why an entry has no rows."""
        if re.search(r"subject to the ITAR", self.heading):
            return "itar"
        if re.search(r"(?i)no (?:items|commodities|software|technology)[a-z ]* currently",
                     self.note) or re.search(r"Munitions List|equipment controlled by \d[A-E]018",
                                             self.heading):
            return "empty"
        return "elsewhere"


def read_xml(path):
    entries, current, in_requirements = {}, None, False
    for node in ElementTree.parse(path).getroot():
        words = text_of(node)
        if node.find("B") is not None and re.match(rf"{ECCN}\b|EAR99", words):
            eccn = words[:5]
            current = None if eccn == "EAR99" else entries.setdefault(eccn, Entry(eccn, words))
            in_requirements = True
            continue
        if current is None:
            continue
        if "List of Items Controlled" in words and node.tag == "FP-1":
            in_requirements = False
        if words.startswith("GBS:"):
            current.gbs = gbs_coverage(words[4:], current.eccn)
        if not in_requirements:
            continue
        if node.tag == "DIV":
            for row in node.iter("TR"):
                cells = [text_of(td) for td in row.findall("TD")]
                if cells:
                    current.add(cells[0], cells[1] if len(cells) > 1 and cells[1] else cells[0])
            continue
        current.note += " " + words
        if words.startswith("Reason for Control:"):
            current.set_reasons(words[19:])
        stated = re.match(r"(?:Control\(s\):|Controls:|Country Chart\.)?\s*([A-Z]{2} (?:and [A-Z]{2} )?"
                          r"appl(?:y|ies) to .*)$", words)
        if stated:
            current.add(stated.group(1), stated.group(1))
        if re.search(r"subject to RS1 controls", words):
            current.add("RS applies to entire entry", "RS Column 1")
    return entries


def read_rows(path):
    entries = {}
    for item in json.loads(pathlib.Path(path).read_text(encoding="utf-8"))["entries"]:
        entry = entries.setdefault(item["eccn"], Entry(item["eccn"], item.get("heading") or ""))
        for row in item["countryChart"]:
            entry.add(row["control"], row["countryChart"])
        entry.set_reasons(item.get("reasonForControl"))
        entry.gbs = gbs_coverage((item.get("licenceExceptionFlags") or {}).get("GBS"), entry.eccn)
    return entries


def completed(entry, other, report):
    """Reasons that the heading names and no row has: from the other source, else "elsewhere"."""
    have = {row[0] for row in entry.rows}
    for reason in entry.reasons:
        # The heading of an industry sector entry calls that reason RS.
        if reason in have or (reason == "RS" and "IS" in have):
            continue
        more = [r for r in other.rows if r[0] == reason] if other else []
        report.append(f"{entry.eccn}: no row for {reason}" + (", taken from the XML" if more else ""))
        entry.rows += more or [[reason, "~*", "elsewhere"]]
    return entry


def differences(first, second):
    for eccn in sorted(set(first) | set(second)):
        a, b = first.get(eccn), second.get(eccn)
        if a is None or b is None:
            yield f"{eccn}: only in {'rows' if a is None else 'the XML'}"
            continue
        for row in a.rows:
            if row not in b.rows:
                yield f"{eccn}: only in the XML: {row}"
        for row in b.rows:
            if row not in a.rows:
                yield f"{eccn}: only in rows: {row}"
        if a.gbs != b.gbs:
            yield f"{eccn}: GBS '{a.gbs}' in the XML, '{b.gbs}' in rows"


# --- output

def entry_json(entry):
    out = {}
    if entry.rows:
        out["rows"] = entry.rows
    else:
        out["see"] = entry.see()
    if entry.gbs:
        out["gbs"] = entry.gbs
    return json.dumps(out, ensure_ascii=True)


def write(folder, category, editions):
    values = []
    for date, verified, entries in editions:
        if not entries:
            continue
        lines = ",\n".join(f'      "{e.eccn}": {entry_json(e)}' for e in entries)
        values.append(f'    {{"edition": "{date}", "verified": {str(verified).lower()},\n'
                      f'     "citation": "15 CFR Part 774, Supp. No. 1, Category {category}",\n'
                      f'     "value": {{\n{lines}\n    }}}}')
    body = ",\n".join(values)
    (folder / f"ccl-{category}.json").write_text(
        f'{{\n  "id": "us-ear.774.ccl.{category}",\n  "type": "ccl",\n  "values": [\n{body}\n  ]\n}}\n',
        encoding="ascii")


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--xml", required=True)
    parser.add_argument("--edition", required=True)
    parser.add_argument("--rows")
    parser.add_argument("--rows-edition")
    parser.add_argument("--out", type=pathlib.Path, default="src/rules/data/us-ear/774")
    parser.add_argument("--report", action="store_true")
    args = parser.parse_args()
    if bool(args.rows) != bool(args.rows_edition):
        parser.error("--rows and --rows-edition go together")
    report = []
    xml = read_xml(args.xml)
    rows = read_rows(args.rows) if args.rows else {}
    if rows:
        report += differences(xml, rows)
    # A reading that lacks an entry has put its rows into the entry before it.
    order, spoilt = list(xml), set()
    for before, eccn in zip(order, order[1:]):
        if rows and eccn not in rows:
            spoilt.add(before)
            report.append(f"{before}: taken from the XML, for rows lacks {eccn}, which follows it")
    later, earlier = [], []
    for eccn in sorted(set(xml) | set(rows)):
        if eccn in rows and eccn not in spoilt and (rows[eccn].rows or eccn not in xml or not xml[eccn].rows):
            if eccn in xml:
                rows[eccn].note = xml[eccn].note
            later.append(completed(rows[eccn], xml.get(eccn), report))
        else:
            earlier.append(completed(xml[eccn], None, report))
    args.out.mkdir(parents=True, exist_ok=True)
    for category in sorted({e.eccn[0] for e in later + earlier}):
        write(args.out, category,
              [(args.rows_edition, True, [e for e in later if e.eccn[0] == category]),
               (args.edition, not rows, [e for e in earlier if e.eccn[0] == category])])
    for entry in later + earlier:
        report += [f"{entry.eccn}: elsewhere: {row}" for row in entry.rows if row[2] == "elsewhere"]
    print(f"{len(later) + len(earlier)} entries, "
          f"{sum(len(e.rows) for e in later + earlier)} rows, {len(report)} remarks")
    if args.report:
        print("\n".join(report))
    return 0


if __name__ == "__main__":
    sys.exit(main())
