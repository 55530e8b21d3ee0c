// tests/canary/planter.h
//
// Record lines with a word of its own in every sealed field, so that a test can say whose private
// text turned up where.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/event/catalogue.h"
#include "ledger/event/json.h"

namespace minutebook {

/// A word that stands in one sealed value and nowhere else.
struct Canary {
  std::string word;      ///< "canary00042quill"; of sealed bytes, 32 bytes in hex.
  std::string kind;      ///< Of the record it is in.
  std::string field;     ///< Path for people.
  std::string subject;   ///< Whose data key: "participant/P-7".
  std::string recordOf;  ///< The record's own field "participant"; empty: none.
  schema::Audience audience = schema::Audience::NOT_RECORDED;
};

/// Whether everybody who joins is given a name, a contact and words of their own, where the line
/// has none. Not where the records say that somebody's details were erased.
enum class PrivateDetails { kAsTheyAre, kAdd };

/// Replaces the texts of sealed fields by canaries; ids, choices, dates and sums stay as they are.
class Planter {
 public:
  /// The catalogue must outlive this. `author` is the participant who signs the lines.
  Planter(const Catalogue& catalogue, std::string author);

  /// The line with canaries. Throws kBug, with the refusal, if it is no record line.
  std::string plant(std::string_view line, PrivateDetails details);

  const std::vector<Canary>& planted() const { return canaries_; }

 private:
  Json inAnswer(const Json& value);
  Json inStruct(const Json& object, const StructInfo& info, bool sealed);
  Json inField(const Json& value, const FieldInfo& field, bool sealed);
  Json inOne(const Json& value, const FieldInfo& field, bool sealed);
  Json inWords(const Json& value);
  Json word();
  Json bytes();
  void addPrivateDetails(Json& line, const KindInfo& kind);
  void noteWhose(const Json& line);

  const Catalogue& catalogue_;
  std::string author_;
  std::vector<Canary> canaries_;
  std::size_t noted_ = 0;  // Canaries whose owner is known.
};

}  // namespace minutebook
