#include "ledger/witness/cosignatures.h"

#include <utility>

#include "ledger/base/fault.h"
#include "ledger/tlog/cosignature.h"

namespace minutebook {

bool CosignatureTimes::allow(std::uint64_t time) const {
  return time + kClockSlackSeconds >= earliest && time <= latest + kClockSlackSeconds;
}

Cosignatures::Cosignatures(const Policy& policy, std::string text, CosignatureTimes times)
    : policy_(policy), text_(std::move(text)), times_(times) {}

Outcome<std::vector<std::string>> Cosignatures::take(std::string_view body) {
  const bool whole = body.find("\n\n") != std::string_view::npos;
  const auto note =
      whole ? SignedNote::parse(body) : SignedNote::parse(text_ + "\n" + std::string(body));
  if (!note) {
    return Refusal{"cosignature.malformed", "", note.refusal().reason,
                   "Ask the witness for its cosignature again, and copy the file whole."};
  }
  std::vector<std::string> told;
  if (note.value().text != text_) {
    told.push_back("It is of another checkpoint than this one.");
    return told;
  }
  for (const NoteSignature& line : note.value().signatures) {
    for (const PolicyWitness& witness : policy_.witnesses()) {
      if (witness.key.name != line.name || witness.key.id(hasher_) != line.keyId) continue;
      const VerifyKey key(PublicKey::of(witness.key.publicKey).value());
      const auto time = verifyCosignature(key, line.signature, text_);
      if (!time) {
        told.push_back("The cosignature of " + witness.name + " does not verify.");
      } else if (!times_.allow(*time)) {
        told.push_back("The cosignature of " + witness.name +
                       " bears a time at which it cannot have been made.");
      } else {
        kept_.insert_or_assign(witness.name, line);
      }
    }
  }
  return told;
}

std::set<std::string> Cosignatures::witnesses() const {
  std::set<std::string> names;
  for (const auto& [name, line] : kept_) names.insert(name);
  return names;
}

std::string Cosignatures::addTo(const SignedNote& note) const {
  if (note.text != text_) throw Fault(FaultKind::kBug, "cosignatures of another checkpoint");
  SignedNote cosigned{note.text, {}};
  const std::string origin = text_.substr(0, text_.find('\n'));
  for (const NoteSignature& line : note.signatures) {
    if (line.name == origin) cosigned.signatures.push_back(line);
  }
  for (const PolicyWitness& witness : policy_.witnesses()) {
    const auto kept = kept_.find(witness.name);
    if (kept != kept_.end()) cosigned.signatures.push_back(kept->second);
  }
  return cosigned.encode();
}

}  // namespace minutebook
