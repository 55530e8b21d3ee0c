#include "ledger/event/submission.h"

#include <capnp/any.h>
#include <capnp/message.h>
#include <capnp/serialize.h>
#include <kj/exception.h>

#include "ledger/base/fault.h"
#include "ledger/event/capnp_reason.h"
#include "ledger/event/pointer_word.h"

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

/// The bytes behind a pointer to a list of them that lies `skip` words behind it. Nothing if they
/// are not there, or if what fills their last word is not zero.
std::optional<ByteView> listAt(ByteView bytes, std::size_t at, std::size_t skip) {
  const PointerWord word{wordAt(bytes.data() + at)};
  const std::size_t length = word.length();
  const std::size_t first = at + (1 + skip) * kWordBytes;
  const bool isList = word.kind() == PointerWord::Kind::kList &&
                      word.skip() == static_cast<std::int64_t>(skip) &&
                      word.elementSize() == ElementSize::kByte;
  if (!isList || length == 0 || first + length > bytes.size()) return std::nullopt;
  for (std::size_t i = first + length; i % kWordBytes != 0; ++i) {
    if (bytes[i] != 0) return std::nullopt;
  }
  return bytes.subspan(first, length);
}

std::size_t wordsIn(ByteView list) {
  return (list.size() + kWordBytes - 1) / kWordBytes;
}

/// An entry read at the places where its one canonical form has everything: root pointer, two words
/// of data, one pointer or two, statement, signature. Nothing if it stands otherwise: then it is no
/// entry, and whyNoEntry() says why. `bytes` are whole words.
std::optional<EntryView> plainEntry(ByteView bytes) {
  constexpr std::size_t kPointersAt = 3 * kWordBytes;
  if (bytes.size() < 5 * kWordBytes) return std::nullopt;
  const PointerWord root{wordAt(bytes.data())};
  const bool isSigned = root.pointers() == 2;
  const bool isEntry = root.kind() == PointerWord::Kind::kStruct && root.skip() == 0 &&
                       root.dataWords() == 2 && (isSigned || root.pointers() == 1);
  if (!isEntry) return std::nullopt;
  const std::uint64_t place = wordAt(bytes.data() + 2 * kWordBytes);
  EntryView parts;
  parts.recordedAt = static_cast<std::int64_t>(wordAt(bytes.data() + kWordBytes));
  parts.ordinal = static_cast<std::uint32_t>(place);
  parts.count = static_cast<std::uint32_t>(place >> 32);
  const auto statement = listAt(bytes, kPointersAt, isSigned ? 1 : 0);
  if (!statement) return std::nullopt;
  std::size_t end = kPointersAt + (1 + wordsIn(*statement)) * kWordBytes;
  if (isSigned) {
    const auto signature = listAt(bytes, kPointersAt + kWordBytes, wordsIn(*statement));
    if (!signature) return std::nullopt;
    parts.signature = *signature;
    end += (1 + wordsIn(*signature)) * kWordBytes;
  }
  if (end != bytes.size()) return std::nullopt;
  parts.statement = *statement;
  return parts;
}

/// What is wrong with the parts of an entry, if something is.
std::optional<Refusal> checkParts(const EntryView& parts) {
  if (parts.count == 0 || parts.count > kSubmissionStatementsMax || parts.ordinal >= parts.count) {
    return malformed("their place in the submission is impossible");
  }
  if (parts.statement.empty()) return malformed("they hold no statement");
  if (parts.signature.size() != (parts.ordinal == 0 ? 64u : 0u)) {
    return malformed("the signature is not where it belongs");
  }
  return std::nullopt;
}

/// Bytes that are no plainEntry(), as the library reads them.
Refusal whyNoEntry(ByteView bytes) {
  try {
    auto words = kj::heapArray<capnp::word>(bytes.size() / sizeof(capnp::word));
    std::memcpy(words.begin(), bytes.data(), bytes.size());
    kj::ArrayPtr<const capnp::word> segment = words;
    capnp::SegmentArrayMessageReader message(kj::arrayPtr(&segment, 1));
    if (!message.isCanonical()) return malformed("they are not canonical");
    auto entry = message.getRoot<schema::Entry>();
    if (!isWhole(capnp::toAny(entry))) return malformed("they hold more than an entry does");
    auto statement = entry.getStatement();
    auto signature = entry.getSignature();
    EntryView parts{entry.getRecordedAt(),
                    entry.getOrdinal(),
                    entry.getCount(),
                    {statement.begin(), statement.size()},
                    {signature.begin(), signature.size()}};
    if (auto refusal = checkParts(parts)) return *refusal;
  } catch (const kj::Exception& exception) {
    return malformed(reasonOf(exception));
  }
  return malformed("what they hold is not where an entry has it");
}

}  // namespace

Outcome<EntryView> viewEntry(ByteView bytes) {
  if (bytes.size() > kEntryBytesMax || bytes.empty() || bytes.size() % sizeof(capnp::word) != 0) {
    return malformed("they have an impossible length");
  }
  const auto plain = plainEntry(bytes);
  if (!plain) return whyNoEntry(bytes);
  if (auto refusal = checkParts(*plain)) return *refusal;
  return *plain;
}

Outcome<EntryParts> decodeEntry(ByteView bytes) {
  Outcome<EntryView> view = viewEntry(bytes);
  if (!view) return view.refusal();
  const EntryView& entry = view.value();
  return EntryParts{entry.recordedAt, entry.ordinal, entry.count, toBytes(entry.statement),
                    toBytes(entry.signature)};
}

}  // namespace minutebook
