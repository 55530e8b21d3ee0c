// Every block of memory that C++ code of this process gives back is overwritten first: names,
// stories and keys pass through many strings and lists, and none of them has to remember it. Linked
// into the program, not into the library. What it does not reach: docs/data-protection.md.

#include <malloc.h>

#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <new>

namespace {

void wipeAndFree(void* block, std::size_t bytes) noexcept {
  std::memset(block, 0, bytes);
  // The compiler must not see that nobody reads it again.
  __asm__ __volatile__("" : : "r"(block) : "memory");
  std::free(block);
}

void release(void* block) noexcept {
  if (block != nullptr) wipeAndFree(block, ::malloc_usable_size(block));
}

}  // namespace

void operator delete(void* block) noexcept {
  release(block);
}
void operator delete[](void* block) noexcept {
  release(block);
}
void operator delete(void* block, std::size_t bytes) noexcept {
  if (block != nullptr) wipeAndFree(block, bytes);
}
void operator delete[](void* block, std::size_t bytes) noexcept {
  if (block != nullptr) wipeAndFree(block, bytes);
}
