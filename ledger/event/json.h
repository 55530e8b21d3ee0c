// ledger/event/json.h
//
// Strict JSON (RFC 8259): one spelling in, fixed order out. Cap'n Proto's own codec takes duplicate
// keys, two union members and bad UTF-8, so it is not used for what people send.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ledger/base/outcome.h"

namespace minutebook {

/// A JSON value. Objects keep the order in which their members were written; numbers keep their
/// text, so nothing is rounded. A value type.
class Json {
 public:
  /// The types of RFC 8259.
  enum class Kind { kNull, kBool, kNumber, kText, kList, kObject };
  using Member = std::pair<std::string, Json>;

  Json() = default;
  /// A string; `value` is UTF-8.
  static Json text(std::string value);
  /// A number by its characters, which must be a number of RFC 8259.
  static Json number(std::string digits);
  /// A whole number.
  static Json number(std::int64_t value);
  /// True or false.
  static Json boolean(bool value);
  /// An array.
  static Json list(std::vector<Json> items = {});
  /// An object; the names must differ.
  static Json object(std::vector<Member> members = {});

  Kind kind() const { return kind_; }
  bool isNull() const { return kind_ == Kind::kNull; }
  /// The characters of a text or number; "true" or "false" for a bool; empty otherwise.
  const std::string& text() const { return text_; }
  const std::vector<Json>& items() const { return items_; }
  const std::vector<Member>& members() const { return members_; }
  /// Null if there is no such member.
  const Json* find(std::string_view name) const;

  /// Appends to a list; adds or replaces a member of an object. Both return this.
  Json& add(Json item);
  Json& set(std::string name, Json value);

  bool operator==(const Json&) const = default;

 private:
  friend class JsonBuilder;
  Kind kind_ = Kind::kNull;
  std::string text_;
  std::vector<Json> items_;
  std::vector<Member> members_;
};

inline constexpr std::size_t kJsonDepthMax = 24;
inline constexpr std::size_t kJsonMembersMax = 1024;
inline constexpr std::size_t kJsonBytesMax = std::size_t{1} << 22;

/// Codes: json.malformed (with line and column), json.truncated, json.duplicate-key, json.too-long,
/// json.too-deep, json.not-utf8, json.nul.
Outcome<Json> parseJson(std::string_view text);

/// On one line, or two spaces deeper for each level.
enum class JsonLayout { kOneLine, kIndented };
/// UTF-8, members in their order, no trailing newline.
std::string writeJson(const Json& value, JsonLayout layout = JsonLayout::kOneLine);

}  // namespace minutebook
