#include "ledger/store/submitter.h"

#include <utility>

#include "ledger/crypto/merkle.h"

namespace minutebook {

Submission signSubmission(std::string_view origin, std::vector<Statement> statements,
                          const SigningKey& author) {
  Sha256 hasher;
  std::vector<Hash> leaves;
  leaves.reserve(statements.size());
  for (const Statement& statement : statements) {
    leaves.push_back(statement.leaf(hasher));
  }
  Submission submission;
  const Bytes message = submissionMessage(origin, leaves.size(), rootOf(hasher, leaves));
  submission.signature = toBytes(author.sign(message).view());
  submission.statements = std::move(statements);
  return submission;
}

std::variant<Appended, NotAdmitted> Submitter::submit(Unsigned batch, const SigningKey& author,
                                                      std::int64_t time) {
  auto answer = admit(signSubmission(origin_, std::move(batch.statements), author),
                      sequencer_.facts(), time, catalogue_);
  if (NotAdmitted* no = std::get_if<NotAdmitted>(&answer)) return std::move(*no);
  return sequencer_.append(std::get<Admitted>(answer), batch.openings);
}

}  // namespace minutebook
