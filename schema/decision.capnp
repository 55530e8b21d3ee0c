# Matters, options, positions and decisions: who decided what, why, and who saw it otherwise.

@0x99bf2e1c96d1579f;

using Cxx = import "/capnp/c++.capnp";
$Cxx.namespace("minutebook::schema");
using A = import "annotations.capnp";
using Common = import "common.capnp";

enum MatterKind {
  notRecorded @0;
  substantive @1;
  valueJudgement @2;
  technical @3;
  administrative @4;
  goOnOrStartAgain @5;
}

enum DecisionHow {
  # How a decision is to be taken, or was. An absent or first value is printed as "not recorded".
  notRecorded @0;
  allAgreed @1 $A.help("consensus: everybody agrees");
  consent @2 $A.help("nobody has a strong objection");
  majority @3 $A.help("more than half");
  threshold @4 $A.help("a share that is set beforehand");
  onePerson @5 $A.help("one person decides");
}

struct MatterRaised
    $A.help("A question that has to be decided: who raised it, who decides, how, and until when people are heard.")
    $A.example("{\"kind\": \"matterRaised\", \"id\": \"Q-1\", \"question\": \"How do we measure it?\", \"raisedBy\": \"group:WG\", \"matterKind\": \"substantive\", \"group\": \"WG\", \"how\": \"consent\"}") {
  id @0 :Text $A.required $A.id(matter) $A.help("A short id that people can say aloud: Q-1.");
  question @1 :Text $A.help("The question, in plain words.");
  raisedBy @2 :Common.Who $A.joins $A.help("Who raised it.");
  matterKind @3 :MatterKind $A.help("What sort of question it is.");
  group @4 :Text $A.refersTo(group) $A.joins $A.help("The group that is to decide it.");
  how @5 :DecisionHow $A.words("decided how") $A.help("How it is to be decided.");
  threshold @6 :Common.Figure $A.unit("per cent") $A.help("The share needed, where a threshold decides.");
  quorum @7 :Common.Count $A.unit("people")
    $A.help("How many must take part; a missed quorum is shown, never enforced.");
  inputsFrom @8 :Common.When $A.help("From when people can be heard on it.");
  inputsUntil @9 :Common.When $A.help("Until when people can be heard on it.");
  optionsFixed @10 :Common.When $A.help("When the options were or will be fixed.");
  becauseOf @11 :List(Common.Ref)
    $A.refersToOneOf([input, survey, meeting, concern, finding, conclusion, promise, decision, matter, review, request,
      outcome, analysis, work, workVersion, limit, experiment, response, entry])
    $A.joins $A.help("What it was raised because of.");
}

struct OptionProposed
    $A.help("An option for a matter, and who proposed it.")
    $A.example("{\"kind\": \"optionProposed\", \"id\": \"O-2\", \"matter\": \"Q-1\", \"text\": \"A short diary.\", \"by\": \"P-14\"}") {
  id @0 :Text $A.required $A.id(option) $A.help("A short id that people can say aloud: O-2.");
  matter @1 :Text $A.required $A.refersTo(matter) $A.joins $A.help("The matter it is an option for.");
  text @2 :Text $A.help("The option, in plain words.");
  by @3 :Common.Who $A.joins $A.help("Who proposed it.");
  becauseOf @4 :List(Text) $A.refersTo(input) $A.joins $A.help("The inputs it answers.");
}

enum PositionStance {
  notRecorded @0;
  inFavour @1;
  against @2;
  abstain @3;
  standAside @4;
}

struct PositionRecorded
    $A.help("Where one person stands on a matter or a decision. A later one replaces it; both stay visible.")
    $A.belongsTo("participant")
    $A.refusedAs(["position.on-nothing", "position.not-entitled", "decision.option-of-another-matter"])
    $A.example("{\"kind\": \"positionRecorded\", \"matter\": \"Q-1\", \"participant\": \"P-14\", \"option\": \"O-2\", \"stance\": \"against\", \"reason\": \"It takes too much time.\"}") {
  matter @0 :Text $A.refersTo(matter) $A.joins $A.help("The matter.");
  decision @1 :Text $A.refersTo(decision) $A.joins $A.help("The decision, where there was no matter before it.");
  participant @2 :Text $A.required $A.refersTo(participant) $A.joins $A.help("Whose position it is.");
  as @3 :Common.Expertise $A.help("In which expertise they take it; else all those they held that day count.");
  option @4 :Text $A.refersTo(option) $A.joins $A.help("The option.");
  stance @5 :PositionStance $A.words("for, against, abstain or stand aside") $A.help("Where the person stands.");
  reason @6 :Common.Words $A.sealed((about = "participant", audience = members))
    $A.help("Why. Plain text is kept private; {\"public\": \"...\"} is for everyone; one may prefer not to say.");
}

enum DecisionPart {
  notRecorded @0;
  decided @1;
  proposed @2;
  agreed @3;
  signedItOff @4;
}

struct DecisionParty $A.help("A person, a group or some people who had a part in the decision, and in what role.") {
  who @0 :Common.Who $A.joins $A.help("Who, in the source's words where it says no more: all parties, we.");
  as @1 :List(Common.Expertise) $A.help("In which expertise, as told; else all those they held that day count.");
  role @2 :Text $A.help("In what role: chair, voting member, sponsor.");
  part @3 :DecisionPart $A.help("What they did in it: decided, proposed, agreed, signed it off.");
}

struct DecisionTally $A.help("How many took one stance, where a count was told.") {
  option @0 :Text $A.refersTo(option) $A.joins $A.help("The option, where the count is by option.");
  stance @1 :PositionStance $A.help("The stance that is counted.");
  expertise @2 :Common.Expertise $A.help("The expertise, where the count is by expertise.");
  howMany @3 :Common.Count $A.unit("people") $A.help("How many.");
}

enum DecisionPull {
  notRecorded @0;
  spokeFor @1;
  spokeAgainst @2;
  gaveTheOccasion @3;
}

struct DecisionCause $A.help("One thing the decision was taken because of. Opposing reasons are ordinary.") {
  what @0 :Common.Ref $A.required
    $A.refersToOneOf([input, survey, surveyQuestion, promise, matter, conclusion, analysis, finding, concern, meeting,
      limit, experiment, review, reviewGap, outcome, decision, rationale, evidence, request, response, workVersion,
      work, agreement, agreementVersion, option, clause, entry])
    $A.joins $A.help("The input, survey, promise or other record.");
  reason @1 :Text $A.help("What it gave as a reason; each has its own.");
  pull @2 :DecisionPull $A.help("Did it speak for the decision or against it?");
}

struct DecisionOption $A.help("An option that was considered.") {
  option @0 :Text $A.refersTo(option) $A.joins $A.help("The option, where it is on record.");
  inWords @1 :Text $A.help("The option in words, where it is not.");
  setAsideBecause @2 :Text $A.help("Why it was not taken.");
}

struct DecisionEvidence $A.help("A piece of evidence that the decision rests on.") {
  what @0 :Common.Ref
    $A.refersToOneOf([evidence, conclusion, analysis, survey, workVersion, work, outcome, finding, meeting, input,
      entry])
    $A.joins $A.help("The record.");
  document @1 :Common.Document $A.source("FIPS 180-4") $A.help("A document, by its SHA-256.");
  inWords @2 :Text $A.help("What it is, in words.");
}

struct DecisionMade
    $A.help("Something was decided. Where nobody wrote down who decided, leave it out: it reads \"not recorded\".")
    $A.refusedAs(["decision.option-of-another-matter"])
    $A.example("{\"kind\": \"decisionMade\", \"id\": \"D-7\", \"question\": \"What shape shows the model best?\", \"decisionKind\": \"substantive\", \"outcome\": \"A tree takes the place of the ladder.\", \"how\": \"allAgreed\", \"deciders\": [{\"who\": \"words: all parties\"}], \"becauseOf\": [{\"what\": \"input:I-7\", \"reason\": \"The ladder was confusing.\"}]}") {
  id @0 :Text $A.required $A.id(decision) $A.help("A short id that people can say aloud: D-7.");
  matter @1 :Text $A.refersTo(matter) $A.joins $A.help("The matter that was decided, where one was raised.");
  question @2 :Text $A.help("The decision's own question, where no matter was raised.");
  decisionKind @3 :MatterKind $A.help("What sort of question it is, where no matter was raised.");
  meeting @4 :Text $A.refersTo(meeting) $A.joins $A.help("The meeting at which it was decided.");
  option @5 :Text $A.refersTo(option) $A.joins $A.help("The option that was chosen.");
  outcome @6 :Text $A.help("What was decided, in plain words.");
  finalText @7 :Common.Document $A.source("FIPS 180-4") $A.help("The final text, by its SHA-256.");
  deciders @8 :List(DecisionParty) $A.help("Who decided or had a part in it. Left out, it reads \"not recorded\".");
  how @9 :DecisionHow $A.words("decided how") $A.help("How it was decided.");
  threshold @10 :Common.Figure $A.unit("per cent") $A.help("The share that was needed, where a threshold decided.");
  tally @11 :List(DecisionTally) $A.help("The count, where one was told.");
  why @12 :Text $A.help("Why this was decided.");
  becauseOf @13 :List(DecisionCause) $A.help("What it was decided because of, each with its own reason.");
  options :union $A.words("options considered")
    $A.help("The options that were considered, or why there was only one.") {
    notRecorded @14 :Void $A.help("The record does not say.");
    considered @15 :List(DecisionOption) $A.help("The options that were considered.");
    single @16 :Text $A.help("There was a single option; this is why.");
  }
  evidence :union $A.help("What evidence it rests on.") {
    notRecorded @17 :Void $A.help("The record does not say.");
    none @18 :Void $A.help("There was none, and the record says so.");
    given @19 :List(DecisionEvidence) $A.help("The evidence.");
  }
  whyOverruled @20 :Text $A.help("Why those who were against it were overruled.");
  takesEffect @21 :Common.When $A.help("From when it holds.");
  binds @22 :Common.Who $A.joins $A.help("Whom it binds, where that is more than those who decided.");
}

enum DecisionReplacement {
  notRecorded @0;
  overriddenFromAbove @1;
  reopened @2;
  superseded @3;
}

struct DecisionReplaced
    $A.help("A decision no longer stands: overridden from above, reopened, or superseded. The first stays visible.")
    $A.example("{\"kind\": \"decisionReplaced\", \"decision\": \"D-7\", \"byBody\": \"organisation:ORG\", \"how\": \"overriddenFromAbove\", \"reason\": \"The budget was cut.\"}") {
  decision @0 :Text $A.required $A.refersTo(decision) $A.joins $A.help("The decision that no longer stands.");
  byBody @1 :Common.Who $A.joins $A.help("The body or person that replaced it.");
  how @2 :DecisionReplacement $A.help("How it was replaced.");
  reason @3 :Text $A.help("Why.");
  newDecision @4 :Text $A.refersTo(decision) $A.joins $A.help("The decision that takes its place.");
}

enum MatterResult {
  notRecorded @0;
  unresolved @1;
  deferred @2;
  dropped @3;
  mistaken @4;
}

struct MatterLeftOpen
    $A.help("A matter ended, or paused, without a decision: unresolved, put off, dropped, or a mistaken question.")
    $A.example("{\"kind\": \"matterLeftOpen\", \"matter\": \"Q-1\", \"result\": \"unresolved\", \"why\": \"No measure suited everyone.\", \"inputs\": [\"I-7\"]}") {
  matter @0 :Text $A.required $A.refersTo(matter) $A.joins $A.help("The matter.");
  result @1 :MatterResult $A.help("How it was left.");
  deferredUntil @2 :Common.When $A.help("If it was put off: until when.");
  why @3 :Text $A.help("Why, in plain words.");
  inputs @4 :List(Text) $A.refersTo(input) $A.joins $A.help("The inputs that this leaves open.");
  owner @5 :Common.Who $A.joins $A.help("Who looks after it from here.");
  by @6 :Common.Who $A.joins $A.help("Who left it so, in the source's words where it says no more.");
}
