#include "capi/handles.hpp"

namespace tradewarden::capi {

made<tw_text> new_text(std::string content) {
  auto out = std::make_unique<tw_text>();
  out->content = std::move(content);
  return out;
}

}  // namespace tradewarden::capi

using namespace tradewarden::capi;

const char* tw_text_data(const tw_text* text) {
  return is(text) ? text->content.c_str() : nullptr;
}

size_t tw_text_size(const tw_text* text) { return is(text) ? text->content.size() : 0; }

void tw_text_free(tw_text* text) { release(text); }
