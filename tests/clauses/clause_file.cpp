#include "tests/clauses/clause_file.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <sstream>
#include <stdexcept>

#include "audit/standards/pack.h"
#include "ledger/base/bytes.h"
#include "ledger/base/ids.h"
#include "ledger/crypto/sha256.h"
#include "ledger/event/json.h"

namespace minutebook {

namespace {

constexpr std::int64_t kFirstTime = 1'704'067'200;  // 2024-01-01
constexpr std::int64_t kSecondsInDay = 86400;

DayNumber dayOf(const std::string& text) {
  Outcome<CivilTime> time = parseCivil(text);
  if (!time) throw std::runtime_error("no date: " + text);
  return *daysOf(time.value()).first;
}

/// A statement id for an entry that a later line speaks of, the same wherever it is named.
std::string idNamed(const std::string& name) {
  Hash hash = sha256(asBytes(name));
  StatementId id;
  std::copy_n(hash.bytes.begin(), id.bytes.size(), id.bytes.begin());
  id.bytes[6] = 0x70;
  id.bytes[8] = 0x80;
  return id.text();
}

/// "$NAME" becomes the id of the line that begins "NAME = ".
std::string withIds(std::string line) {
  for (std::size_t at = line.find('$'); at != line.npos; at = line.find('$', at)) {
    std::size_t end = at + 1;
    while (end < line.size() && (std::isalnum(static_cast<unsigned char>(line[end])) != 0)) ++end;
    std::string id = idNamed(line.substr(at + 1, end - at - 1));
    line.replace(at, end - at, id);
  }
  return line;
}

class ClauseFileReader {
 public:
  explicit ClauseFileReader(const std::filesystem::path& path) : path_(path) {
    file_.code = path.stem().string();
  }

  ClauseFile read() {
    std::ifstream in(path_);
    std::string line;
    while (std::getline(in, line)) {
      ++number_;
      try {
        take(line);
      } catch (const std::runtime_error& wrong) {
        throw std::runtime_error(path_.string() + ":" + std::to_string(number_) + ": " +
                                 wrong.what());
      }
    }
    finishLedger();
    return std::move(file_);
  }

 private:
  static bool begins(std::string& line, const std::string& word) {
    if (line != word && !line.starts_with(word + " ")) return false;
    line.erase(0, std::min(line.size(), word.size() + 1));
    return true;
  }

  void take(std::string line) {
    if (line.empty() || line.starts_with("#")) return;
    if (begins(line, "cannot arise:")) return cannotArise(line);
    if (begins(line, "==")) return startLedger(line);
    if (begins(line, "@")) return setTime(line);
    if (begins(line, "today")) return setToday(line);
    if (begins(line, "adopt")) return adopt(line);
    if (begins(line, "reference")) return adoptTables(line);
    if (begins(line, "sealed")) return void(ledger_.isOpen = false);
    if (begins(line, "as of here")) return void(ledger_.seen = records());
    if (begins(line, "unlikely")) return void(ledger_.isUnlikely = true);
    if (begins(line, ">")) return ledger_.phrases.push_back(line);
    if (begins(line, "counts")) return counts(line);
    record(line);
  }

  /// "weak: why" or "fail, weak: why"
  void cannotArise(const std::string& line) {
    std::istringstream words(line.substr(0, line.find(':')));
    for (std::string word; std::getline(words >> std::ws, word, ',');) {
      file_.cannotArise.push_back(verdictOf(word));
    }
    if (line.find(':') == line.npos) throw std::runtime_error("say why");
  }

  static Verdict verdictOf(const std::string& word) {
    auto verdict = verdictNamed(word);
    if (!verdict) throw std::runtime_error("no verdict: " + word);
    return *verdict;
  }

  /// "everywhere" or "pass: title"
  void startLedger(const std::string& line) {
    finishLedger();
    started_ = true;
    everywhere_ = line == "everywhere";
    if (everywhere_) return void(ledger_ = {});
    std::size_t colon = line.find(':');
    if (colon == line.npos) throw std::runtime_error("write == VERDICT: title");
    ledger_ = common_;
    ledger_.expected = verdictOf(line.substr(0, colon));
    ledger_.title = line.substr(std::min(line.size(), colon + 2));
  }

  void finishLedger() {
    if (!started_) return;
    if (everywhere_) {
      common_ = ledger_;
      timeAfterCommon_ = time_;
    } else {
      if (ledger_.today == 0) ledger_.today = time_ / kSecondsInDay + 1;
      file_.ledgers.push_back(ledger_);
    }
    time_ = timeAfterCommon_;
  }

  void setTime(const std::string& line) { time_ = dayOf(line) * kSecondsInDay + kSecondsInDay / 2; }
  void setToday(const std::string& line) { ledger_.today = dayOf(line); }

  void counts(const std::string& line) {
    std::istringstream words(line);
    std::string word;
    for (std::size_t count = 0; words >> word >> count;) {
      ledger_.counts.emplace_back(verdictOf(word), count);
    }
  }

  std::size_t records() const {
    std::size_t records = 0;
    for (const ClauseLine& line : ledger_.lines) records += line.records.size();
    return records;
  }

  void record(std::string line) {
    std::size_t equals = line.find(" = {");
    if (equals != line.npos && line.front() != '{') {
      std::string name = line.substr(0, equals);
      line = "{\"statementId\": \"" + idNamed(name) + "\", " + line.substr(equals + 4);
    }
    if (line.front() != '{') throw std::runtime_error("makes no sense: " + line);
    ledger_.lines.push_back({time_++, {withIds(line)}});
  }

  /// The clause of the base pack, with "n=10" changed and "from=2024-02-01" said, and others of the
  /// pack that are named beside it.
  void adopt(const std::string& line) {
    std::map<std::string, std::string> said;
    std::vector<std::string> codes = {file_.code};
    std::istringstream words(line);
    for (std::string word; words >> word;) {
      std::size_t equals = word.find('=');
      if (equals == word.npos) {
        codes.push_back(word);
      } else {
        said[word.substr(0, equals)] = word.substr(equals + 1);
      }
    }
    Json standard = Json::object({{"kind", Json::text("standardAdopted")},
                                  {"id", Json::text("BASE")},
                                  {"version", Json::text("1")},
                                  {"standardKind", Json::text("clauses")}});
    standard.set("parts", Json::number(static_cast<std::int64_t>(codes.size())));
    if (said.contains("from")) standard.set("from", Json::text(said["from"]));
    ClauseLine records{time_++, {writeJson(standard)}};
    for (const std::string& code : codes) {
      records.records.push_back(writeJson(clauseOf(code, said)));
    }
    ledger_.lines.push_back(std::move(records));
  }

  static Json clauseOf(const std::string& code, std::map<std::string, std::string>& said) {
    const PackPart* part = ownPack("BASE")->part(code);
    if (!part) throw std::runtime_error("no clause " + code);
    Json clause = Json::object({{"kind", Json::text("clauseAdopted")},
                                {"id", Json::text("BASE-" + part->code)},
                                {"standard", Json::text("BASE@1")},
                                {"part", Json::text("clause")},
                                {"code", Json::text(part->code)},
                                {"text", Json::text(part->text)},
                                {"obligation", Json::text(part->obligation)}});
    clause.set("check",
               Json::object({{"known", Json::object({{"name", Json::text(part->check)}})}}));
    Json parameters = Json::list();
    for (const PackParameter& one : part->parameters) {
      const std::string value = said.contains(one.name) ? said[one.name] : one.value;
      parameters.add(Json::object({{"name", Json::text(one.name)}, {"value", Json::text(value)}}));
    }
    if (!parameters.items().empty()) clause.set("parameters", parameters);
    clause.set("mayBeWaived", Json::text(part->mayBeWaived ? "yes" : "no"));
    return clause;
  }

  /// The reference data that the program has under this name: "LIVING-WAGE".
  void adoptTables(const std::string& id) {
    const Pack* pack = ownPack(id);
    if (!pack) throw std::runtime_error("no pack " + id);
    Json standard = Json::object({{"kind", Json::text("standardAdopted")},
                                  {"id", Json::text(pack->id)},
                                  {"version", Json::text(pack->version)},
                                  {"standardKind", Json::text("referenceData")},
                                  {"data", Json::text(pack->data)}});
    standard.set("parts", Json::number(static_cast<std::int64_t>(pack->parts.size())));
    ClauseLine line{time_++, {writeJson(standard)}};
    for (const PackPart& part : pack->parts) {
      line.records.push_back(writeJson(tableOf(*pack, part)));
    }
    ledger_.lines.push_back(std::move(line));
  }

  static Json tableOf(const Pack& pack, const PackPart& part) {
    Json columns = Json::list(), rows = Json::list();
    for (const std::string& column : part.columns) columns.add(Json::text(column));
    for (const std::vector<std::string>& row : part.rows) {
      Json cells = Json::list();
      for (const std::string& cell : row) cells.add(Json::text(cell));
      rows.add(Json::object({{"cells", cells}}));
    }
    return Json::object({{"kind", Json::text("clauseAdopted")},
                         {"id", Json::text(pack.id + "-" + part.code)},
                         {"standard", Json::text(pack.label())},
                         {"part", Json::text("table")},
                         {"code", Json::text(part.code)},
                         {"columns", columns},
                         {"rows", rows}});
  }

  std::filesystem::path path_;
  ClauseFile file_;
  ClauseLedger ledger_, common_;
  std::int64_t time_ = kFirstTime, timeAfterCommon_ = kFirstTime;
  std::size_t number_ = 0;
  bool started_ = false, everywhere_ = false;
};

}  // namespace

ClauseFile readClauseFile(const std::filesystem::path& path) {
  return ClauseFileReader(path).read();
}

std::vector<std::filesystem::path> clauseFiles() {
  std::vector<std::filesystem::path> files;
  const std::filesystem::path folder =
      std::filesystem::path(MINUTEBOOK_SOURCE_DIR) / "tests/clauses/ledgers";
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace minutebook
