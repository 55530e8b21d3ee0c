// ledger/event/spoken_path.h
//
// Where a walk over a record stands, in words for people: "options[2].id". Most walks find nothing
// to say, so the text is made only when somebody asks. Private to ledger/event.

#pragma once

#include <string>
#include <vector>

namespace minutebook {

/// A path of field names and list places.
class SpokenPath {
 public:
  SpokenPath() { steps_.reserve(16); }

  /// One field deeper. `name` must outlive this.
  void enter(const std::string& name) { steps_.push_back({&name, kNoItem}); }
  /// The item of the innermost field's list.
  void item(std::size_t index) { steps_.back().index = index; }
  void leave() { steps_.pop_back(); }

  std::size_t depth() const { return steps_.size(); }
  void clear() { steps_.clear(); }
  /// Back to where the walk stood at `depth`; nothing if it is less deep by now.
  void cutTo(std::size_t depth) {
    if (depth < steps_.size()) steps_.resize(depth);
  }
  const std::string& innermost() const { return *steps_.back().name; }

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
    const std::string* name = nullptr;
    std::size_t index = kNoItem;
  };
  std::vector<Step> steps_;
};

}  // namespace minutebook
