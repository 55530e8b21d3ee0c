# What people are paid for taking part: rates, offers, their choice of form, time, claims and payments.

@0xcf0904b6e824c769;

using Cxx = import "/capnp/c++.capnp";
$Cxx.namespace("minutebook::schema");
using A = import "annotations.capnp";
using Common = import "common.capnp";

enum ActivityKind {
  notRecorded @0;
  meeting @1;
  preparation @2;
  reading @3;
  admin @4;
  interview @5;
  travel @6;
  informal @7;
  buddying @8;
  writing @9;
  keepingThisRecord @10;
  other @11;
}

enum PaymentForm {
  notRecorded @0;
  bank @1;
  cash @2;
  voucher @3;
  training @4;
  equipment @5;
  groupFund @6;
  declined @7;
  other @8;
}

struct SealedPaymentForm {
  form @0 :PaymentForm $A.help("Bank, cash, voucher, training, equipment, group fund, or declined.");
}

# -------------------------------------------------------------------- rates

enum RateBasis {
  notRecorded @0;
  hourly @1;
  perActivity @2;
  perDay @3;
}

enum Engagement {
  notRecorded @0;
  long @1;
  oneOff @2;
  any @3;
}

enum RateTold {
  # For one-off events it can be right to tell people only afterwards, so that pay is no incentive.
  notRecorded @0;
  beforeTheWork @1;
  afterTheWork @2;
}

struct RateSet $A.help("Sets what people are paid, for what and for whom; or says that nobody is paid, and why.")
    $A.refusedAs(["rate.paid-or-not"])
    $A.example("{\"kind\": \"rateSet\", \"id\": \"RATE-1\", \"basis\": \"hourly\", \"amount\": \"11.00 GBP\", \"covers\": [\"meeting\", \"reading\", \"admin\"], \"forWhom\": \"group:WG\", \"engagement\": \"long\", \"told\": \"beforeTheWork\", \"payRegion\": \"London\", \"from\": \"2021-01\"}") {
  id @0 :Text $A.required $A.id(rate) $A.help("A short id that people can say aloud.");
  basis @1 :RateBasis $A.help("By the hour, for each activity, or by the day.");
  amount @2 :Common.Money $A.help("How much.");
  covers @3 :List(ActivityKind) $A.help("Which activities it pays for.");
  forWhom @4 :Common.Who $A.joins $A.help("Whom it is for.");
  engagement @5 :Engagement $A.help("Which engagement it is for: long, one-off, or any.");
  told @6 :RateTold $A.help("Whether people are told before the work, or after it so that pay is no incentive.");
  nobodyIsPaid @7 :Common.YesNo $A.help("Yes, where nobody is paid.");
  whyNobody @8 :Text $A.help("Why nobody is paid.");
  payRegion @9 :Text $A.help("The region it is for, where rates differ: London, UK.");
  setBy @10 :Common.Who $A.joins $A.help("Who set it.");
  decision @11 :Text $A.refersTo(decision) $A.joins $A.help("The decision that set it.");
  from @12 :Common.When $A.help("From when it holds.");
  until @13 :Common.When $A.help("Until when it holds.");
  forExpertise @14 :List(Common.Expertise)
    $A.help("Which expertise it is for, where rates differ: lived experience, practitioner, technical expert.");
}

# ------------------------------------------------------------------- offers

struct PaymentOffered
    $A.help("Tells somebody what they will be paid for taking part, how and when, best before the work.")
    $A.example("{\"kind\": \"paymentOffered\", \"to\": \"P-7\", \"rate\": \"RATE-1\", \"covers\": [\"meeting\", \"reading\"], \"forms\": [\"bank\", \"cash\", \"voucher\"], \"whenPaid\": \"at the end of each month\"}") {
  to @0 :Common.Who $A.joins $A.help("To whom it was offered.");
  rate @1 :Text $A.refersTo(rate) $A.joins $A.help("The rate that was offered.");
  reward @2 :Text $A.help("What was offered instead of or besides a rate.");
  covers @3 :List(ActivityKind) $A.help("Which activities it pays for.");
  forms @4 :List(PaymentForm) $A.help("In which forms it can be paid.");
  whenPaid @5 :Text $A.help("When it will be paid, as people were told.");
  paidWithin @6 :Common.Count $A.unit("days") $A.help("Within how many days after the work or the claim.");
  by @7 :Common.Who $A.joins $A.help("Who made the offer.");
  whyTheseForms @8 :Text $A.help("Why it can be paid only in these forms, as people were told.");
}

struct PaymentFormChosen
    $A.help("Somebody chooses how they are paid, or declines; the form and the reason stay sealed.")
    $A.belongsTo("participant")
    $A.example("{\"kind\": \"paymentFormChosen\", \"participant\": \"P-7\", \"form\": {\"form\": \"cash\"}, \"offered\": [\"bank\", \"cash\", \"voucher\"], \"inPlaceOfPay\": \"no\", \"from\": \"2021-03\"}") {
  participant @0 :Text $A.required $A.refersTo(participant) $A.joins $A.help("Whose choice it is.");
  form @1 :Common.Sealed(SealedPaymentForm) $A.sealed((about = "participant", audience = coordinators))
    $A.help("The form they chose, or declined.");
  offered @2 :List(PaymentForm) $A.help("The forms they could choose from.");
  inPlaceOfPay @3 :Common.YesNo $A.help("Whether what they chose stands in place of pay.");
  reason @4 :Common.Sealed(Text) $A.sealed((about = "participant", audience = coordinators))
    $A.help("The reason told, never which benefits somebody claims.");
  from @5 :Common.When $A.help("From when it holds.");
  until @6 :Common.When $A.help("Until when it holds.");
}

# --------------------------------------------------------------------- time

struct TimeLogged $A.help("Records time that somebody gave, in meetings and out of them; the minutes stay sealed.")
    $A.recordedBy([member, coordinator, recorder])
    $A.refusedAs(["time.not-yours", "time.over-a-day"])
    $A.example("{\"kind\": \"timeLogged\", \"id\": \"T-12\", \"participant\": \"P-7\", \"activity\": \"reading\", \"minutes\": {\"minutes\": 90}, \"meeting\": \"M-3\", \"occurredAt\": \"2021-05-04\"}") {
  id @0 :Text $A.required $A.id(time) $A.help("A short id that people can say aloud.");
  participant @1 :Text $A.required $A.refersTo(participant) $A.joins $A.help("Whose time it was.");
  activity @2 :ActivityKind $A.help("What they did; travel and reading count, too.");
  minutes @3 :Common.Sealed(Common.SealedMinutes) $A.unit("minutes")
    $A.sealed((about = "accounts", audience = coordinators))
    $A.help("How long; left out where it was not recorded. The day is when it happened.");
  meeting @4 :Text $A.refersTo(meeting) $A.joins $A.help("The meeting it was for.");
  rate @5 :Text $A.refersTo(rate) $A.joins $A.help("The rate it is paid at, where that is on record.");
}

# ------------------------------------------------------------------- claims

enum ExpenseKind {
  notRecorded @0;
  travel @1;
  childcare @2;
  care @3;
  meals @4;
  phoneAndData @5;
  equipment @6;
  other @7;
}

struct SealedExpense {
  expenseKind @0 :ExpenseKind $A.help("Travel, childcare, care, meals, phone and data, or equipment.");
  inWords @1 :Text $A.help("What it was, in words.");
}

struct ClaimMade $A.help("Somebody claims pay for their time, or an expense.")
    $A.belongsTo("participant")
    $A.refusedAs(["claim.others-time"])
    $A.example("{\"kind\": \"claimMade\", \"id\": \"CL-4\", \"participant\": \"P-7\", \"what\": {\"times\": [\"T-12\"]}, \"currency\": \"GBP\", \"amount\": \"16.50 GBP\"}") {
  id @0 :Text $A.required $A.id(claim) $A.help("A short id that people can say aloud.");
  participant @1 :Text $A.required $A.refersTo(participant) $A.joins $A.help("Who claims.");
  what :union $A.help("What is claimed for; time and expenses are kept apart.") {
    notRecorded @2 :Void;
    times @3 :List(Text) $A.refersTo(time) $A.joins $A.help("Time that was logged.");
    expense @4 :Common.Sealed(SealedExpense) $A.sealed((about = "participant", audience = coordinators))
      $A.help("An expense; what kind it is stays sealed.");
  }
  currency @5 :Text $A.source("ISO 4217") $A.help("The currency, in three letters: GBP.");
  amount @6 :Common.Sealed(Common.SealedAmount) $A.sealed((about = "accounts", audience = coordinators))
    $A.currencyIn("currency") $A.help("How much.");
  receipt @7 :Common.Sealed(Data) $A.sealed((about = "participant", audience = coordinators))
    $A.help("SHA-256 of the receipt.");
  inAdvance @8 :Common.YesNo $A.help("Whether the money is needed beforehand, so that nobody has to lay it out.");
}

enum ClaimReply {
  notRecorded @0;
  approved @1;
  approvedInPart @2;
  refused @3;
}

struct ClaimAnswered $A.help("Says whether a claim is approved or refused, and why.")
    $A.refusedAs(["claim.answered-by-claimant", "claim.other-claimant", "claim.other-currency"])
    $A.example("{\"kind\": \"claimAnswered\", \"claim\": \"CL-4\", \"participant\": \"P-7\", \"reply\": \"approved\", \"by\": \"P-2\"}") {
  claim @0 :Text $A.required $A.refersTo(claim) $A.joins $A.help("The claim.");
  participant @1 :Text $A.refersTo(participant) $A.joins $A.help("Whose claim it is; needed to seal a reason.");
  reply @2 :ClaimReply $A.required $A.help("Approved, approved in part, or refused.");
  reason @3 :Common.Words $A.sealed((about = "participant", audience = coordinators)) $A.help("Why.");
  by @4 :Common.Who $A.joins $A.help("Who decided.");
  currency @5 :Text $A.source("ISO 4217") $A.help("The currency, in three letters: GBP.");
  amount @6 :Common.Sealed(Common.SealedAmount) $A.sealed((about = "accounts", audience = coordinators))
    $A.currencyIn("currency") $A.help("How much was approved, where it is not the whole claim.");
}

# ----------------------------------------------------------------- payments

enum PaymentKind {
  notRecorded @0;
  fee @1;
  expense @2;
  advance @3;
  rewardInPlaceOfPay @4;
  rewardBesidesPay @5;
  correction @6;
}

struct PaidFor
    $A.help("A claim or a piece of logged time that a payment covers, and how much of the payment goes to it.") {
  of @0 :Common.Ref $A.required $A.refersToOneOf([claim, time]) $A.joins $A.help("The claim or the time.");
  currency @1 :Text $A.source("ISO 4217") $A.help("The currency of the share, in three letters: GBP.");
  share @2 :Common.Sealed(Common.SealedAmount) $A.sealed((about = "accounts", audience = coordinators))
    $A.currencyIn("currency") $A.help("How much of the payment goes to it.");
}

struct PaymentMade $A.help("Records that somebody, or a group, was paid; how much and in what form stay sealed.")
    $A.refusedAs(["payment.to-two", "payment.other-currency", "payment.others-claim"])
    $A.example("{\"kind\": \"paymentMade\", \"id\": \"PAY-9\", \"participant\": \"P-7\", \"covers\": [{\"of\": \"claim:CL-4\", \"currency\": \"GBP\", \"share\": \"16.50 GBP\"}], \"paymentKind\": \"fee\", \"currency\": \"GBP\", \"amount\": \"16.50 GBP\", \"form\": {\"form\": \"cash\"}, \"by\": \"organisation:HARBOUR\"}") {
  id @0 :Text $A.required $A.id(payment) $A.help("A short id that people can say aloud.");
  participant @1 :Text $A.refersTo(participant) $A.joins $A.help("The person who was paid.");
  group @2 :Text $A.refersTo(group) $A.joins $A.help("The group that was paid, where it was not one person.");
  covers @3 :List(PaidFor) $A.help("The claims or the time it pays for.");
  paymentKind @4 :PaymentKind
    $A.help("Fee, expense, advance, reward in place of pay, reward besides pay, or a correction.");
  currency @5 :Text $A.source("ISO 4217") $A.help("The currency, in three letters: GBP.");
  amount @6 :Common.Sealed(Common.SealedAmount) $A.sealed((about = "accounts", audience = coordinators))
    $A.currencyIn("currency") $A.help("How much, or what a reward is worth.");
  form @7 :Common.Sealed(SealedPaymentForm) $A.sealed((about = "accounts", audience = coordinators))
    $A.help("In what form it was paid.");
  reference @8 :Common.Sealed(Text) $A.sealed((about = "accounts", audience = coordinators))
    $A.help("The payment's reference in the books or at the bank.");
  rate @9 :Text $A.refersTo(rate) $A.joins $A.help("The rate it was worked out from.");
  corrects @10 :Text $A.refersTo(payment) $A.joins $A.help("The payment it puts right.");
  by @11 :Common.Who $A.joins $A.help("Who paid.");
}

enum PaymentArrival {
  notRecorded @0;
  came @1;
  didNotCome @2;
  wrong @3;
}

struct PaymentConfirmed $A.help("Somebody says whether a payment came, did not come, or was wrong.")
    $A.belongsTo("participant")
    $A.refusedAs(["payment.not-the-payee"])
    $A.example("{\"kind\": \"paymentConfirmed\", \"payment\": \"PAY-9\", \"participant\": \"P-7\", \"arrival\": \"came\"}") {
  payment @0 :Text $A.required $A.refersTo(payment) $A.joins $A.help("The payment.");
  participant @1 :Text $A.required $A.refersTo(participant) $A.joins $A.help("Who says so.");
  arrival @2 :PaymentArrival $A.required $A.help("It came, did not come, or was wrong.");
  words @3 :Common.Words $A.sealed((about = "participant", audience = coordinators)) $A.help("What was wrong with it.");
}
