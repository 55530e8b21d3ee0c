#include "cli/witness/policy_file.h"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "ledger/base/directory.h"
#include "ledger/base/fault.h"

namespace minutebook {

namespace {

constexpr char kPolicyFile[] = "policy";

/// One byte more than is allowed is read, so that the parser can say that it is too much.
std::optional<std::string> textOf(const std::filesystem::path& path) {
  const std::filesystem::path whole = std::filesystem::absolute(path);
  const Directory folder = Directory::open(whole.parent_path(), Readers::kEveryone);
  const std::optional<Bytes> bytes = folder.read(whole.filename().string(), kPolicyBytesMax + 1);
  if (!bytes) return std::nullopt;
  return std::string(asText(*bytes));
}

void checkKnows(const Policy& policy, const std::vector<std::string>& logVkeys) {
  if (policy.logs().empty() || logVkeys.empty()) return;
  const std::vector<std::string> vkeys = policy.vkeys();
  const auto end = vkeys.begin() + static_cast<std::ptrdiff_t>(policy.logs().size());
  for (const std::string& logVkey : logVkeys) {
    if (std::find(vkeys.begin(), end, logVkey) != end) return;
  }
  throw Fault(FaultKind::kConfig, "the policy names other logs than this one",
              "Add a line to it: log " + logVkeys.front());
}

}  // namespace

std::optional<std::string> givenPolicyText(const Arguments& arguments) {
  if (!arguments.policy) return std::nullopt;
  std::optional<std::string> text = textOf(*arguments.policy);
  if (text) return text;
  throw Fault(FaultKind::kMissing, "there is no policy at " + *arguments.policy,
              "Check the path given with --policy.");
}

Outcome<std::optional<Policy>> policyInForce(const LedgerPlace& place, const Arguments& arguments,
                                             const std::vector<std::string>& logVkeys) {
  std::optional<std::string> text = givenPolicyText(arguments);
  if (!text) text = textOf(place.directory / kPolicyFile);
  if (!text) return std::optional<Policy>();
  Sha256 hasher;
  Outcome<Policy> policy = Policy::parse(hasher, *text);
  if (!policy) return policy.refusal();
  checkKnows(policy.value(), logVkeys);
  return std::optional<Policy>(std::move(policy).value());
}

}  // namespace minutebook
