// cli/door/words.h
//
// The words of a text as people see them: what stands between two of them, and how a word is
// compared. Private to the door.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace minutebook {

/// What stands between a word and the one before it.
enum class Between {
  kOther,       ///< Something that parts them; also before the first.
  kSpace,       ///< Spaces, one line break at most among them.
  kPossessive,  ///< The 's of the word before, and then such spaces.
  kDotSpace,    ///< A dot, and then such spaces.
  kComma,       ///< A comma, and then such spaces or none.
};

/// A word of letters, and where it stands.
struct Word {
  std::size_t from = 0;
  std::size_t to = 0;
  Between before = Between::kOther;

  std::string_view in(std::string_view text) const { return text.substr(from, to - from); }
};

/// Apostrophes and hyphens within a word are part of it; quotes around it and a possessive are not.
std::vector<Word> wordsOf(std::string_view text);

/// The pieces of an id: what small and capital letters, numbers and signs part. "MoExample-2" is
/// Mo and Example.
std::vector<Word> piecesOf(std::string_view id);

/// Whether the word begins with a capital or a letter beyond ASCII.
bool isCapital(std::string_view word);

/// In small letters, those of western Europe among them.
std::string lowered(std::string_view text);

/// Whether a word that can be a name is as often an ordinary word: will, may, hope, field.
bool isOrdinary(std::string_view word);

/// Whether a surname is as often a place or a trade, so that it says nothing by itself: London,
/// Ward, Mason.
bool isPlaceOrTrade(std::string_view word);

}  // namespace minutebook
