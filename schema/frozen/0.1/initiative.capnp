# Initiatives: what a co-production exercise is for, its stages and groups, what was agreed and
# promised, what it cost and what came of it.

@0xf747f7c3bdf943d2;

using Cxx = import "/capnp/c++.capnp";
$Cxx.namespace("minutebook::schema");
using A = import "annotations.capnp";
using Common = import "common.capnp";

enum InitiativeMotive {
  notRecorded @0;
  legitimacy @1;        # those affected ought to have a say
  context @2;           # the result has to fit where it will be used
  sensitivity @3;       # the subject touches people, and must be put in a way that does not hurt
  other @4;
}

enum InitiativeSize {
  notRecorded @0;
  pilot @1;
  small @2;
  full @3;
}

struct InitiativeOpened
    $A.help("A co-production exercise begins: what it is called, what it asks and why people are involved.")
    $A.example("{\"kind\": \"initiativeOpened\", \"id\": \"HOMES\", \"title\": \"Repairs that suit tenants\", \"why\": \"Tenants know which repairs matter and have had no say.\", \"motives\": [\"legitimacy\", \"context\"], \"size\": \"pilot\"}") {
  id @0 :Text $A.required $A.id(initiative) $A.help("A short name for it that people can say aloud.");
  title @1 :Text $A.required $A.help("What it is called.");
  by @2 :Common.Who $A.joins $A.help("Who began it.");
  leadOrganisation @3 :Text $A.refersTo(organisation) $A.joins $A.help("The organisation that runs it.");
  why @4 :Text $A.help("Why people are being involved, and what for.");
  motives @5 :List(InitiativeMotive) $A.help("The kinds of reason behind it.");
  question @6 :Text $A.help("The question it starts from.");
  questionFramedBy @7 :Common.Who $A.joins $A.help("Who put the question that way.");
  whatMayChange @8 :Text $A.help("What people's input can change.");
  size @9 :InitiativeSize $A.help("A pilot, a small exercise or a full one.");
  follows @10 :Text $A.refersTo(initiative) $A.joins $A.help("The earlier initiative that it carries on from.");
  ledByLivedExpertsConsidered @11 :Common.YesNo
    $A.help("Whether it was considered that people with lived experience lead it.");
  region @12 :Text $A.help("Where it takes place.");
  planned @13 :Common.When $A.help("When it was planned to begin and end.");
  whyNotLedByThem @14 :Text $A.help("Why people with lived experience do not lead it, where they do not.");
}

enum InitiativeEnd {
  notRecorded @0;
  done @1;
  stopped @2;
  weDecidedNotTo @3;
}

struct InitiativeClosed
    $A.help("An initiative ends, is stopped, or was decided against; what is still owed to people is named.")
    $A.example("{\"kind\": \"initiativeClosed\", \"about\": \"HOMES\", \"how\": \"done\", \"stillOwed\": [\"promise:PR-2\"]}") {
  about @0 :Text $A.required $A.refersTo(initiative) $A.joins $A.help("The initiative that ends.");
  how @1 :InitiativeEnd $A.help("How it ended; deciding not to go on is a valid end.");
  why @2 :Text $A.help("Why it ended.");
  by @3 :Common.Who $A.joins $A.help("Who ended it.");
  decision @4 :Text $A.refersTo(decision) $A.joins $A.help("The decision to end it.");
  stillOwed @5 :List(Common.Ref) $A.joins
    $A.refersToOneOf([promise, outcome, input, survey, decision, matter, action, work, meeting, request, entry])
    $A.help("What people are still owed: promises, inputs without an answer, outcomes not told.");
  stillOwedInWords @6 :Text $A.help("What is still owed and stands in no record.");
  recordsKeptBy @7 :Common.Who $A.joins $A.help("Who keeps the records from now on.");
}

struct DeclaredLimit {
  id @0 :Text $A.required $A.id(limit) $A.help("A short name for the limit, to be cited in answers.");
  text @1 :Text $A.required $A.help("What cannot be changed.");
  reason @2 :Text $A.help("Why it cannot be changed.");
  setBy @3 :Common.Who $A.joins $A.help("Who set the limit.");
}

struct LimitsDeclared
    $A.help("Says up front what cannot be changed, each limit with its reason, or that there are no limits.")
    $A.example("{\"kind\": \"limitsDeclared\", \"about\": \"initiative:HOMES\", \"limits\": {\"declared\": [{\"id\": \"L-1\", \"text\": \"The total repairs budget for this year.\", \"reason\": \"The council fixed it in March.\"}]}}") {
  about @0 :Common.Ref $A.refersToOneOf([initiative, stage]) $A.joins
    $A.help("The initiative or stage that the limits hold for.");
  by @1 :Common.Who $A.joins $A.help("Who declares them.");
  limits :union $A.help("The limits; or that there are none.") {
    notRecorded @2 :Void $A.help("Nobody said what cannot be changed.");
    none @3 :Void $A.help("It was said that there are no limits.");
    declared @4 :List(DeclaredLimit) $A.help("Each limit with its reason.");
  }
}

struct StageOpened $A.help("A stage of an initiative, with its plan and the gate that had to be passed to reach it.")
    $A.example("{\"kind\": \"stageOpened\", \"id\": \"S-2\", \"about\": \"HOMES\", \"title\": \"Working group\", \"stageKind\": \"design\", \"planned\": \"2024-03/2024-06\"}") {
  id @0 :Text $A.required $A.id(stage) $A.help("A short name for the stage.");
  about @1 :Text $A.refersTo(initiative) $A.joins $A.help("The initiative it is a stage of.");
  title @2 :Text $A.required $A.help("What the stage is called.");
  stageKind @3 :Text $A.help("What sort of stage: survey, working group, workshop, report, feedback.");
  planned @4 :Common.When $A.help("When it was planned to begin and end.");
  follows @5 :Text $A.refersTo(stage) $A.joins $A.help("The stage before it.");
  aim @6 :Text $A.help("What the stage is for.");
  gatesPassed @7 :List(Text) $A.refersTo(promise) $A.joins
    $A.help("The gates (promises with a condition) that were passed to open it.");
}

enum StageEnd {
  notRecorded @0;
  done @1;
  stopped @2;
  startedAgain @3;
}

struct StageClosed $A.help("A stage ends: how, what it changed and which gates it passed.")
    $A.example("{\"kind\": \"stageClosed\", \"about\": \"S-2\", \"how\": \"done\", \"whatItChanged\": \"The draft now starts from damp, not from boilers.\"}") {
  about @0 :Text $A.required $A.refersTo(stage) $A.joins $A.help("The stage that ends.");
  how @1 :StageEnd $A.help("How it ended.");
  why @2 :Text $A.help("Why it ended this way.");
  whatItChanged @3 :Text $A.help("What the stage changed.");
  gatesPassed @4 :List(Text) $A.refersTo(promise) $A.joins
    $A.help("The gates (promises with a condition) that it passed.");
}

enum ParticipationLevel {
  # The number of the member is the level, 1 to 6.
  notRecorded @0;
  informed @1;
  consulted @2;
  involved @3;
  coDesigned @4;
  coProduced @5;
  led @6;
}

struct LevelDeclared
    $A.help("How far people share in the power at a stage or in an initiative; say it again when it changes.")
    $A.example("{\"kind\": \"levelDeclared\", \"of\": \"stage:S-2\", \"level\": \"coProduced\", \"inPlainWords\": \"Tenants and staff decide together.\", \"by\": \"group:STEER\"}") {
  of @0 :Common.Ref $A.required $A.refersToOneOf([initiative, stage]) $A.joins
    $A.help("The initiative or stage that the level holds for.");
  level @1 :ParticipationLevel
    $A.help("1 informed, 2 consulted, 3 involved, 4 co-designed, 5 co-produced, 6 led by lived experience.");
  inPlainWords @2 :Text $A.help("The level in plain words, or in a scheme of your own.");
  by @3 :Common.Who $A.joins $A.help("Who declares it.");
  why @4 :Text $A.help("Why this level, or why it changed.");
  from @5 :Common.When $A.help("From when it holds.");
}

struct PlanSet $A.help("A version of the plan: timeline, question and aims as they stand now, what changed and why.")
    $A.example("{\"kind\": \"planSet\", \"about\": \"HOMES\", \"version\": \"2\", \"whatChanged\": \"A second workshop in June.\", \"why\": \"Ten tenants could not come in May.\", \"timeline\": \"not held\", \"takesEffect\": \"2024-05-01\"}") {
  about @0 :Text $A.refersTo(initiative) $A.joins $A.help("The initiative that it plans.");
  version @1 :Text $A.required $A.help("Which version of the plan: 1, 2, 3.");
  timeline @2 :Common.Document $A.help("The timeline as a document.");
  inWords @3 :Text $A.help("The plan in a few sentences.");
  stages @4 :List(Text) $A.refersTo(stage) $A.joins $A.help("The stages it plans, in order.");
  question @5 :Text $A.help("The question as it stands now.");
  aims @6 :List(Text) $A.help("The aims as they stand now.");
  whatChanged @7 :Text $A.help("What is different from the version before.");
  why @8 :Text $A.help("Why it is planned this way, or why it changed.");
  becauseOf @9 :List(Common.Ref) $A.joins
    $A.refersToOneOf([input, decision, response, review, survey, meeting, matter, promise, experiment, finding,
      conclusion, outcome, limit, entry])
    $A.help("What led to the change.");
  by @10 :Common.Who $A.joins $A.help("Who set the plan.");
  decision @11 :Text $A.refersTo(decision) $A.joins $A.help("The decision to plan it so.");
  takesEffect @12 :Common.When $A.help("From when it holds.");
}

enum GroupKind {
  notRecorded @0;
  workingGroup @1;
  expertNetwork @2;
  steeringGroup @3;
  board @4;             # a governing body
  cohort @5;            # people who come for one workshop or one round
  roster @6;            # a standing list of people who are interested
  other @7;
}

enum GroupDecisionRule {
  notRecorded @0;
  consensus @1;         # everyone agrees
  consent @2;           # nobody objects
  majority @3;
  threshold @4;
  onePersonDecides @5;
  advisesOnly @6;
}

struct GroupFormed $A.help("A group comes into being: what it is for, how it decides, and its seats.")
    $A.example("{\"kind\": \"groupFormed\", \"id\": \"WG\", \"groupKind\": \"workingGroup\", \"title\": \"Tenants and staff\", \"decisionRule\": \"consensus\", \"votingSeats\": 12, \"seatsForLivedExperience\": 4, \"hostedBy\": \"HOUSING\"}") {
  id @0 :Text $A.required $A.id(group) $A.help("A short name for the group.");
  groupKind @1 :GroupKind $A.help("What sort of group.");
  title @2 :Text $A.help("What the group is called.");
  about @3 :Text $A.refersTo(initiative) $A.joins $A.help("The initiative it belongs to, if any.");
  partOf @4 :Text $A.refersTo(group) $A.joins $A.help("The larger group it belongs to.");
  purpose @5 :Text $A.help("What the group is for and what it may decide.");
  formedBy @6 :Common.Who $A.joins $A.help("Who set it up.");
  decisionRule @7 :GroupDecisionRule $A.help("How it decides.");
  threshold @8 :Common.Figure $A.unit("percent in favour")
    $A.help("The share needed, where it decides by a threshold.");
  quorum @9 :Common.Count $A.unit("people") $A.help("How many must be there; a missed quorum is shown, not enforced.");
  votingSeats @10 :Common.Count $A.unit("seats") $A.help("How many seats have a vote.");
  seatsForLivedExperience @11 :Common.Count $A.unit("seats")
    $A.help("How many of the voting seats are kept for people with lived experience.");
  hostedBy @12 :Text $A.refersTo(organisation) $A.joins $A.help("The organisation that hosts it.");
  ownBudget @13 :Common.YesNo $A.help("Whether the group has money of its own to spend.");
  whenTheMoneyEnds @14 :Text $A.help("What happens to the group when the money ends.");
  terms @15 :Common.AgreementVersion $A.joins $A.help("The group's own terms.");
}

enum AgreementKind {
  notRecorded @0;
  aimsAndWaysOfWorking @1;
  ruleOfTheRoom @2;
  selectionCriteria @3;
  method @4 $A.words("interview or analysis method");
  payPolicy @5;
  ethics @6;
  risk @7;
  language @8;
  strategy @9;
  ownTerms @10 $A.words("group's own terms");
  other @11;
}

enum NamesShown {
  notRecorded @0;
  fullNames @1;
  firstNames @2;
  initials @3;
  noNames @4;
}

struct AgreementSection {
  title @0 :Text $A.required $A.help("What the section is about, in a word or two: power, ground rules, money.");
  text @1 :Text $A.help("The section as agreed.");
}

enum AgreementRightKind {
  notRecorded @0;
  pause @1;
  callAReview @2;
  putOnTheAgenda @3;
  seeAllPapers @4;
  startAgain @5;
  other @6;
}

struct AgreementRight {
  right @0 :AgreementRightKind $A.help("What may be done.");
  keptFor @1 :Common.Who $A.joins $A.help("Who may do it.");
  inWords @2 :Text $A.help("The right as the agreement puts it.");
}

struct AgreementAdopted
    $A.help("A text that people agreed to work by: aims, rules of the room, selection criteria, methods, policies.")
    $A.refusedAs(["agreement.same-version-other-text"])
    $A.example("{\"kind\": \"agreementAdopted\", \"id\": \"RULES\", \"version\": \"1\", \"agreementKind\": \"ruleOfTheRoom\", \"text\": \"One person speaks at a time, and nobody has to share a story.\", \"for\": [\"meeting:M-3\"], \"by\": \"words: we\", \"rolesUnsaidUntil\": \"2024-05-02\", \"rights\": [{\"right\": \"pause\", \"keptFor\": \"group:WG\"}]}") {
  id @0 :Text $A.required $A.id(agreement) $A.help("A short name for the agreement; a later version keeps it.");
  version @1 :Text $A.required $A.id(agreementVersion) $A.help("Which version of it: 1, 2, 3.");
  agreementKind @2 :AgreementKind $A.help("What sort of agreement.");
  title @3 :Text $A.help("What it is called.");
  text @4 :Text $A.help("What was agreed, word for word where it is short.");
  document @5 :Common.Document $A.help("The agreed text as a document.");
  sections @6 :List(AgreementSection) $A.help("Its sections.");
  ownedBy @7 :Common.Who $A.joins $A.help("Whose agreement it is: who may change it.");
  for @8 :List(Common.Ref) $A.refersToOneOf([initiative, stage, group, meeting, work, survey, call]) $A.joins
    $A.help("What it holds for.");
  by @9 :Common.Who $A.joins $A.help("Who adopted it, as far as is told.");
  decision @10 :Text $A.refersTo(decision) $A.joins $A.help("The decision that adopted it.");
  why @11 :Text $A.help("Why it is so.");
  biasItBrings @12 :Text $A.help("Whom or what it leaves out or favours.");
  rolesUnsaidUntil @13 :Common.When
    $A.help("Until when people do not say who has which role; minutes and displays keep to it.");
  rights @14 :List(AgreementRight) $A.help("The rights it keeps, and for whom.");
  from @15 :Common.When $A.help("From when it holds.");
  replaces @16 :Common.AgreementVersion $A.joins $A.help("The version that it takes the place of.");
  whatChanged @17 :Text $A.help("What is different from the version before.");
  namesShown @18 :NamesShown
    $A.help("How people stand in minutes and displays: full names, first names, initials or no names.");
}

enum AgreementAnswer {
  notRecorded @0;
  signed @1;
  objected @2;
}

struct AgreementSigned
    $A.help("A person, group or organisation signs a version of an agreement or standard, or objects to it.")
    $A.belongsTo("participant")
    $A.refusedAs(["agreement.nothing-signed", "agreement.nobody-signed"])
    $A.example("{\"kind\": \"agreementSigned\", \"agreement\": \"RULES@1\", \"participant\": \"P-14\", \"answer\": \"objected\", \"why\": {\"public\": \"No break is planned.\"}}") {
  agreement @0 :Common.AgreementVersion $A.joins $A.help("The version of the agreement.");
  standard @1 :Common.StandardVersion $A.joins $A.help("The version of the standard, where it is a standard.");
  participant @2 :Text $A.refersTo(participant) $A.joins $A.help("Who signs or objects.");
  organisation @3 :Text $A.refersTo(organisation) $A.joins $A.help("The organisation that signs or objects.");
  group @4 :Text $A.refersTo(group) $A.joins $A.help("The group that signs or objects as one.");
  answer @5 :AgreementAnswer $A.help("Signed, or objected.");
  why @6 :Common.Words $A.sealed((about = "participant", audience = coordinators))
    $A.help("Why, in their own words.");
}

enum InvolvementRoute {
  notRecorded @0;
  coordinator @1;
  straightToThePerson @2;
}

struct InvolvementRequested
    $A.help("Somebody asks a group or people to take part in something; what is asked and offered is written down.")
    $A.example("{\"kind\": \"involvementRequested\", \"id\": \"RQ-1\", \"by\": \"organisation:HOUSING\", \"to\": \"group:WG\", \"what\": \"Read a draft letter to tenants.\", \"asksForAStory\": \"no\", \"route\": \"coordinator\", \"timeAsked\": 90, \"neededBy\": \"2024-06-14\", \"pay\": {\"sum\": \"18.00 GBP\"}}") {
  id @0 :Text $A.required $A.id(request) $A.help("A short name for the request.");
  by @1 :Common.Who $A.joins $A.help("Who asks: an organisation, group or person.");
  to @2 :Common.Who $A.joins $A.help("Who is asked.");
  what @3 :Text $A.help("What they are asked to do.");
  why @4 :Text $A.help("Why they are asked.");
  about @5 :Text $A.refersTo(initiative) $A.joins $A.help("The initiative it is for.");
  asksForAStory @6 :Common.YesNo $A.help("Whether a personal story is asked for.");
  route @7 :InvolvementRoute $A.help("Whether it came through the coordinator or straight to the person.");
  timeAsked @8 :Common.Count $A.unit("minutes") $A.help("How much time is asked of each person.");
  neededBy @9 :Common.When $A.help("When it is needed.");
  pay :union $A.help("What pay is offered.") {
    notRecorded @10 :Void $A.help("Nothing is known of pay.");
    notOffered @11 :Void $A.help("No pay is offered.");
    atRate @12 :Text $A.refersTo(rate) $A.joins $A.help("Pay at this rate is offered.");
    sum @13 :Common.Money $A.help("This sum is offered to each person.");
    inWords @14 :Text $A.help("What is offered, in words.");
  }
  influence @15 :Text $A.help("What people's part can change.");
  feedbackBy @16 :Common.When $A.help("By when they are promised to hear what came of it.");
  terms @17 :List(Common.AgreementVersion) $A.joins $A.help("The terms that the asker signed.");
}

enum InvolvementAnswer {
  notRecorded @0;
  accepted @1;
  declined @2;
  returned @3;          # sent back until something is put right
  changed @4;           # accepted with changes
}

struct SealedSharedOut {
  participants @0 :List(Text) $A.refersTo(participant) $A.help("Who takes it on.");
}

struct InvolvementAnswered $A.help("The answer to a request for involvement, and who takes it on.")
    $A.refusedAs(["involvement.answered-by-asker", "involvement.story-in-clear", "door.reference-unknown"])
    $A.example("{\"kind\": \"involvementAnswered\", \"request\": \"RQ-1\", \"answer\": \"returned\", \"whatIsMissing\": \"How long it takes and what it pays.\", \"by\": \"group:WG\"}") {
  request @0 :Text $A.required $A.refersTo(request) $A.joins $A.help("The request that is answered.");
  answer @1 :InvolvementAnswer $A.help("Accepted, declined (no reason needed), returned or changed.");
  by @2 :Common.Who $A.joins $A.help("Who answers; never the one who asked.");
  why @3 :Text $A.help("A reason, if they care to give one.");
  whatIsMissing @4 :Text $A.help("What has to be added before it can be answered.");
  whatChanged @5 :Text $A.help("What was changed in what was asked.");
  sharedOutTo @6 :List(Text) $A.refersTo(participant) $A.joins
    $A.help("Who takes it on; not for requests for a personal story.");
  sharedOutPrivately @7 :Common.Sealed(SealedSharedOut) $A.sealed((about = "initiative", audience = coordinators))
    $A.help("Who takes it on where a personal story is asked for; even the count stays private.");
}

enum BudgetLineKind {
  notRecorded @0;
  recompense @1;        # pay, and rewards in place of pay
  expenses @2;
  access @3;
  support @4;
  coordination @5;
  staffTime @6;
  training @7;
  other @8;
}

struct BudgetLine {
  line @0 :BudgetLineKind $A.help("What the money is for.");
  amount :union $A.help("How much, or nothing and why.") {
    notRecorded @1 :Void $A.help("The amount is not known.");
    set @2 :Common.Money $A.help("The amount set aside.");
    nil @3 :Text $A.help("Nothing is set aside, and this is why.");
  }
  note @4 :Text $A.help("What the line covers.");
}

struct BudgetSet $A.help("The money for doing it properly: who gives it and how much for each purpose.")
    $A.refusedAs(["budget.two-currencies"])
    $A.example("{\"kind\": \"budgetSet\", \"about\": \"HOMES\", \"fundedBy\": \"organisation:FUND\", \"grantReference\": \"G-1027\", \"from\": \"2024-04-01\", \"until\": \"2025-03-31\", \"lines\": [{\"line\": \"recompense\", \"amount\": {\"set\": \"4200.00 GBP\"}}, {\"line\": \"access\", \"amount\": {\"nil\": \"The venue pays for it.\"}}]}") {
  about @0 :Text $A.refersTo(initiative) $A.joins $A.help("The initiative it pays for.");
  group @1 :Text $A.refersTo(group) $A.joins $A.help("The group it pays for, where the money is the group's own.");
  fundedBy @2 :Common.Who $A.joins $A.help("Who gives the money.");
  heldBy @3 :Common.Who $A.joins $A.help("Who receives and holds it.");
  setBy @4 :Common.Who $A.joins $A.help("Who set the budget.");
  grantReference @5 :Text $A.help("The funder's reference for the grant.");
  from @6 :Common.When $A.help("From when it may be spent.");
  until @7 :Common.When $A.help("Until when it may be spent.");
  lines @8 :List(BudgetLine) $A.help("Each purpose with its amount, nil with a reason, or not known; one currency.");
  total @9 :Common.Money $A.help("The whole sum, where only that is known.");
  decision @10 :Text $A.refersTo(decision) $A.joins $A.help("The decision that set it.");
}

struct CostRecorded $A.help("Money spent on something other than paying people: rooms, refreshments, access, support.")
    $A.refusedAs(["budget.two-currencies", "reference.other-kind"])
    $A.example("{\"kind\": \"costRecorded\", \"about\": \"HOMES\", \"line\": \"access\", \"amount\": \"120.00 GBP\", \"whatFor\": \"Interpreter at the workshop\", \"meeting\": \"M-3\"}") {
  about @0 :Text $A.refersTo(initiative) $A.joins $A.help("The initiative it was spent on.");
  budget @1 :Common.Ref $A.refersToOneOf([entry]) $A.joins $A.help("The entry that set the budget.");
  line @2 :BudgetLineKind $A.help("The line of the budget.");
  amount @3 :Common.Money $A.help("How much was spent.");
  whatFor @4 :Text $A.help("What it was spent on; never a person's own support or access needs.");
  meeting @5 :Text $A.refersTo(meeting) $A.joins $A.help("The meeting it was spent on.");
  paidBy @6 :Common.Who $A.joins $A.help("Who paid.");
}

enum PauseReason {
  notRecorded @0;
  waitingForTheContributor @1;
  untilPeopleAreReady @2;
  untilWorkIsReady @3;
  timeToThink @4;
  illnessOrAbsence @5;
  moneyOrStaff @6;
  harmOrSafety @7;
  other @8;
}

struct PauseStarted
    $A.help("A stage, input, promise or initiative pauses, or a person's own part; waiting for people is not delay.")
    $A.belongsTo("participant")
    $A.refusedAs(["pause.of-nothing", "pause.own-reason-public"])
    $A.example("{\"kind\": \"pauseStarted\", \"of\": \"stage:S-2\", \"reason\": \"untilWorkIsReady\", \"why\": \"Two weeks to compare the interviews.\", \"plannedDays\": 14, \"by\": \"words: we\"}") {
  of @0 :Common.Ref $A.refersToOneOf([initiative, stage, input, promise]) $A.joins $A.help("What pauses.");
  participant @1 :Text $A.refersTo(participant) $A.joins
    $A.help("Who pauses their own part; leave it out where the thing itself pauses.");
  by @2 :Common.Who $A.joins $A.help("Who called the pause.");
  right @3 :Common.AgreementVersion $A.joins $A.help("The agreement that gives them the right to.");
  reason @4 :PauseReason $A.help("Why it pauses; not for a person's own part.");
  why @5 :Text $A.help("The reason in words, for everyone to read; not for a person's own part.");
  ownReason @6 :Common.Sealed(Text) $A.sealed((about = "participant, by", audience = coordinators))
    $A.help("Why a person pauses their own part, if they care to say.");
  plannedDays @7 :Common.Count $A.unit("days") $A.help("How long it is meant to last.");
  until @8 :Common.When $A.help("Until when it is meant to last.");
  told @9 :List(Text) $A.refersTo(message) $A.joins $A.help("The messages that told people.");
}

struct PauseEnded $A.help("A pause is over.")
    $A.belongsTo("participant")
    $A.refusedAs(["pause.of-nothing", "pause.own-reason-public", "pause.not-running", "pause.already-ended"])
    $A.example("{\"kind\": \"pauseEnded\", \"of\": \"stage:S-2\", \"lastedDays\": 14}") {
  of @0 :Common.Ref $A.refersToOneOf([initiative, stage, input, promise]) $A.joins $A.help("What goes on again.");
  participant @1 :Text $A.refersTo(participant) $A.joins $A.help("Whose own part goes on again.");
  by @2 :Common.Who $A.joins $A.help("Who ended the pause.");
  right @3 :Common.AgreementVersion $A.joins $A.help("The agreement that gives them the right to.");
  why @4 :Text $A.help("What made it possible to go on; not for a person's own part.");
  ownReason @5 :Common.Sealed(Text) $A.sealed((about = "participant, by", audience = coordinators))
    $A.help("What made it possible for the person to go on, if they care to say.");
  lastedDays @6 :Common.Count $A.unit("days") $A.help("How long it lasted.");
  told @7 :List(Text) $A.refersTo(message) $A.joins $A.help("The messages that told people.");
}

enum ReviewKind {
  notRecorded @0;
  checkBack @1;
  readiness @2;
  representation @3;
  saturation @4;
  bias @5;
  ownReflection @6;
  harmAndBenefit @7;
  standards @8;
  other @9;
}

enum ReviewResult {
  notRecorded @0;
  goOn @1;
  goOnWithChanges @2;
  wait @3;
  doNot @4;
  notAgreed @5;
}

struct ReviewGap {
  id @0 :Text $A.required $A.id(reviewGap) $A.help("A short name for the gap.");
  what @1 :Text $A.required $A.help("Who or what is missing.");
  action @2 :Text $A.refersTo(action) $A.joins $A.help("The action that is to fill it.");
  whatWillBeDone @3 :Text $A.help("What will be done about it, where no action is on record.");
  reason @4 :Text $A.help("Why nothing will be done about it.");
}

struct ReviewHeld
    $A.help("People looked at how it is going: a check-back, who is missing, readiness, bias, harm, own reflection.")
    $A.example("{\"kind\": \"reviewHeld\", \"id\": \"RV-1\", \"reviewKind\": \"representation\", \"of\": [\"stage:S-2\"], \"group\": \"WG\", \"result\": \"goOnWithChanges\", \"profile\": \"Ages 40 to 70; nobody from the north estate.\", \"gaps\": [{\"id\": \"GAP-1\", \"what\": \"Tenants under 30\", \"whatWillBeDone\": \"A drop-in at the college.\"}], \"next\": \"2024-09\"}") {
  id @0 :Text $A.required $A.id(review) $A.help("A short name for the review.");
  reviewKind @1 :ReviewKind $A.help("What was looked at.");
  of @2 :List(Common.Ref) $A.joins
    $A.refersToOneOf([initiative, stage, group, work, workVersion, meeting, standardVersion, promise])
    $A.help("The stage, initiative, group or work version that was reviewed.");
  group @3 :Text $A.refersTo(group) $A.joins $A.help("The group that a profile is of.");
  with @4 :Common.Who $A.joins $A.help("With whom it was held.");
  whoWasReviewed @5 :Common.Who $A.joins $A.help("Whose part was looked at.");
  calledBy @6 :Common.Who $A.joins $A.help("Who called for it.");
  right @7 :Common.AgreementVersion $A.joins $A.help("The agreement that gives them the right to.");
  result @8 :ReviewResult $A.help("Whether to go on.");
  resultInWords @9 :Text $A.help("What came of it, for everyone to read; of an own reflection never the text.");
  groupsSought @10 :Text $A.help("Which people the exercise set out to include.");
  gaps @11 :List(ReviewGap) $A.help("Who or what is missing, with an action or a reason for each.");
  profile @12 :Common.Words $A.sealed((about = "group", audience = coordinators))
    $A.help("Who the group are, as a whole and never person by person.");
  comparedWith @13 :Common.Document $A.help("The document that the profile was compared with.");
  comparedWithInWords @14 :Text $A.help("What the profile was compared with: a census, a service's own figures.");
  next @15 :Common.When $A.help("When to look again.");
}

struct ExperimentStarted $A.help("Something is tried out, to be kept, changed or dropped.")
    $A.example("{\"kind\": \"experimentStarted\", \"id\": \"X-1\", \"what\": \"Meet on Saturday mornings for two months.\", \"until\": \"2024-07\"}") {
  id @0 :Text $A.required $A.id(experiment) $A.help("A short name for it.");
  what @1 :Text $A.required $A.help("What is tried.");
  why @2 :Text $A.help("Why it is tried, and what would count as success.");
  by @3 :Common.Who $A.joins $A.help("Who tries it.");
  about @4 :List(Common.Ref) $A.joins
    $A.refersToOneOf([initiative, stage, group, work, input, matter, decision, meeting, agreement])
    $A.help("What it belongs to.");
  until @5 :Common.When $A.help("Until when it is tried.");
}

enum ExperimentResult {
  notRecorded @0;
  kept @1;
  changed @2;
  dropped @3;
}

struct ExperimentEnded $A.help("What became of something that was tried, and what was learned.")
    $A.example("{\"kind\": \"experimentEnded\", \"experiment\": \"X-1\", \"result\": \"changed\", \"learned\": \"Saturdays suit parents only in term time.\"}") {
  experiment @0 :Text $A.required $A.refersTo(experiment) $A.joins $A.help("What was tried.");
  result @1 :ExperimentResult $A.help("Kept, changed or dropped.");
  learned @2 :Text $A.help("What was learned.");
  by @3 :Common.Who $A.joins $A.help("Who said how it ended.");
  decision @4 :Text $A.refersTo(decision) $A.joins $A.help("The decision to keep, change or drop it.");
}

enum PromisePlace {
  notRecorded @0;
  bid @1;               # also a tender
  meeting @2;
  plan @3;
  report @4;
  message @5;
  other @6;
}

struct PromiseMade $A.help("Something was promised: by whom, to whom, by when, and on what condition.")
    $A.example("{\"kind\": \"promiseMade\", \"id\": \"PR-1\", \"by\": \"organisation:HOUSING\", \"to\": \"group:WG\", \"what\": \"Tell everyone what became of their suggestions.\", \"due\": \"28 days after meeting:M-3\", \"standing\": \"no\", \"madeIn\": \"meeting\", \"madeInRecord\": \"meeting:M-3\"}") {
  id @0 :Text $A.required $A.id(promise) $A.help("A short name for the promise.");
  by @1 :Common.Who $A.joins $A.help("Who promises.");
  to @2 :Common.Who $A.joins $A.help("To whom.");
  what @3 :Text $A.required $A.help("What is promised.");
  due @4 :Common.When $A.help("By when.");
  condition @5 :Text $A.help("The condition: if this happens, then that; leave it out where there is none.");
  gateOf @6 :Text $A.refersTo(stage) $A.joins $A.help("The stage that the condition is a gate of.");
  standing @7 :Common.YesNo $A.help("Whether it holds for good; standing promises are counted apart.");
  madeIn @8 :PromisePlace $A.help("Where it was made.");
  madeInRecord @9 :Common.Ref $A.joins
    $A.refersToOneOf([meeting, work, workVersion, message, report, agreement, agreementVersion, response, decision,
      entry])
    $A.help("The meeting, plan, report or message in which it was made.");
  about @10 :List(Common.Ref) $A.joins
    $A.refersToOneOf([initiative, stage, group, work, input, matter, decision, survey, meeting, request, promise])
    $A.help("What it concerns.");
}

enum PromiseState {
  # Kept, broken, withdrawn, lapsed, carriedOver and conditionNotMet end a promise.
  notRecorded @0;
  goingOn @1;
  conditionMet @2;
  conditionNotMet @3;
  kept @4;
  partlyKept @5;
  broken @6;
  renegotiated @7;
  withdrawn @8;
  lapsed @9;
  carriedOver @10;      # by somebody else, or in another initiative
}

struct PromiseUpdated
    $A.help("How a promise stands: going on, kept, broken, changed by agreement, withdrawn, carried over.")
    $A.refusedAs(["promise.already-ended"])
    $A.example("{\"kind\": \"promiseUpdated\", \"promise\": \"PR-1\", \"state\": \"kept\", \"evidence\": [\"message:MSG-4\"]}") {
  promise @0 :Text $A.required $A.refersTo(promise) $A.joins $A.help("The promise.");
  state @1 :PromiseState $A.required $A.help("How it stands.");
  by @2 :Common.Who $A.joins $A.help("Who says so.");
  reason @3 :Text $A.help("Why.");
  evidence @4 :List(Common.Ref) $A.joins
    $A.refersToOneOf([message, meeting, work, workVersion, decision, response, survey, outcome, report, action,
      evidence, analysis, conclusion, payment, agreement, review, entry, input])
    $A.help("The records that show it.");
  document @5 :Common.Document $A.help("A document that shows it and names nobody.");
  sealedDocument @6 :Common.Sealed(Data) $A.sealed((about = "initiative", audience = coordinators))
    $A.help("A document that shows it and names or quotes a person.");
  newDue @7 :Common.When $A.help("The new date, where it was put off.");
  newWhat @8 :Text $A.help("What is promised instead, where it was changed.");
  agreedBy @9 :Common.Who $A.joins $A.help("Who agreed to the change; it should be those it was promised to.");
  carriedTo @10 :Common.Who $A.joins $A.help("Who has taken it on.");
  carriedAs @11 :Text $A.refersTo(promise) $A.joins $A.help("The promise that it goes on as.");
}

enum OutcomeKind {
  notRecorded @0;
  result @1;
  differenceMadeLater @2;
  useSeen @3;
}

enum OutcomeSign {
  notRecorded @0;
  good @1;
  bad @2;
  none @3;              # no effect was seen
  mixed @4;
  notKnown @5;          # somebody looked and could not tell
}

struct OutcomeRecorded
    $A.help("What came of it: the result, the difference it made later, or a use that somebody saw, good or bad.")
    $A.example("{\"kind\": \"outcomeRecorded\", \"id\": \"OUT-1\", \"of\": [\"initiative:HOMES\"], \"outcomeKind\": \"differenceMadeLater\", \"sign\": \"mixed\", \"whoWasAsked\": \"group:WG\", \"text\": \"Damp repairs are faster; the phone line is no better.\"}") {
  id @0 :Text $A.required $A.id(outcome) $A.help("A short name for the outcome.");
  of @1 :List(Common.Ref) $A.joins
    $A.refersToOneOf([initiative, stage, work, workVersion, promise, decision, group, experiment])
    $A.help("What it is an outcome of.");
  outcomeKind @2 :OutcomeKind $A.help("A result, a difference made later, or a use that was seen.");
  sign @3 :OutcomeSign $A.help("Good, bad, none, mixed, or not known.");
  whoWasAsked @4 :Common.Who $A.joins $A.help("Who was asked about it.");
  by @5 :Common.Who $A.joins $A.help("Who says so.");
  text @6 :Text $A.required $A.help("What came of it.");
  evidence @7 :List(Common.Ref) $A.joins
    $A.refersToOneOf([survey, evidence, analysis, conclusion, report, work, workVersion, meeting, input, decision,
      message, entry])
    $A.help("The records that show it.");
  document @8 :Common.Document $A.help("A document that shows it and names nobody.");
  sealedDocument @9 :Common.Sealed(Data) $A.sealed((about = "initiative", audience = coordinators))
    $A.help("A document that shows it and names or quotes a person.");
  needs @10 :List(Text) $A.refersTo(input) $A.joins
    $A.help("The needs, as people stated them at the start, that it meets or fails to meet.");
}

enum LearningKind {
  notRecorded @0;
  wentWell @1;
  wentBadly @2;
  learned @3;
  limitOfTheResult @4;
  departure @5 $A.words("departure from plan or method");
  practice @6;          # how something was done in fact
}

struct LearningRecorded
    $A.help("What went well or badly, was learned, limits the result, departed from the plan, or how it was done.")
    $A.example("{\"kind\": \"learningRecorded\", \"about\": [\"meeting:M-3\"], \"by\": \"group:WG\", \"learningKind\": \"wentBadly\", \"text\": \"Three hours online were too long.\"}") {
  about @0 :List(Common.Ref) $A.joins
    $A.refersToOneOf([initiative, stage, group, work, workVersion, meeting, agreement, agreementVersion, action, survey,
      decision, analysis, conclusion, evidence, experiment, review])
    $A.help("What it was learned from; a limit named here travels with the work.");
  by @1 :Common.Who $A.joins $A.help("Who says so.");
  learningKind @2 :LearningKind $A.help("What sort of learning.");
  text @3 :Text $A.required $A.help("What was learned, for everyone to read.");
}

enum LedgerRelation {
  notRecorded @0;
  parent @1;
  part @2;
  continues @3;
  derivedWork @4;
}

struct LedgerLinked
    $A.help("Another ledger that this one belongs to, contains, continues or draws on, as it stood at a checkpoint.")
    $A.example("{\"kind\": \"ledgerLinked\", \"otherOrigin\": \"council.example/housing\", \"checkpoint\": \"not held\", \"relation\": \"parent\"}") {
  otherOrigin @0 :Text $A.required $A.help("The other ledger's origin.") $A.source("C2SP tlog-checkpoint v1.0.0");
  checkpoint @1 :Common.Document $A.help("The other ledger's signed checkpoint.")
    $A.source("C2SP tlog-checkpoint v1.0.0");
  relation @2 :LedgerRelation $A.help("What the other ledger is to this one: parent, part, the one it continues.");
  about @3 :List(Common.Ref) $A.refersToOneOf([initiative, stage, group, work, workVersion]) $A.joins
    $A.help("What in this ledger the link concerns.");
  why @4 :Text $A.help("Why they are linked.");
}

struct CustodianChanged
    $A.help("Somebody else keeps this ledger, a group or a work from now on, or nobody does and it is frozen.")
    $A.example("{\"kind\": \"custodianChanged\", \"of\": [\"work:REPORT\"], \"fromOrganisation\": \"CENTRE\", \"to\": {\"nobody\": null}, \"stillReadableAt\": \"The centre's archived site\"}") {
  thisLedger @0 :Common.YesNo $A.help("Whether it is this ledger that changes hands.");
  of @1 :List(Common.Ref) $A.refersToOneOf([group, work, workVersion, initiative, evidence, agreement]) $A.joins
    $A.help("The groups or works that change hands.");
  fromOrganisation @2 :Text $A.refersTo(organisation) $A.joins $A.help("Who kept it until now.");
  to :union $A.help("Who keeps it from now on.") {
    notRecorded @3 :Void $A.help("It is not known who keeps it now.");
    nobody @4 :Void $A.help("Nobody: it is frozen as it is.");
    organisation @5 :Text $A.refersTo(organisation) $A.joins $A.help("The organisation that keeps it now.");
  }
  stillReadableAt @6 :Text $A.help("Where it can still be read.");
  openPromises @7 :List(Text) $A.refersTo(promise) $A.joins $A.help("The open promises that are carried across.");
  why @8 :Text $A.help("Why it changes hands.");
}
