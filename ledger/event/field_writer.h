// ledger/event/field_writer.h
//
// The walk from JSON values to a statement's fields. Sealed values never enter the message: they
// are set aside as secrets with the path that their commitment will name. Private to ledger/event.

#pragma once

#include <capnp/dynamic.h>

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "ledger/event/catalogue.h"
#include "ledger/event/draft_parts.h"
#include "ledger/event/json.h"

namespace minutebook {

/// Writes one draft. Used once, by Composer.
class FieldWriter {
 public:
  using Struct = capnp::DynamicStruct::Builder;
  using Members = std::vector<const Json::Member*>;

  /// Both must outlive this.
  FieldWriter(const Catalogue& catalogue, Draft::Parts& parts)
      : catalogue_(catalogue), parts_(parts) {}

  /// Paths start here from now on; `root` is where `about` is looked up last.
  void enter(std::uint16_t kind, Struct root);

  /// Writes every member of an object; each must be a field of `info`, at most one of its union.
  std::optional<Refusal> writeMembers(Struct to, const StructInfo& info, const Members& members,
                                      const std::string& at);

  /// Writes one field; null leaves it absent. `at` is the path, for people, of the struct.
  std::optional<Refusal> write(Struct to, const FieldInfo& field, const Json& value,
                               const std::string& at);

  /// Says for every secret whose key it is kept under, now that all fields are there.
  void resolveSubjects(const Speaker& speaker);

 private:
  /// Where a secret's `about` is looked up.
  struct Place {
    Struct container;
    Struct root;
    std::string about;
    std::vector<PathStep> containerSteps;  // A sealed id is looked up among its siblings.
  };

  std::optional<Refusal> writeList(Struct to, const FieldInfo& field, std::span<const Json> items,
                                   const std::string& at);
  std::optional<Refusal> writeItem(capnp::DynamicList::Builder list, unsigned index,
                                   Struct container, const FieldInfo& field, const Json& value,
                                   const std::string& at);
  std::optional<Refusal> writeScalar(Struct to, const FieldInfo& field, const Json& value,
                                     const std::string& at);
  /// A common type or a nested struct, into the struct made for it.
  std::optional<Refusal> writeStruct(Struct to, const FieldInfo& field, const Json& value,
                                     const std::string& at);
  std::optional<Refusal> writeText(Struct to, const FieldInfo& field, const std::string& text,
                                   const std::string& at);
  std::optional<Refusal> writeWhoList(Struct to, const FieldInfo& field, const Json& value,
                                      const std::string& at);
  std::optional<Refusal> writeWords(Struct to, Struct container, const FieldInfo& field,
                                    const Json& value, const std::string& at);
  std::optional<Refusal> writeRecord(Struct to, const Json& value, const std::string& at);
  /// A lone value for a struct in a list: its first field.
  std::optional<Refusal> writeFirst(Struct to, const StructInfo& info, const Json& value,
                                    const std::string& at);
  std::optional<Refusal> writeMember(Struct to, const StructInfo& info, const std::string& name,
                                     const std::string& at);
  /// `ownSteps` lead from the container to the value: two in Words, else one.
  std::optional<Refusal> seal(Struct slot, Struct container, const FieldInfo& field,
                              const Json& value, const std::string& at,
                              std::ptrdiff_t ownSteps = 1);
  Outcome<Bytes> secretBytes(Struct container, const FieldInfo& field, const Json& value,
                             const std::string& at);
  Outcome<Bytes> secretStruct(Struct container, const FieldInfo& field, const Json& value,
                              const std::string& at);
  /// Empty where this one `about` names no one person, group or matter.
  std::string subjectBy(const std::string& about, const Place& place, const Speaker& speaker) const;
  std::string subjectFromField(const std::string& about, const Place& place, Struct container,
                               bool& found) const;

  const Catalogue& catalogue_;
  Draft::Parts& parts_;
  std::uint16_t kind_ = 0;
  std::vector<PathStep> steps_;
  std::optional<Struct> root_;
  std::vector<Place> places_;  // Of parts_.secrets, in the same order.
  bool insideSecret_ = false;
};

/// All members of an object, in their order; the object must outlive them.
FieldWriter::Members membersOf(const Json& object);

}  // namespace minutebook
