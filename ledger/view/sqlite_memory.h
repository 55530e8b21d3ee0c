// ledger/view/sqlite_memory.h
//
// How much memory SQLite uses, by thread. SQLite's own count is of the whole process and under one
// lock, for which two threads that judge would wait longer than they work.

#pragma once

#include <cstdint>

namespace minutebook {

/// Makes SQLite's memory be counted by thread; before the first connection. Does nothing where the
/// program that this is part of has begun to use SQLite already.
void countMemoryByThread();

/// Bytes that SQLite has taken on this thread and has not given back on it; of the whole process
/// where countMemoryByThread() came too late. Only differences tell something: what one thread took
/// may be given back on another.
std::int64_t memoryTaken();

}  // namespace minutebook
