// `minutebook witness init|serve|cosign|show`: for an expert group or a partner that watches
// somebody's log and cosigns that it only grew.

#include <ostream>

#include "cli/commands.h"
#include "cli/handing_out/handing_out.h"
#include "cli/witness/cosign_file.h"
#include "ledger/base/fault.h"
#include "ledger/tlog/fingerprint.h"
#include "ledger/witness/http_server.h"
#include "ledger/witness/witness.h"

namespace minutebook {

namespace {

constexpr char kListenByDefault[] = "127.0.0.1:7001";

std::filesystem::path directoryOf(const Arguments& arguments) {
  if (arguments.witnessDirectory) return *arguments.witnessDirectory;
  throw Fault(FaultKind::kUsage, "witness needs to know its own directory",
              "Add --dir, for example --dir watch. It is not the ledger's.");
}

/// Takes the logs of --log on. Nothing: all are watched now.
std::optional<Refusal> watchGiven(Call& call, Witness& witness) {
  for (const std::string& vkey : call.arguments.logKeys) {
    if (auto refusal = witness.watch(vkey)) return refusal;
  }
  return std::nullopt;
}

Json logsJson(const Witness& witness) {
  Json logs = Json::list();
  for (const std::string& origin : witness.origins()) {
    const auto latest = witness.latest(origin);
    logs.add(Json::object(
        {{"origin", Json::text(shown(origin))}, {"size", latest ? number(latest->size) : Json()}}));
  }
  return logs;
}

Json witnessJson(const Witness& witness) {
  return Json::object({{"name", Json::text(witness.name())},
                       {"verifierKey", Json::text(witness.vkey())},
                       {"fingerprint", Json::text(fingerprintOf(witness.vkey()))},
                       {"logs", logsJson(witness)}});
}

void tellWitness(Call& call, const Witness& witness) {
  call.console.line("Witness " + witness.name());
  call.console.line("Verifier key: " + witness.vkey());
  call.console.line("Fingerprint: " + fingerprintOf(witness.vkey()));
  for (const std::string& origin : witness.origins()) {
    const auto latest = witness.latest(origin);
    call.console.line("Watches " + shown(origin) + ": " +
                      (latest ? "cosigned " + std::to_string(latest->size) + " entries"
                              : std::string("nothing cosigned yet")) +
                      ".");
  }
}

ExitStatus initWitness(Call& call) {
  const auto directory = directoryOf(call.arguments);
  if (!call.arguments.witnessName) {
    throw Fault(FaultKind::kUsage, "a witness needs a name that it keeps for good",
                "For example: --name experts.example/witness");
  }
  Witness::create(directory, *call.arguments.witnessName, call.surroundings.random);
  Witness witness(directory);
  if (auto refusal = watchGiven(call, witness)) return call.console.refused(*refusal);
  if (call.console.isJson()) {
    call.console.document("minutebook/witness/1", witnessJson(witness));
    return kDone;
  }
  tellWitness(call, witness);
  call.console.note(
      "Give the verifier key to the log's keeper, and its fingerprint by another way. "
      "Keep this directory: restored from an old copy it could cosign two histories.");
  return kDone;
}

ExitStatus showWitness(Call& call) {
  const Witness witness(directoryOf(call.arguments));
  if (call.console.isJson()) {
    call.console.document("minutebook/witness/1", witnessJson(witness));
  } else {
    tellWitness(call, witness);
  }
  return kDone;
}

ExitStatus serve(Call& call) {
  Witness witness(directoryOf(call.arguments));
  if (auto refusal = watchGiven(call, witness)) return call.console.refused(*refusal);
  if (witness.origins().empty()) {
    throw Fault(FaultKind::kUsage, "this witness watches no log yet",
                "Add --log with the verifier key of a log, as its keeper prints it.");
  }
  const std::string where = call.arguments.listen.value_or(kListenByDefault);
  const auto listen = ListenAddress::parse(where);
  if (!listen) {
    throw Fault(FaultKind::kUsage, "\"" + where + "\" is no address to listen on",
                "Write a number and a port: --listen 127.0.0.1:7001");
  }
  ServerSetting setting;
  setting.listen = *listen;
  setting.now = call.surroundings.now;
  setting.told = [&call](const std::string& line) { call.console.note(line); };
  WitnessServer server(witness, setting);
  if (call.console.isJson()) {
    Json json = witnessJson(witness);
    json.set("address", Json::text(server.url()));
    call.console.document("minutebook/witness/1", json);
  } else {
    tellWitness(call, witness);
    call.console.line("Listening on " + server.url() +
                      (listen->isLoopback() ? " (only this machine can reach it)." : "."));
  }
  call.surroundings.out.flush();
  server.runUntilSignal();
  call.console.note("Stopped.");
  return kDone;
}

ExitStatus tellRefused(Call& call, const WitnessReply& reply, const std::string& path) {
  if (!reply.evidence.empty()) {
    call.console.note("The log's key has signed two histories. The evidence is in " +
                      reply.evidence + "; anybody can check it with minutebook verify.");
  }
  return call.console.refused(*reply.refusal, path, kNotVerified);
}

ExitStatus cosignFile(Call& call, const std::string& path) {
  Witness witness(directoryOf(call.arguments));
  if (auto refusal = watchGiven(call, witness)) return call.console.refused(*refusal);
  std::optional<NewPath> to;
  if (call.arguments.output) to.emplace(call.arguments.output, "cosignature.txt");
  const Outcome<std::string> request = requestFrom(path, call.arguments.published, witness);
  if (!request) return call.console.refused(request.refusal(), path, kNotVerified);
  const WitnessReply reply =
      witness.add(request.value(), static_cast<std::uint64_t>(call.surroundings.now()));
  if (reply.refusal) return tellRefused(call, reply, path);
  if (to) {
    NewFile file(*to, call.surroundings.random);
    writeAllAt(file.descriptor(), asBytes(reply.note), 0, to->path().string());
    syncData(file.descriptor(), to->path().string());
    file.becomes(*to);
  }
  if (call.console.isJson()) {
    call.console.document("minutebook/cosignature/1",
                          Json::object({{"size", number(reply.latestSize)},
                                        {"witness", Json::text(witness.name())},
                                        {"cosignature", Json::text(reply.cosignature)},
                                        {"checkpoint", Json::text(reply.note)}}));
    return kDone;
  }
  if (!to) {
    call.console.raw(reply.note);
  } else {
    call.console.line("Wrote " + *call.arguments.output + ": the cosignature of " + witness.name() +
                      " over " + std::to_string(reply.latestSize) + " entries.");
    call.console.note("Give it to the log's keeper: minutebook publish DIR --cosignatures " +
                      *call.arguments.output);
  }
  return kDone;
}

}  // namespace

ExitStatus runWitness(Call& call) {
  const std::vector<std::string>& words = call.arguments.words;
  if (words.size() == 1 && words[0] == "init") return initWitness(call);
  if (words.size() == 1 && words[0] == "show") return showWitness(call);
  if (words.size() == 1 && words[0] == "serve") return serve(call);
  if (words.size() == 2 && words[0] == "cosign") return cosignFile(call, words[1]);
  throw Fault(FaultKind::kUsage, "witness needs one of: init, serve, cosign FILE, show",
              "For example: minutebook witness init --dir watch --name experts.example/witness");
}

}  // namespace minutebook
