#include "ledger/event/statement.h"

#include <capnp/any.h>
#include <kj/exception.h>

#include "ledger/crypto/merkle.h"
#include "ledger/event/capnp_reason.h"
#include "ledger/event/reading.h"

namespace minutebook {

namespace {

constexpr int kPointerNestingMax = static_cast<int>(kNestingMax) * 4;

/// For the first walk over bytes from anywhere: lists of nothing may claim any length.
capnp::ReaderOptions doubtful() {
  capnp::ReaderOptions options;
  options.traversalLimitInWords = 8 * kStatementBytesMax;
  options.nestingLimit = kPointerNestingMax;
  return options;
}

/// For every later one: the limit is a total over a message's life, and these bytes may be read any
/// number of times.
capnp::ReaderOptions trusted() {
  capnp::ReaderOptions options;
  options.traversalLimitInWords = UINT64_MAX / 2;
  options.nestingLimit = kPointerNestingMax;
  return options;
}

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

}  // namespace

/// The words are copied because Cap'n Proto reads aligned memory only.
struct Statement::Held {
  explicit Held(ByteView bytes)
      : words(kj::heapArray<capnp::word>(bytes.size() / sizeof(capnp::word))) {
    std::memcpy(words.begin(), bytes.data(), bytes.size());
  }

  bool isCanonical() const {
    return capnp::SegmentArrayMessageReader(kj::arrayPtr(&segment, 1), doubtful()).isCanonical();
  }

  kj::Array<capnp::word> words;
  kj::ArrayPtr<const capnp::word> segment = words;
  capnp::SegmentArrayMessageReader message{kj::arrayPtr(&segment, 1), trusted()};
};

void Statement::Release::operator()(Held* held) const {
  delete held;
}

void Statement::hold(ByteView canonical) {
  held_.reset(new Held(canonical));
}

void Statement::readKnown() {
  reader_ = held_->message.getRoot<schema::Statement>();
  kind_ = static_cast<std::uint16_t>(reader_.getRecord().which());
  auto id = reader_.getId();
  if (auto known = StatementId::of({id.begin(), id.size()})) id_ = *known;
  // Read here once, so that nobody meets bytes of another type in them later.
  reader_.getOrigin();
  reader_.getAuthor();
}

Outcome<Statement> Statement::canonicalOf(schema::Statement::Reader draft) {
  std::size_t words = static_cast<std::size_t>(draft.totalSize().wordCount) + 1;
  if (words * sizeof(capnp::word) > kStatementBytesMax) return tooLong(words * sizeof(capnp::word));
  auto scratch = kj::heapArray<capnp::word>(words);
  std::memset(scratch.begin(), 0, words * sizeof(capnp::word));
  capnp::FlatMessageBuilder message(scratch);
  message.getRoot<capnp::AnyPointer>().setCanonicalAs<schema::Statement>(draft);
  auto bytes = message.getSegmentsForOutput()[0].asBytes();
  Statement statement;
  statement.hold({bytes.begin(), bytes.size()});
  statement.readKnown();
  return statement;
}

Outcome<Statement> Statement::decode(ByteView bytes) {
  if (bytes.size() > kStatementBytesMax) return tooLong(bytes.size());
  if (bytes.empty() || bytes.size() % sizeof(capnp::word) != 0) {
    return malformed("their number is not a multiple of eight");
  }
  try {
    Statement statement;
    statement.hold(bytes);
    if (!statement.held_->isCanonical()) {
      return Refusal{"statement.not-canonical", "",
                     "The bytes say the same thing in a longer way than they need to.",
                     "Make the statement again; every writer of this format does it right."};
    }
    statement.readKnown();
    return statement;
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

ByteView Statement::bytes() const {
  auto bytes = held_->words.asPtr().asBytes();
  return {bytes.begin(), bytes.size()};
}

const Hash& Statement::leaf(Sha256& hasher) const {
  if (!leaf_) leaf_ = leafHash(hasher, bytes());
  return *leaf_;
}

bool isCanonicalSegment(ByteView bytes) {
  if (bytes.empty() || bytes.size() % sizeof(capnp::word) != 0) return false;
  try {
    auto words = kj::heapArray<capnp::word>(bytes.size() / sizeof(capnp::word));
    std::memcpy(words.begin(), bytes.data(), bytes.size());
    kj::ArrayPtr<const capnp::word> segment = words;
    capnp::SegmentArrayMessageReader message(kj::arrayPtr(&segment, 1), doubtful());
    return message.isCanonical();
  } catch (const kj::Exception&) {
    return false;
  }
}

}  // namespace minutebook
