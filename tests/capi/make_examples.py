#!/usr/bin/env python3
"""make_examples.py HEADER OUT: writes the examples of the header as one C program that runs them.

Fails if a function of the header stands in no example.
"""
import pathlib
import re
import sys

import c_header

PREAMBLE = r'''/* Generated from the examples of tradewarden.h. */
#include <stdio.h>
#include <string.h>

#include "tradewarden.h"

#define ok(call)                                          \
  do {                                                    \
    const tw_status status_ = (call);                     \
    if (status_ != TW_OK) {                               \
      fprintf(stderr, "%s: %s\n", #call, tw_status_name(status_)); \
      return 1;                                           \
    }                                                     \
  } while (0)
'''

CONTEXT = "const tw_index *index, const tw_bill *bill, const tw_origin *origin"


def main():
    header = c_header.read(sys.argv[1])
    used = set()
    out = [PREAMBLE]
    for number, example in enumerate(header.examples):
        used |= set(re.findall(r"\b(tw_\w+)\s*\(", example.body + example.outside))
        used |= set(re.findall(r"\b(tw_\w+)\b", example.body)) & set(header.functions)
        given = CONTEXT if number > 0 else "void"
        unused = "  (void)index;\n  (void)bill;\n  (void)origin;\n" if number > 0 else ""
        out.append(f"/* line {example.line}: {example.title} */\n{example.outside}\n"
                   f"static int example_{number}({given}) {{\n{example.body}\n"
                   f"{unused}  return 0;\n}}\n")
    missing = sorted(set(header.functions) - used)
    if missing:
        sys.exit("in no example of the header: " + ", ".join(missing))

    # What the header says of index, bill and origin.
    bill = next(e for e in header.examples if e.title == "Bill of materials").body
    texts = bill[:bill.index("tw_bill_text texts[3];")]
    out.append(f"""
int main(void) {{
  int failed = 0;
  tw_index *index = NULL;
  tw_bill *bill = NULL;
  tw_origin *origin = NULL;
  tw_bill_text files[3];
{texts}
  files[0].what = tw_str_of("parts");
  files[0].name = tw_str_of("parts.csv");
  files[0].text = tw_str_of(parts);
  files[1].what = tw_str_of("lines");
  files[1].name = tw_str_of("lines.csv");
  files[1].text = tw_str_of(lines);
  files[2].what = tw_str_of("offers");
  files[2].name = tw_str_of("offers.csv");
  files[2].text = tw_str_of(offers);
  ok(tw_index_sample(&index, NULL));
  ok(tw_bill_read_texts(&bill, NULL, files, 3, NULL, NULL));
  ok(tw_origin_new(&origin, bill, NULL, NULL));
""")
    for number, example in enumerate(header.examples):
        given = "index, bill, origin" if number > 0 else ""
        out.append(f"""  if (example_{number}({given}) != 0) {{
    fprintf(stderr, "failed: the example of line {example.line}, {example.title}\\n");
    ++failed;
  }}
""")
    out.append(f"""  tw_origin_free(origin);
  tw_bill_free(bill);
  tw_index_free(index);
  printf("{len(header.examples)} examples, %d failed\\n", failed);
  return failed != 0;
}}
""")
    pathlib.Path(sys.argv[2]).write_text("\n".join(out), encoding="ascii")


if __name__ == "__main__":
    main()
