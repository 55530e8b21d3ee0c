#include "ledger/crypto/data_keys.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <utility>

#include "ledger/base/fault.h"

namespace minutebook {

namespace {

constexpr std::string_view kFile = "data.keys";
constexpr std::string_view kHead = "minutebook/data-keys/v1\n";
constexpr std::size_t kIdBytes = 16;
// Every subject is padded to one length, so that a record's length says nothing about it.
constexpr std::size_t kSubjectFieldBytes = 1 + kDataKeySubjectBytesMax;
constexpr std::size_t kPlainBytes = kAeadKeyBytes + kSubjectFieldBytes;
constexpr std::size_t kRecordBytes = kIdBytes + kAeadOverheadBytes + kPlainBytes;
constexpr std::size_t kFileBytesMax = std::size_t{1} << 30;

std::string wrapName(const DataKeyId& id) {
  return "data/" + toHex(id.view());
}

bool allZero(ByteView bytes) {
  return std::all_of(bytes.begin(), bytes.end(), [](std::uint8_t byte) { return byte == 0; });
}

/// The bytes of whole records: what a torn append leaves at the end, part of a record or blocks of
/// zeros that never got their content, is not counted. No record is all zeros.
std::size_t wholeBytes(ByteView records) {
  std::size_t whole = records.size() - records.size() % kRecordBytes;
  while (whole > 0 && allZero(records.subspan(whole - kRecordBytes))) whole -= kRecordBytes;
  return whole;
}

/// What follows the head. Throws kCorrupt if the head is another.
ByteView recordsIn(ByteView content, const std::string& what) {
  const ByteView head = content.first(std::min(content.size(), kHead.size()));
  if (asText(head) != kHead) {
    throw Fault(FaultKind::kCorrupt, what + " is not a file of data keys",
                "Put back the file from a backup of the keys directory.");
  }
  return content.subspan(kHead.size());
}

DataKeyId idOf(ByteView record) {
  return DataKeyId::of(record.first(kIdBytes)).value();
}

[[noreturn]] void failChanged(const std::string& what) {
  throw Fault(FaultKind::kBusy, what + " was changed by another program",
              "Wait until no other program writes to this ledger, then try again.");
}

/// The key and subject in an unwrapped record; nothing if they are not padded as written.
std::optional<DataKey> decodePlain(const DataKeyId& id, ByteView plain) {
  if (plain.size() != kPlainBytes) return std::nullopt;
  const std::size_t length = plain[kAeadKeyBytes];
  const ByteView field = plain.subspan(kAeadKeyBytes + 1);
  if (length == 0 || length > field.size() || !allZero(field.subspan(length))) return std::nullopt;
  return DataKey{id, std::string(asText(field.first(length))),
                 SecretBytes(plain.first(kAeadKeyBytes))};
}

/// A key as it stands in the file.
Bytes recordOf(const DataKey& key, MasterKey& master, RandomSource& random) {
  SecretBytes plain(kPlainBytes);
  const std::span<std::uint8_t> out = plain.span();
  std::copy(key.key.view().begin(), key.key.view().end(), out.begin());
  out[kAeadKeyBytes] = static_cast<std::uint8_t>(key.subject.size());
  std::copy(key.subject.begin(), key.subject.end(), out.begin() + kAeadKeyBytes + 1);
  Bytes record = toBytes(key.id.view());
  append(record, master.wrap(wrapName(key.id), plain.view(), random));
  return record;
}

}  // namespace

std::optional<DataKeyId> DataKeyId::of(ByteView from) {
  DataKeyId id;
  if (from.size() != id.bytes.size()) return std::nullopt;
  std::copy(from.begin(), from.end(), id.bytes.begin());
  return id;
}

DataKeys::DataKeys(Directory& keys, MasterKey& master, Access access)
    : keys_(keys), master_(master), access_(access) {
  load();
}

void DataKeys::load() {
  const std::optional<Bytes> content = keys_.read(kFile, kFileBytesMax);
  const std::string what = (keys_.path() / kFile).string();
  // A folder that was replaced is emptied: that no file is left there does not mean no keys.
  if (!content && !master_.isKeptIn(keys_)) failChanged(what);
  if (!content) return;
  const ByteView records = recordsIn(*content, what);
  const std::size_t whole = wholeBytes(records);
  for (std::size_t at = 0; at < whole; at += kRecordBytes) {
    const ByteView record = records.subspan(at, kRecordBytes);
    const DataKeyId id = idOf(record);
    const auto plain = master_.unwrap(wrapName(id), record.subspan(kIdBytes));
    auto key = plain ? decodePlain(id, plain->view()) : std::nullopt;
    if (!key || byId_.contains(id)) {
      throw Fault(FaultKind::kCorrupt,
                  "record " + std::to_string(at / kRecordBytes) + " of " + what +
                      " is damaged, or was not made with this master key",
                  "Put back the file from a backup of the keys directory.");
    }
    add(std::move(*key));
  }
  fileBytes_ = kHead.size() + whole;
  if (access_ == Access::kWrite && fileBytes_ != content->size()) {
    FileDescriptor file = keys_.openFile(kFile, O_RDWR);
    if (!file || ::ftruncate(file.get(), static_cast<off_t>(fileBytes_)) != 0) {
      throw Fault(FaultKind::kIo, "could not cut the torn end off " + what,
                  "Check that the file may be written by you.");
    }
    syncData(file, what);
  }
}

void DataKeys::add(DataKey key) {
  bySubject_[key.subject] = key.id;  // The newer one counts: renew().
  order_.push_back(key.id);
  byId_.emplace(key.id, std::move(key));
}

const DataKey& DataKeys::ensure(std::string_view subject, RandomSource& random) {
  if (const DataKey* found = findSubject(subject)) return *found;
  return make(subject, random);
}

const DataKey& DataKeys::renew(std::string_view subject, RandomSource& random) {
  return make(subject, random);
}

const DataKey& DataKeys::make(std::string_view subject, RandomSource& random) {
  if (access_ != Access::kWrite || subject.empty() || subject.size() > kDataKeySubjectBytesMax) {
    throw Fault(FaultKind::kBug, "a data key cannot be made for \"" + std::string(subject) + "\"");
  }
  DataKey key{{}, std::string(subject), SecretBytes(kAeadKeyBytes)};
  random.fill(key.id.bytes);
  random.fill(key.key.span());
  if (byId_.contains(key.id)) throw Fault(FaultKind::kBug, "the random source repeats itself");
  append(staged_, recordOf(key, master_, random));
  const DataKeyId id = key.id;
  add(std::move(key));
  return byId_.at(id);
}

void DataKeys::sync() {
  if (staged_.empty()) return;
  const std::string what = (keys_.path() / kFile).string();
  if (keys_.fileBytes(kFile).value_or(0) != fileBytes_) failChanged(what);
  if (fileBytes_ == 0) {
    Bytes content = toBytes(asBytes(kHead));
    append(content, staged_);
    keys_.writeDurably(kFile, content);
    fileBytes_ = content.size();
  } else {
    FileDescriptor file = keys_.openFile(kFile, O_RDWR);
    if (!file) failChanged(what);
    writeAllAt(file, staged_, fileBytes_, what);
    syncData(file, what);
    fileBytes_ += staged_.size();
  }
  staged_.clear();
}

std::vector<std::string> DataKeys::subjects() const {
  std::vector<std::string> subjects;
  for (const auto& [subject, id] : bySubject_) subjects.push_back(subject);
  return subjects;
}

void DataKeys::wrapAgain(Directory& to, MasterKey& master, RandomSource& random) const {
  if (!staged_.empty()) throw Fault(FaultKind::kBug, "data keys are wrapped before their sync");
  if (byId_.empty()) return;
  Bytes content = toBytes(asBytes(kHead));
  for (const DataKeyId& id : order_) append(content, recordOf(byId_.at(id), master, random));
  to.writeDurably(kFile, content);
}

bool DataKeys::holdsTheSameAs(const DataKeys& other) const {
  return order_ == other.order_ &&
         std::equal(byId_.begin(), byId_.end(), other.byId_.begin(), other.byId_.end(),
                    [](const auto& a, const auto& b) {
                      return a.first == b.first && a.second.subject == b.second.subject &&
                             sameBytes(a.second.key.view(), b.second.key.view());
                    });
}

const DataKey* DataKeys::find(const DataKeyId& id) const {
  const auto found = byId_.find(id);
  return found == byId_.end() ? nullptr : &found->second;
}

const DataKey* DataKeys::findSubject(std::string_view subject) const {
  const auto found = bySubject_.find(subject);
  return found == bySubject_.end() ? nullptr : find(found->second);
}

std::vector<DataKeyId> DataKeys::idsOf(std::string_view subject) const {
  std::vector<DataKeyId> ids;
  for (const DataKeyId& id : order_) {
    if (byId_.at(id).subject == subject) ids.push_back(id);
  }
  return ids;
}

void DataKeys::forget(const DataKeyId& id) {
  const auto key = byId_.find(id);
  if (key == byId_.end()) return;
  const std::string subject = key->second.subject;
  byId_.erase(key);
  std::erase(order_, id);
  bySubject_.erase(subject);
  const std::vector<DataKeyId> others = idsOf(subject);
  if (!others.empty()) bySubject_[subject] = others.back();
}

std::vector<DataKeyId> DataKeys::destroy(const std::set<DataKeyId>& ids) {
  if (access_ != Access::kWrite) throw Fault(FaultKind::kBug, "data keys were opened for reading");
  sync();
  const bool isThere =
      std::any_of(ids.begin(), ids.end(), [&](const DataKeyId& id) { return byId_.contains(id); });
  if (!isThere) return {};
  if (keys_.fileBytes(kFile) != fileBytes_) failChanged((keys_.path() / kFile).string());
  std::vector<DataKeyId> destroyed = destroyDataKeys(keys_, ids);
  fileBytes_ -= destroyed.size() * kRecordBytes;
  for (const DataKeyId& id : destroyed) forget(id);
  return destroyed;
}

std::vector<DataKeyId> listDataKeyIds(const Directory& keys) {
  std::vector<DataKeyId> ids;
  const std::optional<Bytes> content = keys.read(kFile, kFileBytesMax);
  if (!content) return ids;
  const ByteView records = recordsIn(*content, (keys.path() / kFile).string());
  const std::size_t whole = wholeBytes(records);
  for (std::size_t at = 0; at < whole; at += kRecordBytes) {
    ids.push_back(idOf(records.subspan(at)));
  }
  return ids;
}

std::set<DataKeyId> copiedDataKeyIds(const std::filesystem::path& file,
                                     const std::set<DataKeyId>& among) {
  std::set<DataKeyId> found;
  std::ifstream in(file, std::ios::binary);
  std::string held;
  std::vector<char> chunk(std::size_t{1} << 20);
  bool isInside = false;  // Behind a head: records, until the end of the file or another head.
  for (bool isEnd = !in; !isEnd;) {
    in.read(chunk.data(), static_cast<std::streamsize>(chunk.size()));
    held.append(chunk.data(), static_cast<std::size_t>(in.gcount()));
    isEnd = !in;
    for (std::size_t head = 0; head != held.npos;) {
      head = held.find(kHead);
      const std::size_t end = std::min(head, held.size());
      // A head may have begun at the end of what is held.
      const std::size_t apart = head == held.npos && !isEnd ? kHead.size() - 1 : 0;
      std::size_t at = isInside ? 0 : end - std::min(end, apart);
      for (; isInside && at + kRecordBytes + apart <= end; at += kRecordBytes) {
        const DataKeyId id = idOf(asBytes(held).subspan(at));
        if (among.contains(id)) found.insert(id);
      }
      isInside = isInside || head != held.npos;
      held.erase(0, head == held.npos ? at : head + kHead.size());
    }
  }
  return found;
}

std::vector<DataKeyId> destroyDataKeys(Directory& keys, const std::set<DataKeyId>& ids) {
  std::vector<DataKeyId> destroyed;
  const std::optional<Bytes> content = keys.read(kFile, kFileBytesMax);
  if (!content) return destroyed;
  const std::string what = (keys.path() / kFile).string();
  const ByteView records = recordsIn(*content, what);
  const std::size_t whole = wholeBytes(records);
  Bytes kept = toBytes(asBytes(kHead));
  for (std::size_t at = 0; at < whole; at += kRecordBytes) {
    const ByteView record = records.subspan(at, kRecordBytes);
    if (ids.contains(idOf(record))) {
      destroyed.push_back(idOf(record));
    } else {
      append(kept, record);
    }
  }
  if (destroyed.empty()) return destroyed;
  FileDescriptor old = keys.openFile(kFile, O_RDWR);
  keys.writeDurably(kFile, kept);
  // Only now, with the new file durably in its place, are the old blocks overwritten. Ones, not
  // zeros: a reader that still has the old file open must see damage, never a torn end.
  writeAllAt(old, Bytes(content->size(), 0xff), 0, what);
  syncData(old, what);
  return destroyed;
}

}  // namespace minutebook
