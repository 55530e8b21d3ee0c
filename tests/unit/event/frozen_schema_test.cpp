// What a release has said about bytes still holds: schema/frozen/README.md.

#include <capnp/schema-parser.h>
#include <gtest/gtest-spi.h>
#include <gtest/gtest.h>
#include <kj/filesystem.h>

#include <fstream>
#include <string>

#include "tests/support/lines.h"

namespace minutebook {
namespace {

// Annotations that enter hashes: schema/annotations.capnp.
constexpr std::uint64_t kId = 0x89d5df23514bb08f;
constexpr std::uint64_t kRefersTo = 0xd19ed4c2b65039e7;
constexpr std::uint64_t kJoins = 0xabfac30c9fc00729;
constexpr std::uint64_t kRegister = 0xb13dff30ea7195ce;

/// The schema files of one folder of the tree, each parsed when it is asked for.
class Folder {
 public:
  explicit Folder(const std::string& folder)
      : disk_(kj::newDiskFilesystem()), root_(open(folder)), library_(open(CAPNP_LIBRARY)) {
    libraries_[0] = library_.get();
  }

  capnp::ParsedSchema parse(const std::string& name) {
    return parser_.parseFromDirectory(*root_, kj::Path(name.c_str()), kj::arrayPtr(libraries_, 1));
  }

  std::vector<std::string> files() const {
    std::vector<std::string> names;
    for (const kj::String& name : root_->listNames()) {
      if (name.endsWith(".capnp")) names.emplace_back(name.cStr());
    }
    return names;
  }

 private:
  kj::Own<const kj::ReadableDirectory> open(const std::string& folder) {
    return disk_->getRoot().openSubdir(kj::Path::parse(folder.substr(1).c_str()));
  }

  kj::Own<kj::Filesystem> disk_;
  kj::Own<const kj::ReadableDirectory> root_;
  kj::Own<const kj::ReadableDirectory> library_;
  const kj::ReadableDirectory* libraries_[1] = {nullptr};
  capnp::SchemaParser parser_;
};

/// An annotation as text: its value, "-" where it is not there.
std::string annotated(capnp::List<capnp::schema::Annotation>::Reader annotations,
                      std::uint64_t id) {
  for (auto annotation : annotations) {
    if (annotation.getId() == id) return kj::str(annotation.getValue()).cStr();
  }
  return "-";
}

/// All that the bytes and hashes of a field depend on.
std::string promiseOf(capnp::StructSchema::Field field) {
  auto proto = field.getProto();
  std::string text = "discriminant " + std::to_string(proto.getDiscriminantValue());
  if (proto.isSlot()) {
    text += kj::str(", at ", proto.getSlot().getOffset(), ", type ", proto.getSlot().getType(),
                    ", default ", proto.getSlot().getDefaultValue())
                .cStr();
  } else {
    text += ", group";
  }
  if (proto.getOrdinal().isExplicit()) {
    text += ", ordinal " + std::to_string(proto.getOrdinal().getExplicit());
  }
  auto annotations = proto.getAnnotations();
  return text + ", id " + annotated(annotations, kId) + ", refers to " +
         annotated(annotations, kRefersTo) + ", joins " + annotated(annotations, kJoins);
}

/// Compares what was promised with what is there; counts the fields and enum values it saw.
class Comparison {
 public:
  std::size_t seen = 0;

  void compare(capnp::ParsedSchema frozen, capnp::ParsedSchema today) {
    EXPECT_EQ(frozen.getProto().getId(), today.getProto().getId());
    for (auto nested : frozen.getProto().getNestedNodes()) {
      KJ_IF_MAYBE (still, today.findNested(nested.getName())) {
        node(frozen.getNested(nested.getName()), *still, nested.getName().cStr());
      } else {
        ADD_FAILURE() << nested.getName().cStr() << " is gone";
      }
    }
  }

  void fields(capnp::StructSchema frozen, capnp::StructSchema today, const std::string& where) {
    auto was = frozen.getProto().getStruct();
    auto is = today.getProto().getStruct();
    EXPECT_LE(was.getDataWordCount(), is.getDataWordCount()) << where;
    EXPECT_LE(was.getPointerCount(), is.getPointerCount()) << where;
    if (was.getDiscriminantCount() > 0) {
      EXPECT_EQ(was.getDiscriminantOffset(), is.getDiscriminantOffset()) << where;
    }
    EXPECT_EQ(annotated(frozen.getProto().getAnnotations(), kRegister),
              annotated(today.getProto().getAnnotations(), kRegister))
        << where;
    for (auto field : frozen.getFields()) {
      const std::string name = where + "." + field.getProto().getName().cStr();
      ++seen;
      KJ_IF_MAYBE (still, today.findFieldByName(field.getProto().getName())) {
        EXPECT_EQ(promiseOf(*still), promiseOf(field)) << name;
        if (field.getProto().isGroup() && still->getProto().isGroup()) {
          fields(field.getType().asStruct(), still->getType().asStruct(), name);
        }
      } else {
        ADD_FAILURE() << name << " is gone";
      }
    }
  }

 private:
  void node(capnp::ParsedSchema frozen, capnp::ParsedSchema today, const std::string& where) {
    ASSERT_EQ(frozen.getProto().which(), today.getProto().which()) << where;
    EXPECT_EQ(frozen.getProto().getId(), today.getProto().getId()) << where;
    if (frozen.getProto().isStruct()) fields(frozen.asStruct(), today.asStruct(), where);
    if (frozen.getProto().isEnum()) values(frozen.asEnum(), today.asEnum(), where);
  }

  void values(capnp::EnumSchema frozen, capnp::EnumSchema today, const std::string& where) {
    auto still = today.getEnumerants();
    for (auto value : frozen.getEnumerants()) {
      ++seen;
      ASSERT_LT(value.getIndex(), still.size()) << where;
      EXPECT_EQ(value.getProto().getName(), still[value.getIndex()].getProto().getName()) << where;
    }
  }
};

const std::string kSchema = MINUTEBOOK_SOURCE_DIR "/schema";
const std::string kFrozen = kSchema + "/frozen/0.1";

TEST(FrozenSchema, StillHolds) {
  Folder frozen(kFrozen);
  Folder today(kSchema);
  Comparison comparison;
  std::vector<std::string> files = frozen.files();
  EXPECT_EQ(files.size(), 14u);
  for (const std::string& file : files) comparison.compare(frozen.parse(file), today.parse(file));
  EXPECT_GT(comparison.seen, 1000u);
}

TEST(FrozenSchema, NumbersEveryKindAsItDid) {
  std::ifstream list(kFrozen + "/kinds.txt");
  std::uint16_t number = 0;
  std::string name;
  std::size_t kinds = 0;
  while (list >> number >> name) {
    const KindInfo* kind = theCatalogue().kind(number);
    ASSERT_NE(kind, nullptr) << number << " " << name;
    EXPECT_EQ(kind->name, name) << number;
    ++kinds;
  }
  EXPECT_EQ(kinds, 114u);
}

/// What a comparison says of two texts of a schema.
bool holds(const char* was, const char* is) {
  auto directory = kj::newInMemoryDirectory(kj::nullClock());
  directory->openFile(kj::Path("was"), kj::WriteMode::CREATE)->writeAll(was);
  directory->openFile(kj::Path("is"), kj::WriteMode::CREATE)->writeAll(is);
  capnp::SchemaParser first;
  capnp::SchemaParser second;
  auto frozen = first.parseFromDirectory(*directory, kj::Path("was"), nullptr).getNested("S");
  auto today = second.parseFromDirectory(*directory, kj::Path("is"), nullptr).getNested("S");
  testing::TestPartResultArray failures;
  {
    testing::ScopedFakeTestPartResultReporter catching(
        testing::ScopedFakeTestPartResultReporter::INTERCEPT_ONLY_CURRENT_THREAD, &failures);
    Comparison().fields(frozen.asStruct(), today.asStruct(), "S");
  }
  return failures.size() == 0;
}

TEST(FrozenSchema, NoticesWhatWouldChangeOldBytes) {
  const char* was = "@0x8ba46b57a1a3b5b2; struct S { a @0 :UInt16; b @1 :Text; }";
  EXPECT_TRUE(holds(was, was));
  EXPECT_TRUE(
      holds(was, "@0x8ba46b57a1a3b5b2; struct S { a @0 :UInt16; b @1 :Text; c @2 :Text; }"));
  for (const char* is : {
           "@0x8ba46b57a1a3b5b2; struct S { a @0 :UInt16; }",
           "@0x8ba46b57a1a3b5b2; struct S { a @0 :UInt16; c @1 :Text; }",
           "@0x8ba46b57a1a3b5b2; struct S { a @0 :UInt16; b @1 :Data; }",
           "@0x8ba46b57a1a3b5b2; struct S { a @0 :UInt32; b @1 :Text; }",
           "@0x8ba46b57a1a3b5b2; struct S { a @0 :UInt16 = 7; b @1 :Text; }",
           "@0x8ba46b57a1a3b5b2; struct S { b @0 :Text; a @1 :UInt16; }",
           "@0x8ba46b57a1a3b5b2; struct S { union { a @0 :UInt16; b @1 :Text; } }",
       }) {
    EXPECT_FALSE(holds(was, is)) << is;
  }
}

}  // namespace
}  // namespace minutebook
