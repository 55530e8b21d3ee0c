# The types that every record family uses. An absent value is a null pointer and reads as "not
# recorded": canonical bytes drop zeros, so every number or enum that may be unknown says so itself.

@0xe4ac3885e2778f4f;

using Cxx = import "/capnp/c++.capnp";
$Cxx.namespace("minutebook::schema");
using A = import "annotations.capnp";

enum YesNo {
  notRecorded @0;
  yes @1;
  no @2;
}

enum Precision {
  notRecorded @0;
  year @1;
  month @2;
  day @3;
  minute @4;
  second @5;
}

struct Civil $A.help("A date or time as people say it, only as exact as it is known.") {
  precision @0 :Precision $A.required;
  year @1 :Int16 $A.alwaysSaid $A.unit("year of the Gregorian calendar");
  month @2 :UInt8 $A.alwaysSaid $A.unit("1 to 12; 0 when the precision is a year");
  day @3 :UInt8 $A.alwaysSaid $A.unit("1 to 31; 0 when the precision is coarser");
  hour @4 :UInt8 $A.alwaysSaid $A.unit("0 to 23");
  minute @5 :UInt8 $A.alwaysSaid $A.unit("0 to 59");
  second @6 :UInt8 $A.alwaysSaid $A.unit("0 to 59");
  offset @7 :Int16 $A.alwaysSaid $A.unit("minutes east of UTC; with a time of day only");
}

struct Span $A.help("Somewhere between two dates; an end left out is open.") {
  from @0 :Civil;
  until @1 :Civil;
}

enum Direction {
  notRecorded @0;
  before @1;
  after @2;
}

struct Distance $A.help("So long before or after a record; the length may be left unsaid.") {
  direction @0 :Direction $A.required;
  length :union {
    notRecorded @1 :Void;
    days @2 :UInt32 $A.alwaysSaid $A.unit("days");
    minutes @3 :UInt32 $A.alwaysSaid $A.unit("minutes");
  }
  anchor @4 :Ref $A.required;
}

struct When $A.help("2021, 2021-11, 2021-11-02, 2021-11-02T10:00Z, 2021-11/2022-01, ../2021-11, 14 days before meeting:M-3, after meeting:M-2, or unknown.") {
  union {
    unknown @0 :Void;
    at @1 :Civil;
    between @2 :Span;
    relative @3 :Distance;
  }
}

struct Money $A.help("An amount and its currency: 11.00 GBP.") {
  minor @0 :Int64 $A.alwaysSaid $A.unit("minor units of the currency (pence, cents)");
  currency @1 :Text $A.required $A.source("ISO 4217");
}

struct Count $A.help("A whole number: 12, about 5000, at least 3, at most 4.") {
  union {
    notRecorded @0 :Void;
    exactly @1 :UInt64 $A.alwaysSaid $A.unit("as the field says");
    about @2 :UInt64 $A.alwaysSaid $A.unit("as the field says");
    atLeast @3 :UInt64 $A.alwaysSaid $A.unit("as the field says");
    atMost @4 :UInt64 $A.alwaysSaid $A.unit("as the field says");
  }
}

struct Figure $A.help("An exact decimal: 78.125.") {
  union {
    notRecorded @0 :Void;
    decimal :group {
      unscaled @1 :Int64 $A.alwaysSaid $A.unit("the digits without the point");
      places @2 :UInt8 $A.alwaysSaid $A.unit("digits after the point, 0 to 9");
    }
  }
}

struct Sealed(T) $A.help("Only a salted commitment to a T; the value itself is kept, encrypted, outside the log.") {
  commitment @0 :Data $A.required;
}

struct Words $A.help("Text that a person may want kept private. Plain text is sealed; {\"public\": \"...\"} is for everyone.") {
  union {
    notRecorded @0 :Void;
    preferNotToSay @1 :Void;
    public @2 :Text;
    sealed @3 :Sealed(Text);
  }
}

struct Document $A.help("The SHA-256 of a document (sha256:...), or \"not held\".") {
  union {
    notRecorded @0 :Void;
    notHeld @1 :Void;
    sha256 @2 :Data;
  }
}

struct Outside $A.help("People outside the register: a description and how many, never a name.") {
  description @0 :Text $A.required $A.help("Who they are, in words that point at nobody.");
  howMany @1 :Count $A.unit("people") $A.help("How many they are.");
}

struct Who $A.help("LE-1, group:WG, organisation:ORG, \"outside: survey respondents (about 1571)\", \"words: we\". Several may stand together.") {
  participants @0 :List(Text) $A.refersTo(participant);
  groups @1 :List(Text) $A.refersTo(group);
  organisations @2 :List(Text) $A.refersTo(organisation);
  outside @3 :List(Outside);
  inTheirWords @4 :Text $A.help("The source's own words where they say less than an audit wants: we, it was decided.");
}

struct Ref $A.help("A record by register and id: input:I-7; or an entry by its statement id: entry:0190...") {
  union {
    notRecorded @0 :Void;
    record :group {
      register @1 :A.Register;
      id @2 :Text;
    }
    entry @3 :Data;
  }
}

struct WorkVersion $A.help("A version of a work: REPORT@2.") $A.register(workVersion) {
  work @0 :Text $A.required $A.refersTo(work) $A.joins;
  version @1 :Text $A.required;
}

struct AgreementVersion $A.help("A version of an agreement: RULES@1.") $A.register(agreementVersion) {
  agreement @0 :Text $A.required $A.refersTo(agreement) $A.joins;
  version @1 :Text $A.required;
}

struct StandardVersion $A.help("A version of a standard: BASE@1.") $A.register(standardVersion) {
  standard @0 :Text $A.required $A.refersTo(standard) $A.joins;
  version @1 :Text $A.required;
}

struct SealedAmount {
  minor @0 :Int64 $A.alwaysSaid $A.unit("minor units of the record's currency")
    $A.help("The sum; written with its currency: 33.00 GBP.");
}

struct SealedMinutes {
  minutes @0 :UInt32 $A.alwaysSaid $A.unit("minutes") $A.help("How many minutes.");
}

struct SealedCount {
  count @0 :UInt32 $A.alwaysSaid $A.unit("as the field says") $A.help("How many.");
}

enum Expertise {
  # Coordinator, funder, board and observer are roles, not expertise.
  notRecorded @0;
  livedExperience @1;
  practitioner @2;
  technicalExpert @3;
  none @4;
}
