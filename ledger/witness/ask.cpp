#include "ledger/witness/ask.h"

#include <utility>

#include "ledger/tlog/tile_hashes.h"
#include "ledger/witness/add_checkpoint.h"

namespace minutebook {

namespace {

constexpr std::string_view kHttp = "http://";
constexpr std::string_view kSizeText = "text/x.tlog.size";

bool isAsked(const PolicyWitness& witness) {
  return witness.url && witness.url->starts_with(kHttp);
}

std::string urlOf(const PolicyWitness& witness, const std::string& path) {
  std::string url = *witness.url;
  while (url.ends_with('/')) url.pop_back();
  return url + path;
}

/// A question to one witness, and which one.
struct Question {
  std::size_t asked;  // Place in what is returned.
  const PolicyWitness* witness;
  std::uint64_t oldSize;
};

/// Asking in rounds: whoever names another size is asked again in the next.
class Asking {
 public:
  Asking(const ToCosign& what, const Exchanger& exchanger, Cosignatures& cosignatures)
      : what_(what), exchanger_(exchanger), cosignatures_(cosignatures) {}

  std::vector<AskedWitness> run(std::vector<Question> questions, std::vector<AskedWitness> asked) {
    asked_ = std::move(asked);
    // Twice: the second time from the size that the witness has named.
    for (int round = 0; round < 2 && !questions.empty(); ++round) questions = ask(questions);
    return std::move(asked_);
  }

 private:
  std::vector<Question> ask(const std::vector<Question>& questions) {
    std::vector<HttpRequest> requests;
    for (const Question& question : questions) {
      requests.push_back({urlOf(*question.witness, "/add-checkpoint"), bodyFor(question.oldSize)});
    }
    const std::vector<HttpAnswer> answers = exchanger_(requests);
    std::vector<Question> again;
    for (std::size_t i = 0; i < questions.size(); ++i) {
      if (const auto size = judge(questions[i], answers[i])) {
        again.push_back({questions[i].asked, questions[i].witness, *size});
      }
    }
    return again;
  }

  std::string bodyFor(std::uint64_t oldSize) const {
    Sha256 hasher;
    TileHashes hashes(what_.log, what_.size);
    return AddCheckpoint{oldSize, proveConsistency(hashes, hasher, {oldSize, what_.size}),
                         what_.note}
        .encode();
  }

  /// The size to ask again from, if the answer names one that can be proved from.
  std::optional<std::uint64_t> judge(const Question& question, const HttpAnswer& answer) {
    AskedWitness& asked = asked_[question.asked];
    asked.trouble = answer.trouble;
    if (!answer.trouble.empty()) return std::nullopt;
    if (answer.status == 200) {
      keep(*question.witness, answer.body, asked);
      return std::nullopt;
    }
    asked.trouble = "it answered with status " + std::to_string(answer.status);
    const bool namesSize =
        answer.status == 409 && answer.contentType == kSizeText && answer.body.ends_with('\n');
    const auto size =
        namesSize ? parseDecimal(std::string_view(answer.body).substr(0, answer.body.size() - 1),
                                 kTreeSizeMax)
                  : std::nullopt;
    if (size && *size > what_.size) {
      asked.contradicts = true;
      asked.trouble = "it says that it has cosigned " + std::to_string(*size) +
                      " entries, more than the " + std::to_string(what_.size) + " there are";
    } else if (size && *size != question.oldSize) {
      asked.trouble = "it named another size each time";
      return size;
    } else if (answer.status == 422 || answer.status == 409) {
      asked.contradicts = true;
      asked.trouble = "it says that the checkpoint does not continue what it has cosigned";
    }
    return std::nullopt;
  }

  void keep(const PolicyWitness& witness, const std::string& body, AskedWitness& asked) {
    const auto told = cosignatures_.take(body);
    if (cosignatures_.witnesses().contains(witness.name)) return;
    asked.trouble = "what it sent is no cosignature of it";
    if (told && !told.value().empty()) {
      asked.trouble = told.value().front();
      asked.trouble.pop_back();  // The full stop: what is told is a part of a sentence here.
    }
  }

  const ToCosign& what_;
  const Exchanger& exchanger_;
  Cosignatures& cosignatures_;
  std::vector<AskedWitness> asked_;
};

}  // namespace

std::vector<AskedWitness> askWitnesses(const Policy& policy, const ToCosign& what,
                                       const std::map<std::string, std::uint64_t>& known,
                                       const Exchanger& exchanger, Cosignatures& cosignatures) {
  const std::set<std::string> kept = cosignatures.witnesses();
  std::vector<Question> questions;
  std::vector<AskedWitness> asked;
  for (const PolicyWitness& witness : policy.witnesses()) {
    if (!isAsked(witness) || kept.contains(witness.name)) continue;
    const auto size = known.find(witness.name);
    const bool usable = size != known.end() && size->second <= what.size;
    questions.push_back({asked.size(), &witness, usable ? size->second : 0});
    asked.push_back({witness.name, "", false});
  }
  return Asking(what, exchanger, cosignatures).run(std::move(questions), std::move(asked));
}

std::vector<ShownByWitness> witnessedNotes(const Policy& policy, const std::string& origin,
                                           const Exchanger& exchanger) {
  std::vector<ShownByWitness> shown;
  std::vector<HttpRequest> requests;
  const std::string path = "/" + toHex(sha256(asBytes(origin)).view()) + "/checkpoint";
  for (const PolicyWitness& witness : policy.witnesses()) {
    if (!isAsked(witness)) continue;
    shown.push_back({witness.name, std::nullopt, ""});
    requests.push_back({urlOf(witness, path), std::nullopt});
  }
  const std::vector<HttpAnswer> answers = exchanger(requests);
  for (std::size_t i = 0; i < shown.size(); ++i) {
    const HttpAnswer& answer = answers[i];
    if (answer.status == 200) {
      shown[i].note = answer.body;
    } else if (answer.status != 404) {
      shown[i].trouble = answer.trouble.empty()
                             ? "it answered with status " + std::to_string(answer.status)
                             : answer.trouble;
    }
  }
  return shown;
}

}  // namespace minutebook
