// ledger/event/mentions.h
//
// One walk over a statement that collects what rules, threads, seals and the read model ask for:
// the ids it registers, the records it names and the fields it seals.

#pragma once

#include <string>
#include <vector>

#include "ledger/base/bytes.h"
#include "ledger/event/catalogue.h"
#include "ledger/event/field_path.h"
#include "ledger/event/statement.h"

namespace minutebook {

/// A record or participant named in the clear.
struct Mention {
  schema::Register where = schema::Register::NOT_RECORDED;
  std::string id;     ///< The record's id, "WORK@VERSION", or a statement id as text for `entry`.
  std::string field;  ///< Path for people: "options[2].id".
  bool registers = false;  ///< This statement gives the id out.
  bool restates = false;  ///< A corrected record says its own id again, which was given out before.
  bool mustExist = false;  ///< It refers to the record.
  bool joins = false;      ///< The entry joins its thread.
  /// Where the field cannot name a record of this register, those that it can; else empty.
  std::vector<schema::Register> wanted;
};

/// A sealed value's commitment, and whose it is.
struct SealedField {
  FieldPath path;
  std::string field;  ///< Path for people: "text".
  Hash commitment;
  std::string about;  ///< As the schema says: a field name, or author, group, survey and so on.
  schema::Audience audience = schema::Audience::NOT_RECORDED;
  const FieldInfo* info = nullptr;
};

/// All of them, in the order of the walk.
struct Mentions {
  std::vector<Mention> records;  ///< In the order of the walk; a record may stand more than once.
  std::vector<SealedField> sealed;
};

/// What `statement` mentions. A kind that this schema does not know mentions only what its envelope
/// does.
Mentions mentionsOf(const Statement& statement, const Catalogue& catalogue);

/// The records that the opened value of a sealed struct names; paths begin inside it. `structure`
/// is what the catalogue knows of it. Throws kBug if the bytes are not that, in canonical form.
std::vector<Mention> mentionsInside(ByteView value, const StructInfo& structure,
                                    const Catalogue& catalogue);

}  // namespace minutebook
