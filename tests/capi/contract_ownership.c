/* Who is restricted through owners: what is read, asked, changed, and refused. */
#include "contract.h"

void ownership(void) {
  tw_ownership_sources files = TW_OWNERSHIP_SOURCES_INIT;
  tw_ownership_options options = TW_OWNERSHIP_OPTIONS_INIT;
  tw_ownership *owners = NULL;
  tw_ownership_info size;
  tw_ownership_answer *answer = NULL;
  tw_ownership_answer_info info;
  tw_ownership_result party;
  tw_problems *problems = NULL;
  tw_problem problem;
  tw_error error;
  tw_text *json = NULL;
  tw_str regimes[2], entity[1], change[1];
  files.in_memory = 1;
  files.edges = tw_str_of("owner_id,owned_id,share\nH,TRADE,half\n");
  files.seeds = tw_str_of("party_id,list\nH,SDN\n");
  CHECK(tw_ownership_read(&owners, &problems, &files, &error) == TW_BAD_VALUE);
  CHECK(owners == NULL && tw_problems_count(problems) == 2); /* and a note: H is in no edge */
  CHECK(tw_problems_get(&problem, sizeof problem, problems, 0) == TW_OK);
  CHECK(problem.line == 2 && says(problem.field, "share") && says(problem.file, "edges"));
  tw_problems_free(problems);

  files.edges = tw_str_of("owner_id,owned_id,share\nH,TRADE,50\nTRADE,PORT,40..60\nH,BANK,20\n");
  CHECK(tw_ownership_read(&owners, NULL, &files, NULL) == TW_OK);
  CHECK(tw_ownership_info_get(&size, sizeof size, owners) == TW_OK);
  CHECK(size.entities == 4 && size.edges == 3 && size.seeds == 1);
  CHECK(tw_ownership_assess(&answer, owners, &options, &error) == TW_USAGE);
  CHECK(strcmp(error.field, "options.regimes") == 0);
  regimes[0] = tw_str_of("us-ofac");
  regimes[1] = tw_str_of("uk");
  options.regimes = regimes;
  options.regime_count = 2;
  options.date = 20260115;
  CHECK(tw_ownership_assess(&answer, owners, &options, NULL) == TW_OK);
  CHECK(tw_ownership_answer_info_get(&info, sizeof info, answer) == TW_OK);
  CHECK(info.results == 2 && info.moved == 0); /* 50 % is not more than 50 %: nobody in the UK */
  CHECK(tw_ownership_result_get(&party, sizeof party, answer, 0) == TW_OK);
  CHECK(says(party.entity, "TRADE") && says(party.regime, "us-ofac"));
  CHECK(party.verdict == TW_OWNERSHIP_RESTRICTED && party.because == 1 && party.labels == 1);
  CHECK(says(party.share.low_num, "1") && says(party.share.low_den, "2"));
  CHECK(tw_ownership_result_get(&party, sizeof party, answer, 1) == TW_OK);
  CHECK(says(party.entity, "PORT") && party.verdict == TW_OWNERSHIP_DEPENDS);
  CHECK(tw_ownership_result_get(&party, sizeof party, answer, 2) == TW_USAGE);
  tw_ownership_answer_free(answer);

  /* A change; one party. */
  change[0] = tw_str_of("H,TRADE,50.1");
  entity[0] = tw_str_of("PORT");
  options.changes = change;
  options.change_count = 1;
  options.entities = entity;
  options.entity_count = 1;
  CHECK(tw_ownership_assess(&answer, owners, &options, NULL) == TW_OK);
  CHECK(tw_ownership_answer_info_get(&info, sizeof info, answer) == TW_OK);
  CHECK(info.results == 2 && info.moved == 2); /* in the UK TRADE is, and PORT may be */
  tw_ownership_free(owners); /* the answer holds on to what it shows */
  CHECK(tw_ownership_json(&json, answer, NULL) == TW_OK);
  tw_text_free(json);
  tw_ownership_answer_free(answer);
  CHECK(tw_ownership_read(&owners, NULL, NULL, &error) == TW_USAGE);
  CHECK(strcmp(tw_ownership_verdict_name(TW_OWNERSHIP_DEPENDS), "depends") == 0);
  CHECK(strcmp(tw_ownership_verdict_name(7), "unknown") == 0);

  files.in_memory = 0;
  files.edges = tw_str_of("no-such-file.csv");
  CHECK(tw_ownership_read(&owners, NULL, &files, NULL) == TW_NOT_FOUND);
}
