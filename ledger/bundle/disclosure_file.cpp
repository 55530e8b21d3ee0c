#include "ledger/bundle/disclosure_file.h"

#include <algorithm>

#include "ledger/bundle/text_lines.h"
#include "ledger/event/json.h"

namespace minutebook {

namespace {

constexpr std::string_view kSchema = "minutebook/disclosure/1";

Refusal malformed(std::string reason) {
  return {"disclosure.malformed", "", std::move(reason),
          "Ask whoever made the file for it again; its bytes must arrive unchanged."};
}

/// The text of a member; empty where there is none.
std::string textOf(const Json& from, std::string_view name) {
  const Json* member = from.find(name);
  return member && member->kind() == Json::Kind::kText ? member->text() : "";
}

}  // namespace

SecretBytes DisclosureFile::encode() const {
  const Json json =
      Json::object({{"schema", Json::text(std::string(kSchema))},
                    {"origin", Json::text(origin)},
                    {"for", Json::text(formatViewer(reader))},
                    {"purpose", Json::text(purpose)},
                    {"recordedIn", recordedIn ? Json::number(std::to_string(*recordedIn)) : Json()},
                    {"verifierKey", Json::text(vkey)},
                    {"proof", Json::text(proof)},
                    {"entry", Json::text(toBase64(entry))},
                    {"path", Json::text(toHex(path.bytes()))},
                    {"salt", Json::text(toHex(salt))},
                    {"value", Json::text(toBase64(value.view()))}});
  std::string text = writeJson(json, JsonLayout::kIndented) + "\n";
  SecretBytes secret(asBytes(text));
  wipe({reinterpret_cast<std::uint8_t*>(text.data()), text.size()});
  return secret;
}

Outcome<DisclosureFile> DisclosureFile::parse(std::string_view text) {
  if (text.size() > kDisclosureBytesMax) return malformed("It is larger than a disclosure is.");
  const Outcome<Json> json = parseJson(text);
  if (!json) return malformed("It is not JSON: " + json.refusal().reason);
  if (textOf(json.value(), "schema") != kSchema) {
    return malformed("It does not say that it is a disclosure.");
  }
  DisclosureFile file;
  file.origin = textOf(json.value(), "origin");
  const auto reader = parseViewer(textOf(json.value(), "for"));
  if (!reader) return malformed("It does not say for whom it is.");
  file.reader = *reader;
  file.purpose = textOf(json.value(), "purpose");
  const Json* recordedIn = json.value().find("recordedIn");
  if (recordedIn) file.recordedIn = parseDecimal(recordedIn->text());
  file.vkey = textOf(json.value(), "verifierKey");
  file.proof = textOf(json.value(), "proof");
  file.entry = fromBase64(textOf(json.value(), "entry")).value_or(Bytes());
  const auto pathBytes = fromHex(textOf(json.value(), "path"));
  const auto path = pathBytes ? FieldPath::parse(*pathBytes) : std::nullopt;
  const auto salt = fromHex(textOf(json.value(), "salt"));
  auto value = fromBase64(textOf(json.value(), "value"));
  if (value) {
    file.value = SecretBytes(*value);
    wipe(*value);
  }
  if (!path || !salt || salt->size() != file.salt.size() || !value) {
    return malformed("Its field, salt or value cannot be read.");
  }
  file.path = *path;
  std::copy(salt->begin(), salt->end(), file.salt.begin());
  const SecretBytes written = file.encode();
  if (!sameBytes(written.view(), asBytes(text))) {
    return malformed(otherSpelling(text, asText(written.view())));
  }
  return file;
}

}  // namespace minutebook
