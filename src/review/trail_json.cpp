#include "review/trail_json.hpp"

#include "audit/json_parts.hpp"

namespace tradewarden::review {

using audit::json;

std::string check_json(const trail_check& check) {
  const json broken =
      check.broken ? json{{"record", check.broken->record}, {"what", check.broken->what}} : json(nullptr);
  return audit::one_line({{"records", check.records}, {"head", check.head.to_string()}, {"broken", broken}});
}

std::string answer_json(const trail_record& record) {
  const json body = json::parse(record.body, nullptr, false);
  return audit::one_line({{"record", record.number},
                          {"at", record.at},
                          {"answer_id", record.subject},
                          {"body", body.is_discarded() ? json(record.body) : body}});
}

}  // namespace tradewarden::review
