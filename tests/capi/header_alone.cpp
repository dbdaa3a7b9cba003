// The same in C++, where `extern "C"` must hold too.
#include "header_alone.c"
