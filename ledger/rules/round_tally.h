// ledger/rules/round_tally.h
//
// The running count of a sign-off round: how many were asked and how each answered, in all and by
// expertise. Kept as a fact, so that closing a round needs no second look at its answers.

#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "ledger/rules/facts.h"
#include "schema/signoff.capnp.h"

namespace minutebook {

/// One bit for each expertise in which somebody is asked or answers.
using ExpertiseSet = std::uint8_t;

/// The set with one bit for each expertise that is named; a repeated one counts once.
ExpertiseSet expertiseSet(capnp::List<schema::Expertise>::Reader expertise);
/// The set that holds this expertise alone.
constexpr ExpertiseSet expertiseBit(schema::Expertise expertise) {
  return static_cast<ExpertiseSet>(1u << static_cast<unsigned>(expertise));
}

/// People by what they answered. Somebody with two expertises counts in both, and once in all.
class RoundTally {
 public:
  /// How many people were asked, and how many gave each answer.
  struct Counts {
    std::uint32_t asked = 0;
    std::array<std::uint32_t, 6> answers{};  ///< By SignOffAnswer; [0] is unused.

    bool operator==(const Counts&) const = default;
    /// How many people gave this answer.
    std::uint32_t of(schema::SignOffAnswer answer) const {
      return answers[static_cast<std::size_t>(answer)];
    }
    /// Every answer counts, abstentions too; silence does not.
    std::uint32_t replies() const;
    /// Assent, with reservations or without. Assent on a condition is shown, and is no approval.
    std::uint32_t approvals() const;
  };

  bool operator==(const RoundTally&) const = default;
  /// The tally of a round as the facts have it; empty if nobody was asked and nobody answered.
  static RoundTally find(const Facts& facts, std::string_view round);
  static std::string factKey(std::string_view round);
  std::string value() const;

  const Counts& all() const { return all_; }
  /// The people who are asked or answer in this expertise; others may count there too.
  const Counts& of(schema::Expertise expertise) const {
    return byExpertise_[static_cast<std::size_t>(expertise)];
  }

  /// Counts one person in all and in each expertise of `as`: as asked, or with an answer.
  void addAsked(ExpertiseSet as);
  void addAnswer(schema::SignOffAnswer answer, ExpertiseSet as);
  /// Undoes addAnswer() when somebody answers again.
  void takeBack(schema::SignOffAnswer answer, ExpertiseSet as);

 private:
  template <typename Change>
  void forEach(ExpertiseSet as, Change change);

  Counts all_;
  std::array<Counts, 5> byExpertise_{};
};

/// Whether `approvals` of `replies` are at least `share` per cent; false if there are no replies.
bool reachesShare(std::uint32_t approvals, std::uint32_t replies, schema::Figure::Reader share);

}  // namespace minutebook
