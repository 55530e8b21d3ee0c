// cli/console.h
//
// Results go to standard output, talk and errors to standard error. Nothing a record holds can
// steer a terminal: control and bidirectional characters are shown, not obeyed.

#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/arguments.h"
#include "cli/exit_status.h"
#include "cli/surroundings.h"
#include "ledger/base/outcome.h"
#include "ledger/event/json.h"

namespace minutebook {

/// `text` made harmless for a terminal: escapes and direction marks as U+XXXX. Line feeds stay.
std::string shown(std::string_view text);

/// One command's output.
class Console {
 public:
  Console(Surroundings& surroundings, const Arguments& arguments)
      : surroundings_(surroundings), arguments_(arguments) {}

  bool isJson() const { return arguments_.form == OutputForm::kJson; }

  /// Has `first` run once, before anything of a result is shown: for what must be on record by
  /// then. Nothing, to have nothing run.
  void beforeResult(std::function<void()> first) { first_ = std::move(first); }
  /// The result comes now. Said by all that show some of it, here, and by whoever writes a file.
  void beginResult();

  /// A line of the result, in text form.
  void line(std::string_view text = "");
  /// The one document of a run with --json; `schema` is its name and version: "minutebook/show/1".
  void document(std::string_view schema, Json members);
  /// The result as raw bytes.
  void raw(std::string_view bytes);
  /// A line of talk, on standard error, unless --quiet.
  void note(std::string_view text);

  /// A refusal: code, reason, where, remedy. `place` is a file and line, or empty. Returns
  /// `status`.
  ExitStatus refused(const Refusal& refusal, const std::string& place = "",
                     ExitStatus status = kRefused);
  /// Trouble: what, and what to do next. Returns `status`.
  ExitStatus trouble(ExitStatus status, const std::string& what, const std::string& remedy);

 private:
  Surroundings& surroundings_;
  const Arguments& arguments_;
  std::function<void()> first_;
};

/// A count, as JSON.
Json number(std::uint64_t value);

/// Lines up cells in columns, two spaces apart; the first row is the heading.
std::vector<std::string> table(const std::vector<std::vector<std::string>>& rows);

}  // namespace minutebook
