#include "cli/standards/adopt.h"

#include "audit/standards/check_file.h"

namespace minutebook {

namespace {

void setText(Json& line, const char* name, const std::string& text) {
  if (!text.empty()) line.set(name, Json::text(text));
}

Json standardLine(const Pack& pack, const Adoption& adoption) {
  std::string whole = pack.head;
  for (const PackPart& part : pack.parts) whole += part.packText;
  Json line =
      Json::object({{"kind", Json::text("standardAdopted")},
                    {"id", Json::text(pack.id)},
                    {"version", Json::text(pack.version)},
                    {"title", Json::text(pack.title)},
                    {"standardKind", Json::text(pack.data.empty() ? "clauses" : "referenceData")}});
  setText(line, "data", pack.data);
  line.set("pack", Json::text(documentHash(whole)));
  line.set("head", Json::text(pack.head));
  line.set("parts", Json::number(static_cast<std::int64_t>(pack.parts.size())));
  setText(line, "ownedBy", adoption.ownedBy);
  setText(line, "by", adoption.by);
  setText(line, "decision", adoption.decision);
  setText(line, "from", adoption.from);
  setText(line, "comesFrom", pack.comesFrom);
  return line;
}

Json textsJson(const std::vector<std::string>& texts) {
  Json list = Json::list();
  for (const std::string& text : texts) list.add(Json::text(text));
  return list;
}

Json howDecided(const PackPart& part) {
  if (part.decided == PackPart::Decided::kByAPerson) return Json::object({{"byAPerson", Json()}});
  if (part.decided == PackPart::Decided::kByOwnSql) {
    return Json::object({{"ownSql", Json::text(part.sql)}});
  }
  Json known = Json::object({{"name", Json::text(part.check)}});
  if (const CheckFile* check = checkNamed(part.check)) {
    known.set("sql", Json::text(documentHash(check->sql)));
  }
  return Json::object({{"known", known}});
}

void addClause(Json& line, const PackPart& part) {
  line.set("part", Json::text("clause"));
  line.set("text", Json::text(part.text));
  line.set("obligation", Json::text(part.obligation));
  line.set("check", howDecided(part));
  Json parameters = Json::list();
  for (const PackParameter& one : part.parameters) {
    Json parameter =
        Json::object({{"name", Json::text(one.name)}, {"value", Json::text(one.value)}});
    setText(parameter, "unit", one.unit);
    parameters.add(parameter);
  }
  if (!part.parameters.empty()) line.set("parameters", parameters);
  line.set("mayBeWaived", Json::text(part.mayBeWaived ? "yes" : "no"));
}

void addTable(Json& line, const PackPart& part) {
  line.set("part", Json::text("table"));
  setText(line, "text", part.text);
  line.set("columns", textsJson(part.columns));
  Json rows = Json::list();
  for (const auto& row : part.rows) rows.add(Json::object({{"cells", textsJson(row)}}));
  line.set("rows", rows);
}

}  // namespace

std::vector<Json> adoptionLines(const Pack& pack, const Adoption& adoption,
                                const std::function<bool(std::string_view)>& isTaken) {
  std::vector<Json> lines = {standardLine(pack, adoption)};
  for (const PackPart& part : pack.parts) {
    std::string id = pack.id + "-" + part.code;
    if (isTaken(id)) id = pack.id + "." + pack.version + "-" + part.code;
    Json line = Json::object({{"kind", Json::text("clauseAdopted")},
                              {"id", Json::text(id)},
                              {"standard", Json::text(pack.label())},
                              {"code", Json::text(part.code)}});
    if (part.decided == PackPart::Decided::kTable) {
      addTable(line, part);
    } else {
      addClause(line, part);
    }
    setText(line, "comesFrom", part.comesFrom);
    line.set("packText", Json::text(part.packText));
    lines.push_back(line);
  }
  return lines;
}

}  // namespace minutebook
