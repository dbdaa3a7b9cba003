#!/usr/bin/env python3
"""make_layout.py HEADER OUT: a C program that prints the size of every struct of the header, the offset
of every field, and every constant, as the compiler has them."""
import pathlib
import sys

import c_header


def main():
    header = c_header.read(sys.argv[1])
    out = ["#include <stdio.h>", "#include <stddef.h>", '#include "tradewarden.h"', "",
           "int main(void) {"]
    for name, fields in header.structs.items():
        out.append(f'  printf("{name} %d\\n", (int)sizeof({name}));')
        for _, field, _ in fields:
            out.append(f'  printf("{name}.{field} %d\\n", (int)offsetof({name}, {field}));')
    for name in header.constants:
        out.append(f'  printf("{name} %d\\n", (int){name});')
    out += ["  return 0;", "}", ""]
    pathlib.Path(sys.argv[2]).write_text("\n".join(out), encoding="ascii")


if __name__ == "__main__":
    main()
