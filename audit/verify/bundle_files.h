// audit/verify/bundle_files.h
//
// A bundle seen as files: those it lists, as they were listed, and none besides.

#pragma once

#include <vector>

#include "audit/verify/finding.h"
#include "ledger/base/file_tree.h"
#include "ledger/bundle/file_list.h"
#include "ledger/bundle/manifest.h"

namespace minutebook {

/// Every file of a tree but manifest and list of files, in the order of names. What is neither file
/// nor folder, is nested too deep or is called as no bundle's file can be is a finding.
std::vector<std::string> namesIn(const FileTree& tree, FindingList& findings);

/// Reads every file and says what it is. `names` as namesIn() gives them. Throws kCorrupt if a file
/// is larger than a bundle's may be.
std::vector<ListedFile> listFiles(const FileTree& tree, const std::vector<std::string>& names);

/// Holds the list of files against `manifest`, where one could be read, and every file against the
/// list. Returns how many files agree.
std::uint64_t checkBundleFiles(const FileTree& tree, const BundleManifest* manifest,
                               FindingList& findings);

}  // namespace minutebook
