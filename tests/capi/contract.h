/* What the files of the contract test share. */
#ifndef TRADEWARDEN_TESTS_CONTRACT_H
#define TRADEWARDEN_TESTS_CONTRACT_H

#include <stdio.h>
#include <string.h>

#include "tradewarden.h"

extern int failures;
extern tw_index *sample;

#define CHECK(condition)                                          \
  do {                                                            \
    if (!(condition)) {                                           \
      printf("%s:%d: %s\n", __FILE__, __LINE__, #condition);      \
      ++failures;                                                 \
    }                                                             \
  } while (0)

static inline tw_query asking(const char *name) {
  tw_query query = TW_QUERY_INIT;
  query.name = tw_str_of(name);
  return query;
}

static inline tw_screen_options on(tw_day day) {
  tw_screen_options options = TW_SCREEN_OPTIONS_INIT;
  options.as_of = day;
  return options;
}

static inline int says(tw_str s, const char *text) {
  return s.size == strlen(text) && memcmp(s.data, text, s.size) == 0;
}

void measures(void);
void labelled_sets_in_files(void);
void bills_row_by_row(void);
void names_and_pairs(void);
void links_between_hits(void);
void stores(void);
void trails(void);
void rescreenings(void);
void ownership(void);
void direct_products(void);

#endif /* TRADEWARDEN_TESTS_CONTRACT_H */
