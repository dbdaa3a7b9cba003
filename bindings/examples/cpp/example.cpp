// The C interface from C++, where the C++ library cannot be linked: another compiler or standard
// library, or a plugin whose host must not see a C++ interface.
//
//     c++ -std=c++17 example.cpp $(pkg-config --cflags --libs tradewarden_c) -o example && ./example
#include <iostream>
#include <memory>
#include <stdexcept>
#include <string_view>

#include <tradewarden.h>

// A handle that frees itself: handle<tw_index, tw_index_free> index.
template <class T, void (*Free)(T*)>
struct freed {
  void operator()(T* t) const { Free(t); }
};
template <class T, void (*Free)(T*)>
using handle = std::unique_ptr<T, freed<T, Free>>;

// Calls a function that makes a handle, and throws what it says of a failure.
template <class T, class Make, class... Arguments>
T* make(Make function, Arguments... arguments) {
  T* out = nullptr;
  tw_error error;
  if (function(&out, arguments..., &error) != TW_OK) throw std::runtime_error(error.message);
  return out;
}
std::string_view view(tw_str s) { return {s.data, s.size}; }

int main() {
  const handle<tw_index, tw_index_free> index(make<tw_index>(tw_index_sample));
  tw_query query = TW_QUERY_INIT;
  tw_screen_options options = TW_SCREEN_OPTIONS_INIT;
  query.name = tw_str_of("ZTE Kangxun");
  options.as_of = 20180501;
  const handle<tw_answer, tw_answer_free> answer(
      make<tw_answer>(tw_screen, index.get(), &query, &options));
  tw_hit hit;
  for (size_t i = 0; tw_answer_hit(&hit, sizeof hit, answer.get(), i) == TW_OK; ++i) {
    std::cout << view(hit.list) << ' ' << tw_party_status_name(hit.status) << ' '
              << (hit.score == 10000 ? "1.0000" : "less") << '\n';
  }

  const tw_bill_text files[] = {
      {tw_str_of("parts"), tw_str_of("parts.csv"),
       tw_str_of("part_id,kind,made_in,eccn,fmv,currency\n"
                 "PHONE,made,CN,5A992.c,400,USD\nCPU,purchased,US,5A992.c,90,USD\n")},
      {tw_str_of("lines"), tw_str_of("lines.csv"),
       tw_str_of("parent_id,pos,child_id,qty\nPHONE,10,CPU,1\n")}};
  const handle<tw_bill, tw_bill_free> bill(
      make<tw_bill>(tw_bill_read_texts, nullptr, files, size_t{2}, nullptr));
  const handle<tw_origin, tw_origin_free> origin(
      make<tw_origin>(tw_origin_new, bill.get(), nullptr));
  tw_origin_options ask = TW_ORIGIN_OPTIONS_INIT;
  const tw_str iran = tw_str_of("IR");
  const int32_t regime = TW_REGIME_US_EAR;
  ask.destinations = &iran;
  ask.destination_count = 1;
  ask.regimes = &regime;
  ask.regime_count = 1;
  ask.date = 20260723;
  const handle<tw_origin_answer, tw_origin_answer_free> verdicts(
      make<tw_origin_answer>(tw_origin_evaluate, origin.get(), &ask));
  tw_origin_result result;
  if (tw_origin_answer_result(&result, sizeof result, verdicts.get(), 0) != TW_OK) return 1;
  std::cout << view(result.destination) << ' ' << tw_verdict_name(result.verdict) << ' '
            << view(result.share.low_num) << '/' << view(result.share.low_den) << '\n';
}
