# Standards, waivers and audit: the rules people set, exceptions, findings, claims and reports.

@0xebd20de36733d7f1;

using Cxx = import "/capnp/c++.capnp";
$Cxx.namespace("minutebook::schema");
using A = import "annotations.capnp";
using Common = import "common.capnp";

enum StandardKind {
  notRecorded @0;
  clauses @1;
  referenceData @2;
}

enum StandardData {
  notRecorded @0;
  wageTable @1;
  holidays @2;
  other @3;
}

struct StandardAdopted
    $A.help("A set of clauses or a table of reference data was adopted. Its parts follow in the same submission.")
    $A.refusedAs(["standard.parts-missing", "standard.does-not-add-up"])
    $A.example("{\"kind\": \"standardAdopted\", \"id\": \"BASE\", \"version\": \"1\", \"title\": \"Our participation standards\", \"standardKind\": \"clauses\", \"ownedBy\": \"group:WG\", \"decision\": \"D-2\", \"from\": \"2021-05-01\", \"parts\": 12}") {
  id @0 :Text $A.required $A.id(standard) $A.help("A short id people can say aloud: BASE; a later version keeps it.");
  version @1 :Text $A.required $A.id(standardVersion)
    $A.help("The version's label, new in this standard: 1. Others refer to it as BASE@1.");
  title @2 :Text $A.help("What it is called.");
  standardKind @3 :StandardKind $A.help("Clauses, or reference data?");
  data @4 :StandardData $A.help("Which reference data.");
  pack @5 :Common.Document $A.source("FIPS 180-4") $A.help("The whole pack, by its SHA-256.");
  head @6 :Text $A.help("The pack's text before its first part, character for character.");
  parts @7 :Common.Count $A.unit("parts") $A.help("How many parts follow in the same submission.");
  ownedBy @8 :Common.Who $A.joins $A.help("Whose standard it is: the group, an organisation, a funder.");
  by @9 :Common.Who $A.joins $A.help("Who adopted it.");
  decision @10 :Text $A.refersTo(decision) $A.joins $A.help("The decision by which it was adopted.");
  from @11 :Common.When $A.help("From when it holds.");
  basedOn @12 :List(Common.StandardVersion) $A.joins $A.help("The standards it chooses from or builds on.");
  comesFrom @13 :Text $A.help("Where it comes from, in words.");
}

enum ClausePart {
  notRecorded @0;
  clause @1;
  table @2;
}

enum ClauseObligation {
  notRecorded @0;
  must @1;
  should @2;
  may @3;
}

struct ClauseCheck $A.help("A check of the program that decides the clause.") {
  name @0 :Text $A.required $A.help("The check's name: papers_in_time.");
  sql @1 :Common.Document $A.source("FIPS 180-4") $A.help("The check's SQL, by its SHA-256.");
}

struct StandardParameter {
  name @0 :Text $A.required $A.help("The parameter's name.");
  value @1 :Text $A.required $A.help("Its value, as written.");
  unit @2 :Text $A.help("What it counts: days, people, per cent.");
}

struct ClauseTableRow {
  cells @0 :List(Text) $A.help("The cells of the row, in the order of the columns.");
}

struct ClauseAdopted
    $A.help("One part of an adopted standard: a clause with its check, or a table of reference data.")
    $A.refusedAs(["standard.part-alone", "standard.unknown-check"])
    $A.example("{\"kind\": \"clauseAdopted\", \"id\": \"BASE-PR-01\", \"standard\": \"BASE@1\", \"code\": \"PR-01\", \"text\": \"Papers come 14 days before the meeting.\", \"obligation\": \"must\", \"check\": {\"known\": {\"name\": \"papers_in_time\"}}, \"parameters\": [{\"name\": \"n\", \"value\": \"14\", \"unit\": \"days\"}], \"mayBeWaived\": \"yes\"}") {
  id @0 :Text $A.required $A.id(clause) $A.help("An id that is new in this ledger: BASE-PR-01.");
  standard @1 :Common.StandardVersion $A.required $A.joins $A.help("The standard it is part of: BASE@1.");
  part @2 :ClausePart $A.help("A clause, or a table of reference data?");
  code @3 :Text $A.help("What the standard itself calls it: PR-01.");
  text @4 :Text $A.help("The clause, in plain words.");
  obligation @5 :ClauseObligation $A.help("Must it be kept, should it, or may it?");
  check :union $A.help("How it is decided whether it was kept.") {
    notRecorded @6 :Void $A.help("The standard does not say.");
    known @7 :ClauseCheck $A.help("By a check of the program.");
    ownSql @8 :Text $A.help("By SQL of its own.");
    byAPerson @9 :Void $A.help("A named person assesses it.");
  }
  parameters @10 :List(StandardParameter) $A.help("The values the check goes by.");
  mayBeWaived @11 :Common.YesNo $A.help("May an exception be made?");
  comesFrom @12 :Text $A.help("Where the clause comes from.");
  columns @13 :List(Text) $A.help("Of a table: what its columns are.");
  rows @14 :List(ClauseTableRow) $A.help("Of a table: its rows.");
  packText @15 :Text
    $A.help("This part of the pack, character for character; head and parts in order give the pack's SHA-256.");
}

struct StandardChanged
    $A.help("A clause of a standard was changed or retired, by a decision, from a day on. It never reaches back.")
    $A.refusedAs(["standard.clause-of-another", "standard.already-retired"])
    $A.example("{\"kind\": \"standardChanged\", \"standard\": \"BASE@1\", \"clause\": \"BASE-PR-01\", \"change\": {\"parameter\": {\"name\": \"n\", \"value\": \"10\", \"unit\": \"days\"}}, \"decision\": \"D-9\", \"from\": \"2021-09-01\"}") {
  standard @0 :Common.StandardVersion $A.required $A.joins $A.help("The standard: BASE@1.");
  clause @1 :Text $A.refersTo(clause) $A.joins $A.help("The clause; left out, the whole standard is meant.");
  change :union $A.help("What is different.") {
    notRecorded @2 :Void $A.help("The record does not say.");
    parameter @3 :StandardParameter $A.help("A parameter has a new value.");
    text @4 :Text $A.help("The clause has a new text.");
    obligation @5 :ClauseObligation $A.help("The clause binds more or less than before.");
    mayBeWaived @6 :Common.YesNo $A.help("Whether an exception may be made has changed.");
    retired @7 :Void $A.help("It no longer holds.");
  }
  decision @8 :Text $A.refersTo(decision) $A.joins $A.help("The decision by which it was changed.");
  by @9 :Common.Who $A.joins $A.help("Who changed it.");
  from @10 :Common.When $A.help("From when the change holds.");
  why @11 :Text $A.help("Why it was changed.");
}

enum ClauseVerdict {
  notRecorded @0;
  pass @1;
  fail @2;
  weak @3;
  notDue @4;
  notApplicable @5;
  unknown @6;
  waived @7;
}

struct ClauseEvidence {
  what @0 :Common.Ref
    $A.refersToOneOf([entry, request, meeting, message, input, response, decision, promise, work, workVersion, round,
      survey, agreement, agreementVersion, evidence, conclusion, outcome, review, waiver, finding, rate, payment,
      concern])
    $A.joins $A.help("The record.");
  document @1 :Common.Document $A.source("FIPS 180-4") $A.help("A document, by its SHA-256.");
  inWords @2 :Text $A.help("What it is, in words.");
}

struct ClauseAssessed
    $A.help("A named person judges whether a clause was kept, where no program can.")
    $A.recordedBy([auditor, coordinator, recorder])
    $A.belongsTo("participant")
    $A.refusedAs(["clause.checked-by-program"])
    $A.example("{\"kind\": \"clauseAssessed\", \"clause\": \"BASE-PR-01\", \"about\": \"INI\", \"participant\": \"P-14\", \"verdict\": \"weak\", \"reasons\": \"Papers came in time twice out of three.\"}") {
  clause @0 :Text $A.required $A.refersTo(clause) $A.joins $A.help("The clause.");
  about @1 :Text $A.refersTo(initiative) $A.joins $A.help("The initiative that is judged.");
  participant @2 :Text $A.required $A.refersTo(participant) $A.joins $A.help("The person who judges.");
  verdict @3 :ClauseVerdict $A.help("The verdict.");
  evidence @4 :List(ClauseEvidence) $A.help("What the verdict rests on.");
  reasons @5 :Text $A.help("Why.");
  judgedAsOf @6 :Common.When $A.help("Up to when the record was looked at.");
}

struct WaiverRequested
    $A.help("Somebody asks that a clause need not be kept for a while, and says why.")
    $A.example("{\"kind\": \"waiverRequested\", \"id\": \"W-1\", \"clause\": \"BASE-PR-01\", \"about\": \"INI\", \"requestedBy\": \"P-3\", \"reason\": \"The venue closed at short notice.\", \"from\": \"2021-06-01\", \"until\": \"2021-06-30\"}") {
  id @0 :Text $A.required $A.id(waiver) $A.help("A short id that people can say aloud: W-1.");
  clause @1 :Text $A.required $A.refersTo(clause) $A.joins $A.help("The clause.");
  about @2 :Text $A.refersTo(initiative) $A.joins $A.help("The initiative it is asked for.");
  requestedBy @3 :Common.Who $A.joins $A.help("Who asks.");
  reason @4 :Text $A.help("Why.");
  from @5 :Common.When $A.help("From when.");
  until @6 :Common.When $A.help("Until when.");
}

enum WaiverResult {
  notRecorded @0;
  approved @1;
  refused @2;
  ended @3;
}

struct WaiverSettled
    $A.help("A request for a waiver was approved or refused, or an approved one ended.")
    $A.refusedAs(["waiver.own-request", "waiver.already-settled", "waiver.not-running"])
    $A.example("{\"kind\": \"waiverSettled\", \"waiver\": \"W-1\", \"result\": \"approved\", \"by\": \"P-14\", \"settled\": \"2021-05-30\"}") {
  waiver @0 :Text $A.required $A.refersTo(waiver) $A.joins $A.help("The waiver.");
  result @1 :WaiverResult $A.help("What was settled.");
  by @2 :Common.Who $A.joins $A.help("Who settled it; one of them with lived experience.");
  settled @3 :Common.When $A.help("When it was settled.");
  from @4 :Common.When $A.help("From when it holds, where that differs from what was asked.");
  until @5 :Common.When $A.help("Until when it holds, where that differs from what was asked.");
  reason @6 :Text $A.help("Why.");
}

enum FindingKind {
  notRecorded @0;
  discrepancy @1;
  gap @2;
  noAnswerFound @3;
  figureWorkedOut @4;
  identityAssumed @5;
  integrity @6;
}

enum FindingSeverity {
  notRecorded @0;
  note @1;
  minor @2;
  serious @3;
}

struct FindingSide $A.help("One side of a discrepancy: what it says and where it stands.") {
  inWords @0 :Text $A.help("What this side says.");
  figure @1 :Common.Figure $A.unit("as the side's unit says") $A.help("Its value, where it is a number.");
  unit @2 :Text $A.help("What the number counts.");
  money @3 :Common.Money $A.help("Its value, where it is a sum.");
  stands @4 :Common.Ref
    $A.refersToOneOf([entry, survey, surveyRow, surveyQuestion, meeting, agendaItem, work, workVersion, conclusion,
      analysis, evidence, decision, input, response, message, agreement, agreementVersion, action, promise, group,
      initiative, stage, participant, report, rate, payment, round, outcome, call, review, matter, rationale])
    $A.joins $A.help("The record in which it stands.");
  title @5 :Text $A.help("The document in which it stands.");
  document @6 :Common.Document $A.source("FIPS 180-4") $A.help("That document, by its SHA-256, where it names nobody.");
  place @7 :Text $A.help("Row, page or phrase in it.");
}

struct FindingFigure $A.help("A figure that the finder worked out.") {
  label @0 :Text $A.help("What it is a figure of.");
  figure @1 :Common.Figure $A.unit("as the figure's unit says") $A.help("The exact value: 80.125.");
  unit @2 :Text $A.help("What the number counts: people, GBP, per cent.");
  money @3 :Common.Money $A.help("The value, where it is a sum.");
  inWords @4 :Text $A.help("What can only be said in words: time not recorded.");
}

struct FindingRaised
    $A.help("A later reader notices something: two sides that differ, a gap, a figure worked out. It changes nothing.")
    $A.recordedBy([auditor, coordinator, recorder])
    $A.example("{\"kind\": \"findingRaised\", \"id\": \"F-3\", \"findingKind\": \"discrepancy\", \"about\": [\"survey:POST\"], \"sides\": [{\"figure\": \"30\", \"title\": \"the paper's text\"}, {\"figure\": \"33\", \"title\": \"its table\", \"place\": \"row 7\"}], \"text\": {\"public\": \"The lowest answer differs.\"}}") {
  id @0 :Text $A.required $A.id(finding) $A.help("A short id that people can say aloud: F-3.");
  findingKind @1 :FindingKind $A.help("What sort of finding it is.");
  about @2 :List(Common.Ref)
    $A.refersToOneOf([entry, participant, organisation, initiative, stage, group, limit, meeting, channel, survey,
      surveyRow, surveyQuestion, input, rationale, response, matter, decision, option, work, workVersion, round, rate,
      time, claim, payment, action, promise, standard, standardVersion, clause, waiver, finding, experiment, message,
      agreement, agreementVersion, request, call, concern, agendaItem, evidence, analysis, conclusion, outcome, report,
      review, reviewGap])
    $A.joins $A.help("The records it is about.");
  clauses @3 :List(Text) $A.refersTo(clause) $A.joins $A.help("The clauses it bears on.");
  sides @4 :List(FindingSide) $A.help("Each side's value and where it stands; the ledger chooses neither.");
  figures @5 :List(FindingFigure) $A.help("The figures that were worked out.");
  workings @6 :Text $A.help("How they were worked out.");
  participant @7 :Text $A.refersTo(participant) $A.joins $A.help("The one person whom the finding's text is about.");
  text @8 :Common.Words $A.sealed((about = "participant", audience = coordinators))
    $A.help("What was noticed. Plain text is kept private; {\"public\": \"...\"} is for everyone.");
  privateText @9 :Common.Sealed(Text) $A.sealed((about = "participant", audience = coordinators))
    $A.help("What was noticed, where it must stay private and is about no single participant.");
  severity @10 :FindingSeverity $A.help("How much it weighs.");
  by @11 :Common.Who $A.joins $A.help("Who noticed it.");
}

enum ClaimRounding {
  notRecorded @0;
  exact @1;
  nearest @2;
  down @3;
  up @4;
  roughly @5;
}

struct ClaimValue $A.help("One value that is stated.") {
  label @0 :Text $A.help("What it is a value of.");
  figure @1 :Common.Figure $A.unit("as the value's unit says") $A.help("The number as stated.");
  unit @2 :Text $A.help("What the number counts: people, 0 to 100.");
  money @3 :Common.Money $A.help("The sum as stated.");
  inWords @4 :Text $A.help("The value in words: all but one.");
  rounding @5 :ClaimRounding $A.help("How it is rounded.");
  roundedTo @6 :Common.Figure $A.unit("as the value's unit says") $A.help("Rounded to what: 1, 0.1, 100.");
  expertise @7 :Common.Expertise $A.help("The expertise it is a value of.");
}

struct ClaimPublished
    $A.help("A report or work states a figure or a result. Audit works it out again from the record.")
    $A.example("{\"kind\": \"claimPublished\", \"version\": \"REPORT@2\", \"statement\": \"People felt considered: 95 on average.\", \"about\": [\"surveyQuestion:POST@Q3\"], \"values\": [{\"figure\": \"95\", \"unit\": \"0 to 100\", \"rounding\": \"nearest\", \"roundedTo\": \"1\"}], \"saidOf\": \"outside: workshop participants (8)\"}") {
  document @0 :Common.Document $A.source("FIPS 180-4") $A.help("The report it stands in, by its SHA-256.");
  version @1 :Common.WorkVersion $A.joins $A.help("The version of the work it stands in: REPORT@2.");
  report @2 :Text $A.refersTo(report) $A.joins $A.help("The ledger's own report it stands in.");
  by @3 :Common.Who $A.joins $A.help("Who states it.");
  statement @4 :Text $A.help("What is stated, in plain words.");
  basis :union $A.help("How it can be worked out again.") {
    notRecorded @5 :Void $A.help("The record does not say.");
    metric @6 :Text $A.help("A metric of the program: survey_mean.");
    query @7 :Text $A.help("A query of the read model, in SQL.");
  }
  about @8 :List(Common.Ref)
    $A.refersToOneOf([survey, surveyQuestion, entry, meeting, group, initiative, stage, input, decision, work,
      workVersion, analysis, conclusion, evidence, round, promise, outcome, message, call, rate, payment])
    $A.joins $A.help("What it is stated about.");
  values @9 :List(ClaimValue) $A.help("The values as stated.");
  saidOf @10 :Common.Who $A.joins $A.help("Whom it is said of.");
  place @11 :Text $A.help("Where in the report it stands.");
}

enum ReportKind {
  notRecorded @0;
  transparency @1;
  auditTrail @2;
  youSaidWeDid @3;
  powerSharing @4;
  conformance @5;
  pay @6;
  signOffRoll @7;
  credits @8;
  promises @9;
  requests @10;
  meetingsAndPapers @11;
  load @12;
  learning @13;
  claimsRecomputed @14;
  annual @15;
  other @16;
}

struct ReportPublished
    $A.help("A report was made from this ledger and given out: which one, from which size and root, and for whom.")
    $A.refusedAs(["report.root-unknown"])
    $A.example("{\"kind\": \"reportPublished\", \"id\": \"RP-1\", \"reportKind\": \"transparency\", \"document\": \"not held\", \"ledgerSize\": 420, \"audience\": \"public\", \"badNewsAskedOf\": \"group:WG\"}") {
  id @0 :Text $A.required $A.id(report) $A.help("A short id that people can say aloud: RP-1.");
  reportKind @1 :ReportKind $A.help("Which report it is.");
  document @2 :Common.Document $A.source("FIPS 180-4") $A.help("The report, by its SHA-256.");
  ledgerSize @3 :Common.Count $A.unit("entries") $A.source("RFC 6962") $A.help("The ledger's size when it was made.");
  root @4 :Data $A.source("RFC 6962") $A.help("The ledger's root at that size, 32 bytes.");
  parameters @5 :List(StandardParameter) $A.help("The settings it was made with.");
  audience @6 :A.Audience $A.help("Whom it was made for.");
  cellsHeldBack @7 :Common.Count $A.unit("cells") $A.help("How many cells were held back to protect people.");
  badNewsAskedOf @8 :Common.Who $A.joins $A.help("Who was asked whether bad news is missing from it.");
  by @9 :Common.Who $A.joins $A.help("Who gave it out.");
  title @10 :Text $A.help("What it is called.");
  where @11 :List(Text) $A.help("Where it was given out.");
  plainWordsCheckedBy @12 :Common.Who $A.joins
    $A.help("Which readers outside the work read it beforehand to see that it is in plain words.");
}
