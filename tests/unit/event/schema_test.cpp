// The schema keeps its own rules: docs/formats/statement.md says why each of them matters.

#include <gtest/gtest.h>

#include <functional>
#include <set>

#include "ledger/event/sealed_about.h"
#include "tests/support/lines.h"

namespace minutebook {
namespace {

constexpr std::uint64_t kAlwaysSaid = 0xd0fada48ff779dea;
constexpr std::uint64_t kUnit = 0x9fae62cbb9a1f505;
constexpr std::uint64_t kHelp = 0xbc3d6f3fec30aea9;

using Which = capnp::schema::Type::Which;

bool isAnnotated(const FieldInfo& field, std::uint64_t id) {
  for (auto annotation : field.field.getProto().getAnnotations()) {
    if (annotation.getId() == id) return true;
  }
  return false;
}

/// Calls `visit` with every struct that a statement can hold, sealed ones too, each once, and where
/// it was first met.
class Walk {
 public:
  using Visit = std::function<void(const StructInfo&, const std::string&)>;

  explicit Walk(Visit visit) : visit_(std::move(visit)) {
    structure(theCatalogue().envelope(), "statement");
    for (const KindInfo& kind : theCatalogue().kinds()) structure(*kind.structure, kind.name);
    structure(theCatalogue().recordUnion(), "record");
  }

 private:
  void structure(const StructInfo& info, const std::string& where) {
    if (!seen_.insert(&info).second) return;
    visit_(info, where);
    for (const FieldInfo& field : info.fields) {
      if (field.structure) structure(*field.structure, where + "." + field.name);
    }
  }

  Visit visit_;
  std::set<const StructInfo*> seen_;
};

void forEveryField(const std::function<void(const FieldInfo&, const std::string&)>& visit) {
  Walk([&](const StructInfo& info, const std::string& where) {
    for (const FieldInfo& field : info.fields) visit(field, where + "." + field.name);
  });
}

capnp::Type elementType(const FieldInfo& field) {
  capnp::Type type = field.field.getType();
  return type.isList() ? type.asList().getElementType() : type;
}

TEST(Schema, NeverMistakesAbsentForZero) {
  std::size_t numbers = 0;
  std::size_t enums = 0;
  forEveryField([&](const FieldInfo& field, const std::string& where) {
    capnp::Type type = elementType(field);
    EXPECT_FALSE(type.isBool()) << where << ": an enum of notRecorded, yes, no says more";
    EXPECT_FALSE(type.isFloat32() || type.isFloat64()) << where << ": floats are not exact";
    if (type.isEnum()) {
      ++enums;
      EXPECT_EQ(type.asEnum().getEnumerants()[0].getProto().getName(), "notRecorded") << where;
    }
    if (field.type == FieldType::kNumber) {
      ++numbers;
      EXPECT_TRUE(isAnnotated(field, kAlwaysSaid)) << where << " may be unknown";
      EXPECT_TRUE(isAnnotated(field, kUnit)) << where << " has no unit";
      EXPECT_FALSE(field.list) << where << ": a number in a list cannot say that it is unknown";
      EXPECT_FALSE(field.required) << where << ": a number cannot be missing";
    }
    bool slot = field.field.getProto().isSlot();
    EXPECT_FALSE(slot && field.field.getProto().getSlot().getHadExplicitDefault())
        << where << ": a default cannot be told from a value";
    EXPECT_FALSE(type.isVoid() && field.list) << where;
    EXPECT_FALSE(type.isAnyPointer() || type.isInterface() || type.isList()) << where;
  });
  EXPECT_GT(numbers, 20u);
  EXPECT_GT(enums, 100u);
}

TEST(Schema, BeginsEveryUnionWithNotRecorded) {
  std::size_t unions = 0;
  Walk([&](const StructInfo& info, const std::string& where) {
    if (!info.hasUnion) return;
    ++unions;
    for (auto member : info.schema.getUnionFields()) {
      if (member.getProto().getDiscriminantValue() != 0) continue;
      const std::string name = member.getProto().getName().cStr();
      EXPECT_TRUE(member.getType().isVoid()) << where;
      EXPECT_TRUE(name == "notRecorded" || (info.name == "When" && name == "unknown") ||
                  (info.name == "Record" && name == "unset"))
          << where << " begins with " << name;
    }
  });
  EXPECT_GT(unions, 10u);
}

TEST(Schema, NumbersKindsWithoutGaps) {
  const std::vector<KindInfo>& kinds = theCatalogue().kinds();
  ASSERT_FALSE(kinds.empty());
  std::set<std::string> names;
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    EXPECT_EQ(kinds[i].number, i + 1) << kinds[i].name;
    EXPECT_EQ(kinds[i].field.getProto().getOrdinal().getExplicit(), kinds[i].number)
        << kinds[i].name << ": the ordinal is the number that enters commitments";
    EXPECT_TRUE(names.insert(kinds[i].name).second) << kinds[i].name;
    EXPECT_FALSE(kinds[i].structure->hasUnion)
        << kinds[i].name << ": a kind's own union is a group, so that it has a name";
  }
}

TEST(Schema, ExplainsEveryKindAndField) {
  for (const KindInfo& kind : theCatalogue().kinds()) {
    EXPECT_FALSE(kind.help.empty()) << kind.name;
    EXPECT_FALSE(kind.example.empty()) << kind.name;
    EXPECT_FALSE(kind.recordedBy.empty()) << kind.name;
  }
  Walk([&](const StructInfo& info, const std::string& where) {
    const std::string file = info.schema.getProto().getDisplayName().cStr();
    // The common types are explained whole: people write them as one text.
    if (file.find("common.capnp") != file.npos) return;
    for (const FieldInfo& field : info.fields) {
      bool speaksForItself = field.name == "notRecorded" || field.type == FieldType::kRecord;
      // A group may leave it to its members.
      EXPECT_TRUE(speaksForItself || field.group || isAnnotated(field, kHelp))
          << where << "." << field.name << " has no help";
    }
  });
}

TEST(Schema, NamesItsHelpInSentences) {
  forEveryField([](const FieldInfo& field, const std::string& where) {
    if (field.help.empty()) return;
    char last = field.help.back();
    EXPECT_TRUE(last == '.' || last == '?') << where << ": " << field.help;
  });
}

TEST(Schema, SealsNothingWithinASealedValue) {
  std::function<void(const StructInfo&, const std::string&, int)> look =
      [&](const StructInfo& info, const std::string& where, int depth) {
        ASSERT_LT(depth, 8) << where;
        for (const FieldInfo& field : info.fields) {
          EXPECT_NE(field.type, FieldType::kSealed) << where << "." << field.name;
          EXPECT_NE(field.type, FieldType::kWords) << where << "." << field.name;
          if (field.structure) look(*field.structure, where + "." + field.name, depth + 1);
        }
      };
  forEveryField([&](const FieldInfo& field, const std::string& where) {
    if (field.type == FieldType::kSealed && field.structure) look(*field.structure, where, 0);
  });
}

/// A field that names the one person whom a sealed field is about.
bool namesAParticipant(const FieldInfo& field) {
  using schema::Register;
  bool participant = field.refersTo == Register::PARTICIPANT || field.id == Register::PARTICIPANT;
  if (field.list) return false;
  if (field.type == FieldType::kText) return participant;
  if (field.type == FieldType::kSealed) return participant && field.sealedType == FieldType::kText;
  return field.type == FieldType::kWho;
}

/// Walks one kind, or the envelope; says of every sealed field whether its `about` names anybody.
class AboutCheck {
 public:
  std::size_t sealed = 0;
  std::size_t deepest = 0;

  void structure(const StructInfo& info, const StructInfo& root, const std::string& where,
                 std::size_t steps) {
    for (const FieldInfo& field : info.fields) {
      const std::string here = where + "." + field.name;
      std::size_t deep = steps + (field.group ? 0 : 1);
      bool holdsSecret = field.type == FieldType::kSealed || field.type == FieldType::kWords;
      if (holdsSecret) {
        ++sealed;
        deepest = std::max(deepest, deep + (field.type == FieldType::kWords ? 1 : 0));
        for (const std::string& about : aboutInOrder(field.sealedAbout)) {
          EXPECT_TRUE(isSomebody(about, info, root)) << here << " is about " << about;
        }
      } else if (field.structure && field.type == FieldType::kStruct) {
        structure(*field.structure, root, here, deep);
      }
      EXPECT_TRUE(holdsSecret || field.sealedAbout.empty()) << here << " seals nothing";
    }
  }

 private:
  static bool isSomebody(const std::string& about, const StructInfo& info, const StructInfo& root) {
    static const std::set<std::string> kWords{"author",     "group",    "survey",
                                              "initiative", "accounts", "ledger"};
    if (kWords.count(about)) return true;
    for (const StructInfo* place : {&info, &root}) {
      const FieldInfo* named = place->find(about);
      if (named) return namesAParticipant(*named);
    }
    return false;
  }
};

TEST(Schema, SaysWhomEverySealedFieldIsAbout) {
  AboutCheck check;
  check.structure(theCatalogue().envelope(), theCatalogue().envelope(), "statement", 0);
  for (const KindInfo& kind : theCatalogue().kinds()) {
    check.structure(*kind.structure, *kind.structure, kind.name, 0);
  }
  EXPECT_GT(check.sealed, 40u);
  // A correction adds two steps: its field, and the kind of the record it restates.
  EXPECT_LE(check.deepest + 2, kPathStepsMax);
}

TEST(Schema, NamesTheParticipantWhoseActAKindIs) {
  std::size_t acts = 0;
  for (const KindInfo& kind : theCatalogue().kinds()) {
    if (kind.belongsTo.empty()) continue;
    ++acts;
    const FieldInfo* field = kind.structure->find(kind.belongsTo);
    ASSERT_NE(field, nullptr) << kind.name << " belongs to " << kind.belongsTo;
    EXPECT_TRUE(namesAParticipant(*field)) << kind.name << "." << field->name;
  }
  EXPECT_GT(acts, 10u);
}

TEST(Schema, LeavesTheEnvelopesNamesAlone) {
  const std::set<std::string> reserved{"origin",     "author",  "occurredAt", "onBehalfOf",
                                       "provenance", "sources", "initiative", "stage",
                                       "causedBy",   "record",  "kind",       "statementId"};
  for (const FieldInfo& field : theCatalogue().envelope().fields) {
    EXPECT_TRUE(field.name == "id" || reserved.count(field.name)) << field.name;
  }
  for (const KindInfo& kind : theCatalogue().kinds()) {
    for (const FieldInfo& field : kind.structure->fields) {
      EXPECT_FALSE(reserved.count(field.name)) << kind.name << "." << field.name;
    }
  }
}

TEST(Schema, RefersOnlyWhereSomethingCanBeNamed) {
  forEveryField([](const FieldInfo& field, const std::string& where) {
    using schema::Register;
    bool names = field.id != Register::NOT_RECORDED || field.refersTo != Register::NOT_RECORDED;
    bool holdsId = field.type == FieldType::kText || field.type == FieldType::kVersion ||
                   (field.type == FieldType::kSealed && field.sealedType == FieldType::kText);
    EXPECT_TRUE(!names || holdsId) << where;
    EXPECT_TRUE(field.refersToOneOf.empty() || field.type == FieldType::kRef) << where;
    bool canJoin = names || field.type == FieldType::kRef || field.type == FieldType::kWho;
    EXPECT_TRUE(!field.joins || canJoin) << where << " joins no thread";
    EXPECT_FALSE(field.joins && field.type == FieldType::kSealed)
        << where << ": what is sealed is in no thread";
  });
}

TEST(Schema, KeepsEveryAmountsCurrencyPublic) {
  std::size_t amounts = 0;
  Walk([&](const StructInfo& info, const std::string& where) {
    for (const FieldInfo& field : info.fields) {
      bool amount = field.type == FieldType::kSealed && field.structure &&
                    field.structure->name == "SealedAmount";
      if (!amount) continue;
      ++amounts;
      const FieldInfo* currency = info.find(field.currencyIn);
      ASSERT_NE(currency, nullptr) << where << "." << field.name;
      EXPECT_EQ(currency->type, FieldType::kText) << where << "." << field.name;
    }
  });
  EXPECT_GT(amounts, 0u);
}

}  // namespace
}  // namespace minutebook
