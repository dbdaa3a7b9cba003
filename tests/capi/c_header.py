"""Reads include/tradewarden.h: its functions, structs, enumerations, handles and examples.

The header is the manual and the contract, so tests take both from it rather than from a copy.
"""
import dataclasses
import pathlib
import re


@dataclasses.dataclass
class Function:
    name: str
    result: str
    parameters: list  # of (type, name)


@dataclasses.dataclass
class Header:
    functions: dict
    structs: dict  # name -> list of (type, field, array length or None)
    constants: dict
    handles: list
    callbacks: list
    examples: list  # of Example


@dataclasses.dataclass
class Example:
    title: str
    line: int
    body: str
    outside: str  # what stands beside main(), such as callbacks


def strip_comments(text):
    return re.sub(r"/\*.*?\*/", " ", text, flags=re.S)


def split_declaration(text):
    """"const char *path" -> ("const char *", "path")"""
    match = re.fullmatch(r"(.*?)(\w+)", text.strip(), flags=re.S)
    return " ".join(match[1].split()), match[2]


def read_examples(text):
    found = []
    for comment in re.finditer(r"/\*.*?\*/", text, flags=re.S):
        lines = comment.group().split("\n")
        first = text.count("\n", 0, comment.start()) + 1
        title = lines[0].strip("/* -")
        if not found:  # the first comment opens with one
            body = "\n".join(row[7:] for row in lines if row.startswith(" *     "))
            found.append(Example("the first", first, body, ""))
        for at, line in enumerate(lines):
            if line.strip() != "* Example:":
                continue
            body, outside, into = [], [], None
            into = body
            for row in lines[at + 1:]:
                if row.startswith(" *   "):
                    into.append(row[5:])
                elif row.strip() == "* with":
                    into = outside
                elif row.strip() in ("*/", "*"):
                    break
                else:
                    raise ValueError(f"line {first + at}: what is this in an example: {row}")
            found.append(Example(title, first + at, "\n".join(body), "\n".join(outside)))
    return found


def read(path):
    text = pathlib.Path(path).read_text(encoding="ascii")
    code = strip_comments(text)
    constants, functions, structs = {}, {}, {}
    for body in re.findall(r"\benum\s*\{(.*?)\}\s*;", code, flags=re.S):
        for name, value in re.findall(r"(\w+)\s*=\s*(\d+)", body):
            if name in constants:
                raise ValueError(f"{name} stands twice")
            constants[name] = int(value)
    for name, value in re.findall(r"^#define\s+(TW_VERSION_NUMBER)\s+(\d+)", code, flags=re.M):
        constants[name] = int(value)
    for result, name, parameters in re.findall(
            r"TW_API\s+([\w\s]+?[\s*]+)(tw_\w+)\s*\((.*?)\)\s*;", code, flags=re.S):
        given = [] if parameters.strip() == "void" else [
            split_declaration(p) for p in parameters.split(",")]
        functions[name] = Function(name, " ".join(result.split()), given)
    for body, name in re.findall(r"typedef struct \w+\s*\{(.*?)\}\s*(\w+)\s*;", code, flags=re.S):
        fields = []
        for field in filter(None, (f.strip() for f in body.split(";"))):
            array = re.fullmatch(r"(.*)\[(\d+)\]", field, flags=re.S)
            kind, field_name = split_declaration(array[1] if array else field)
            fields.append((kind, field_name, int(array[2]) if array else None))
        structs[name] = fields
    handles = [b for a, b in re.findall(r"typedef struct (\w+) (\w+);", code) if a == b]
    callbacks = re.findall(r"typedef \w+ \(\*(\w+)\)", code)
    declared = code.count("TW_API") - 2  # less the two lines that define it
    if declared != len(functions):
        raise ValueError(f"{declared} declarations, of which {len(functions)} were understood")
    return Header(functions, structs, constants, handles, callbacks, read_examples(text))
