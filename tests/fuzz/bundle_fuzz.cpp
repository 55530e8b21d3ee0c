// What a bundle and a disclosure are made of, apart from the log: four texts, each with one
// spelling.

#include "ledger/bundle/disclosure_file.h"
#include "ledger/bundle/file_list.h"
#include "ledger/bundle/manifest.h"
#include "ledger/bundle/openings_text.h"
#include "tests/fuzz/fuzz_target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace minutebook;
  const std::string_view text = asText({data, size});
  if (auto manifest = BundleManifest::parse(text)) {
    demand(manifest.value().encode() == text);
  } else {
    demand(!manifest.refusal().remedy.empty());
  }
  if (auto files = parseFileList(text)) {
    demand(encodeFileList(files.value()) == text);
  } else {
    demand(!files.refusal().remedy.empty());
  }
  if (auto openings = parseOpenings(text)) {
    demand(sameBytes(encodeOpenings(openings.value()).view(), {data, size}));
  } else {
    demand(!openings.refusal().remedy.empty());
  }
  if (auto disclosure = DisclosureFile::parse(text)) {
    demand(sameBytes(disclosure.value().encode().view(), {data, size}));
  } else {
    demand(!disclosure.refusal().remedy.empty());
  }
  return 0;
}
