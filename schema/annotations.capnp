# What a field means, who may see it and what it refers to. Written once, here in the schema; the
# command line, JSON, help, read model, rules and reference pages all follow from it.

@0xb9b8822363854405;

using Cxx = import "/capnp/c++.capnp";
$Cxx.namespace("minutebook::schema");

enum Register {
  # One id space each. The camelCase name is what enters a thread's hash: never rename, only append.
  notRecorded @0;
  entry @1;             # a statement, by its 16-byte id
  participant @2;
  organisation @3;
  initiative @4;
  stage @5;
  group @6;
  limit @7;
  meeting @8;
  channel @9;
  survey @10;
  surveyRow @11;        # an answer sheet: SURVEY@LABEL
  input @12;
  rationale @13;
  response @14;
  matter @15;
  decision @16;
  option @17;
  work @18;
  workVersion @19;      # WORK@VERSION
  round @20;
  rate @21;
  time @22;
  claim @23;
  payment @24;
  action @25;
  promise @26;
  standard @27;
  standardVersion @28;  # STANDARD@VERSION
  clause @29;
  waiver @30;
  finding @31;
  experiment @32;
  message @33;
  agreement @34;
  agreementVersion @35; # AGREEMENT@VERSION
  request @36;
  call @37;
  concern @38;
  agendaItem @39;
  evidence @40;
  analysis @41;
  conclusion @42;
  outcome @43;
  report @44;
  review @45;
  reviewGap @46;
  surveyQuestion @47;   # SURVEY@QUESTION
}

enum Audience {
  # Who may have a sealed value opened for them. Each row of a record belongs to one.
  notRecorded @0;
  public @1;
  members @2;
  coordinators @3;
  self @4;
  auditor @5;
}

enum Right {
  notRecorded @0;
  steward @1;
  coordinator @2;
  recorder @3;
  member @4;
  auditor @5;
  clerk @6;             # the ledger itself
}

struct SealedBy {
  # Whose key a sealed value is kept under, and who may have it opened.
  about @0 :Text;
  # A participant field of the same struct (or of the record), or one of: author, group, survey,
  # initiative, accounts, ledger. With "initiative" and "accounts" the statement's initiative counts,
  # or the ledger where it names none. Where several stand here, "participant, from", the first that
  # names one person or group counts: what somebody said is theirs whichever field names them.
  audience @1 :Audience;
}

annotation help @0xbc3d6f3fec30aea9 (*) :Text;
# One plain sentence: what to write here. On a kind: what it records and when to use it.

annotation words @0xbfcdf47744f8b78b (*) :Text;
# The everyday word where the camelCase name split into words is not what people say.

annotation required @0xca378a5509b4d795 (field, group) :Void;
# Without it the record is refused.

annotation id @0x89d5df23514bb08f (field) :Register;
# The record's own id, registered by this record: refused when in use. Implies joins.

annotation refersTo @0xd19ed4c2b65039e7 (field) :Register;
# Must name a record that exists in this register.

annotation refersToOneOf @0xe01c49ef7bb96e0f (field) :List(Register);
# For Ref fields: the registers it may name.

annotation joins @0xabfac30c9fc00729 (field) :Void;
# The entry joins the thread of each record or participant named here. Frozen with the field.

annotation sealed @0xb760e7c16db8472e (field) :SealedBy;
# On Sealed(T) and Words fields.

annotation currencyIn @0xccbca4d16748c51c (field) :Text;
# On a sealed amount: the field of the same struct that holds its public currency.

annotation unit @0x9fae62cbb9a1f505 (field) :Text;
# Of a number: "minutes", "people", "0 to 100".

annotation alwaysSaid @0xd0fada48ff779dea (field) :Void;
# A number for which zero is a value and "not recorded" cannot arise, because another field decides.

annotation source @0xf0b12af1ea414c00 (*) :Text;
# The RFC, specification, article or clause that a field or kind comes from.

annotation recordedBy @0xd1613b97078cee35 (*) :List(Right);
# On a kind: whose authority lets it be recorded. Default: coordinator and recorder.

annotation belongsTo @0xfc42c766e16ccfc1 (struct) :Text;
# On a kind: the participant field whose act this is. A member may record their own; anybody else
# needs onBehalfOf with a basis.

annotation register @0xb13dff30ea7195ce (struct) :Register;
# On a reference type of two parts (WorkVersion): the register of "ID@VERSION".

annotation everyday @0xdd5dc6a5d0549884 (field) :Void;
# On a kind: part of a coordinator's week; forms and help show it first.

annotation example @0xc7efe76f37f263bc (struct) :Text;
# On a kind: one JSON line that records it.

annotation refusedAs @0xd5c1a06f3b7e9482 (struct) :List(Text);
# On a kind: the refusals that only its own rules and the door give, by their codes in
# refusals.capnp. What its ids, its sealed references and its belongsTo bring is not repeated here.
