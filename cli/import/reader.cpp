#include "cli/import/reader.h"

#include "ledger/base/fault.h"
#include "ledger/event/form.h"
#include "ledger/event/json.h"

namespace minutebook {

namespace {

constexpr std::size_t kBatchesAhead = 2;
/// What a statement adds to its line: keys, ids, padding.
constexpr std::size_t kStatementOverhead = 512;

}  // namespace

Hash ImportIds::macOf(std::string_view line, std::uint32_t nth) {
  Bytes count;
  appendU32(count, nth);
  return mac_.of(asBytes(origin_), asBytes(line), count);
}

StatementId ImportIds::next(std::string_view line) {
  for (std::uint32_t nth = 0;; ++nth) {
    Hash mac = macOf(line, nth);
    if (seen_.insert(readU64(mac.view())).second) return StatementId::fromMac(mac);
  }
}

ImportReader::ImportReader(const std::string& path, ImportDesk& desk, ImportIds& ids)
    : path_(path),
      file_(path, std::ios::binary),
      desk_(desk),
      ids_(ids),
      random_(desk.call.surroundings.random.another()) {
  if (!file_) {
    throw Fault(FaultKind::kMissing, "there is no file " + path + " that can be read",
                "Check the path.");
  }
  worker_ = std::thread([this] { work(); });
}

ImportReader::~ImportReader() {
  {
    std::lock_guard<std::mutex> lock(mutex_);
    stop_ = true;
  }
  changed_.notify_all();
  worker_.join();
}

void ImportReader::work() {
  try {
    while (true) {
      ImportBatch batch = readBatch();
      bool end = batch.last || batch.refusal;
      std::unique_lock<std::mutex> lock(mutex_);
      changed_.wait(lock, [&] { return stop_ || ready_.size() < kBatchesAhead; });
      if (stop_) return;
      ready_.push_back(std::move(batch));
      changed_.notify_all();
      if (end) return;
    }
  } catch (...) {
    std::lock_guard<std::mutex> lock(mutex_);
    failure_ = std::current_exception();
    changed_.notify_all();
  }
}

ImportBatch ImportReader::next() {
  std::unique_lock<std::mutex> lock(mutex_);
  changed_.wait(lock, [&] { return failure_ || !ready_.empty(); });
  if (ready_.empty()) std::rethrow_exception(failure_);
  ImportBatch batch = std::move(ready_.front());
  ready_.pop_front();
  changed_.notify_all();
  return batch;
}

bool ImportReader::readLine(std::string& line, std::optional<Refusal>& refusal) {
  line.clear();
  for (bool whole = false; !whole;) {
    if (unread_.empty()) {
      file_.read(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
      unread_ = {buffer_.data(), static_cast<std::size_t>(file_.gcount())};
      if (unread_.empty() && line.empty()) return false;
      if (unread_.empty()) break;
    }
    std::size_t end = unread_.find('\n');
    whole = end != unread_.npos;
    std::string_view piece = unread_.substr(0, end);
    unread_.remove_prefix(whole ? end + 1 : piece.size());
    if (line.size() + piece.size() > kJsonBytesMax) {
      refusal = parseJson(line.append(piece, 0, kJsonBytesMax + 1 - line.size())).refusal();
      return true;
    }
    line.append(piece);
  }
  if (line.ends_with('\r')) line.pop_back();
  if (line_ == 0 && line.starts_with("\xef\xbb\xbf")) line.erase(0, 3);
  return true;
}

std::optional<Refusal> ImportReader::addLine(const std::string& line, ImportBatch& batch) {
  if (line.find_first_not_of(" \t") == line.npos) return std::nullopt;
  Outcome<Json> json = parseJson(line);
  if (!json) return json.refusal();
  std::vector<PrivateField> fields;
  Outcome<Json> kept = desk_.atThePrivacyDoor(json.value(), fields);
  if (!kept) return kept.refusal();
  Outcome<Draft> draft = desk_.composer.compose(kept.value());
  if (!draft) return draft.refusal();
  if (!fields.empty()) batch.looksPrivate.emplace_back(line_, std::move(fields));
  const Json* given = json.value().find("statementId");
  StatementId id = given ? *StatementId::parse(given->text()) : ids_.next(line);
  PreparedDraft prepared{std::move(draft).value(), id};
  // All but the encryption can be done here, beside the thread that writes.
  prepared.salts = commitSecrets(prepared.draft, id, *random_, hasher_);
  Outcome<Statement> statement = prepared.draft.finish();
  if (!statement) return statement.refusal();
  if (auto refusal = checkForm(statement.value(), desk_.call.catalogue)) return refusal;
  statement.value().leaf(hasher_);
  prepared.finished = std::move(statement).value();
  batch.drafts.push_back(std::move(prepared));
  batch.lines.push_back(line_);
  return std::nullopt;
}

ImportBatch ImportReader::readBatch() {
  ImportBatch batch;
  std::string line;
  std::size_t bytes = 0;
  while (batch.drafts.size() < kBatchLinesMax && bytes < kBatchBytesMax - kJsonBytesMax / 4) {
    std::optional<Refusal> refusal;
    if (!readLine(line, refusal)) {
      if (file_.bad()) throw Fault(FaultKind::kIo, "reading " + path_ + " failed", "Try again.");
      batch.last = true;
      return batch;
    }
    ++line_;
    if (!refusal) refusal = addLine(line, batch);
    if (refusal) {
      batch.refusal = refusal;
      batch.refusedLine = line_;
      return batch;
    }
    bytes += line.size() + kStatementOverhead;
  }
  return batch;
}

}  // namespace minutebook
