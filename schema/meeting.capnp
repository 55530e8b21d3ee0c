# Meetings, actions and messages: who was invited, who came, what was on the agenda, who took on what,
# and everything that was sent to people, with whether it arrived.

@0xe0801714558867d3;

using Cxx = import "/capnp/c++.capnp";
$Cxx.namespace("minutebook::schema");
using A = import "annotations.capnp";
using Common = import "common.capnp";

enum MeetingKind {
  notRecorded @0;
  meeting @1;
  interview @2;
  workshop @3;
  breakout @4;
  plenary @5;
  dropIn @6;
  seminar @7;
  board @8;
  visit @9;
  launch @10;
  other @11;
}

enum MeetingPlaceKind {
  notRecorded @0;
  neutral @1;
  community @2;
  groupsOwn @3 $A.words("group's own");
  organisations @4 $A.words("organisation's");
  online @5;
  onlineGroupsChoice @6 $A.words("online because the group chose it");
}

struct MeetingScheduled
    $A.help("A meeting, interview, workshop or visit is planned: when, where, how long, who is invited, what about.")
    $A.example("{\"kind\": \"meetingScheduled\", \"id\": \"M-3\", \"meetingKind\": \"workshop\", \"title\": \"Half-day workshop\", \"start\": \"2024-05-02T10:00+01:00\", \"minutes\": 180, \"placeKind\": \"onlineGroupsChoice\", \"calledBy\": \"group:WG\", \"invited\": \"group:TENANTS\", \"papersRequired\": \"yes\", \"about\": [\"work:REPORT\"]}") {
  id @0 :Text $A.required $A.id(meeting) $A.help("A short id that people can say aloud: M-3.");
  meetingKind @1 :MeetingKind $A.help("What sort of meeting.");
  title @2 :Text $A.help("What it is called.");
  partOf @3 :Text $A.refersTo(meeting) $A.joins $A.help("The larger meeting that it is a part of.");
  start @4 :Common.When $A.help("When it is to begin.");
  clockTimes @5 :Text $A.help("The times announced, as told, where the day is not known: 10:00 to 13:00.");
  minutes @6 :Common.Count $A.unit("minutes") $A.help("How long it is to last.");
  placeKind @7 :MeetingPlaceKind $A.help("Whose place it is.");
  place @8 :Text $A.help("Where it is to be held, for everyone to read; never somebody's home.");
  calledBy @9 :Common.Who $A.joins $A.help("Who called it.");
  placeChosenBy @10 :Common.Who $A.joins $A.help("Who chose the place.");
  invited @11 :Common.Who $A.joins $A.help("Who is invited.");
  papersRequired @12 :Common.YesNo $A.help("Whether there is something to read beforehand.");
  about @13 :List(Common.Ref) $A.joins
    $A.refersToOneOf([work, workVersion, matter, input, survey, decision, agreement, promise, request, round, stage])
    $A.help("The works or matters it is about.");
  howMany @14 :Common.Count $A.unit("meetings") $A.help("How many meetings, when several are told as one.");
}

enum AgendaItemKind {
  notRecorded @0;
  talk @1;
  break @2;
  breakout @3;
  plenary @4;
  rooms @5;
  other @6;
}

struct AgendaItemProposed $A.help("Somebody puts a talk, a break, a breakout or anything else forward for an agenda.")
    $A.example("{\"kind\": \"agendaItemProposed\", \"id\": \"AG-2\", \"meeting\": \"M-3\", \"by\": \"P-14\", \"item\": \"What a good repair looks like\", \"itemKind\": \"breakout\", \"start\": \"15 minutes after meeting:M-3\", \"minutes\": 20, \"roomSize\": 4, \"ledBy\": \"P-7\"}") {
  id @0 :Text $A.required $A.id(agendaItem) $A.help("A short id that people can say aloud: AG-2.");
  meeting @1 :Text $A.refersTo(meeting) $A.joins
    $A.help("The meeting it is for; leave it out for any meeting to come.");
  by @2 :Common.Who $A.joins $A.help("Who put it forward.");
  item @3 :Text $A.required $A.help("What is to be talked about or done.");
  about @4 :List(Common.Ref) $A.joins
    $A.refersToOneOf([input, matter, work, workVersion, survey, decision, response, action, promise, finding,
      agreement])
    $A.help("The inputs, matters or works it is about.");
  itemKind @5 :AgendaItemKind $A.help("A talk, a break, a breakout, a plenary, or rooms side by side.");
  start @6 :Common.When $A.help("When it is planned to begin.");
  clockTimes @7 :Text $A.help("The times announced, as told, where the day is not known: 10:15 to 10:35.");
  minutes @8 :Common.Count $A.unit("minutes") $A.help("How long it is planned to last.");
  ledBy @9 :Common.Who $A.joins $A.help("Who is to lead it.");
  roomSize @10 :Common.Count $A.unit("people") $A.help("How many people in each room, where people split up.");
  questions @11 :List(Text) $A.help("The questions to be talked about.");
  plan @12 :Text $A.help("How it is to be done.");
}

enum AgendaItemOutcome {
  notRecorded @0;
  onTheAgenda @1;
  declined @2;
  held @3;
  notReached @4;
}

struct AgendaItemSettled
    $A.help("What became of an agenda item: on the agenda, declined with a reason, held, or not reached.")
    $A.example("{\"kind\": \"agendaItemSettled\", \"agendaItem\": \"AG-2\", \"outcome\": \"held\", \"minutes\": 25, \"ledBy\": \"P-7\"}") {
  agendaItem @0 :Text $A.required $A.refersTo(agendaItem) $A.joins $A.help("The agenda item.");
  outcome @1 :AgendaItemOutcome $A.required $A.help("What became of it.");
  meeting @2 :Text $A.refersTo(meeting) $A.joins $A.help("The meeting, where the proposal names none or another.");
  reason @3 :Text $A.help("Why it was declined or not reached.");
  by @4 :Common.Who $A.joins $A.help("Who put it on the agenda or declined it.");
  minutes @5 :Common.Count $A.unit("minutes") $A.help("How long it took.");
  ledBy @6 :Common.Who $A.joins $A.help("Who led it.");
}

enum AttendancePart {
  notRecorded @0;
  tookPart @1;
  interviewed @2;
  wasInterviewed @3;
  led @4;
  tookNotes @5;
  presented @6;
  ranTheTechnology @7;
  observed @8;
}

struct AttendanceOf {
  who @0 :Common.Who $A.required $A.joins $A.help("Who came; a person, or a group told as one.");
  as @1 :Common.Expertise
    $A.help("In which of their expertises they were there; left out, all those that they held that day count.");
  parts @2 :List(AttendancePart) $A.help("The parts they played.");
}

struct AttendanceCount {
  expertise @0 :Common.Expertise $A.help("People with which expertise.");
  part @1 :AttendancePart $A.help("The part they played, where the count is of that.");
  howMany @2 :Common.Count $A.unit("people") $A.help("How many came.");
}

struct AttendanceRecorded
    $A.help("Who came to a meeting and which part each played, or how many where names are not recorded.")
    $A.example("{\"kind\": \"attendanceRecorded\", \"meeting\": \"M-3\", \"people\": [{\"who\": \"P-7\", \"as\": \"livedExperience\", \"parts\": [\"led\"]}], \"counts\": [{\"expertise\": \"livedExperience\", \"howMany\": \"at least 8\"}]}") {
  meeting @0 :Text $A.required $A.refersTo(meeting) $A.joins $A.help("The meeting.");
  people @1 :List(AttendanceOf) $A.help("Who came, and which part each played.");
  counts @2 :List(AttendanceCount) $A.help("How many came with each expertise, where names are not recorded.");
  inAll @3 :Common.Count $A.unit("people") $A.help("How many came in all, where only that is known.");
  inWords @4 :Text $A.help("The source's own words: quite well attended.");
}

struct MeetingHeld $A.help("A meeting took place: the one that was scheduled, or one recorded here for the first time.")
    $A.refusedAs(["meeting.which"])
    $A.example("{\"kind\": \"meetingHeld\", \"meeting\": \"M-3\", \"minutes\": 185, \"topics\": [\"power\", \"ground rules\"], \"minutesDocument\": \"not held\"}") {
  id @0 :Text $A.id(meeting) $A.help("A short id for a meeting that was never scheduled on record: M-4.");
  meeting @1 :Text $A.refersTo(meeting) $A.joins $A.help("The scheduled meeting that took place.");
  meetingKind @2 :MeetingKind $A.help("What sort of meeting it was, where that is not said already.");
  title @3 :Text $A.help("What it was called, where that is not said already.");
  partOf @4 :Text $A.refersTo(meeting) $A.joins $A.help("The larger meeting that it was a part of.");
  placeKind @5 :MeetingPlaceKind $A.help("Whose place it was held in.");
  place @6 :Text $A.help("Where it was held, for everyone to read; never somebody's home.");
  calledBy @7 :Common.Who $A.joins $A.help("Who called it.");
  placeChosenBy @8 :Common.Who $A.joins $A.help("Who chose the place.");
  invited @9 :Common.Who $A.joins $A.help("Who was invited.");
  about @10 :List(Common.Ref) $A.joins
    $A.refersToOneOf([work, workVersion, matter, input, survey, decision, agreement, promise, request, round, stage])
    $A.help("The works or matters it was about.");
  howMany @11 :Common.Count $A.unit("meetings") $A.help("How many meetings, when several are told as one.");
  minutes @12 :Common.Count $A.unit("minutes") $A.help("How long it lasted; of several told as one, each.");
  topics @13 :List(Text) $A.help("What was talked about, in a word or two each: power, ground rules, money.");
  minutesDocument @14 :Common.Document $A.help("The minutes, where they name or quote nobody.");
  sealedMinutes @15 :Common.Sealed(Data) $A.sealed((about = "initiative", audience = coordinators))
    $A.help("The minutes, where they name or quote a person.");
  nobodyCame @16 :Common.YesNo $A.help("Whether nobody came.");
}

struct MeetingCancelled $A.help("A scheduled meeting will not take place, or is moved.")
    $A.example("{\"kind\": \"meetingCancelled\", \"meeting\": \"M-3\", \"by\": \"P-2\", \"why\": \"The hall was flooded.\", \"movedTo\": \"M-5\"}") {
  meeting @0 :Text $A.required $A.refersTo(meeting) $A.joins $A.help("The meeting that will not take place.");
  by @1 :Common.Who $A.joins $A.help("Who cancelled it.");
  why @2 :Text $A.help("Why, for everyone to read; never a person's health or circumstances.");
  movedTo @3 :Text $A.refersTo(meeting) $A.joins $A.help("The meeting that takes its place.");
  told @4 :List(Text) $A.refersTo(message) $A.joins $A.help("The messages that told people.");
}

enum ActionHow {
  notRecorded @0;
  offered @1;
  assigned @2;
  volunteered @3;
}

enum ActionStageOfWork {
  notRecorded @0;
  plan @1;
  deliver @2;
  evaluate @3;
}

enum ActionKindOfWork {
  notRecorded @0;
  telling @1;
  thinking @2;
  deciding @3;
  clerical @4;
}

struct ActionOpened
    $A.help("Something is to be done: what, by whom, and whether it was offered, assigned or volunteered for.")
    $A.example("{\"kind\": \"actionOpened\", \"id\": \"AC-4\", \"what\": \"Ask the college for a room.\", \"to\": \"P-14\", \"how\": \"volunteered\", \"meeting\": \"M-3\", \"stageOfWork\": \"deliver\", \"kindOfWork\": \"clerical\", \"becauseOf\": [\"input:I-7\"], \"due\": \"2024-06\"}") {
  id @0 :Text $A.required $A.id(action) $A.help("A short id that people can say aloud: AC-4.");
  what @1 :Text $A.required $A.help("What is to be done.");
  to @2 :Common.Who $A.joins $A.help("Who is to do it.");
  how @3 :ActionHow $A.help("Whether it was offered to them, assigned, or they volunteered.");
  by @4 :Common.Who $A.joins $A.help("Who offered or assigned it.");
  meeting @5 :Text $A.refersTo(meeting) $A.joins $A.help("The meeting it came from.");
  stageOfWork @6 :ActionStageOfWork $A.help("Whether it is part of planning, delivering or evaluating.");
  kindOfWork @7 :ActionKindOfWork $A.help("Whether it is telling, thinking, deciding or clerical work.");
  becauseOf @8 :List(Common.Ref) $A.joins
    $A.refersToOneOf([input, response, decision, matter, promise, review, reviewGap, survey, finding, agendaItem,
      agreement, agreementVersion, work, workVersion, conclusion, request, entry])
    $A.help("What led to it.");
  due @9 :Common.When $A.help("By when.");
}

enum ActionState {
  notRecorded @0;
  takenOn @1;
  declined @2;
  goingOn @3;
  done @4;
  dropped @5;
  handedOn @6;
}

struct ActionUpdated $A.help("How an action stands: taken on, declined, going on, done, dropped or handed on.")
    $A.example("{\"kind\": \"actionUpdated\", \"action\": \"AC-4\", \"state\": \"handedOn\", \"handedTo\": \"P-7\", \"why\": \"Knows the college.\"}") {
  action @0 :Text $A.required $A.refersTo(action) $A.joins $A.help("The action.");
  state @1 :ActionState $A.required $A.help("How it stands; declining needs no reason.");
  by @2 :Common.Who $A.joins $A.help("Who says so.");
  handedTo @3 :Common.Who $A.joins $A.help("Who has taken it over.");
  why @4 :Text $A.help("Why, for everyone to read.");
  newDue @5 :Common.When $A.help("The new date, where it was put off.");
  evidence @6 :List(Common.Ref) $A.joins
    $A.refersToOneOf([work, workVersion, meeting, message, decision, input, evidence, report, outcome, entry])
    $A.help("The records that show it.");
}

enum MessageRoute {
  notRecorded @0;
  post @1;
  hand @2;
  email @3 $A.words("e-mail");
  phone @4;             # a call or a text message
  noticeWherePeopleAre @5;
  spoken @6;            # said to people who were there
  website @7;
  other @8;
}

enum MessageUsable {
  notRecorded @0;
  yes @1;
  no @2;
  notChecked @3;
}

struct MessageDocument {
  title @0 :Text $A.help("What it is called.");
  version @1 :Common.WorkVersion $A.joins $A.help("The version of a work that it is.");
  document @2 :Common.Document $A.help("Its SHA-256, where it names or quotes nobody.");
  sealedDocument @3 :Common.Sealed(Data) $A.sealed((about = "initiative", audience = coordinators))
    $A.help("Its SHA-256, where it names or quotes a person.");
  required @4 :Common.YesNo $A.help("Whether people are asked to read it.");
  pages @5 :Common.Count $A.unit("pages") $A.help("How long it is.");
  summaryPages @6 :Common.Count $A.unit("pages") $A.help("How long the summary is that was sent with it.");
  fullVersionOnOffer @7 :Common.YesNo $A.help("Whether people may ask for the full version.");
  summaryLeavesOut @8 :Text $A.help("What the summary leaves out.");
  plainWordsCheckedBy @9 :Common.Who $A.joins
    $A.help("Who read it beforehand to see that it is in plain words.");
}

struct MessageEnclosures {
  documents @0 :List(MessageDocument) $A.help("What was sent.");
}

struct MessageNotice {
  whoWillBeThere @0 :Common.Who $A.joins $A.help("Who will be there.");
  minutes @1 :Common.Count $A.unit("minutes") $A.help("How long it will last.");
  whatIsAsked @2 :Text $A.help("What is asked of people.");
  whomToAsk @3 :Common.Who $A.joins $A.help("Whom to ask.");
  documents @4 :List(MessageDocument) $A.help("What was sent with it.");
}

struct MessageReason {
  reason @0 :Text $A.help("The reason that people were given.");
  documents @1 :List(MessageDocument) $A.help("What was sent with it.");
}

struct MessageApology {
  forWhat @0 :Text $A.help("What is regretted.");
  whatWillChange @1 :Text $A.help("What will be done differently.");
}

struct MessageRecipient {
  participant @0 :Text $A.required $A.refersTo(participant) $A.joins $A.help("Who it was sent to.");
  contact @1 :Common.Sealed(Text) $A.sealed((about = "participant", audience = coordinators))
    $A.help("The address or number it was sent to.");
  how @2 :MessageRoute $A.help("How it was sent, where it differs from the others.");
  language @3 :Text $A.source("RFC 5646") $A.help("In which language, where it differs: en, cy, ur.");
  format @4 :Common.Sealed(Text) $A.sealed((about = "participant", audience = coordinators))
    $A.help("In which format: large print, audio, easy read.");
  oneTheyCanUse @5 :MessageUsable $A.help("Whether it is a format that they can use.");
  arrived @6 :Common.When $A.help("When it arrived; unknown is a value.");
  failed @7 :Common.Sealed(Text) $A.sealed((about = "participant", audience = coordinators))
    $A.help("That it did not arrive, and why.");
}

struct MessageSent
    $A.help("Anything told to people: papers, notice, invitation, minutes, answer, progress, you said we did.")
    $A.example("{\"kind\": \"messageSent\", \"id\": \"MSG-4\", \"what\": {\"papers\": {\"documents\": [{\"title\": \"Draft report\", \"document\": \"not held\", \"required\": \"yes\", \"pages\": 12}]}}, \"about\": [\"meeting:M-3\"], \"to\": \"group:TENANTS\", \"how\": \"post\", \"recipients\": [{\"participant\": \"P-14\", \"contact\": \"12 Mill Lane\", \"format\": \"large print\", \"oneTheyCanUse\": \"yes\"}], \"occurredAt\": \"14 days before meeting:M-3\"}") {
  id @0 :Text $A.required $A.id(message) $A.help("A short id that people can say aloud: MSG-4.");
  what :union $A.help("What sort of message it was, with what belongs to that.") {
    notRecorded @1 :Void $A.help("It is not known what was sent.");
    invitation @2 :MessageNotice $A.help("An invitation to a meeting, a survey, a launch or an initiative.");
    callForAgendaItems @3 :Void $A.help("People are asked what to put on the agenda.");
    notice @4 :MessageNotice $A.help("Notice of a meeting: who will be there, how long, what is asked of people.");
    papers @5 :MessageEnclosures $A.help("Papers to read beforehand.");
    guidance @6 :MessageEnclosures $A.help("A schedule or guidance for people who lead, interview or take part.");
    plan @7 :MessageEnclosures $A.help("The plan, or a change of it.");
    minutes @8 :MessageEnclosures $A.help("The minutes of a meeting.");
    acknowledgement @9 :Void $A.help("Something that was said or asked has been received.");
    response @10 :MessageEnclosures $A.help("An answer to what was said or asked.");
    progress @11 :MessageEnclosures $A.help("How it is going.");
    noChange @12 :Void $A.help("Nothing has changed yet.");
    levelChanged @13 :MessageReason $A.help("People share more or less in the power than before, and why.");
    override @14 :MessageReason $A.help("Somebody above overruled the group, and why.");
    waiver @15 :MessageReason $A.help("An exception from a standard was made, and why.");
    outcome @16 :MessageEnclosures $A.help("What came of it.");
    differenceMade @17 :MessageEnclosures $A.help("What difference it made later.");
    surveyResults @18 :MessageEnclosures $A.help("What a survey found.");
    youSaidWeDid @19 :MessageEnclosures $A.help("What people said and what was done about each point.");
    signOffRequest @20 :MessageEnclosures $A.help("People are asked to sign off a version of a work.");
    reminder @21 :Void $A.help("A reminder of something asked before.");
    creditOffer @22 :Void $A.help("People are asked how they want to be credited.");
    apology @23 :MessageApology $A.help("An apology.");
    other @24 :Text $A.help("Something else, in a few words.");
  }
  about @25 :List(Common.Ref) $A.joins
    $A.refersToOneOf([entry, organisation, initiative, stage, group, limit, meeting, channel, survey, surveyQuestion,
      input, rationale, response, matter, decision, option, work, workVersion, round, rate, time, claim, payment,
      action, promise, standard, standardVersion, clause, waiver, finding, experiment, message, agreement,
      agreementVersion, request, call, agendaItem, evidence, analysis, conclusion, outcome, report, review,
      reviewGap])
    $A.help("Every input, meeting, decision, promise or other record that it covers.");
  by @26 :Common.Who $A.joins $A.help("Who sent it.");
  to @27 :Common.Who $A.joins $A.help("To whom: people, a group, an organisation, people outside.");
  recipients @28 :List(MessageRecipient)
    $A.help("Person by person, where an address, format, language or arrival is to be recorded.");
  how @29 :MessageRoute $A.help("How it was sent.");
  language @30 :Text $A.source("RFC 5646") $A.help("In which language: en, cy, ur.");
  oneTheyCanUse @31 :MessageUsable $A.help("Whether the format is one that everybody it went to can use.");
  summary @32 :Text $A.help("What it says in short, for everyone to read.");
  letter @33 :Common.Document $A.help("The message itself as a document, where it names or quotes nobody.");
  sealedLetter @34 :Common.Sealed(Data) $A.sealed((about = "initiative", audience = coordinators))
    $A.help("The message itself as a document, where it names or quotes a person.");
  howToAnswerBack @35 :Text $A.help("How people can answer back.");
  answerBy @36 :Common.When $A.help("By when an answer is wanted.");
  nextNewsBy @37 :Common.When $A.help("By when people are told they will hear again.");
  dissentShown @38 :Common.Count $A.unit("dissents")
    $A.help("How many dissents it shows, where it tells of a decision or a work.");
  replaces @39 :Text $A.refersTo(message) $A.joins $A.help("The earlier message that it puts right.");
  arrived @40 :Common.When $A.help("When it arrived with everybody it went to; unknown is a value.");
}

enum DeliveryTroubleKind {
  notRecorded @0;
  turnedDown @1;
  failed @2;
}

struct SealedDeliveryTrouble {
  trouble @0 :DeliveryTroubleKind $A.help("Turned down by the person, or it did not reach them.");
  why @1 :Text $A.help("Why.");
}

struct DeliveryReported
    $A.help("Whether a message arrived with one person or group: when, or that it was turned down or failed.")
    $A.example("{\"kind\": \"deliveryReported\", \"message\": \"MSG-4\", \"participant\": \"P-14\", \"trouble\": {\"trouble\": \"failed\", \"why\": \"Moved house\"}, \"triedAgain\": \"MSG-5\"}") {
  message @0 :Text $A.required $A.refersTo(message) $A.joins $A.help("The message.");
  participant @1 :Text $A.refersTo(participant) $A.joins $A.help("The person it was sent to.");
  to @2 :Common.Who $A.joins $A.help("The group, organisation or people outside, where it is not one person.");
  arrived @3 :Common.When $A.help("When it arrived; unknown is a value.");
  trouble @4 :Common.Sealed(SealedDeliveryTrouble)
    $A.sealed((about = "participant, to", audience = coordinators))
    $A.help("That it was turned down or failed, and why.");
  notArrivedWhy @5 :Text
    $A.help("Why it did not reach a group, an organisation or people outside; never about a person.");
  triedAgain @6 :Text $A.refersTo(message) $A.joins $A.help("The message that tried again, by another route.");
}
