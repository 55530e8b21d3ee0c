#include "cli/import/reader.h"

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
      lines_(path),
      desk_(desk),
      ids_(ids),
      random_(desk.call.surroundings.random.another()) {
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

std::optional<Refusal> ImportReader::addLine(const std::string& line, ImportBatch& batch) {
  if (line.find_first_not_of(" \t") == line.npos) return std::nullopt;
  Outcome<Json> json = parseJson(line);
  if (!json) return json.refusal();
  Json kept = desk_.firstLook.kept({path_, lines_.number(), 0}, json.value());
  Outcome<Draft> draft = desk_.composer.compose(kept);
  if (!draft) return draft.refusal();
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
  batch.lines.push_back(lines_.number());
  return std::nullopt;
}

ImportBatch ImportReader::readBatch() {
  ImportBatch batch;
  std::string line;
  std::size_t bytes = 0;
  while (batch.drafts.size() < kBatchLinesMax && bytes < kBatchBytesMax - kJsonBytesMax / 4) {
    std::optional<Refusal> refusal;
    if (!lines_.next(line, refusal)) {
      batch.last = true;
      return batch;
    }
    if (!refusal) refusal = addLine(line, batch);
    if (refusal) {
      batch.refusal = refusal;
      batch.refusedLine = lines_.number();
      return batch;
    }
    bytes += line.size() + kStatementOverhead;
  }
  return batch;
}

}  // namespace minutebook
