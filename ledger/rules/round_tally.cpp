#include "ledger/rules/round_tally.h"

#include "ledger/rules/fact_keys.h"

namespace minutebook {

namespace {

void appendCounts(Bytes& out, const RoundTally::Counts& counts) {
  appendU32(out, counts.asked);
  for (std::uint32_t count : counts.answers) appendU32(out, count);
}

RoundTally::Counts readCounts(ByteView& in) {
  RoundTally::Counts counts;
  counts.asked = readU32(in);
  in = in.subspan(4);
  for (std::uint32_t& count : counts.answers) {
    count = readU32(in);
    in = in.subspan(4);
  }
  return counts;
}

constexpr std::size_t kCountsBytes = 7 * 4;

}  // namespace

ExpertiseSet expertiseSet(capnp::List<schema::Expertise>::Reader expertise) {
  ExpertiseSet set = 0;
  for (auto one : expertise) set = static_cast<ExpertiseSet>(set | expertiseBit(one));
  return set;
}

std::uint32_t RoundTally::Counts::replies() const {
  std::uint32_t sum = 0;
  for (std::size_t i = 1; i < answers.size(); ++i) sum += answers[i];
  return sum;
}

std::uint32_t RoundTally::Counts::approvals() const {
  return of(schema::SignOffAnswer::ASSENT) + of(schema::SignOffAnswer::ASSENT_WITH_RESERVATIONS);
}

std::string RoundTally::factKey(std::string_view round) {
  return fact::relation("tally", round, "");
}

RoundTally RoundTally::find(const Facts& facts, std::string_view round) {
  RoundTally tally;
  auto value = facts.find(factKey(round));
  if (!value || value->size() != kCountsBytes * (1 + tally.byExpertise_.size())) return tally;
  ByteView in = asBytes(*value);
  tally.all_ = readCounts(in);
  for (Counts& counts : tally.byExpertise_) counts = readCounts(in);
  return tally;
}

std::string RoundTally::value() const {
  Bytes out;
  appendCounts(out, all_);
  for (const Counts& counts : byExpertise_) appendCounts(out, counts);
  return std::string(asText(out));
}

template <typename Change>
void RoundTally::forEach(ExpertiseSet as, Change change) {
  change(all_);
  for (std::size_t i = 1; i < byExpertise_.size(); ++i) {
    if ((as & (1u << i)) != 0) change(byExpertise_[i]);
  }
}

void RoundTally::addAsked(ExpertiseSet as) {
  forEach(as, [](Counts& counts) { ++counts.asked; });
}

void RoundTally::addAnswer(schema::SignOffAnswer answer, ExpertiseSet as) {
  forEach(as, [&](Counts& counts) { ++counts.answers[static_cast<std::size_t>(answer)]; });
}

void RoundTally::takeBack(schema::SignOffAnswer answer, ExpertiseSet as) {
  forEach(as, [&](Counts& counts) { --counts.answers[static_cast<std::size_t>(answer)]; });
}

bool reachesShare(std::uint32_t approvals, std::uint32_t replies, schema::Figure::Reader share) {
  constexpr std::uint8_t kPlacesMax = 9;
  auto decimal = share.getDecimal();
  if (replies == 0 || decimal.getPlaces() > kPlacesMax) return false;
  std::int64_t hundred = 100;
  for (int i = 0; i < decimal.getPlaces(); ++i) hundred *= 10;
  // More than all of them is never reached; below that both products fit 64 bits.
  if (decimal.getUnscaled() > hundred) return false;
  return approvals * hundred >= decimal.getUnscaled() * static_cast<std::int64_t>(replies);
}

}  // namespace minutebook
