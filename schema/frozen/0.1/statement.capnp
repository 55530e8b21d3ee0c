# What one author said, and how the ledger keeps it. Everything here is frozen: old bytes must verify
# for decades. Bytes and worked examples: docs/formats/statement.md and docs/formats/entry.md.

@0xfed7b9433103e50f;

using Cxx = import "/capnp/c++.capnp";
$Cxx.namespace("minutebook::schema");
using A = import "annotations.capnp";
using Common = import "common.capnp";
using Identity = import "identity.capnp";
using Participation = import "participation.capnp";
using Initiative = import "initiative.capnp";
using Meeting = import "meeting.capnp";
using Feedback = import "feedback.capnp";
using Evidence = import "evidence.capnp";
using Decision = import "decision.capnp";
using Signoff = import "signoff.capnp";
using Credit = import "credit.capnp";
using Payment = import "payment.capnp";
using Standard = import "standard.capnp";

enum Provenance {
  notRecorded @0;
  witnessed @1;         # the author was there
  attested @2;          # somebody who was there told the author
  imported @3;          # from a file or paper, as it stands there
  inferred @4;          # the author worked it out; never turns a verdict into PASS
}

enum BasisKind {
  notRecorded @0;
  presentAndAgreed @1;
  messageOrLetter @2;
  importedFile @3;
}

struct OnBehalfOf {
  participant @0 :Text $A.required $A.refersTo(participant) $A.joins
    $A.help("Whose act this is, when somebody else writes it down.");
  basis @1 :BasisKind $A.required
    $A.help("How the author knows: they were present and agreed, a message or letter, an imported file.");
  document @2 :Common.Sealed(Data) $A.sealed((about = "participant", audience = coordinators))
    $A.help("SHA-256 of the message, letter or file.");
  place @3 :Text $A.help("Row, page or phrase in it.");
}

struct Source {
  title @0 :Text $A.help("What the document is called.");
  document @1 :Common.Document $A.help("Its SHA-256, where it names nobody.");
  sealedDocument @2 :Common.Sealed(Data) $A.sealed((about = "ledger", audience = coordinators))
    $A.help("Its SHA-256, where it names or quotes a person.");
  place @3 :Text $A.help("Row, page or phrase.");
}

struct Statement {
  origin @0 :Text $A.required $A.help("The ledger this was said to.");
  id @1 :Data $A.required $A.source("RFC 9562") $A.help("16 bytes; saying the same thing twice is safe because of it.");
  author @2 :Data $A.required $A.source("RFC 8032") $A.help("The author's Ed25519 public key, 32 bytes.");
  occurredAt @3 :Common.When $A.help("When it happened, only as exact as it is known.");
  onBehalfOf @4 :OnBehalfOf $A.help("Whose act this is, when somebody else writes it down.");
  provenance @5 :Provenance $A.help("How the author knows.");
  sources @6 :List(Source) $A.help("Where it is written.");
  initiative @7 :Text $A.refersTo(initiative) $A.help("The co-production exercise it belongs to.");
  stage @8 :Text $A.refersTo(stage) $A.help("The stage it belongs to.");
  causedBy @9 :Common.Ref $A.help("The record or entry that led to it.");
  record @10 :Record $A.required;
}

struct EntryCorrected $A.help("Puts right an earlier entry: a whole new record of the same kind. The old one stays, and readers show both.")
    $A.refusedAs(["on-behalf.missing", "on-behalf.other-person", "correction.not-correctable", "correction.nested",
      "correction.other-kind", "correction.other-id", "door.reference-unknown"])
    $A.example("{\"kind\": \"entryCorrected\", \"of\": \"entry:01920000-0000-7000-8000-000000000001\", \"reason\": \"The minutes named the wrong room.\", \"corrected\": {\"kind\": \"meetingHeld\", \"meeting\": \"M-3\"}}") {
  of @0 :Common.Ref $A.required $A.refersToOneOf([entry]) $A.joins $A.help("The entry that was wrong.");
  reason @1 :Text $A.required $A.help("What was wrong and how it came to light.");
  corrected @2 :Record $A.required
    $A.help("The record as it should have been, whole; sealed fields are sealed anew.");
}

struct Record {
  # Append only. The discriminant enters every commitment of a sealed field: it equals the ordinal.
  union {
    unset @0 :Void;     # refused; a record of a kind this schema does not know reads as this too

    # identity.capnp, and entryCorrected above
    ledgerOpened @1 :Identity.LedgerOpened;
    organisationRegistered @2 :Identity.OrganisationRegistered;
    keyEnrolled @3 :Identity.KeyEnrolled;
    keyRevoked @4 :Identity.KeyRevoked;
    rightGranted @5 :Identity.RightGranted;
    rightRevoked @6 :Identity.RightRevoked;
    consentAsked @7 :Identity.ConsentAsked;
    consentAnswered @8 :Identity.ConsentAnswered;
    erasureRequested @9 :Identity.ErasureRequested;
    erasureDone @10 :Identity.ErasureDone;
    entryCorrected @11 :EntryCorrected;
    entryDisputed @12 :Identity.EntryDisputed;
    retentionSet @13 :Identity.RetentionSet;
    threadsRooted @14 :Identity.ThreadsRooted;
    disclosureMade @15 :Identity.DisclosureMade;
    rulesChanged @16 :Identity.RulesChanged;
    # participation.capnp
    callOpened @17 :Participation.CallOpened;
    interestExpressed @18 :Participation.InterestExpressed;
    selectionMade @19 :Participation.SelectionMade;
    participantJoined @20 :Participation.ParticipantJoined $A.everyday;
    participantChanged @21 :Participation.ParticipantChanged;
    participantLeft @22 :Participation.ParticipantLeft;
    roleAssigned @23 :Participation.RoleAssigned $A.everyday;
    roleEnded @24 :Participation.RoleEnded;
    needsRecorded @25 :Participation.NeedsRecorded;
    interestDeclared @26 :Participation.InterestDeclared;
    supportOffered @27 :Participation.SupportOffered;
    supportGiven @28 :Participation.SupportGiven;
    trainingHeld @29 :Participation.TrainingHeld;
    concernRaised @30 :Participation.ConcernRaised $A.everyday;
    answerGiven @31 :Participation.AnswerGiven $A.everyday;
    # initiative.capnp
    initiativeOpened @32 :Initiative.InitiativeOpened;
    initiativeClosed @33 :Initiative.InitiativeClosed;
    limitsDeclared @34 :Initiative.LimitsDeclared;
    stageOpened @35 :Initiative.StageOpened;
    stageClosed @36 :Initiative.StageClosed;
    levelDeclared @37 :Initiative.LevelDeclared;
    planSet @38 :Initiative.PlanSet;
    groupFormed @39 :Initiative.GroupFormed;
    agreementAdopted @40 :Initiative.AgreementAdopted;
    agreementSigned @41 :Initiative.AgreementSigned;
    involvementRequested @42 :Initiative.InvolvementRequested;
    involvementAnswered @43 :Initiative.InvolvementAnswered;
    budgetSet @44 :Initiative.BudgetSet;
    costRecorded @45 :Initiative.CostRecorded;
    pauseStarted @46 :Initiative.PauseStarted;
    pauseEnded @47 :Initiative.PauseEnded;
    reviewHeld @48 :Initiative.ReviewHeld;
    experimentStarted @49 :Initiative.ExperimentStarted;
    experimentEnded @50 :Initiative.ExperimentEnded;
    promiseMade @51 :Initiative.PromiseMade $A.everyday;
    promiseUpdated @52 :Initiative.PromiseUpdated $A.everyday;
    outcomeRecorded @53 :Initiative.OutcomeRecorded;
    learningRecorded @54 :Initiative.LearningRecorded;
    ledgerLinked @55 :Initiative.LedgerLinked;
    custodianChanged @56 :Initiative.CustodianChanged;
    # meeting.capnp
    meetingScheduled @57 :Meeting.MeetingScheduled $A.everyday;
    agendaItemProposed @58 :Meeting.AgendaItemProposed;
    agendaItemSettled @59 :Meeting.AgendaItemSettled;
    attendanceRecorded @60 :Meeting.AttendanceRecorded $A.everyday;
    meetingHeld @61 :Meeting.MeetingHeld $A.everyday;
    meetingCancelled @62 :Meeting.MeetingCancelled;
    actionOpened @63 :Meeting.ActionOpened $A.everyday;
    actionUpdated @64 :Meeting.ActionUpdated;
    messageSent @65 :Meeting.MessageSent $A.everyday;
    deliveryReported @66 :Meeting.DeliveryReported;
    # feedback.capnp
    channelOpened @67 :Feedback.ChannelOpened;
    channelClosed @68 :Feedback.ChannelClosed;
    surveyOpened @69 :Feedback.SurveyOpened;
    surveyAnswered @70 :Feedback.SurveyAnswered;
    surveyClosed @71 :Feedback.SurveyClosed;
    inputReceived @72 :Feedback.InputReceived $A.everyday;
    inputRevised @73 :Feedback.InputRevised;
    inputsRegrouped @74 :Feedback.InputsRegrouped;
    rationaleShared @75 :Feedback.RationaleShared;
    responseGiven @76 :Feedback.ResponseGiven $A.everyday;
    responseJudged @77 :Feedback.ResponseJudged $A.everyday;
    changeMade @78 :Feedback.ChangeMade $A.everyday;
    # evidence.capnp
    evidenceKept @79 :Evidence.EvidenceKept;
    analysisDone @80 :Evidence.AnalysisDone;
    conclusionDrawn @81 :Evidence.ConclusionDrawn;
    # decision.capnp
    matterRaised @82 :Decision.MatterRaised;
    optionProposed @83 :Decision.OptionProposed;
    positionRecorded @84 :Decision.PositionRecorded $A.everyday;
    decisionMade @85 :Decision.DecisionMade $A.everyday;
    decisionReplaced @86 :Decision.DecisionReplaced;
    matterLeftOpen @87 :Decision.MatterLeftOpen;
    # signoff.capnp
    workOpened @88 :Signoff.WorkOpened;
    versionMade @89 :Signoff.VersionMade;
    signOffOpened @90 :Signoff.SignOffOpened;
    signOffGiven @91 :Signoff.SignOffGiven $A.everyday;
    signOffClosed @92 :Signoff.SignOffClosed;
    workPublished @93 :Signoff.WorkPublished;
    # credit.capnp
    contributionDeclared @94 :Credit.ContributionDeclared;
    creditChosen @95 :Credit.CreditChosen $A.everyday;
    creditPublished @96 :Credit.CreditPublished;
    quoteUsed @97 :Credit.QuoteUsed;
    # payment.capnp
    rateSet @98 :Payment.RateSet;
    paymentOffered @99 :Payment.PaymentOffered;
    paymentFormChosen @100 :Payment.PaymentFormChosen;
    timeLogged @101 :Payment.TimeLogged $A.everyday;
    claimMade @102 :Payment.ClaimMade;
    claimAnswered @103 :Payment.ClaimAnswered;
    paymentMade @104 :Payment.PaymentMade $A.everyday;
    paymentConfirmed @105 :Payment.PaymentConfirmed;
    # standard.capnp
    standardAdopted @106 :Standard.StandardAdopted;
    clauseAdopted @107 :Standard.ClauseAdopted;
    standardChanged @108 :Standard.StandardChanged;
    clauseAssessed @109 :Standard.ClauseAssessed;
    waiverRequested @110 :Standard.WaiverRequested;
    waiverSettled @111 :Standard.WaiverSettled;
    findingRaised @112 :Standard.FindingRaised;
    claimPublished @113 :Standard.ClaimPublished;
    reportPublished @114 :Standard.ReportPublished;
  }
}

struct Entry {
  # What a leaf hash is taken over. Nothing derivable is stored in it.
  recordedAt @0 :Int64 $A.alwaysSaid $A.unit("seconds since the Unix epoch, UTC");
  ordinal @1 :UInt32 $A.alwaysSaid $A.unit("place in its submission, from 0");
  count @2 :UInt32 $A.alwaysSaid $A.unit("statements in its submission");
  statement @3 :Data;   # canonical bytes, as signed
  signature @4 :Data;   # 64 bytes at ordinal 0, null after
}
