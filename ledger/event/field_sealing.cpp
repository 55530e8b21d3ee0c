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

namespace {

/// The field itself, and its member `sealed`.
constexpr std::ptrdiff_t kStepsOfWords = 2;
/// Most sealed structs fit.
constexpr std::size_t kSecretWords = 512;
/// Shorter texts stand in any sentence by chance.
constexpr std::size_t kTellingBytes = 3;

/// Whether `text` repeats a text of the value.
bool repeats(const std::string& text, const Json& value) {
  const std::string& said = value.text();
  if (said.size() >= kTellingBytes && text.find(said) != text.npos) return true;
  for (const Json& item : value.items()) {
    if (repeats(text, item)) return true;
  }
  for (const Json::Member& member : value.members()) {
    if (repeats(text, member.second)) return true;
  }
  return false;
}

/// Codes whose reasons are made of names of fields, not of what is in them.
bool namesFieldsOnly(std::string_view code) {
  for (std::string_view known :
       {"record.wrong-type", "record.missing", "statement.not-text", "statement.empty-value",
        "statement.too-long", "statement.list-too-long", "statement.required-missing"}) {
    if (code == known) return true;
  }
  return false;
}

/// A refusal about a sealed field says which field it is and never what stands in it: refusals are
/// printed, kept in logs and sent to whoever helps.
Refusal withoutValue(Refusal refusal, const Json& value) {
  if (!namesFieldsOnly(refusal.code) || repeats(refusal.reason, value)) {
    refusal.reason = "What stands in \"" + refusal.field +
                     "\" cannot be taken like this; it is kept sealed, so it is not repeated.";
  }
  // The nearest choice would tell what was said.
  if (refusal.remedy.starts_with("Did you mean ")) {
    std::size_t choices = refusal.remedy.find("The choices are: ");
    refusal.remedy = choices == refusal.remedy.npos
                         ? "minutebook kinds shows how each field is written."
                         : refusal.remedy.substr(choices);
  }
  return refusal;
}

}  // namespace

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
  auto refusal = seal(slot, container, sealedField, *text, where, kStepsOfWords);
  steps_.pop_back();
  return refusal;
}

std::optional<Refusal> FieldWriter::seal(Struct slot, Struct container, const FieldInfo& field,
                                         const Json& value, const std::string& where,
                                         std::ptrdiff_t ownSteps) {
  if (insideSecret_) {
    throw Fault(FaultKind::kBug, "schema: a sealed value holds another sealed value at " + where);
  }
  if (steps_.size() > kPathStepsMax) {
    throw Fault(FaultKind::kBug, "schema: a sealed value lies too deep at " + where);
  }
  Outcome<Bytes> bytes = secretBytes(container, field, value, where);
  if (!bytes) return withoutValue(at(bytes.refusal(), where), value);
  if (bytes.value().size() > kSealedBytesMax) {
    return Refusal{"statement.too-long", where, "\"" + where + "\" is longer than one mebibyte.",
                   "Keep it as a document and record its SHA-256."};
  }
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
  // Its own first segment is wiped by the builder's destructor; one from the heap is not.
  capnp::word scratch[kSecretWords] = {};
  capnp::MallocMessageBuilder message(kj::arrayPtr(scratch, kSecretWords));
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
  if (refusal) return *refusal;
  const auto words = CanonicalWords::made(capnp::AnyStruct::Reader(body.asReader()).canonicalize());
  if ((refusal = checkSealedForm(words, info, catalogue_))) return *refusal;
  return toBytes(words.bytes());
}

}  // namespace minutebook
