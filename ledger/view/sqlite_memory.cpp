#include "ledger/view/sqlite_memory.h"

#include <sqlite3.h>

#include <cstdlib>
#include <cstring>

namespace minutebook {

namespace {

/// Stands before each piece: how long it is. SQLite asks for pieces at multiples of 8.
using Length = std::int64_t;
static_assert(sizeof(Length) == 8);

thread_local std::int64_t takenHere = 0;

Length* headOf(void* piece) {
  return static_cast<Length*>(piece) - 1;
}

void* begun(Length* head, int bytes) {
  if (!head) return nullptr;
  *head = bytes;
  takenHere += bytes;
  return head + 1;
}

std::size_t withHead(int bytes) {
  return static_cast<std::size_t>(bytes) + sizeof(Length);
}

void* take(int bytes) {
  return begun(static_cast<Length*>(std::malloc(withHead(bytes))), bytes);
}

void giveBack(void* piece) {
  if (!piece) return;
  takenHere -= *headOf(piece);
  std::free(headOf(piece));
}

void* takeAgain(void* piece, int bytes) {
  const Length before = *headOf(piece);
  void* again = begun(static_cast<Length*>(std::realloc(headOf(piece), withHead(bytes))), bytes);
  if (again) takenHere -= before;
  return again;
}

int lengthOf(void* piece) {
  return piece ? static_cast<int>(*headOf(piece)) : 0;
}

/// A sentence that a check puts together grows piece by piece: with room to spare it moves less.
int roundUp(int bytes) {
  constexpr int kHead = sizeof(Length);
  constexpr int kStep = 64;
  return (bytes + kHead + kStep - 1) / kStep * kStep - kHead;
}

int begin(void*) {
  return SQLITE_OK;
}

void end(void*) {}

/// Whether SQLite has taken these functions for its own.
bool isCountedByThread() {
  static const bool isCounted = [] {
    static const sqlite3_mem_methods methods = {take,    giveBack, takeAgain, lengthOf,
                                                roundUp, begin,    end,       nullptr};
    // It says no to both once it is in use.
    return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0) == SQLITE_OK &&
           sqlite3_config(SQLITE_CONFIG_MALLOC, &methods) == SQLITE_OK;
  }();
  return isCounted;
}

}  // namespace

void countMemoryByThread() {
  isCountedByThread();
}

std::int64_t memoryTaken() {
  return isCountedByThread() ? takenHere : sqlite3_memory_used();
}

}  // namespace minutebook
