// `minutebook init`: a new ledger, whole or not at all.

#include <unistd.h>

#include "cli/commands.h"
#include "cli/drafts.h"
#include "cli/ledger_file.h"
#include "cli/local_day.h"
#include "cli/passphrase.h"
#include "cli/session.h"
#include "ledger/base/fault.h"
#include "ledger/tlog/checkpoint.h"

namespace minutebook {

namespace {

namespace fs = std::filesystem;

constexpr int kRulesVersion = 1;
constexpr const char* kDefaultSteward = "KEEPER";

std::string required(const std::optional<std::string>& value, const char* option,
                     const char* example) {
  if (value && !value->empty()) return *value;
  throw Fault(FaultKind::kUsage, std::string("init needs ") + option,
              std::string("For example: ") + option + " " + example);
}

/// An origin stands in every checkpoint and key name, so it has neither spaces nor plus signs.
void checkOrigin(const std::string& origin) {
  bool plain = origin.size() <= 200;
  for (char c : origin) plain = plain && c > ' ' && c < 0x7f && c != '+';
  if (plain) return;
  throw Fault(FaultKind::kUsage, "\"" + origin + "\" cannot be a ledger's origin",
              "Use a name that is yours for ever, without spaces: example.org/our-group.");
}

/// A zone that is misspelt would count other days than the group's, for ever.
void checkTimeZone(const std::optional<std::string>& timeZone) {
  if (!timeZone || isTimeZone(*timeZone)) return;
  throw Fault(FaultKind::kUsage, "\"" + *timeZone + "\" is not a time zone that this machine knows",
              "Use a name of the IANA list, with continent and city: Europe/London.");
}

void checkEmpty(const fs::path& directory) {
  std::error_code error;
  if (!fs::exists(directory, error)) return;
  if (fs::is_directory(directory, error) && fs::is_empty(directory, error)) return;
  throw Fault(FaultKind::kUsage, directory.string() + " is there already and is not empty",
              "Choose a new directory; a ledger is never opened over something else.");
}

/// The end of the ledger before this one, as a signed checkpoint holds it.
Json continuedLine(const std::string& path, const Arguments& arguments) {
  const fs::path whole = fs::absolute(path);
  const Directory folder = Directory::open(whole.parent_path(), Readers::kEveryone);
  const std::optional<Bytes> bytes = folder.read(whole.filename().string(), kNoteBytesMax);
  if (!bytes) {
    throw Fault(FaultKind::kMissing, "there is no checkpoint at " + path,
                "Check the path given with --continues: it is the file checkpoint of the older "
                "ledger's published directory.");
  }
  const Outcome<SignedNote> note = SignedNote::parse(asText(*bytes));
  const auto head = note ? Checkpoint::parse(note.value().text) : note.refusal();
  if (!head) {
    throw Fault(FaultKind::kUsage, path + " is not a signed checkpoint: " + head.refusal().reason,
                head.refusal().remedy);
  }
  if (head.value().origin == arguments.origin) {
    throw Fault(FaultKind::kUsage, path + " is of a ledger of this very name",
                "A ledger that carries on another one needs an --origin of its own, or nobody "
                "could tell the two apart.");
  }
  return Json::object({{"oldOrigin", Json::text(head.value().origin)},
                       {"finalCheckpoint", Json::text(std::string(asText(*bytes)))}});
}

/// The ledger's first line. Nobody is asked for what has a sensible default.
Json openingLine(const Arguments& arguments, const SigningKey& steward, const SigningKey& clerk,
                 const SigningKey& log) {
  Json line = Json::object({{"kind", Json::text("ledgerOpened")}});
  line.set("title", Json::text(required(arguments.title, "--title", "\"Our group\"")));
  line.set("keeper", Json::text(required(arguments.keeper, "--keeper", "\"The team\"")));
  line.set("steward", Json::text(arguments.steward.value_or(kDefaultSteward)));
  line.set("stewardKey", Json::text(toHex(steward.publicKey().view())));
  line.set("clerkKey", Json::text(toHex(clerk.publicKey().view())));
  line.set("logKey", Json::text(toHex(log.publicKey().view())));
  line.set("rulesVersion", Json::number(kRulesVersion));
  line.set("timeZone", Json::text(arguments.timeZone.value_or("Europe/London")));
  Json languages = Json::list();
  for (const std::string& language : arguments.languages) languages.add(Json::text(language));
  if (arguments.languages.empty()) languages.add(Json::text("en"));
  line.set("languages", languages);
  if (arguments.purpose) line.set("purpose", Json::text(*arguments.purpose));
  if (arguments.continues) line.set("continues", continuedLine(*arguments.continues, arguments));
  line.set("provenance", Json::text("witnessed"));
  return line;
}

/// Records one line of the steward's. Throws kUsage with the refusal: what init writes is refused
/// only because of what was typed.
void recordFirst(Call& call, Writing& writing, const Author& author, const std::string& origin,
                 const Json& line) {
  Composer composer(call.catalogue,
                    {origin, toBytes(author.key.publicKey().view()), author.participant});
  auto drafts = draftsOf({line}, composer, call.surroundings);
  if (!drafts) throw Fault(FaultKind::kUsage, drafts.refusal().reason, drafts.refusal().remedy);
  auto result =
      writing.recorder.record(std::move(drafts).value(), author.key, call.surroundings.now());
  if (auto* refused = std::get_if<RecordingRefused>(&result)) {
    throw Fault(FaultKind::kUsage, refused->refusal.reason, refused->refusal.remedy);
  }
}

/// The master key and all named keys of a new ledger.
MasterKey makeKeys(Call& call, const fs::path& directory, const std::string& steward,
                   const std::optional<SecretBytes>& passphrase) {
  Directory keys = Directory::create(directory, Readers::kOwner);
  std::optional<ByteView> secret;
  if (passphrase) secret = passphrase->view();
  MasterKey master = MasterKey::create(keys, secret, call.surroundings.random);
  KeyRing ring(keys, master);
  ring.create(kLogKeyName, call.surroundings.random);
  ring.create(kClerkKeyName, call.surroundings.random);
  ring.create(authorKeyName(steward), call.surroundings.random);
  ring.createImportKey(call.surroundings.random);
  return master;
}

/// Makes everything in `directory`, a scratch place that becomes the ledger by one rename.
void build(Call& call, const fs::path& directory, const std::string& origin,
           const std::optional<SecretBytes>& passphrase) {
  const Arguments& arguments = call.arguments;
  Directory root = Directory::create(directory, Readers::kOwner);
  std::string steward = arguments.steward.value_or(kDefaultSteward);
  MasterKey master = makeKeys(call, directory / "keys", steward, passphrase);
  EntryStore::create(directory);
  LedgerFile file;
  file.origin = origin;
  if (arguments.guard) file.guard = fs::absolute(*arguments.guard).string();
  root.write("ledger.toml", asBytes(writeLedgerFile(file)));
  root.syncFolders();

  LedgerPlace place{directory, origin, guardDirectory(arguments, call.surroundings, origin)};
  // A guard that already knows this origin belongs to another ledger of the same name.
  if (Guard(place.guard, origin).last()) {
    throw Fault(FaultKind::kUsage, "a ledger called " + origin + " has been signed on this machine",
                "Choose another --origin; a second ledger of the same name would be a fork.");
  }
  Writing writing(place, call.catalogue, arguments, call.surroundings, std::move(master));
  Author author = chooseAuthor(writing.keyDirectory, writing.keys, arguments);
  recordFirst(call, writing, author, origin,
              openingLine(arguments, author.key, writing.keys.get(kClerkKeyName),
                          writing.keys.get(kLogKeyName)));
  // The steward of a small ledger writes in it, too; that right is an entry like any other.
  recordFirst(call, writing, author, origin,
              Json::object({{"kind", Json::text("rightGranted")},
                            {"participant", Json::text(steward)},
                            {"right", Json::text("coordinator")},
                            {"provenance", Json::text("witnessed")}}));
}

}  // namespace

ExitStatus runInit(Call& call) {
  if (call.arguments.words.size() != 1) {
    throw Fault(FaultKind::kUsage, "init needs one directory",
                "For example: minutebook init book --origin example.org/group ...");
  }
  fs::path directory = fs::absolute(call.arguments.words[0]);
  if (!directory.has_filename()) directory = directory.parent_path();
  std::string origin = required(call.arguments.origin, "--origin", "example.org/our-group");
  checkOrigin(origin);
  checkTimeZone(call.arguments.timeZone);
  checkEmpty(directory);
  std::optional<SecretBytes> passphrase =
      newPassphrase({call.arguments.passphraseFile, "--passphrase-file", "init"}, call.arguments,
                    call.surroundings);
  std::array<std::uint8_t, 8> random{};
  call.surroundings.random.fill(random);
  fs::path scratch = directory;
  scratch += ".init-" + toHex(random);
  try {
    build(call, scratch, origin, passphrase);
    fs::rename(scratch, directory);
  } catch (...) {
    std::error_code ignored;
    fs::remove_all(scratch, ignored);
    throw;
  }
  Directory parent = Directory::open(directory.parent_path(), Readers::kEveryone);
  parent.noteFolder(directory.filename().string());
  parent.syncFolders();
  if (call.console.isJson()) {
    call.console.document("minutebook/init/1",
                          Json::object({{"ledger", Json::text(directory.string())},
                                        {"origin", Json::text(origin)},
                                        {"entries", Json::number(2)}}));
    return kDone;
  }
  call.console.line("Opened the ledger " + origin + " in " + directory.string() + ".");
  call.console.note("Entry 0 says who keeps it; entry 1 lets you write in it.");
  call.console.note("Next: export MINUTEBOOK_LEDGER=" + directory.string() +
                    ", then minutebook record.");
  return kDone;
}

}  // namespace minutebook
