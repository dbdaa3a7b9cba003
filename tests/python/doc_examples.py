#!/usr/bin/env python3
"""doc_examples.py PAGE [--update]: runs the ```python blocks of a page, in order, in one program.

What a block prints must be the ```text block that follows it; without one it prints nothing. With
--update the page gets what was printed. Run it in the root of the tree.
"""
import contextlib
import io
import pathlib
import re
import sys
import warnings

BLOCK = re.compile(r"```python\n(?P<code>.*?)```\n(?:\n```text\n(?P<said>.*?)```\n)?", re.S)


def run(page):
    """The page as it should be."""
    space = {"__name__": "__main__"}

    def block(found):
        out = io.StringIO()
        with contextlib.redirect_stdout(out), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            exec(compile(found["code"], "example", "exec"), space)
        printed = "".join(line.rstrip() + "\n" for line in out.getvalue().rstrip().splitlines())
        if not printed and found["said"] is None:
            return found[0]
        return f"```python\n{found['code']}```\n\n```text\n{printed}```\n"

    return BLOCK.sub(block, page)


def main():
    path = pathlib.Path(sys.argv[1])
    page = path.read_text(encoding="utf-8")
    made = run(page)
    if "--update" in sys.argv:
        path.write_text(made, encoding="utf-8")
    elif made != page:
        import difflib

        sys.exit("".join(difflib.unified_diff(page.splitlines(True), made.splitlines(True),
                                              str(path), "as it runs")))


if __name__ == "__main__":
    main()
