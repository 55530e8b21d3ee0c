#include "ledger/event/json.h"

#include <gtest/gtest.h>

#include <string>

namespace minutebook {
namespace {

TEST(Json, IsWrittenAsItWasRead) {
  for (const char* text :
       {"null", "true", "false", "0", "-1", "18446744073709551615", "-9223372036854775808",
        "18446744073709551616", "1.50", "1e300", "\"\"", "\"a\\n\\t\\r\\\"\\\\b\"",
        "\"\\u0001\\u007f\"", "\"\xc3\xa9\xe2\x82\xac\xf0\x9f\x8c\xb3\"", "[]", "{}",
        "[1, [2, {}], null]", "{\"b\": 1, \"a\": {\"c\": [true, \"x\"]}}"}) {
    Outcome<Json> json = parseJson(text);
    ASSERT_TRUE(json) << text << ": " << json.refusal().reason;
    EXPECT_EQ(writeJson(json.value()), text);
  }
}

TEST(Json, ReadsEscapesAndWhiteSpace) {
  Json json = parseJson(" { \"\\u0061\" :\t[ \"\\ud83c\\udf33\\/\" ] }\r\n").value();
  EXPECT_EQ(writeJson(json), "{\"a\": [\"\xf0\x9f\x8c\xb3/\"]}");
}

TEST(Json, IsRefusedWithTheReason) {
  struct Case {
    std::string text;
    const char* code;
    const char* field;
  };
  const std::string deep(kJsonDepthMax + 1, '[');
  std::string path;
  for (std::size_t i = 0; i < kJsonDepthMax; ++i) path += "[0]";
  std::string wide = "{";
  for (std::size_t i = 0; i <= kJsonMembersMax; ++i) wide += "\"k" + std::to_string(i) + "\": 1, ";
  for (const Case& c : {
           Case{"", "json.truncated", ""},
           {"  ", "json.truncated", ""},
           {"{", "json.truncated", ""},
           {"{\"a\"", "json.truncated", ""},
           {"{\"a\": ", "json.truncated", ""},
           {"{\"a\": 1", "json.truncated", ""},
           {"[1, 2", "json.truncated", ""},
           {"\"abc", "json.truncated", ""},
           {"tru", "json.truncated", ""},
           {"{} {}", "json.malformed", ""},
           {"{\"a\": 1}}", "json.malformed", ""},
           {"{a: 1}", "json.malformed", ""},
           {"{'a': 1}", "json.malformed", ""},
           {"{\"a\": 1,}", "json.malformed", ""},
           {"[1,]", "json.malformed", ""},
           {"// no\n1", "json.malformed", ""},
           {"{\"a\": 010}", "json.malformed", ""},
           {"{\"a\": +1}", "json.malformed", ""},
           {"{\"a\": 1.}", "json.malformed", ""},
           {"{\"a\": .5}", "json.malformed", ""},
           {"{\"a\": 0x1}", "json.malformed", ""},
           {"NaN", "json.malformed", ""},
           {"1e400", "json.malformed", ""},
           {"\"a\nb\"", "json.malformed", ""},
           {"\"\\x\"", "json.malformed", ""},
           {"\"\\ud800\"", "json.malformed", ""},
           {"\"UTF-8\" x", "json.malformed", ""},
           {"\"\xff\"", "json.not-utf8", ""},
           {"\"\xc0\xaf\"", "json.not-utf8", ""},
           {"\"\xed\xa0\x80\"", "json.not-utf8", ""},
           {"\"\xf4\x90\x80\x80\"", "json.not-utf8", ""},
           {"\"caf\xe9\"", "json.not-utf8", ""},
           {"{\"\xff\": 1}", "json.not-utf8", ""},
           {"{\"a\": 1, \"a\": 2}", "json.duplicate-key", "a"},
           {"{\"a\": {\"b\": 1, \"\\u0062\": 2}}", "json.duplicate-key", "a.b"},
           {"{\"a\": [{}, {\"b\": 1, \"b\": 1}]}", "json.duplicate-key", "a[1].b"},
           {"{\"a\": [1, \"x\\u0000y\"]}", "json.nul", "a[1]"},
           {"{\"x\\u0000\": 1}", "json.nul", ""},
           {deep, "json.too-deep", path.c_str()},
           {wide, "json.too-long", "k1024"},
           {std::string(kJsonBytesMax + 1, ' '), "json.too-long", ""},
       }) {
    Outcome<Json> json = parseJson(c.text);
    std::string shown = c.text.substr(0, 40);
    ASSERT_FALSE(json) << shown;
    EXPECT_EQ(json.refusal().code, c.code) << shown;
    EXPECT_EQ(json.refusal().field, c.field) << shown;
    EXPECT_FALSE(json.refusal().reason.empty()) << shown;
    EXPECT_FALSE(json.refusal().remedy.empty()) << shown;
  }
}

TEST(Json, EndsWhereACharacterIsCutShort) {
  // The sanitizers see whether anything beyond the text is read.
  for (const char* cut : {"\xc3", "\xe2", "\xe2\x80", "\xf0", "\xf0\x9f", "\xf0\x9f\x98"}) {
    for (std::size_t before = 0; before < 40; ++before) {
      const std::string text = "[\"" + std::string(before, 'x') + cut;
      EXPECT_EQ(parseJson(text).refusal().code, "json.not-utf8") << before;
    }
  }
}

TEST(Json, SaysWhereItStopsBeingJson) {
  std::string reason = parseJson("{\"a\": 1,\n \"b\": x}").refusal().reason;
  EXPECT_NE(reason.find("line 2"), std::string::npos) << reason;
}

TEST(Json, ReadsTheDeepestItPromises) {
  std::string text(kJsonDepthMax, '[');
  text += std::string(kJsonDepthMax, ']');
  EXPECT_TRUE(parseJson(text));
}

TEST(Json, IsBuiltInOrderAndFoundByName) {
  Json object = Json::object();
  object.set("b", Json::number(std::int64_t{1})).set("a", Json::text("x")).set("b", Json());
  EXPECT_EQ(writeJson(object), "{\"b\": null, \"a\": \"x\"}");
  ASSERT_NE(object.find("a"), nullptr);
  EXPECT_EQ(object.find("a")->text(), "x");
  EXPECT_EQ(object.find("c"), nullptr);
  Json list = Json::list();
  list.add(Json::boolean(true)).add(object);
  EXPECT_EQ(writeJson(list, JsonLayout::kIndented),
            "[\n  true,\n  {\n    \"b\": null,\n    \"a\": \"x\"\n  }\n]");
}

}  // namespace
}  // namespace minutebook
