#include "cli/import/sheet.h"

#include <array>
#include <streambuf>

#include "ledger/base/fault.h"
#include "ledger/rules/refusal_list.h"

namespace minutebook {

/// Hands a file's bytes on and hashes them.
class Sheet::HashedFile : public std::streambuf {
 public:
  explicit HashedFile(const std::string& path) : path_(path), file_(path, std::ios::binary) {
    if (file_) return;
    throw Fault(FaultKind::kMissing, "there is no file " + path + " that can be read",
                "Check the path.");
  }

  Hash finish() { return hasher_.finish(); }

 protected:
  int_type underflow() override {
    file_.read(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
    if (file_.bad()) throw Fault(FaultKind::kIo, "reading " + path_ + " failed", "Try again.");
    const auto count = static_cast<std::size_t>(file_.gcount());
    if (count == 0) return traits_type::eof();
    hasher_.update(asBytes(std::string_view(buffer_.data(), count)));
    setg(buffer_.data(), buffer_.data(), buffer_.data() + count);
    return traits_type::to_int_type(buffer_[0]);
  }

 private:
  std::string path_;
  std::ifstream file_;
  std::array<char, 1 << 16> buffer_{};
  Sha256 hasher_;
};

Sheet::Sheet(const std::string& path, const ImportMapping& mapping)
    : path_(path),
      mapping_(mapping),
      file_(std::make_unique<HashedFile>(path)),
      stream_(file_.get()),
      reader_(stream_, mapping.dialect) {
  stream_.exceptions(std::ios::badbit);  // A fault of the file's goes through.
}

Sheet::~Sheet() = default;

Outcome<bool> Sheet::read(CsvRow& row) {
  Outcome<bool> more = reader_.next(row);
  place_ = more ? row.place : reader_.place();
  return more;
}

Outcome<bool> Sheet::readFirst() {
  Outcome<bool> any = read(names_);
  if (!any) return any;
  if (!any.value()) {
    place_ = {1, 1, 0};
    return refuse("csv.no-header", "", "The file is empty.");
  }
  std::size_t trouble = 0;
  Outcome<SheetHeading> heading = readHeading(names_, mapping_, trouble);
  place_.column = trouble;
  if (!heading) return heading.refusal();
  heading_ = std::move(heading).value();
  return true;
}

Outcome<bool> Sheet::next(CsvRow& row) {
  if (heading_.width == 0) {
    Outcome<bool> first = readFirst();
    if (!first) return first;
  }
  Outcome<bool> more = read(row);
  if (!more || !more.value()) return more;
  std::size_t trouble = 0;
  if (auto refusal = checkWidth(row, heading_, mapping_, trouble)) {
    place_.column = trouble;
    return *refusal;
  }
  return true;
}

std::string Sheet::place() const {
  return placeOf(place_, {place_.column, 0});
}

std::string Sheet::placeOf(const CsvPlace& row, const RowTrouble& trouble) const {
  std::string text =
      path_ + " line " + std::to_string(row.line) + " (row " + std::to_string(row.row);
  if (trouble.cell > 0) text += ", column " + std::to_string(trouble.cell);
  if (trouble.cell > 0 && trouble.cell <= names_.cells.size() && row.row > 1) {
    text += " \"" + names_.cells[trouble.cell - 1] + "\"";
  }
  text += ")";
  if (trouble.mappingLine > 0) {
    text += ", by " + mapping_.path + " line " + std::to_string(trouble.mappingLine);
  }
  return text;
}

Hash Sheet::hash() {
  return file_->finish();
}

}  // namespace minutebook
