#include "ledger/base/when.h"

#include <gtest/gtest.h>

#include <string>

namespace minutebook {
namespace {

Moment moment(const char* text) {
  Outcome<Moment> parsed = parseMoment(text);
  EXPECT_TRUE(parsed) << text;
  return parsed ? parsed.value() : Moment(Unknown{});
}

TEST(Moment, IsWrittenAsItWasRead) {
  for (const char* text :
       {"unknown", "2021", "2021-11-02T10:00Z", "2021-11/2022-01", "2021-11-02/2021-11-02",
        "../2021-11", "2021-11/..", "14 days before meeting:M-3", "1 day after meeting:M-3",
        "90 minutes after meeting:M-3", "1 minute before meeting:M-3", "0 days after meeting:M-3",
        "after meeting:M-2", "before entry:01920000-0000-7000-8000-000000000001",
        "4294967295 days after meeting:M-3"}) {
    Outcome<Moment> parsed = parseMoment(text);
    ASSERT_TRUE(parsed) << text << ": " << parsed.refusal().reason;
    EXPECT_EQ(formatMoment(parsed.value()), text);
  }
}

TEST(Moment, RefusesWhatSaysNothingOrTwoThings) {
  struct Case {
    const char* text;
    const char* code;
  };
  for (const Case& c : {
           Case{"", "date.form"},
           {"../..", "date.form"},
           {"/", "date.form"},
           {"2021-11/", "date.form"},
           {"/2021-11", "date.form"},
           {"04/03/26", "date.form"},
           {"2021/11/02", "date.form"},
           {"2021/2022/2023", "date.form"},
           {"2021-02-30/2021-03", "date.no-such-day"},
           {"2021-02/2021-04-31", "date.no-such-day"},
           {"2021-02/2021-04-30T25:00Z", "date.no-such-time"},
           {"2022-01/2021-11", "date.span-reversed"},
           {"2021-11-03/2021-11-02", "date.span-reversed"},
           {"2021-11-02T10:00Z/2021-11-02T09:59Z", "date.span-reversed"},
           {"2021-11-02T10:00Z/2021-11-02T11:00+02:00", "date.span-reversed"},
           {"14 before meeting:M-3", "date.form"},
           {"014 days before meeting:M-3", "date.form"},
           {"4294967296 days before meeting:M-3", "date.form"},
           {"-1 days before meeting:M-3", "date.form"},
           {"2 weeks before meeting:M-3", "date.form"},
           {"14 days meeting:M-3", "date.form"},
           {"14 days before the meeting", "date.form"},
           {"after M-3", "date.form"},
           {"Unknown", "date.form"},
       }) {
    Outcome<Moment> parsed = parseMoment(c.text);
    ASSERT_FALSE(parsed) << c.text;
    EXPECT_EQ(parsed.refusal().code, c.code) << c.text;
    EXPECT_FALSE(parsed.refusal().remedy.empty()) << c.text;
  }
}

TEST(Moment, IsComparedAsFarAsItCanBe) {
  struct Case {
    const char* a;
    const char* b;
    Order order;
  };
  for (const Case& c : {
           Case{"2021", "2022", Order::kBefore},
           {"2021-11-02", "2021-11-03", Order::kBefore},
           {"2021-12", "2022-01", Order::kBefore},
           {"2021-11-02", "2021-11-02", Order::kSame},
           {"2021", "2021-06", Order::kCannotTell},
           {"2021-11-02T10:00Z", "2021-11-02T10:01Z", Order::kBefore},
           {"2021-11-02T10:00Z", "2021-11-02T11:00+01:00", Order::kCannotTell},
           // A bare day has no place on Earth: only an instant far enough away is before it.
           {"2021-11-02T10:00Z", "2021-11-03", Order::kCannotTell},
           {"2021-11-02T09:59Z", "2021-11-03", Order::kBefore},
           {"2021-11/2021-12", "2022", Order::kBefore},
           {"2021-11/2021-12", "2021-12", Order::kCannotTell},
           {"../2021", "2022", Order::kBefore},
           {"2023/..", "2022", Order::kAfter},
           {"2021/2022", "2021/2022", Order::kCannotTell},
           {"unknown", "2022", Order::kCannotTell},
           {"unknown", "unknown", Order::kCannotTell},
           {"14 days before meeting:M-3", "13 days before meeting:M-3", Order::kBefore},
           {"14 days before meeting:M-3", "14 days before meeting:M-3", Order::kSame},
           {"1 day after meeting:M-3", "1440 minutes after meeting:M-3", Order::kSame},
           {"1 day after meeting:M-3", "1 day before meeting:M-3", Order::kAfter},
           {"before meeting:M-3", "after meeting:M-3", Order::kBefore},
           {"after meeting:M-3", "after meeting:M-3", Order::kCannotTell},
           {"after meeting:M-3", "1 day before meeting:M-3", Order::kAfter},
           {"after meeting:M-3", "1 day after meeting:M-3", Order::kCannotTell},
           {"1 day after meeting:M-3", "1 day after meeting:M-4", Order::kCannotTell},
           {"1 day after meeting:M-3", "2021", Order::kCannotTell},
       }) {
    EXPECT_EQ(compareMoments(moment(c.a), moment(c.b)), c.order) << c.a << " and " << c.b;
    Order mirrored = c.order == Order::kBefore  ? Order::kAfter
                     : c.order == Order::kAfter ? Order::kBefore
                                                : c.order;
    EXPECT_EQ(compareMoments(moment(c.b), moment(c.a)), mirrored) << c.b << " and " << c.a;
  }
}

}  // namespace
}  // namespace minutebook
