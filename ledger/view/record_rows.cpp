#include "ledger/view/record_rows.h"

#include <limits>
#include <optional>
#include <string>
#include <utility>

#include "ledger/base/fault.h"
#include "ledger/base/when.h"
#include "ledger/event/text_forms.h"

namespace minutebook {

namespace {

using Struct = capnp::DynamicStruct::Reader;
using Cells = std::vector<Value>;

constexpr std::int64_t kMinutesPerDay = 1440;

std::string textOf(capnp::Text::Reader text) {
  return {text.begin(), text.size()};
}

/// Nothing if it does not fit: SQLite counts with a sign.
Value wholeNumber(std::uint64_t number) {
  if (number > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) return {};
  return static_cast<std::int64_t>(number);
}

void fillCount(Cells& cells, std::size_t first, schema::Count::Reader count) {
  if (count.isNotRecorded()) return;
  cells[first] = readCount(count);
  // "About" is neither a lowest nor a highest number: no sum may treat it as exact.
  if (count.isExactly()) {
    cells[first + 1] = cells[first + 2] = wholeNumber(count.getExactly());
  } else if (count.isAtLeast()) {
    cells[first + 1] = wholeNumber(count.getAtLeast());
  } else if (count.isAtMost()) {
    cells[first + 2] = wholeNumber(count.getAtMost());
  }
}

std::string_view precisionName(CivilPrecision precision) {
  switch (precision) {
    case CivilPrecision::kYear:
      return "year";
    case CivilPrecision::kMonth:
      return "month";
    case CivilPrecision::kDay:
      return "day";
    case CivilPrecision::kMinute:
      return "minute";
    case CivilPrecision::kSecond:
      return "second";
  }
  return "";
}

/// Fills the rows of one record.
class Filler {
 public:
  explicit Filler(RecordRows& rows) : rows_(rows) {}

  TableRow& add(const TablePlan& table, const Cells& keys) {
    TableRow& row = rows_.emplace_back();
    row.table = &table;
    row.cells.resize(table.columns.size());
    for (std::size_t i = 0; i < keys.size(); ++i) row.cells[i] = keys[i];
    return row;
  }

  void members(TableRow& row, const std::vector<FieldPlan>& fields, Struct from,
               const Cells& keys) {
    for (const FieldPlan& plan : fields) {
      const FieldInfo& field = *plan.field;
      if (field.inUnion && !isActive(from, field)) continue;
      if (!field.group && !from.has(field.field)) continue;
      auto value = from.get(field.field);
      if (field.list) {
        bool structs = field.type == FieldType::kStruct;
        list(*plan.child, value.as<capnp::DynamicList>(), keys, structs);
      } else {
        one(row, plan, value, keys);
      }
    }
  }

  /// `structs`: each item has fields of its own, and is not one value.
  void list(const TablePlan& table, capnp::DynamicList::Reader items, const Cells& parentKeys,
            bool structs) {
    for (unsigned i = 0; i < items.size(); ++i) {
      Cells keys = parentKeys;
      keys.push_back(std::int64_t{i});
      TableRow& row = add(table, keys);
      if (!structs) {
        one(row, table.fields[0], items[i], keys);
        continue;
      }
      Struct item = items[i].as<capnp::DynamicStruct>();
      which(row, table.keys, item);
      members(row, table.fields, item, keys);
    }
  }

  /// A struct with an unnamed union says in its column `at` which member is set.
  void which(TableRow& row, std::size_t at, Struct from) {
    const std::vector<Column>& columns = row.table->columns;
    if (at < columns.size() && columns[at].name == "which") row.cells[at] = activeMember(from);
  }

 private:
  static bool isActive(Struct from, const FieldInfo& field) {
    KJ_IF_MAYBE (active, from.which()) {
      return *active == field.field;
    }
    return false;
  }

  static Value activeMember(Struct from) {
    KJ_IF_MAYBE (active, from.which()) {
      std::string name = active->getProto().getName().cStr();
      if (name == "notRecorded") return {};
      return name;
    }
    return std::string("unknown");
  }

  void one(TableRow& row, const FieldPlan& plan, const capnp::DynamicValue::Reader& value,
           const Cells& keys) {
    const FieldInfo& field = *plan.field;
    if (field.type == FieldType::kStruct) {
      Struct nested = value.as<capnp::DynamicStruct>();
      if (field.structure->hasUnion) row.cells[plan.column] = activeMember(nested);
      return members(row, plan.members, nested, keys);
    }
    if (field.type == FieldType::kWho) who(*plan.child, value.as<schema::Who>(), keys);
    scalar(row.cells, plan.column, field, value);
  }

  void scalar(Cells& cells, std::size_t at, const FieldInfo& field,
              const capnp::DynamicValue::Reader& value) {
    switch (field.type) {
      case FieldType::kVoid:
      case FieldType::kStruct:
        return;
      case FieldType::kText:
        cells[at] = textOf(value.as<capnp::Text>());
        return;
      case FieldType::kData: {
        auto data = value.as<capnp::Data>();
        cells[at] = toHex({data.begin(), data.size()});
        return;
      }
      case FieldType::kEnum:
        cells[at] = enumName(value.as<capnp::DynamicEnum>());
        return;
      case FieldType::kNumber:
        cells[at] = value.getType() == capnp::DynamicValue::UINT
                        ? wholeNumber(value.as<std::uint64_t>())
                        : Value(value.as<std::int64_t>());
        return;
      case FieldType::kSealed:
        cells[at] = std::string("sealed");
        return;
      case FieldType::kRecord:
        cells[at] = activeMember(value.as<capnp::DynamicStruct>());
        return;
      case FieldType::kWhen:
        return fillWhen(cells, at, value.as<schema::When>());
      case FieldType::kCount:
        return fillCount(cells, at, value.as<schema::Count>());
      case FieldType::kWords:
        return words(cells, at, value.as<schema::Words>());
      case FieldType::kWho:
        return whoText(cells, at, value.as<schema::Who>());
      default:
        return composed(cells, at, field, value);
    }
  }

  void composed(Cells& cells, std::size_t at, const FieldInfo& field,
                const capnp::DynamicValue::Reader& value) {
    if (field.type == FieldType::kMoney) {
      auto money = value.as<schema::Money>();
      cells[at] = readMoney(money);
      cells[at + 1] = money.getMinor();
      cells[at + 2] = textOf(money.getCurrency());
    } else if (field.type == FieldType::kFigure) {
      auto figure = value.as<schema::Figure>();
      if (!figure.isDecimal()) return;
      cells[at] = readFigure(figure);
      cells[at + 1] = figure.getDecimal().getUnscaled();
      cells[at + 2] = std::int64_t{figure.getDecimal().getPlaces()};
    } else if (field.type == FieldType::kDocument) {
      auto document = value.as<schema::Document>();
      if (!document.isNotRecorded()) cells[at] = readDocument(document);
    } else if (field.type == FieldType::kRef) {
      ref(cells, at, value.as<schema::Ref>());
    } else if (field.type == FieldType::kVersion) {
      Struct version = value.as<capnp::DynamicStruct>();
      std::string whole;
      for (std::size_t i = 0; i < field.structure->fields.size(); ++i) {
        std::string part = textOf(version.get(field.structure->fields[i].field).as<capnp::Text>());
        whole += (i > 0 ? "@" : "") + part;
        cells[at + 1 + i] = std::move(part);
      }
      cells[at] = std::move(whole);
    } else {
      throw Fault(FaultKind::kBug, "read model: no column for " + field.name);
    }
  }

  static void ref(Cells& cells, std::size_t at, schema::Ref::Reader value) {
    if (value.isNotRecorded()) return;
    std::string text = readRef(value);
    std::size_t colon = text.find(':');
    cells[at + 1] = text.substr(0, colon);
    cells[at + 2] = text.substr(colon + 1);
    cells[at] = std::move(text);
  }

  static void words(Cells& cells, std::size_t at, schema::Words::Reader value) {
    if (value.isPublic()) {
      cells[at] = textOf(value.getPublic());
      cells[at + 1] = std::string("public");
    } else if (value.isSealed()) {
      cells[at + 1] = std::string("sealed");
    } else if (value.isPreferNotToSay()) {
      cells[at + 1] = std::string("prefer not to say");
    }
  }

  static void whoText(Cells& cells, std::size_t at, schema::Who::Reader value) {
    std::string text;
    for (const std::string& piece : readWho(value)) text += (text.empty() ? "" : ", ") + piece;
    if (!text.empty()) cells[at] = std::move(text);
  }

  void who(const TablePlan& table, schema::Who::Reader value, const Cells& parentKeys) {
    std::int64_t nth = 0;
    auto piece = [&]() -> Cells& {
      Cells keys = parentKeys;
      keys.push_back(nth++);
      return add(table, keys).cells;
    };
    auto named = [&](const char* where, capnp::List<capnp::Text>::Reader ids) {
      for (auto id : ids) {
        Cells& cells = piece();
        cells[table.keys] = std::string(where);
        cells[table.keys + 1] = textOf(id);
      }
    };
    named("participant", value.getParticipants());
    named("group", value.getGroups());
    named("organisation", value.getOrganisations());
    for (auto outside : value.getOutside()) {
      Cells& cells = piece();
      cells[table.keys + 2] = textOf(outside.getDescription());
      if (outside.hasHowMany()) fillCount(cells, table.keys + 3, outside.getHowMany());
    }
    if (value.hasInTheirWords()) piece()[table.keys + 6] = textOf(value.getInTheirWords());
  }

  RecordRows& rows_;
};

}  // namespace

Value enumName(capnp::DynamicEnum value) {
  KJ_IF_MAYBE (known, value.getEnumerant()) {
    if (known->getIndex() == 0) return {};
    return std::string(known->getProto().getName().cStr());
  }
  return "value " + std::to_string(value.getRaw());
}

void fillWhen(std::vector<Value>& cells, std::size_t first, schema::When::Reader when) {
  std::optional<Moment> moment = momentOf(when);
  if (!moment || std::holds_alternative<Unknown>(*moment)) return;
  cells[first] = formatMoment(*moment);
  if (auto* civil = std::get_if<CivilTime>(&*moment)) {
    Instants instants = instantsOf(*civil);
    cells[first + 1] = std::string(precisionName(civil->precision));
    cells[first + 2] = instants.first;
    cells[first + 3] = instants.last;
  } else if (auto* span = std::get_if<DateSpan>(&*moment)) {
    cells[first + 1] = std::string("span");
    if (span->from) cells[first + 2] = instantsOf(*span->from).first;
    if (span->until) cells[first + 3] = instantsOf(*span->until).last;
  } else if (auto* distance = std::get_if<RecordDistance>(&*moment)) {
    bool before = distance->side == DistanceSide::kBefore;
    cells[first + 1] = std::string(before ? "before" : "after");
    cells[first + 5] = distance->anchor;
    if (distance->unit == DistanceUnit::kNotSaid) return;
    std::int64_t minutes = distance->amount;
    if (distance->unit == DistanceUnit::kDays) minutes *= kMinutesPerDay;
    cells[first + 4] = before ? -minutes : minutes;
  }
}

RecordRows rowsOfRecord(const KindPlan& plan, std::int64_t entry,
                        capnp::DynamicStruct::Reader record) {
  RecordRows rows;
  Filler filler(rows);
  const TablePlan& main = plan.tables.front();
  TableRow& row = filler.add(main, {entry});
  filler.which(row, kEnvelopeColumns, record);
  filler.members(row, main.fields, record, {entry});
  return rows;
}

RecordRows rowsOfList(const TablePlan& table, std::int64_t entry,
                      capnp::DynamicList::Reader items) {
  RecordRows rows;
  constexpr bool kStructs = true;
  Filler(rows).list(table, items, {entry}, kStructs);
  return rows;
}

}  // namespace minutebook
