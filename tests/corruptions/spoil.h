// tests/corruptions/spoil.h
//
// What can be done to the files of a desk. One step is one line of a table:
//
//   turn FILE AT                   one bit of the byte AT; AT below zero counts from the end
//   cut FILE N                     the last N bytes go
//   add FILE TEXT                  bytes more at the end
//   swap FILE FILE                 each gets the other's content
//   copy FILE FILE                 the second is overwritten or made
//   remove FILE                    or a folder with all in it
//   link FILE TARGET               a symbolic link
//   replace FILE OLD => NEW        the first OLD; it has to be there
//   json FILE PLACE VALUE          the value at an RFC 6901 pointer
//   json-cut FILE PLACE            the member or item goes
//   json-copy FILE FROM PLACE      a value from elsewhere in the same file
//   json-turn FILE PLACE AT        one bit of base64
//   json-replace FILE PLACE OLD => NEW   within a text
//   sign FILE NAME KEY             a note is signed anew: only by this key of the test's own
//   relog FOLDER HOW...            published anew with a true root over other entries: see lies.h
//   relist FOLDER                  the list of a bundle made anew, and its manifest signed
//   rechain FILE                   the one thread of a receipt is counted anew from its entries
//
// In texts, \n is a line feed, \t a tab, \0 a zero, \r a carriage return, \xHH a byte, {vkey}
// the log's verifier key, and {vkey NAME SEED} one that the test has under another name.

#pragma once

#include <filesystem>
#include <string>

namespace minutebook {

/// Does one step in a copy of the desk. Throws std::runtime_error, with the step, if it cannot be
/// done or changes nothing.
void spoil(const std::filesystem::path& desk, const std::string& step);

/// A text of a table with its escapes and places filled in.
std::string unescaped(const std::string& text);

}  // namespace minutebook
