// One way into a record: however a line is written, as JSON or as flags, it makes the same bytes.

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include "cli/record_flags.h"
#include "tests/support/lines.h"
#include "tests/support/random_record.h"

namespace minutebook {
namespace {

/// A way of writing a record down, and what the program reads in it.
struct WayIn {
  const char* name;
  Outcome<Json> (*read)(const KindInfo& kind, const Json& line);
};

Outcome<Json> throughJson(const KindInfo&, const Json& line) {
  return parseJson(writeJson(line));
}

std::string flagText(const Json& value) {
  bool whole = value.kind() == Json::Kind::kObject || value.kind() == Json::Kind::kList ||
               value.kind() == Json::Kind::kNull;
  return whole ? writeJson(value) : value.text();
}

/// A list of texts by saying the flag again, an object in its parts, anything else whole.
void addFlags(const std::string& flag, const Json& value, std::vector<std::string>& flags) {
  bool parts = value.kind() == Json::Kind::kObject && !value.members().empty();
  for (const Json::Member& member : parts ? value.members() : std::vector<Json::Member>{}) {
    parts = parts && member.second.kind() != Json::Kind::kNull;
  }
  bool again = value.kind() == Json::Kind::kList;
  for (const Json& item : again ? value.items() : std::vector<Json>{}) {
    again = again && item.kind() == Json::Kind::kText;
  }
  if (parts && *rc::gen::arbitrary<bool>()) {
    for (const Json::Member& member : value.members()) {
      addFlags(flag + "." + flagName(member.first), member.second, flags);
    }
  } else if (again && *rc::gen::arbitrary<bool>()) {
    for (const Json& item : value.items()) {
      flags.push_back(flag);
      flags.push_back(item.text());
    }
  } else {
    flags.push_back(flag);
    flags.push_back(flagText(value));
  }
}

Outcome<Json> throughFlags(const KindInfo& kind, const Json& line) {
  std::vector<std::string> flags;
  for (const Json::Member& member : line.members()) {
    if (member.first == "kind") continue;
    addFlags("--" + flagName(member.first), member.second, flags);
  }
  return lineFromFlags(kind, theCatalogue(), flags);
}

constexpr WayIn kWaysIn[] = {{"JSON", throughJson}, {"flags", throughFlags}};

RC_GTEST_PROP(WaysIn, MakeTheSameBytesOfEveryKind, ()) {
  RandomRecord random(theCatalogue());
  for (const KindInfo& kind : theCatalogue().kinds()) {
    Json line = random.lineOf(kind);
    Outcome<SealedLine> expected = sealedLine(line);
    if (!expected) {
      RC_FAIL(kind.name + ": " + expected.refusal().code + " at " + expected.refusal().field +
              ": " + expected.refusal().reason + "\n" + writeJson(line));
    }
    auto refusal = checkForm(expected.value().statement, theCatalogue());
    if (refusal) RC_FAIL(refusal->code + " at " + refusal->field + "\n" + writeJson(line));
    for (const WayIn& way : kWaysIn) {
      Outcome<Json> read = way.read(kind, line);
      if (!read) RC_FAIL(std::string(way.name) + ": " + read.refusal().reason);
      Outcome<SealedLine> made = sealedLine(read.value());
      if (!made) RC_FAIL(std::string(way.name) + ": " + made.refusal().reason + writeJson(line));
      RC_ASSERT(sameBytes(made.value().statement.bytes(), expected.value().statement.bytes()));
      RC_ASSERT(made.value().secrets == expected.value().secrets);
    }
  }
}

/// The line without one of its members.
Json without(const Json& line, const std::string& name) {
  Json rest = Json::object();
  for (const Json::Member& member : line.members()) {
    if (member.first != name) rest.set(member.first, member.second);
  }
  return rest;
}

RC_GTEST_PROP(WaysIn, RefuseALineWithoutWhatItsKindNeeds, ()) {
  RandomRecord random(theCatalogue());
  int left = 0;
  for (const KindInfo& kind : theCatalogue().kinds()) {
    Json line = random.lineOf(kind);
    for (const FieldInfo& field : kind.structure->fields) {
      if (!field.required) continue;
      Outcome<SealedLine> made = sealedLine(without(line, field.name));
      if (made) RC_FAIL(kind.name + " comes in without " + field.name);
      RC_ASSERT(made.refusal().code == "record.missing");
      RC_ASSERT(made.refusal().field == field.name);
      ++left;
    }
  }
  RC_ASSERT(left > 100);
}

}  // namespace
}  // namespace minutebook
