#include "ledger/event/json.h"

#include <rapidjson/reader.h>

#include <algorithm>

#include "ledger/base/utf8.h"
#include "ledger/event/text_checks.h"

namespace minutebook {

Json Json::text(std::string value) {
  Json json;
  json.kind_ = Kind::kText;
  json.text_ = std::move(value);
  return json;
}

Json Json::number(std::string digits) {
  Json json;
  json.kind_ = Kind::kNumber;
  json.text_ = std::move(digits);
  return json;
}

Json Json::number(std::int64_t value) {
  return number(std::to_string(value));
}

Json Json::boolean(bool value) {
  Json json;
  json.kind_ = Kind::kBool;
  json.text_ = value ? "true" : "false";
  return json;
}

Json Json::list(std::vector<Json> items) {
  Json json;
  json.kind_ = Kind::kList;
  json.items_ = std::move(items);
  return json;
}

Json Json::object(std::vector<Member> members) {
  Json json;
  json.kind_ = Kind::kObject;
  json.members_ = std::move(members);
  return json;
}

const Json* Json::find(std::string_view name) const {
  for (const Member& member : members_) {
    if (member.first == name) return &member.second;
  }
  return nullptr;
}

Json& Json::add(Json item) {
  items_.push_back(std::move(item));
  return *this;
}

Json& Json::set(std::string name, Json value) {
  for (Member& member : members_) {
    if (member.first != name) continue;
    member.second = std::move(value);
    return *this;
  }
  members_.emplace_back(std::move(name), std::move(value));
  return *this;
}

/// Receives the parser's events and builds our value. It stops at what that parser lets pass:
/// duplicate keys, U+0000, depth. Numbers keep their text.
class JsonBuilder {
 public:
  using Size = rapidjson::SizeType;

  explicit JsonBuilder(std::string_view source) : source_(source) {}

  bool Null() { return place(Json()); }
  bool Bool(bool value) { return place(Json::boolean(value)); }
  bool RawNumber(const char* digits, Size size, bool) {
    return place(Json::number(std::string(digits, size)));
  }
  bool String(const char* text, Size size, bool) {
    std::string value(text, size);
    if (value.find('\0') != value.npos) return stop("json.nul", pathText());
    return place(Json::text(std::move(value)));
  }
  bool StartObject() { return open(Json::object()); }
  bool EndObject(Size) { return close(); }
  bool StartArray() { return open(Json::list()); }
  bool EndArray(Size) { return close(); }

  bool Key(const char* text, Size size, bool) {
    const Json& top = *open_.back();
    keys_.back().assign(text, size);
    if (keys_.back().find('\0') != std::string::npos) return stop("json.nul", "");
    if (top.members_.size() == kJsonMembersMax) return stop("json.too-long", pathText());
    if (top.find(keys_.back())) return stop("json.duplicate-key", pathText());
    return true;
  }

  // Only called by a parser that is not told to leave numbers as they are.
  bool Int(int) { return false; }
  bool Uint(unsigned) { return false; }
  bool Int64(std::int64_t) { return false; }
  bool Uint64(std::uint64_t) { return false; }
  bool Double(double) { return false; }

  /// The parser stopped `position` bytes into the text, unless an event here stopped it.
  void stoppedAt(std::size_t position) {
    position_ = position + 1;
    if (!code_.empty()) return;
    stop(!isUtf8(source_)             ? "json.not-utf8"
         : position_ > source_.size() ? "json.truncated"
                                      : "json.malformed",
         "");
  }

  Json take() { return std::move(root_); }
  Refusal refusal() const;

 private:
  bool stop(std::string code, std::string field) {
    code_ = std::move(code);
    field_ = std::move(field);
    return false;
  }

  /// Puts a finished value where it belongs.
  bool place(Json value) {
    insert(std::move(value));
    return true;
  }

  Json& insert(Json value) {
    if (open_.empty()) {
      root_ = std::move(value);
      return root_;
    }
    Json& top = *open_.back();
    if (top.kind_ == Json::Kind::kList) return top.items_.emplace_back(std::move(value));
    return top.members_.emplace_back(keys_.back(), std::move(value)).second;
  }

  bool open(Json value) {
    if (open_.size() == kJsonDepthMax) return stop("json.too-deep", pathText());
    open_.push_back(&insert(std::move(value)));
    keys_.emplace_back();
    return true;
  }

  bool close() {
    open_.pop_back();
    keys_.pop_back();
    return true;
  }

  /// Where the parser stands: "options[2].id".
  std::string pathText() const {
    std::string path;
    for (std::size_t i = 0; i < open_.size(); ++i) {
      if (open_[i]->kind_ == Json::Kind::kList) {
        // The innermost is about to get one more; the others hold what is open in them already.
        std::size_t before = i + 1 == open_.size() ? 0 : 1;
        path += "[" + std::to_string(open_[i]->items_.size() - before) + "]";
      } else {
        path += (path.empty() ? "" : ".") + keys_[i];
      }
    }
    return path;
  }

  std::string_view source_;
  Json root_;
  std::vector<Json*> open_;        // From the root down; a container grows only while it is last.
  std::vector<std::string> keys_;  // The member being read at each depth.
  std::size_t position_ = 0;
  std::string code_;
  std::string field_;
};

Refusal JsonBuilder::refusal() const {
  std::string_view before = source_.substr(0, std::min(position_, source_.size()));
  std::size_t line = 1 + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
  std::size_t lineStart = before.rfind('\n');
  std::size_t column = lineStart == before.npos ? before.size() : before.size() - lineStart - 1;
  std::string place = "line " + std::to_string(line) + ", character " + std::to_string(column);
  if (code_ == "json.duplicate-key") {
    return {code_, field_, "\"" + field_ + "\" is given twice, and only one of them could count.",
            "Keep the one that is right and remove the other."};
  }
  if (code_ == "json.too-long") {
    return {code_, field_,
            "An object has more than " + std::to_string(kJsonMembersMax) + " members.",
            "No record needs that; check that this is a file of records."};
  }
  if (code_ == "json.nul") {
    return {code_, field_, "The text holds the character U+0000, which no record may contain.",
            "Remove that character; it is usually left over from a faulty export."};
  }
  if (code_ == "json.too-deep") {
    return {code_, field_,
            "Values are nested more than " + std::to_string(kJsonDepthMax) + " levels deep.",
            "No record needs that; check for brackets that are never closed."};
  }
  if (code_ == "json.not-utf8") {
    return {code_, "", "The text is not UTF-8 near " + place + ".",
            "Save the file as UTF-8 and try again."};
  }
  if (code_ == "json.truncated") {
    return {code_, "", "The text ends in the middle of a value (" + place + ").",
            "Check that the file or line was copied whole."};
  }
  return {"json.malformed", "", "This is not JSON near " + place + ".",
          "Check quotes, commas and brackets there; numbers have no leading zeros."};
}

Outcome<Json> parseJson(std::string_view text) {
  if (text.size() > kJsonBytesMax) {
    return Refusal{"json.too-long", "",
                   "The text has " + std::to_string(text.size()) + " bytes; at most " +
                       std::to_string(kJsonBytesMax) + " are read.",
                   "Shorten it, or keep the long text as a document and record its SHA-256."};
  }
  constexpr std::size_t kBytesOfACharacterMax = 4;
  constexpr unsigned kStrict =
      rapidjson::kParseValidateEncodingFlag | rapidjson::kParseNumbersAsStringsFlag;
  JsonBuilder builder(text);
  // The parser stops at a zero byte; of a character that is cut short it reads up to three more.
  std::string source(text);
  source.append(kBytesOfACharacterMax, '\0');
  rapidjson::StringStream stream(source.c_str());
  rapidjson::Reader reader;
  const auto result = reader.Parse<kStrict>(stream, builder);
  if (!result.IsError() && stream.Tell() == text.size()) return builder.take();
  builder.stoppedAt(std::min(result.IsError() ? result.Offset() : stream.Tell(), text.size()));
  return builder.refusal();
}

namespace {

void writeText(const std::string& text, std::string& out) {
  static constexpr char kHex[] = "0123456789abcdef";
  out.push_back('"');
  for (char c : text) {
    auto byte = static_cast<unsigned char>(c);
    switch (c) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\t':
        out += "\\t";
        break;
      case '\r':
        out += "\\r";
        break;
      default:
        if (byte < 0x20 || byte == 0x7f) {
          out += "\\u00";
          out.push_back(kHex[byte >> 4]);
          out.push_back(kHex[byte & 15]);
        } else {
          out.push_back(c);
        }
    }
  }
  out.push_back('"');
}

void newLine(JsonLayout layout, std::size_t depth, std::string& out) {
  if (layout == JsonLayout::kOneLine) return;
  out.push_back('\n');
  out.append(depth * 2, ' ');
}

void writeValue(const Json& value, JsonLayout layout, std::size_t depth, std::string& out) {
  switch (value.kind()) {
    case Json::Kind::kNull:
      out += "null";
      return;
    case Json::Kind::kBool:
    case Json::Kind::kNumber:
      out += value.text();
      return;
    case Json::Kind::kText:
      writeText(value.text(), out);
      return;
    case Json::Kind::kList:
    case Json::Kind::kObject:
      break;
  }
  bool isList = value.kind() == Json::Kind::kList;
  std::size_t count = isList ? value.items().size() : value.members().size();
  out.push_back(isList ? '[' : '{');
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0) out += layout == JsonLayout::kOneLine ? ", " : ",";
    newLine(layout, depth + 1, out);
    if (!isList) {
      writeText(value.members()[i].first, out);
      out += ": ";
    }
    writeValue(isList ? value.items()[i] : value.members()[i].second, layout, depth + 1, out);
  }
  if (count > 0) newLine(layout, depth, out);
  out.push_back(isList ? ']' : '}');
}

}  // namespace

std::string writeJson(const Json& value, JsonLayout layout) {
  std::string out;
  writeValue(value, layout, 0, out);
  return out;
}

}  // namespace minutebook
