// ledger/rules/asked.h
//
// What the rules of one kind look at: a statement that passed every general check, and the facts
// before it. Shared by the rules of all families.

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/event/catalogue.h"
#include "ledger/event/mentions.h"
#include "ledger/event/statement.h"
#include "ledger/rules/authority.h"
#include "ledger/rules/fact_keys.h"
#include "ledger/rules/facts.h"
#include "schema/statement.capnp.h"

namespace minutebook {

/// One statement before the rules of its kind. References only: it lives as long as one check.
struct Asked {
  const Statement& statement;
  schema::Record::Reader record;
  const Mentions& mentions;
  const Facts&
      facts;  ///< Everything before this statement, earlier ones of its submission included.
  const Catalogue& catalogue;
  const KnownAuthor& author;
  std::span<const Statement> submission;  ///< All statements of the submission,
  std::size_t place = 0;                  ///< and which of them this is.

  /// The same with another record: the one inside a correction.
  Asked with(schema::Record::Reader other) const {
    return {statement, other, mentions, facts, catalogue, author, submission, place};
  }
  /// The index that its entry will get.
  std::uint64_t index() const { return facts.size(); }
  /// Who acts: the person it is recorded for, else the author. Empty for the ledger itself.
  std::string_view actor() const;
};

/// An earlier record, as its newest correction has it.
struct Earlier {
  Statement statement;            ///< The entry's own, or that of its newest correction.
  schema::Record::Reader record;  ///< Reads from `statement`.
  std::uint64_t index = 0;        ///< Of the entry that registered or said it first.
};

/// The record that registered this id; nothing if none did.
std::optional<Earlier> findRecord(const Facts& facts, schema::Register where, std::string_view id);
/// The entry that holds this statement. A correction stands for the entry that it corrects.
std::optional<Earlier> findEntry(const Facts& facts, capnp::Data::Reader statementId);
/// What a Ref names: findRecord() or findEntry().
std::optional<Earlier> findNamed(const Facts& facts, schema::Ref::Reader ref);
/// The record of the entry at `index`, as its newest correction has it.
Earlier entryAt(const Facts& facts, std::uint64_t index);
/// The index of the entry that a chain of corrections goes back to; `index` itself for any other.
std::uint64_t firstOfCorrections(const Facts& facts, std::uint64_t index);

/// The participant who made the entry at `index`: the one it was recorded for, else its author's;
/// empty for the ledger itself.
std::string makerOf(const Facts& facts, std::uint64_t index);
std::string makerOf(const Facts& facts, const Statement& statement);
/// Who acts, named as namedIn() does: those that `by` names, or the actor where it names nobody at
/// all; and in any case the person the act is recorded for.
std::vector<std::string> actorsOf(const Asked& asked, schema::Who::Reader by);

/// The entry that registered what is named, or is it; nothing if there is none.
std::optional<std::uint64_t> indexOfMention(const Facts& facts, const Mention& mention);

/// A fact that is a State.
std::optional<fact::State> findState(const Facts& facts, std::string_view key);
/// The entry that set a State, as its newest correction has it: what was put right no longer holds.
std::optional<Earlier> findSetter(const Facts& facts, std::string_view key);
/// Whether the participant left `what` ("group:WG"; empty for the whole ledger) and is not back.
bool hasLeft(const Facts& facts, std::string_view participant, std::string_view what);
/// What a record of leaving says was left, named so; nothing where it does not say.
std::optional<std::string> leftWhat(schema::ParticipantLeft::Reader left);

/// A fact that counts something: 0 if it is not there.
std::uint64_t findCount(const Facts& facts, std::string_view key);

/// The text or bytes where they lie, not copied: the view lives as long as the message.
inline std::string_view viewOf(capnp::Text::Reader text) {
  return {text.cStr(), text.size()};
}
inline ByteView viewOf(capnp::Data::Reader data) {
  return {data.begin(), data.size()};
}
/// A copy of the text, which may outlive the message.
inline std::string textOf(capnp::Text::Reader text) {
  return {text.cStr(), text.size()};
}

/// "stage:S-2", "entry:0190..."; empty where nothing is named.
std::string nameOf(schema::Ref::Reader ref);
/// "REPORT@2", or empty.
std::string nameOf(schema::WorkVersion::Reader version);
std::string nameOf(schema::AgreementVersion::Reader version);
std::string nameOf(schema::StandardVersion::Reader version);
/// "responseGiven"; "unknown kind N" for a kind that this schema does not know.
std::string kindName(const Catalogue& catalogue, schema::Record::Reader record);

/// Every participant, group and organisation that a Who names: "participant:P-7".
std::vector<std::string> namedIn(schema::Who::Reader who);
/// The first name that stands in both lists, without its register; or nothing.
std::optional<std::string> firstInBoth(const std::vector<std::string>& a,
                                       const std::vector<std::string>& b);
/// It names nobody, not even in words: not recorded.
bool isNobody(schema::Who::Reader who);
bool namesParticipant(schema::Who::Reader who, std::string_view participant);

}  // namespace minutebook
