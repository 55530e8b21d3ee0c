#include "ledger/bundle/tar.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>

#include "ledger/base/fault.h"
#include "ledger/bundle/file_list.h"

namespace minutebook {

namespace {

constexpr std::size_t kBlock = 512;
// Where things stand in a header. Source: POSIX.1-2017, pax, "ustar Interchange Format".
constexpr std::size_t kNameBytes = 100;
constexpr std::size_t kSizeAt = 124;
constexpr std::size_t kSizeDigits = 11;
constexpr std::size_t kChecksumAt = 148;
constexpr std::size_t kTypeAt = 156;

std::uint64_t padded(std::uint64_t bytes) {
  return (bytes + kBlock - 1) / kBlock * kBlock;
}

void putText(Bytes& header, std::size_t at, std::string_view text) {
  std::copy(text.begin(), text.end(), header.begin() + static_cast<std::ptrdiff_t>(at));
}

std::string octal(std::uint64_t number, std::size_t digits) {
  std::string text(digits, '0');
  for (std::size_t i = digits; i > 0 && number > 0; number >>= 3) {
    text[--i] = static_cast<char>('0' + (number & 7));
  }
  return text;
}

/// The one header of a plain file: owner 0, time 0, to be read by its owner.
Bytes headerOf(std::string_view name, std::uint64_t bytes) {
  Bytes header(kBlock, 0);
  putText(header, 0, name);
  putText(header, 100, "0000600");
  putText(header, 108, "0000000");
  putText(header, 116, "0000000");
  putText(header, kSizeAt, octal(bytes, kSizeDigits));
  putText(header, 136, "00000000000");
  putText(header, kChecksumAt, "        ");
  header[kTypeAt] = '0';
  putText(header, 257, "ustar");
  putText(header, 263, "00");
  putText(header, 329, "0000000");
  putText(header, 337, "0000000");
  std::uint64_t sum = 0;
  for (std::uint8_t byte : header) sum += byte;
  putText(header, kChecksumAt, octal(sum, 6));
  header[kChecksumAt + 6] = 0;
  return header;
}

std::string_view nameIn(const Bytes& header) {
  const std::string_view field = asText(header).substr(0, kNameBytes);
  return field.substr(0, std::min(field.find('\0'), field.size()));
}

std::optional<std::uint64_t> sizeIn(const Bytes& header) {
  std::uint64_t size = 0;
  for (std::size_t i = kSizeAt; i < kSizeAt + kSizeDigits; ++i) {
    if (header[i] < '0' || header[i] > '7') return std::nullopt;
    size = size << 3 | static_cast<std::uint64_t>(header[i] - '0');
  }
  return size;
}

/// What is wrong with a header that is not the one header for its name and size.
std::string whatIsWrong(const Bytes& header) {
  const std::string name = "\"" + std::string(nameIn(header)) + "\"";
  switch (header[kTypeAt]) {
    case '0':
    case 0:
      break;
    case '1':
    case '2':
      return name + " is a link; a bundle holds plain files only";
    case '3':
    case '4':
    case '6':
      return name + " is a device; a bundle holds plain files only";
    case '5':
      return name + " is a folder with an entry of its own; a bundle lists files only";
    default:
      return name + " is of a kind of its own; a bundle holds plain files only";
  }
  if (nameIn(header).starts_with('/')) return name + " begins at the root of a disk";
  if (!isBundleName(nameIn(header))) return name + " is no name of a bundle's file";
  return "the header of " + name + " is not spelt as this program spells it";
}

bool isAllZero(ByteView bytes) {
  return std::all_of(bytes.begin(), bytes.end(), [](std::uint8_t byte) { return byte == 0; });
}

}  // namespace

void TarWriter::put(ByteView bytes) {
  writeAllAt(file_, bytes, at_, what_);
  at_ += bytes.size();
}

void TarWriter::add(std::string_view name, ByteView content) {
  if (!isBundleName(name) || name <= last_) {
    throw Fault(FaultKind::kBug, "not the next file of an archive: " + std::string(name));
  }
  last_ = name;
  put(headerOf(name, content.size()));
  put(content);
  put(Bytes(padded(content.size()) - content.size(), 0));
}

void TarWriter::finish() {
  put(Bytes(2 * kBlock, 0));
  syncData(file_, what_);
}

TarFile TarFile::open(const std::filesystem::path& path) {
  const std::filesystem::path whole = std::filesystem::absolute(path);
  const Directory folder = Directory::open(whole.parent_path(), Readers::kEveryone);
  FileDescriptor file = folder.openFile(whole.filename().string(), O_RDONLY);
  if (!file) {
    throw Fault(FaultKind::kMissing, "there is no file " + path.string(), "Check the path.");
  }
  return of(std::move(file), path.string());
}

TarFile TarFile::of(FileDescriptor file, std::string name) {
  TarFile archive(std::move(name), std::move(file));
  archive.readHeaders();
  return archive;
}

void TarFile::refuse(std::uint64_t offset, const std::string& why) const {
  throw Fault(FaultKind::kCorrupt, path_ + ", byte " + std::to_string(offset) + ": " + why,
              "Ask whoever made the bundle for it again, and do not unpack this one.");
}

void TarFile::readHeaders() {
  struct stat status {};
  if (::fstat(file_.get(), &status) != 0) {
    throw Fault(FaultKind::kIo, "stat " + path_ + ": " + std::system_category().message(errno),
                "Check that the file may be read by you.");
  }
  const auto fileBytes = static_cast<std::uint64_t>(status.st_size);
  std::uint64_t offset = 0;
  while (true) {
    if (fileBytes - offset < kBlock) refuse(offset, "the archive is cut off");
    const Bytes header = bytesAt(offset, kBlock);
    if (isAllZero(header)) break;
    offset = take(offset, header, fileBytes);
    if (files_.size() > kTarFilesMax) refuse(offset, "the archive holds too many files");
  }
  if (fileBytes - offset < 2 * kBlock || !isAllZero(bytesAt(offset, 2 * kBlock))) {
    refuse(offset, "the archive does not end as it should");
  }
  if (fileBytes - offset > 2 * kBlock) refuse(offset, "more bytes follow after the archive's end");
}

std::uint64_t TarFile::take(std::uint64_t offset, const Bytes& header, std::uint64_t fileBytes) {
  const std::string name(nameIn(header));
  const std::optional<std::uint64_t> bytes = sizeIn(header);
  if (!bytes || !isBundleName(name) || headerOf(name, *bytes) != header) {
    refuse(offset, whatIsWrong(header));
  }
  if (*bytes > kBundleFileBytesMax)
    refuse(offset, "\"" + name + "\" is larger than a bundle's file");
  if (!files_.empty() && name == files_.rbegin()->first) {
    refuse(offset, "\"" + name + "\" stands there twice");
  }
  if (!files_.empty() && name < files_.rbegin()->first) {
    refuse(offset, "\"" + name + "\" is not in the order of names");
  }
  for (std::size_t slash = name.find('/'); slash != name.npos; slash = name.find('/', slash + 1)) {
    if (files_.count(name.substr(0, slash)) == 0) continue;
    refuse(offset, "\"" + name + "\" lies in a file as if that were a folder");
  }
  const std::uint64_t content = offset + kBlock;
  if (padded(*bytes) > fileBytes - content) refuse(offset, "\"" + name + "\" is cut off");
  const std::uint64_t end = content + *bytes;
  const std::uint64_t next = content + padded(*bytes);
  if (!isAllZero(bytesAt(end, next - end))) refuse(end, "bytes hide behind \"" + name + "\"");
  files_.emplace(name, Place{content, *bytes});
  return next;
}

Bytes TarFile::bytesAt(std::uint64_t offset, std::size_t count) const {
  Bytes bytes(count);
  std::size_t done = 0;
  while (done < count) {
    const ssize_t got =
        ::pread(file_.get(), bytes.data() + done, count - done, static_cast<off_t>(offset + done));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) {
      throw Fault(FaultKind::kIo, "reading " + path_ + ": " + std::system_category().message(errno),
                  "Check that the disk is healthy.");
    }
    if (got == 0) refuse(offset + done, "the archive became shorter while it was read");
    done += static_cast<std::size_t>(got);
  }
  return bytes;
}

std::optional<Bytes> TarFile::read(std::string_view relative, std::size_t bytesMax) const {
  const auto file = files_.find(relative);
  if (file == files_.end()) return std::nullopt;
  if (file->second.bytes > bytesMax) {
    refuse(file->second.offset, "\"" + file->first + "\" is larger than such a file can be");
  }
  return bytesAt(file->second.offset, file->second.bytes);
}

std::optional<std::uint64_t> TarFile::fileBytes(std::string_view relative) const {
  const auto file = files_.find(relative);
  if (file == files_.end()) return std::nullopt;
  return file->second.bytes;
}

std::vector<FileTree::Item> TarFile::list(std::string_view relative) const {
  const std::string folder = relative.empty() ? "" : std::string(relative) + "/";
  std::vector<Item> items;
  for (auto file = files_.lower_bound(folder);
       file != files_.end() && file->first.starts_with(folder); ++file) {
    const std::string_view rest = std::string_view(file->first).substr(folder.size());
    const std::size_t slash = rest.find('/');
    const std::string name(rest.substr(0, slash));
    if (!items.empty() && items.back().name == name) continue;
    items.push_back({name, slash == rest.npos ? Item::Kind::kFile : Item::Kind::kFolder});
  }
  std::sort(items.begin(), items.end(),
            [](const Item& a, const Item& b) { return a.name < b.name; });
  return items;
}

std::string TarFile::nameOf(std::string_view relative) const {
  return path_ + ", " + std::string(relative);
}

}  // namespace minutebook
