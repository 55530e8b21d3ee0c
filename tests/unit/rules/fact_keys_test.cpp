#include "ledger/rules/fact_keys.h"

#include <gtest/gtest.h>

#include <set>

namespace minutebook {
namespace {

using schema::Register;

TEST(FactKeys, KeepEverythingApart) {
  StatementId id = StatementId::fromTime(1, {});
  std::set<std::string> keys = {fact::record(Register::INPUT, "I-1"),
                                fact::record(Register::MATTER, "I-1"),
                                fact::state(Register::INPUT, "I-1"),
                                fact::statement(id),
                                fact::key(id.view()),
                                fact::rights("I-1"),
                                fact::relation("seat", "a", "bc"),
                                fact::relation("seat", "ab", "c"),
                                fact::relation("seat", "", "abc"),
                                fact::single("I-1"),
                                fact::correction(1),
                                fact::correction(256)};
  EXPECT_EQ(keys.size(), 12u);
}

TEST(FactKeys, ReadAnIndexBack) {
  for (std::uint64_t value : {std::uint64_t{0}, std::uint64_t{300}, UINT64_MAX}) {
    EXPECT_EQ(fact::indexOf(fact::index(value)), value);
  }
  EXPECT_EQ(fact::indexOf("short"), 0u);
}

TEST(FactKeys, ReadAStateBack) {
  fact::State state{77, "kept"};
  EXPECT_EQ(fact::State::parse(state.value()), state);
  EXPECT_EQ(fact::State::parse("short"), std::nullopt);
}

}  // namespace
}  // namespace minutebook
