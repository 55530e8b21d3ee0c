#include "cli/door/few_answers.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace minutebook {

namespace {

constexpr std::string_view kDigits = "0123456789";

/// The number in a count: 4, "4", "about 4"; nothing where none is said.
std::optional<std::int64_t> numberIn(const Json* count) {
  if (!count) return std::nullopt;
  const std::string& text = count->text();
  const std::size_t from = text.find_first_of(kDigits);
  constexpr std::size_t kDigitsMax = 18;
  if (from == text.npos) return std::nullopt;
  const std::size_t end = std::min(text.find_first_not_of(kDigits, from), text.size());
  if (end - from > kDigitsMax) return std::nullopt;
  return std::stoll(text.substr(from, end - from));
}

/// "PRE@Q1", in either form.
std::string questionOf(const Json& result) {
  const Json* said = result.find("question");
  if (!said || said->kind() == Json::Kind::kText) return said ? said->text() : "";
  const Json* survey = said->find("survey");
  const Json* question = said->find("question");
  return (survey ? survey->text() : "") + "@" + (question ? question->text() : "");
}

/// Looks through the results, and keeps where it is.
class Looking {
 public:
  Looking(std::int64_t fewest, const AsksWhoTheyAre& asksWhoTheyAre)
      : fewest_(fewest), asksWhoTheyAre_(asksWhoTheyAre) {}

  void closed(const Json& record) {
    const auto all = numberIn(record.find("answered"));
    each(record, "results", [&](const Json& result) {
      const auto answered = numberIn(result.find("answered"));
      if (point(answered ? answered : all)) return;
      if (asksWhoTheyAre_(questionOf(result)) && pointAtSmallest(result)) return;
      each(result, "byGroup", [&](const Json& group) { point(numberIn(group.find("answered"))); });
    });
  }

  void corrected(const Json& line) {
    const Json* record = line.find("corrected");
    const Json* kind = record ? record->find("kind") : nullptr;
    if (!kind || kind->text() != "surveyClosed") return;
    place_.push_back("corrected");
    closed(*record);
  }

  std::vector<PrivateField> found;

 private:
  /// Every object in a member that is a list, or stands alone.
  template <typename Do>
  void each(const Json& object, const std::string& member, Do&& look) {
    const Json* said = object.find(member);
    if (!said) return;
    place_.push_back(member);
    if (said->kind() == Json::Kind::kObject) look(*said);
    for (std::size_t i = 0; i < said->items().size(); ++i) {
      place_.push_back(std::to_string(i));
      look(said->items()[i]);
      place_.pop_back();
    }
    place_.pop_back();
  }

  bool pointAtSmallest(const Json& result) {
    std::optional<std::int64_t> smallest;
    auto take = [&](const Json& tally) {
      const auto people = numberIn(tally.find("howMany"));
      if (people && (!smallest || *people < *smallest)) smallest = people;
    };
    each(result, "distribution", take);
    return point(smallest);
  }

  /// Whether so many are too few, and this place of the line is pointed out.
  bool point(std::optional<std::int64_t> people) {
    if (!people || *people >= fewest_) return false;
    PrivateField field;
    field.place = place_;
    for (const std::string& name : place_) {
      const bool number = name[0] >= '0' && name[0] <= '9';
      field.field += number ? "[" + name + "]" : (field.field.empty() ? "" : ".") + name;
    }
    field.tells = "tells what " + std::to_string(*people) + (*people == 1 ? " person" : " people") +
                  " answered, and fewer than " + std::to_string(fewest_) +
                  " could be recognised by it";
    field.canLeaveOut = true;
    found.push_back(std::move(field));
    return true;
  }

  std::int64_t fewest_;
  const AsksWhoTheyAre& asksWhoTheyAre_;
  std::vector<std::string> place_;
};

}  // namespace

std::vector<PrivateField> fewAnswers(const Json& line, std::int64_t fewest,
                                     const AsksWhoTheyAre& asksWhoTheyAre) {
  Looking looking(fewest, asksWhoTheyAre);
  const Json* kind = line.find("kind");
  if (kind && kind->text() == "surveyClosed") looking.closed(line);
  if (kind && kind->text() == "entryCorrected") looking.corrected(line);
  return std::move(looking.found);
}

}  // namespace minutebook
