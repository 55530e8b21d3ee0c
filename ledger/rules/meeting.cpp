// Meetings and messages.

#include "ledger/rules/family.h"
#include "ledger/rules/refusal_list.h"

namespace minutebook {

namespace {

using schema::Record;

std::optional<Refusal> checkHeld(const Asked& asked) {
  auto held = asked.record.getMeetingHeld();
  if (held.hasId() != held.hasMeeting()) return std::nullopt;
  return refuse("meeting.which", "meeting",
                held.hasId() ? "It names a scheduled meeting and gives a new id."
                             : "It names no scheduled meeting and gives no id.");
}

std::optional<Refusal> checkCancelled(const Asked& asked) {
  auto cancelled = asked.record.getMeetingCancelled();
  if (!cancelled.hasMovedTo()) return std::nullopt;
  if (viewOf(cancelled.getMovedTo()) != viewOf(cancelled.getMeeting())) return std::nullopt;
  return refuse("reference.itself", "movedTo",
                textOf(cancelled.getMeeting()) + " cannot take its own place.");
}

std::optional<Refusal> checkDelivery(const Asked& asked) {
  auto report = asked.record.getDeliveryReported();
  if (!report.hasTriedAgain()) return std::nullopt;
  if (viewOf(report.getTriedAgain()) != viewOf(report.getMessage())) return std::nullopt;
  return refuse("reference.itself", "triedAgain",
                textOf(report.getMessage()) + " cannot be its own second try.");
}

}  // namespace

std::vector<KindRules> meetingRules() {
  return {{Record::MEETING_HELD, checkHeld},
          {Record::MEETING_CANCELLED, checkCancelled},
          {Record::DELIVERY_REPORTED, checkDelivery}};
}

}  // namespace minutebook
