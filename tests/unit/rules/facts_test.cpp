#include "ledger/rules/facts.h"

#include <gtest/gtest.h>

#include "tests/support/memory_facts.h"

namespace minutebook {
namespace {

/// Counts how often the ledger itself is asked.
class CountingFacts : public MemoryFacts {
 public:
  std::optional<std::string> find(std::string_view key) const override {
    ++asked;
    if (key == "there") return "value";
    return std::nullopt;
  }
  mutable int asked = 0;
};

TEST(FactsWith, SeesChangesBeforeTheLedgerDoes) {
  CountingFacts base;
  FactsWith facts(base);
  EXPECT_EQ(facts.find("new"), std::nullopt);
  facts.apply({"new", "1"});
  EXPECT_EQ(facts.find("new"), "1");
  facts.apply({"new", "2"});
  EXPECT_EQ(facts.find("new"), "2");
  EXPECT_EQ(base.find("new"), std::nullopt);
}

TEST(FactsWith, AsksTheLedgerOnceForEachKey) {
  CountingFacts base;
  FactsWith facts(base);
  for (int i = 0; i < 3; ++i) {
    EXPECT_EQ(facts.find("there"), "value");
    EXPECT_EQ(facts.find("absent"), std::nullopt);
  }
  EXPECT_EQ(base.asked, 2);
}

TEST(FactsWith, HasNoStatementBeyondItsEnd) {
  MemoryFacts base;
  FactsWith facts(base);
  EXPECT_EQ(facts.size(), 0u);
  EXPECT_THROW(facts.statementAt(0), Fault);
}

}  // namespace
}  // namespace minutebook
