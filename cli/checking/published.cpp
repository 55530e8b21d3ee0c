// A published directory, checked for itself.

#include "cli/checking/given.h"
#include "cli/checking/quorum_lines.h"
#include "cli/verify_parts.h"

namespace minutebook {

namespace {

Json publishedJson(const PublishedCheck& check, const std::string& path) {
  Json notes = Json::list();
  for (const std::string& note : check.notes) notes.add(Json::text(note));
  return Json::object({{"published", Json::text(path)},
                       {"verified", Json::boolean(check.findings.empty())},
                       {"findings", findingsJson(check.findings)},
                       {"notes", notes},
                       {"witnesses", quorumJson(check.quorum)},
                       {"files", number(check.files)},
                       {"log", logJson(check.log)}});
}

}  // namespace

ExitStatus verifyPublishedIn(Call& call, const FileTree& tree, const std::string& path) {
  const PublishedCheck check = verifyPublished(tree, call.catalogue, expectationsOf(call));
  const ExitStatus status = check.findings.empty() ? kDone : kNotVerified;
  if (call.console.isJson()) {
    call.console.document("minutebook/verify/1", publishedJson(check, path));
    return status;
  }
  tellFindings(call.console, check.findings);
  if (check.checkpoint) {
    tellLog(call.console, check.log);
    tellQuorum(call.console, check.quorum);
  }
  for (const std::string& note : check.notes) call.console.line("Note: " + note);
  call.console.line(status == kDone ? "Verified: " + path + " is whole and unchanged."
                                    : "Not verified: " + path + ".");
  return status;
}

}  // namespace minutebook
