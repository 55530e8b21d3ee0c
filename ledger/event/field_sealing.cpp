// What a field writer sets aside: values that never enter a statement.

#include <capnp/any.h>
#include <capnp/serialize.h>

#include "ledger/base/fault.h"
#include "ledger/base/money.h"
#include "ledger/event/field_refusals.h"
#include "ledger/event/field_writer.h"
#include "ledger/event/form.h"
#include "ledger/event/text_checks.h"
#include "ledger/event/text_forms.h"

namespace minutebook {

std::optional<Refusal> FieldWriter::writeWords(Struct to, Struct container, const FieldInfo& field,
                                               const Json& value, const std::string& where) {
  const FieldInfo* sealedMember = field.structure->find("sealed");
  const Json* text = &value;
  if (value.kind() == Json::Kind::kObject) {
    const Json* open = value.find("sealed");
    if (!open || value.members().size() != 1) {
      return writeMembers(to, *field.structure, membersOf(value), where);
    }
    text = open;
  }
  FieldInfo sealedField = *sealedMember;
  sealedField.sealedAbout = field.sealedAbout;
  sealedField.audience = field.audience;
  steps_.push_back({sealedMember->ordinal, kNoListIndex});
  Struct slot = to.init(sealedMember->field).as<capnp::DynamicStruct>();
  auto refusal = seal(slot, container, sealedField, *text, where, true);
  steps_.pop_back();
  return refusal;
}

std::optional<Refusal> FieldWriter::seal(Struct slot, Struct container, const FieldInfo& field,
                                         const Json& value, const std::string& where,
                                         bool isWords) {
  if (insideSecret_) {
    throw Fault(FaultKind::kBug, "schema: a sealed value holds another sealed value at " + where);
  }
  if (steps_.size() > kPathStepsMax) {
    throw Fault(FaultKind::kBug, "schema: a sealed value lies too deep at " + where);
  }
  Outcome<Bytes> bytes = secretBytes(container, field, value, where);
  if (!bytes) return at(bytes.refusal(), where);
  if (bytes.value().size() > kSealedBytesMax) {
    return Refusal{"statement.too-long", where, "\"" + where + "\" is longer than one mebibyte.",
                   "Keep it as a document and record its SHA-256."};
  }
  // A Words field adds a step of its own, below the one that stands beside whom it is about.
  auto ownSteps = isWords ? 2 : 1;
  std::vector<PathStep> containerSteps(steps_.begin(), steps_.end() - ownSteps);
  PlainSecret secret;
  secret.path = {kind_, steps_};
  secret.field = where;
  secret.value = std::move(bytes.value());
  secret.audience = field.audience;
  parts_.secrets.push_back(std::move(secret));
  parts_.slots.push_back(slot);
  places_.push_back({container, *root_, field.sealedAbout, std::move(containerSteps)});
  return std::nullopt;
}

Outcome<Bytes> FieldWriter::secretBytes(Struct container, const FieldInfo& field, const Json& value,
                                        const std::string& where) {
  if (field.sealedType == FieldType::kText) {
    if (!isPlain(value)) return wrongType(where, value, "a text");
    if (auto problem = textProblem(value.text())) {
      return Refusal{"statement.not-text", where, "\"" + where + "\" " + *problem + ".",
                     "Take those characters out and try again."};
    }
    if (value.text().empty()) {
      return Refusal{"statement.empty-value", where, "\"" + where + "\" is empty.",
                     "Leave the field out when there is nothing to say."};
    }
    if (auto problem = idProblem(field, value.text(), where)) return *problem;
    return toBytes(asBytes(value.text()));
  }
  if (field.sealedType == FieldType::kData) {
    std::optional<Bytes> bytes = parseHexData(value.text());
    if (!bytes) return wrongType(where, value, "a text of hex digits (sha256: and 64 of them)");
    return *bytes;
  }
  return secretStruct(container, field, value, where);
}

Outcome<Bytes> FieldWriter::secretStruct(Struct container, const FieldInfo& field,
                                         const Json& value, const std::string& where) {
  capnp::MallocMessageBuilder message;
  auto body = message.initRoot<capnp::DynamicStruct>(field.structure->schema);
  Json given = value;
  if (!field.currencyIn.empty() && value.kind() == Json::Kind::kText) {
    // "33.00 GBP": the number is sealed, the currency is not.
    std::size_t space = given.text().find(' ');
    if (space == std::string::npos) {
      return Refusal{"money.form", where, "\"" + given.text() + "\" does not say a currency.",
                     "Write the amount, a space and the currency, for example 33.00 GBP."};
    }
    std::string currency = given.text().substr(space + 1);
    auto minor = parseMinorUnits(given.text().substr(0, space), currency);
    if (!minor) return minor.refusal();
    auto currencyField = container.getSchema().getFieldByName(field.currencyIn);
    if (auto refusal = setText(container, currencyField, currency, where)) return *refusal;
    given = Json::number(minor.value());
  }
  insideSecret_ = true;
  std::vector<PathStep> steps = std::move(steps_);
  steps_.clear();
  std::optional<Refusal> refusal;
  const StructInfo& info = *field.structure;
  if (given.kind() != Json::Kind::kObject && field.sealedType == FieldType::kStruct &&
      info.fields.size() == 1) {
    refusal = write(body, info.fields[0], given, where);
  } else if (given.kind() != Json::Kind::kObject && field.sealedType == FieldType::kWho) {
    Outcome<std::vector<std::string>> pieces = whoPieces(given, where);
    refusal = pieces ? writeWho(body.as<schema::Who>(), pieces.value()) : pieces.refusal();
  } else {
    FieldInfo plain = field;
    plain.type = field.sealedType;
    refusal = writeStruct(body, plain, given, where);
  }
  steps_ = std::move(steps);
  insideSecret_ = false;
  if (!refusal) refusal = checkSealedForm(body.asReader(), info, catalogue_);
  if (refusal) return *refusal;
  auto words = capnp::AnyStruct::Reader(body.asReader()).canonicalize();
  auto bytes = words.asBytes();
  return Bytes(bytes.begin(), bytes.end());
}

}  // namespace minutebook
