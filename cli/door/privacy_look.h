// cli/door/privacy_look.h
//
// What of a line is pointed out before it is recorded, with what the ledger itself knows: the names
// of those who take part, and from how many people on a result may be told. Both are read when they
// are first needed; most lines need neither.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cli/door/private_fields.h"
#include "cli/session.h"

namespace minutebook {

/// For one command. Its arguments must outlive it.
class PrivacyLook {
 public:
  PrivacyLook(const Writing& writing, const Catalogue& catalogue, std::string origin,
              RandomSource& random);

  /// What of the line looks private or tells of too few. The name that it gives somebody is looked
  /// for from now on, in this line first.
  std::vector<PrivateField> at(const Json& line, const KindInfo& kind);

  /// Whether the sealed names have been opened.
  bool knowsNames() const { return knowsNames_; }

 private:
  /// The names that people who take part were recorded with, as far as they can be opened here, as
  /// hashes. Names that were changed later are not among them.
  void learnNames();
  /// The number that a change of the standard sets, as the surveys' reports take it.
  std::int64_t fewest();
  std::vector<PrivateField> fewIn(const Json& line);
  bool asksWhoTheyAre(const std::string& question) const;

  const Writing& writing_;
  const Catalogue& catalogue_;
  const std::string origin_;
  KnownNames names_;
  bool knowsNames_ = false;
  std::optional<std::int64_t> fewest_;
};

}  // namespace minutebook
