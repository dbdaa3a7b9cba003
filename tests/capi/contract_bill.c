/* A bill of materials from rows. */
#include "contract.h"

/* Rows one by one: the bill that its file makes; mistakes are told together, by file and row. */
void bills_row_by_row(void) {
  tw_bill_builder *builder = NULL;
  tw_part_row part = TW_PART_ROW_INIT;
  tw_line_row line = TW_LINE_ROW_INIT;
  tw_offer_row offer = TW_OFFER_ROW_INIT;
  tw_bill *bill = NULL;
  tw_bill_info info;
  tw_part read;
  tw_problems *problems = NULL;
  tw_problem problem;
  tw_str file;
  tw_error error;
  uint32_t first = 9, second = 9, which = 0;
  CHECK(tw_bill_builder_new(&builder, NULL) == TW_OK);
  part.part_id = tw_str_of("PHONE");
  part.fmv = tw_str_of("400");
  part.currency = tw_str_of("USD");
  CHECK(tw_bill_add_part(builder, &part, NULL) == TW_OK);
  part.part_id = tw_str_of("CPU");
  part.fmv = tw_str_of("34.50");
  CHECK(tw_bill_add_part(builder, &part, NULL) == TW_OK);
  line.parent_id = tw_str_of("PHONE");
  line.pos = tw_str_of("10");
  line.child_id = tw_str_of("CPU");
  line.qty = tw_str_of("2");
  CHECK(tw_bill_add_line(builder, &line, NULL) == TW_OK);
  offer.part_id = tw_str_of("CPU");
  offer.supplier_id = tw_str_of("Arroyo Silicon Inc");
  offer.supplier_country = tw_str_of("US");
  CHECK(tw_bill_add_offer(builder, &offer, NULL) == TW_OK);
  line.file = 1; /* none but the first was ever named */
  CHECK(tw_bill_add_line(builder, &line, &error) == TW_USAGE);
  CHECK(strcmp(error.field, "row.file") == 0);
  CHECK(tw_bill_builder_build(&bill, &problems, builder, &error) == TW_OK);
  CHECK(tw_problems_count(problems) == 0);
  tw_problems_free(problems);
  CHECK(tw_bill_add_part(builder, &part, &error) == TW_USAGE);
  CHECK(tw_bill_info_get(&info, sizeof info, bill) == TW_OK);
  CHECK(info.parts == 2 && info.lines == 1 && info.offers == 1 && info.suppliers == 1);
  CHECK(tw_bill_find_part(&which, bill, TW_LIT("CPU")) == TW_OK);
  CHECK(tw_bill_part(&read, sizeof read, bill, which) == TW_OK);
  CHECK(says(read.currency, "USD") && says(read.id, "CPU"));
  CHECK(tw_bill_file(&file, bill, 0) == TW_OK && says(file, "rows"));
  tw_bill_free(bill);
  tw_bill_builder_free(builder);

  CHECK(tw_bill_builder_new(&builder, NULL) == TW_OK);
  CHECK(tw_bill_builder_file(&first, builder, TW_LIT("parts of plm"), NULL, 0, NULL) == TW_OK);
  CHECK(tw_bill_builder_file(&second, builder, TW_LIT("lines of plm"), NULL, 0, NULL) == TW_OK);
  CHECK(first == 0 && second == 1);
  part.fmv = tw_str_of("34,50 or so");
  part.row = 17;
  CHECK(tw_bill_add_part(builder, &part, NULL) == TW_OK);
  line.file = second;
  line.row = 4;
  line.qty = tw_str_of("-1");
  CHECK(tw_bill_add_line(builder, &line, NULL) == TW_OK);
  CHECK(tw_bill_builder_build(&bill, &problems, builder, &error) != TW_OK);
  CHECK(bill == NULL && tw_problems_count(problems) >= 2);
  CHECK(tw_problems_get(&problem, sizeof problem, problems, 0) == TW_OK);
  CHECK(says(problem.file, "lines of plm") && problem.line == 4 && says(problem.field, "qty"));
  CHECK(tw_problems_get(&problem, sizeof problem, problems, 1) == TW_OK);
  CHECK(says(problem.file, "parts of plm") && problem.line == 17 && says(problem.field, "fmv"));
  tw_problems_free(problems);
  tw_bill_builder_free(builder);
}

/* A chip of US technology for an entity with footnote 1: to be said as words, or to be found. */
void direct_products(void) {
  static const char parts[] = "part_id,kind,made_in,eccn,fmv,currency\nCHIP,made,TW,5A991.b,40,USD\n";
  static const char lines[] = "parent_id,pos,child_id,qty\n";
  static const char production[] =
      "part_id,us_technology_eccns,plant_eccns,contains_ic_of_such_plant\nCHIP,none,3E001,n\n";
  tw_bill_text texts[3];
  tw_bill *bill = NULL;
  tw_origin *origin = NULL;
  tw_origin_options options = TW_ORIGIN_OPTIONS_INIT;
  tw_origin_answer *answer = NULL;
  tw_origin_result result;
  tw_str germany, footnote, use, name;
  int32_t regime = TW_REGIME_US_EAR;
  tw_error error;
  germany = tw_str_of("DE");
  footnote = tw_str_of("1");
  use = tw_str_of("none");
  name = tw_str_of("Huawei Technologies Co., Ltd.");
  texts[0].what = texts[0].name = tw_str_of("parts");
  texts[0].text = tw_str_of(parts);
  texts[1].what = texts[1].name = tw_str_of("lines");
  texts[1].text = tw_str_of(lines);
  texts[2].what = texts[2].name = tw_str_of("production");
  texts[2].text = tw_str_of(production);
  CHECK(tw_bill_read_texts(&bill, NULL, texts, 3, NULL, NULL) == TW_OK);
  CHECK(tw_origin_new(&origin, bill, NULL, NULL) == TW_OK);
  options.destinations = &germany;
  options.destination_count = 1;
  options.regimes = &regime;
  options.regime_count = 1;
  options.date = 20260723;
  CHECK(tw_origin_evaluate(&answer, origin, &options, NULL) == TW_OK);
  CHECK(tw_origin_answer_result(&result, sizeof result, answer, 0) == TW_OK);
  CHECK(result.verdict == TW_VERDICT_DEPENDS); /* nobody has said who gets it */
  tw_origin_answer_free(answer);
  options.end_uses = &use;
  options.end_use_count = 1;
  options.end_user_footnotes = &footnote;
  options.end_user_footnote_count = 1;
  CHECK(tw_origin_evaluate(&answer, origin, &options, NULL) == TW_OK);
  CHECK(tw_origin_answer_result(&result, sizeof result, answer, 0) == TW_OK);
  CHECK(result.verdict == TW_VERDICT_TRIGGERS);
  tw_origin_answer_free(answer);
  options.end_user_footnotes = NULL;
  options.end_user_footnote_count = 0;
  options.end_users = &name; /* in the sample list */
  options.end_user_count = 1;
  CHECK(tw_origin_evaluate(&answer, origin, &options, NULL) == TW_OK);
  CHECK(tw_origin_answer_result(&result, sizeof result, answer, 0) == TW_OK);
  CHECK(result.verdict == TW_VERDICT_TRIGGERS);
  tw_origin_answer_free(answer);
  footnote = tw_str_of("first");
  options.end_user_footnotes = &footnote;
  options.end_user_footnote_count = 1;
  CHECK(tw_origin_evaluate(&answer, origin, &options, &error) == TW_USAGE);
  CHECK(strcmp(error.field, "end_user_footnote") == 0);
  tw_origin_free(origin);
  tw_bill_free(bill);
}
