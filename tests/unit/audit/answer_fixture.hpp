// An answer made by hand, so that what is printed does not depend on any search.
#ifndef TRADEWARDEN_TESTS_UNIT_AUDIT_ANSWER_FIXTURE_HPP
#define TRADEWARDEN_TESTS_UNIT_AUDIT_ANSWER_FIXTURE_HPP

#include "tradewarden/tradewarden.hpp"

namespace tradewarden::fixture {

/// ZTE Kangxun on 2018-07-05: denied, and an authorisation in force over the denial.
inline screening_answer denied_answer() {
  listed_party p;
  p.list = "US-DPL";
  p.source_id = "zte kangxun|2018-04-15";
  p.schema = schema::company;
  p.names.resize(2);
  p.names[0].text = "ZTE Kangxun Telecommunications Ltd.";
  p.names[1].text = "KANGXUN";
  p.names[1].kind = name_kind::aka;
  p.names[1].strength = name_strength::weak;
  p.countries = {"CN"};
  p.programmes = {"EAR", "744.11"};
  p.footnotes = {"4"};
  p.licence_requirement = "All items subject to the EAR";
  p.licence_policy = "Presumption of denial";
  p.citations = {"83 FR 17644"};
  p.remarks = "remark";
  party_source source;
  source.id = "row 5";
  source.list_name = "Denied Persons List";
  source.at.line = 5;
  p.sources = {source};
  measure m;
  m.kind = measure_kind::denial;
  m.from = day::parse("2018-04-15").value();
  m.until = day::parse("2018-07-13").value();
  m.published = day::parse("2018-04-23").value();
  m.citations = {"83 FR 17644"};
  p.measures = {m};
  overlay o;
  o.kind = "authorisation";
  o.from = day::parse("2018-07-02").value();
  o.until = day::parse("2018-08-02").value();
  p.overlays = {o};

  screening_hit h;
  h.rank = 1;
  h.score = score::from_units(9732);
  h.rank_score = h.score;
  h.party = p;
  h.matched_name = "ZTE Kangxun Telecommunications Ltd.";
  h.status = party_status::denied;
  h.from = m.from;
  h.until = m.until;
  h.measures = p.measures;
  h.overlays = p.overlays;
  h.explanation.score = h.score;
  token_pair same;
  same.query = same.listed = "zte";
  same.similarity = 10000;
  same.weight = 200;
  token_pair typo;
  typo.query = "kangxum";
  typo.listed = "kangxun";
  typo.reason = match_reason::edit;
  typo.similarity = 8600;
  typo.weight = 190;
  typo.edits = 1;
  h.explanation.pairs = {same, typo};
  h.explanation.unmatched_listed = {{"ltd", token_role::legal_form, 10}};
  h.explanation.adjustments = {{"order", 9500}};
  h.evidences = {{"country", evidence_state::confirms, "CN", "CN"},
                 {"birth_date", evidence_state::absent, "1965", ""}};

  screening_answer a;
  a.query.id = "q1";
  a.query.name = "ZTE Kangxum";
  a.query.country = "CN";
  a.query.birth_date = "1965";
  a.options.as_of = day::parse("2018-07-05").value();
  a.hits = {h};
  a.more = 2;
  a.index_content = sha256("an index");
  return a;
}

}  // namespace tradewarden::fixture

#endif  // TRADEWARDEN_TESTS_UNIT_AUDIT_ANSWER_FIXTURE_HPP
