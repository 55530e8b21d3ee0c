// ledger/event/canonical.h
//
// Whether bytes are the one canonical form of what they say. Source: Cap'n Proto encoding,
// "Canonicalization".

#pragma once

#include <capnp/common.h>
#include <kj/array.h>

#include <optional>
#include <string>

#include "ledger/base/bytes.h"

namespace minutebook {

/// True if `bytes` are one segment in canonical form. Every pointer in them then leads to a struct
/// or a list inside them, none of them twice, so that a reader need not look at bounds again.
bool isCanonicalSegment(ByteView bytes);

/// Why isCanonicalSegment() says no, as the end of a sentence, where pointers lead nowhere; empty
/// where the same is only said in a longer way. As the Cap'n Proto library words it.
std::string whyMalformed(ByteView bytes);

/// Canonical bytes where Cap'n Proto reads them: in whole words. A value: moved, never changed.
class CanonicalWords {
 public:
  /// A copy of `bytes`; nothing unless they are a canonical segment.
  static std::optional<CanonicalWords> of(ByteView bytes);
  /// A copy of what the library made canonical. Throws kBug if it is not.
  static CanonicalWords made(kj::ArrayPtr<const capnp::word> words);

  /// The first one is the pointer to all that follow. Its place stays the same when this is moved.
  const capnp::word* begin() const { return words_.begin(); }
  ByteView bytes() const {
    const auto bytes = words_.asBytes();
    return {bytes.begin(), bytes.size()};
  }

 private:
  CanonicalWords() = default;

  kj::Array<capnp::word> words_;
};

}  // namespace minutebook
