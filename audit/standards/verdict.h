// audit/standards/verdict.h
//
// The seven words for whether a clause was kept. They are for machines and auditors; people read
// the sentence that stands beside them.

#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace minutebook {

/// Whether a clause was kept. Source: schema, ClauseVerdict.
enum class Verdict : std::uint8_t {
  kPass,           ///< Kept, and the record shows it.
  kNotDue,         ///< Its time has not come yet.
  kNotApplicable,  ///< Nothing on record that it is about.
  kWaived,         ///< Not kept, under an exception that was approved. Never shown as kept.
  kUnknown,        ///< The record does not tell.
  kWeak,           ///< Kept in form only.
  kFail,           ///< Not kept.
};

inline constexpr std::array<Verdict, 7> kVerdicts = {
    Verdict::kPass,    Verdict::kNotDue, Verdict::kNotApplicable, Verdict::kWaived,
    Verdict::kUnknown, Verdict::kWeak,   Verdict::kFail};

/// As the schema and the checks write it: "notDue".
std::string_view nameOf(Verdict verdict);
/// As auditors read it: "NOT-DUE".
std::string_view wordOf(Verdict verdict);
/// By the schema's name; nothing for any other text.
std::optional<Verdict> verdictNamed(std::string_view name);

/// What many cases come to, as one verdict: the first there is of fail, weak, unknown, waived,
/// pass, not due, not applicable.
bool outweighs(Verdict one, Verdict other);

/// Whether somebody has to do something about it: a failure or a weakness.
inline bool isFinding(Verdict verdict) {
  return verdict == Verdict::kFail || verdict == Verdict::kWeak;
}

}  // namespace minutebook
