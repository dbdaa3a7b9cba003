#include "tradewarden/audit_trail.hpp"

#include "catch.hpp"
#include "store/database.hpp"
#include "temp_dir.hpp"

using namespace tradewarden;
using tests::temp_dir;

namespace {

std::string filled(const temp_dir& dir) {
  const std::string path = dir.path("s.store");
  auto trail = audit_trail::open(path, store_access::create);
  REQUIRE(trail);
  for (const char* name : {"one", "two", "three"}) REQUIRE(trail->append("answer", name, "{}"));
  return path;
}

/// What somebody with the file in hands would do: the triggers are no lock.
void tamper(const std::string& path, const std::string& sql) {
  auto db = store::database::open(path, store::open_mode::write);
  REQUIRE(db);
  REQUIRE(db->execute("DROP TRIGGER trail_no_UPDATE; DROP TRIGGER trail_no_DELETE;"));
  REQUIRE(db->execute(sql.c_str()));
}

trail_check checked(const std::string& path, const std::optional<digest>& head = {}) {
  return audit_trail::open(path, store_access::read).value().verify(head).value();
}

}  // namespace

TEST_CASE("audit trail: records are numbered and chained as documented", "[audit-trail]") {
  const temp_dir dir;
  const std::string path = filled(dir);
  const auto trail = audit_trail::open(path, store_access::read).value();
  const auto records = trail.records("answer").value();
  REQUIRE(records.size() == 3);
  CHECK(records[0].previous == digest());
  for (std::size_t i = 0; i < 3; ++i) {
    const trail_record& r = records[i];
    CHECK(r.number == i + 1);
    if (i != 0) CHECK(r.previous == records[i - 1].sha256);
    const std::string before(reinterpret_cast<const char*>(r.previous.bytes.data()), 32);
    CHECK(r.sha256 == sha256(before + std::to_string(i + 1) + "\n" + r.at + "\nanswer\n" + r.subject + "\n{}"));
  }
  const trail_check c = checked(path);
  CHECK(c.records == 3);
  CHECK(c.head == records[2].sha256);
  CHECK_FALSE(c.broken);
  CHECK(trail.records("answer", "two").value().size() == 1);
  CHECK(trail.records("decision").value().empty());
}

TEST_CASE("audit trail: an empty one is whole", "[audit-trail]") {
  const temp_dir dir;
  { REQUIRE(audit_trail::open(dir.path("s.store"), store_access::create)); }
  const trail_check c = checked(dir.path("s.store"));
  CHECK(c.records == 0);
  CHECK_FALSE(c.broken);
}

TEST_CASE("audit trail: the first broken record is named", "[audit-trail]") {
  const temp_dir dir;
  const std::string path = filled(dir);
  const digest head = checked(path).head;
  SECTION("content changed") {
    tamper(path, "UPDATE trail SET body = '{\"hits\":[]}' WHERE id = 2");
    const trail_check c = checked(path);
    REQUIRE(c.broken);
    CHECK(c.records == 1);
    CHECK(c.broken->record == 2);
    CHECK(c.broken->what.find("was changed") != std::string::npos);
  }
  SECTION("a record taken out") {
    tamper(path, "DELETE FROM trail WHERE id = 2");
    REQUIRE(checked(path).broken);
    CHECK(checked(path).broken->record == 2);
  }
  SECTION("taken out, and the others moved up") {
    tamper(path, "DELETE FROM trail WHERE id = 1; UPDATE trail SET id = id - 1");
    REQUIRE(checked(path).broken);
    CHECK(checked(path).broken->record == 1);
  }
  SECTION("a digest changed with its content: the next one no longer follows") {
    tamper(path, "UPDATE trail SET digest = previous WHERE id = 1");
    REQUIRE(checked(path).broken);
    CHECK(checked(path).broken->record == 1);
  }
  SECTION("the end cut off shows only to who knows the head") {
    tamper(path, "DELETE FROM trail WHERE id = 3");
    CHECK_FALSE(checked(path).broken);
    REQUIRE(checked(path, head).broken);
    CHECK(checked(path, head).broken->record == 3);
  }
  SECTION("more records after a known head are fine") {
    REQUIRE(audit_trail::open(path, store_access::write)->append("answer", "four", "{}"));
    CHECK_FALSE(checked(path, head).broken);
  }
}

TEST_CASE("audit trail: nothing is changed or taken out by the store itself", "[audit-trail]") {
  const temp_dir dir;
  const std::string path = filled(dir);
  auto db = store::database::open(path, store::open_mode::write);
  REQUIRE(db);
  CHECK_FALSE(db->execute("UPDATE trail SET body = 'x'"));
  CHECK_FALSE(db->execute("DELETE FROM trail"));
}

TEST_CASE("audit trail: a store of the first version gets one", "[audit-trail]") {
  const temp_dir dir;
  const std::string path = filled(dir);
  {
    auto db = store::database::open(path, store::open_mode::write);
    REQUIRE(db);
    REQUIRE(db->execute("DROP TABLE trail; DROP TABLE portfolio; DROP TABLE portfolio_customer; "
                        "DROP TABLE portfolio_entry; DROP TABLE portfolio_alert; PRAGMA user_version = 1"));
  }
  REQUIRE(audit_trail::open(path, store_access::read));  // takes the steps first
  CHECK(checked(path).records == 0);
}
