#include "cli/verify_parts.h"

#include "cli/checking/quorum_lines.h"
#include "schema_files.h"

namespace minutebook {

void tellLog(Console& console, const LogCheck& log) {
  console.line(std::to_string(log.entries) + " entries in " + std::to_string(log.submissions) +
               " submissions; " + std::to_string(log.signaturesChecked) + " signatures and " +
               std::to_string(log.tilesChecked) + " tiles checked; rules replayed to entry " +
               std::to_string(log.rulesReplayedTo) + "; " + std::to_string(log.threads) +
               " threads.");
  if (log.stopped) console.line("The rules could not be replayed further: " + log.stopped->reason);
}

Json logJson(const LogCheck& log) {
  Json json = Json::object({{"entries", number(log.entries)},
                            {"submissions", number(log.submissions)},
                            {"signaturesChecked", number(log.signaturesChecked)},
                            {"tilesChecked", number(log.tilesChecked)},
                            {"threads", number(log.threads)},
                            {"rulesReplayedTo", number(log.rulesReplayedTo)},
                            {"root", Json::text(toHex(log.root.view()))}});
  if (log.origin) json.set("origin", Json::text(shown(*log.origin)));
  return json;
}

PublishedExpectations expectationsOf(const Call& call) {
  PublishedExpectations expectations;
  expectations.vkeys = call.arguments.vkey;
  if (call.arguments.policy) expectations.policy = policyFor(call.arguments);
  expectations.schema = std::string(embedded::schema_capnp);
  return expectations;
}

}  // namespace minutebook
