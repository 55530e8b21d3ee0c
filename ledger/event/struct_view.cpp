#include "ledger/event/struct_view.h"

#include <kj/debug.h>

#include <algorithm>
#include <array>

namespace minutebook {

namespace {

const std::uint8_t* targetOf(const std::uint8_t* place, PointerWord word) {
  return place + (1 + word.skip()) * static_cast<std::int64_t>(kWordBytes);
}

const capnp::word* wordsAt(const std::uint8_t* bytes) {
  return reinterpret_cast<const capnp::word*>(bytes);
}

[[noreturn]] void failType() {
  KJ_FAIL_REQUIRE("a pointer leads to another type than the schema says");
}

/// What the pointer at `place`, if it is not null, leads to: a list of bytes.
ByteView bytesBehind(const std::uint8_t* place) {
  const PointerWord word{wordAt(place)};
  if (word.isNull()) return {};
  const bool isBytes =
      word.kind() == PointerWord::Kind::kList && word.elementSize() == ElementSize::kByte;
  if (!isBytes) failType();
  return {targetOf(place, word), word.length()};
}

/// The same without the zero that ends a text.
std::string_view textBehind(const std::uint8_t* place) {
  if (wordAt(place) == 0) return {};
  const ByteView bytes = bytesBehind(place);
  if (bytes.empty() || bytes.back() != 0) failType();
  return asText(bytes.first(bytes.size() - 1));
}

}  // namespace

StructView::StructView(const CanonicalWords& words)
    : StructView(words.begin(), kNoItem, words.bytes().data(), {}) {
  const PointerWord word{wordAt(first_)};
  if (word.kind() != PointerWord::Kind::kStruct) failType();
  *this = StructView(words.begin(), kNoItem, targetOf(first_, word), word);
}

std::uint64_t StructView::number(const Slot& slot) const {
  const std::size_t word = slot.offset / 64;
  if (word >= dataWords_ || slot.bits == 0) return 0;
  return wordAt(first_ + word * kWordBytes) >> slot.offset % 64 &
         ~std::uint64_t{0} >> (64 - slot.bits);
}

StructView StructView::structAt(const Slot& slot) const {
  const PointerWord word = pointerAt(slot);
  if (word.isNull()) return {nullptr, kNoItem, nullptr, {}};
  if (word.kind() != PointerWord::Kind::kStruct) failType();
  const std::uint8_t* place = pointerPlace(slot);
  return {wordsAt(place), kNoItem, targetOf(place, word), word};
}

std::string_view StructView::textAt(const Slot& slot) const {
  return has(slot) ? textBehind(pointerPlace(slot)) : std::string_view();
}

ByteView StructView::dataAt(const Slot& slot) const {
  return has(slot) ? bytesBehind(pointerPlace(slot)) : ByteView();
}

ListView StructView::listAt(const Slot& slot) const {
  return has(slot) ? ListView(pointerPlace(slot)) : ListView();
}

bool StructView::saysNothing() const {
  // An item of a list is as long as the longest of them.
  for (std::size_t i = 0; i < std::size_t{dataWords_} + pointers_; ++i) {
    if (wordAt(first_ + i * kWordBytes) != 0) return false;
  }
  return true;
}

/// What the schema reaches through the active union members.
void StructView::reach(const StructInfo& info, SlotSet& reached) const {
  reached.addAll(info.always);
  if (info.hasUnion) {
    const std::uint16_t member = active(info);
    if (member < info.ofMember.size()) reached.addAll(info.ofMember[member]);
  }
  for (const FieldInfo* group : info.choosing) {
    if (holds(info, *group)) reach(*group->structure, reached);
  }
}

bool StructView::hidesNothing(const SlotSet& reached) const {
  for (std::size_t i = 0; i < dataWords_; ++i) {
    const std::uint64_t known = i < reached.data.size() ? reached.data[i] : 0;
    if ((wordAt(first_ + i * kWordBytes) & ~known) != 0) return false;
  }
  for (std::uint32_t i = 0; i < pointers_; ++i) {
    const bool known = i < kPointersMax && (reached.pointers >> i & 1u) != 0;
    if (!known && has({true, i, 0})) return false;
  }
  return true;
}

bool StructView::isWhole(const StructInfo& info) const {
  SlotSet reached;
  reach(info, reached);
  return hidesNothing(reached);
}

bool StructView::holdsOnly(const Slot& slot) const {
  SlotSet reached;
  reached.add(slot);
  return hidesNothing(reached);
}

bool StructView::isWholeRecord(const StructInfo& info, const KindInfo& kind) const {
  SlotSet reached;
  reached.add({false, info.unionOffset, 16});
  reached.add(kind.slot);
  return hidesNothing(reached);
}

ListView::ListView(const std::uint8_t* place) : place_(place) {
  const PointerWord word{wordAt(place)};
  if (word.kind() != PointerWord::Kind::kList) failType();
  element_ = word.elementSize();
  size_ = word.length();
  first_ = targetOf(place, word);
  if (element_ != ElementSize::kStruct) return;
  tag_ = {wordAt(first_)};
  size_ = tag_.elements();
  first_ += kWordBytes;
}

StructView ListView::structAt(std::size_t item) const {
  if (element_ != ElementSize::kStruct) failType();
  return {wordsAt(place_), static_cast<std::uint32_t>(item),
          first_ + item * tag_.words() * kWordBytes, tag_};
}

const std::uint8_t* ListView::pointerPlace(std::size_t item) const {
  if (element_ != ElementSize::kPointer) failType();
  return first_ + item * kWordBytes;
}

std::string_view ListView::textAt(std::size_t item) const {
  return textBehind(pointerPlace(item));
}

ByteView ListView::dataAt(std::size_t item) const {
  return bytesBehind(pointerPlace(item));
}

std::uint16_t ListView::numberAt(std::size_t item) const {
  if (element_ != ElementSize::kTwoBytes) failType();
  const std::uint8_t* bytes = first_ + item * 2;
  return static_cast<std::uint16_t>(bytes[0] | bytes[1] << 8);
}

}  // namespace minutebook
