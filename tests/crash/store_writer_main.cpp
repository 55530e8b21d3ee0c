// tests/crash/store_writer_main.cpp
//
// Appends recipe batches to a ledger for ever and says "size" after each one that was acknowledged.
// store_kill_test.cpp ends it at a moment of its own choosing. Every so often the store is closed
// and opened again, and facts are written to disk, so that those moments are hit too.

#include <unistd.h>

#include <string>

#include "ledger/store/entry_store.h"
#include "tests/crash/crash_recipe.h"

int main(int argc, char** argv) {
  using namespace minutebook;
  if (argc != 2) return 2;
  for (;;) {
    const auto store = EntryStore::open(argv[1], StoreAccess::kWrite, "store_writer");
    LogAppender appender(*store);
    bringFactsUp(*store);
    for (int batch = 0; batch < 25; ++batch) {
      appendRecipe(*store, appender, batchAt(store->size()));
      const std::string line = std::to_string(store->size()) + "\n";
      if (::write(STDOUT_FILENO, line.data(), line.size()) < 0) return 1;
      bringFactsUp(*store);
      if (batch % 10 == 9) store->parts().facts.writeTail();
    }
  }
}
