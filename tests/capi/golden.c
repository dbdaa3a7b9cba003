/* The golden cases through the C interface: golden_cases.inc, made by make_golden.py, calls the
 * functions below. The same files are run by the C++ suite, so both give the same answers. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tradewarden.h"

static int checks, failures;
static const char *where = "";

static void check(int good, const char *what, const char *found, const char *wanted) {
  ++checks;
  if (good) return;
  ++failures;
  printf("%s: %s is '%s', not '%s'\n", where, what, found, wanted);
}

static void must(tw_status status, const tw_error *error, const char *what) {
  if (status == TW_OK) return;
  printf("%s: %s: %s: %s\n", where, what, tw_status_name(status), error->message);
  exit(2);
}

static int is(tw_str s, const char *text) {
  return s.size == strlen(text) && memcmp(s.data, text, s.size) == 0;
}

/* Appends to a text of at most 4095 bytes. */
static void append(char *to, tw_str s) {
  const size_t used = strlen(to);
  if (used + s.size < 4096) {
    memcpy(to + used, s.data, s.size);
    to[used + s.size] = '\0';
  }
}

static int by_text(const void *a, const void *b) {
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Sorts the parts of "b,a,c". */
static void sort_words(char *words) {
  char copy[4096];
  char *all[512];
  size_t n = 0, i;
  char *word;
  strcpy(copy, words);
  for (word = strtok(copy, ","); word != NULL && n < 512; word = strtok(NULL, ",")) all[n++] = word;
  qsort(all, n, sizeof *all, by_text);
  words[0] = '\0';
  for (i = 0; i < n; ++i) {
    if (i > 0) strcat(words, ",");
    strcat(words, all[i]);
  }
}

/* ---- screening */

static tw_index *sample;
static tw_answer *answer;

static tw_query query = TW_QUERY_INIT;
static tw_screen_options options = TW_SCREEN_OPTIONS_INIT;

/* The keys of a case, and where they belong. */
static const struct {
  const char *key;
  tw_str *to;
} query_fields[] = {{"name", &query.name},
                    {"country", &query.country},
                    {"birth_date", &query.birth_date},
                    {"identifier", &query.identifier},
                    {"nationality", &query.nationality},
                    {"gender", &query.gender},
                    {"imo", &query.imo}};
static const struct {
  const char *key;
  int32_t *to;
} option_fields[] = {{"as_of", &options.as_of},
                     {"threshold", &options.threshold},
                     {"weak", &options.weak},
                     {"include_ended", &options.include_ended},
                     {"contradiction", &options.contradiction}};

static void no_such_key(const char *key) {
  printf("a case has a key that golden.c does not know: %s\n", key);
  exit(2);
}

static void query_field(const char *key, const char *value) {
  size_t i;
  if (strcmp(key, "schema") == 0) {
    tw_error error;
    must(tw_schema_parse(&query.schema, value, strlen(value), &error), &error, "schema");
    return;
  }
  if (strcmp(key, "identifier_type") == 0) {
    tw_error error;
    must(tw_identifier_type_parse(&query.identifier_type, value, strlen(value), &error), &error,
         key);
    return;
  }
  for (i = 0; i < sizeof query_fields / sizeof query_fields[0]; ++i) {
    if (strcmp(query_fields[i].key, key) == 0) {
      *query_fields[i].to = tw_str_of(value);
      return;
    }
  }
  no_such_key(key);
}

static void option(const char *key, int32_t value) {
  size_t i;
  if (strcmp(key, "limit") == 0) {
    options.limit = (uint32_t)value;
    return;
  }
  for (i = 0; i < sizeof option_fields / sizeof option_fields[0]; ++i) {
    if (strcmp(option_fields[i].key, key) == 0) {
      *option_fields[i].to = value;
      return;
    }
  }
  no_such_key(key);
}

static void screen(const char *at) {
  static const tw_query no_query = TW_QUERY_INIT;
  static const tw_screen_options no_options = TW_SCREEN_OPTIONS_INIT;
  tw_error error;
  where = at;
  tw_answer_free(answer);
  must(tw_screen(&answer, sample, &query, &options, &error), &error, "screening");
  query = no_query;
  options = no_options;
}

static int find(tw_hit *out, size_t *at, const char *list, const char *id) {
  size_t i;
  for (i = 0; i < tw_answer_hit_count(answer); ++i) {
    if (tw_answer_hit(out, sizeof *out, answer, i) != TW_OK) return 0;
    if (is(out->list, list) && is(out->source_id, id)) {
      *at = i;
      return 1;
    }
  }
  return 0;
}

static int cites(size_t at, const char *citation) {
  const tw_party *party = tw_answer_party(answer, at);
  tw_measure measure;
  tw_str text;
  size_t i;
  for (i = 0; i < tw_party_text_count(party, TW_PARTY_CITATIONS); ++i) {
    if (tw_party_text(&text, party, TW_PARTY_CITATIONS, i) == TW_OK && is(text, citation)) return 1;
  }
  for (i = 0; tw_answer_measure(&measure, sizeof measure, answer, at, i) == TW_OK; ++i) {
    if (is(measure.citation, citation)) return 1;
  }
  return 0;
}

static void number(const char *what, long found, long wanted) {
  char a[32], b[32];
  sprintf(a, "%ld", found);
  sprintf(b, "%ld", wanted);
  check(found == wanted, what, a, b);
}

static void hit(const char *list, const char *id, const char *status, tw_day from, tw_day until,
                const char *overlays, const char *citation, int32_t score, int32_t min_score,
                uint32_t rank) {
  tw_hit h;
  size_t at = 0, i;
  char kinds[4096] = "";
  if (!find(&h, &at, list, id)) {
    check(0, list, "no hit", id);
    return;
  }
  if (status != NULL) {
    const char *found = tw_party_status_name(h.status);
    check(strcmp(found, status) == 0, "status", found, status);
  }
  if (from >= 0) number("from", h.from, from);
  if (until >= 0) number("until", h.until, until);
  if (overlays != NULL) {
    tw_overlay o;
    for (i = 0; tw_answer_overlay(&o, sizeof o, answer, at, i) == TW_OK; ++i) {
      if (i > 0) append(kinds, tw_str_of(","));
      append(kinds, o.kind);
    }
    sort_words(kinds);
    check(strcmp(kinds, overlays) == 0, "overlays", kinds, overlays);
  }
  if (citation != NULL) check(cites(at, citation), "citation", "another", citation);
  if (score >= 0) number("score", h.score, score);
  if (h.score < min_score) number("score, at least", h.score, min_score);
  if (rank != 0) number("rank", (long)h.rank, (long)rank);
}

static void found_by(const char *list, const char *id, const char *wanted) {
  tw_hit h;
  size_t at = 0;
  const char *found = find(&h, &at, list, id) ? tw_found_by_name(h.found_by) : "no hit";
  check(strcmp(found, wanted) == 0, "found_by", found, wanted);
}

static void evidence(const char *list, const char *id, const char *kind, const char *wanted) {
  tw_hit h;
  tw_evidence e;
  size_t at = 0, i;
  const char *found = "no such kind";
  if (find(&h, &at, list, id)) {
    for (i = 0; tw_answer_evidence(&e, sizeof e, answer, at, i) == TW_OK; ++i) {
      if (is(e.kind, kind)) found = tw_evidence_state_name(e.state);
    }
  }
  check(strcmp(found, wanted) == 0, kind, found, wanted);
}

/* No hit on it, or none above a score. */
static void none(const char *list, const char *id, int32_t at_most) {
  tw_hit h;
  size_t at = 0;
  const int found = find(&h, &at, list, id);
  check(!found || h.score <= at_most, list, "a hit", id);
}

static void only(size_t count) {
  number("number of hits", (long)tw_answer_hit_count(answer), (long)count);
}

/* ---- origin */

static tw_bill *bill;
static tw_origin *origin;
static tw_origin_answer *report;
static tw_origin_result result;
static tw_fact facts[16];
static size_t fact_count;

static void read_bill(const char *name, const char *json, size_t size) {
  tw_error error;
  tw_bill_text file;
  where = name;
  file.what = tw_str_of("bill");
  file.name = tw_str_of(name);
  file.text.data = json;
  file.text.size = size;
  tw_origin_free(origin);
  tw_bill_free(bill);
  must(tw_bill_read_texts(&bill, NULL, &file, 1, NULL, &error), &error, "reading");
  must(tw_origin_new(&origin, bill, NULL, &error), &error, "ordering");
}

static void fact(const char *id, int32_t value) {
  facts[fact_count].id = tw_str_of(id);
  facts[fact_count].value = value;
  facts[fact_count].reserved = 0;
  ++fact_count;
}

static void ask(const char *product, const char *destination, tw_day date, const char *from,
                int32_t regime, int32_t alternatives, int32_t bought_content_unknown) {
  tw_error error;
  tw_origin_options asked = TW_ORIGIN_OPTIONS_INIT;
  const tw_str products[1] = {tw_str_of(product)}, destinations[1] = {tw_str_of(destination)};
  asked.products = products;
  asked.product_count = 1;
  asked.destinations = destinations;
  asked.destination_count = 1;
  asked.regimes = &regime;
  asked.regime_count = 1;
  asked.facts = facts;
  asked.fact_count = fact_count;
  asked.exported_from = tw_str_of(from);
  asked.date = date;
  asked.alternatives = alternatives;
  asked.bought_content_unknown = bought_content_unknown;
  tw_origin_answer_free(report);
  must(tw_origin_evaluate(&report, origin, &asked, &error), &error, product);
  fact_count = 0;
  number("number of results", (long)tw_origin_answer_count(report), 1);
  must(tw_origin_answer_result(&result, sizeof result, report, 0), &error, "result");
}

static void share_text(char *to, const tw_share *s) {
  const int point = s->high_num.size == s->low_num.size && s->high_den.size == s->low_den.size &&
                    memcmp(s->high_num.data, s->low_num.data, s->low_num.size) == 0 &&
                    memcmp(s->high_den.data, s->low_den.data, s->low_den.size) == 0;
  to[0] = '\0';
  append(to, s->low_display);
  if (point) return;
  append(to, tw_str_of(".."));
  append(to, s->high_display);
}

static void verdict(const char *wanted, const char *value, const char *share, const char *without) {
  char text[4096] = "";
  tw_text *amount = NULL;
  const char *found = tw_verdict_name(result.verdict);
  check(strcmp(found, wanted) == 0, "verdict", found, wanted);
  if (tw_amount_text(&amount, &result.controlled_value, NULL) == TW_OK) {
    check(strcmp(tw_text_data(amount), value) == 0, "value", tw_text_data(amount), value);
  } else {
    check(0, "value", "no amount", value);
  }
  tw_text_free(amount);
  share_text(text, &result.share);
  check(strcmp(text, share) == 0, "share", text, share);
  if (without != NULL) {
    share_text(text, &result.share_without_second_incorporation);
    check(strcmp(text, without) == 0, "share without second incorporation", text, without);
  }
}

static void test(const char *id, const char *wanted) {
  tw_origin_test t;
  size_t i;
  for (i = 0; i < result.tests; ++i) {
    if (tw_origin_answer_test(&t, sizeof t, report, 0, i) == TW_OK && is(t.id, id)) {
      const char *found = tw_verdict_name(t.verdict);
      check(strcmp(found, wanted) == 0, id, found, wanted);
      return;
    }
  }
  check(0, id, "no such test", wanted);
}

static void deciding(const char *wanted) {
  char found[4096] = "";
  tw_question q;
  size_t i;
  for (i = 0; tw_origin_answer_deciding(&q, sizeof q, report, 0, i) == TW_OK; ++i) {
    if (i > 0) append(found, tw_str_of(","));
    append(found, q.fact);
    append(found, tw_str_of(":"));
    append(found, q.part);
  }
  check(strcmp(found, wanted) == 0, "deciding", found, wanted);
}

static void parts(int32_t which, const char *wanted) {
  char found[4096] = "";
  tw_counted_part p;
  size_t i;
  for (i = 0; tw_origin_answer_part(&p, sizeof p, report, 0, which, i) == TW_OK; ++i) {
    if (i > 0) append(found, tw_str_of(","));
    append(found, p.part);
  }
  sort_words(found);
  check(strcmp(found, wanted) == 0, "parts", found, wanted);
}

static void says(int32_t which, const char *sentence) {
  tw_str s;
  size_t i;
  for (i = 0; tw_origin_answer_text(&s, report, 0, which, i) == TW_OK; ++i) {
    if (is(s, sentence)) return;
  }
  check(0, "sentences", "without it", sentence);
}

static void both(int32_t wanted) { number("either way", result.deciding_both, wanted); }

/* The cases of 734.4(a) that any of the content falls under, each once. */
static void zero_percent_rules(const char *wanted) {
  static const char of[] = "us-ear.734.4.a.";
  char found[4096] = "";
  tw_rule_use rule;
  size_t part, i, n;
  for (n = 0; tw_origin_answer_rule(&rule, sizeof rule, report, 0, n) == TW_OK; ++n) {
    int used = 0;
    size_t position;
    if (rule.id.size < sizeof of - 1 || memcmp(rule.id.data, of, sizeof of - 1) != 0) continue;
    for (part = 0; part < result.zero_percent; ++part) {
      const int32_t which = TW_PARTS_ZERO_PERCENT;
      for (i = 0;
           tw_origin_answer_part_rule(&position, report, 0, which, part, i) == TW_OK; ++i) {
        used |= position == n;
      }
    }
    if (!used) continue;
    if (found[0] != '\0') append(found, tw_str_of(","));
    append(found, rule.id);
  }
  sort_words(found);
  check(strcmp(found, wanted) == 0, "cases of 734.4(a)", found, wanted);
}

#include "golden_cases.inc"

int main(void) {
  tw_error error;
  must(tw_index_sample(&sample, &error), &error, "the sample");
  screening_cases();

  origin_cases();
  tw_answer_free(answer);
  tw_index_free(sample);
  tw_origin_answer_free(report);
  tw_origin_free(origin);
  tw_bill_free(bill);
  printf("%d checks, %d failed\n", checks, failures);
  return failures == 0 && checks > 500 ? 0 : 1;
}
