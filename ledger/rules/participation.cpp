// People: who they are here, when they left, their roles, and answers to what worried them.

#include <algorithm>

#include "ledger/rules/family.h"
#include "ledger/rules/refusal_list.h"

namespace minutebook {

namespace {

using schema::Record;

std::optional<Refusal> checkExpertise(capnp::List<schema::Expertise>::Reader expertise) {
  for (unsigned i = 0; i < expertise.size(); ++i) {
    bool noneAndSome = expertise[i] == schema::Expertise::NONE && expertise.size() > 1;
    bool twice = false;
    for (unsigned j = 0; j < i; ++j) twice |= expertise[i] == expertise[j];
    if (!noneAndSome && !twice) continue;
    return refuse(
        "participant.none-and-some", "expertise",
        twice ? "One expertise stands there twice." : "\"None\" stands beside another expertise.");
  }
  return std::nullopt;
}

std::optional<Refusal> checkStillHere(const Asked& asked, std::string_view participant,
                                      const std::string& what) {
  if (!hasLeft(asked.facts, participant, what)) return std::nullopt;
  auto left = findState(asked.facts, fact::relation("left", participant, what));
  return refuse("participant.left", "participant",
                std::string(participant) + " left " + (what.empty() ? "this ledger" : what) +
                    " at entry " + std::to_string(left->entry) + ".");
}

std::optional<Refusal> checkJoined(const Asked& asked) {
  return checkExpertise(asked.record.getParticipantJoined().getExpertise());
}

std::optional<Refusal> checkChanged(const Asked& asked) {
  return checkExpertise(asked.record.getParticipantChanged().getExpertise());
}

std::optional<Refusal> checkChangedIsHere(const Asked& asked) {
  return checkStillHere(asked, viewOf(asked.record.getParticipantChanged().getParticipant()), "");
}

std::optional<Refusal> checkLeft(const Asked& asked) {
  auto left = asked.record.getParticipantLeft();
  std::string_view participant = viewOf(left.getParticipant());
  if (auto refusal = checkStillHere(asked, participant, "")) return refusal;
  auto what = leftWhat(left);
  return what ? checkStillHere(asked, participant, *what) : std::nullopt;
}

void changeLeft(const Asked& asked, std::vector<FactChange>& changes) {
  auto left = asked.record.getParticipantLeft();
  auto what = leftWhat(left);
  if (!what) return;
  std::string_view participant = viewOf(left.getParticipant());
  changes.push_back(
      {fact::relation("left", participant, *what), fact::State{asked.index(), "left"}.value()});
  // Who left a group decides nothing in it any more.
  if (what->starts_with("group:")) {
    changes.push_back({fact::relation("member", what->substr(6), participant), "no"});
  }
}

/// One holder's role: "participant:P-7", and "facilitator of, within ..." as one text.
std::string roleName(schema::Role role, capnp::Text::Reader inOtherWords,
                     capnp::Text::Reader buddyOf, schema::Ref::Reader within) {
  return std::to_string(static_cast<int>(role)) + "\n" + textOf(inOtherWords) + "\n" +
         textOf(buddyOf) + "\n" + nameOf(within);
}

bool makesMember(schema::Role role) {
  return role == schema::Role::MEMBER || role == schema::Role::VOTING_MEMBER ||
         role == schema::Role::CHAIR;
}

void changeAssigned(const Asked& asked, std::vector<FactChange>& changes) {
  auto role = asked.record.getRoleAssigned();
  std::string name =
      roleName(role.getRole(), role.getInOtherWords(), role.getBuddyOf(), role.getWithin());
  std::string within = nameOf(role.getWithin());
  for (const std::string& holder : namedIn(role.getWho())) {
    std::string key = fact::relation("role", holder, name);
    // Only an ended role has a fact to undo.
    if (asked.facts.find(key)) {
      changes.push_back({key, fact::State{asked.index(), "held"}.value()});
    }
  }
  if (role.getReply() == schema::RoleReply::DECLINED) return;
  for (auto participant : role.getWho().getParticipants()) {
    std::string left = fact::relation("left", viewOf(participant), within);
    if (asked.facts.find(left)) {
      changes.push_back({left, fact::State{asked.index(), "back"}.value()});
    }
    if (!makesMember(role.getRole()) || !within.starts_with("group:")) continue;
    changes.push_back({fact::relation("member", within.substr(6), viewOf(participant)), "yes"});
    changes.push_back({fact::relation("members", within.substr(6), ""), "known"});
  }
}

std::optional<Refusal> checkEnded(const Asked& asked) {
  auto ended = asked.record.getRoleEnded();
  if (ended.hasAssigned()) {
    auto assigned = findNamed(asked.facts, ended.getAssigned());
    if (assigned && !assigned->record.isRoleAssigned()) {
      return refuse("reference.other-kind", "assigned",
                    nameOf(ended.getAssigned()) + " does not assign a role; it is " +
                        kindName(asked.catalogue, assigned->record) + ".");
    }
  }
  return std::nullopt;
}

std::string roleName(schema::RoleEnded::Reader ended) {
  return roleName(ended.getRole(), ended.getInOtherWords(), ended.getBuddyOf(), ended.getWithin());
}

std::optional<Refusal> checkNotEnded(const Asked& asked) {
  auto ended = asked.record.getRoleEnded();
  std::string name = roleName(ended);
  for (const std::string& holder : namedIn(ended.getWho())) {
    std::string key = fact::relation("role", holder, name);
    auto setter = findSetter(asked.facts, key);
    if (!setter || !setter->record.isRoleEnded()) continue;
    auto earlier = setter->record.getRoleEnded();
    bool same = roleName(earlier) == name && firstInBoth(namedIn(earlier.getWho()), {holder});
    if (!same) continue;
    auto state = findState(asked.facts, key);
    return refuse("role.ended-already", "role",
                  "This role of " + holder.substr(holder.find(':') + 1) + " ended at entry " +
                      std::to_string(state->entry) + ".");
  }
  return std::nullopt;
}

void changeEnded(const Asked& asked, std::vector<FactChange>& changes) {
  auto ended = asked.record.getRoleEnded();
  std::string name = roleName(ended);
  for (const std::string& holder : namedIn(ended.getWho())) {
    changes.push_back(
        {fact::relation("role", holder, name), fact::State{asked.index(), "ended"}.value()});
  }
  std::string within = nameOf(ended.getWithin());
  if (!makesMember(ended.getRole()) || !within.starts_with("group:")) return;
  for (auto participant : ended.getWho().getParticipants()) {
    changes.push_back({fact::relation("member", within.substr(6), viewOf(participant)), "no"});
  }
}

std::optional<Refusal> checkSupport(const Asked& asked) {
  auto given = asked.record.getSupportGiven();
  if (!given.hasOffered()) return std::nullopt;
  auto offered = findNamed(asked.facts, given.getOffered());
  if (!offered || offered->record.isSupportOffered()) return std::nullopt;
  return refuse("reference.other-kind", "offered",
                nameOf(given.getOffered()) + " does not offer support; it is " +
                    kindName(asked.catalogue, offered->record) + ".");
}

}  // namespace

std::vector<KindRules> participationRules() {
  return {
      {Record::PARTICIPANT_JOINED, checkJoined},
      {Record::PARTICIPANT_CHANGED, checkChanged, checkChangedIsHere},
      {Record::PARTICIPANT_LEFT, nullptr, checkLeft, changeLeft},
      {Record::ROLE_ASSIGNED, nullptr, nullptr, changeAssigned},
      {Record::ROLE_ENDED, checkEnded, checkNotEnded, changeEnded},
      {Record::SUPPORT_GIVEN, checkSupport},
  };
}

}  // namespace minutebook
