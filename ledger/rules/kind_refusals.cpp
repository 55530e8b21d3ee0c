#include "ledger/rules/kind_refusals.h"

#include <set>
#include <string>

#include "ledger/base/fault.h"
#include "ledger/rules/general.h"
#include "ledger/rules/refusal_list.h"
#include "schema/refusals.capnp.h"

namespace minutebook {

namespace {

using schema::Register;

/// Whether `holds` is true of a field of the struct, or of one inside it. Sealed structs are not
/// looked into.
template <typename Holds>
bool anyField(const StructInfo& info, Holds holds) {
  for (const FieldInfo& field : info.fields) {
    if (holds(field)) return true;
    bool nested = field.type == FieldType::kStruct && field.structure;
    if (nested && anyField(*field.structure, holds)) return true;
  }
  return false;
}

bool givesOutAnId(const FieldInfo& field) {
  return field.id != Register::NOT_RECORDED && !mayBeSaidAgain(field.id);
}

bool namesARecord(const FieldInfo& field) {
  return field.refersTo != Register::NOT_RECORDED || field.type == FieldType::kWho ||
         field.type == FieldType::kRef || field.type == FieldType::kVersion;
}

bool sealsAReference(const FieldInfo& field) {
  if (field.type != FieldType::kSealed) return false;
  if (field.sealedType == FieldType::kText) return namesARecord(field);
  return field.structure && anyField(*field.structure, namesARecord);
}

}  // namespace

std::vector<std::string_view> refusalsOfAnyRecord() {
  std::vector<std::string_view> codes;
  for (auto one : *schema::REFUSALS) {
    if (one.getAnyRecord()) codes.emplace_back(one.getCode().cStr(), one.getCode().size());
  }
  return codes;
}

std::vector<std::string_view> refusalsOfKind(const KindInfo& kind) {
  std::set<std::string_view> wanted(kind.refusedAs.begin(), kind.refusedAs.end());
  for (std::string_view code : wanted) {
    if (refusalRank(code)) continue;
    throw Fault(FaultKind::kBug, "schema: " + kind.name + " is refused as " + std::string(code) +
                                     ", which is not in refusals.capnp");
  }
  if (!kind.belongsTo.empty()) wanted.insert({"on-behalf.missing", "on-behalf.other-person"});
  if (anyField(*kind.structure, givesOutAnId)) wanted.insert("id.in-use");
  if (anyField(*kind.structure, sealsAReference)) wanted.insert("door.reference-unknown");
  std::vector<std::string_view> codes;
  for (const ListedRefusal& refusal : refusalList()) {
    if (wanted.contains(refusal.code)) codes.push_back(refusal.code);
  }
  return codes;
}

}  // namespace minutebook
