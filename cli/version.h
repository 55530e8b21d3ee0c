// cli/version.h

#pragma once

#include <string>

namespace minutebook {

/// What `minutebook --version` prints: the program's version, those of the schema and rules it
/// writes by, and of the libraries that its bytes depend on, a line each.
std::string versionText();

}  // namespace minutebook
