/* The header by itself, twice, with every initialiser; compiled in several editions of C and C++. */
#include "tradewarden.h"
#include "tradewarden.h"

size_t header_alone(void);
size_t header_alone(void) {
  const tw_source source = TW_SOURCE_INIT;
  const tw_query query = TW_QUERY_INIT;
  const tw_screen_options screen = TW_SCREEN_OPTIONS_INIT;
  const tw_batch_options batch = TW_BATCH_OPTIONS_INIT;
  const tw_bill_sources bill = TW_BILL_SOURCES_INIT;
  const tw_origin_options origin = TW_ORIGIN_OPTIONS_INIT;
  const tw_share_options share = TW_SHARE_OPTIONS_INIT;
  const tw_cutoff_options cutoff = TW_CUTOFF_OPTIONS_INIT;
  const tw_whatif_options whatif = TW_WHATIF_OPTIONS_INIT;
  return source.struct_size + query.struct_size + screen.struct_size + batch.struct_size +
         bill.struct_size + origin.struct_size + share.struct_size + cutoff.struct_size +
         whatif.struct_size + tw_str_of("x").size;
}
