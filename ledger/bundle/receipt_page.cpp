#include "ledger/bundle/receipt_page.h"

#include <map>
#include <set>
#include <string>
#include <utility>

#include "ledger/base/fault.h"
#include "ledger/bundle/text_lines.h"
#include "ledger/event/json.h"
#include "ledger/event/schema_outline.h"
#include "ledger/event/submission.h"
#include "ledger/tlog/fingerprint.h"
#include "receipt_page_files.h"

namespace minutebook {

namespace {

constexpr std::string_view kBlockStart = "<script type=\"application/json\" id=\"receipt\">";
constexpr std::string_view kBlockEnd = "</script>";

/// In the order in which they build on each other.
std::string script() {
  std::string all;
  for (std::string_view file :
       {page_files::bytes_js, page_files::tree_js, page_files::note_js, page_files::decode_js,
        page_files::words_js, page_files::check_js, page_files::page_js}) {
    all += file;
  }
  return all;
}

/// For text and attributes.
std::string escaped(std::string_view text) {
  std::string out;
  for (char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out.push_back(c);
    }
  }
  return out;
}

/// JSON that ends no script: a "<" stands in texts only, where it may be written so.
std::string forScript(std::string_view json) {
  std::string out;
  for (char c : json) {
    if (c == '<') {
      out += "\\u003c";
    } else {
      out.push_back(c);
    }
  }
  return out;
}

std::string integrity(std::string_view content) {
  return toBase64(sha256(asBytes(content)).view());
}

void addKinds(const ProvenEntry& proven, std::set<std::uint16_t>& kinds) {
  const Outcome<EntryParts> entry = decodeEntry(proven.entry);
  if (!entry) return;
  const Outcome<Statement> statement = Statement::decode(entry.value().statement);
  if (statement) kinds.merge(kindsIn(statement.value()));
}

std::string outlineFor(const Receipt& receipt, const Catalogue& catalogue) {
  std::set<std::uint16_t> kinds;
  for (const ReceiptEntry& entry : receipt.entries) addKinds(entry.proven, kinds);
  for (const ProvenEntry& key : receipt.keys) addKinds(key, kinds);
  if (receipt.threads) addKinds(receipt.threads->rooted, kinds);
  return writeJson(schemaOutline(catalogue, kinds));
}

std::string fingerprintWordsJson() {
  Json list = Json::list();
  for (const std::string_view word : fingerprintWords()) list.add(Json::text(std::string(word)));
  return writeJson(list);
}

std::string filled(std::string_view page, const std::map<std::string_view, std::string>& values) {
  std::string out;
  while (true) {
    const std::size_t from = page.find("{{");
    out += page.substr(0, from);
    if (from == page.npos) return out;
    const std::size_t to = page.find("}}", from);
    const auto value = values.find(page.substr(from + 2, to - from - 2));
    if (value == values.end()) throw Fault(FaultKind::kBug, "nothing fills a place of the page");
    out += value->second;
    page.remove_prefix(to + 2);
  }
}

/// The receipt's JSON as it stands in a page; empty if none does.
std::string_view blockIn(std::string_view page) {
  const std::size_t from = page.rfind(kBlockStart);
  if (from == page.npos) return {};
  page.remove_prefix(from + kBlockStart.size());
  return page.substr(0, page.find(kBlockEnd));
}

}  // namespace

SecretBytes receiptPage(const Receipt& receipt, const Catalogue& catalogue) {
  const SecretBytes json = receipt.encode();
  const std::string code = script();
  std::map<std::string_view, std::string> values = {
      {"origin", escaped(receipt.origin)},
      {"script", code},
      {"scriptHash", integrity(code)},
      {"style", std::string(page_files::receipt_css)},
      {"styleHash", integrity(page_files::receipt_css)},
      {"words", fingerprintWordsJson()},
      {"schema", forScript(outlineFor(receipt, catalogue))},
      {"receipt", forScript(asText(json.view()))}};
  std::string page = filled(page_files::receipt_html, values);
  SecretBytes secret(asBytes(page));
  wipeText(page);
  wipeText(values["receipt"]);
  return secret;
}

Outcome<ReceiptInPage> parseReceiptPage(std::string_view page, const Catalogue& catalogue) {
  if (page.size() > kReceiptFileBytesMax)
    return receiptMalformed("It is larger than a receipt is.");
  const std::string_view block = blockIn(page);
  const Outcome<Json> json = parseJson(block);
  if (!json) return receiptMalformed("No receipt stands in the page: " + json.refusal().reason);
  std::string text = writeJson(json.value(), JsonLayout::kIndented) + "\n";
  std::string written = forScript(text);
  Outcome<Receipt> receipt =
      written == block
          ? Receipt::parse(text)
          : receiptMalformed("In the receipt in the page: " + otherSpelling(block, written));
  wipeText(written);
  wipeText(text);
  if (!receipt) return receipt.refusal();
  ReceiptInPage found{std::move(receipt).value(), false};
  found.isOurs = sameBytes(receiptPage(found.receipt, catalogue).view(), asBytes(page));
  return found;
}

}  // namespace minutebook
