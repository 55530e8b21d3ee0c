// ledger/crypto/merkle.h
//
// The two hashes of RFC 6962 and the root over a list of leaves. The growing tree and its proofs
// are in ledger/tlog/tree.h; a submission needs no more than this.

#pragma once

#include <span>

#include "ledger/base/bytes.h"
#include "ledger/crypto/sha256.h"

namespace minutebook {

/// SHA-256(00 || leaf). Source: RFC 6962 section 2.1.
Hash leafHash(Sha256& hasher, ByteView leaf);
/// SHA-256(01 || left || right). Source: RFC 6962 section 2.1.
Hash nodeHash(Sha256& hasher, const Hash& left, const Hash& right);
/// The root over leaf hashes; SHA-256 of nothing if there are none. Source: RFC 6962 section 2.1.
Hash rootOf(Sha256& hasher, std::span<const Hash> leafHashes);

}  // namespace minutebook
