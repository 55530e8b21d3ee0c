# Who keeps this ledger, whose keys speak in it, what each may do, and what people agreed to.

@0x8eaa5280909a8515;

using Cxx = import "/capnp/c++.capnp";
$Cxx.namespace("minutebook::schema");
using A = import "annotations.capnp";
using Common = import "common.capnp";

# ---------------------------------------------------------------- ledgerOpened

struct ContinuedLedger $A.help("The ledger that this one takes over from, as it stood at its end.") {
  oldOrigin @0 :Text $A.required $A.help("The origin of the ledger that ended.");
  finalCheckpoint @1 :Text $A.required $A.source("C2SP tlog-checkpoint v1.0.0, signed-note v1.0.0")
    $A.help("Its last signed checkpoint, whole, with its signature lines.");
}

struct LedgerOpened
    $A.help("Opens the ledger: who keeps it, its first keys, and what it is for. Always the first entry.")
    $A.recordedBy([steward])
    $A.refusedAs(["ledger.not-first", "ledger.not-the-stewards-key", "ledger.keys-not-apart",
      "key.wrong-length", "rules.unknown"])
    $A.example("{\"kind\": \"ledgerOpened\", \"title\": \"Lakeside co-production record\", \"keeper\": \"The involvement team of a housing charity\", \"steward\": \"P-1\", \"stewardKey\": \"d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a\", \"clerkKey\": \"3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c\", \"logKey\": \"fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025\", \"rulesVersion\": 1, \"timeZone\": \"Europe/London\", \"languages\": [\"en\"], \"purpose\": \"So that everyone can see who decided what.\"}") {
  title @0 :Text $A.required $A.help("What people call this ledger.");
  keeper @1 :Text $A.required $A.help("Who looks after it, in words: an organisation, a team or a group.");
  steward @2 :Text $A.required $A.id(participant)
    $A.help("The participant id of the first steward, who may enrol keys and grant rights.");
  stewardKey @3 :Data $A.required $A.source("RFC 8032") $A.help("The steward's Ed25519 public key, 32 bytes.");
  clerkKey @4 :Data $A.required $A.source("RFC 8032")
    $A.help("The public key with which the ledger signs its own entries, 32 bytes.");
  logKey @5 :Data $A.required $A.source("RFC 8032")
    $A.help("The public key with which the ledger signs its checkpoints, 32 bytes.");
  rulesVersion @6 :UInt32 $A.alwaysSaid $A.unit("version of the rules")
    $A.help("The version of the rules that entries are judged by from here on.");
  timeZone @7 :Text $A.source("IANA time zone database") $A.help("Where local days and times count: Europe/London.");
  languages @8 :List(Text) $A.source("BCP 47")
      $A.help("The languages the ledger is kept in, the main one first: en, cy.");
  purpose @9 :Text $A.help("What the ledger is for, in a sentence that everyone in it would recognise.");
  contact @10 :Common.Sealed(Text) $A.sealed((about = "ledger", audience = members))
    $A.help("How to reach the keeper.");
  continues @11 :ContinuedLedger $A.help("The ledger that this one carries on, where there was one.");
}

# ------------------------------------------------------- organisationRegistered

enum OrganisationKind {
  notRecorded @0;
  charity @1;
  funder @2;
  service @3;
  publicBody @4;
  network @5;
  university @6;
  company @7;
  communityGroup @8;
  other @9;
}

struct OrganisationRegistered
    $A.help("Puts an organisation on the register, so that people, promises and money can name it.")
    $A.recordedBy([steward])
    $A.example("{\"kind\": \"organisationRegistered\", \"id\": \"HARBOUR\", \"name\": \"Harbour Advice\", \"organisationKind\": \"charity\"}") {
  id @0 :Text $A.required $A.id(organisation) $A.help("A short id that people can say aloud.");
  name @1 :Text $A.help("The organisation's name.");
  organisationKind @2 :OrganisationKind $A.help("What kind of organisation it is.");
  partOf @3 :Text $A.refersTo(organisation) $A.joins $A.help("The larger organisation or network it belongs to.");
  registration @4 :Text $A.help("Its number in a public register, with the register's name.");
}

# --------------------------------------------------------------------- keys

enum KeyPurpose {
  notRecorded @0;
  author @1;
  clerk @2;
  log @3;
}

enum KeyHolder {
  notRecorded @0;
  self @1;
  device @2;
  keeper @3;
}

enum KeyRevocation {
  notRecorded @0;
  replaced @1;
  lost @2;
  seenByOthers @3;
  holderLeft @4;
  other @5;
}

struct KeyEnrolled $A.help("Lets a key speak in this ledger, from now on and for one purpose.")
    $A.recordedBy([steward, member])
    $A.refusedAs(["key.wrong-length", "key.known", "key.participant-missing", "key.participant-not-meant",
      "key.not-yours"])
    $A.example("{\"kind\": \"keyEnrolled\", \"purpose\": \"author\", \"participant\": \"P-7\", \"publicKey\": \"278117fc144c72340f67d0f2316e8386ceffbf2b2428c9c51fef7c597f1d426e\", \"heldBy\": \"self\"}") {
  purpose @0 :KeyPurpose $A.required
    $A.help("What the key signs: a person's entries, the ledger's own entries, or its checkpoints.");
  participant @1 :Text $A.refersTo(participant) $A.joins $A.help("Whose key it is; for author keys only.");
  publicKey @2 :Data $A.required $A.source("RFC 8032") $A.help("The Ed25519 public key, 32 bytes.");
  heldBy @3 :KeyHolder
      $A.help("Who keeps the secret half: the person, a shared device, or the ledger's keeper for them.");
  from @4 :Common.When $A.help("From when it is meant to be used.");
  reason @5 :Text $A.help("Why it was enrolled.");
}

struct KeyRevoked $A.help("Stops a key from speaking in this ledger; what it signed before stays valid.")
    $A.recordedBy([steward, member])
    $A.refusedAs(["key.wrong-length", "key.not-yours", "key.not-active", "key.other-owner",
      "key.last-of-steward", "key.last-of-ledger"])
    $A.example("{\"kind\": \"keyRevoked\", \"participant\": \"P-7\", \"publicKey\": \"278117fc144c72340f67d0f2316e8386ceffbf2b2428c9c51fef7c597f1d426e\", \"why\": \"lost\"}") {
  purpose @0 :KeyPurpose $A.help("What the key signed.");
  participant @1 :Text $A.refersTo(participant) $A.joins $A.help("Whose key it was; for author keys only.");
  publicKey @2 :Data $A.required $A.source("RFC 8032") $A.help("The Ed25519 public key, 32 bytes.");
  heldBy @3 :KeyHolder $A.help("Who kept the secret half.");
  from @4 :Common.When $A.help("From when it should no longer be trusted, as far as is known.");
  why @5 :KeyRevocation $A.help("What happened to it.");
  reason @6 :Text $A.help("Why, in words.");
}

# ------------------------------------------------------------------- rights

struct RightGranted $A.help("Lets a participant record more than their own acts.")
    $A.recordedBy([steward])
    $A.refusedAs(["right.clerk-is-the-ledger", "right.held-already"])
    $A.example("{\"kind\": \"rightGranted\", \"participant\": \"P-2\", \"right\": \"coordinator\", \"reason\": \"Runs the involvement work.\"}") {
  participant @0 :Text $A.required $A.refersTo(participant) $A.joins $A.help("Who may do it.");
  right @1 :A.Right $A.required $A.help("What they may do: steward, coordinator, recorder, member or auditor.");
  reason @2 :Text $A.help("Why, or who decided it.");
}

struct RightRevoked $A.help("Takes a right away again; what was recorded under it stays.")
    $A.recordedBy([steward])
    $A.refusedAs(["right.not-held", "right.last-steward"])
    $A.example("{\"kind\": \"rightRevoked\", \"participant\": \"P-2\", \"right\": \"coordinator\", \"reason\": \"Handed the work over.\"}") {
  participant @0 :Text $A.required $A.refersTo(participant) $A.joins $A.help("Who had it.");
  right @1 :A.Right $A.required $A.help("The right that ends.");
  reason @2 :Text $A.help("Why, or who decided it.");
}

# ------------------------------------------------------------------ consent

enum ConsentScope {
  notRecorded @0;
  namedInReports @1;
  quoted @2;
  story @3;
  recorded @4;
  photographed @5;
  dataPublished @6;
  answersLinked @7;
  contactAfterLeaving @8;
  dissentPublished @9;
  other @10;
}

enum ConsentReply {
  notRecorded @0;
  given @1;
  refused @2;
  withdrawn @3;
}

enum RoomReply {
  # One entry speaks for the room: a list of people who said yes would point at the one who said no.
  notRecorded @0;
  everyoneAgreed @1;
  notEveryone @2;
  notAsked @3;
}

struct SealedConsentReply {
  reply @0 :ConsentReply $A.help("Given, refused or withdrawn.");
}

struct SaidInTheRoom $A.help("What one person in the room said; for coordinators only, and in nobody's thread.") {
  participant @0 :Common.Sealed(Text) $A.refersTo(participant)
    $A.sealed((about = "participant", audience = coordinators)) $A.help("Who said it.");
  reply @1 :Common.Sealed(SealedConsentReply) $A.sealed((about = "participant", audience = coordinators))
    $A.help("What they said.");
}

struct ConsentAsked $A.help("Records that people were asked whether they agree to something, before it is done.")
    $A.recordedBy([steward, coordinator, recorder])
    $A.example("{\"kind\": \"consentAsked\", \"scopes\": [\"recorded\"], \"covers\": {\"these\": [\"meeting:M-3\"]}, \"askedOf\": \"group:WG\", \"wording\": \"May we make an audio recording for the notes?\"}") {
  scopes @0 :List(ConsentScope) $A.required $A.help("What they were asked to agree to.");
  covers :union $A.help("What it was asked for.") {
    notRecorded @1 :Void;
    everything @2 :Void $A.help("It was asked for all there is.");
    these @3 :List(Common.Ref)
      $A.refersToOneOf([meeting, input, work, workVersion, survey, initiative, stage, group, matter, decision, round])
      $A.joins $A.help("The meetings, inputs, works, surveys or initiatives it was asked for.");
  }
  askedOf @4 :Common.Who $A.joins $A.help("Who was asked.");
  askedBy @5 :Common.Who $A.joins $A.help("Who asked.");
  wording @6 :Text $A.help("What was asked, in the words used.");
  answerBy @7 :Common.When $A.help("By when an answer was asked for.");
}

struct ConsentAnswered $A.help("Records one person's yes, no or no longer, or one answer for a whole room.")
    $A.recordedBy([steward, coordinator, recorder]) $A.belongsTo("participant")
    $A.refusedAs(["reference.other-kind", "consent.one-person-or-room", "consent.nobody-answered"])
    $A.example("{\"kind\": \"consentAnswered\", \"participant\": \"P-7\", \"scopes\": [\"quoted\"], \"covers\": {\"these\": [\"work:REPORT\"]}, \"reply\": \"given\", \"until\": \"2027\"}") {
  participant @0 :Text $A.refersTo(participant) $A.joins
    $A.help("Who answers for themselves; left out when one entry speaks for a room.");
  scopes @1 :List(ConsentScope) $A.required $A.help("What the answer is about.");
  covers :union $A.help("What the answer holds for.") {
    notRecorded @2 :Void;
    everything @3 :Void $A.help("The answer holds for all there is.");
    these @4 :List(Common.Ref)
      $A.refersToOneOf([meeting, input, work, workVersion, survey, initiative, stage, group, matter, decision, round])
      $A.joins $A.help("The meetings, inputs, works, surveys or initiatives it holds for.");
  }
  reply @5 :ConsentReply $A.help("Given, refused or withdrawn, by the person named.");
  until @6 :Common.When $A.help("When the consent runs out.");
  conditions @7 :Common.Words $A.sealed((about = "participant", audience = coordinators))
    $A.help("Conditions the person made.");
  asked @8 :Common.Ref $A.refersToOneOf([entry]) $A.joins $A.help("The entry that says it was asked.");
  room @9 :RoomReply
    $A.help("One answer for everyone present: everyone agreed, not everyone, or nobody was asked.");
  whoSaidWhat @10 :List(SaidInTheRoom) $A.help("Who in the room said what; sealed, and in nobody's thread.");
}

# ------------------------------------------------------------------ erasure

struct ErasureRequested
    $A.help("Asks for a person's sealed details to be destroyed, all of them or those of some entries.")
    $A.recordedBy([steward, coordinator, recorder]) $A.belongsTo("askedBy")
    $A.example("{\"kind\": \"erasureRequested\", \"participant\": \"P-7\", \"askedBy\": \"P-7\", \"what\": {\"these\": [\"entry:01920000-0000-7000-8000-000000000001\"]}, \"legalBasis\": \"UK GDPR article 17(1)(b)\"}") {
  participant @0 :Text $A.required $A.refersTo(participant) $A.joins $A.help("Whose details are to go.");
  askedBy @1 :Text $A.refersTo(participant) $A.joins
    $A.help("Who asks, usually the person; left out when the keeper acts on a duty of its own, such as a date set.");
  what :union $A.help("How much is to go.") {
    notRecorded @2 :Void;
    everything @3 :Void $A.help("All that is kept under this person's key.");
    these @4 :List(Common.Ref) $A.refersToOneOf([entry]) $A.joins $A.help("Only what these entries hold.");
  }
  legalBasis @5 :Text $A.help("The law, policy or promise it rests on.");
  due @6 :Common.When $A.help("By when it has to be done.");
}

struct ErasureKept $A.help("Something that stays after an erasure, and why.") {
  what @0 :Text $A.required $A.help("What stays, without saying what it says.");
  why @1 :Text $A.help("Why it has to stay, or cannot be taken away.");
}

struct LeftoverSearch $A.help("One place that was searched for leftovers.") {
  place @0 :Text $A.required $A.help("Where: the log, a projection, an index, an export, a backup.");
  found @1 :Common.Count $A.unit("leftovers") $A.help("How many leftovers were found there.");
  remark @2 :Text $A.help("What was done about them.");
}

struct ErasureDone
    $A.help("Records that an erasure was carried out, what was destroyed, what stays and what a search found.")
    $A.recordedBy([steward, clerk])
    $A.refusedAs(["erasure.not-requested", "erasure.already-done"])
    $A.example("{\"kind\": \"erasureDone\", \"participant\": \"P-7\", \"requested\": \"entry:01920000-0000-7000-8000-000000000002\", \"keysDestroyed\": \"1\", \"kept\": [{\"what\": \"Amounts paid\", \"why\": \"Accounts are kept for six years.\"}], \"searched\": [{\"place\": \"the log and its indexes\", \"found\": \"0\"}], \"talliesSame\": \"yes\"}") {
  participant @0 :Text $A.required $A.refersTo(participant) $A.joins $A.help("Whose details went.");
  requested @1 :Common.Ref $A.required $A.refersToOneOf([entry]) $A.joins $A.help("The entry that asked for it.");
  what :union $A.help("How much went.") {
    notRecorded @2 :Void;
    everything @3 :Void $A.help("All that was kept under this person's key.");
    these @4 :List(Common.Ref) $A.refersToOneOf([entry]) $A.joins $A.help("Only what these entries held.");
  }
  authority @5 :Common.Who $A.joins $A.help("Who decided it.");
  legalBasis @6 :Text $A.help("The law, policy or promise it rests on.");
  reason @7 :Text $A.help("Why it was done, without saying what was erased.");
  kept @8 :List(ErasureKept) $A.help("What stays, and why.");
  keysDestroyed @9 :Common.Count $A.unit("keys") $A.help("How many data keys were destroyed.");
  openingsDeleted @10 :Common.Count $A.unit("sealed values") $A.help("How many sealed values can no longer be opened.");
  searched @11 :List(LeftoverSearch) $A.help("Where leftovers were looked for, and what was found.");
  talliesSame @12 :Common.YesNo $A.help("Whether every count and tally is the same before and after.");
  mayRemain @13 :Text $A.help("Where copies may still survive: snapshots, printed papers, other people's files.");
  keys @14 :List(Data)
    $A.help("The random ids of the data keys destroyed, so that an older copy put back is erased again. They name nobody.");
}

# entryCorrected stands in statement.capnp: it holds a whole Record.

# ------------------------------------------------------------ entryDisputed

struct EntryDisputed $A.help("Says that an entry is wrong or unfair, whoever made it; an answer to it is due.")
    $A.belongsTo("participant")
    $A.example("{\"kind\": \"entryDisputed\", \"disputed\": \"entry:01920000-0000-7000-8000-000000000003\", \"participant\": \"P-7\", \"whatIsWrong\": {\"public\": \"I did not agree to this; I abstained.\"}}") {
  disputed @0 :Common.Ref $A.required $A.refersToOneOf([entry]) $A.joins
    $A.help("The entry in question: a verdict, a removal, a credit, a sum, anything.");
  participant @1 :Text $A.required $A.refersTo(participant) $A.joins $A.help("Who disputes it.");
  whatIsWrong @2 :Common.Words $A.sealed((about = "participant", audience = coordinators))
    $A.help("What is wrong with it.");
  askedFor @3 :Common.Words $A.sealed((about = "participant", audience = coordinators))
    $A.help("What the person asks to be done about it.");
}

# ------------------------------------------------------------- retentionSet

struct RetentionSet $A.help("Says how long records of a kind are kept, and by when personal text in them goes.")
    $A.recordedBy([steward])
    $A.refusedAs(["retention.unknown-kind"])
    $A.example("{\"kind\": \"retentionSet\", \"ofKind\": \"decisionMade\", \"keepAtLeast\": \"10\", \"why\": \"Companies Act 2006 section 248\"}") {
  ofKind @0 :Text $A.required $A.help("The kind of record, by its name: decisionMade.");
  keepAtLeast @1 :Common.Count $A.unit("years") $A.help("For how many years such records are kept at least.");
  deletePersonalTextBy @2 :Common.When $A.help("When personal text in them is destroyed at the latest.");
  why @3 :Text $A.help("The law, policy or promise it rests on.");
}

# ------------------------------------------------ what the ledger says itself

struct ThreadsRooted
    $A.help("The ledger's own count and root of all threads up to here, so that nothing can be left out later.")
    $A.recordedBy([clerk])
    $A.refusedAs(["threads.wrong-size", "threads.wrong-root"])
    $A.example("{\"kind\": \"threadsRooted\", \"size\": 120, \"threads\": 41, \"root\": \"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\"}") {
  size @0 :UInt64 $A.alwaysSaid $A.unit("entries")
    $A.help("How many entries it covers: all before this one, so it equals its own index.");
  threads @1 :UInt64 $A.alwaysSaid $A.unit("threads") $A.help("How many threads there are.");
  root @2 :Data $A.required $A.source("RFC 6962 section 2.1")
    $A.help("The root over all threads in the order of their keys, 32 bytes.");
}

struct DisclosedValue $A.help("One sealed value that somebody was shown.") {
  of @0 :Common.Ref $A.required $A.refersToOneOf([entry]) $A.joins $A.help("The entry that holds it.");
  field @1 :Text $A.required $A.help("Which field of the entry: record.name.");
}

struct DisclosureMade $A.help("The ledger's own note that sealed values were opened for somebody, and why.")
    $A.recordedBy([clerk])
    $A.example("{\"kind\": \"disclosureMade\", \"disclosed\": [{\"of\": \"entry:01920000-0000-7000-8000-000000000004\", \"field\": \"contact\"}], \"aboutWhom\": [\"P-7\"], \"toWhom\": \"P-2\", \"asAudience\": \"coordinators\", \"purpose\": \"To send the papers by post.\"}") {
  disclosed @0 :List(DisclosedValue) $A.required $A.help("The values that were opened.");
  aboutWhom @1 :List(Text) $A.refersTo(participant) $A.joins
    $A.help("Whose details they are; left out where the entry itself keeps that sealed.");
  toWhom @2 :Common.Who $A.joins $A.help("Who saw them.");
  asAudience @3 :A.Audience $A.help("In which audience they saw them.");
  purpose @4 :Text $A.help("What it was for.");
}

struct RulesChanged
    $A.help("The ledger's own note that a newer version of the rules judges all entries after this one.")
    $A.recordedBy([clerk])
    $A.refusedAs(["rules.unknown", "rules.not-higher"])
    $A.example("{\"kind\": \"rulesChanged\", \"rulesVersion\": 2, \"whatChanged\": \"A payment may now name the rate it was made at.\"}") {
  rulesVersion @0 :UInt32 $A.alwaysSaid $A.unit("version of the rules") $A.help("The version in force from here on.");
  whatChanged @1 :Text $A.help("What is different, in plain words.");
}
