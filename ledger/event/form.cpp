#include "ledger/event/form.h"

#include <capnp/dynamic.h>

#include <algorithm>

#include "ledger/base/decimal.h"
#include "ledger/base/money.h"
#include "ledger/event/field_refusals.h"
#include "ledger/event/reach.h"
#include "ledger/event/reading.h"
#include "ledger/event/text_checks.h"
#include "ledger/event/text_forms.h"

namespace minutebook {

namespace {

using Struct = capnp::DynamicStruct::Reader;
using Problem = std::optional<Refusal>;

Problem refuse(const char* code, const std::string& at, std::string reason, std::string remedy) {
  return Refusal{code, at, std::move(reason), std::move(remedy)};
}

/// Walks one statement and stops at the first problem.
class FormChecker {
 public:
  explicit FormChecker(const Catalogue& catalogue) : catalogue_(catalogue) {}

  /// Where the walk stands, or stopped.
  const std::string& place() const { return at_; }

  Problem checkStruct(Struct value, const StructInfo& info) {
    if (++depth_ > kNestingMax) {
      return refuse("statement.unknown-content", at_, "The record is nested too deeply.",
                    "Make it again with minutebook record.");
    }
    if (!Reach(value).isWhole()) {
      return refuse("statement.unknown-content", at_,
                    "The record holds content that this version of the ledger cannot read.",
                    "Update minutebook, or make the record again with this version.");
    }
    Problem problem = checkMembers(value, info);
    --depth_;
    return problem;
  }

  Problem checkMembers(Struct value, const StructInfo& info) {
    for (const FieldInfo& field : info.fields) {
      if (field.inUnion && !isActive(value, field)) continue;
      std::size_t length = at_.size();
      if (!at_.empty()) at_ += ".";
      at_ += field.name;
      if (Problem problem = checkField(value, field)) return problem;
      at_.resize(length);
    }
    return std::nullopt;
  }

  /// The record's union: exactly one known member, with a struct behind it.
  Problem checkRecord(schema::Record::Reader record) {
    auto number = static_cast<std::uint16_t>(record.which());
    const KindInfo* kind = catalogue_.kind(number);
    if (!kind) {
      return refuse("statement.unknown-kind", at_,
                    number == 0
                        ? "The statement holds no record."
                        : "Kind " + std::to_string(number) + " is not known to this version.",
                    "Update minutebook, or make the record again with this version.");
    }
    Struct value = record;
    if (!Reach(value).isWhole()) {
      return refuse("statement.unknown-content", at_,
                    "The record holds content that this version of the ledger cannot read.",
                    "Update minutebook, or make the record again with this version.");
    }
    // A record's own fields stand beside the statement's in a line: title, not record.title.
    if (at_ == "record") at_.clear();
    return checkStruct(value.get(kind->field).as<capnp::DynamicStruct>(), *kind->structure);
  }

 private:
  static bool isActive(Struct from, const FieldInfo& field) {
    KJ_IF_MAYBE (active, from.which()) {
      return *active == field.field;
    }
    return false;
  }

  Problem missing() const {
    return refuse("statement.required-missing", at_, "\"" + at_ + "\" is missing.",
                  "Add it; minutebook kinds says what belongs there.");
  }

  Problem checkField(Struct from, const FieldInfo& field) {
    if (field.group) {
      return checkMembers(from.get(field.field).as<capnp::DynamicStruct>(), *field.structure);
    }
    if (field.type == FieldType::kVoid || field.type == FieldType::kNumber) return std::nullopt;
    if (field.type == FieldType::kEnum && !field.list) return checkChoice(from, field);
    if (!from.has(field.field)) return field.required ? missing() : std::nullopt;
    auto value = from.get(field.field);
    if (!field.list) return checkItem(value, field);
    auto list = value.as<capnp::DynamicList>();
    if (list.size() == 0) return empty("an empty list");
    if (list.size() > kListLengthMax) {
      return refuse("statement.list-too-long", at_,
                    "\"" + at_ + "\" lists " + std::to_string(list.size()) + "; at most " +
                        std::to_string(kListLengthMax) + " are kept in one record.",
                    "Split it into several records.");
    }
    std::size_t length = at_.size();
    for (unsigned i = 0; i < list.size(); ++i) {
      at_ += "[" + std::to_string(i) + "]";
      if (Problem problem = checkItem(list[i], field)) return problem;
      at_.resize(length);
    }
    return std::nullopt;
  }

  Problem checkChoice(Struct from, const FieldInfo& field) {
    auto choice = from.get(field.field).as<capnp::DynamicEnum>();
    if (choice.getRaw() == 0) return field.required ? missing() : std::nullopt;
    return checkKnown(choice);
  }

  Problem checkKnown(capnp::DynamicEnum choice) {
    if (choice.getRaw() < choice.getSchema().getEnumerants().size()) return std::nullopt;
    return refuse("statement.unknown-content", at_,
                  "\"" + at_ + "\" holds a choice that this version of the ledger does not know.",
                  "Update minutebook, or make the record again with this version.");
  }

  Problem empty(const std::string& what) const {
    return refuse("statement.empty-value", at_, "\"" + at_ + "\" holds " + what + ".",
                  "Leave the field out when there is nothing to say.");
  }

  Problem checkItem(const capnp::DynamicValue::Reader& value, const FieldInfo& field) {
    switch (field.type) {
      case FieldType::kText:
        return checkText(value.as<capnp::Text>(), field);
      case FieldType::kData:
        if (value.as<capnp::Data>().size() == 0) return empty("nothing");
        return std::nullopt;
      case FieldType::kEnum: {
        auto choice = value.as<capnp::DynamicEnum>();
        if (choice.getRaw() == 0) return empty("a choice that says nothing");
        return checkKnown(choice);
      }
      case FieldType::kNumber:
        return std::nullopt;
      default:
        break;
    }
    Struct body = value.as<capnp::DynamicStruct>();
    if (field.type == FieldType::kRecord) return checkRecord(body.as<schema::Record>());
    if (field.type == FieldType::kSealed) return checkSealed(body);
    if (Reach(body).saysNothing()) return empty("a value that says nothing");
    if (Problem problem = checkStruct(body, *field.structure)) return problem;
    return checkCommon(body, field.type);
  }

  Problem checkText(capnp::Text::Reader text, const FieldInfo& field) {
    if (text.size() == 0) return empty("nothing");
    std::string_view view(text.begin(), text.size());
    if (auto problem = textProblem(view)) {
      return refuse("statement.not-text", at_, "\"" + at_ + "\" " + *problem + ".",
                    "Take those characters out and try again.");
    }
    return idProblem(field, view, at_);
  }

  Problem checkSealed(Struct sealed) {
    if (!Reach(sealed).isWhole()) {
      return refuse("statement.unknown-content", at_,
                    "The sealed field holds content that this version cannot read.",
                    "Update minutebook, or make the record again with this version.");
    }
    if (sealed.get("commitment").as<capnp::Data>().size() == 32) return std::nullopt;
    return refuse("statement.bad-commitment", at_,
                  "The commitment of the sealed field is not 32 bytes long.",
                  "Make the record again with minutebook record.");
  }

  Problem checkCommon(Struct value, FieldType type) {
    if (type == FieldType::kWhen && !momentOf(value.as<schema::When>())) {
      return refuse("statement.bad-date", at_, "\"" + at_ + "\" is not a date that exists.",
                    "Write it as 2021, 2021-11, 2021-11-02 or 2021-11-02T10:00Z.");
    }
    if (type == FieldType::kMoney) return checkMoney(value.as<schema::Money>());
    if (type == FieldType::kFigure) return checkFigure(value.as<schema::Figure>());
    if (type == FieldType::kDocument) {
      auto document = value.as<schema::Document>();
      if (document.isSha256() && document.getSha256().size() != 32) {
        return refuse("statement.bad-hash", at_, "\"" + at_ + "\" is not a SHA-256 of 32 bytes.",
                      "Write sha256: and 64 hex digits, as sha256sum FILE prints them.");
      }
    }
    if (type == FieldType::kRef) return checkRef(value.as<schema::Ref>());
    return std::nullopt;
  }

  Problem checkMoney(schema::Money::Reader money) {
    if (!currencyDecimals(money.getCurrency().cStr())) {
      return refuse("statement.bad-money", at_,
                    "\"" + at_ + "\" names a currency that is not known.",
                    "Write the three capital letters of the currency, for example GBP.");
    }
    if (money.getMinor() != INT64_MIN) return std::nullopt;
    return refuse("money.too-large", at_, "\"" + at_ + "\" is too large an amount.",
                  "Check the number; amounts have at most eighteen digits.");
  }

  /// Only what parseExactDecimal() could have read: else nobody could write it down again.
  Problem checkFigure(schema::Figure::Reader figure) {
    if (!figure.isDecimal()) return std::nullopt;
    auto decimal = figure.getDecimal();
    if (decimal.getPlaces() <= kDecimalPlacesMax && decimal.getUnscaled() != INT64_MIN) {
      return std::nullopt;
    }
    return refuse("number.form", at_, "\"" + at_ + "\" has more digits than are kept.",
                  "Write at most nine digits after the point and eighteen in all.");
  }

  Problem checkRef(schema::Ref::Reader ref) {
    bool entryWrong = ref.isEntry() && ref.getEntry().size() != 16;
    std::string_view name = ref.isRecord() ? registerName(ref.getRecord().getRegister()) : "entry";
    bool recordWrong = ref.isRecord() && (name.empty() || name == "notRecorded" ||
                                          name == "entry" || !ref.getRecord().hasId());
    if (!entryWrong && !recordWrong) return std::nullopt;
    return refuse("statement.bad-id", at_, "\"" + at_ + "\" does not say which record is meant.",
                  "Write what it is, a colon and its id: input:I-7.");
  }

  const Catalogue& catalogue_;
  std::string at_;
  std::size_t depth_ = 0;
};

/// What the envelope's bytes must be long, whatever they say.
Problem checkLengths(schema::Statement::Reader statement) {
  constexpr unsigned kIdBytes = 16;
  constexpr unsigned kKeyBytes = 32;
  if (statement.getId().size() != kIdBytes) {
    return refuse("statement.bad-id", "id", "The statement's own id is not 16 bytes long.",
                  "Make the statement again; every writer of this format does it right.");
  }
  if (statement.getAuthor().size() != kKeyBytes) {
    return refuse("statement.bad-id", "author", "The author's public key is not 32 bytes long.",
                  "Make the statement again; every writer of this format does it right.");
  }
  return std::nullopt;
}

}  // namespace

std::optional<Refusal> checkForm(const Statement& statement, const Catalogue& catalogue) {
  FormChecker checker(catalogue);
  Problem problem;
  bool readable = canBeRead([&] {
    Struct envelope = statement.reader();
    problem = checker.checkStruct(envelope, catalogue.envelope());
    if (!problem) problem = checkLengths(statement.reader());
  });
  if (readable) return problem;
  return refuse("statement.malformed", checker.place(),
                "\"" + checker.place() + "\" holds something of another type than it should.",
                "Ask whoever sent the statement to send it again.");
}

std::optional<Refusal> checkSealedForm(capnp::DynamicStruct::Reader value, const StructInfo& info,
                                       const Catalogue& catalogue) {
  return FormChecker(catalogue).checkMembers(value, info);
}

}  // namespace minutebook
