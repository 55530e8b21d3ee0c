#include "ledger/event/text_checks.h"

#include <gtest/gtest.h>

namespace minutebook {
namespace {

TEST(TextChecks, LooksAtEveryByteWhereverItStands) {
  for (int byte = 0; byte < 256; ++byte) {
    const char c = static_cast<char>(byte);
    const bool isText = (byte >= 0x20 && byte < 0x7f) || c == '\n' || c == '\t';
    const char* problem = byte < 0x80 ? "holds a control character" : "is not UTF-8";
    for (std::size_t length : {1u, 7u, 8u, 9u, 24u, 27u}) {
      for (std::size_t at = 0; at < length; ++at) {
        std::string text(length, 'a');
        text[at] = c;
        EXPECT_EQ(textProblem(text).value_or(""), isText ? "" : problem)
            << byte << " at " << at << " of " << length;
      }
    }
  }
}

TEST(TextChecks, TakesCharactersOfAnyLanguage) {
  EXPECT_EQ(textProblem("caf\xc3\xa9 \xe2\x82\xac 33, \xf0\x9f\x8c\x8d and plain text behind it"),
            std::nullopt);
  EXPECT_EQ(textProblem("a next line of Unicode: \xc2\x85"), "holds a control character");
  EXPECT_EQ(textProblem("cut off: \xe2\x82"), "is not UTF-8");
}

}  // namespace
}  // namespace minutebook
