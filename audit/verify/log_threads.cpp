#include "audit/verify/log_threads.h"

#include "ledger/base/bytes.h"
#include "ledger/rules/admit.h"
#include "ledger/tlog/threads.h"

namespace minutebook {

namespace {

std::string inWords(std::uint64_t count, ByteView root) {
  return std::to_string(count) + " threads with the root " + toHex(root);
}

}  // namespace

void LogThreads::take(std::uint64_t first, std::span<const Hash> leaves,
                      std::span<const Mentions> mentions) {
  struct Link {
    Hash thread;
    std::size_t entry;
  };
  std::vector<Link> links;  // All of them first, so that the memory they lie in is on its way.
  links.reserve(mentions.size() * 2);
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    for (const ThreadName& name : threadsOf(mentions[i])) {
      links.push_back({threadKey(hasher_, name), i});
      table_.expect(links.back().thread);
    }
  }
  for (const Link& link : links) {
    extendThread(hasher_, table_.head(link.thread), first + link.entry, leaves[link.entry]);
  }
}

std::optional<std::string> LogThreads::contradiction(const LoggedSubmission& whole) const {
  const schema::Record::Reader record = whole.submission.statements.front().record();
  if (!record.isThreadsRooted()) return std::nullopt;
  const auto said = record.getThreadsRooted();
  const ByteView saidRoot{said.getRoot().begin(), said.getRoot().size()};
  const Hash given = root();
  if (said.getSize() == whole.first && said.getThreads() == count() &&
      sameBytes(saidRoot, given.view())) {
    return std::nullopt;
  }
  return "Entry " + std::to_string(whole.first) + " says that the first " +
         std::to_string(said.getSize()) + " entries give " + inWords(said.getThreads(), saidRoot) +
         "; the " + std::to_string(whole.first) + " in front of it give " +
         inWords(count(), given.view()) + ".";
}

}  // namespace minutebook
