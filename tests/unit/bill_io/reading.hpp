// Reading a bill of texts, and what came of it as text, for the readers' tests.
#ifndef TRADEWARDEN_TESTS_BILL_READING_HPP
#define TRADEWARDEN_TESTS_BILL_READING_HPP

#include <string>
#include <vector>

#include "tradewarden/read_bill.hpp"

namespace tradewarden {

/// "file:line: field: message" of every problem.
inline std::vector<std::string> problems(const bill_reading& r) {
  std::vector<std::string> out;
  for (const error& e : r.problems) out.push_back(e.to_string());
  return out;
}

inline std::string_view letter(truth t) {
  return t == truth::yes ? "y" : t == truth::no ? "n" : "?";
}

/// Everything a bill says, so that two can be compared; without the names of files.
inline std::vector<std::string> dump(const bill& b) {
  std::vector<std::string> out;
  const auto add = [&](std::initializer_list<std::string_view> fields) {
    std::string line;
    for (const std::string_view f : fields) line.append(f).append("|");
    out.push_back(line);
  };
  for (std::uint32_t i = 0; i < b.part_count(); ++i) {
    const part_id id{i};
    const bill_part p = b.part(id);
    add({p.id, p.name, to_string(p.kind), p.made_in, letter(p.us_origin),
         p.us_origin_stated ? letter(*p.us_origin_stated) : "-", p.eccn, p.hs,
         p.fmv.to_string(), p.currency, letter(p.discrete), to_string(p.content), p.unit});
    for (std::uint32_t l = 0; l < b.line_count(id); ++l) {
      const bill_line x = b.line(id, l);
      add({" line", x.pos, b.part(x.child).id, std::to_string(x.alt_rank), x.quantity.to_string(),
           x.uom, x.quantity_in_unit.to_string()});
    }
    for (std::uint32_t o = 0; o < b.offer_count(id); ++o) {
      const bill_offer x = b.offer(id, o);
      add({" offer", b.supplier(x.supplier), x.supplier_country, x.country_of_origin,
           x.price.to_string(), x.currency});
    }
  }
  for (std::uint32_t i = 0; i < b.production_count(); ++i) {
    const bill_production x = b.production(i);
    add({"production", b.part(x.part).id, x.us_technology_eccns, x.plant_eccns,
         letter(x.contains_ic_of_such_plant)});
  }
  for (const exchange_rate& r : b.rates()) {
    add({"fx", r.date.to_string(), r.currency, r.num.to_string(), r.den.to_string()});
  }
  return out;
}

}  // namespace tradewarden

#endif  // TRADEWARDEN_TESTS_BILL_READING_HPP
