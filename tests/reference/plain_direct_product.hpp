// The foreign direct product rules of 15 CFR 734.9 as of 2026, by their definition: open facts are tried
// in every way in which they may turn out. The lists and groups are written here by hand, for a handful
// of classifications and destinations. The twin of src/origin/direct_products.hpp.
#ifndef TRADEWARDEN_TESTS_REFERENCE_PLAIN_DIRECT_PRODUCT_HPP
#define TRADEWARDEN_TESTS_REFERENCE_PLAIN_DIRECT_PRODUCT_HPP

#include <algorithm>
#include <string>
#include <vector>

#include "tradewarden/truth.hpp"

namespace tradewarden::tests {

/// What is known of a product; texts are ECCNs, "?" not known.
struct direct_product_item_facts {
  std::string eccn;
  bool technology_open = false, plant_open = false;
  std::vector<std::string> technology, plant;
  truth ic = truth::unknown;
  std::string to, from;
  bool footnotes_open = false;
  std::vector<std::string> footnotes;
  bool uses_open = false;
  std::vector<std::string> uses;
};

/// One way in which all may turn out.
struct product_world {
  std::string eccn;
  std::vector<std::string> technology, plant;
  bool ic = false;
  std::vector<std::string> footnotes, uses;
  bool assurance = false, facility = false, in_china = false, diffusion = false;
};

inline bool among(const std::vector<std::string>& all, const std::string& one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}
inline bool any_of_among(const std::vector<std::string>& of, const std::vector<std::string>& all) {
  return std::any_of(of.begin(), of.end(), [&](const std::string& o) { return among(all, o); });
}

/// Does the rule hold in this world?
inline bool direct_product_holds(const std::string& rule, const product_world& w, const std::string& to,
                       const std::string& from) {
  static const std::vector<std::string> a{
      "3D001", "3D901", "3D991", "3D992", "3D993", "3D994", "3E001", "3E002", "3E003", "3E901",
      "3E991", "3E992", "3E993", "3E994", "4D001", "4D993", "4D994", "4E001", "4E992", "4E993",
      "5D001", "5D991", "5E001", "5E991"};
  static const std::vector<std::string> b{"3D001", "3D901", "3D991", "3D992", "3D993", "3D994",
                                          "3E001", "3E901", "3E991", "3E992", "3E993", "3E994"};
  const auto from_list = [&](const std::vector<std::string>& list) {
    return any_of_among(w.technology, list) || any_of_among(w.plant, list);
  };
  const auto with = [](std::vector<std::string> list, std::initializer_list<const char*> more) {
    list.insert(list.end(), more.begin(), more.end());
    return list;
  };
  const auto entries = [&](const char* first, const char* groups) {  // of what is listed at all
    const auto fits = [&](const std::string& e) {
      return std::string(first).find(e[0]) != std::string::npos &&
             std::string(groups).find(e[1]) != std::string::npos && e != "EAR99";
    };
    return std::any_of(w.technology.begin(), w.technology.end(), fits) ||
           std::any_of(w.plant.begin(), w.plant.end(), fits);
  };
  const bool d5 = among({"CN", "RU", "IR", "BY", "CU", "KP"}, to);
  const bool partner = among({"DE", "JP", "TW", "KR"}, from);   // Supplement No. 3 to Part 746
  const bool excepted = among({"DE", "JP"}, from);              // Supplement No. 4 to Part 742
  const std::vector<std::string>& fn = w.footnotes;
  if (rule == "b") {
    return among({"5A002.a", "9A515.d", "9A610.a", "3B001.c"}, w.eccn) && w.assurance && entries("0123456789", "DE") &&
           among({"CN", "RU", "BY", "VN", "IR", "KP", "CU"}, to);
  }
  if (rule == "c") return w.eccn == "9A515.d" && from_list({"9D515", "9E515"}) && d5;
  if (rule == "d") {
    return w.eccn == "9A610.a" && from_list({"9D610", "9E610"}) && (d5 || among({"TW", "VN"}, to));
  }
  if (rule == "e-1") return from_list(a) && among(fn, "1");
  if (rule == "e-2") return from_list(with(a, {"5D002", "5E002"})) && among(fn, "4");
  if (rule == "e-3") {
    return w.eccn == "3B993" && (from_list(b) || w.ic) && !excepted &&
           (among(fn, "5") || (among(w.uses, "advanced-node") && (d5 || w.facility)));
  }
  if (rule == "f") {
    return w.eccn != "EAR99" && entries("0123456789", "DE") && among({"RU", "BY"}, to) && !partner;
  }
  if (rule == "g") return entries("0123456789", "DE") && among(fn, "3");
  if (rule == "h") {
    return w.eccn == "3A090.a" && from_list(with(a, {"4D090", "5D002", "5E002"})) &&
           (d5 || among({"VN"}, to) || w.diffusion);
  }
  if (rule == "i") {
    return from_list(a) && among(w.uses, "supercomputer") && (to == "CN" || w.in_china);
  }
  if (rule == "j") {
    return w.eccn != "EAR99" && w.eccn[0] >= '3' && entries("3456789", "DE") &&
           (to == "IR" || among(w.uses, "iran-supp-7-items") || among(w.uses, "government-of-iran"));
  }
  return w.eccn == "3B001.c" && (any_of_among(w.technology, {"3D992", "3E992"}) || any_of_among(w.plant, b) || w.ic) &&
         d5 && !excepted;  // k
}

/// In all worlds, in none, or in some.
inline truth plain_direct_product(const std::string& rule, const direct_product_item_facts& item) {
  // What an open list may hold: nothing, or something of every rule.
  const std::vector<std::string> everything{"3D992", "9E515", "9E610", "5E002"};
  std::vector<product_world> worlds{{item.eccn, item.technology, item.plant, item.ic == truth::yes,
                                   item.footnotes, item.uses, false, false, false, false}};
  const auto split = [&](bool open, auto change) {
    const std::size_t n = worlds.size();
    for (std::size_t i = 0; open && i < n; ++i) {
      product_world other = worlds[i];
      change(other);
      worlds.push_back(std::move(other));
    }
  };
  const auto add = [](std::vector<std::string>& to, const std::vector<std::string>& more) {
    to.insert(to.end(), more.begin(), more.end());
  };
  split(item.technology_open, [&](product_world& w) { add(w.technology, everything); });
  split(item.plant_open, [&](product_world& w) { add(w.plant, everything); });
  split(item.ic == truth::unknown, [](product_world& w) { w.ic = true; });
  split(item.footnotes_open, [&](product_world& w) { add(w.footnotes, {"1", "3", "4", "5"}); });
  split(item.uses_open, [&](product_world& w) {
    add(w.uses, {"supercomputer", "advanced-node", "iran-supp-7-items", "government-of-iran"});
  });
  split(true, [](product_world& w) { w.assurance = true; });
  split(true, [](product_world& w) { w.facility = true; });
  split(true, [](product_world& w) { w.in_china = true; });
  split(true, [](product_world& w) { w.diffusion = true; });
  bool some = false, all = true;
  for (const product_world& w : worlds) {
    const bool holds = direct_product_holds(rule, w, item.to, item.from);
    some = some || holds;
    all = all && holds;
  }
  return all ? truth::yes : some ? truth::unknown : truth::no;
}

}  // namespace tradewarden::tests

#endif  // TRADEWARDEN_TESTS_REFERENCE_PLAIN_DIRECT_PRODUCT_HPP
