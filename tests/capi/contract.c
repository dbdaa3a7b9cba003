/* What the header promises beyond its examples: struct_size of older and newer callers, one sentence for
 * each mistake, lifetimes, callbacks that misbehave, and threads. */
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "contract.h"

int failures;
tw_index *sample;

static void versions(void) {
  CHECK(tw_version_number() == TW_VERSION_NUMBER);
  CHECK(strcmp(tw_status_name(TW_OK), "ok") == 0);
  CHECK(strcmp(tw_status_name(TW_BAD_VALUE), "bad_value") == 0);
  CHECK(strcmp(tw_status_name(12345), "unknown") == 0);
  CHECK(strcmp(tw_schema_name(-1), "unknown") == 0);
  CHECK(strcmp(tw_verdict_name(TW_VERDICT_DOES_NOT_TRIGGER), "does_not_trigger") == 0);
}

/* An older caller's struct ends earlier: what it lacks is the default. */
static void older_callers(void) {
  struct {
    size_t struct_size;
    tw_day as_of;
    int32_t threshold;
  } old = {16, 20180501, 0};
  const tw_query query = asking("ZTE Kangxun");
  tw_answer *answer = NULL;
  tw_answer_info info;
  CHECK(tw_screen(&answer, sample, &query, (const tw_screen_options *)(void *)&old, NULL) == TW_OK);
  CHECK(tw_answer_info_get(&info, sizeof info, answer) == TW_OK);
  CHECK(info.as_of == 20180501 && info.threshold == 8000 && info.limit == 10 && info.hits == 1);
  tw_answer_free(answer);
}

/* A newer caller's struct goes on: fine while it is zero there, refused where it asks for something. */
static void newer_callers(void) {
  struct {
    tw_screen_options known;
    int64_t later;
  } newer;
  const tw_query query = asking("ZTE Kangxun");
  tw_answer *answer = NULL;
  tw_error error;
  memset(&newer, 0, sizeof newer);
  newer.known.struct_size = sizeof newer;
  newer.known.as_of = 20180501;
  CHECK(tw_screen(&answer, sample, &query, &newer.known, &error) == TW_OK);
  CHECK(tw_answer_hit_count(answer) == 1);
  tw_answer_free(answer);
  newer.later = 1;
  CHECK(tw_screen(&answer, sample, &query, &newer.known, &error) == TW_USAGE);
  CHECK(answer == NULL);
  CHECK(error.status == TW_USAGE && strstr(error.message, "does not know") != NULL);
  CHECK(strcmp(error.field, "options") == 0);
}

static void refused_option(tw_screen_options options, tw_status status, const char *field) {
  const tw_query query = asking("ZTE Kangxun");
  tw_answer *answer = NULL;
  tw_error error;
  CHECK(tw_screen(&answer, sample, &query, &options, &error) == status);
  CHECK(strcmp(error.field, field) == 0);
  CHECK(error.message[0] != '\0' && error.cut == 0);
}

static void mistakes(void) {
  tw_screen_options options = on(20180501);
  tw_query query = TW_QUERY_INIT;
  tw_answer *answer = NULL;
  tw_error error;
  options.struct_size = 0;
  refused_option(options, TW_USAGE, "options");
  options.struct_size = (size_t)-1;
  refused_option(options, TW_USAGE, "options");
  options = on(20180230);
  refused_option(options, TW_BAD_VALUE, "options.as_of");
  options = on(-1);
  refused_option(options, TW_BAD_VALUE, "options.as_of");
  options = on(0);
  options.threshold = 10001;
  refused_option(options, TW_BAD_VALUE, "options.threshold");
  options.threshold = -1;
  refused_option(options, TW_BAD_VALUE, "options.threshold");
  options.threshold = 0;
  options.limit = 10001;
  refused_option(options, TW_BAD_VALUE, "options.limit");
  options.limit = 0;
  options.weak = 3;
  refused_option(options, TW_BAD_VALUE, "options.weak");
  options.weak = 0;
  options.include_ended = 2;
  refused_option(options, TW_BAD_VALUE, "options.include_ended");
  query.name.size = 5; /* a length without a text */
  CHECK(tw_screen(&answer, sample, &query, NULL, &error) == TW_USAGE);
  CHECK(strcmp(error.field, "query.name") == 0);
  query = asking("x");
  query.schema = 99;
  CHECK(tw_screen(&answer, sample, &query, NULL, &error) == TW_BAD_VALUE);
  CHECK(strcmp(error.field, "schema") == 0);
  CHECK(tw_index_open(NULL, TW_LIT("x"), TW_VERIFY_FULLY, &error) == TW_USAGE);
  CHECK(strcmp(error.field, "out") == 0);
}

static void mistakes_about_facts(void) {
  tw_screen_options options = on(0);
  tw_query query = asking("x");
  tw_answer *answer = NULL;
  tw_error error;
  int32_t type = 4711;
  options.contradiction = TW_CONTRADICTION_DROP + 1;
  refused_option(options, TW_BAD_VALUE, "options.contradiction");
  options.contradiction = 0;
  options.contradiction_by = 2 * TW_BY_IMO;
  refused_option(options, TW_BAD_VALUE, "options.contradiction_by");
  options.contradiction_by = -1;
  refused_option(options, TW_BAD_VALUE, "options.contradiction_by");
  options.contradiction_by = 0;
  options.explain = 2;
  refused_option(options, TW_BAD_VALUE, "options.explain");
  query.identifier_type = TW_ID_OTHER + 1;
  CHECK(tw_screen(&answer, sample, &query, NULL, &error) == TW_BAD_VALUE);
  CHECK(strcmp(error.field, "query.identifier_type") == 0);
  query.identifier_type = 0;
  query.imo.size = 7;
  CHECK(tw_screen(&answer, sample, &query, NULL, &error) == TW_USAGE);
  CHECK(strcmp(error.field, "query.imo") == 0);
  CHECK(tw_identifier_type_parse(&type, TW_LIT("national-id"), NULL) == TW_OK);
  CHECK(type == TW_ID_NATIONAL_ID);
  CHECK(tw_identifier_type_parse(&type, TW_LIT("shoe size"), &error) == TW_BAD_VALUE);
  CHECK(strcmp(tw_identifier_type_name(TW_ID_OTHER), "other") == 0);
  CHECK(strcmp(tw_identifier_type_name(TW_ID_OTHER + 1), "unknown") == 0);
  CHECK(strcmp(tw_found_by_name(3), "unknown") == 0);
  CHECK(strcmp(tw_contradiction_name(-1), "unknown") == 0);
}

/* Born in another year than the list says (7 October 1952): shown, ranked lower, or left out; by another
 * fact alone, neither. */
static void contradictions(void) {
  tw_query query = asking("Vladimir Vladimirovich Putin");
  tw_screen_options options = on(20261122);
  tw_answer *answer = NULL;
  tw_answer_info info;
  tw_dropped by;
  tw_hit hit;
  size_t hits;
  query.schema = TW_SCHEMA_PERSON;
  query.birth_date = tw_str_of("1981-03-02");
  CHECK(tw_screen(&answer, sample, &query, &options, NULL) == TW_OK);
  CHECK(tw_answer_info_get(&info, sizeof info, answer) == TW_OK);
  hits = info.hits;
  CHECK(hits > 0 && info.dropped == 0 && info.dropped_by == 0);
  CHECK(tw_answer_dropped_by(&by, sizeof by, answer, 0) == TW_USAGE);
  CHECK(tw_answer_hit(&hit, sizeof hit, answer, 0) == TW_OK);
  CHECK(hit.rank_score == hit.score && hit.found_by == TW_FOUND_BY_NAME);
  CHECK(hit.counterfactuals == 0); /* not asked for */
  tw_answer_free(answer);
  options.contradiction = TW_CONTRADICTION_LOWER;
  CHECK(tw_screen(&answer, sample, &query, &options, NULL) == TW_OK);
  CHECK(tw_answer_hit(&hit, sizeof hit, answer, 0) == TW_OK);
  CHECK(hit.rank_score < hit.score);
  tw_answer_free(answer);
  options.contradiction_by = TW_BY_COUNTRY + TW_BY_IMO;
  CHECK(tw_screen(&answer, sample, &query, &options, NULL) == TW_OK);
  CHECK(tw_answer_hit(&hit, sizeof hit, answer, 0) == TW_OK);
  CHECK(hit.rank_score == hit.score);
  tw_answer_free(answer);
  options.contradiction = TW_CONTRADICTION_DROP;
  options.contradiction_by = TW_BY_BIRTH_DATE;
  CHECK(tw_screen(&answer, sample, &query, &options, NULL) == TW_OK);
  CHECK(tw_answer_info_get(&info, sizeof info, answer) == TW_OK);
  CHECK(info.hits + info.dropped == hits && info.dropped > 0 && info.dropped_by == 1);
  CHECK(tw_answer_dropped_by(&by, sizeof by, answer, 0) == TW_OK);
  CHECK(says(by.kind, "birth_date") && by.parties == info.dropped);
  tw_answer_free(answer);
}

/* A number alone is looked for; what would have changed a hit is told where it is asked for. */
static void numbers_and_explanations(void) {
  tw_query query = asking("");
  tw_screen_options options = on(20261122);
  tw_answer *answer = NULL;
  tw_answer_info info;
  tw_evidence evidence;
  tw_counterfactual changed;
  tw_hit hit;
  size_t i;
  int found = 0;
  query.identifier = tw_str_of("10-84 010"); /* as OFAC and the United Nations list it: 1084010 */
  query.identifier_type = TW_ID_PASSPORT;
  CHECK(tw_screen(&answer, sample, &query, &options, NULL) == TW_OK);
  CHECK(tw_answer_info_get(&info, sizeof info, answer) == TW_OK);
  CHECK(info.problem == TW_QUERY_NO_NAME && info.screened == 1 && info.hits == 2);
  CHECK(tw_answer_hit(&hit, sizeof hit, answer, 0) == TW_OK);
  CHECK(hit.found_by == TW_FOUND_BY_IDENTIFIER && hit.score == 0);
  tw_answer_free(answer);
  query = asking("Vladimir Vladimirovich Putin");
  query.birth_date = tw_str_of("1952-07-10"); /* day and month the other way round */
  options.explain = 1;
  CHECK(tw_screen(&answer, sample, &query, &options, NULL) == TW_OK);
  CHECK(tw_answer_hit(&hit, sizeof hit, answer, 0) == TW_OK);
  for (i = 0; tw_answer_evidence(&evidence, sizeof evidence, answer, 0, i) == TW_OK; ++i) {
    if (!says(evidence.kind, "birth_date")) continue;
    CHECK(evidence.state == TW_EVIDENCE_PARTIAL && says(evidence.how, "day_and_month_swapped"));
    found = 1;
  }
  CHECK(found == 1);
  CHECK(hit.counterfactuals > 0);
  for (i = 0; tw_answer_counterfactual(&changed, sizeof changed, answer, 0, i) == TW_OK; ++i) {
    CHECK(changed.kind.size > 0 && changed.words.size > 0);
    CHECK(changed.has_score == 1 ? changed.score >= 0 && changed.score <= 10000
                                 : changed.score == 0);
    if (says(changed.kind, "threshold")) CHECK(changed.hit == 0);
  }
  CHECK(i == hit.counterfactuals);
  CHECK(tw_answer_counterfactual(&changed, sizeof changed, answer, 1000, 0) == TW_USAGE);
  tw_answer_free(answer);
}

/* A word of one's own counts for the comparison that is made by it, and for no other. */
static void score_rules_of_ones_own(void) {
  tw_score_rules_options given = TW_SCORE_RULES_OPTIONS_INIT;
  tw_compare_options options = TW_COMPARE_OPTIONS_INIT;
  tw_score_rules *rules = NULL;
  tw_score_rules_info info;
  tw_comparison *comparison = NULL;
  tw_comparison_info by_pack, without;
  tw_counterfactual changed;
  tw_text *json = NULL;
  tw_index *index = NULL;
  tw_error error;
  size_t i;
  int32_t score = 0;
  CHECK(tw_score_rules_new(&rules, NULL, NULL) == TW_OK);
  CHECK(tw_score_rules_info_get(&info, sizeof info, rules) == TW_OK);
  CHECK(info.version == tw_score_version() && info.tables_sha256.size == 64);
  CHECK(info.name_pack_sha256.size == 0);
  tw_score_rules_free(rules);
  given.version = 1000000;
  CHECK(tw_score_rules_new(&rules, &given, &error) == TW_BAD_VALUE && rules == NULL);
  given.version = 0;
  given.name_pack = tw_str_of("no-such-pack.tsv");
  CHECK(tw_score_rules_new(&rules, &given, &error) == TW_NOT_FOUND);
  CHECK(strcmp(error.file, "no-such-pack.tsv") == 0);
  given.content = tw_str_of("tradewarden-name-pack\t1\nfamily\tqwertun\n");
  CHECK(tw_score_rules_new(&rules, &given, &error) != TW_OK && error.line == 2);
  given.content = tw_str_of("tradewarden-name-pack\t1\nfamily\tqwertun zuxolba\n");
  CHECK(tw_score_rules_new(&rules, &given, &error) == TW_OK);
  CHECK(tw_score_rules_info_get(&info, sizeof info, rules) == TW_OK);
  CHECK(info.name_pack_sha256.size == 64);
  options.rules = rules;
  options.schema = TW_SCHEMA_PERSON;
  options.explain = 1;
  CHECK(tw_compare_with(&comparison, TW_LIT("Hamdi Qwertun"), TW_LIT("Hamdi Zuxolba"), &options,
                        NULL) == TW_OK);
  CHECK(tw_comparison_info_get(&by_pack, sizeof by_pack, comparison) == TW_OK);
  CHECK(by_pack.pairs == 2 && by_pack.counterfactuals > 0);
  for (i = 0; tw_comparison_counterfactual(&changed, sizeof changed, comparison, i) == TW_OK; ++i) {
    CHECK(changed.words.size > 0);
  }
  CHECK(i == by_pack.counterfactuals);
  tw_score_rules_free(rules); /* the comparison needs it no more */
  CHECK(tw_comparison_json(&json, comparison, NULL) == TW_OK);
  CHECK(strstr(tw_text_data(json), "\"name_pack_sha256\":\"") != NULL);
  tw_text_free(json);
  tw_comparison_free(comparison);
  options.rules = NULL;
  options.explain = 0;
  CHECK(tw_compare_with(&comparison, TW_LIT("Hamdi Qwertun"), TW_LIT("Hamdi Zuxolba"), &options,
                        NULL) == TW_OK);
  CHECK(tw_comparison_info_get(&without, sizeof without, comparison) == TW_OK);
  CHECK(without.score < by_pack.score && without.counterfactuals == 0);
  CHECK(tw_score_names(&score, TW_LIT("Hamdi Qwertun"), TW_LIT("Hamdi Zuxolba"), TW_SCHEMA_PERSON,
                       NULL) == TW_OK);
  CHECK(score == without.score);
  tw_comparison_free(comparison);
  options.threshold = 10001;
  CHECK(tw_compare_with(&comparison, TW_LIT("a"), TW_LIT("a"), &options, &error) == TW_BAD_VALUE);
  CHECK(strcmp(error.field, "options.threshold") == 0);
  options.threshold = 0;
  options.rules = (const tw_score_rules *)(const void *)sample;
  CHECK(tw_compare_with(&comparison, TW_LIT("a"), TW_LIT("a"), &options, &error) == TW_USAGE);
  CHECK(tw_index_open_with(&index, TW_LIT("x"), TW_VERIFY_FULLY, options.rules, &error) ==
        TW_USAGE);
  CHECK(strcmp(error.field, "rules") == 0);
}

static void errors_are_cut_to_fit(void) {
  char name[2000];
  tw_index *none = NULL;
  tw_error error;
  size_t i;
  /* Two bytes a letter, after one of one byte: a cut must not stand inside a letter. */
  name[0] = 'a';
  for (i = 1; i + 1 < sizeof name; i += 2) memcpy(name + i, "\303\244", 2);
  CHECK(tw_index_open(&none, name, sizeof name - 1, TW_VERIFY_FULLY, &error) != TW_OK);
  CHECK(error.cut == 1);
  i = strlen(error.file);
  CHECK(i > 0 && i < sizeof error.file);
  CHECK((i - 1) % 2 == 0 && memcmp(error.file + i - 2, "\303\244", 2) == 0);
}

static void hostile_bytes(void) {
  static const char garbage[] = "this is no index at all, but it is long enough to be looked at";
  static const char names[][8] = {"\xff\xfe\x80", "\0\0\0\0", "\n\t", "\xe0\x80\x80"};
  tw_index *none = NULL;
  tw_answer *answer = NULL;
  tw_text *json = NULL;
  tw_error error;
  size_t i;
  CHECK(tw_index_open_bytes(&none, garbage, sizeof garbage, TW_VERIFY_FULLY, &error) != TW_OK);
  CHECK(none == NULL);
  CHECK(tw_index_open_bytes(&none, NULL, 0, TW_VERIFY_LAZILY, &error) != TW_OK);
  CHECK(tw_index_open(&none, "a\0b", 3, TW_VERIFY_FULLY, &error) == TW_USAGE);
  for (i = 0; i < sizeof names / sizeof names[0]; ++i) {
    tw_query query = TW_QUERY_INIT;
    query.name.data = names[i];
    query.name.size = sizeof names[i];
    CHECK(tw_screen(&answer, sample, &query, NULL, NULL) == TW_OK);
    CHECK(tw_answer_json(&json, answer, NULL) == TW_OK);
    CHECK(memchr(tw_text_data(json), '\xff', tw_text_size(json)) == NULL);
    tw_text_free(json);
    tw_answer_free(answer);
  }
}

/* An answer needs nothing that it came from. */
static void lifetimes(void) {
  tw_index *index = NULL;
  tw_answer *answer = NULL;
  tw_batch *batch = NULL;
  tw_text *json = NULL;
  tw_hit hit;
  const tw_screen_options options = on(20180501);
  char name[] = "ZTE Kangxun";
  tw_query query = asking(name);
  CHECK(tw_index_sample(&index, NULL) == TW_OK);
  CHECK(tw_screen(&answer, index, &query, &options, NULL) == TW_OK);
  CHECK(tw_screen_batch(&batch, index, &query, 1, &options, NULL, NULL) == TW_OK);
  tw_index_free(index);
  memset(name, 'x', sizeof name);
  CHECK(tw_answer_hit(&hit, sizeof hit, answer, 0) == TW_OK);
  CHECK(hit.score == 10000 && hit.status == TW_STATUS_DENIED && hit.from == 20180415 &&
        hit.until == 20180713);
  CHECK(hit.list.size == 6 && memcmp(hit.list.data, "US-DPL", 6) == 0);
  CHECK(tw_answer_json(&json, answer, NULL) == TW_OK);
  CHECK(strstr(tw_text_data(json), "ZTE Kangxun") != NULL);
  tw_text_free(json);
  /* What belongs to an answer or a batch is not freed by hand, and no harm comes of trying. */
  tw_party_free((tw_party *)tw_answer_party(answer, 0));
  tw_comparison_free((tw_comparison *)tw_answer_explanation(answer, 0));
  tw_answer_free((tw_answer *)tw_batch_answer(batch, 0));
  CHECK(tw_answer_hit_count(tw_batch_answer(batch, 0)) == 1);
  CHECK(tw_batch_answer(batch, 1) == NULL);
  CHECK(tw_answer_explanation(answer, 1) == NULL);
  tw_batch_free(batch);
  tw_answer_free(answer);
}

/* The whole entry says of itself what screening says of it. */
static void party_of_a_hit(void) {
  const tw_query query = asking("ZTE Kangxun");
  const tw_screen_options options = on(20180501);
  tw_answer *answer = NULL;
  tw_hit hit;
  tw_party *party = NULL;
  tw_party_info info;
  tw_party_name name;
  tw_party_state state;
  CHECK(tw_screen(&answer, sample, &query, &options, NULL) == TW_OK);
  CHECK(tw_answer_hit(&hit, sizeof hit, answer, 0) == TW_OK);
  CHECK(tw_index_party(&party, sample, hit.party_id, NULL) == TW_OK);
  CHECK(tw_party_info_get(&info, sizeof info, party) == TW_OK);
  CHECK(info.source_id.size == hit.source_id.size &&
        memcmp(info.source_id.data, hit.source_id.data, info.source_id.size) == 0);
  CHECK(tw_party_name_get(&name, sizeof name, party, hit.name_position) == TW_OK);
  CHECK(name.text.size == hit.matched_name.size &&
        memcmp(name.text.data, hit.matched_name.data, name.text.size) == 0);
  CHECK(tw_party_state_on(&state, sizeof state, party, 20180713, 0) == TW_OK);
  CHECK(state.status != TW_STATUS_DENIED); /* terminated that day: 83 FR 34825 */
  CHECK(tw_party_state_on(&state, sizeof state, party, 20180712, 0) == TW_OK);
  CHECK(state.status == TW_STATUS_DENIED);
  CHECK(tw_party_state_on(&state, sizeof state, party, 0, 0) == TW_BAD_VALUE);
  tw_party_free(party);
  tw_answer_free(answer);
}

/* An array of structs of another size is walked by that size. */
static void arrays_of_newer_structs(void) {
  struct newer_query {
    tw_query known;
    int64_t later;
  } queries[3];
  tw_batch *batch = NULL;
  tw_error error;
  size_t i;
  memset(queries, 0, sizeof queries);
  for (i = 0; i < 3; ++i) {
    queries[i].known.struct_size = sizeof queries[i];
    queries[i].known.name = tw_str_of(i == 1 ? "Hidden Cobra" : "Nobody Of This Name");
  }
  CHECK(tw_screen_batch(&batch, sample, &queries[0].known, 3, NULL, NULL, &error) == TW_OK);
  CHECK(tw_batch_size(batch) == 3);
  CHECK(tw_answer_hit_count(tw_batch_answer(batch, 0)) == 0);
  CHECK(tw_answer_hit_count(tw_batch_answer(batch, 1)) == 1);
  tw_batch_free(batch);
  queries[2].known.struct_size = sizeof(tw_query);
  CHECK(tw_screen_batch(&batch, sample, &queries[0].known, 3, NULL, NULL, &error) == TW_USAGE);
  CHECK(batch == NULL);
}

struct stream {
  int given;
  int taken;
  int stop_at;
  int bad_next;
  int beyond;
};

static int32_t next_query(void *context, tw_query *query) {
  struct stream *s = (struct stream *)context;
  if (s->bad_next != 0 && s->given == s->bad_next) return 7;
  query->name = tw_str_of("Hidden Cobra");
  /* A newer caller sets a field that this library does not know; there is room for it. */
  if (s->beyond != 0) ((char *)query)[sizeof *query] = 1;
  return s->given++ < 1000;
}

static int32_t take_answer(void *context, const tw_answer *answer) {
  struct stream *s = (struct stream *)context;
  s->taken += tw_answer_hit_count(answer) == 1;
  tw_answer_free((tw_answer *)answer); /* does nothing */
  return s->taken != s->stop_at;
}

static void streams(void) {
  tw_batch_options batch = TW_BATCH_OPTIONS_INIT;
  uint64_t answered = 0;
  uint32_t threads;
  for (threads = 1; threads <= 3; ++threads) {
    struct stream all = {0, 0, 0, 0, 0}, some = {0, 0, 10, 0, 0}, bad = {0, 0, 0, 5, 0},
                  newer = {0, 0, 0, 0, 1};
    tw_error error;
    batch.threads = threads;
    batch.rows_at_once = 16;
    CHECK(tw_screen_stream(&answered, sample, NULL, &batch, next_query, take_answer, &all, NULL) ==
          TW_OK);
    CHECK(answered == 1000 && all.taken == 1000);
    CHECK(tw_screen_stream(&answered, sample, NULL, &batch, next_query, take_answer, &some, NULL) ==
          TW_OK);
    CHECK(answered == 10);
    CHECK(tw_screen_stream(&answered, sample, NULL, &batch, next_query, take_answer, &bad,
                           &error) == TW_USAGE);
    CHECK(answered == 5); /* what came before the mistake is answered */
    CHECK(tw_screen_stream(NULL, sample, NULL, &batch, next_query, take_answer, &newer, &error) ==
          TW_USAGE);
  }
  batch.threads = 1000000;
  CHECK(tw_screen_stream(NULL, sample, NULL, &batch, next_query, take_answer, NULL, NULL) ==
        TW_BAD_VALUE);
}

/* Readers of one index and of one answer, while a live index is exchanged. */
static tw_live *live;
static tw_answer *shared_answer;

static void *reader(void *nothing) {
  int i;
  const tw_query query = asking("Hidden Cobra");
  for (i = 0; i < 200; ++i) {
    tw_answer *answer = NULL;
    tw_hit hit;
    tw_text *json = NULL;
    CHECK(tw_live_screen(&answer, live, &query, NULL, NULL) == TW_OK);
    CHECK(tw_answer_hit_count(answer) == 1);
    tw_answer_free(answer);
    CHECK(tw_answer_hit(&hit, sizeof hit, shared_answer, 0) == TW_OK);
    if (i % 50 == 0) {
      CHECK(tw_answer_json(&json, shared_answer, NULL) == TW_OK);
      tw_text_free(json);
    }
  }
  return nothing;
}

static void threads(void) {
  pthread_t all[3];
  size_t i;
  const tw_query query = asking("Hidden Cobra");
  CHECK(tw_live_new(&live, sample, NULL) == TW_OK);
  CHECK(tw_screen(&shared_answer, sample, &query, NULL, NULL) == TW_OK);
  for (i = 0; i < 3; ++i) pthread_create(&all[i], NULL, reader, NULL);
  for (i = 0; i < 50; ++i) {
    tw_index *next = NULL;
    CHECK(tw_index_sample(&next, NULL) == TW_OK);
    CHECK(tw_live_replace(live, next, NULL) == TW_OK);
    tw_index_free(next);
  }
  for (i = 0; i < 3; ++i) pthread_join(all[i], NULL);
  tw_answer_free(shared_answer);
  tw_live_free(live);
}

static void building_refuses(void) {
  static const char list[] =
      "{\"tradewarden_list\":1,\"name\":\"House list\",\"date\":\"2026-01-31\",\"entries\":2}\n"
      "{\"list\":\"X-HOUSE\",\"id\":\"1\",\"names\":[\"Wanda Example Trading Ltd\"]}\n"
      "{\"list\":\"X-HOUSE\",\"id\":\"2\",\"name\":\"misspelt key\"}\n";
  tw_source sources[2] = {TW_SOURCE_INIT, TW_SOURCE_INIT};
  tw_problems *problems = NULL;
  tw_problem problem;
  tw_text *bytes = NULL;
  tw_error error;
  sources[0].path = tw_str_of("house.jsonl");
  sources[0].content = tw_str_of(list);
  /* One row is bad: it is told, and the rest is built. */
  CHECK(tw_index_build_bytes(&bytes, &problems, sources, 1, &error) == TW_OK);
  CHECK(tw_problems_count(problems) == 1);
  CHECK(tw_problems_get(&problem, sizeof problem, problems, 0) == TW_OK);
  CHECK(problem.severity == TW_SEVERITY_REJECTED && problem.line == 3);
  CHECK(tw_problems_get(&problem, sizeof problem, problems, 1) == TW_USAGE);
  tw_problems_free(problems);
  tw_text_free(bytes);
  /* One source is refused: nothing is built, and problems has both. */
  sources[1].path = tw_str_of("no-such-list.csv");
  CHECK(tw_index_build_bytes(&bytes, &problems, sources, 2, &error) == TW_NOT_FOUND);
  CHECK(bytes == NULL && strcmp(error.file, "no-such-list.csv") == 0);
  CHECK(tw_problems_count(problems) == 2);
  tw_problems_free(problems);
  sources[0].content = tw_str_of("ent_num,SDN_Name\n");
  CHECK(tw_index_build_bytes(&bytes, NULL, sources, 1, &error) == TW_UNKNOWN_FORMAT);
  sources[0].format = tw_str_of("csl-csv");
  CHECK(tw_index_build_bytes(&bytes, NULL, sources, 1, &error) == TW_USAGE);
  CHECK(tw_index_build_bytes(&bytes, NULL, sources, 0, &error) == TW_USAGE);
}

/* A rule written out by the library is taken by it, and what it replaces is told. */
static void rules_of_ones_own(void) {
  static const char file[] = "own-rules/threshold.json";
  tw_rules *built_in = NULL, *own = NULL;
  tw_problems *problems = NULL;
  tw_problem note;
  tw_text *text = NULL;
  tw_error error;
  tw_rule rule;
  size_t where = 0;
  FILE *out;
  mkdir("own-rules", 0777);
  CHECK(tw_rules_built_in(&built_in, NULL) == TW_OK);
  CHECK(tw_rules_find(&where, built_in, TW_LIT("no.such.rule")) == TW_NOT_FOUND);
  CHECK(tw_rules_find(&where, built_in, TW_LIT("us-ear.734.4.threshold")) == TW_OK);
  CHECK(tw_rules_rule_file(&text, built_in, where, NULL) == TW_OK);
  out = fopen(file, "wb");
  CHECK(out != NULL);
  if (out == NULL) return;
  fwrite(tw_text_data(text), 1, tw_text_size(text), out);
  fclose(out);
  tw_text_free(text);
  CHECK(tw_rules_load(&own, &problems, TW_LIT("own-rules"), &error) == TW_OK);
  CHECK(tw_problems_count(problems) == 1);
  CHECK(tw_problems_get(&note, sizeof note, problems, 0) == TW_OK);
  CHECK(note.severity == TW_SEVERITY_NOTE && note.status == TW_OK);
  CHECK(note.field.size == 22 && memcmp(note.field.data, "us-ear.734.4.threshold", 22) == 0);
  CHECK(tw_rules_rule(&rule, sizeof rule, own, where) == TW_OK);
  CHECK(rule.origin.size == 9 && memcmp(rule.origin.data, "own-rules", 9) == 0);
  tw_problems_free(problems);
  tw_rules_free(own);
  out = fopen(file, "ab");
  if (out != NULL) {
    fputs("}", out);
    fclose(out);
  }
  CHECK(tw_rules_check(&problems, TW_LIT("own-rules"), &error) == TW_BAD_SYNTAX);
  CHECK(tw_problems_count(problems) >= 1 && strstr(error.file, "threshold.json") != NULL);
  tw_problems_free(problems);
  tw_rules_free(built_in);
}

/* An index is never written over a source, and names the file that it cannot write. */
static void building_to_a_file(void) {
  tw_source source = TW_SOURCE_INIT;
  tw_problems *problems = NULL;
  tw_error error;
  FILE *out = fopen("list-of-ones-own.jsonl", "wb");
  CHECK(out != NULL);
  if (out == NULL) return;
  fputs("{\"tradewarden_list\":1,\"name\":\"House list\",\"entries\":1}\n"
        "{\"list\":\"X-HOUSE\",\"id\":\"1\",\"names\":[\"Wanda Example Trading Ltd\"]}\n",
        out);
  fclose(out);
  source.path = tw_str_of("list-of-ones-own.jsonl");
  CHECK(tw_index_build(&problems, TW_LIT("./list-of-ones-own.jsonl"), &source, 1, &error) ==
        TW_USAGE);
  CHECK(problems == NULL && strstr(error.message, "would be lost") != NULL);
  CHECK(tw_index_build(NULL, TW_LIT("no/such/folder/a.twi"), &source, 1, &error) != TW_OK);
  CHECK(strstr(error.file, "no/such/folder") != NULL);
  source.date = 20261301;
  CHECK(tw_index_build(NULL, TW_LIT("own.twi"), &source, 1, &error) == TW_BAD_VALUE);
  source.date = 20260131;
  CHECK(tw_index_build(NULL, TW_LIT("own.twi"), &source, 1, &error) == TW_OK);
}

/* An index by a name pack: opened by the same only, found by its words, and so after a reload. */
static void indexes_by_a_name_pack(void) {
  static const char list[] =
      "{\"tradewarden_list\":1,\"name\":\"House list\",\"date\":\"2026-01-31\",\"entries\":1}\n"
      "{\"list\":\"X-HOUSE\",\"id\":\"1\",\"names\":[\"Hamdi Zuxolba\"],\"schema\":\"person\"}\n";
  tw_source source = TW_SOURCE_INIT;
  tw_build_options how = TW_BUILD_OPTIONS_INIT;
  tw_score_rules_options given = TW_SCORE_RULES_OPTIONS_INIT;
  tw_score_rules *rules = NULL, *other = NULL, *same = NULL;
  tw_score_rules_info asked, told;
  tw_text *bytes = NULL;
  tw_index *index = NULL, *plain = NULL;
  tw_answer *answer = NULL;
  tw_live *pair = NULL;
  tw_error error;
  const tw_query query = asking("Hamdi Qwertun");
  source.path = tw_str_of("house.jsonl");
  source.content = tw_str_of(list);
  given.name_pack = tw_str_of("house.tsv");
  given.content = tw_str_of("tradewarden-name-pack\t1\nfamily\tqwertun zuxolba\n");
  CHECK(tw_score_rules_new(&rules, &given, NULL) == TW_OK);
  given.content = tw_str_of("tradewarden-name-pack\t1\nfamily\tqwertun zuxolbo\n");
  CHECK(tw_score_rules_new(&other, &given, NULL) == TW_OK);
  how.rules = rules;
  CHECK(tw_index_build_with(NULL, TW_LIT("packed.twi"), &source, 1, &how, &error) == TW_OK);
  CHECK(tw_index_build(NULL, TW_LIT("plain.twi"), &source, 1, &error) == TW_OK);
  CHECK(tw_index_open(&plain, TW_LIT("plain.twi"), TW_VERIFY_FULLY, NULL) == TW_OK);
  CHECK(tw_screen(&answer, plain, &query, NULL, NULL) == TW_OK);
  CHECK(tw_answer_hit_count(answer) == 0); /* the two surnames have nothing in common */
  tw_answer_free(answer);
  CHECK(tw_index_open(&index, TW_LIT("packed.twi"), TW_VERIFY_FULLY, &error) == TW_CONFLICT);
  CHECK(index == NULL);
  CHECK(tw_index_open_with(&index, TW_LIT("packed.twi"), TW_VERIFY_FULLY, other, &error) ==
        TW_CONFLICT);
  CHECK(tw_index_open_with(&index, TW_LIT("packed.twi"), TW_VERIFY_FULLY, rules, &error) == TW_OK);
  CHECK(tw_screen(&answer, index, &query, NULL, NULL) == TW_OK);
  CHECK(tw_answer_hit_count(answer) == 1);
  tw_answer_free(answer);
  CHECK(tw_index_rules(&same, index, NULL) == TW_OK);
  CHECK(tw_score_rules_info_get(&asked, sizeof asked, rules) == TW_OK);
  CHECK(tw_score_rules_info_get(&told, sizeof told, same) == TW_OK);
  CHECK(told.name_pack_sha256.size == 64 &&
        memcmp(told.name_pack_sha256.data, asked.name_pack_sha256.data, 64) == 0);
  CHECK(tw_index_build_bytes_with(&bytes, NULL, &source, 1, &how, NULL) == TW_OK);
  tw_index_free(index);
  CHECK(tw_index_open_bytes(&index, tw_text_data(bytes), tw_text_size(bytes), TW_VERIFY_FULLY,
                            &error) == TW_CONFLICT);
  CHECK(tw_index_open_bytes_with(&index, tw_text_data(bytes), tw_text_size(bytes), TW_VERIFY_FULLY,
                                 same, &error) == TW_OK);
  tw_text_free(bytes);
  /* The next file is by the pack of the index in use; one by none, or by another, is not taken. */
  CHECK(tw_live_new(&pair, index, NULL) == TW_OK);
  CHECK(tw_live_reload(pair, TW_LIT("plain.twi"), &error) == TW_CONFLICT);
  CHECK(tw_live_reload(pair, TW_LIT("packed.twi"), &error) == TW_OK);
  CHECK(tw_live_screen(&answer, pair, &query, NULL, NULL) == TW_OK);
  CHECK(tw_answer_hit_count(answer) == 1);
  tw_answer_free(answer);
  tw_live_free(pair);
  how.rules = (const tw_score_rules *)(const void *)sample;
  CHECK(tw_index_build_bytes_with(&bytes, NULL, &source, 1, &how, &error) == TW_USAGE);
  CHECK(strcmp(error.field, "rules") == 0);
  tw_index_free(index);
  tw_index_free(plain);
  tw_score_rules_free(same);
  tw_score_rules_free(other);
  tw_score_rules_free(rules);
}

int main(void) {
  CHECK(tw_index_sample(&sample, NULL) == TW_OK);
  versions();
  older_callers();
  newer_callers();
  mistakes();
  mistakes_about_facts();
  contradictions();
  numbers_and_explanations();
  score_rules_of_ones_own();
  errors_are_cut_to_fit();
  hostile_bytes();
  lifetimes();
  party_of_a_hit();
  arrays_of_newer_structs();
  streams();
  threads();
  building_refuses();
  building_to_a_file();
  rules_of_ones_own();
  indexes_by_a_name_pack();
  measures();
  labelled_sets_in_files();
  bills_row_by_row();
  names_and_pairs();
  links_between_hits();
  stores();
  trails();
  rescreenings();
  ownership();
  direct_products();
  tw_index_free(sample);
  printf("%d failed\n", failures);
  return failures != 0;
}
