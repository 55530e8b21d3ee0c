// tests/fuzz/fuzz_target.h
//
// One function per parser of untrusted bytes, with two mains: libFuzzer's in the fuzz preset, and
// replay_main.cpp, which runs a target over its corpus, in every other build.

#pragma once

#include <cstddef>
#include <cstdint>

#include "ledger/base/bytes.h"

/// What a target file defines. It may return any time; it must not crash, throw or read too far.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace minutebook {

/// Stops the program, so that the fuzzer keeps the input: a law that holds for all inputs does not.
inline void demand(bool holds) {
  if (!holds) __builtin_trap();
}

}  // namespace minutebook
