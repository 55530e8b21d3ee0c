// tests/corruptions/lies.h
//
// What only somebody with the keys can do: other histories under a true signature.

#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace minutebook {

/// Publishes the log in `folder` anew, with true tiles, root and signature, over changed entries:
///
///   drop I          without entry I
///   twice I         entry I once more behind itself
///   swap I J        two entries change places
///   time I S        entry I recorded S seconds later (earlier below zero)
///   turn I AT       one bit of entry I
///   word I OLD NEW  other letters in its statement, as many as before
///   sign I          the signature of entry I's submission is that of entry 1
///   cut I           the log ends before entry I
///   place I N       entry I says that it is number N of its submission
///
/// False if `how` is none of them.
bool publishLie(const std::filesystem::path& folder, const std::vector<std::string>& how);

/// Lists and signs a bundle anew, as if the clerk had done it.
void relistBundle(const std::filesystem::path& folder);

/// Makes the thread's count and chain in a receipt those of the entries that it holds.
void rechainReceipt(const std::filesystem::path& receipt);

}  // namespace minutebook
