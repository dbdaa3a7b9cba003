/* What people decide of hits, the trail that keeps answers, rescreening; links and names of hits. */
#include "contract.h"

void names_and_pairs(void) {
  static const char list[] =
      "{\"tradewarden_list\":1,\"name\":\"House list\",\"date\":\"2026-01-31\",\"entries\":1}\n"
      "{\"list\":\"X-HOUSE\",\"id\":\"1\",\"schema\":\"person\",\"names\":[\"Hamdi Zuxolba\","
      "{\"text\":\"Khamdi Zuksolba\",\"language\":\"ru\"}]}\n";
  tw_source source = TW_SOURCE_INIT;
  tw_score_rules_options pack = TW_SCORE_RULES_OPTIONS_INIT;
  tw_score_rules *rules = NULL;
  tw_pair_options options = TW_PAIR_OPTIONS_INIT;
  tw_labelled_pair pairs[2] = {TW_LABELLED_PAIR_INIT, TW_LABELLED_PAIR_INIT};
  tw_pair_evaluation *evaluation = NULL;
  tw_pair_stratum all;
  tw_text *bytes = NULL, *json = NULL;
  tw_index *index = NULL;
  tw_party *party = NULL;
  tw_party_name name;
  tw_error error;
  source.path = tw_str_of("house.jsonl");
  source.content = tw_str_of(list);
  CHECK(tw_index_build_bytes(&bytes, NULL, &source, 1, &error) == TW_OK);
  CHECK(tw_index_open_bytes(&index, tw_text_data(bytes), tw_text_size(bytes), TW_VERIFY_FULLY,
                            NULL) == TW_OK);
  tw_text_free(bytes);
  CHECK(tw_index_party(&party, index, 0, NULL) == TW_OK);
  CHECK(tw_party_name_get(&name, sizeof name, party, 0) == TW_OK && name.language.size == 0);
  CHECK(tw_party_name_get(&name, sizeof name, party, 1) == TW_OK && says(name.language, "ru"));
  tw_party_free(party);
  tw_index_free(index);
  /* Two surnames that have nothing in common but for the pack. */
  pairs[0].left = tw_str_of("Hamdi Qwertun");
  pairs[0].right = tw_str_of("Hamdi Zuxolba");
  pairs[0].match = 1;
  pairs[1].left = tw_str_of("Hamdi Qwertun");
  pairs[1].right = tw_str_of("Olga Plumbottom");
  CHECK(tw_evaluate_pairs(&evaluation, pairs, 2, &options, NULL) == TW_OK);
  CHECK(tw_pair_evaluation_get(&all, sizeof all, evaluation, 0) == TW_OK);
  CHECK(all.recall.part == 0 && all.recall.of == 1);
  tw_pair_evaluation_free(evaluation);
  pack.name_pack = tw_str_of("house.tsv");
  pack.content = tw_str_of("tradewarden-name-pack\t1\nfamily\tqwertun zuxolba\n");
  CHECK(tw_score_rules_new(&rules, &pack, NULL) == TW_OK);
  options.rules = rules;
  CHECK(tw_evaluate_pairs(&evaluation, pairs, 2, &options, NULL) == TW_OK);
  CHECK(tw_pair_evaluation_get(&all, sizeof all, evaluation, 0) == TW_OK);
  CHECK(all.recall.part == 1 && all.false_matches.part == 0);
  CHECK(tw_pair_evaluation_json(&json, evaluation, NULL) == TW_OK);
  CHECK(strstr(tw_text_data(json), "\"name_pack_sha256\":\"") != NULL);
  tw_text_free(json);
  tw_pair_evaluation_free(evaluation);
  options.scorer = TW_SCORER_OFAC_LIKE;
  CHECK(tw_evaluate_pairs(&evaluation, pairs, 2, &options, &error) == TW_USAGE);
  CHECK(strcmp(error.field, "options.rules") == 0);
  tw_score_rules_free(rules);
}

/* OFAC and others list him with the same full birth date. */
void links_between_hits(void) {
  tw_query query = asking("Vladimir Vladimirovich Putin");
  const tw_screen_options options = on(20260101);
  tw_answer *answer = NULL;
  tw_answer_info info;
  tw_answer_link link;
  tw_link_evidence why;
  tw_decision none;
  tw_hit first, second;
  query.schema = TW_SCHEMA_PERSON;
  CHECK(tw_screen(&answer, sample, &query, &options, NULL) == TW_OK);
  CHECK(tw_answer_info_get(&info, sizeof info, answer) == TW_OK);
  CHECK(info.links > 0 && info.set_aside == 0 && info.kept_as.size == 0);
  CHECK(tw_answer_link_get(&link, sizeof link, answer, 0) == TW_OK);
  CHECK(link.first < link.second && link.second < info.hits && link.evidence > 0);
  CHECK(tw_answer_hit(&first, sizeof first, answer, link.first) == TW_OK);
  CHECK(tw_answer_hit(&second, sizeof second, answer, link.second) == TW_OK);
  CHECK(first.same_party == 1 && second.same_party == 1 && second.has_decision == 0);
  CHECK(first.list.size != second.list.size ||
        memcmp(first.list.data, second.list.data, first.list.size) != 0);
  CHECK(tw_answer_link_evidence(&why, sizeof why, answer, 0, 0) == TW_OK);
  CHECK(why.kind == TW_LINK_NAME_AND_BIRTH_DATE && says(why.what, "1952-10-07"));
  CHECK(tw_answer_link_evidence(&why, sizeof why, answer, 0, link.evidence) == TW_USAGE);
  CHECK(tw_answer_link_evidence(&why, sizeof why, answer, info.links, 0) == TW_USAGE);
  CHECK(tw_answer_link_get(&link, sizeof link, answer, info.links) == TW_USAGE);
  CHECK(tw_answer_decision(&none, sizeof none, answer, 0) == TW_NOT_FOUND);
  CHECK(tw_answer_decision(&none, sizeof none, answer, info.hits) == TW_USAGE);
  tw_answer_free(answer);
  CHECK(strcmp(tw_link_kind_name(TW_LINK_NAME_AND_COUNTRY), "name_and_country") == 0);
  CHECK(strcmp(tw_link_kind_name(4), "unknown") == 0);
  CHECK(strcmp(tw_decision_state_name(TW_DECISION_ENTRY_CHANGED), "entry_changed") == 0);
  CHECK(strcmp(tw_decision_state_name(6), "unknown") == 0);
  CHECK(strcmp(tw_alert_news_name(TW_ALERT_CLOSED), "closed") == 0);
  CHECK(strcmp(tw_snapshot_state_name(TW_SNAPSHOT_QUARANTINED), "quarantined") == 0);
}

static tw_query customer(const char *id, const char *name) {
  tw_query query = asking(name);
  query.id = tw_str_of(id);
  return query;
}

static tw_answer_info screened(tw_trail *trail, const tw_query *query, tw_answer **answer) {
  const tw_screen_options options = on(20180501);
  tw_answer_info info;
  memset(&info, 0, sizeof info);
  CHECK(tw_trail_screen(answer, trail, sample, query, &options, NULL) == TW_OK);
  CHECK(tw_answer_info_get(&info, sizeof info, *answer) == TW_OK);
  return info;
}

static void broken_trail(void) {
  tw_trail *trail = NULL;
  tw_trail_check check;
  tw_error error;
  char head[72];
  memset(head, 'a', 64);
  head[64] = '\0';
  CHECK(tw_trail_open(&trail, TW_LIT("decided.trail"), TW_STORE_READ, &error) == TW_OK);
  CHECK(tw_trail_verify(&check, sizeof check, trail, NULL, 0, &error) == TW_OK);
  CHECK(check.broken == 0 && check.records >= 3 && strlen(check.head) == 64);
  CHECK(tw_trail_verify(&check, sizeof check, trail, check.head, 64, &error) == TW_OK);
  /* A digest of no record: the trail's end was cut off, for all that can be told. */
  CHECK(tw_trail_verify(&check, sizeof check, trail, head, 64, &error) == TW_CONFLICT);
  CHECK(check.broken != 0 && check.what[0] != '\0');
  CHECK(tw_trail_verify(&check, sizeof check, trail, TW_LIT("no digest"), &error) == TW_BAD_VALUE);
  CHECK(strcmp(error.field, "head") == 0);
  tw_trail_free(trail);
}

void trails(void) {
  tw_trail *trail = NULL, *other = NULL;
  const tw_query ours = customer("C-17", "ZTE Kangxun"), theirs = customer("C-18", "ZTE Kangxun"),
                 nobody = asking("ZTE Kangxun");
  tw_query both[2];
  const tw_screen_options options = on(20180501);
  tw_answer *answer = NULL;
  tw_answer_info info;
  tw_hit hit;
  tw_batch *batch = NULL;
  tw_new_decision wanted = TW_NEW_DECISION_INIT;
  tw_decisions *decisions = NULL;
  tw_decision decision;
  tw_text *json = NULL, *again = NULL, *lines = NULL;
  tw_problems *problems = NULL;
  tw_problem problem;
  tw_error error;
  uint64_t added = 7;
  char kept[65], id[17];
  remove("decided.trail");
  remove("other.trail");
  CHECK(tw_trail_open(&trail, TW_LIT("decided.trail"), TW_STORE_WRITE, &error) == TW_NOT_FOUND);
  CHECK(tw_trail_open(&trail, TW_LIT("decided.trail"), TW_STORE_CREATE, &error) == TW_OK);
  info = screened(trail, &ours, &answer);
  CHECK(info.hits == 1 && info.kept_as.size == 64);
  memcpy(kept, info.kept_as.data, 64);
  kept[64] = '\0';
  CHECK(tw_answer_json(&json, answer, NULL) == TW_OK);
  CHECK(strstr(tw_text_data(json), kept) != NULL); /* the answer says its id itself */
  tw_answer_free(answer);
  wanted.answer = tw_str_of(kept);
  wanted.hit = tw_str_of("2");
  CHECK(tw_trail_decide(&decisions, trail, &wanted, &error) == TW_NOT_FOUND && decisions == NULL);
  wanted.hit = tw_str_of("1");
  CHECK(tw_trail_decide(&decisions, trail, &wanted, &error) == TW_MISSING_FIELD);
  wanted.reason = tw_str_of("another company");
  wanted.who = tw_str_of("A. Analyst");
  wanted.approved_by = tw_str_of("a. analyst");
  CHECK(tw_trail_decide(&decisions, trail, &wanted, &error) == TW_CONFLICT); /* one person */
  wanted.approved_by = tw_str_of("");
  wanted.expires = 20990600;
  CHECK(tw_trail_decide(&decisions, trail, &wanted, &error) == TW_BAD_VALUE);
  wanted.expires = 20990601;
  CHECK(tw_trail_decide(&decisions, trail, &wanted, &error) == TW_OK);
  CHECK(tw_decisions_get(&decision, sizeof decision, decisions, 0) == TW_OK);
  CHECK(says(decision.customer, "C-17") && says(decision.list, "US-DPL") &&
        decision.expires == 20990601 && decision.state == TW_DECISION_AWAITING_APPROVAL &&
        decision.customer_digest.size == 64 && decision.id.size == 16);
  memcpy(id, decision.id.data, 16);
  id[16] = '\0';
  tw_decisions_free(decisions);
  info = screened(trail, &ours, &answer);
  CHECK(info.set_aside == 0); /* nobody has approved */
  CHECK(tw_answer_decision(&decision, sizeof decision, answer, 0) == TW_OK);
  CHECK(decision.state == TW_DECISION_AWAITING_APPROVAL);
  tw_answer_free(answer);
  CHECK(tw_trail_approve(trail, id, 16, TW_LIT("A. Analyst"), &error) == TW_CONFLICT);
  CHECK(tw_trail_approve(trail, TW_LIT("0000"), TW_LIT("B"), &error) == TW_NOT_FOUND);
  CHECK(tw_trail_approve(trail, id, 16, TW_LIT("B. Officer"), &error) == TW_OK);
  info = screened(trail, &ours, &answer);
  CHECK(info.set_aside == 1 && info.hits == 1); /* it stays in its place */
  CHECK(tw_answer_hit(&hit, sizeof hit, answer, 0) == TW_OK);
  CHECK(hit.set_aside == 1 && hit.has_decision == 1);
  CHECK(tw_answer_decision(&decision, sizeof decision, answer, 0) == TW_OK);
  CHECK(decision.state == TW_DECISION_IN_FORCE && says(decision.approved_by, "B. Officer"));
  tw_answer_free(answer);
  /* Never for a name: another customer, and no customer at all, get the hit as ever. */
  info = screened(trail, &theirs, &answer);
  CHECK(info.set_aside == 0 && info.hits == 1);
  tw_answer_free(answer);
  info = screened(trail, &nobody, &answer);
  CHECK(info.set_aside == 0 && info.hits == 1);
  tw_answer_free(answer);
  both[0] = theirs;
  both[1] = ours;
  CHECK(tw_trail_screen_batch(&batch, trail, sample, both, 2, &options, NULL, &error) == TW_OK);
  CHECK(tw_answer_info_get(&info, sizeof info, tw_batch_answer(batch, 0)) == TW_OK);
  CHECK(info.set_aside == 0 && info.kept_as.size == 64);
  CHECK(tw_answer_info_get(&info, sizeof info, tw_batch_answer(batch, 1)) == TW_OK);
  CHECK(info.set_aside == 1 && says(info.query_id, "C-17"));
  tw_batch_free(batch);
  /* The first answer as it was, before anybody decided. */
  CHECK(tw_trail_replay(&again, trail, kept, 10, NULL, &error) == TW_OK);
  CHECK(strcmp(tw_text_data(json), tw_text_data(again)) == 0);
  tw_text_free(again);
  CHECK(tw_trail_replay(&again, trail, kept, 64, sample, &error) == TW_OK);
  CHECK(strcmp(tw_text_data(json), tw_text_data(again)) == 0);
  tw_text_free(again);
  tw_text_free(json);
  CHECK(tw_trail_replay(&again, trail, TW_LIT("000000"), NULL, &error) == TW_NOT_FOUND);
  CHECK(tw_trail_answers_jsonl(&lines, trail, NULL) == TW_OK);
  CHECK(strstr(tw_text_data(lines), kept) != NULL);
  tw_text_free(lines);
  /* Carried over to another store, where one line is bad. */
  CHECK(tw_trail_decisions(&decisions, trail, NULL, 0, 20990601, NULL) == TW_OK);
  CHECK(tw_decisions_count(decisions) == 1);
  CHECK(tw_decisions_get(&decision, sizeof decision, decisions, 0) == TW_OK);
  CHECK(decision.state == TW_DECISION_EXPIRED); /* from that day on */
  CHECK(tw_decisions_jsonl(&lines, decisions, NULL) == TW_OK);
  tw_decisions_free(decisions);
  CHECK(tw_trail_open(&other, TW_LIT("other.trail"), TW_STORE_CREATE, &error) == TW_OK);
  CHECK(tw_trail_import_decisions(&added, &problems, other, tw_text_data(lines),
                                  tw_text_size(lines), &error) == TW_OK);
  CHECK(added == 1 && tw_problems_count(problems) == 0);
  tw_problems_free(problems);
  CHECK(tw_trail_import_decisions(&added, &problems, other, TW_LIT("\n{}\n"), &error) == TW_OK);
  CHECK(added == 0 && tw_problems_count(problems) == 1);
  CHECK(tw_problems_get(&problem, sizeof problem, problems, 0) == TW_OK);
  CHECK(problem.line == 2 && problem.severity == TW_SEVERITY_REJECTED);
  tw_problems_free(problems);
  tw_text_free(lines);
  info = screened(other, &ours, &answer);
  CHECK(info.set_aside == 1);
  tw_answer_free(answer);
  tw_trail_free(other);
  /* Another handle of the file withdraws it: this one learns of it when it refreshes. */
  CHECK(tw_trail_open(&other, TW_LIT("decided.trail"), TW_STORE_WRITE, &error) == TW_OK);
  CHECK(tw_trail_withdraw(other, id, 16, TW_LIT("B. Officer"), NULL, 0, &error) ==
        TW_MISSING_FIELD);
  CHECK(tw_trail_withdraw(other, id, 16, TW_LIT("B. Officer"), TW_LIT("new facts"), &error) ==
        TW_OK);
  tw_trail_free(other);
  info = screened(trail, &ours, &answer);
  CHECK(info.set_aside == 1);
  tw_answer_free(answer);
  CHECK(tw_trail_refresh(trail, &error) == TW_OK);
  info = screened(trail, &ours, &answer);
  CHECK(info.set_aside == 0);
  tw_answer_free(answer);
  CHECK(tw_trail_decisions(&decisions, trail, TW_LIT("C-18"), 0, NULL) == TW_OK);
  CHECK(tw_decisions_count(decisions) == 0);
  tw_decisions_free(decisions);
  tw_trail_free(trail);
  /* What cannot be kept is not given out. */
  CHECK(tw_trail_open(&trail, TW_LIT("decided.trail"), TW_STORE_READ, &error) == TW_OK);
  CHECK(tw_trail_screen(&answer, trail, sample, &ours, &options, &error) != TW_OK);
  CHECK(answer == NULL);
  tw_trail_free(trail);
  broken_trail();
}

struct portfolio {
  const tw_query *all;
  int count;
  int given;
  int bad_at; /* Where the callback makes a mistake; -1: nowhere. */
};

static int32_t next_customer(void *context, tw_query *query) {
  struct portfolio *p = (struct portfolio *)context;
  if (p->given == p->bad_at) return 5;
  if (p->given == p->count) return 0;
  query->id = p->all[p->given].id;
  query->name = p->all[p->given++].name;
  return 1;
}

void rescreenings(void) {
  tw_query all[3], many[20];
  char names[20][8];
  int i;
  tw_screen_options policy = on(20180501);
  tw_rescreen_options options = TW_RESCREEN_OPTIONS_INIT;
  struct portfolio some = {NULL, 2, 0, -1}, bad = {NULL, 2, 0, 1}, none = {NULL, 0, 0, -1};
  tw_alerts *alerts = NULL;
  tw_alerts_info info;
  tw_alert alert;
  tw_decision decision;
  tw_trail *trail = NULL;
  tw_answer *answer = NULL;
  tw_new_decision wanted = TW_NEW_DECISION_INIT;
  tw_decisions *decisions = NULL;
  tw_text *lines = NULL;
  tw_error error;
  char id[17];
  remove("portfolio.store");
  all[0] = customer("C-2", "ZTE Kangxun");
  all[1] = customer("C-1", "Hidden Cobra");
  all[2] = customer("C-3", "Nobody Of This Name");
  options.screening = &policy;
  options.threads = 2;
  CHECK(tw_rescreen(&alerts, TW_LIT("portfolio.store"), sample, all, 3, &options, &error) == TW_OK);
  CHECK(tw_alerts_info_get(&info, sizeof info, alerts) == TW_OK);
  CHECK(info.customers == 3 && info.customers_changed == 3 && info.full_because.size > 0);
  CHECK(info.closed == 0 && info.news == info.standing && info.open == info.standing);
  CHECK(tw_alerts_get(&alert, sizeof alert, alerts, info.standing - 1) == TW_OK);
  CHECK(says(alert.customer, "C-2") && says(alert.list, "US-DPL") && alert.score == 10000 &&
        says(alert.status, "denied") && alert.from == 20180415 && alert.until == 20180713 &&
        alert.opened == 20180501 && alert.news == TW_ALERT_OPENED && alert.has_decision == 0 &&
        alert.id.size == 16 && alert.entry_digest.size == 64);
  memcpy(id, alert.id.data, 16);
  CHECK(tw_alerts_decision(&decision, sizeof decision, alerts, 0) == TW_NOT_FOUND);
  CHECK(tw_alerts_get(&alert, sizeof alert, alerts, info.standing) == TW_USAGE);
  tw_alerts_free(alerts);
  /* Decided; the next run says so, and screens nothing anew. */
  CHECK(tw_trail_open(&trail, TW_LIT("portfolio.store"), TW_STORE_WRITE, &error) == TW_OK);
  CHECK(tw_trail_screen(&answer, trail, sample, &all[0], &policy, &error) == TW_OK);
  {
    tw_answer_info kept;
    CHECK(tw_answer_info_get(&kept, sizeof kept, answer) == TW_OK);
    wanted.answer = kept.kept_as;
    wanted.hit = tw_str_of("1");
    wanted.reason = tw_str_of("another company");
    wanted.who = tw_str_of("A");
    wanted.approved_by = tw_str_of("B");
    CHECK(tw_trail_decide(&decisions, trail, &wanted, &error) == TW_OK);
    tw_decisions_free(decisions);
  }
  tw_answer_free(answer);
  tw_trail_free(trail);
  some.all = all;
  CHECK(tw_rescreen_stream(&alerts, TW_LIT("portfolio.store"), sample, next_customer, &some,
                           &options, &error) == TW_OK);
  CHECK(tw_alerts_info_get(&info, sizeof info, alerts) == TW_OK);
  CHECK(info.customers == 2 && info.customers_gone == 1 && info.full_because.size == 0);
  CHECK(info.news == 0 && info.open + 1 == info.standing);
  CHECK(tw_alerts_get(&alert, sizeof alert, alerts, info.standing - 1) == TW_OK);
  CHECK(alert.news == TW_ALERT_UNCHANGED && alert.set_aside == 1 && memcmp(id, alert.id.data, 16) == 0);
  CHECK(tw_alerts_decision(&decision, sizeof decision, alerts, info.standing - 1) == TW_OK);
  CHECK(decision.state == TW_DECISION_IN_FORCE && says(decision.reason, "another company"));
  CHECK(tw_alerts_jsonl(&lines, alerts, 1, NULL) == TW_OK && tw_text_size(lines) == 0);
  tw_text_free(lines);
  CHECK(tw_alerts_jsonl(&lines, alerts, 0, NULL) == TW_OK);
  CHECK(strstr(tw_text_data(lines), "\"state\":\"in_force\"") != NULL);
  tw_text_free(lines);
  CHECK(tw_alerts_jsonl(&lines, alerts, 2, &error) == TW_BAD_VALUE);
  tw_alerts_free(alerts);
  /* The customer of the decision goes: its alert is closed. */
  all[0] = all[1];
  some.given = 0;
  some.count = 1;
  CHECK(tw_rescreen_stream(&alerts, TW_LIT("portfolio.store"), sample, next_customer, &some,
                           &options, &error) == TW_OK);
  CHECK(tw_alerts_info_get(&info, sizeof info, alerts) == TW_OK && info.closed == 1);
  CHECK(tw_alerts_get(&alert, sizeof alert, alerts, info.standing) == TW_OK);
  CHECK(alert.news == TW_ALERT_CLOSED && says(alert.customer, "C-2"));
  tw_alerts_free(alerts);
  /* Nothing is kept of a run that goes wrong. */
  bad.all = all;
  CHECK(tw_rescreen_stream(&alerts, TW_LIT("portfolio.store"), sample, next_customer, &bad,
                           &options, &error) == TW_USAGE);
  CHECK(strcmp(error.field, "next") == 0 && alerts == NULL);
  CHECK(tw_rescreen_stream(&alerts, TW_LIT("portfolio.store"), sample, next_customer, &none,
                           &options, &error) == TW_EMPTY_INPUT);
  CHECK(tw_rescreen(&alerts, TW_LIT("portfolio.store"), sample, all, 0, &options, &error) ==
        TW_EMPTY_INPUT);
  all[2].id = all[1].id;
  CHECK(tw_rescreen(&alerts, TW_LIT("portfolio.store"), sample, &all[1], 2, &options, &error) ==
        TW_CONFLICT);
  all[2].id = tw_str_of("");
  CHECK(tw_rescreen(&alerts, TW_LIT("portfolio.store"), sample, &all[2], 1, &options, &error) ==
        TW_MISSING_FIELD);
  CHECK(tw_rescreen(&alerts, TW_LIT("portfolio.store"), sample, &all[1], 1, &options, &error) ==
        TW_OK);
  CHECK(tw_alerts_info_get(&info, sizeof info, alerts) == TW_OK);
  CHECK(info.customers_changed == 0 && info.customers_gone == 0 && info.closed == 0);
  tw_alerts_free(alerts);
  /* Most of them are gone: a list that was cut short would close their alerts. */
  for (i = 0; i < 20; ++i) {
    snprintf(names[i], sizeof names[i], "C-%d", i);
    many[i] = customer(names[i], "Nobody Of This Name");
  }
  options.portfolio = tw_str_of("many");
  CHECK(tw_rescreen(&alerts, TW_LIT("portfolio.store"), sample, many, 20, &options, &error) == TW_OK);
  tw_alerts_free(alerts);
  CHECK(tw_rescreen(&alerts, TW_LIT("portfolio.store"), sample, many, 3, &options, &error) ==
        TW_TRUNCATED);
  options.most_shrink = 10001;
  CHECK(tw_rescreen(&alerts, TW_LIT("portfolio.store"), sample, many, 3, &options, &error) ==
        TW_BAD_VALUE);
  CHECK(strcmp(error.field, "options.most_shrink") == 0);
  options.most_shrink = 10000;
  CHECK(tw_rescreen(&alerts, TW_LIT("portfolio.store"), sample, many, 3, &options, &error) == TW_OK);
  CHECK(tw_alerts_info_get(&info, sizeof info, alerts) == TW_OK && info.customers_gone == 17);
  tw_alerts_free(alerts);
  options.portfolio = tw_str_of("");
  options.threads = 100000;
  CHECK(tw_rescreen(&alerts, TW_LIT("portfolio.store"), sample, all, 1, &options, &error) ==
        TW_BAD_VALUE);
  options.threads = 0;
  options.full = 2;
  CHECK(tw_rescreen(&alerts, TW_LIT("portfolio.store"), sample, all, 1, &options, &error) ==
        TW_BAD_VALUE);
}
