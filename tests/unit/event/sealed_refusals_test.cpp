// tests/unit/event/sealed_refusals_test.cpp
//
// A refusal about a sealed field names the field and never repeats what stands in it. Tried with
// every sealed field of the schema and values that it cannot take.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "ledger/event/compose.h"

namespace minutebook {
namespace {

constexpr const char* kCanary = "kestrel 7291, and more";
constexpr const char* kWord = "kestrel";

const Catalogue& theCatalogue() {
  static const Catalogue catalogue;
  return catalogue;
}

/// Values with the canary that some sealed field or other cannot take.
std::vector<Json> wrongValues(const FieldInfo& field) {
  const Json canary = Json::text(kCanary);
  const Json word = Json::text(kWord);
  std::vector<Json> values = {canary,
                              Json::list({canary}),
                              word,
                              Json::list({word}),
                              Json::text(std::string("2024-02-30 ") + kWord),
                              Json::text(std::string(kWord) + " GBP"),
                              Json::text(std::string("12.345") + kWord + " GBP"),
                              Json::text(std::string(40, 'x') + kWord),
                              Json::text(std::string("input:") + kWord + " " + kWord)};
  if (!field.structure || field.type == FieldType::kWords) return values;
  const std::size_t plain = values.size();
  for (const FieldInfo& part : field.structure->fields) {
    for (std::size_t i = 0; i < plain; ++i) {
      values.push_back(Json::object({{part.name, values[i]}}));
      if (!part.structure) continue;
      for (const FieldInfo& inner : part.structure->fields) {
        Json object = Json::object({{inner.name, values[i]}});
        values.push_back(Json::object({{part.name, object}}));
        values.push_back(Json::object({{part.name, Json::list({object})}}));
      }
    }
  }
  return values;
}

/// Wraps a value in the objects and lists above it.
using Wrap = std::function<Json(Json)>;

class EverySealedField : public ::testing::Test {
 protected:
  void tryKind(const KindInfo& kind) {
    walk(*kind.structure, [&](Json members) {
      members.set("kind", Json::text(kind.name));
      return members;
    });
  }

  void walk(const StructInfo& info, const Wrap& wrap) {
    if (!above_.insert(&info).second) return;
    for (const FieldInfo& field : info.fields) {
      const Wrap here = [&](Json value) {
        if (field.list) value = Json::list({std::move(value)});
        return wrap(Json::object({{field.name, std::move(value)}}));
      };
      if (!field.sealedAbout.empty()) {
        for (const Json& value : wrongValues(field)) tryLine(here(value));
      } else if (field.structure && field.type == FieldType::kStruct) {
        walk(*field.structure, here);
      }
    }
    above_.erase(&info);
  }

  void tryLine(const Json& line) {
    const Composer composer(theCatalogue(), {"example.org/s", Bytes(32, 1), "P-9"});
    Outcome<Draft> draft = composer.compose(line);
    ++tried_;
    if (draft) return;
    const Refusal& refusal = draft.refusal();
    codes_.insert(refusal.code);
    ++refused_;
    EXPECT_FALSE(refusal.field.empty()) << refusal.code;
    EXPECT_THAT(refusal.reason, testing::Not(testing::HasSubstr(kWord)))
        << refusal.code << " " << refusal.field;
    EXPECT_THAT(refusal.remedy, testing::Not(testing::HasSubstr(kWord))) << refusal.code;
    EXPECT_THAT(refusal.field, testing::Not(testing::HasSubstr(kWord))) << refusal.code;
  }

  std::set<const StructInfo*> above_;
  std::set<std::string> codes_;
  std::size_t tried_ = 0;
  std::size_t refused_ = 0;
};

TEST_F(EverySealedField, IsRefusedWithoutRepeatingWhatItHolds) {
  for (const KindInfo& kind : theCatalogue().kinds()) tryKind(kind);
  EXPECT_GT(tried_, 1000u);
  EXPECT_GT(refused_, 300u);
  EXPECT_THAT(codes_, testing::IsSupersetOf({"record.wrong-type", "record.unknown-choice",
                                             "statement.bad-id", "money.form", "number.form",
                                             "date.form", "who.form"}));
}

/// A near miss would be told by "did you mean".
TEST_F(EverySealedField, IsNotGuessedAtEither) {
  const Composer composer(theCatalogue(), {"example.org/s", Bytes(32, 1), "P-9"});
  const Json line = parseJson(R"({"kind": "supportGiven", "to": {"privately":
      {"participant": "P-1", "supportKind": {"supportKind": "counselor"}}}})")
                        .value();
  Outcome<Draft> draft = composer.compose(line);
  ASSERT_FALSE(draft);
  EXPECT_EQ(draft.refusal().code, "record.unknown-choice");
  EXPECT_THAT(draft.refusal().remedy, testing::StartsWith("The choices are: "));
}

}  // namespace
}  // namespace minutebook
