#include "ledger/rules/refusal_list.h"

#include "ledger/base/fault.h"
#include "schema/refusals.capnp.h"

namespace minutebook {

namespace {

std::string_view viewOf(capnp::Text::Reader text) {
  return {text.cStr(), text.size()};
}

RefusalClass classOf(schema::RefusalClass which) {
  switch (which) {
    case schema::RefusalClass::FORM:
      return RefusalClass::kForm;
    case schema::RefusalClass::RULE:
      return RefusalClass::kRule;
    case schema::RefusalClass::DOOR:
      return RefusalClass::kDoor;
  }
  throw Fault(FaultKind::kBug, "schema: a refusal of no known class");
}

}  // namespace

std::vector<ListedRefusal> refusalList() {
  std::vector<ListedRefusal> list;
  for (auto one : *schema::REFUSALS) {
    list.push_back({viewOf(one.getCode()), viewOf(one.getWhen()), viewOf(one.getRemedy()),
                    classOf(one.getClass())});
  }
  return list;
}

std::optional<std::size_t> refusalRank(std::string_view code) {
  std::size_t rank = 0;
  for (auto one : *schema::REFUSALS) {
    if (viewOf(one.getCode()) == code) return rank;
    ++rank;
  }
  return std::nullopt;
}

Refusal refuse(std::string_view code, std::string field, std::string reason) {
  for (auto one : *schema::REFUSALS) {
    if (viewOf(one.getCode()) != code) continue;
    return {std::string(code), std::move(field), std::move(reason),
            std::string(viewOf(one.getRemedy()))};
  }
  throw Fault(FaultKind::kBug, "refusal " + std::string(code) + " is not in schema/refusals.capnp");
}

}  // namespace minutebook
