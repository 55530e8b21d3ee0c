#include "ledger/rules/fact_keys.h"

namespace minutebook::fact {

namespace {

// The first byte of a key says what it is about. Registers are numbered as in the schema, which
// only ever appends to them.
constexpr char kRecord = 'r';
constexpr char kStatement = 's';
constexpr char kKey = 'k';
constexpr char kRights = 'g';
constexpr char kState = 't';
constexpr char kRelation = 'n';
constexpr char kSingle = 'o';
constexpr char kCorrection = 'c';

std::string registered(char kind, schema::Register where, std::string_view id) {
  std::string key;
  key.reserve(2 + id.size());
  key.push_back(kind);
  key.push_back(static_cast<char>(where));
  key.append(id);
  return key;
}

std::string prefixed(char kind, std::string_view rest) {
  std::string key;
  key.reserve(1 + rest.size());
  key.push_back(kind);
  key.append(rest);
  return key;
}

}  // namespace

std::string record(schema::Register where, std::string_view id) {
  return registered(kRecord, where, id);
}

std::string statement(const StatementId& id) {
  return prefixed(kStatement, asText(id.view()));
}

std::string key(ByteView publicKey) {
  return prefixed(kKey, asText(publicKey));
}

std::string rights(std::string_view participant) {
  return prefixed(kRights, participant);
}

std::string state(schema::Register where, std::string_view id) {
  return registered(kState, where, id);
}

std::string relations(std::string_view name) {
  std::string key = prefixed(kRelation, name);
  key.push_back('\0');
  return key;
}

std::string relation(std::string_view name, std::string_view left, std::string_view right) {
  std::string key = relations(name);
  key.append(left);
  key.push_back('\0');
  key.append(right);
  return key;
}

std::string single(std::string_view name) {
  return prefixed(kSingle, name);
}

std::string correction(std::uint64_t of) {
  return prefixed(kCorrection, index(of));
}

std::string index(std::uint64_t value) {
  std::string bytes(8, '\0');
  for (int i = 7; i >= 0; --i, value >>= 8)
    bytes[static_cast<std::size_t>(i)] = static_cast<char>(value);
  return bytes;
}

std::uint64_t indexOf(std::string_view value) {
  return value.size() == 8 ? readU64(asBytes(value)) : 0;
}

std::string State::value() const {
  return index(entry) + text;
}

std::optional<State> State::parse(std::string_view value) {
  if (value.size() < 8) return std::nullopt;
  return State{indexOf(value.substr(0, 8)), std::string(value.substr(8))};
}

}  // namespace minutebook::fact
