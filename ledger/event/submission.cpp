#include "ledger/event/submission.h"

#include <capnp/any.h>
#include <capnp/message.h>
#include <capnp/serialize.h>
#include <kj/exception.h>

#include "ledger/base/fault.h"
#include "ledger/event/capnp_reason.h"

namespace minutebook {

Bytes submissionMessage(std::string_view origin, std::uint64_t count, const Hash& root) {
  Bytes message;
  append(message, "minutebook/submission/v1\n");
  append(message, origin);
  append(message, "\n");
  appendU64(message, count);
  append(message, root.view());
  return message;
}

Bytes encodeEntry(const EntryParts& parts) {
  // A statement's words, the signature's, the entry's own: room for all, so one segment holds it.
  std::size_t words = parts.statement.size() / 8 + 32;
  auto scratch = kj::heapArray<capnp::word>(words);
  std::memset(scratch.begin(), 0, words * sizeof(capnp::word));
  capnp::FlatMessageBuilder message(scratch);
  auto entry = message.initRoot<schema::Entry>();
  entry.setRecordedAt(parts.recordedAt);
  entry.setOrdinal(parts.ordinal);
  entry.setCount(parts.count);
  entry.setStatement(kj::arrayPtr(parts.statement.data(), parts.statement.size()));
  if (!parts.signature.empty()) {
    entry.setSignature(kj::arrayPtr(parts.signature.data(), parts.signature.size()));
  }
  auto canonical = kj::heapArray<capnp::word>(words);
  std::memset(canonical.begin(), 0, words * sizeof(capnp::word));
  capnp::FlatMessageBuilder flat(canonical);
  flat.getRoot<capnp::AnyPointer>().setCanonicalAs<schema::Entry>(entry.asReader());
  auto bytes = flat.getSegmentsForOutput()[0].asBytes();
  if (bytes.size() > kEntryBytesMax) throw Fault(FaultKind::kBug, "an entry is too long to keep");
  return {bytes.begin(), bytes.end()};
}

namespace {

Refusal malformed(std::string why) {
  return {"entry.malformed", "", "These bytes are not an entry: " + std::move(why) + ".",
          "Run minutebook verify; if the ledger is damaged, restore it from a backup."};
}

/// No data and no pointers but an entry's own, and no list of nothing. The ledger writes entries
/// and no author signs them, so nothing may ride along.
bool isWhole(capnp::AnyStruct::Reader entry) {
  constexpr unsigned kDataBytes = 16;
  constexpr unsigned kPointers = 2;
  if (entry.getDataSection().size() > kDataBytes) return false;
  auto pointers = entry.getPointerSection();
  if (pointers.size() > kPointers) return false;
  for (auto pointer : pointers) {
    if (!pointer.isNull() && pointer.getAs<capnp::Data>().size() == 0) return false;
  }
  return true;
}

}  // namespace

Outcome<EntryParts> decodeEntry(ByteView bytes) {
  if (bytes.size() > kEntryBytesMax || bytes.empty() || bytes.size() % sizeof(capnp::word) != 0) {
    return malformed("they have an impossible length");
  }
  try {
    auto words = kj::heapArray<capnp::word>(bytes.size() / sizeof(capnp::word));
    std::memcpy(words.begin(), bytes.data(), bytes.size());
    kj::ArrayPtr<const capnp::word> segment = words;
    capnp::SegmentArrayMessageReader message(kj::arrayPtr(&segment, 1));
    if (!message.isCanonical()) return malformed("they are not canonical");
    auto entry = message.getRoot<schema::Entry>();
    if (!isWhole(capnp::toAny(entry))) return malformed("they hold more than an entry does");
    EntryParts parts;
    parts.recordedAt = entry.getRecordedAt();
    parts.ordinal = entry.getOrdinal();
    parts.count = entry.getCount();
    auto statement = entry.getStatement();
    auto signature = entry.getSignature();
    parts.statement.assign(statement.begin(), statement.end());
    parts.signature.assign(signature.begin(), signature.end());
    if (parts.count == 0 || parts.count > kSubmissionStatementsMax ||
        parts.ordinal >= parts.count) {
      return malformed("their place in the submission is impossible");
    }
    if (parts.statement.empty()) return malformed("they hold no statement");
    if (parts.signature.size() != (parts.ordinal == 0 ? 64u : 0u)) {
      return malformed("the signature is not where it belongs");
    }
    return parts;
  } catch (const kj::Exception& exception) {
    return malformed(reasonOf(exception));
  }
}

}  // namespace minutebook
