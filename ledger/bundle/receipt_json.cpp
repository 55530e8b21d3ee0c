// A receipt as JSON. What can be read is read; then it is written again and must be the same bytes.

#include <algorithm>
#include <utility>

#include "ledger/bundle/receipt.h"
#include "ledger/bundle/text_lines.h"
#include "ledger/event/json.h"

namespace minutebook {

namespace {

constexpr std::string_view kSchema = "minutebook/receipt/1";
const Json kNothing;

// Writing

Json numberOf(std::uint64_t value) {
  return Json::number(std::to_string(value));
}

Json textsJson(const std::vector<std::string>& texts) {
  Json list = Json::list();
  for (const std::string& text : texts) list.add(Json::text(text));
  return list;
}

Json hashesJson(const std::vector<Hash>& hashes) {
  Json list = Json::list();
  for (const Hash& hash : hashes) list.add(Json::text(toBase64(hash.view())));
  return list;
}

Json provenJson(const ProvenEntry& proven) {
  return Json::object(
      {{"entry", Json::text(toBase64(proven.entry))}, {"proof", Json::text(proven.proofLines())}});
}

Json entryJson(const ReceiptEntry& entry) {
  Json openings = Json::list();
  for (const ReceiptOpening& opening : entry.openings) {
    openings.add(Json::object({{"path", Json::text(toHex(opening.path.bytes()))},
                               {"salt", Json::text(toHex(opening.salt))},
                               {"value", Json::text(toBase64(opening.value.view()))}}));
  }
  Json json = provenJson(entry.proven);
  json.set("submission", hashesJson(entry.submission));
  json.set("signature", entry.signature.empty() ? Json() : Json::text(toBase64(entry.signature)));
  json.set("openings", std::move(openings));
  return json;
}

Json threadsJson(const ThreadProof& threads) {
  Json leaves = Json::list();
  for (const MapLeaf& leaf : threads.leaves) {
    leaves.add(Json::object({{"place", numberOf(leaf.place)},
                             {"key", Json::text(toHex(leaf.key.view()))},
                             {"count", numberOf(leaf.head.count)},
                             {"chain", Json::text(toHex(leaf.head.chain.view()))},
                             {"path", hashesJson(leaf.path)}}));
  }
  Json json = Json::object(
      {{"register", Json::text(threads.about.where)}, {"id", Json::text(threads.about.id)}});
  const Json rooted = provenJson(threads.rooted);
  for (const Json::Member& member : rooted.members()) json.set(member.first, member.second);
  json.set("leaves", std::move(leaves));
  return json;
}

Json receiptJson(const Receipt& receipt) {
  Json recordedIn = Json::list();
  for (std::uint64_t entry : receipt.recordedIn) recordedIn.add(numberOf(entry));
  Json entries = Json::list();
  for (const ReceiptEntry& entry : receipt.entries) entries.add(entryJson(entry));
  Json keys = Json::list();
  for (const ProvenEntry& key : receipt.keys) keys.add(provenJson(key));
  return Json::object({{"schema", Json::text(std::string(kSchema))},
                       {"says", textsJson(receipt.says)},
                       {"origin", Json::text(receipt.origin)},
                       {"for", Json::text(formatViewer(receipt.reader))},
                       {"purpose", receipt.purpose ? Json::text(*receipt.purpose) : Json()},
                       {"recordedIn", std::move(recordedIn)},
                       {"verifierKey", Json::text(receipt.vkey)},
                       {"witnessKeys", textsJson(receipt.witnesses)},
                       {"checkpoint", Json::text(receipt.checkpoint)},
                       {"entries", std::move(entries)},
                       {"threads", receipt.threads ? threadsJson(*receipt.threads) : Json()},
                       {"keys", std::move(keys)}});
}

// Reading. What is not there reads as empty, and then is not written as it stood.

const Json& memberOf(const Json& from, std::string_view name) {
  const Json* member = from.find(name);
  return member ? *member : kNothing;
}

std::string textIn(const Json& from, std::string_view name) {
  const Json& member = memberOf(from, name);
  return member.kind() == Json::Kind::kText ? member.text() : "";
}

std::uint64_t numberIn(const Json& from, std::string_view name) {
  return parseDecimal(memberOf(from, name).text(), kTreeSizeMax).value_or(0);
}

Bytes bytesIn(const Json& from, std::string_view name) {
  return fromBase64(textIn(from, name)).value_or(Bytes());
}

Hash hashIn(const Json& from, std::string_view name) {
  const auto bytes = fromHex(textIn(from, name));
  return bytes ? Hash::of(*bytes).value_or(Hash()) : Hash();
}

std::vector<std::string> textsIn(const Json& from, std::string_view name) {
  std::vector<std::string> texts;
  for (const Json& item : memberOf(from, name).items()) texts.push_back(item.text());
  return texts;
}

std::vector<Hash> hashesIn(const Json& from, std::string_view name) {
  std::vector<Hash> hashes;
  for (const Json& item : memberOf(from, name).items()) {
    if (hashes.size() == kPathLengthMax) break;
    const auto bytes = fromBase64(item.text());
    hashes.push_back(bytes ? Hash::of(*bytes).value_or(Hash()) : Hash());
  }
  return hashes;
}

/// Reads one receipt. Used once.
class Reader {
 public:
  Outcome<Receipt> run(const Json& json) {
    if (textIn(json, "schema") != kSchema) {
      return receiptMalformed("It does not say that it is a receipt of a kind known here.");
    }
    receipt_.checkpoint = textIn(json, "checkpoint");
    readHead(json);
    readEntries(memberOf(json, "entries").items());
    const Json& threads = memberOf(json, "threads");
    if (!threads.isNull()) receipt_.threads = threadsIn(threads);
    for (const Json& key : memberOf(json, "keys").items()) receipt_.keys.push_back(provenIn(key));
    if (refusal_) return *refusal_;
    if (!receipt_.threads && receipt_.entries.size() != 1) {
      return receiptMalformed("It is about no entry, or about several that are no thread.");
    }
    return std::move(receipt_);
  }

 private:
  void refuse(Refusal refusal) {
    if (!refusal_) refusal_ = std::move(refusal);
  }

  void readHead(const Json& json) {
    receipt_.says = textsIn(json, "says");
    receipt_.origin = textIn(json, "origin");
    const auto reader = parseViewer(textIn(json, "for"));
    if (!reader) refuse(receiptMalformed("It does not say for whom it is."));
    receipt_.reader = reader.value_or(Viewer());
    if (!memberOf(json, "purpose").isNull()) receipt_.purpose = textIn(json, "purpose");
    for (const Json& entry : memberOf(json, "recordedIn").items()) {
      receipt_.recordedIn.push_back(parseDecimal(entry.text()).value_or(0));
    }
    receipt_.vkey = textIn(json, "verifierKey");
    receipt_.witnesses = textsIn(json, "witnessKeys");
  }

  void readEntries(const std::vector<Json>& items) {
    if (items.size() > kReceiptEntriesMax) {
      return refuse(receiptMalformed("It holds more entries than a receipt does."));
    }
    for (const Json& item : items) {
      ReceiptEntry entry;
      entry.proven = provenIn(item);
      entry.submission = hashesIn(item, "submission");
      if (!memberOf(item, "signature").isNull()) entry.signature = bytesIn(item, "signature");
      for (const Json& opening : memberOf(item, "openings").items()) {
        readOpening(opening, entry.openings);
      }
      receipt_.entries.push_back(std::move(entry));
    }
  }

  void readOpening(const Json& json, std::vector<ReceiptOpening>& openings) {
    const auto pathBytes = fromHex(textIn(json, "path"));
    const auto path = pathBytes ? FieldPath::parse(*pathBytes) : std::nullopt;
    const auto salt = fromHex(textIn(json, "salt"));
    auto value = fromBase64(textIn(json, "value"));
    ReceiptOpening opening;
    if (!path || !salt || salt->size() != opening.salt.size() || !value) {
      return refuse(receiptMalformed("A field, salt or value in it cannot be read."));
    }
    opening.path = *path;
    std::copy(salt->begin(), salt->end(), opening.salt.begin());
    opening.value = SecretBytes(*value);
    wipe(*value);
    openings.push_back(std::move(opening));
  }

  ProvenEntry provenIn(const Json& json) {
    const Outcome<TlogProof> proof = TlogProof::parse(textIn(json, "proof") + receipt_.checkpoint);
    if (!proof) {
      refuse(proof.refusal());
      return {};
    }
    return {proof.value().index, bytesIn(json, "entry"), proof.value().path};
  }

  ThreadProof threadsIn(const Json& json) {
    ThreadProof threads;
    threads.about = {textIn(json, "register"), textIn(json, "id")};
    threads.rooted = provenIn(json);
    for (const Json& item : memberOf(json, "leaves").items()) {
      if (threads.leaves.size() == 2) break;
      threads.leaves.push_back({numberIn(item, "place"),
                                hashIn(item, "key"),
                                {numberIn(item, "count"), hashIn(item, "chain")},
                                hashesIn(item, "path")});
    }
    return threads;
  }

  Receipt receipt_;
  std::optional<Refusal> refusal_;
};

}  // namespace

SecretBytes Receipt::encode() const {
  std::string text = writeJson(receiptJson(*this), JsonLayout::kIndented) + "\n";
  SecretBytes secret(asBytes(text));
  wipeText(text);
  return secret;
}

Outcome<Receipt> Receipt::parse(std::string_view text) {
  if (text.size() > kReceiptBytesMax) return receiptMalformed("It is larger than a receipt is.");
  const Outcome<Json> json = parseJson(text);
  if (!json) return receiptMalformed("It is not JSON: " + json.refusal().reason);
  Outcome<Receipt> receipt = Reader().run(json.value());
  if (!receipt) return receipt;
  const SecretBytes written = receipt.value().encode();
  if (sameBytes(written.view(), asBytes(text))) return receipt;
  return receiptMalformed(otherSpelling(text, asText(written.view())));
}

}  // namespace minutebook
