// `minutebook verify FILE` for a receipt in each of its forms, and for a tlog-proof with its entry.

#include <filesystem>

#include "audit/verify/receipt_file.h"
#include "cli/checking/given.h"
#include "cli/checking/quorum_lines.h"
#include "cli/value_words.h"
#include "cli/verify_parts.h"
#include "ledger/base/fault.h"
#include "ledger/event/compose.h"

namespace minutebook {

namespace {

ReceiptExpectations receiptExpectationsOf(const Arguments& arguments) {
  ReceiptExpectations expectations{arguments.vkey, std::nullopt};
  if (arguments.policy) expectations.policy = policyFor(arguments);
  return expectations;
}

/// The entry that a proof is of: named by --entry, or beside it with the ending .entry.
Bytes entryOf(const Arguments& arguments, const std::string& proof) {
  if (arguments.entry) return readGiven(*arguments.entry, kEntryBytesMax);
  std::filesystem::path beside = proof;
  beside.replace_extension(".entry");
  if (std::filesystem::exists(beside)) return readGiven(beside.string(), kEntryBytesMax);
  throw Fault(FaultKind::kMissing,
              "could not check " + proof + ": the entry that it is of is not in it",
              "Give the entry's bytes with --entry FILE; minutebook prove writes both.");
}

ReceiptCheck checkFile(const Call& call, const std::string& path) {
  const Bytes file = readGiven(path, kReceiptFileBytesMax);
  const ReceiptExpectations expectations = receiptExpectationsOf(call.arguments);
  const std::string_view text = asText(file);
  if (!looksLikeProof(text)) return verifyReceiptFile(text, call.catalogue, expectations);
  if (!expectations.vkeys && !expectations.policy) {
    throw Fault(FaultKind::kUsage, "could not check " + path + ": no key is in a proof",
                "Give the ledger's verifier key with --vkey, or a --policy that names it.");
  }
  return verifyProofFile(text, entryOf(call.arguments, path), call.catalogue, expectations);
}

std::string kindOf(const CheckedEntry& entry, const Catalogue& catalogue) {
  const KindInfo* kind = entry.statement ? catalogue.kind(entry.statement->kindNumber()) : nullptr;
  return kind ? kind->label : "an entry of a newer program";
}

/// What an entry says, as far as it is opened in the receipt.
Json contentOf(const CheckedEntry& entry, const ReceiptEntry& held, const Catalogue& catalogue) {
  return describe(*entry.statement, catalogue, [&](const FieldPath& at) -> std::optional<Bytes> {
    for (const ReceiptOpening& opening : held.openings) {
      if (opening.path == at) return toBytes(opening.value.view());
    }
    return std::nullopt;
  });
}

void tellEntries(Call& call, const ReceiptCheck& check) {
  const bool inFull = check.entries.size() == 1 || call.arguments.everything;
  for (std::size_t i = 0; i < check.entries.size(); ++i) {
    const CheckedEntry& entry = check.entries[i];
    call.console.line("Entry " + std::to_string(entry.index) + ", recorded " +
                      timeInWords(entry.parts.recordedAt) + ": " + kindOf(entry, call.catalogue));
    if (!inFull || !entry.statement) continue;
    const Json content = contentOf(entry, check.receipt->entries[i], call.catalogue);
    for (const Json::Member& member : content.members()) {
      if (member.first != "kind") tellValue(call.console, member.first, member.second, 1);
    }
  }
  if (!inFull && !check.entries.empty()) {
    call.console.line("To read what they say, add --all.");
  }
}

Json pointsJson(const std::vector<CheckedPoint>& points) {
  Json list = Json::list();
  for (const CheckedPoint& point : points) {
    list.add(Json::object({{"result", Json::text(std::string(inWords(point.result)))},
                           {"says", Json::text(point.says)}}));
  }
  return list;
}

Json entriesJson(const ReceiptCheck& check, const Catalogue& catalogue) {
  Json list = Json::list();
  for (std::size_t i = 0; i < check.entries.size(); ++i) {
    const CheckedEntry& entry = check.entries[i];
    Json json = Json::object({{"entry", number(entry.index)},
                              {"recordedAt", Json::text(timeInWords(entry.parts.recordedAt))}});
    if (!entry.signer.empty()) json.set("signer", Json::text(entry.signer));
    if (entry.statement) {
      json.set("says", contentOf(entry, check.receipt->entries[i], catalogue));
    }
    list.add(std::move(json));
  }
  return list;
}

void tellJson(Call& call, const ReceiptCheck& check, const std::string& path) {
  const bool isSound = check.result() == CheckResult::kChecked;
  Json json = Json::object({{"file", Json::text(path)},
                            {"verified", Json::boolean(isSound)},
                            {"result", Json::text(std::string(inWords(check.result())))},
                            {"findings", findingsJson(check.findings)},
                            {"checks", pointsJson(check.points)}});
  if (isSound) {
    Json says = Json::list();
    for (const std::string& line : check.receipt->says) says.add(Json::text(line));
    json.set("says", std::move(says));
    json.set("entries", entriesJson(check, call.catalogue));
  }
  call.console.document("minutebook/verify/1", std::move(json));
}

}  // namespace

ExitStatus verifyReceiptIn(Call& call, const std::string& path) {
  const ReceiptCheck check = checkFile(call, path);
  const bool isSound = check.result() == CheckResult::kChecked;
  if (call.console.isJson()) {
    tellJson(call, check, path);
    return isSound ? kDone : kNotVerified;
  }
  Console& console = call.console;
  // What is not proved is not repeated: it would be read as if it were.
  if (isSound) {
    console.line(check.receipt->says.front());
    tellEntries(call, check);
  }
  for (const Finding& finding : check.findings) {
    console.line("Failed: " + std::string(finding.what()));
    console.line("        " + finding.detail);
  }
  tellRemedies(console, check.findings);
  for (const CheckedPoint& point : check.points) {
    console.line(std::string(inWords(point.result)) + ": " + point.says);
  }
  console.line(std::string(inWords(check.result())) + ": " + path +
               (isSound ? " proves what it says." : " does not prove what it says."));
  return isSound ? kDone : kNotVerified;
}

}  // namespace minutebook
