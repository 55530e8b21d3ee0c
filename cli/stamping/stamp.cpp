// `minutebook stamp request | attach | unpack`: having somebody outside say when a checkpoint
// existed. Nothing here needs a ledger, and nothing is sent anywhere.

#include <filesystem>

#include "cli/commands.h"
#include "ledger/base/civil.h"
#include "ledger/base/directory.h"
#include "ledger/base/fault.h"
#include "ledger/tlog/note.h"
#include "ledger/tlog/published_log.h"
#include "ledger/tlog/stamped_checkpoint.h"

namespace minutebook {

namespace {

/// A file by its path: the folder it lies in, and its name there.
struct FilePlace {
  explicit FilePlace(const std::filesystem::path& path)
      : folder(Directory::open(std::filesystem::absolute(path).parent_path(), Readers::kEveryone)),
        name(path.filename().string()) {}

  /// Throws kMissing if there is none.
  Bytes read(std::size_t bytesMax) const {
    auto bytes = folder.read(name, bytesMax);
    if (!bytes) {
      throw Fault(FaultKind::kMissing, "there is no file " + folder.nameOf(name),
                  "Check the name; minutebook stamp --help shows what goes where.");
    }
    return std::move(*bytes);
  }

  Directory folder;
  std::string name;
};

/// A refusal with the file that it is about in front.
Refusal inFile(const std::string& path, Refusal refusal) {
  refusal.reason = path + ": " + refusal.reason;
  return refusal;
}

[[noreturn]] void failUsage(const std::string& what, const std::string& example) {
  throw Fault(FaultKind::kUsage, what, "For example: minutebook stamp " + example);
}

std::string requestName(const std::string& stamped) {
  return stamped + ".tsq";
}

/// The signed checkpoint of a published directory, or of a file that holds one.
Outcome<std::string> checkpointIn(const std::string& path) {
  std::string text;
  if (std::filesystem::is_directory(path)) {
    const Directory directory = Directory::open(path, Readers::kEveryone);
    auto published = readPublishedCheckpoint(directory);
    if (!published) {
      throw Fault(FaultKind::kMissing, "there is no checkpoint in " + path,
                  "Publish the ledger first: minutebook publish " + path);
    }
    text = std::move(*published);
  } else {
    const Bytes bytes = FilePlace(path).read(kNoteBytesMax);
    text = std::string(asText(bytes));
  }
  const Outcome<SignedNote> note = SignedNote::parse(text);
  if (!note) return note.refusal();
  return text;
}

Outcome<StampedCheckpoint> readStamped(const FilePlace& place) {
  const Bytes bytes = place.read(kStampedBytesMax);
  return StampedCheckpoint::parse(asText(bytes));
}

Outcome<StampedCheckpoint> beginOrReadAgain(const std::vector<std::string>& words) {
  if (words.size() == 2) return readStamped(FilePlace(words[1]));
  if (std::filesystem::exists(words[2])) {
    throw Fault(FaultKind::kUsage, words[2] + " is there already",
                "To have what is in it stamped once more: minutebook stamp request " + words[2]);
  }
  Outcome<std::string> checkpoint = checkpointIn(words[1]);
  if (!checkpoint) return checkpoint.refusal();
  return StampedCheckpoint{{}, std::move(checkpoint).value()};
}

ExitStatus request(Call& call) {
  const std::vector<std::string>& words = call.arguments.words;
  const bool isAgain = words.size() == 2 && !std::filesystem::is_directory(words[1]);
  if (!isAgain && words.size() != 3) {
    failUsage("a request needs a published directory and a new file, or a stamped file alone",
              "request published/ march.stamped");
  }
  const Outcome<StampedCheckpoint> stamped = beginOrReadAgain(words);
  if (!stamped) return call.console.refused(stamped.refusal(), words[1]);
  const std::string& path = words.back();
  FilePlace place(path);
  const StampedBytes next = stamped.value().bytesOf(stamped.value().stamps.size());
  const StampRequest asked =
      StampRequest::of(next.hash, asBytes(next.data), call.surroundings.random);
  if (!isAgain) place.folder.write(place.name, asBytes(stamped.value().encode()));
  place.folder.writeDurably(requestName(place.name), asked.encode());
  if (call.console.isJson()) {
    call.console.document("minutebook/stamp/1",
                          Json::object({{"stamped", Json::text(path)},
                                        {"request", Json::text(requestName(path))},
                                        {"hash", Json::text(std::string(nameOf(asked.hash)))},
                                        {"imprint", Json::text(toHex(asked.imprint))}}));
    return kDone;
  }
  call.console.line("Wrote the request " + requestName(path) + ", to go with " + path + ".");
  call.console.note("Send it to a time-stamp authority (RFC 3161); only a hash leaves the house:");
  call.console.note("  curl -H 'Content-Type: application/timestamp-query' --data-binary @" +
                    requestName(path) + " -o reply.tsr ADDRESS");
  call.console.note("Then: minutebook stamp attach " + path + " reply.tsr --chain chain.pem");
  return kDone;
}

/// Refused: the answer repeats another number than the request that lies beside the file.
std::optional<Refusal> contradictsRequest(const FilePlace& place, const TimeStamp& stamp) {
  const auto bytes = place.folder.read(requestName(place.name), kStampPartBytesMax);
  if (!bytes) return std::nullopt;
  const Outcome<StampRequest> asked = StampRequest::parse(*bytes);
  if (!asked) return asked.refusal();
  if (asked.value().nonce == stamp.nonce) return std::nullopt;
  return Refusal{"stamp.other-request", "",
                 "The answer is not to the request in " + requestName(place.name) + ".",
                 "Attach the answer to the request that was made last, or ask again."};
}

/// The answer with its certificates and lists, which were checked to fit together.
Outcome<StampEvidence> evidenceOf(const Arguments& arguments) {
  Outcome<Bytes> token = tokenOfReply(FilePlace(arguments.words[2]).read(kStampPartBytesMax));
  if (!token) return token.refusal();
  auto chain = certificatesIn(FilePlace(*arguments.chain).read(kStampPartBytesMax));
  if (!chain) return inFile(*arguments.chain, chain.refusal());
  StampEvidence evidence{std::move(token).value(), std::move(chain).value(), {}};
  if (!arguments.revoked) return evidence;
  auto crls = crlsIn(FilePlace(*arguments.revoked).read(kStampPartBytesMax));
  if (!crls) return inFile(*arguments.revoked, crls.refusal());
  evidence.crls = std::move(crls).value();
  return evidence;
}

Outcome<VerifiedStamp> attachTo(StampedCheckpoint& stamped, const FilePlace& place,
                                const Arguments& arguments) {
  Outcome<StampEvidence> evidence = evidenceOf(arguments);
  if (!evidence) return evidence.refusal();
  const Outcome<TimeStamp> says = readTimeStamp(evidence.value().token);
  if (!says) return says.refusal();
  if (auto refusal = contradictsRequest(place, says.value())) return *refusal;
  const StampedBytes next = stamped.bytesOf(stamped.stamps.size());
  auto verified = verifyTimeStamp(evidence.value(), asBytes(next.data), {});
  if (verified) stamped.stamps.push_back(std::move(evidence).value());
  return verified;
}

ExitStatus attach(Call& call) {
  const Arguments& arguments = call.arguments;
  if (arguments.words.size() != 3 || !arguments.chain) {
    failUsage("attach needs a stamped file, the authority's answer, and its certificates (--chain)",
              "attach march.stamped reply.tsr --chain chain.pem");
  }
  const std::string& path = arguments.words[1];
  FilePlace place(path);
  Outcome<StampedCheckpoint> stamped = readStamped(place);
  if (!stamped) return call.console.refused(stamped.refusal(), path);
  const auto verified = attachTo(stamped.value(), place, arguments);
  if (!verified) return call.console.refused(verified.refusal(), arguments.words[2]);
  place.folder.writeDurably(place.name, asBytes(stamped.value().encode()));
  place.folder.remove(requestName(place.name));
  const VerifiedStamp& stamp = verified.value();
  const std::string time = formatCivil(civilFromUnix(stamp.stamp.time));
  const std::string until = formatCivil(civilFromUnix(stamp.holdsUntil));
  if (call.console.isJson()) {
    call.console.document("minutebook/stamp/1",
                          Json::object({{"stamped", Json::text(path)},
                                        {"stamps", number(stamped.value().stamps.size())},
                                        {"time", Json::text(time)},
                                        {"authority", Json::text(shown(stamp.authority))},
                                        {"holdsUntil", Json::text(until)}}));
    return kDone;
  }
  call.console.line("Attached to " + path + ": the checkpoint existed at " + time + ", says " +
                    shown(stamp.authority) + ".");
  call.console.note("The authority's certificates run out on " + until +
                    ". What is kept here holds after that; to be on the safe side for decades, "
                    "have it stamped again before: minutebook stamp request " +
                    path);
  return kDone;
}

ExitStatus unpack(Call& call) {
  const std::vector<std::string>& words = call.arguments.words;
  if (words.size() != 3) {
    failUsage("unpack needs a stamped file and a directory", "unpack march.stamped parts/");
  }
  const Outcome<StampedCheckpoint> stamped = readStamped(FilePlace(words[1]));
  if (!stamped) return call.console.refused(stamped.refusal(), words[1]);
  Directory parts = Directory::create(words[2], Readers::kEveryone);
  Json commands = Json::list();
  for (std::size_t place = 0; place < stamped.value().stamps.size(); ++place) {
    const StampEvidence& evidence = stamped.value().stamps[place];
    const Outcome<TimeStamp> says = readTimeStamp(evidence.token);
    if (!says) return call.console.refused(says.refusal(), words[1]);
    const std::string name = std::to_string(place + 1);
    parts.write(name + ".data", asBytes(stamped.value().bytesOf(place).data));
    parts.write(name + ".token", evidence.token);
    parts.write(name + ".chain.pem", asBytes(pemOf(evidence.certificates)));
    const std::string command = "openssl ts -verify -token_in -in " + name + ".token -data " +
                                name + ".data -CAfile " + name + ".chain.pem -attime " +
                                std::to_string(says.value().time);
    if (!call.console.isJson()) call.console.line(command);
    commands.add(Json::text(command));
  }
  parts.writeDurably("checkpoint", asBytes(stamped.value().checkpoint));
  if (call.console.isJson()) {
    call.console.document("minutebook/stamp/1", Json::object({{"directory", Json::text(words[2])},
                                                              {"commands", std::move(commands)}}));
  }
  return kDone;
}

}  // namespace

ExitStatus runStamp(Call& call) {
  const std::vector<std::string>& words = call.arguments.words;
  if (!words.empty() && words[0] == "request") return request(call);
  if (!words.empty() && words[0] == "attach") return attach(call);
  if (!words.empty() && words[0] == "unpack") return unpack(call);
  failUsage("stamp needs to know what to do: request, attach or unpack",
            "request published/ march.stamped");
}

}  // namespace minutebook
