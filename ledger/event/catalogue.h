// ledger/event/catalogue.h
//
// What the schema says, read once by reflection: every kind, its fields, and what each field means.
// The command line, JSON, help, rules and read model follow from it; nothing lists fields twice.

#pragma once

#include <capnp/schema.h>

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ledger/event/names.h"
#include "ledger/event/slot.h"
#include "schema/annotations.capnp.h"

namespace minutebook {

/// How a field is written by people. The common types of schema/common.capnp have one text each.
enum class FieldType {
  kText,
  kData,  ///< hex; "sha256:..." is understood too
  kEnum,
  kNumber,  ///< a bare integer; only where the schema says alwaysSaid
  kVoid,    ///< a union member without a value
  kStruct,  ///< a nested struct or group, written as an object
  kWhen,
  kMoney,
  kCount,
  kFigure,
  kWords,
  kDocument,
  kWho,
  kRef,
  kVersion,  ///< WorkVersion, AgreementVersion, StandardVersion: "ID@VERSION"
  kSealed,   ///< Sealed(T); `sealedType` and `structure` describe T
  kRecord,   ///< a whole record (entryCorrected)
};

struct StructInfo;

/// One field of a kind, or of a struct inside it.
struct FieldInfo {
  // What every walk over a record asks of every field comes first, so that it lies together.
  FieldType type = FieldType::kText;
  FieldType sealedType = FieldType::kText;  ///< T of Sealed(T).
  Slot slot;
  std::uint16_t member = 0;  ///< Its number in the union, if `inUnion`.
  std::uint16_t known = 0;   ///< Of an enum: how many choices there are, notRecorded included.
  bool list = false;
  bool group = false;    ///< A named group or union of the same struct.
  bool inUnion = false;  ///< A member of its struct's union: at most one is set.
  bool required = false;
  bool joins = false;   ///< The entry joins the threads of what is named here.
  bool speaks = false;  ///< May register an id, name a record or seal a value.
  schema::Register id = schema::Register::NOT_RECORDED;        ///< Registers this id.
  schema::Register refersTo = schema::Register::NOT_RECORDED;  ///< Must name one of these.
  const StructInfo* structure = nullptr;  ///< Of a kStruct, or of T where that is a struct.
  std::string name;                       ///< As in the schema: camelCase.
  std::string label;                      ///< In everyday words: "told to".
  std::string help;                       ///< One sentence.
  std::string unit;
  std::string source;
  std::uint16_t ordinal = 0;  ///< Enters the path of a commitment. Groups have none (0).
  capnp::StructSchema::Field field;
  std::vector<schema::Register> refersToOneOf;  ///< For kRef.
  std::string sealedAbout;  ///< See SealedBy.about; empty when nothing is sealed here.
  schema::Audience audience = schema::Audience::NOT_RECORDED;
  std::string currencyIn;
  std::vector<std::string> choices;      ///< Of an enum, camelCase, without notRecorded.
  std::vector<std::string> choiceHelps;  ///< What each choice means; empty where its name says it.
};

/// A struct of the schema. Fields are in the order of the file.
struct StructInfo {
  std::string name;
  std::string help;
  capnp::StructSchema schema;
  schema::Register versionRegister =
      schema::Register::NOT_RECORDED;  ///< Of WorkVersion and the like.
  std::vector<FieldInfo> fields;
  bool hasUnion = false;
  std::uint32_t unionOffset = 0;  ///< Bits to the number of the active member, if `hasUnion`.
  bool isRead = false;            ///< False while its own fields are still being read.
  std::vector<const FieldInfo*> speaking;  ///< Its fields that do.
  SlotSet always;                          ///< What belongs to it whichever member is active.
  std::vector<SlotSet> ofMember;  ///< What each member of its union adds; by member number.
  std::vector<const FieldInfo*> choosing;  ///< Groups in which another union decides about more.

  /// Null if there is no such field.
  const FieldInfo* find(std::string_view fieldName) const;
  /// One of its fields does, for all that is known so far.
  bool speaks() const { return !isRead || !speaking.empty(); }
};

/// A record kind.
struct KindInfo {
  std::string name;    ///< camelCase: "responseGiven".
  std::string family;  ///< The schema file: "feedback".
  std::string label;   ///< "response given"
  std::string help;
  std::string example;    ///< One JSON line.
  std::string belongsTo;  ///< Participant field whose act this is; empty: nobody's in particular.
  std::uint16_t number = 0;  ///< The union discriminant.
  bool everyday = false;
  std::vector<schema::Right> recordedBy;
  std::vector<std::string> refusedAs;  ///< Codes that only its own rules give.
  capnp::StructSchema::Field field;    ///< In Record.
  Slot slot;                           ///< In Record.
  const StructInfo* structure = nullptr;
};

/// Everything the schema says. Made once in main() and handed down; immutable.
class Catalogue {
 public:
  /// Reads the compiled-in schema. Throws kBug if it breaks a rule of its own (a Sealed field
  /// without its annotation, an `about` that names no participant field).
  Catalogue();
  Catalogue(const Catalogue&) = delete;
  Catalogue& operator=(const Catalogue&) = delete;

  const std::vector<KindInfo>& kinds() const { return kinds_; }
  /// Null for an unknown name or number.
  const KindInfo* kind(std::string_view name) const;
  const KindInfo* kind(std::uint16_t number) const;

  /// The statement around every record: occurredAt, provenance, sources and so on.
  const StructInfo& envelope() const { return *envelope_; }
  const StructInfo& recordUnion() const { return *record_; }

 private:
  const StructInfo* structOf(capnp::StructSchema schema);
  static void findSlots(StructInfo& info);
  FieldInfo fieldOf(capnp::StructSchema::Field field);

  std::deque<StructInfo> structs_;
  std::map<std::uint64_t, const StructInfo*> byId_;
  std::vector<KindInfo> kinds_;
  std::unordered_map<std::string_view, const KindInfo*> kindsByName_;
  const StructInfo* envelope_ = nullptr;
  const StructInfo* record_ = nullptr;
};

}  // namespace minutebook
