#include "cli/seal_words.h"

namespace minutebook {

std::string sealWords(const Disclosure& disclosure) {
  switch (disclosure.state) {
    case SealState::kOpen:
      return "";
    case SealState::kSealedForYou:
      return "sealed for you";
    case SealState::kErased:
      return disclosure.erasedBy
                 ? "erased, by decision at entry " + std::to_string(*disclosure.erasedBy)
                 : "erased";
    case SealState::kErasedElsewhere:
      return "not here: this copy is older than an erasure that the guard's side knows of";
    case SealState::kMissing:
      break;
  }
  return "missing: run minutebook verify";
}

}  // namespace minutebook
