# How people were found, who they are here, what part they have, what they need, and what worries them.

@0xf68254e32dfc29da;

using Cxx = import "/capnp/c++.capnp";
$Cxx.namespace("minutebook::schema");
using A = import "annotations.capnp";
using Common = import "common.capnp";

# --------------------------------------------------- call, interest, selection

enum CallPurpose {
  notRecorded @0;
  standingRoster @1;
  group @2;
  initiative @3;
  other @4;
}

struct Advert $A.help("One place where a call was made known.") {
  where @0 :Text $A.required $A.help("E-mail to the roster, a notice in a food bank, a partner's newsletter.");
  document @1 :Common.Document $A.help("The SHA-256 of the advert.");
  shown @2 :Common.When $A.help("When it went out or was up.");
}

struct CallOpened $A.help("Opens a call for people to take part, for one exercise or for a standing roster.")
    $A.example("{\"kind\": \"callOpened\", \"id\": \"CALL-1\", \"purpose\": \"group\", \"about\": \"group:WG\", \"whoseExperience\": \"People who have lived on a low income\", \"adverts\": [{\"where\": \"E-mail to the roster\"}], \"weeksOpen\": \"3\", \"closes\": \"2021-02-26\"}") {
  id @0 :Text $A.required $A.id(call) $A.help("A short id that people can say aloud.");
  purpose @1 :CallPurpose $A.help("What people are sought for: a standing roster, a group or an initiative.");
  about @2 :Common.Ref $A.refersToOneOf([group, initiative, stage]) $A.joins
    $A.help("The group or initiative they are sought for.");
  whoseExperience @3 :Text $A.help("Whose experience is sought, in plain words.");
  criteria @4 :Common.AgreementVersion $A.joins $A.help("The selection criteria that were agreed.");
  criteriaInWords @5 :Text $A.help("The criteria as they were told, where no agreement holds them.");
  adverts @6 :List(Advert) $A.help("Where the call was made known.");
  calledBy @7 :Common.Who $A.joins $A.help("Who called.");
  places @8 :Common.Count $A.unit("people") $A.help("How many people are sought.");
  weeksOpen @9 :Common.Count $A.unit("weeks") $A.help("How long the call is open.");
  closes @10 :Common.When $A.help("When it closes.");
}

struct InterestExpressed $A.help("Records that somebody answered a call; who it was stays sealed.")
    $A.example("{\"kind\": \"interestExpressed\", \"call\": \"CALL-1\", \"person\": \"P-9\", \"inOwnWords\": \"I would like to help make this fairer.\"}") {
  call @0 :Text $A.refersTo(call) $A.joins $A.help("The call they answered.");
  who @1 :Common.Who $A.joins $A.help("Who answered, where it is a group, an organisation or a number of people.");
  person @2 :Common.Sealed(Text) $A.refersTo(participant) $A.sealed((about = "person", audience = coordinators))
    $A.help("The person who answered, where they are on the register; in nobody's thread.");
  inOwnWords @3 :Common.Sealed(Text)
    $A.sealed((about = "person, who", audience = coordinators))
    $A.help("What they wrote or said.");
  how @4 :Text $A.help("How it came in: e-mail, telephone, in person, through a buddy.");
}

enum SelectionStep {
  notRecorded @0;
  shortlisted @1;
  chosen @2;
  addedLater @3;
}

struct SelectedPerson $A.help("One person a selection was about; sealed, and in nobody's thread.") {
  person @0 :Common.Sealed(Text) $A.required $A.refersTo(participant)
    $A.sealed((about = "person", audience = coordinators)) $A.help("Who.");
}

struct SelectionMade
    $A.help("Records a choice among people who were interested or asked: who chose, and how many were not chosen.")
    $A.example("{\"kind\": \"selectionMade\", \"call\": \"CALL-1\", \"step\": \"chosen\", \"selectedBy\": \"organisation:HARBOUR\", \"interested\": \"about 20\", \"chosen\": \"4\", \"turnedDown\": \"about 16\", \"turnedDownToldWhy\": \"yes\"}") {
  call @0 :Text $A.refersTo(call) $A.joins $A.help("The call it follows.");
  step @1 :SelectionStep $A.help("Shortlisted, chosen, or added later.");
  who @2 :Common.Who $A.joins
      $A.help("Who was chosen, where that is a group, a number of people or only told in words.");
  people @3 :List(SelectedPerson) $A.help("Each person it was about; sealed.");
  selectedBy @4 :Common.Who $A.joins $A.help("Who chose.");
  criteria @5 :Common.AgreementVersion $A.joins $A.help("The criteria used.");
  asked @6 :Common.Count $A.unit("people") $A.help("How many were asked.");
  interested @7 :Common.Count $A.unit("people") $A.help("How many were interested.");
  chosen @8 :Common.Count $A.unit("people") $A.help("How many were chosen at this step.");
  turnedDown @9 :Common.Count $A.unit("people") $A.help("How many were turned down at this step.");
  turnedDownToldWhy @10 :Common.YesNo $A.help("Whether those turned down were told why.");
  fromGroupsNotYetHeard @11 :Common.YesNo
    $A.help("Whether people were chosen because groups like theirs had not been heard yet.");
  why @12 :Text $A.help("What decided the choice, naming nobody.");
}

# ------------------------------------------------------------- participants

enum PaidBy {
  notRecorded @0;
  nobody @1;
  employer @2;
  initiative @3;
  other @4;
}

enum HowFound {
  notRecorded @0;
  roster @1;
  call @2;
  throughGroup @3;
  suggested @4;
  employed @5;
  other @6;
}

enum ParticipantDetail {
  notRecorded @0;
  expertise @1;
  inOwnWords @2;
  organisation @3;
  name @4;
  contact @5;
  payRegion @6;
}

struct ParticipantJoined
    $A.help("Puts somebody who takes part on the register, professionals included; the name is always sealed.")
    $A.refusedAs(["participant.none-and-some"])
    $A.example("{\"kind\": \"participantJoined\", \"id\": \"P-7\", \"expertise\": [\"livedExperience\"], \"name\": \"Robin Example\", \"contact\": \"by post, through the centre\", \"payRegion\": \"London\", \"paidBy\": \"initiative\", \"found\": \"roster\", \"from\": \"2021-03\"}") {
  id @0 :Text $A.required $A.id(participant)
    $A.help("A short pseudonym that says nothing about the person: P-7.");
  expertise @1 :List(Common.Expertise)
    $A.help("Lived experience, practitioner, technical expert, any of them together; or none.");
  inOwnWords @2 :Common.Sealed(Text) $A.sealed((about = "id", audience = coordinators))
    $A.help("What they bring, as they put it.");
  organisation @3 :Text $A.refersTo(organisation) $A.joins $A.help("The organisation they come from, if any.");
  name @4 :Common.Sealed(Text) $A.sealed((about = "id", audience = coordinators)) $A.help("Their name.");
  contact @5 :Common.Sealed(Text) $A.sealed((about = "id", audience = coordinators))
    $A.help("How to reach them.");
  payRegion @6 :Text $A.help("The region whose living wage counts for them: London, UK.");
  paidBy @7 :PaidBy $A.help("Who pays them for being here: nobody, their employer, or the initiative.");
  found @8 :HowFound $A.help("How they were found.");
  foundThrough @9 :Common.Ref $A.refersToOneOf([call, group, organisation]) $A.joins
    $A.help("The call, group or organisation they were found through.");
  suggestedBy @10 :Common.Who $A.joins $A.help("Who suggested them.");
  outsideFormalGroup @11 :Common.YesNo $A.help("Whether they take part without being in the formal group.");
  from @12 :Common.When $A.help("From when they take part.");
}

struct ParticipantChanged
    $A.help("Something about a participant is different from now on; what is left out stays as it was.")
    $A.refusedAs(["participant.none-and-some", "participant.left"])
    $A.example("{\"kind\": \"participantChanged\", \"participant\": \"P-7\", \"expertise\": [\"livedExperience\", \"practitioner\"], \"organisation\": \"HARBOUR\", \"from\": \"2021-09\"}") {
  participant @0 :Text $A.required $A.refersTo(participant) $A.joins $A.help("Who it is about.");
  expertise @1 :List(Common.Expertise) $A.help("All the expertise they bring from now on.");
  inOwnWords @2 :Common.Sealed(Text) $A.sealed((about = "participant", audience = coordinators))
    $A.help("What they bring, as they put it.");
  organisation @3 :Text $A.refersTo(organisation) $A.joins $A.help("The organisation they come from now.");
  name @4 :Common.Sealed(Text) $A.sealed((about = "participant", audience = coordinators)) $A.help("Their name.");
  contact @5 :Common.Sealed(Text) $A.sealed((about = "participant", audience = coordinators))
    $A.help("How to reach them.");
  payRegion @6 :Text $A.help("The region whose living wage counts for them: London, UK.");
  paidBy @7 :PaidBy $A.help("Who pays them for being here: nobody, their employer, or the initiative.");
  found @8 :HowFound $A.help("How they were found, where that was not known before.");
  foundThrough @9 :Common.Ref $A.refersToOneOf([call, group, organisation]) $A.joins
    $A.help("The call, group or organisation they were found through.");
  suggestedBy @10 :Common.Who $A.joins $A.help("Who suggested them.");
  outsideFormalGroup @11 :Common.YesNo $A.help("Whether they take part without being in the formal group.");
  noLonger @12 :List(ParticipantDetail) $A.help("Details that no longer hold and that nothing replaces.");
  from @13 :Common.When $A.help("From when this holds.");
}

enum LeavingWhat {
  notRecorded @0;
  roster @1;
  group @2;
  initiative @3;
  ledger @4;
}

enum HowLeft {
  notRecorded @0;
  ownChoice @1;
  workEnded @2;
  removed @3;
  lostTouch @4;
  died @5;
  other @6;
}

struct LeavingAccount
    $A.help("How somebody came to leave. It is sealed whole, so that nobody can see from outside who was removed.") {
  how @0 :HowLeft $A.help("Own choice, work ended, removed, or lost touch.");
  reason @1 :Text $A.help("Why.");
  decidedBy @2 :Common.Who $A.help("If removed: who decided it.");
  noticeGiven @3 :Common.When $A.help("If removed: when they were told beforehand.");
  theirReply @4 :Text $A.help("If removed: what they replied.");
  review @5 :Common.When $A.help("If removed: when it is looked at again.");
}

struct ParticipantLeft $A.help("Records that somebody left the roster, a group, an initiative or the ledger.")
    $A.refusedAs(["participant.left"])
    $A.example("{\"kind\": \"participantLeft\", \"participant\": \"P-7\", \"leaving\": \"group\", \"about\": \"group:WG\", \"account\": {\"how\": \"ownChoice\", \"reason\": \"Started a new job.\"}, \"mayBeContacted\": \"yes\"}") {
  participant @0 :Text $A.required $A.refersTo(participant) $A.joins $A.help("Who left.");
  leaving @1 :LeavingWhat $A.help("What they left: the roster, a group, the initiative, or the ledger.");
  about @2 :Common.Ref $A.refersToOneOf([call, group, initiative]) $A.joins
    $A.help("Which roster (by its call), group or initiative.");
  account @3 :Common.Sealed(LeavingAccount) $A.sealed((about = "participant", audience = coordinators))
    $A.help("How and why they left; if removed, by whom, with what notice and what review.");
  mayBeContacted @4 :Common.YesNo $A.help("Whether they may still be contacted.");
  from @5 :Common.When $A.help("From when they no longer take part.");
}

# -------------------------------------------------------------------- roles

enum Role {
  notRecorded @0;
  member @1;
  votingMember @2;
  chair @3;
  facilitator @4;
  noteTaker @5;
  presenter @6;
  technicalHost @7;
  coordinator @8;
  sponsor @9;
  buddy @10;
  peerResearcher @11;
  champion @12;
  authorAtTheLaunch @13;
  other @14;
}

enum RoleStanding {
  notRecorded @0;
  planned @1;
  standing @2;
}

enum RoleReply {
  notRecorded @0;
  takenOn @1;
  declined @2;
  notAsked @3;
}

struct RoleAssigned $A.help("Gives somebody a part to play, planned for one occasion or standing.")
    $A.example("{\"kind\": \"roleAssigned\", \"who\": \"P-7\", \"role\": \"facilitator\", \"within\": \"meeting:M-3\", \"standing\": \"planned\", \"reply\": \"takenOn\", \"paidTime\": \"yes\"}") {
  who @0 :Common.Who $A.joins $A.help("Who has the role.");
  role @1 :Role $A.required $A.help("Which role.");
  inOtherWords @2 :Text $A.help("What the role is called, or what belongs to it, where the list has no word for it.");
  buddyOf @3 :Text $A.refersTo(participant) $A.joins $A.help("Whose buddy they are.");
  within @4 :Common.Ref $A.refersToOneOf([group, meeting, organisation, initiative, stage]) $A.joins
    $A.help("Where they have it: in a group, meeting, organisation or initiative.");
  standing @5 :RoleStanding $A.help("Planned for an occasion, or standing until it ends.");
  description @6 :Text $A.help("The written description of the role.");
  descriptionDocument @7 :Common.Document $A.help("The SHA-256 of the written description.");
  writtenDescription @8 :Common.YesNo $A.help("Whether they were given a written description.");
  paidTime @9 :Common.YesNo $A.help("Whether the time it takes is paid.");
  reply @10 :RoleReply $A.help("Taken on, declined, or they were not asked.");
  as @11 :Common.Expertise $A.help("In which of their expertises, where they hold several.");
  assignedBy @12 :Common.Who $A.joins $A.help("Who assigned it.");
  from @13 :Common.When $A.help("From when.");
  until @14 :Common.When $A.help("Until when, where that is known beforehand.");
}

struct RoleEnded $A.help("Ends a role, and says who carries on with what was open.")
    $A.refusedAs(["reference.other-kind", "role.ended-already"])
    $A.example("{\"kind\": \"roleEnded\", \"who\": \"P-2\", \"role\": \"coordinator\", \"within\": \"initiative:FAIR\", \"from\": \"2022-01\", \"handedTo\": \"P-5\", \"carried\": [\"action:A-4\", \"promise:PR-2\"]}") {
  who @0 :Common.Who $A.joins $A.help("Who had the role.");
  role @1 :Role $A.required $A.help("Which role.");
  inOtherWords @2 :Text $A.help("What the role was called, where the list has no word for it.");
  buddyOf @3 :Text $A.refersTo(participant) $A.joins $A.help("Whose buddy they were.");
  within @4 :Common.Ref $A.refersToOneOf([group, meeting, organisation, initiative, stage]) $A.joins
    $A.help("Where they had it.");
  assigned @5 :Common.Ref $A.refersToOneOf([entry]) $A.joins
      $A.help("The entry that assigned it, where that is on record.");
  from @6 :Common.When $A.help("From when they no longer have it.");
  handedTo @7 :Common.Who $A.joins $A.help("Who has it now.");
  carried @8 :List(Common.Ref) $A.refersToOneOf([action, promise]) $A.joins
    $A.help("Open actions and promises that go with it.");
}

# -------------------------------------------------------------------- needs

enum ReadingFormat {
  notRecorded @0;
  print @1;
  largePrint @2;
  email @3;
  telephone @4;
  easyRead @5;
  plainEnglish @6;
  audio @7;
  video @8;
  braille @9;
  signLanguage @10;
  translation @11;
  inPerson @12;
  other @13;
}

enum LoadPeriod {
  notRecorded @0;
  week @1;
  month @2;
  quarter @3;
  year @4;
  wholeExercise @5;
}

struct UsableFormats {
  formats @0 :List(ReadingFormat) $A.help("The formats the person can use.");
  inOwnWords @1 :Text $A.help("What else matters: language, paper colour, colours to avoid.");
}

struct MostTime {
  minutes @0 :UInt32 $A.alwaysSaid $A.unit("minutes in the period") $A.help("The most time they want to give.");
  period @1 :LoadPeriod $A.help("In which period.");
}

struct SealedYesNo {
  answer @0 :Common.YesNo $A.help("Yes or no.");
}

struct NeedsRecorded
    $A.help("What somebody needs and wants in order to take part, as they say it; a later one replaces it.")
    $A.belongsTo("participant")
    $A.example("{\"kind\": \"needsRecorded\", \"participant\": \"P-7\", \"formats\": {\"formats\": [\"largePrint\"]}, \"times\": \"Mornings, never Fridays\", \"mostTime\": {\"minutes\": 240, \"period\": \"month\"}}") {
  participant @0 :Text $A.required $A.refersTo(participant) $A.joins $A.help("Whose needs they are.");
  formats @1 :Common.Sealed(UsableFormats) $A.sealed((about = "participant", audience = coordinators))
    $A.help("The formats they can use for papers and replies.");
  needs @2 :Common.Sealed(Text) $A.sealed((about = "participant", audience = coordinators))
    $A.help("What else they need: access, breaks, a companion, a quiet room.");
  times @3 :Common.Sealed(Text) $A.sealed((about = "participant", audience = coordinators))
    $A.help("The times that suit them.");
  mostTime @4 :Common.Sealed(MostTime) $A.sealed((about = "participant", audience = coordinators))
    $A.help("The most time they want to give in a period.");
  storiesAtMost @5 :Common.Sealed(Common.SealedCount) $A.unit("requests for a personal story")
    $A.sealed((about = "participant", audience = coordinators))
    $A.help("How many requests for a personal story they will hear at most; 0 for none.");
  wantsMore @6 :Common.Sealed(SealedYesNo) $A.sealed((about = "participant", audience = coordinators))
    $A.help("Whether they would like to be asked more often.");
}

# ---------------------------------------------------------------- interests

enum InterestKind {
  # Control over another person's service or place is only in the sealed list.
  notRecorded @0;
  interest @1;
  theoryOrPolitics @2;
  stakeInTheResult @3;
}

enum PrivateInterestKind {
  notRecorded @0;
  interest @1;
  theoryOrPolitics @2;
  stakeInTheResult @3;
  controlOverAnother @4;
}

struct SealedInterest {
  # Whom it is over stands in here, too: a field of its own would show from outside what kind it is.
  interestKind @0 :PrivateInterestKind $A.help("What kind of interest it is.");
  over @1 :Text $A.refersTo(participant) $A.help("The participant whose service or place they have power over.");
}

struct InterestDeclared
    $A.help("Declares an interest, a theory or politics somebody brings, a stake, or power over somebody else here.")
    $A.belongsTo("participant")
    $A.example("{\"kind\": \"interestDeclared\", \"participant\": \"P-4\", \"interestKind\": \"stakeInTheResult\", \"text\": {\"public\": \"My employer would run the service.\"}, \"stayOutOf\": [\"MT-2\"]}") {
  participant @0 :Text $A.refersTo(participant) $A.joins $A.help("The person who declares it; left out for a group.");
  by @1 :Common.Who $A.joins $A.help("Who declares it, where that is a group, an organisation or only told in words.");
  interestKind @2 :InterestKind $A.help("What kind of interest it is, where everyone may know.");
  privateInterest @3 :Common.Sealed(SealedInterest)
    $A.sealed((about = "participant, by", audience = coordinators))
    $A.help("What kind it is and over whom, where that stays private, as power over another person always does.");
  text @4 :Common.Words $A.sealed((about = "participant, by", audience = coordinators))
    $A.help("What it is.");
  stayOutOf @5 :List(Text) $A.refersTo(matter) $A.joins $A.help("The matters they stay out of because of it.");
  until @6 :Common.When $A.help("When it ends, where that is known.");
}

# ------------------------------------------------------------------ support

enum SupportKind {
  notRecorded @0;
  buddy @1;
  benefitsAdvice @2;
  debrief @3;
  counsellor @4;
  training @5;
  equipment @6;
  childcare @7;
  dataOrDevice @8;
  checkIn @9;
  briefing @10;
  signposting @11;
  safeguardingReferral @12;
  riskReview @13;
  ethicsAdvice @14;
  other @15;
}

enum SupportResult {
  notRecorded @0;
  takenUp @1;
  turnedDown @2;
  noNeed @3;
}

struct SealedSupportKind {
  supportKind @0 :SupportKind $A.help("What kind of support.");
}

struct SealedSupportResult {
  result @0 :SupportResult $A.help("Taken up, turned down, or no need.");
}

struct SupportToOne $A.help("Support for one person; what kind it was stays sealed.") {
  participant @0 :Text $A.required $A.refersTo(participant) $A.joins $A.help("To whom.");
  supportKind @1 :Common.Sealed(SealedSupportKind) $A.sealed((about = "participant", audience = coordinators))
    $A.help("What kind of support.");
  result @2 :Common.Sealed(SealedSupportResult) $A.sealed((about = "participant", audience = coordinators))
    $A.help("Taken up, turned down, or no need; never what was talked about.");
}

struct SupportInPrivate
    $A.help("A referral, risk review or counsel: even who it was for stays sealed, and is in nobody's thread.") {
  participant @0 :Common.Sealed(Text) $A.required $A.refersTo(participant)
    $A.sealed((about = "participant", audience = coordinators)) $A.help("To whom.");
  supportKind @1 :Common.Sealed(SealedSupportKind) $A.sealed((about = "participant", audience = coordinators))
    $A.help("What kind of support.");
  result @2 :Common.Sealed(SealedSupportResult) $A.sealed((about = "participant", audience = coordinators))
    $A.help("Taken up, turned down, or no need; never what was talked about.");
}

struct SupportToAll $A.help("Support for everyone in a group or meeting, not only for those who seem to need it.") {
  whom @0 :Common.Who $A.joins $A.help("Everyone in which group, or in words: everyone who took part.");
  meeting @1 :Text $A.refersTo(meeting) $A.joins $A.help("Everyone at which meeting.");
  supportKind @2 :SupportKind $A.help("What kind of support.");
}

struct SupportOffered $A.help("Offers support, best to everyone; whether anybody claims benefits is never recorded.")
    $A.refusedAs(["support.named-in-clear"])
    $A.example("{\"kind\": \"supportOffered\", \"to\": {\"everyone\": {\"whom\": \"group:WG\", \"supportKind\": \"benefitsAdvice\"}}, \"by\": \"organisation:HARBOUR\", \"independent\": \"yes\"}") {
  to :union $A.help("To whom it was offered.") {
    notRecorded @0 :Void;
    onePerson @1 :SupportToOne $A.help("To one person.");
    everyone @2 :SupportToAll $A.help("To everyone.");
    privately @5 :SupportInPrivate $A.help("To one person who is not named in the clear: counsel, a risk review.");
  }
  by @3 :Common.Who $A.joins $A.help("Who offered it.");
  independent @4 :Common.YesNo $A.help("Whether whoever gives it is independent of those who run the exercise.");
}

struct SupportGiven $A.help("Records that support was given, never what was talked about.")
    $A.refusedAs(["reference.other-kind", "support.named-in-clear"])
    $A.example("{\"kind\": \"supportGiven\", \"to\": {\"onePerson\": {\"participant\": \"P-7\", \"supportKind\": {\"supportKind\": \"checkIn\"}, \"result\": {\"result\": \"takenUp\"}}}, \"by\": \"P-2\"}") {
  to :union $A.help("To whom it was given.") {
    notRecorded @0 :Void;
    onePerson @1 :SupportToOne $A.help("To one person.");
    privately @2 :SupportInPrivate
        $A.help("To one person who is not named in the clear: referral, risk review, counsel.");
    everyone @3 :SupportToAll $A.help("To everyone.");
  }
  by @4 :Common.Who $A.joins $A.help("Who gave it.");
  independent @5 :Common.YesNo $A.help("Whether whoever gave it is independent of those who run the exercise.");
  offered @6 :Common.Ref $A.refersToOneOf([entry]) $A.joins $A.help("The entry that offered it.");
  dueAgain @7 :Common.When $A.help("By when it is due again: the next check-in or risk review.");
}

# ----------------------------------------------------------------- training

enum TrainingKind {
  notRecorded @0;
  briefing @1;
  training @2;
  welcome @3;
  visitToListen @4;
}

struct TrainingHeld
    $A.help("Records a briefing, training, welcome or visit to listen, for lived experts or professionals.")
    $A.example("{\"kind\": \"trainingHeld\", \"topic\": \"How to run a small group\", \"trainingKind\": \"training\", \"givenBy\": \"group:WG\", \"forWhom\": \"P-4\", \"minutes\": \"90\"}") {
  topic @0 :Text $A.help("What it was about.");
  trainingKind @1 :TrainingKind $A.help("Briefing, training, welcome, or a visit to listen.");
  level @2 :Text
    $A.help("Which level of staff or members it reached: front line, managers, executives; or newcomers.");
  designedBy @3 :Common.Who $A.joins $A.help("Who designed it.");
  givenBy @4 :Common.Who $A.joins $A.help("Who gave it.");
  forWhom @5 :Common.Who $A.joins $A.help("Who it was for.");
  reached @6 :Common.Count $A.unit("people") $A.help("How many came, where nobody is named.");
  minutes @7 :Common.Count $A.unit("minutes") $A.help("How long it took.");
  meeting @8 :Text $A.refersTo(meeting) $A.joins $A.help("The meeting it was part of or came before.");
  paidTime @9 :Common.YesNo $A.help("Whether people's time at it was paid.");
}

# ----------------------------------------------------- concerns and answers

enum ConcernTopic {
  notRecorded @0;
  conduct @1;
  load @2;
  access @3;
  papers @4;
  language @5;
  process @6;
  organisation @7;
  harm @8;
  other @9;
}

struct ConcernRaised $A.help("Records that somebody is worried or unhappy about something here; no name is needed.")
    $A.recordedBy([member, coordinator, recorder])
    $A.refusedAs(["concern.not-yours"])
    $A.example("{\"kind\": \"concernRaised\", \"id\": \"C-3\", \"topic\": \"papers\", \"by\": \"P-7\", \"text\": \"The papers came the night before.\", \"askedFor\": {\"public\": \"Papers two weeks before, on paper.\"}}") {
  id @0 :Text $A.required $A.id(concern) $A.help("A short id that people can say aloud.");
  topic @1 :ConcernTopic $A.help("What it is about.");
  by @2 :Common.Sealed(Text) $A.refersTo(participant) $A.sealed((about = "by", audience = coordinators))
    $A.help("Who raised it, where they want that kept; in nobody's thread.");
  raisedBy @3 :Common.Outside
    $A.help("Who raised it in words that point at nobody: one of those asked in the survey.");
  aboutWhom @4 :Common.Sealed(Text) $A.refersTo(participant) $A.sealed((about = "aboutWhom", audience = coordinators))
    $A.help("The participant it is about; in nobody's thread.");
  theirExpertise @5 :List(Common.Expertise)
    $A.help("The expertise of whoever it is about; leave it out where it would point at one person.");
  about @6 :List(Common.Ref)
    $A.refersToOneOf([meeting, message, work, workVersion, survey, surveyRow, channel, decision, matter, input,
      response, action, promise, organisation, group, agreement, agreementVersion, initiative, stage, request, entry,
      standard, standardVersion, clause])
    $A.joins $A.help("The meeting, papers, organisation or other record it is about.");
  text @7 :Common.Words $A.sealed((about = "by", audience = coordinators)) $A.help("What the worry is.");
  askedFor @8 :Common.Words $A.sealed((about = "by", audience = coordinators))
    $A.help("What they ask to be done about it.");
}

enum AnswerStanding {
  notRecorded @0;
  partysOwnReply @1;
  decidingAnswer @2;
}

enum AnswerOutcome {
  notRecorded @0;
  upheld @1;
  partlyUpheld @2;
  notUpheld @3;
  settledBetweenUs @4;
  weWereWrong @5;
}

struct AnswerGiven
    $A.help("Answers a concern, dispute, dissent, finding or verdict: the party's own reply, or the deciding answer.")
    $A.refusedAs(["answer.by-its-author", "answer.own-contest", "answer.about-oneself",
      "concern.answered-by-its-subject", "concern.answered-by-its-raiser"])
    $A.example("{\"kind\": \"answerGiven\", \"to\": [\"concern:C-3\"], \"standing\": \"decidingAnswer\", \"text\": {\"public\": \"You are right; papers now go out two weeks before.\"}, \"outcome\": \"weWereWrong\", \"by\": \"P-2\"}") {
  to @0 :List(Common.Ref)
    $A.required
    $A.refersToOneOf([concern, entry, finding, report, response, decision, matter, claim, waiver, review, promise])
    $A.joins
        $A.help("What it answers: a concern, disputed entry, response judged not fair, dissent, removal or verdict.");
  standing @1 :AnswerStanding $A.help("The party's own reply, or the answer that decides.");
  text @2 :Common.Words $A.sealed((about = "by, author", audience = coordinators)) $A.help("The answer.");
  outcome @3 :AnswerOutcome $A.help("Upheld, partly, not upheld, settled between us, or we were wrong.");
  by @4 :Common.Who $A.joins $A.help("Who answers.");
}
