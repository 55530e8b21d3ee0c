#include "ledger/event/statement.h"

#include <capnp/schema.h>
#include <capnp/serialize.h>
#include <kj/exception.h>

#include "ledger/crypto/merkle.h"
#include "ledger/event/capnp_reason.h"
#include "ledger/event/reading.h"
#include "ledger/event/struct_view.h"

namespace minutebook {

namespace {

Refusal malformed(std::string why) {
  return {"statement.malformed", "", "These bytes are not a statement: " + std::move(why) + ".",
          "Ask whoever sent them to send them again."};
}

Refusal tooLong(std::size_t bytes) {
  return {"statement.too-long", "",
          "The statement has " + std::to_string(bytes) + " bytes; at most " +
              std::to_string(kStatementBytesMax) + " are kept.",
          "Shorten the text, or keep it as a document and record its SHA-256."};
}

Slot pointerSlot(const char* field) {
  const auto known = capnp::Schema::from<schema::Statement>().getFieldByName(field).getProto();
  return {true, known.getSlot().getOffset(), 0};
}

/// Where every statement has what it cannot be without.
struct EnvelopeSlots {
  Slot id = pointerSlot("id");
  Slot origin = pointerSlot("origin");
  Slot author = pointerSlot("author");
  Slot record = pointerSlot("record");
  Slot kind{
      false,
      capnp::Schema::from<schema::Record>().getProto().getStruct().getDiscriminantOffset() * 16,
      16};
};

}  // namespace

/// The library need not look at bounds: CanonicalWords did. What is read here nobody meets later as
/// bytes of another type.
Statement::Statement(CanonicalWords words)
    : words_(std::move(words)),
      reader_(capnp::readMessageUnchecked<schema::Statement>(words_.begin())) {
  static const EnvelopeSlots slots;
  const StructView envelope(words_);
  kind_ = static_cast<std::uint16_t>(envelope.structAt(slots.record).number(slots.kind));
  if (auto known = StatementId::of(envelope.dataAt(slots.id))) id_ = *known;
  origin_ = envelope.textAt(slots.origin);
  author_ = envelope.dataAt(slots.author);
}

Outcome<Statement> Statement::canonicalOf(schema::Statement::Reader draft) {
  std::size_t words = static_cast<std::size_t>(draft.totalSize().wordCount) + 1;
  if (words * sizeof(capnp::word) > kStatementBytesMax) return tooLong(words * sizeof(capnp::word));
  auto scratch = kj::heapArray<capnp::word>(words);
  std::memset(scratch.begin(), 0, words * sizeof(capnp::word));
  capnp::FlatMessageBuilder message(scratch);
  message.getRoot<capnp::AnyPointer>().setCanonicalAs<schema::Statement>(draft);
  return Statement(CanonicalWords::made(message.getSegmentsForOutput()[0]));
}

Outcome<Statement> Statement::decode(ByteView bytes) {
  if (bytes.size() > kStatementBytesMax) return tooLong(bytes.size());
  auto words = CanonicalWords::of(bytes);
  if (!words) {
    if (std::string why = whyMalformed(bytes); !why.empty()) return malformed(std::move(why));
    return Refusal{"statement.not-canonical", "",
                   "The bytes say the same thing in a longer way than they need to.",
                   "Make the statement again; every writer of this format does it right."};
  }
  try {
    return Statement(std::move(*words));
  } catch (const kj::Exception& exception) {
    return malformed(reasonOf(exception));
  }
}

bool canBeRead(const std::function<void()>& read) {
  try {
    read();
    return true;
  } catch (const kj::Exception&) {
    return false;
  }
}

const Hash& Statement::leaf(Sha256& hasher) const {
  if (!leaf_) leaf_ = leafHash(hasher, bytes());
  return *leaf_;
}

}  // namespace minutebook
