#include "ledger/event/canonical.h"

#include <capnp/message.h>
#include <kj/exception.h>

#include "ledger/base/fault.h"
#include "ledger/event/capnp_reason.h"
#include "ledger/event/pointer_word.h"
#include "ledger/event/statement.h"

namespace minutebook {

namespace {

constexpr int kPointerNestingMax = static_cast<int>(kNestingMax) * 4;
/// Elements without a size, which may claim any number.
constexpr std::size_t kNothingsMax = kStatementBytesMax;

/// Walks a segment as a canonical writer lays it out: each thing lies right behind the one before
/// it, what a struct points to behind the struct. `head` is where the next one has to begin.
class CanonicalWalk {
 public:
  explicit CanonicalWalk(ByteView segment)
      : bytes_(segment.data()), size_(segment.size() / kWordBytes) {}

  bool run() {
    std::size_t head = 1;
    return pointer(0, head, kPointerNestingMax) && head == size_;
  }

 private:
  std::uint64_t at(std::size_t word) const { return wordAt(bytes_ + word * kWordBytes); }
  bool fits(std::size_t head, std::size_t words) const {
    return head <= size_ && words <= size_ - head;
  }

  bool pointer(std::size_t place, std::size_t& head, int depth) {
    const PointerWord word{at(place)};
    if (word.isNull()) return true;
    const auto target =
        static_cast<std::size_t>(static_cast<std::int64_t>(place) + 1 + word.skip());
    if (depth <= 0) return false;
    if (word.kind() == PointerWord::Kind::kStruct) {
      if (word.words() == 0) return target == place;
      bool dataEnds = false, pointersEnd = false;
      return target == head && fits(head, word.words()) &&
             structure(word, head, head, depth - 1, dataEnds, pointersEnd) && dataEnds &&
             pointersEnd;
    }
    if (word.kind() != PointerWord::Kind::kList || target != head) return false;
    switch (word.elementSize()) {
      case ElementSize::kStruct:
        return structs(word, head, depth - 1);
      case ElementSize::kPointer:
        return pointers(word.length(), head, depth - 1);
      default:
        return numbers(word, head);
    }
  }

  /// A struct at `head`; what it points to begins at `next`, which may be the same variable.
  /// `dataEnds` and `pointersEnd`: neither section could be shorter.
  bool structure(const PointerWord& shape, std::size_t& head, std::size_t& next, int depth,
                 bool& dataEnds, bool& pointersEnd) {
    const std::size_t pointersAt = head + shape.dataWords();
    head += shape.words();
    dataEnds |= shape.dataWords() == 0 || at(pointersAt - 1) != 0;
    pointersEnd |= shape.pointers() == 0 || at(head - 1) != 0;
    for (std::size_t i = 0; i < shape.pointers(); ++i) {
      if (!pointer(pointersAt + i, next, depth)) return false;
    }
    return true;
  }

  bool structs(const PointerWord& list, std::size_t& head, int depth) {
    if (!fits(head, std::size_t{1} + list.length())) return false;
    const PointerWord tag{at(head++)};
    const std::size_t words = std::size_t{tag.elements()} * tag.words();
    if (tag.kind() != PointerWord::Kind::kStruct || words != list.length()) return false;
    if (tag.words() == 0) return isFew(tag.elements());
    bool dataEnds = false, pointersEnd = false;
    std::size_t next = head + words;
    for (std::size_t i = 0; i < tag.elements(); ++i) {
      if (depth <= 0 || !structure(tag, head, next, depth - 1, dataEnds, pointersEnd)) return false;
    }
    head = next;
    return dataEnds && pointersEnd;
  }

  bool pointers(std::size_t length, std::size_t& head, int depth) {
    if (!fits(head, length)) return false;
    const std::size_t first = head;
    head += length;
    for (std::size_t i = 0; i < length; ++i) {
      if (!pointer(first + i, head, depth)) return false;
    }
    return true;
  }

  bool numbers(const PointerWord& list, std::size_t& head) {
    static constexpr unsigned kBits[] = {0, 1, 8, 16, 32, 64};
    const std::size_t bits =
        std::size_t{kBits[static_cast<unsigned>(list.elementSize())]} * list.length();
    if (bits == 0) return isFew(list.length());
    const std::size_t words = (bits + 63) / 64;
    if (!fits(head, words)) return false;
    head += words;
    return bits % 64 == 0 || at(head - 1) >> bits % 64 == 0;
  }

  bool isFew(std::size_t nothings) { return (nothings_ += nothings) <= kNothingsMax; }

  const std::uint8_t* bytes_;
  std::size_t size_;
  std::size_t nothings_ = 0;
};

/// Lists of nothing may claim any length.
capnp::ReaderOptions doubtful() {
  capnp::ReaderOptions options;
  options.traversalLimitInWords = 8 * kStatementBytesMax;
  options.nestingLimit = kPointerNestingMax;
  return options;
}

}  // namespace

bool isCanonicalSegment(ByteView bytes) {
  if (bytes.empty() || bytes.size() % kWordBytes != 0) return false;
  return CanonicalWalk(bytes).run();
}

std::optional<CanonicalWords> CanonicalWords::of(ByteView bytes) {
  if (!isCanonicalSegment(bytes)) return std::nullopt;
  CanonicalWords copy;
  copy.words_ = kj::heapArray<capnp::word>(bytes.size() / kWordBytes);
  std::memcpy(copy.words_.begin(), bytes.data(), bytes.size());
  return copy;
}

CanonicalWords CanonicalWords::made(kj::ArrayPtr<const capnp::word> words) {
  const auto bytes = words.asBytes();
  auto copy = of(ByteView(bytes.begin(), bytes.size()));
  if (!copy) throw Fault(FaultKind::kBug, "no canonical form was made");
  return std::move(*copy);
}

std::string whyMalformed(ByteView bytes) {
  if (bytes.empty() || bytes.size() % kWordBytes != 0) {
    return "their number is not a multiple of eight";
  }
  auto words = kj::heapArray<capnp::word>(bytes.size() / kWordBytes);
  std::memcpy(words.begin(), bytes.data(), bytes.size());
  kj::ArrayPtr<const capnp::word> segment = words;
  try {
    capnp::SegmentArrayMessageReader message(kj::arrayPtr(&segment, 1), doubtful());
    if (!message.isCanonical()) return "";
    return "a list of nothing in them lies elsewhere or claims too many elements";
  } catch (const kj::Exception& exception) {
    return reasonOf(exception);
  }
}

}  // namespace minutebook
