# What people said, and what came of it: routes, surveys, inputs, answers, verdicts on answers, changes.

@0xca5d85498ce88250;

using Cxx = import "/capnp/c++.capnp";
$Cxx.namespace("minutebook::schema");
using A = import "annotations.capnp";
using Common = import "common.capnp";

struct SurveyRow $A.help("An answer sheet of a survey: PRE@PRE-1.") $A.register(surveyRow) {
  survey @0 :Text $A.required $A.refersTo(survey) $A.joins $A.help("The survey.");
  label @1 :Text $A.required $A.help("The sheet's label in that survey.");
}

struct SurveyQuestionRef $A.help("A question of a survey: PRE@Q1.") $A.register(surveyQuestion) {
  survey @0 :Text $A.required $A.refersTo(survey) $A.joins $A.help("The survey.");
  question @1 :Text $A.required $A.help("The question's id in that survey.");
}

enum ChannelKind {
  notRecorded @0;
  meeting @1;
  survey @2;
  message @3;
  dropIn @4;
  peerResearch @5;
  post @6;
  creative @7;
  other @8;
}

struct ChannelOpened
    $A.help("A route by which people can say something, open to them from a certain day.")
    $A.example("{\"kind\": \"channelOpened\", \"id\": \"CH-1\", \"channelKind\": \"dropIn\", \"forWhom\": \"group:WG\", \"about\": [\"matter:Q-1\"], \"opens\": \"2021-05\", \"closes\": \"2021-06\"}") {
  id @0 :Text $A.required $A.id(channel) $A.help("A short id that people can say aloud: CH-1.");
  channelKind @1 :ChannelKind $A.help("What sort of route it is.");
  forWhom @2 :Common.Who $A.joins $A.help("Who may use it.");
  about @3 :List(Common.Ref) $A.refersToOneOf([initiative, stage, matter, workVersion, work, survey, meeting]) $A.joins
    $A.help("What people can speak to by this route.");
  aimedAtGap @4 :Text $A.refersTo(reviewGap) $A.joins $A.help("The gap in who is heard that it should close.");
  opens @5 :Common.When $A.help("From when people can use it.");
  closes @6 :Common.When $A.help("Until when people can use it.");
  description @7 :Text $A.help("How to use it, in plain words.");
  by @8 :Common.Who $A.joins $A.help("Who opened it.");
  forWorries @9 :Common.YesNo $A.help("Whether people can raise a concern by it.");
  withoutAName @10 :Common.YesNo $A.help("Whether people can use it without giving a name.");
}

struct ChannelClosed
    $A.help("A route by which people could say something was closed.")
    $A.example("{\"kind\": \"channelClosed\", \"channel\": \"CH-1\", \"closed\": \"2021-06-30\", \"inputsReceived\": 12}") {
  channel @0 :Text $A.required $A.refersTo(channel) $A.joins $A.help("The route that was closed.");
  closed @1 :Common.When $A.help("When it closed.");
  why @2 :Text $A.help("Why it closed.");
  inputsReceived @3 :Common.Count $A.unit("inputs") $A.help("How many inputs came by it, as counted there.");
  by @4 :Common.Who $A.joins $A.help("Who closed it.");
}

enum SurveyPurpose {
  notRecorded @0;
  steer @1;
  before @2;
  after @3;
  experience @4;
  broadCheck @5;
  demographics @6;
  other @7;
}

enum SurveyQuestionType {
  notRecorded @0;
  openWords @1;
  scale @2;
  number @3;
  ranking @4;
  oneOf @5;
  anyOf @6;
  yesNo @7;
}

struct SurveyQuestion $A.help("A question as it was put to people.") {
  id @0 :Text $A.required $A.id(surveyQuestion) $A.help("Its id in this survey: Q1. Others refer to it as SURVEY@Q1.");
  wording @1 :Text $A.help("The question, word for word.");
  type @2 :SurveyQuestionType $A.help("How it could be answered.");
  options @3 :List(Text) $A.help("The answers on offer, in the order shown.");
  lowest @4 :Common.Figure $A.unit("the question's own scale") $A.help("The lowest point of the scale.");
  highest @5 :Common.Figure $A.unit("the question's own scale") $A.help("The highest point of the scale.");
  mostCharacters @6 :Common.Count $A.unit("characters") $A.help("The longest answer it took.");
  demographic @7 :Common.YesNo $A.help("Does it ask who people are? Such answers are never joined to anything else.");
  against @8 :List(Text) $A.help("The answers that count as being against what was asked about.");
}

struct SurveyOpened
    $A.help("A survey went out: why, to whom, with which questions, and what people were told about their answers.")
    $A.example("{\"kind\": \"surveyOpened\", \"id\": \"PRE\", \"purpose\": \"before\", \"why\": \"To hear first reactions to the draft.\", \"toWhom\": \"group:WORKSHOP\", \"asked\": 10, \"questions\": [{\"id\": \"Q1\", \"wording\": \"Does the draft capture your experience?\", \"type\": \"scale\", \"lowest\": \"0\", \"highest\": \"100\"}]}") {
  id @0 :Text $A.required $A.id(survey) $A.help("A short id that people can say aloud: PRE.");
  purpose @1 :SurveyPurpose $A.help("What the survey is for.");
  why @2 :Text $A.help("Why it was held, in plain words.");
  questions @3 :List(SurveyQuestion) $A.help("Its questions, in the order asked.");
  questionCount @4 :Common.Count $A.unit("questions")
    $A.help("How many questions it had, where not all of them are listed.");
  designedBy @5 :Common.Who $A.joins $A.help("Who chose and worded the questions.");
  by @6 :Common.Who $A.joins $A.help("Who sent it.");
  toWhom @7 :Common.Who $A.joins $A.help("Who was asked.");
  asked @8 :Common.Count $A.unit("people") $A.help("How many were asked.");
  sentBy @9 :Text $A.words("sent by way of")
    $A.help("How it reached people: newsletter, e-mail, on paper at the door.");
  method @10 :Text $A.help("How people were chosen and the answers gathered.");
  pairedWith @11 :Text $A.refersTo(survey) $A.joins $A.help("The survey before it that it is compared with.");
  joinedPerPerson @12 :Common.YesNo $A.help("Are one person's answers joined across surveys?");
  toldJoined @13 :Common.YesNo $A.help("Were people told, before they answered, whether answers are joined?");
  preferNotToSayOffered @14 :Common.YesNo $A.help("Could people answer \"prefer not to say\"?");
  deleteBy @15 :Common.When $A.help("When the answers are to be deleted.");
  questionnaire @16 :Common.Document $A.source("FIPS 180-4") $A.help("The questionnaire, by its SHA-256.");
  about @17 :List(Common.Ref) $A.refersToOneOf([initiative, stage, meeting, matter, work, workVersion, outcome])
    $A.joins
    $A.help("What it asks about.");
  opens @18 :Common.When $A.help("From when it could be answered.");
  closes @19 :Common.When $A.help("Until when it could be answered.");
}

struct SurveyRanked {
  options @0 :List(Text) $A.help("The options from first to last, as the person ranked them.");
}

struct SurveyChosen {
  options @0 :List(Text) $A.help("All the options the person chose.");
}

struct SurveyAnswer $A.help("One person's answer to one question.") {
  question @0 :Text $A.required $A.help("The question's id in this survey: Q1.");
  answer :union $A.help("What was answered.") {
    notRecorded @1 :Void $A.help("The record does not say.");
    preferNotToSay @2 :Void $A.help("The person said that they would rather not say.");
    leftBlank @3 :Void $A.help("The question was put and left unanswered.");
    notOffered @4 :Void $A.help("The question was not put to this person.");
    words @5 :Text $A.help("The answer in words: {\"words\": \"Too early.\"}. Also what somebody wrote instead of an answer on offer.");
    figure @6 :Common.Figure $A.unit("the question's own scale")
      $A.help("The answer as a number, to a scale or a number asked for: {\"figure\": \"51\"}.");
    choice @7 :Text
      $A.help("The option chosen, word for word: {\"choice\": \"North\"}; to yes or no {\"choice\": \"yes\"}.");
    chosen @8 :SurveyChosen
      $A.help("The options chosen, where several were allowed: {\"chosen\": {\"options\": [\"Bus\", \"Train\"]}}.");
    ranked @9 :SurveyRanked
      $A.help("The options in the order given: {\"ranked\": {\"options\": [\"Rest\", \"Money\"]}}.");
  }
}

struct SurveyAnswers $A.help("All the answers of one sheet.") {
  answers @0 :List(SurveyAnswer) $A.help("One for each question on the sheet.");
}

struct SurveyAnswered
    $A.help("One answer sheet of a survey. The answers are sealed under the survey's own key, apart from any person.")
    $A.refusedAs(["survey.joining-not-told", "survey.question-unknown", "survey.answered-twice",
      "survey.not-offered", "survey.off-the-scale"])
    $A.example("{\"kind\": \"surveyAnswered\", \"survey\": \"PRE\", \"label\": \"PRE-1\", \"answers\": {\"answers\": [{\"question\": \"Q1\", \"answer\": {\"figure\": \"51\"}}]}}") {
  survey @0 :Text $A.required $A.refersTo(survey) $A.joins $A.help("The survey that was answered.");
  label @1 :Text $A.required $A.id(surveyRow)
    $A.help("The sheet's label, new in this survey and saying nothing about the person: PRE-1.");
  answers @2 :Common.Sealed(SurveyAnswers) $A.sealed((about = "survey", audience = auditor))
    $A.help("The answers, question by question; reports open them as totals only. Each is {\"question\": \"Q1\", \"answer\": ...}. The answer to a scale or number: {\"figure\": \"51\"}; to yes or no: {\"choice\": \"yes\"}; one of several: {\"choice\": \"North\"}; any of several: {\"chosen\": {\"options\": [\"Bus\", \"Train\"]}}; a ranking: {\"ranked\": {\"options\": [\"Rest\", \"Money\"]}}; in their own words: {\"words\": \"Too early.\"}; else {\"preferNotToSay\": null}, {\"leftBlank\": null} or {\"notOffered\": null}.");
  person @3 :Common.Sealed(Text) $A.refersTo(participant) $A.sealed((about = "person", audience = auditor))
    $A.help("Who answered; only where people were told that answers are joined per person.");
}

struct SurveyTally {
  option @0 :Text $A.required $A.help("An option that was on offer, or a band of the scale: 0 to 20. Never what somebody wrote: it is public.");
  howMany @1 :Common.Count $A.unit("people") $A.help("How many gave this answer.");
  meanRank @2 :Common.Figure $A.unit("place, 1 is first") $A.help("For a ranking: the mean place it was given.");
}

struct SurveyGroupResult
    $A.help("The result for one group of people, only where it is large enough to hide each of them.") {
  whose @0 :Text $A.required $A.help("The group, in the survey's words.");
  answered @1 :Common.Count $A.unit("people") $A.help("How many of them answered.");
  distribution @2 :List(SurveyTally) $A.help("How many gave each answer.");
  lowest @3 :Common.Figure $A.unit("the question's own scale") $A.help("The lowest answer.");
  highest @4 :Common.Figure $A.unit("the question's own scale") $A.help("The highest answer.");
  mean @5 :Common.Figure $A.unit("the question's own scale") $A.help("The exact mean, never shown alone.");
  against @6 :Common.Figure $A.unit("per cent") $A.help("The share that was against.");
}

struct SurveyResult $A.help("The result of one question.") {
  question @0 :SurveyQuestionRef $A.required $A.joins $A.help("The question: PRE@Q1.");
  answered @1 :Common.Count $A.unit("people") $A.help("How many answered this question.");
  distribution @2 :List(SurveyTally) $A.help("How many gave each answer.");
  lowest @3 :Common.Figure $A.unit("the question's own scale") $A.help("The lowest answer.");
  highest @4 :Common.Figure $A.unit("the question's own scale") $A.help("The highest answer.");
  mean @5 :Common.Figure $A.unit("the question's own scale") $A.help("The exact mean: 78.125, never rounded.");
  against @6 :Common.Figure $A.unit("per cent") $A.help("The share that was against.");
  byGroup @7 :List(SurveyGroupResult) $A.help("The same for groups that are large enough.");
}

struct SurveyClosed
    $A.help("A survey ended: how many were asked, how many answered, and what they said in total.")
    $A.refusedAs(["survey.other-survey"])
    $A.example("{\"kind\": \"surveyClosed\", \"survey\": \"PRE\", \"asked\": 10, \"answered\": 8, \"results\": [{\"question\": \"PRE@Q1\", \"answered\": 8, \"lowest\": \"50\", \"highest\": \"100\", \"mean\": \"80.125\"}]}") {
  survey @0 :Text $A.required $A.refersTo(survey) $A.joins $A.help("The survey that ended.");
  closed @1 :Common.When $A.help("When it ended.");
  asked @2 :Common.Count $A.unit("people") $A.help("How many were asked.");
  answered @3 :Common.Count $A.unit("people") $A.help("How many answered.");
  results @4 :List(SurveyResult) $A.help("The result of each question.");
  against @5 :Common.Figure $A.unit("per cent")
    $A.help("The share against what was asked about, over the whole survey.");
  by @6 :Common.Who $A.joins $A.help("Who counted.");
  openAnswersHandled @7 :Text $A.help("What was done with the answers in people's own words.");
}

enum InputKind {
  notRecorded @0;
  view @1;
  need @2;
  proposal @3;
  objection @4;
  question @5;
  request @6;
  recommendation @7;
  remark @8;
}

enum InputBasis {
  notRecorded @0;
  askedToPassItOn @1;
  agreedToIt @2;
  saidInPublic @3;
  withoutNames @4;
  notAsked @5;
}

enum InputShared {
  notRecorded @0;
  room @1;
  group @2;
  public @3;
  nobodyElse @4;
}

struct InputStory {
  personalStory @0 :Common.YesNo $A.help("Is it a story of the person's own life?");
}

struct InputReceived
    $A.help("Somebody said something that may call for an answer: a view, a need, a proposal, an objection.")
    $A.belongsTo("participant")
    $A.refusedAs(["survey.other-survey", "input.two-givers", "input.two-texts", "input.nobody-else-in-clear"])
    $A.example("{\"kind\": \"inputReceived\", \"id\": \"I-7\", \"participant\": \"P-14\", \"onBehalfOf\": {\"participant\": \"P-14\", \"basis\": \"presentAndAgreed\"}, \"meeting\": \"M-3\", \"inputKind\": \"proposal\", \"asksForSomething\": \"yes\", \"text\": {\"public\": \"Use simpler words.\"}, \"returnRoute\": {\"direct\": null}}") {
  id @0 :Text $A.required $A.id(input) $A.help("A short id that people can say aloud: I-7.");
  participant @1 :Text $A.refersTo(participant) $A.joins $A.help("Who said it, where it is one participant.");
  from @2 :Common.Who $A.joins $A.help("Who said it, where it is several, a group, people outside, or as told.");
  expertise @3 :List(Common.Expertise)
    $A.help("In which expertise they spoke, as told; else all those they held that day count.");
  via @4 :Common.Who $A.joins $A.help("Who passed it on: a peer researcher, a group, a worker.");
  thirdPartyBasis @5 :InputBasis $A.help("If it was passed on: whether the person had agreed to that.");
  channel @6 :Text $A.refersTo(channel) $A.joins $A.help("The route by which it came.");
  meeting @7 :Text $A.refersTo(meeting) $A.joins $A.help("The meeting at which it was said.");
  survey @8 :Text $A.refersTo(survey) $A.joins
    $A.help("The survey in which it was said, where the sheet is not known.");
  surveyRow @9 :SurveyRow $A.joins $A.help("The answer sheet it was said on; only where the source says which.");
  surveyQuestion @10 :SurveyQuestionRef $A.joins $A.help("The survey question it answers.");
  about @11 :List(Common.Ref)
    $A.refersToOneOf([workVersion, work, matter, option, stage, initiative, meeting, survey, decision, agreement,
      agreementVersion, group, conclusion, promise, agendaItem, message, input])
    $A.joins $A.help("What it is about.");
  text @12 :Common.Words $A.sealed((about = "participant, from", audience = coordinators))
    $A.help("What was said. Plain text is kept private; {\"public\": \"...\"} is for everyone.");
  privateText @13 :Common.Sealed(Text) $A.sealed((about = "participant, from", audience = coordinators))
    $A.help("What was said, where it must stay private and no single participant is on record as the giver.");
  story @14 :Common.Sealed(InputStory) $A.sealed((about = "participant, from", audience = coordinators))
    $A.help("Whether it is a personal story.");
  inputKind @15 :InputKind $A.help("What sort of input it is.");
  asksForSomething @16 :Common.YesNo $A.help("Does it ask for a change or an answer?");
  sharedWith @17 :InputShared $A.help("How far the giver lets it travel; with nobodyElse the words stay private.");
  returnRoute :union $A.help("How an answer can reach the giver.") {
    notRecorded @18 :Void $A.help("The record does not say.");
    direct @19 :Void $A.help("Straight to the giver.");
    through @20 :Common.Who $A.joins $A.help("Through a peer researcher or a group.");
    noticeWhereCollected @21 :Void $A.help("A notice at the place where it was collected.");
    inPublic @22 :Void $A.help("Only in public: nobody knows the giver.");
    none @23 :Void $A.help("There is no way back.");
  }
  heldBy @24 :Common.Who $A.joins $A.help("For a group's recommendation: who holds it.");
  notHeldBy @25 :Common.Who $A.joins $A.help("For a group's recommendation: who does not hold it.");
  themes @26 :List(Text) $A.help("Themes under which it is found again.");
  sameGiverAs @27 :List(Text) $A.refersTo(input) $A.joins
    $A.help("Other inputs known to come from the same giver, who need not be named.");
}

enum InputRevision {
  notRecorded @0;
  confirmedAsPutDown @1;
  putRight @2;
  viewChanged @3;
  withdrawn @4;
}

struct InputRevised
    $A.help("The giver confirmed, put right, changed or withdrew what was put down. Both versions stay.")
    $A.belongsTo("participant")
    $A.refusedAs(["input.two-texts", "input.nobody-else-in-clear", "input.not-the-giver"])
    $A.example("{\"kind\": \"inputRevised\", \"input\": \"I-7\", \"participant\": \"P-14\", \"revision\": \"putRight\", \"text\": \"Simpler words in the summary, not everywhere.\"}") {
  input @0 :Text $A.required $A.refersTo(input) $A.joins $A.help("The input.");
  participant @1 :Text $A.refersTo(participant) $A.joins $A.help("The giver, where it is one participant.");
  by @2 :Common.Who $A.joins $A.help("The giver, where it was a group or somebody outside.");
  revision @3 :InputRevision $A.help("What the giver did.");
  text @4 :Common.Words $A.sealed((about = "participant, by", audience = coordinators))
    $A.help("The input as it should read now. Plain text is kept private; {\"public\": \"...\"} is for everyone.");
  privateText @5 :Common.Sealed(Text) $A.sealed((about = "participant, by", audience = coordinators))
    $A.help("The same, where it must stay private and no single participant is on record as the giver.");
}

struct InputsRegrouped
    $A.help("Several inputs were drawn together, or one was split. Everyone who gave one is still owed an answer.")
    $A.refusedAs(["input.cycle"])
    $A.example("{\"kind\": \"inputsRegrouped\", \"inputs\": [\"I-7\", \"I-9\"], \"into\": [\"I-12\"], \"why\": \"Both ask for simpler words.\"}") {
  inputs @0 :List(Text) $A.required $A.refersTo(input) $A.joins $A.help("The inputs as they came.");
  into @1 :List(Text) $A.required $A.refersTo(input) $A.joins $A.help("The input or inputs that now stand for them.");
  why @2 :Text $A.help("Why they belong together or apart.");
  by @3 :Common.Who $A.joins $A.help("Who regrouped them.");
}

struct RationaleShared
    $A.help("A reason that several answers, a decision, a plan or a survey question share.")
    $A.example("{\"kind\": \"rationaleShared\", \"id\": \"RA-1\", \"reason\": \"Short rounds leave more time for newcomers.\", \"about\": [\"decision:D-3\"], \"by\": \"words: we\"}") {
  id @0 :Text $A.required $A.id(rationale) $A.help("A short id that people can say aloud: RA-1.");
  reason @1 :Text $A.required $A.help("The reason, in plain words.");
  inputs @2 :List(Text) $A.refersTo(input) $A.joins $A.help("The inputs it speaks to.");
  about @3 :List(Common.Ref)
    $A.refersToOneOf([decision, matter, surveyQuestion, survey, agendaItem, meeting, initiative, stage, work,
      workVersion, agreement, agreementVersion, conclusion, analysis, action, promise, response, entry, call, group])
    $A.joins $A.help("The decision, plan, agenda item or survey question it gives the reason for.");
  by @4 :Common.Who $A.joins $A.help("Whose reason it is, in the source's words where it says no more.");
}

enum ResponseDisposition {
  notRecorded @0;
  adopted @1;
  partly @2;
  deferred @3;
  declined @4;
  outOfScope @5;
  alreadySo @6;
  unresolved @7;
}

enum ResponseReason {
  notRecorded @0;
  declaredLimit @1;
  cost @2;
  time @3;
  law @4;
  safety @5;
  evidenceAgainst @6;
  opposingInputs @7;
  notOursToDecide @8;
  elsewhere @9;
  agreed @10;
  other @11;
}

enum ResponseAddressee {
  notRecorded @0;
  each @1;
  group @2;
  public @3;
}

struct ResponseGiven
    $A.help("An answer to what somebody said: what was done with it and why.")
    $A.refusedAs(["response.answers-nothing"])
    $A.example("{\"kind\": \"responseGiven\", \"id\": \"RE-3\", \"inputs\": [\"I-7\"], \"by\": \"group:WG\", \"disposition\": \"adopted\", \"reason\": \"The summary was too hard to read.\", \"decisions\": [\"D-7\"], \"addressedTo\": \"each\"}") {
  id @0 :Text $A.required $A.id(response) $A.help("A short id that people can say aloud: RE-3.");
  inputs @1 :List(Text) $A.refersTo(input) $A.joins $A.help("The inputs it answers.");
  concerns @2 :List(Text) $A.refersTo(concern) $A.joins $A.help("The concerns it answers.");
  by @3 :Common.Who $A.joins $A.help("Who answers.");
  disposition @4 :ResponseDisposition $A.help("What became of the input.");
  text @5 :Text $A.help("What was answered or done, in plain words for everyone.");
  reasonCode @6 :ResponseReason $A.help("The sort of reason.");
  reason @7 :Text $A.help("The reason, for this input and not a set phrase.");
  limit @8 :Text $A.refersTo(limit) $A.joins $A.help("The declared limit that stands in the way.");
  decisions @9 :List(Text) $A.refersTo(decision) $A.joins $A.help("The decisions that were taken on it.");
  rationale @10 :Text $A.refersTo(rationale) $A.joins $A.help("The shared reason it rests on.");
  matter @11 :Text $A.refersTo(matter) $A.joins $A.help("The matter under which it is still open or was settled.");
  shownBy @12 :List(Common.Ref)
    $A.refersToOneOf([conclusion, work, workVersion, message, meeting, action, promise, evidence, agreement,
      agreementVersion, outcome, entry])
    $A.joins $A.help("Where the answer can be seen.");
  deferredUntil @13 :Common.When $A.help("If it was put off: until when.");
  addressedTo @14 :ResponseAddressee $A.help("Did the answer go to each giver, to the group, or to the public?");
  toWhom @15 :Common.Who $A.joins $A.help("Whom it was given to.");
}

enum ResponseVerdict {
  notRecorded @0;
  fair @1;
  partly @2;
  notFair @3;
}

enum ResponseMet {
  notRecorded @0;
  inFull @1;
  inPart @2;
  notMet @3;
}

struct ResponseJudged
    $A.help("The giver says whether the answer was fair and whether it met what they said.")
    $A.belongsTo("participant")
    $A.refusedAs(["response.not-the-contributor"])
    $A.example("{\"kind\": \"responseJudged\", \"response\": \"RE-3\", \"participant\": \"P-14\", \"verdict\": \"fair\", \"met\": \"inPart\"}") {
  response @0 :Text $A.required $A.refersTo(response) $A.joins $A.help("The answer that is judged.");
  participant @1 :Text $A.refersTo(participant) $A.joins $A.help("The giver who judges it.");
  by @2 :Common.Who $A.joins $A.help("The giver, where it was a group or somebody outside.");
  verdict @3 :ResponseVerdict $A.help("Was the answer fair?");
  met @4 :ResponseMet $A.help("Did it meet what was said?");
  words @5 :Common.Words $A.sealed((about = "participant, by", audience = coordinators))
    $A.help("Why, in the giver's words. Plain text is kept private; {\"public\": \"...\"} is for everyone.");
}

enum ChangeClass {
  notRecorded @0;
  substantive @1;
  editorial @2;
}

struct ChangeMade
    $A.help("Something changed because of what people said or decided: in a work, or by an action.")
    $A.example("{\"kind\": \"changeMade\", \"inputs\": [\"I-7\"], \"decisions\": [\"D-7\"], \"version\": \"REPORT@2\", \"section\": \"Summary\", \"whatChanged\": \"Rewritten in plain words.\", \"changeClass\": \"substantive\"}") {
  inputs @0 :List(Text) $A.refersTo(input) $A.joins $A.help("The inputs that led to it.");
  concerns @1 :List(Text) $A.refersTo(concern) $A.joins $A.help("The concerns that led to it.");
  decisions @2 :List(Text) $A.refersTo(decision) $A.joins $A.help("The decisions that led to it.");
  version @3 :Common.WorkVersion $A.joins $A.help("The version of the work in which it can be seen: REPORT@2.");
  section @4 :Text $A.help("Where in that version.");
  action @5 :Text $A.refersTo(action) $A.joins $A.help("The action by which it was done.");
  whatChanged @6 :Text $A.help("What is different now.");
  changeClass @7 :ChangeClass $A.help("Does it change the meaning, or only the wording?");
  by @8 :Common.Who $A.joins $A.help("Who made the change.");
}
