#include "ledger/event/text_forms.h"

#include "ledger/base/decimal.h"
#include "ledger/base/ids.h"
#include "ledger/base/money.h"
#include "ledger/event/catalogue.h"

namespace minutebook {

namespace {

Refusal refuse(std::string code, std::string reason, std::string remedy) {
  return {std::move(code), "", std::move(reason), std::move(remedy)};
}

std::string quoted(std::string_view text) {
  return "\"" + std::string(text) + "\"";
}

capnp::Text::Reader asCapnp(const std::string& text) {
  return {text.data(), text.size()};
}

std::string fromCapnp(capnp::Text::Reader text) {
  return {text.begin(), text.size()};
}

ByteView view(capnp::Data::Reader data) {
  return {data.begin(), data.size()};
}

void writeCivil(schema::Civil::Builder to, const CivilTime& time) {
  to.setPrecision(static_cast<schema::Precision>(time.precision));
  to.setYear(time.year);
  to.setMonth(time.month);
  to.setDay(time.day);
  to.setHour(time.hour);
  to.setMinute(time.minute);
  to.setSecond(time.second);
  to.setOffset(time.offsetMinutes);
}

std::optional<CivilTime> civilOf(schema::Civil::Reader from) {
  CivilTime time;
  time.precision = static_cast<CivilPrecision>(from.getPrecision());
  time.year = from.getYear();
  time.month = from.getMonth();
  time.day = from.getDay();
  time.hour = from.getHour();
  time.minute = from.getMinute();
  time.second = from.getSecond();
  time.offsetMinutes = from.getOffset();
  if (!isCivil(time)) return std::nullopt;
  return time;
}

std::optional<Refusal> writeDistance(schema::Distance::Builder to, const RecordDistance& distance) {
  to.setDirection(distance.side == DistanceSide::kBefore ? schema::Direction::BEFORE
                                                         : schema::Direction::AFTER);
  if (distance.unit == DistanceUnit::kDays) to.getLength().setDays(distance.amount);
  if (distance.unit == DistanceUnit::kMinutes) to.getLength().setMinutes(distance.amount);
  return writeRef(to.initAnchor(), distance.anchor);
}

std::optional<RecordDistance> distanceOf(schema::Distance::Reader from) {
  RecordDistance distance;
  if (from.getDirection() == schema::Direction::BEFORE) {
    distance.side = DistanceSide::kBefore;
  } else if (from.getDirection() != schema::Direction::AFTER) {
    return std::nullopt;
  }
  auto length = from.getLength();
  if (length.isDays()) {
    distance.unit = DistanceUnit::kDays;
    distance.amount = length.getDays();
  } else if (length.isMinutes()) {
    distance.unit = DistanceUnit::kMinutes;
    distance.amount = length.getMinutes();
  }
  distance.anchor = readRef(from.getAnchor());
  return distance;
}

}  // namespace

bool saysNothing(std::string_view text) {
  return text == "unknown" || text == "not recorded";
}

std::optional<Bytes> parseHexData(std::string_view text) {
  if (text.starts_with("sha256:")) {
    text.remove_prefix(7);
    if (text.size() != 64) return std::nullopt;
  }
  std::optional<Bytes> bytes = fromHex(text);
  if (bytes && bytes->empty()) return std::nullopt;
  return bytes;
}

std::optional<Refusal> writeWhen(schema::When::Builder to, std::string_view text) {
  Outcome<Moment> moment = parseMoment(text);
  if (!moment) return moment.refusal();
  if (auto* civil = std::get_if<CivilTime>(&moment.value())) {
    writeCivil(to.initAt(), *civil);
  } else if (auto* span = std::get_if<DateSpan>(&moment.value())) {
    auto between = to.initBetween();
    if (span->from) writeCivil(between.initFrom(), *span->from);
    if (span->until) writeCivil(between.initUntil(), *span->until);
  } else if (auto* distance = std::get_if<RecordDistance>(&moment.value())) {
    return writeDistance(to.initRelative(), *distance);
  }
  return std::nullopt;
}

std::optional<Moment> momentOf(schema::When::Reader from) {
  if (from.isAt()) {
    auto civil = civilOf(from.getAt());
    if (!civil) return std::nullopt;
    return Moment(*civil);
  }
  if (from.isBetween()) {
    DateSpan span;
    auto between = from.getBetween();
    if (between.hasFrom() && !(span.from = civilOf(between.getFrom()))) return std::nullopt;
    if (between.hasUntil() && !(span.until = civilOf(between.getUntil()))) return std::nullopt;
    if (!span.from && !span.until) return std::nullopt;
    return Moment(span);
  }
  if (from.isRelative()) {
    auto distance = distanceOf(from.getRelative());
    if (!distance) return std::nullopt;
    return Moment(*distance);
  }
  return Moment(Unknown{});
}

std::string readWhen(schema::When::Reader from) {
  std::optional<Moment> moment = momentOf(from);
  return moment ? formatMoment(*moment) : "not a date";
}

std::optional<Refusal> writeMoney(schema::Money::Builder to, std::string_view text) {
  Outcome<Amount> amount = parseMoney(text);
  if (!amount) return amount.refusal();
  to.setMinor(amount.value().minor);
  to.setCurrency(asCapnp(amount.value().currency));
  return std::nullopt;
}

std::string readMoney(schema::Money::Reader from) {
  if (!from.hasCurrency()) return "not recorded";
  return formatMoney({from.getMinor(), fromCapnp(from.getCurrency())});
}

std::optional<Refusal> writeCount(schema::Count::Builder to, std::string_view text) {
  std::string_view digits = text;
  auto prefixed = [&](std::string_view prefix) {
    if (!digits.starts_with(prefix)) return false;
    digits.remove_prefix(prefix.size());
    return true;
  };
  bool about = prefixed("about ");
  bool atLeast = !about && prefixed("at least ");
  bool atMost = !about && !atLeast && prefixed("at most ");
  auto value = parseDecimal(digits);
  if (!value) {
    return refuse("number.form", quoted(text) + " is not a whole number that can be read exactly.",
                  "Write digits without leading zeros: 12, or about 5000, at least 3, at most 4.");
  }
  if (about) {
    to.setAbout(*value);
  } else if (atLeast) {
    to.setAtLeast(*value);
  } else if (atMost) {
    to.setAtMost(*value);
  } else {
    to.setExactly(*value);
  }
  return std::nullopt;
}

std::string readCount(schema::Count::Reader from) {
  switch (from.which()) {
    case schema::Count::EXACTLY:
      return std::to_string(from.getExactly());
    case schema::Count::ABOUT:
      return "about " + std::to_string(from.getAbout());
    case schema::Count::AT_LEAST:
      return "at least " + std::to_string(from.getAtLeast());
    case schema::Count::AT_MOST:
      return "at most " + std::to_string(from.getAtMost());
    case schema::Count::NOT_RECORDED:
      break;
  }
  return "not recorded";
}

std::optional<Refusal> writeFigure(schema::Figure::Builder to, std::string_view text) {
  std::optional<Decimal> value = parseExactDecimal(text);
  if (!value) {
    return refuse("number.form", quoted(text) + " is not a number that can be read exactly.",
                  "Write digits and at most one point: 78.125.");
  }
  auto decimal = to.initDecimal();
  decimal.setUnscaled(value->unscaled);
  decimal.setPlaces(value->places);
  return std::nullopt;
}

std::string readFigure(schema::Figure::Reader from) {
  if (!from.isDecimal()) return "not recorded";
  return formatDecimal({from.getDecimal().getUnscaled(), from.getDecimal().getPlaces()});
}

std::optional<Refusal> writeDocument(schema::Document::Builder to, std::string_view text) {
  if (text == "not held") {
    to.setNotHeld();
    return std::nullopt;
  }
  std::optional<Bytes> hash = parseHexData(text);
  if (!hash || hash->size() != 32) {
    return refuse("document.form", quoted(text) + " is not the SHA-256 of a document.",
                  "Write sha256: and 64 hex digits (sha256sum FILE prints them), or not held.");
  }
  to.setSha256(kj::arrayPtr(hash->data(), hash->size()));
  return std::nullopt;
}

std::string readDocument(schema::Document::Reader from) {
  if (from.isNotHeld()) return "not held";
  if (from.isSha256()) return "sha256:" + toHex(view(from.getSha256()));
  return "not recorded";
}

std::optional<Refusal> writeRef(schema::Ref::Builder to, std::string_view text) {
  std::size_t colon = text.find(':');
  auto where = registerNamed(text.substr(0, colon));
  if (colon == text.npos || !where) {
    return refuse("reference.form", quoted(text) + " does not say which record is meant.",
                  "Write what it is, a colon and its id: input:I-7, meeting:M-3, decision:D-1.");
  }
  std::string id(text.substr(colon + 1));
  if (*where == schema::Register::ENTRY) {
    auto statement = StatementId::parse(id);
    if (!statement) {
      return refuse("reference.form", quoted(id) + " is not the id of an entry.",
                    "Write the number of an entry that is there; in a file, copy the statement id "
                    "that minutebook show tells.");
    }
    to.setEntry(kj::arrayPtr(statement->bytes.data(), statement->bytes.size()));
    return std::nullopt;
  }
  auto record = to.initRecord();
  record.setRegister(*where);
  record.setId(asCapnp(id));
  return std::nullopt;
}

std::string readRef(schema::Ref::Reader from) {
  if (from.isRecord()) {
    return std::string(registerName(from.getRecord().getRegister())) + ":" +
           fromCapnp(from.getRecord().getId());
  }
  if (from.isEntry()) {
    auto id = StatementId::of(view(from.getEntry()));
    return "entry:" + (id ? id->text() : toHex(view(from.getEntry())));
  }
  return "not recorded";
}

namespace {

struct OutsidePeople {
  std::string description;
  std::string howMany;
};

/// "survey respondents (about 1571)": a last bracket that is a count says how many.
OutsidePeople parseOutside(std::string_view text) {
  std::size_t bracket = text.rfind(" (");
  if (bracket != text.npos && text.ends_with(")")) {
    std::string_view count = text.substr(bracket + 2, text.size() - bracket - 3);
    std::string_view digits = count;
    for (std::string_view word : {"about ", "at least ", "at most "}) {
      if (!count.starts_with(word)) continue;
      digits.remove_prefix(word.size());
      break;
    }
    if (parseDecimal(digits)) return {std::string(text.substr(0, bracket)), std::string(count)};
  }
  return {std::string(text), ""};
}

/// Who's pieces, sorted by what they are.
struct WhoParts {
  std::vector<std::string> participants, groups, organisations, words;
  std::vector<OutsidePeople> outside;
};

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

std::optional<Refusal> sortPiece(std::string_view piece, WhoParts& parts) {
  std::size_t colon = piece.find(':');
  std::string_view label = colon == piece.npos ? "participant" : piece.substr(0, colon);
  std::string value(colon == piece.npos ? piece : trimmed(piece.substr(colon + 1)));
  if (label == "words" && !value.empty()) {
    parts.words.push_back(value);
  } else if (label == "outside" && !value.empty()) {
    parts.outside.push_back(parseOutside(value));
  } else if (label == "participant" && isRecordId(value)) {
    parts.participants.push_back(value);
  } else if (label == "group" && isRecordId(value)) {
    parts.groups.push_back(value);
  } else if (label == "organisation" && isRecordId(value)) {
    parts.organisations.push_back(value);
  } else {
    return refuse("who.form", quoted(piece) + " does not say who is meant.",
                  "Write a participant's id, group:ID, organisation:ID, outside: a description "
                  "(how many), or words: what the source says.");
  }
  return std::nullopt;
}

void writeTexts(capnp::List<capnp::Text>::Builder to, const std::vector<std::string>& from) {
  for (unsigned i = 0; i < from.size(); ++i) to.set(i, asCapnp(from[i]));
}

}  // namespace

std::optional<Refusal> writeWho(schema::Who::Builder to, const std::vector<std::string>& pieces) {
  WhoParts parts;
  for (const std::string& piece : pieces) {
    if (saysNothing(piece)) continue;
    if (auto refusal = sortPiece(piece, parts)) return refusal;
  }
  if (parts.words.size() > 1) {
    return refuse("who.form", "The source's own words are given twice.",
                  "Put them together in one piece that begins with words:.");
  }
  auto size = [](const auto& list) { return static_cast<unsigned>(list.size()); };
  if (!parts.participants.empty()) {
    writeTexts(to.initParticipants(size(parts.participants)), parts.participants);
  }
  if (!parts.groups.empty()) writeTexts(to.initGroups(size(parts.groups)), parts.groups);
  if (!parts.organisations.empty()) {
    writeTexts(to.initOrganisations(size(parts.organisations)), parts.organisations);
  }
  if (!parts.outside.empty()) {
    auto outside = to.initOutside(size(parts.outside));
    for (unsigned i = 0; i < parts.outside.size(); ++i) {
      outside[i].setDescription(asCapnp(parts.outside[i].description));
      if (parts.outside[i].howMany.empty()) continue;
      if (auto refusal = writeCount(outside[i].initHowMany(), parts.outside[i].howMany)) {
        return refusal;
      }
    }
  }
  if (!parts.words.empty()) to.setInTheirWords(asCapnp(parts.words[0]));
  return std::nullopt;
}

std::vector<std::string> readWho(schema::Who::Reader from) {
  std::vector<std::string> pieces;
  for (auto id : from.getParticipants()) pieces.push_back(fromCapnp(id));
  for (auto id : from.getGroups()) pieces.push_back("group:" + fromCapnp(id));
  for (auto id : from.getOrganisations()) pieces.push_back("organisation:" + fromCapnp(id));
  for (auto outside : from.getOutside()) {
    std::string piece = "outside: " + fromCapnp(outside.getDescription());
    if (outside.hasHowMany()) piece += " (" + readCount(outside.getHowMany()) + ")";
    pieces.push_back(piece);
  }
  if (from.hasInTheirWords()) pieces.push_back("words: " + fromCapnp(from.getInTheirWords()));
  return pieces;
}

}  // namespace minutebook
