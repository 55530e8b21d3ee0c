// cli/kind_words.h
//
// What a person calls a record: its kind, as the schema has it or with hyphens, or what a message
// is. "papers" is a messageSent whose `what` is papers.

#pragma once

#include <string>
#include <vector>

#include "ledger/event/catalogue.h"

namespace minutebook {

/// A kind, and for a word that stands for one sort of message, which.
struct SpokenKind {
  const KindInfo* kind = nullptr;
  const FieldInfo* message = nullptr;  ///< The member of messageSent's `what`; null otherwise.
  std::string word;                    ///< As it was typed.
};

/// What `word` means. Throws kUsage, with the nearest word, if it means nothing, and if it means a
/// message as well as the beginning of another kind ("response").
SpokenKind kindSpoken(const std::string& word, const Catalogue& catalogue);

/// The words that stand for a sort of message: papers, minutes, update and so on.
std::vector<std::string> messageWords(const Catalogue& catalogue);

}  // namespace minutebook
