// Any bytes at all, and any sheet inside a whole archive: read_au_xlsx returns a list or an error, and its counts
// always reconcile.
#include <cstddef>
#include <cstdint>

#include "fuzz/list_reader_fuzz.hpp"
#include "lists/au_csv.hpp"
#include "lists/xlsx.hpp"
#include "support/zip_of.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tradewarden;
  const read_limits limits{.max_file_bytes = 1 << 20, .max_parties = 1000, .max_field_bytes = 1 << 16};
  lists::input_file file;
  file.name = "fuzz.xlsx";
  file.bytes.assign(reinterpret_cast<const char*>(data), size);
  (void)lists::looks_like_xlsx(file.bytes);
  (void)fuzz::check_outcome(lists::read_au_xlsx(file, {}, limits));
  file.bytes = tests::zip_of({{"xl/workbook.xml", "<workbook/>"}, {"xl/worksheets/sheet1.xml", file.bytes}});
  return fuzz::check_outcome(lists::read_au_xlsx(file, {}, limits));
}
