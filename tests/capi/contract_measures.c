/* The measures: figures that were worked out by hand, and labelled sets in memory and in files. */
#include "contract.h"

static tw_labelled_query labelled(const tw_query *query, const char *kind, const tw_str *expected) {
  tw_labelled_query out = TW_LABELLED_QUERY_INIT;
  out.query = query;
  out.kind = tw_str_of(kind);
  out.expected = expected;
  out.expected_count = expected == NULL ? 0 : 1;
  return out;
}

static void count_progress(void *context, uint64_t done) { *(uint64_t *)context = done; }

/* Two names that are listed, one that is somebody else's, and two of nobody: figures by hand. */
void measures(void) {
  tw_query queries[5];
  tw_labelled_query rows[5];
  tw_str cobra = TW_STR_INIT, kangxun = TW_STR_INIT;
  tw_labelled_set *set = NULL, *again = NULL;
  tw_evaluation_options how = TW_EVALUATION_OPTIONS_INIT;
  tw_screen_options policy = on(20180501);
  tw_evaluation *evaluation = NULL, *theirs = NULL;
  tw_evaluation_info info;
  tw_positive_figures all;
  tw_negative_figures natural;
  tw_query_outcome outcome;
  tw_curve_point point;
  tw_differences *differences = NULL;
  tw_difference difference;
  tw_answer *answer = NULL;
  tw_hit hit;
  tw_text *json = NULL;
  tw_error error;
  uint64_t done = 0;
  FILE *out;
  size_t i;
  /* What the sample list calls them itself. */
  queries[0] = asking("ZTE Kangxun");
  CHECK(tw_screen(&answer, sample, &queries[0], &policy, NULL) == TW_OK);
  CHECK(tw_answer_hit(&hit, sizeof hit, answer, 0) == TW_OK);
  kangxun = hit.source_id;
  cobra = tw_str_of("no id of any list");
  queries[1] = asking("Zte Kangxun");
  queries[2] = asking("Hidden Cobra");
  queries[3] = asking("Wednesday Umbrella Bakery");
  queries[4] = asking("ZTE Kangxun");
  rows[0] = labelled(&queries[0], "exact", &kangxun);
  rows[1] = labelled(&queries[1], "exact", &kangxun);
  rows[2] = labelled(&queries[2], "unknown", &cobra);
  rows[3] = labelled(&queries[3], "neg", NULL);
  rows[4] = labelled(&queries[4], "neg_hard", NULL);
  CHECK(tw_labelled_set_new(&set, rows, 5, &error) == TW_MISSING_FIELD); /* no ids */
  for (i = 0; i < 5; ++i) queries[i].id = tw_str_of("1");
  CHECK(tw_labelled_set_new(&set, rows, 5, &error) == TW_CONFLICT);
  queries[1].id = tw_str_of("2");
  queries[2].id = tw_str_of("3");
  queries[3].id = tw_str_of("4");
  queries[4].id = tw_str_of("5");
  CHECK(tw_labelled_set_new(&set, rows, 5, &error) == TW_OK);
  tw_answer_free(answer); /* the set has copies */
  CHECK(tw_labelled_set_size(set) == 5);
  how.screening = &policy;
  how.no_intervals = 1;
  how.progress = count_progress;
  how.context = &done;
  CHECK(tw_evaluate(&evaluation, sample, set, &how, &error) == TW_OK);
  CHECK(tw_evaluation_info_get(&info, sizeof info, evaluation) == TW_OK);
  CHECK(info.queries == 5 && info.positives == 3 && info.negatives == 4 && info.resamples == 0);
  CHECK(info.unknown_expected == 1 && info.unreachable == 1 && info.highest == 10000);
  CHECK(tw_evaluation_positive(&all, sizeof all, evaluation, 0) == TW_OK);
  CHECK(says(all.kind, "exact") && all.first.part == 2 && all.first.of == 2);
  CHECK(tw_evaluation_positive(&all, sizeof all, evaluation, 2) == TW_OK);
  CHECK(all.found.part == 2 && all.found.of == 3 && all.declared.part == 2);
  CHECK(tw_evaluation_positive(&all, sizeof all, evaluation, 3) == TW_USAGE);
  CHECK(tw_evaluation_negative(&natural, sizeof natural, evaluation, 2) == TW_OK);
  CHECK(natural.declared.part == 0 && natural.declared.of == 1 && natural.apart == 0);
  CHECK(tw_evaluation_negative(&natural, sizeof natural, evaluation, 3) == TW_OK);
  CHECK(natural.exact.part == 1 && natural.exact.of == 1);
  CHECK(tw_evaluation_negative(&natural, sizeof natural, evaluation, 4) == TW_USAGE);
  CHECK(tw_evaluation_outcome(&outcome, sizeof outcome, evaluation, 0) == TW_OK);
  CHECK(outcome.best == 10000 && outcome.right == 10000);
  CHECK(tw_evaluation_outcome(&outcome, sizeof outcome, evaluation, 4) == TW_OK);
  CHECK(outcome.best == 10000 && outcome.right == -1);
  CHECK(tw_evaluation_outcome(&outcome, sizeof outcome, evaluation, 5) == TW_USAGE);
  CHECK(tw_evaluation_curve(&point, sizeof point, evaluation, info.curve - 1) == TW_OK);
  CHECK(point.threshold == 10000 && point.found.part == 2 && point.natural.part == 0 &&
        point.apart.part == 1 && point.apart.of == 1);
  CHECK(tw_evaluation_curve(&point, sizeof point, evaluation, info.curve) == TW_USAGE);
  /* Another system that finds one of the two, and nothing else. */
  out = fopen("their-hits.tsv", "wb");
  CHECK(out != NULL);
  if (out == NULL) return;
  fprintf(out, "1\t1\t%s\t0.9\n", "no id of any list");
  fprintf(out, "3\t1\t%s\t0.9\n", "no id of any list");
  fclose(out);
  CHECK(tw_evaluate_hits(&theirs, set, TW_LIT("their-hits.tsv"), &how, &error) == TW_OK);
  CHECK(tw_evaluation_compare(&differences, evaluation, theirs, &error) == TW_OK);
  CHECK(tw_differences_count(differences) == 5);
  CHECK(tw_differences_get(&difference, sizeof difference, differences, 0) == TW_OK);
  CHECK(says(difference.figure, "recall@1") && difference.only_ours == 2 &&
        difference.only_theirs == 1 && difference.has_interval == 0);
  CHECK(tw_differences_json(&json, differences, NULL) == TW_OK);
  CHECK(strstr(tw_text_data(json), "\"against\"") != NULL);
  tw_text_free(json);
  tw_differences_free(differences);
  CHECK(tw_labelled_set_new(&again, rows, 0, NULL) == TW_OK);
  tw_evaluation_free(theirs);
  CHECK(tw_evaluate(&theirs, sample, again, &how, &error) == TW_EMPTY_INPUT);
  tw_labelled_set_free(again);
  how.floor = 10001;
  CHECK(tw_evaluate(&theirs, sample, set, &how, &error) == TW_BAD_VALUE);
  CHECK(strcmp(error.field, "options.floor") == 0);
  how.floor = 0;
  how.threads = 100000;
  CHECK(tw_evaluate(&theirs, sample, set, &how, &error) == TW_BAD_VALUE);
  tw_labelled_set_free(set); /* the evaluation needs it no more */
  CHECK(tw_evaluation_json(&json, evaluation, NULL) == TW_OK);
  CHECK(strstr(tw_text_data(json), "\"neg_hard\"") != NULL);
  tw_text_free(json);
  tw_evaluation_free(evaluation);
}

/* The variants' two files, read again, are the variants; a broken row is told with its line. */
void labelled_sets_in_files(void) {
  tw_variant_options making = TW_VARIANT_OPTIONS_INIT;
  tw_variants *variants = NULL;
  tw_labelled_set *set = NULL;
  tw_problems *problems = NULL;
  tw_problem problem;
  tw_text *queries = NULL, *truth = NULL;
  tw_str kinds[1];
  tw_error error;
  FILE *out;
  kinds[0] = tw_str_of("no such kind");
  making.kinds = kinds;
  making.kind_count = 1;
  CHECK(tw_variants_new(&variants, sample, &making, &error) == TW_USAGE);
  kinds[0] = tw_str_of("exact");
  making.per_kind = 3;
  CHECK(tw_variants_new(&variants, sample, &making, &error) == TW_OK);
  CHECK(tw_variants_queries_tsv(&queries, variants, NULL) == TW_OK);
  CHECK(tw_variants_truth_tsv(&truth, variants, NULL) == TW_OK);
  out = fopen("queries.tsv", "wb");
  if (out != NULL) fwrite(tw_text_data(queries), 1, tw_text_size(queries), out);
  if (out != NULL) fclose(out);
  out = fopen("truth.tsv", "wb");
  if (out != NULL) fwrite(tw_text_data(truth), 1, tw_text_size(truth), out);
  if (out != NULL) fclose(out);
  CHECK(tw_labelled_set_read(&set, &problems, TW_LIT("queries.tsv"), TW_LIT("truth.tsv"), NULL) ==
        TW_OK);
  CHECK(tw_labelled_set_size(set) == 3 && tw_problems_count(problems) == 0);
  tw_problems_free(problems);
  tw_labelled_set_free(set);
  out = fopen("truth.tsv", "ab");
  if (out != NULL) fputs("v000001\texact\t\n", out);
  if (out != NULL) fclose(out);
  CHECK(tw_labelled_set_read(&set, &problems, TW_LIT("queries.tsv"), TW_LIT("truth.tsv"), &error) !=
        TW_OK);
  CHECK(set == NULL && strstr(error.file, "truth.tsv") != NULL && error.line > 3);
  CHECK(tw_problems_count(problems) >= 1);
  CHECK(tw_problems_get(&problem, sizeof problem, problems, 0) == TW_OK);
  CHECK(problem.severity == TW_SEVERITY_REFUSED && problem.line == error.line);
  tw_problems_free(problems);
  tw_text_free(queries);
  tw_text_free(truth);
  tw_variants_free(variants);
}
