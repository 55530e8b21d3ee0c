# What is kept as evidence, how it was analysed and what was concluded from it.

@0xe939deaae770ee0f;

using Cxx = import "/capnp/c++.capnp";
$Cxx.namespace("minutebook::schema");
using A = import "annotations.capnp";
using Common = import "common.capnp";

enum EvidenceKind {
  notRecorded @0;
  recording @1;
  notes @2;
  image @3;
  transcript @4;
  codebook @5;
  dataset @6;
  drawing @7;
  other @8;
}

enum EvidenceMaking {
  notRecorded @0;
  hand @1;
  machine @2;
  machineThenHand @3;
}

struct EvidenceKept
    $A.help("A recording, notes, an image, a transcript or data that is kept, and who may see it until when.")
    $A.refusedAs(["evidence.two-hashes"])
    $A.example("{\"kind\": \"evidenceKept\", \"id\": \"EV-1\", \"evidenceKind\": \"notes\", \"document\": \"not held\", \"of\": [\"meeting:M-3\"], \"madeBy\": \"words: note takers\", \"making\": \"hand\"}") {
  id @0 :Text $A.required $A.id(evidence) $A.help("A short id that people can say aloud: EV-1.");
  evidenceKind @1 :EvidenceKind $A.help("What it is.");
  title @2 :Text $A.help("What it is called or shows, without a name.");
  document @3 :Common.Document $A.source("FIPS 180-4")
    $A.help("Its SHA-256, where it names and quotes nobody; or \"not held\".");
  sealedDocument @4 :Common.Sealed(Data) $A.sealed((about = "initiative", audience = coordinators))
    $A.source("FIPS 180-4") $A.help("Its SHA-256, where it names, shows or quotes a person.");
  of @5 :List(Common.Ref)
    $A.refersToOneOf([meeting, survey, input, work, workVersion, group, stage, initiative, evidence, analysis])
    $A.joins $A.help("The meetings, interviews or surveys it comes from.");
  howMany @6 :Common.Count $A.unit("items") $A.help("How many recordings, pages or pictures it holds.");
  madeBy @7 :Common.Who $A.joins $A.help("Who made it.");
  making @8 :EvidenceMaking $A.help("Made by hand or by a machine?");
  tool @9 :Text $A.help("The tool it was made with.");
  checkedBy @10 :Common.Who $A.joins $A.help("Who checked it against what was said.");
  consents @11 :List(Common.Ref) $A.refersToOneOf([entry]) $A.joins
    $A.help("The entries in which people agreed to it or refused.");
  keptWhere @12 :Text $A.help("Where it is kept, in words.");
  whoMaySee @13 :Text $A.help("Who may see it.");
  deleteBy @14 :Common.When $A.help("When it is to be deleted.");
  checkFound @15 :Text
    $A.help("What the check found, naming nobody: words misheard, and whose way of speaking they were lost on.");
}

enum AnalysisStep {
  notRecorded @0;
  transcribed @1;
  coded @2;
  compared @3;
  themed @4;
  modelled @5;
  checkedForBias @6;
  reviewed @7;
  other @8;
}

struct AnalysisDone
    $A.help("A step of analysis: who did it, on what, how, and how far it got.")
    $A.refusedAs(["analysis.cycle"])
    $A.example("{\"kind\": \"analysisDone\", \"id\": \"AN-2\", \"step\": \"coded\", \"by\": \"A-1\", \"of\": [\"evidence:EV-1\"], \"apartFrom\": \"A-3\", \"pass\": 2, \"tools\": [\"pen and paper\"]}") {
  id @0 :Text $A.required $A.id(analysis) $A.help("A short id that people can say aloud: AN-2.");
  step @1 :AnalysisStep $A.help("Which step it is.");
  by @2 :Common.Who $A.joins $A.help("Who did it.");
  of @3 :List(Common.Ref)
    $A.refersToOneOf([evidence, input, survey, meeting, analysis, conclusion, work, workVersion, stage])
    $A.joins $A.help("What was analysed.");
  follows @4 :List(Text) $A.refersTo(analysis) $A.joins $A.help("The steps it builds on.");
  apartFrom @5 :Common.Who $A.joins $A.help("Analysts who had not seen each other's work.");
  apartFromSteps @6 :List(Text) $A.refersTo(analysis) $A.joins $A.help("The steps it was kept apart from.");
  pass @7 :Common.Count $A.unit("passes so far, this one included") $A.help("Which time through the material it was.");
  covered @8 :Common.Count $A.unit("pieces of material") $A.help("How many pieces it covered.");
  outOf @9 :Common.Count $A.unit("pieces of material") $A.help("Out of how many.");
  method @10 :Text $A.help("The method, in plain words.");
  methodAgreed @11 :Common.AgreementVersion $A.joins $A.help("The method as it was adopted.");
  tools @12 :List(Text) $A.help("The tools used.");
  result @13 :Text $A.help("What came out.");
  resultDocument @14 :Common.Document $A.source("FIPS 180-4") $A.help("The result as a document that quotes nobody.");
}

enum ConclusionKind {
  notRecorded @0;
  finding @1;
  theme @2;
  partOfAModel @3;
  measure @4;
}

enum ConclusionWorks {
  notRecorded @0;
  works @1;
  doesNotWork @2;
  mixed @3;
}

struct ConclusionDrawn
    $A.help("Something that was concluded: a finding, a theme, a part of a model, a measure; and what it rests on.")
    $A.refusedAs(["conclusion.cycle"])
    $A.example("{\"kind\": \"conclusionDrawn\", \"id\": \"CO-4\", \"conclusionKind\": \"theme\", \"text\": \"Time to think and plan.\", \"by\": \"A-3\", \"from\": [\"analysis:AN-2\"], \"versions\": [\"REPORT@2\"]}") {
  id @0 :Text $A.required $A.id(conclusion) $A.help("A short id that people can say aloud: CO-4.");
  conclusionKind @1 :ConclusionKind $A.help("What it is.");
  text @2 :Text $A.help("The conclusion, in plain words that quote no person.");
  works @3 :ConclusionWorks $A.help("Does it tell what works, or what does not?");
  by @4 :Common.Who $A.joins $A.help("Who drew it.");
  from @5 :List(Common.Ref) $A.refersToOneOf([analysis, input, survey, surveyQuestion, evidence, conclusion, meeting])
    $A.joins $A.help("What it rests on.");
  versions @6 :List(Common.WorkVersion) $A.joins $A.help("The versions of works in which it stands: REPORT@2.");
  partOf @7 :List(Text) $A.refersTo(conclusion) $A.joins
    $A.help("The larger conclusion or part of the model it belongs to.");
  replaces @8 :List(Text) $A.refersTo(conclusion) $A.joins $A.help("Earlier conclusions that it takes the place of.");
  mentions @9 :Common.Count $A.unit("times it was coded or mentioned")
    $A.help("How often it was found in the material.");
  section @10 :Text $A.help("Where in the work or model it stands.");
}
