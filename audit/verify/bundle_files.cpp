#include "audit/verify/bundle_files.h"

#include <algorithm>

#include "audit/verify/damage.h"
#include "ledger/crypto/secret_bytes.h"

namespace minutebook {

namespace {

// tile/<level>/x###/.../###.p/<width>: nothing of a bundle lies deeper.
constexpr unsigned kDepthMax = 12;

void walk(const FileTree& tree, const std::string& folder, unsigned depth,
          std::vector<std::string>& names, FindingList& findings) {
  for (const FileTree::Item& item : tree.list(folder)) {
    const std::string name = folder.empty() ? item.name : folder + "/" + item.name;
    const bool isFolder = item.kind == FileTree::Item::Kind::kFolder;
    if (isFolder && depth < kDepthMax) {
      walk(tree, name, depth + 1, names, findings);
    } else if (item.kind != FileTree::Item::Kind::kFile) {
      findings.add(FindingKind::kBundleNotAFile, std::nullopt,
                   isFolder ? name + " lies deeper than any file of a bundle."
                            : name + " is a link or a special file.");
    } else if (!isBundleName(name)) {
      findings.add(FindingKind::kBundleFileUnlisted, std::nullopt,
                   name + " is no name of a bundle's file.");
    } else if (name != kManifestFile && name != kFileListFile) {
      names.push_back(name);
    }
  }
}

ListedFile describe(const FileTree& tree, const std::string& name) {
  Bytes bytes = tree.read(name, kBundleFileBytesMax).value_or(Bytes());
  Sha256 hasher;
  ListedFile file{name, bytes.size(), hasher.of(ByteView(bytes))};
  if (name == kOpeningsFile) wipe(bytes);
  return file;
}

/// The list as it lies there, if it is the one that was signed or nobody can tell.
std::optional<std::vector<ListedFile>> readList(const FileTree& tree,
                                                const BundleManifest* manifest,
                                                FindingList& findings) {
  auto refuse = [&](const std::string& why) {
    findings.add(FindingKind::kBundleListRefused, std::nullopt, why);
  };
  std::optional<Bytes> bytes;
  if (auto damage = damageOf([&] { bytes = tree.read(kFileListFile, kBundleFileBytesMax); })) {
    refuse(*damage + ".");
    return std::nullopt;
  }
  if (!bytes) {
    refuse("There is no list of files.");
    return std::nullopt;
  }
  auto list = parseFileList(asText(*bytes));
  if (!list) {
    refuse(list.refusal().reason + " (" + list.refusal().code + ")");
    return std::nullopt;
  }
  Sha256 hasher;
  const bool isSigned = !manifest || (manifest->listBytes == bytes->size() &&
                                      manifest->listHash == hasher.of(ByteView(*bytes)));
  if (!isSigned) refuse("The manifest was signed over another list.");
  return std::move(list).value();
}

std::string whyChanged(const ListedFile& there, const ListedFile& listed) {
  const std::string bytes = std::to_string(listed.bytes) + " bytes";
  if (there.bytes == listed.bytes) return there.name + " has other content in its " + bytes + ".";
  return there.name + " has " + std::to_string(there.bytes) + " bytes; " + bytes + " were listed.";
}

void compare(const FileTree& tree, const ListedFile& listed, FindingList& findings,
             std::uint64_t& agree) {
  std::optional<ListedFile> there;
  auto damage = damageOf([&] { there = describe(tree, listed.name); });
  if (!damage && *there == listed) {
    ++agree;
    return;
  }
  findings.add(FindingKind::kBundleFileChanged, std::nullopt,
               damage ? *damage + "." : whyChanged(*there, listed));
}

}  // namespace

std::vector<std::string> namesIn(const FileTree& tree, FindingList& findings) {
  std::vector<std::string> names;
  walk(tree, "", 0, names, findings);
  std::sort(names.begin(), names.end());
  return names;
}

std::vector<ListedFile> listFiles(const FileTree& tree, const std::vector<std::string>& names) {
  std::vector<ListedFile> files;
  for (const std::string& name : names) files.push_back(describe(tree, name));
  return files;
}

std::uint64_t checkBundleFiles(const FileTree& tree, const BundleManifest* manifest,
                               FindingList& findings) {
  const std::vector<std::string> names = namesIn(tree, findings);
  const auto list = readList(tree, manifest, findings);
  if (!list) return 0;
  std::uint64_t agree = 0;
  auto name = names.begin();
  auto unlisted = [&](const std::string& one) {
    findings.add(FindingKind::kBundleFileUnlisted, std::nullopt, one + " is not listed.");
  };
  for (const ListedFile& listed : *list) {
    while (name != names.end() && *name < listed.name) unlisted(*name++);
    if (name == names.end() || *name != listed.name) {
      findings.add(FindingKind::kBundleFileMissing, std::nullopt, listed.name + " is not there.");
      continue;
    }
    compare(tree, listed, findings, agree);
    ++name;
  }
  while (name != names.end()) unlisted(*name++);
  return agree;
}

}  // namespace minutebook
