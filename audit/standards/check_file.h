// audit/standards/check_file.h
//
// A check: one .sql file in audit/standards/checks that decides a clause. What its heading says and
// what its SELECT gives is told in docs/formats/checks.md.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "audit/standards/verdict.h"

namespace minutebook {

/// A value that a check goes by, and what it counts.
struct CheckParameter {
  std::string name;   ///< "n"; ":n" in the SQL.
  std::string about;  ///< "days between the papers and the meeting"
  std::string unit;   ///< "calendar days"
  std::string value;  ///< "14", where a clause does not say.
};

/// What the heading of a check says, and its SQL.
struct CheckFile {
  std::string name;                ///< As packs call it: "papers_in_time".
  std::string title;               ///< One sentence.
  std::string rule;                ///< When it says what, in words.
  std::vector<std::string> needs;  ///< Kinds of record: "meetingScheduled".
  std::vector<CheckParameter> parameters;
  Verdict nothing = Verdict::kNotApplicable;  ///< Its verdict when there is no case at all.
  std::string nothingSays;                    ///< And the sentence for it.
  std::string nothingMissing;                 ///< With kUnknown: the kind that would tell.
  std::string sql;                            ///< The whole file, and what it shares with others.
};

/// Every check there is, by name.
const std::vector<CheckFile>& allChecks();
/// The check called `name`, or null.
const CheckFile* checkNamed(std::string_view name);

/// SQL of a check or a metric, with what it shares with others in the place of each line that asks
/// for it. Throws kBug, naming the file, where there is nothing of that name.
std::string withShared(const std::string& file, std::string_view text);

/// Reads one file. Throws kBug, naming the file, if its heading is not as docs/formats/checks.md
/// says: checks are part of the program.
CheckFile readCheck(std::string_view fileName, std::string_view text);

}  // namespace minutebook
