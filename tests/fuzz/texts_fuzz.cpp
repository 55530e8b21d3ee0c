// Dates, money, decimals and ids as people type them.

#include "ledger/base/decimal.h"
#include "ledger/base/ids.h"
#include "ledger/base/money.h"
#include "ledger/base/when.h"
#include "tests/fuzz/fuzz_target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace minutebook;
  const std::string_view text = asText({data, size});
  if (Outcome<Moment> moment = parseMoment(text)) {
    const std::string written = formatMoment(moment.value());
    Outcome<Moment> again = parseMoment(written);
    demand(again && again.value() == moment.value());
    const Order order = compareMoments(moment.value(), again.value());
    demand(order == Order::kSame || order == Order::kCannotTell);
  } else {
    demand(!moment.refusal().remedy.empty());
  }
  if (Outcome<Amount> amount = parseMoney(text)) {
    Outcome<Amount> again = parseMoney(formatMoney(amount.value()));
    demand(again && again.value() == amount.value());
  } else {
    demand(!amount.refusal().remedy.empty());
  }
  if (std::optional<Decimal> decimal = parseExactDecimal(text)) {
    demand(formatDecimal(*decimal) == text);
  }
  if (std::optional<StatementId> id = StatementId::parse(text)) demand(id->text() == text);
  return 0;
}
