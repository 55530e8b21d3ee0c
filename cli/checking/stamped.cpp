// A checkpoint with time stamps, checked for itself.

#include "audit/verify/verify_stamped.h"
#include "cli/checking/given.h"
#include "cli/finding_lines.h"
#include "ledger/base/civil.h"
#include "ledger/base/fault.h"
#include "ledger/tlog/stamped_checkpoint.h"

namespace minutebook {

namespace {

std::string inUtc(std::int64_t seconds) {
  return formatCivil(civilFromUnix(seconds));
}

std::string_view codeOf(Revocation revocation) {
  switch (revocation) {
    case Revocation::kNotLookedAt:
      return "could not check";
    case Revocation::kNone:
      return "none";
    case Revocation::kAfterwards:
      return "afterwards";
  }
  return "";
}

Json stampsJson(const std::vector<VerifiedStamp>& stamps) {
  Json list = Json::list();
  for (const VerifiedStamp& stamp : stamps) {
    list.add(Json::object({{"time", Json::text(inUtc(stamp.stamp.time))},
                           {"authority", Json::text(shown(stamp.authority))},
                           {"serial", Json::text(stamp.stamp.serial)},
                           {"root", Json::text(shown(stamp.root))},
                           {"rootSha256", Json::text(toHex(stamp.rootFingerprint.view()))},
                           {"rootTrusted", Json::boolean(stamp.rootIsGiven)},
                           {"holdsUntil", Json::text(inUtc(stamp.holdsUntil))},
                           {"revocation", Json::text(std::string(codeOf(stamp.revocation)))}}));
  }
  return list;
}

/// What the reader has. Throws kConfig if the certificates that they trust cannot be read.
StampedExpectations stampedExpectationsOf(const Arguments& arguments) {
  StampedExpectations expectations{arguments.vkey, {}};
  if (!arguments.authorities) return expectations;
  auto roots = certificatesIn(readGiven(*arguments.authorities, kStampPartBytesMax));
  if (!roots) {
    throw Fault(FaultKind::kConfig, *arguments.authorities + " holds no certificates to trust",
                "Give the authority's root certificate, in PEM, with --tsa.");
  }
  expectations.authorities = std::move(roots).value();
  return expectations;
}

void tell(Console& console, const StampedCheck& check, const std::string& path) {
  tellFindings(console, check.findings);
  if (check.checkpoint) {
    console.line("The checkpoint of " + shown(check.checkpoint->origin) + " over " +
                 std::to_string(check.checkpoint->size) + " entries.");
  }
  for (const VerifiedStamp& stamp : check.stamps) {
    console.line("It existed at " + inUtc(stamp.stamp.time) + ", says " + shown(stamp.authority) +
                 (stamp.rootIsGiven ? ", whom you trust." : "."));
    if (stamp.revocation == Revocation::kAfterwards) {
      console.line("  Its certificate was given up later; what it stamped before stands.");
    }
  }
  for (const std::string& note : check.notes) console.line("Note: " + note);
  console.line(check.findings.empty() ? "Verified: the stamps of " + path + " hold."
                                      : "Not verified: " + path + ".");
}

}  // namespace

ExitStatus verifyStampedIn(Call& call, const std::string& path) {
  const Bytes bytes = readGiven(path, kStampedBytesMax);
  const StampedCheck check = verifyStamped(asText(bytes), stampedExpectationsOf(call.arguments));
  const ExitStatus status = check.findings.empty() ? kDone : kNotVerified;
  if (!call.console.isJson()) {
    tell(call.console, check, path);
    return status;
  }
  Json notes = Json::list();
  for (const std::string& note : check.notes) notes.add(Json::text(note));
  Json json = Json::object({{"stamped", Json::text(path)},
                            {"verified", Json::boolean(status == kDone)},
                            {"findings", findingsJson(check.findings)},
                            {"notes", std::move(notes)},
                            {"stamps", stampsJson(check.stamps)}});
  if (check.checkpoint) {
    json.set("origin", Json::text(shown(check.checkpoint->origin)));
    json.set("size", number(check.checkpoint->size));
  }
  call.console.document("minutebook/verify/1", std::move(json));
  return status;
}

}  // namespace minutebook
