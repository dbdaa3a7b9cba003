#include "tradewarden/bill_builder.hpp"

#include "capi/handles.hpp"
#include "capi/input.hpp"
#include "capi/output.hpp"

namespace tradewarden::capi {
namespace {

/// What a row's source is called where the caller names none.
constexpr std::string_view k_rows = "rows";
constexpr std::uint32_t k_most_files = 255;

template <class From, class To>
struct row_field {
  tw_str From::*from;
  std::string_view To::*to;
  const char* name;
};

constexpr row_field<tw_part_row, part_row> k_part[] = {
    {&tw_part_row::part_id, &part_row::part_id, "row.part_id"},
    {&tw_part_row::name, &part_row::name, "row.name"},
    {&tw_part_row::kind, &part_row::kind, "row.kind"},
    {&tw_part_row::made_in, &part_row::made_in, "row.made_in"},
    {&tw_part_row::us_origin, &part_row::us_origin, "row.us_origin"},
    {&tw_part_row::eccn, &part_row::eccn, "row.eccn"},
    {&tw_part_row::hs, &part_row::hs, "row.hs"},
    {&tw_part_row::fmv, &part_row::fmv, "row.fmv"},
    {&tw_part_row::currency, &part_row::currency, "row.currency"},
    {&tw_part_row::discrete, &part_row::discrete, "row.discrete"},
    {&tw_part_row::content_type, &part_row::content_type, "row.content_type"},
    {&tw_part_row::unit, &part_row::unit, "row.unit"}};

constexpr row_field<tw_line_row, line_row> k_line[] = {
    {&tw_line_row::parent_id, &line_row::parent_id, "row.parent_id"},
    {&tw_line_row::pos, &line_row::pos, "row.pos"},
    {&tw_line_row::child_id, &line_row::child_id, "row.child_id"},
    {&tw_line_row::alt_rank, &line_row::alt_rank, "row.alt_rank"},
    {&tw_line_row::qty, &line_row::qty, "row.qty"},
    {&tw_line_row::uom, &line_row::uom, "row.uom"}};

constexpr row_field<tw_offer_row, offer_row> k_offer[] = {
    {&tw_offer_row::part_id, &offer_row::part_id, "row.part_id"},
    {&tw_offer_row::supplier_id, &offer_row::supplier_id, "row.supplier_id"},
    {&tw_offer_row::supplier_country, &offer_row::supplier_country, "row.supplier_country"},
    {&tw_offer_row::country_of_origin, &offer_row::country_of_origin, "row.country_of_origin"},
    {&tw_offer_row::price, &offer_row::price, "row.price"},
    {&tw_offer_row::currency, &offer_row::currency, "row.currency"}};

constexpr row_field<tw_rate_row, rate_row> k_rate[] = {
    {&tw_rate_row::date, &rate_row::date, "row.date"},
    {&tw_rate_row::currency, &rate_row::currency, "row.currency"},
    {&tw_rate_row::rate_num, &rate_row::rate_num, "row.rate_num"},
    {&tw_rate_row::rate_den, &rate_row::rate_den, "row.rate_den"}};

/// Hands one row over: `add` is the builder's function for rows of its kind.
template <class From, class To, std::size_t N>
tw_status add_row(tw_bill_builder* builder, const From* row, const row_field<From, To> (&fields)[N],
                  void (bill_builder::*add)(const To&, bill_position), tw_error* error) {
  return guarded(error, [&]() -> result<void> {
    if (!is(builder)) return no_handle("builder");
    if (builder->built) return usage("the builder has made its bill", "builder");
    if (row == nullptr) return usage("there is no row", "row");
    const auto given = read_struct(row, "row");
    if (!given) return given.error();
    To out;
    for (const row_field<From, To>& f : fields) {
      const auto text = text_of((*given).*(f.from), f.name);
      if (!text) return text.error();
      out.*(f.to) = *text;
    }
    if (builder->files == 0) {
      builder->rows.add_file(k_rows, sha256({}));
      builder->files = 1;
    }
    if (given->file >= builder->files) return usage("no file has this number", "row.file");
    (builder->rows.*add)(out, {given->file, given->row});
    return {};
  });
}

}  // namespace
}  // namespace tradewarden::capi

using namespace tradewarden::capi;
namespace tw = tradewarden;

tw_status tw_bill_builder_new(tw_bill_builder** out, tw_error* error) {
  return make(out, error,
              []() -> made<tw_bill_builder> { return std::make_unique<tw_bill_builder>(); });
}

void tw_bill_builder_free(tw_bill_builder* builder) { release(builder); }

tw_status tw_bill_builder_file(uint32_t* out, tw_bill_builder* builder, const char* name,
                               size_t name_size, const char* content, size_t content_size,
                               tw_error* error) {
  return guarded(error, [&]() -> tw::result<void> {
    if (!is_memory(out, alignof(uint32_t))) return usage("there is no place for the result", "out");
    if (!is(builder)) return no_handle("builder");
    if (builder->built) return usage("the builder has made its bill", "builder");
    const auto called = text_of(name, name_size, "name");
    if (!called) return called.error();
    const auto text = text_of(content, content_size, "content");
    if (!text) return text.error();
    if (builder->files == k_most_files) {
      return tw::error{tw::errc::limit_exceeded, "more than 255 files", {}, 0, "name"};
    }
    *out = builder->rows.add_file(*called, tw::sha256(*text));
    builder->files = *out + 1;
    return {};
  });
}

tw_status tw_bill_add_part(tw_bill_builder* builder, const tw_part_row* row, tw_error* error) {
  return add_row(builder, row, k_part, &tw::bill_builder::add_part, error);
}

tw_status tw_bill_add_line(tw_bill_builder* builder, const tw_line_row* row, tw_error* error) {
  return add_row(builder, row, k_line, &tw::bill_builder::add_line, error);
}

tw_status tw_bill_add_offer(tw_bill_builder* builder, const tw_offer_row* row, tw_error* error) {
  return add_row(builder, row, k_offer, &tw::bill_builder::add_offer, error);
}

tw_status tw_bill_add_rate(tw_bill_builder* builder, const tw_rate_row* row, tw_error* error) {
  return add_row(builder, row, k_rate, &tw::bill_builder::add_rate, error);
}

tw_status tw_bill_builder_build(tw_bill** out, tw_problems** problems, tw_bill_builder* builder,
                                tw_error* error) {
  return make(out, error, [&]() -> made<tw_bill> {
    give(problems, nullptr);
    if (!is(builder)) return no_handle("builder");
    if (builder->built) return usage("the builder has made its bill", "builder");
    builder->built = true;
    auto bill = builder->rows.build();
    auto told = std::make_unique<tw_problems>();
    for (const tw::error& e : builder->rows.problems()) told->rows.push_back(refused(e));
    told->more = builder->rows.more_problems();
    give(problems, std::move(told));
    if (!bill) return bill.error();
    return std::make_unique<tw_bill>(std::move(*bill));
  });
}
