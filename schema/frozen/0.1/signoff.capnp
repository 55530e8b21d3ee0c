# Works, their versions, who signed which version, and what was published.

@0xb43122fd31558a07;

using Cxx = import "/capnp/c++.capnp";
$Cxx.namespace("minutebook::schema");
using A = import "annotations.capnp";
using Common = import "common.capnp";
using Feedback = import "feedback.capnp";

enum WorkKind {
  notRecorded @0;
  report @1;
  policy @2;
  serviceDesign @3;
  survey @4;
  model @5;
  guide @6;
  dataset @7;
  creativePiece @8;
  talkOrPost @9;
  other @10;
}

struct WorkOpened
    $A.help("A piece of work that people make together: a report, a policy, a model, a poem, a dataset.")
    $A.example("{\"kind\": \"workOpened\", \"id\": \"REPORT\", \"title\": \"Our model\", \"workKind\": \"report\", \"by\": \"group:WG\"}") {
  id @0 :Text $A.required $A.id(work) $A.help("A short id that people can say aloud: REPORT.");
  title @1 :Text $A.help("What it is called.");
  workKind @2 :WorkKind $A.help("What it is.");
  by @3 :Common.Who $A.joins $A.help("Who makes it.");
  partOf @4 :Text $A.refersTo(work) $A.joins $A.help("The larger work it is part of.");
  about @5 :List(Common.Ref) $A.refersToOneOf([initiative, stage, matter, meeting, survey, work, request]) $A.joins
    $A.help("What it is about or comes out of.");
}

enum WorkAudience {
  notRecorded @0;
  inside @1;
  group @2;
  public @3;
}

enum WorkStanding {
  notRecorded @0;
  draft @1;
  workingPaper @2;
  final @3;
}

struct OutsideWork $A.help("A work that is on record in another ledger, or in none.") {
  ledger @0 :Text $A.help("The other ledger, by its origin.");
  work @1 :Text $A.help("The work's id there: REPORT@2.");
  title @2 :Text $A.help("What it is called.");
  document @3 :Common.Document $A.source("FIPS 180-4") $A.help("Its SHA-256.");
}

struct VersionMade
    $A.help("A version of a work: what it is made from, who drafted it, and for whom.")
    $A.refusedAs(["work.version-other-document"])
    $A.example("{\"kind\": \"versionMade\", \"work\": \"REPORT\", \"version\": \"2\", \"document\": \"not held\", \"draftedBy\": \"A-1, A-2\", \"fromVersions\": [\"REPORT@1\"], \"madeFor\": \"public\", \"standing\": \"final\"}") {
  work @0 :Text $A.required $A.refersTo(work) $A.joins $A.help("The work.");
  version @1 :Text $A.required $A.id(workVersion)
    $A.help("The version's label, new in this work: 2. Others refer to it as REPORT@2.");
  document @2 :Common.Document $A.source("FIPS 180-4") $A.help("The version, by its SHA-256; or \"not held\".");
  bytes @3 :Common.Count $A.unit("bytes") $A.help("How long the document is.");
  mediaType @4 :Text $A.source("RFC 6838") $A.help("Its media type: application/pdf.");
  draftedBy @5 :Common.Who $A.joins $A.help("Who drafted it.");
  overseenBy @6 :Common.Who $A.joins $A.help("Who oversaw the drafting.");
  fromVersions @7 :List(Common.WorkVersion) $A.joins $A.help("The versions it is made from.");
  fromConclusions @8 :List(Text) $A.refersTo(conclusion) $A.joins $A.help("The conclusions it is made from.");
  fromOutside @9 :List(OutsideWork) $A.help("Works of other ledgers that it is made from.");
  madeFor @10 :WorkAudience $A.help("Whom it is for.");
  standing @11 :WorkStanding $A.help("A draft, a working paper, or final?");
  validFor @12 :Text $A.help("The context it holds for.");
  summary @13 :Text $A.help("What it says, in short.");
  plainVersion @14 :Common.Document $A.words("plain-language version") $A.source("FIPS 180-4")
    $A.help("The plain-language version, by its SHA-256.");
  changeClass @15 :Feedback.ChangeClass
    $A.help("Against the version before: does the meaning change, or only the wording?");
  whatChanged @16 :Text $A.help("What is different from the version before.");
  language @17 :Text $A.source("RFC 5646") $A.help("The language it is in: en-GB.");
}

enum SignOffPart {
  notRecorded @0;
  contents @1;
  summary @2;
  takeAwayMessages @3;
}

struct SignOffSeat $A.help("Somebody who is asked to sign, as of the day the round opened.") {
  participant @0 :Text $A.required $A.refersTo(participant) $A.joins $A.help("Who.");
  expertise @1 :List(Common.Expertise) $A.help("In which expertise they are asked.");
  left @2 :Common.YesNo $A.help("Had they left by that day? They are listed all the same.");
}

struct SignOffShare {
  expertise @0 :Common.Expertise $A.required $A.help("The expertise.");
  share @1 :Common.Figure $A.unit("per cent") $A.help("The share of replies within it that must assent.");
}

struct SignOffOpened
    $A.help("A round in which people are asked to sign one version of a work. Who may sign is fixed that day.")
    $A.refusedAs(["signoff.seat-twice"])
    $A.example("{\"kind\": \"signOffOpened\", \"id\": \"R-1\", \"version\": \"REPORT@2\", \"covers\": [\"contents\"], \"eligible\": [{\"participant\": \"P-14\", \"expertise\": [\"livedExperience\"]}], \"closes\": \"2021-10-15\"}") {
  id @0 :Text $A.required $A.id(round) $A.help("A short id that people can say aloud: R-1.");
  version @1 :Common.WorkVersion $A.required $A.joins $A.help("The version to sign: REPORT@2.");
  covers @2 :List(SignOffPart) $A.help("What people sign: the contents, the summary, the take-away messages.");
  eligible @3 :List(SignOffSeat) $A.help("Everyone who is asked, leavers marked.");
  opens @4 :Common.When $A.help("From when people can sign.");
  closes @5 :Common.When $A.help("Until when people can sign.");
  overallShare @6 :Common.Figure $A.unit("per cent") $A.help("The share of replies that must assent.");
  shares @7 :List(SignOffShare) $A.help("The share that must assent within each expertise.");
  remindersPlanned @8 :Common.Count $A.unit("reminders") $A.help("How many reminders are planned.");
  by @9 :Common.Who $A.joins $A.help("Who asks.");
  decision @10 :Text $A.refersTo(decision) $A.joins $A.help("The decision that set the thresholds.");
}

enum SignOffAnswer {
  notRecorded @0;
  assent @1;
  assentWithReservations @2;
  assentIf @3;
  dissent @4;
  abstain @5;
}

struct SignOffGiven
    $A.help("A person signs a version, or a group is told to have signed as one; never split into its members.")
    $A.belongsTo("participant")
    $A.refusedAs(["signoff.nobody", "signoff.told-and-signed", "signoff.no-work", "signoff.not-eligible",
      "signoff.other-version", "signoff.wrong-document"])
    $A.example("{\"kind\": \"signOffGiven\", \"version\": \"REPORT@1\", \"group\": \"WG\", \"answer\": \"assent\", \"asTold\": \"to everyone's satisfaction\"}") {
  round @0 :Text $A.refersTo(round) $A.joins $A.help("The round in which it is given.");
  version @1 :Common.WorkVersion $A.joins $A.help("With no round on record: the version that was signed, REPORT@2.");
  document @2 :Common.Document $A.source("FIPS 180-4") $A.help("The document that was signed, by its SHA-256.");
  covers @3 :List(SignOffPart) $A.help("What was signed: the contents, the summary, the take-away messages.");
  participant @4 :Text $A.refersTo(participant) $A.joins $A.help("Who signs, for themselves alone.");
  group @5 :Text $A.refersTo(group) $A.joins $A.words("told collectively of group")
    $A.help("The group that is told to have signed as one; never read as signed by each of its members.");
  asTold @6 :Text $A.help("The source's own words for who signed and how, where it was told collectively.");
  as @7 :Common.Expertise $A.help("In which expertise the person signs; else all those they held that day count.");
  answer @8 :SignOffAnswer $A.help("What the answer is.");
  condition @9 :Common.Words $A.sealed((about = "participant", audience = coordinators))
    $A.help("If the assent has a condition: which. Plain text is kept private; {\"public\": \"...\"} is for everyone.");
  statement @10 :Common.Words $A.sealed((about = "participant", audience = coordinators))
    $A.help("What they want to say with it. Plain text is kept private; {\"public\": \"...\"} is for everyone.");
  groupStatement @11 :Common.Sealed(Text) $A.sealed((about = "group", audience = coordinators))
    $A.help("What the group said with it, where that must stay private.");
}

struct SignOffTally $A.help("The count for one expertise.") {
  expertise @0 :Common.Expertise $A.required $A.help("The expertise.");
  asked @1 :Common.Count $A.unit("people") $A.help("How many were asked.");
  assent @2 :Common.Count $A.unit("people") $A.help("How many assented.");
  withReservations @3 :Common.Count $A.unit("people") $A.help("How many assented with reservations.");
  onCondition @4 :Common.Count $A.unit("people") $A.help("How many assented on a condition.");
  dissent @5 :Common.Count $A.unit("people") $A.help("How many dissented.");
  abstain @6 :Common.Count $A.unit("people") $A.help("How many abstained.");
  noReply @7 :Common.Count $A.unit("people") $A.help("How many gave no reply; silence is never assent.");
  left @8 :Common.Count $A.unit("people") $A.help("How many had left.");
}

enum SignOffResult {
  notRecorded @0;
  approved @1;
  approvedWithoutGroup @2;
  notApproved @3;
}

struct SignOffClosed
    $A.help("A sign-off round ended: the count by expertise, who gave no reply, and the result.")
    $A.refusedAs(["signoff.already-closed", "signoff.does-not-follow"])
    $A.example("{\"kind\": \"signOffClosed\", \"round\": \"R-1\", \"tally\": [{\"expertise\": \"livedExperience\", \"asked\": 4, \"assent\": 3, \"noReply\": 1}], \"reminders\": 2, \"result\": \"approved\"}") {
  round @0 :Text $A.required $A.refersTo(round) $A.joins $A.help("The round that ended.");
  closed @1 :Common.When $A.help("When it ended.");
  tally @2 :List(SignOffTally) $A.help("The count, by expertise.");
  noReply @3 :Common.Count $A.unit("people") $A.help("How many gave no reply at all.");
  reminders @4 :Common.Count $A.unit("reminders") $A.help("After how many reminders.");
  left @5 :Common.Count $A.unit("people") $A.help("How many had left by the end.");
  result @6 :SignOffResult $A.help("The result, as it follows from the answers and the thresholds.");
  withoutAgreementOf @7 :List(Common.Expertise) $A.help("The groups of expertise that did not agree.");
  wentOnOver @8 :Text $A.words("went on over objections") $A.refersTo(decision) $A.joins
    $A.help("The decision by which the work went on over objections.");
  by @9 :Common.Who $A.joins $A.help("Who counted.");
}

struct WorkPublished
    $A.help("A work was published: which version, where, under which title, and with what dissent shown.")
    $A.refusedAs(["work.not-its-version"])
    $A.example("{\"kind\": \"workPublished\", \"version\": \"REPORT@2\", \"document\": \"not held\", \"titles\": [\"Our model\"], \"where\": [\"the charity's website\"], \"by\": \"organisation:ORG\", \"standing\": \"final\"}") {
  version @0 :Common.WorkVersion $A.joins $A.help("The version that was published: REPORT@2.");
  work @1 :Text $A.refersTo(work) $A.joins $A.help("The work, where no version of it is on record.");
  document @2 :Common.Document $A.source("FIPS 180-4") $A.help("What was published, by its SHA-256; or \"not held\".");
  where @3 :List(Text) $A.help("Where it was published.");
  titles @4 :List(Text) $A.help("The title or titles as published.");
  formats @5 :List(Text) $A.help("The formats on offer: web page, large print, film.");
  standing @6 :WorkStanding $A.help("A draft, a working paper, or final?");
  by @7 :Common.Who $A.joins $A.help("Who published it.");
  decisions @8 :List(Text) $A.refersTo(decision) $A.joins $A.help("The decisions that are in it.");
  dissentCount @9 :Common.Count $A.unit("people") $A.help("How many dissents are shown with it.");
  dissents @10 :List(Common.Ref) $A.refersToOneOf([entry]) $A.joins
    $A.help("The dissents that are printed in it, each with the person's consent.");
  dataConsent @11 :Text $A.words("basis of consent for data")
    $A.help("On what consent the data of people are published.");
  consents @12 :List(Common.Ref) $A.refersToOneOf([entry]) $A.joins $A.help("The entries in which people consented.");
  language @13 :Text $A.source("RFC 5646") $A.help("The language it is in: en-GB.");
}
