// Everything that somebody on the way, or a clerk who signs what they should not, may do to a
// bundle, and what must be found.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "tests/unit/verify/bundle_test.h"

namespace minutebook {
namespace {

using testing::Contains;

/// One way to spoil a bundle for coordinators, and what must be found, and nothing else.
struct Tampering {
  const char* what;
  std::function<void(MadeBundle&)> change;
  std::vector<std::string> findings;
};

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  if (at == text.npos) throw Fault(FaultKind::kBug, "nothing to replace: " + from);
  return text.replace(at, from.size(), to);
}

void changeText(MadeBundle& bundle, const std::string& file, const std::string& from,
                const std::string& to) {
  bundle.put(file, replaced(bundle.get(file), from, to));
}

BundleOpening copyOf(const BundleOpening& one) {
  return {one.entry, one.statement, one.path, one.salt, one.value.clone()};
}

void flip(MadeBundle& bundle, const std::string& file, std::size_t at) {
  std::string text = bundle.get(file);
  text.at(at) = static_cast<char>(text.at(at) ^ 1);
  bundle.put(file, text);
}

/// By somebody on the way, who has no key.
std::vector<Tampering> onTheWay() {
  return {
      {"no manifest", [](MadeBundle& b) { b.remove("manifest"); }, {"manifest.missing"}},
      {"an empty manifest", [](MadeBundle& b) { b.put("manifest", ""); }, {"manifest.refused"}},
      {"another reader",
       [](MadeBundle& b) { changeText(b, "manifest", "for coordinators", "for auditor:P-8"); },
       {"manifest.not-the-clerks", "opening.not-for-reader"}},
      {"another count",
       [](MadeBundle& b) { changeText(b, "manifest", "opened 5", "opened 4"); },
       {"manifest.not-the-clerks", "manifest.other-counts"}},
      {"an initiative put in",
       [](MadeBundle& b) { changeText(b, "manifest", "\ntree", "\ninitiative T\ntree"); },
       {"manifest.not-the-clerks", "manifest.other-counts", "opening.out-of-scope@2"}},
      {"a line taken out of the manifest",
       [](MadeBundle& b) { changeText(b, "manifest", "missing 0\n", ""); },
       {"manifest.refused"}},
      {"a manifest as large as no note is",
       [](MadeBundle& b) { b.put("manifest", std::string(kNoteBytesMax + 1, 'x')); },
       {"manifest.refused"}},
      {"no openings",
       [](MadeBundle& b) { b.remove("openings"); },
       {"openings.refused", "bundle.file-missing"}},
      {"no list of files", [](MadeBundle& b) { b.remove("files"); }, {"bundle.list-refused"}},
      {"a list of files cut off",
       [](MadeBundle& b) { b.put("files", b.get("files").substr(0, 100)); },
       {"bundle.list-refused"}},
      {"the list says another size",
       [](MadeBundle& b) { changeText(b, "files", " 13 schema", " 14 schema"); },
       {"bundle.list-refused", "bundle.file-changed"}},
      {"an opened value changed",
       [](MadeBundle& b) {
         changeText(b, "openings", toBase64(asBytes("by post")), toBase64(asBytes("by boat")));
       },
       {"bundle.file-changed", "manifest.other-counts", "opening.other-value@5"}},
      {"an opening taken out",
       [](MadeBundle& b) {
         b.openings.pop_back();
         b.put("openings", asText(encodeOpenings(b.openings).view()));
       },
       {"bundle.file-changed", "manifest.other-counts", "opening.missing@9"}},
      {"a line of the openings cut in two",
       [](MadeBundle& b) { changeText(b, "openings", "\n5 ", "\n5\n"); },
       {"bundle.file-changed", "openings.refused"}},
  };
}

std::vector<Tampering> onTheWayWithFiles() {
  return {
      {"the schema changed",
       [](MadeBundle& b) { b.put("schema.capnp", "# the other one\n"); },
       {"bundle.file-changed"}},
      {"no schema",
       [](MadeBundle& b) { b.remove("schema.capnp"); },
       {"schema.missing", "bundle.file-missing"}},
      {"a file put in",
       [](MadeBundle& b) { b.put("notes.txt", "read this"); },
       {"bundle.file-unlisted"}},
      {"a file among the tiles",
       [](MadeBundle& b) { b.put("tile/0/notes", "read this"); },
       {"file.unexpected", "bundle.file-unlisted"}},
      {"a file with an odd name",
       [](MadeBundle& b) { b.put("read me", "please"); },
       {"bundle.file-unlisted"}},
      {"a link put in",
       [](MadeBundle& b) { std::filesystem::create_symlink("/etc/passwd", b.path() / "more"); },
       {"bundle.not-a-file"}},
      {"the openings behind a link",
       [](MadeBundle& b) {
         b.remove("openings");
         std::filesystem::create_symlink("schema.capnp", b.path() / "openings");
       },
       {"openings.refused", "bundle.not-a-file", "bundle.file-missing"}},
      {"a pipe put in",
       [](MadeBundle& b) { ASSERT_EQ(::mkfifo((b.path() / "pipe").c_str(), 0600), 0); },
       {"bundle.not-a-file"}},
      {"folders without end",
       [](MadeBundle& b) {
         std::filesystem::path deep = b.path();
         for (int i = 0; i < 14; ++i) deep /= "f";
         std::filesystem::create_directories(deep);
       },
       {"bundle.not-a-file"}},
      {"an entry changed", [](MadeBundle& b) { flip(b, "tile/entries/000.p/14", 900); }, {}},
      {"a hash changed",
       [](MadeBundle& b) { flip(b, "tile/0/000.p/14", 70); },
       {"tile.wrong@2", "bundle.file-changed"}},
      {"no checkpoint",
       [](MadeBundle& b) { b.remove("checkpoint"); },
       {"checkpoint.missing", "bundle.file-missing"}},
      {"another key shown",
       [](MadeBundle& b) { changeText(b, "vkey", "lakeside", "hillside"); },
       {"vkey.other", "bundle.file-changed"}},
  };
}

TEST_F(VerifyBundleTest, FindsWhatWasChangedOnTheWay) {
  std::vector<Tampering> all = onTheWay();
  for (const Tampering& one : onTheWayWithFiles()) all.push_back(one);
  for (const Tampering& one : all) {
    MadeBundle bundle(scenario_, kCoordinators);
    one.change(bundle);
    if (one.findings.empty()) {
      EXPECT_THAT(found(bundle), Contains("bundle.file-changed")) << one.what;
      EXPECT_THAT(found(bundle), Contains("root.wrong")) << one.what;
    } else {
      EXPECT_THAT(found(bundle), testing::UnorderedElementsAreArray(one.findings)) << one.what;
    }
  }
}

/// By whoever holds the clerk's key, and signs all the same.
std::vector<Tampering> signedAllTheSame() {
  return {
      {"signed by the log's key",
       [](MadeBundle& b) {
         b.signingKey = SigningKey::fromSeed(Bytes(32, 3));
         b.sign();
       },
       {"manifest.not-the-clerks"}},
      {"signed by an author's key",
       [](MadeBundle& b) {
         b.signingKey = SigningKey::fromSeed(Bytes(32, 1));
         b.sign();
       },
       {"manifest.not-the-clerks"}},
      {"signed under another name",
       [](MadeBundle& b) {
         b.signer = Scenario::kOrigin;
         b.sign();
       },
       {"manifest.not-the-clerks"}},
      {"another origin",
       [](MadeBundle& b) {
         b.manifest.origin = "example.org/hillside";
         b.sign();
       },
       {"manifest.other-log"}},
      {"another size",
       [](MadeBundle& b) {
         ++b.manifest.size;
         b.sign();
       },
       {"manifest.other-log"}},
      {"another root",
       [](MadeBundle& b) {
         b.manifest.root.bytes[7] ^= 1;
         b.sign();
       },
       {"manifest.other-log"}},
      {"a narrower reader than it opens for",
       [](MadeBundle& b) {
         b.manifest.scope = kMembers;
         b.count();
         b.sign();
       },
       {"opening.not-for-reader@2"}},
      {"another person than it opens for",
       [](MadeBundle& b) {
         b.manifest.scope = as("P-7");
         b.count();
         b.sign();
       },
       {"opening.not-for-reader@5"}},
      {"a smaller part than it opens",
       [](MadeBundle& b) {
         b.manifest.scope.initiative = "T";
         b.count();
         b.sign();
       },
       {"opening.out-of-scope@2"}},
  };
}

std::vector<Tampering> signedOpenings() {
  return {
      {"an opening twice",
       [](MadeBundle& b) {
         b.openings.insert(b.openings.begin() + 1, copyOf(b.openings.front()));
         b.write();
       },
       {"opening.twice@2"}},
      {"openings out of order",
       [](MadeBundle& b) {
         std::swap(b.openings[0], b.openings[1]);
         b.write();
       },
       {"openings.refused@2"}},
      {"an opening of an entry that is not there",
       [](MadeBundle& b) {
         b.openings.back().entry = 400;
         b.count();
         b.write();
       },
       {"opening.unexpected@400", "opening.missing@9"}},
      {"an opening of another field",
       [](MadeBundle& b) {
         b.openings.front().path.steps.back().ordinal = 1;
         b.count();
         b.write();
       },
       {"opening.unexpected@2", "opening.missing@2"}},
      {"an opening with another statement's id",
       [](MadeBundle& b) {
         b.openings.front().statement = b.openings.back().statement;
         b.count();
         b.write();
       },
       {"opening.unexpected@2"}},
      {"another salt",
       [](MadeBundle& b) {
         b.openings.front().salt[3] ^= 1;
         b.count();
         b.write();
       },
       {"opening.other-value@2"}},
      {"a value made up for what was erased",
       [](MadeBundle& b) {
         BundleOpening made = copyOf(b.openings.front());
         made.entry = 10;
         const EntryParts entry =
             decodeEntry(PublishedLog(b.directory(), b.manifest.size).entry(10)).value();
         made.statement = Statement::decode(entry.statement).value().id();
         b.openings.push_back(std::move(made));
         b.count();
         b.write();
       },
       {"opening.not-erased@10"}},
      {"an opening kept back",
       [](MadeBundle& b) {
         b.openings.pop_back();
         b.count();
         b.write();
       },
       {"opening.missing@9"}},
  };
}

std::vector<Tampering> signedTexts() {
  return {
      {"counts that are not so",
       [](MadeBundle& b) {
         ++b.manifest.counts.sealedForReader;
         b.sign();
       },
       {"manifest.other-counts"}},
      {"an erasure that is not so",
       [](MadeBundle& b) {
         b.manifest.counts.erasedBy = {{11, 1}};
         b.sign();
       },
       {"manifest.other-counts"}},
      {"a file listed that is not there",
       [](MadeBundle& b) {
         b.put("x", "");
         b.sign();
         b.remove("x");
       },
       {"bundle.file-missing"}},
      {"names out of order",
       [](MadeBundle& b) {
         const std::string list = b.get("files");
         const std::size_t end = list.find('\n') + 1;
         b.signList(list.substr(end) + list.substr(0, end));
       },
       {"bundle.list-refused"}},
      {"a name that leaves the bundle",
       [](MadeBundle& b) { b.signList(replaced(b.get("files"), " vkey", " ../vkey")); },
       {"bundle.list-refused"}},
      {"a reader that is none",
       [](MadeBundle& b) {
         b.signText(replaced(b.manifest.encode(), "coordinators", "every body"));
       },
       {"manifest.refused"}},
      {"a number in another spelling",
       [](MadeBundle& b) { b.signText(replaced(b.manifest.encode(), "opened 5", "opened 05")); },
       {"manifest.refused"}},
      {"a line more",
       [](MadeBundle& b) { b.signText(b.manifest.encode() + "more 1\n"); },
       {"manifest.refused"}},
  };
}

TEST_F(VerifyBundleTest, FindsWhatAClerkShouldNotHaveSigned) {
  std::vector<Tampering> all = signedAllTheSame();
  for (const Tampering& one : signedOpenings()) all.push_back(one);
  for (const Tampering& one : signedTexts()) all.push_back(one);
  for (const Tampering& one : all) {
    MadeBundle bundle(scenario_, kCoordinators);
    one.change(bundle);
    EXPECT_THAT(found(bundle), testing::UnorderedElementsAreArray(one.findings)) << one.what;
  }
}

}  // namespace
}  // namespace minutebook
