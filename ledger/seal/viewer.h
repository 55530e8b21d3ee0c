// ledger/seal/viewer.h
//
// Who is reading, and which sealed values may be opened for them. Every command, report, query and
// bundle asks here and nowhere else. Audiences in words: docs/formats/seal.md.

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ledger/event/mentions.h"

namespace minutebook {

/// A reader: one of the audiences, and who they are where that matters.
struct Viewer {
  schema::Audience audience = schema::Audience::PUBLIC;
  std::string participant;  ///< With self, whose own page it is; with auditor, who reads.

  bool operator==(const Viewer&) const = default;
};

/// What is asked about one sealed value.
struct SealedFor {
  schema::Audience audience = schema::Audience::NOT_RECORDED;  ///< As the schema says.
  /// Whose data key it is kept under: "participant/LE-1", "accounts/T"; of the answers on a survey
  /// sheet that names a person, theirs. Empty: not known.
  std::string subject;
  /// Whom the record itself is about: its own field "participant". Empty: nobody, or not said.
  std::string recordOf;
};

/// Whether the value may be opened for `viewer`. A wider audience never sees more than a narrower
/// one; a person sees what is kept about them, whatever its audience, and what was paid to them.
bool mayOpen(const Viewer& viewer, const SealedFor& value);

/// Whom a record is about, for SealedFor::recordOf: its own field "participant", or nobody.
std::string recordOf(const Mentions& mentions);

/// Of the answers on a survey sheet: the sealed field beside them that says whose they are, under
/// whose key they are theirs to read, too. Null for every other field, and where no person is
/// named.
const SealedField* sheetPersonOf(const Mentions& mentions, const SealedField& field);

/// "public", "members", "coordinators", "auditor:P-9" (who reads) or a participant's own id, read
/// as that person; nothing if `text` is none of these.
std::optional<Viewer> parseViewer(std::string_view text);
/// "public", "members", "coordinators", "auditor" or "self": as the schema names audiences.
std::string formatAudience(schema::Audience audience);
/// As parseViewer() reads it.
std::string formatViewer(const Viewer& viewer);
/// Who may have the sealed values of a field opened, for sentences: "coordinators and the person it
/// is about". What mayOpen() says of any one value.
std::string readersInWords(const FieldInfo& field);
/// For sentences: "the public", "P-7", "an auditor, P-9".
std::string viewerInWords(const Viewer& viewer);

}  // namespace minutebook
