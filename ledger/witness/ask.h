// ledger/witness/ask.h
//
// A log's side of tlog-witness: asks the witnesses of a policy to cosign a checkpoint, with a proof
// from where each of them is, and reads what they have cosigned before.

#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "ledger/tlog/log_reader.h"
#include "ledger/tlog/policy.h"
#include "ledger/witness/cosignatures.h"
#include "ledger/witness/http_client.h"

namespace minutebook {

/// Asks several questions at once; the answers in their order. Tests give one without a network.
using Exchanger = std::function<std::vector<HttpAnswer>(const std::vector<HttpRequest>&)>;

/// A checkpoint that is to be cosigned, and the log it is of.
struct ToCosign {
  std::string origin;
  std::uint64_t size = 0;
  std::string note;      ///< Signed by the log.
  const LogReader& log;  ///< At least that long; proofs are made from it.
};

/// What came of asking one witness.
struct AskedWitness {
  std::string name;     ///< In the policy.
  std::string trouble;  ///< Why it has not cosigned; empty if it has.
  /// It says that it has cosigned more than, or something else than, what it was asked for. A
  /// claim: what it can show of it is seen by witnessedNotes().
  bool contradicts = false;
};

/// Asks every witness with an http:// address whose cosignature is not kept yet, and keeps what is
/// good. `known` holds, by name, the size that a witness is believed to have cosigned last; others
/// are asked from 0. Each that names another size is asked once more, with the proof from there.
std::vector<AskedWitness> askWitnesses(const Policy& policy, const ToCosign& what,
                                       const std::map<std::string, std::uint64_t>& known,
                                       const Exchanger& exchanger, Cosignatures& cosignatures);

/// What one witness shows as its newest checkpoint of a log, unverified.
struct ShownByWitness {
  std::string name;
  std::optional<std::string> note;  ///< Nothing: it has none (404), or see `trouble`.
  std::string trouble;              ///< Why it could not be asked; empty if it answered.
};

/// Reads what each witness with an http:// address has cosigned last for a log.
std::vector<ShownByWitness> witnessedNotes(const Policy& policy, const std::string& origin,
                                           const Exchanger& exchanger);

}  // namespace minutebook
