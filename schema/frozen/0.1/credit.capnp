# Who contributed what, how they want to be named, how they were named, and whose words were used.

@0xe1ea49c101d1ea44;

using Cxx = import "/capnp/c++.capnp";
$Cxx.namespace("minutebook::schema");
using A = import "annotations.capnp";
using Common = import "common.capnp";

# ------------------------------------------------------------ contributions

enum CreditRole $A.source("ANSI/NISO Z39.104-2022, CRediT") {
  notRecorded @0;
  conceptualization @1;
  dataCuration @2;
  formalAnalysis @3;
  fundingAcquisition @4;
  investigation @5;
  methodology @6;
  projectAdministration @7;
  resources @8;
  software @9;
  supervision @10;
  validation @11;
  visualization @12;
  writingOriginalDraft @13 $A.words("writing, original draft");
  writingReviewEditing @14 $A.words("writing, review and editing");
}

enum LocalRole {
  # What the fourteen CRediT roles have no word for.
  notRecorded @0;
  sharedLivedExperience @1;
  facilitated @2;
  peerResearch @3;
  reviewed @4;
  tookNotes @5;
  interviewed @6;
  interpreted @7;
  madeCreativePiece @8;
  supportedOthers @9;
  broughtPeopleTogether @10;
  other @11;
}

enum CreditDegree $A.source("ANSI/NISO Z39.104-2022, CRediT") {
  notRecorded @0;
  lead @1;
  equal @2;
  supporting @3;
}

struct CreditRoleHeld $A.help("One of the fourteen CRediT roles, and how much of it.") {
  role @0 :CreditRole $A.required $A.help("Which role.");
  degree @1 :CreditDegree $A.help("Lead, equal or supporting.");
}

struct LocalRoleHeld $A.help("A role of this group's own, and how much of it.") {
  role @0 :LocalRole $A.required $A.help("Which role.");
  inOtherWords @1 :Text $A.help("What it is called here, where the list has no word for it.");
  degree @2 :CreditDegree $A.help("Lead, equal or supporting.");
}

struct ContributionDeclared
    $A.help("Somebody says what they did for a work, in roles and in their own words; others may dispute it.")
    $A.belongsTo("participant")
    $A.example("{\"kind\": \"contributionDeclared\", \"participant\": \"P-7\", \"work\": \"REPORT\", \"creditRoles\": [{\"role\": \"methodology\", \"degree\": \"equal\"}], \"localRoles\": [{\"role\": \"sharedLivedExperience\"}], \"inputs\": [\"I-7\"]}") {
  participant @0 :Text $A.required $A.refersTo(participant) $A.joins $A.help("Whose contribution it is.");
  work @1 :Text $A.required $A.refersTo(work) $A.joins $A.help("The work it went into.");
  creditRoles @2 :List(CreditRoleHeld) $A.help("Which of the fourteen CRediT roles they had.");
  localRoles @3 :List(LocalRoleHeld) $A.help("Which of this group's own roles they had.");
  inOwnWords @4 :Common.Words $A.sealed((about = "participant", audience = members))
    $A.help("What they did, as they put it.");
  inputs @5 :List(Text) $A.refersTo(input) $A.joins $A.help("Inputs of theirs that are part of it.");
}

# ------------------------------------------------------------------ choices

enum CreditForm {
  notRecorded @0;
  fullName @1;
  chosenName @2;
  initials @3;
  groupOnly @4;
  notNamed @5;
}

enum CreditOrder {
  notRecorded @0;
  noPreference @1;
  alphabetical @2;
  byContribution @3;
  drawnByLot @4;
  livedExperienceFirst @5;
  other @6;
}

struct CreditChosen $A.help("Somebody chooses how they are named in a work or in all works; the latest choice holds.")
    $A.belongsTo("participant")
    $A.example("{\"kind\": \"creditChosen\", \"participant\": \"P-7\", \"covers\": {\"work\": \"REPORT\"}, \"form\": \"chosenName\", \"chosenName\": \"Robin E.\"}") {
  participant @0 :Text $A.required $A.refersTo(participant) $A.joins $A.help("Whose choice it is.");
  covers :union $A.help("Which works it holds for.") {
    notRecorded @1 :Void;
    everything @2 :Void $A.help("It holds for all works.");
    work @3 :Text $A.refersTo(work) $A.joins $A.help("It holds for this work.");
  }
  form @4 :CreditForm $A.required
    $A.help("Full name, chosen name, initials, only as one of the group, or not named at all.");
  fullName @5 :Common.Sealed(Text) $A.sealed((about = "participant", audience = coordinators))
    $A.help("The full name as it is to be printed.");
  chosenName @6 :Common.Sealed(Text) $A.sealed((about = "participant", audience = coordinators))
    $A.help("The name of their choice, as it is to be printed.");
  initials @7 :Common.Sealed(Text) $A.sealed((about = "participant", audience = coordinators))
    $A.help("The initials as they are to be printed.");
  group @8 :Text $A.refersTo(group) $A.joins $A.help("The group they are named as one of.");
  order @9 :CreditOrder $A.help("In what order they would like the names to stand.");
  orderInWords @10 :Text $A.help("The order they would like, in words.");
}

# -------------------------------------------------------------- publication

enum CreditSection {
  # They are not equal: a name in a note is not a byline.
  notRecorded @0;
  byline @1;
  corporateAuthor @2;
  note @3;
  thanks @4;
  quotation @5;
  creativePiece @6;
  tag @7;
  other @8;
}

struct PublishedCredit $A.help("One credit as it stands in a published work.") {
  who @0 :Common.Who $A.joins $A.help("Who is credited; by pseudonym here, whatever name was printed.");
  form @1 :CreditForm $A.help("The form that was used.");
  section @2 :CreditSection
    $A.help("Where it stands: byline, corporate author, note, thanks, quotation, creative piece or tag.");
  creditRoles @3 :List(CreditRoleHeld) $A.help("The CRediT roles that were printed.");
  localRoles @4 :List(LocalRoleHeld) $A.help("The group's own roles that were printed.");
  position @5 :Common.Count $A.unit("place in its list, from 1") $A.help("The place in its list.");
  corresponding @6 :Common.YesNo $A.help("Whether they are the one readers are told to write to.");
  place @7 :Text $A.help("Page or section of the work.");
  remark @8 :Text $A.help("What the credit is for, without a name.");
}

struct CreditPublished $A.help("Records who is credited in a published version of a work, where, and in what form.")
    $A.example("{\"kind\": \"creditPublished\", \"of\": \"REPORT@2\", \"credits\": [{\"who\": \"P-7\", \"form\": \"chosenName\", \"section\": \"byline\", \"localRoles\": [{\"role\": \"sharedLivedExperience\"}]}, {\"who\": \"group:WG\", \"form\": \"groupOnly\", \"section\": \"corporateAuthor\"}]}") {
  of @0 :Common.WorkVersion $A.joins $A.help("The version of the work.");
  credits @1 :List(PublishedCredit) $A.required $A.help("The credits as they stand in it.");
  published @2 :Common.When $A.help("When it was published with these credits.");
}

# ------------------------------------------------------------------- quotes

enum QuoteAttribution {
  notRecorded @0;
  fullName @1;
  firstName @2;
  chosenName @3;
  initials @4;
  madeUpName @5;
  groupOnly @6;
  nobody @7;
}

struct QuoteUsed
    $A.help("Records that somebody's words were used in a work, how they were named, and whether they agreed.")
    $A.refusedAs(["reference.other-kind"])
    $A.example("{\"kind\": \"quoteUsed\", \"input\": \"I-7\", \"usedIn\": \"REPORT@2\", \"attributedAs\": \"madeUpName\", \"checkedWithSpeaker\": \"yes\", \"consent\": \"entry:01920000-0000-7000-8000-000000000005\"}") {
  input @0 :Text $A.refersTo(input) $A.joins $A.help("The input the words come from, where that is on record.");
  speaker @1 :Common.Sealed(Text) $A.refersTo(participant) $A.sealed((about = "speaker", audience = coordinators))
    $A.help("Whose words they are; in nobody's thread.");
  words @2 :Common.Sealed(Data) $A.sealed((about = "speaker", audience = coordinators))
    $A.help("SHA-256 of the words, where they are not an input.");
  usedIn @3 :Common.WorkVersion $A.joins $A.help("The version of the work they stand in.");
  place @4 :Text $A.help("Page or section of the work.");
  attributedAs @5 :QuoteAttribution $A.help("Under what kind of name they stand there.");
  checkedWithSpeaker @6 :Common.YesNo $A.help("Whether the speaker saw the words as they are used.");
  consent @7 :Common.Ref $A.refersToOneOf([entry]) $A.joins $A.help("The entry in which the speaker agreed to it.");
  howMany @8 :Common.Count $A.unit("quotations") $A.help("How many quotations, where several are told as one.");
}
