#include "ledger/view/model_stamp.h"

#include "ledger/base/embedded_file.h"
#include "ledger/tlog/log_reader.h"
#include "view_files.h"
#include "view_list.h"

namespace minutebook {

namespace {

constexpr EmbeddedFile kViews[] = {
#include "view_list.inc"
};

}  // namespace

std::string modelTablesSql(const ModelPlan& plan) {
  return std::string(view_sql::base_tables_sql) + plan.tablesSql();
}

std::string modelIndexesAndViewsSql(const ModelPlan& plan) {
  std::string sql(view_sql::base_indexes_sql);
  sql += plan.indexesSql();
  sql += view_sql::view_indexes_sql;
  for (const EmbeddedFile& view : kViews) sql += view.text;
  return sql;
}

std::string modelStamp(const ModelPlan& plan) {
  std::string all = "minutebook/read-model/" + std::to_string(kExtractionVersion) + "\n";
  for (const KindInfo& kind : plan.catalogue().kinds()) {
    all += kind.name + " " + std::to_string(kind.number) + " " +
           std::to_string(kind.structure->schema.getProto().getId()) + "\n";
  }
  all += modelTablesSql(plan) + modelIndexesAndViewsSql(plan);
  return toHex(sha256(asBytes(all)).view());
}

}  // namespace minutebook
