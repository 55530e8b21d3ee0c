#include "ledger/tlog/policy.h"

#include <algorithm>
#include <utility>

#include "ledger/base/utf8.h"

namespace minutebook {

namespace {

constexpr std::string_view kNone = "none";
constexpr std::string_view kBlanks = " \t";

/// The words of a line, parted by spaces and tabs.
std::vector<std::string_view> wordsOf(std::string_view line) {
  std::vector<std::string_view> words;
  for (;;) {
    const std::size_t begin = line.find_first_not_of(kBlanks);
    if (begin == std::string_view::npos) return words;
    line.remove_prefix(begin);
    const std::size_t end = std::min(line.find_first_of(kBlanks), line.size());
    words.push_back(line.substr(0, end));
    line.remove_prefix(end);
  }
}

/// Only tab and LF below a space, and no DEL.
bool isPolicyText(std::string_view text) {
  return isUtf8(text) && std::none_of(text.begin(), text.end(), [](char c) {
           const auto byte = static_cast<unsigned char>(c);
           return (byte < 0x20 && c != '\t' && c != '\n') || byte == 0x7f;
         });
}

std::string quoted(std::string_view word) {
  return "\"" + std::string(word) + "\"";
}

}  // namespace

/// Reads a policy line by line; `fault_` is set by the first line that is wrong.
class PolicyReader {
 public:
  explicit PolicyReader(Sha256& hasher) : hasher_(hasher) {}

  Outcome<Policy> read(std::string_view text) {
    if (text.size() > kPolicyBytesMax) return refusal(0, "It is larger than any policy needs.");
    if (!isPolicyText(text)) {
      return refusal(0, "It is not UTF-8, or has a control character other than tab in it.");
    }
    if (!text.empty() && !text.ends_with('\n')) return refusal(0, "Its last line does not end.");
    for (std::size_t number = 1; !text.empty(); ++number) {
      const std::size_t end = text.find('\n');
      readLine(wordsOf(text.substr(0, end)));
      if (!fault_.empty()) return refusal(number, fault_);
      text.remove_prefix(end + 1);
    }
    if (!quorumSeen_) return refusal(0, "It has no quorum line.");
    joinVkeys();
    return std::move(policy_);
  }

 private:
  using Words = std::vector<std::string_view>;
  using Member = Policy::Member;

  struct Name {
    std::string name;
    Member stands;
    bool used = false;  // As a member of a group.
  };

  static Refusal refusal(std::size_t line, const std::string& what) {
    const std::string where = line == 0 ? "The policy: " : "Line " + std::to_string(line) + ": ";
    return {"policy.malformed", "", where + what,
            "Put the policy right as docs/formats/policy.md shows, or ask whoever wrote it for it "
            "again."};
  }

  void readLine(const Words& words) {
    if (words.empty() || words[0].starts_with('#')) return;
    if (words[0] == "log") {
      readLog(words);
    } else if (words[0] == "witness") {
      readWitness(words);
    } else if (words[0] == "group") {
      readGroup(words);
    } else if (words[0] == "quorum") {
      readQuorum(words);
    } else {
      fault_ = quoted(words[0]) + " is none of log, witness, group and quorum.";
    }
  }

  void readLog(const Words& words) {
    if (words.size() < 2 || words.size() > 3) {
      fault_ = "A log has a verifier key and perhaps an address.";
      return;
    }
    if (policy_.logs_.size() == kPolicyLogsMax) fault_ = "There are too many logs.";
    const auto key = readKey(words[1], NoteKeyType::kEd25519);
    if (!key) return;
    policy_.logs_.push_back({*key, urlAt(words, 2)});
    logVkeys_.emplace_back(words[1]);
  }

  void readWitness(const Words& words) {
    if (words.size() < 3 || words.size() > 4) {
      fault_ = "A witness has a name, a verifier key and perhaps an address.";
      return;
    }
    if (policy_.witnesses_.size() == kPolicyWitnessesMax) fault_ = "There are too many witnesses.";
    const auto key = readKey(words[2], NoteKeyType::kCosignatureV1);
    if (!key || !define(words[1], {Member::Kind::kWitness, policy_.witnesses_.size()})) return;
    policy_.witnesses_.push_back({std::string(words[1]), *key, urlAt(words, 3)});
    witnessVkeys_.emplace_back(words[2]);
  }

  void readGroup(const Words& words) {
    if (words.size() < 4) {
      fault_ = "A group has a name, then all, any or a number, then its members.";
      return;
    }
    if (policy_.groups_.size() == kPolicyGroupsMax) fault_ = "There are too many groups.";
    Policy::Group group{std::string(words[1]), 1, {}};
    for (std::size_t i = 3; i < words.size() && fault_.empty(); ++i) {
      if (const auto member = takeMember(words[i])) group.members.push_back(*member);
    }
    if (!fault_.empty()) return;
    const auto threshold = readThreshold(words[2], group.members.size());
    if (!threshold) {
      fault_ = quoted(words[2]) + " must be all, any, or a number from 1 to the " +
               std::to_string(group.members.size()) + " members.";
      return;
    }
    group.threshold = *threshold;
    if (!define(words[1], {Member::Kind::kGroup, policy_.groups_.size()})) return;
    policy_.groups_.push_back(std::move(group));
  }

  void readQuorum(const Words& words) {
    if (words.size() != 2) fault_ = "A quorum line names one witness or group, or says none.";
    if (quorumSeen_) fault_ = "There is a second quorum line.";
    if (!fault_.empty()) return;
    quorumSeen_ = true;
    if (words[1] == kNone) return;
    const Name* name = find(words[1]);
    if (name == nullptr) {
      fault_ = quoted(words[1]) + " is not defined on a line before this one.";
    } else {
      policy_.quorum_ = name->stands;
    }
  }

  /// A key of the type, whose public key did not come before.
  std::optional<VerifierKey> readKey(std::string_view text, NoteKeyType type) {
    Outcome<VerifierKey> key = VerifierKey::parse(hasher_, text);
    if (!key) {
      fault_ = key.refusal().reason;
    } else if (key.value().type != type) {
      fault_ = type == NoteKeyType::kEd25519
                   ? "The key of the log is not an Ed25519 key that signs checkpoints."
                   : "The key of the witness is not an Ed25519 key that cosigns.";
    } else if (!publicKeys_.insert(key.value().publicKey).second) {
      fault_ = "The same public key came before; one key counts once.";
    } else if (!keyIds_.insert({key.value().name, key.value().id(hasher_)}).second) {
      fault_ = "A key with the same name and id came before.";
    }
    if (!fault_.empty()) return std::nullopt;
    return std::move(key).value();
  }

  static std::optional<std::string> urlAt(const Words& words, std::size_t place) {
    if (place >= words.size()) return std::nullopt;
    return std::string(words[place]);
  }

  bool define(std::string_view name, Member stands) {
    if (name == kNone) {
      fault_ = "\"none\" cannot be the name of a witness or group.";
    } else if (find(name) != nullptr) {
      fault_ = quoted(name) + " was defined before.";
    }
    if (!fault_.empty()) return false;
    names_.push_back({std::string(name), stands});
    return true;
  }

  std::optional<Member> takeMember(std::string_view name) {
    Name* found = find(name);
    if (found == nullptr) {
      fault_ = quoted(name) + " is not defined on a line before this one.";
    } else if (found->used) {
      fault_ = quoted(name) + " is a member of a group already; it can count in one way only.";
    } else {
      found->used = true;
      return found->stands;
    }
    return std::nullopt;
  }

  static std::optional<std::size_t> readThreshold(std::string_view word, std::size_t members) {
    if (word == "any") return 1;
    if (word == "all") return members;
    const auto number = parseDecimal(word, members);
    if (!number || *number == 0) return std::nullopt;
    return static_cast<std::size_t>(*number);
  }

  Name* find(std::string_view name) {
    const auto found = std::find_if(names_.begin(), names_.end(),
                                    [&](const Name& each) { return each.name == name; });
    return found == names_.end() ? nullptr : &*found;
  }

  void joinVkeys() {
    policy_.vkeys_ = std::move(logVkeys_);
    for (std::string& vkey : witnessVkeys_) policy_.vkeys_.push_back(std::move(vkey));
  }

  Sha256& hasher_;
  Policy policy_;
  std::string fault_;
  bool quorumSeen_ = false;
  std::vector<Name> names_;
  std::vector<std::string> logVkeys_;
  std::vector<std::string> witnessVkeys_;
  std::set<Bytes> publicKeys_;
  std::set<std::pair<std::string, std::uint32_t>> keyIds_;
};

Outcome<Policy> Policy::parse(Sha256& hasher, std::string_view text) {
  return PolicyReader(hasher).read(text);
}

std::string Policy::encode() const {
  const auto withUrl = [](const std::optional<std::string>& url) {
    return url ? " " + *url + "\n" : std::string("\n");
  };
  std::string text;
  for (std::size_t i = 0; i < logs_.size(); ++i) {
    text += "log " + vkeys_[i] + withUrl(logs_[i].url);
  }
  for (std::size_t i = 0; i < witnesses_.size(); ++i) {
    text += "witness " + witnesses_[i].name + " " + vkeys_[logs_.size() + i] +
            withUrl(witnesses_[i].url);
  }
  for (const Group& group : groups_) {
    text += "group " + group.name + " " + std::to_string(group.threshold);
    for (const Member& member : group.members) text += " " + nameOf(member);
    text += "\n";
  }
  return text + "quorum " + (quorum_ ? nameOf(*quorum_) : std::string(kNone)) + "\n";
}

std::vector<std::string> Policy::vkeys() const {
  return vkeys_;
}

bool Policy::quorumMet(const std::set<std::string>& cosignedBy) const {
  return !quorum_ || met(*quorum_, cosignedBy);
}

std::string Policy::quorumInWords() const {
  return quorum_ ? inWords(*quorum_) : "no witness is asked for";
}

std::set<std::string> Policy::cosigners(const TrustedKeys& keys,
                                        std::span<const VerifiedSignature> verified) const {
  std::set<std::string> names;
  for (const VerifiedSignature& signature : verified) {
    for (const PolicyWitness& witness : witnesses_) {
      if (keys.key(signature.key) == witness.key) names.insert(witness.name);
    }
  }
  return names;
}

const std::string& Policy::nameOf(const Member& member) const {
  return member.kind == Member::Kind::kWitness ? witnesses_[member.place].name
                                               : groups_[member.place].name;
}

bool Policy::met(const Member& member, const std::set<std::string>& cosignedBy) const {
  if (member.kind == Member::Kind::kWitness) return cosignedBy.contains(nameOf(member));
  const Group& group = groups_[member.place];
  const auto count = std::count_if(group.members.begin(), group.members.end(),
                                   [&](const Member& each) { return met(each, cosignedBy); });
  return static_cast<std::size_t>(count) >= group.threshold;
}

std::string Policy::inWords(const Member& member) const {
  if (member.kind == Member::Kind::kWitness) return nameOf(member);
  const Group& group = groups_[member.place];
  std::string words =
      std::to_string(group.threshold) + " of " + std::to_string(group.members.size()) + ": ";
  for (std::size_t i = 0; i < group.members.size(); ++i) {
    const Member& each = group.members[i];
    const bool nested = each.kind == Member::Kind::kGroup;
    words += i == 0 ? "" : ", ";
    words += nested ? "(" + inWords(each) + ")" : inWords(each);
  }
  return words;
}

}  // namespace minutebook
