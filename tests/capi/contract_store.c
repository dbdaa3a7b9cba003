/* Stores: what is kept, what waits in quarantine, and the indexes that are made of it. */
#include "contract.h"

#define HEAD(n) "{\"tradewarden_list\":1,\"name\":\"House list\",\"entries\":" n "}\n"
#define WANDA "{\"list\":\"X-HOUSE\",\"id\":\"1\",\"names\":[\"Wanda Example Trading Ltd\"]}\n"
#define PLUM "{\"list\":\"X-HOUSE\",\"id\":\"2\",\"names\":[\"Plumbottom Freight\"]}\n"
#define VOSTOK "{\"list\":\"X-HOUSE\",\"id\":\"3\",\"names\":[\"Granulator Vostok\"]}\n"

static tw_source file_of(const char *path, const char *content, tw_day date) {
  tw_source source = TW_SOURCE_INIT;
  FILE *out = fopen(path, "wb");
  CHECK(out != NULL);
  if (out != NULL) {
    fputs(content, out);
    fclose(out);
  }
  source.path = tw_str_of(path);
  source.date = date;
  return source;
}

static tw_snapshot imported(tw_store *store, const tw_source *source,
                            const tw_import_options *options) {
  tw_snapshots *one = NULL;
  tw_problems *problems = NULL;
  tw_snapshot out;
  tw_error error;
  memset(&out, 0, sizeof out);
  if (tw_store_import(&one, &problems, store, source, options, &error) != TW_OK) {
    printf("import: %s\n", error.message);
    ++failures;
    return out;
  }
  CHECK(tw_snapshots_count(one) == 1);
  CHECK(tw_snapshots_get(&out, sizeof out, one, 0) == TW_OK);
  tw_problems_free(problems);
  tw_snapshots_free(one);
  /* Its texts went with the handle. */
  memset(&out.sha256, 0, sizeof out.sha256);
  return out;
}

static int names_found(const tw_index *index, const char *name, tw_day day) {
  const tw_query query = asking(name);
  const tw_screen_options options = on(day);
  tw_answer *answer = NULL;
  int found;
  CHECK(tw_screen(&answer, index, &query, &options, NULL) == TW_OK);
  found = (int)tw_answer_hit_count(answer);
  tw_answer_free(answer);
  return found;
}

static void quarantine(tw_store *store, const tw_source *third) {
  tw_import_options lenient = TW_IMPORT_OPTIONS_INIT;
  tw_snapshots *found = NULL;
  tw_snapshot snapshot;
  tw_error error;
  /* Two parties fewer of three: not believed, unless that is allowed. */
  snapshot = imported(store, third, NULL);
  CHECK(snapshot.id == 3 && snapshot.state == TW_SNAPSHOT_QUARANTINED && snapshot.parties == 1);
  CHECK(tw_store_find(&found, store, TW_LIT("3"), NULL) == TW_OK);
  CHECK(tw_snapshots_get(&snapshot, sizeof snapshot, found, 0) == TW_OK);
  CHECK(snapshot.reason.size > 0);
  tw_snapshots_free(found);
  CHECK(tw_store_newest(&found, store, 0, NULL) == TW_OK && tw_snapshots_count(found) == 1);
  CHECK(tw_snapshots_get(&snapshot, sizeof snapshot, found, 0) == TW_OK && snapshot.id == 2);
  tw_snapshots_free(found);
  CHECK(tw_store_release(store, TW_LIT("3"), NULL, 0, TW_LIT("W. E."), &error) == TW_USAGE);
  CHECK(tw_store_release(store, TW_LIT("3"), TW_LIT("that is all there is"), TW_LIT("W. E."),
                         &error) == TW_OK);
  CHECK(tw_store_release(store, TW_LIT("3"), TW_LIT("again"), TW_LIT("W. E."), &error) ==
        TW_CONFLICT);
  CHECK(tw_store_newest(&found, store, 0, NULL) == TW_OK);
  CHECK(tw_snapshots_get(&snapshot, sizeof snapshot, found, 0) == TW_OK && snapshot.id == 3);
  CHECK(says(snapshot.reason, "that is all there is"));
  tw_snapshots_free(found);
  CHECK(tw_store_quarantine(store, TW_LIT("3"), TW_LIT("a mistake"), TW_LIT("W. E."), &error) ==
        TW_OK);
  lenient.most_shrink = 10001;
  CHECK(tw_store_import(&found, NULL, store, third, &lenient, &error) == TW_BAD_VALUE);
  CHECK(strcmp(error.field, "options.most_shrink") == 0);
}

static void indexes_of(tw_store *store) {
  tw_stored_options options = TW_STORED_OPTIONS_INIT;
  tw_index *index = NULL;
  tw_text *bytes = NULL;
  tw_problems *problems = NULL;
  uint64_t first[1] = {1};
  tw_error error;
  CHECK(tw_store_build_index(&problems, store, TW_LIT("stored.twi"), NULL, &error) == TW_OK);
  CHECK(tw_problems_count(problems) == 0);
  tw_problems_free(problems);
  CHECK(tw_index_open(&index, TW_LIT("stored.twi"), TW_VERIFY_FULLY, NULL) == TW_OK);
  CHECK(names_found(index, "Granulator Vostok", 20260301) == 1); /* came with the second */
  tw_index_free(index);
  options.as_of = 20260115;
  CHECK(tw_store_build_index_bytes(&bytes, NULL, store, &options, &error) == TW_OK);
  CHECK(tw_index_open_bytes(&index, tw_text_data(bytes), tw_text_size(bytes), TW_VERIFY_FULLY,
                            NULL) == TW_OK);
  CHECK(names_found(index, "Granulator Vostok", 20260115) == 0);
  tw_index_free(index);
  tw_text_free(bytes);
  options.snapshots = first;
  options.snapshot_count = 1;
  CHECK(tw_store_build_index_bytes(&bytes, NULL, store, &options, &error) == TW_USAGE);
  CHECK(strcmp(error.field, "options.as_of") == 0 && bytes == NULL);
  options.as_of = 0;
  CHECK(tw_store_build_index_bytes(&bytes, NULL, store, &options, &error) == TW_OK);
  CHECK(tw_index_open_bytes(&index, tw_text_data(bytes), tw_text_size(bytes), TW_VERIFY_FULLY,
                            NULL) == TW_OK);
  CHECK(names_found(index, "Wanda Example Trading", 20260301) == 1);
  CHECK(names_found(index, "Granulator Vostok", 20260301) == 0);
  tw_index_free(index);
  tw_text_free(bytes);
  options.snapshots = NULL;
  options.snapshot_count = 0;
  options.history = 1;
  CHECK(tw_store_build_index_bytes(&bytes, NULL, store, &options, &error) == TW_OK);
  CHECK(tw_index_open_bytes(&index, tw_text_data(bytes), tw_text_size(bytes), TW_VERIFY_FULLY,
                            NULL) == TW_OK);
  /* On a day before any snapshot, and on one of the second. */
  CHECK(names_found(index, "Wanda Example Trading", 20260101) == 1);
  CHECK(names_found(index, "Granulator Vostok", 20260101) == 0);
  CHECK(names_found(index, "Granulator Vostok", 20260201) == 1);
  tw_index_free(index);
  tw_text_free(bytes);
  options.history = 7;
  CHECK(tw_store_build_index_bytes(&bytes, NULL, store, &options, &error) == TW_BAD_VALUE);
  CHECK(tw_store_build_index(NULL, store, TW_LIT("contract.store"), NULL, &error) == TW_USAGE);
}

void stores(void) {
  tw_store *store = NULL, *reader = NULL;
  tw_source first = file_of("first.jsonl", HEAD("2") WANDA PLUM, 20260101);
  tw_source second = file_of("second.jsonl", HEAD("3") WANDA PLUM VOSTOK, 20260201);
  tw_source third = file_of("third.jsonl", HEAD("1") WANDA, 20260301);
  tw_import_options options = TW_IMPORT_OPTIONS_INIT;
  tw_snapshots *found = NULL;
  tw_snapshot snapshot;
  tw_snapshot_list list;
  tw_publication_file file;
  tw_problems *problems = NULL;
  tw_text *json = NULL;
  tw_error error;
  FILE *back;
  char text[256];
  remove("contract.store");
  CHECK(tw_store_open(&store, TW_LIT("contract.store"), TW_STORE_WRITE, &error) == TW_NOT_FOUND);
  CHECK(strstr(error.file, "contract.store") != NULL);
  CHECK(tw_store_open(&store, TW_LIT("contract.store"), 3, &error) == TW_BAD_VALUE);
  CHECK(tw_store_open(&store, TW_LIT("first.jsonl"), TW_STORE_READ, &error) == TW_UNKNOWN_FORMAT);
  CHECK(tw_store_open(&store, TW_LIT("contract.store"), TW_STORE_CREATE, &error) == TW_OK);
  CHECK(tw_store_build_index(NULL, store, TW_LIT("none.twi"), NULL, &error) == TW_EMPTY_INPUT);
  snapshot = imported(store, &first, NULL);
  CHECK(snapshot.id == 1 && snapshot.parties == 2 && snapshot.published == 20260101 &&
        snapshot.already_there == 0 && snapshot.state == TW_SNAPSHOT_GOOD);
  snapshot = imported(store, &first, NULL);
  CHECK(snapshot.id == 1 && snapshot.already_there == 1);
  options.source = tw_str_of("compliance desk");
  snapshot = imported(store, &second, &options);
  CHECK(snapshot.id == 2 && snapshot.rows == 3 && snapshot.files == 1 && snapshot.lists == 1);
  quarantine(store, &third);
  CHECK(tw_store_snapshots(&found, store, NULL) == TW_OK && tw_snapshots_count(found) == 3);
  CHECK(tw_snapshots_get(&snapshot, sizeof snapshot, found, 1) == TW_OK);
  CHECK(says(snapshot.source, "compliance desk") && says(snapshot.publication, "House list"));
  CHECK(tw_snapshots_list(&list, sizeof list, found, 1, 0) == TW_OK);
  CHECK(says(list.list, "X-HOUSE") && list.parties == 3);
  CHECK(tw_snapshots_list(&list, sizeof list, found, 1, 1) == TW_USAGE);
  CHECK(tw_snapshots_file(&file, sizeof file, found, 1, 0) == TW_OK);
  CHECK(says(file.name, "second.jsonl") && file.bytes == strlen(HEAD("3") WANDA PLUM VOSTOK));
  CHECK(tw_snapshots_file(&file, sizeof file, found, 3, 0) == TW_USAGE);
  CHECK(tw_snapshots_json(&json, found, NULL) == TW_OK);
  CHECK(strstr(tw_text_data(json), "\"kind\": \"snapshots\"") != NULL);
  tw_text_free(json);
  tw_snapshots_free(found);
  CHECK(tw_store_newest(&found, store, 20251231, NULL) == TW_OK && tw_snapshots_count(found) == 0);
  tw_snapshots_free(found);
  CHECK(tw_store_find(&found, store, TW_LIT("tradewarden@2026-02-01"), &error) == TW_OK);
  CHECK(tw_snapshots_get(&snapshot, sizeof snapshot, found, 0) == TW_OK && snapshot.id == 2);
  tw_snapshots_free(found);
  CHECK(tw_store_find(&found, store, TW_LIT("9"), &error) == TW_NOT_FOUND && found == NULL);
  CHECK(tw_store_diff_json(&json, store, TW_LIT("1"), TW_LIT("2"), &error) == TW_OK);
  CHECK(strstr(tw_text_data(json), "\"added\": 1") != NULL);
  CHECK(strstr(tw_text_data(json), "Granulator Vostok") != NULL);
  CHECK(strstr(tw_text_data(json), "Plumbottom") == NULL); /* is in both */
  tw_text_free(json);
  CHECK(tw_store_diff_json(&json, store, TW_LIT("1"), TW_LIT("9"), &error) == TW_NOT_FOUND);
  CHECK(tw_store_status_json(&json, store, 20260211, 5, NULL) == TW_OK);
  CHECK(strstr(tw_text_data(json), "\"age_days\": 10") != NULL);
  CHECK(strstr(tw_text_data(json), "quarantined") != NULL);
  tw_text_free(json);
  indexes_of(store);
  CHECK(tw_store_extract(store, TW_LIT("1"), TW_LIT("extracted"), &error) == TW_OK);
  back = fopen("extracted/first.jsonl", "rb");
  CHECK(back != NULL);
  if (back != NULL) {
    const size_t n = fread(text, 1, sizeof text - 1, back);
    text[n] = '\0';
    fclose(back);
    CHECK(strcmp(text, HEAD("2") WANDA PLUM) == 0);
    remove("extracted/first.jsonl");
  }
  CHECK(tw_store_verify(&problems, store, &error) == TW_OK && tw_problems_count(problems) == 0);
  tw_problems_free(problems);
  remove("contract-copy.store");
  CHECK(tw_store_backup(store, TW_LIT("contract-copy.store"), &error) == TW_OK);
  CHECK(tw_store_backup(store, TW_LIT("contract-copy.store"), &error) == TW_USAGE); /* it is there */
  CHECK(tw_store_open(&reader, TW_LIT("contract-copy.store"), TW_STORE_READ, &error) == TW_OK);
  CHECK(tw_store_snapshots(&found, reader, NULL) == TW_OK && tw_snapshots_count(found) == 3);
  tw_snapshots_free(found);
  CHECK(tw_store_quarantine(reader, TW_LIT("1"), TW_LIT("no"), TW_LIT("W. E."), &error) != TW_OK);
  tw_store_free(reader);
  /* What cannot be had. */
  first.content = tw_str_of(HEAD("1") WANDA);
  CHECK(tw_store_import(&found, NULL, store, &first, NULL, &error) == TW_USAGE);
  first.content = tw_str_of("");
  options.require_digest = tw_str_of("no digest");
  CHECK(tw_store_import(&found, NULL, store, &first, &options, &error) == TW_BAD_VALUE);
  options.require_digest =
      tw_str_of("0000000000000000000000000000000000000000000000000000000000000000");
  CHECK(tw_store_import(&found, NULL, store, &first, &options, &error) == TW_CONFLICT);
  first.path = tw_str_of("no-such-list.jsonl");
  CHECK(tw_store_import(&found, NULL, store, &first, NULL, &error) == TW_NOT_FOUND);
  tw_store_free(store);
}
