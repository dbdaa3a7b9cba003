#include "hit_table.hpp"

#include <cstring>
#include <limits>
#include <utility>

#include "audit/hit_words.hpp"
#include "support/ascii.hpp"
#include "support/utf8_text.hpp"
#include "values.hpp"

namespace tradewarden::python {
namespace {

constexpr std::int64_t k_chunk_rows = 65'536;
/// Offsets of 32 bits end at 2 GB; a row adds a few kB at most.
constexpr std::size_t k_chunk_bytes = std::size_t{1} << 30;

const char* format_of(column_kind k) {
  switch (k) {
    case column_kind::text: return "u";
    case column_kind::number32: return "i";
    case column_kind::number64: return "l";
    case column_kind::real: return "g";
    case column_kind::date: return "tdD";
  }
  return "n";
}

std::size_t width_of(column_kind k) {
  return k == column_kind::number64 || k == column_kind::real ? 8 : 4;
}

// --- what is handed over through Arrow's C structs; each owns a reference to what it shows

struct schema_parts {
  std::vector<ArrowSchema> children;
  std::vector<ArrowSchema*> pointers;
};

void release_schema(ArrowSchema* s) {
  auto* const parts = static_cast<schema_parts*>(s->private_data);
  for (ArrowSchema& child : parts->children) {
    if (child.release != nullptr) child.release(&child);
  }
  delete parts;
  s->release = nullptr;
}

void release_child_schema(ArrowSchema* s) { s->release = nullptr; }

/// Titles are constant texts, so that children own nothing.
void fill_schema(ArrowSchema* out, const std::vector<column_title>& titles) {
  auto parts = std::make_unique<schema_parts>();
  for (const column_title& t : titles) {
    parts->children.push_back({format_of(t.kind), t.name, nullptr,
                               t.nullable ? k_arrow_nullable : 0, 0, nullptr, nullptr,
                               release_child_schema, nullptr});
  }
  for (ArrowSchema& child : parts->children) parts->pointers.push_back(&child);
  *out = {"+s", "", nullptr, 0, static_cast<std::int64_t>(titles.size()), parts->pointers.data(),
          nullptr, release_schema, nullptr};
  out->private_data = parts.release();
}

using chunk_ref = std::shared_ptr<const table_chunk>;

/// A consumer may move a child out and release the rest, so that each child holds the chunk too.
struct child_parts {
  chunk_ref chunk;
  const void* buffers[3];
};
struct array_parts {
  std::vector<ArrowArray> children;
  std::vector<ArrowArray*> pointers;
  const void* buffers[1] = {nullptr};
};

void release_child(ArrowArray* a) {
  delete static_cast<child_parts*>(a->private_data);
  a->release = nullptr;
}

void release_array(ArrowArray* a) {
  auto* const parts = static_cast<array_parts*>(a->private_data);
  for (ArrowArray& child : parts->children) {
    if (child.release != nullptr) child.release(&child);
  }
  delete parts;
  a->release = nullptr;
}

void fill_array(ArrowArray* out, const chunk_ref& chunk, const std::vector<column_title>& titles) {
  auto parts = std::make_unique<array_parts>();
  parts->children.resize(titles.size());
  for (std::size_t i = 0; i < titles.size(); ++i) {
    const column_data& c = chunk->columns[i];
    auto own = std::make_unique<child_parts>();
    own->chunk = chunk;
    const bool text = titles[i].kind == column_kind::text;
    own->buffers[0] = c.nulls != 0 ? c.valid.data() : nullptr;
    own->buffers[1] = text ? static_cast<const void*>(c.offsets.data()) : c.bytes.data();
    own->buffers[2] = c.bytes.data();
    ArrowArray& child = parts->children[i];
    child = {chunk->rows, c.nulls, 0,       text ? 3 : 2,  0,      own->buffers,
             nullptr,     nullptr, release_child, nullptr};
    child.private_data = own.release();
    parts->pointers.push_back(&child);
  }
  *out = {chunk->rows, 0, 0, 1, static_cast<std::int64_t>(titles.size()), parts->buffers,
          parts->pointers.data(), nullptr, release_array, nullptr};
  out->private_data = parts.release();
}

struct stream_parts {
  std::vector<column_title> titles;
  std::vector<chunk_ref> chunks;
  std::size_t next = 0;
};

int stream_schema(ArrowArrayStream* s, ArrowSchema* out) {
  fill_schema(out, static_cast<stream_parts*>(s->private_data)->titles);
  return 0;
}

int stream_next(ArrowArrayStream* s, ArrowArray* out) {
  auto* const parts = static_cast<stream_parts*>(s->private_data);
  if (parts->next == parts->chunks.size()) {
    *out = {};
  } else {
    fill_array(out, parts->chunks[parts->next++], parts->titles);
  }
  return 0;
}

const char* stream_error(ArrowArrayStream*) { return nullptr; }

void release_stream(ArrowArrayStream* s) {
  delete static_cast<stream_parts*>(s->private_data);
  s->release = nullptr;
}

template <class T>
void destroy(PyObject* capsule) {
  auto* const held = static_cast<T*>(PyCapsule_GetPointer(capsule, PyCapsule_GetName(capsule)));
  if (held == nullptr) return;
  if (held->release != nullptr) held->release(held);
  delete held;
}

template <class T>
nb::object capsule_of(std::unique_ptr<T> held, const char* name) {
  nb::object out = nb::steal(PyCapsule_New(held.get(), name, destroy<T>));
  if (!out.is_valid()) {
    held->release(held.get());
    throw nb::python_error();
  }
  static_cast<void>(held.release());
  return out;
}

bool is_set(const column_data& c, std::int64_t row) {
  return c.nulls == 0 || (c.valid[static_cast<std::size_t>(row / 8)] >> (row % 8) & 1) != 0;
}

template <class T>
T value_at(const column_data& c, std::int64_t row) {
  T out;
  std::memcpy(&out, c.bytes.data() + row * static_cast<std::int64_t>(sizeof(T)), sizeof out);
  return out;
}

}  // namespace

hit_table::hit_table(bool with_id) : with_id_(with_id) {
  titles_.push_back({"row", column_kind::number64, false});
  if (with_id) titles_.push_back({"query_id", column_kind::text, true});
  titles_.insert(titles_.end(), {{"query", column_kind::text, false},
                                 {"rank", column_kind::number32, true},
                                 {"score", column_kind::real, true},
                                 {"list", column_kind::text, true},
                                 {"source_id", column_kind::text, true},
                                 {"party", column_kind::text, true},
                                 {"matched_name", column_kind::text, true},
                                 {"status", column_kind::text, false},
                                 {"from", column_kind::date, true},
                                 {"until", column_kind::date, true},
                                 {"schema", column_kind::text, true},
                                 {"programmes", column_kind::text, true},
                                 {"citations", column_kind::text, true},
                                 {"notes", column_kind::text, false},
                                 {"same_party", column_kind::number32, true}});
}

void hit_table::put(std::size_t column, std::string_view text) {
  column_data& c = open_->columns[column];
  if (utf8::is_valid(text)) {
    c.bytes.insert(c.bytes.end(), text.begin(), text.end());
  } else {
    const std::string repaired = utf8::repaired(std::string(text));
    c.bytes.insert(c.bytes.end(), repaired.begin(), repaired.end());
  }
  c.offsets.push_back(static_cast<std::int32_t>(c.bytes.size()));
  c.valid.back() = static_cast<std::uint8_t>(c.valid.back() | 1U << (open_->rows % 8));
}

template <class T>
void hit_table::put_value(std::size_t column, T value) {
  column_data& c = open_->columns[column];
  const auto* const from = reinterpret_cast<const char*>(&value);
  c.bytes.insert(c.bytes.end(), from, from + sizeof value);
  c.valid.back() = static_cast<std::uint8_t>(c.valid.back() | 1U << (open_->rows % 8));
}

void hit_table::put_null(std::size_t column) {
  column_data& c = open_->columns[column];
  ++c.nulls;
  if (titles_[column].kind == column_kind::text) {
    c.offsets.push_back(static_cast<std::int32_t>(c.bytes.size()));
  } else {
    c.bytes.resize(c.bytes.size() + width_of(titles_[column].kind));
  }
}

void hit_table::put_date(std::size_t column, const std::optional<day>& d) {
  if (d) {
    put_value(column, d->days());
  } else {
    put_null(column);
  }
}

void hit_table::begin(std::int64_t row, const screening_query& query) {
  if (!open_) {
    open_ = std::make_shared<table_chunk>();
    open_->columns.resize(titles_.size());
    for (std::size_t i = 0; i < titles_.size(); ++i) {
      if (titles_[i].kind == column_kind::text) open_->columns[i].offsets.push_back(0);
    }
  }
  if (open_->rows % 8 == 0) {
    for (column_data& c : open_->columns) c.valid.push_back(0);
  }
  at_ = 0;
  put_value(at_++, row);
  if (with_id_) put(at_++, query.id);
  put(at_++, query.name);
}

void hit_table::end_row() {
  ++open_->rows;
  bool full = open_->rows == k_chunk_rows;
  for (const column_data& c : open_->columns) full = full || c.bytes.size() >= k_chunk_bytes;
  if (full) finish();
}

void hit_table::finish() {
  if (!open_) return;
  chunks_.push_back(std::move(open_));
  open_.reset();
}

void hit_table::add(std::int64_t row, const screening_answer& answer) {
  if (!was_screened(answer.problem)) {
    const error why{answer.problem == query_problem::empty ? errc::empty_input : errc::bad_index,
                    answer.notes.empty() ? "nothing was screened" : answer.notes.front(), {}, 0, {}};
    add_failed(row, answer.query, why);
    return;
  }
  for (const screening_hit& h : answer.hits) {
    begin(row, answer.query);
    put_value(at_++, static_cast<std::int32_t>(h.rank));
    if (answer.problem == query_problem::no_name) {
      put_null(at_++);
    } else {
      put_value(at_++, to_number(h.score));
    }
    put(at_++, h.party.list);
    put(at_++, h.party.source_id);
    put(at_++, h.party.names.empty() ? std::string_view() : h.party.names.front().text);
    put(at_++, h.matched_name);
    put(at_++, to_string(h.status));
    put_date(at_++, h.from);
    put_date(at_++, h.until);
    put(at_++, to_string(h.party.schema));
    put(at_++, ascii::join(h.party.programmes, "; "));
    put(at_++, ascii::join(h.party.citations, "; "));
    put(at_++, ascii::join(audit::hit_notes(answer, h), "; "));
    if (h.same_party == 0) {
      put_null(at_++);
    } else {
      put_value(at_++, static_cast<std::int32_t>(h.same_party));
    }
    end_row();
  }
}

void hit_table::add_failed(std::int64_t row, const screening_query& query, const error& why) {
  ++not_screened_;
  begin(row, query);
  while (at_ < titles_.size()) {
    const std::string_view title = titles_[at_].name;
    if (title == "status") {
      put(at_, "not_screened");
    } else if (title == "notes") {
      put(at_, why.to_string());
    } else {
      put_null(at_);
    }
    ++at_;
  }
  end_row();
}

std::int64_t hit_table::rows() const {
  std::int64_t out = 0;
  for (const auto& c : chunks_) out += c->rows;
  return out;
}

nb::object hit_table::stream() const {
  auto out = std::make_unique<ArrowArrayStream>();
  auto parts = std::make_unique<stream_parts>(stream_parts{titles_, chunks_, 0});
  *out = {stream_schema, stream_next, stream_error, release_stream, nullptr};
  out->private_data = parts.release();
  return capsule_of(std::move(out), "arrow_array_stream");
}

nb::object hit_table::schema() const {
  auto out = std::make_unique<ArrowSchema>();
  fill_schema(out.get(), titles_);
  return capsule_of(std::move(out), "arrow_schema");
}

nb::list hit_table::column(std::size_t position) const {
  nb::list out;
  const column_kind kind = titles_[position].kind;
  // The same few texts stand below each other (a list, a status): one str for a run of them.
  std::string_view last;
  nb::object last_text;
  for (const auto& chunk : chunks_) {
    const column_data& c = chunk->columns[position];
    for (std::int64_t row = 0; row < chunk->rows; ++row) {
      const bool set = is_set(c, row);
      switch (kind) {
        case column_kind::text: {
          if (!set) {
            out.append(nb::none());
            break;
          }
          const auto from = static_cast<std::size_t>(c.offsets[static_cast<std::size_t>(row)]);
          const auto until = static_cast<std::size_t>(c.offsets[static_cast<std::size_t>(row) + 1]);
          const std::string_view text(c.bytes.data() + from, until - from);
          if (!last_text.is_valid() || text != last) {
            last = text;
            last_text = to_str(text);
          }
          out.append(last_text);
          break;
        }
        case column_kind::number32:
          out.append(set ? nb::object(nb::int_(value_at<std::int32_t>(c, row)))
                         : nb::object(nb::none()));
          break;
        case column_kind::number64: out.append(nb::int_(value_at<std::int64_t>(c, row))); break;
        case column_kind::real:
          out.append(set ? nb::object(nb::float_(value_at<double>(c, row)))
                         : nb::object(nb::none()));
          break;
        case column_kind::date:
          out.append(nb::int_(set ? std::int64_t{value_at<std::int32_t>(c, row)}
                                  : std::numeric_limits<std::int64_t>::min()));
          break;
      }
    }
  }
  return out;
}

}  // namespace tradewarden::python
