// tests/support/random_record.h
//
// Made-up record lines of any kind, straight from the schema: whatever a field can hold, as people
// write it. They are well formed and compose; nothing they refer to needs to exist.

#pragma once

#include <string>
#include <vector>

#include "ledger/event/catalogue.h"
#include "ledger/event/json.h"

namespace minutebook {

/// Choices are rapidcheck's, so a failing line shrinks. The catalogue must outlive this.
class RandomRecord {
 public:
  explicit RandomRecord(const Catalogue& catalogue) : catalogue_(catalogue) {}

  /// A line of one kind: what it needs, some of what it can hold, and some of what every statement
  /// carries.
  Json lineOf(const KindInfo& kind);

 private:
  Json objectOf(const StructInfo& info, int depth);
  void addFields(Json& object, const StructInfo& info, int depth);
  Json valueOf(const FieldInfo& field, int depth);
  Json oneOf(const FieldInfo& field, int depth);
  Json sealedOf(const FieldInfo& field, int depth);
  std::string textOf(const FieldInfo& field);
  std::string refOf(const FieldInfo& field);
  Json whoOf();
  void addEnvelope(Json& line);

  const Catalogue& catalogue_;
};

}  // namespace minutebook
