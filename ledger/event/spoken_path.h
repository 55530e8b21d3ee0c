// ledger/event/spoken_path.h
//
// Where a walk over a record stands, in words for people: "options[2].id". Most walks find nothing
// to say, so the text is made only when somebody asks. Private to ledger/event.

#pragma once

#include <string>

#include "ledger/event/short_stack.h"

namespace minutebook {

/// Fields inside each other: more than the schema has, even where a record restates another.
inline constexpr std::size_t kDepthMax = 48;

/// A path of field names and list places.
class SpokenPath {
 public:
  /// One field deeper. `name` must outlive this.
  void enter(const std::string& name) { steps_.push({&name, kNoItem}); }
  /// The item of the innermost field's list.
  void item(std::size_t index) { steps_.top().index = index; }
  void leave() { steps_.pop(); }

  std::size_t depth() const { return steps_.size(); }
  void clear() { steps_.cutTo(0); }
  /// Back to where the walk stood at `depth`; nothing if it is less deep by now.
  void cutTo(std::size_t depth) { steps_.cutTo(depth); }
  const std::string& innermost() const { return *steps_.top().name; }

  std::string text() const {
    std::string text;
    for (const Step& step : steps_) {
      if (!text.empty()) text += ".";
      text += *step.name;
      if (step.index != kNoItem) text += "[" + std::to_string(step.index) + "]";
    }
    return text;
  }

 private:
  static constexpr std::size_t kNoItem = ~std::size_t{0};
  struct Step {
    const std::string* name;
    std::size_t index;
  };
  ShortStack<Step, kDepthMax> steps_;
};

}  // namespace minutebook
