#include "ledger/event/form.h"

#include "ledger/base/decimal.h"
#include "ledger/base/ids.h"
#include "ledger/base/money.h"
#include "ledger/event/field_refusals.h"
#include "ledger/event/reading.h"
#include "ledger/event/spoken_path.h"
#include "ledger/event/struct_view.h"
#include "ledger/event/text_checks.h"
#include "ledger/event/text_forms.h"

namespace minutebook {

namespace {

using Problem = std::optional<Refusal>;

/// Walks one statement and stops at the first problem.
class FormChecker {
 public:
  explicit FormChecker(const Catalogue& catalogue) : catalogue_(catalogue) {}

  /// Where the walk stands, or stopped.
  std::string place() const { return at_.text(); }

  Problem checkStruct(const StructView& value, const StructInfo& info) {
    if (!value.isWhole(info)) return hidden("The record");
    return checkMembers(value, info);
  }

  Problem checkMembers(const StructView& value, const StructInfo& info) {
    for (const FieldInfo& field : info.fields) {
      if (isSilent(value, field) || !value.holds(info, field)) continue;
      std::size_t depth = at_.depth();
      at_.enter(field.name);
      if (Problem problem = checkField(value, field)) return problem;
      at_.cutTo(depth);
    }
    return std::nullopt;
  }

  /// The record's union: exactly one known member, with a struct behind it.
  Problem checkRecord(const StructView& record) {
    const StructInfo& info = catalogue_.recordUnion();
    std::uint16_t number = record.active(info);
    const KindInfo* kind = catalogue_.kind(number);
    if (!kind) {
      return problem("statement.unknown-kind",
                     number == 0
                         ? "The statement holds no record."
                         : "Kind " + std::to_string(number) + " is not known to this version.",
                     kUpdate);
    }
    if (!record.isWholeRecord(info, *kind)) return hidden("The record");
    // A record's own fields stand beside the statement's in a line: title, not record.title.
    bool ofTheStatement = at_.depth() == 1 && at_.innermost() == "record";
    if (!ofTheStatement && holdsARecord(*kind)) {
      return problem("correction.nested", here() + " holds another correction.",
                     "Give the record itself, as it should have been.");
    }
    if (ofTheStatement) at_.clear();
    return checkStruct(record.structAt(kind->slot), *kind->structure);
  }

 private:
  static constexpr const char* kUpdate =
      "Update minutebook, or make the record again with this version.";

  Problem problem(const char* code, std::string reason, std::string remedy) const {
    return Refusal{code, place(), std::move(reason), std::move(remedy)};
  }
  static bool holdsARecord(const KindInfo& kind) {
    for (const FieldInfo& field : kind.structure->fields) {
      if (field.type == FieldType::kRecord) return true;
    }
    return false;
  }
  /// The place in quotes, as sentences name it.
  std::string here() const { return "\"" + place() + "\""; }

  Problem hidden(const std::string& what) const {
    return problem("statement.unknown-content",
                   what + " holds content that this version of the ledger cannot read.", kUpdate);
  }

  Problem missing() const {
    return problem("statement.required-missing", here() + " is missing.",
                   "Add it; minutebook kinds says what belongs there.");
  }

  Problem empty(const std::string& what) const {
    return problem("statement.empty-value", here() + " holds " + what + ".",
                   "Leave the field out when there is nothing to say.");
  }

  /// Says nothing and need not: most fields of most records.
  static bool isSilent(const StructView& from, const FieldInfo& field) {
    if (field.group || field.required) return false;
    return field.slot.pointer ? !from.has(field.slot) : field.type != FieldType::kEnum;
  }

  Problem checkField(const StructView& from, const FieldInfo& field) {
    if (field.group) return checkMembers(from, *field.structure);
    if (field.type == FieldType::kEnum && !field.list) return checkChoice(from, field);
    if (!field.slot.pointer) return std::nullopt;
    if (!from.has(field.slot)) return field.required ? missing() : std::nullopt;
    if (field.list) return checkList(from.listAt(field.slot), field);
    switch (field.type) {
      case FieldType::kText:
        return checkText(from.textAt(field.slot), field);
      case FieldType::kData:
        return from.dataAt(field.slot).empty() ? empty("nothing") : std::nullopt;
      default:
        return checkBody(from.structAt(field.slot), field);
    }
  }

  Problem checkList(const ListView& list, const FieldInfo& field) {
    switch (field.type) {
      case FieldType::kText:
        return checkItems(list,
                          [&](std::size_t item) { return checkText(list.textAt(item), field); });
      case FieldType::kData:
        return checkItems(list, [&](std::size_t item) {
          return list.dataAt(item).empty() ? empty("nothing") : std::nullopt;
        });
      case FieldType::kEnum:
        return checkItems(list, [&](std::size_t item) {
          const std::uint16_t choice = list.numberAt(item);
          return choice == 0 ? empty("a choice that says nothing") : checkKnown(choice, field);
        });
      case FieldType::kNumber:
        return checkLength(list.size());
      default:
        return checkItems(list,
                          [&](std::size_t item) { return checkBody(list.structAt(item), field); });
    }
  }

  Problem checkLength(std::size_t length) {
    if (length == 0) return empty("an empty list");
    if (length <= kListLengthMax) return std::nullopt;
    return problem("statement.list-too-long",
                   here() + " lists " + std::to_string(length) + "; at most " +
                       std::to_string(kListLengthMax) + " are kept in one record.",
                   "Split it into several records.");
  }

  template <typename Check>
  Problem checkItems(const ListView& list, Check check) {
    if (Problem problem = checkLength(list.size())) return problem;
    for (std::size_t i = 0; i < list.size(); ++i) {
      at_.item(i);
      if (Problem problem = check(i)) return problem;
    }
    return std::nullopt;
  }

  Problem checkChoice(const StructView& from, const FieldInfo& field) {
    auto choice = static_cast<std::uint16_t>(from.number(field.slot));
    if (choice == 0) return field.required ? missing() : std::nullopt;
    return checkKnown(choice, field);
  }

  Problem checkKnown(std::uint16_t choice, const FieldInfo& field) {
    if (choice < field.known) return std::nullopt;
    return problem("statement.unknown-content",
                   here() + " holds a choice that this version of the ledger does not know.",
                   kUpdate);
  }

  Problem checkBody(const StructView& body, const FieldInfo& field) {
    if (field.type == FieldType::kRecord) return checkRecord(body);
    if (field.type == FieldType::kSealed) return checkSealed(body);
    if (body.saysNothing()) return empty("a value that says nothing");
    if (Problem problem = checkStruct(body, *field.structure)) return problem;
    return checkCommon(body, field.type);
  }

  Problem checkText(std::string_view text, const FieldInfo& field) {
    if (text.empty()) return empty("nothing");
    if (auto wrong = textProblem(text)) {
      return problem("statement.not-text", here() + " " + *wrong + ".",
                     "Take those characters out and try again.");
    }
    if (mayBeId(field) && !isRecordId(text)) return idProblem(field, text, place());
    return std::nullopt;
  }

  Problem checkSealed(const StructView& sealed) {
    if (!sealed.holdsOnly(kCommitment)) return hidden("The sealed field");
    if (sealed.dataAt(kCommitment).size() == 32) return std::nullopt;
    return problem("statement.bad-commitment",
                   "The commitment of the sealed field is not 32 bytes long.",
                   "Make the record again with minutebook record.");
  }

  Problem checkCommon(const StructView& value, FieldType type) {
    if (type == FieldType::kWhen && !momentOf(value.as<schema::When>())) {
      return problem("statement.bad-date", here() + " is not a date that exists.",
                     "Write it as 2021, 2021-11, 2021-11-02 or 2021-11-02T10:00Z.");
    }
    if (type == FieldType::kMoney) return checkMoney(value.as<schema::Money>());
    if (type == FieldType::kFigure) return checkFigure(value.as<schema::Figure>());
    if (type == FieldType::kDocument) {
      auto document = value.as<schema::Document>();
      if (document.isSha256() && document.getSha256().size() != 32) {
        return problem("statement.bad-hash", here() + " is not a SHA-256 of 32 bytes.",
                       "Write sha256: and 64 hex digits, as sha256sum FILE prints them.");
      }
    }
    if (type == FieldType::kRef) return checkRef(value.as<schema::Ref>());
    return std::nullopt;
  }

  Problem checkMoney(schema::Money::Reader money) {
    if (!currencyDecimals(money.getCurrency().cStr())) {
      return problem("statement.bad-money", here() + " names a currency that is not known.",
                     "Write the three capital letters of the currency, for example GBP.");
    }
    if (money.getMinor() != INT64_MIN) return std::nullopt;
    return problem("money.too-large", here() + " is too large an amount.",
                   "Check the number; amounts have at most eighteen digits.");
  }

  /// Only what parseExactDecimal() could have read: else nobody could write it down again.
  Problem checkFigure(schema::Figure::Reader figure) {
    if (!figure.isDecimal()) return std::nullopt;
    auto decimal = figure.getDecimal();
    if (decimal.getPlaces() <= kDecimalPlacesMax && decimal.getUnscaled() != INT64_MIN) {
      return std::nullopt;
    }
    return problem("number.form", here() + " has more digits than are kept.",
                   "Write at most nine digits after the point and eighteen in all.");
  }

  Problem checkRef(schema::Ref::Reader ref) {
    bool entryWrong = ref.isEntry() && ref.getEntry().size() != 16;
    std::string_view name = ref.isRecord() ? registerName(ref.getRecord().getRegister()) : "entry";
    bool recordWrong = ref.isRecord() && (name.empty() || name == "notRecorded" ||
                                          name == "entry" || !ref.getRecord().hasId());
    if (!entryWrong && !recordWrong) return std::nullopt;
    return problem("statement.bad-id", here() + " does not say which record is meant.",
                   "Write what it is, a colon and its id: input:I-7.");
  }

  const Catalogue& catalogue_;
  SpokenPath at_;
};

/// What the envelope's bytes must be long, whatever they say.
Problem checkLengths(schema::Statement::Reader statement) {
  constexpr unsigned kIdBytes = 16;
  constexpr unsigned kKeyBytes = 32;
  if (statement.getId().size() != kIdBytes) {
    return Refusal{"statement.bad-id", "id", "The statement's own id is not 16 bytes long.",
                   "Make the statement again; every writer of this format does it right."};
  }
  if (statement.getAuthor().size() != kKeyBytes) {
    return Refusal{"statement.bad-id", "author", "The author's public key is not 32 bytes long.",
                   "Make the statement again; every writer of this format does it right."};
  }
  return std::nullopt;
}

}  // namespace

std::optional<Refusal> checkForm(const Statement& statement, const Catalogue& catalogue) {
  if (statement.wellFormedFor_ == &catalogue) return std::nullopt;
  FormChecker checker(catalogue);
  Problem problem;
  bool readable = canBeRead([&] {
    const StructView envelope(statement.words());
    problem = checker.checkStruct(envelope, catalogue.envelope());
    if (!problem) problem = checkLengths(statement.reader());
  });
  if (readable && !problem) statement.wellFormedFor_ = &catalogue;
  if (readable) return problem;
  return Refusal{"statement.malformed", checker.place(),
                 "\"" + checker.place() + "\" holds something of another type than it should.",
                 "Ask whoever sent the statement to send it again."};
}

std::optional<Refusal> checkSealedForm(const CanonicalWords& value, const StructInfo& info,
                                       const Catalogue& catalogue) {
  return FormChecker(catalogue).checkMembers(StructView(value), info);
}

}  // namespace minutebook
