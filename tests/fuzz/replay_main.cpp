// Gives a fuzz target the files of its corpus, one by one, where libFuzzer is not at hand:
//   TARGET [FILE|FOLDER ...]
// The empty input is always tried, so that a target without seeds is run too.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

void replay(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  // Said before it runs: after a crash the last line names the culprit.
  std::printf("%s\n", file.string().c_str());
  std::fflush(stdout);
  // An exact copy on the heap, so that reading one byte too far is noticed.
  const std::vector<std::uint8_t> data(bytes.begin(), bytes.end());
  LLVMFuzzerTestOneInput(data.data(), data.size());
}

}  // namespace

int main(int argc, char** argv) {
  const std::uint8_t nothing = 0;
  LLVMFuzzerTestOneInput(&nothing, 0);
  std::size_t files = 0;
  for (int i = 1; i < argc; ++i) {
    const std::filesystem::path given = argv[i];
    if (std::filesystem::is_regular_file(given)) {
      replay(given);
      ++files;
    } else if (std::filesystem::is_directory(given)) {
      for (const auto& entry : std::filesystem::recursive_directory_iterator(given)) {
        if (!entry.is_regular_file()) continue;
        replay(entry.path());
        ++files;
      }
    }
  }
  std::printf("%zu files replayed\n", files);
  return 0;
}
