/*
 * tradewarden from C, and from every language that can call C.
 *
 * Two questions: may this go to them (a name against sanctions and export-control lists, as they
 * stood on any day), and what is in this product (controlled content of a bill of materials, by
 * destination). This header is the manual; read it from top to bottom. docs/c-api.md says how to
 * link from C, C++, Go, Rust, Java and Node.
 *
 *     tw_index *index = NULL;
 *     tw_answer *answer = NULL;
 *     tw_query query = TW_QUERY_INIT;
 *     tw_screen_options options = TW_SCREEN_OPTIONS_INIT;
 *     query.name = tw_str_of("ZTE Kangxun");
 *     options.as_of = 20180501;
 *     if (tw_index_sample(&index, NULL) == TW_OK &&
 *         tw_screen(&answer, index, &query, &options, NULL) == TW_OK)
 *       printf("%d possible matches\n", (int)tw_answer_hit_count(answer));
 *     tw_answer_free(answer);
 *     tw_index_free(index);
 *
 * Threads
 *   Every handle but tw_live, tw_bill_builder, tw_store and tw_trail is immutable once a call has
 *   returned it: any number of threads may read one at the same time. Free it when no thread reads
 *   it any more. tw_live takes any call from any thread. A tw_bill_builder, tw_store or tw_trail
 *   belongs to one thread at a time; several stores and trails of one file may be open at once, in
 *   any threads and processes.
 *   Nothing is kept per thread: an error goes into the caller's own struct.
 *
 * Ownership
 *   A call that makes something writes it to its first parameter, a pointer to a handle, which is
 *   NULL after an error; free each with the function of its name (NULL does nothing). A handle
 *   holds on to all it needs: an index may be freed before the answers that it gave. A `const`
 *   handle that a call returns belongs to the handle that it was asked of, and is not freed.
 *
 * Texts
 *   UTF-8, as pointer and length; no zero ends them. What you hand in is read during the call only.
 *   What you get is borrowed: it lives as long as the handle that it was asked of. Constants of the
 *   library (`const char *`) end with a zero and live for ever.
 *
 * Structs
 *   One that you fill in begins with struct_size: start from its _INIT macro or, in another
 *   language, from zeros with struct_size set to the size that you know. Zero, or an empty text, in
 *   any field means its default. Structs only ever grow at the end: an older program keeps its
 *   meaning with a newer library; an older library refuses (TW_USAGE) a field that it does not know
 *   and that is not zero.
 *   One that the library fills in is followed by its size in the call: `sizeof` is all that it
 *   needs. The structs of which it is said that they never grow are neither.
 *
 * Numbers
 *   A score and a similarity are in 1/10,000: 8000 is 0.8000. A day is the number YYYYMMDD,
 *   20180501; 0 is no day, or one that is not known. Shares and amounts of money are exact, as
 *   decimal digits of numerator and denominator. A flag is 0 or 1. An enumeration is an int32_t: a
 *   later library may give values that this header does not list.
 *
 * Errors
 *   A call that can fail returns a tw_status. NULL, a position out of range, a handle of another
 *   kind or an impossible value is TW_USAGE or TW_BAD_VALUE, never a crash; only a pointer to
 *   memory that is not yours or is freed cannot be told. Calls that return a count give 0 for NULL.
 *
 * In the examples below ok(call) stands for your own check that a call returned TW_OK; index is the
 * sample list, bill and origin are made as in the section on bills. They are run as tests.
 */
#ifndef TRADEWARDEN_H
#define TRADEWARDEN_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#if defined(__GNUC__)
#define TW_API __attribute__((visibility("default")))
#else
#define TW_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* A day: YYYYMMDD, 0 if there is none. */
typedef int32_t tw_day;

/* ---- Version ------------------------------------------------------------------------------------
 * Example:
 *   if (tw_version_number() < TW_VERSION_NUMBER) return 1;   // compiled for a newer library
 *   printf("%s, score version %d\n", tw_version(), (int)tw_score_version());
 */

/* Of this header: major * 10000 + minor * 100 + patch. */
#define TW_VERSION_NUMBER 100

/* Of the library that runs, counted in the same way. */
TW_API int32_t tw_version_number(void);
/* The same as text: "0.1.0". It enters every answer. */
TW_API const char *tw_version(void);
/* Of the score: the same score version gives the same score for two names, always. */
TW_API int32_t tw_score_version(void);

/* ---- Status and errors --------------------------------------------------------------------------
 * Example:
 *   tw_error error;
 *   tw_index *none = NULL;
 *   if (tw_index_open(&none, TW_LIT("no-such-file.twi"), TW_VERIFY_FULLY, &error) != TW_NOT_FOUND)
 *     return 1;
 *   printf("%s: %s: %s\n", error.file, tw_status_name(error.status), error.message);
 *   printf("%s\n", tw_status_text(error.status));
 */

typedef int32_t tw_status;
/* The numbers are pinned: they never change their meaning, and are never given again. */
enum {
  TW_OK = 0,              /* Done. */
  TW_USAGE = 1,           /* The call's own arguments contradict each other or are missing. */
  TW_NOT_FOUND = 2,       /* A file or folder does not exist or cannot be opened. */
  TW_IO = 3,              /* Reading or writing failed half way. */
  TW_EMPTY_INPUT = 4,     /* A list without entries: refused, never "nobody is denied". */
  TW_TRUNCATED = 5,       /* The input ends in the middle of a record, or lacks its closing. */
  TW_NOT_TEXT = 6,        /* Binary data where text belongs. */
  TW_UNKNOWN_FORMAT = 7,  /* No reader recognises the input. */
  TW_BAD_SYNTAX = 8,      /* The input breaks the grammar of its format. */
  TW_BAD_VALUE = 9,       /* A field holds a value outside its domain. */
  TW_MISSING_FIELD = 10,  /* A required column or key is absent. */
  TW_CONFLICT = 11,       /* Two inputs contradict each other. */
  TW_LIMIT_EXCEEDED = 12, /* A documented limit on size, depth or count was passed. */
  TW_BAD_INDEX = 13,      /* An index file is damaged: a checksum or an offset is wrong. */
  TW_OLD_VERSION = 14,    /* An index file of a version that this engine does not read. */
  TW_OUT_OF_MEMORY = 98,  /* The machine has no more memory; handles made before are sound. */
  TW_INTERNAL = 99        /* A defect of the library; please report it. */
};

/* What went wrong, by value. All its texts end with a zero. It needs no preparation, may be NULL in
 * every call, is filled in by a call that fails and left alone by one that does not. Never
 * grows. */
typedef struct tw_error {
  tw_status status;
  int32_t cut;        /* 1: a text below did not fit and was cut. */
  uint64_t line;      /* Of the file, from 1; 0 if there is none. */
  char message[512];  /* One sentence: what is wrong and what to do next. */
  char file[392];     /* Or "". */
  char field[96];     /* Column, key or parameter, or "". */
  uint64_t reserved;  /* 0 */
} tw_error;

/* "bad_value"; "unknown" for a number that is no status. */
TW_API const char *tw_status_name(tw_status status);
/* One sentence. */
TW_API const char *tw_status_text(tw_status status);

/* ---- Texts --------------------------------------------------------------------------------------
 * Example:
 *   tw_text *json = NULL;
 *   tw_str some;
 *   ok(tw_index_info_json(&json, index, NULL));
 *   some.data = tw_text_data(json);
 *   some.size = tw_text_size(json);
 *   printf("%.*s\n", some.size > 60 ? 60 : (int)some.size, some.data);
 *   tw_text_free(json);
 */

/* A borrowed text. Never grows. */
typedef struct tw_str {
  const char *data;
  size_t size;
} tw_str;

/* The two arguments that a literal stands for: tw_index_open(&index, TW_LIT("a"), ...) */
#define TW_LIT(literal) (literal), (sizeof(literal) - 1)
/* An empty text, as initialiser. */
#define TW_STR_INIT {NULL, 0}

/* Of a text that ends with a zero; NULL is empty. */
static inline tw_str tw_str_of(const char *zero_ended) {
  tw_str s;
  s.data = zero_ended;
  s.size = zero_ended == NULL ? 0 : strlen(zero_ended);
  return s;
}

/* A text, or bytes, that a call made. */
typedef struct tw_text tw_text;
/* A zero stands behind the last byte. NULL for NULL. */
TW_API const char *tw_text_data(const tw_text *text);
TW_API size_t tw_text_size(const tw_text *text);
TW_API void tw_text_free(tw_text *text);

/* ---- Problems -----------------------------------------------------------------------------------
 * All that is wrong with an input at once, and what was assumed of it. Reading lists, bills and
 * rules gives this beside the status, also where it succeeds: a list with one bad row is read
 * without it.
 *
 * Example:
 *   tw_problems *problems = NULL;
 *   tw_problem one;
 *   size_t i;
 *   if (tw_rules_check(&problems, TW_LIT("no-such-folder"), NULL) == TW_OK) return 1;
 *   for (i = 0; i < tw_problems_count(problems); ++i) {
 *     ok(tw_problems_get(&one, sizeof one, problems, i));
 *     printf("%s: %.*s\n", tw_severity_name(one.severity), (int)one.message.size,
 *            one.message.data);
 *   }
 *   printf("and %d more\n", (int)tw_problems_more(problems));
 *   tw_problems_free(problems);
 */

typedef struct tw_problems tw_problems;

enum {
  TW_SEVERITY_NOTE = 0,     /* Assumed, or set aside. */
  TW_SEVERITY_WARNING = 1,  /* Used, but something about it is wrong. */
  TW_SEVERITY_REJECTED = 2, /* This record was left out. */
  TW_SEVERITY_REFUSED = 3   /* The whole was refused for it. */
};

typedef struct tw_problem {
  int32_t severity;
  tw_status status; /* TW_OK for a note or a warning. */
  uint64_t line;    /* From 1; 0 if there is none. */
  tw_str file;
  tw_str field;
  tw_str message;
} tw_problem;

TW_API size_t tw_problems_count(const tw_problems *problems);
/* Problems that were counted and not kept. */
TW_API uint64_t tw_problems_more(const tw_problems *problems);
TW_API tw_status tw_problems_get(tw_problem *out, size_t out_size, const tw_problems *problems,
                                 size_t i);
TW_API void tw_problems_free(tw_problems *problems);
TW_API const char *tw_severity_name(int32_t severity);

/* ---- Words --------------------------------------------------------------------------------------
 * The values of enumerations, and their names as JSON has them. A number that is no value has the
 * name "unknown".
 *
 * Example:
 *   int32_t schema = TW_SCHEMA_UNKNOWN, type = TW_ID_ANY;
 *   const char *code = NULL;
 *   tw_list list;
 *   ok(tw_schema_parse(&schema, TW_LIT("individual"), NULL));
 *   printf("%s %s %s\n", tw_schema_name(schema), tw_party_status_name(TW_STATUS_DENIED),
 *          tw_name_kind_name(TW_NAME_AKA));
 *   printf("%s %s %s\n", tw_name_strength_name(TW_NAME_WEAK), tw_script_name(TW_SCRIPT_HAN),
 *          tw_measure_kind_name(TW_MEASURE_DENIAL));
 *   printf("%s %s %s\n", tw_match_reason_name(TW_MATCH_FAMILY), tw_token_role_name(TW_ROLE_PLACE),
 *          tw_evidence_state_name(TW_EVIDENCE_CONFIRMS));
 *   printf("%s %s\n", tw_query_problem_name(TW_QUERY_EMPTY), tw_weak_policy_name(TW_WEAK_FULL));
 *   printf("%s %s\n", tw_contradiction_name(TW_CONTRADICTION_DROP),
 *          tw_found_by_name(TW_FOUND_BY_IDENTIFIER));
 *   printf("%s %s\n", tw_link_kind_name(TW_LINK_REFERENCE),
 *          tw_decision_state_name(TW_DECISION_AWAITING_APPROVAL));
 *   printf("%s %s\n", tw_alert_news_name(TW_ALERT_OPENED),
 *          tw_snapshot_state_name(TW_SNAPSHOT_QUARANTINED));
 *   ok(tw_identifier_type_parse(&type, TW_LIT("passport"), NULL));
 *   printf("%s\n", tw_identifier_type_name(type));
 *   printf("%s %s %s\n", tw_truth_name(TW_UNKNOWN), tw_verdict_name(TW_VERDICT_DEPENDS),
 *          tw_regime_name(TW_REGIME_US_OFAC));
 *   code = tw_country_code(TW_LIT("Russian Federation"));
 *   printf("%s %s\n", code, tw_country_name(code, strlen(code)));
 *   ok(tw_list_get(&list, sizeof list, tw_list_count() - 1));
 *   ok(tw_list_find(&list, sizeof list, TW_LIT("US-DPL")));
 *   printf("%.*s\n", (int)list.name.size, list.name.data);
 */

enum {
  TW_SCHEMA_UNKNOWN = 0, /* Not said. */
  TW_SCHEMA_PERSON = 1,
  TW_SCHEMA_ENTITY = 2, /* Company or organisation; not said which. */
  TW_SCHEMA_COMPANY = 3,
  TW_SCHEMA_ORGANIZATION = 4,
  TW_SCHEMA_VESSEL = 5,
  TW_SCHEMA_AIRCRAFT = 6
};
/* What a list says of a party on a day. */
enum {
  TW_STATUS_LISTED = 0,
  TW_STATUS_DENIED = 1,
  TW_STATUS_SUSPENDED_ORDER = 2, /* A denial order that is suspended: not a denial. */
  TW_STATUS_LIFTED = 3,
  TW_STATUS_EXPIRED = 4,
  TW_STATUS_UNKNOWN_ON_DATE = 5, /* No date of listing, and a day before the publication's. */
  TW_STATUS_NOT_YET = 6
};
enum { TW_NAME_PRIMARY = 0, TW_NAME_AKA = 1, TW_NAME_FKA = 2, TW_NAME_NKA = 3 };
enum { TW_NAME_STRONG = 0, TW_NAME_WEAK = 1 };
enum {
  TW_SCRIPT_UNKNOWN = 0,
  TW_SCRIPT_LATIN = 1,
  TW_SCRIPT_CYRILLIC = 2,
  TW_SCRIPT_GREEK = 3,
  TW_SCRIPT_ARMENIAN = 4,
  TW_SCRIPT_GEORGIAN = 5,
  TW_SCRIPT_ARABIC = 6,
  TW_SCRIPT_HEBREW = 7,
  TW_SCRIPT_HAN = 8,
  TW_SCRIPT_HANGUL = 9,
  TW_SCRIPT_KANA = 10,
  TW_SCRIPT_DEVANAGARI = 11,
  TW_SCRIPT_THAI = 12,
  TW_SCRIPT_OTHER = 13
};
enum { TW_MEASURE_LISTING = 0, TW_MEASURE_DENIAL = 1, TW_MEASURE_SUSPENDED_ORDER = 2 };
/* How a measure that is over came to its end: not known, by an act, on its own date. */
enum { TW_END_NONE = 0, TW_END_LIFTED = 1, TW_END_EXPIRED = 2 };
/* Why two words count as alike. */
enum {
  TW_MATCH_EQUAL = 0,
  TW_MATCH_EDIT = 1,
  TW_MATCH_FAMILY = 2,
  TW_MATCH_KEY = 3,
  TW_MATCH_INITIAL = 4,
  TW_MATCH_JOINED = 5,
  TW_MATCH_TRUNCATED = 6 /* One is cut off: the first letters of the other. */
};
/* What a word is in its name. */
enum {
  TW_ROLE_NAME = 0,
  TW_ROLE_COMMON = 1,
  TW_ROLE_LEGAL_FORM = 2,
  TW_ROLE_PARTICLE = 3,
  TW_ROLE_HONORIFIC = 4,
  TW_ROLE_INITIAL = 5,
  TW_ROLE_NUMBER = 6,
  TW_ROLE_PLACE = 7
};
enum {
  TW_EVIDENCE_ABSENT = 0,
  TW_EVIDENCE_CONFIRMS = 1,
  TW_EVIDENCE_CONTRADICTS = 2,
  TW_EVIDENCE_PARTIAL = 3 /* Agrees in part: `how` says in what. */
};
/* Kinds of facts, as the set tw_screen_options.contradiction_by: added together. */
enum {
  TW_BY_BIRTH_DATE = 1,
  TW_BY_COUNTRY = 2,
  TW_BY_NATIONALITY = 4,
  TW_BY_GENDER = 8,
  TW_BY_SCHEMA = 16,
  TW_BY_IDENTIFIER = 32,
  TW_BY_IMO = 64
};
/* What becomes of a hit that a fact contradicts. The score of its name never changes. */
enum {
  TW_CONTRADICTION_KEEP = 0,  /* Nothing: it is shown beside the hit. */
  TW_CONTRADICTION_LOWER = 1, /* It ranks lower: tw_hit.rank_score. */
  TW_CONTRADICTION_DROP = 2   /* It is left out, and counted: tw_answer_info.dropped. */
};
/* By what two entries are known to be one party: docs/same-party.md. */
enum {
  TW_LINK_IDENTIFIER = 0, /* One number of one kind. */
  TW_LINK_REFERENCE = 1,  /* One list names the entry of the other, or both one of a third. */
  TW_LINK_NAME_AND_BIRTH_DATE = 2,
  TW_LINK_NAME_AND_COUNTRY = 3
};
/* Whether a decision sets a hit aside, or why it does not: docs/decisions.md. */
enum {
  TW_DECISION_IN_FORCE = 0,
  TW_DECISION_AWAITING_APPROVAL = 1,
  TW_DECISION_WITHDRAWN = 2,
  TW_DECISION_EXPIRED = 3,
  TW_DECISION_CUSTOMER_CHANGED = 4,
  TW_DECISION_ENTRY_CHANGED = 5
};
/* What an alert is beside the run before: docs/alerts.md. */
enum {
  TW_ALERT_UNCHANGED = 0,
  TW_ALERT_OPENED = 1,
  TW_ALERT_CHANGED = 2, /* The customer or the entry has. */
  TW_ALERT_CLOSED = 3   /* One of them is gone, or they are no longer alike. */
};
enum {
  TW_SNAPSHOT_GOOD = 0,
  TW_SNAPSHOT_QUARANTINED = 1 /* Kept, and used for nothing until it is released. */
};
/* What brought a party up. */
enum {
  TW_FOUND_BY_NAME = 0,
  TW_FOUND_BY_IDENTIFIER = 1, /* It bears the number; its names do not reach the threshold. */
  TW_FOUND_BY_BOTH = 2
};
/* What kind of number an identifier is. */
enum {
  TW_ID_ANY = 0, /* Not said. */
  TW_ID_PASSPORT = 1,
  TW_ID_NATIONAL_ID = 2,
  TW_ID_TAX = 3,
  TW_ID_REGISTRATION = 4,
  TW_ID_IMO = 5,
  TW_ID_MMSI = 6,
  TW_ID_CALL_SIGN = 7,
  TW_ID_AIRCRAFT = 8,
  TW_ID_BIC = 9,
  TW_ID_LEI = 10,
  TW_ID_ISIN = 11,
  TW_ID_CRYPTO = 12,
  TW_ID_PHONE = 13,
  TW_ID_EMAIL = 14,
  TW_ID_WEBSITE = 15,
  TW_ID_OTHER = 16
};
/* Why a query got no ordinary search. */
enum {
  TW_QUERY_FINE = 0,
  TW_QUERY_EMPTY = 1,         /* No letter or digit: nothing was screened. */
  TW_QUERY_SINGLE_LETTER = 2, /* One letter: only equal names are shown. */
  TW_QUERY_ONLY_COMMON = 3,   /* Only words that many names share: other names score low. */
  TW_QUERY_DAMAGED_INDEX = 4, /* The index proved damaged: nothing was screened. */
  TW_QUERY_NO_NAME = 5        /* No letter or digit in the name: only the number was looked for. */
};
/* Which weak aliases may make a hit. */
enum {
  TW_WEAK_CONFIRM = 0, /* One that equals the query whole, or that other facts confirm. */
  TW_WEAK_IGNORE = 1,
  TW_WEAK_FULL = 2
};
enum { TW_NO = 0, TW_UNKNOWN = 1, TW_YES = 2 };
/* What a legal test says of a product: never "cleared". */
enum {
  TW_VERDICT_NOT_APPLICABLE = 0,
  TW_VERDICT_DOES_NOT_TRIGGER = 1,
  TW_VERDICT_DEPENDS = 2, /* Facts are missing, or a table cannot decide: never a pass. */
  TW_VERDICT_TRIGGERS = 3
};
enum {
  TW_REGIME_US_EAR = 0, /* 15 CFR 734.3(a)(2), (a)(3) and 734.4. */
  TW_REGIME_US_OFAC = 1 /* 31 CFR 560.420. */
};

TW_API const char *tw_schema_name(int32_t schema);
TW_API const char *tw_party_status_name(int32_t status);
TW_API const char *tw_name_kind_name(int32_t kind);
TW_API const char *tw_name_strength_name(int32_t strength);
TW_API const char *tw_script_name(int32_t script);
TW_API const char *tw_measure_kind_name(int32_t kind);
TW_API const char *tw_match_reason_name(int32_t reason);
TW_API const char *tw_token_role_name(int32_t role);
TW_API const char *tw_evidence_state_name(int32_t state);
TW_API const char *tw_query_problem_name(int32_t problem);
TW_API const char *tw_weak_policy_name(int32_t policy);
TW_API const char *tw_contradiction_name(int32_t policy);
TW_API const char *tw_found_by_name(int32_t found_by);
TW_API const char *tw_link_kind_name(int32_t kind);
TW_API const char *tw_decision_state_name(int32_t state);
TW_API const char *tw_alert_news_name(int32_t news);
TW_API const char *tw_snapshot_state_name(int32_t state);
TW_API const char *tw_identifier_type_name(int32_t type);
TW_API const char *tw_truth_name(int32_t truth);
TW_API const char *tw_verdict_name(int32_t verdict);
TW_API const char *tw_regime_name(int32_t regime);

/* "person", "individual", "LegalEntity", "ship" ... in any case; an empty text is unknown. Error
 * TW_BAD_VALUE. */
TW_API tw_status tw_schema_parse(int32_t *out, const char *text, size_t text_size, tw_error *error);
/* "passport", "national-id", "tax" ... as tw_identifier_type_name() gives them, with '-' or '_'; an
 * empty text is TW_ID_ANY. Error TW_BAD_VALUE. */
TW_API tw_status tw_identifier_type_parse(int32_t *out, const char *text, size_t text_size,
                                          tw_error *error);
/* ISO 3166-1 alpha-2 of an English name, a spelling that lists use, or a code; "" if it is none. */
TW_API const char *tw_country_code(const char *name, size_t name_size);
/* The short English name of an alpha-2 code; "" if there is none. */
TW_API const char *tw_country_name(const char *alpha2, size_t alpha2_size);

/* A list that the library knows, in the order in which ties between hits are broken. */
typedef struct tw_list {
  tw_str code;      /* "US-SDN" */
  tw_str name;
  tw_str authority;
  tw_str effect;    /* What being on it means, in one sentence. */
  tw_str citation;
  tw_str as_of;     /* Edition against which `effect` was checked, or "". */
  int32_t verified; /* `effect` was read in the official text of that day. */
  int32_t reserved;
} tw_list;

TW_API size_t tw_list_count(void);
TW_API tw_status tw_list_get(tw_list *out, size_t out_size, size_t i);
/* Error TW_NOT_FOUND: no list has that code. */
TW_API tw_status tw_list_find(tw_list *out, size_t out_size, const char *code, size_t code_size);

/* ---- By what names are scored -------------------------------------------------------------------
 * A score version, with or without a name pack: names and words of your own (docs/name-pack.md).
 * Answers name both, so that they can be given again years later.
 *
 * Example:
 *   tw_score_rules_options options = TW_SCORE_RULES_OPTIONS_INIT;
 *   tw_score_rules *rules = NULL;
 *   tw_score_rules_info info;
 *   options.version = tw_score_version();
 *   ok(tw_score_rules_new(&rules, &options, NULL));
 *   ok(tw_score_rules_info_get(&info, sizeof info, rules));
 *   printf("%d %.*s\n", (int)info.version, (int)info.tables_sha256.size, info.tables_sha256.data);
 *   tw_score_rules_free(rules);
 */

typedef struct tw_score_rules tw_score_rules;
typedef struct tw_score_rules_options {
  size_t struct_size;
  tw_str name_pack; /* A file; default: none. */
  tw_str content;   /* The pack itself, in memory; `name_pack` is then its name in messages. */
  int32_t version;  /* Default: the newest, tw_score_version(). */
  int32_t reserved;
} tw_score_rules_options;
#define TW_SCORE_RULES_OPTIONS_INIT \
  {sizeof(tw_score_rules_options), TW_STR_INIT, TW_STR_INIT, 0, 0}

/* Errors: TW_BAD_VALUE (a version that is not known); of a pack, with file and line, TW_NOT_FOUND,
 * TW_IO, TW_EMPTY_INPUT, TW_NOT_TEXT, TW_BAD_SYNTAX, TW_BAD_VALUE, TW_CONFLICT and
 * TW_LIMIT_EXCEEDED. */
TW_API tw_status tw_score_rules_new(tw_score_rules **out, const tw_score_rules_options *options,
                                    tw_error *error);
TW_API void tw_score_rules_free(tw_score_rules *rules);

typedef struct tw_score_rules_info {
  int32_t version;
  int32_t reserved;
  tw_str tables_sha256;    /* Over the version's numbers, weights and name tables. */
  tw_str name_pack_sha256; /* Or "". */
} tw_score_rules_info;
TW_API tw_status tw_score_rules_info_get(tw_score_rules_info *out, size_t out_size,
                                         const tw_score_rules *rules);

/* ---- Index --------------------------------------------------------------------------------------
 * A set of listed parties, ready to search: one immutable file, mapped into memory.
 *
 * Example:
 *   static const char list[] =
 *       "{\"tradewarden_list\":1,\"name\":\"House list\",\"date\":\"2026-01-31\",\"entries\":1}\n"
 *       "{\"list\":\"X-HOUSE\",\"id\":\"1\",\"names\":[\"Wanda Example Trading Ltd\"]}\n";
 *   tw_source source = TW_SOURCE_INIT;
 *   tw_problems *problems = NULL;
 *   tw_text *bytes = NULL;
 *   tw_index *from_bytes = NULL, *from_file = NULL, *sample = NULL;
 *   tw_build_options how = TW_BUILD_OPTIONS_INIT;
 *   tw_score_rules_options pack = TW_SCORE_RULES_OPTIONS_INIT;
 *   tw_score_rules *rules = NULL, *same = NULL;
 *   tw_index_info info;
 *   tw_publication publication;
 *   tw_publication_file file;
 *   tw_indexed_list part;
 *   source.path = tw_str_of("house.jsonl");
 *   source.content = tw_str_of(list);
 *   ok(tw_index_build(&problems, TW_LIT("house.twi"), &source, 1, NULL));
 *   tw_problems_free(problems);
 *   ok(tw_index_open(&from_file, TW_LIT("house.twi"), TW_VERIFY_LAZILY, NULL));
 *   tw_index_free(from_file);
 *   ok(tw_index_open_with(&from_file, TW_LIT("house.twi"), TW_VERIFY_FULLY, NULL, NULL));
 *   ok(tw_index_check(from_file, NULL));
 *   ok(tw_index_check_content(from_file, NULL));
 *   ok(tw_index_build_bytes(&bytes, NULL, &source, 1, NULL));
 *   ok(tw_index_open_bytes(&from_bytes, tw_text_data(bytes), tw_text_size(bytes), TW_VERIFY_FULLY,
 *                          NULL));
 *   tw_text_free(bytes);
 *   ok(tw_index_info_get(&info, sizeof info, from_bytes));
 *   printf("%d parties, %.*s\n", (int)info.parties, (int)info.content.size, info.content.data);
 *   ok(tw_index_publication(&publication, sizeof publication, from_bytes, 0));
 *   ok(tw_index_publication_file(&file, sizeof file, from_bytes, 0, 0));
 *   ok(tw_index_list(&part, sizeof part, from_bytes, 0));
 *   ok(tw_index_sample(&sample, NULL));
 *   tw_index_free(sample);
 *   tw_index_free(from_bytes);
 *   tw_index_free(from_file);
 *   // By a name pack, which opening needs again.
 *   pack.content = tw_str_of("tradewarden-name-pack\t1\nfamily\twanda wandula\n");
 *   pack.name_pack = tw_str_of("house.tsv");
 *   ok(tw_score_rules_new(&rules, &pack, NULL));
 *   how.rules = rules;
 *   ok(tw_index_build_with(NULL, TW_LIT("house.twi"), &source, 1, &how, NULL));
 *   if (tw_index_open(&from_file, TW_LIT("house.twi"), TW_VERIFY_LAZILY, NULL) != TW_CONFLICT)
 *     return 1;
 *   ok(tw_index_open_with(&from_file, TW_LIT("house.twi"), TW_VERIFY_FULLY, rules, NULL));
 *   ok(tw_index_rules(&same, from_file, NULL));
 *   ok(tw_index_build_bytes_with(&bytes, NULL, &source, 1, &how, NULL));
 *   ok(tw_index_open_bytes_with(&from_bytes, tw_text_data(bytes), tw_text_size(bytes),
 *                               TW_VERIFY_FULLY, same, NULL));
 *   tw_text_free(bytes);
 *   tw_score_rules_free(same);
 *   tw_score_rules_free(rules);
 *   tw_index_free(from_bytes);
 *   tw_index_free(from_file);
 */

typedef struct tw_index tw_index;

/* Where a list is read from. */
typedef struct tw_source {
  size_t struct_size;
  tw_str path;    /* A file, or a folder for formats of several files. */
  tw_str format;  /* "ofac-csv", "csl-json" ...; empty: told from the content. */
  tw_str content; /* The list itself, in memory, in the tradewarden format (docs/list-format.md);
                     `path` is then its name in messages. */
  tw_day date;    /* The publication's; never a file's modification time. */
  int32_t reserved;
} tw_source;
#define TW_SOURCE_INIT \
  {sizeof(tw_source), TW_STR_INIT, TW_STR_INIT, TW_STR_INIT, 0, 0}

/* Reads the sources, merges entries that several of them carry, and writes the index to a temporary
 * file that is renamed to `path`. Nothing is written if any source is refused. `problems` (or NULL)
 * is set after an error too: bad rows, refused sources, disagreements. In an array of sources each
 * has the struct_size of the first. Errors: those of the worst source, TW_CONFLICT, TW_IO; TW_USAGE
 * also if `path` is one of the sources. */
TW_API tw_status tw_index_build(tw_problems **problems, const char *path, size_t path_size,
                                const tw_source *sources, size_t source_count, tw_error *error);
/* The same into memory. */
TW_API tw_status tw_index_build_bytes(tw_text **out, tw_problems **problems,
                                      const tw_source *sources, size_t source_count,
                                      tw_error *error);

typedef struct tw_build_options {
  size_t struct_size;
  const tw_score_rules *rules; /* By which the index will be searched; default: the newest version,
                                  without a name pack. */
} tw_build_options;
#define TW_BUILD_OPTIONS_INIT {sizeof(tw_build_options), NULL}
/* The same two with options, which may be NULL. */
TW_API tw_status tw_index_build_with(tw_problems **problems, const char *path, size_t path_size,
                                     const tw_source *sources, size_t source_count,
                                     const tw_build_options *options, tw_error *error);
TW_API tw_status tw_index_build_bytes_with(tw_text **out, tw_problems **problems,
                                           const tw_source *sources, size_t source_count,
                                           const tw_build_options *options, tw_error *error);

enum {
  TW_VERIFY_FULLY = 0, /* On opening: all checksums and every offset. */
  TW_VERIFY_LAZILY = 1 /* On opening the header alone; the rest by what first needs it, once. */
};
/* Maps the file. A damaged part is never read, however it is verified. Errors: TW_NOT_FOUND, TW_IO,
 * TW_TRUNCATED, TW_BAD_INDEX, TW_OLD_VERSION. */
TW_API tw_status tw_index_open(tw_index **out, const char *path, size_t path_size, int32_t verify,
                               tw_error *error);
/* The same for an index that was built with a name pack: by the rules that it was built by, else
 * TW_CONFLICT. NULL is none, as tw_index_open(). */
TW_API tw_status tw_index_open_with(tw_index **out, const char *path, size_t path_size,
                                    int32_t verify, const tw_score_rules *rules, tw_error *error);
/* The same over bytes in memory, which are copied. */
TW_API tw_status tw_index_open_bytes(tw_index **out, const char *bytes, size_t byte_count,
                                     int32_t verify, tw_error *error);
TW_API tw_status tw_index_open_bytes_with(tw_index **out, const char *bytes, size_t byte_count,
                                          int32_t verify, const tw_score_rules *rules,
                                          tw_error *error);
/* The small list that is built into the library: for trying it out, not for screening. */
TW_API tw_status tw_index_sample(tw_index **out, tw_error *error);
TW_API void tw_index_free(tw_index *index);

/* What opening checks fully. Remembered. Error TW_BAD_INDEX. */
TW_API tw_status tw_index_check(const tw_index *index, tw_error *error);
/* That info.content is the digest of the file's bytes: reads them all. Error TW_BAD_INDEX. */
TW_API tw_status tw_index_check_content(const tw_index *index, tw_error *error);

typedef struct tw_index_info {
  uint32_t format_version;
  int32_t score_version;
  uint64_t parties; /* Their ids are 0 to parties - 1. */
  uint64_t names;
  uint64_t tokens;     /* Different words. */
  uint64_t duplicates; /* Entries merged into a party of another publication. */
  uint64_t bytes;
  tw_str engine_version; /* Of the engine that built it. */
  tw_str content;        /* SHA-256: names the index in answers. */
  size_t publications;
  size_t lists;
} tw_index_info;
TW_API tw_status tw_index_info_get(tw_index_info *out, size_t out_size, const tw_index *index);
/* By what the index was built and is searched. */
TW_API tw_status tw_index_rules(tw_score_rules **out, const tw_index *index, tw_error *error);
/* docs/index-info.schema.json */
TW_API tw_status tw_index_info_json(tw_text **out, const tw_index *index, tw_error *error);

/* What a publisher put out at one time. rows = parties + joined + rejected. */
typedef struct tw_publication {
  tw_str name;
  tw_str format;
  tw_str path;   /* As it was named. */
  tw_str sha256; /* Of the one file, or of the files' digests in order. */
  tw_day date;   /* 0: neither named nor in the file. */
  int32_t reserved;
  size_t files;
  uint64_t rows;
  uint64_t distinct_ids;
  uint64_t parties;
  uint64_t names;
  uint64_t weak_names;
  uint64_t aliases;
  uint64_t addresses;
  uint64_t joined;        /* Rows that added to a party of an earlier row. */
  uint64_t rejected;      /* Rows that could not be read. */
  uint64_t side_rejected; /* Records of alias, address and comment files that could not be used. */
  uint64_t warnings;
} tw_publication;
TW_API tw_status tw_index_publication(tw_publication *out, size_t out_size, const tw_index *index,
                                      size_t i);

typedef struct tw_publication_file {
  tw_str name; /* Without its folder. */
  tw_str sha256;
  uint64_t bytes;
} tw_publication_file;
TW_API tw_status tw_index_publication_file(tw_publication_file *out, size_t out_size,
                                           const tw_index *index, size_t publication, size_t i);

/* The parties of one list within an index. */
typedef struct tw_indexed_list {
  tw_str list; /* A code: tw_list_find(). */
  size_t publication;
  uint64_t parties;
  uint64_t names;
} tw_indexed_list;
TW_API tw_status tw_index_list(tw_indexed_list *out, size_t out_size, const tw_index *index,
                               size_t i);

/* ---- Party --------------------------------------------------------------------------------------
 * A party as its list describes it.
 *
 * Example:
 *   tw_party *party = NULL;
 *   tw_party_info info;
 *   tw_party_name name;
 *   tw_party_address address;
 *   tw_party_birth_date born;
 *   tw_party_identifier number;
 *   tw_party_source source;
 *   tw_party_link link;
 *   tw_measure measure;
 *   tw_overlay overlay;
 *   tw_party_state state;
 *   tw_str programme;
 *   ok(tw_index_party(&party, index, 0, NULL));
 *   ok(tw_party_info_get(&info, sizeof info, party));
 *   ok(tw_party_name_get(&name, sizeof name, party, 0));
 *   printf("%.*s: %.*s\n", (int)info.list.size, info.list.data, (int)name.text.size,
 *          name.text.data);
 *   if (info.addresses > 0) ok(tw_party_address_get(&address, sizeof address, party, 0));
 *   if (info.birth_dates > 0) ok(tw_party_birth_date_get(&born, sizeof born, party, 0));
 *   if (info.identifiers > 0) ok(tw_party_identifier_get(&number, sizeof number, party, 0));
 *   if (info.sources > 0) ok(tw_party_source_get(&source, sizeof source, party, 0));
 *   if (info.links > 0) ok(tw_party_link_get(&link, sizeof link, party, 0));
 *   ok(tw_party_measure(&measure, sizeof measure, party, 0));
 *   if (info.overlays > 0) ok(tw_party_overlay(&overlay, sizeof overlay, party, 0));
 *   if (tw_party_text_count(party, TW_PARTY_PROGRAMMES) > 0)
 *     ok(tw_party_text(&programme, party, TW_PARTY_PROGRAMMES, 0));
 *   ok(tw_party_state_on(&state, sizeof state, party, 20180501, 0));
 *   printf("%s\n", tw_party_status_name(state.status));
 *   tw_party_free(party);
 */

typedef struct tw_party tw_party;

/* Error TW_USAGE if there is no such id, TW_BAD_INDEX if the file proves damaged. */
TW_API tw_status tw_index_party(tw_party **out, const tw_index *index, uint32_t id,
                                tw_error *error);
/* Does nothing for one that belongs to an answer. */
TW_API void tw_party_free(tw_party *party);

typedef struct tw_party_info {
  tw_str list;
  tw_str source_id; /* The list's own id. */
  int32_t schema;
  int32_t reserved;
  tw_str title;
  tw_str gender; /* "male", "female" or "". */
  tw_str imo;
  tw_str call_sign;
  tw_str vessel_type;
  tw_str vessel_flag;
  tw_str vessel_owner;
  tw_str tonnage;
  tw_str gross_registered_tonnage;
  tw_str licence_requirement;
  tw_str licence_policy;
  tw_str remarks;
  size_t names;
  size_t addresses;
  size_t birth_dates;
  size_t identifiers;
  size_t sources;
  size_t links;
  size_t measures;
  size_t overlays;
} tw_party_info;
TW_API tw_status tw_party_info_get(tw_party_info *out, size_t out_size, const tw_party *party);

typedef struct tw_party_name {
  tw_str text; /* As listed. The first name is the primary one. */
  int32_t kind;
  int32_t strength;
  int32_t script;
  int32_t reserved;
  tw_str language; /* ISO 639 code ("ru") where the list says it, else empty. */
} tw_party_name;
TW_API tw_status tw_party_name_get(tw_party_name *out, size_t out_size, const tw_party *party,
                                   size_t i);

typedef struct tw_party_address {
  tw_str street;
  tw_str city;
  tw_str state;
  tw_str postal_code;
  tw_str country; /* Alpha-2, or "". */
  tw_str text;    /* The whole, where the parts cannot be told. */
} tw_party_address;
TW_API tw_status tw_party_address_get(tw_party_address *out, size_t out_size,
                                      const tw_party *party, size_t i);

typedef struct tw_party_birth_date {
  tw_day earliest;
  tw_day latest;
  int32_t approximate;
  int32_t reserved;
} tw_party_birth_date;
TW_API tw_status tw_party_birth_date_get(tw_party_birth_date *out, size_t out_size,
                                         const tw_party *party, size_t i);

typedef struct tw_party_identifier {
  tw_str type; /* As listed: "Passport", "Tax ID No." */
  tw_str value;
  tw_str country;
  tw_str issued; /* YYYY-MM-DD, or "". */
  tw_str expires;
} tw_party_identifier;
TW_API tw_status tw_party_identifier_get(tw_party_identifier *out, size_t out_size,
                                         const tw_party *party, size_t i);

/* An entry of a publication that describes the party. */
typedef struct tw_party_source {
  size_t publication;
  tw_str list_name; /* As that publication writes it. */
  tw_str id;
  tw_str url;
  uint64_t line;
} tw_party_source;
TW_API tw_status tw_party_source_get(tw_party_source *out, size_t out_size, const tw_party *party,
                                     size_t i);

/* A party that the entry names as linked. */
typedef struct tw_party_link {
  tw_str relation;
  tw_str name;
} tw_party_link;
TW_API tw_status tw_party_link_get(tw_party_link *out, size_t out_size, const tw_party *party,
                                   size_t i);

/* In force from `from` up to, and without, `until`. */
typedef struct tw_measure {
  int32_t kind;
  int32_t end;
  tw_day from;
  tw_day until;
  tw_day published;
  int32_t verified; /* Date and act were read in the official text. */
  tw_str citation;  /* The first; the JSON has all. */
  size_t citations;
  tw_str note;
} tw_measure;
TW_API tw_status tw_party_measure(tw_measure *out, size_t out_size, const tw_party *party,
                                  size_t i);

/* A licence, authorisation or settlement that modifies a measure without ending it. */
typedef struct tw_overlay {
  tw_str kind; /* "temporary_general_licence" ... */
  tw_day from;
  tw_day until;
  tw_day published;
  int32_t verified;
  tw_str citation;
  size_t citations;
  tw_str note;
} tw_overlay;
TW_API tw_status tw_party_overlay(tw_overlay *out, size_t out_size, const tw_party *party,
                                  size_t i);

enum {
  TW_PARTY_COUNTRIES = 0,
  TW_PARTY_BIRTH_PLACES = 1,
  TW_PARTY_NATIONALITIES = 2,
  TW_PARTY_CITIZENSHIPS = 3,
  TW_PARTY_PROGRAMMES = 4,
  TW_PARTY_SUBLISTS = 5,
  TW_PARTY_FOOTNOTES = 6,
  TW_PARTY_CITATIONS = 7
};
TW_API size_t tw_party_text_count(const tw_party *party, int32_t which);
TW_API tw_status tw_party_text(tw_str *out, const tw_party *party, int32_t which, size_t i);

typedef struct tw_party_state {
  int32_t status;
  tw_day from;
  tw_day until;
  int32_t reserved;
} tw_party_state;
/* What the list says of the party on a day. `publication_date`: of its first source, 0 if
 * unknown. */
TW_API tw_status tw_party_state_on(tw_party_state *out, size_t out_size, const tw_party *party,
                                   tw_day on, tw_day publication_date);

/* ---- Two names ----------------------------------------------------------------------------------
 * The score of screening and its working, word by word. Pure functions.
 *
 * Example:
 *   tw_comparison *comparison = NULL;
 *   tw_comparison_info info;
 *   tw_token_pair pair;
 *   tw_unmatched_token token;
 *   tw_adjustment adjustment;
 *   tw_compare_options options = TW_COMPARE_OPTIONS_INIT;
 *   tw_counterfactual changed;
 *   tw_text *json = NULL;
 *   int32_t score = 0;
 *   ok(tw_compare(&comparison, TW_LIT("Wladimir Putin"), TW_LIT("PUTIN, Vladimir V"),
 *                 TW_SCHEMA_PERSON, NULL));
 *   ok(tw_comparison_info_get(&info, sizeof info, comparison));
 *   ok(tw_comparison_pair(&pair, sizeof pair, comparison, 0));
 *   printf("%.*s ~ %.*s: %s\n", (int)pair.query.size, pair.query.data, (int)pair.listed.size,
 *          pair.listed.data, tw_match_reason_name(pair.reason));
 *   if (info.unmatched_query > 0)
 *     ok(tw_comparison_unmatched(&token, sizeof token, comparison, TW_SIDE_QUERY, 0));
 *   if (info.adjustments > 0)
 *     ok(tw_comparison_adjustment(&adjustment, sizeof adjustment, comparison, 0));
 *   ok(tw_comparison_json(&json, comparison, NULL));
 *   tw_text_free(json);
 *   tw_comparison_free(comparison);
 *   options.schema = TW_SCHEMA_PERSON;
 *   options.explain = 1;
 *   ok(tw_compare_with(&comparison, TW_LIT("Wladimir Putin"), TW_LIT("PUTIN, Vladimir V"),
 *                      &options, NULL));
 *   ok(tw_comparison_counterfactual(&changed, sizeof changed, comparison, 0));
 *   printf("%.*s\n", (int)changed.words.size, changed.words.data);
 *   tw_comparison_free(comparison);
 *   ok(tw_score_names(&score, TW_LIT("Huawei Technologies"), TW_LIT("HUAWEI TECHNOLOGIES"),
 *                     TW_SCHEMA_UNKNOWN, NULL));
 *   if (score != 10000) return 1;
 *   ok(tw_ofac_like_score(&score, TW_LIT("Osama bin Laden"), TW_LIT("BIN LADIN, Osama"), NULL));
 *   ok(tw_ofac_like_json(&json, TW_LIT("Osama bin Laden"), TW_LIT("BIN LADIN, Osama"), NULL));
 *   tw_text_free(json);
 */

typedef struct tw_comparison tw_comparison;

/* `schema` is that of the query; unknown lets the text decide. A side without a letter or digit has
 * no pairs, and the score 0. */
TW_API tw_status tw_compare(tw_comparison **out, const char *query, size_t query_size,
                            const char *listed, size_t listed_size, int32_t schema,
                            tw_error *error);
typedef struct tw_compare_options {
  size_t struct_size;
  const tw_score_rules *rules; /* Or NULL: the newest version. */
  int32_t schema;              /* Of the query. */
  int32_t threshold; /* By which tw_comparison_counterfactual() tells hits; default 8000. */
  int32_t explain;   /* Also what would change the outcome. */
  int32_t reserved;
} tw_compare_options;
#define TW_COMPARE_OPTIONS_INIT {sizeof(tw_compare_options), NULL, 0, 0, 0, 0}
/* The same by other rules, and with what would change the outcome. */
TW_API tw_status tw_compare_with(tw_comparison **out, const char *query, size_t query_size,
                                 const char *listed, size_t listed_size,
                                 const tw_compare_options *options, tw_error *error);
/* The score alone, faster. */
TW_API tw_status tw_score_names(int32_t *out, const char *query, size_t query_size,
                                const char *listed, size_t listed_size, int32_t schema,
                                tw_error *error);
/* Does nothing for one that belongs to an answer. */
TW_API void tw_comparison_free(tw_comparison *comparison);

typedef struct tw_comparison_info {
  int32_t score;
  int32_t reserved;
  size_t pairs;
  size_t unmatched_query;
  size_t unmatched_listed;
  size_t adjustments;
  size_t counterfactuals; /* Of tw_compare_with(); a hit's are its answer's. */
} tw_comparison_info;
TW_API tw_status tw_comparison_info_get(tw_comparison_info *out, size_t out_size,
                                        const tw_comparison *comparison);

/* Two words that count as alike; neighbours that are joined are written with a '+'. */
typedef struct tw_token_pair {
  tw_str query;
  tw_str listed;
  int32_t reason;
  int32_t similarity;
  int32_t weight; /* Of both together. */
  int32_t edits;  /* Where the reason is an edit. */
} tw_token_pair;
TW_API tw_status tw_comparison_pair(tw_token_pair *out, size_t out_size,
                                    const tw_comparison *comparison, size_t i);

enum { TW_SIDE_QUERY = 0, TW_SIDE_LISTED = 1 };
typedef struct tw_unmatched_token {
  tw_str token;
  int32_t role;
  int32_t weight; /* What its absence costs. */
} tw_unmatched_token;
TW_API tw_status tw_comparison_unmatched(tw_unmatched_token *out, size_t out_size,
                                         const tw_comparison *comparison, int32_t side, size_t i);

/* A rule that changed the score after alignment: it was multiplied by `factor`. */
typedef struct tw_adjustment {
  tw_str rule;
  int32_t factor;
  int32_t reserved;
} tw_adjustment;
TW_API tw_status tw_comparison_adjustment(tw_adjustment *out, size_t out_size,
                                          const tw_comparison *comparison, size_t i);

/* What would have changed an outcome; worked out by scoring again, not estimated. */
typedef struct tw_counterfactual {
  tw_str kind;    /* "without_listed", "same_spelling", "threshold", "birth_date", "as_of" ... */
  tw_str subject; /* The words, the threshold, the date ... that would be different. */
  tw_str words;   /* A sentence. */
  int32_t hit;       /* Whether it would be a possible match then. */
  int32_t has_score; /* 0: the score would not differ. */
  int32_t score;     /* Of the name then. */
  int32_t reserved;
} tw_counterfactual;
TW_API tw_status tw_comparison_counterfactual(tw_counterfactual *out, size_t out_size,
                                              const tw_comparison *comparison, size_t i);
/* docs/compare.schema.json */
TW_API tw_status tw_comparison_json(tw_text **out, const tw_comparison *comparison,
                                    tw_error *error);

/* A second, separate scorer, for those who must compare with the search page of the US Treasury: a
 * reconstruction from published descriptions, which takes no part in screening (docs/ofac-like.md).
 * Round the score to hundreds for the points of that page. */
TW_API tw_status tw_ofac_like_score(int32_t *out, const char *query, size_t query_size,
                                    const char *listed, size_t listed_size, tw_error *error);
/* With its working: docs/ofac-like.schema.json */
TW_API tw_status tw_ofac_like_json(tw_text **out, const char *query, size_t query_size,
                                   const char *listed, size_t listed_size, tw_error *error);

/* ---- Screening ----------------------------------------------------------------------------------
 * Which entries may mean this name on this day. A hit is a possible match; no hit clears nobody.
 *
 * Example:
 *   tw_query query = TW_QUERY_INIT;
 *   tw_screen_options options = TW_SCREEN_OPTIONS_INIT;
 *   tw_answer *answer = NULL;
 *   tw_answer_info info;
 *   tw_hit hit;
 *   tw_evidence evidence;
 *   tw_measure measure;
 *   tw_overlay overlay;
 *   tw_str note;
 *   tw_token_pair pair;
 *   tw_party_name primary;
 *   tw_text *json = NULL;
 *   tw_counterfactual changed;
 *   tw_dropped dropped;
 *   tw_answer_link link;
 *   tw_link_evidence why;
 *   tw_decision decision;
 *   query.name = tw_str_of("ZTE Kangxun");
 *   query.country = tw_str_of("China");
 *   options.as_of = 20180501;
 *   options.explain = 1;
 *   ok(tw_screen(&answer, index, &query, &options, NULL));
 *   ok(tw_answer_info_get(&info, sizeof info, answer));
 *   if (!info.screened || tw_answer_hit_count(answer) != 1 || info.hits != 1) return 1;
 *   ok(tw_answer_hit(&hit, sizeof hit, answer, 0));
 *   printf("%d.%04d %.*s: %s since %d\n", (int)(hit.score / 10000), (int)(hit.score % 10000),
 *          (int)hit.matched_name.size, hit.matched_name.data, tw_party_status_name(hit.status),
 *          (int)hit.from);
 *   ok(tw_answer_evidence(&evidence, sizeof evidence, answer, 0, 0));
 *   ok(tw_answer_measure(&measure, sizeof measure, answer, 0, 0));
 *   if (hit.overlays > 0) ok(tw_answer_overlay(&overlay, sizeof overlay, answer, 0, 0));
 *   if (info.notes > 0) ok(tw_answer_note(&note, answer, 0));
 *   if (info.dropped_by > 0) ok(tw_answer_dropped_by(&dropped, sizeof dropped, answer, 0));
 *   if (info.links > 0) {
 *     ok(tw_answer_link_get(&link, sizeof link, answer, 0));
 *     ok(tw_answer_link_evidence(&why, sizeof why, answer, 0, 0));
 *   }
 *   if (hit.has_decision) ok(tw_answer_decision(&decision, sizeof decision, answer, 0));
 *   ok(tw_answer_counterfactual(&changed, sizeof changed, answer, 0, 0));
 *   printf("%.*s\n", (int)changed.words.size, changed.words.data);
 *   ok(tw_comparison_pair(&pair, sizeof pair, tw_answer_explanation(answer, 0), 0));
 *   ok(tw_party_name_get(&primary, sizeof primary, tw_answer_party(answer, 0), 0));
 *   ok(tw_answer_json(&json, answer, NULL));
 *   tw_text_free(json);
 *   tw_answer_free(answer);
 */

typedef struct tw_answer tw_answer;

typedef struct tw_query {
  size_t struct_size;
  tw_str id;   /* Yours; comes back with the answer. */
  tw_str name; /* As received. */
  tw_str country;    /* A name or a code. */
  tw_str birth_date; /* "1954-10-07", "Oct 1954", "circa 1954" ... */
  tw_str identifier; /* Passport, tax, registration, IMO ... number: parties that bear it are hits
                        whatever their names. Its kind may stand in front: "INN 7707083893". */
  int32_t schema;
  int32_t identifier_type; /* TW_ID_ANY ... */
  tw_str nationality;      /* A name or a code. */
  tw_str gender;           /* "male", "female"; without it the name may tell. */
  tw_str imo;              /* Of a vessel; looked for like the identifier. */
} tw_query;
#define TW_QUERY_INIT \
  {sizeof(tw_query), TW_STR_INIT, TW_STR_INIT, TW_STR_INIT, TW_STR_INIT, TW_STR_INIT, 0, 0, \
   TW_STR_INIT, TW_STR_INIT, TW_STR_INIT}

typedef struct tw_screen_options {
  size_t struct_size;
  tw_day as_of;          /* Default: today in UTC, told in the answer. */
  int32_t threshold;     /* Default 8000; from 1 to 10000. */
  uint32_t limit;        /* Parties shown; default 10, at most 10000. */
  int32_t weak;          /* TW_WEAK_CONFIRM ... */
  int32_t include_ended; /* Also lifted and expired entries. */
  int32_t best_only;     /* Do not count the parties below those shown: the same hits, sooner. */
  int32_t contradiction; /* TW_CONTRADICTION_KEEP ... */
  int32_t contradiction_by; /* Facts that count for it, TW_BY_BIRTH_DATE + ...; default birth date,
                               country, nationality and IMO number. Where a number confirms, none
                               counts. */
  int32_t explain; /* Also what would have changed each hit: tw_answer_counterfactual(). */
  int32_t reserved;
} tw_screen_options;
#define TW_SCREEN_OPTIONS_INIT {sizeof(tw_screen_options), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}

/* `options` may be NULL. What cannot be understood of a query (a birth date, a country) stands in
 * the answer's notes. */
TW_API tw_status tw_screen(tw_answer **out, const tw_index *index, const tw_query *query,
                           const tw_screen_options *options, tw_error *error);
TW_API void tw_answer_free(tw_answer *answer);

typedef struct tw_answer_info {
  tw_str query_id;
  tw_str query_name;
  tw_str index_content; /* Which index answered. */
  tw_day as_of;
  int32_t threshold;
  uint32_t limit;
  int32_t problem;  /* TW_QUERY_FINE ... */
  int32_t screened; /* 0: nothing was compared, and no hit means nothing. */
  int32_t more_is_exact;
  uint64_t more; /* Parties at or above the threshold beyond the limit. */
  size_t hits;
  size_t notes;
  uint64_t dropped; /* Parties at or above the threshold that TW_CONTRADICTION_DROP left out;
                       more_is_exact goes for them too. */
  size_t dropped_by; /* Kinds of facts that did. */
  size_t links;      /* Between hits that are one party. */
  size_t set_aside;  /* Hits that a decision sets aside: among `hits`, not counted for the limit. */
  tw_str kept_as;    /* The answer_id under which a tw_trail keeps it; "" if none does. */
} tw_answer_info;
TW_API tw_status tw_answer_info_get(tw_answer_info *out, size_t out_size, const tw_answer *answer);
TW_API tw_status tw_answer_note(tw_str *out, const tw_answer *answer, size_t i);

/* How many parties a kind of fact left out; a party counts for each kind that contradicts it. */
typedef struct tw_dropped {
  tw_str kind;
  uint64_t parties;
} tw_dropped;
TW_API tw_status tw_answer_dropped_by(tw_dropped *out, size_t out_size, const tw_answer *answer,
                                      size_t i);

/* Those whose number is the one asked for; those by name; those that bear the number but for
 * something, which the evidence says. Within each by rank_score. */

typedef struct tw_hit {
  uint32_t rank; /* From 1. */
  int32_t score;          /* Of the name alone; 0 if no name was asked for. */
  uint32_t party_id;      /* In the index. */
  uint32_t name_position; /* Of the name matched, among the party's. */
  tw_str list;
  tw_str source_id;
  tw_str party_name;   /* The primary one. */
  tw_str matched_name; /* As listed. */
  tw_str weak_reason;  /* What let a weak alias through, or "". */
  int32_t name_kind;
  int32_t name_strength;
  int32_t schema;
  int32_t status;
  tw_day from; /* Of the measure that gives the status. */
  tw_day until;
  size_t measures; /* In force on the day (or ended, if the status says so). */
  size_t overlays;
  size_t evidence;
  int32_t rank_score; /* The score, less what contradictions take off (TW_CONTRADICTION_LOWER). */
  int32_t found_by;   /* TW_FOUND_BY_NAME ... */
  size_t counterfactuals; /* 0 without tw_screen_options.explain. */
  uint32_t same_party; /* Rank of the first hit of the same party: its own if none is before it. */
  int32_t has_decision; /* tw_answer_decision() */
  int32_t set_aside;    /* That decision is in force. */
  int32_t reserved;
} tw_hit;
TW_API size_t tw_answer_hit_count(const tw_answer *answer);
TW_API tw_status tw_answer_hit(tw_hit *out, size_t out_size, const tw_answer *answer, size_t i);
TW_API tw_status tw_answer_measure(tw_measure *out, size_t out_size, const tw_answer *answer,
                                   size_t hit, size_t i);
TW_API tw_status tw_answer_overlay(tw_overlay *out, size_t out_size, const tw_answer *answer,
                                   size_t hit, size_t i);

/* How a fact of the query stands to the entry. */
typedef struct tw_evidence {
  tw_str kind; /* "birth_date", "country", "nationality", "gender", "schema", "identifier", "imo" */
  tw_str query;
  tw_str listed;
  int32_t state;
  int32_t reserved;
  tw_str how; /* In what it agrees, or what keeps it from agreeing: "year", "address" ... */
} tw_evidence;
TW_API tw_status tw_answer_evidence(tw_evidence *out, size_t out_size, const tw_answer *answer,
                                    size_t hit, size_t i);

/* Two hits, of different lists, that are one party. */
typedef struct tw_answer_link {
  size_t first;  /* Position of the hit; first < second. */
  size_t second;
  size_t evidence; /* At least one. */
} tw_answer_link;
TW_API tw_status tw_answer_link_get(tw_answer_link *out, size_t out_size, const tw_answer *answer,
                                    size_t i);
typedef struct tw_link_evidence {
  tw_str what; /* "passport", "UN reference"; of names the birth date or the country. */
  tw_str first; /* As that entry has it. */
  tw_str second;
  int32_t kind; /* TW_LINK_IDENTIFIER ... */
  int32_t reserved;
} tw_link_evidence;
TW_API tw_status tw_answer_link_evidence(tw_link_evidence *out, size_t out_size,
                                         const tw_answer *answer, size_t link, size_t i);

/* What people decided of a customer and an entry. */
typedef struct tw_decision {
  tw_str id;
  tw_str customer; /* The customer's id. */
  tw_str customer_digest;
  tw_str customer_name;
  tw_str list;
  tw_str source_id;
  tw_str entry_digest;
  tw_str entry_name;
  tw_str reason;
  tw_str who;
  tw_str at; /* UTC. */
  tw_str approved_by; /* The second person, or "". */
  tw_str approved_at;
  tw_str withdrawn_by; /* Or "". */
  tw_str withdrawn_at;
  tw_str withdrawn_reason;
  tw_day expires; /* The first day on which it no longer holds. */
  int32_t state;  /* TW_DECISION_IN_FORCE ... */
} tw_decision;
/* Of a hit whose has_decision is 1, as tw_trail_screen() found it; else TW_NOT_FOUND. */
TW_API tw_status tw_answer_decision(tw_decision *out, size_t out_size, const tw_answer *answer,
                                    size_t hit);

/* What would have changed this hit. */
TW_API tw_status tw_answer_counterfactual(tw_counterfactual *out, size_t out_size,
                                          const tw_answer *answer, size_t hit, size_t i);
/* Word by word, and the whole entry; both belong to the answer. NULL if there is no such hit. */
TW_API const tw_comparison *tw_answer_explanation(const tw_answer *answer, size_t hit);
TW_API const tw_party *tw_answer_party(const tw_answer *answer, size_t hit);
/* The answer as canonical JSON, for the audit record: docs/answer.schema.json. */
TW_API tw_status tw_answer_json(tw_text **out, const tw_answer *answer, tw_error *error);

/* ---- Many names ---------------------------------------------------------------------------------
 * On several threads; each answer is the one that tw_screen() gives, in the order of the queries.
 * Queries that are near each other share work: sorted rows are fastest.
 *
 * Example:
 *   tw_query queries[2] = {TW_QUERY_INIT, TW_QUERY_INIT};
 *   tw_batch_options many = TW_BATCH_OPTIONS_INIT;
 *   tw_batch *batch = NULL;
 *   struct two_names names = {0, 0};   // the callbacks' own, see below
 *   uint64_t answered = 0;
 *   queries[0].name = tw_str_of("Huawei Technologies");
 *   queries[1].name = tw_str_of("Hidden Cobra");
 *   many.threads = 2;
 *   ok(tw_screen_batch(&batch, index, queries, 2, NULL, &many, NULL));
 *   if (tw_batch_size(batch) != 2 || tw_answer_hit_count(tw_batch_answer(batch, 1)) < 1) return 1;
 *   tw_batch_free(batch);
 *   ok(tw_screen_stream(&answered, index, NULL, &many, next_name, take_answer, &names, NULL));
 *   if (answered != 2 || names.taken != 2) return 1;
 * with
 *   struct two_names { int given, taken; };
 *   static int32_t next_name(void *context, tw_query *query) {
 *     struct two_names *names = (struct two_names *)context;
 *     query->name = tw_str_of(names->given == 0 ? "Huawei Technologies" : "Hidden Cobra");
 *     return names->given++ < 2;
 *   }
 *   static int32_t take_answer(void *context, const tw_answer *answer) {
 *     ((struct two_names *)context)->taken += tw_answer_hit_count(answer) > 0;
 *     return 1;
 *   }
 */

typedef struct tw_batch tw_batch;

typedef struct tw_batch_options {
  size_t struct_size;
  uint32_t threads;      /* Default: as many as the machine runs at once; at most 1024. */
  uint32_t rows_at_once; /* What one thread works on; default 256. */
} tw_batch_options;
#define TW_BATCH_OPTIONS_INIT {sizeof(tw_batch_options), 0, 0}

/* In an array of queries each has the struct_size of the first. All answers are in memory at
 * once. */
TW_API tw_status tw_screen_batch(tw_batch **out, const tw_index *index, const tw_query *queries,
                                 size_t query_count, const tw_screen_options *options,
                                 const tw_batch_options *batch, tw_error *error);
TW_API void tw_batch_free(tw_batch *batch);
TW_API size_t tw_batch_size(const tw_batch *batch);
/* Belongs to the batch. NULL if there is none. */
TW_API const tw_answer *tw_batch_answer(const tw_batch *batch, size_t i);

/* Fills in an empty query and returns 1; 0 at the end. Its texts are read before the next call. */
typedef int32_t (*tw_next_query)(void *context, tw_query *query);
/* The answer lives during the call. Returns 1, or 0 to stop early. */
typedef int32_t (*tw_take_answer)(void *context, const tw_answer *answer);
/* In bounded memory. Both functions are called on the calling thread, one at a time. `answered`
 * (or NULL) is the number of answers taken. */
TW_API tw_status tw_screen_stream(uint64_t *answered, const tw_index *index,
                                  const tw_screen_options *options, const tw_batch_options *batch,
                                  tw_next_query next, tw_take_answer take, void *context,
                                  tw_error *error);

/* ---- An index that is exchanged while queries run -----------------------------------------------
 * Any function from any thread. A query is answered whole by the index that was current when it
 * began.
 *
 * Example:
 *   tw_live *live = NULL;
 *   tw_index *now = NULL;
 *   tw_answer *answer = NULL;
 *   tw_query query = TW_QUERY_INIT;
 *   query.name = tw_str_of("Hidden Cobra");
 *   ok(tw_live_new(&live, index, NULL));
 *   ok(tw_live_screen(&answer, live, &query, NULL, NULL));
 *   if (tw_live_reload(live, TW_LIT("no-such-file.twi"), NULL) != TW_NOT_FOUND) return 1;
 *   ok(tw_live_current(&now, live, NULL));
 *   ok(tw_live_replace(live, now, NULL));
 *   tw_index_free(now);
 *   tw_answer_free(answer);
 *   tw_live_free(live);
 */

typedef struct tw_live tw_live;

TW_API tw_status tw_live_new(tw_live **out, const tw_index *first, tw_error *error);
TW_API void tw_live_free(tw_live *live);
TW_API tw_status tw_live_screen(tw_answer **out, const tw_live *live, const tw_query *query,
                                const tw_screen_options *options, tw_error *error);
/* The index of this moment; keep it for as long as answers must agree with each other. */
TW_API tw_status tw_live_current(tw_index **out, const tw_live *live, tw_error *error);
TW_API tw_status tw_live_replace(tw_live *live, const tw_index *next, tw_error *error);
/* Opens and verifies the file fully, then replaces. Where the index in use has a name pack, the
 * next must be built by the same; to change the pack, open it and replace. After an error the index
 * in use stays. */
TW_API tw_status tw_live_reload(tw_live *live, const char *path, size_t path_size,
                                tw_error *error);

/* ---- Store of lists -----------------------------------------------------------------------------
 * Every publication of a list as it was, under its day, in one file: docs/lists.md. What looks
 * wrong is kept too, in quarantine, and the last good one keeps serving.
 *
 * Example:
 *   tw_store *store = NULL;
 *   tw_source list = TW_SOURCE_INIT;
 *   tw_import_options how = TW_IMPORT_OPTIONS_INIT;
 *   tw_stored_options which = TW_STORED_OPTIONS_INIT;
 *   tw_snapshots *snapshots = NULL;
 *   tw_snapshot snapshot;
 *   tw_snapshot_list part;
 *   tw_publication_file file;
 *   tw_problems *problems = NULL;
 *   tw_text *text = NULL;
 *   FILE *out = fopen("house.jsonl", "wb");
 *   if (out == NULL) return 1;
 *   fputs("{\"tradewarden_list\":1,\"name\":\"House list\",\"entries\":1}\n"
 *         "{\"list\":\"X-HOUSE\",\"id\":\"1\",\"names\":[\"Wanda Example Trading Ltd\"]}\n", out);
 *   fclose(out);
 *   remove("example.store");
 *   ok(tw_store_open(&store, TW_LIT("example.store"), TW_STORE_CREATE, NULL));
 *   list.path = tw_str_of("house.jsonl");
 *   list.date = 20260131;
 *   how.source = tw_str_of("compliance desk");
 *   ok(tw_store_import(&snapshots, &problems, store, &list, &how, NULL));
 *   ok(tw_snapshots_get(&snapshot, sizeof snapshot, snapshots, 0));
 *   printf("%.*s: %d parties, %s\n", (int)snapshot.publication.size, snapshot.publication.data,
 *          (int)snapshot.parties, tw_snapshot_state_name(snapshot.state));
 *   ok(tw_snapshots_list(&part, sizeof part, snapshots, 0, 0));
 *   ok(tw_snapshots_file(&file, sizeof file, snapshots, 0, 0));
 *   tw_problems_free(problems);
 *   tw_snapshots_free(snapshots);
 *   ok(tw_store_snapshots(&snapshots, store, NULL));
 *   if (tw_snapshots_count(snapshots) != 1) return 1;
 *   ok(tw_snapshots_json(&text, snapshots, NULL));
 *   tw_text_free(text);
 *   tw_snapshots_free(snapshots);
 *   ok(tw_store_newest(&snapshots, store, 20260201, NULL));
 *   tw_snapshots_free(snapshots);
 *   ok(tw_store_find(&snapshots, store, TW_LIT("tradewarden@2026-01-31"), NULL));
 *   tw_snapshots_free(snapshots);
 *   ok(tw_store_diff_json(&text, store, TW_LIT("1"), TW_LIT("1"), NULL));
 *   tw_text_free(text);
 *   ok(tw_store_status_json(&text, store, 20260301, 10, NULL));
 *   tw_text_free(text);
 *   ok(tw_store_build_index(NULL, store, TW_LIT("house.twi"), NULL, NULL));
 *   which.history = 1;
 *   ok(tw_store_build_index_bytes(&text, NULL, store, &which, NULL));
 *   tw_text_free(text);
 *   ok(tw_store_quarantine(store, TW_LIT("1"), TW_LIT("two rows look odd"), TW_LIT("W. E."),
 *      NULL));
 *   ok(tw_store_release(store, TW_LIT("1"), TW_LIT("the publisher says so"), TW_LIT("W. E."),
 *      NULL));
 *   ok(tw_store_extract(store, TW_LIT("1"), TW_LIT("house-files"), NULL));
 *   ok(tw_store_verify(NULL, store, NULL));
 *   remove("example-copy.store");
 *   ok(tw_store_backup(store, TW_LIT("example-copy.store"), NULL));
 *   tw_store_free(store);
 */

typedef struct tw_store tw_store;
enum {
  TW_STORE_READ = 0,
  TW_STORE_WRITE = 1, /* It must exist. */
  TW_STORE_CREATE = 2 /* It is made if it does not. */
};
/* Errors: TW_NOT_FOUND, TW_IO, TW_UNKNOWN_FORMAT (no store), TW_OLD_VERSION (of a newer engine). */
TW_API tw_status tw_store_open(tw_store **out, const char *path, size_t path_size, int32_t access,
                               tw_error *error);
TW_API void tw_store_free(tw_store *store);

/* Snapshots, each a publication as of one day. */
typedef struct tw_snapshots tw_snapshots;
typedef struct tw_snapshot {
  uint64_t id; /* In the store; never used twice. */
  tw_str sha256;
  tw_str publication; /* "" if the files could not be read. */
  tw_str format;
  tw_str imported; /* UTC, "2026-08-01T06:30:00Z". */
  tw_str source;   /* The path or address that it came from. */
  tw_str reader;   /* The engine's version that took the counts. */
  tw_str reason;   /* Why it is quarantined, or was released; else "". */
  tw_day published;
  int32_t state; /* TW_SNAPSHOT_GOOD ... */
  int32_t is_folder;
  int32_t already_there; /* Of an import: the same files of the same day were in the store. */
  uint64_t rows;         /* parties + joined + rejected */
  uint64_t distinct_ids;
  uint64_t parties;
  uint64_t names;
  uint64_t weak_names;
  uint64_t aliases;
  uint64_t addresses;
  uint64_t joined;
  uint64_t rejected;
  uint64_t side_rejected;
  uint64_t warnings;
  size_t files;
  size_t lists;
} tw_snapshot;
TW_API size_t tw_snapshots_count(const tw_snapshots *snapshots);
TW_API tw_status tw_snapshots_get(tw_snapshot *out, size_t out_size, const tw_snapshots *snapshots,
                                  size_t i);
TW_API tw_status tw_snapshots_file(tw_publication_file *out, size_t out_size,
                                   const tw_snapshots *snapshots, size_t snapshot, size_t i);
typedef struct tw_snapshot_list {
  tw_str list; /* A code: tw_list_find(). */
  uint64_t parties;
} tw_snapshot_list;
TW_API tw_status tw_snapshots_list(tw_snapshot_list *out, size_t out_size,
                                   const tw_snapshots *snapshots, size_t snapshot, size_t i);
/* docs/lists.schema.json */
TW_API tw_status tw_snapshots_json(tw_text **out, const tw_snapshots *snapshots, tw_error *error);
TW_API void tw_snapshots_free(tw_snapshots *snapshots);

/* When a new snapshot is not believed. Shares in 1/10,000; -1 is none at all. */
typedef struct tw_import_options {
  size_t struct_size;
  tw_str require_digest; /* Of the snapshot, 64 hexadecimal digits; another is not kept. */
  tw_str source;         /* What to call the source, if not its path. */
  int32_t most_shrink;   /* Fewer parties or names than the snapshot before; default 1000. */
  int32_t most_rejected; /* Of its rows, and more than ten, that cannot be read; default 100. */
} tw_import_options;
#define TW_IMPORT_OPTIONS_INIT {sizeof(tw_import_options), TW_STR_INIT, TW_STR_INIT, 0, 0}

/* Reads a source and keeps it, all or nothing. What cannot be read, has shrunk or does not add up
 * is kept in quarantine: TW_OK, and the snapshot's state and reason say so. A source in memory is
 * TW_USAGE: a store keeps files. `problems` (or NULL): what is wrong with its rows. Errors:
 * TW_NOT_FOUND, TW_IO, TW_USAGE (no day of publication), TW_CONFLICT (another digest),
 * TW_LIMIT_EXCEEDED. */
TW_API tw_status tw_store_import(tw_snapshots **out, tw_problems **problems, tw_store *store,
                                 const tw_source *source, const tw_import_options *options,
                                 tw_error *error);

/* All, by publication, day and id. */
TW_API tw_status tw_store_snapshots(tw_snapshots **out, const tw_store *store, tw_error *error);
/* The newest good one of each publication, of `as_of` (or 0) or before it. */
TW_API tw_status tw_store_newest(tw_snapshots **out, const tw_store *store, tw_day as_of,
                                 tw_error *error);
/* One by its id ("12"), the first digits of its digest (6 or more), or FORMAT@YYYY-MM-DD: what
 * `snapshot` is in all these calls. Errors: TW_NOT_FOUND, TW_CONFLICT (several). */
TW_API tw_status tw_store_find(tw_snapshots **out, const tw_store *store, const char *snapshot,
                               size_t snapshot_size, tw_error *error);
/* Takes a snapshot out of quarantine, or puts it there, for a reason that is kept. Errors: TW_USAGE
 * (no reason), TW_CONFLICT (it is so already); one that cannot be read is not released. */
TW_API tw_status tw_store_release(tw_store *store, const char *snapshot, size_t snapshot_size,
                                  const char *reason, size_t reason_size, const char *who,
                                  size_t who_size, tw_error *error);
TW_API tw_status tw_store_quarantine(tw_store *store, const char *snapshot, size_t snapshot_size,
                                     const char *reason, size_t reason_size, const char *who,
                                     size_t who_size, tw_error *error);
/* Writes the original files into a folder, which is made. */
TW_API tw_status tw_store_extract(const tw_store *store, const char *snapshot,
                                  size_t snapshot_size, const char *folder, size_t folder_size,
                                  tw_error *error);
/* Pages, references, and every file's bytes against their digest. All that is wrong stands in
 * `problems` (or NULL), and the status is that of the first. */
TW_API tw_status tw_store_verify(tw_problems **problems, const tw_store *store, tw_error *error);
/* One consistent file, whatever is written meanwhile. Never over a file that is there. */
TW_API tw_status tw_store_backup(const tw_store *store, const char *to, size_t to_size,
                                 tw_error *error);
/* What serves and its age on a day (0: today), what waits in quarantine, and the next dates, at
 * most `most_dates`, on which listings, licences and rules end or begin: docs/lists.schema.json. */
TW_API tw_status tw_store_status_json(tw_text **out, const tw_store *store, tw_day as_of,
                                      uint32_t most_dates, tw_error *error);
/* Entries added, removed and changed, field by field, between two snapshots:
 * docs/lists.schema.json. */
TW_API tw_status tw_store_diff_json(tw_text **out, const tw_store *store, const char *before,
                                    size_t before_size, const char *after, size_t after_size,
                                    tw_error *error);

typedef struct tw_stored_options {
  size_t struct_size;
  const uint64_t *snapshots; /* Ids: these alone, good or not. Default: all that are good. */
  size_t snapshot_count;
  const tw_score_rules *rules; /* As of tw_build_options. */
  tw_day as_of;    /* Nothing published after this day. */
  int32_t history; /* All snapshots, not only the newest: a past day is answered by its own list. */
} tw_stored_options;
#define TW_STORED_OPTIONS_INIT {sizeof(tw_stored_options), NULL, 0, NULL, 0, 0}

/* An index of what the store holds. The audit trail remembers of which snapshots, so that its
 * answers can be given again without the file; a note among `problems` (or NULL) says if it could
 * not. Errors: TW_EMPTY_INPUT (no good snapshot), TW_BAD_INDEX (kept bytes are not what they were),
 * TW_CONFLICT, TW_IO, TW_USAGE (`path` is the store; snapshots beside as_of). */
TW_API tw_status tw_store_build_index(tw_problems **problems, const tw_store *store,
                                      const char *path, size_t path_size,
                                      const tw_stored_options *options, tw_error *error);
/* The same into memory. */
TW_API tw_status tw_store_build_index_bytes(tw_text **out, tw_problems **problems,
                                            const tw_store *store,
                                            const tw_stored_options *options, tw_error *error);

/* ---- Decisions and the audit trail --------------------------------------------------------------
 * Screening by which every answer is kept, in a chain that shows what is changed or taken out
 * (docs/audit-trail.md), and hits that two people have found to be somebody else are set aside for
 * that customer (docs/decisions.md). In the file of a store.
 *
 * Example:
 *   tw_trail *trail = NULL;
 *   tw_query customer = TW_QUERY_INIT;
 *   tw_screen_options options = TW_SCREEN_OPTIONS_INIT;
 *   tw_answer *answer = NULL;
 *   tw_answer_info info;
 *   tw_new_decision wanted = TW_NEW_DECISION_INIT;
 *   tw_decisions *decisions = NULL;
 *   tw_decision decision;
 *   tw_trail_check check;
 *   tw_batch *batch = NULL;
 *   tw_text *text = NULL, *again = NULL;
 *   tw_problems *problems = NULL;
 *   uint64_t added = 0;
 *   remove("decided.store");
 *   ok(tw_trail_open(&trail, TW_LIT("decided.store"), TW_STORE_CREATE, NULL));
 *   customer.id = tw_str_of("C-17");
 *   customer.name = tw_str_of("ZTE Kangxun");
 *   options.as_of = 20180501;
 *   ok(tw_trail_screen(&answer, trail, index, &customer, &options, NULL));
 *   ok(tw_answer_info_get(&info, sizeof info, answer));
 *   wanted.answer = info.kept_as;
 *   wanted.hit = tw_str_of("1");
 *   wanted.reason = tw_str_of("another company, register seen");
 *   wanted.who = tw_str_of("A. Analyst");
 *   wanted.expires = 20190501;
 *   ok(tw_trail_decide(&decisions, trail, &wanted, NULL));
 *   ok(tw_decisions_get(&decision, sizeof decision, decisions, 0));
 *   printf("%.*s: %s\n", (int)decision.id.size, decision.id.data,
 *          tw_decision_state_name(decision.state));
 *   ok(tw_trail_approve(trail, decision.id.data, decision.id.size, TW_LIT("B. Officer"), NULL));
 *   tw_answer_free(answer);
 *   ok(tw_trail_screen_batch(&batch, trail, index, &customer, 1, &options, NULL, NULL));
 *   ok(tw_answer_info_get(&info, sizeof info, tw_batch_answer(batch, 0)));
 *   if (info.set_aside != 1) return 1;
 *   ok(tw_answer_json(&text, tw_batch_answer(batch, 0), NULL));
 *   ok(tw_trail_replay(&again, trail, info.kept_as.data, info.kept_as.size, NULL, NULL));
 *   if (strcmp(tw_text_data(text), tw_text_data(again)) != 0) return 1;
 *   tw_text_free(text);
 *   tw_text_free(again);
 *   tw_batch_free(batch);
 *   ok(tw_trail_withdraw(trail, decision.id.data, decision.id.size, TW_LIT("B. Officer"),
 *                        TW_LIT("new facts"), NULL));
 *   tw_decisions_free(decisions);
 *   ok(tw_trail_refresh(trail, NULL));
 *   ok(tw_trail_decisions(&decisions, trail, TW_LIT("C-17"), 20180501, NULL));
 *   if (tw_decisions_count(decisions) != 1) return 1;
 *   ok(tw_decisions_jsonl(&text, decisions, NULL));
 *   ok(tw_trail_import_decisions(&added, &problems, trail, tw_text_data(text), tw_text_size(text),
 *                                NULL));
 *   if (added != 0 || tw_problems_count(problems) != 0) return 1;   // it is there
 *   tw_problems_free(problems);
 *   tw_text_free(text);
 *   tw_decisions_free(decisions);
 *   ok(tw_trail_answers_jsonl(&text, trail, NULL));
 *   tw_text_free(text);
 *   ok(tw_trail_verify(&check, sizeof check, trail, NULL, 0, NULL));
 *   printf("%d records, head %s\n", (int)check.records, check.head);
 *   tw_trail_free(trail);
 */

typedef struct tw_trail tw_trail;
/* `access` and errors as of tw_store_open(). */
TW_API tw_status tw_trail_open(tw_trail **out, const char *path, size_t path_size, int32_t access,
                               tw_error *error);
TW_API void tw_trail_free(tw_trail *trail);
/* Reads the decisions again: they are those of opening, and what this handle has changed. */
TW_API tw_status tw_trail_refresh(tw_trail *trail, tw_error *error);

/* As tw_screen(), with what was decided for the customer query.id; a hit that is set aside stays in
 * its place and does not count for the limit. The answer is kept first: what cannot be kept is not
 * given out (TW_IO). */
TW_API tw_status tw_trail_screen(tw_answer **out, tw_trail *trail, const tw_index *index,
                                 const tw_query *query, const tw_screen_options *options,
                                 tw_error *error);
/* As tw_screen_batch(), kept all or none. */
TW_API tw_status tw_trail_screen_batch(tw_batch **out, tw_trail *trail, const tw_index *index,
                                       const tw_query *queries, size_t query_count,
                                       const tw_screen_options *options,
                                       const tw_batch_options *batch, tw_error *error);

typedef struct tw_trail_check {
  uint64_t records; /* That hold. */
  uint64_t broken;  /* The first record that is not as it was; 0: none. */
  char head[72];    /* Digest of the last that holds: note it elsewhere, and a cut end shows too. */
  char what[184];   /* What is wrong with `broken`. */
} tw_trail_check;
/* Works every digest out again. `head` (or nothing) must be one of the chain. Error TW_CONFLICT:
 * the chain is broken; `out` is filled in all the same. */
TW_API tw_status tw_trail_verify(tw_trail_check *out, size_t out_size, const tw_trail *trail,
                                 const char *head, size_t head_size, tw_error *error);
/* The answers kept, as JSON Lines: record, at, answer_id, body. */
TW_API tw_status tw_trail_answers_jsonl(tw_text **out, const tw_trail *trail, tw_error *error);
/* The JSON of an answer, byte for byte as it was given, by its id or the first digits of it (6 or
 * more). `index` is the one that gave it; NULL: the sample, or built again from the store's
 * snapshots. Errors: TW_NOT_FOUND, TW_CONFLICT, which names all that lacks. */
TW_API tw_status tw_trail_replay(tw_text **out, const tw_trail *trail, const char *answer,
                                 size_t answer_size, const tw_index *index, tw_error *error);

typedef struct tw_new_decision {
  size_t struct_size;
  tw_str answer; /* The id of a kept answer (tw_answer_info.kept_as), of a query with an id. */
  tw_str hit;    /* Its rank in that answer ("1"), or LIST:SOURCE_ID. */
  tw_str reason;
  tw_str who;
  tw_str approved_by; /* The second person; without, tw_trail_approve() is needed. */
  tw_day expires;     /* The first day on which it no longer holds. */
  int32_t reserved;
} tw_new_decision;
#define TW_NEW_DECISION_INIT \
  {sizeof(tw_new_decision), TW_STR_INIT, TW_STR_INIT, TW_STR_INIT, TW_STR_INIT, TW_STR_INIT, 0, 0}

typedef struct tw_decisions tw_decisions;
/* Errors: TW_NOT_FOUND (answer, hit), TW_MISSING_FIELD (customer, reason, who), TW_CONFLICT (one
 * person twice, or it is there). */
TW_API tw_status tw_trail_decide(tw_decisions **out, tw_trail *trail,
                                 const tw_new_decision *decision, tw_error *error);
/* `id`: or the first digits of it, 4 or more. Errors: TW_NOT_FOUND, TW_CONFLICT (several, approved
 * already, withdrawn, by the same person), TW_MISSING_FIELD. */
TW_API tw_status tw_trail_approve(tw_trail *trail, const char *id, size_t id_size, const char *who,
                                  size_t who_size, tw_error *error);
TW_API tw_status tw_trail_withdraw(tw_trail *trail, const char *id, size_t id_size,
                                   const char *who, size_t who_size, const char *reason,
                                   size_t reason_size, tw_error *error);
/* Of a customer, or all (an empty text), in the order in which they were made, with their state on
 * a day (0: today) as if customer and entry were as they were. */
TW_API tw_status tw_trail_decisions(tw_decisions **out, const tw_trail *trail, const char *customer,
                                    size_t customer_size, tw_day on, tw_error *error);
/* Lines of tw_decisions_jsonl(): what is here stays, what is new is added, approvals and
 * withdrawals are taken over. A line that cannot be read stands in `problems` (or NULL), and the
 * rest goes on. */
TW_API tw_status tw_trail_import_decisions(uint64_t *added, tw_problems **problems,
                                           tw_trail *trail, const char *lines, size_t lines_size,
                                           tw_error *error);
TW_API size_t tw_decisions_count(const tw_decisions *decisions);
TW_API tw_status tw_decisions_get(tw_decision *out, size_t out_size, const tw_decisions *decisions,
                                  size_t i);
/* docs/decision.schema.json, one a line. */
TW_API tw_status tw_decisions_jsonl(tw_text **out, const tw_decisions *decisions, tw_error *error);
TW_API void tw_decisions_free(tw_decisions *decisions);

/* ---- Customers screened again -------------------------------------------------------------------
 * A portfolio of customers that is screened once, and from then on only as far as customers or
 * lists have changed; the alerts are those that screening everything would give: docs/alerts.md.
 *
 * Example:
 *   tw_query customers[2] = {TW_QUERY_INIT, TW_QUERY_INIT};
 *   tw_screen_options policy = TW_SCREEN_OPTIONS_INIT;
 *   tw_rescreen_options how = TW_RESCREEN_OPTIONS_INIT;
 *   tw_alerts *alerts = NULL;
 *   tw_alerts_info info;
 *   tw_alert alert;
 *   tw_decision decision;
 *   tw_text *lines = NULL;
 *   int given = 0;   // the callback's own, see below
 *   customers[0].id = tw_str_of("C-17");
 *   customers[0].name = tw_str_of("ZTE Kangxun");
 *   customers[1].id = tw_str_of("C-18");
 *   customers[1].name = tw_str_of("Nobody Of This Name");
 *   policy.as_of = 20180501;
 *   how.screening = &policy;
 *   how.portfolio = tw_str_of("retail");
 *   remove("alerts.store");
 *   ok(tw_rescreen(&alerts, TW_LIT("alerts.store"), index, customers, 2, &how, NULL));
 *   ok(tw_alerts_info_get(&info, sizeof info, alerts));
 *   ok(tw_alerts_get(&alert, sizeof alert, alerts, 0));
 *   printf("%d alerts, the first of %.*s: %s\n", (int)info.standing, (int)alert.customer.size,
 *          alert.customer.data, tw_alert_news_name(alert.news));
 *   if (alert.has_decision) ok(tw_alerts_decision(&decision, sizeof decision, alerts, 0));
 *   tw_alerts_free(alerts);
 *   ok(tw_rescreen_stream(&alerts, TW_LIT("alerts.store"), index, next_customer, &given, &how,
 *      NULL));
 *   ok(tw_alerts_info_get(&info, sizeof info, alerts));
 *   if (info.customers != 1 || info.customers_gone != 1 || info.standing != 1) return 1;
 *   ok(tw_alerts_jsonl(&lines, alerts, 1, NULL));
 *   tw_text_free(lines);
 *   tw_alerts_free(alerts);
 * with
 *   static int32_t next_customer(void *context, tw_query *query) {
 *     query->id = tw_str_of("C-17");
 *     query->name = tw_str_of("ZTE Kangxun");
 *     return (*(int *)context)++ < 1;
 *   }
 */

typedef struct tw_alerts tw_alerts;
typedef struct tw_rescreen_options {
  size_t struct_size;
  tw_str portfolio; /* A name for these customers, where there are several; default "default". */
  const tw_screen_options *screening; /* Or NULL. limit, best_only and explain are not used: every
                                         entry that reaches the threshold is an alert. */
  uint32_t threads; /* Default: as many as the machine runs at once. */
  int32_t full;     /* Screen everything anew, whatever is known. */
  int32_t most_shrink; /* Share in 1/10,000 of the customers of the last run that may be gone, and
                          always ten of them; default 1000, -1 is none beyond these. */
  int32_t reserved;
} tw_rescreen_options;
#define TW_RESCREEN_OPTIONS_INIT {sizeof(tw_rescreen_options), TW_STR_INIT, NULL, 0, 0, 0, 0}

/* `store`: the file that remembers; made if there is none. All customers, each with an id of its
 * own: one that is not among them is taken for gone, and an error keeps nothing. In the array each
 * has the struct_size of the first. Errors: TW_EMPTY_INPUT (no customer), TW_TRUNCATED (more are
 * gone than most_shrink allows), TW_MISSING_FIELD (one without id), TW_CONFLICT (an id twice;
 * another run has finished meanwhile), TW_LIMIT_EXCEEDED (10,000 alerts of one customer),
 * TW_BAD_INDEX, TW_IO, those of tw_store_open(). */
TW_API tw_status tw_rescreen(tw_alerts **out, const char *store, size_t store_size,
                             const tw_index *index, const tw_query *customers,
                             size_t customer_count, const tw_rescreen_options *options,
                             tw_error *error);
/* The same with customers from a function, which is called on the calling thread. */
TW_API tw_status tw_rescreen_stream(tw_alerts **out, const char *store, size_t store_size,
                                    const tw_index *index, tw_next_query next, void *context,
                                    const tw_rescreen_options *options, tw_error *error);

typedef struct tw_alerts_info {
  tw_str full_because; /* Why everything was screened; "" if only changes were. */
  uint64_t customers;
  uint64_t customers_changed; /* New ones too. */
  uint64_t customers_gone;
  uint64_t entries;
  uint64_t entries_changed;
  uint64_t entries_gone;
  size_t standing; /* The first of the rows, by customer, list and source id. */
  size_t closed;   /* The rows behind them. */
  size_t open;     /* Standing ones that no decision sets aside. */
  size_t news;     /* Standing ones that were opened or have changed. */
} tw_alerts_info;
TW_API tw_status tw_alerts_info_get(tw_alerts_info *out, size_t out_size, const tw_alerts *alerts);

/* One customer and one entry that reach the threshold. */
typedef struct tw_alert {
  tw_str id; /* Of customer, list and source id: the same in every run. */
  tw_str customer;
  tw_str customer_name;
  tw_str list;
  tw_str source_id;
  tw_str entry_name;
  tw_str matched_name;
  tw_str status; /* tw_party_status_name() of the day of the run. */
  tw_str customer_digest;
  tw_str entry_digest;
  tw_day from;
  tw_day until;
  tw_day opened; /* The day of the run that opened it. */
  int32_t score; /* 0 if no name was asked for. */
  int32_t news;  /* TW_ALERT_UNCHANGED ... */
  int32_t has_decision;
  int32_t set_aside; /* That decision is in force. */
  int32_t reserved;
} tw_alert;
TW_API tw_status tw_alerts_get(tw_alert *out, size_t out_size, const tw_alerts *alerts, size_t i);
/* Of an alert whose has_decision is 1; else TW_NOT_FOUND. */
TW_API tw_status tw_alerts_decision(tw_decision *out, size_t out_size, const tw_alerts *alerts,
                                    size_t i);
/* docs/alert.schema.json, one a line; `only_news`: without those that are what they were. */
TW_API tw_status tw_alerts_jsonl(tw_text **out, const tw_alerts *alerts, int32_t only_news,
                                 tw_error *error);
TW_API void tw_alerts_free(tw_alerts *alerts);

/* ---- Measuring a screening ----------------------------------------------------------------------
 * What an index, its options and a threshold find of what they should, on queries whose right
 * answers are known; and sets of such queries made from a list. docs/evaluate.md says what each
 * figure is.
 *
 * Example:
 *   tw_variant_options making = TW_VARIANT_OPTIONS_INIT;
 *   tw_evaluation_options how = TW_EVALUATION_OPTIONS_INIT;
 *   tw_variants *variants = NULL;
 *   tw_variants_info made;
 *   tw_variant_kind kind;
 *   tw_variant_count count;
 *   tw_labelled_query own = TW_LABELLED_QUERY_INIT;
 *   tw_query query = TW_QUERY_INIT;
 *   tw_labelled_set *set = NULL, *none = NULL;
 *   tw_evaluation *evaluation = NULL;
 *   tw_evaluation_info info;
 *   tw_positive_figures found;
 *   tw_negative_figures wrong;
 *   tw_rate_threshold rate;
 *   tw_curve_point point;
 *   tw_query_outcome outcome;
 *   tw_differences *differences = NULL;
 *   tw_difference difference;
 *   tw_text *text = NULL;
 *   ok(tw_variant_kind_get(&kind, sizeof kind, tw_variant_kind_count() - 1));
 *   making.per_kind = 2;
 *   ok(tw_variants_new(&variants, index, &making, NULL));
 *   ok(tw_variants_info_get(&made, sizeof made, variants));
 *   ok(tw_variants_count(&count, sizeof count, variants, 0));
 *   ok(tw_variants_queries_tsv(&text, variants, NULL));
 *   tw_text_free(text);
 *   ok(tw_variants_truth_tsv(&text, variants, NULL));
 *   tw_text_free(text);
 *   ok(tw_variants_set(&set, variants, NULL));
 *   if (tw_labelled_set_size(set) != made.queries) return 1;
 *   how.resamples = 10;
 *   ok(tw_evaluate(&evaluation, index, set, &how, NULL));
 *   ok(tw_evaluation_info_get(&info, sizeof info, evaluation));
 *   ok(tw_evaluation_positive(&found, sizeof found, evaluation, info.positives - 1));
 *   ok(tw_evaluation_negative(&wrong, sizeof wrong, evaluation, info.negatives - 1));
 *   ok(tw_evaluation_rate(&rate, sizeof rate, evaluation, 1));
 *   printf("%d of %d found; false positives at 1 %%: from %d\n", (int)found.found.part,
 *          (int)found.found.of, (int)rate.threshold);
 *   ok(tw_evaluation_curve(&point, sizeof point, evaluation, 0));
 *   ok(tw_evaluation_outcome(&outcome, sizeof outcome, evaluation, 0));
 *   ok(tw_evaluation_json(&text, evaluation, NULL));
 *   tw_text_free(text);
 *   ok(tw_evaluation_html(&text, evaluation, NULL));
 *   tw_text_free(text);
 *   ok(tw_evaluation_compare(&differences, evaluation, evaluation, NULL));
 *   ok(tw_differences_get(&difference, sizeof difference, differences,
 *                         tw_differences_count(differences) - 1));
 *   ok(tw_differences_json(&text, differences, NULL));
 *   tw_text_free(text);
 *   tw_differences_free(differences);
 *   tw_evaluation_free(evaluation);
 *   if (tw_evaluate_hits(&evaluation, set, TW_LIT("no-such-hits.tsv"), NULL, NULL) != TW_NOT_FOUND)
 *     return 1;
 *   tw_labelled_set_free(set);
 *   tw_variants_free(variants);
 *   if (tw_labelled_set_read(&none, NULL, TW_LIT("no-queries.tsv"), TW_LIT("no-truth.tsv"),
 *                            NULL) != TW_NOT_FOUND)
 *     return 1;
 *   query.id = tw_str_of("1");
 *   query.name = tw_str_of("Hidden Cobra");
 *   own.query = &query;
 *   own.kind = tw_str_of("ours");
 *   ok(tw_labelled_set_new(&set, &own, 1, NULL));
 *   tw_labelled_set_free(set);
 */

typedef struct tw_labelled_set tw_labelled_set;

/* One query with its right answers. */
typedef struct tw_labelled_query {
  size_t struct_size;
  const tw_query *query;  /* Its id is not empty, and no other query's. */
  tw_str kind;            /* Of variation, or of negative: figures are told by kind. */
  const tw_str *expected; /* The list's own ids, or LIST:ID; none: nobody is expected. */
  size_t expected_count;
} tw_labelled_query;
#define TW_LABELLED_QUERY_INIT {sizeof(tw_labelled_query), NULL, TW_STR_INIT, NULL, 0}

/* In an array each has the struct_size of the first. Errors: TW_MISSING_FIELD (a query, an id, a
 * kind), TW_CONFLICT (two queries of one id). */
TW_API tw_status tw_labelled_set_new(tw_labelled_set **out, const tw_labelled_query *queries,
                                     size_t query_count, tw_error *error);
/* Two files as docs/evaluate.md has them. `problems` (or NULL) has each row that cannot be read,
 * and as notes what is left out; with such a row there is no set. */
TW_API tw_status tw_labelled_set_read(tw_labelled_set **out, tw_problems **problems,
                                      const char *queries, size_t queries_size, const char *truth,
                                      size_t truth_size, tw_error *error);
TW_API size_t tw_labelled_set_size(const tw_labelled_set *set);
TW_API void tw_labelled_set_free(tw_labelled_set *set);

/* Told how far a run is, on the calling thread. */
typedef void (*tw_show_progress)(void *context, uint64_t done);

typedef struct tw_evaluation_options {
  size_t struct_size;
  const tw_screen_options *screening; /* Or NULL. `threshold` is the declared one; `limit` the N of
                                         recall@N, default 5; best_only is not used. */
  const tw_str *apart;                /* Kinds of negatives that set no threshold, besides those
                                         named neg_hard... */
  size_t apart_count;
  tw_show_progress progress; /* Or NULL. */
  void *context;             /* Its first argument. */
  uint64_t seed;             /* Of the intervals; default 1. */
  uint32_t resamples;        /* Default 1000, at most 100000. */
  int32_t no_intervals;      /* 1: none are drawn. */
  int32_t floor; /* The lowest score that is looked at; default 6000, or the declared threshold if
                    that is lower. */
  uint32_t threads;
  uint32_t rows_at_once;
  int32_t reserved;
} tw_evaluation_options;
#define TW_EVALUATION_OPTIONS_INIT \
  {sizeof(tw_evaluation_options), NULL, NULL, 0, NULL, NULL, 0, 0, 0, 0, 0, 0, 0}

typedef struct tw_evaluation tw_evaluation;
/* Errors: TW_EMPTY_INPUT (no query), TW_USAGE, TW_BAD_VALUE, TW_BAD_INDEX. */
TW_API tw_status tw_evaluate(tw_evaluation **out, const tw_index *index,
                             const tw_labelled_set *set, const tw_evaluation_options *options,
                             tw_error *error);
/* The figures of another system's hits: a TSV file of query id, rank, party id and score. */
TW_API tw_status tw_evaluate_hits(tw_evaluation **out, const tw_labelled_set *set,
                                  const char *hits, size_t hits_size,
                                  const tw_evaluation_options *options, tw_error *error);
TW_API void tw_evaluation_free(tw_evaluation *evaluation);

/* A count out of a count; unknown, not zero, where `of` is 0. Never grows. */
typedef struct tw_proportion {
  uint64_t part;
  uint64_t of;
} tw_proportion;

typedef struct tw_evaluation_info {
  uint64_t queries;
  size_t positives; /* Rows of tw_evaluation_positive(): one for each kind, the last for all. */
  size_t negatives; /* Rows of tw_evaluation_negative(): one for each kind, the last but one for all
                       natural ones, the last for all told apart. */
  size_t curve;
  int32_t highest; /* Score that occurs. */
  uint32_t resamples;
  uint64_t hits_declared; /* At the declared threshold or above, N a query at most. */
  uint64_t no_right_hit;  /* Positives without a right hit at the floor or above. */
  uint64_t not_screened;  /* Queries without a letter or digit; they count as without hits. */
  uint64_t unknown_expected; /* Expected ids that the index does not have. */
  uint64_t unreachable;      /* Positives none of whose expected ids it has. */
  uint64_t other_queries;    /* Hits of tw_evaluate_hits() of queries that the set lacks. */
} tw_evaluation_info;
TW_API tw_status tw_evaluation_info_get(tw_evaluation_info *out, size_t out_size,
                                        const tw_evaluation *evaluation);

/* Queries that expect a party. Rates: at the thresholds of tw_evaluation_rate(). */
typedef struct tw_positive_figures {
  tw_str kind;
  tw_proportion first;    /* An expected party is first, or ties with the first. */
  tw_proportion found;    /* One is among the first N. */
  tw_proportion declared; /* The same at the declared threshold. */
  tw_proportion at_rate[3];
  int32_t low[3]; /* 95 % intervals of these, in 1/10,000. */
  int32_t high[3];
} tw_positive_figures;
TW_API tw_status tw_evaluation_positive(tw_positive_figures *out, size_t out_size,
                                        const tw_evaluation *evaluation, size_t i);
/* Queries that expect none. */
typedef struct tw_negative_figures {
  tw_str kind;
  int32_t apart;
  int32_t reserved;
  tw_proportion saturated; /* The best hit has the highest score that occurs. */
  tw_proportion exact;     /* It has the score of an equal name. */
  tw_proportion declared;  /* A hit at the declared threshold: a false positive. */
  tw_proportion at_rate[3];
} tw_negative_figures;
TW_API tw_status tw_evaluation_negative(tw_negative_figures *out, size_t out_size,
                                        const tw_evaluation *evaluation, size_t i);
/* The threshold that so many of the natural negatives reach at most. */
typedef struct tw_rate_threshold {
  int32_t rate;      /* 1, 10 and 50 in 1,000. */
  int32_t threshold; /* 10001 if equal names alone are more. */
  int32_t low;       /* 95 % interval. */
  int32_t high;
  int32_t at_floor; /* Even at the floor fewer reach it: the true threshold is lower. */
  int32_t reserved;
} tw_rate_threshold;
TW_API tw_status tw_evaluation_rate(tw_rate_threshold *out, size_t out_size,
                                    const tw_evaluation *evaluation, size_t i);
/* What is found, and found wrongly, at a threshold; from the floor to 1. */
typedef struct tw_curve_point {
  int32_t threshold;
  int32_t reserved;
  tw_proportion found;
  tw_proportion natural;
  tw_proportion apart;
} tw_curve_point;
TW_API tw_status tw_evaluation_curve(tw_curve_point *out, size_t out_size,
                                     const tw_evaluation *evaluation, size_t i);
/* What a query got, in the order of the set. */
typedef struct tw_query_outcome {
  int32_t best;        /* Score of the best hit; -1: none. */
  int32_t right;       /* Of the best hit that is expected. */
  uint32_t best_party; /* In the index; UINT32_MAX: none, or not known. */
  int32_t reserved;
} tw_query_outcome;
TW_API tw_status tw_evaluation_outcome(tw_query_outcome *out, size_t out_size,
                                       const tw_evaluation *evaluation, size_t i);
/* docs/evaluate.schema.json */
TW_API tw_status tw_evaluation_json(tw_text **out, const tw_evaluation *evaluation,
                                    tw_error *error);
/* A page with plots that needs nothing else. */
TW_API tw_status tw_evaluation_html(tw_text **out, const tw_evaluation *evaluation,
                                    tw_error *error);

/* Two evaluations of one set: what the one finds that the other does not. */
typedef struct tw_differences tw_differences;
typedef struct tw_difference {
  tw_str figure; /* "recall@1", "@1%" ... */
  tw_proportion ours;
  tw_proportion theirs;
  uint64_t only_ours; /* Queries. */
  uint64_t only_theirs;
  int32_t has_interval;
  int32_t low; /* 95 % interval of ours - theirs, in 1/10,000. */
  int32_t high;
  int32_t reserved;
} tw_difference;
/* Error TW_USAGE: they are not of one set. */
TW_API tw_status tw_evaluation_compare(tw_differences **out, const tw_evaluation *ours,
                                       const tw_evaluation *theirs, tw_error *error);
TW_API size_t tw_differences_count(const tw_differences *differences);
TW_API tw_status tw_differences_get(tw_difference *out, size_t out_size,
                                    const tw_differences *differences, size_t i);
/* The JSON of ours, with the key `against`. */
TW_API tw_status tw_differences_json(tw_text **out, const tw_differences *differences,
                                     tw_error *error);
TW_API void tw_differences_free(tw_differences *differences);

/* Test variants of an index's names, each with the parties that it should find, and names that
 * should find nobody. The same index, options and version give the same variants everywhere. */
typedef struct tw_variants tw_variants;
typedef struct tw_variant_options {
  size_t struct_size;
  const tw_str *kinds; /* Default: all. */
  size_t kind_count;
  uint64_t seed;     /* Default 1. */
  uint32_t per_kind; /* Default 100, at most 1000000. */
  int32_t reserved;
} tw_variant_options;
#define TW_VARIANT_OPTIONS_INIT {sizeof(tw_variant_options), NULL, 0, 0, 0, 0}

typedef struct tw_variant_kind {
  tw_str name;
  tw_str what; /* In a few words. */
  int32_t negative;
  int32_t reserved;
} tw_variant_kind;
TW_API size_t tw_variant_kind_count(void);
TW_API tw_status tw_variant_kind_get(tw_variant_kind *out, size_t out_size, size_t i);

TW_API tw_status tw_variants_new(tw_variants **out, const tw_index *index,
                                 const tw_variant_options *options, tw_error *error);
TW_API void tw_variants_free(tw_variants *variants);
typedef struct tw_variants_info {
  size_t queries;
  size_t kinds;
  uint64_t names;         /* That variants were made from. */
  uint64_t weak_left_out; /* Weak aliases. */
  uint64_t ended_left_out; /* Parties with no measure in force on their list's day. */
  int32_t version;         /* Another one may make other variants of the same seed. */
  int32_t reserved;
} tw_variants_info;
TW_API tw_status tw_variants_info_get(tw_variants_info *out, size_t out_size,
                                      const tw_variants *variants);
typedef struct tw_variant_count {
  tw_str kind;
  uint64_t made;
} tw_variant_count;
TW_API tw_status tw_variants_count(tw_variant_count *out, size_t out_size,
                                   const tw_variants *variants, size_t i);
TW_API tw_status tw_variants_set(tw_labelled_set **out, const tw_variants *variants,
                                 tw_error *error);
/* The two files that tw_labelled_set_read() reads. */
TW_API tw_status tw_variants_queries_tsv(tw_text **out, const tw_variants *variants,
                                         tw_error *error);
TW_API tw_status tw_variants_truth_tsv(tw_text **out, const tw_variants *variants,
                                       tw_error *error);

/* ---- Measuring a score --------------------------------------------------------------------------
 * How well a score tells pairs of names of one party from pairs of two: docs/evaluate.md.
 *
 * Example:
 *   tw_pair_options options = TW_PAIR_OPTIONS_INIT;
 *   tw_pair_evaluation *evaluation = NULL;
 *   tw_labelled_pair pairs[2] = {TW_LABELLED_PAIR_INIT, TW_LABELLED_PAIR_INIT};
 *   tw_pair_stratum all;
 *   tw_text *json = NULL;
 *   options.scorer = TW_SCORER_OFAC_LIKE;
 *   if (tw_evaluate_pair_file(&evaluation, NULL, TW_LIT("no-such-pairs.jsonl"), &options, NULL) !=
 *       TW_NOT_FOUND)
 *     return 1;
 *   options.scorer = TW_SCORER_OWN;
 *   pairs[0].left = tw_str_of("Huawei Technologies");
 *   pairs[0].right = tw_str_of("HUAWEI TECHNOLOGIES CO., LTD.");
 *   pairs[0].match = 1;
 *   pairs[1].left = tw_str_of("Huawei Technologies");
 *   pairs[1].right = tw_str_of("Hidden Cobra");
 *   ok(tw_evaluate_pairs(&evaluation, pairs, 2, &options, NULL));
 *   ok(tw_pair_evaluation_get(&all, sizeof all, evaluation, 0));
 *   if (tw_pair_evaluation_count(evaluation) < 1 || all.auc.part != all.auc.of) return 1;
 *   ok(tw_pair_evaluation_json(&json, evaluation, NULL));
 *   tw_text_free(json);
 *   tw_pair_evaluation_free(evaluation);
 */

typedef struct tw_pair_evaluation tw_pair_evaluation;
enum { TW_SCORER_OWN = 0, TW_SCORER_OFAC_LIKE = 1 };
typedef struct tw_pair_options {
  size_t struct_size;
  int32_t threshold; /* The declared one; default 8000. */
  int32_t scorer;
  const tw_score_rules *rules; /* Of TW_SCORER_OWN; default: the newest version, without a pack. */
} tw_pair_options;
#define TW_PAIR_OPTIONS_INIT {sizeof(tw_pair_options), 0, 0, NULL}

typedef struct tw_labelled_pair {
  size_t struct_size;
  tw_str left;
  tw_str right;
  tw_str group; /* Figures are told by group, and by script and schema where the pairs have one. */
  tw_str script;
  int32_t schema;
  int32_t match;
} tw_labelled_pair;
#define TW_LABELLED_PAIR_INIT \
  {sizeof(tw_labelled_pair), TW_STR_INIT, TW_STR_INIT, TW_STR_INIT, TW_STR_INIT, 0, 0}

/* Error TW_EMPTY_INPUT: no pair. */
TW_API tw_status tw_evaluate_pairs(tw_pair_evaluation **out, const tw_labelled_pair *pairs,
                                   size_t pair_count, const tw_pair_options *options,
                                   tw_error *error);
/* The same of a JSON Lines file; `problems` (or NULL) has each row that cannot be read. */
TW_API tw_status tw_evaluate_pair_file(tw_pair_evaluation **out, tw_problems **problems,
                                       const char *path, size_t path_size,
                                       const tw_pair_options *options, tw_error *error);
TW_API void tw_pair_evaluation_free(tw_pair_evaluation *evaluation);

typedef struct tw_pair_stratum {
  tw_str name; /* The first is "all". */
  uint64_t matches;
  uint64_t mismatches;
  tw_proportion auc;
  tw_proportion best_f1;
  tw_proportion precision; /* At the declared threshold. */
  tw_proportion recall;
  tw_proportion f1;
  tw_proportion recall_at_one_percent;
  tw_proportion false_matches; /* At the declared threshold. */
  int32_t best_threshold;      /* Of best_f1. */
  int32_t one_percent;         /* The lowest score that at most 1 % of the mismatches reach. */
} tw_pair_stratum;
TW_API size_t tw_pair_evaluation_count(const tw_pair_evaluation *evaluation);
TW_API tw_status tw_pair_evaluation_get(tw_pair_stratum *out, size_t out_size,
                                        const tw_pair_evaluation *evaluation, size_t i);
/* docs/evaluate.schema.json */
TW_API tw_status tw_pair_evaluation_json(tw_text **out, const tw_pair_evaluation *evaluation,
                                         tw_error *error);

/* ---- Rules --------------------------------------------------------------------------------------
 * The dated rules: thresholds, country groups, country chart, control list, embargo tables.
 *
 * Example:
 *   tw_rules *rules = NULL, *own = NULL;
 *   tw_problems *problems = NULL;
 *   tw_rules_info info;
 *   tw_rule rule;
 *   tw_rule_value value;
 *   tw_text *json = NULL;
 *   size_t where = 0;
 *   tw_finding *finding = NULL;
 *   tw_finding_info found;
 *   tw_rule_basis basis;
 *   tw_str ask;
 *   tw_reasons *reasons = NULL;
 *   tw_reason reason;
 *   ok(tw_rules_built_in(&rules, NULL));
 *   ok(tw_rules_info_get(&info, sizeof info, rules));
 *   ok(tw_rules_find(&where, rules, TW_LIT("us-ear.734.4.threshold")));
 *   ok(tw_rules_rule(&rule, sizeof rule, rules, where));
 *   ok(tw_rules_value(&value, sizeof value, rules, where, 0));
 *   if (rule.overlays > 0) ok(tw_rules_overlay(&value, sizeof value, rules, where, 0));
 *   ok(tw_rules_list_json(&json, rules, NULL));
 *   tw_text_free(json);
 *   ok(tw_rules_rule_json(&json, rules, where, NULL));
 *   tw_text_free(json);
 *   ok(tw_rules_rule_file(&json, rules, where, NULL));
 *   tw_text_free(json);
 *   if (tw_rules_load(&own, &problems, TW_LIT("no-such-folder"), NULL) == TW_OK) return 1;
 *   tw_problems_free(problems);
 *   ok(tw_rules_threshold(&finding, rules, TW_REGIME_US_EAR, TW_LIT("CU"), 20160301, NULL));
 *   ok(tw_finding_info_get(&found, sizeof found, finding));
 *   if (found.num * 4 != found.den) return 1;   // 25 % that day
 *   ok(tw_finding_basis(&basis, sizeof basis, finding, 0));
 *   printf("%.*s\n", (int)basis.citation.size, basis.citation.data);
 *   tw_finding_free(finding);
 *   ok(tw_rules_in_group(&finding, rules, TW_LIT("D:5"), TW_LIT("nowhere"), 20240101, NULL));
 *   ok(tw_finding_info_get(&found, sizeof found, finding));
 *   if (found.truth != TW_UNKNOWN) return 1;
 *   if (found.asks > 0) ok(tw_finding_ask(&ask, finding, 0));
 *   tw_finding_free(finding);
 *   ok(tw_rules_chart_mark(&finding, rules, TW_LIT("DE"), TW_LIT("MT 1"), 20260723, NULL));
 *   tw_finding_free(finding);
 *   ok(tw_rules_resolve(&finding, rules, TW_LIT("Hong Kong"), 20260723, NULL));
 *   ok(tw_finding_info_get(&found, sizeof found, finding));
 *   printf("%.*s\n", (int)found.text.size, found.text.data);   // CN
 *   tw_finding_free(finding);
 *   ok(tw_rules_in_class(&finding, rules, TW_LIT("600-series"), TW_LIT("9A610"), 20260723, NULL));
 *   tw_finding_free(finding);
 *   ok(tw_rules_destination(&finding, rules, TW_LIT("worldwide"), TW_LIT("DE"), 20260723, NULL));
 *   tw_finding_free(finding);
 *   ok(tw_rules_reasons(&reasons, rules, TW_LIT("2B116"), TW_LIT("CN"), 20260723, NULL));
 *   for (where = 0; where < tw_reasons_count(reasons); ++where) {
 *     ok(tw_reasons_get(&reason, sizeof reason, reasons, where));
 *     printf("%.*s: %s\n", (int)reason.reason.size, reason.reason.data,
 *            tw_truth_name(reason.required));
 *   }
 *   tw_reasons_free(reasons);
 *   tw_rules_free(rules);
 */

typedef struct tw_rules tw_rules;

/* The rules that this version of the library carries. */
TW_API tw_status tw_rules_built_in(tw_rules **out, tw_error *error);
/* These, with each *.json of the folder in the place of the rule of the same id, or beside them.
 * `problems` (or NULL) has all that is wrong, or notes of the built-in rules that are replaced;
 * nothing is loaded in part. */
TW_API tw_status tw_rules_load(tw_rules **out, tw_problems **problems, const char *folder,
                               size_t folder_size, tw_error *error);
/* Whether tw_rules_load() would take the folder. */
TW_API tw_status tw_rules_check(tw_problems **problems, const char *folder, size_t folder_size,
                                tw_error *error);
TW_API void tw_rules_free(tw_rules *rules);

typedef struct tw_rules_info {
  tw_str content; /* SHA-256: names the rules in answers. */
  size_t rules;
} tw_rules_info;
TW_API tw_status tw_rules_info_get(tw_rules_info *out, size_t out_size, const tw_rules *rules);

typedef struct tw_rule {
  tw_str id;     /* "us-ear.734.4.threshold" */
  tw_str type;   /* "percent", "country_set" ... */
  tw_str file;   /* Below the folder of rules. */
  tw_str origin; /* "built-in", or the folder that it is from. */
  tw_str sha256; /* Of the file. */
  size_t values;
  size_t overlays;
  size_t unverified; /* Values not yet confirmed in the official text. */
} tw_rule;
/* By id. */
TW_API tw_status tw_rules_rule(tw_rule *out, size_t out_size, const tw_rules *rules, size_t i);
/* The position of a rule. Error TW_NOT_FOUND. */
TW_API tw_status tw_rules_find(size_t *out, const tw_rules *rules, const char *id, size_t id_size);

/* A dated value, in force from `from` up to, and without, `until`. */
typedef struct tw_rule_value {
  tw_day from;
  tw_day until;
  tw_day published;
  tw_day edition; /* The table is known as it stood on this day only. */
  int32_t status; /* TW_RULE_IN_FORCE ... */
  int32_t verified;
  tw_str citation;
  tw_str value; /* As JSON. */
} tw_rule_value;
enum { TW_RULE_IN_FORCE = 0, TW_RULE_SUSPENDED = 1, TW_RULE_CODIFIED_NOT_ENFORCED = 2 };
TW_API tw_status tw_rules_value(tw_rule_value *out, size_t out_size, const tw_rules *rules,
                                size_t rule, size_t i);
/* What changes the status of the rule meanwhile; without a value. */
TW_API tw_status tw_rules_overlay(tw_rule_value *out, size_t out_size, const tw_rules *rules,
                                  size_t rule, size_t i);
/* docs/rules.schema.json: all rules without values; one with its values; one as a rule file. */
TW_API tw_status tw_rules_list_json(tw_text **out, const tw_rules *rules, tw_error *error);
TW_API tw_status tw_rules_rule_json(tw_text **out, const tw_rules *rules, size_t rule,
                                    tw_error *error);
TW_API tw_status tw_rules_rule_file(tw_text **out, const tw_rules *rules, size_t rule,
                                    tw_error *error);

/* What the rules say of one thing on a day, and which of them said so. */
typedef struct tw_finding tw_finding;
typedef struct tw_finding_info {
  int32_t truth;     /* TW_NO, TW_UNKNOWN, TW_YES: of a question of yes or no. */
  int32_t has_share; /* num / den is a threshold. */
  int64_t num;
  int64_t den;
  int32_t at_least; /* The threshold triggers at the share itself; 0: above it. */
  int32_t reserved;
  tw_str text; /* Of tw_rules_resolve(). */
  tw_str why;  /* A short snake_case word, or "". */
  size_t basis;
  size_t asks;
} tw_finding_info;
typedef struct tw_rule_basis {
  tw_str rule;
  tw_str citation;
  tw_str assumption; /* One sentence if the answer rests on one, or "". */
  tw_day from;
  tw_day until;
  tw_day published;
  tw_day edition;
  int32_t status;
  int32_t verified;
  int32_t other_edition; /* The day asked for is not the table's. */
  int32_t reserved;
} tw_rule_basis;
TW_API tw_status tw_finding_info_get(tw_finding_info *out, size_t out_size,
                                     const tw_finding *finding);
/* The deciding one first. */
TW_API tw_status tw_finding_basis(tw_rule_basis *out, size_t out_size, const tw_finding *finding,
                                  size_t i);
/* A fact that would decide an unknown. */
TW_API tw_status tw_finding_ask(tw_str *out, const tw_finding *finding, size_t i);
TW_API void tw_finding_free(tw_finding *finding);

/* The share at which a regime begins to apply; has_share is 0 where it has none. */
TW_API tw_status tw_rules_threshold(tw_finding **out, const tw_rules *rules, int32_t regime,
                                    const char *country, size_t country_size, tw_day on,
                                    tw_error *error);
/* Country groups: "A:1" ... "E:2", "746-supp3". */
TW_API tw_status tw_rules_in_group(tw_finding **out, const tw_rules *rules, const char *group,
                                   size_t group_size, const char *country, size_t country_size,
                                   tw_day on, tw_error *error);
/* Is the column ("NS 2") of the Commerce Country Chart marked? */
TW_API tw_status tw_rules_chart_mark(tw_finding **out, const tw_rules *rules, const char *country,
                                     size_t country_size, const char *column, size_t column_size,
                                     tw_day on, tw_error *error);
/* The country as the US export rules treat it ("HK": CN). */
TW_API tw_status tw_rules_resolve(tw_finding **out, const tw_rules *rules, const char *country,
                                  size_t country_size, tw_day on, tw_error *error);
/* Is the classification ("3A001.b.2") in a named set: "600-series", "9x515", "itar" ...? */
TW_API tw_status tw_rules_in_class(tw_finding **out, const tw_rules *rules, const char *name,
                                   size_t name_size, const char *classification,
                                   size_t classification_size, tw_day on, tw_error *error);
/* Is the country in a named set of destinations: "worldwide", "macau-or-d5" ...? */
TW_API tw_status tw_rules_destination(tw_finding **out, const tw_rules *rules, const char *set,
                                      size_t set_size, const char *country, size_t country_size,
                                      tw_day on, tw_error *error);

/* The reasons for control of a classification, each asked for one destination. None at all says
 * nothing for EAR99, ITAR, or an entry without rows. */
typedef struct tw_reasons tw_reasons;
enum {
  TW_CONTROL_CHART = 0,     /* A column of the Commerce Country Chart. */
  TW_CONTROL_PREDICATE = 1, /* Named destinations. */
  TW_CONTROL_ELSEWHERE = 2  /* Another part of the regulations; never read as "no licence". */
};
typedef struct tw_reason {
  tw_str reason;  /* "NS", "MT", "RS" ... */
  tw_str control; /* The column, or the set's name. */
  tw_str citation;
  tw_str asks;      /* What would decide an unknown, or "". */
  int32_t kind;     /* TW_CONTROL_CHART ... */
  int32_t applies;  /* The row covers the item's paragraph: TW_NO, TW_UNKNOWN, TW_YES. */
  int32_t reaches;  /* The column is marked there, or the set holds the country. */
  int32_t required; /* Both: a licence is required there for this reason. */
} tw_reason;
TW_API tw_status tw_rules_reasons(tw_reasons **out, const tw_rules *rules,
                                  const char *classification, size_t classification_size,
                                  const char *country, size_t country_size, tw_day on,
                                  tw_error *error);
TW_API size_t tw_reasons_count(const tw_reasons *reasons);
TW_API tw_status tw_reasons_get(tw_reason *out, size_t out_size, const tw_reasons *reasons,
                                size_t i);
TW_API void tw_reasons_free(tw_reasons *reasons);

/* ---- Bill of materials --------------------------------------------------------------------------
 * Parts, the lines that join them, offers and exchange rates, checked: a shared graph without
 * cycles. docs/origin.md has the columns. Prices and quantities are exact decimals; `?` is unknown,
 * never zero.
 *
 * Example:
 *   static const char parts[] = "part_id,kind,made_in,eccn,fmv,currency\n"
 *                               "PHONE,made,CN,5A992.c,400,USD\n"
 *                               "CPU,purchased,US,5A992.c,34,USD\n"
 *                               "CASE,purchased,CN,EAR99,20,USD\n";
 *   static const char lines[] = "parent_id,pos,child_id,qty\nPHONE,10,CPU,1\nPHONE,20,CASE,1\n";
 *   static const char offers[] = "part_id,supplier_id,supplier_country,country_of_origin\n"
 *                                "CPU,Arroyo Silicon Inc,US,US\n";
 *   tw_bill_text texts[3];
 *   tw_bill_sources sources = TW_BILL_SOURCES_INIT;
 *   tw_problems *problems = NULL;
 *   tw_bill *made = NULL, *none = NULL;
 *   tw_bill_info info;
 *   tw_part part;
 *   tw_line line;
 *   tw_offer offer;
 *   tw_str supplier, file;
 *   uint32_t which = 0;
 *   tw_text *json = NULL;
 *   tw_origin *engine = NULL;
 *   texts[0].what = tw_str_of("parts");
 *   texts[0].name = tw_str_of("parts.csv");
 *   texts[0].text = tw_str_of(parts);
 *   texts[1].what = tw_str_of("lines");
 *   texts[1].name = tw_str_of("lines.csv");
 *   texts[1].text = tw_str_of(lines);
 *   texts[2].what = tw_str_of("offers");
 *   texts[2].name = tw_str_of("offers.csv");
 *   texts[2].text = tw_str_of(offers);
 *   ok(tw_bill_read_texts(&made, &problems, texts, 3, NULL, NULL));
 *   tw_problems_free(problems);
 *   sources.parts = tw_str_of("no-such-parts.csv");
 *   sources.lines = tw_str_of("no-such-lines.csv");
 *   if (tw_bill_read(&none, NULL, &sources, NULL) == TW_OK) return 1;
 *   ok(tw_bill_info_get(&info, sizeof info, made));
 *   ok(tw_bill_product(&which, made, 0));
 *   ok(tw_bill_find_part(&which, made, TW_LIT("PHONE")));
 *   ok(tw_bill_part(&part, sizeof part, made, which));
 *   ok(tw_bill_line(&line, sizeof line, made, which, 0));
 *   ok(tw_bill_offer(&offer, sizeof offer, made, line.child, 0));
 *   ok(tw_bill_supplier(&supplier, made, offer.supplier));
 *   ok(tw_bill_file(&file, made, 0));
 *   printf("%.*s has %d lines\n", (int)part.id.size, part.id.data, (int)part.lines);
 *   ok(tw_bill_cyclonedx(&json, made, NULL));
 *   tw_text_free(json);
 *   ok(tw_origin_new(&engine, made, NULL, NULL));   // NULL: the built-in rules
 *   tw_origin_free(engine);
 *   tw_bill_free(made);
 */

typedef struct tw_bill tw_bill;

/* Paths. Either parts and lines, or bill; offers and fx beside either. */
typedef struct tw_bill_sources {
  size_t struct_size;
  tw_str parts; /* CSV or JSON. */
  tw_str lines;
  tw_str offers;
  tw_str fx;
  tw_str bill; /* One file for all: CycloneDX, JSON of all tables, or a flat bill. */
  /* The product of a flat bill, which its file does not name. */
  tw_str product_name;
  tw_str product_price; /* As in a cell ("$1,250.00"), "lo..hi" or empty: unknown. */
  tw_str product_currency;
  tw_str product_made_in;
  tw_str product_eccn;
  tw_str production; /* How parts are made; beside either, as offers and fx. */
} tw_bill_sources;
#define TW_BILL_SOURCES_INIT                                                                      \
  {sizeof(tw_bill_sources), TW_STR_INIT, TW_STR_INIT, TW_STR_INIT, TW_STR_INIT, TW_STR_INIT,      \
   TW_STR_INIT,             TW_STR_INIT, TW_STR_INIT, TW_STR_INIT, TW_STR_INIT, TW_STR_INIT}

/* `problems` (or NULL) is set after an error too, and has every problem of every file, and notes of
 * what was assumed. There is a bill only if there is no problem. */
TW_API tw_status tw_bill_read(tw_bill **out, tw_problems **problems,
                              const tw_bill_sources *sources, tw_error *error);

/* A file in memory. Never grows. */
typedef struct tw_bill_text {
  tw_str what; /* "parts", "lines", "offers", "fx", "production" or "bill". */
  tw_str name; /* For messages. */
  tw_str text;
} tw_bill_text;
/* `product` (or NULL): the fields of tw_bill_sources that begin with product. */
TW_API tw_status tw_bill_read_texts(tw_bill **out, tw_problems **problems,
                                    const tw_bill_text *texts, size_t text_count,
                                    const tw_bill_sources *product, tw_error *error);
TW_API void tw_bill_free(tw_bill *bill);

typedef struct tw_bill_info {
  uint32_t parts; /* Numbered 0 to parts - 1, in the order of the input. */
  uint32_t suppliers;
  uint64_t lines;
  uint64_t offers;
  size_t products; /* Parts that no line uses. */
  size_t files;
} tw_bill_info;
TW_API tw_status tw_bill_info_get(tw_bill_info *out, size_t out_size, const tw_bill *bill);

/* units / 10^scale. Never grows. */
typedef struct tw_decimal {
  int64_t units;
  int32_t scale;
  int32_t reserved;
} tw_decimal;
/* Of one unit; a point if low and high are equal. Never grows. */
typedef struct tw_price {
  int32_t known;
  int32_t reserved;
  tw_decimal low;
  tw_decimal high;
} tw_price;

enum { TW_PART_PURCHASED = 0, TW_PART_MADE = 1 };
enum { TW_CONTENT_COMMODITY = 0, TW_CONTENT_SOFTWARE = 1, TW_CONTENT_TECHNOLOGY = 2 };
typedef struct tw_part {
  tw_str id;
  tw_str name;
  tw_str made_in; /* "CN", "CN|VN", "?" or "": not stated. */
  tw_str eccn;    /* "3A001.b.2", "EAR99", "ITAR:XI" or "?". */
  tw_str hs;
  tw_str currency; /* Of `fmv`. */
  tw_str unit;     /* In which it is counted. */
  tw_price fmv;    /* As stated. */
  tw_price value;  /* What counts: `fmv`, or what the offers ask. */
  tw_str value_currency;
  int32_t kind;
  int32_t us_origin; /* TW_NO, TW_UNKNOWN, TW_YES. */
  int32_t discrete;
  int32_t content;
  uint32_t lines;
  uint32_t offers;
  size_t file; /* Where it stood. */
  uint64_t file_line;
  int32_t unit_stated; /* 0: `unit` is that of the part's lines. */
  int32_t reserved;
} tw_part;
TW_API tw_status tw_bill_part(tw_part *out, size_t out_size, const tw_bill *bill, uint32_t part);
/* Error TW_NOT_FOUND. */
TW_API tw_status tw_bill_find_part(uint32_t *out, const tw_bill *bill, const char *id,
                                   size_t id_size);
/* The part that is product i. */
TW_API tw_status tw_bill_product(uint32_t *out, const tw_bill *bill, size_t i);

typedef struct tw_line {
  uint32_t parent;
  uint32_t child;
  tw_str pos;
  tw_str uom;
  tw_decimal quantity;         /* In `uom`. */
  tw_decimal quantity_in_unit; /* In the unit of the child. */
  uint32_t alt_rank;           /* 0 counts; higher ones are alternatives for the position. */
  int32_t reserved;
  size_t file;
  uint64_t file_line;
} tw_line;
TW_API tw_status tw_bill_line(tw_line *out, size_t out_size, const tw_bill *bill, uint32_t part,
                              uint32_t i);

typedef struct tw_offer {
  uint32_t part;
  uint32_t supplier;
  tw_str supplier_country;
  tw_str country_of_origin;
  tw_str currency;
  tw_price price;
  size_t file;
  uint64_t file_line;
} tw_offer;
TW_API tw_status tw_bill_offer(tw_offer *out, size_t out_size, const tw_bill *bill, uint32_t part,
                               uint32_t i);
TW_API tw_status tw_bill_supplier(tw_str *out, const tw_bill *bill, uint32_t supplier);
TW_API tw_status tw_bill_file(tw_str *out, const tw_bill *bill, size_t i);
/* CycloneDX 1.6; reading it gives the same bill. */
TW_API tw_status tw_bill_cyclonedx(tw_text **out, const tw_bill *bill, tw_error *error);

/* ---- Bill of materials, row by row --------------------------------------------------------------
 * The same from rows that a program has, without a file between. The fields are those of the
 * columns, as text; an empty one was not stated.
 *
 * Example:
 *   tw_bill_builder *builder = NULL;
 *   tw_part_row part = TW_PART_ROW_INIT;
 *   tw_line_row line = TW_LINE_ROW_INIT;
 *   tw_offer_row offer = TW_OFFER_ROW_INIT;
 *   tw_rate_row rate = TW_RATE_ROW_INIT;
 *   tw_bill *made = NULL;
 *   uint32_t file = 0;
 *   ok(tw_bill_builder_new(&builder, NULL));
 *   ok(tw_bill_builder_file(&file, builder, TW_LIT("our part system"), NULL, 0, NULL));
 *   part.part_id = tw_str_of("PHONE");
 *   part.fmv = tw_str_of("400");
 *   part.currency = tw_str_of("USD");
 *   ok(tw_bill_add_part(builder, &part, NULL));
 *   part.part_id = tw_str_of("CPU");
 *   part.made_in = tw_str_of("US");
 *   part.fmv = tw_str_of("34.50");
 *   ok(tw_bill_add_part(builder, &part, NULL));
 *   line.parent_id = tw_str_of("PHONE");
 *   line.pos = tw_str_of("10");
 *   line.child_id = tw_str_of("CPU");
 *   line.qty = tw_str_of("1");
 *   line.file = file;
 *   line.row = 1;   // what a problem with it would name
 *   ok(tw_bill_add_line(builder, &line, NULL));
 *   offer.part_id = tw_str_of("CPU");
 *   offer.supplier_id = tw_str_of("Arroyo Silicon Inc");
 *   ok(tw_bill_add_offer(builder, &offer, NULL));
 *   rate.date = tw_str_of("2026-07-01");
 *   rate.currency = tw_str_of("EUR");
 *   rate.rate_num = tw_str_of("11");
 *   rate.rate_den = tw_str_of("10");
 *   ok(tw_bill_add_rate(builder, &rate, NULL));
 *   ok(tw_bill_builder_build(&made, NULL, builder, NULL));
 *   tw_bill_free(made);
 *   tw_bill_builder_free(builder);
 */

/* Belongs to one thread at a time. */
typedef struct tw_bill_builder tw_bill_builder;
TW_API tw_status tw_bill_builder_new(tw_bill_builder **out, tw_error *error);
TW_API void tw_bill_builder_free(tw_bill_builder *builder);
/* Names where the rows come from, and gives the number of it; `content` (or nothing) is what the
 * bill's record digests. At most 255; a row that names none is of the first, and if there is none
 * of a source called "rows". */
TW_API tw_status tw_bill_builder_file(uint32_t *out, tw_bill_builder *builder, const char *name,
                                      size_t name_size, const char *content, size_t content_size,
                                      tw_error *error);

typedef struct tw_part_row {
  size_t struct_size;
  tw_str part_id;      /* Not empty, once. */
  tw_str name;
  tw_str kind;         /* purchased | made; empty: made if the part has lines. */
  tw_str made_in;      /* Alpha-2 codes joined by '|', or '?'. */
  tw_str us_origin;    /* y | n | ?; empty: from made_in. */
  tw_str eccn;         /* Empty is '?'. */
  tw_str hs;
  tw_str fmv;          /* A decimal, "lo..hi", or '?'. */
  tw_str currency;     /* Required with a price. */
  tw_str discrete;     /* y | n | ? */
  tw_str content_type; /* commodity | software | technology; empty: by the ECCN. */
  tw_str unit;         /* Of the price; empty: that of the part's lines. */
  uint64_t row;        /* Yours, for messages; 0 if there is none. */
  uint32_t file;       /* Of tw_bill_builder_file(). */
  int32_t reserved;
} tw_part_row;
#define TW_PART_ROW_INIT \
  {sizeof(tw_part_row), TW_STR_INIT, TW_STR_INIT, TW_STR_INIT, TW_STR_INIT, TW_STR_INIT, \
   TW_STR_INIT, TW_STR_INIT, TW_STR_INIT, TW_STR_INIT, TW_STR_INIT, TW_STR_INIT, TW_STR_INIT, 0, \
   0, 0}
typedef struct tw_line_row {
  size_t struct_size;
  tw_str parent_id;
  tw_str pos;
  tw_str child_id;
  tw_str alt_rank; /* 0 to 65535; empty is 0. */
  tw_str qty;      /* A decimal above 0. */
  tw_str uom;      /* Empty is "each". */
  uint64_t row;
  uint32_t file;
  int32_t reserved;
} tw_line_row;
#define TW_LINE_ROW_INIT \
  {sizeof(tw_line_row), TW_STR_INIT, TW_STR_INIT, TW_STR_INIT, TW_STR_INIT, TW_STR_INIT, \
   TW_STR_INIT, 0, 0, 0}
typedef struct tw_offer_row {
  size_t struct_size;
  tw_str part_id;
  tw_str supplier_id;
  tw_str supplier_country;
  tw_str country_of_origin;
  tw_str price; /* A decimal, "lo..hi", or '?'. */
  tw_str currency;
  uint64_t row;
  uint32_t file;
  int32_t reserved;
} tw_offer_row;
#define TW_OFFER_ROW_INIT \
  {sizeof(tw_offer_row), TW_STR_INIT, TW_STR_INIT, TW_STR_INIT, TW_STR_INIT, TW_STR_INIT, \
   TW_STR_INIT, 0, 0, 0}
typedef struct tw_rate_row {
  size_t struct_size;
  tw_str date;
  tw_str currency;
  tw_str rate_num;
  tw_str rate_den;
  uint64_t row;
  uint32_t file;
  int32_t reserved;
} tw_rate_row;
#define TW_RATE_ROW_INIT \
  {sizeof(tw_rate_row), TW_STR_INIT, TW_STR_INIT, TW_STR_INIT, TW_STR_INIT, 0, 0, 0}

/* Rows in any order. TW_OK says that the row was taken, not that it is right: what is wrong with it
 * is told, with all else, by tw_bill_builder_build(), which then makes no bill. Error TW_USAGE: a
 * file that was not named, or the builder was emptied. */
TW_API tw_status tw_bill_add_part(tw_bill_builder *builder, const tw_part_row *row,
                                  tw_error *error);
TW_API tw_status tw_bill_add_line(tw_bill_builder *builder, const tw_line_row *row,
                                  tw_error *error);
TW_API tw_status tw_bill_add_offer(tw_bill_builder *builder, const tw_offer_row *row,
                                   tw_error *error);
TW_API tw_status tw_bill_add_rate(tw_bill_builder *builder, const tw_rate_row *row,
                                  tw_error *error);
/* Checks the whole, as reading files does, and empties the builder, which can then only be
 * freed. */
TW_API tw_status tw_bill_builder_build(tw_bill **out, tw_problems **problems,
                                       tw_bill_builder *builder, tw_error *error);

/* ---- Origin -------------------------------------------------------------------------------------
 * How much controlled content is in a product, for a destination, on a day, and what follows.
 *
 * Example:
 *   tw_origin_options options = TW_ORIGIN_OPTIONS_INIT;
 *   tw_str destinations[2];
 *   int32_t regimes[1] = {TW_REGIME_US_EAR};
 *   tw_fact facts[1];
 *   tw_origin_answer *answer = NULL;
 *   tw_origin_result result;
 *   tw_origin_test test;
 *   tw_question question;
 *   tw_counted_part part;
 *   size_t which = 0;
 *   tw_rule_use rule;
 *   tw_str sentence;
 *   tw_text *text = NULL;
 *   destinations[0] = tw_str_of("IR");
 *   destinations[1] = tw_str_of("Germany");
 *   facts[0].id = tw_str_of("military_commodity");
 *   facts[0].value = TW_NO;
 *   facts[0].reserved = 0;
 *   options.destinations = destinations;
 *   options.destination_count = 2;
 *   options.regimes = regimes;
 *   options.regime_count = 1;
 *   options.facts = facts;
 *   options.fact_count = 1;
 *   options.date = 20260723;
 *   options.end_user_headquarters = tw_str_of("Japan");
 *   ok(tw_origin_evaluate(&answer, origin, &options, NULL));
 *   if (tw_origin_answer_count(answer) != 2) return 1;
 *   ok(tw_origin_answer_result(&result, sizeof result, answer, 0));
 *   printf("%.*s: %s, share %.*s/%.*s = %.*s\n", (int)result.destination.size,
 *          result.destination.data, tw_verdict_name(result.verdict),
 *          (int)result.share.low_num.size, result.share.low_num.data,
 *          (int)result.share.low_den.size, result.share.low_den.data,
 *          (int)result.share.low_display.size, result.share.low_display.data);
 *   ok(tw_amount_text(&text, &result.controlled_value, NULL));
 *   tw_text_free(text);
 *   ok(tw_origin_answer_test(&test, sizeof test, answer, 0, 0));
 *   if (test.questions > 0)
 *     ok(tw_origin_answer_test_question(&question, sizeof question, answer, 0, 0, 0));
 *   if (result.deciding > 0)
 *     ok(tw_origin_answer_deciding(&question, sizeof question, answer, 0, 0));
 *   if (result.counted > 0)
 *     ok(tw_origin_answer_part(&part, sizeof part, answer, 0, TW_PARTS_COUNTED, 0));
 *   if (result.counted > 0 && part.rules > 0)
 *     ok(tw_origin_answer_part_rule(&which, answer, 0, TW_PARTS_COUNTED, 0, 0));
 *   ok(tw_origin_answer_rule(&rule, sizeof rule, answer, 0, which));
 *   if (tw_origin_answer_text_count(answer, 0, TW_TEXTS_NOT_EVALUATED) > 0)
 *     ok(tw_origin_answer_text(&sentence, answer, 0, TW_TEXTS_NOT_EVALUATED, 0));
 *   ok(tw_origin_answer_json(&text, answer, NULL));
 *   tw_text_free(text);
 *   ok(tw_origin_answer_html(&text, answer, index, NULL));
 *   tw_text_free(text);
 *   tw_origin_answer_free(answer);
 */

/* A bill, ordered once, under rules. */
typedef struct tw_origin tw_origin;
/* `rules` may be NULL: the built-in ones. */
TW_API tw_status tw_origin_new(tw_origin **out, const tw_bill *bill, const tw_rules *rules,
                               tw_error *error);
TW_API void tw_origin_free(tw_origin *origin);

/* An exact share of a value, from low to high. high_num is empty: no upper bound is known. Never
 * grows. */
typedef struct tw_share {
  tw_str low_num;
  tw_str low_den;
  tw_str high_num;
  tw_str high_den;
  tw_str low_display;  /* Four decimals, rounded so that it never crosses the threshold. */
  tw_str high_display; /* Or "?". */
} tw_share;
/* An exact amount of money, or a quantity. Never grows. */
typedef struct tw_amount {
  tw_str low_num;
  tw_str low_den;
  tw_str high_num; /* Empty: no upper bound is known. */
  tw_str high_den;
} tw_amount;
/* "120", "90..110" or "90..?"; "1/3" where decimals do not end. */
TW_API tw_status tw_amount_text(tw_text **out, const tw_amount *amount, tw_error *error);

/* A fact that no table and no bill holds; questions say their ids. Never grows. */
typedef struct tw_fact {
  tw_str id;
  int32_t value; /* TW_NO, TW_UNKNOWN, TW_YES */
  int32_t reserved;
} tw_fact;

enum { TW_ALTERNATIVES_PRIMARY = 0, TW_ALTERNATIVES_ANY = 1 };
typedef struct tw_origin_options {
  size_t struct_size;
  const tw_str *products; /* Part ids; none: every part that no line uses. */
  size_t product_count;
  const tw_str *destinations; /* Names or codes. */
  size_t destination_count;
  const int32_t *regimes; /* None: all. */
  size_t regime_count;
  const tw_fact *facts;
  size_t fact_count;
  tw_str exported_from;            /* Default: the country where the product is made. */
  tw_day date;                     /* Default: today in UTC, told in the answer. */
  int32_t all_destinations;        /* Every destination of the rules, about 200. */
  int32_t alternatives;            /* TW_ALTERNATIVES_ANY: bounds over every choice. */
  int32_t strict_editions;         /* A table of another edition makes `depends`. */
  int32_t unknown_discrete_counts; /* `discrete` of `?` counts as `n`. */
  int32_t bought_content_unknown;  /* What is in foreign bought parts counts as not known. */
  uint32_t part_limit;             /* Parts listed with a result; default 1000. */
  int32_t summary;                 /* Verdicts, shares and rules alone, in one pass. */
  /* Who gets the products and what for, for foreign direct product rules. The word "none" alone:
   * none of them; no words: not stated. */
  const tw_str *end_user_footnotes; /* Of the Entity List: "1" to "5". */
  size_t end_user_footnote_count;
  const tw_str *end_uses; /* "supercomputer", "advanced-node", ... */
  size_t end_use_count;
  tw_str end_user_headquarters; /* A country, or empty: not stated. */
  const tw_str *end_users;      /* Names to screen. */
  size_t end_user_count;
  const tw_index *end_user_index; /* In which; NULL: the sample list. */
} tw_origin_options;
#define TW_ORIGIN_OPTIONS_INIT \
  {sizeof(tw_origin_options), NULL, 0, NULL, 0, NULL, 0, NULL, 0, TW_STR_INIT, \
   0, 0, 0, 0, 0, 0, 0, 0, NULL, 0, NULL, 0, TW_STR_INIT, NULL, 0, NULL}

typedef struct tw_origin_answer tw_origin_answer;
/* Errors: TW_NOT_FOUND (a product), TW_BAD_VALUE (a destination or country), TW_USAGE. */
TW_API tw_status tw_origin_evaluate(tw_origin_answer **out, const tw_origin *origin,
                                    const tw_origin_options *options, tw_error *error);
TW_API void tw_origin_answer_free(tw_origin_answer *answer);
/* Results: by product as asked, destination as asked, regime. */
TW_API size_t tw_origin_answer_count(const tw_origin_answer *answer);

typedef struct tw_origin_result {
  tw_str product;
  tw_str product_name;
  tw_str destination;
  tw_str treated_as;    /* As which country the rules take it (HK: CN). */
  tw_str exported_from; /* Or "?". */
  tw_str currency;
  tw_day date;
  int32_t regime;
  int32_t verdict;
  int32_t has_threshold;
  int64_t threshold_num;
  int64_t threshold_den;
  int32_t threshold_at_least; /* Triggers at the threshold itself; 0: above it. */
  int32_t deciding_verdict;   /* What the deciding facts can settle it to. */
  tw_share share;             /* Controlled share, second incorporation applied. */
  tw_share share_without_second_incorporation;
  tw_amount controlled_value;
  tw_amount product_value;
  tw_amount room;   /* How much controlled content may be added; empty: not decided. */
  tw_amount excess; /* How much must go; empty: not decided. */
  size_t tests;
  size_t deciding; /* The smallest set of facts that settles a `depends`. */
  size_t counted;
  size_t not_counted;
  size_t zero_percent;
  uint64_t more_counted; /* Beyond part_limit. */
  uint64_t more_not_counted;
  size_t rules;
  int32_t summary;       /* As asked: no parts are listed, no deciding facts looked for. */
  int32_t deciding_both; /* Other answers to that set settle it to the other verdict. */
} tw_origin_result;
TW_API tw_status tw_origin_answer_result(tw_origin_result *out, size_t out_size,
                                         const tw_origin_answer *answer, size_t i);

typedef struct tw_origin_test {
  tw_str id; /* "us-ear-734.4-de-minimis" ... */
  tw_str why;
  int32_t verdict;
  int32_t has_share;
  tw_share share;
  size_t questions;
} tw_origin_test;
TW_API tw_status tw_origin_answer_test(tw_origin_test *out, size_t out_size,
                                       const tw_origin_answer *answer, size_t result, size_t i);

/* A fact to find out. */
typedef struct tw_question {
  tw_str fact;
  tw_str part; /* Or "": about the product or the transaction. */
  tw_str text;
  tw_str answer;   /* Where the answer belongs: "eccn of L1" ... */
  tw_amount value; /* What the fact moves; empty for a question of a test. */
} tw_question;
TW_API tw_status tw_origin_answer_test_question(tw_question *out, size_t out_size,
                                                const tw_origin_answer *answer, size_t result,
                                                size_t test, size_t i);
TW_API tw_status tw_origin_answer_deciding(tw_question *out, size_t out_size,
                                           const tw_origin_answer *answer, size_t result, size_t i);

enum { TW_PARTS_COUNTED = 0, TW_PARTS_NOT_COUNTED = 1, TW_PARTS_ZERO_PERCENT = 2 };
/* A part of the product; amounts are for all of it in one product. */
typedef struct tw_counted_part {
  tw_str part;
  tw_str name;
  tw_str eccn;
  tw_str content; /* "commodity", "software", "technology" */
  tw_str unit;
  tw_str reason; /* A short snake_case word: "chart_column", "foreign" ... */
  tw_str why;
  tw_amount quantity;
  tw_amount value; /* What counts; zero if it does not. */
  tw_amount worth; /* What it is worth, counted or not. */
  int32_t counts;  /* TW_NO, TW_UNKNOWN, TW_YES */
  int32_t reserved;
  size_t rules;
} tw_counted_part;
TW_API tw_status tw_origin_answer_part(tw_counted_part *out, size_t out_size,
                                       const tw_origin_answer *answer, size_t result, int32_t which,
                                       size_t i);
/* Rule i of a part, as its position among the result's: tw_origin_answer_rule(). */
TW_API tw_status tw_origin_answer_part_rule(size_t *out, const tw_origin_answer *answer,
                                            size_t result, int32_t which, size_t part, size_t i);

/* A dated rule that the result used; days are texts here, "" if there is none. */
typedef struct tw_rule_use {
  tw_str id;
  tw_str citation;
  tw_str from;
  tw_str until;
  tw_str edition;
  int32_t verified;
  int32_t reserved;
} tw_rule_use;
TW_API tw_status tw_origin_answer_rule(tw_rule_use *out, size_t out_size,
                                       const tw_origin_answer *answer, size_t result, size_t i);

enum { TW_TEXTS_ASSUMPTIONS = 0, TW_TEXTS_DUTIES = 1, TW_TEXTS_NOT_EVALUATED = 2 };
TW_API size_t tw_origin_answer_text_count(const tw_origin_answer *answer, size_t result,
                                          int32_t which);
TW_API tw_status tw_origin_answer_text(tw_str *out, const tw_origin_answer *answer, size_t result,
                                       int32_t which, size_t i);
/* docs/origin.schema.json */
TW_API tw_status tw_origin_answer_json(tw_text **out, const tw_origin_answer *answer,
                                       tw_error *error);
/* A page that needs nothing else. `index` (or NULL): screens the suppliers. */
TW_API tw_status tw_origin_answer_html(tw_text **out, const tw_origin_answer *answer,
                                       const tw_index *index, tw_error *error);

/* ---- Share --------------------------------------------------------------------------------------
 * What a product is made of, by country of origin, supplier, classification or listed party.
 *
 * Example:
 *   tw_share_options options = TW_SHARE_OPTIONS_INIT;
 *   tw_share_answer *answer = NULL;
 *   tw_share_info info;
 *   tw_share_dimension dimension;
 *   tw_share_slice slice;
 *   tw_text *json = NULL;
 *   options.date = 20260723;
 *   options.index = index;
 *   ok(tw_origin_share(&answer, origin, &options, NULL));
 *   ok(tw_share_info_get(&info, sizeof info, answer));
 *   ok(tw_share_dimension_get(&dimension, sizeof dimension, answer, 0));
 *   ok(tw_share_slice_get(&slice, sizeof slice, answer, 0, 0));
 *   printf("%.*s %.*s %.*s\n", (int)dimension.name.size, dimension.name.data, (int)slice.key.size,
 *          slice.key.data, (int)slice.of_parts.low_display.size, slice.of_parts.low_display.data);
 *   ok(tw_share_json(&json, answer, NULL));
 *   tw_text_free(json);
 *   tw_share_answer_free(answer);
 */

typedef struct tw_share_answer tw_share_answer;
typedef struct tw_share_options {
  size_t struct_size;
  tw_str product;        /* Default: the only product of the bill, else an error. */
  const tw_index *index; /* Or NULL: no dimension of listed parties. */
  tw_day date;
  int32_t reserved;
} tw_share_options;
#define TW_SHARE_OPTIONS_INIT {sizeof(tw_share_options), TW_STR_INIT, NULL, 0, 0}

TW_API tw_status tw_origin_share(tw_share_answer **out, const tw_origin *origin,
                                 const tw_share_options *options, tw_error *error);
TW_API void tw_share_answer_free(tw_share_answer *answer);

typedef struct tw_share_info {
  tw_str product;
  tw_str product_name;
  tw_str currency;
  tw_day date;
  int32_t reserved;
  tw_amount product_value;
  tw_amount parts_value;
  uint64_t unpriced; /* Parts without a price: the totals have no upper bound. */
  size_t dimensions;
} tw_share_info;
TW_API tw_status tw_share_info_get(tw_share_info *out, size_t out_size,
                                   const tw_share_answer *answer);

enum {
  TW_DIMENSION_ORIGIN = 0,
  TW_DIMENSION_SUPPLIER_COUNTRY = 1,
  TW_DIMENSION_SUPPLIER = 2,
  TW_DIMENSION_ECCN = 3,
  TW_DIMENSION_LISTED_PARTY = 4
};
typedef struct tw_share_dimension {
  tw_str name;
  int32_t dimension;
  int32_t reserved;
  size_t slices;
} tw_share_dimension;
TW_API tw_status tw_share_dimension_get(tw_share_dimension *out, size_t out_size,
                                        const tw_share_answer *answer, size_t i);

/* low: certainly its; high: what may be its. By value, what is unknown ("?") last. */
typedef struct tw_share_slice {
  tw_str key;
  tw_str name;
  tw_amount value;
  tw_share of_parts;
  tw_share of_product;
  uint64_t parts;
} tw_share_slice;
TW_API tw_status tw_share_slice_get(tw_share_slice *out, size_t out_size,
                                    const tw_share_answer *answer, size_t dimension, size_t i);
/* docs/share.schema.json */
TW_API tw_status tw_share_json(tw_text **out, const tw_share_answer *answer, tw_error *error);

/* ---- Cut-off ------------------------------------------------------------------------------------
 * What stops when suppliers, a country or a listed party no longer deliver.
 *
 * Example:
 *   tw_cutoff_options options = TW_CUTOFF_OPTIONS_INIT;
 *   tw_str countries[1];
 *   tw_cutoff_answer *answer = NULL;
 *   tw_cutoff_info info;
 *   tw_cutoff_product product;
 *   tw_cutoff_supplier supplier;
 *   tw_cutoff_position position;
 *   tw_cutoff_saving saving;
 *   tw_str step;
 *   tw_text *json = NULL;
 *   countries[0] = tw_str_of("US");
 *   options.countries = countries;
 *   options.country_count = 1;
 *   options.date = 20260723;
 *   ok(tw_origin_cutoff(&answer, origin, &options, NULL));
 *   ok(tw_cutoff_info_get(&info, sizeof info, answer));
 *   ok(tw_cutoff_product_get(&product, sizeof product, answer, 0));
 *   if (product.stops != TW_YES) return 1;
 *   ok(tw_cutoff_product_path(&step, answer, 0, product.path - 1));
 *   ok(tw_cutoff_product_lost(&step, answer, 0, 0));
 *   printf("stops for want of %.*s\n", (int)step.size, step.data);
 *   if (info.single_points > 0)
 *     ok(tw_cutoff_supplier_get(&supplier, sizeof supplier, answer, TW_CUTOFF_SINGLE_POINTS, 0));
 *   if (info.single_source > 0)
 *     ok(tw_cutoff_position_get(&position, sizeof position, answer, 0));
 *   if (info.savings > 0) ok(tw_cutoff_saving_get(&saving, sizeof saving, answer, 0));
 *   ok(tw_cutoff_json(&json, answer, NULL));
 *   tw_text_free(json);
 *   tw_cutoff_answer_free(answer);
 */

typedef struct tw_cutoff_answer tw_cutoff_answer;
typedef struct tw_cutoff_options {
  size_t struct_size;
  const tw_str *products; /* Part ids; none: every part that no line uses. */
  size_t product_count;
  const tw_str *suppliers; /* Supplier ids. */
  size_t supplier_count;
  const tw_str *countries; /* Suppliers there, and goods that come from there. */
  size_t country_count;
  const tw_str *parties; /* Names of listed parties; needs `index`. */
  size_t party_count;
  const tw_index *index;
  tw_day date;
  int32_t every_supplier; /* Also each supplier cut off alone. */
  uint32_t limit;         /* Rows of each list; default 100. */
  int32_t reserved;
} tw_cutoff_options;
#define TW_CUTOFF_OPTIONS_INIT \
  {sizeof(tw_cutoff_options), NULL, 0, NULL, 0, NULL, 0, NULL, 0, NULL, 0, 0, 0, 0}

/* Errors: TW_NOT_FOUND (a product or supplier), TW_USAGE (nothing cut off; parties, no index). */
TW_API tw_status tw_origin_cutoff(tw_cutoff_answer **out, const tw_origin *origin,
                                  const tw_cutoff_options *options, tw_error *error);
TW_API void tw_cutoff_answer_free(tw_cutoff_answer *answer);

typedef struct tw_cutoff_info {
  size_t products;
  size_t single_source; /* Positions that nothing else can fill. */
  size_t single_points; /* Suppliers that alone stop a product. */
  size_t savings;       /* Second sources that would save products. */
  size_t every_supplier;
  size_t cut_suppliers;
  size_t cut_parts;
  uint64_t more_cut_parts;
  uint64_t unknown_supplier_parts; /* That hang on a supplier of unknown country. */
  tw_amount stopped_value;
} tw_cutoff_info;
TW_API tw_status tw_cutoff_info_get(tw_cutoff_info *out, size_t out_size,
                                    const tw_cutoff_answer *answer);

/* Stopped ones first, by value. */
typedef struct tw_cutoff_product {
  tw_str product;
  tw_str name;
  tw_str currency;
  int32_t stops; /* TW_NO, TW_UNKNOWN, TW_YES */
  int32_t stops_with_unknown_suppliers;
  tw_amount value; /* Of one product. */
  size_t path;     /* Steps down to a part that is lost, the product first. */
  size_t lost;     /* Bought parts whose loss stops it. */
  uint64_t more_lost;
} tw_cutoff_product;
TW_API tw_status tw_cutoff_product_get(tw_cutoff_product *out, size_t out_size,
                                       const tw_cutoff_answer *answer, size_t i);
TW_API tw_status tw_cutoff_product_path(tw_str *out, const tw_cutoff_answer *answer,
                                        size_t product, size_t i);
TW_API tw_status tw_cutoff_product_lost(tw_str *out, const tw_cutoff_answer *answer,
                                        size_t product, size_t i);

enum { TW_CUTOFF_SINGLE_POINTS = 0, TW_CUTOFF_EVERY_SUPPLIER = 1 };
typedef struct tw_cutoff_supplier {
  tw_str supplier;
  tw_str country;
  tw_str currency;   /* "": they differ, and `value` is not summed. */
  uint64_t parts;    /* That only this supplier offers. */
  uint64_t products; /* That stop. */
  tw_amount value;   /* Of those products, one of each. */
} tw_cutoff_supplier;
TW_API tw_status tw_cutoff_supplier_get(tw_cutoff_supplier *out, size_t out_size,
                                        const tw_cutoff_answer *answer, int32_t which, size_t i);

typedef struct tw_cutoff_position {
  tw_str parent;
  tw_str pos;
  tw_str part;
  size_t suppliers;
} tw_cutoff_position;
TW_API tw_status tw_cutoff_position_get(tw_cutoff_position *out, size_t out_size,
                                        const tw_cutoff_answer *answer, size_t i);

typedef struct tw_cutoff_saving {
  tw_str part;
  tw_str name;
  uint64_t products; /* That would no longer stop with a second source of it alone. */
  uint64_t needed_by; /* Stopped products in which it is one of the parts lost. */
  tw_amount value;
} tw_cutoff_saving;
TW_API tw_status tw_cutoff_saving_get(tw_cutoff_saving *out, size_t out_size,
                                      const tw_cutoff_answer *answer, size_t i);
/* docs/cutoff.schema.json */
TW_API tw_status tw_cutoff_json(tw_text **out, const tw_cutoff_answer *answer, tw_error *error);

/* ---- What-if ------------------------------------------------------------------------------------
 * Which verdicts move when a price, an origin, a classification, an alternative or a date changes.
 *
 * Example:
 *   tw_whatif_options options = TW_WHATIF_OPTIONS_INIT;
 *   tw_origin_options question = TW_ORIGIN_OPTIONS_INIT;
 *   tw_str destination[1], changes[1];
 *   tw_whatif_answer *answer = NULL;
 *   tw_whatif_info info;
 *   tw_whatif_move move;
 *   tw_whatif_replacement replacement;
 *   tw_whatif_exchange exchange;
 *   tw_str note;
 *   tw_text *json = NULL;
 *   destination[0] = tw_str_of("IR");
 *   changes[0] = tw_str_of("price:CPU=90");
 *   question.destinations = destination;
 *   question.destination_count = 1;
 *   question.date = 20260723;
 *   options.question = &question;
 *   options.changes = changes;
 *   options.change_count = 1;
 *   options.replacement = 1;
 *   ok(tw_origin_whatif(&answer, origin, &options, NULL));
 *   ok(tw_whatif_info_get(&info, sizeof info, answer));
 *   if (info.notes > 0) ok(tw_whatif_note(&note, answer, 0));
 *   ok(tw_whatif_move_get(&move, sizeof move, answer, 0));
 *   printf("%s, then %s\n", tw_verdict_name(move.before), tw_verdict_name(move.after));
 *   if (info.replacements > 0) {
 *     ok(tw_whatif_replacement_get(&replacement, sizeof replacement, answer, 0));
 *     if (replacement.exchanges > 0)
 *       ok(tw_whatif_exchange_get(&exchange, sizeof exchange, answer, 0, 0));
 *   }
 *   ok(tw_whatif_json(&json, answer, NULL));
 *   tw_text_free(json);
 *   tw_whatif_answer_free(answer);
 */

typedef struct tw_whatif_answer tw_whatif_answer;
typedef struct tw_whatif_options {
  size_t struct_size;
  const tw_origin_options *question; /* Asked before and after the changes. */
  const tw_str *changes; /* All at once: "price:PART=12.50", "origin:PART=US", "eccn:PART=3A001",
                            "alternative:PARENT/POS=CHILD", "date=2019-10-21", "discrete:PART=y". */
  size_t change_count;
  int32_t replacement; /* Also the cheapest replacement, for what triggers. */
  int32_t reserved;
} tw_whatif_options;
#define TW_WHATIF_OPTIONS_INIT {sizeof(tw_whatif_options), NULL, NULL, 0, 0, 0}

/* Errors: those of tw_origin_evaluate(); TW_NOT_FOUND (a part or position), TW_BAD_VALUE. */
TW_API tw_status tw_origin_whatif(tw_whatif_answer **out, const tw_origin *origin,
                                  const tw_whatif_options *options, tw_error *error);
TW_API void tw_whatif_answer_free(tw_whatif_answer *answer);

typedef struct tw_whatif_info {
  size_t moved; /* Results of which the verdict or the share moved. */
  uint64_t unmoved;
  size_t replacements;
  size_t notes;
} tw_whatif_info;
TW_API tw_status tw_whatif_info_get(tw_whatif_info *out, size_t out_size,
                                    const tw_whatif_answer *answer);
/* What a change takes the place of, and in which currency. */
TW_API tw_status tw_whatif_note(tw_str *out, const tw_whatif_answer *answer, size_t i);

typedef struct tw_whatif_move {
  tw_str product;
  tw_str destination;
  int32_t regime;
  int32_t before;
  int32_t after;
  int32_t reserved;
  tw_share share_before;
  tw_share share_after;
} tw_whatif_move;
TW_API tw_status tw_whatif_move_get(tw_whatif_move *out, size_t out_size,
                                    const tw_whatif_answer *answer, size_t i);

/* The cheapest set of exchanges that brings a product below its threshold. */
typedef struct tw_whatif_replacement {
  tw_str product;
  tw_str destination;
  tw_str why;
  int32_t regime;
  int32_t found;
  int32_t proved_cheapest; /* 0: the search stopped at its limit. */
  int32_t reserved;
  tw_amount cost_more; /* Of all; 0 if they cost less together. */
  tw_amount cost_less;
  tw_share share_after;
  size_t exchanges;
} tw_whatif_replacement;
TW_API tw_status tw_whatif_replacement_get(tw_whatif_replacement *out, size_t out_size,
                                           const tw_whatif_answer *answer, size_t i);

/* One part exchanged for another that the bill offers as an alternative; amounts in one product. */
typedef struct tw_whatif_exchange {
  tw_str parent;
  tw_str pos;
  tw_str from;
  tw_str to;
  tw_amount controlled_less;
  tw_amount cost_more;
  tw_amount cost_less;
} tw_whatif_exchange;
TW_API tw_status tw_whatif_exchange_get(tw_whatif_exchange *out, size_t out_size,
                                        const tw_whatif_answer *answer, size_t replacement,
                                        size_t i);
/* docs/whatif.schema.json */
TW_API tw_status tw_whatif_json(tw_text **out, const tw_whatif_answer *answer, tw_error *error);

/* ---- Ownership ----------------------------------------------------------------------------------
 * Who is restricted because listed parties own it, under the rule of a regime on a day, with the proof.
 *
 * Example:
 *   tw_ownership_sources files = TW_OWNERSHIP_SOURCES_INIT;
 *   tw_ownership_options options = TW_OWNERSHIP_OPTIONS_INIT;
 *   tw_ownership *owners = NULL;
 *   tw_ownership_info size;
 *   tw_ownership_answer *answer = NULL;
 *   tw_ownership_answer_info info;
 *   tw_ownership_result party;
 *   tw_str regime[1];
 *   tw_text *json = NULL;
 *   files.in_memory = 1;
 *   files.edges = tw_str_of("owner_id,owned_id,share\nH,TRADE,50\nTRADE,PORT,60\n");
 *   files.seeds = tw_str_of("party_id,list\nH,SDN\n");
 *   ok(tw_ownership_read(&owners, NULL, &files, NULL));
 *   ok(tw_ownership_info_get(&size, sizeof size, owners));
 *   regime[0] = tw_str_of("us-ofac");
 *   options.regimes = regime;
 *   options.regime_count = 1;
 *   options.date = 20260115;
 *   ok(tw_ownership_assess(&answer, owners, &options, NULL));
 *   ok(tw_ownership_answer_info_get(&info, sizeof info, answer));
 *   ok(tw_ownership_result_get(&party, sizeof party, answer, 0));
 *   printf("%.*s: %s\n", (int)party.entity.size, party.entity.data,
 *          tw_ownership_verdict_name(party.verdict));
 *   ok(tw_ownership_json(&json, answer, NULL));
 *   tw_text_free(json);
 *   tw_ownership_answer_free(answer);
 *   tw_ownership_free(owners);
 */

typedef struct tw_ownership tw_ownership;
typedef struct tw_ownership_sources {
  size_t struct_size;
  tw_str edges; /* Paths of CSV files, or of FollowTheMoney entities; docs/ownership.md has the columns. */
  tw_str parties;
  tw_str seeds;
  int32_t in_memory; /* The three are contents, no paths. */
  int32_t reserved;
} tw_ownership_sources;
#define TW_OWNERSHIP_SOURCES_INIT \
  {sizeof(tw_ownership_sources), {NULL, 0}, {NULL, 0}, {NULL, 0}, 0, 0}

/* Reads a graph of owners whole, or tells all that is wrong with it. */
TW_API tw_status tw_ownership_read(tw_ownership **out, tw_problems **problems,
                                   const tw_ownership_sources *sources, tw_error *error);
TW_API void tw_ownership_free(tw_ownership *ownership);

typedef struct tw_ownership_info {
  uint64_t entities;
  uint64_t edges;
  uint64_t seeds;
} tw_ownership_info;
TW_API tw_status tw_ownership_info_get(tw_ownership_info *out, size_t out_size,
                                       const tw_ownership *ownership);

enum {
  TW_OWNERSHIP_NOT_RESTRICTED = 0, /* By these edges and seeds: no clearance. */
  TW_OWNERSHIP_DEPENDS = 1,
  TW_OWNERSHIP_RESTRICTED = 2
};
TW_API const char *tw_ownership_verdict_name(int32_t verdict);

typedef struct tw_ownership_answer tw_ownership_answer;
typedef struct tw_ownership_options {
  size_t struct_size;
  const tw_str *regimes; /* "us-ofac", "us-bis-affiliates", "eu", "uk", "ca"; at least one. */
  size_t regime_count;
  const tw_str *entities; /* Ids; none: all parties that are restricted or depend. */
  size_t entity_count;
  const tw_str *changes; /* "OWNER,OWNED,SHARE" or with ",KIND", tried out: the answer is that after them. */
  size_t change_count;
  const tw_index *index; /* Parties that are possible matches of its entries are seeds too. */
  const tw_rules *rules; /* NULL: the built-in ones. */
  int32_t threshold;     /* With an index: least score of a match, 1 to 10,000; 0: 8,000. */
  tw_day date;           /* 0: today in UTC. */
  uint32_t limit;        /* Most results of a regime where no entity is named; 0: 1,000. */
  int32_t reserved;
} tw_ownership_options;
#define TW_OWNERSHIP_OPTIONS_INIT \
  {sizeof(tw_ownership_options), NULL, 0, NULL, 0, NULL, 0, NULL, NULL, 0, 0, 0, 0}

/* Errors: TW_USAGE (no such regime), TW_NOT_FOUND (a party), TW_BAD_VALUE (a change). */
TW_API tw_status tw_ownership_assess(tw_ownership_answer **out, const tw_ownership *ownership,
                                     const tw_ownership_options *options, tw_error *error);
TW_API void tw_ownership_answer_free(tw_ownership_answer *answer);

typedef struct tw_ownership_answer_info {
  size_t results; /* Of all regimes. */
  uint64_t moved; /* Verdicts that the changes move. */
  uint64_t more_results;
} tw_ownership_answer_info;
TW_API tw_status tw_ownership_answer_info_get(tw_ownership_answer_info *out, size_t out_size,
                                              const tw_ownership_answer *answer);

typedef struct tw_ownership_result {
  tw_str entity;
  tw_str name; /* Or empty. */
  tw_str regime;
  int32_t verdict;
  int32_t listed;     /* It is a seed itself. */
  int32_t kind;       /* 0 capital, 1 votes, 2 control, 3 board: of the test that decides. */
  int32_t by_control; /* Control decides, not a share. */
  tw_share share;     /* Of restricted owners. */
  size_t because;     /* Edges of the proof, which stands in the JSON. */
  size_t labels;
} tw_ownership_result;
TW_API tw_status tw_ownership_result_get(tw_ownership_result *out, size_t out_size,
                                         const tw_ownership_answer *answer, size_t i);
/* docs/ownership.schema.json */
TW_API tw_status tw_ownership_json(tw_text **out, const tw_ownership_answer *answer, tw_error *error);

#ifdef __cplusplus
}
#endif

#endif /* TRADEWARDEN_H */
