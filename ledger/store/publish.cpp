#include "ledger/store/publish.h"

#include <fcntl.h>
#include <sys/file.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>
#include <utility>
#include <variant>

#include "ledger/base/fault.h"
#include "ledger/base/lines.h"
#include "ledger/event/compose.h"
#include "ledger/store/log_keys.h"
#include "ledger/store/thread_map.h"
#include "ledger/tlog/checkpoint.h"
#include "ledger/tlog/published_log.h"
#include "ledger/tlog/tile_hashes.h"

namespace minutebook {

namespace {

constexpr char kVkeyFile[] = "vkey";
constexpr char kSchemaFile[] = "schema.capnp";
constexpr char kReadmeFile[] = "README.txt";
constexpr std::size_t kVkeyBytesMax = 4096;

[[noreturn]] void refused(const Refusal& refusal) {
  throw Fault(FaultKind::kConfig,
              "the clerk's count of threads was refused (" + refusal.code + "): " + refusal.reason,
              refusal.remedy);
}

Statement threadsStatement(Submitter& submitter, const SigningKey& clerk, PublishMoment moment) {
  const Facts& facts = submitter.sequencer().facts();
  Json line = Json::object();
  line.set("kind", Json::text("threadsRooted"));
  line.set("size", Json::number(std::to_string(facts.size())));
  line.set("threads", Json::number(std::to_string(facts.threadCount())));
  line.set("root", Json::text(toHex(facts.threadsRoot().view())));
  const Composer composer(submitter.catalogue(),
                          {submitter.origin(), toBytes(clerk.publicKey().view()), ""});
  Outcome<Draft> draft = composer.compose(line);
  if (!draft) refused(draft.refusal());
  std::array<std::uint8_t, 10> random;
  moment.random.fill(random);
  draft.value().setStatementId(StatementId::fromTime(moment.time, random));
  Outcome<Statement> statement = draft.value().finish();
  if (!statement) refused(statement.refusal());
  return std::move(statement).value();
}

/// The head of the checkpoint in a published directory; nothing if there is none.
std::optional<SignedHead> publishedHead(const Directory& published, std::string_view origin,
                                        std::span<const std::string> vkeys) {
  const std::optional<std::string> bytes = readPublishedCheckpoint(published);
  if (!bytes) return std::nullopt;
  Sha256 hasher;
  const Outcome<TrustedKeys> keys = TrustedKeys::of(hasher, vkeys);
  if (!keys) throw Fault(FaultKind::kBug, "our own verifier key: " + keys.refusal().reason);
  const Outcome<OpenedCheckpoint> opened = openCheckpoint(keys.value(), origin, *bytes);
  if (!opened) {
    throw Fault(FaultKind::kConfig,
                published.path().string() + " holds a checkpoint that is not this ledger's (" +
                    opened.refusal().code + "): " + opened.refusal().reason,
                "Publish into an empty directory, or look at what happened to this one.");
  }
  return SignedHead{opened.value().checkpoint.size, opened.value().checkpoint.root};
}

/// Throws kCorrupt if the log is behind a head that was signed for it, or contradicts it. `who` is
/// how the sentence begins.
void compareWithHead(const std::string& who, const SignedHead& there, const LogReader& log) {
  std::optional<SignedHead> held;
  if (there.size <= log.size()) {
    Sha256 hasher;
    TileHashes hashes(log, log.size());
    held = SignedHead{there.size, rootAt(hashes, hasher, there.size)};
  }
  if (held == there) return;
  throw Fault(FaultKind::kCorrupt,
              who + inWords(there) + ", but this ledger has " +
                  (held ? inWords(*held) : std::to_string(log.size()) + " entries"),
              "This looks like a restored old copy, or a second one: sign and write nothing, and "
              "find the copy that holds all of it.");
}

/// Whether a line of the text is one of these keys.
bool namesOneOf(std::string_view text, const std::vector<std::string>& vkeys) {
  while (const auto line = takeLine(text)) {
    if (std::find(vkeys.begin(), vkeys.end(), *line) != vkeys.end()) return true;
  }
  return false;
}

void writeText(Directory& published, const char* name, const std::string& text) {
  const std::optional<Bytes> there = published.read(name, kBundleBytesMax);
  if (there && asText(*there) == text) {
    published.noteFolder(name);
  } else {
    published.write(name, asBytes(text));
  }
}

}  // namespace

std::optional<std::uint64_t> rootThreads(Submitter& submitter, const SigningKey& clerk,
                                         PublishMoment moment) {
  const Facts& facts = submitter.sequencer().facts();
  if (facts.size() == 0) {
    throw Fault(FaultKind::kConfig, "the ledger is empty, so there is nothing to publish",
                "Record something first; init writes the first entry.");
  }
  if (facts.statementAt(facts.size() - 1).record().isThreadsRooted()) return std::nullopt;
  // As Recorder::record() does: a clock that was set back does not stop the ledger.
  moment.time = std::max(moment.time, facts.newestTime());
  Unsigned batch;
  batch.statements.push_back(threadsStatement(submitter, clerk, moment));
  auto answer = submitter.submit(std::move(batch), clerk, moment.time);
  if (const NotAdmitted* no = std::get_if<NotAdmitted>(&answer)) refused(no->refusal);
  return std::get<Appended>(answer).first;
}

void compareWithPublished(const Directory& published, std::string_view origin,
                          std::span<const std::string> vkeys, const LogReader& log) {
  const std::optional<SignedHead> there = publishedHead(published, origin, vkeys);
  if (there) compareWithHead(published.path().string() + " has published ", *there, log);
}

void compareWithSigned(const std::string& who, std::string_view note, std::string_view origin,
                       std::span<const std::string> vkeys, const LogReader& log) {
  Sha256 hasher;
  const Outcome<TrustedKeys> keys = TrustedKeys::of(hasher, vkeys);
  if (!keys) throw Fault(FaultKind::kBug, "our own verifier key: " + keys.refusal().reason);
  const Outcome<OpenedCheckpoint> opened = openCheckpoint(keys.value(), origin, note);
  if (!opened) return;
  const Checkpoint& there = opened.value().checkpoint;
  compareWithHead(who + " shows that this ledger signed ", {there.size, there.root}, log);
}

NewCheckpoint makeCheckpoint(EntryStore& store, Submitter& submitter, Guard& guard,
                             const PublishKeys& keys, PublishMoment moment,
                             const Directory& published) {
  compareWithGuard(guard, store.reader());
  compareWithPublished(published, submitter.origin(), logVkeys(store, submitter.origin()),
                       store.reader());
  return makeCheckpoint(store, submitter, guard, keys, moment);
}

NewCheckpoint makeCheckpoint(EntryStore& store, Submitter& submitter, Guard& guard,
                             const PublishKeys& keys, PublishMoment moment) {
  const std::string& origin = submitter.origin();
  compareWithGuard(guard, store.reader());
  const std::optional<SignedHead> before = guard.last();
  NewCheckpoint made;
  made.threadsRooted = rootThreads(submitter, keys.clerk, moment);
  keepThreadMap(store);
  Sha256 hasher;
  made.head = {store.size(), store.head().frontier.root(hasher)};
  for (const SigningKey& key : keys.logs) made.vkeys.push_back(logVkey(origin, key.publicKey()));
  made.vkey = made.vkeys.front();
  made.known = logVkeys(store, origin);
  // From here on this head counts as signed, whether or not the signature is ever seen.
  guard.advance(before, made.head);
  made.note =
      signCheckpoint(hasher, keys.logs, Checkpoint{origin, made.head.size, made.head.root, {}})
          .encode();
  return made;
}

Published copyFiles(const LogReader& log, const NewCheckpoint& checkpoint,
                    const PublishedTexts& texts, Directory& published) {
  published.hold();
  const std::optional<Bytes> shown = published.read(kVkeyFile, kVkeyBytesMax);
  if (shown && !namesOneOf(asText(*shown), checkpoint.known)) {
    throw Fault(FaultKind::kConfig,
                published.path().string() + " belongs to a log with another key",
                "Publish into an empty directory.");
  }
  const std::string origin = checkpoint.vkey.substr(0, checkpoint.vkey.find('+'));
  const std::optional<SignedHead> there = publishedHead(published, origin, checkpoint.known);
  if (there && there->size > checkpoint.head.size) {
    throw Fault(FaultKind::kBusy, published.path().string() + " has moved on to " + inWords(*there),
                "Nothing needs doing: a newer checkpoint covers this one.");
  }
  Published done{checkpoint.head, publishTiles(log, checkpoint.head.size, published)};
  std::string vkeys;
  for (const std::string& vkey : checkpoint.vkeys) vkeys += vkey + "\n";
  writeText(published, kVkeyFile, vkeys);
  writeText(published, kSchemaFile, std::string(texts.schema));
  if (!texts.readme.empty()) writeText(published, kReadmeFile, std::string(texts.readme));
  published.syncFolders();
  return done;
}

void showCheckpoint(const NewCheckpoint& checkpoint, Directory& published) {
  publishCheckpoint(published, checkpoint.note, checkpoint.head.size);
}

Published copyOut(const LogReader& log, const NewCheckpoint& checkpoint,
                  const PublishedTexts& texts, Directory& published) {
  const Published done = copyFiles(log, checkpoint, texts, published);
  showCheckpoint(checkpoint, published);
  return done;
}

Published publish(EntryStore& store, Submitter& submitter, Guard& guard, const PublishKeys& keys,
                  PublishMoment moment, const PublishedTexts& texts, Directory& published) {
  const NewCheckpoint made = makeCheckpoint(store, submitter, guard, keys, moment, published);
  return copyOut(store.reader(), made, texts, published);
}

}  // namespace minutebook
