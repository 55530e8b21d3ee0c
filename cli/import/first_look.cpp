#include "cli/import/first_look.h"

#include <algorithm>
#include <utility>

#include "ledger/base/fault.h"
#include "ledger/rules/refusal_list.h"

namespace minutebook {

namespace {

/// More than anybody reads; the rest is counted.
constexpr std::uint64_t kToldMax = 200;

}  // namespace

FirstLook::FirstLook(Call& call, const Writing& writing, const std::string& origin)
    : call_(call),
      look_(writing, call.catalogue, origin, call.surroundings.random),
      keeps_(call.arguments.keepPrivate) {}

bool FirstLook::isNeeded() const {
  return keeps_ || !call_.arguments.publicOnPurpose;
}

FirstLook::Stamp FirstLook::stampOf(const std::string& file) {
  std::error_code none;
  return {std::filesystem::file_size(file, none), std::filesystem::last_write_time(file, none)};
}

void FirstLook::beginFile(const std::string& file) {
  std::error_code none;
  bool isPipe =
      std::filesystem::exists(file, none) && !std::filesystem::is_regular_file(file, none);
  if (isPipe) {
    throw Fault(FaultKind::kUsage,
                file + " cannot be read twice: once to see what in it looks private",
                "Save it as a file first; or add --public-on-purpose, and nothing is looked for.");
  }
  stamps_[file] = stampOf(file);
}

void FirstLook::checkUnchanged(const std::string& file) const {
  auto stamp = stamps_.find(file);
  if (stamp == stamps_.end() || stamp->second == stampOf(file)) return;
  throw Fault(FaultKind::kIo, file + " changed while it was read",
              "Close it in other programs and import it again: nothing is recorded twice.");
}

void FirstLook::lookAt(const LinePlace& place, std::string_view unit, const Json& line) {
  const Json* name = line.find("kind");
  const KindInfo* kind = name ? call_.catalogue.kind(name->text()) : nullptr;
  if (!kind) return;  // Composing it refuses it.
  std::vector<PrivateField> fields = look_.at(line, *kind);
  if (fields.empty()) return;
  std::vector<PrivateField> left = fields;
  if (keeps_) std::erase_if(left, [](const PrivateField& one) { return one.canBeKept(); });
  found_[place] = std::move(fields);
  if (left.empty()) return;
  for (const PrivateField& one : left) {
    anyCanBeKept_ = anyCanBeKept_ || one.canBeKept();
    allCanBeKept_ = allCanBeKept_ && one.canBeKept();
  }
  tell(place, unit, left);
}

void FirstLook::tell(const LinePlace& place, std::string_view unit,
                     const std::vector<PrivateField>& fields) {
  ++count_;
  if (count_ > kToldMax) return;
  const std::string where =
      place.file + " " + std::string(unit) + " " + std::to_string(place.number);
  for (const std::string& warning : privacyWarnings(fields)) {
    call_.console.note(where + ": " + warning);
  }
  if (count_ == kToldMax) call_.console.note("Further ones are counted, and not listed.");
}

bool FirstLook::mayGoOn(ExitStatus& status) {
  if (count_ == 0 || call_.arguments.dryRun || call_.arguments.publicOnPurpose) return true;
  if (keeps_) {
    status = stop();
    return false;
  }
  auto choice = askAboutPrivacy(
      call_,
      {"what stands above, in " + std::to_string(count_) + (count_ == 1 ? " place" : " places")},
      anyCanBeKept_);
  keeps_ = choice == PrivacyChoice::kKeep;
  if (choice == PrivacyChoice::kAsItIs || (keeps_ && allCanBeKept_)) return true;
  status = stop();
  return false;
}

ExitStatus FirstLook::stop() {
  Refusal refusal = refuse("door.looks-private", "",
                           "What everybody would read, for ever, looks private in " +
                               std::to_string(count_) + (count_ == 1 ? " place." : " places."));
  const std::string asItIs = "--public-on-purpose to record it as it is.";
  if (keeps_) {
    refusal.remedy = "These cannot be kept private: mend the file, or add " + asItIs;
  } else if (!anyCanBeKept_) {
    refusal.remedy = "Mend the file, or add " + asItIs;
  } else {
    refusal.remedy = std::string("Add --keep-private to keep private what can be") +
                     (allCanBeKept_ ? ", or " : "; for the rest, mend the file, or add ") + asItIs;
  }
  const ExitStatus status = call_.console.refused(refusal);
  call_.console.note("Nothing was recorded.");
  return status;
}

Json FirstLook::kept(const LinePlace& place, const Json& line) const {
  if (!keeps_) return line;
  auto found = found_.find(place);
  return found == found_.end() ? line : keptPrivate(line, found->second);
}

}  // namespace minutebook
