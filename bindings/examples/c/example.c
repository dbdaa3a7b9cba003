/* Screens a name and judges a product, through the C interface.
 *
 *     cc example.c $(pkg-config --cflags --libs tradewarden_c) -o example && ./example
 */
#include <stdio.h>
#include <tradewarden.h>

static int failed(const tw_error *error) {
  fprintf(stderr, "%s: %s\n", tw_status_name(error->status), error->message);
  return 1;
}

int main(void) {
  tw_error error;
  tw_index *index = NULL;
  tw_answer *answer = NULL;
  tw_hit hit;
  tw_query query = TW_QUERY_INIT;
  tw_screen_options options = TW_SCREEN_OPTIONS_INIT;
  query.name = tw_str_of("ZTE Kangxun");
  options.as_of = 20180501;
  if (tw_index_sample(&index, &error) != TW_OK) return failed(&error);
  if (tw_screen(&answer, index, &query, &options, &error) != TW_OK) return failed(&error);
  for (size_t i = 0; tw_answer_hit(&hit, sizeof hit, answer, i) == TW_OK; ++i) {
    printf("%.*s %s %d.%04d\n", (int)hit.list.size, hit.list.data, tw_party_status_name(hit.status),
           (int)(hit.score / 10000), (int)(hit.score % 10000));
  }

  tw_bill_text files[2] = {
      {tw_str_of("parts"), tw_str_of("parts.csv"),
       tw_str_of("part_id,kind,made_in,eccn,fmv,currency\n"
                 "PHONE,made,CN,5A992.c,400,USD\nCPU,purchased,US,5A992.c,90,USD\n")},
      {tw_str_of("lines"), tw_str_of("lines.csv"),
       tw_str_of("parent_id,pos,child_id,qty\nPHONE,10,CPU,1\n")}};
  tw_bill *bill = NULL;
  tw_origin *origin = NULL;
  tw_origin_answer *verdicts = NULL;
  tw_origin_result result;
  const tw_str iran = tw_str_of("IR");
  const int32_t regime = TW_REGIME_US_EAR;
  tw_origin_options ask = TW_ORIGIN_OPTIONS_INIT;
  ask.destinations = &iran;
  ask.destination_count = 1;
  ask.regimes = &regime;
  ask.regime_count = 1;
  ask.date = 20260723;
  if (tw_bill_read_texts(&bill, NULL, files, 2, NULL, &error) != TW_OK ||
      tw_origin_new(&origin, bill, NULL, &error) != TW_OK ||
      tw_origin_evaluate(&verdicts, origin, &ask, &error) != TW_OK) {
    return failed(&error);
  }
  if (tw_origin_answer_result(&result, sizeof result, verdicts, 0) != TW_OK) return 1;
  printf("%.*s %s %.*s/%.*s\n", (int)result.destination.size, result.destination.data,
         tw_verdict_name(result.verdict), (int)result.share.low_num.size, result.share.low_num.data,
         (int)result.share.low_den.size, result.share.low_den.data);
  tw_origin_answer_free(verdicts);
  tw_origin_free(origin);
  tw_bill_free(bill);
  tw_answer_free(answer);
  tw_index_free(index);
  return 0;
}
